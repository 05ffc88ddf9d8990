//! What the alignment of two texts says of two places: evidence, never the judge.

use std::ops::Range;

use hashbrown::HashMap;

use super::feature::Mention;
use super::words::real;
use crate::model::{Alignment, Edit, EditOp, Link, Relation, Segmented, SentenceMove, Witness};

/// Least share (0 to 1) of a sentence that stayed for it to be the same sentence.
pub(super) const SAME_SENTENCE: f64 = 0.5;

/// No edit.
const NONE: u32 = u32::MAX;

/// Which tokens of two witnesses correspond.
#[derive(Debug)]
pub(super) struct Evidence {
    /// For each token before the one after that it became, word for word.
    kept: Vec<u32>,
    /// How many tokens stayed between a sentence before and one after, each named by its
    /// first token.
    stayed: HashMap<(u32, u32), u32>,
    /// For each token the number of the replacement that it stands in.
    replaced: [Vec<u32>; 2],
    /// For each paragraph the number of its link.
    links: [Vec<u32>; 2],
    /// For each link how similar its sides are, and its paragraphs after.
    sides: Vec<(f64, Vec<u32>)>,
}

/// What speaks for two figures beside what they say.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct PairEvidence {
    /// Share of the longer of their sentences that stayed word for word, 0 to 1.
    pub(super) kept: f64,
    /// How similar their paragraphs are where they are linked, 0 to 1.
    pub(super) linked: f64,
    /// What the edits say of the numbers themselves.
    pub(super) join: Join,
}

/// What the edits say of two tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Join {
    /// They correspond in a run that stayed.
    Kept,
    /// One replaces the other.
    Replaced,
    /// Nothing.
    #[default]
    Apart,
}

impl Evidence {
    /// The evidence of an alignment with edits, and of sentences that moved.
    pub(super) fn new(
        before: &Witness,
        after: &Witness,
        alignment: &Alignment,
        moves: &[SentenceMove],
    ) -> Self {
        let tokens = [before, after].map(|witness| witness.segmented.tokens.len());
        let paragraphs = [before, after].map(|witness| witness.segmented.paragraphs.len());
        let mut evidence = Self {
            kept: vec![NONE; tokens[0]],
            stayed: HashMap::new(),
            replaced: tokens.map(|count| vec![NONE; count]),
            links: paragraphs.map(|count| vec![NONE; count]),
            sides: Vec::new(),
        };
        let mut edits = 0;
        for link in &alignment.links {
            evidence.add_link(link);
            let places = [places(before, &link.before), places(after, &link.after)];
            evidence.add_edits(&link.edits, &places, link.relation, &mut edits);
        }
        for sentence in moves {
            let places = [&sentence.before, &sentence.after].map(|range| range.clone().collect());
            evidence.add_edits(&sentence.edits, &places, Relation::Moved, &mut edits);
        }
        evidence.count_stayed(&[before, after].map(sentence_starts));
        evidence
    }

    fn add_link(&mut self, link: &Link) {
        let number = narrow(self.sides.len());
        for (side, paragraphs) in [&link.before, &link.after].into_iter().enumerate() {
            for &paragraph in paragraphs {
                self.links[side][paragraph as usize] = number;
            }
        }
        self.sides.push((link.similarity, link.after.clone()));
    }

    /// Notes an edit script between tokens that stand at `places` of either side.
    fn add_edits(
        &mut self,
        edits: &[Edit],
        places: &[Vec<u32>; 2],
        relation: Relation,
        count: &mut u32,
    ) {
        let [old, new] = places;
        // One side alone has the paragraph: no token corresponds.
        if matches!(relation, Relation::Added | Relation::Removed) {
            return;
        }
        let whole = Edit {
            op: EditOp::Equal,
            before: 0..narrow(old.len()),
            after: 0..narrow(new.len()),
        };
        let stayed = std::slice::from_ref(&whole);
        for edit in if edits.is_empty() { stayed } else { edits } {
            let sides = [at(old, &edit.before), at(new, &edit.after)];
            match edit.op {
                EditOp::Equal => {
                    for (&from, &to) in sides[0].iter().zip(sides[1]) {
                        self.kept[from as usize] = to;
                    }
                }
                EditOp::Replace => {
                    for (replaced, tokens) in self.replaced.iter_mut().zip(sides) {
                        for &token in tokens {
                            replaced[token as usize] = *count;
                        }
                    }
                    *count += 1;
                }
                EditOp::Delete | EditOp::Insert => {}
            }
        }
    }

    /// Counts what stayed between two sentences; `starts` has the first token of the
    /// sentence of each token.
    fn count_stayed(&mut self, starts: &[Vec<u32>; 2]) {
        let kept = self.kept.iter().zip(&starts[0]);
        let pairs = kept.filter(|(to, _)| **to != NONE);
        let pairs: Vec<(u32, u32)> = pairs
            .map(|(&to, &start)| (start, starts[1][to as usize]))
            .collect();
        // A sentence may have been split: what stayed of it is counted by each of its successors.
        for run in pairs.chunk_by(|one, two| one == two) {
            *self.stayed.entry(run[0]).or_default() += narrow(run.len());
        }
    }

    /// What speaks for a figure before and one after.
    pub(super) fn of(&self, before: &Mention<'_>, after: &Mention<'_>) -> PairEvidence {
        PairEvidence {
            kept: self.share_kept(&before.sentence, &after.sentence),
            linked: self.linked(before.figure.paragraph, after.figure.paragraph),
            join: self.join(before.token, after.token),
        }
    }

    /// The paragraphs after that are linked with one before.
    pub(super) fn partners(&self, before: u32) -> &[u32] {
        let link = self.links[0][before as usize];
        self.sides
            .get(link as usize)
            .map_or(&[], |(_, after)| after.as_slice())
    }

    fn share_kept(&self, before: &Range<u32>, after: &Range<u32>) -> f64 {
        let stayed = self.stayed.get(&(before.start, after.start)).copied();
        f64::from(stayed.unwrap_or(0)) / real(before.len().max(after.len()).max(1))
    }

    /// How similar two paragraphs are if they are linked, 0 if not.
    fn linked(&self, before: u32, after: u32) -> f64 {
        let [old, new] = [
            self.links[0][before as usize],
            self.links[1][after as usize],
        ];
        if old == new && old != NONE {
            self.sides[old as usize].0
        } else {
            0.0
        }
    }

    fn join(&self, before: u32, after: u32) -> Join {
        let [old, new] = [
            self.replaced[0][before as usize],
            self.replaced[1][after as usize],
        ];
        if self.kept[before as usize] == after {
            Join::Kept
        } else if old == new && old != NONE {
            Join::Replaced
        } else {
            Join::Apart
        }
    }
}

/// By token: the first one of its sentence, or of its paragraph where that has none.
fn sentence_starts(witness: &Witness) -> Vec<u32> {
    let Segmented {
        tokens, paragraphs, ..
    } = &witness.segmented;
    let mut starts = vec![NONE; tokens.len()];
    for (at, parts) in paragraphs.iter().enumerate() {
        starts[parts.tokens.0 as usize..parts.tokens.1 as usize].fill(parts.tokens.0);
        for sentence in witness.segmented.paragraph_sentences(at) {
            let start = narrow(sentence.start);
            starts[sentence].fill(start);
        }
    }
    starts
}

/// The indices of the tokens of some paragraphs, end to end.
fn places(witness: &Witness, paragraphs: &[u32]) -> Vec<u32> {
    let tokens = |&at: &u32| {
        let (start, end) = witness.segmented.paragraphs[at as usize].tokens;
        start..end
    };
    paragraphs.iter().flat_map(tokens).collect()
}

fn at<'p>(places: &'p [u32], range: &Range<u32>) -> &'p [u32] {
    &places[range.start as usize..range.end as usize]
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("fewer tokens than bytes")
}
