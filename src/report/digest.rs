//! A comparison as a person reads it: what matters first, the rest counted.

use std::fmt::Write as _;

use super::calendar::step_text;
use super::change::{BARE, ChangeRecord};
use super::comparison::ComparisonRecord;
use super::document::DocumentRecord;
use super::figure::PlaceRecord;
use super::folding::Folding;
use super::notice::NoticeRecord;
use super::passage::Passage;
use super::promise::SideRecord;
use super::stance::STANCE;
use super::target::Target;
use crate::model::Verdict;

/// Added and removed figures beyond this many of each are counted, not listed,
/// unless all is shown.
const MAX_LONE_FIGURES: usize = 8;
/// Examples beside a folded count.
const MAX_EXAMPLES: usize = 3;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// What matters; the rest as counts.
    #[default]
    Folded,
    /// Everything.
    All,
}

/// A comparison as a person reads it.
///
/// ```
/// # use verbale::{align::AlignOptions, compare::{compare, witness}, load::{LoadOptions, load_bytes}};
/// # let mut vocabulary = verbale::model::Vocabulary::new();
/// # let mut read = |name: &str, text: &str| {
/// #     let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
/// #     witness(document, &mut vocabulary)
/// # };
/// # let before = read("2021.txt", "We cleared more than 140 mines.");
/// # let after = read("2022.txt", "We cleared more than 200 mines.");
/// # let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
/// # let record = verbale::report::ComparisonRecord::new(&before, &after, &found);
/// use verbale::render::terminal::{self, Layout, Screen, Style};
/// use verbale::report::{Detail, Digest, DocumentRecord};
///
/// let documents = [&before, &after].map(|witness| DocumentRecord::new(&witness.document));
/// let digest = Digest::new(&documents[0], &documents[1], &record, Detail::Folded);
/// assert_eq!(digest.figures[0].remark, "floor +60 (+43 %)");
///
/// let screen = Screen { width: 80, style: Style::Plain, layout: Layout::Inline };
/// assert!(terminal::comparison(&digest, screen).contains(">140 → >200"));
/// ```
#[derive(Debug, Clone)]
pub struct Digest<'a> {
    /// Both documents: *az-2021 (Azerbaijan, 2021-06-22)*.
    pub titles: [String; 2],
    /// Addresses of both files, for a terminal that opens links. They depend
    /// on the machine, so [`Digest::new`] leaves them out.
    pub files: [Option<String>; 2],
    /// Paragraphs by relation: *12 same*, *6 edited*.
    pub counts: Vec<String>,
    /// Changed amounts.
    pub figures: Vec<FigureLine>,
    /// Promises in weaker or stronger words.
    pub commitments: Vec<FigureLine>,
    /// Changed dates.
    pub dates: Vec<FigureLine>,
    /// Changed ordinals and references, and whom one statement alone thanks, blames or
    /// aligns.
    pub labels: Vec<FigureLine>,
    /// What the three lists leave out: *5 more new figures*.
    pub unlisted: Vec<String>,
    /// Changed wording, in order.
    pub passages: Vec<PassageView<'a>>,
    /// What is folded away, with examples.
    pub folded: Vec<Fold>,
    /// Where the marks are coarser than they could be.
    pub notices: Vec<String>,
    /// Whether anything is told, and not only folded.
    pub differs: bool,
    /// Whether nothing is told, folded or left out.
    pub is_empty: bool,
}

/// One changed figure on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureLine {
    /// The change's id.
    pub id: String,
    /// What became of it.
    pub verdict: Verdict,
    /// `↑`, `↓`, `≠`, `+`, `−`, `=`: the verdict as a sign.
    pub sign: &'static str,
    /// What it measures.
    pub measure: String,
    /// What it said.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
    /// *floor +60 (+43 %)*, or the verdict in words.
    pub remark: String,
    /// Where it stands in both: *¶12 → ¶11*.
    pub place: String,
    /// Where that is in the files.
    pub target: Target,
    /// The sentences of both statements, where they were asked for.
    pub quotes: Vec<String>,
}

/// Changed wording with its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct PassageView<'a> {
    /// *¶5 edited*, *¶8 → ¶15 moved*.
    pub heading: String,
    /// Where it starts in the files.
    pub target: Target,
    /// The words.
    pub passage: &'a Passage<'a>,
}

/// Something that is counted and not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// *2 restated*.
    pub count: String,
    /// The first few: *810,000 = 810 000*.
    pub examples: Vec<String>,
}

impl<'a> Digest<'a> {
    /// Adds the sentences of both statements to the promises and deadlines.
    #[must_use]
    pub fn with_quotes(mut self, comparison: &ComparisonRecord<'_>) -> Self {
        let quotes = |change: &ChangeRecord<'_>| {
            let sides = change.before.iter().chain(&change.after);
            sides.map(|side| side.quote().to_string()).collect()
        };
        for line in self.commitments.iter_mut().chain(&mut self.dates) {
            let is_it = |change: &&ChangeRecord<'_>| change.id == line.id;
            let change = comparison.changes.iter().find(is_it);
            let told = change.filter(|change| change.kind == "commitment" || change.is_deadline());
            line.quotes = told.map(quotes).unwrap_or_default();
        }
        self
    }

    /// The digest of `comparison`, whose documents are `before` and `after`.
    #[must_use]
    pub fn new(
        before: &DocumentRecord<'_>,
        after: &DocumentRecord<'_>,
        comparison: &'a ComparisonRecord<'a>,
        detail: Detail,
    ) -> Self {
        let of_kind = |kind: &str| lines(comparison, kind, detail);
        let (figures, dates, labels) = (of_kind("figure"), of_kind("date"), of_kind("label"));
        let commitments = of_kind("commitment").0;
        let stances = of_kind(STANCE).0;
        // No news, but shown with everything.
        let bare = match detail {
            Detail::All => of_kind(BARE).0,
            Detail::Folded => Vec::new(),
        };
        let mut unlisted = figures.1;
        unlisted.extend(dates.1);
        unlisted.extend(labels.1);
        Self {
            titles: [title(before), title(after)],
            files: [None, None],
            counts: counts(comparison),
            figures: figures.0.into_iter().chain(bare).collect(),
            commitments,
            dates: dates.0,
            labels: labels.0.into_iter().chain(stances).collect(),
            unlisted,
            passages: passages(comparison, detail),
            folded: if detail == Detail::All {
                Vec::new()
            } else {
                folded(comparison)
            },
            notices: comparison.notices.iter().map(NoticeRecord::line).collect(),
            differs: comparison.summary.differs,
            is_empty: comparison.changes.is_empty()
                && comparison.summary.ignored == 0
                && !comparison.summary.differs,
        }
    }
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
    let told = parts.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, word)| format!("{count} {word}"))
        .chain(comparison.summary.moved())
        .collect()
}

/// The lines of the changed figures of one kind, and what they leave out.
fn lines(
    comparison: &ComparisonRecord<'_>,
    kind: &str,
    detail: Detail,
) -> (Vec<FigureLine>, Vec<String>) {
    let (mut lines, mut unlisted) = (Vec::new(), Vec::new());
    let shown = |verdict: Verdict| detail == Detail::All || verdict.is_news();
    let of_kind = comparison
        .changes
        .iter()
        .filter(|change| change.kind == kind);
    let told: Vec<&ChangeRecord<'_>> = of_kind
        .filter(|change| change.outcome.is_some_and(shown))
        .collect();
    for verdict in Verdict::ALL {
        let group: Vec<_> = told
            .iter()
            .filter(|change| change.outcome == Some(verdict))
            .collect();
        let lone = matches!(verdict, Verdict::Added | Verdict::Removed);
        let most = if lone && detail == Detail::Folded {
            MAX_LONE_FIGURES
        } else {
            usize::MAX
        };
        lines.extend(
            group
                .iter()
                .take(most)
                .map(|change| line(comparison, change, verdict)),
        );
        if group.len() > most {
            let noun = if kind == "figure" {
                "figures"
            } else if kind == "date" {
                "dates"
            } else {
                "names with numbers"
            };
            let more = group.len() - most;
            unlisted.push(format!("{more} more {noun} {}", verdict.words()));
        }
    }
    (lines, unlisted)
}

fn line(
    comparison: &ComparisonRecord<'_>,
    change: &ChangeRecord<'_>,
    verdict: Verdict,
) -> FigureLine {
    FigureLine {
        id: change.id.clone(),
        verdict,
        sign: verdict.sign(),
        measure: measure(change),
        before: change.before_text.clone(),
        after: change.after_text.clone(),
        remark: remark(change, verdict),
        place: place(change),
        target: Target::of_change(comparison, change),
        quotes: Vec::new(),
    }
}

pub(super) fn remark(change: &ChangeRecord<'_>, verdict: Verdict) -> String {
    if let Some(delta) = &change.delta {
        return match &delta.share {
            Some(share) => format!("{} ({share})", delta.text),
            None => delta.text.clone(),
        };
    }
    match verdict {
        _ if !change.is_deadline() => verdict.words().to_owned(),
        Verdict::Removed => "deadline dropped".to_owned(),
        Verdict::Added => "new deadline".to_owned(),
        Verdict::Moved => match moved_by(change) {
            Some(step) => format!("deadline moved, {step}"),
            None => "deadline moved".to_owned(),
        },
        other => other.words().to_owned(),
    }
}

/// By how much a date moved: *two years later*.
fn moved_by(change: &ChangeRecord<'_>) -> Option<String> {
    let date = |side: &Option<SideRecord<'_>>| {
        let figure = side.as_ref()?.figure()?;
        figure.resolved.or(figure.date).map(str::to_owned)
    };
    if let Some([before, after]) = change.due_dates() {
        return step_text(before, after);
    }
    step_text(&date(&change.before)?, &date(&change.after)?)
}

/// What a figure measures, who promises what.
pub(super) fn measure(change: &ChangeRecord<'_>) -> String {
    change.measure.clone().unwrap_or_default()
}

fn place(change: &ChangeRecord<'_>) -> String {
    let side = |said: &SideRecord<'_>| paragraph_place(said.paragraph(), said.place());
    let sides = change.before.iter().chain(&change.after);
    let sides: Vec<String> = sides.map(side).collect();
    sides.join(" → ")
}

/// *¶12*, with its page where there is one.
pub(super) fn paragraph_place(paragraph: u32, place: PlaceRecord) -> String {
    match place.page {
        Some(page) => format!("p. {page} ¶{}", paragraph + 1),
        None => format!("¶{}", paragraph + 1),
    }
}

fn passages<'a>(comparison: &'a ComparisonRecord<'a>, detail: Detail) -> Vec<PassageView<'a>> {
    let shown = |passage: &&Passage<'_>| detail == Detail::All || passage.is_news();
    let view = |passage: &'a Passage<'a>| PassageView {
        heading: heading(passage),
        target: Target::of_passage(passage),
        passage,
    };
    comparison.passages.iter().filter(shown).map(view).collect()
}

fn heading(passage: &Passage<'_>) -> String {
    let mut heading = places(passage);
    heading.push(' ');
    heading.push_str(passage.relation.name());
    heading
}

/// The paragraphs of both sides: *¶8 → ¶15*, with the page where there is one.
pub(super) fn places(passage: &Passage<'_>) -> String {
    let page = passage.place.page.map(|page| format!("p. {page} "));
    let mut places = page.unwrap_or_default();
    push_sides(&mut places, passage.before, passage.after);
    places
}

/// Appends the paragraph numbers of both sides: *¶8 → ¶15*; once where they are
/// the same.
fn push_sides(text: &mut String, before: &[u32], after: &[u32]) {
    let shown = [before, if before == after { &[] } else { after }];
    let mut joint = "";
    for side in shown.into_iter().filter(|side| !side.is_empty()) {
        for at in side {
            write!(text, "{joint}¶{}", at + 1).expect("a string takes all that is written");
            joint = " ";
        }
        joint = " → ";
    }
}

fn folded(comparison: &ComparisonRecord<'_>) -> Vec<Fold> {
    let of = |verdict: Verdict| {
        comparison
            .changes
            .iter()
            .filter(move |change| change.outcome == Some(verdict) && change.kind != BARE)
    };
    let moved = (comparison.passages.iter()).filter(|passage| passage.is_plain_move());
    let numbers = comparison
        .changes
        .iter()
        .filter(|change| change.kind == BARE)
        .map(|change| both(change, "→"));
    let courtesies = comparison
        .passages
        .iter()
        .filter(|passage| passage.folding == Folding::Courtesy)
        .count();
    let folds = [
        fold(
            "restated",
            of(Verdict::Restated)
                .map(|change| both(change, "="))
                .collect(),
        ),
        fold(
            "rolled over",
            of(Verdict::Rollover)
                .map(|change| both(change, "→"))
                .collect(),
        ),
        fold(
            "perhaps changed, too unsure to tell",
            comparison
                .perhaps
                .iter()
                .map(|change| both(change, "→"))
                .collect(),
        ),
        fold("moved", moved.map(places).collect()),
        bare("in salutations, letterheads and thanks", courtesies),
        fold("without a measure", numbers.collect()),
        bare(
            "respelled (case, quotes, spacing, list marks)",
            comparison.summary.respelled,
        ),
        bare("left out by your rules", comparison.summary.ignored),
    ];
    folds.into_iter().flatten().collect()
}

fn fold(word: &str, mut examples: Vec<String>) -> Option<Fold> {
    let count = examples.len();
    examples.truncate(MAX_EXAMPLES);
    Some(Fold {
        examples,
        ..bare(word, count)?
    })
}

fn bare(word: &str, count: usize) -> Option<Fold> {
    (count > 0).then(|| Fold {
        count: format!("{count} {word}"),
        examples: Vec::new(),
    })
}

/// Both sides of a figure in the author's words: *810,000 = 810 000*.
fn both(change: &ChangeRecord<'_>, sign: &str) -> String {
    let words =
        |said: &Option<SideRecord<'_>>| said.as_ref().map_or("", SideRecord::raw).to_owned();
    format!("{} {sign} {}", words(&change.before), words(&change.after))
}
