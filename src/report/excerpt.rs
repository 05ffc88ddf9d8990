//! Figures in the words around them.
//!
//! A name for a figure that one statement alone states is made of a few words of its sentence,
//! and about half of those names say too little or something else. The sentence itself is
//! true: reports show it as concordances do, the keyword in its context.

use std::ops::Range;

use super::figure::Quote;
use super::wording::{Mark, Piece};

/// Some figures of one sentence, in its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Excerpt<'a> {
    /// The sentence, of a long one what stands around the first figure.
    pub quote: Quote<'a>,
    /// Where the figures stand in the words of `quote`, in bytes: ascending, apart. Empty where
    /// the quote has none of them.
    pub figures: Vec<Range<usize>>,
    /// What became of the figures.
    pub mark: Mark,
}

impl<'a> Excerpt<'a> {
    /// The quote for the figure `raw`, a slice of the same text.
    pub(super) fn new(quote: Quote<'a>, raw: &str, mark: Mark) -> Self {
        Self {
            quote,
            figures: range_in(quote.words, raw).into_iter().collect(),
            mark,
        }
    }

    /// Takes in the figure `raw`, a slice of the same text, and says whether it stands in the
    /// words that are quoted.
    pub(super) fn take(&mut self, raw: &str) -> bool {
        let Some(range) = range_in(self.quote.words, raw) else {
            return false;
        };
        let meets = |other: &&mut Range<usize>| other.start < range.end && range.start < other.end;
        // *Five* of *one of the five areas* stands in the other.
        match self.figures.iter_mut().find(meets) {
            Some(other) => *other = other.start.min(range.start)..other.end.max(range.end),
            None => self.figures.push(range),
        }
        // Figures may be taken in any order, but are marked from left to right.
        self.figures.sort_by_key(|figure| figure.start);
        true
    }

    /// The whole quote, its figures marked.
    #[must_use]
    pub fn whole(&self) -> Vec<Piece<'a>> {
        self.pieces(0..self.quote.words.len())
    }

    /// The words of a part of the quote, in bytes, with an ellipsis where the sentence begins
    /// before it or goes on; the figures in it are marked, none of them may be cut.
    #[must_use]
    pub fn pieces(&self, window: Range<usize>) -> Vec<Piece<'a>> {
        let inside = |range: &&Range<usize>| window.start <= range.start && range.end <= window.end;
        let [begins_before, goes_on] = self.quote.is_cut;
        let mut pieces = Vec::new();
        if begins_before || window.start > 0 {
            pieces.push(Piece::same("…", false));
        }
        let mut from = window.start;
        for figure in self.figures.iter().filter(inside) {
            self.push(&mut pieces, Mark::Same, from..figure.start);
            self.push(&mut pieces, self.mark, figure.clone());
            from = figure.end;
        }
        self.push(&mut pieces, Mark::Same, from..window.end);
        if goes_on || window.end < self.quote.words.len() {
            pieces.push(Piece::same("…", true));
        }
        pieces
    }

    /// Appends the words of `range` without the blanks at its ends.
    fn push(&self, pieces: &mut Vec<Piece<'a>>, mark: Mark, range: Range<usize>) {
        let whole = self.quote.words;
        let text = whole[range.clone()].trim_start();
        // Blanks at the ends stay unmarked: underlined they would look like words.
        let start = range.end - text.len();
        let text = text.trim_end();
        if text.is_empty() {
            return;
        }
        let is_apart = start == 0 || whole[..start].ends_with(char::is_whitespace);
        pieces.push(Piece {
            mark,
            ..Piece::same(text, is_apart && !pieces.is_empty())
        });
    }
}

/// Where `part`, a slice of the same text as `whole`, stands in it, in bytes.
pub(super) fn range_in(whole: &str, part: &str) -> Option<Range<usize>> {
    // Both are slices of one text, so their addresses tell the place; a search would find the first
    // *5* of several.
    let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    (start + part.len() <= whole.len()).then(|| start..start + part.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    // A constant may stand in memory more than once.
    static TEXT: &str = "In 2023 we cleared one of the five areas, 12 wells and 30 roads.";

    /// What is shown of [`TEXT`] from the word `from` on, with signs about the figures `raws`.
    fn shown(raws: &[&str], from: &str, is_cut: [bool; 2]) -> String {
        let slice = |words: &str| &TEXT[TEXT.find(words).unwrap()..][..words.len()];
        let words = TEXT;
        let mut excerpt = Excerpt::new(Quote { words, is_cut }, slice(raws[0]), Mark::Deleted);
        for raw in &raws[1..] {
            assert!(excerpt.take(slice(raw)));
        }
        let pieces = excerpt.pieces(TEXT.find(from).unwrap()..TEXT.len());
        let text = |piece: &Piece<'_>| {
            let blank = if piece.spaced { " " } else { "" };
            match piece.mark {
                Mark::Same => format!("{blank}{}", piece.text),
                _ => format!("{blank}[{}]", piece.text),
            }
        };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn the_figures_of_a_sentence_are_marked_in_its_words() {
        assert_eq!(
            shown(&["12 wells", "30 roads"], "In", [false, false]),
            "In 2023 we cleared one of the five areas, [12 wells] and [30 roads]."
        );
        assert_eq!(
            shown(&["30 roads", "12 wells"], "12", [false, true]),
            "… [12 wells] and [30 roads]. …"
        );
    }

    #[test]
    fn a_figure_within_another_is_marked_with_it() {
        assert_eq!(
            shown(&["five areas", "one of the five"], "one", [false, false]),
            "… [one of the five areas], 12 wells and 30 roads."
        );
    }

    #[test]
    fn a_figure_of_another_text_is_not_taken_in() {
        let quote = Quote {
            words: &TEXT[..20],
            is_cut: [false, true],
        };
        let mut excerpt = Excerpt::new(quote, &TEXT[3..7], Mark::Same);
        assert!(!excerpt.take(&TEXT[42..50]));
        assert_eq!(excerpt.figures.len(), 1);
    }
}
