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
/// So a stage has at most 128 templates.
const TEMPLATE_BITS: u64 = 127;

impl Feature {
    /// The feature of a template's values.
    #[inline]
    pub(super) fn of<const N: usize>(template: u64, first: u64, others: [u64; N]) -> Self {
        // Six bits a value: parts of speech, distances and flags are below 64, so that they never
        // run into one another.
        let fold = |sum: u64, other: u64| sum.wrapping_mul(64).wrapping_add(other);
        Self::new(template, first, others.into_iter().fold(0, fold))
    }

    #[inline]
    fn new(template: u64, first: u64, others: u64) -> Self {
        // High above the bits of the values, so that the same values of two templates are two
        // features.
        let others = others.wrapping_add(template << 50);
        let mut hash =
            // Odd constants that spread the bits, the first 2^64 by the golden ratio; the steps are
            // those of SplitMix64 (Steele, Lea and Flood, 2014).
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
        // A multiplication in place of a division: tables need not be a power of two long (Lemire,
        // 2019).
        let wide = (self.0 >> 32) * sets as u64;
        usize::try_from(wide >> 32).unwrap_or(usize::MAX)
    }

    /// What tells it from others in its set; never 0, which marks an empty place.
    #[inline]
    pub(super) fn fingerprint(self) -> u8 {
        // Bits that the set is not chosen by, or all features of a set would share them.
        let [_, byte, ..] = (self.0 >> 1).to_le_bytes();
        byte.max(1)
    }
}

/// Names a value of a state.
pub(super) trait Atom: Copy {
    /// Its place among the values.
    fn index(self) -> usize;
}

/// Writes the features of a stage: how many it has, and a function from its values to
/// them. A row names the first atom of a template, then up to four others, whose values,
/// of all but the first of them, are below 64.
///
/// Rows become straight code, for a state has dozens of features and a word two states.
macro_rules! templates {
    ($(($first:expr, &[$($other:expr),* $(,)?] $(,)?)),+ $(,)?) => {
        /// Number of templates, which a model is trained for.
        pub(super) const TEMPLATE_COUNT: usize = [$(stringify!($first)),+].len();

        #[allow(unused_assignments, reason = "nothing is behind the last template")]
        fn features_of(values: &$crate::parse::feature::Values) -> [Feature; TEMPLATE_COUNT] {
            let mut template = 0;
            [$({
                let others = [$(values.at($other)),*];
                let feature = Feature::of(template, values.at($first), others);
                template += 1;
                feature
            }),+]
        }
    };
}

pub(super) use templates;

/// Values that a state has at most.
const MAX_ATOMS: usize = 32;

/// The values of a state, 0 where none is set.
pub(super) struct Values([u64; MAX_ATOMS]);

impl Values {
    pub(super) fn new() -> Self {
        Self([0; MAX_ATOMS])
    }

    #[inline]
    pub(super) fn set(&mut self, atom: impl Atom, value: u64) {
        self.0[atom.index()] = value;
    }

    #[inline]
    pub(super) fn at(&self, atom: impl Atom) -> u64 {
        self.0[atom.index()]
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

    templates![
        (Seen::Word, &[]),
        (Seen::Part, &[]),
        (Seen::Word, &[Seen::Part]),
    ];

    fn features(word: u64, part: u64) -> [Feature; TEMPLATE_COUNT] {
        let mut values = Values::new();
        values.set(Seen::Word, word);
        values.set(Seen::Part, part);
        features_of(&values)
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
