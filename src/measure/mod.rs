//! The one judge: do two figures say something of the same measure, and what
//! became of it?
//!
//! Input: witnesses with their figures, and what the alignment of their texts says.
//! Output: links of the figures of two witnesses, each with verdict, difference,
//! confidence and reason, and the rows of the ledger for any number. Figures are
//! paired by what they measure; the words around and the edits are evidence. What
//! is not sure enough is no pair: a false change is worse than a missed one.

mod amount;
mod antecedent;
mod calendar;
mod compatible;
mod delta;
mod evidence;
mod feature;
mod groups;
mod label;
mod likeness;
mod link;
mod list;
mod matching;
mod name;
mod origin;
mod promise;
mod region;
mod row;
mod rows;
mod scope;
mod stance;
mod subject;
mod unit;
mod verdict;
mod words;

pub use link::link_figures;
pub use promise::{find_promises, link_promises, settle_deadlines};
pub use rows::{Neighbours, find_measures, join_measures, series};
pub use stance::link_stances;
pub use subject::silent_subjects;
