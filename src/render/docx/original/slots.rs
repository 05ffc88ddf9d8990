//! Cuts the runs of a paragraph where edits begin and end.

use std::collections::BTreeMap;
use std::ops::Range;

use super::edits::ParagraphEdits;
use super::places::Place;
use crate::render::docx::change::Change;
use crate::report::{FileParagraph, PieceKind, TextPart};

/// A stretch of a run that has one fate.
pub(super) struct Slot {
    pub(super) run: usize,
    pub(super) piece: usize,
    /// Bytes of the part's words, for a text that is cut.
    pub(super) words: Option<Range<usize>>,
    /// Where it begins and ends.
    pub(super) from: Place,
    pub(super) to: Place,
    pub(super) change: Change,
}

/// What runs are cut by.
pub(super) struct Cutter<'c> {
    pub(super) part: &'c TextPart,
    pub(super) paragraph: &'c FileParagraph,
    pub(super) edits: &'c ParagraphEdits,
}

impl Cutter<'_> {
    /// The stretches of all runs that have one fate each.
    pub(super) fn slots(&self) -> Vec<Slot> {
        let part = self.part;
        let mut cuts: Vec<Place> = self.edits.points.iter().map(|(place, _)| *place).collect();
        cuts.extend(
            self.edits
                .stretches
                .iter()
                .flat_map(|(from, to, _)| [*from, *to]),
        );
        cuts.extend(self.edits.blanks.iter().flat_map(|(from, to)| [*from, *to]));
        cuts.sort_unstable();
        cuts.dedup();
        let fields = self.fields();
        let mut slots = Vec::new();
        for &run in &self.paragraph.runs {
            for &piece in &part.runs[run].pieces {
                self.push_slots(&mut slots, (run, piece), &cuts, &fields);
            }
        }
        slots
    }

    fn push_slots(
        &self,
        slots: &mut Vec<Slot>,
        (run, piece): (usize, usize),
        cuts: &[Place],
        fields: &BTreeMap<usize, (Place, Place)>,
    ) {
        let known = &self.part.pieces[piece];
        if known.count == 0 {
            let at = Place::before(known.first).0.saturating_sub(1);
            let (from, to) = match known.kind {
                PieceKind::Field(field) => fields[&field],
                _ => (Place(at), Place(at + 1)),
            };
            let is_alone = self.edits.pieces.contains(&piece);
            slots.push(Slot {
                run,
                piece,
                words: None,
                from: Place(at),
                to: Place(at),
                change: match known.kind {
                    _ if is_alone => Change::Inserted,
                    _ if self.edits.stays.contains(&piece) => Change::None,
                    PieceKind::Field(field) if self.part.crossing.contains(&field) => Change::None,
                    PieceKind::Field(_) => self.change(from, to, true),
                    _ => self.change(from, to, false),
                },
            });
            return;
        }
        let inner = Place::after(known.first)..=Place::before(known.first + known.count - 1);
        let mut starts = vec![0];
        if matches!(known.kind, PieceKind::Text(_)) && !inner.is_empty() {
            let first = cuts.partition_point(|cut| cut < inner.start());
            let inside = cuts[first..].iter().take_while(|cut| *cut <= inner.end());
            starts.extend(inside.map(|cut| cut.0.div_ceil(2) - u64::from(known.first)));
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
            let (from, to) = (Place::before(source(start)), Place::after(source(end - 1)));
            slots.push(Slot {
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
    fn fields(&self) -> BTreeMap<usize, (Place, Place)> {
        let part = self.part;
        let mut fields = BTreeMap::new();
        let pieces = self
            .paragraph
            .runs
            .iter()
            .flat_map(|run| &part.runs[*run].pieces);
        for piece in pieces.map(|piece| &part.pieces[*piece]) {
            if let PieceKind::Field(field) = piece.kind {
                let at = Place::before(piece.first).0.saturating_sub(1);
                let known = fields.entry(field).or_insert((Place(at), Place(at + 1)));
                known.1 = Place(at + 1);
            }
        }
        fields
    }

    /// Whether white space came with the end of a paragraph.
    fn is_blank(&self, from: Place, to: Place) -> bool {
        let mut blanks = self.edits.blanks.iter();
        blanks.any(|(start, end)| *start <= from && to <= *end)
    }

    /// What becomes of what stands from one place to another.
    fn change(&self, from: Place, to: Place, is_field: bool) -> Change {
        let mut stretches = self.edits.stretches.iter();
        let held = stretches.find(|(start, end, _)| {
            if from.0 + 1 == to.0 && from.0 % 2 == 1 || is_field {
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
