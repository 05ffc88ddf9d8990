//! One row of the ledger: its unit, its numbers and what became of it.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::delta::{delta, own_factor};
use super::feature::Mention;
use super::verdict::amount_verdict;
use crate::model::{self, Bound, Figure, Measure, MeasureStep, Verdict};

/// The row of some mentions, given by their positions among `all`.
pub(super) fn measure(
    all: &[Mention<'_>],
    members: &[usize],
    confidence: f64,
    series: &[Vec<usize>],
) -> Measure {
    let mut row: Vec<&Mention<'_>> = members.iter().map(|&at| &all[at]).collect();
    row.sort_by_key(|mention| {
        (
            mention.witness,
            Reverse(fullness(mention.figure)),
            mention.index,
        )
    });
    let unit = RowUnit::of(&row);
    Measure {
        mentions: row
            .iter()
            .map(|mention| model::Mention {
                witness: narrow(mention.witness),
                figure: narrow(mention.index),
            })
            .collect(),
        values: row
            .iter()
            .map(|mention| unit.convert(mention, mention.amount.value))
            .collect(),
        levels: row
            .iter()
            .map(|mention| unit.convert(mention, level(mention)))
            .collect(),
        steps: steps(&row, series),
        unit: unit.name.map(str::to_owned),
        confidence,
    }
}

/// How much a figure says: an exact number before a hedged one, more digits
/// before fewer.
fn fullness(figure: &Figure) -> (bool, bool, u32) {
    let digits = figure.value.map_or(0, |value| {
        let digits = value.normalize().mantissa().unsigned_abs().to_string();
        u32::try_from(digits.trim_end_matches('0').len()).expect("a decimal has few digits")
    });
    (
        figure.value.is_some(),
        figure.bound == Bound::Exact && !figure.approximate,
        digits,
    )
}

/// The number of a mention, or the middle of its range.
fn level(mention: &Mention<'_>) -> Option<Decimal> {
    let amount = &mention.amount;
    let middle = || {
        amount
            .low?
            .checked_add(amount.high?)?
            .checked_div(Decimal::TWO)
    };
    amount.value.or_else(middle)
}

/// The unit in which the numbers of a row are compared.
struct RowUnit<'r, 'a> {
    name: Option<&'a str>,
    /// A mention in this unit.
    model: Option<&'r Mention<'a>>,
}

impl<'r, 'a> RowUnit<'r, 'a> {
    /// The unit that most figures of the row have, the first of equals.
    fn of(row: &[&'r Mention<'a>]) -> Self {
        let units: Vec<&str> = row
            .iter()
            .filter_map(|mention| mention.figure.unit.as_deref())
            .collect();
        let count = |one: &&str| units.iter().filter(|other| *other == one).count();
        let name = units.iter().copied().rev().max_by_key(count);
        let model = row
            .iter()
            .find(|mention| mention.figure.unit.as_deref() == name);
        Self {
            name,
            model: model.copied(),
        }
    }

    /// A number of `mention`, which is on the scale of its unit, in this unit; `None`
    /// where the two have no common scale.
    fn convert(&self, mention: &Mention<'_>, number: Option<Decimal>) -> Option<Decimal> {
        let factor = if mention.figure.unit.as_deref() == self.name {
            own_factor(mention)
        } else {
            let model = self.model?;
            // *40 hectares* and *0.5 square kilometres* stand in one row, in the unit of most
            // cells.
            let is_on_scale = model.amount.unit.is_commensurable(mention.amount.unit);
            is_on_scale.then(|| own_factor(model))?
        };
        Some(number?.checked_div(factor)?.normalize())
    }
}

/// What became of the row through all `series`, in the order of the witnesses.
/// Statements of two delegations are no step: their numbers are their own.
fn steps(row: &[&Mention<'_>], series: &[Vec<usize>]) -> Vec<MeasureStep> {
    let mut steps: Vec<MeasureStep> = series
        .iter()
        .flat_map(|witnesses| steps_of(row, witnesses))
        .collect();
    steps.sort_by_key(|step| step.after);
    steps
}

/// The steps through `witnesses`, all of one delegation.
fn steps_of(row: &[&Mention<'_>], witnesses: &[usize]) -> Vec<MeasureStep> {
    let stated: Vec<&Mention<'_>> = witnesses
        .iter()
        .filter_map(|&at| row.iter().find(|mention| mention.witness == at).copied())
        .collect();
    let mut steps: Vec<MeasureStep> = stated
        .windows(2)
        .map(|pair| step(pair[0], pair[1]))
        .collect();
    // Only the first silent statement is told: the rest are silent too.
    let silent = |last: usize| witnesses.iter().copied().find(|&at| at > last);
    if let Some(last) = stated.last()
        && let Some(at) = silent(last.witness)
    {
        steps.push(MeasureStep {
            before: narrow(last.witness),
            after: narrow(at),
            verdict: None,
            delta: None,
        });
    }
    steps
}

fn step(before: &Mention<'_>, after: &Mention<'_>) -> MeasureStep {
    let found = amount_verdict(before, after);
    let verdict = if found == Verdict::Restated && before.said == after.said {
        Verdict::Same
    } else {
        found
    };
    MeasureStep {
        before: narrow(before.witness),
        after: narrow(after.witness),
        verdict: Some(verdict),
        delta: delta(before, after, verdict),
    }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("fewer figures than bytes")
}
