//! Trains the naming of relations, on the trees of the treebank.

use verbale::model::Dependency;
use verbale::parse::training::{Feature, Headed, RELATIONS, Weigh};

use super::corpus::Example;
use super::random::Random;
use super::weights::{Weights, rival, summed};

/// The table is `2^BITS` rows wide.
const BITS: u32 = 18;

/// A choice must win by more than this, or it is learnt again.
const MARGIN: f32 = 4.0;

/// Passes over the examples.
const EPOCHS: usize = 5;

pub(crate) type RelationWeights = Weights<{ RELATIONS.len() }>;

/// Trains on all examples.
pub(crate) fn train(examples: &[Example<'_>], seeds: u64) -> RelationWeights {
    summed(seeds, |seed| {
        let mut weights = Weights::new(BITS);
        let mut random = Random::new(seed);
        let mut order: Vec<&Example<'_>> = examples.iter().collect();
        for _ in 0..EPOCHS {
            random.shuffle(&mut order);
            for example in &order {
                learn(example, &mut weights);
            }
        }
        weights.averaged()
    })
}

fn learn(example: &Example<'_>, weights: &mut RelationWeights) {
    walk(example, |right, features| {
        let weighed = weights.weigh(features);
        let wrong = rival(&weighed, right);
        weights.advance();
        if weighed[right] - weighed[wrong] <= MARGIN {
            weights.learn(features, right, wrong);
        }
    });
}

/// Calls `see` with the right choice and the features of each relation that
/// has to be chosen.
pub(crate) fn walk(example: &Example<'_>, mut see: impl FnMut(usize, &[Feature])) {
    let headed = Headed::new(example.sentence(), &example.gold.heads);
    for (word, &relation) in example.gold.relations.iter().enumerate() {
        let Some(right) = choice(relation) else {
            continue;
        };
        if headed.given(word).is_none() {
            see(right, &headed.features(word));
        }
    }
}

/// The place of a relation among the choices; those that are known otherwise
/// have none.
fn choice(relation: Dependency) -> Option<usize> {
    let chosen = match relation {
        Dependency::CompoundPrt => Dependency::Compound,
        other => other,
    };
    RELATIONS.iter().position(|&known| known == chosen)
}
