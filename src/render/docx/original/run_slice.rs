//! Cuts the runs of a paragraph where edits begin and end.

use std::collections::BTreeMap;
use std::ops::Range;

use super::edits::ParagraphEdits;
use super::position::FilePosition;
use crate::render::docx::change::Change;
use crate::report::{FileParagraph, PieceKind, TextPart};

/// A stretch of a run that has one fate.
pub(super) struct RunSlice {
    pub(super) run: usize,
    pub(super) piece: usize,
    /// Bytes of the part's words, for a text that is cut.
    pub(super) words: Option<Range<usize>>,
    /// Where it begins and ends.
    pub(super) from: FilePosition,
    pub(super) to: FilePosition,
    pub(super) change: Change,
}

/// What runs are cut by.
pub(super) struct RunSplitter<'c> {
    pub(super) part: &'c TextPart,
    pub(super) paragraph: &'c FileParagraph,
    pub(super) edits: &'c ParagraphEdits,
}

impl RunSplitter<'_> {
    /// The stretches of all runs that have one fate each.
    pub(super) fn slices(&self) -> Vec<RunSlice> {
        let part = self.part;
        let mut cuts: Vec<FilePosition> = self
            .edits
            .points
            .iter()
            .map(|(position, _)| *position)
            .collect();
        cuts.extend(
            self.edits
                .stretches
                .iter()
                .flat_map(|(from, to, _)| [*from, *to]),
        );
        cuts.extend(self.edits.blanks.iter().flat_map(|(from, to)| [*from, *to]));
        cuts.sort_unstable();
        cuts.dedup();
        // Once a paragraph: each piece of a field asks where its field ends.
        let fields = self.fields();
        let mut slices = Vec::new();
        for &run in &self.paragraph.runs {
            for &piece in &part.runs[run].pieces {
                self.push_slices(&mut slices, (run, piece), &cuts, &fields);
            }
        }
        slices
    }

    fn push_slices(
        &self,
        slices: &mut Vec<RunSlice>,
        (run, piece): (usize, usize),
        cuts: &[FilePosition],
        fields: &BTreeMap<usize, (FilePosition, FilePosition)>,
    ) {
        let known = &self.part.pieces[piece];
        // References, pictures and marks of fields stand for no letter: their place is between
        // those around them.
        if known.count == 0 {
            let at = FilePosition::before(known.first).0.saturating_sub(1);
            let (from, to) = match known.kind {
                PieceKind::Field(field) => fields[&field],
                _ => (FilePosition(at), FilePosition(at + 1)),
            };
            let is_alone = self.edits.pieces.contains(&piece);
            slices.push(RunSlice {
                run,
                piece,
                words: None,
                from: FilePosition(at),
                to: FilePosition(at),
                change: match known.kind {
                    // A reference goes by its note, not by the words around it.
                    _ if is_alone => Change::Inserted,
                    _ if self.edits.stays.contains(&piece) => Change::None,
                    PieceKind::Field(field) if self.part.crossing.contains(&field) => Change::None,
                    PieceKind::Field(_) => self.change(from, to, true),
                    _ => self.change(from, to, false),
                },
            });
            return;
        }
        // A cut at either end of a piece divides nothing.
        let inner =
            FilePosition::after(known.first)..=FilePosition::before(known.first + known.count - 1);
        let mut starts = vec![0];
        if matches!(known.kind, PieceKind::Text(_)) && !inner.is_empty() {
            let first = cuts.partition_point(|cut| cut < inner.start());
            let inside = cuts[first..].iter().take_while(|cut| *cut <= inner.end());
            starts.extend(inside.map(|cut| cut.0.div_ceil(2) - u64::from(known.first)));
            // A cut in front of a letter and one behind the letter before are one place.
            starts.dedup();
        }
        let ends = starts
            .iter()
            .skip(1)
            .copied()
            .chain([u64::from(known.count)]);
        let mut words = self.words(piece, &starts);
        for (&start, end) in starts.iter().zip(ends) {
            let source = |at: u64| known.first + u32::try_from(at).unwrap_or(0);
            let (from, to) = (
                FilePosition::before(source(start)),
                FilePosition::after(source(end - 1)),
            );
            slices.push(RunSlice {
                run,
                piece,
                words: words.next(),
                from,
                to,
                change: if self.is_blank(from, to) {
                    Change::Inserted
                } else {
                    self.change(from, to, false)
                },
            });
        }
    }

    /// The bytes of each stretch of a text that is cut before these characters; none
    /// of one that is whole.
    fn words(&self, piece: usize, starts: &[u64]) -> impl Iterator<Item = Range<usize>> {
        let part = self.part;
        let mut bytes = Vec::new();
        if let PieceKind::Text(words) = &part.pieces[piece].kind
            && starts.len() > 1
        {
            let mut letters = part.words[words.clone()].char_indices();
            let mut passed = 0;
            for &start in starts {
                let letter = letters.nth(usize::try_from(start - passed).unwrap_or(usize::MAX));
                bytes.push(words.start + letter.map_or(words.len(), |(at, _)| at));
                passed = start + 1;
            }
            bytes.push(words.end);
        }
        let ranges: Vec<_> = bytes.windows(2).map(|pair| pair[0]..pair[1]).collect();
        ranges.into_iter()
    }

    /// Where the fields of this paragraph begin and end; one that goes on in another
    /// paragraph is in no stretch, and never gone as a whole.
    fn fields(&self) -> BTreeMap<usize, (FilePosition, FilePosition)> {
        let part = self.part;
        let mut fields = BTreeMap::new();
        let pieces = self
            .paragraph
            .runs
            .iter()
            .flat_map(|run| &part.runs[*run].pieces);
        for piece in pieces.map(|piece| &part.pieces[*piece]) {
            if let PieceKind::Field(field) = piece.kind {
                let at = FilePosition::before(piece.first).0.saturating_sub(1);
                let known = fields
                    .entry(field)
                    .or_insert((FilePosition(at), FilePosition(at + 1)));
                known.1 = FilePosition(at + 1);
            }
        }
        fields
    }

    /// Whether white space came with the end of a paragraph.
    fn is_blank(&self, from: FilePosition, to: FilePosition) -> bool {
        let mut blanks = self.edits.blanks.iter();
        blanks.any(|(start, end)| *start <= from && to <= *end)
    }

    /// What becomes of what stands from one position to another.
    fn change(&self, from: FilePosition, to: FilePosition, is_field: bool) -> Change {
        let mut stretches = self.edits.stretches.iter();
        let held = stretches.find(|(start, end, _)| {
            // What stands at the edge of a stretch, as a picture or the mark of a comment, need not
            // belong to it.
            if from.is_gap_to(to) || is_field {
                *start < from && to < *end
            } else {
                *start <= from && to <= *end
            }
        });
        held.map_or(self.edits.whole.unwrap_or(Change::None), |(.., change)| {
            *change
        })
    }
}
