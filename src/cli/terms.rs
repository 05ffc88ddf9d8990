//! The user's own words, from the command line or the settings.

use verbale::compare::join;
use verbale::extract::Terms;
use verbale::model::{Measure, Vocabulary, Witness};
use verbale::report::{MeasureNames, measure_records};
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

/// The names that `args` give to measures.
pub(super) fn measure_names(args: &ReadingArgs) -> Result<MeasureNames> {
    MeasureNames::parse(&args.name_measure).map_err(|problem| Error::Usage {
        problem: format!("--name-measure {problem}"),
        remedy: "write --name-measure 'people killed=killed|dead'".to_owned(),
    })
}

/// `measures` with those of one name as one row, and the names of the rows.
pub(super) fn joined(
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    measures: Vec<Measure>,
    names: &MeasureNames,
) -> (Vec<Measure>, Vec<(String, Vec<usize>)>) {
    if names.is_empty() {
        return (measures, Vec::new());
    }
    // By the names that the report would show, which records alone have.
    let groups = names.groups(&measure_records(witnesses, &measures));
    let rows: Vec<Vec<usize>> = groups.iter().map(|(_, rows)| rows.clone()).collect();
    let measures = join(witnesses, vocabulary, &measures, &rows);
    (measures, groups)
}

/// The name and what stands behind it.
fn parts(word: &str) -> (&str, Vec<&str>) {
    match word.split_once('=') {
        Some((name, rest)) => (name.trim(), rest.split('|').map(str::trim).collect()),
        None => (word.trim(), Vec::new()),
    }
}
