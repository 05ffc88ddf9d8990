//! Collates paragraphs: joins the links of all pairs of witnesses into rows.
//!
//! Links are taken best first. One that would put two passages of a witness
//! into one cell is refused, unless some pair of witnesses shows that the two
//! are parts of one paragraph elsewhere.

use crate::model::{Cell, Collation, Key, Relation, Vocabulary, Witness};
use crate::parallel::in_parts;

use super::super::link_texts;
use super::super::text::{Text, narrow};
use super::Canonical;
use super::reading::{reading_order, transposed};

/// Least similarity (0 to 1) of passages in one row. On three drafts
/// each of 41 essays (`ArgRewrite` V.2) this and the next give a better link F1
/// than 0.3 and 0.6; no other values were tried.
const MIN_SIMILARITY: f64 = 0.36;

/// Least similarity (0 to 1) of passages in one row that stand in another order.
const MIN_TRANSPOSED: f64 = 0.8;

/// A paragraph: canonical number of the witness, number of the paragraph.
type Place = (usize, usize);

/// A link between two witnesses, and how much speaks for it.
#[derive(Debug)]
struct Evidence {
    /// 0 to 1.
    similarity: f64,
    places: Vec<Place>,
}

/// See [`super::super::collate_paragraphs`].
pub(in super::super) fn collate_paragraphs(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
) -> Collation {
    let canonical = Canonical::new(witnesses, vocabulary);
    let rows = Rows::joined(&canonical);
    let cells = rows.cells(&canonical).into_iter();
    let rows = cells.map(|cells| {
        let readings = readings(&cells, &canonical);
        canonical.row(cells, &readings)
    });
    Collation {
        rows: rows.collect(),
        notices: Vec::new(),
    }
}

/// The keys of each witness in a row; `None` for a gap.
fn readings(cells: &[Cell], canonical: &Canonical) -> Vec<Option<Vec<Key>>> {
    let reading = |(cell, text): (&Cell, &Text)| {
        let keys = cell
            .paragraphs
            .iter()
            .flat_map(|&at| text.paragraph(at as usize))
            .copied();
        (!cell.paragraphs.is_empty()).then(|| keys.collect())
    };
    cells.iter().zip(&canonical.texts).map(reading).collect()
}

/// Least similarity of a link that joins rows: a weak one between two
/// witnesses would pull together what others keep apart.
fn floor(relation: Relation) -> f64 {
    match relation {
        Relation::Moved => MIN_TRANSPOSED,
        _ => MIN_SIMILARITY,
    }
}

/// Up to so many witnesses each is compared with every other.
const MAX_ALL_PAIRS: usize = 32;

/// Of more, each is compared with so many that stand behind it in canonical order,
/// where texts that begin alike are neighbours.
const NEIGHBOURS: usize = 8;

/// And with so many that stand for all, at even distances.
const HUBS: usize = 8;

/// The pairs of witnesses that are compared: all of a few; of many as many for
/// each, so that the work grows with their number. Rows join what is linked to
/// one passage, so two witnesses meet through a third.
fn pairs(count: usize) -> Vec<(usize, usize)> {
    let all = |before: usize| (before + 1..count).map(move |after| (before, after));
    if count <= MAX_ALL_PAIRS {
        return (0..count).flat_map(all).collect();
    }
    let near = |before: usize| all(before).take(NEIGHBOURS);
    let mut pairs: Vec<(usize, usize)> = (0..count).flat_map(near).collect();
    for hub in (0..HUBS).map(|nth| nth * count / HUBS) {
        pairs.extend((0..count).map(|other| (hub.min(other), hub.max(other))));
    }
    pairs.retain(|(before, after)| before < after);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The links between pairs of witnesses, best first.
fn evidence(canonical: &Canonical) -> Vec<Evidence> {
    let pairs = pairs(canonical.texts.len());
    let bytes = |pair: usize| {
        let (before, after) = pairs[pair];
        BYTES_PER_KEY * (canonical.texts[before].len_keys() + canonical.texts[after].len_keys())
    };
    let parts = in_parts(pairs.len(), bytes, |part| -> Vec<Evidence> {
        let found = pairs[part].iter();
        found
            .flat_map(|&pair| evidence_of(canonical, pair))
            .collect()
    });
    let mut evidence: Vec<Evidence> = parts.into_iter().flatten().collect();
    evidence.sort_by(|x, y| y.similarity.total_cmp(&x.similarity));
    evidence
}

/// About how long a word or mark is with the blank behind it.
const BYTES_PER_KEY: usize = 5;

/// The links between two witnesses that are similar enough.
fn evidence_of(canonical: &Canonical, (before, after): (usize, usize)) -> Vec<Evidence> {
    let texts = [before, after].map(|witness| &canonical.texts[witness]);
    let alignment = link_texts(texts[0], texts[1], &canonical.vocabulary);
    let links = alignment.links.into_iter();
    // A paragraph of thanks, moved and half alike, would tie two rows of thanks together.
    let links = links.filter(|link| link.similarity >= floor(link.relation));
    let its = |witness, numbers: &[u32]| -> Vec<Place> {
        numbers.iter().map(|&at| (witness, at as usize)).collect()
    };
    links
        .map(|link| Evidence {
            similarity: link.similarity,
            places: [its(before, &link.before), its(after, &link.after)].concat(),
        })
        .collect()
}

/// The rows so far; each paragraph is in exactly one.
pub(super) struct Rows {
    /// Ascending in each row; a row that went into another is empty.
    places: Vec<Vec<Place>>,
    /// By witness and paragraph: its row.
    row_of: Vec<Vec<usize>>,
    /// By witness and paragraph: whether it and the next one are in one link.
    with_next: Vec<Vec<bool>>,
}

impl Rows {
    /// The rows that the links of all pairs of witnesses lead to.
    pub(super) fn joined(canonical: &Canonical) -> Self {
        let evidence = evidence(canonical);
        let mut rows = Self::new(canonical, &evidence);
        for places in evidence.iter().map(|evidence| &evidence.places) {
            for &place in places {
                rows.join(places[0], place);
            }
        }
        rows
    }

    /// Each paragraph in a row of its own.
    fn new(canonical: &Canonical, evidence: &[Evidence]) -> Self {
        let mut rows = Vec::new();
        let mut row_of = Vec::new();
        for (witness, text) in canonical.texts.iter().enumerate() {
            row_of.push((rows.len()..rows.len() + text.len()).collect());
            rows.extend((0..text.len()).map(|at| vec![(witness, at)]));
        }
        let mut with_next: Vec<Vec<bool>> = canonical
            .texts
            .iter()
            .map(|text| vec![false; text.len()])
            .collect();
        for pair in evidence
            .iter()
            .flat_map(|evidence| evidence.places.windows(2))
        {
            // A paragraph that one witness splits shows that its two halves belong together.
            if is_next(pair[0], pair[1]) {
                with_next[pair[0].0][pair[0].1] = true;
            }
        }
        Self {
            places: rows,
            row_of,
            with_next,
        }
    }

    /// Joins the rows of two places, unless the witnesses contradict it.
    fn join(&mut self, one: Place, other: Place) {
        let [one, other] = [one, other].map(|(witness, at)| self.row_of[witness][at]);
        if one == other {
            return;
        }
        let (kept, gone) = (one.min(other), one.max(other));
        let mut joined = [&self.places[kept][..], &self.places[gone][..]].concat();
        joined.sort_unstable();
        // Two paragraphs of one witness in one cell: only where another has them as one.
        let agreed = joined.windows(2).all(|pair| {
            pair[0].0 != pair[1].0
                || is_next(pair[0], pair[1]) && self.with_next[pair[0].0][pair[0].1]
        });
        if agreed {
            for &(witness, at) in &self.places[gone] {
                self.row_of[witness][at] = kept;
            }
            self.places[gone].clear();
            self.places[kept] = joined;
        }
    }

    /// The cells of the rows in reading order, each row in canonical order.
    pub(super) fn cells(&self, canonical: &Canonical) -> Vec<Vec<Cell>> {
        let mut columns = self.row_of.clone();
        // Halves of one paragraph stand in one row, which is due once.
        columns.iter_mut().for_each(Vec::dedup);
        let order = reading_order(&columns, self.places.len());
        let mut place_of = vec![0; self.places.len()];
        for (place, &row) in order.iter().enumerate() {
            place_of[row] = place;
        }
        let empty = vec![Cell::default(); canonical.texts.len()];
        let mut cells = vec![empty; order.len()];
        for (witness, column) in columns.iter().enumerate() {
            let places: Vec<usize> = column.iter().map(|&row| place_of[row]).collect();
            for (&place, transposed) in places.iter().zip(transposed(&places)) {
                cells[place][witness] = Cell {
                    paragraphs: self.paragraphs(order[place], witness),
                    transposed,
                    ..Cell::default()
                };
            }
        }
        cells
    }

    /// What a witness has in a row.
    fn paragraphs(&self, row: usize, witness: usize) -> Vec<u32> {
        let its = self.places[row].iter().filter(|place| place.0 == witness);
        its.map(|place| narrow(place.1)).collect()
    }
}

/// Whether `next` follows `place` in one witness.
fn is_next(place: Place, next: Place) -> bool {
    place.0 == next.0 && place.1 + 1 == next.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_witnesses_are_compared_each_with_each() {
        assert_eq!(pairs(3), [(0, 1), (0, 2), (1, 2)]);
        assert_eq!(pairs(MAX_ALL_PAIRS).len(), 32 * 31 / 2);
    }

    #[test]
    fn of_many_witnesses_each_is_compared_with_as_many() {
        let per_witness = |count: usize| pairs(count).len() / count;
        assert_eq!(per_witness(500), per_witness(2000));
        let met = |witness: usize| {
            pairs(500)
                .iter()
                .any(|&(one, other)| [one, other].contains(&witness))
        };
        assert!((0..500).all(met));
    }

    #[test]
    fn the_next_paragraph_is_one_of_the_same_witness() {
        assert!(is_next((0, 4), (0, 5)));
        assert!(!is_next((0, 4), (0, 6)) && !is_next((0, 4), (1, 5)));
    }
}
