//! Columns of texts in, a table of figures out, as an Arrow stream.
//!
//! A row that has no text is a row with an error, and so is one that the program fails
//! on: none ends the others. Rows are read on all cores and stay in their order.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::{available_parallelism, scope};

use arrow_array::builder::{BooleanBuilder, StringBuilder, UInt32Builder};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{DataType, Field, Schema};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use verbale::Reader;
use verbale::model::{Dimension, FigureRole};
use verbale::report::{FigureRecord, FigureRecords};

use crate::Options;

/// The columns of text, beside numbers and truth values.
const TEXTS: [&str; 25] = [
    "document",
    "id",
    "kind",
    "raw",
    "value",
    "low",
    "high",
    "bound",
    "unit",
    "dimension",
    "currency",
    "canonical_value",
    "canonical_unit",
    "date",
    "subject",
    "predicate",
    "title",
    "since",
    "until",
    "during",
    "over",
    "scope",
    "role",
    "quote",
    "error",
];

/// The columns of numbers: paragraph and sentence from 0, characters of the given text.
const NUMBERS: [&str; 4] = ["paragraph", "sentence", "start", "end"];

/// The columns of truth values.
const FLAGS: [&str; 2] = ["approximate", "negated"];

/// Most rows of texts in a batch of the stream.
const ROWS_A_BATCH: usize = 256;

type Row = (Option<String>, Option<String>);

/// A table of figures, read from columns of ids and texts.
#[pyfunction]
pub(crate) fn figures_stream(py: Python<'_>, rows: Vec<Row>, options: Options) -> PyResult<Stream> {
    let reader = options.reader()?;
    let batches = py.detach(|| read(&rows, &reader));
    Ok(Stream { batches })
}

/// A table whose batches any library that speaks Arrow can take.
#[pyclass(frozen, module = "verbale._verbale")]
pub(crate) struct Stream {
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Stream {
    /// The Arrow `PyCapsule` interface: a stream of the batches.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A wish that a producer may leave unheard.
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, schema());
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// How many figures and errors there are.
    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    #[getter]
    fn column_names(&self) -> Vec<String> {
        let schema = schema();
        schema
            .fields()
            .iter()
            .map(|field| field.name().clone())
            .collect()
    }
}

fn schema() -> Arc<Schema> {
    let texts = TEXTS.map(|name| Field::new(name, DataType::Utf8, name != "document"));
    let numbers = NUMBERS.map(|name| Field::new(name, DataType::UInt32, true));
    let flags = FLAGS.map(|name| Field::new(name, DataType::Boolean, true));
    Arc::new(Schema::new([&texts[..], &numbers, &flags].concat()))
}

/// The batches of all rows, in order, made by as many threads as there are cores.
fn read(rows: &[Row], reader: &Reader) -> Vec<RecordBatch> {
    let parts: Vec<&[Row]> = rows.chunks(ROWS_A_BATCH).collect();
    let threads = available_parallelism().map_or(1, NonZero::get);
    let work = |first: usize| -> Vec<(usize, RecordBatch)> {
        let own = (first..parts.len()).step_by(threads);
        own.map(|at| (at, batch(parts[at], reader))).collect()
    };
    let mut batches: Vec<(usize, RecordBatch)> = scope(|scope| {
        let others: Vec<_> = (1..threads.min(parts.len()))
            .map(|at| scope.spawn(move || work(at)))
            .collect();
        let mut done = work(0);
        for other in others {
            done.extend(other.join().expect("a row that fails is caught"));
        }
        done
    });
    batches.sort_by_key(|(at, _)| *at);
    batches.into_iter().map(|(_, batch)| batch).collect()
}

fn batch(rows: &[Row], reader: &Reader) -> RecordBatch {
    let mut table = Table::default();
    for (id, text) in rows {
        let id = id.as_deref().unwrap_or_default();
        match text.as_deref().map(str::trim) {
            None => table.fail(id, "no text"),
            Some("") => table.fail(id, "an empty text"),
            Some(_) => {
                let text = text.as_deref().unwrap_or_default();
                let witness = catch_unwind(AssertUnwindSafe(|| reader.row_figures(id, text)));
                match witness {
                    Ok(witness) => FigureRecords::new(&witness)
                        .records()
                        .for_each(|record| table.push(&record)),
                    Err(_) => table.fail(id, "the program failed on this text; please report it"),
                }
            }
        }
    }
    table.finish()
}

/// The columns while they are filled.
#[derive(Default)]
struct Table {
    texts: [StringBuilder; TEXTS.len()],
    numbers: [UInt32Builder; NUMBERS.len()],
    flags: [BooleanBuilder; FLAGS.len()],
}

impl Table {
    /// A figure.
    fn push(&mut self, figure: &FigureRecord<'_>) {
        let period = figure.period.as_ref();
        let canonical = figure.canonical.as_ref();
        let quote = figure.quote.to_string();
        let texts: [Option<&str>; TEXTS.len()] = [
            Some(figure.document),
            Some(&figure.id),
            Some(figure.kind.name()),
            Some(figure.raw),
            figure.value.as_deref(),
            figure.low.as_deref(),
            figure.high.as_deref(),
            Some(figure.bound.name()),
            figure.unit,
            figure.dimension.map(Dimension::name),
            figure.currency,
            canonical.and_then(|canonical| canonical.value.as_deref()),
            canonical.map(|canonical| canonical.unit),
            figure.resolved.or(figure.date),
            figure.subject,
            figure.predicate,
            figure.title,
            period.and_then(|period| period.since),
            period.and_then(|period| period.until),
            period.and_then(|period| period.during),
            period.and_then(|period| period.over),
            figure.scope,
            figure.role.map(FigureRole::name),
            Some(&quote),
            None,
        ];
        let [start, end] = figure.span.char;
        let numbers = [figure.paragraph, figure.sentence, start, end];
        self.add(
            texts,
            numbers.map(Some),
            [figure.approximate, figure.negated].map(Some),
        );
    }

    /// A row that gives no figures, and why.
    fn fail(&mut self, id: &str, problem: &str) {
        let mut texts = [None; TEXTS.len()];
        texts[0] = Some(id);
        texts[TEXTS.len() - 1] = Some(problem);
        self.add(texts, [None; NUMBERS.len()], [None; FLAGS.len()]);
    }

    fn add(
        &mut self,
        texts: [Option<&str>; TEXTS.len()],
        numbers: [Option<u32>; NUMBERS.len()],
        flags: [Option<bool>; FLAGS.len()],
    ) {
        for (column, cell) in self.texts.iter_mut().zip(texts) {
            column.append_option(cell);
        }
        for (column, cell) in self.numbers.iter_mut().zip(numbers) {
            column.append_option(cell);
        }
        for (column, cell) in self.flags.iter_mut().zip(flags) {
            column.append_option(cell);
        }
    }

    fn finish(mut self) -> RecordBatch {
        let texts = self
            .texts
            .iter_mut()
            .map(|column| Arc::new(column.finish()) as ArrayRef);
        let numbers = self
            .numbers
            .iter_mut()
            .map(|column| Arc::new(column.finish()) as ArrayRef);
        let flags = self
            .flags
            .iter_mut()
            .map(|column| Arc::new(column.finish()) as ArrayRef);
        let columns = texts.chain(numbers).chain(flags).collect();
        RecordBatch::try_new(schema(), columns).expect("each column has a cell a row")
    }
}
