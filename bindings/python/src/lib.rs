//! The front door of `verbale` for Python.
//!
//! Answers leave as JSON text, which `verbale/__init__.py` gives attributes; a table
//! of figures leaves as an Arrow stream. Nothing here holds the interpreter's lock while
//! it reads or compares.

mod error;
mod table;

use pyo3::prelude::*;
use serde::Serialize;
use serde_json::json;
use verbale::compare::read_witness_of_words;
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::Vocabulary;
use verbale::report::{
    DocumentRecord, FigureRecords, PromisesShown, notice_records, paragraph_records,
};
use verbale::{Language, Level, Reader, Tracked};

use error::{VerbaleError, to_python};

/// How to read: names of options, and what is given for them.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct Options {
    language: Option<String>,
    delegation: Option<String>,
    date: Option<String>,
    title: Option<String>,
    label: Option<String>,
    tracked: Option<String>,
}

impl Options {
    fn reader(&self) -> PyResult<Reader> {
        let mut reader = Reader::new();
        if let Some(code) = &self.language {
            reader = reader.language(Language::from_code(code));
        }
        if let Some(name) = &self.delegation {
            reader = reader.delegation(name);
        }
        if let Some(date) = &self.date {
            reader = reader.date(date);
        }
        if let Some(title) = &self.title {
            reader = reader.title(title);
        }
        if let Some(name) = &self.label {
            reader = reader.label(name);
        }
        let tracked = match self.tracked.as_deref() {
            None | Some("accept") => Tracked::Accept,
            Some("reject") => Tracked::Reject,
            Some("error") => Tracked::Error,
            Some(other) => {
                let problem = format!("tracked={other:?}: write 'accept', 'reject' or 'error'");
                return Err(pyo3::exceptions::PyValueError::new_err(problem));
            }
        };
        Ok(reader.tracked(tracked))
    }
}

/// One statement with all that was read from it.
#[pyclass(frozen, module = "verbale._verbale")]
struct Statement(verbale::Statement);

#[pymethods]
impl Statement {
    /// Reads the file at `path`.
    #[staticmethod]
    fn open(py: Python<'_>, path: std::path::PathBuf, options: Options) -> PyResult<Self> {
        let reader = options.reader()?;
        let read = py.detach(|| reader.open(path));
        read.map(Self).map_err(|error| to_python(py, &error))
    }

    /// Reads the content of a file.
    #[staticmethod]
    fn read(py: Python<'_>, name: &str, bytes: &[u8], options: Options) -> PyResult<Self> {
        let reader = options.reader()?;
        let read = py.detach(|| reader.read(name, bytes));
        read.map(Self).map_err(|error| to_python(py, &error))
    }

    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    #[getter]
    fn delegation(&self) -> Option<&str> {
        self.0.delegation()
    }

    #[getter]
    fn date(&self) -> Option<&str> {
        self.0.date()
    }

    /// Document, paragraphs, figures, promises and notices as records.
    fn to_json(&self) -> String {
        let witness = self.0.witness();
        let figures = FigureRecords::new(witness);
        let promises = verbale::Promises::new([&self.0]);
        let table = promises.table(PromisesShown::All);
        let cells = table.rows.iter().flat_map(|row| &row.cells);
        let promises: Vec<_> = cells
            .flatten()
            .filter_map(|cell| cell.promise.as_ref())
            .collect();
        text(&json!({
            "document": DocumentRecord::new(&witness.document),
            "paragraphs": paragraph_records(&witness.document).collect::<Vec<_>>(),
            "figures": figures.records().collect::<Vec<_>>(),
            "promises": promises,
            "notices": notice_records(witness),
        }))
    }

    /// The figures alone.
    fn figures_json(&self) -> String {
        let figures = FigureRecords::new(self.0.witness());
        text(&figures.records().collect::<Vec<_>>())
    }
}

/// A value as JSON text.
fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("records have string keys and no failing parts")
}

/// What changed between two statements.
#[pyclass(frozen, module = "verbale._verbale")]
struct Comparison(verbale::Comparison);

#[pymethods]
impl Comparison {
    #[new]
    fn new(py: Python<'_>, before: &Statement, after: &Statement) -> Self {
        Self(py.detach(|| before.0.compare(&after.0)))
    }

    /// The report of `verbale diff BEFORE AFTER -f json`.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }
}

/// Two or more statements, each compared with the one before, laid out.
#[pyclass(frozen, module = "verbale._verbale")]
struct Report(verbale::Report);

#[pymethods]
impl Report {
    #[new]
    fn new(py: Python<'_>, statements: Vec<PyRef<'_, Statement>>) -> Self {
        let statements: Vec<&verbale::Statement> = statements.iter().map(|one| &one.0).collect();
        Self(py.detach(|| verbale::Report::new(statements)))
    }

    fn to_html(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_html())
    }

    fn to_markdown(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_markdown())
    }
}

/// The report of `verbale figures FILE… -f json`.
#[pyfunction]
fn ledger_json(py: Python<'_>, statements: Vec<PyRef<'_, Statement>>) -> (String, String) {
    let statements: Vec<&verbale::Statement> = statements.iter().map(|one| &one.0).collect();
    py.detach(|| {
        let ledger = verbale::Ledger::new(statements);
        (ledger.to_json(), ledger.to_csv())
    })
}

/// The report of `verbale promises FILE… -f json`, with all promises where `all`.
#[pyfunction]
fn promises_json(py: Python<'_>, statements: Vec<PyRef<'_, Statement>>, all: bool) -> String {
    let statements: Vec<&verbale::Statement> = statements.iter().map(|one| &one.0).collect();
    let shown = if all {
        PromisesShown::All
    } else {
        PromisesShown::Followed
    };
    py.detach(|| {
        let promises = verbale::Promises::new(statements);
        let table = promises.table(shown);
        text(&json!({"documents": table.documents, "promises": table.rows}))
    })
}

/// The report of `verbale collate FILE… -f json`, by word where `by_word`.
#[pyfunction]
fn collation_json(py: Python<'_>, statements: Vec<PyRef<'_, Statement>>, by_word: bool) -> String {
    let statements: Vec<&verbale::Statement> = statements.iter().map(|one| &one.0).collect();
    let level = if by_word {
        Level::Word
    } else {
        Level::Paragraph
    };
    py.detach(|| verbale::Collation::new(statements, level).to_json())
}

/// The fingerprints of a text, as [`verbale::align::fingerprints`] picks them, each once: two
/// texts that share a passage have one in common.
#[pyfunction]
fn fingerprints(py: Python<'_>, text: &str) -> PyResult<Vec<i64>> {
    let picked = py.detach(|| {
        let document = load_bytes("text.txt", text.as_bytes(), &LoadOptions::default())?;
        let mut words = Vocabulary::new();
        let witness = read_witness_of_words(document, &mut words);
        let picked = verbale::align::fingerprints(&witness, &words).into_iter();
        let mut picked: Vec<i64> = picked.map(|(hash, _)| hash.cast_signed()).collect();
        picked.sort_unstable();
        picked.dedup();
        Ok(picked)
    });
    picked.map_err(|error| to_python(py, &error))
}

/// The report of `verbale reuse FILE… -f json`.
#[pyfunction]
fn reuse_json(py: Python<'_>, statements: Vec<PyRef<'_, Statement>>) -> String {
    let statements: Vec<&verbale::Statement> = statements.iter().map(|one| &one.0).collect();
    py.detach(|| verbale::Reuse::new(statements).to_json())
}

/// The passages of a collation: the relation, and the words of each statement.
#[pyfunction]
fn passages(
    py: Python<'_>,
    statements: Vec<PyRef<'_, Statement>>,
    by_word: bool,
) -> Vec<(&'static str, Vec<Option<String>>)> {
    let statements: Vec<&verbale::Statement> = statements.iter().map(|one| &one.0).collect();
    let level = if by_word {
        Level::Word
    } else {
        Level::Paragraph
    };
    py.detach(|| {
        let rows = verbale::Collation::new(statements, level)
            .rows()
            .into_iter();
        rows.map(|row| (row.relation.name(), row.readings))
            .collect()
    })
}

/// The compiled part of the package `verbale`.
#[pymodule]
mod _verbale {
    #[pymodule_export]
    use super::table::{Stream, figures_stream};
    #[pymodule_export]
    use super::{
        Comparison, Report, Statement, VerbaleError, collation_json, fingerprints, ledger_json,
        passages, promises_json, reuse_json,
    };
}
