//! Finds sentences that moved from one place to another.
//!
//! Input: the links of all paragraphs with their edits. A sentence is free where
//! most of it did not stay in its place. Free sentences of the same words are
//! paired in order, then those that have most words in common and no rival.

use std::cmp::Ordering;
use std::ops::Range;

use hashbrown::HashMap;

use crate::model::{Edit, EditOp, Key, Link, Role, SentenceMove, TokenClass, Vocabulary, Witness};

use super::text::{dice, narrow};

/// Least number of words of a sentence that is known to have moved: shorter
/// ones are said again and again.
const MIN_WORDS: usize = 7;

/// Most words and marks of a free sentence, in a hundred, that stayed in their place.
const MAX_STAYED: u32 = 25;

/// Least share (0 to 1) of the words of both that a sentence has in common with
/// the one that it became. In 322 pairs of consecutive statements (General
/// Debate, central bank, Mine Ban Convention) all 40 that have it say the same in
/// both places; with 0.6 one in eight of the others does not.
const MIN_SIMILARITY: f64 = 0.7;

/// A word that more free sentences of one side have tells little of any.
const MOST_HOLDERS: usize = 8;

/// The sentences before that stand elsewhere after, in the order of the text
/// before, without their edits. `links` are those of the paragraphs, with theirs.
#[must_use]
pub fn moved_sentences(
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
    links: &[Link],
) -> Vec<SentenceMove> {
    let old = free_sentences(before, vocabulary, links, |link| Side {
        paragraphs: &link.before,
        changed: changed(link, |edit| &edit.before),
    });
    let new = free_sentences(after, vocabulary, links, |link| Side {
        paragraphs: &link.after,
        changed: changed(link, |edit| &edit.after),
    });
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let mut pairs = same_words(&old, &new);
    let others = most_words(&old, &new, &pairs);
    pairs.extend(others);
    pairs.sort_unstable_by_key(|pair| pair.before);
    let moves = pairs.into_iter().map(|pair| SentenceMove {
        paragraphs: [old[pair.before].paragraph, new[pair.after].paragraph],
        before: old[pair.before].tokens.clone(),
        after: new[pair.after].tokens.clone(),
        similarity: pair.similarity,
        edits: Vec::new(),
    });
    moves.collect()
}

/// A sentence whose words went, or came.
#[derive(Debug)]
struct Free {
    paragraph: u32,
    /// Indices of its tokens in the witness.
    tokens: Range<u32>,
    /// Its words, without marks.
    words: Vec<Key>,
    /// The link and the edit that it stands in: sentences of one edit stand in
    /// one place.
    place: (usize, usize),
}

/// One side of a link.
struct Side<'a> {
    paragraphs: &'a [u32],
    /// Which of its tokens changed, and in which edit; ascending.
    changed: Vec<(Range<u32>, usize)>,
}

/// Which tokens of a side of a link changed: of paragraphs without a partner all.
fn changed(link: &Link, tokens: impl Fn(&Edit) -> &Range<u32>) -> Vec<(Range<u32>, usize)> {
    if link.before.is_empty() || link.after.is_empty() {
        return vec![(0..u32::MAX, 0)];
    }
    let edits = link.edits.iter().enumerate();
    edits
        .filter(|(_, edit)| edit.op != EditOp::Equal && !tokens(edit).is_empty())
        .map(|(at, edit)| (tokens(edit).clone(), at))
        .collect()
}

/// The free sentences of one side, in order.
fn free_sentences<'a>(
    witness: &Witness,
    vocabulary: &Vocabulary,
    links: &'a [Link],
    side: impl Fn(&'a Link) -> Side<'a>,
) -> Vec<Free> {
    let mut free = Vec::new();
    for (number, link) in links.iter().enumerate() {
        let side = side(link);
        if side.changed.is_empty() {
            continue;
        }
        // How many tokens of the link stand before the paragraph.
        let mut before = 0;
        for &paragraph in side.paragraphs {
            let (start, end) = witness.segmented.paragraphs[paragraph as usize].tokens;
            let sentences = witness.segmented.paragraph_sentences(paragraph as usize);
            let is_prose = is_prose(witness.document.paragraphs[paragraph as usize].role);
            for sentence in sentences.filter(|_| is_prose) {
                let tokens = narrow(sentence.start)..narrow(sentence.end);
                let shift = |at: u32| at - start + before;
                let Some(edit) = side.edit_of(shift(tokens.start)..shift(tokens.end)) else {
                    continue;
                };
                let words = words(witness, sentence, vocabulary);
                // *We thank the Chair for this* comes back in any statement without having moved.
                if words.len() >= MIN_WORDS {
                    free.push(Free {
                        paragraph,
                        tokens,
                        words,
                        place: (number, edit),
                    });
                }
            }
            before += end - start;
        }
    }
    free
}

/// Whether a paragraph has sentences that can move: courtesies and headings
/// stand where they belong.
fn is_prose(role: Role) -> bool {
    matches!(role, Role::Body | Role::ListItem | Role::Quote | Role::Note)
}

/// The words of a sentence, without marks.
fn words(witness: &Witness, sentence: Range<usize>, vocabulary: &Vocabulary) -> Vec<Key> {
    let keys = witness.segmented.tokens[sentence]
        .iter()
        .map(|token| token.key);
    keys.filter(|&key| vocabulary.class(key) != TokenClass::Mark)
        .collect()
}

impl Side<'_> {
    /// The edit of the first token of a sentence that changed; `None` where too
    /// many of them stayed.
    fn edit_of(&self, sentence: Range<u32>) -> Option<usize> {
        let next = self
            .changed
            .partition_point(|(tokens, _)| tokens.end <= sentence.start);
        let inside = self.changed[next..]
            .iter()
            .take_while(|(tokens, _)| tokens.start < sentence.end);
        let changed: u32 = inside
            .clone()
            .map(|(tokens, _)| tokens.end.min(sentence.end) - tokens.start.max(sentence.start))
            .sum();
        let all = sentence.end - sentence.start;
        // A sentence of which half stayed was rewritten where it stands.
        let is_free = (all - changed) * 100 <= all * MAX_STAYED;
        inside.map(|(_, edit)| *edit).next().filter(|_| is_free)
    }
}

/// Two free sentences, by their indices.
#[derive(Debug, Clone, Copy)]
struct Pair {
    before: usize,
    after: usize,
    /// 0 to 1; 1 for the same words.
    similarity: f64,
}

/// Sentences of the same words, in order.
fn same_words(old: &[Free], new: &[Free]) -> Vec<Pair> {
    let mut places: HashMap<&[Key], Vec<usize>> = HashMap::new();
    for (at, free) in new.iter().enumerate().rev() {
        places.entry(&free.words).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (before, free) in old.iter().enumerate() {
        if let Some(after) = places.get_mut(free.words.as_slice()).and_then(Vec::pop)
            // Words that went and came in one edit stand in one place: they changed order there.
            && new[after].place != free.place
        {
            pairs.push(Pair {
                before,
                after,
                similarity: 1.0,
            });
        }
    }
    pairs
}

/// Sentences that are in no pair yet and have most words in common: each is the
/// likest of the other, and none is as like.
fn most_words(old: &[Free], new: &[Free], pairs: &[Pair]) -> Vec<Pair> {
    let before = Bags::of(old, pairs.iter().map(|pair| pair.before));
    let after = Bags::of(new, pairs.iter().map(|pair| pair.after));
    let found = before.candidates(&after).into_iter().filter_map(|(x, y)| {
        let similarity = dice(&before.words[x], &after.words[y]);
        let apart = old[x].place != new[y].place;
        (apart && similarity >= MIN_SIMILARITY).then_some(Pair {
            before: x,
            after: y,
            similarity,
        })
    });
    let found: Vec<Pair> = found.collect();
    let best_before = Best::of(
        old.len(),
        found.iter().map(|pair| (pair.before, pair.similarity)),
    );
    let best_after = Best::of(
        new.len(),
        found.iter().map(|pair| (pair.after, pair.similarity)),
    );
    let without_rival = |pair: &Pair| {
        // *We cleared 40 fields in the north* could have become either of two alike: it became
        // neither.
        best_before.is_alone(pair.before, pair.similarity)
            && best_after.is_alone(pair.after, pair.similarity)
    };
    found.into_iter().filter(without_rival).collect()
}

/// The words of free sentences.
struct Bags {
    /// By sentence, ascending; empty for those in a pair.
    words: Vec<Vec<Key>>,
    /// The sentences that have a word.
    holders: HashMap<Key, Vec<usize>>,
}

impl Bags {
    fn of(free: &[Free], paired: impl Iterator<Item = usize>) -> Self {
        let mut words: Vec<Vec<Key>> = free.iter().map(|free| free.words.clone()).collect();
        for at in paired {
            words[at].clear();
        }
        for words in &mut words {
            words.sort_unstable();
        }
        let mut holders: HashMap<Key, Vec<usize>> = HashMap::new();
        for (at, words) in words.iter().enumerate() {
            for run in words.chunk_by(|one, next| one == next) {
                holders.entry(run[0]).or_default().push(at);
            }
        }
        // *Region* stands in twenty sentences; *amphibious* in the one that moved.
        holders.retain(|_, holders| holders.len() <= MOST_HOLDERS);
        Self { words, holders }
    }

    /// Pairs that share a rare word, ascending.
    fn candidates(&self, other: &Self) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (key, own) in &self.holders {
            if let Some(its) = other.holders.get(key) {
                pairs.extend(own.iter().flat_map(|&x| its.iter().map(move |&y| (x, y))));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// The highest similarity of each sentence, and how many others have it with it.
struct Best(Vec<(f64, usize)>);

impl Best {
    fn of(count: usize, found: impl Iterator<Item = (usize, f64)>) -> Self {
        let mut best = vec![(0.0, 0); count];
        for (at, similarity) in found {
            let (highest, times): &mut (f64, usize) = &mut best[at];
            match similarity.total_cmp(highest) {
                Ordering::Greater => (*highest, *times) = (similarity, 1),
                Ordering::Equal => *times += 1,
                Ordering::Less => {}
            }
        }
        Self(best)
    }

    fn is_alone(&self, at: usize, similarity: f64) -> bool {
        self.0[at] == (similarity, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_prose_move_and_headings_and_courtesies_do_not() {
        assert!([Role::Body, Role::ListItem, Role::Quote, Role::Note].map(is_prose) == [true; 4]);
        assert!(!is_prose(Role::Heading) && !is_prose(Role::Courtesy));
    }
}
