//! Lists of numbers that each stand behind a label: *Beni (12), Butembo (13), Katwa (22)*.
//! Two statements that list the same labels count the same of each.

use std::ops::Range;
use std::rc::Rc;

use super::feature::Mention;
use super::words::{Stem, Stems, shared};
use crate::model::{TokenClass, Witness};

/// Least labels of a list, and least that two lists share.
const LEAST: usize = 3;
/// Most tokens from one number of a list to the next.
const MOST_BETWEEN: u32 = 8;
/// Most lists of a statement that are compared: this bounds the work.
const MOST_LISTS: usize = 200;
/// What stands between a label and its number: *Butembo (13)*, *women: 13*.
const MARKS: [&str; 4] = ["(", ":", "–", "—"];

/// The place of a number in a list.
#[derive(Debug, Clone)]
pub(super) struct Item {
    label: Stem,
    /// The labels of the whole list, ascending.
    labels: Rc<[Stem]>,
    /// Whether another list of the statement shares them.
    has_rival: bool,
}

/// Gives each number of a list its place.
pub(super) fn note_lists(mentions: &mut [Mention<'_>], witness: &Witness, stems: &mut Stems<'_>) {
    let labels: Vec<Option<Stem>> = mentions
        .iter()
        .map(|mention| label(mention, witness, stems))
        .collect();
    let lists = lists(mentions, &labels);
    for (at, (places, all)) in lists.iter().enumerate() {
        let is_rival = |(other, list): (usize, &List)| at != other && share_most(all, &list.1);
        let has_rival = lists.iter().enumerate().any(is_rival);
        for place in places.clone() {
            let item = |label| Item {
                label,
                labels: Rc::clone(all),
                has_rival,
            };
            mentions[place].item = labels[place].map(item);
        }
    }
}

/// The places of a list among the figures, and its labels, ascending.
type List = (Range<usize>, Rc<[Stem]>);

/// The lists of a statement, [`MOST_LISTS`] at most.
fn lists(mentions: &[Mention<'_>], labels: &[Option<Stem>]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut start = 0;
    while start < mentions.len() && lists.len() < MOST_LISTS {
        let goes_on = |at: &usize| {
            let (one, next) = (&mentions[at - 1], &mentions[*at]);
            labels[at - 1].is_some() && labels[*at].is_some() && goes_on(one, next)
        };
        let end = (start + 1..mentions.len())
            .find(|at| !goes_on(at))
            .unwrap_or(mentions.len());
        let mut all: Vec<Stem> = labels[start..end].iter().copied().flatten().collect();
        all.sort_unstable();
        all.dedup();
        // *Men: 12, women: 13* is met in any text; three labels make a list.
        if all.len() >= LEAST {
            lists.push((start..end, all.into()));
        }
        start = end;
    }
    lists
}

/// The word that names a number: a name right before it, or any word before a mark.
fn label(mention: &Mention<'_>, witness: &Witness, stems: &mut Stems<'_>) -> Option<Stem> {
    let text = &witness.document.text;
    let (start, first) = (mention.sentence.start as usize, mention.token as usize);
    let mut before = witness.segmented.tokens[start..first].iter().rev();
    let last = before.next()?;
    let is_marked = MARKS.contains(&last.span.of(text));
    let word = if is_marked { before.next()? } else { last };
    let is_word = stems.vocabulary().class(word.key) == TokenClass::Word;
    // *Westhaven 12, Norrland 13*: the first word of a sentence is in capitals anyway.
    let is_name = before.next().is_some() && word.span.of(text).starts_with(char::is_uppercase);
    let names = mention.figure.kind.is_amount() && is_word && (is_marked || is_name);
    names.then(|| stems.of_key(word.key))
}

/// Whether a number is the next one of a list.
fn goes_on(one: &Mention<'_>, next: &Mention<'_>) -> bool {
    // *Westhaven (12), Norrland (13) … and, in other years, 400*: too far to be of the list.
    one.sentence == next.sentence
        && next.token - one.token <= MOST_BETWEEN
        && one.amount.unit.is_commensurable(next.amount.unit)
}

/// How two numbers stand in lists that share their labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listing {
    /// In no such lists, or behind other labels.
    Apart,
    /// Behind one label, but a statement has two such lists: it is not known which of them
    /// the other goes on with.
    Ambiguous,
    /// Behind one label.
    OneItem,
}

/// How two numbers stand in lists that share most labels of the shorter one.
pub(super) fn listing(one: &Mention<'_>, two: &Mention<'_>) -> Listing {
    match (&one.item, &two.item) {
        (Some(one), Some(two))
            if one.label == two.label && share_most(&one.labels, &two.labels) =>
        {
            if one.has_rival || two.has_rival {
                Listing::Ambiguous
            } else {
                Listing::OneItem
            }
        }
        _ => Listing::Apart,
    }
}

/// Whether two lists share most labels of the shorter one.
fn share_most(one: &[Stem], two: &[Stem]) -> bool {
    let both = shared(one, two);
    both >= LEAST && both * 2 > one.len().min(two.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lists_are_one_where_most_labels_of_the_shorter_are_shared() {
        let one = [1, 2, 3, 4];
        assert!(share_most(&one, &[1, 2, 3, 9, 10]));
        assert!(!share_most(&one, &[1, 2, 9, 10]));
        assert!(!share_most(
            &[1, 2, 3, 4, 5, 6, 7],
            &[1, 2, 3, 9, 10, 11, 12]
        ));
    }
}
