//! What several delegations say of the same things, beside a ledger.

use std::collections::BTreeMap;

use verbale::Result;
use verbale::model::Witness;
use verbale::render::{markdown_matrix, terminal};
use verbale::report::Matrix;

use super::args::{ByArg, FiguresArgs, Format};
use super::figures::detail;
use super::output::{Output, screen};

/// Shows it where three or more delegations speak once each: all together, or year by
/// year. Not where only some of the figures are asked for.
pub(super) fn show(args: &FiguresArgs, witnesses: &[Witness], output: &mut Output) -> Result<()> {
    let ledger = &args.ledger;
    if !ledger.only.is_empty() || ledger.measure.is_some() {
        return Ok(());
    }
    for (title, witnesses) in groups(ledger.by, witnesses) {
        let matrix = Matrix::new(&witnesses).filter(|matrix| !matrix.rows.is_empty());
        let Some(matrix) = matrix else { continue };
        if args.output.chosen() == Format::Markdown {
            let text = markdown_matrix::matrix(title, &matrix);
            output.with(|out| writeln!(out, "{text}"))?;
        } else {
            let text = terminal::matrix(title, &matrix, detail(ledger), screen(&args.output));
            output.show(&args.output, &text)?;
        }
    }
    Ok(())
}

/// The statements of each year under its name; all under none where no year is asked for.
fn groups(by: Option<ByArg>, witnesses: &[Witness]) -> BTreeMap<&str, Vec<&Witness>> {
    let mut groups: BTreeMap<&str, Vec<&Witness>> = BTreeMap::new();
    for witness in witnesses {
        let date = witness.document.metadata.date.as_ref();
        let year = date.and_then(|date| date.value.get(..4));
        let title = year.filter(|_| by == Some(ByArg::Year)).unwrap_or_default();
        groups.entry(title).or_default().push(witness);
    }
    groups
}
