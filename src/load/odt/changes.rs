//! Reads the tracked changes that an odt declares before it begins.

use std::collections::BTreeMap;

use crate::load::tracked::{Revision, Revisions};
use crate::load::xml::{Step, Tag, Visitor};

/// The tracked changes of a document by their ids.
///
/// Deleted text is not in the body but in its declaration; new text is in the
/// body between two marks.
pub(super) struct Changes {
    revisions: Revisions,
    by_id: BTreeMap<String, Change>,
    /// Id of the change that is being read.
    current: String,
    is_in_paragraph: bool,
}

/// What a mark in the body means under the user's choice.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// New text that is not read.
    Hidden,
    /// Deleted text that is read: the paragraphs it touches.
    Restored(Vec<String>),
    /// Nothing to do at its marks.
    Settled,
}

impl Changes {
    pub(super) fn new(revisions: Revisions) -> Self {
        Self {
            revisions,
            by_id: BTreeMap::new(),
            current: String::new(),
            is_in_paragraph: false,
        }
    }

    /// The changes met, counted.
    pub(super) fn revisions(&self) -> Revisions {
        self.revisions
    }

    /// Whether the text between the marks of the change `id` is left out.
    pub(super) fn hides(&self, id: &str) -> bool {
        self.by_id.get(id) == Some(&Change::Hidden)
    }

    /// The paragraphs to put back at the mark of the change `id`: the first
    /// goes on in the paragraph of the mark, and what follows the mark goes on
    /// in the last.
    pub(super) fn restored(&self, id: &str) -> &[String] {
        match self.by_id.get(id) {
            Some(Change::Restored(paragraphs)) => paragraphs,
            _ => &[],
        }
    }

    fn restored_text(&mut self) -> Option<&mut Vec<String>> {
        match self.by_id.get_mut(&self.current) {
            Some(Change::Restored(paragraphs)) => Some(paragraphs),
            _ => None,
        }
    }

    fn declare(&mut self, revision: Revision) {
        let change = match (revision, self.revisions.shows(revision)) {
            (Revision::Inserted, false) => Change::Hidden,
            (Revision::Deleted, true) => Change::Restored(Vec::new()),
            _ => Change::Settled,
        };
        self.by_id.insert(self.current.clone(), change);
    }
}

impl Visitor for Changes {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "change-info" | "automatic-styles" | "note-citation" | "annotation" => {
                return Step::Skip;
            }
            "changed-region" => self.current = tag.attribute("id").unwrap_or_default().into_owned(),
            "insertion" => self.declare(Revision::Inserted),
            "deletion" => self.declare(Revision::Deleted),
            // The body, which another walk reads.
            "p" | "h" if self.current.is_empty() => return Step::Skip,
            "p" | "h" => {
                self.is_in_paragraph = true;
                if let Some(paragraphs) = self.restored_text() {
                    paragraphs.push(String::new());
                }
            }
            "s" | "tab" | "line-break" => self.text(" "),
            _ => {}
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => self.is_in_paragraph = false,
            "changed-region" => self.current.clear(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_paragraph
            && let Some(last) = self
                .restored_text()
                .and_then(|paragraphs| paragraphs.last_mut())
        {
            last.push_str(text);
        }
    }
}
