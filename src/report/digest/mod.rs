//! A comparison as a person reads it: what matters first, the rest counted.

mod alone;
mod folded;
mod lines;
mod noun;
mod wording;

use super::change::ChangeRecord;
use super::change_kind::ChangeKind;
use super::comparison::ComparisonRecord;
use super::document::DocumentRecord;
use super::heading::Heading;
use super::notice::NoticeRecord;
use crate::model::Verdict;

use alone::alone;
pub(super) use alone::is_told_in_words;
pub use alone::{Alone, AloneSentence};
pub use folded::Fold;
use folded::{Lone, folded};
pub use lines::FigureLine;
use lines::lines;
pub(super) use lines::{measure, moved_by, paragraph_place, place, remark, remark_between};
use noun::Noun;
pub use wording::PassageView;
use wording::passages;
pub(super) use wording::places;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// What matters; the rest as counts.
    #[default]
    Summary,
    /// Everything.
    All,
}

/// A comparison as a person reads it.
///
/// ```
/// # use verbale::{align::AlignOptions, compare::{compare, read_witness}, load::{LoadOptions, load_bytes}};
/// # let mut vocabulary = verbale::model::Vocabulary::new();
/// # let mut read = |name: &str, text: &str| {
/// #     let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
/// #     read_witness(document, &mut vocabulary)
/// # };
/// # let before = read("2021.txt", "We cleared more than 140 mines.");
/// # let after = read("2022.txt", "We cleared more than 200 mines.");
/// # let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
/// # let record = verbale::report::ComparisonRecord::new(&before, &after, &found);
/// use verbale::render::terminal::{self, Layout, Names, Screen, Style};
/// use verbale::report::{Detail, Digest, DocumentRecord};
///
/// let documents = [&before, &after].map(|witness| DocumentRecord::new(&witness.document));
/// let digest = Digest::new(&documents[0], &documents[1], &record, Detail::Summary);
/// assert_eq!(digest.figures[0].remark, "floor +60 (+43 %)");
///
/// let screen = Screen { width: 80, style: Style::Plain, layout: Layout::Inline };
/// assert!(terminal::comparison(&digest, screen, Names::Hidden).contains(">140 → >200"));
/// ```
#[derive(Debug, Clone)]
pub struct Digest<'a> {
    /// Who speaks, and when: *Marenia, 16 November 2021 → 22 November 2022*.
    pub heading: Heading,
    /// Names of both documents in this report.
    pub names: [&'a str; 2],
    /// Addresses of both files, for a terminal that opens links. They depend
    /// on the machine, so [`Digest::new`] leaves them out.
    pub files: [Option<String>; 2],
    /// What changed, in at most five sentences.
    pub brief: &'a [String],
    /// Paragraphs by relation: *12 same*, *6 edited*.
    pub counts: Vec<String>,
    /// Promises in weaker or stronger words, and deadlines.
    pub commitments: Vec<FigureLine>,
    /// Amounts that both state and that changed, and those of a table that one alone has.
    pub figures: Vec<FigureLine>,
    /// Amounts that one statement alone states, in its words.
    pub alone: Vec<Alone<'a>>,
    /// Whom one statement alone thanks, blames or aligns, and ordinals and references that
    /// changed.
    pub labels: Vec<FigureLine>,
    /// With everything, or where nothing else is told, ordinals and references of one text
    /// alone.
    pub alone_labels: Vec<Alone<'a>>,
    /// Dates that moved.
    pub dates: Vec<FigureLine>,
    /// With everything, or where nothing else is told, dates of one text alone.
    pub alone_dates: Vec<Alone<'a>>,
    /// What the lists leave out: *5 more figures new*.
    pub unlisted: Vec<String>,
    /// Changed wording, in order.
    pub passages: Vec<PassageView<'a>>,
    /// What is folded away, with examples.
    pub folded: Vec<Fold>,
    /// Where the marks are coarser than they could be.
    pub notices: Vec<String>,
    /// Whether the statements are of two delegations.
    pub is_apart: bool,
    /// Whether anything is told, and not only folded.
    pub differs: bool,
    /// Whether nothing is told, folded or left out.
    pub is_empty: bool,
}

impl<'a> Digest<'a> {
    /// Shows so many unchanged sentences beside each change of wording.
    #[must_use]
    pub fn with_context(mut self, sentences: usize) -> Self {
        // Without context pieces stay borrowed.
        if sentences > 0 {
            for view in &mut self.passages {
                view.show_context(sentences);
            }
        }
        self
    }

    /// Adds the sentences of both statements to the promises and deadlines.
    #[must_use]
    pub fn with_quotes(mut self, comparison: &ComparisonRecord<'_>) -> Self {
        let quotes = |change: &ChangeRecord<'_>| {
            let sides = change.before.iter().chain(&change.after);
            sides.map(|side| side.quote().to_string()).collect()
        };
        // The wording of a promise is a matter of its sentence; a figure's line says all of it.
        for line in self.commitments.iter_mut().chain(&mut self.dates) {
            let is_it = |change: &&ChangeRecord<'_>| change.id == line.id;
            let change = comparison.changes.iter().find(is_it);
            let reported = change
                .filter(|change| change.kind == ChangeKind::Commitment || change.is_deadline());
            line.quotes = reported.map(quotes).unwrap_or_default();
        }
        self
    }

    /// The digest of `comparison`, whose documents are `before` and `after`.
    #[must_use]
    pub fn new(
        before: &DocumentRecord<'a>,
        after: &DocumentRecord<'a>,
        comparison: &'a ComparisonRecord<'a>,
        detail: Detail,
    ) -> Self {
        let of = |wanted: &dyn Fn(&ChangeRecord<'_>) -> bool, noun: Noun| {
            // What is told in the words of its sentence stands under `alone` and nowhere else.
            let is_line = |change: &ChangeRecord<'_>| wanted(change) && !is_told_in_words(change);
            lines(comparison, is_line, (detail, noun))
        };
        // Only deadlines can be left out of the list, for no promise is *added* or *removed*.
        let commitments = of(&is_commitment, Noun::DEADLINE);
        let passages = passages(comparison, detail);
        // Whether dates and names of one text are listed hangs on whether anything else is told.
        let lone = lone(comparison, &passages, detail);
        let figures = of(&|change| is_figure(change, detail), Noun::FIGURE);
        let labels = of(&is_name, Noun::NAME);
        let dates = of(&is_date, Noun::DATE);
        let alone = |is_wanted: &dyn Fn(&ChangeRecord<'_>) -> bool, noun: Noun| {
            alone(comparison, is_wanted, (detail, noun))
        };
        let is_listed = lone == Lone::Listed;
        let of_one_text = [
            alone(&|change| is_figure(change, detail), Noun::FIGURE),
            alone(
                &|change| is_listed && is_lone_name(change),
                Noun::NAME_OR_NUMBER,
            ),
            alone(&|change| is_listed && is_lone_date(change), Noun::DATE),
        ];
        let parts = [commitments, figures, labels, dates];
        let unlisted = parts.iter().flat_map(|part| part.unlisted.clone());
        let unlisted = unlisted.chain(of_one_text.iter().flat_map(|(_, rest)| rest.clone()));
        let unlisted = unlisted.collect();
        let [commitments, figures, labels, dates] = parts.map(|part| part.lines);
        let [alone, alone_labels, alone_dates] = of_one_text.map(|(groups, _)| groups);
        Self {
            heading: Heading::new(before, after),
            names: [before.id, after.id],
            files: [None, None],
            brief: &comparison.brief,
            counts: counts(comparison),
            commitments,
            figures,
            alone,
            labels,
            alone_labels,
            dates,
            alone_dates,
            unlisted,
            passages,
            folded: if detail == Detail::All {
                Vec::new()
            } else {
                folded(comparison, lone)
            },
            notices: comparison.notices.iter().map(NoticeRecord::line).collect(),
            is_apart: comparison.delegations.is_some(),
            differs: comparison.summary.differs,
            is_empty: comparison.changes.is_empty()
                && comparison.summary.ignored == 0
                && !comparison.summary.differs,
        }
    }
}

/// Whether the dates and names that one text alone has are listed: with everything, and where
/// nothing else is told.
fn lone(comparison: &ComparisonRecord<'_>, passages: &[PassageView<'_>], detail: Detail) -> Lone {
    let is_told = |change: &ChangeRecord<'_>| {
        let is_news =
            change.verdict.fact().is_some_and(Verdict::is_news) && change.kind != ChangeKind::Bare;
        is_news && !is_lone_date(change) && !is_lone_name(change)
    };
    let has_news = || !passages.is_empty() || comparison.changes.iter().any(is_told);
    match detail {
        Detail::Summary if has_news() => Lone::Counted,
        _ => Lone::Listed,
    }
}

/// Whether a change is of an amount; bare numbers are no news, but shown with everything.
fn is_figure(change: &ChangeRecord<'_>, detail: Detail) -> bool {
    match change.kind {
        ChangeKind::Figure => true,
        ChangeKind::Bare => detail == Detail::All,
        _ => false,
    }
}

/// Whether a change is of a promise, or of a date by which something is to be done.
pub(super) fn is_commitment(change: &ChangeRecord<'_>) -> bool {
    change.kind == ChangeKind::Commitment || change.kind == ChangeKind::Date && change.is_deadline()
}

/// Whether a change is of a date that is no deadline.
pub(super) fn is_date(change: &ChangeRecord<'_>) -> bool {
    change.kind == ChangeKind::Date && !change.is_deadline()
}

/// Whether a change is of an ordinal, a reference or a State that is named.
pub(super) fn is_name(change: &ChangeRecord<'_>) -> bool {
    matches!(change.kind, ChangeKind::Label | ChangeKind::Stance)
}

/// A date, no deadline, that one text alone has.
pub(super) fn is_lone_date(change: &ChangeRecord<'_>) -> bool {
    is_date(change) && change.is_lone()
}

/// An ordinal or a reference that one text alone has.
pub(super) fn is_lone_name(change: &ChangeRecord<'_>) -> bool {
    change.kind == ChangeKind::Label && change.is_lone()
}

/// *az-2021 (Azerbaijan, 2021-06-22)*.
#[must_use]
pub fn title(document: &DocumentRecord<'_>) -> String {
    let facts: Vec<&str> = document
        .delegation
        .into_iter()
        .chain(document.date)
        .collect();
    if facts.is_empty() {
        document.id.to_owned()
    } else {
        format!("{} ({})", document.id, facts.join(", "))
    }
}

fn counts(comparison: &ComparisonRecord<'_>) -> Vec<String> {
    let counts = &comparison.summary.paragraphs;
    let parts = [
        (counts.equal, "same"),
        (counts.edited, "edited"),
        (counts.moved, "moved"),
        (counts.split, "split"),
        (counts.merged, "merged"),
        (counts.regrouped, "regrouped"),
        (counts.added, "added"),
        (counts.removed, "removed"),
    ];
    let reported = parts.into_iter().filter(|(count, _)| *count > 0);
    reported
        .map(|(count, word)| format!("{count} {word}"))
        .chain(comparison.summary.moved())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    /// What `look` sees in the digest of two texts.
    fn seen<T>(before: &str, after: &str, look: impl Fn(&Digest<'_>) -> T) -> T {
        let mut vocabulary = Vocabulary::new();
        let [old, new] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let record = ComparisonRecord::new(&old, &new, &found);
        let documents = [&old, &new].map(|witness| DocumentRecord::new(&witness.document));
        let digest = Digest::new(&documents[0], &documents[1], &record, Detail::Summary);
        look(&digest)
    }

    /// How many promises, dates and passages a digest of two texts lists, and whether it counts
    /// whole paragraphs instead.
    fn listed(before: &str, after: &str) -> (usize, usize, usize, bool) {
        seen(before, after, |digest| {
            let mut folded = digest.folded.iter();
            let is_counted = folded.any(|fold| fold.count.contains("paragraph"));
            let lists = [&digest.commitments, &digest.dates].map(Vec::len);
            (lists[0], lists[1], digest.passages.len(), is_counted)
        })
    }

    #[test]
    fn a_deadline_stands_with_the_promises_and_another_date_with_the_dates() {
        let before = "We will clear every field by 30 June 2025.";
        let (promises, dates, ..) = listed(before, &before.replace("2025", "2027"));
        assert_eq!((promises, dates), (1, 0));
        let before = "The war ended on 4 March 1951.";
        let (promises, dates, ..) = listed(before, &before.replace("1951", "1971"));
        assert_eq!((promises, dates), (0, 1));
    }

    #[test]
    fn a_text_written_anew_lists_no_paragraph_as_a_whole() {
        let text = |stem: &str| {
            let word = |at: usize| format!("{stem}{}", "abcdefghij".repeat(1 + at % 7));
            let sentence = |paragraph: usize| {
                let words = (0..20).map(|at| format!("{}{paragraph}{at}", word(at)));
                format!("The {}.", words.collect::<Vec<_>>().join(" "))
            };
            (0..20).map(sentence).collect::<Vec<_>>().join("\n\n")
        };
        let (_, _, passages, is_counted) = listed(&text("ba"), &text("zo"));
        assert_eq!((passages, is_counted), (0, true));
    }

    #[test]
    fn a_position_that_moved_stands_with_the_names() {
        let lists = seen(
            "The twelfth meeting was held in Oslo.",
            "The fifteenth meeting was held in Oslo.",
            |digest| (digest.labels.len(), digest.figures.len()),
        );
        assert_eq!(lists, (1, 0));
    }
}
