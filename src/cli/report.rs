//! `verbale report`, and the formats that are made to be sent.

use std::path::PathBuf;

use verbale::compare::{measures_of_page, promises, promises_of_page};
use verbale::model::{Measure, Vocabulary, Witness};
use verbale::render::{html, markdown, xlsx};
use verbale::report::{
    Detail, Digest, DocumentRecord, FigureRecord, FigureRecords, Ledger, MeasureNames, Overview,
    Page, PageInput, PromiseTable, PromisesShown, Sorting, Units, measure_records, name_rows,
    page_promises,
};
use verbale::{Error, Result};

use super::Outcome;
use super::args::{Against, Format, OutputArgs, ReportArgs, ReportKind};
use super::diff::{Texts, compare_pairs, outcome, page_inputs, pairs, records};
use super::folders::{FolderFiles, folders};
use super::output::{Output, check, refuse_format};
use super::read_errors::ReadErrors;
use super::reading::{inputs, load_all, witnesses};
use super::terms::{joined, measure_names};

pub(super) fn run(args: &ReportArgs) -> Result<Outcome> {
    let to = match (args.output.format, args.output.chosen()) {
        // Where neither option nor ending names a format, the page is meant.
        (None, Format::Terminal) => OutputArgs {
            format: Some(Format::Html),
            ..args.output.clone()
        },
        _ => args.output.clone(),
    };
    refuse_format(&to, ReportKind::Page.formats())?;
    let mut errors = ReadErrors::default();
    let (mut output, texts) = read(args, &to, &mut errors)?;
    // Counted after reading, for one of two files may be unreadable.
    if texts.documents.len() < 2 {
        let count = texts.documents.len();
        errors.report(&Error::Usage {
            problem: format!("{count} statements can be read, and two are compared"),
            remedy: "name another".to_owned(),
        });
        return Ok(Outcome::Trouble);
    }
    let (witnesses, vocabulary) = witnesses(texts.documents, &args.reading, Some(&to))?;
    let pairs = texts.pairs.iter().copied();
    let comparisons = compare_pairs(&witnesses, &vocabulary, pairs, Some(&to));
    let records = records(&witnesses, &comparisons);
    let found = page_inputs(&comparisons, &records);
    let overview = texts.lone.as_ref().map(|_| {
        let documents: Vec<_> = witnesses.iter().map(|witness| &witness.document).collect();
        Overview::new(&documents, &texts.pairs, &records)
    });
    match to.chosen() {
        _ if to.is_silent() => {}
        Format::Markdown => {
            write_markdown(&witnesses, &found, overview.as_ref(), &mut output)?;
        }
        Format::Xlsx => {
            let names = measure_names(&args.reading)?;
            write_xlsx((&witnesses, &vocabulary), &found, &names, &mut output)?;
        }
        _ => {
            let options = (args.against, overview);
            let names = measure_names(&args.reading)?;
            let options = (options.0, options.1, &names);
            write_html((&witnesses, &vocabulary), &found, options, &mut output)?;
        }
    }
    output.finish()?;
    // A statement that has no partner is a change by itself.
    let has_lone = texts.lone.is_some_and(|lone| !lone.is_empty());
    Ok(errors.or(if has_lone {
        Outcome::Changes
    } else {
        outcome(&records)
    }))
}

/// Reads the statements, those of two folders in pairs, and opens the output.
fn read(args: &ReportArgs, to: &OutputArgs, errors: &mut ReadErrors) -> Result<(Output, Texts)> {
    let open = |files: &[PathBuf]| {
        check(to.file(), files.iter().map(PathBuf::as_path))?;
        Output::open(to)
    };
    if let Some(folders) = folders(&args.files)? {
        let files = FolderFiles::list(folders, &args.reading, to, errors)?;
        let output = open(&files.all())?;
        let found = files.read(&args.reading, to, errors);
        let texts = Texts {
            documents: found.documents,
            pairs: found.pairs,
            lone: Some(found.lone),
        };
        return Ok((output, texts));
    }
    let (files, own) = inputs(&args.files, &args.reading, to)?;
    errors.join(own);
    let output = open(&files)?;
    let documents = load_all(&files, &args.reading, Some(to), errors);
    let texts = Texts {
        pairs: pairs(args.against, documents.len()).collect(),
        documents,
        lone: None,
    };
    Ok((output, texts))
}

/// Writes the page.
pub(super) fn write_html(
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    found: &[PageInput<'_>],
    (against, overview, names): (Against, Option<Overview>, &MeasureNames),
    output: &mut Output,
) -> Result<()> {
    let options = match against {
        Against::Previous => Vec::new(),
        Against::First => vec!["each statement is compared with the first".to_owned()],
    };
    let measures = measures((witnesses, vocabulary), found);
    let (measures, groups) = joined((witnesses, vocabulary), measures, names);
    let mut measures = measure_records(witnesses, &measures);
    name_rows(&mut measures, &groups);
    let page = Page {
        overview,
        promises: page_promises(&PromiseTable::new(
            witnesses,
            &promises_of_page(witnesses, vocabulary),
            PromisesShown::Followed,
        )),
        ..Page::new(witnesses, found, &measures, options)
    };
    output.with(|out| html::write(out, &page))
}

/// What the statements measure alike; what was compared already is not compared again.
fn measures(
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    found: &[PageInput<'_>],
) -> Vec<Measure> {
    let pair = |input: &PageInput<'_>| (input.before, input.after);
    let compared: Vec<_> = found
        .iter()
        .map(|input| (pair(input), input.comparison))
        .collect();
    measures_of_page(witnesses, vocabulary, &compared)
}

/// Writes a workbook: what is measured, and what is promised.
fn write_xlsx(
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    found: &[PageInput<'_>],
    names: &MeasureNames,
    output: &mut Output,
) -> Result<()> {
    let measures = measures((witnesses, vocabulary), found);
    let (measures, groups) = joined((witnesses, vocabulary), measures, names);
    let mut records = measure_records(witnesses, &measures);
    name_rows(&mut records, &groups);
    let documents = witnesses
        .iter()
        .map(|witness| DocumentRecord::new(&witness.document));
    let ledger = Ledger::new(
        documents.collect(),
        records,
        Units::AsWritten,
        Sorting::Rank,
    );
    let figures: Vec<FigureRecord<'_>> = witnesses
        .iter()
        .flat_map(|witness| FigureRecords::new(witness).records().collect::<Vec<_>>())
        .collect();
    let rows = promises(witnesses, vocabulary);
    let promises = PromiseTable::new(witnesses, &rows, PromisesShown::Followed);
    output.with(|out| xlsx::report(out, &ledger, &figures, &promises))
}

/// Writes each comparison as Markdown.
pub(super) fn write_markdown(
    witnesses: &[Witness],
    found: &[PageInput<'_>],
    overview: Option<&Overview>,
    output: &mut Output,
) -> Result<()> {
    let text = markdown(witnesses, found, overview);
    output.with(|out| out.write_all(text.as_bytes()))
}

/// Each comparison as Markdown.
pub(super) fn markdown(
    witnesses: &[Witness],
    found: &[PageInput<'_>],
    overview: Option<&Overview>,
) -> String {
    let page = Page::new(witnesses, found, &[], Vec::new());
    let mut texts = Vec::from_iter(overview.map(markdown::overview));
    for (input, section) in found.iter().zip(&page.sections) {
        let record = |position: usize| DocumentRecord::new(&witnesses[position].document);
        let (before, after) = (record(input.before), record(input.after));
        let digest = Digest::new(&before, &after, input.record, Detail::Summary);
        texts.push(markdown::comparison(&digest, &section.folds));
    }
    texts.join("\n")
}
