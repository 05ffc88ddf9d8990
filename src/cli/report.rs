//! `verbale report`, and the formats that are made to be sent.

use verbale::Result;
use verbale::compare::witness;
use verbale::model::{Vocabulary, Witness};
use verbale::render::html;
use verbale::report::{Page, PageInput};

use super::Outcome;
use super::args::{Against, Format, ReportArgs};
use super::diff::{compare_each, outcome, page_inputs, records};
use super::output::{Output, unsupported};
use super::reading::load_all;

pub(super) fn run(args: &ReportArgs) -> Result<Outcome> {
    if !matches!(
        args.output.format,
        Format::Terminal | Format::Html | Format::Markdown
    ) {
        return Err(unsupported(&args.output, "use html or markdown"));
    }
    let mut vocabulary = Vocabulary::new();
    let documents = load_all(&args.files, &args.reading)?;
    let witnesses: Vec<Witness> = documents
        .into_iter()
        .map(|document| witness(document, &mut vocabulary))
        .collect();
    let comparisons = compare_each(&witnesses, &vocabulary, args.against);
    let records = records(&witnesses, &comparisons);
    let found = page_inputs(&comparisons, &records);
    let mut output = Output::open(&args.output)?;
    match args.output.format {
        _ if args.output.quiet => {}
        _ => write_html(&witnesses, &found, args.against, &mut output)?,
    }
    output.finish()?;
    Ok(outcome(&records))
}

/// Writes the page.
pub(super) fn write_html(
    witnesses: &[Witness],
    found: &[PageInput<'_>],
    against: Against,
    output: &mut Output,
) -> Result<()> {
    let options = match against {
        Against::Previous => Vec::new(),
        Against::First => vec!["each statement is compared with the first".to_owned()],
    };
    let page = Page::new(witnesses, found, options);
    output.with(|out| out.write_all(html::page(&page).as_bytes()))
}
