//! `verbale report`, and the formats that are made to be sent.

use verbale::align::AlignOptions;
use verbale::compare::{ledger, ledger_of, neighbours};
use verbale::model::{Measure, Vocabulary, Witness};
use verbale::render::{docx, html, markdown};
use verbale::report::{Detail, Digest, DocumentRecord, Page, PageInput, Redline, measure_records};
use verbale::{Error, Result};

use super::Outcome;
use super::args::{Against, Format, ReportArgs};
use super::clock;
use super::diff::{compare_pairs, outcome, page_inputs, pairs, records};
use super::output::{Output, unsupported};
use super::reading::{load_all, witnesses};

pub(super) fn run(args: &ReportArgs) -> Result<Outcome> {
    if !matches!(
        args.output.chosen(),
        Format::Terminal | Format::Html | Format::Markdown
    ) {
        return Err(unsupported(&args.output, "use html or markdown"));
    }
    let documents = load_all(&args.files, &args.reading, Some(&args.output))?;
    let (witnesses, vocabulary) = witnesses(documents, &args.reading, Some(&args.output))?;
    let comparisons = compare_pairs(
        &witnesses,
        &vocabulary,
        pairs(args.against, witnesses.len()),
        Some(&args.output),
    );
    let records = records(&witnesses, &comparisons);
    let found = page_inputs(&comparisons, &records);
    let mut output = Output::open(&args.output)?;
    match args.output.chosen() {
        _ if args.output.quiet => {}
        Format::Markdown => write_markdown(&witnesses, &found, &mut output)?,
        _ => write_html((&witnesses, &vocabulary), &found, args.against, &mut output)?,
    }
    output.finish()?;
    Ok(outcome(&records))
}

/// Writes the page.
pub(super) fn write_html(
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    found: &[PageInput<'_>],
    against: Against,
    output: &mut Output,
) -> Result<()> {
    let options = match against {
        Against::Previous => Vec::new(),
        Against::First => vec!["each statement is compared with the first".to_owned()],
    };
    let measures = measures((witnesses, vocabulary), found);
    let measures = measure_records(witnesses, &measures);
    let page = Page::new(witnesses, found, &measures, options);
    output.with(|out| out.write_all(html::page(&page).as_bytes()))
}

/// What the statements measure alike; what was compared already is not compared again.
fn measures(
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    found: &[PageInput<'_>],
) -> Vec<Measure> {
    let pairs = || found.iter().map(|input| (input.before, input.after));
    if pairs().eq(neighbours(witnesses)) {
        let compared = pairs().zip(found.iter().map(|input| input.comparison));
        ledger_of(witnesses, vocabulary, compared)
    } else {
        ledger(witnesses, vocabulary, &AlignOptions::default(), || ())
    }
}

/// Writes each comparison as Markdown.
pub(super) fn write_markdown(
    witnesses: &[Witness],
    found: &[PageInput<'_>],
    output: &mut Output,
) -> Result<()> {
    let text = markdown(witnesses, found);
    output.with(|out| out.write_all(text.as_bytes()))
}

/// Each comparison as Markdown.
pub(super) fn markdown(witnesses: &[Witness], found: &[PageInput<'_>]) -> String {
    let page = Page::new(witnesses, found, &[], Vec::new());
    let mut texts = Vec::new();
    for (input, section) in found.iter().zip(&page.sections) {
        let record = |position: usize| DocumentRecord::new(&witnesses[position].document);
        let (before, after) = (record(input.before), record(input.after));
        let digest = Digest::new(&before, &after, input.record, Detail::Folded);
        texts.push(markdown::comparison(&digest, &section.folds));
    }
    texts.join("\n")
}

/// Writes two statements as a Word document with tracked changes.
pub(super) fn write_docx(
    witnesses: &[Witness],
    found: &[PageInput<'_>],
    author: &str,
    output: &mut Output,
) -> Result<()> {
    let [input] = found else {
        return Err(Error::Usage {
            problem: "tracked changes hold two statements".to_owned(),
            remedy: "name two, or write html for more".to_owned(),
        });
    };
    let redline = Redline::new(
        &witnesses[input.before],
        &witnesses[input.after],
        input.comparison,
        &input.record.changes,
    );
    let date = clock::source_date()?;
    let revision = docx::Revision {
        author,
        date: date.as_deref(),
    };
    output.with(|out| docx::write(out, &redline, revision))
}
