//! `verbale figures`: every figure of one statement, a ledger of more.

use std::io::{self, Write};
use std::path::PathBuf;

use regex::{Regex, RegexBuilder};
use serde::Serialize;
use verbale::align::AlignOptions;
use verbale::compare::{
    Readings, figure_trees, ledger, neighbours, read_witness_of_figures, silent_subjects,
};
use verbale::extract::{Resources, extract_with};
use verbale::load::by_date;
use verbale::model::{Document, FigureKind, Measure, NoticeCode, Vocabulary, Witness};
use verbale::parse::parse_sentence;
use verbale::render::{csv, json, markdown_ledger, terminal, xlsx};
use verbale::report::{
    DocumentRecord, ErrorRecord, Evidence, FigureEntry, FigureRecord, FigureRecords, Grouping,
    Ledger, Matrix, MeasureRecord, NoticeRecord, Sorting, SubjectRecord, Units, figure_entries,
    measure_records, name_rows, notice_records, subject_records, title,
};
use verbale::{Error, Result, plain};

use super::args::{ByArg, FiguresArgs, Format, LedgerArgs, ReportKind, SortArg, UnitsArg};
use super::long_ledger::LongTable;
use super::output::{Output, check, refuse_format, screen};
use super::progress::Progress;
use super::read_errors::ReadErrors;
use super::reading::{are_rows, inputs, load_all, read_all, stream_rows};
use super::terms::{joined, measure_names, terms};
use super::{Outcome, long_ledger, matrix, note};

pub(super) fn run(args: &FiguresArgs) -> Result<Outcome> {
    refuse_format(&args.output, ReportKind::Figures.formats())?;
    let is_long = long_ledger::is_asked(args)?;
    // A pattern that is none is told before anything is read.
    let name = name_filter(&args.ledger)?;
    let (files, mut errors) = inputs(&args.files, &args.reading, &args.output)?;
    check(args.output.file(), files.iter().map(PathBuf::as_path))?;
    let mut output = Output::open(&args.output)?;
    let are_rows = are_rows(&files, &args.reading) && !args.output.is_silent();
    if are_rows && is_long {
        long_ledger::stream(args, &files, &mut output, &mut errors)?;
    // Only records can be written row by row: a table needs all statements.
    } else if are_rows && args.output.chosen() == Format::Jsonl {
        stream(args, &files, &mut output, &mut errors)?;
    } else {
        let (witnesses, vocabulary) = read(args, &files, &mut errors)?;
        if !args.output.is_silent() && (!witnesses.is_empty() || !errors.records().is_empty()) {
            errors.write(&args.output, &mut output)?;
            let found = (witnesses.as_slice(), &vocabulary);
            write(args, found, name.as_ref(), &errors, &mut output)?;
        }
    }
    output.finish()?;
    Ok(errors.or(Outcome::Nothing))
}

/// The figures of a corpus, row by row: no ledger.
fn stream(
    args: &FiguresArgs,
    files: &[PathBuf],
    output: &mut Output,
    errors: &mut ReadErrors,
) -> Result<()> {
    let terms = terms(&args.reading)?;
    let output = (&args.output, output);
    stream_rows(files, &args.reading, output, errors, |document| {
        let witness = read_witness_of_figures(document, &mut Vocabulary::new(), &terms);
        let mut out = Vec::new();
        // Written to memory: rows are worked on by several cores and put out in their order.
        write_records(args, &witness, &mut out).expect("a vector takes all");
        out
    })
}

/// All statements, in the order of their dates where each has one.
fn read(
    args: &FiguresArgs,
    files: &[PathBuf],
    errors: &mut ReadErrors,
) -> Result<(Vec<Witness>, Vocabulary)> {
    let mut documents = load_all(files, &args.reading, Some(&args.output), errors);
    by_date(&mut documents, |document| document);
    witnesses_of(args, documents)
}

/// Reads the figures of some documents.
pub(super) fn witnesses_of(
    args: &FiguresArgs,
    documents: Vec<Document>,
) -> Result<(Vec<Witness>, Vocabulary)> {
    let terms = terms(&args.reading)?;
    read_all(
        Readings::new(&terms).figures_alone(),
        documents,
        Some(&args.output),
    )
}

/// What the statements measure alike; of one alone, each of its figures.
fn measures(args: &FiguresArgs, witnesses: &[Witness], vocabulary: &Vocabulary) -> Vec<Measure> {
    let count = neighbours(witnesses).len();
    let progress = Progress::new("comparing", count, Some(&args.output));
    let options = AlignOptions::default();
    ledger(witnesses, vocabulary, &options, || progress.step())
}

fn write(
    args: &FiguresArgs,
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    name: Option<&Regex>,
    errors: &ReadErrors,
    output: &mut Output,
) -> Result<()> {
    report_notices(args, witnesses);
    with_ledger(args, (witnesses, vocabulary), name, |ledger| {
        write_ledger(args, ledger, (witnesses, errors), output)
    })
}

/// Whether what is named no more has a place in the report.
fn lists_subjects(args: &FiguresArgs) -> bool {
    let format = args.output.chosen();
    // Tables of cells and streams of records have no place for a line that is no cell.
    let lists = matches!(format, Format::Terminal | Format::Json | Format::Markdown);
    lists && !args.ledger.is_long()
}

/// Makes the ledger that is asked for, and hands it on.
pub(super) fn with_ledger(
    args: &FiguresArgs,
    (witnesses, vocabulary): (&[Witness], &Vocabulary),
    name: Option<&Regex>,
    write: impl FnOnce(&Ledger<'_>) -> Result<()>,
) -> Result<()> {
    let measures = measures(args, witnesses, vocabulary);
    let names = measure_names(&args.reading)?;
    // Joined and named before they are filtered: `--measure` looks at the names that the report
    // shows.
    let (measures, groups) = joined((witnesses, vocabulary), measures, &names);
    let mut measures = measure_records(witnesses, &measures);
    name_rows(&mut measures, &groups);
    measures.retain(|measure| {
        is_wanted(&args.ledger, measure.kind)
            && name.is_none_or(|name| name.is_match(&measure.measure))
    });
    let documents = witnesses
        .iter()
        .map(|witness| DocumentRecord::new(&witness.document))
        .collect();
    let (units, sorting) = (units(&args.ledger), sorting(&args.ledger));
    let mut ledger = Ledger::new(documents, measures, units, sorting);
    if lists_subjects(args) {
        ledger.subjects = subject_records(witnesses, silent_subjects(witnesses));
    }
    write(&ledger)
}

fn write_ledger<'a>(
    args: &FiguresArgs,
    ledger: &Ledger<'a>,
    (witnesses, errors): (&'a [Witness], &ReadErrors),
    output: &mut Output,
) -> Result<()> {
    let detail = args.ledger.show.detail();
    let matrices = || matrix::of_ledger(args, ledger, witnesses);
    match (args.output.chosen(), witnesses) {
        // Before the formats: a long table has the same cells in each.
        _ if args.ledger.is_long() => {
            let mut table = LongTable::default();
            table.write(args, ledger, output)?;
            table.finish(output)
        }
        (Format::Terminal, _) if args.explain => witnesses
            .iter()
            .try_for_each(|witness| show_evidence(args, witness, output)),
        (Format::Terminal, [only]) => show_figures(args, only, output),
        (Format::Terminal, _) => {
            matrix::show(&matrices(), detail, &args.output, output)?;
            show_ledger(args, ledger, output)
        }
        (Format::Json, _) => write_json(args, ledger, (witnesses, errors), output),
        (Format::Jsonl, _) => {
            witnesses
                .iter()
                .try_for_each(|witness| output.with(|out| write_records(args, witness, out)))?;
            rows(ledger)
                .iter()
                .try_for_each(|measure| output.with(|out| json::write_record(out, measure)))?;
            matrix::show(&matrices(), detail, &args.output, output)
        }
        (Format::Csv, [only]) => {
            let figures = figures(args, std::slice::from_ref(only));
            output.with(|out| csv::figures(out, &figures, mark(&args.ledger)))
        }
        (Format::Csv, _) => output.with(|out| csv::ledger(out, ledger, mark(&args.ledger))),
        (Format::Xlsx, _) => {
            let figures = figures(args, witnesses);
            output.with(|out| xlsx::workbook(out, ledger, &figures))
        }
        (Format::Markdown, _) => {
            matrix::show(&matrices(), detail, &args.output, output)?;
            let tables = ledger.tables(grouping(&args.ledger), detail);
            output.with(|out| out.write_all(markdown_ledger::ledger(&tables).as_bytes()))
        }
        _ => unreachable!("other formats were refused"),
    }
}

/// The rows of a ledger: a single statement has none.
fn rows<'l, 'a>(ledger: &'l Ledger<'a>) -> &'l [MeasureRecord<'a>] {
    if ledger.documents.len() > 1 {
        &ledger.measures
    } else {
        &[]
    }
}

#[derive(Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the field is named as in the document"
)]
struct Figures<'l, 'a> {
    figures: Vec<FigureRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ledger: Option<&'l [MeasureRecord<'a>]>,
    #[serde(skip_serializing_if = "<[SubjectRecord<'_>]>::is_empty")]
    silent_subjects: &'l [SubjectRecord<'a>],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    matrices: Vec<Matrix<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notices: Vec<NoticeRecord<'a>>,
    #[serde(skip_serializing_if = "<[ErrorRecord]>::is_empty")]
    errors: &'l [ErrorRecord],
}

fn write_json<'a>(
    args: &FiguresArgs,
    ledger: &Ledger<'a>,
    (witnesses, errors): (&'a [Witness], &ReadErrors),
    output: &mut Output,
) -> Result<()> {
    let records = Figures {
        errors: errors.records(),
        figures: figures(args, witnesses),
        ledger: (witnesses.len() > 1).then_some(&ledger.measures),
        silent_subjects: &ledger.subjects,
        matrices: matrix::of_ledger(args, ledger, witnesses),
        notices: witnesses.iter().flat_map(notice_records).collect(),
    };
    output.with(|out| json::write_document(out, &ledger.documents, records))
}

/// Document, figures and notices of one statement, a record a line.
fn write_records(args: &FiguresArgs, witness: &Witness, out: &mut dyn Write) -> io::Result<()> {
    json::write_record(out, &DocumentRecord::new(&witness.document))?;
    for figure in figures(args, std::slice::from_ref(witness)) {
        json::write_record(out, &figure)?;
    }
    for notice in notice_records(witness) {
        json::write_record(out, &notice)?;
    }
    Ok(())
}

fn figures<'w>(args: &FiguresArgs, witnesses: &'w [Witness]) -> Vec<FigureRecord<'w>> {
    let mut all = Vec::new();
    for witness in witnesses {
        let records = FigureRecords::new(witness);
        all.extend(
            records
                .records()
                .filter(|figure| is_wanted(&args.ledger, figure.kind)),
        );
    }
    all
}

fn is_wanted(args: &LedgerArgs, kind: FigureKind) -> bool {
    args.only.is_empty() || args.only.contains(&kind)
}

/// What the names of the rows match, if that is asked for.
fn name_filter(args: &LedgerArgs) -> Result<Option<Regex>> {
    let Some(pattern) = &args.measure else {
        return Ok(None);
    };
    let name = RegexBuilder::new(pattern).case_insensitive(true).build();
    name.map(Some).map_err(|error| Error::Usage {
        problem: format!("--measure {pattern}: {}", plain::pattern_problem(&error)),
        remedy: "write a regular expression, e.g. 'mines?.*destroyed'".to_owned(),
    })
}

fn show_figures(args: &FiguresArgs, witness: &Witness, output: &mut Output) -> Result<()> {
    let document = DocumentRecord::new(&witness.document);
    let mut entries: Vec<FigureEntry<'_>> = figure_entries(witness);
    entries.retain(|entry| is_wanted(&args.ledger, entry.record.kind));
    let text = terminal::figures(&title(&document), &entries, screen(&args.output));
    output.show(&args.output, &text)
}

/// Tells, beside a report that has no records of them, what was seen and is no
/// figure: numbers beyond reach, and with `-v` all notices.
fn report_notices(args: &FiguresArgs, witnesses: &[Witness]) {
    if matches!(args.output.chosen(), Format::Json | Format::Jsonl) {
        return;
    }
    for notice in witnesses.iter().flat_map(notice_records) {
        // A number that was seen and is not in the table would be missed by whoever adds it up.
        if notice.code == NoticeCode::NumberBeyondReach {
            note(&args.output, &notice.line());
        } else if args.output.verbose {
            let words = notice.raw.map(|raw| format!(": {raw}")).unwrap_or_default();
            let document = notice.document;
            note(
                &args.output,
                &format!("{document}: {}{words}", notice.message),
            );
        }
    }
}

fn show_evidence(args: &FiguresArgs, witness: &Witness, output: &mut Output) -> Result<()> {
    let document = DocumentRecord::new(&witness.document);
    let records: Vec<FigureRecord<'_>> = FigureRecords::new(witness).records().collect();
    let terms = terms(&args.reading)?;
    let resources = Resources {
        terms: &terms,
        parse: Some(parse_sentence),
    };
    // Read once more: what was decided on each number is kept only where it is asked for.
    let decisions = extract_with(&witness.document, &witness.segmented, resources).decisions;
    let evidence = Evidence::new(witness, &records, &decisions, &figure_trees(witness));
    let text = terminal::evidence(&title(&document), &evidence, screen(&args.output));
    output.show(&args.output, &text)
}

fn show_ledger(args: &FiguresArgs, ledger: &Ledger<'_>, output: &mut Output) -> Result<()> {
    let tables = ledger.tables(grouping(&args.ledger), args.ledger.show.detail());
    let text = terminal::ledger(&tables, screen(&args.output));
    output.show(&args.output, &text)
}

fn grouping(args: &LedgerArgs) -> Option<Grouping> {
    args.by.map(|by| match by {
        ByArg::Delegation => Grouping::Delegation,
        ByArg::Year => Grouping::Year,
    })
}

fn sorting(args: &LedgerArgs) -> Sorting {
    match args.sort {
        SortArg::Rank => Sorting::Rank,
        SortArg::Text => Sorting::Text,
        SortArg::Name => Sorting::Name,
    }
}

fn units(args: &LedgerArgs) -> Units {
    match args.units {
        UnitsArg::AsWritten => Units::AsWritten,
        UnitsArg::Canonical => Units::Canonical,
    }
}

pub(super) fn mark(args: &LedgerArgs) -> csv::Mark {
    if args.bom {
        csv::Mark::With
    } else {
        csv::Mark::Without
    }
}
