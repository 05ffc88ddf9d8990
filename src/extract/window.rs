//! Cuts a long paragraph into windows that are read one after the other.
//!
//! What a figure says is looked for around it, up to the ends of its sentence
//! and beyond. So that the work grows with the text and not with its square, a
//! paragraph is read in windows of a bounded length: of whole sentences where
//! they are short enough, else behind a mark that parts clauses.

use std::ops::Range;

use super::passage::Passage;

/// The longest window, in tokens: five times a long paragraph, and more than any
/// sentence that a person speaks.
pub(super) const WINDOW: usize = 500;

/// The windows of a paragraph, end to end, each with its first sentence's number;
/// `sentences` are its own, end to end.
pub(super) fn windows(passage: Passage, sentences: &[Range<usize>]) -> Vec<(Range<usize>, usize)> {
    let mut windows: Vec<(Range<usize>, usize)> = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        if let Some((last, _)) = windows.last_mut()
            && sentence.end - last.start <= WINDOW
        {
            last.end = sentence.end;
            continue;
        }
        let mut start = sentence.start;
        while sentence.end - start > WINDOW {
            let end = cut(passage, start);
            windows.push((start..end, number));
            start = end;
        }
        windows.push((start..sentence.end, number));
    }
    windows
}

/// Where a window from `start` ends: behind the last mark of its second half.
fn cut(passage: Passage, start: usize) -> usize {
    let parts = |&at: &usize| {
        matches!(passage.word(at), "," | ";" | ":" | ")" | "." | "|") && !passage.is_glued(at + 1)
    };
    // Not before the middle: a short window would see too little around its figures.
    let half = start + WINDOW / 2;
    let mark = (half..start + WINDOW).rev().find(parts);
    mark.map_or(start + WINDOW, |mark| mark + 1)
}

#[cfg(test)]
mod tests {
    use super::super::passage::looks;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::{Language, Vocabulary};

    /// What a hostile text is made of; each is repeated without an end.
    const SHAPES: &[&str] = &[
        "5\n",
        "5 ",
        "5\t",
        "5\u{a0}",
        "5% ",
        "5 per cent ",
        "$5 ",
        "USD ",
        "5 euros, ",
        "1/",
        "1,",
        "1.",
        "1:",
        "5-",
        "2021-",
        "2020/",
        "123 ",
        "(1 ",
        "½",
        "5²",
        "5\u{301}",
        "١٢٣ ",
        "twenty-",
        "5k ",
        "5m",
        "12[1]",
        "5 km2 ",
        "5x",
        "12:30 ",
        "5 per ",
        "5 of ",
        "+5",
        "-5 ",
        "5–6 ",
        "10^",
        "5! ",
        "5; ",
        "5' ",
        "in 2020 ",
        "since 2019 ",
        "by 2025 ",
        "million ",
        "a million ",
        "one hundred ",
        "one and ",
        "dozens of ",
        "third ",
        "2nd ",
        "1/2 ",
        "Article 5, ",
        "resolution 1325 ",
        "3 May 2021, ",
        "May ",
        "from 5 to ",
        "between 5 and ",
        "5 or ",
        "5 to ",
        "more than ",
        "about 5 ",
        "not 5 ",
        "We cleared 12 hectares of land, ",
        "5 mines and 6 shells respectively, ",
        "He said 5 ",
        "5 days ago ",
        "IV ",
        "no. ",
        "all ",
        "(",
        "[1]",
        ", ",
    ];

    /// Those from which no language can be read.
    const MUTE: &[&str] = &["1,", "123 ", "5 "];

    /// How often tokens are looked at in a text of so many pieces.
    fn looks(piece: &str, count: usize, language: Option<Language>) -> u64 {
        let text = piece.repeat(count) + " end.";
        let options = LoadOptions {
            language,
            ..LoadOptions::default()
        };
        let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
        let segmented = crate::segment::segment(&document, &mut Vocabulary::new());
        looks::during(|| {
            let _ = crate::extract::extract(&document, &segmented);
        })
    }

    #[test]
    fn twice_the_text_is_twice_the_work() {
        const COUNT: usize = 500;
        let mut steep = Vec::new();
        let spoken = SHAPES.iter().map(|piece| (piece, Some(Language::English)));
        for (piece, language) in spoken.chain(MUTE.iter().map(|piece| (piece, None))) {
            let [once, twice] = [COUNT, 2 * COUNT].map(|count| looks(piece, count, language));
            if twice * 10 > once * 22 && twice > 5000 {
                steep.push(format!("{piece:?}: {once} looks, then {twice}"));
            }
        }
        assert!(steep.is_empty(), "{}", steep.join("\n"));
    }
}
