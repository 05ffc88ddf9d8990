//! May two figures be one measure at all? If not, why.

use super::evidence::{Join, SAME_SENTENCE};
use super::feature::{Aspect, Mention};
use super::label::is_same_label;
use super::likeness::Pair;
use super::origin::lead_to_one_level;
use super::unit::Unit;
use super::words::{are_opposed, shared};
use crate::model::{Bound, FigureKind, Obstacle};

/// How many times larger one amount can be than the other where their words do not
/// show that both measure the same.
const MOST_TIMES_LARGER: i64 = 100;

/// How many times larger one amount can be than the other where something else is said
/// of it in a sentence that was rewritten.
const MOST_GROWTH: i64 = 3;

/// What keeps two figures from being one measure, however alike they are.
pub(super) fn obstacle(pair: Pair<'_, '_>) -> Option<Obstacle> {
    let Pair { one, two, .. } = pair;
    let is_amount = one.figure.kind.is_amount();
    // *In 2021* is no earlier *2,021 houses*, and *the third session* no earlier *third of May*.
    if is_amount != two.figure.kind.is_amount() || !is_amount && one.figure.kind != two.figure.kind
    {
        return Some(Obstacle::OtherKind);
    }
    if are_other_cells(one, two) {
        return Some(Obstacle::OtherCell);
    }
    if is_amount {
        amount_obstacle(one, two).or_else(|| changed_obstacle(pair))
    } else {
        label_obstacle(one, two)
    }
}

/// Whether both stand in tables under heads that say other things: another year, other
/// columns, or rows that share less than half of their words.
fn are_other_cells(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    let (Some(own), Some(its)) = (&one.figure.heads, &two.figure.heads) else {
        return false;
    };
    let common = own.row.iter().filter(|word| its.row.contains(word)).count();
    // *Wells dug, north* is the row *Wells dug in the north* of a later table, and not *Wells
    // closed*.
    let is_other_row = own.row != its.row && common * 2 < own.row.len().max(its.row.len());
    one.figure.period != two.figure.period || own.column != its.column || is_other_row
}

fn amount_obstacle(one: &Mention<'_>, two: &Mention<'_>) -> Option<Obstacle> {
    // *40 hectares* became no *40 euros*.
    if !one.amount.is_commensurable(&two.amount) {
        Some(Obstacle::OtherUnit)
    // *No longer 12 camps* says nothing of *12 camps*.
    } else if one.figure.negated != two.figure.negated {
        Some(Obstacle::Denied)
    // *Rose by 5 per cent* is no level of *5 per cent*, and *a further 300* no *300 in all*.
    } else if is_step_beside_level(one, two) || are(one, two, Aspect::Extra, Aspect::Total) {
        Some(Obstacle::OtherRole)
    // *Imports rose by 4 per cent* beside *exports fell by 3 per cent*: two things.
    } else if are(one, two, Aspect::Rise, Aspect::Fall) && !are_of_one_thing(one, two) {
        Some(Obstacle::OtherThing)
    } else if is_left_by_level(one, two) || has_come_back(one, two) {
        Some(Obstacle::OtherRole)
    // *Three schools* and *4,000 pupils* stand in one sentence year after year.
    } else if !is_same(one, two) && magnitudes_differ(one, two) {
        Some(Obstacle::WorldsApart)
    } else {
        None
    }
}

/// Whether the later amount is where a change began that the earlier one told as the
/// level: its counterpart is the level that came from it.
pub(super) fn is_left_by_level(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    two.left_for.is_some() && one.aspect != Aspect::Origin && one.amount.is_same(&two.amount)
}

/// Whether the later amount is a level that happens to be where an earlier change began:
/// *rose from 4.7 to 5.6 per cent*, *fell from 5.5 to 4.7 per cent*.
fn has_come_back(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    one.left_for.is_some()
        && two.aspect != Aspect::Origin
        && one.amount.is_same(&two.amount)
        && one.figure.period != two.figure.period
}

/// What keeps two amounts that differ from being one measure, unless an edit of one
/// sentence replaced the one by the other.
fn changed_obstacle(pair: Pair<'_, '_>) -> Option<Obstacle> {
    let Pair {
        one, two, joint, ..
    } = pair;
    if is_same(one, two) {
        return None;
    }
    // *Fell from 900 to 700*: where a change began is told again, or gone, and no news.
    let begins = one.aspect == Aspect::Origin || two.aspect == Aspect::Origin;
    if begins && !lead_to_one_level(one, two) {
        return Some(Obstacle::OtherRole);
    }
    let is_replaced = joint.join == Join::Replaced;
    // *12 were killed* → *20 were killed or are missing*: one sentence, or a step that people make.
    let is_near = joint.kept >= SAME_SENTENCE || !are_times_apart(one, two, MOST_GROWTH);
    // *Wages rose by 3 per cent*, *output increased by 4 per cent*: an edit replaced both.
    let is_growth = one.aspect.is_step() && one.amount.unit == Unit::Share;
    // *Oil exports* are no *non-oil exports*, and no *oil imports*.
    let excludes = one.thing.is_rest != two.thing.is_rest
        || are_opposed(&one.thing.contrasts, &two.thing.contrasts);
    // *40 tents* and *60 blankets* have no word for a thing in common.
    let is_unlike = || (!is_replaced || is_growth) && !one.thing.shares_word(&two.thing);
    if excludes || is_unlike() {
        Some(Obstacle::OtherThing)
    } else if are_of_other_verbs(one, two) && !(is_replaced && is_near) {
        Some(Obstacle::OtherVerb)
    } else {
        None
    }
}

/// Whether something else is said of what both count: *1,275 were taken hostage*,
/// *20,000 were killed*.
fn are_of_other_verbs(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    let (own, its) = (&one.thing.verbs, &two.thing.verbs);
    let counts = matches!(one.amount.unit, Unit::Things(_));
    counts && !own.is_empty() && !its.is_empty() && shared(own, its) == 0
}

fn label_obstacle(one: &Mention<'_>, two: &Mention<'_>) -> Option<Obstacle> {
    // Names are compared as sets: another number is another name.
    if one.figure.kind == FigureKind::Reference {
        return Some(Obstacle::OtherThing);
    }
    // *Since 2015* is no earlier *in 2022*.
    let begins = |mention: &Mention<'_>| {
        mention.figure.kind == FigureKind::Date && mention.figure.bound == Bound::AtLeast
    };
    if begins(one) != begins(two) && !is_same(one, two) {
        return Some(Obstacle::OtherRole);
    }
    // *The third meeting* is no *third report*: the word right behind says what is numbered.
    let is_position = one.figure.kind == FigureKind::Ordinal;
    let numbers_other = is_position
        && one.behind.first().zip(two.behind.first()).is_some()
        && one.behind.first() != two.behind.first();
    numbers_other.then_some(Obstacle::OtherThing)
}

/// Whether one is the size of a change and the other a level. Rates of growth are
/// told as both: *grew by 5 per cent*, *growth of 5 per cent*.
pub(super) fn is_step_beside_level(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    let is_rate = one.amount.unit == Unit::Share && two.amount.unit == Unit::Share;
    // *Fell by 5 per cent* is no growth *of 5 per cent*.
    let falls = [one, two]
        .iter()
        .any(|mention| mention.aspect == Aspect::Fall);
    one.aspect.is_step() != two.aspect.is_step() && (!is_rate || falls)
}

/// Whether one has one aspect and the other the other.
fn are(one: &Mention<'_>, two: &Mention<'_>, first: Aspect, second: Aspect) -> bool {
    (one.aspect, two.aspect) == (first, second) || (two.aspect, one.aspect) == (first, second)
}

/// Whether both say the same number, date or position.
pub(super) fn is_same(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    if one.figure.kind.is_amount() {
        one.amount.unit.is_commensurable(two.amount.unit) && one.amount.is_same(&two.amount)
    } else {
        is_same_label(one, two)
    }
}

/// Whether two amounts are so far apart that they measure the same only if both
/// name it alike: *20 years ago* is no later *three weeks ago*.
fn magnitudes_differ(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    are_times_apart(one, two, MOST_TIMES_LARGER) && !are_named_alike(one, two)
}

/// Whether one amount is more than `times` the other.
fn are_times_apart(one: &Mention<'_>, two: &Mention<'_>, times: i64) -> bool {
    let (Some(first), Some(second)) = (one.amount.size(), two.amount.size()) else {
        return false;
    };
    let (small, large) = (first.min(second), first.max(second));
    // From nothing to something is no number of times.
    let most = small.checked_mul(times.into());
    !small.is_zero() && most.is_some_and(|most| large > most)
}

/// Least likeness (0 to 1) of the words around a rise and a fall that do not say
/// what rose and what fell, for them to be of one thing.
const MIN_WORDS: f64 = 0.3;

/// Whether a rise and a fall are of one thing.
fn are_of_one_thing(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    are_named_alike(one, two) || one.words.alike(&two.words) >= MIN_WORDS
}

/// Whether what both measure has a word in common.
fn are_named_alike(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    shared(&one.thing.name, &two.thing.name) > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::feature::tests::judged;

    /// What a rule says of the first figures of two texts.
    fn first(name: &str, texts: [&str; 2], rule: fn(&Mention<'_>, &Mention<'_>) -> bool) -> bool {
        judged(name, texts, |_, _, [one, two]| rule(&one[0], &two[0]))
    }

    /// Whether the amounts of two sentences are too far apart to be one measure.
    fn differ(before: &str, after: &str) -> bool {
        first("a.txt", [before, after], magnitudes_differ)
    }

    #[test]
    fn a_cell_is_another_where_its_row_or_its_column_has_another_head() {
        let table = |row: &str, column: &str| {
            format!("| Region | {column} |\n|---|---|\n| {row} | 12 |\n| South | 20 |\n")
        };
        let is_other = |row: &str, column: &str| {
            let texts = [table("North", "Wells dug"), table(row, column)];
            first(
                "a.md",
                texts.each_ref().map(String::as_str),
                are_other_cells,
            )
        };
        assert!(!is_other("North", "Wells dug"));
        assert!(is_other("Coast", "Wells dug"));
        assert!(is_other("North", "Wells closed"));
    }

    #[test]
    fn a_number_grows_a_hundredfold_only_where_both_name_it_alike() {
        assert!(differ("We met 3 envoys.", "We fed 40,000 families."));
        assert!(!differ("We fed 3 families.", "We fed 40,000 families."));
        assert!(!differ("We met 3 envoys.", "We fed 40 families."));
    }
}
