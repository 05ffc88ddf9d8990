//! How much each word around a figure tells of what it measures.

use std::cmp::Ordering;

use super::profile::Profile;
use crate::model::Key;

/// Words this many tokens away tell half as much as the next one.
const HALF_DISTANCE: f64 = 5.0;
/// Most by which the likeness of a short sentence to a long one is raised.
const MAX_RAISE: f64 = 1.25;

/// Rarity of each word among the figures of a statement.
///
/// The share of a statement's figures that have the word is averaged over the
/// statements, so a sentence repeated for years is as telling as in one year.
#[derive(Debug)]
pub(super) struct Weights {
    by_key: Vec<f64>,
}

impl Weights {
    /// The weights of the words around `profiles`, which stand by witness;
    /// `count` is the number of distinct words.
    pub(super) fn new(profiles: &[Profile<'_>], count: usize) -> Self {
        let mut shares = vec![0.0; count];
        let mut statements = 0.0;
        for group in profiles.chunk_by(|one, two| one.mention.witness == two.mention.witness) {
            statements += 1.0;
            let part = 1.0 / real(group.len());
            for (key, _) in group.iter().flat_map(|profile| &profile.near) {
                shares[key.0 as usize] += part;
            }
        }
        let weight = |share: f64| {
            if share > 0.0 {
                (statements / share).ln_1p()
            } else {
                0.0
            }
        };
        Self {
            by_key: shares.into_iter().map(weight).collect(),
        }
    }

    /// The words of one figure, by key.
    pub(super) fn weigh(&self, near: &[(Key, u32)]) -> Words {
        let mut words: Vec<(Key, f64)> = near
            .iter()
            .map(|&(key, distance)| {
                let nearness = HALF_DISTANCE / (HALF_DISTANCE + f64::from(distance));
                (key, self.by_key[key.0 as usize].powi(2) * nearness)
            })
            .collect();
        let length = words.iter().map(|word| word.1 * word.1).sum::<f64>().sqrt();
        if length > 0.0 {
            for word in &mut words {
                word.1 /= length;
            }
        }
        Words { words, length }
    }
}

/// The words around a figure as a vector of length 1, sorted by key.
#[derive(Debug, Default)]
pub(super) struct Words {
    words: Vec<(Key, f64)>,
    /// What the vector's length was: how much the words tell in all.
    length: f64,
}

impl Words {
    /// The most telling words, at most `count`.
    pub(super) fn telling(&self, count: usize) -> impl Iterator<Item = Key> + use<> {
        let mut words = self.words.clone();
        words.sort_by(|one, two| two.1.total_cmp(&one.1).then(one.0.cmp(&two.0)));
        words.into_iter().take(count).map(|word| word.0)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of figures are far below 2^52"
)]
fn real(count: usize) -> f64 {
    count as f64
}

/// How alike the words around two figures are, 0 to 1: their cosine, raised
/// where one has few words and the other says more beside them.
pub(super) fn words_alike(one: &Words, two: &Words) -> f64 {
    let shorter = one.length.min(two.length);
    if shorter <= 0.0 {
        return 0.0;
    }
    let raise = (one.length.max(two.length) / shorter).sqrt().min(MAX_RAISE);
    (cosine(&one.words, &two.words) * raise).min(1.0)
}

fn cosine(one: &[(Key, f64)], two: &[(Key, f64)]) -> f64 {
    let (mut at, mut other, mut sum) = (0, 0, 0.0);
    while let (Some(left), Some(right)) = (one.get(at), two.get(other)) {
        match left.0.cmp(&right.0) {
            Ordering::Less => at += 1,
            Ordering::Greater => other += 1,
            Ordering::Equal => {
                sum += left.1 * right.1;
                at += 1;
                other += 1;
            }
        }
    }
    sum
}

/// Words in common of two phrases as a part of the longer, 0 to 1; `None`
/// where either is missing.
pub(super) fn phrases_alike(one: Option<&str>, two: Option<&str>) -> Option<f64> {
    let (one, two) = (one?, two?);
    if one == two {
        return Some(1.0);
    }
    let shared = one
        .split(' ')
        .filter(|word| two.split(' ').any(|other| other == *word))
        .count();
    let longer = one.split(' ').count().max(two.split(' ').count());
    Some(real(shared) / real(longer))
}
