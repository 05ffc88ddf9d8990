//! What a page shows beside its comparisons.

use super::{ledger, ledger_of, neighbours, promises};
use crate::align::AlignOptions;
use crate::model::{Comparison, Measure, PromiseRow, Vocabulary, Witness};

/// What the witnesses measure alike; what `compared` holds, each pair with what was found, is not
/// compared again.
#[must_use]
pub fn measures_of_page(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    compared: &[((usize, usize), &Comparison)],
) -> Vec<Measure> {
    let pairs = compared.iter().map(|(pair, _)| *pair);
    // The ledger compares statements of one delegation; compared with the first, or of several, they
    // are other pairs.
    if pairs.eq(neighbours(witnesses)) {
        ledger_of(witnesses, vocabulary, compared.iter().copied())
    } else {
        ledger(witnesses, vocabulary, &AlignOptions::default(), || ())
    }
}

/// The promises of three or more witnesses; none of fewer, for between two the comparison tells
/// what became of each.
#[must_use]
pub fn promises_of_page(witnesses: &[Witness], vocabulary: &Vocabulary) -> Vec<PromiseRow> {
    if witnesses.len() > 2 {
        promises(witnesses, vocabulary)
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};

    fn witnesses(texts: &[&str]) -> (Vec<Witness>, Vocabulary) {
        let mut vocabulary = Vocabulary::new();
        let read = texts.iter().map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap();
            read_witness(document, &mut vocabulary)
        });
        let read = read.collect();
        (read, vocabulary)
    }

    #[test]
    fn the_measures_are_those_of_the_ledger_whatever_was_compared() {
        let cleared = [140, 200, 230].map(|mines| format!("We cleared {mines} mines."));
        let (witnesses, vocabulary) = witnesses(&cleared.each_ref().map(String::as_str));
        let options = AlignOptions::default();
        let found = |before: usize, after: usize| {
            compare(&witnesses[before], &witnesses[after], &vocabulary, &options)
        };
        let [one, two, whole] = [found(0, 1), found(1, 2), found(0, 2)];
        let expected = ledger(&witnesses, &vocabulary, &options, || ());
        assert_eq!(expected.len(), 1);
        for compared in [
            vec![((0, 1), &one), ((1, 2), &two)],
            vec![((0, 1), &one), ((0, 2), &whole)],
            Vec::new(),
        ] {
            let measures = measures_of_page(&witnesses, &vocabulary, &compared);
            assert_eq!(measures, expected);
        }
    }

    #[test]
    fn two_statements_have_no_table_of_promises() {
        let text = "We will clear all mines by 2030.";
        for (count, rows) in [(2, 0), (3, 1)] {
            let (witnesses, vocabulary) = witnesses(&vec![text; count]);
            assert_eq!(promises_of_page(&witnesses, &vocabulary).len(), rows);
        }
    }
}
