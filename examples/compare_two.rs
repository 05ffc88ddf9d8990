//! Compares two statements and prints what became of their figures:
//! `cargo run --example compare_two -- OLD NEW`.

use std::error::Error;
use std::path::Path;

use verbale::align::AlignOptions;
use verbale::compare::{compare, witness};
use verbale::load::{LoadOptions, load};
use verbale::model::Vocabulary;
use verbale::report::{ComparisonRecord, Detail, Digest, DocumentRecord};

#[expect(clippy::print_stdout, reason = "an example shows what it finds")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        files = ["before", "after"]
            .map(|side| format!("fixtures/pairs/rate-rise/{side}.txt"))
            .to_vec();
    }
    let [before, after] = files.as_slice() else {
        return Err("usage: compare_two OLD NEW".into());
    };

    // Witnesses that are compared share one vocabulary.
    let mut vocabulary = Vocabulary::new();
    let mut read = |path: &String| -> verbale::Result<_> {
        let document = load(Path::new(path), &LoadOptions::default())?;
        Ok(witness(document, &mut vocabulary))
    };
    let (before, after) = (read(before)?, read(after)?);

    let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
    let record = ComparisonRecord::new(&before, &after, &found);
    let documents = [&before, &after].map(|witness| DocumentRecord::new(&witness.document));
    let digest = Digest::new(&documents[0], &documents[1], &record, Detail::Folded);

    println!("{}\n{}", digest.heading.line(), digest.brief.join(" "));
    for line in &digest.figures {
        let sides = [&line.before, &line.after].map(|side| side.as_deref().unwrap_or("–"));
        println!(
            "{} {}: {} → {} ({})",
            line.sign, line.measure, sides[0], sides[1], line.remark
        );
    }
    Ok(())
}
