//! Makes the tables of a model file: prunes and rounds the weights.

use std::collections::HashMap;

use verbale::parse::training::{Feature, TableBuilder};

use super::weights::Weights;

/// How often each feature decided in the training sentences.
#[derive(Debug, Default)]
pub(crate) struct Counts(HashMap<Feature, u32>);

/// How much the number of its decisions adds to a feature's importance.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Frequency {
    /// In proportion.
    Full,
    /// By its square root.
    Root,
}

impl Counts {
    pub(crate) fn add(&mut self, features: &[Feature]) {
        for &feature in features {
            *self.0.entry(feature).or_default() += 1;
        }
    }
}

/// The table of `sets` blocks that holds the most important features.
///
/// A feature matters by the spread of its weights and by how often it decides.
/// One scale for all, and the greatest weight fits: the few great weights are
/// those of the bias and of the parts of speech, and cutting them costs more
/// than coarser steps do.
pub(crate) fn table<const N: usize>(
    weights: &Weights<N>,
    counts: &Counts,
    frequency: Frequency,
    sets: usize,
) -> Vec<u8> {
    let mut features: Vec<(f32, Feature)> = counts
        .0
        .iter()
        .map(|(&feature, &count)| (importance(weights.row(feature), count, frequency), feature))
        .filter(|(importance, _)| *importance > 0.0)
        .collect();
    features.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let greatest = features
        .iter()
        .flat_map(|(_, feature)| weights.row(*feature))
        .fold(0.0_f32, |greatest, weight| greatest.max(weight.abs()));
    let scale = f32::from(i8::MAX) / greatest;
    let mut table = TableBuilder::new(sets);
    let mut put = 0;
    for (_, feature) in &features {
        let row = weights.row(*feature).map(|weight| rounded(weight * scale));
        if row.iter().any(|&weight| weight != 0) {
            put += usize::from(table.insert(*feature, &row));
        }
    }
    eprintln!("{put} of {} features kept", features.len());
    table.into_bytes()
}

fn importance<const N: usize>(row: &[f32; N], count: u32, frequency: Frequency) -> f32 {
    let greatest = row.iter().copied().fold(f32::MIN, f32::max);
    let least = row.iter().copied().fold(f32::MAX, f32::min);
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let count = count as f32;
    (greatest - least)
        * match frequency {
            Frequency::Full => count,
            Frequency::Root => count.sqrt(),
        }
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to the range")]
fn rounded(weight: f32) -> i8 {
    weight.round().clamp(-127.0, 127.0) as i8
}
