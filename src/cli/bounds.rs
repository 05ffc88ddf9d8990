//! How much a run takes: what would need more memory than it may is refused
//! before it is asked for.
//!
//! Measured, each word takes some fifty bytes and each figure four thousand with its records, on
//! a page nine thousand. A paragraph takes four hundred, and 1,300 where two statements are
//! compared and it has no counterpart. Each bound stands for itself: five million words or 60,000
//! figures take 300 MB, a page of so many figures 600 MB, 400,000 paragraphs without a counterpart
//! 650 MB.

use std::path::PathBuf;

use verbale::extract::MAX_FIGURES;
use verbale::model::{Document, NoticeCode, Witness};
use verbale::{Error, Result};

/// Words and marks of all statements; a long one has ten thousand.
const MAX_WORDS: usize = 5_000_000;

/// Paragraphs of all statements.
const MAX_PARAGRAPHS: usize = 1_500_000;

/// Figures of all statements.
const MAX_ALL_FIGURES: usize = 60_000;

/// Passages that two statements share.
const MAX_PASSAGES: usize = 50_000;

/// Cells of a collation: rows by witnesses.
const MAX_CELLS: usize = 2_000_000;

/// Refuses texts that are too long together.
pub(super) fn check_texts(documents: &[Document]) -> Result<()> {
    let (mut words, mut paragraphs) = (0, 0);
    for document in documents {
        words += count_words(&document.text);
        paragraphs += document.paragraphs.len();
        if is_too_long(words, paragraphs) {
            let problem =
                format!("more than {MAX_WORDS} words or {MAX_PARAGRAPHS} paragraphs in all");
            return Err(too_much(document, problem));
        }
    }
    Ok(())
}

/// Whether so many words in so many paragraphs are more than a run may take.
fn is_too_long(words: usize, paragraphs: usize) -> bool {
    words > MAX_WORDS || paragraphs > MAX_PARAGRAPHS
}

/// Refuses texts that have too many figures, one or together.
pub(super) fn check_figures(witnesses: &[Witness]) -> Result<()> {
    let mut figures = 0;
    for witness in witnesses {
        // A statement that was cut at its own limit lacks figures: to compare it would tell them as
        // removed.
        figures += witness.figures.len();
        let is_cut = |code| code == NoticeCode::TooManyFigures;
        if figures > MAX_ALL_FIGURES || witness.notices.iter().any(|notice| is_cut(notice.code)) {
            let problem = format!("more than {MAX_FIGURES} figures, or {MAX_ALL_FIGURES} in all");
            return Err(too_much(&witness.document, problem));
        }
    }
    Ok(())
}

/// Refuses witnesses that would make too large a table.
pub(super) fn check_cells(documents: &[Document]) -> Result<()> {
    // At worst nothing corresponds, and each paragraph has a row of its own.
    let rows: usize = documents
        .iter()
        .map(|document| document.paragraphs.len())
        .sum();
    match documents.last() {
        Some(last) if rows.saturating_mul(documents.len()) > MAX_CELLS => {
            let problem = format!("more than {MAX_CELLS} cells, paragraphs by statements");
            Err(too_much(last, problem))
        }
        _ => Ok(()),
    }
}

/// Refuses statements that share too many passages.
pub(super) fn check_passages(witnesses: &[Witness], passages: usize) -> Result<()> {
    match witnesses.last() {
        Some(last) if passages > MAX_PASSAGES => {
            let problem = format!("more than {MAX_PASSAGES} passages that two statements share");
            Err(too_much(&last.document, problem))
        }
        _ => Ok(()),
    }
}

fn too_much(document: &Document, problem: String) -> Error {
    Error::Unreadable {
        path: PathBuf::from(document.path.as_deref().unwrap_or(&document.id)),
        problem,
        remedy: "name fewer or shorter statements".to_owned(),
    }
}

/// About how many words and marks a text has: runs of letters and digits, other
/// characters, and each letter of a script without blanks.
fn count_words(text: &str) -> usize {
    /// The first byte of characters from U+3000 on.
    const IDEOGRAPHS: u8 = 0xe3;
    let mut count = 0;
    let mut is_inside = false;
    for &byte in text.as_bytes() {
        let is_letter = byte.is_ascii_alphanumeric() || byte >= 0x80;
        let is_mark = !is_letter && !byte.is_ascii_whitespace();
        // Each ideograph is a token; other letters make one word together.
        count += usize::from(is_letter && (!is_inside || byte >= IDEOGRAPHS) || is_mark);
        is_inside = is_letter;
    }
    count
}

#[cfg(test)]
mod tests {
    use verbale::compare::read_witness;
    use verbale::load::{LoadOptions, load_bytes};
    use verbale::model::{Notice, Vocabulary};

    use super::*;

    #[test]
    fn words_are_counted_as_they_are_cut() {
        for (text, count) in [
            ("We cleared 12 fields.", 5),
            ("a-b (c)", 6),
            ("排除地雷", 4),
            ("Kəlbəcər", 1),
        ] {
            assert_eq!(count_words(text), count, "{text}");
        }
    }

    #[test]
    fn texts_that_are_too_long_together_are_refused() {
        let document = |words: usize| Document {
            id: "long".to_owned(),
            text: "a ".repeat(words),
            ..Document::default()
        };
        assert!(check_texts(&[document(MAX_WORDS)]).is_ok());
        let error = check_texts(&[document(MAX_WORDS), document(1)]).unwrap_err();
        assert!(
            error.to_string().contains("long: more than 5000000 words"),
            "{error}"
        );
    }
    #[test]
    fn words_and_paragraphs_are_bounded_each() {
        assert!(!is_too_long(MAX_WORDS, MAX_PARAGRAPHS));
        assert!(is_too_long(MAX_WORDS + 1, 1));
        assert!(is_too_long(1, MAX_PARAGRAPHS + 1));
    }

    fn loaded(text: &str) -> Document {
        load_bytes("long.txt", text.as_bytes(), &LoadOptions::default()).unwrap()
    }

    #[test]
    fn too_many_figures_of_one_statement_or_of_all_are_refused() {
        let mut vocabulary = Vocabulary::new();
        let mut full = read_witness(loaded("We cleared 5 mines."), &mut vocabulary);
        full.figures = vec![full.figures[0].clone(); MAX_FIGURES];
        let three = [full.clone(), full.clone(), full.clone()];
        assert!(check_figures(&three).is_ok());
        let more = read_witness(loaded("We cleared 5 mines."), &mut vocabulary);
        let [one, two, last] = three;
        assert!(check_figures(&[one, two, last, more.clone()]).is_err());
        let mut cut = more;
        cut.notices.push(Notice {
            code: NoticeCode::TooManyFigures,
            span: None,
            message: String::new(),
        });
        assert!(check_figures(&[cut]).is_err());
    }

    #[test]
    fn a_table_has_a_row_for_each_paragraph_and_a_cell_for_each_statement() {
        let document = loaded("We cleared 5 mines.");
        let many = |count: usize| vec![document.clone(); count];
        assert!(check_cells(&many(1_000)).is_ok());
        assert!(check_cells(&many(1_500)).is_err());
    }
}
