//! Amounts that no single number states: *several hundred*, *tens of thousands*.

use rust_decimal::Decimal;

use super::{Amount, Form, Numeral};
use crate::extract::lexicon::{Grammar, Sense};
use crate::extract::passage::Passage;

/// Reads a vague amount. *Thousands* goes from a thousand to ten thousand; of
/// *several hundred* the ends are those of *several*, times a hundred.
pub(super) fn read_vague(passage: Passage, at: usize) -> Option<Numeral> {
    let found = passage.find(at, |sense| match sense {
        Sense::Vague(low, high) => Some((Decimal::from(low), Decimal::from(high))),
        Sense::Plenty(least) => least
            .checked_mul(10)
            .map(|most| (least.into(), most.into())),
        _ => None,
    })?;
    let (mut low, mut high) = found.meaning;
    let mut end = found.end;
    while let Some((scale, next)) = times(passage, end) {
        low = low.checked_mul(scale)?;
        high = high.checked_mul(scale)?;
        end = next;
    }
    Some(Numeral {
        start: at,
        end,
        amount: Amount::Vague(low, high),
        form: Form::Words,
        scale: None,
    })
}

/// *hundred* in *several hundred*, *of thousands* in *tens of thousands*.
fn times(passage: Passage, at: usize) -> Option<(Decimal, usize)> {
    let of = passage.grammar(at, Grammar::Of);
    let found = passage.find(of.unwrap_or(at), |sense| match sense {
        Sense::Scale(scale) => Some(scale),
        Sense::Plenty(scale) if of.is_some() => Some(scale),
        _ => None,
    })?;
    Some((found.meaning.into(), found.end))
}
