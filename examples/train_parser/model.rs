//! Trains all parts of a model and writes its file.

use std::error::Error;

use clap::Args;
use verbale::parse::training::{Clusters, MARK, cluster_table};

use super::clusters::clusters;
use super::compact::{Counts, Frequency, table};
use super::corpus::Example;
use super::labelling::{self, RelationWeights};
use super::parsing::{self, MoveWeights};
use super::tagging::{self, TagWeights};
use super::treebank::Gold;

/// How many blocks of four rows each table has.
#[derive(Debug, Args)]
pub(crate) struct Sizes {
    /// Blocks of the parts of speech, of 68 bytes each.
    #[arg(long, default_value_t = 12_000)]
    parts: usize,
    /// Blocks of the moves, of 16 bytes each.
    #[arg(long, default_value_t = 49_152)]
    moves: usize,
    /// Blocks of the relations, of 132 bytes each.
    #[arg(long, default_value_t = 6_000)]
    relations: usize,
}

/// The bytes of a model that is trained on these sentences.
pub(crate) fn train(
    sentences: &[Gold],
    seeds: u64,
    sizes: &Sizes,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let words = sentences
        .iter()
        .map(|gold| gold.words.iter().map(String::as_str).collect());
    let clustered = clusters(words);
    eprintln!("{} words in clusters", clustered.len());
    let (slots, cluster_bytes) = cluster_table(&clustered);
    let (clusters, _) = Clusters::split_from(&cluster_bytes, slots).ok_or("no clusters")?;
    let mut examples: Vec<Example<'_>> = sentences
        .iter()
        .map(|gold| Example::new(gold, clusters))
        .collect();
    let weights = Weighed::train(&mut examples, seeds);
    let mut file = MARK.to_vec();
    for size in [slots, sizes.parts, sizes.moves, sizes.relations] {
        file.extend(u32::try_from(size)?.to_le_bytes());
    }
    file.extend(&cluster_bytes);
    weights.push_tables(&examples, sizes, &mut file);
    Ok(file)
}

/// The weights of a model before they are pruned.
struct Weighed {
    parts: TagWeights,
    moves: MoveWeights,
    relations: RelationWeights,
}

impl Weighed {
    fn train(examples: &mut [Example<'_>], seeds: u64) -> Self {
        let parts = tagging::train(examples, seeds);
        eprintln!("parts of speech trained");
        // The others are trained on tags as bad as they will get.
        tagging::tag_unseen(examples);
        let relations = labelling::train(examples, seeds);
        eprintln!("relations trained");
        let moves = parsing::train(examples, seeds);
        eprintln!("moves trained");
        Self {
            parts,
            moves,
            relations,
        }
    }

    fn push_tables(&self, examples: &[Example<'_>], sizes: &Sizes, file: &mut Vec<u8>) {
        let [mut parts, mut moves, mut relations] = [(); 3].map(|()| Counts::default());
        for example in examples {
            tagging::walk(example, &self.parts, |features| parts.add(features));
            parsing::walk(example, &self.moves, |features| moves.add(features));
            labelling::walk(example, |_, features| relations.add(features));
        }
        file.extend(table(&self.parts, &parts, Frequency::Root, sizes.parts));
        file.extend(table(&self.moves, &moves, Frequency::Full, sizes.moves));
        file.extend(table(
            &self.relations,
            &relations,
            Frequency::Root,
            sizes.relations,
        ));
    }
}
