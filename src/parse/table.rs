//! Tables of weights as they lie in a model file.
//!
//! A table maps the hash of a feature to a row of `N` weights of 8 bits. It is
//! `sets` blocks of four ways: four fingerprints of a byte each, then four
//! rows. A feature whose fingerprint is not in its block weighs nothing.

use super::feature::Feature;

/// Rows that a block holds.
/// Four fingerprints are one word of 32 bits, compared in one step.
const WAYS: usize = 4;

/// Weighs the `N` choices of a decision by the features of the state.
pub trait Weigh<const N: usize> {
    /// The sum over `features` of each choice's weights.
    fn weigh(&self, features: &[Feature]) -> [f32; N];
}

/// A table of weights that is used where it lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table<'a, const N: usize> {
    sets: usize,
    blocks: &'a [u8],
}

/// Bytes of a block of rows of `choices` weights.
#[must_use]
const fn block_bytes(choices: usize) -> usize {
    WAYS * (1 + choices)
}

impl<'a, const N: usize> Table<'a, N> {
    /// The table at the start of `bytes` and what lies behind it; `None` when
    /// it is cut short.
    #[must_use]
    pub(super) fn split_from(bytes: &'a [u8], sets: usize) -> Option<(Self, &'a [u8])> {
        let (blocks, rest) = bytes.split_at_checked(sets.checked_mul(block_bytes(N))?)?;
        Some((Self { sets, blocks }, rest))
    }

    fn row(&self, feature: Feature) -> Option<&'a [u8; N]> {
        let start = feature.set(self.sets) * block_bytes(N);
        let block = self.blocks.get(start..start + block_bytes(N))?;
        let (fingerprints, rows) = block.split_first_chunk::<WAYS>()?;
        let way = way_of(*fingerprints, feature.fingerprint())?;
        rows[way * N..].first_chunk()
    }
}

/// The way whose fingerprint is `sought`, all four compared at once.
fn way_of(fingerprints: [u8; WAYS], sought: u8) -> Option<usize> {
    // The test for a zero byte in a word. What it flags wrongly stands above a true one, so the
    // lowest flag is right.
    const ONES: u32 = 0x0101_0101;
    const HIGH: u32 = 0x8080_8080;
    let differing = u32::from_le_bytes(fingerprints) ^ (u32::from(sought) * ONES);
    let equal = differing.wrapping_sub(ONES) & !differing & HIGH;
    (equal != 0).then(|| equal.trailing_zeros() as usize / 8)
}

impl<const N: usize> Weigh<N> for Table<'_, N> {
    fn weigh(&self, features: &[Feature]) -> [f32; N] {
        // A state has fewer than 100 features, so the sums stay far below 2^15.
        let mut sums = [0_i16; N];
        for row in features.iter().filter_map(|&feature| self.row(feature)) {
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i16::from(weight.cast_signed());
            }
        }
        sums.map(f32::from)
    }
}

/// A table that is being filled.
#[derive(Debug)]
pub struct TableBuilder<const N: usize> {
    sets: usize,
    blocks: Vec<u8>,
}

impl<const N: usize> TableBuilder<N> {
    /// An empty table of `sets` blocks.
    #[must_use]
    pub fn new(sets: usize) -> Self {
        let blocks = vec![0; sets * block_bytes(N)];
        Self { sets, blocks }
    }

    /// Puts a row where its block has room for it: rows that matter more come
    /// first. Tells whether it was put.
    pub fn insert(&mut self, feature: Feature, row: &[i8; N]) -> bool {
        let start = feature.set(self.sets) * block_bytes(N);
        let block = &mut self.blocks[start..start + block_bytes(N)];
        let (fingerprints, rows) = block.split_at_mut(WAYS);
        let fingerprint = feature.fingerprint();
        let taken = fingerprints.iter().take_while(|&&used| used != 0).count();
        // Of two equal fingerprints the second would never be found: the first answers for both.
        if taken == WAYS || fingerprints.contains(&fingerprint) {
            return false;
        }
        // Places are filled in order, and 0 is no fingerprint: the first 0 is the first free place.
        fingerprints[taken] = fingerprint;
        for (place, weight) in rows[taken * N..].iter_mut().zip(row) {
            *place = weight.cast_unsigned();
        }
        true
    }

    /// The table as it stands in a model file.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.blocks
    }
}

/// The choice with the greatest weight, the first among equals.
#[must_use]
pub fn best(weights: &[f32]) -> usize {
    let mut best = 0;
    for (choice, weight) in weights.iter().enumerate() {
        if *weight > weights[best] {
            best = choice;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Features that fall in the same set of a table of one set.
    fn features(count: usize) -> Vec<Feature> {
        let mut features: Vec<Feature> = Vec::new();
        let mut seed = 0;
        while features.len() < count {
            let feature = Feature::of_seed(seed);
            let known = |other: &Feature| other.fingerprint() == feature.fingerprint();
            if !features.iter().any(known) {
                features.push(feature);
            }
            seed += 1;
        }
        features
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "sums of small whole numbers are exact")]
    fn the_weights_of_features_are_summed() {
        let [one, two, unknown] = features(3)[..] else {
            unreachable!()
        };
        let mut builder = TableBuilder::new(1);
        assert!(builder.insert(one, &[1, -2, 127]));
        assert!(builder.insert(two, &[10, 20, 127]));
        let bytes = builder.into_bytes();
        let (table, rest) = Table::<3>::split_from(&bytes, 1).unwrap();
        assert!(rest.is_empty());
        assert_eq!(table.weigh(&[one, two, unknown]), [11.0, 18.0, 254.0]);
        assert_eq!(table.weigh(&[]), [0.0; 3]);
    }

    #[test]
    fn the_first_four_of_a_set_stay() {
        let features = features(5);
        let mut builder = TableBuilder::<3>::new(1);
        let put: Vec<bool> = features
            .iter()
            .map(|&feature| builder.insert(feature, &[1; 3]))
            .collect();
        assert_eq!(put, [true, true, true, true, false]);
    }

    #[test]
    fn a_fingerprint_is_put_once() {
        let feature = features(1)[0];
        let mut builder = TableBuilder::<3>::new(1);
        assert!(builder.insert(feature, &[1; 3]));
        assert!(!builder.insert(feature, &[2; 3]));
    }

    #[test]
    fn the_way_is_found_in_any_place() {
        assert_eq!(way_of([1, 2, 3, 4], 1), Some(0));
        assert_eq!(way_of([1, 2, 3, 4], 4), Some(3));
        assert_eq!(way_of([1, 255, 0, 0], 255), Some(1));
        assert_eq!(way_of([1, 2, 3, 4], 5), None);
    }

    #[test]
    fn the_first_of_equals_is_best() {
        assert_eq!(best(&[1.0, 3.0, 3.0]), 1);
    }
}
