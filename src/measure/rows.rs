//! The rows of the ledger: what any number of witnesses measure alike.
//!
//! What two neighbours of a series are linked by stands in one row, so the ledger
//! says what the comparison of the two says. Then figures that are said again, and
//! those that a statement between leaves out, join in the order of how likely it
//! is that they are one measure; two groups join only as a whole, so that a row
//! never contradicts itself.

use std::collections::BTreeMap;

use super::feature::{Distinctive, Mention, mentions, weigh};
use super::groups::Groups;
use super::row::measure;
use super::words::Stems;
use crate::model::{self, FigureLink, Measure, Vocabulary, Witness};

/// Two witnesses, by their positions, with the links of their figures.
#[derive(Debug, Clone, Copy)]
pub struct Neighbours<'l> {
    /// Position of the earlier.
    pub before: usize,
    /// Position of the later.
    pub after: usize,
    /// As [`super::link_figures`] found them.
    pub links: &'l [FigureLink],
}

/// The statements that follow one another: those of each delegation or, where at
/// most one is named, all; by their positions among `witnesses`.
#[must_use]
pub fn series(witnesses: &[Witness]) -> Vec<Vec<usize>> {
    let mut series: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (at, witness) in witnesses.iter().enumerate() {
        let delegation = witness.document.metadata.delegation.as_ref();
        let delegation = delegation.map(|stated| stated.value.as_str());
        series.entry(delegation).or_default().push(at);
    }
    // Files without a delegation are of one: a user who names two files means one series.
    if series.keys().flatten().count() > 1 {
        series.into_values().collect()
    } else {
        vec![(0..witnesses.len()).collect()]
    }
}

/// `measures` with those of each group as one row, in the place of its first: a user knows
/// what no text says. What became of a joined row is told anew, and it is sure.
///
/// # Panics
///
/// When a group names a measure that is not there.
#[must_use]
pub fn join_measures(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    (measures, joined): (&[Measure], &[Vec<usize>]),
) -> Vec<Measure> {
    let (amounts, _) = amounts(witnesses, vocabulary);
    let places = places(&amounts);
    let series = series(witnesses);
    let row = |group: &Vec<usize>| {
        let mentions = group.iter().flat_map(|&at| &measures[at].mentions);
        let place =
            |mention: &model::Mention| places[&(mention.witness as usize, mention.figure as usize)];
        let members: Vec<usize> = mentions.map(place).collect();
        measure(&amounts, &members, 1.0, &series)
    };
    let mut rows = Vec::new();
    for (at, own) in measures.iter().enumerate() {
        match joined.iter().find(|group| group.contains(&at)) {
            Some(group) if group[0] == at => rows.push(row(group)),
            Some(_) => {}
            None => rows.push(own.clone()),
        }
    }
    rows
}

/// All amounts of `witnesses`, and how rare each word of them is.
fn amounts<'w>(
    witnesses: &'w [Witness],
    vocabulary: &'w Vocabulary,
) -> (Vec<Mention<'w>>, Distinctive) {
    let mut stems = Stems::new(vocabulary);
    let mut statements: Vec<Vec<Mention<'_>>> = witnesses
        .iter()
        .enumerate()
        .map(|(at, witness)| mentions(at, witness, &mut stems))
        .collect();
    let rarity = weigh(&mut statements, stems.len());
    let amounts = statements
        .into_iter()
        .flatten()
        .filter(|mention| mention.figure.kind.is_amount())
        .collect();
    (amounts, rarity)
}

/// The place of each amount by its witness and its figure.
fn places(amounts: &[Mention<'_>]) -> BTreeMap<(usize, usize), usize> {
    let each = amounts.iter().enumerate();
    each.map(|(at, mention)| ((mention.witness, mention.index), at))
        .collect()
}

/// Finds the measures of `witnesses`, which share `vocabulary`, in the order of
/// their first mentions; each amount of each witness is in exactly one. `neighbours`
/// are compared statements that follow one another in a series.
#[must_use]
pub fn find_measures(
    witnesses: &[Witness],
    neighbours: &[Neighbours<'_>],
    vocabulary: &Vocabulary,
) -> Vec<Measure> {
    let (amounts, rarity) = amounts(witnesses, vocabulary);
    let places = places(&amounts);
    let mut groups = Groups::new(&amounts, &rarity);
    for pair in neighbours {
        for link in pair.links.iter().filter(|link| !link.is_perhaps()) {
            let place = |witness: usize, figure: Option<u32>| {
                places.get(&(witness, figure? as usize)).copied()
            };
            if let (Some(one), Some(two)) = (
                place(pair.before, link.before),
                place(pair.after, link.after),
            ) {
                groups.link(one, two, link.confidence);
            }
        }
    }
    groups.join_likely();
    let series = series(witnesses);
    groups
        .into_rows()
        .into_iter()
        .map(|(members, confidence)| measure(&amounts, &members, confidence, &series))
        .collect()
}
