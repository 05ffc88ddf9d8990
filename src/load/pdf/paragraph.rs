//! Tells where a new paragraph starts.
//!
//! The strongest sign is that the first word of a line would have fitted at
//! the end of the line before: no typesetter leaves such room inside a
//! paragraph. The others are a wider gap, an indent, a list mark, another
//! type size and another weight.

use super::display;
use super::join::HYPHENS;
use super::line::{Edges, Fill, Line, Measures};
use crate::load::{contents, numbering, phrases};

/// Display type is at least this many times as large as its caption.
const DISPLAY: f32 = 1.6;

/// A gap this many times the leading is a break.
const BREAK_GAP: f32 = 1.2;

/// As [`BREAK_GAP`] between lines that read on.
const PUSHED_GAP: f32 = 1.6;

/// A gap this many times the leading parts the items of a list.
const LIST_GAP: f32 = 1.06;

/// Least indent, as a share of the type size.
const MIN_INDENT: f32 = 0.7;

/// Most indent of a first line, as a share of the type size.
const MAX_INDENT: f32 = 6.0;

/// A line ends at the edge of its column if it ends as near to it as this share of
/// the type size: a blank may stand behind it.
const FLUSH: f32 = 0.5;

/// Sizes of one paragraph differ by less than this ratio.
const SAME_SIZE: f32 = 1.08;

/// A blank, as a share of the type size.
const BLANK: f32 = 0.25;

/// Whether `next` starts a new paragraph after the lines of `paragraph`;
/// `after` is the line that follows it in the same column.
pub(super) fn starts(
    paragraph: &[Line],
    next: &Line,
    after: Option<&Line>,
    measures: &Measures,
) -> bool {
    let Some(last) = paragraph.last() else {
        return true;
    };
    let pair = Pair {
        last,
        next,
        edges: measures.edges(last),
        next_edges: measures.edges(next),
        is_last_centred: measures.is_centred(last) && !start_together(last, next),
        is_next_centred: measures.is_centred(next),
    };
    // First: the caption differs from its figure in size, gap and indent, and belongs to it all the
    // same.
    if pair.captions(paragraph) {
        return false;
    }
    contents::is_entry(&last.text)
        || pair.leaves_display(paragraph)
        || !pair.same_size()
        || pair.has_gap(measures)
        || pair.opens_list(measures)
        || pair.is_short()
        || pair.is_next_title()
        || pair.changes_weight()
        || pair.changes_indent(paragraph, after)
}

/// Two lines in succession.
struct Pair<'a> {
    last: &'a Line,
    next: &'a Line,
    edges: Edges,
    next_edges: Edges,
    is_last_centred: bool,
    is_next_centred: bool,
}

impl Pair<'_> {
    fn same_size(&self) -> bool {
        let (one, other) = (self.last.row.size, self.next.row.size);
        one.max(other) < SAME_SIZE * one.min(other)
    }

    /// Whether `next` leaves the column of a figure in display type and its caption.
    fn leaves_display(&self, paragraph: &[Line]) -> bool {
        let figure = &paragraph[0].row;
        !self.same_column()
            && display::is_figure(figure)
            && figure.size >= DISPLAY * self.last.row.size
    }

    /// Whether `next` is the caption under or beside a figure in display type, which it goes
    /// on: *3.5* over *tonnes of scrap*.
    fn captions(&self, paragraph: &[Line]) -> bool {
        let (figure, caption) = (&self.last.row, &self.next.row);
        let meet = |one: f32, other: f32| one < other + figure.size;
        paragraph.len() == 1
            && self.same_column()
            && display::is_figure(figure)
            && figure.size >= DISPLAY * caption.size
            && self.next.text.starts_with(char::is_lowercase)
            && self.step() < figure.size
            && meet(figure.start(), caption.end())
            && meet(caption.start(), figure.end())
    }

    fn same_column(&self) -> bool {
        self.last.column == self.next.column
    }

    fn step(&self) -> f32 {
        self.next.row.baseline - self.last.row.baseline
    }

    /// Whether the lines are farther apart than lines of a paragraph; a raised
    /// letter may push two of them apart a little.
    fn has_gap(&self, measures: &Measures) -> bool {
        let most = if self.goes_on() && !self.is_short() {
            PUSHED_GAP
        } else {
            BREAK_GAP
        };
        let leading = measures.leading(self.next.row.size);
        // A line above the last one, in the same column, begins another part of the page.
        self.same_column() && (self.step() > most * leading || self.step() < 0.0)
    }

    /// Whether the words read on from one line to the next.
    fn goes_on(&self) -> bool {
        self.last.text.ends_with(HYPHENS)
            || self.next.text.starts_with(char::is_lowercase) && !self.ends_sentence()
    }

    /// How far `next` starts to the right of `last`, each from its own edge; not at
    /// all where the lines are set flush with the far edge, as right-to-left text is
    /// in a left-to-right paragraph.
    fn shift(&self) -> f32 {
        let shift = (self.next.row.start() - self.next_edges.start)
            - (self.last.row.start() - self.edges.start);
        let is_flush =
            |line: &Line, edges: Edges| (edges.end - line.row.end()).abs() < FLUSH * line.row.size;
        if shift > MAX_INDENT * self.next.row.size
            && is_flush(self.last, self.edges)
            && is_flush(self.next, self.next_edges)
        {
            return 0.0;
        }
        shift
    }

    /// Whether `next` opens with a list mark. Prose may have a number or a dash
    /// there too, so these want a sign that the line before has ended.
    fn opens_list(&self, measures: &Measures) -> bool {
        if numbering::length(&self.next.text) == 0 {
            return false;
        }
        // *12 boats were lost* may open a line of prose, *• boats* may not.
        let is_bullet = !self
            .next
            .text
            .starts_with(|mark: char| mark.is_alphanumeric() || "(（-–—―*".contains(mark));
        is_bullet
            || self.last.text.ends_with(['.', ';', ':', ','])
            || self.shift().abs() > MIN_INDENT * self.next.row.size
            || self.same_column() && self.step() > LIST_GAP * measures.leading(self.next.row.size)
    }

    /// Whether the first word of `next` would have fitted after `last`.
    fn is_short(&self) -> bool {
        // A word that is cut goes on, whatever room is left behind its hyphen.
        if self.last.text.ends_with(HYPHENS) {
            return false;
        }
        let size = self.last.row.size;
        // A centred line leaves half of its room at either end.
        let room = if self.is_last_centred {
            self.edges.end - self.edges.start - self.last.row.width()
        } else {
            self.edges.end - self.last.row.end()
        };
        let word = self.next.row.first_word_end() - self.next.row.start();
        let spare = room - word - BLANK * size;
        // Small letters speak against a break, so that more room is wanted as proof of one.
        if self.goes_on() {
            return spare
                > if self.is_last_centred {
                    size
                } else {
                    4.0 * size
                };
        }
        spare > 0.3 * size
            || self.edges.fill == Fill::Justified && !self.is_last_centred && room > 1.5 * size
    }

    /// Whether `next` reads as a title of its own after a centred line.
    fn is_next_title(&self) -> bool {
        let column = self.next_edges.end - self.next_edges.start;
        let ends_open = self.last.text.rsplit(' ').next().is_some_and(|word| {
            phrases::CONTINUING_WORDS.contains(&word) || !word.ends_with(char::is_alphanumeric)
        });
        let is_long =
            self.next.row.width() > 0.5 * column && self.next.text.starts_with(char::is_uppercase);
        let is_known = phrases::HEADLINES.contains(&self.next.text.to_lowercase().as_str());
        // A title of two centred lines is one title; *Statement* under a name is another.
        self.is_last_centred && !ends_open && (is_long || is_known)
    }

    /// Whether one line is all bold and the other not at all.
    fn changes_weight(&self) -> bool {
        self.last.row.is_bold() != self.next.row.is_bold()
            // *The **Fund** paid*: a line may break inside of what is bold.
            && !self.next.text.starts_with(char::is_lowercase)
            && !self.last.text.ends_with(',')
    }

    fn changes_indent(&self, paragraph: &[Line], after: Option<&Line>) -> bool {
        let least = MIN_INDENT * self.next.row.size;
        let is_item = numbering::length(&paragraph[0].text) > 0;
        if self.is_next_centred {
            return false;
        }
        if self.shift() > least {
            let goes_on_indented = after.is_some_and(|after| {
                after.column == self.next.column
                    && (after.row.start() - self.next.row.start()).abs() < least
            });
            // A first line may stand out to the left of the rest, as list marks do.
            let hangs =
                paragraph.len() == 1 && (is_item || goes_on_indented && !self.ends_sentence());
            return !hangs;
        }
        // The first line of a paragraph may be indented; after that an outdent ends it.
        self.shift() < -least && paragraph.len() > 1
    }

    fn ends_sentence(&self) -> bool {
        self.last
            .text
            .trim_end_matches(['”', '"', '’', '»', ')'])
            .ends_with(['.', '!', '?', ':', ';'])
    }
}

/// Whether the lines start at the same place, as centred ones of unlike
/// lengths do not.
fn start_together(one: &Line, other: &Line) -> bool {
    (one.row.start() - other.row.start()).abs() < 1.0
        && (one.row.width() - other.row.width()).abs() > 2.0
}

#[cfg(test)]
mod tests {
    use super::super::glyph::{Glyph, Purpose, Weight, narrow};
    use super::super::row::Row;
    use super::*;

    const LINE: &str = "The teams cleared all the fields in the north";

    fn line(text: &str, size: f32, baseline: f32, weight: Weight) -> Line {
        let letters = text.chars().enumerate();
        let glyphs = letters.map(|(at, letter)| Glyph {
            letter,
            start: 0.5 * size * narrow(at),
            end: 0.5 * size * narrow(at + 1),
            baseline,
            size,
            weight,
            purpose: Purpose::Content,
            run: 0,
        });
        Line {
            row: Row::new(glyphs.collect()).unwrap(),
            text: text.to_owned(),
            page: 1,
            column: 0,
        }
    }

    /// Whether the last of two lines begins a paragraph in a column of lines set as usual.
    fn begins(last: &Line, next: &Line) -> bool {
        let mut column: Vec<Line> = (0..6)
            .map(|at| line(LINE, 10.0, 12.0 * narrow(at), Weight::Regular))
            .collect();
        column.extend([last.clone(), next.clone()]);
        let measures = Measures::of(&[column]);
        starts(std::slice::from_ref(last), next, None, &measures)
    }

    #[test]
    fn a_line_of_another_size_or_weight_begins_a_paragraph() {
        let regular = |at| line(LINE, 10.0, at, Weight::Regular);
        assert!(!begins(&regular(72.0), &regular(84.0)));
        assert!(begins(
            &regular(72.0),
            &line(LINE, 11.5, 84.0, Weight::Regular)
        ));
        assert!(begins(
            &line(LINE, 10.0, 72.0, Weight::Bold),
            &regular(84.0)
        ));
    }

    #[test]
    fn the_caption_of_a_figure_does_not_go_on_in_the_next_column() {
        let set = |text: &str, size: f32, at: usize, column: usize| Line {
            column,
            ..line(text, size, 12.0 * narrow(at), Weight::Regular)
        };
        let text = LINE.to_lowercase();
        let columns = [0, 1].map(|column| (0..6).map(|at| set(&text, 10.0, at, column)).collect());
        let measures = Measures::of(&columns);
        let next = set(&text, 10.0, 0, 1);
        let goes_on = |first: Line| {
            let paragraph = [first, set(&text, 10.0, 5, 0)];
            !starts(&paragraph, &next, None, &measures)
        };
        assert!(goes_on(set(&text, 10.0, 4, 0)));
        assert!(!goes_on(set("60 %", 20.0, 4, 0)));
    }

    #[test]
    fn a_wider_gap_parts_lines_unless_they_read_on() {
        let next = "and the wells in the towns of the east coast.";
        let gap = |last: &str, next: &str| {
            begins(
                &line(last, 10.0, 72.0, Weight::Regular),
                &line(next, 10.0, 88.0, Weight::Regular),
            )
        };
        assert!(!gap(LINE, next));
        assert!(gap(LINE, LINE));
        assert!(gap("The teams cleared the fields in the north so.", next));
    }

    #[test]
    fn an_indented_line_begins_a_paragraph_and_a_hanging_one_does_not() {
        let mut next = line(
            "The teams cleared the fields in the north",
            10.0,
            84.0,
            Weight::Regular,
        );
        for glyph in &mut next.row.glyphs {
            glyph.start += 20.0;
            glyph.end += 20.0;
        }
        let last = |text| line(text, 10.0, 72.0, Weight::Regular);
        assert!(begins(&last(LINE), &next));
        let item = "2. The teams cleared all fields in the north.";
        next.text = next.text.to_lowercase();
        assert!(!begins(&last(item), &next));
    }

    #[test]
    fn lines_of_other_lengths_that_start_together_are_not_centred() {
        let short = line("The teams cleared", 10.0, 84.0, Weight::Regular);
        let long = line(LINE, 10.0, 72.0, Weight::Regular);
        let mut moved = short.clone();
        moved
            .row
            .glyphs
            .iter_mut()
            .for_each(|glyph| glyph.start += 30.0);
        assert!(start_together(&long, &short));
        assert!(!start_together(&long, &long) && !start_together(&long, &moved));
    }

    #[test]
    fn a_caption_goes_on_from_the_figure_in_display_type_above_it() {
        let figure = line("42", 30.0, 72.0, Weight::Regular);
        let caption = |text: &str| line(text, 10.0, 90.0, Weight::Regular);
        assert!(!begins(&figure, &caption("wells were dug")));
        assert!(begins(&figure, &caption("Wells were dug")));
    }
}
