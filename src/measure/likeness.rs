//! How likely it is that two figures that may be one measure are one.
//!
//! A logistic model: the weights of the features that a pair has add up to the
//! logarithm of its odds. They were fitted to the figures of 118 pairs of real
//! consecutive statements, read by hand: 530 pairs of amounts that are one measure
//! among 12,900, 151 of dates among 4,600, 42 of positions among 390.

use rust_decimal::prelude::ToPrimitive;

use super::compatible::is_same;
use super::evidence::{Join, Joint};
use super::feature::{Mention, Telling};
use super::scope::ScopeRelation;
use super::unit::Unit;
use super::words::{overlap, shared};
use crate::model::FigureKind;

/// Two figures that may be one measure, with what speaks for them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'p, 'a> {
    pub(super) one: &'p Mention<'a>,
    pub(super) two: &'p Mention<'a>,
    pub(super) joint: Joint,
    pub(super) rarity: &'p Telling,
}

/// Something that speaks for or against one measure.
pub(super) struct Feature {
    /// How much it is there, 0 to 1.
    pub(super) of: fn(Pair<'_, '_>) -> f64,
    /// What it adds to the logarithm of the odds: of amounts, of dates, of positions.
    weights: [f64; 3],
}

const fn feature(weights: [f64; 3], of: fn(Pair<'_, '_>) -> f64) -> Feature {
    Feature { of, weights }
}

/// The odds of a pair without any feature, as a logarithm.
const BIAS: [f64; 3] = [-5.8, -6.0, -2.7];

/// All features with their weights.
pub(super) const FEATURES: &[Feature] = &[
    // What the words around say, the nearer and rarer the more.
    feature([1.1, 1.0, 0.5], |pair| {
        pair.one.words.alike(&pair.two.words)
    }),
    feature([0.6, 0.4, 0.4], |pair| {
        pair.one.said_around.alike(&pair.two.said_around)
    }),
    feature([1.5, 1.2, 0.5], |pair| {
        overlap(&pair.one.window, &pair.two.window)
    }),
    feature([0.7, 1.0, 0.6], |pair| {
        pair.rarity.words.shared(&pair.one.window, &pair.two.window)
    }),
    // *adult women (6.8 percent), adult men (7.0 percent)*: what leads to each.
    feature([0.6, 0.8, 0.2], |pair| {
        pair.rarity.words.shared(&pair.one.lead, &pair.two.lead)
    }),
    feature([0.2, 0.0, 1.0], |pair| {
        pair.rarity.words.shared(&pair.one.tail, &pair.two.tail)
    }),
    // *from* and *to*, *by* and *at*.
    feature([0.3, 0.2, 0.0], |pair| flag(is_shared(pair, 0))),
    feature([-0.2, 0.0, 0.8], |pair| flag(is_shared(pair, 1))),
    // What the alignment says.
    feature([0.7, 1.1, 0.3], |pair| pair.joint.linked),
    feature([0.2, 0.2, 0.2], |pair| flag(pair.joint.join == Join::Kept)),
    feature([2.4, 1.9, 0.3], |pair| {
        flag(pair.joint.join == Join::Replaced)
    }),
    feature([-0.8, -1.5, -0.1], |pair| {
        (pair.one.position - pair.two.position).abs()
    }),
    // What the number says.
    feature([2.3, 1.4, 0.5], |pair| {
        flag(is_same(pair.one, pair.two) && !is_large(pair.one))
    }),
    feature([1.3, 0.0, 0.0], |pair| {
        flag(is_same(pair.one, pair.two) && is_large(pair.one))
    }),
    feature([-2.3, 0.0, 0.0], times_larger),
    feature([1.0, 0.0, 0.0], |pair| {
        flag(pair.one.figure.unit == pair.two.figure.unit)
    }),
    feature([-0.7, 0.0, 0.0], |pair| {
        let bare = [pair.one, pair.two].map(|mention| mention.amount.unit == Unit::Bare);
        flag(bare[0] != bare[1])
    }),
    // What it measures.
    feature([1.3, 0.0, 0.0], |pair| {
        overlap(&pair.one.thing.name, &pair.two.thing.name)
    }),
    feature([-0.5, 0.0, 0.0], |pair| {
        let (one, two) = (&pair.one.thing.name, &pair.two.thing.name);
        flag(!one.is_empty() && !two.is_empty() && shared(one, two) == 0)
    }),
    feature([0.5, 0.5, 0.5], |pair| {
        overlap(&pair.one.thing.context, &pair.two.thing.context)
    }),
    feature([-1.0, 0.0, 0.0], |pair| {
        let (one, two) = (&pair.one.thing.verbs, &pair.two.thing.verbs);
        flag(!one.is_empty() && !two.is_empty() && shared(one, two) == 0)
    }),
    feature([0.4, 0.4, 0.0], |pair| {
        flag(pair.one.aspect == pair.two.aspect)
    }),
    feature([0.3, 0.0, 0.0], |pair| {
        let relation = pair.one.scope.relation(pair.two.scope);
        flag(matches!(
            relation,
            ScopeRelation::Same | ScopeRelation::Moves
        ))
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        pair.rarity
            .things
            .shared_bags(&pair.one.thing.bag, &pair.two.thing.bag)
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        pair.rarity
            .things
            .shared(&pair.one.thing.name, &pair.two.thing.name)
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        flag(pair.one.thing.head.is_some() && pair.one.thing.head == pair.two.thing.head)
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        let exclusive = |own: &[u32], its: &[u32]| own.iter().any(|stem| !its.contains(stem));
        let (one, two) = (&pair.one.thing, &pair.two.thing);
        flag(
            one.head.is_some()
                && one.head == two.head
                && exclusive(&one.modifiers, &two.modifiers)
                && exclusive(&two.modifiers, &one.modifiers),
        )
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        let exclusive = |own: &[u32], its: &[u32]| own.iter().any(|stem| !its.contains(stem));
        let (one, two) = (&pair.one.thing.name, &pair.two.thing.name);
        flag(exclusive(one, two) && exclusive(two, one))
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        flag(pair.one.thing.bag.is_empty() || pair.two.thing.bag.is_empty())
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        flag(pair.one.scope.relation(pair.two.scope) == ScopeRelation::Other)
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        flag(pair.one.scope.relation(pair.two.scope) == ScopeRelation::Moves)
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        flag(pair.one.scope.relation(pair.two.scope) == ScopeRelation::Again)
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        flag(pair.one.aspect.is_step() != pair.two.aspect.is_step())
    }),
    feature([0.0, 0.0, 0.0], |pair| pair.joint.kept),
    feature([0.0, 0.0, 0.0], |pair| {
        pair.rarity
            .things
            .contained(&pair.one.thing.name, &pair.two.thing.name)
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        let stems = |mention: &Mention<'_>| {
            mention
                .thing
                .bag
                .iter()
                .map(|word| word.0)
                .collect::<Vec<_>>()
        };
        pair.rarity
            .things
            .contained(&stems(pair.one), &stems(pair.two))
    }),
    feature([0.0, 0.0, 0.0], |pair| {
        let (one, two) = (&pair.one.thing.verbs, &pair.two.thing.verbs);
        let things = matches!(pair.one.amount.unit, Unit::Things(_));
        flag(things && !one.is_empty() && !two.is_empty() && shared(one, two) == 0)
    }),
    // Its place among the numbers of its sentence.
    feature([1.0, 0.6, 0.3], |pair| flag(pair.one.rank == pair.two.rank)),
];

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

fn is_shared(pair: Pair<'_, '_>, side: usize) -> bool {
    let (one, two) = (pair.one.beside[side], pair.two.beside[side]);
    one.is_some() && one == two
}

/// Whether an amount is not met by chance.
fn is_large(mention: &Mention<'_>) -> bool {
    mention.figure.kind.is_amount() && mention.amount.size().is_some_and(|size| size >= 10.into())
}

/// 0 for the same size, 1 for a hundred times it.
fn times_larger(pair: Pair<'_, '_>) -> f64 {
    let size = |mention: &Mention<'_>| mention.amount.size()?.to_f64().filter(|size| *size > 0.0);
    match (size(pair.one), size(pair.two)) {
        (Some(one), Some(two)) => ((one / two).ln().abs() / 100.0_f64.ln()).min(1.0),
        _ => 0.5,
    }
}

/// The odds that both are one measure, as a natural logarithm, whatever others may be.
pub(super) fn log_odds(pair: Pair<'_, '_>) -> f64 {
    let kind = match pair.one.figure.kind {
        FigureKind::Date => 1,
        FigureKind::Ordinal | FigureKind::Reference => 2,
        _ => 0,
    };
    let features = FEATURES.iter();
    let sum: f64 = features
        .map(|feature| feature.weights[kind] * (feature.of)(pair))
        .sum();
    BIAS[kind] + sum
}

/// What it adds that each is the likeliest counterpart of the other.
const MUTUAL: f64 = 0.6;
/// What each unit adds by which the odds are above those of the likeliest rival, or
/// takes away by which they are below, up to so many.
const CLEAR: f64 = 0.06;
const MOST_CLEAR: f64 = 4.0;

/// The odds that both are one measure, seen with their rivals: the likeliest other
/// partner of either; a natural logarithm.
pub(super) fn among_rivals(own: f64, rivals: [Option<f64>; 2]) -> f64 {
    let margins = rivals.map(|rival| {
        rival.map_or(MOST_CLEAR, |rival| {
            (own - rival).clamp(-MOST_CLEAR, MOST_CLEAR)
        })
    });
    let is_mutual = margins.iter().all(|margin| *margin >= 0.0);
    let clear: f64 = margins.iter().sum();
    own + CLEAR * clear + if is_mutual { MUTUAL } else { 0.0 }
}

/// Odds as a likelihood, 0 to 1.
pub(super) fn likelihood(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_without_a_rival_is_likelier() {
        let alone = among_rivals(0.0, [None, None]);
        let rivalled = among_rivals(0.0, [Some(-1.0), None]);
        let beaten = among_rivals(0.0, [Some(1.0), None]);
        assert!(alone > rivalled && rivalled > 0.0 && beaten < rivalled);
        assert!(likelihood(0.0) > 0.49 && likelihood(0.0) < 0.51);
    }
}
