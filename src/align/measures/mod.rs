//! Finds what several witnesses measure alike: the rows of the ledger.
//!
//! Input: witnesses in the order of their dates. Output: measures; each amount
//! of each witness is in exactly one. Rows are formed for all witnesses at
//! once: pairs of figures that share telling words join in the order of how
//! sure it is that they measure the same, and two groups join only as a whole,
//! so a row never contradicts itself. A false join is worse than two rows.

mod affinity;
mod candidates;
mod class;
mod demands;
mod groups;
mod period;
mod profile;
mod words;

use crate::model::{Measure, Vocabulary, Witness};

use candidates::candidates;
use groups::Groups;
use profile::profiles;

/// Finds the measures of `witnesses`, which share `vocabulary`; in the order
/// of their first mentions.
#[must_use]
pub fn find_measures(witnesses: &[Witness], vocabulary: &Vocabulary) -> Vec<Measure> {
    let profiles = profiles(witnesses, vocabulary);
    let mut groups = Groups::new(&profiles);
    for candidate in candidates(&profiles) {
        groups.join(candidate);
    }
    groups.into_measures()
}
