//! Sentences cut to the room there is, about the figures that they are quoted for.

use std::ops::Range;

use textwrap::core::display_width;

use super::style::Style;
use super::wrap::{Line, wrap};
use crate::report::{Excerpt, Mark};

/// Marks that end a clause, where a cut is least felt.
const CLAUSE_ENDS: &[char] = &[
    ',', ';', ':', '—', '–', ')', '.', '，', '、', '；', '：', '،', '؛',
];

/// Most lines for figures that are shown together.
const MOST_LINES: usize = 3;
/// Columns of an ellipsis and a blank at either end.
const ELLIPSES: usize = 4;
/// Columns of the signs about a figure that is gone or new: `[-` and `-]`.
const SIGNS: usize = 4;

/// The words around the figures of an excerpt in lines of `width` columns: as many as the
/// figures take, and what stands between them; figures far from each other are shown apart.
pub(super) fn lines(excerpt: &Excerpt<'_>, width: usize, style: Style) -> Vec<Line> {
    let words = excerpt.quote.words;
    let signs = match (style, excerpt.mark) {
        (Style::Plain, Mark::Deleted | Mark::Inserted) => SIGNS,
        _ => 0,
    };
    let start = 0..0;
    let mut left = match excerpt.figures.as_slice() {
        [] => std::slice::from_ref(&start),
        figures => figures,
    };
    let mut shown = Vec::new();
    while let Some(first) = left.first() {
        let kept = |count: usize| first.start..left[count - 1].end;
        let taken = |count: usize| display_width(&words[kept(count)]) + count * signs + ELLIPSES;
        let fits = |count: &usize| taken(*count) <= MOST_LINES * width;
        let count = (1..=left.len()).take_while(fits).last().unwrap_or(1);
        // What the figures need anyway is filled with the words around them.
        let lines = taken(count).div_ceil(width.max(1));
        let room = (lines * width).saturating_sub(count * signs + ELLIPSES);
        let window = window(words, kept(count), room);
        shown.extend(wrap(&excerpt.pieces(window), width, style));
        left = &left[count..];
    }
    shown
}

/// The part of `text`, in bytes, that holds `kept` and as much around it as `room` columns
/// have place for: first its clause, then what stands on either side. Cuts fall between words,
/// in scripts without blanks between letters.
fn window(text: &str, kept: Range<usize>, room: usize) -> Range<usize> {
    let cuts = cuts(text);
    let (mut start, mut end) = (
        // The first cut is at 0, so there is one before every figure.
        cuts.partition_point(|cut| cut.at <= kept.start) - 1,
        cuts.partition_point(|cut| cut.at < kept.end),
    );
    // The clause of the figure is shown before words of another one.
    for leaves_clause in [false, true] {
        loop {
            let goes_on = |cut: usize| leaves_clause || !cuts[cut].ends_clause;
            let left = (start > 0 && goes_on(start)).then(|| (start - 1, end));
            let right = (end + 1 < cuts.len() && goes_on(end)).then(|| (start, end + 1));
            let before = kept.start.saturating_sub(cuts[start].at);
            let behind = cuts[end].at.saturating_sub(kept.end);
            // The shorter side grows first, so that the figure stands in the middle.
            let sides = if before <= behind {
                [left, right]
            } else {
                [right, left]
            };
            let fits = |side: &(usize, usize)| cuts[side.1].column - cuts[side.0].column <= room;
            let Some(wider) = sides.into_iter().flatten().find(fits) else {
                break;
            };
            (start, end) = wider;
        }
    }
    cuts[start].at..cuts[end].at
}

/// Where a text may be cut.
struct Cut {
    /// In bytes.
    at: usize,
    /// How many columns stand before it.
    column: usize,
    /// Whether a clause ends before it.
    ends_clause: bool,
}

/// The places where `text` may be cut, its start and end among them.
fn cuts(text: &str) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut column = 0;
    let mut last = ' ';
    // Chinese and Japanese letters take two columns and have no blanks between them.
    let is_wide = |c: char| display_width(c.encode_utf8(&mut [0; 4])) > 1;
    let mut push = |at: usize, column: usize| {
        let ends_clause = text[..at].trim_end().ends_with(CLAUSE_ENDS);
        cuts.push(Cut {
            at,
            column,
            ends_clause,
        });
    };
    for (at, c) in text.char_indices() {
        if at == 0 || last.is_whitespace() && !c.is_whitespace() || is_wide(last) || is_wide(c) {
            push(at, column);
        }
        column += display_width(c.encode_utf8(&mut [0; 4]));
        last = c;
    }
    push(text.len(), column);
    cuts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The words that are shown of `text` about `kept`.
    fn shown(text: &str, kept: &str, room: usize) -> String {
        let at = text.find(kept).unwrap();
        text[window(text, at..at + kept.len(), room)]
            .trim()
            .to_owned()
    }

    #[test]
    fn a_sentence_is_cut_about_its_figure_and_where_a_clause_ends() {
        let text = "The fate of many people, including 719 civilians who went missing, is unknown.";
        assert_eq!(shown(text, "719", 200), text);
        assert_eq!(
            shown(text, "719", 44),
            "including 719 civilians who went missing,"
        );
        assert_eq!(shown(text, "719", 24), "including 719 civilians");
        // A figure without room is shown all the same.
        assert_eq!(shown(text, "719 civilians", 3), "719 civilians");
    }

    #[test]
    fn chinese_is_cut_between_letters() {
        assert_eq!(
            shown("我们清除了四百二十枚地雷。", "四百二十", 14),
            "除了四百二十枚"
        );
    }

    proptest! {
        #[test]
        fn a_window_holds_its_figure_and_no_more_than_there_is_room_for(
            words in prop::collection::vec("[a-zé地]{1,9}[,.]?", 1..20),
            at in 0_usize..20,
            room in 10_usize..60,
        ) {
            let text = words.join(" ");
            let at = at % words.len();
            let start = words[..at].iter().map(|word| word.len() + 1).sum::<usize>();
            let kept = start..start + words[at].len();
            let window = window(&text, kept.clone(), room);
            prop_assert!(window.start <= kept.start && kept.end <= window.end);
            let width = display_width(text[window].trim());
            prop_assert!(width <= room.max(display_width(&words[at])));
        }
    }
}
