//! Deadlines that one statement gives as a date and the other in words.
//!
//! *By the end of June 2031* that becomes *by the end of this quarter* is no date that
//! was dropped: what became of it is told of the promise.

use crate::model::{FigureLink, LinkReason, PromiseLink, Verdict, Witness};

/// Marks the dates without a counterpart of promises that go on as said again, where the
/// other statement counts the time from its own day. *As soon as we can* is no time: a date
/// that gave way to it was dropped.
pub fn settle_deadlines(
    figures: &mut [FigureLink],
    promises: &[PromiseLink],
    witnesses: [&Witness; 2],
) {
    for link in promises {
        let (Some(before), Some(after)) = (link.before, link.after) else {
            continue;
        };
        let sides = [
            &witnesses[0].promises[before as usize],
            &witnesses[1].promises[after as usize],
        ];
        for (side, promise) in sides.into_iter().enumerate() {
            let other = sides[1 - side];
            // *By the end of June* → *by the end of the quarter* says the day in other words.
            let is_counted = other.deadline.is_none() && other.counted.is_some();
            if let Some(date) = promise.deadline.filter(|_| is_counted) {
                settle(figures, side, date);
            }
        }
    }
}

/// Marks the figure at `date` of one side as said again, where it has no counterpart.
fn settle(figures: &mut [FigureLink], side: usize, date: u32) {
    let lone = |link: &&mut FigureLink| match side {
        0 => (link.before, link.after) == (Some(date), None),
        _ => (link.before, link.after) == (None, Some(date)),
    };
    if let Some(link) = figures.iter_mut().find(lone) {
        link.verdict = Verdict::Same;
        link.reason = LinkReason::SaidAgain;
    }
}
