//! `verbale diff --explain-alignment`: why paragraphs were linked or not.

use verbale::Result;
use verbale::align::{AlignOptions, explain_paragraphs};
use verbale::model::{Relation, Vocabulary, Witness};
use verbale::render::terminal;
use verbale::report::ExplanationRecord;

use super::Outcome;
use super::args::DiffArgs;
use super::output::{Output, screen};

/// Shows each link of each pair with its similarity, the runner-up and the reason.
pub(super) fn explain(
    args: &DiffArgs,
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    pairs: impl Iterator<Item = (usize, usize)>,
    output: &mut Output,
) -> Result<Outcome> {
    let mut outcome = Outcome::Nothing;
    let mut text = String::new();
    for (before, after) in pairs {
        let (old, new) = (&witnesses[before], &witnesses[after]);
        let found = explain_paragraphs(old, new, vocabulary, &AlignOptions::default());
        if found.iter().any(|one| one.link.relation != Relation::Equal) {
            outcome = Outcome::Changes;
        }
        let records: Vec<ExplanationRecord> = found
            .iter()
            .map(|one| ExplanationRecord::new(old, new, one))
            .collect();
        text.push_str(&terminal::alignment(&records, screen(&args.output)));
    }
    output.show(&args.output, &text)?;
    Ok(outcome)
}
