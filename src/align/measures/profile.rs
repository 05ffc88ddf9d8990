//! What is known of one figure when rows are formed.

use rust_decimal::Decimal;

use super::class::Class;
use super::period::Reach;
use super::words::{Weights, Words};
use crate::model::{
    Bound, Canonical, Figure, Key, Mention, Span, Token, TokenClass, Vocabulary, Witness,
};

/// Fewest words of a subject that is a name.
const NAME_WORDS: usize = 3;
/// Words farther from a figure tell nothing of it: this bounds the work on a
/// sentence without an end.
const REACH: usize = 100;
/// How many tokens a mark between clauses counts for.
const CLAUSE_DISTANCE: u32 = 10;

/// A figure with all that tells what it measures.
#[derive(Debug)]
pub(super) struct Profile<'a> {
    pub(super) mention: Mention,
    pub(super) figure: &'a Figure,
    pub(super) class: Class<'a>,
    pub(super) reach: Reach<'a>,
    /// Who speaks.
    pub(super) delegation: Option<&'a str>,
    /// Words of its sentence with their distance from it in tokens, by key.
    pub(super) near: Vec<(Key, u32)>,
    /// The same words weighed by nearness and rarity.
    pub(super) words: Words,
}

/// The profiles of all amounts, by witness and in reading order.
pub(super) fn profiles<'a>(witnesses: &'a [Witness], vocabulary: &Vocabulary) -> Vec<Profile<'a>> {
    let mut profiles: Vec<Profile<'a>> = Vec::new();
    for (index, witness) in (0..).zip(witnesses) {
        let amounts = (0..).zip(&witness.figures);
        profiles.extend(amounts.filter_map(|(figure_index, figure)| {
            let mention = Mention {
                witness: index,
                figure: figure_index,
            };
            profile(witness, figure, mention, vocabulary)
        }));
    }
    let weights = Weights::new(&profiles, vocabulary.len());
    for profile in &mut profiles {
        profile.words = weights.weigh(&profile.near);
    }
    profiles
}

fn profile<'a>(
    witness: &'a Witness,
    figure: &'a Figure,
    mention: Mention,
    vocabulary: &Vocabulary,
) -> Option<Profile<'a>> {
    let metadata = &witness.document.metadata;
    Some(Profile {
        mention,
        figure,
        class: Class::of(figure, &witness.document.text)?,
        reach: Reach::of(&witness.document, figure),
        delegation: metadata
            .delegation
            .as_ref()
            .map(|stated| stated.value.as_str()),
        near: near(witness, figure, vocabulary),
        words: Words::default(),
    })
}

/// The words of the sentence of `figure` but for its own, each once at its
/// least distance, by key.
fn near(witness: &Witness, figure: &Figure, vocabulary: &Vocabulary) -> Vec<(Key, u32)> {
    let segmented = &witness.segmented;
    let sentence = segmented.sentence(figure.paragraph as usize, figure.sentence);
    let tokens = &segmented.tokens[sentence];
    let first = tokens.partition_point(|token| token.span.end <= figure.span.start);
    let last = tokens.partition_point(|token| token.span.start < figure.span.end);
    let unit = tokens[first..last.max(first)].iter().filter(|token| {
        let overlaps = |span: Span| span.overlaps(token.span);
        !overlaps(figure.numeral) && !figure.hedge.is_some_and(overlaps)
    });
    let mut words: Vec<(Key, u32)> = unit.map(|token| (token.key, 1)).collect();
    outward(tokens[..first].iter().rev(), vocabulary, &mut words);
    outward(tokens[last..].iter(), vocabulary, &mut words);
    words.retain(|word| vocabulary.class(word.0) == TokenClass::Word);
    words.sort_unstable();
    words.dedup_by_key(|word| word.0);
    words
}

/// Adds `tokens`, which lead away from a figure, with their distance from it.
fn outward<'t>(
    tokens: impl Iterator<Item = &'t Token>,
    vocabulary: &Vocabulary,
    words: &mut Vec<(Key, u32)>,
) {
    let mut distance = 0;
    for token in tokens.take(REACH) {
        let parts_clauses = matches!(vocabulary.word(token.key), ";" | ":");
        distance += if parts_clauses { CLAUSE_DISTANCE } else { 1 };
        words.push((token.key, distance));
    }
}

impl<'a> Profile<'a> {
    /// Its subject, if it has so many words that nothing else is called so.
    pub(super) fn name(&self) -> Option<&'a str> {
        let subject = self.figure.subject.as_deref()?;
        subject.split(' ').nth(NAME_WORDS - 1).map(|_| subject)
    }

    /// Whether both have the same name.
    pub(super) fn shares_name(&self, other: &Self) -> bool {
        self.name().is_some() && self.name() == other.name()
    }

    /// Whether the two are known to be said by two delegations.
    pub(super) fn is_abroad(&self, other: &Self) -> bool {
        matches!((self.delegation, other.delegation), (Some(one), Some(two)) if one != two)
    }

    /// Whether one statement may say both of one measure: the same number, or
    /// the same within what the words allow on both sides.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let (one, two) = (self.figure, other.figure);
        if one.ratio.is_some() || two.ratio.is_some() {
            return one.ratio == two.ratio;
        }
        if one.bound == Bound::Range && two.bound == Bound::Range {
            return one.unit == two.unit && (one.low, one.high) == (two.low, two.high);
        }
        match (&one.canonical, &two.canonical) {
            (Some(one), Some(two)) if one.unit == two.unit => {
                is_same(one.value, two.value) || meet(ends(one), ends(two))
            }
            _ if one.unit == two.unit => {
                is_same(one.value, two.value) || meet((one.low, one.high), (two.low, two.high))
            }
            _ => false,
        }
    }
}

type Ends = (Option<Decimal>, Option<Decimal>);

fn ends(amount: &Canonical) -> Ends {
    (amount.low, amount.high)
}

fn is_same(one: Option<Decimal>, two: Option<Decimal>) -> bool {
    one.is_some() && one == two
}

/// Whether two intervals share a number; an open end has no say.
fn meet(one: Ends, two: Ends) -> bool {
    let ((Some(low), Some(high)), (Some(other_low), Some(other_high))) = (one, two) else {
        return false;
    };
    low <= other_high && other_low <= high
}
