//! What a list says once for all its numbers: *8,256 anti-personnel and 3,792
//! anti-tank mines*, *45 and 50 mg*.

use super::figure::from_quantity;
use super::lexicon::Grammar;
use super::passage::Passage;
use super::reader::Draft;
use super::term::Unit;

/// Gives each number without a unit or a noun that of the next number, where
/// nothing but modifiers, commas and *and* stand between the two.
pub(super) fn share_backwards(passage: Passage, drafts: &mut [Draft]) {
    for at in (1..drafts.len()).rev() {
        let (before, after) = drafts.split_at_mut(at);
        let (Some(draft), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let (Some(quantity), Some(giver)) = (&mut draft.quantity, &next.quantity) else {
            continue;
        };
        let open =
            quantity.unit == Unit::Bare && quantity.noun.is_none() && draft.figure.ratio.is_none();
        let shares = giver.unit != Unit::Bare || giver.noun.is_some();
        let hung = passage.is_dash(draft.tokens.end);
        let Some(modifiers) =
            modifiers(passage, draft.tokens.end, next.tokens.start).filter(|_| open && shares)
        else {
            continue;
        };
        if giver.unit != Unit::Bare && modifiers != draft.tokens.end + usize::from(hung) {
            continue;
        }
        quantity.unit = giver.unit.clone();
        let (change, end) = (draft.figure.change, draft.tokens.end);
        quantity.tokens.end = modifiers;
        draft.tokens.end = modifiers;
        draft.figure = from_quantity(passage, quantity);
        draft.figure.change = change;
        if let Some(noun) = &giver.noun {
            let own = passage.folded(end + usize::from(hung)..modifiers);
            share_noun(draft, &own, noun, passage);
        }
    }
}

fn share_noun(draft: &mut Draft, own: &str, noun: &super::noun::Noun, passage: Passage) {
    let head = noun.singular.rsplit(' ').next().unwrap_or_default();
    let plural = passage.folded(noun.tokens.end - 1..noun.tokens.end);
    let joined = |head: &str| {
        if own.is_empty() {
            head.to_owned()
        } else {
            format!("{own} {head}")
        }
    };
    let whole = own.is_empty();
    draft.figure.unit = Some(if whole {
        noun.singular.clone()
    } else {
        joined(head)
    });
    draft.figure.subject = Some(if whole {
        passage.folded(noun.tokens.clone())
    } else {
        joined(&plural)
    });
    draft.figure.dimension = Some(crate::model::Dimension::Count);
}

/// The end of the words that modify a number up to the *and* or the comma
/// before the next number; `None` if anything else stands between.
fn modifiers(passage: Passage, start: usize, end: usize) -> Option<usize> {
    let hung = passage.is_dash(start) && joins(passage, start + 1);
    let mut at = start + usize::from(hung);
    while at < end && at < start + 5 && !joins(passage, at) {
        let plain = passage.is_word(at) && !passage.has(at, super::lexicon::Sense::Stop)
            || passage.is_hyphen(at) && at > start;
        if !plain {
            return None;
        }
        at += 1;
    }
    let modifiers = at;
    while at < end && joins(passage, at) {
        at += 1;
    }
    (at == end && at > modifiers).then_some(modifiers)
}

fn joins(passage: Passage, at: usize) -> bool {
    passage.word(at) == ","
        || passage.is(at, Grammar::And)
        || passage.is(at, Grammar::Or)
        || passage.is(at, Grammar::To)
}
