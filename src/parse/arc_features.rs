//! What the next move of the parser is chosen by.
//!
//! Values are named as by Zhang and Nivre (2011): `S0` is the top of the stack,
//! `S1` the word below it, `N0` the first of the buffer, `N1` behind it; `W` a
//! word, `P` its part of speech, `E` its ending; `L` and `R` its outermost
//! dependents left and right, `L2` and `R2` the next ones inside; `V` their
//! numbers; `D` a distance.

use super::arcs::{Children, Configuration};
use super::feature::{Atom, Feature, Values, templates};
use super::sentence::Sentence;

#[derive(Debug, Clone, Copy)]
enum Seen {
    Nothing,
    S0W,
    S0P,
    S0E,
    S0V,
    S0LW,
    S0LP,
    S0L2P,
    S0RW,
    S0RP,
    S0R2P,
    S1W,
    S1P,
    S1V,
    S1LP,
    S1RW,
    S1RP,
    S2W,
    S2P,
    N0W,
    N0P,
    N0E,
    N0V,
    N0LW,
    N0LP,
    N1W,
    N1P,
    N2W,
    N2P,
    N3P,
    /// From `S0` to `N0`.
    D0,
    /// From `S1` to `S0`.
    D1,
}

impl Atom for Seen {
    #[inline]
    fn index(self) -> usize {
        self as usize
    }
}

templates![
    (Seen::Nothing, &[]),
    // Single words.
    (Seen::S0W, &[Seen::S0P]),
    (Seen::S0P, &[]),
    (Seen::S1W, &[Seen::S1P]),
    (Seen::S1P, &[]),
    (Seen::N0W, &[Seen::N0P]),
    (Seen::N0P, &[]),
    (Seen::N1W, &[Seen::N1P]),
    (Seen::N1P, &[]),
    (Seen::N2W, &[Seen::N2P]),
    (Seen::S0E, &[Seen::N0P]),
    (Seen::N0E, &[Seen::S0P]),
    // A word among parts.
    (Seen::S0W, &[Seen::S0P, Seen::N0P]),
    (Seen::N0W, &[Seen::S0P, Seen::N0P]),
    (Seen::S0W, &[Seen::S0P, Seen::S1P]),
    (Seen::S1W, &[Seen::S0P, Seen::S1P]),
    (Seen::S0W, &[Seen::N0P, Seen::N1P]),
    (Seen::S1W, &[Seen::S0P, Seen::N0P]),
    (Seen::S2W, &[Seen::S1P, Seen::S0P]),
    (Seen::N1W, &[Seen::S0P, Seen::N0P]),
    (Seen::N1W, &[Seen::S0P, Seen::S1P]),
    // Runs of parts.
    (Seen::S0P, &[Seen::N0P, Seen::N1P]),
    (Seen::S0P, &[Seen::N0P, Seen::N1P, Seen::N2P]),
    (Seen::S1P, &[Seen::S0P, Seen::N0P]),
    (Seen::S2P, &[Seen::S1P, Seen::S0P]),
    (Seen::S1P, &[Seen::S0P, Seen::N0P, Seen::N1P]),
    (Seen::S2P, &[Seen::S1P, Seen::S0P, Seen::N0P]),
    (Seen::N1P, &[Seen::N2P, Seen::N3P]),
    // Parts of dependents.
    (Seen::S0P, &[Seen::S0LP, Seen::N0P]),
    (Seen::S0P, &[Seen::S0RP, Seen::N0P]),
    (Seen::S0P, &[Seen::N0P, Seen::N0LP]),
    (Seen::S1P, &[Seen::S1RP, Seen::S0P, Seen::N0P]),
    (Seen::S1P, &[Seen::S1LP, Seen::S0P]),
    (Seen::S0P, &[Seen::S0RP, Seen::S1P]),
    (Seen::S0LP, &[Seen::S0RP, Seen::S0P]),
    (Seen::S0L2P, &[Seen::S0LP, Seen::S0P]),
    (Seen::S0R2P, &[Seen::S0RP, Seen::S0P, Seen::N0P]),
    (Seen::S1RP, &[Seen::S0LP, Seen::S1P, Seen::S0P]),
    (Seen::N0LP, &[Seen::N1P, Seen::S0P, Seen::N0P]),
    // Words of dependents.
    (Seen::S0LW, &[Seen::S0P]),
    (Seen::S0RW, &[Seen::S0P]),
    (Seen::N0LW, &[Seen::N0P]),
    (Seen::S1RW, &[Seen::S1P]),
    (Seen::S0RW, &[Seen::S0P, Seen::N0P]),
    (Seen::S1RW, &[Seen::S0P, Seen::S1P]),
    // Numbers of dependents.
    (Seen::S0W, &[Seen::S0V]),
    (Seen::S0P, &[Seen::S0V]),
    (Seen::N0W, &[Seen::N0V]),
    (Seen::N0P, &[Seen::N0V]),
    (Seen::S1P, &[Seen::S1V]),
    // Distances.
    (Seen::S0W, &[Seen::D0]),
    (Seen::N0W, &[Seen::D0]),
    (Seen::S0P, &[Seen::N0P, Seen::D0]),
    (Seen::S0P, &[Seen::S1P, Seen::D1]),
    (Seen::D0, &[Seen::D1, Seen::S0P, Seen::N0P, Seen::S1P]),
];

/// Longer distances are alike.
const MAX_DISTANCE: usize = 6;

/// More dependents are alike.
const MAX_CHILDREN: u8 = 4;

/// The features of a state.
#[must_use]
pub fn features(state: &Configuration, sentence: Sentence<'_>) -> [Feature; TEMPLATE_COUNT] {
    let mut values = Values::new();
    set_stack(&mut values, state, sentence);
    set_buffer(&mut values, state, sentence);
    set_distances(&mut values, state);
    features_of(&values)
}

fn set_stack(values: &mut Values, state: &Configuration, sentence: Sentence<'_>) {
    let [s0, s1, s2] = [0, 1, 2].map(|depth| state.stack_word(depth));
    values.set(Seen::S0W, sentence.word(s0));
    values.set(Seen::S0P, sentence.part(s0));
    values.set(Seen::S0E, sentence.form(s0).suffixes[1]);
    values.set(Seen::S1W, sentence.word(s1));
    values.set(Seen::S1P, sentence.part(s1));
    values.set(Seen::S2W, sentence.word(s2));
    values.set(Seen::S2P, sentence.part(s2));

    let children = state.children(s0);
    values.set(Seen::S0V, numbers(children));
    values.set(Seen::S0LW, sentence.word(children.left[0]));
    values.set(Seen::S0LP, sentence.part(children.left[0]));
    values.set(Seen::S0L2P, sentence.part(children.left[1]));
    values.set(Seen::S0RW, sentence.word(children.right[0]));
    values.set(Seen::S0RP, sentence.part(children.right[0]));
    values.set(Seen::S0R2P, sentence.part(children.right[1]));

    let children = state.children(s1);
    values.set(Seen::S1V, numbers(children));
    values.set(Seen::S1LP, sentence.part(children.left[0]));
    values.set(Seen::S1RW, sentence.word(children.right[0]));
    values.set(Seen::S1RP, sentence.part(children.right[0]));
}

fn set_buffer(values: &mut Values, state: &Configuration, sentence: Sentence<'_>) {
    let [n0, n1, n2, n3] = [0, 1, 2, 3].map(|ahead| state.buffer_word(ahead));
    values.set(Seen::N0W, sentence.word(n0));
    values.set(Seen::N0P, sentence.part(n0));
    values.set(Seen::N0E, sentence.form(n0).suffixes[1]);
    values.set(Seen::N1W, sentence.word(n1));
    values.set(Seen::N1P, sentence.part(n1));
    values.set(Seen::N2W, sentence.word(n2));
    values.set(Seen::N2P, sentence.part(n2));
    values.set(Seen::N3P, sentence.part(n3));

    let children = state.children(n0);
    values.set(Seen::N0V, u64::from(children.left_count.min(MAX_CHILDREN)));
    values.set(Seen::N0LW, sentence.word(children.left[0]));
    values.set(Seen::N0LP, sentence.part(children.left[0]));
}

fn set_distances(values: &mut Values, state: &Configuration) {
    let between = |left: Option<usize>, right: Option<usize>| match (left, right) {
        (Some(left), Some(right)) => right.saturating_sub(left).min(MAX_DISTANCE) as u64,
        _ => 0,
    };
    let [s0, s1] = [0, 1].map(|depth| state.stack_word(depth));
    values.set(Seen::D0, between(s0, state.buffer_word(0)));
    values.set(Seen::D1, between(s1, s0));
}

/// How many dependents a word has on each side.
fn numbers(children: Children) -> u64 {
    let [left, right] =
        [children.left_count, children.right_count].map(|count| u64::from(count.min(MAX_CHILDREN)));
    left * 8 + right
}
