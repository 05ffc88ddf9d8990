//! Links paragraphs that are the same text.
//!
//! A text that stands once on each side is linked wherever it stands. Copies
//! are linked next to linked neighbours first, then in order.

use hashbrown::HashMap;

use crate::model::Key;

use super::pairs::Pairs;
use super::text::Text;

/// Where one text stands on either side, ascending.
#[derive(Debug, Default)]
struct Places {
    before: Vec<usize>,
    after: Vec<usize>,
}

/// Links each paragraph with an equal one as long as there are free ones.
pub(super) fn link_equal(before: &Text, after: &Text) -> Pairs {
    let mut pairs = Pairs::new(before.len(), after.len());
    let places = places(before, after);
    for place in &places {
        if let ([before], [after]) = (&place.before[..], &place.after[..]) {
            pairs.link(*before, *after);
        }
    }
    extend(&mut pairs, [before, after], Direction::Down);
    extend(&mut pairs, [before, after], Direction::Up);
    for place in &places {
        link_in_order(&mut pairs, place);
    }
    pairs
}

/// The distinct texts that both sides have, in the order of `before`.
fn places(before: &Text, after: &Text) -> Vec<Places> {
    let mut numbers: HashMap<&[Key], usize> = HashMap::with_capacity(before.len());
    let mut places: Vec<Places> = Vec::new();
    for (index, keys) in before.paragraphs().enumerate() {
        let number = *numbers.entry(keys).or_insert(places.len());
        if number == places.len() {
            places.push(Places::default());
        }
        places[number].before.push(index);
    }
    for (index, keys) in after.paragraphs().enumerate() {
        if let Some(&number) = numbers.get(keys) {
            places[number].after.push(index);
        }
    }
    places.retain(|place| !place.after.is_empty());
    places
}

#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Down,
    Up,
}

/// Links equal paragraphs that stand next to a linked pair.
fn extend(pairs: &mut Pairs, [before, after]: [&Text; 2], direction: Direction) {
    let step = |at: usize| match direction {
        Direction::Down => Some(at + 1),
        Direction::Up => at.checked_sub(1),
    };
    for index in 0..before.len() {
        let at = match direction {
            Direction::Down => index,
            Direction::Up => before.len() - 1 - index,
        };
        let Some(partner) = pairs.after_of(at) else {
            continue;
        };
        let (Some(x), Some(y)) = (step(at), step(partner)) else {
            continue;
        };
        if x < before.len() && y < after.len() && before.paragraph(x) == after.paragraph(y) {
            pairs.link(x, y);
        }
    }
}

/// Links the free copies of one text: first with first, second with second.
fn link_in_order(pairs: &mut Pairs, place: &Places) {
    let before: Vec<usize> = free(&place.before, |at| pairs.after_of(at).is_none());
    let after: Vec<usize> = free(&place.after, |at| pairs.before_of(at).is_none());
    for (x, y) in before.into_iter().zip(after) {
        pairs.link(x, y);
    }
}

fn free(places: &[usize], is_free: impl Fn(usize) -> bool) -> Vec<usize> {
    places.iter().copied().filter(|&at| is_free(at)).collect()
}
