//! Trains the tagger.

use verbale::model::PartOfSpeech;
use verbale::parse::training::{Feature, PARTS, TagState, Weigh, best, tag};

use super::corpus::Example;
use super::random::Random;
use super::weights::{Weights, rival, summed};

/// The table is `2^BITS` rows wide.
const BITS: u32 = 19;

/// A choice must win by more than this, or it is learnt again.
const MARGIN: f32 = 6.0;

/// Passes over the examples.
const EPOCHS: usize = 8;

/// The examples are tagged by taggers that have not seen them: a tagger for
/// each fold, trained on the others in this many passes.
const FOLDS: usize = 5;
const FOLD_EPOCHS: usize = 3;
/// Neighbours are of the same document, so they fall in the same fold.
const FOLD_RUN: usize = 10;

pub(crate) type TagWeights = Weights<{ PARTS.len() }>;

/// Trains a tagger on all examples.
pub(crate) fn train(examples: &[Example<'_>], seeds: u64) -> TagWeights {
    let all: Vec<&Example<'_>> = examples.iter().collect();
    summed(seeds, |seed| train_once(&all, EPOCHS, seed))
}

fn train_once(examples: &[&Example<'_>], epochs: usize, seed: u64) -> TagWeights {
    let mut weights = Weights::new(BITS);
    let mut random = Random::new(seed);
    let mut order: Vec<&Example<'_>> = examples.to_vec();
    for _ in 0..epochs {
        random.shuffle(&mut order);
        for example in &order {
            learn(example, &mut weights);
        }
    }
    weights.averaged()
}

/// Tags a sentence and learns from each mistake.
fn learn(example: &Example<'_>, weights: &mut TagWeights) {
    let mut state = TagState::start();
    for &part in &example.gold.parts {
        let features = state.features(&example.forms);
        let weighed = weights.weigh(&features);
        let right = part as usize;
        let wrong = rival(&weighed, right);
        weights.advance();
        if weighed[right] - weighed[wrong] <= MARGIN {
            weights.learn(&features, right, wrong);
        }
        state = state.after(best(&weighed));
    }
}

/// Tags each example by a tagger that has not seen it.
pub(crate) fn tag_unseen(examples: &mut [Example<'_>]) {
    let fold_of = |at: usize| at / FOLD_RUN % FOLDS;
    for fold in 0..FOLDS {
        let others: Vec<&Example<'_>> = (0..examples.len())
            .filter(|&at| fold_of(at) != fold)
            .map(|at| &examples[at])
            .collect();
        let weights = train_once(&others, FOLD_EPOCHS, 0);
        for at in (0..examples.len()).filter(|&at| fold_of(at) == fold) {
            let example = &mut examples[at];
            example.tagged = tag(&example.forms, &weights);
        }
    }
}

/// Calls `see` with the features of each decision of a finished tagger.
pub(crate) fn walk(example: &Example<'_>, weights: &TagWeights, mut see: impl FnMut(&[Feature])) {
    let parts: Vec<PartOfSpeech> = tag(&example.forms, weights);
    let mut state = TagState::start();
    for part in parts {
        see(&state.features(&example.forms));
        state = state.after(part as usize);
    }
}
