//! Features: what a decision looks at, as hashes.
//!
//! A state is a number of values, each known by an atom (the word on top of
//! the stack, its part of speech, …). A template names the atoms that are
//! looked at together; a feature is the hash of a template and its values.

/// The hash of a template and its values.
///
/// The low 7 bits are the template, the high bits choose the place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Feature(u64);

/// Bits that hold the template.
const TEMPLATE_BITS: u64 = 127;

impl Feature {
    #[inline]
    fn new(template: u64, first: u64, others: u64) -> Self {
        let others = others.wrapping_add(template << 50);
        let mut hash =
            first.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ others.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0xBF58_476D_1CE4_E5B9);
        hash ^= hash >> 29;
        Self((hash & !TEMPLATE_BITS) | template)
    }

    /// A feature of no template, for tests.
    #[cfg(test)]
    pub(super) fn of_seed(seed: u64) -> Self {
        Self::new(0, seed, 0)
    }

    /// All bits.
    #[must_use]
    pub fn hash(self) -> u64 {
        self.0
    }

    /// Its set among `sets`, evenly spread.
    #[inline]
    pub(super) fn set(self, sets: usize) -> usize {
        let wide = (self.0 >> 32) * sets as u64;
        usize::try_from(wide >> 32).unwrap_or(usize::MAX)
    }

    /// What tells it from others in its set; never 0, which marks an empty place.
    #[inline]
    pub(super) fn fingerprint(self) -> u8 {
        let [_, byte, ..] = (self.0 >> 1).to_le_bytes();
        byte.max(1)
    }
}

/// Names a value of a state.
pub(super) trait Atom: Copy {
    /// Its place among the values.
    fn index(self) -> usize;
}

/// Atoms that are looked at together: the first, and up to four others, whose
/// values, of all but the first of them, are below 64.
#[derive(Debug, Clone, Copy)]
pub(super) struct Template {
    first: u8,
    /// Places of values; [`UNSET`] in front of those of shorter templates.
    others: [u8; 4],
}

/// A table of templates: the first atom of each, then the others.
macro_rules! templates {
    ($(($first:expr, &[$($other:expr),* $(,)?] $(,)?)),+ $(,)?) => {
        [$($crate::parse::feature::Template::new(
            $first as usize,
            &[$($other as usize),*],
        )),+]
    };
}

pub(super) use templates;

/// The place of a value that is always 0.
const UNSET: u8 = 0;

impl Template {
    /// A template of atoms, given by their numbers.
    pub(super) const fn new(first: usize, others: &[usize]) -> Self {
        let mut padded = [UNSET; 4];
        let start = padded.len() - others.len();
        let mut at = 0;
        while at < others.len() {
            padded[start + at] = place(others[at]);
            at += 1;
        }
        Self {
            first: place(first),
            others: padded,
        }
    }
}

/// The place of an atom's value.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the assertion is checked when the tables of templates are made"
)]
const fn place(atom: usize) -> u8 {
    assert!(atom < MAX_ATOMS, "a place fits a byte");
    atom as u8 + 1
}

/// Values that a state has at most.
const MAX_ATOMS: usize = 63;

/// The values of a state, 0 where none is set.
pub(super) struct Values([u64; MAX_ATOMS + 1]);

impl Values {
    pub(super) fn new() -> Self {
        Self([0; MAX_ATOMS + 1])
    }

    #[inline]
    pub(super) fn set(&mut self, atom: impl Atom, value: u64) {
        self.0[atom.index() + 1] = value;
    }

    #[inline]
    fn at(&self, place: u8) -> u64 {
        // The mask spares a check of the bounds.
        self.0[usize::from(place) & MAX_ATOMS]
    }

    /// Replaces `features` with those of `templates`.
    #[inline]
    pub(super) fn write_features(&self, templates: &[Template], features: &mut Vec<Feature>) {
        features.clear();
        features.extend(templates.iter().zip(0_u64..).map(|(of, template)| {
            let others = of.others.iter().fold(0_u64, |sum, &other| {
                sum.wrapping_mul(64).wrapping_add(self.at(other))
            });
            Feature::new(template, self.at(of.first), others)
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy)]
    enum Seen {
        Word,
        Part,
    }

    impl Atom for Seen {
        fn index(self) -> usize {
            self as usize
        }
    }

    fn features(word: u64, part: u64) -> Vec<Feature> {
        let mut values = Values::new();
        values.set(Seen::Word, word);
        values.set(Seen::Part, part);
        let [word, part] = [Seen::Word, Seen::Part].map(Atom::index);
        let templates = [
            Template::new(word, &[]),
            Template::new(part, &[]),
            Template::new(word, &[part]),
        ];
        let mut features = Vec::new();
        values.write_features(&templates, &mut features);
        features
    }

    #[test]
    fn templates_and_values_tell_features_apart() {
        let mut all = [features(1, 2), features(2, 1), features(1, 1)].concat();
        all.sort_unstable();
        all.dedup();
        // Word 1 and part 1 occur twice each.
        assert_eq!(all.len(), 7);
    }

    #[test]
    fn a_feature_has_a_set_and_a_fingerprint() {
        for seed in 0..2_000 {
            let feature = Feature::of_seed(seed);
            assert!(feature.set(7) < 7);
            assert_ne!(feature.fingerprint(), 0);
        }
    }
}
