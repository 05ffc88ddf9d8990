//! The user's own words, from the command line or the settings.

use verbale::extract::Terms;
use verbale::{Error, Result};

use super::args::ReadingArgs;

/// The words that `args` add to the tables: a name, what it is worth or other
/// words for it behind `=`, parted by `|`.
pub(super) fn terms(args: &ReadingArgs) -> Result<Terms> {
    let mut terms = Terms::default();
    for unit in &args.unit {
        let (name, rest) = parts(unit);
        let (size, spellings) = rest.split_first().unwrap_or((&"", &[]));
        let added = terms.add_unit(name, size, spellings);
        added.map_err(|problem| Error::Usage {
            problem: format!("--unit {unit}: {problem}"),
            remedy: "write --unit 'feddan=4200 square metres|faddan'".to_owned(),
        })?;
    }
    for noun in &args.noun {
        let (singular, words) = parts(noun);
        terms.add_noun(singular, &words);
    }
    for word in &args.reference {
        terms.add_reference(word);
    }
    Ok(terms)
}

/// The name and what stands behind it.
fn parts(word: &str) -> (&str, Vec<&str>) {
    match word.split_once('=') {
        Some((name, rest)) => (name.trim(), rest.split('|').map(str::trim).collect()),
        None => (word.trim(), Vec::new()),
    }
}
