//! Promises, in one statement and from statement to statement.

use std::ops::Deref;

use crate::compare::promises;
use crate::load::by_date;
use crate::model::{self, PromiseRow, PromiseStep, Witness};
use crate::report::{PromiseTable, PromisesShown};

use super::shared::Shared;
use super::{Figure, Statement};

/// A promise, a duty, an appeal or an outlook. All parts of [`model::Promise`] are
/// its fields too: `promise.strength`, `promise.mood`.
///
/// ```
/// use verbale::{Statement, Strength};
///
/// let statement = Statement::read("2021.txt", b"We will clear all fields by 2025.")?;
/// let promise = statement.promises().next().unwrap();
/// assert_eq!((promise.actor(), promise.words()), ("We", "will"));
/// assert_eq!(promise.strength, Strength::Committed);
/// assert_eq!(promise.deadline().unwrap().date.as_deref(), Some("2025"));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Promise<'a> {
    witness: &'a Witness,
    promise: &'a model::Promise,
}

impl<'a> Promise<'a> {
    pub(super) fn new(witness: &'a Witness, promise: &'a model::Promise) -> Self {
        Self { witness, promise }
    }

    fn of(&self, span: model::Span) -> &'a str {
        span.of(&self.witness.document.text)
    }

    /// From the words that bind to the last of what is promised.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.of(self.promise.span)
    }

    /// The words that bind: *committed to*.
    #[must_use]
    pub fn words(&self) -> &'a str {
        self.of(self.promise.words)
    }

    /// Who promises, in the author's words.
    #[must_use]
    pub fn actor(&self) -> &'a str {
        self.of(self.promise.actor.span())
    }

    /// The whole sentence in the author's words.
    #[must_use]
    pub fn quote(&self) -> &'a str {
        self.of(self.promise.quote)
    }

    /// The date by when; `None` where none is named.
    #[must_use]
    pub fn deadline(&self) -> Option<Figure<'a>> {
        let figure = &self.witness.figures[self.promise.deadline? as usize];
        Some(Figure::new(self.witness, figure))
    }
}

impl Deref for Promise<'_> {
    type Target = model::Promise;

    fn deref(&self) -> &model::Promise {
        self.promise
    }
}

/// The promises of several statements, each followed from one to the next.
///
/// ```
/// use verbale::{Promises, PromiseStep, Statement};
///
/// let first = Statement::read("2021.txt", b"We will clear all fields by 2025.")?;
/// let second = Statement::read("2022.txt", b"We will clear all fields by 2027.")?;
/// let promises = Promises::new([&first, &second]);
/// let steps: Vec<_> = promises.rows()[0].steps.iter().flatten().copied().collect();
/// assert_eq!(steps, [PromiseStep::Made, PromiseStep::Moved]);
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Promises {
    shared: Shared,
    rows: Vec<PromiseRow>,
}

/// One promise and what each statement says of it.
#[derive(Debug, Clone)]
pub struct PromiseHistory<'a> {
    /// The promise, one a statement; `None` where it does not say it.
    pub cells: Vec<Option<Promise<'a>>>,
    /// What became of it there; `None` where a statement neither repeats it nor
    /// tells its end.
    pub steps: Vec<Option<PromiseStep>>,
}

impl Promises {
    /// Follows the promises of the statements: in the order of their dates where
    /// each has one, else in the given order; those of each delegation by themselves.
    #[must_use]
    pub fn new<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let mut statements: Vec<&Statement> = statements.into_iter().collect();
        by_date(&mut statements, |statement| statement.document());
        let shared = Shared::new(statements);
        let rows = promises(&shared.witnesses, &shared.vocabulary);
        Self { shared, rows }
    }

    /// The statements in the order of the cells.
    #[must_use]
    pub fn witnesses(&self) -> &[Witness] {
        &self.shared.witnesses
    }

    /// All promises.
    #[must_use]
    pub fn rows(&self) -> Vec<PromiseHistory<'_>> {
        let history = |row: &PromiseRow| {
            let cells = row.cells.iter().zip(&self.shared.witnesses);
            let promise = |(cell, witness): (&Option<model::PromiseCell>, _)| {
                let witness: &Witness = witness;
                let at = cell.as_ref()?.promise?;
                Some(Promise::new(witness, &witness.promises[at as usize]))
            };
            PromiseHistory {
                cells: cells.map(promise).collect(),
                steps: row
                    .cells
                    .iter()
                    .map(|cell| Some(cell.as_ref()?.step))
                    .collect(),
            }
        };
        self.rows.iter().map(history).collect()
    }

    /// The table that `verbale promises` prints, as records.
    #[must_use]
    pub fn table(&self, shown: PromisesShown) -> PromiseTable<'_> {
        PromiseTable::new(&self.shared.witnesses, &self.rows, shown)
    }
}
