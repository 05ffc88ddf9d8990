//! Turns the rows of a redline into edits of the file.
//!
//! Rows come in reading order. One with paragraphs of the text after says what becomes
//! of their words where they stand; the others wait for the next of those, and are put
//! in between (`deleted`).

use std::collections::{BTreeMap, BTreeSet};

use super::comment_range::references;
use super::deleted::{DeletedContent, DeletedParagraph};
use super::edits::{Edits, Ids};
use super::position::{FileParagraphId, TextPositions};
use super::xml_writer::XmlWriter;
use super::{prefixed, some};
use crate::render::docx::Revision;
use crate::render::docx::change::Change;
use crate::report::{Mark, NoteReference, OriginalFile, Redline, RedlineRow, Role, RowKind, Run};

/// All edits, and the comments on them by id.
pub(super) struct Plan<'a> {
    pub(super) edits: Edits,
    pub(super) comments: Vec<(u32, String)>,
    pub(super) ids: Ids<'a>,
}

/// The edits that a redline makes in the file; `None` where one cannot be made.
pub(super) fn plan<'a>(
    redline: &'a Redline<'a>,
    kept: OriginalFile<'a>,
    revision: Revision<'a>,
) -> Option<Plan<'a>> {
    let attributes = kept.original.parts.iter();
    let attributes: Vec<String> = attributes
        .map(|part| prefixed(revision, &part.prefix))
        .collect();
    let mut planner = Planner {
        redline,
        kept,
        positions: TextPositions::new(kept)?,
        attributes: &attributes,
        ids: Ids::new(kept.original),
        edits: Edits::new(),
        comments: Vec::new(),
        reported: vec![false; redline.notes.len()],
        moves: BTreeMap::new(),
        references: references(kept),
        waiting: Vec::new(),
        last: None,
    };
    // First, for each row asks whether it is one end of a move.
    planner.moves = planner.find_moves();
    planner.push_brief()?;
    for row in &redline.rows {
        planner.push_row(row)?;
    }
    planner.put_waiting(None)?;
    // When all edits are known: rows, notes and boxes go by what became of everything in them.
    planner.mark_rows();
    planner.mark_notes();
    planner.keep_boxes();
    Some(Plan {
        edits: planner.edits,
        comments: planner.comments,
        ids: planner.ids,
    })
}

pub(super) struct Planner<'p, 'a> {
    pub(super) redline: &'p Redline<'a>,
    pub(super) kept: OriginalFile<'a>,
    pub(super) positions: TextPositions<'a>,
    /// Of each part: who made the changes, and when.
    pub(super) attributes: &'p [String],
    pub(super) ids: Ids<'a>,
    pub(super) edits: Edits,
    pub(super) comments: Vec<(u32, String)>,
    /// Which changes have their comment.
    pub(super) reported: Vec<bool>,
    /// Links whose paragraph is told as moved, and the row that it came to.
    moves: BTreeMap<usize, usize>,
    /// Where the main part refers to notes.
    pub(super) references: BTreeMap<NoteReference, (FileParagraphId, usize)>,
    /// What is gone, and stands behind the last paragraph.
    pub(super) waiting: Vec<DeletedParagraph<'a>>,
    /// The last paragraph of the text after.
    pub(super) last: Option<u32>,
}

impl<'a> Planner<'_, 'a> {
    pub(super) fn writer(&self, part: usize) -> XmlWriter<'_> {
        XmlWriter {
            part: &self.kept.original.parts[part],
            attributes: &self.attributes[part],
        }
    }

    /// The links of one paragraph that moved to one place of its own, each with the row
    /// of that place.
    fn find_moves(&self) -> BTreeMap<usize, usize> {
        let rows = self.redline.rows.iter();
        let is_prose = |row: &RedlineRow<'_>| {
            row.before.len() == 1 && self.role_before(row.before[0]) != Role::TableRow
        };
        let goes = rows
            .clone()
            .filter(|row| row.kind == RowKind::MovedFrom && is_prose(row));
        let goes: BTreeSet<usize> = goes.map(|row| row.link).collect();
        let comes = rows
            .enumerate()
            .filter(|(_, row)| row.kind == RowKind::MovedTo && self.is_one(row));
        comes
            .map(|(at, row)| (row.link, at))
            .filter(|(link, _)| goes.contains(link))
            .collect()
    }

    fn is_one(&self, row: &RedlineRow<'_>) -> bool {
        let has_kept = row
            .runs
            .iter()
            .any(|run| matches!(run, Run::Words(words) if words.mark == Mark::Same));
        let [paragraph] = row.after[..] else {
            return false;
        };
        has_kept
            && self.role(paragraph) != Role::TableRow
            // A move is marked on whole paragraphs of the file.
            && self.positions.file_paragraphs(paragraph).len() == 1
            && self.positions.is_alone(paragraph)
    }

    pub(super) fn role(&self, paragraph: u32) -> Role {
        self.kept.after.paragraphs[paragraph as usize].role
    }

    pub(super) fn role_before(&self, paragraph: u32) -> Role {
        self.kept.before.paragraphs[paragraph as usize].role
    }

    /// What becomes of the paragraphs of a row as a whole.
    fn change(&self, row: &RedlineRow<'_>) -> Change {
        let moves = self.moves.contains_key(&row.link);
        match row.kind {
            RowKind::Kept | RowKind::Edited => Change::None,
            RowKind::MovedFrom if moves => Change::MovedFrom,
            RowKind::MovedTo if moves => Change::MovedTo,
            RowKind::Removed | RowKind::MovedFrom => Change::Deleted,
            RowKind::Added | RowKind::MovedTo => Change::Inserted,
        }
    }

    fn push_row(&mut self, row: &RedlineRow<'a>) -> Option<()> {
        let change = self.change(row);
        if row.after.is_empty() {
            let item = self.item(row, change);
            self.waiting.push(item);
            return Some(());
        }
        if self.is_reshaped(row) {
            let texts = row.before.iter().map(|&old| DeletedParagraph {
                paragraph: old,
                change: Change::Deleted,
                link: row.link,
                contents: vec![DeletedContent::Text(
                    self.kept.before.paragraphs[old as usize]
                        .span
                        .of(&self.kept.before.text),
                )],
            });
            self.waiting.extend(texts.collect::<Vec<_>>());
            self.put_waiting(Some(row.after[0]))?;
            return self.push_after(row, Change::Inserted);
        }
        self.put_waiting(Some(row.after[0]))?;
        self.push_after(row, change)
    }

    /// A paragraph that is gone, with its comments.
    fn item(&mut self, row: &RedlineRow<'a>, change: Change) -> DeletedParagraph<'a> {
        if change == Change::MovedFrom {
            return self.moved_item(row);
        }
        let mut contents = Vec::new();
        let mut open = None;
        for (at, run) in row.runs.iter().enumerate() {
            let Run::Words(words) = run else { continue };
            if let Some(id) = self.comment(words) {
                contents.push(DeletedContent::Start(id));
                open = Some((id, words.note));
            }
            contents.push(DeletedContent::Text(words.before));
            if let Some((id, note)) = open
                && !goes_on(&row.runs[at + 1..], note)
            {
                contents.push(DeletedContent::End(id, change));
                open = None;
            }
        }
        DeletedParagraph {
            paragraph: row.before[0],
            change,
            link: row.link,
            contents,
        }
    }

    /// A paragraph that moved: words of it that went did not come along. Its comments
    /// stand where it came to.
    fn moved_item(&self, row: &RedlineRow<'a>) -> DeletedParagraph<'a> {
        let came = &self.redline.rows[self.moves[&row.link]];
        let contents = came.runs.iter().filter_map(|run| match run {
            Run::Words(words) if words.mark == Mark::Deleted || words.is_respelled() => {
                Some(DeletedContent::Gone(words.before))
            }
            Run::Words(words) => Some(DeletedContent::Text(words.before)),
            Run::Break(_) => None,
        });
        DeletedParagraph {
            paragraph: row.before[0],
            change: Change::MovedFrom,
            link: row.link,
            contents: contents.collect(),
        }
    }

    /// Whether two paragraphs of the text stand in two containers of the file.
    fn stand_apart(&self, one: u32, other: u32) -> bool {
        let container = |file_paragraph: FileParagraphId| {
            (
                file_paragraph.0,
                self.positions.part(file_paragraph).paragraphs[file_paragraph.1].container,
            )
        };
        let last = self.positions.file_paragraphs(one).last().copied();
        last.map(container)
            != self
                .positions
                .file_paragraphs(other)
                .first()
                .copied()
                .map(container)
    }

    /// Whether cells of a row of a table came or went, or paragraphs stand apart now that
    /// were one: it is told as what went and what came.
    fn is_reshaped(&self, row: &RedlineRow<'_>) -> bool {
        let before = row.before.iter().map(|at| self.role_before(*at));
        let roles = before.chain(row.after.iter().map(|at| self.role(*at)));
        let moves_a_cell = |run: &Run<'_>| match run {
            Run::Break(mark) => *mark != Mark::Same,
            Run::Words(words) => {
                let has_mark = words.before.contains('|') || words.after.contains('|');
                (words.mark != Mark::Same || words.is_respelled()) && has_mark
            }
        };
        if row.before.is_empty() {
            return false;
        }
        let parts = row
            .after
            .windows(2)
            .any(|pair| self.stand_apart(pair[0], pair[1]));
        // An end of a paragraph that came between two cells is no end that could be taken back.
        if parts && row.before.len() != row.after.len() {
            return true;
        }
        roles.into_iter().any(|role| role == Role::TableRow) && row.runs.iter().any(moves_a_cell)
    }

    /// What becomes of the end of a paragraph, where nothing else is said of it.
    pub(super) fn set_mark(&mut self, file_paragraph: FileParagraphId, change: Change) {
        let edits = self.edits.of(file_paragraph);
        // What was said of it first stays: it is said by the paragraph itself.
        edits.mark = edits.mark.or(some(change));
    }
}

/// Whether the words of a note go on in some runs.
pub(super) fn goes_on(runs: &[Run<'_>], note: Option<usize>) -> bool {
    runs.iter()
        .any(|run| matches!(run, Run::Words(words) if words.note == note))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_note_go_on_in_a_later_run() {
        let words = |note: Option<usize>| {
            Run::Words(crate::report::Words {
                mark: Mark::Inserted,
                before: "",
                after: "wells",
                note,
                elsewhere: None,
            })
        };
        assert!(goes_on(&[words(None), words(Some(1))], Some(1)));
        assert!(!goes_on(&[words(None), Run::Break(Mark::Same)], Some(1)));
    }
}
