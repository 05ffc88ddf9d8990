//! Averaged perceptrons in wide hashed tables.

use verbale::parse::training::{Feature, Weigh};

/// The weights of `N` choices while they are trained.
///
/// The table is so wide that next to no features fall together; it is pruned
/// when it is written.
#[derive(Debug, Clone)]
pub(crate) struct Weights<const N: usize> {
    bits: u32,
    rows: Vec<[f32; N]>,
    /// Sum of each change times the step it was made at, to average by.
    sums: Vec<[f32; N]>,
    step: f32,
}

impl<const N: usize> Weights<N> {
    /// No weights yet, in `2^bits` rows.
    pub(crate) fn new(bits: u32) -> Self {
        Self {
            bits,
            rows: vec![[0.0; N]; 1 << bits],
            sums: vec![[0.0; N]; 1 << bits],
            step: 1.0,
        }
    }

    fn place(&self, feature: Feature) -> usize {
        usize::try_from(feature.hash() >> (64 - self.bits)).unwrap_or(0)
    }

    /// The weights of a feature.
    pub(crate) fn row(&self, feature: Feature) -> &[f32; N] {
        &self.rows[self.place(feature)]
    }

    /// Counts a decision.
    pub(crate) fn advance(&mut self) {
        self.step += 1.0;
    }

    /// Strengthens the choice `right` and weakens the choice `wrong`.
    pub(crate) fn learn(&mut self, features: &[Feature], right: usize, wrong: usize) {
        for &feature in features {
            let place = self.place(feature);
            for (choice, change) in [(right, 1.0), (wrong, -1.0)] {
                self.rows[place][choice] += change;
                self.sums[place][choice] += self.step * change;
            }
        }
    }

    /// The mean of the weights over all decisions.
    pub(crate) fn averaged(mut self) -> Self {
        for (row, sums) in self.rows.iter_mut().zip(&self.sums) {
            for (weight, sum) in row.iter_mut().zip(sums) {
                *weight -= sum / self.step;
            }
        }
        self.sums = Vec::new();
        self
    }

    /// Adds the weights of another training.
    pub(crate) fn add(&mut self, other: &Self) {
        for (row, other) in self.rows.iter_mut().zip(&other.rows) {
            for (weight, other) in row.iter_mut().zip(other) {
                *weight += other;
            }
        }
    }
}

impl<const N: usize> Weigh<N> for Weights<N> {
    fn weigh(&self, features: &[Feature]) -> [f32; N] {
        let mut sums = [0.0; N];
        for &feature in features {
            for (sum, weight) in sums.iter_mut().zip(self.row(feature)) {
                *sum += weight;
            }
        }
        sums
    }
}

/// Sums the averaged weights of one training for each seed: no cost at run
/// time, and steadier than one.
pub(crate) fn summed<const N: usize>(
    seeds: u64,
    mut train: impl FnMut(u64) -> Weights<N>,
) -> Weights<N> {
    let mut sum = train(0);
    for seed in 1..seeds {
        sum.add(&train(seed));
    }
    sum
}

/// The best of the choices but `right`.
pub(crate) fn rival<const N: usize>(weights: &[f32; N], right: usize) -> usize {
    let mut rival = usize::from(right == 0);
    for choice in 0..N {
        if choice != right && weights[choice] > weights[rival] {
            rival = choice;
        }
    }
    rival
}
