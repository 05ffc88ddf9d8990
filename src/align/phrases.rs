//! Links paragraphs that share many phrases found nowhere else.
//!
//! A phrase is a run of three tokens. One that stands once on each side votes
//! for the pair of paragraphs it stands in; a pair that a good part of the
//! phrases of its shorter paragraph vote for needs no closer look. This
//! settles a lightly revised text in time proportional to its length (after
//! Heckel, *A technique for isolating differences between files*, 1978).

use hashbrown::HashMap;

use crate::model::{Key, Vocabulary};

use super::chain::{Point, heaviest_chain};
use super::pairs::Pairs;
use super::text::{Text, count_common, narrow};

/// Tokens in a phrase.
const TOKENS: usize = 3;

/// About how many phrases are looked at on either side: of longer texts an
/// even sample, picked by the phrases themselves.
const SAMPLE: usize = 1 << 18;

/// Least number of votes for a link.
const MIN_VOTES: usize = 3;

/// Least share (0 to 1) of the phrases of the shorter paragraph that vote for
/// a link; with less, a closer look may find a better partner.
const MIN_SHARE: f64 = 0.4;

/// The same for a link that the order speaks against: drafts of essays (`ArgRewrite` V.2) lose by
/// less, texts in plain language (`DEplain`) by more.
const MIN_SHARE_MOVED: f64 = 0.5;

/// A pair of paragraphs that phrases vote for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vote {
    /// Weighs as much as the pair has votes.
    point: Point,
    /// Share (0 to 1) of the phrases of the shorter paragraph.
    share: f64,
}

/// Where a phrase stands on one side: in one paragraph, nowhere or often. As
/// small as can be, for a table of them has to fit into the cache.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place(u32);

impl Place {
    const NOWHERE: Self = Self(u32::MAX);
    const OFTEN: Self = Self(u32::MAX - 1);

    fn seen(&mut self, paragraph: usize) {
        *self = if *self == Self::NOWHERE {
            Self(narrow(paragraph))
        } else {
            Self::OFTEN
        };
    }

    /// The paragraph that it stands in once.
    fn once(self) -> Option<usize> {
        (self != Self::NOWHERE && self != Self::OFTEN).then_some(self.0 as usize)
    }
}

/// Links free paragraphs that share phrases where the order is kept, then
/// those beside them that share as many of their own, unique or not.
///
/// Returns the pairs with enough votes, of which some seem to have moved:
/// they are left for a closer look.
pub(super) fn link_by_phrases(
    pairs: &mut Pairs,
    [before, after]: [&Text; 2],
    vocabulary: &Vocabulary,
) -> Vec<Vote> {
    let votes = votes(pairs, before, after, vocabulary);
    let mut points: Vec<Point> = votes.iter().map(|vote| vote.point).collect();
    // What is linked already weighs by its length: votes that cross it have to be many.
    points.extend(pairs.links().map(|(x, y)| Point {
        before: x,
        after: y,
        weight: count(after.paragraph(y).len()),
    }));
    points.sort_unstable_by_key(|point| (point.before, point.after));
    for kept in heaviest_chain(&points) {
        pairs.link(points[kept].before, points[kept].after);
    }
    for at in 0..before.len() {
        // A refrain has no phrase of its own; below a linked paragraph it is enough to share many.
        let next = pairs.after_of(at).map(|partner| (at + 1, partner + 1));
        link_if_alike(pairs, before, after, next);
    }
    for at in (0..before.len()).rev() {
        let previous = pairs
            .after_of(at)
            .and_then(|partner| at.checked_sub(1).zip(partner.checked_sub(1)));
        link_if_alike(pairs, before, after, previous);
    }
    votes
}

/// Links what is still free by its votes, most first: the phrases of such a
/// pair stand nowhere else, so it moved, however short it is.
pub(super) fn link_moved(pairs: &mut Pairs, mut votes: Vec<Vote>) {
    votes.retain(|vote| vote.share >= MIN_SHARE_MOVED);
    votes.sort_by(|x, y| y.point.weight.total_cmp(&x.point.weight));
    for Vote { point, .. } in votes {
        pairs.link(point.before, point.after);
    }
}

fn link_if_alike(pairs: &mut Pairs, before: &Text, after: &Text, pair: Option<(usize, usize)>) {
    let free = pair.filter(|&(x, y)| pairs.is_free(x, y));
    if let Some((x, y)) =
        free.filter(|&(x, y)| share_phrases(before.paragraph(x), after.paragraph(y)))
    {
        pairs.link(x, y);
    }
}

/// Whether two paragraphs have enough phrases in common to be linked.
fn share_phrases(before: &[Key], after: &[Key]) -> bool {
    let sampler = Sampler::all();
    let sorted = |keys| {
        let mut phrases: Vec<u64> = sampler.phrases(keys).collect();
        phrases.sort_unstable();
        phrases
    };
    let (before, after) = (sorted(before), sorted(after));
    let count = count_common(&before, &after) as usize;
    // A short paragraph inside a long one shares nearly all of its own phrases.
    count >= MIN_VOTES && ratio(count, before.len().min(after.len())) >= MIN_SHARE
}

/// The pairs with enough votes.
fn votes(pairs: &Pairs, before: &Text, after: &Text, vocabulary: &Vocabulary) -> Vec<Vote> {
    let sampler = Sampler::new(before.len_keys().max(after.len_keys()), vocabulary);
    let phrases = pairs.free_before().map(|at| before.paragraph(at).len());
    let usual = phrases.sum::<usize>() / usize::try_from(sampler.one_in).unwrap_or(1);
    let mut table: HashMap<u64, [Place; 2]> = HashMap::with_capacity(usual);
    let mut counts = vec![0; before.len()];
    for paragraph in pairs.free_before() {
        for phrase in sampler.phrases(before.paragraph(paragraph)) {
            let places = table.entry(phrase).or_insert([Place::NOWHERE; 2]);
            places[0].seen(paragraph);
            counts[paragraph] += 1;
        }
    }
    for paragraph in pairs.free_after() {
        for phrase in sampler.phrases(after.paragraph(paragraph)) {
            if let Some(places) = table.get_mut(&phrase) {
                places[1].seen(paragraph);
            }
        }
    }
    let mut votes = Vec::new();
    for paragraph in pairs.free_after() {
        let mut phrases = 0;
        let mut found = Vec::new();
        for phrase in sampler.phrases(after.paragraph(paragraph)) {
            phrases += 1;
            let pair = table.get(&phrase).map(|places| places.map(Place::once));
            if let Some([Some(partner), Some(_)]) = pair {
                found.push(partner);
            }
        }
        found.sort_unstable();
        for run in found.chunk_by(|x, y| x == y) {
            let share = ratio(run.len(), phrases.min(counts[run[0]]));
            // *Of the Convention on* votes for any two paragraphs on it; three phrases seldom do.
            if run.len() >= MIN_VOTES && share >= MIN_SHARE {
                let point = Point {
                    before: run[0],
                    after: paragraph,
                    weight: count(run.len()),
                };
                votes.push(Vote { point, share });
            }
        }
    }
    votes
}

fn ratio(part: usize, whole: usize) -> f64 {
    count(part) / count(whole)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a paragraph has far fewer than 2^52 phrases"
)]
fn count(phrases: usize) -> f64 {
    phrases as f64
}

/// Picks phrases by their hash: the same ones on both sides.
struct Sampler {
    one_in: u64,
    /// By key: a hash of the word, which does not depend on the key, so that
    /// the same phrases are picked whichever text was read first. Empty when
    /// all are picked.
    words: Vec<u32>,
}

impl Sampler {
    fn all() -> Self {
        Self {
            one_in: 1,
            words: Vec::new(),
        }
    }

    /// For texts of so many tokens.
    fn new(tokens: usize, vocabulary: &Vocabulary) -> Self {
        let one_in = (tokens / SAMPLE) as u64 + 1;
        if one_in == 1 {
            return Self::all();
        }
        let keys = 0..u32::try_from(vocabulary.len()).expect("keys are 32 bits long");
        let words = keys.map(|key| hash_word(vocabulary.word(Key(key))));
        Self {
            one_in,
            words: words.collect(),
        }
    }

    /// Hashes of the phrases of a paragraph.
    fn phrases(&self, keys: &[Key]) -> impl Iterator<Item = u64> {
        let number = |key: &Key| self.words.get(key.0 as usize).copied().unwrap_or(key.0);
        // Hashed by word, so that the same phrases are picked whichever text came first.
        let hashes = keys
            .windows(TOKENS)
            .map(move |phrase| phrase.iter().fold(0, |hash, key| mix(hash, number(key))));
        hashes.filter(|hash| (hash >> 32).is_multiple_of(self.one_in))
    }
}

/// One round of Fibonacci hashing (Knuth, volume 3, section 6.4).
pub(super) fn mix(hash: u64, part: u32) -> u64 {
    let mixed = (hash ^ u64::from(part)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// The same in every run.
pub(super) fn hash_word(word: &str) -> u32 {
    let hash = word
        .bytes()
        .fold(0, |hash, byte| mix(hash, u32::from(byte)));
    u32::try_from(hash >> 32).expect("half of 64 bits")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_share_phrases_where_three_of_them_are_a_good_part_of_the_shorter() {
        let keys = |numbers: std::ops::Range<u32>| numbers.map(Key).collect::<Vec<_>>();
        assert!(share_phrases(&keys(0..8), &keys(0..30)));
        assert!(!share_phrases(&keys(0..8), &keys(20..30)));
        // Two phrases are met by chance, and three of forty say little.
        assert!(!share_phrases(&keys(0..4), &keys(0..4)));
        let other = [keys(0..5), keys(100..140)].concat();
        assert!(!share_phrases(&keys(0..42), &other));
    }
}
