//! The figures, dates and numbers that one statement alone states: the most telling sentences
//! first, the rest counted.

use crate::model::Verdict;
use crate::plain::capitalised;
use crate::report::change::ChangeRecord;
use crate::report::change_kind::ChangeKind;
use crate::report::comparison::ComparisonRecord;
use crate::report::excerpt::Excerpt;
use crate::report::news::{Weight, in_order, weight};
use crate::report::target::Target;
use crate::report::wording::Mark;

use super::Detail;
use super::lines::{paragraph_place, unlisted};
use super::noun::Noun;

/// Sentences of one verdict beyond this many are counted, not listed, unless all is shown:
/// forty figures that a yearly statement has for the first time are no list that anybody reads.
const MAX_SENTENCES: usize = 8;
/// Those with small counts and times alone are listed only where so few stand before them.
const MAX_BEFORE_SMALL: usize = 3;

/// What one of the statements alone states.
#[derive(Debug, Clone, PartialEq)]
pub struct Alone<'a> {
    /// *Figures no longer stated*, *New dates*, *Figures of Angola alone*.
    pub heading: String,
    /// [`Verdict::Removed`] of the first statement, [`Verdict::Added`] of the second.
    pub verdict: Verdict,
    /// The sentences that state them.
    pub sentences: Vec<AloneSentence<'a>>,
}

/// A sentence with figures that one of the statements alone states.
#[derive(Debug, Clone, PartialEq)]
pub struct AloneSentence<'a> {
    /// The ids of their changes, the most telling first.
    pub ids: Vec<&'a str>,
    /// The figures in the words of the sentence.
    pub excerpt: Excerpt<'a>,
    /// *¶12*.
    pub place: String,
    /// Where that is in the files.
    pub target: Target,
    /// Paragraph and sentence, from 0.
    at: (u32, u32),
    weight: Weight,
}

/// Whether a change is told by its sentence: a number that one statement alone states. A
/// deadline has its promise for a name, a cell of a table the heads of its row and column.
pub(in crate::report) fn is_told_in_words(change: &ChangeRecord<'_>) -> bool {
    let figures = || change.figures.iter().flatten();
    let is_number = match change.kind {
        ChangeKind::Figure | ChangeKind::Bare | ChangeKind::Label => true,
        ChangeKind::Date => !change.is_deadline(),
        _ => false,
    };
    // A cell of a table has no sentence that could tell it.
    is_number && change.is_lone() && figures().all(|figure| figure.heads.is_none())
}

/// What the first statement alone states and the second, where it `is_wanted`, and what the
/// lists leave out: *5 more figures new*; `noun` is what they are called.
pub(super) fn alone<'a>(
    comparison: &'a ComparisonRecord<'a>,
    is_wanted: impl Fn(&ChangeRecord<'_>) -> bool,
    (detail, noun): (Detail, Noun),
) -> (Vec<Alone<'a>>, Vec<String>) {
    let mut groups = Vec::new();
    let mut left_out = Vec::new();
    // The first statement before the second, whatever they are called.
    for verdict in [Verdict::Removed, Verdict::Added] {
        let is_it = |change: &&ChangeRecord<'_>| {
            change.verdict.fact() == Some(verdict) && is_told_in_words(change) && is_wanted(change)
        };
        let changes = in_order(comparison.changes.iter().filter(is_it));
        let mut listed = sentences(comparison, &changes);
        let is_listed = |(at, sentence): &(usize, &AloneSentence<'_>)| {
            let most = match sentence.weight {
                Weight::Whole => MAX_SENTENCES,
                Weight::Slight => MAX_BEFORE_SMALL,
            };
            detail == Detail::All || *at < most
        };
        // Those of little weight stand last, so that the first that is left out ends the list.
        let count = listed.iter().enumerate().take_while(is_listed).count();
        let left = listed.split_off(count);
        // Figures are counted, not sentences: the line says *5 more figures new*.
        let left = left.iter().map(|sentence| sentence.ids.len()).sum();
        left_out.extend(unlisted(comparison, changes.first().copied(), (left, noun)));
        if !listed.is_empty() {
            groups.push(Alone {
                heading: heading(comparison, verdict, noun.more),
                verdict,
                sentences: listed,
            });
        }
    }
    (groups, left_out)
}

fn heading(comparison: &ComparisonRecord<'_>, verdict: Verdict, noun: &str) -> String {
    let heading = match (comparison.delegations, verdict) {
        (Some([before, _]), Verdict::Removed) => format!("{noun} of {before} alone"),
        (Some([_, after]), _) => format!("{noun} of {after} alone"),
        (None, Verdict::Removed) => format!("{noun} no longer stated"),
        (None, _) => format!("new {noun}"),
    };
    capitalised(&heading)
}

/// The sentences of `changes`, which are of one verdict, in the order in which the first change
/// of each comes.
fn sentences<'a>(
    comparison: &ComparisonRecord<'a>,
    changes: &[&'a ChangeRecord<'a>],
) -> Vec<AloneSentence<'a>> {
    let mut sentences: Vec<AloneSentence<'a>> = Vec::new();
    for change in changes {
        let (side, mark) = match (&change.before, &change.after) {
            (Some(before), _) => (before, Mark::Deleted),
            (None, Some(after)) => (after, Mark::Inserted),
            (None, None) => continue,
        };
        let Some(figure) = side.figure() else {
            continue;
        };
        let at = (figure.paragraph, figure.sentence);
        let mut its = sentences.iter_mut().filter(|other| other.at == at);
        // A long sentence is quoted about each of its figures.
        if let Some(sentence) =
            its.find_map(|other| other.excerpt.take(figure.raw).then_some(other))
        {
            sentence.ids.push(&change.id);
            continue;
        }
        sentences.push(AloneSentence {
            ids: vec![&change.id],
            excerpt: Excerpt::new(figure.quote, figure.raw, mark),
            place: paragraph_place(figure.paragraph, figure.place),
            target: Target::of_change(comparison, change),
            at,
            weight: weight(change),
        });
    }
    sentences
}
