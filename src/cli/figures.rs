//! `verbale figures`: every figure of one statement, a ledger of more.

use std::io::BufReader;
use std::path::PathBuf;

use regex::RegexBuilder;
use serde::Serialize;
use verbale::align::AlignOptions;
use verbale::compare::{figure_trees, ledger, neighbours, witness_with};
use verbale::extract::{Resources, extract_with};
use verbale::load::inputs::expand;
use verbale::load::jsonl::Rows;
use verbale::load::load;
use verbale::model::{Document, Measure, Vocabulary, Witness};
use verbale::parse::parse_sentence;
use verbale::render::{csv, json, markdown_ledger, terminal, xlsx};
use verbale::report::{
    Addresses, Detail, DocumentRecord, Evidence, FigureEntry, FigureRecord, FigureRecords,
    Grouping, Ledger, MeasureRecord, NoticeRecord, Sorting, Units, figure_entries, measure_records,
    title,
};
use verbale::{Error, Result};

use super::args::{ByArg, FiguresArgs, Format, LedgerArgs, Show, SortArg, UnitsArg};
use super::output::{Output, screen, unsupported};
use super::progress::Progress;
use super::reading::{
    is_rows, load_all, name_apart, options, refuse_second_stdin, refuse_spare_facts, witnesses,
};
use super::terms::terms;
use super::{Outcome, note};

pub(super) fn run(args: &FiguresArgs) -> Result<Outcome> {
    refuse_second_stdin(&args.files)?;
    let files = expand(&args.files)?;
    refuse_spare_facts(&args.reading, files.len())?;
    let mut output = Output::open(&args.output)?;
    if args.output.chosen() == Format::Jsonl && files.iter().all(|path| is_rows(path)) {
        stream_rows(args, &files, &mut output)?;
    } else {
        let (witnesses, vocabulary) = read(args, &files)?;
        write(args, &witnesses, &vocabulary, &mut output)?;
    }
    output.finish()?;
    Ok(Outcome::Nothing)
}

/// Hands each document of the files to `take`, one at a time.
fn each_document(
    args: &FiguresArgs,
    files: &[PathBuf],
    mut take: impl FnMut(Document) -> Result<()>,
) -> Result<()> {
    let progress = Progress::new("reading", files.len(), Some(&args.output));
    for (position, path) in files.iter().enumerate() {
        progress.step();
        let options = options(&args.reading, position);
        if is_rows(path) {
            let file =
                std::fs::File::open(path).map_err(|_| Error::Missing { path: path.clone() })?;
            Rows::new(BufReader::new(file), path, options).try_for_each(|row| take(row?))?;
        } else {
            take(load(path, &options)?)?;
        }
    }
    Ok(())
}

/// The figures of a corpus, row by row: no ledger, and no more than one row in
/// memory.
fn stream_rows(args: &FiguresArgs, files: &[PathBuf], output: &mut Output) -> Result<()> {
    let terms = terms(&args.reading)?;
    each_document(args, files, |document| {
        let witness = witness_with(document, &mut Vocabulary::new(), &terms);
        write_records(args, &witness, output)
    })
}

/// All statements of the files, in their order.
fn documents(args: &FiguresArgs, files: &[PathBuf]) -> Result<Vec<Document>> {
    if !files.iter().any(|path| is_rows(path)) {
        return load_all(files, &args.reading, Some(&args.output));
    }
    let mut documents = Vec::new();
    each_document(args, files, |document| {
        documents.push(document);
        Ok(())
    })?;
    name_apart(&mut documents);
    Ok(documents)
}

/// All statements, in the order of their dates where each has one.
fn read(args: &FiguresArgs, files: &[PathBuf]) -> Result<(Vec<Witness>, Vocabulary)> {
    let mut documents = documents(args, files)?;
    if documents
        .iter()
        .all(|document| document.metadata.date.is_some())
    {
        documents.sort_by_key(|document| {
            document
                .metadata
                .date
                .as_ref()
                .map(|date| date.value.clone())
        });
    }
    witnesses(documents, &args.reading, Some(&args.output))
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
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    output: &mut Output,
) -> Result<()> {
    let measures = measures(args, witnesses, vocabulary);
    let mut measures = measure_records(witnesses, &measures);
    retain(&mut measures, &args.ledger)?;
    let documents = witnesses
        .iter()
        .map(|witness| DocumentRecord::new(&witness.document))
        .collect();
    let ledger = Ledger::new(
        documents,
        measures,
        units(&args.ledger),
        sorting(&args.ledger),
    );
    if args.output.quiet {
        return Ok(());
    }
    match (args.output.chosen(), witnesses) {
        (Format::Terminal, _) if args.explain => witnesses
            .iter()
            .try_for_each(|witness| show_evidence(args, witness, output)),
        (Format::Terminal, [only]) => show_figures(args, only, output),
        (Format::Terminal, _) => show_ledger(args, &ledger, output),
        (Format::Json, _) => write_json(args, &ledger, witnesses, output),
        (Format::Jsonl, _) => {
            witnesses
                .iter()
                .try_for_each(|witness| write_records(args, witness, output))?;
            rows(&ledger)
                .iter()
                .try_for_each(|measure| output.with(|out| json::write_record(out, measure)))
        }
        (Format::Csv, [only]) => {
            let figures = figures(args, std::slice::from_ref(only));
            output.with(|out| csv::figures(out, &figures, mark(&args.ledger)))
        }
        (Format::Csv, _) => output.with(|out| csv::ledger(out, &ledger, mark(&args.ledger))),
        (Format::Xlsx, _) => {
            let figures = figures(args, witnesses);
            output.with(|out| xlsx::workbook(out, &ledger, &figures))
        }
        (Format::Markdown, _) => {
            let tables = ledger.tables(grouping(&args.ledger), detail(&args.ledger));
            output.with(|out| out.write_all(markdown_ledger::ledger(&tables).as_bytes()))
        }
        _ => Err(unsupported(
            &args.output,
            "use terminal, json, jsonl, csv, xlsx or markdown",
        )),
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
struct Figures<'l, 'a> {
    figures: Vec<FigureRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ledger: Option<&'l [MeasureRecord<'a>]>,
}

fn write_json(
    args: &FiguresArgs,
    ledger: &Ledger<'_>,
    witnesses: &[Witness],
    output: &mut Output,
) -> Result<()> {
    let records = Figures {
        figures: figures(args, witnesses),
        ledger: (witnesses.len() > 1).then_some(&ledger.measures),
    };
    output.with(|out| json::write_document(out, &ledger.documents, records))
}

/// Document, figures and notices of one statement, a record a line.
fn write_records(args: &FiguresArgs, witness: &Witness, output: &mut Output) -> Result<()> {
    let document = DocumentRecord::new(&witness.document);
    output.with(|out| json::write_record(out, &document))?;
    for figure in figures(args, std::slice::from_ref(witness)) {
        output.with(|out| json::write_record(out, &figure))?;
    }
    notices(witness)
        .iter()
        .try_for_each(|notice| output.with(|out| json::write_record(out, notice)))
}

fn notices(witness: &Witness) -> Vec<NoticeRecord<'_>> {
    let addresses = Addresses::new(&witness.document);
    let notices = witness.document.notices.iter().chain(&witness.notices);
    notices
        .map(|notice| NoticeRecord::new(&witness.document, &addresses, notice))
        .collect()
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

fn is_wanted(args: &LedgerArgs, kind: &str) -> bool {
    args.only.is_empty() || args.only.iter().any(|only| only == kind)
}

/// Keeps the rows that the user asked for.
fn retain(measures: &mut Vec<MeasureRecord<'_>>, args: &LedgerArgs) -> Result<()> {
    measures.retain(|measure| is_wanted(args, measure.kind));
    if let Some(pattern) = &args.measure {
        let name = RegexBuilder::new(pattern).case_insensitive(true).build();
        let name = name.map_err(|error| Error::Usage {
            problem: format!("--measure {pattern}: {error}"),
            remedy: "write a regular expression, e.g. 'mines?.*destroyed'".to_owned(),
        })?;
        measures.retain(|measure| name.is_match(&measure.measure));
    }
    Ok(())
}

fn show_figures(args: &FiguresArgs, witness: &Witness, output: &mut Output) -> Result<()> {
    let document = DocumentRecord::new(&witness.document);
    let mut entries: Vec<FigureEntry<'_>> = figure_entries(witness);
    entries.retain(|entry| is_wanted(&args.ledger, entry.record.kind));
    let text = terminal::figures(&title(&document), &entries, screen(&args.output));
    output.show(&args.output, &text)?;
    if args.output.verbose {
        for notice in notices(witness) {
            let words = notice.raw.map(|raw| format!(": {raw}")).unwrap_or_default();
            note(&args.output, &format!("{}{words}", notice.message));
        }
    }
    Ok(())
}

fn show_evidence(args: &FiguresArgs, witness: &Witness, output: &mut Output) -> Result<()> {
    let document = DocumentRecord::new(&witness.document);
    let records: Vec<FigureRecord<'_>> = FigureRecords::new(witness).records().collect();
    let terms = terms(&args.reading)?;
    let resources = Resources {
        terms: &terms,
        parse: Some(parse_sentence),
    };
    let decisions = extract_with(&witness.document, &witness.segmented, resources).decisions;
    let evidence = Evidence::new(witness, &records, &decisions, &figure_trees(witness));
    let text = terminal::evidence(&title(&document), &evidence, screen(&args.output));
    output.show(&args.output, &text)
}

fn show_ledger(args: &FiguresArgs, ledger: &Ledger<'_>, output: &mut Output) -> Result<()> {
    let tables = ledger.tables(grouping(&args.ledger), detail(&args.ledger));
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

fn detail(args: &LedgerArgs) -> Detail {
    match args.show {
        Show::Folded => Detail::Folded,
        Show::All => Detail::All,
    }
}

fn mark(args: &LedgerArgs) -> csv::Mark {
    if args.bom {
        csv::Mark::With
    } else {
        csv::Mark::Without
    }
}
