//! Trains the parser, scores it, and makes the table of irregular base forms.
//!
//! What is learnt from are treebanks in CoNLL-U
//! (<https://universaldependencies.org/>). The same files in the same order
//! give the same bytes; `CONTRIBUTING.md` has the commands that made the files
//! shipped.
#![allow(clippy::print_stdout, reason = "a program prints what it found")]
#![allow(
    clippy::print_stderr,
    reason = "training takes a while and says where it is"
)]

mod clusters;
mod compact;
mod corpus;
mod irregular;
mod labelling;
mod model;
mod parsing;
mod random;
mod score;
mod spacing;
mod tagging;
mod treebank;
mod weights;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::slice;

use clap::{Args, Parser};
use verbale::model::Language;
use verbale::parse::training::Trained;

use model::Sizes;
use treebank::{Contractions, Gold, Reading};

#[derive(Parser)]
enum Program {
    /// Train a model on treebanks and write its file.
    Train(Train),
    /// Print how a model does on each of the treebanks.
    Score(Score),
    /// Write the table of irregular English base forms.
    Irregular(Irregular),
}

#[derive(Args)]
struct Train {
    /// Language of the treebanks, by its ISO 639-1 code.
    #[arg(long, default_value = "en")]
    language: String,
    /// Trainings whose weights are summed.
    #[arg(long, default_value_t = 4)]
    seeds: u64,
    #[command(flatten)]
    sizes: Sizes,
    /// Leave out documents whose names start so.
    #[arg(long, value_name = "PREFIX")]
    leave_out: Option<String>,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// Treebanks in CoNLL-U.
    #[arg(required = true)]
    treebanks: Vec<PathBuf>,
}

#[derive(Args)]
struct Score {
    /// Language of the treebanks, by its ISO 639-1 code.
    #[arg(long, default_value = "en")]
    language: String,
    /// The model's file.
    #[arg(long)]
    model: PathBuf,
    /// Treebanks in CoNLL-U.
    #[arg(required = true)]
    treebanks: Vec<PathBuf>,
}

#[derive(Args)]
struct Irregular {
    /// Folder of `WordNet` with its lists (`verb.exc`, `cntlist.rev`, …).
    #[arg(long)]
    wordnet: PathBuf,
    /// Leave out documents whose names start so.
    #[arg(long, value_name = "PREFIX")]
    leave_out: Option<String>,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// Treebanks in CoNLL-U.
    #[arg(required = true)]
    treebanks: Vec<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    match Program::parse() {
        Program::Train(options) => train(&options),
        Program::Score(options) => score(&options),
        Program::Irregular(options) => irregular(&options),
    }
}

fn train(options: &Train) -> Result<(), Box<dyn Error>> {
    let language = Language::from_code(&options.language);
    let sentences = read(&options.treebanks, language, options.leave_out.as_deref())?;
    let file = model::train(&sentences, options.seeds, &options.sizes)?;
    fs::write(&options.out, &file)?;
    println!("{}: {} bytes", options.out.display(), file.len());
    Ok(())
}

fn score(options: &Score) -> Result<(), Box<dyn Error>> {
    let language = Language::from_code(&options.language);
    let file = fs::read(&options.model)?;
    let model = Trained::read(&file).ok_or("no model, or one of another version")?;
    for treebank in &options.treebanks {
        let sentences = read(slice::from_ref(treebank), language, None)?;
        println!("{}", treebank.display());
        score::with_gold_tokens(&sentences, model, language);
        score::with_own_tokens(&sentences, model, language);
        if language == Language::English {
            score::lemmas(&sentences);
        }
    }
    Ok(())
}

fn irregular(options: &Irregular) -> Result<(), Box<dyn Error>> {
    let leave_out = options.leave_out.as_deref();
    let sentences = read(&options.treebanks, Language::English, leave_out)?;
    fs::write(
        &options.out,
        irregular::table(&options.wordnet, &sentences)?,
    )?;
    Ok(())
}

fn read(
    treebanks: &[PathBuf],
    language: Language,
    leave_out: Option<&str>,
) -> Result<Vec<Gold>, Box<dyn Error>> {
    let reading = Reading {
        contractions: contractions(language),
        leave_out,
    };
    let mut sentences = Vec::new();
    for treebank in treebanks {
        sentences.extend(treebank::read(treebank, reading)?);
    }
    Ok(sentences)
}

/// As the tokenizer cuts: English clitics stand apart, other contractions do not.
fn contractions(language: Language) -> Contractions {
    match language {
        Language::English => Contractions::Apart,
        _ => Contractions::Whole,
    }
}
