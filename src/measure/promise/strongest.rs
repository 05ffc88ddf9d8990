//! What became of a promise that has a counterpart.

use super::super::calendar::last_day;
use super::super::words::shared;
use super::alike::Candidate;
use super::side::Side;
use crate::model::{Strength, Verdict};

/// Least likeness (0 to 1) of two acts whose horizons are compared.
const ONE_HORIZON: f64 = 0.6;

/// The greatest strength with which the other statement says the act of each promise.
#[derive(Debug)]
pub(super) struct Strongest {
    after: Vec<Option<Strength>>,
    before: Vec<Option<Strength>>,
}

impl Strongest {
    pub(super) fn new(sides: &[Side<'_>; 2], pairs: &[Candidate]) -> Self {
        let mut after = vec![None; sides[0].promises.len()];
        let mut before = vec![None; sides[1].promises.len()];
        for pair in pairs.iter().filter(|pair| !pair.is_reversed) {
            let strength = |side: usize, at: usize| Some(sides[side].promises[at].strength);
            after[pair.before] = after[pair.before].max(strength(1, pair.after));
            before[pair.after] = before[pair.after].max(strength(0, pair.before));
        }
        Self { after, before }
    }

    /// What became of a promise: whether it is to be left undone now, unless either side
    /// says the same act the same way elsewhere; its strength against that of its counterpart, unless
    /// either side says the same act as strongly elsewhere; else its horizon.
    pub(super) fn verdict(&self, sides: &[Side<'_>; 2], pair: &Candidate) -> Verdict {
        let strength = |side: usize, at: usize| sides[side].promises[at].strength;
        let (old, new) = (strength(0, pair.before), strength(1, pair.after));
        if pair.is_reversed {
            let is_kept = self.after[pair.before].is_some() || self.before[pair.after].is_some();
            return if is_kept {
                Verdict::Same
            } else {
                Verdict::Reversed
            };
        }
        // *Shall clear* → *may clear*, unless *shall clear* is said elsewhere in the later one too.
        if new < old && self.after[pair.before] < Some(old) {
            Verdict::Softened
        } else if new > old && self.before[pair.after] < Some(new) {
            Verdict::Strengthened
        } else if pair.likeness >= ONE_HORIZON && has_moved(sides, pair) {
            Verdict::Moved
        } else {
            Verdict::Same
        }
    }
}

/// Whether both are due on other days, or say until when in words that share less than a
/// third. Dates that stand in the text are judged as dates, also where one gave way to words.
fn has_moved(sides: &[Side<'_>; 2], pair: &Candidate) -> bool {
    let promises = [
        &sides[0].promises[pair.before],
        &sides[1].promises[pair.after],
    ];
    let has_date = promises.iter().any(|promise| promise.deadline.is_some());
    let are_dates = promises.iter().all(|promise| promise.deadline.is_some());
    let due = |side: usize| promises[side].due(sides[side].witness);
    // *Within two years* of two days of speaking: two days.
    if let (Some(old), Some(new), false) = (due(0), due(1), are_dates) {
        return last_day(&old) != last_day(&new);
    }
    let (old, new) = (&sides[0].acts[pair.before], &sides[1].acts[pair.after]);
    let is_said = !old.horizon.is_empty() && !new.horizon.is_empty();
    let both = shared(&old.horizon, &new.horizon);
    is_said && !has_date && 3 * both < old.horizon.len().max(new.horizon.len())
}
