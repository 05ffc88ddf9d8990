//! Which words belong to a change, or to a number that is not read.

use super::ChangeRecord;
use crate::model::Span;
use crate::report::wording::{Mark, Segment, holder};

/// Spans of the figures and promises that changed and of the numbers that are not read,
/// ascending, with the index of their note.
pub(super) struct Labels {
    before: Vec<(Span, usize)>,
    after: Vec<(Span, usize)>,
}

impl Labels {
    /// The figures of `changes` on both sides, and the spans of both sides' notices,
    /// whose notes stand behind those of the changes, before first.
    pub(super) fn new(changes: &[ChangeRecord<'_>], notices: &[Vec<Span>; 2]) -> Self {
        let side = |side: usize| {
            let each = changes.iter().enumerate();
            let reported =
                each.filter_map(|(at, change)| change.spans[side].map(|span| (span, at)));
            let first = changes.len() + if side == 0 { 0 } else { notices[0].len() };
            let unread = notices[side].iter().copied().zip(first..);
            let mut spans: Vec<(Span, usize)> = reported.chain(unread).collect();
            // Searched by place, while changes stand by rank.
            spans.sort_unstable();
            spans
        };
        Self {
            before: side(0),
            after: side(1),
        }
    }

    /// The note on what a segment belongs to; of one that both texts have, after first.
    pub(super) fn note(&self, segment: &Segment) -> Option<usize> {
        let before = || holder(&self.before, segment.before);
        let after = || holder(&self.after, segment.after);
        match segment.mark {
            Mark::Deleted => before(),
            Mark::Inserted => after(),
            // A figure that stayed is told where it is read, in the text after.
            Mark::Same => after().or_else(before),
        }
    }
}
