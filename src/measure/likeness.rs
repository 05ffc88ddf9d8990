//! How likely it is that two figures that may be one measure are one.
//!
//! Logistic models: the weights of the features that a pair has add up to the
//! logarithm of its odds. Equal numbers need other evidence than numbers that differ,
//! so each has a model of its own. Those of amounts were fitted to the figures of 118
//! pairs of real consecutive statements, read by hand: 303 pairs of equal numbers
//! that are one measure among 690, 189 pairs of others among 2,330; those of dates and
//! positions to 151 among 4,600 and 42 among 390.

use rust_decimal::prelude::ToPrimitive;

use super::compatible::is_same;
use super::evidence::{Join, PairEvidence};
use super::feature::{Distinctive, Mention};
use super::list::{Listing, listing};
use super::origin::continues;
use super::scope::{ScopeRelation, TimeScope};
use super::words::{overlap, shared};
use crate::model::FigureKind;

/// Two figures that may be one measure, with what speaks for them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair<'p, 'a> {
    pub(super) one: &'p Mention<'a>,
    pub(super) two: &'p Mention<'a>,
    pub(super) joint: PairEvidence,
    pub(super) rarity: &'p Distinctive,
}

/// Which model a pair is weighed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Amounts that differ.
    Changed,
    /// Amounts that are equal.
    Equal,
    /// Dates.
    Date,
    /// Positions: *the third session*.
    Position,
}

impl Class {
    fn of(pair: Pair<'_, '_>) -> Self {
        match pair.one.figure.kind {
            FigureKind::Date => Self::Date,
            FigureKind::Ordinal | FigureKind::Reference => Self::Position,
            _ if is_same(pair.one, pair.two) => Self::Equal,
            _ => Self::Changed,
        }
    }
}

/// Something that speaks for or against one measure.
struct Feature {
    /// How much it is there, 0 to 1.
    of: fn(Pair<'_, '_>) -> f64,
    /// What it adds to the logarithm of the odds, by [`Class`].
    weights: [f64; 4],
}

const fn feature(weights: [f64; 4], of: fn(Pair<'_, '_>) -> f64) -> Feature {
    Feature { of, weights }
}

/// The odds of a pair without any feature, as a logarithm, by [`Class`].
const BIAS: [f64; 4] = [-6.7, -2.8, -6.0, -2.7];

/// All features with their weights.
const FEATURES: &[Feature] = &[
    // What the words around say, the nearer and rarer the more.
    feature([0.2, 0.0, 1.0, 0.5], |pair| {
        pair.one.words.alike(&pair.two.words)
    }),
    feature([0.0, 0.0, 0.4, 0.4], |pair| {
        pair.one.said_around.alike(&pair.two.said_around)
    }),
    feature([0.6, 1.1, 1.2, 0.5], |pair| {
        overlap(&pair.one.window, &pair.two.window)
    }),
    feature([0.0, 0.0, 1.0, 0.6], |pair| {
        pair.rarity.words.shared(&pair.one.window, &pair.two.window)
    }),
    // *adult women (6.8 percent), adult men (7.0 percent)*: what leads to each.
    feature([1.1, -0.1, 0.8, 0.2], |pair| {
        pair.rarity.words.shared(&pair.one.lead, &pair.two.lead)
    }),
    // *12 wells, 30 pumps and 4 dams*: what follows each up to the next.
    feature([0.7, 0.0, 0.0, 1.0], |pair| {
        pair.rarity.words.shared(&pair.one.tail, &pair.two.tail)
    }),
    // *from* and *to*, *by* and *at*.
    feature([0.5, 0.2, 0.2, 0.0], |pair| {
        flag(is_shared(pair.one, pair.two, 0))
    }),
    feature([0.0, 0.0, 0.0, 0.8], |pair| {
        flag(is_shared(pair.one, pair.two, 1))
    }),
    // What the alignment says.
    // A date stays in its paragraph; an amount that changed is as often told elsewhere.
    feature([-0.4, 0.3, 1.1, 0.3], |pair| pair.joint.linked),
    feature([0.0, 0.7, 0.2, 0.2], |pair| {
        flag(pair.joint.join == Join::Kept)
    }),
    // *We trained [140 →] 200 teachers*: the edit itself says that one became the other.
    feature([1.9, 0.4, 1.9, 0.3], |pair| {
        flag(pair.joint.join == Join::Replaced)
    }),
    // A figure from the start of one text is seldom one from the end of the other.
    feature([-0.6, -0.1, -1.5, -0.1], |pair| {
        (pair.one.position - pair.two.position).abs()
    }),
    // What the number says.
    feature([0.0, 0.0, 1.4, 0.5], |pair| {
        flag(is_same(pair.one, pair.two))
    }),
    // What is measured every year seldom grows a hundredfold.
    feature([-1.6, 0.0, 0.0, 0.0], times_larger),
    // *40 trucks* speaks for *52 trucks* more than *52* alone does.
    feature([0.8, 1.1, 0.0, 0.0], |pair| {
        flag(pair.one.figure.unit == pair.two.figure.unit)
    }),
    // What it measures.
    feature([1.0, -0.3, 0.0, 0.0], |pair| {
        overlap(&pair.one.thing.name, &pair.two.thing.name)
    }),
    feature([0.6, 1.0, 0.0, 0.0], |pair| {
        let things = &pair.rarity.things;
        things.contained(&pair.one.thing.name, &pair.two.thing.name)
    }),
    feature([1.4, 0.0, 0.0, 0.0], |pair| {
        let things = &pair.rarity.things;
        things.shared_bags(&pair.one.thing.bag, &pair.two.thing.bag)
    }),
    feature([1.5, 0.9, 0.0, 0.0], |pair| {
        let things = &pair.rarity.things;
        things.contained(&pair.one.thing.stems(), &pair.two.thing.stems())
    }),
    feature([0.0, 0.0, 0.5, 0.5], |pair| {
        overlap(&pair.one.thing.context, &pair.two.thing.context)
    }),
    feature([0.6, -0.3, 0.0, 0.0], |pair| {
        let (one, two) = (&pair.one.thing.verbs, &pair.two.thing.verbs);
        flag(!one.is_empty() && !two.is_empty() && shared(one, two) == 0)
    }),
    feature([0.4, -0.3, 0.4, 0.0], |pair| {
        flag(pair.one.aspect == pair.two.aspect)
    }),
    // When it was measured.
    feature([0.6, 0.5, 0.0, 0.0], |pair| {
        let relation = pair.one.scope.relation(pair.two.scope);
        flag(matches!(
            relation,
            ScopeRelation::Same | ScopeRelation::Moves
        ))
    }),
    // *In 2019* beside *since 2015*.
    feature([-0.2, -0.2, 0.0, 0.0], |pair| {
        flag(pair.one.scope.relation(pair.two.scope) == ScopeRelation::Other)
    }),
    feature([0.6, -0.3, 0.0, 0.0], |pair| {
        flag(pair.one.scope.relation(pair.two.scope) == ScopeRelation::Moves)
    }),
    // Its place among the numbers of its sentence.
    // *From 3 May to 9 May*: the first date becomes the first.
    feature([0.0, 0.0, 0.6, 0.3], |pair| {
        flag(pair.one.rank == pair.two.rank)
    }),
];

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// Whether the tokens right before both (side 0) or right behind both (side 1) are one word.
fn is_shared(one: &Mention<'_>, two: &Mention<'_>, side: usize) -> bool {
    let (one, two) = (one.beside[side], two.beside[side]);
    one.is_some() && one == two
}

/// 0 for the same size, 1 for a hundred times it.
fn times_larger(pair: Pair<'_, '_>) -> f64 {
    let size = |mention: &Mention<'_>| mention.amount.size()?.to_f64().filter(|size| *size > 0.0);
    match (size(pair.one), size(pair.two)) {
        (Some(one), Some(two)) => ((one / two).ln().abs() / 100.0_f64.ln()).min(1.0),
        // *Some villages* has no size: neither near nor far.
        _ => 0.5,
    }
}

/// The odds that both are one measure, as a natural logarithm, whatever others may be.
pub(super) fn log_odds(pair: Pair<'_, '_>) -> f64 {
    let class = Class::of(pair) as usize;
    let is_weighed = |feature: &&Feature| feature.weights[class] != 0.0;
    let sum: f64 = FEATURES
        .iter()
        .filter(is_weighed)
        .map(|feature| feature.weights[class] * (feature.of)(pair))
        .sum();
    let signs = SIGNS.iter().filter(|(is_there, _)| is_there(pair));
    BIAS[class] + sum + signs.map(|sign| sign.1).sum::<f64>()
}

/// Something that shows a pair or speaks against it, and what it adds.
type Sign = (fn(Pair<'_, '_>) -> bool, f64);

/// What shows a pair or speaks against it, whatever its class. Each was seen too seldom in the
/// fit for a weight of its own.
const SIGNS: [Sign; 4] = [
    // Two equal amounts are of one thing and of one year or month: *24 (2021)*.
    (is_dated_alike, 5.0),
    // The later of two levels is said to have come from the earlier: ten pairs, all right.
    (|pair| continues(pair.one, pair.two), 4.0),
    // Both stand behind one label in two lists that share their labels.
    (|pair| listing(pair.one, pair.two) == Listing::OneItem, 5.0),
    // One is the latest state of its sentence and the other is not.
    (|pair| pair.one.is_outdated != pair.two.is_outdated, -3.0),
];

/// Whether two equal amounts are of one thing and of one time that is said.
pub(super) fn is_dated_alike(pair: Pair<'_, '_>) -> bool {
    let (one, two) = (pair.one, pair.two);
    let is_dated = matches!(one.scope, TimeScope::During { .. });
    is_dated
        && one.figure.kind.is_amount()
        && one.figure.period == two.figure.period
        && is_same(one, two)
        && shared(&one.thing.name, &two.thing.name) > 0
}

/// How the odds of a pair change beside those of the likeliest other partners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rivalry {
    bias: f64,
    /// What the pair's own odds count for.
    own: f64,
    /// What each unit adds by which they are above those of the likeliest rival, or takes
    /// away by which they are below, up to [`MOST_CLEAR`].
    clear: f64,
    /// What it adds that each is the likeliest counterpart of the other.
    mutual: f64,
}

/// By [`Class`].
const RIVALRIES: [Rivalry; 4] = [
    Rivalry {
        bias: 0.4,
        own: 0.9,
        clear: 0.3,
        mutual: 0.1,
    },
    Rivalry {
        bias: -0.4,
        own: 0.75,
        clear: 0.0,
        mutual: 0.75,
    },
    LABELS,
    LABELS,
];
const LABELS: Rivalry = Rivalry {
    bias: 0.0,
    own: 1.0,
    clear: 0.06,
    mutual: 0.6,
};
const MOST_CLEAR: f64 = 4.0;

impl Rivalry {
    /// That of the model of a pair.
    pub(super) fn of(pair: Pair<'_, '_>) -> Self {
        RIVALRIES[Class::of(pair) as usize]
    }

    /// That of dates.
    #[cfg(test)]
    pub(super) fn of_dates() -> Self {
        LABELS
    }

    /// The odds that both are one measure, seen with their rivals: the likeliest other
    /// partner of either; a natural logarithm.
    pub(super) fn among(self, own: f64, rivals: [Option<f64>; 2]) -> f64 {
        let margins = rivals.map(|rival| {
            rival.map_or(MOST_CLEAR, |rival| {
                (own - rival).clamp(-MOST_CLEAR, MOST_CLEAR)
            })
        });
        // Of *14 boats* and *15 boats* before and *16 boats* after, the likelier one is the pair;
        // each must be the likeliest of the other.
        let is_mutual = margins.iter().all(|margin| *margin >= 0.0);
        let clear: f64 = margins.iter().sum();
        let mutual = if is_mutual { self.mutual } else { 0.0 };
        self.bias + self.own * own + self.clear * clear + mutual
    }
}

/// Odds as a likelihood, 0 to 1.
pub(super) fn likelihood(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::feature::tests::judged;

    #[test]
    fn the_word_right_before_or_behind_is_shared_where_it_is_one() {
        let shares = |before: &str, after: &str| {
            judged("a.txt", [before, after], |_, _, [old, new]| {
                [0, 1].map(|side| is_shared(&old[0], &new[0], side))
            })
        };
        let rose = "Wages rose to 12 per cent in spring.";
        assert_eq!(
            shares(rose, "Rents fell to 14 per cent at last."),
            [true, false]
        );
        assert_eq!(
            shares(rose, "Rents fell by 14 per cent in May."),
            [false, true]
        );
        assert_eq!(
            shares("12 wells", "14 wells"),
            [false, false],
            "there is no word"
        );
    }

    #[test]
    fn a_pair_without_a_rival_is_likelier() {
        for rivalry in [RIVALRIES[Class::Changed as usize], LABELS] {
            let alone = rivalry.among(0.0, [None, None]);
            let rivalled = rivalry.among(0.0, [Some(-1.0), None]);
            let beaten = rivalry.among(0.0, [Some(1.0), None]);
            assert!(alone > rivalled && rivalled > beaten);
        }
        assert!(likelihood(0.0) > 0.49 && likelihood(0.0) < 0.51);
    }
}
