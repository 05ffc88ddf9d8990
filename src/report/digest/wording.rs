//! Changed wording with its headings.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Detail;
use crate::model::Relation;
use crate::report::change::ChangeRecord;
use crate::report::comparison::ComparisonRecord;
use crate::report::passage::Passage;
use crate::report::target::Target;
use crate::report::wording::{Mark, Piece};

/// Changed wording with its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct PassageView<'a> {
    /// *¶5 edited*, *¶8 → ¶15 moved*.
    pub heading: String,
    /// Where it starts in the files.
    pub target: Target,
    /// The change's id.
    pub id: &'a str,
    /// The passage.
    pub passage: &'a Passage<'a>,
    /// Its words as they are shown.
    pub pieces: Cow<'a, [Piece<'a>]>,
}

/// The wording that is shown.
pub(super) fn passages<'a>(
    comparison: &'a ComparisonRecord<'a>,
    detail: Detail,
) -> Vec<PassageView<'a>> {
    let shown = |passage: &Passage<'_>| {
        detail == Detail::All || passage.is_news() && !is_whole(comparison, passage)
    };
    let wording = comparison.changes.iter();
    let wording = wording.filter(|change| change.verdict.fact().is_none());
    let view = |(change, passage): (&'a ChangeRecord<'a>, &'a Passage<'a>)| PassageView {
        heading: heading(passage),
        target: Target::of_passage(passage),
        id: &change.id,
        passage,
        pieces: Cow::Borrowed(&passage.pieces),
    };
    wording
        // Each change of wording has its passage, in the same order.
        .zip(&comparison.passages)
        .filter(|(_, passage)| shown(passage))
        .map(view)
        .collect()
}

impl PassageView<'_> {
    /// Shows so many unchanged sentences beside each change.
    pub(super) fn show_context(&mut self, context: usize) {
        let last = self.pieces.len().saturating_sub(1);
        // Beside the passage there is nothing to show: its first piece has no head, its last no
        // tail.
        let pieces = self.pieces.iter().enumerate();
        let pieces =
            pieces.flat_map(|(at, piece)| piece.with_context(context, (at == 0, at == last)));
        self.pieces = Cow::Owned(pieces.collect());
    }
}

/// Whether a passage is a paragraph that one text alone has, or of which hardly anything
/// stayed, where the texts have so little in common that nearly all paragraphs are.
pub(super) fn is_whole(comparison: &ComparisonRecord<'_>, passage: &Passage<'_>) -> bool {
    comparison.summary.is_new_text()
        && passage.is_news()
        // Two speeches of one delegation: told paragraph by paragraph it would be both texts in full.
        && (matches!(passage.relation, Relation::Added | Relation::Removed)
            || is_rewritten(passage))
}

/// Whether fewer words stayed than went and came.
fn is_rewritten(passage: &Passage<'_>) -> bool {
    let letters = |mark: fn(Mark) -> bool| -> usize {
        let pieces = passage.pieces.iter().filter(|piece| mark(piece.mark));
        pieces.map(|piece| piece.text.len()).sum()
    };
    2 * letters(|mark| mark == Mark::Same) < letters(|mark| mark != Mark::Same)
}

fn heading(passage: &Passage<'_>) -> String {
    let mut heading = places(passage);
    heading.push(' ');
    heading.push_str(passage.relation.name());
    heading
}

/// The paragraphs of both sides: *¶8 → ¶15*, with the page where there is one.
pub(in crate::report) fn places(passage: &Passage<'_>) -> String {
    let page = passage.place.page.map(|page| format!("p. {page} "));
    let mut places = page.unwrap_or_default();
    push_sides(&mut places, passage.before, passage.after);
    places
}

/// Appends the paragraph numbers of both sides: *¶8 → ¶15*; once where they are
/// the same.
fn push_sides(text: &mut String, before: &[u32], after: &[u32]) {
    let shown = [before, if before == after { &[] } else { after }];
    let mut joint = "";
    for side in shown.into_iter().filter(|side| !side.is_empty()) {
        for at in side {
            write!(text, "{joint}¶{}", at + 1).expect("a string takes all that is written");
            joint = " ";
        }
        joint = " → ";
    }
}
