//! Two statements compared.

use std::path::Path;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::align::AlignOptions;
use crate::compare::compare;
use crate::error::Result;
use crate::model::{self, Delta, LinkReason, Relation, Verdict, Witness};
use crate::render::json;
use crate::report::{ChangeRecord, ComparisonRecord, DocumentRecord};

use super::shared::Shared;
use super::{Figure, Promise, Statement};

/// Compares the statements at two paths.
///
/// # Errors
///
/// When one of them cannot be read, as [`Statement::open`].
///
/// ```
/// let folder = "fixtures/pairs/rate-rise";
/// let comparison = verbale::compare_files(format!("{folder}/before.txt"), format!("{folder}/after.txt"))?;
/// assert!(comparison.differs());
/// # Ok::<(), verbale::Error>(())
/// ```
pub fn compare_files(before: impl AsRef<Path>, after: impl AsRef<Path>) -> Result<Comparison> {
    Ok(Statement::open(before)?.compare(&Statement::open(after)?))
}

/// What changed between two statements. It owns copies of both.
///
/// ```
/// use verbale::{Statement, Verdict};
///
/// let before = Statement::read("2021.txt", b"More than 140 people were killed.")?;
/// let after = Statement::read("2022.txt", b"More than 200 people were killed.")?;
/// let comparison = before.compare(&after);
/// let [change] = &comparison.figures()[..] else { panic!("one figure changed") };
/// assert_eq!(change.verdict, Verdict::Increased);
/// assert_eq!(change.measure.as_deref(), Some("people killed"));
/// assert_eq!(change.absolute(), Some(60.into()));
/// assert_eq!(change.after.unwrap().text(), "More than 200 people");
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Comparison {
    shared: Shared,
    found: model::Comparison,
}

/// What became of a figure.
#[derive(Debug, Clone)]
pub struct FigureChange<'a> {
    /// What became of it.
    pub verdict: Verdict,
    /// What it measures, in the author's words.
    pub measure: Option<String>,
    /// The figure before; `None` where it is new.
    pub before: Option<Figure<'a>>,
    /// The figure after; `None` where it is gone.
    pub after: Option<Figure<'a>>,
    /// How far it moved, where that can be said.
    pub delta: Option<Delta>,
    /// 0 to 1: how sure it is that both sides measure the same.
    pub confidence: f64,
    /// What decided.
    pub reason: Option<LinkReason>,
}

impl FigureChange<'_> {
    /// Whether it is shown as news; a restated figure and a date line are not.
    #[must_use]
    pub fn is_news(&self) -> bool {
        self.verdict.is_news()
    }

    /// The figure after less the figure before, in the unit of [`FigureChange::delta`].
    #[must_use]
    pub fn absolute(&self) -> Option<Decimal> {
        self.delta.as_ref()?.absolute()
    }

    /// The same as a part of the figure before: 0.43 for 43 per cent more.
    #[must_use]
    pub fn relative(&self) -> Option<Decimal> {
        self.delta.as_ref()?.relative()
    }
}

/// What became of a promise.
#[derive(Debug, Clone)]
pub struct PromiseChange<'a> {
    /// What became of it.
    pub verdict: Verdict,
    /// The promise before; `None` where it is new.
    pub before: Option<Promise<'a>>,
    /// The promise after; `None` where it is gone or met.
    pub after: Option<Promise<'a>>,
    /// The sentence by which it is met.
    pub deed: Option<&'a str>,
}

/// Paragraphs that correspond.
#[derive(Debug, Clone)]
pub struct ParagraphLink<'a> {
    /// How they correspond.
    pub relation: Relation,
    /// Those before in the author's words; none where it was added.
    pub before: Vec<&'a str>,
    /// Those after in the author's words; none where it was removed.
    pub after: Vec<&'a str>,
    /// 0 to 1: the share of words that both have.
    pub similarity: f64,
}

impl Comparison {
    /// Compares an earlier statement with a later one.
    #[must_use]
    pub fn new(before: &Statement, after: &Statement) -> Self {
        let shared = Shared::new([before, after]);
        let [old, new] = &shared.witnesses[..] else {
            unreachable!("two were added")
        };
        let found = compare(old, new, &shared.vocabulary, &AlignOptions::default());
        Self { shared, found }
    }

    /// The statement before.
    #[must_use]
    pub fn before(&self) -> &Witness {
        &self.shared.witnesses[0]
    }

    /// The statement after.
    #[must_use]
    pub fn after(&self) -> &Witness {
        &self.shared.witnesses[1]
    }

    /// Whether there is news: the exit status 1 of `verbale diff`.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.record().summary.differs
    }

    /// The figures that changed, the most telling first: amounts, dates, then names;
    /// what is [restated](Verdict::Restated) last. Those that both statements say
    /// alike are not among them.
    #[must_use]
    pub fn figures(&self) -> Vec<FigureChange<'_>> {
        self.figure_changes(self.record().changes)
    }

    /// Pairs of figures that may be one measure, but are too unsure to be told.
    #[must_use]
    pub fn perhaps(&self) -> Vec<FigureChange<'_>> {
        self.figure_changes(self.record().perhaps)
    }

    fn figure_changes<'a>(&'a self, records: Vec<ChangeRecord<'a>>) -> Vec<FigureChange<'a>> {
        let change = |record: ChangeRecord<'a>| {
            // Changes of wording and promises are records too; only what links figures has a
            // reason.
            record.reason?;
            let [before, after] = record.figures;
            Some(FigureChange {
                verdict: record.verdict.fact()?,
                measure: record.measure,
                before: before.map(|figure| Figure::new(self.before(), figure)),
                after: after.map(|figure| Figure::new(self.after(), figure)),
                delta: record.moved,
                confidence: record.confidence,
                reason: record.reason,
            })
        };
        records.into_iter().filter_map(change).collect()
    }

    /// What became of promises, news first; those that are kept are not among them.
    ///
    /// ```
    /// use verbale::{Statement, Verdict};
    ///
    /// let before = Statement::read("2021.txt", b"We are committed to a world free of mines.")?;
    /// let after = Statement::read("2022.txt", b"We are supportive of a world free of mines.")?;
    /// let comparison = before.compare(&after);
    /// let change = &comparison.promises()[0];
    /// assert_eq!(change.verdict, Verdict::Softened);
    /// assert_eq!(change.after.unwrap().words(), "supportive of");
    /// # Ok::<(), verbale::Error>(())
    /// ```
    #[must_use]
    pub fn promises(&self) -> Vec<PromiseChange<'_>> {
        let links = self.found.promises.iter();
        let mut reported: Vec<_> = links.filter(|link| link.verdict != Verdict::Same).collect();
        // A stable sort: of one verdict they stay in the order in which they were found.
        reported.sort_by_key(|link| link.verdict);
        let promise = |witness, at: Option<u32>| {
            let witness: &Witness = witness;
            at.map(|at| Promise::new(witness, &witness.promises[at as usize]))
        };
        let change = |link: &model::PromiseLink| PromiseChange {
            verdict: link.verdict,
            before: promise(self.before(), link.before),
            after: promise(self.after(), link.after),
            deed: link.deed.map(|at| {
                let after = self.after();
                after.deeds[at as usize].quote.of(&after.document.text)
            }),
        };
        reported.into_iter().map(change).collect()
    }

    /// Which paragraphs correspond, in the order of the text after.
    ///
    /// ```
    /// use verbale::{Relation, Statement};
    ///
    /// let before = Statement::read("a.txt", b"We cleared the fields.")?;
    /// let after = Statement::read("b.txt", b"We cleared the fields.\n\nWe thank all donors.")?;
    /// let comparison = before.compare(&after);
    /// let links: Vec<_> = comparison.paragraphs().collect();
    /// assert_eq!(links[1].relation, Relation::Added);
    /// assert_eq!(links[1].after, ["We thank all donors."]);
    /// # Ok::<(), verbale::Error>(())
    /// ```
    #[must_use]
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = ParagraphLink<'_>> {
        self.found
            .alignment
            .links
            .iter()
            .map(move |link| ParagraphLink {
                relation: link.relation,
                before: paragraphs(self.before(), &link.before),
                after: paragraphs(self.after(), &link.after),
                similarity: link.similarity,
            })
    }

    /// What was found, with the edit scripts, as the stages tell it.
    #[must_use]
    pub fn found(&self) -> &model::Comparison {
        &self.found
    }

    /// The record that `verbale diff` writes: made anew at each call, in about a third
    /// of the time of comparing.
    #[must_use]
    pub fn record(&self) -> ComparisonRecord<'_> {
        ComparisonRecord::new(self.before(), self.after(), &self.found)
    }

    /// The bytes of `verbale diff BEFORE AFTER --format json`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let documents = [self.before(), self.after()].map(|one| DocumentRecord::new(&one.document));
        json::document(
            &documents,
            Comparisons {
                comparisons: [self.record()],
            },
        )
    }
}

#[derive(Serialize)]
struct Comparisons<'a> {
    comparisons: [ComparisonRecord<'a>; 1],
}

fn paragraphs<'a>(witness: &'a Witness, at: &[u32]) -> Vec<&'a str> {
    let model::Document {
        text, paragraphs, ..
    } = &witness.document;
    let words = |&at: &u32| paragraphs[at as usize].span.of(text);
    at.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_differs_from_another_and_what_is_restated_is_no_news() {
        let read = |text: &str| Statement::read("a.txt", text.as_bytes()).unwrap();
        let before = read("More than 140 people were killed. We cleared 2,000 fields.");
        assert!(!before.compare(&before).differs());
        let comparison = before.compare(&read(
            "More than 200 people were killed. We cleared 2000 fields.",
        ));
        assert!(comparison.differs());
        let news: Vec<bool> = comparison
            .figures()
            .iter()
            .map(FigureChange::is_news)
            .collect();
        assert_eq!(news, [true, false]);
    }
}
