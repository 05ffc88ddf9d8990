//! The text of a row as a file would be read.
//!
//! A column of texts often holds printed pages: lines of one width, page and job
//! numbers, paragraphs that a page cut. They are tidied as in a file, and what stays
//! is found again in the given text, from which offsets count.

use std::path::Path;

use super::block::Input;
use super::text::{self, kept_lines};
use super::{LoadOptions, assemble, bounds};
use crate::model::{Addressing, Document, Format, Place};

/// Letters and digits by which a place is known again.
const PROBE: usize = 12;

/// Bytes in which what comes next is looked for: marks and the address of a link.
const REACH: usize = 1024;

/// The document of a text of several lines, tidied; gives the text back where there
/// is nothing to tidy, and where what would stay is not found in it.
pub(super) fn tidied(given: String, options: &LoadOptions) -> Result<Document, String> {
    if !given.trim().contains('\n') {
        return Err(given);
    }
    let Some(mut document) = as_file(&given, options) else {
        return Err(given);
    };
    let Some(anchors) = anchors(&document.text, &given) else {
        return Err(given);
    };
    // The lines are those of the text, and a place is one in the file.
    for paragraph in &mut document.paragraphs {
        paragraph.place = Place::default();
    }
    document.addressing = Addressing::Given { anchors, given };
    Ok(document)
}

/// The document of a plain text without a name; `None` where it has no words.
fn as_file(given: &str, options: &LoadOptions) -> Option<Document> {
    let input = Input {
        path: Path::new("-"),
        bytes: given.as_bytes(),
        options,
    };
    bounds::check_lines(&input, Format::Text).ok()?;
    let source = text::read_given(&input).ok()?;
    assemble::assemble(source, Format::Text, &input).ok()
}

/// Where `text` stands in `given`, which has more blanks, marks and lines: pairs of bytes
/// of both, ascending, each valid up to the next; `None` where a piece of it does not.
fn anchors(text: &str, given: &str) -> Option<Vec<(u32, u32)>> {
    let kept = Kept::of(given);
    let mut anchors: Vec<(u32, u32)> = Vec::new();
    let (mut offset, mut at, mut line, mut in_word) = (0, 0, 0, false);
    let mut shift = None;
    while let Some(letter) = text[offset..].chars().next() {
        let rest = &kept.text[at..];
        if letter.is_whitespace() {
            in_word = false;
            let blank = rest.chars().next().filter(|c| c.is_whitespace());
            at += blank.map_or(0, char::len_utf8);
            offset += letter.len_utf8();
            continue;
        }
        if letter == '|' && !rest.trim_start().starts_with(letter) {
            // It stands between the cells of a table whose columns blanks part.
            offset += letter.len_utf8();
            continue;
        }
        let mut same = 0;
        if !in_word || !rest.starts_with(letter) {
            at += next_place(&text[offset..], rest)?;
            same = same_words(&text[offset..], &kept.text[at..]);
        }
        let (own, there) = (u32::try_from(offset).ok()?, kept.place(at, &mut line)?);
        // Only where the distance between both texts changes.
        if shift != Some(i64::from(there) - i64::from(own)) {
            shift = Some(i64::from(there) - i64::from(own));
            anchors.push((own, there));
        }
        let step = same.max(letter.len_utf8());
        (offset, at, in_word) = (offset + step, at + step, true);
    }
    Some(anchors)
}

/// How many bytes both texts begin with up to a blank, within a line of `given`: what is
/// printed as it was given, which is most of a text, is not looked for word by word.
fn same_words(text: &str, given: &str) -> usize {
    let both = text.bytes().zip(given.bytes());
    let mut same = both.take_while(|(own, there)| own == there && *there != b'\n');
    let mut words = 0;
    for at in 0.. {
        match same.next() {
            Some((b' ', _)) => words = at,
            Some(_) => {}
            None => break,
        }
    }
    words
}

/// The lines of a text that are no running headers or page numbers.
struct Kept {
    /// These lines, each with a line end.
    text: String,
    /// Where each starts in `text`, and in the text given.
    starts: Vec<(usize, usize)>,
}

impl Kept {
    fn of(given: &str) -> Self {
        let (mut text, mut starts) = (String::with_capacity(given.len()), Vec::new());
        for line in kept_lines(given) {
            starts.push((text.len(), line.start));
            text.push_str(&given[line]);
            text.push('\n');
        }
        Self { text, starts }
    }

    /// The byte of the given text at byte `at` of these lines; `line` is one before it.
    fn place(&self, at: usize, line: &mut usize) -> Option<u32> {
        while self
            .starts
            .get(*line + 1)
            .is_some_and(|(start, _)| *start <= at)
        {
            *line += 1;
        }
        let (start, there) = self.starts.get(*line)?;
        u32::try_from(there + at - start).ok()
    }
}

/// How many bytes of `given` are passed over before the word at the start of `text`.
///
/// Here if what follows is the same; else where that is, behind marks that are gone;
/// else, for marks may stand behind the word, where the word alone is.
fn next_place(text: &str, given: &str) -> Option<usize> {
    let blank = given.len() - given.trim_start().len();
    if stands(text, &given[blank..], PROBE) {
        return Some(blank);
    }
    let word = text.chars().take_while(|c| c.is_alphanumeric()).count();
    let near = &given[..given.ceil_char_boundary(REACH)];
    let first = text.chars().next()?;
    let place = |letters: usize| {
        let mut places = near.match_indices(first).map(|(at, _)| at);
        places.find(|at| stands(text, &given[*at..], letters))
    };
    place(PROBE).or_else(|| place(word.min(PROBE)))
}

/// Whether `given` begins with the first character of `text` and so many of its letters
/// and digits; blanks, hyphens and marks between may have gone.
fn stands(text: &str, given: &str, letters: usize) -> bool {
    if text.chars().next() != given.chars().next() {
        return false;
    }
    let mut there = given.chars().filter(|c| c.is_alphanumeric());
    let mut own = text.chars().filter(|c| c.is_alphanumeric()).take(letters);
    own.all(|letter| there.next() == Some(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(given: &str) -> Document {
        tidied(given.to_owned(), &LoadOptions::default()).unwrap()
    }

    /// Each word of the document, and what stands at its anchored place.
    fn assert_anchored(document: &Document) {
        let Addressing::Given { anchors, given } = &document.addressing else {
            panic!("a text row counts from the given text");
        };
        let place = |offset: usize| {
            let (text, there) = anchors
                .iter()
                .rev()
                .find(|(text, _)| *text as usize <= offset)
                .unwrap();
            *there as usize + offset - *text as usize
        };
        let letters = document
            .text
            .char_indices()
            .filter(|(_, c)| !c.is_whitespace());
        for (offset, letter) in letters {
            assert!(
                given[place(offset)..].starts_with(letter),
                "{letter} at {offset}"
            );
        }
    }

    const PAGES: &str = "We cleared the fields of the north, and the people\n\
        came home in the inter-\nnational year of the rest.\n\n\
        10-51234\n\n25\n\n\
        An international team of **sixty** will help in the\nsouth until the end of 2025.\n";

    #[test]
    fn what_was_decoded_wrongly_stays_since_offsets_count_in_it() {
        let document = read("Shops open 3â€“4 May.\n\nWe lost 12 boats.\n");
        assert_eq!(document.text, "Shops open 3â€“4 May.\nWe lost 12 boats.");
        assert_anchored(&document);
    }

    #[test]
    fn printed_pages_are_read_as_a_file_is() {
        let document = read(PAGES);
        let file =
            super::super::load_bytes("a.txt", PAGES.as_bytes(), &LoadOptions::default()).unwrap();
        assert_eq!(document.text, file.text);
        assert!(
            document.text.contains("international year"),
            "{}",
            document.text
        );
        assert_anchored(&document);
    }

    #[test]
    fn what_stays_is_found_behind_lines_that_begin_alike() {
        let document = read(
            "- 3 -\n\n300 fields\nwere cleared by\tall.\n\n> Thank   you\n\n300 fields remain.",
        );
        assert_anchored(&document);
    }

    #[test]
    fn the_cells_of_a_table_are_found_again() {
        let table = "Year     Fields    Mines\n2020       14        2,500\n2021       17        3,100\n2022       21        4,200\n";
        let document = read(&format!(
            "What we cleared in the north is in the table below.\n\n{table}\nThank you."
        ));
        let text = document.text.replace(" | ", "   ");
        assert_anchored(&Document { text, ..document });
    }

    #[test]
    fn one_line_is_taken_as_it_is() {
        assert!(tidied("**25** fields\n".to_owned(), &LoadOptions::default()).is_err());
    }
}
