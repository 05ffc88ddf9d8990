//! What several delegations say of the same topics, beside a ledger or a collation.

use verbale::Result;
use verbale::model::Witness;
use verbale::render::{json, markdown_matrix, terminal};
use verbale::report::{Detail, Grouping, Ledger, Matrix};

use super::args::{ByArg, FiguresArgs, Format, OutputArgs};
use super::output::{Output, screen};

/// The matrix of all statements of a ledger, or with `--by year` one a year; none where only
/// some of the figures are asked for.
pub(super) fn of_ledger<'a>(
    args: &FiguresArgs,
    ledger: &Ledger<'a>,
    witnesses: &'a [Witness],
) -> Vec<Matrix<'a>> {
    let asked = &args.ledger;
    // A cell without a figure says that a delegation is silent, which a filter would make of any.
    if !asked.only.is_empty() || asked.measure.is_some() {
        return Vec::new();
    }
    let groups = match asked.by {
        Some(ByArg::Year) => ledger.groups(Grouping::Year),
        _ => vec![(String::new(), (0..witnesses.len()).collect())],
    };
    let matrix = |(year, own): (String, Vec<usize>)| {
        let own: Vec<&Witness> = own.iter().map(|&at| &witnesses[at]).collect();
        let mut matrix = Matrix::new(&own)?;
        matrix.year = year;
        Some(matrix)
    };
    groups.into_iter().filter_map(matrix).collect()
}

/// Shows matrices in the formats that have no document around them: for people, and as lines
/// of JSON.
pub(super) fn show(
    matrices: &[Matrix<'_>],
    detail: Detail,
    args: &OutputArgs,
    output: &mut Output,
) -> Result<()> {
    matrices.iter().try_for_each(|matrix| match args.chosen() {
        Format::Terminal => output.show(args, &terminal::matrix(matrix, detail, screen(args))),
        Format::Markdown => {
            let text = markdown_matrix::matrix(matrix);
            output.with(|out| writeln!(out, "{text}"))
        }
        Format::Jsonl => output.with(|out| json::write_record(out, matrix)),
        _ => Ok(()),
    })
}
