//! What several delegations say of the same things, beside a ledger.

use verbale::Result;
use verbale::model::Witness;
use verbale::render::{markdown_matrix, terminal};
use verbale::report::{Grouping, Ledger, Matrix};

use super::args::{ByArg, FiguresArgs, Format};
use super::output::{Output, screen};

/// Shows it where three or more delegations speak once each: all together, or year by
/// year. Not where only some of the figures are asked for.
pub(super) fn show(
    args: &FiguresArgs,
    ledger: &Ledger<'_>,
    witnesses: &[Witness],
    output: &mut Output,
) -> Result<()> {
    let asked = &args.ledger;
    if !asked.only.is_empty() || asked.measure.is_some() {
        return Ok(());
    }
    let groups = match asked.by {
        Some(ByArg::Year) => ledger.groups(Grouping::Year),
        _ => vec![(String::new(), (0..witnesses.len()).collect())],
    };
    for (title, own) in groups {
        let own: Vec<&Witness> = own.iter().map(|&at| &witnesses[at]).collect();
        let matrix = Matrix::new(&own).filter(|matrix| !matrix.rows.is_empty());
        let Some(matrix) = matrix else { continue };
        if args.output.chosen() == Format::Markdown {
            let text = markdown_matrix::matrix(&title, &matrix);
            output.with(|out| writeln!(out, "{text}"))?;
        } else {
            let screen = screen(&args.output);
            let text = terminal::matrix(&title, &matrix, asked.show.detail(), screen);
            output.show(&args.output, &text)?;
        }
    }
    Ok(())
}
