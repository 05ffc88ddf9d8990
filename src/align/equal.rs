//! Links paragraphs that are the same text.
//!
//! A text that stands once on each side is linked wherever it stands. Copies
//! are linked next to linked neighbours first, then in order.

use hashbrown::HashMap;

use crate::model::Key;

use super::pairs::Pairs;
use super::text::{Text, narrow};

/// Where one text stands on either side, ascending.
#[derive(Debug)]
struct Places<'a> {
    before: &'a [u32],
    after: &'a [u32],
}

/// Links each paragraph with an equal one as long as there are free ones.
pub(super) fn link_equal(before: &Text, after: &Text) -> Pairs {
    let mut pairs = Pairs::new(before.len(), after.len());
    let texts = Numbered::new(before, after);
    let places: Vec<Places> = texts.places().collect();
    for place in &places {
        // A long paragraph that stands once on each side is the same one, however far it moved.
        if let (&[before], &[after]) = (place.before, place.after) {
            pairs.link(before as usize, after as usize);
        }
    }
    // Downwards first: a line that is repeated belongs to what stands above it.
    extend(&mut pairs, [before, after], Direction::Down);
    extend(&mut pairs, [before, after], Direction::Up);
    for place in &places {
        link_in_order(&mut pairs, place);
    }
    pairs
}

/// The paragraphs of both sides by the number of their text: each distinct
/// text of `before` has one, in order.
struct Numbered {
    before: Filed,
    after: Filed,
}

impl Numbered {
    fn new(before: &Text, after: &Text) -> Self {
        let mut numbers: HashMap<&[Key], u32> = HashMap::with_capacity(before.len());
        let of_before: Vec<Option<u32>> = before
            .paragraphs()
            .map(|keys| {
                let next = narrow(numbers.len());
                Some(*numbers.entry(keys).or_insert(next))
            })
            .collect();
        let of_after: Vec<Option<u32>> = after
            .paragraphs()
            .map(|keys| numbers.get(keys).copied())
            .collect();
        Self {
            before: Filed::new(&of_before, numbers.len()),
            after: Filed::new(&of_after, numbers.len()),
        }
    }

    /// The texts that both sides have, in the order of `before`.
    fn places(&self) -> impl Iterator<Item = Places<'_>> {
        let places = (0..self.before.starts.len() - 1).map(|number| Places {
            before: self.before.of(number),
            after: self.after.of(number),
        });
        places.filter(|places| !places.after.is_empty())
    }
}

/// Paragraphs filed by a number that each has or has not.
struct Filed {
    /// Where the paragraphs of each number start, then how many there are.
    starts: Vec<u32>,
    /// By number, then ascending.
    paragraphs: Vec<u32>,
}

impl Filed {
    /// Files paragraphs whose numbers are below `count`.
    fn new(numbers: &[Option<u32>], count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for number in numbers.iter().flatten() {
            starts[*number as usize] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut paragraphs = vec![0; sum as usize];
        // From the last on, since each place is filled from its end: the paragraphs of a number
        // ascend.
        for (paragraph, number) in numbers.iter().enumerate().rev() {
            if let Some(number) = number {
                let start = &mut starts[*number as usize];
                *start -= 1;
                paragraphs[*start as usize] = narrow(paragraph);
            }
        }
        Self { starts, paragraphs }
    }

    fn of(&self, number: usize) -> &[u32] {
        let [start, end] = [self.starts[number], self.starts[number + 1]];
        &self.paragraphs[start as usize..end as usize]
    }
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
        // *(applause)*, ten times in a speech, belongs to what stands above it.
        if x < before.len() && y < after.len() && before.paragraph(x) == after.paragraph(y) {
            pairs.link(x, y);
        }
    }
}

/// Links the free copies of one text: first with first, second with second.
fn link_in_order(pairs: &mut Pairs, place: &Places) {
    let before = free(place.before, |at| pairs.after_of(at).is_none());
    let after = free(place.after, |at| pairs.before_of(at).is_none());
    for (x, y) in before.into_iter().zip(after) {
        pairs.link(x, y);
    }
}

fn free(places: &[u32], is_free: impl Fn(usize) -> bool) -> Vec<usize> {
    let places = places.iter().map(|&at| at as usize);
    places.filter(|&at| is_free(at)).collect()
}
