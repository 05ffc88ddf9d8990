//! What changed, in two to five plain sentences: what a reader takes home who reads nothing
//! else.
//!
//! Input: the record of a comparison. Output: sentences made from its changes and counts by
//! templates, in this order: promises and deadlines, rises and falls, figures that one text
//! alone has, who is named, wording. Nothing is said that the record does not hold.

use super::change::ChangeRecord;
use super::change_kind::ChangeKind;
use super::comparison::ComparisonRecord;
use super::digest::{is_commitment, measure, moved_by};
use super::news::{in_order, steps};
use super::promise::SideRecord;
use crate::model::Verdict;
use crate::plain::capitalised;

/// Most letters of a quote or a title in a sentence.
const LONGEST: usize = 90;

/// The sentences on `comparison`; none where both texts are the same.
pub(super) fn brief(comparison: &ComparisonRecord<'_>) -> Vec<String> {
    if comparison.changes.is_empty() {
        return Vec::new();
    }
    // Another spelling, a new session: something differs, and nothing is news.
    if !comparison.summary.differs {
        return vec!["Nothing is told: all that differs is folded.".to_owned()];
    }
    // Norway beside Denmark: neither took anything back.
    if let Some([before, after]) = comparison.delegations {
        let apart = format!(
            "{before} and {after} are two delegations: what one alone states is neither gone nor new."
        );
        return [Some(apart), differing(comparison)]
            .into_iter()
            .flatten()
            .collect();
    }
    [
        commitments(comparison),
        amounts(comparison),
        lone(comparison),
        names(comparison),
        Some(wording(comparison)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// *Of those aligned with the statement, Albania is new.*
fn names(comparison: &ComparisonRecord<'_>) -> Option<String> {
    let reported = news(comparison, |change| change.kind == ChangeKind::Stance);
    let parts: Vec<String> = reported
        // Those of one kind and side stand together, so that who joined is one part and who left
        // another.
        .chunk_by(|one, next| {
            one.measure == next.measure && one.verdict.fact() == next.verdict.fact()
        })
        .map(|group| {
            let names = group.iter().filter_map(|change| {
                // As the statement writes the name, which may be *the Kingdom of Norway*.
                let text = change.after_text.as_ref().or(change.before_text.as_ref());
                text.map(|text| name(text))
            });
            let what = match group[0].verdict.fact() {
                Some(Verdict::Added) => "now",
                _ => "no longer",
            };
            let names: Vec<String> = names.collect();
            format!("{what} {}: {}", measure(group[0]), few(&names))
        })
        .collect();
    (!parts.is_empty()).then(|| format!("{}.", capitalised(&parts.join("; "))))
}

/// *Norway, Denmark and 3 more*.
fn few(names: &[String]) -> String {
    const MOST: usize = 3;
    let shown = names[..names.len().min(MOST)].join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// The changes that are news and `is_wanted`, the most telling first.
fn news<'r, 'a>(
    comparison: &'r ComparisonRecord<'a>,
    is_wanted: impl Fn(&ChangeRecord<'_>) -> bool,
) -> Vec<&'r ChangeRecord<'a>> {
    let reported = |change: &&ChangeRecord<'_>| {
        change.verdict.fact().is_some_and(Verdict::is_news) && is_wanted(change)
    };
    in_order(comparison.changes.iter().filter(reported))
}

/// *A deadline moved one year later, from “by 2024” to “by 2025” (Marenia: survey).*
fn commitments(comparison: &ComparisonRecord<'_>) -> Option<String> {
    let reported = news(comparison, is_commitment);
    let (first, rest) = reported.split_first()?;
    // One event in its own words, the others counted: five quotes would be the report once more.
    let event = event(first)?;
    let name = name(&measure(first));
    let name = if name.is_empty() {
        name
    } else {
        format!(" ({name})")
    };
    let rest = match tally(rest) {
        rest if rest.is_empty() => rest,
        rest => format!(" Of other promises and deadlines, {rest}."),
    };
    Some(format!("{event}{name}.{rest}"))
}

/// What became of a promise or a deadline, without a full stop.
fn event(change: &ChangeRecord<'_>) -> Option<String> {
    let verdict = change.verdict.fact()?;
    let side = |text: &Option<String>| text.as_deref().map(quoted);
    let both = side(&change.before_text).zip(side(&change.after_text));
    let of_both = |what: &str| match &both {
        Some((before, after)) => format!("{what}: {before} became {after}"),
        None => what.to_owned(),
    };
    let of_one = |what: &str, text: &Option<String>| match side(text) {
        Some(words) => format!("{what}: {words}"),
        None => what.to_owned(),
    };
    let is_deadline = change.is_deadline();
    Some(match verdict {
        Verdict::Moved if is_deadline => {
            let step = moved_by(change).map(|step| format!(" {step}"));
            of_both(&format!("A deadline moved{}", step.unwrap_or_default()))
        }
        Verdict::Removed if is_deadline => of_one("A deadline is gone", &change.before_text),
        Verdict::Added if is_deadline => of_one("A deadline is new", &change.after_text),
        // *By 2025* → *before 2025*.
        _ if is_deadline => of_both("A deadline changed"),
        Verdict::Moved => of_both("A promise holds until another time"),
        Verdict::Softened => of_both("A promise is weaker"),
        Verdict::Strengthened => of_both("A promise is stronger"),
        Verdict::Dropped => of_one("A promise is gone", &change.before_text),
        Verdict::Expired => of_one(
            "The date of a promise has passed, and nothing is said of it",
            &change.before_text,
        ),
        Verdict::Met => "A promise is said to be met".to_owned(),
        Verdict::Made => of_one("A promise is new", &change.after_text),
        other => of_both(&format!("A promise is {}", other.words())),
    })
}

/// *1 softened, 2 dropped*, by verdict in their order.
fn tally(changes: &[&ChangeRecord<'_>]) -> String {
    let count = |verdict: Verdict| {
        let told = changes
            .iter()
            .filter(|change| change.verdict.fact() == Some(verdict));
        (told.count(), verdict)
    };
    let word = |verdict: Verdict| match verdict {
        Verdict::Removed => "gone",
        Verdict::Expired => "past their date",
        other => other.words(),
    };
    let counts = Verdict::ALL.into_iter().map(count);
    let reported = counts.filter(|(count, _)| *count > 0);
    reported
        .map(|(count, verdict)| format!("{count} {}", word(verdict)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// *7 figures rose, 4 fell; the largest step by share: prostheses fitted, from “220” to
/// “265” (+45).*
fn amounts(comparison: &ComparisonRecord<'_>) -> Option<String> {
    let reported = news(comparison, |change| {
        change.kind == ChangeKind::Figure && !change.is_lone()
    });
    // A rate that the headline, the text and the decision tell rose once.
    let reported: Vec<_> = steps(reported).iter().map(|step| step.change).collect();
    let of = |verdict: Verdict| {
        let told = reported
            .iter()
            .filter(|change| change.verdict.fact() == Some(verdict));
        told.count()
    };
    let (up, down) = (of(Verdict::Increased), of(Verdict::Decreased));
    let parts = [
        (up, "rose"),
        (down, "fell"),
        (of(Verdict::BoundChanged), "have another bound"),
        (of(Verdict::ScopeChanged), "cover another time or scope"),
    ];
    let mut parts = parts.iter().filter(|(count, _)| *count > 0);
    let Some(&(count, word)) = parts.next() else {
        let states = comparison
            .summary
            .figures
            .keys()
            // Texts that have no figure in common have none that could have stayed.
            .any(|verdict| matches!(verdict, Verdict::Same | Verdict::Restated));
        return states.then(|| "No figure that both texts state has changed.".to_owned());
    };
    let noun = if count == 1 { "figure" } else { "figures" };
    let word = if count == 1 { singular(word) } else { word };
    let mut sentence = format!("{count} {noun} {word}");
    for &(count, word) in parts {
        let word = if count == 1 { singular(word) } else { word };
        sentence.extend([", ", &count.to_string(), " ", word]);
    }
    // Of one figure nothing is the largest.
    let lead = match (reported.len(), up + down) {
        (1, _) => ": ",
        // Another bound has no size, so there is no largest of them.
        (_, 0) => "; the first: ",
        _ => "; the largest step by share: ",
    };
    Some(format!("{sentence}{lead}{}.", step(reported[0])))
}

/// *2 figures of one measure differ, the first: people killed, from …*, of two delegations.
fn differing(comparison: &ComparisonRecord<'_>) -> Option<String> {
    let reported = news(comparison, |change| {
        // What one delegation alone states differs from nothing.
        change.kind == ChangeKind::Figure && change.before.is_some() && change.after.is_some()
    });
    let first = reported.first()?;
    Some(match reported.len() {
        1 => format!("1 figure of one measure differs: {}.", step(first)),
        count => format!(
            "{count} figures of one measure differ, the first: {}.",
            step(first)
        ),
    })
}

/// The verb for one figure.
fn singular(words: &'static str) -> &'static str {
    match words {
        "have another bound" => "has another bound",
        "cover another time or scope" => "covers another time or scope",
        other => other,
    }
}

/// *people killed, from “more than 140” to “more than 200” (floor +60)*.
fn step(change: &ChangeRecord<'_>) -> String {
    let words = |side: &Option<SideRecord<'_>>| {
        let words = side.as_ref().map_or("", SideRecord::raw);
        quoted(words)
    };
    let (before, after) = (words(&change.before), words(&change.after));
    let delta = change.delta.as_ref();
    let delta = delta.map_or(String::new(), |delta| format!(" ({})", delta.text));
    format!(
        "{}, from {before} to {after}{delta}",
        name(&measure(change))
    )
}

/// *17 figures are no longer stated and 5 are new.*
fn lone(comparison: &ComparisonRecord<'_>) -> Option<String> {
    let of = |verdict: Verdict| {
        let reported = news(comparison, |change| {
            change.kind == ChangeKind::Figure && change.verdict.fact() == Some(verdict)
        });
        reported.len()
    };
    let (gone, new) = (of(Verdict::Removed), of(Verdict::Added));
    let figures = |count: usize| match count {
        1 => "1 figure is".to_owned(),
        count => format!("{count} figures are"),
    };
    let is = |count: usize| if count == 1 { "is" } else { "are" };
    match (gone, new) {
        (0, 0) => None,
        (gone, 0) => Some(format!("{} no longer stated.", figures(gone))),
        (0, new) => Some(format!("{} new.", figures(new))),
        (gone, new) => Some(format!(
            "{} no longer stated and {new} {} new.",
            figures(gone),
            is(new)
        )),
    }
}

/// *12 of 19 paragraphs are unchanged.*; of a new text that it is one.
fn wording(comparison: &ComparisonRecord<'_>) -> String {
    let summary = &comparison.summary;
    let paragraphs = &summary.paragraphs;
    if summary.is_new_text() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share is 0 to 1"
        )]
        let share = (summary.shared() * 100.0).round() as u32;
        return format!(
            "The texts have {share} per cent of their words in common: the later one is a new text."
        );
    }
    let same = match (paragraphs.equal, paragraphs.after) {
        (0, _) => "No paragraph is unchanged".to_owned(),
        (same, all) if same == all => "All paragraphs stand as they were".to_owned(),
        (1, all) => format!("1 of {all} paragraphs is unchanged"),
        (same, all) => format!("{same} of {all} paragraphs are unchanged"),
    };
    let parts = [(paragraphs.added, "new"), (paragraphs.removed, "gone")];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let rest: Vec<String> = parts
        .map(|(count, word)| format!(", {count} {word}"))
        .collect();
    let rest = rest.concat();
    let moved = summary.moved().map(|moved| format!(", {moved}"));
    format!("{same}{rest}{}.", moved.unwrap_or_default())
}

/// A title or a quote on one line, cut at a word.
fn name(words: &str) -> String {
    let mut out = String::new();
    for word in words.split_whitespace() {
        // A sentence that quotes a whole paragraph is none.
        if out.chars().count() + word.chars().count() >= LONGEST && !out.is_empty() {
            out.push_str(" …");
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn quoted(words: &str) -> String {
    format!("“{}”", name(words))
}
