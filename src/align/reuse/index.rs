//! Where each fingerprint stands, in all statements.

use std::ops::Range;

use super::fingerprint::Words;
use super::narrow;

/// The most places of a fingerprint that lead to pairs: to pair each place of a formula with
/// each would take the square of them. Places of one that stands in more are paired where
/// the words behind it are the same, twice as many in all, and in no more than so many.
const MAX_PLACES: usize = 32;

/// The fingerprints of some statements.
#[derive(Debug)]
pub(super) struct Index {
    /// By hash, then by witness and place; of a hash with many places first by the words
    /// behind.
    postings: Vec<Posting>,
    /// By witness: its fingerprints in the order of the text.
    own: Vec<Vec<Own>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Posting {
    hash: u64,
    witness: u32,
    at: u32,
}

/// A fingerprint of one statement.
#[derive(Debug, Clone, Copy)]
struct Own {
    at: u32,
    /// The postings that it may be paired with: the first, and how many.
    first: u32,
    count: u32,
    /// How many delegations have it.
    speakers: u32,
}

/// A shingle that two statements have, by its places in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    pub(super) before: u32,
    pub(super) after: u32,
}

impl Index {
    /// The index of the fingerprints of `texts`; `speakers` says by text who speaks.
    pub(super) fn new(texts: &[Words], speakers: &[u32]) -> Self {
        let mut postings = Vec::new();
        for (witness, words) in texts.iter().enumerate() {
            let posting = |hash, at| Posting {
                hash,
                witness: narrow(witness),
                at,
            };
            let picked = words.fingerprints().into_iter();
            postings.extend(picked.map(|one| posting(one.hash, one.at)));
        }
        postings.sort_unstable();
        let mut own: Vec<Vec<Own>> = texts.iter().map(|_| Vec::new()).collect();
        let mut first = 0;
        for run in postings.chunk_by_mut(|one, next| one.hash == next.hash) {
            let speakers = count_speakers(run, speakers);
            let is_common = run.len() > MAX_PLACES;
            let longer = |one: &Posting| texts[one.witness as usize].longer(one.at);
            // *On behalf of the Group of* stands in a hundred statements: only what goes on alike
            // is paired.
            if is_common {
                run.sort_by_key(longer);
            }
            for places in run.chunk_by(|one, next| !is_common || longer(one) == longer(next)) {
                for posting in places {
                    own[posting.witness as usize].push(Own {
                        at: posting.at,
                        first,
                        count: narrow(places.len()),
                        speakers,
                    });
                }
                first += narrow(places.len());
            }
        }
        for own in &mut own {
            own.sort_unstable_by_key(|own| own.at);
        }
        Self { postings, own }
    }

    /// What a witness has in common with those before it: for each of them, in order, the
    /// seeds in the order of its text.
    pub(super) fn seeds(&self, witness: usize) -> Vec<(usize, Vec<Seed>)> {
        let mut all: Vec<(u32, Seed)> = Vec::new();
        for own in &self.own[witness] {
            if own.count as usize > MAX_PLACES {
                continue;
            }
            let places = own.first as usize..(own.first + own.count) as usize;
            let earlier = self.postings[places].iter();
            let earlier = earlier.take_while(|one| (one.witness as usize) < witness);
            all.extend(earlier.map(|one| {
                let seed = Seed {
                    before: one.at,
                    after: own.at,
                };
                (one.witness, seed)
            }));
        }
        all.sort_unstable();
        let groups = all.chunk_by(|one, next| one.0 == next.0);
        groups
            .map(|group| {
                let seeds = group.iter().map(|(_, seed)| *seed);
                (group[0].0 as usize, seeds.collect())
            })
            .collect()
    }

    /// In the statements of how many delegations a good part of some words of a witness
    /// stands: a third of its fingerprints there that others have are in as many.
    pub(super) fn speakers(&self, witness: usize, words: &Range<u32>) -> u32 {
        let own = &self.own[witness];
        let first = own.partition_point(|own| own.at < words.start);
        let inside = own[first..].iter().take_while(|own| own.at < words.end);
        // What one statement alone says in the middle of a formula does not make it its own.
        let shared = inside.filter(|own| own.count > 1 || own.speakers > 1);
        let mut speakers: Vec<u32> = shared.map(|own| own.speakers).collect();
        speakers.sort_unstable();
        speakers.get(speakers.len() * 2 / 3).copied().unwrap_or(1)
    }
}

/// How many delegations some places are of.
fn count_speakers(places: &[Posting], speakers: &[u32]) -> u32 {
    let speakers = places.iter().map(|one| speakers[one.witness as usize]);
    let mut speakers: Vec<u32> = speakers.collect();
    speakers.sort_unstable();
    speakers.dedup();
    narrow(speakers.len())
}
