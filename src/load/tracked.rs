//! Settles the tracked changes of a document.

use super::block::Input;
use crate::error::Result;
use crate::model::{Notice, NoticeCode};

/// Which text to read where changes are tracked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tracked {
    /// The text as if all changes were accepted.
    #[default]
    Accept,
    /// The text as if all changes were rejected.
    Reject,
    /// None: a document with open changes is an error.
    Error,
}

/// One kind of tracked change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Revision {
    /// New text.
    Inserted,
    /// Old text.
    Deleted,
    /// The place that moved text comes to.
    MovedTo,
    /// The place that moved text comes from.
    MovedFrom,
}

/// Decides on the tracked changes of a document and counts them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Revisions {
    tracked: Tracked,
    insertions: usize,
    deletions: usize,
    moves: usize,
}

impl Revisions {
    /// Starts to count.
    pub(super) fn new(tracked: Tracked) -> Self {
        Self {
            tracked,
            ..Self::default()
        }
    }

    /// Counts a change and says whether its text is read.
    pub(super) fn shows(&mut self, revision: Revision) -> bool {
        match revision {
            Revision::Inserted => self.insertions += 1,
            Revision::Deleted => self.deletions += 1,
            Revision::MovedTo => self.moves += 1,
            // A move has two ends and counts at one.
            Revision::MovedFrom => {}
        }
        // `Error` reads as `Accept` does: what was counted is refused in the end.
        let is_new = matches!(revision, Revision::Inserted | Revision::MovedTo);
        is_new == (self.tracked != Tracked::Reject)
    }

    /// Tells what was done; `None` when nothing was tracked.
    ///
    /// # Errors
    ///
    /// When changes are tracked and the user wants a settled text.
    pub(super) fn settle(self, input: &Input<'_>) -> Result<Option<Notice>> {
        let counted = [
            (self.insertions, "insertion"),
            (self.deletions, "deletion"),
            (self.moves, "move"),
        ];
        let parts: Vec<String> = counted
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| format!("{count} {name}{}", if *count == 1 { "" } else { "s" }))
            .collect();
        if parts.is_empty() {
            return Ok(None);
        }
        let verb = match self.tracked {
            Tracked::Accept => "accepted",
            Tracked::Reject => "rejected",
            Tracked::Error => {
                return Err(input.unreadable(
                    format!("open tracked changes ({})", parts.join(", ")),
                    "accept or reject them in the file, or choose with --tracked accept|reject",
                ));
            }
        };
        Ok(Some(Notice {
            code: NoticeCode::ResolvedTrackedChanges,
            span: None,
            message: format!("tracked changes {verb}: {}", parts.join(", ")),
        }))
    }
}
