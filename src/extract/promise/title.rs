//! What a promise is shown as: its object in the author's words.

use super::act::{Deed, weighty};
use super::clause::Clause;
use super::extent::first_of;
use super::stretch;
use crate::language::has;
use crate::model::{Dependency, PartOfSpeech, Span};

/// Most bytes of the title of an act.
const MAX_TITLE: usize = 60;

/// The object in the author's words, cut before a date and where it grows long.
pub(super) fn title(clause: &Clause<'_>, deed: &Deed) -> Option<Span> {
    let head = deed.object.map(|noun| counted(clause, noun));
    let head = head.or(deed.verb)?;
    let start = if clause.is_noun(head) {
        first_of(clause, head)
    } else {
        head
    };
    let is_article = has(clause.lists.articles, clause.surface(start));
    let start = if is_article && start < head {
        start + 1
    } else {
        start
    };
    let mut end = head + 1;
    for at in head + 1..deed.words.end {
        let span = stretch(clause.tree, start..at + 1);
        let stops = clause.part(at) == PartOfSpeech::Numeral
            || clause.surface(at) == ","
            || has(clause.lists.due, clause.surface(at));
        if span.len_bytes() > MAX_TITLE || stops {
            break;
        }
        // Not behind *mine* of *mine action*: a title ends where a phrase may end.
        let is_end = matches!(
            clause.part(at),
            PartOfSpeech::Noun | PartOfSpeech::ProperNoun | PartOfSpeech::Adjective
        );
        let is_degree = has(clause.lists.degrees, clause.surface(at));
        if is_end
            && !is_degree
            && !matches!(clause.relation(at), Dependency::Compound | Dependency::Amod)
        {
            end = at + 1;
        }
    }
    (start < end).then(|| stretch(clause.tree, start..end))
}

/// What is counted, of a noun that says no more than that it is: *doses* of *a total of 2
/// billion doses*.
fn counted(clause: &Clause<'_>, noun: usize) -> usize {
    let inner = weighty(clause, noun);
    // Behind *of* stands the number.
    let first = noun + 2;
    let is_counted = first < inner && clause.part(first) == PartOfSpeech::Numeral;
    if is_counted { inner } else { noun }
}
