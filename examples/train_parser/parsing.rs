//! Trains the parser with a dynamic oracle (Goldberg and Nivre, 2013).

use verbale::parse::training::{Configuration, Feature, MOVES, Move, Weigh, arc_features, heads};

use super::corpus::Example;
use super::random::Random;
use super::weights::{Weights, summed};

/// The table is `2^BITS` rows wide.
const BITS: u32 = 22;

/// The best of the right moves must win by more than this, or it is learnt again.
const MARGIN: f32 = 4.0;

/// Passes over the examples.
const EPOCHS: usize = 8;

/// From the second pass on, the model's own choice is followed so often of ten
/// times, right or wrong, so that it learns to go on behind its mistakes.
const EXPLORATION: usize = 9;

pub(crate) type MoveWeights = Weights<3>;

/// Trains a parser on all examples.
pub(crate) fn train(examples: &[Example<'_>], seeds: u64) -> MoveWeights {
    summed(seeds, |seed| train_once(examples, seed))
}

fn train_once(examples: &[Example<'_>], seed: u64) -> MoveWeights {
    let mut weights = Weights::new(BITS);
    let mut random = Random::new(seed);
    let mut order: Vec<&Example<'_>> = examples.iter().collect();
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        for example in &order {
            let mut state = Configuration::start(example.gold.words.len());
            while !state.is_done() {
                let step = state.forced().unwrap_or_else(|| {
                    let features = arc_features(&state, example.sentence());
                    let (right, own) = learn(example, &state, &features, &mut weights);
                    let explores = epoch > 0 && random.below(10) < EXPLORATION;
                    if explores { own } else { right }
                });
                state.make(step);
            }
        }
    }
    weights.averaged()
}

/// Learns from one decision; tells the best right move and the model's own.
fn learn(
    example: &Example<'_>,
    state: &Configuration,
    features: &[Feature],
    weights: &mut MoveWeights,
) -> (Move, Move) {
    let weighed = weights.weigh(features);
    let costs = costs(state, &example.gold.heads);
    let legal = state.legal();
    let of_kind = |right: bool| {
        let least = least_cost(legal, costs);
        let moves = (0..MOVES.len()).filter(|&at| legal[at] && (costs[at] == least) == right);
        moves.reduce(|best, at| {
            if weighed[at] > weighed[best] {
                at
            } else {
                best
            }
        })
    };
    weights.advance();
    let right = of_kind(true).unwrap_or(0);
    if let Some(wrong) = of_kind(false)
        && weighed[right] - weighed[wrong] <= MARGIN
    {
        weights.learn(features, right, wrong);
    }
    (MOVES[right], state.best_move(weighed))
}

fn least_cost(legal: [bool; 3], costs: [usize; 3]) -> usize {
    let legal_costs = legal.into_iter().zip(costs).filter(|(legal, _)| *legal);
    legal_costs.map(|(_, cost)| cost).min().unwrap_or(0)
}

/// How many arcs of the treebank each move puts out of reach.
fn costs(state: &Configuration, gold: &[usize]) -> [usize; 3] {
    let (front, words) = (state.front(), gold.len());
    let stack = state.stack();
    let mut costs = [0; 3];
    if let Some((&top, below)) = stack.split_last() {
        let children_ahead = (front..words).filter(|&word| gold[word] == top).count();
        let head = gold[top];
        let head_is_below = below.last() == Some(&head);
        let head_is_behind_front = head > front;
        costs[Move::Left as usize] =
            children_ahead + usize::from(head_is_below || head_is_behind_front);
        costs[Move::Right as usize] = children_ahead + usize::from(head >= front);
    }
    if front < words {
        let below_top = &stack[..stack.len().saturating_sub(1)];
        let head_lost = below_top.contains(&gold[front]);
        let children_lost = stack.iter().filter(|&&word| gold[word] == front).count();
        costs[Move::Shift as usize] = usize::from(head_lost) + children_lost;
    }
    costs
}

/// Calls `see` with the features of each decision of a finished parser.
pub(crate) fn walk(example: &Example<'_>, weights: &MoveWeights, see: impl FnMut(&[Feature])) {
    heads(example.sentence(), weights, see);
}
