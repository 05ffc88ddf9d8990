//! Where in the files a reader finds what a report tells.

use super::change::ChangeRecord;
use super::comparison::ComparisonRecord;
use super::passage::Passage;
use super::promise::SideRecord;

/// A line in one of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Target {
    /// 0 for the file before, 1 for the file after.
    pub side: usize,
    /// From 1, where the format has lines.
    pub line: Option<u32>,
}

impl Target {
    /// Where a change stands: in the text after if it is there.
    pub(super) fn of_change(comparison: &ComparisonRecord<'_>, change: &ChangeRecord<'_>) -> Self {
        let of_side = |said: &SideRecord<'_>, side| Self {
            side,
            line: said.place().line,
        };
        let numbers = &change.paragraphs;
        let is_here = |passage: &&Passage<'_>| {
            passage.before == numbers.before && passage.after == numbers.after
        };
        match (&change.after, &change.before) {
            (Some(said), _) => of_side(said, 1),
            (None, Some(said)) => of_side(said, 0),
            // A change of wording has no side of its own: its passage knows the line.
            (None, None) => comparison
                .passages
                .iter()
                .find(is_here)
                .map(Self::of_passage)
                .unwrap_or_default(),
        }
    }

    /// Where a passage starts.
    pub(super) fn of_passage(passage: &Passage<'_>) -> Self {
        Self {
            side: usize::from(!passage.after.is_empty()),
            line: passage.place.line,
        }
    }
}
