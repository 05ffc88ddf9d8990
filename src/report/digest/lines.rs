//! The changes of a kind as lines: the most telling first, the rest counted.

use crate::model::Verdict;
use crate::report::calendar::step_text;
use crate::report::change::ChangeRecord;
use crate::report::comparison::ComparisonRecord;
use crate::report::figure::PlaceRecord;
use crate::report::news::{Step, Weight, in_order, steps, weight};
use crate::report::promise::SideRecord;
use crate::report::target::Target;

use super::Detail;
use super::noun::Noun;

/// Added and removed figures beyond this many of each are counted, not listed,
/// unless all is shown.
const MAX_LONE: usize = 8;
/// Small ones of them are listed only where so few stand before them.
const MAX_BEFORE_SMALL: usize = 3;

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

/// Lines, and what they leave out.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) lines: Vec<FigureLine>,
    /// *5 more figures new*.
    pub(super) unlisted: Vec<String>,
}

/// The lines of the changes that are `wanted`; `noun` is what more of them are called.
pub(super) fn lines(
    comparison: &ComparisonRecord<'_>,
    wanted: impl Fn(&ChangeRecord<'_>) -> bool,
    (detail, noun): (Detail, Noun),
) -> Lines {
    let shown = |verdict: Verdict| detail == Detail::All || verdict.is_news();
    let wanted = comparison
        .changes
        .iter()
        .filter(|change| change.verdict.fact().is_some_and(shown) && wanted(change));
    let mut out = Lines::default();
    let wanted = match detail {
        Detail::Summary => steps(in_order(wanted)),
        // With everything each mention has its line, also where two tell of one step.
        Detail::All => in_order(wanted).into_iter().map(Step::alone).collect(),
    };
    let verdict = |step: &Step<'_, '_>| step.change.verdict.fact();
    // Each verdict has room of its own, or forty that are gone would crowd out what is new.
    for group in wanted.chunk_by(|one, next| verdict(one) == verdict(next)) {
        let Some(verdict) = verdict(&group[0]) else {
            continue;
        };
        let is_lone = group[0].change.is_lone();
        let fits = |(at, step): &(usize, &Step<'_, '_>)| {
            let most = match weight(step.change) {
                Weight::Whole => MAX_LONE,
                Weight::Slight => MAX_BEFORE_SMALL,
            };
            // What changed between both is listed in full, however much it is.
            detail == Detail::All || !is_lone || *at < most
        };
        let each = group.iter().enumerate().filter(fits);
        let before = out.lines.len();
        out.lines
            .extend(each.map(|(_, step)| line(comparison, step, verdict)));
        let left = group.len() - (out.lines.len() - before);
        out.unlisted
            .extend(unlisted(comparison, Some(group[0].change), (left, noun)));
    }
    out
}

/// *5 more figures new*, of changes like `one`; `None` where none is left out.
pub(super) fn unlisted(
    comparison: &ComparisonRecord<'_>,
    one: Option<&ChangeRecord<'_>>,
    (left, noun): (usize, Noun),
) -> Option<String> {
    let one = one.filter(|_| left > 0)?;
    let verdict = one.verdict.fact()?;
    let noun = noun.of(left);
    Some(match comparison.delegations {
        Some(_) if one.is_lone() => {
            let of = remark_between(comparison, one, verdict);
            format!("{left} more {noun}: {of}")
        }
        _ => format!("{left} more {noun} {}", verdict.words()),
    })
}

fn line(comparison: &ComparisonRecord<'_>, step: &Step<'_, '_>, verdict: Verdict) -> FigureLine {
    let change = step.change;
    FigureLine {
        id: change.id.clone(),
        verdict,
        sign: verdict.sign(),
        measure: measure(change),
        before: change.before_text.clone(),
        after: change.after_text.clone(),
        remark: remark_between(comparison, change, verdict),
        place: place_of_step(step),
        target: Target::of_change(comparison, change),
        quotes: Vec::new(),
    }
}

/// The remark on a change; between two delegations what one alone states is neither gone
/// nor new.
pub(in crate::report) fn remark_between(
    comparison: &ComparisonRecord<'_>,
    change: &ChangeRecord<'_>,
    verdict: Verdict,
) -> String {
    match (comparison.delegations, &change.before, &change.after) {
        // What another delegation does not say is not *no longer stated*.
        (Some([before, _]), Some(_), None) => format!("{before} alone"),
        (Some([_, after]), None, Some(_)) => format!("{after} alone"),
        _ => remark(change, verdict),
    }
}

pub(in crate::report) fn remark(change: &ChangeRecord<'_>, verdict: Verdict) -> String {
    if let Some(delta) = &change.delta {
        return match &delta.share {
            Some(share) => format!("{} ({share})", delta.text),
            None => delta.text.clone(),
        };
    }
    match verdict {
        _ if !change.is_deadline() => verdict.words().to_owned(),
        // *By 2025* → nothing: the date is gone, the promise may stand.
        Verdict::Removed => "deadline dropped".to_owned(),
        Verdict::Added => "new deadline".to_owned(),
        Verdict::Moved => match moved_by(change) {
            // The length of the step is the news: *two years later*.
            Some(step) => format!("deadline moved, {step}"),
            None => "deadline moved".to_owned(),
        },
        other => other.words().to_owned(),
    }
}

/// By how much a date moved: *two years later*.
pub(in crate::report) fn moved_by(change: &ChangeRecord<'_>) -> Option<String> {
    let date = |side: &Option<SideRecord<'_>>| {
        let figure = side.as_ref()?.figure()?;
        // *10 November*, resolved by the day of speaking, has a year to count from.
        figure.resolved.or(figure.date).map(str::to_owned)
    };
    if let Some([before, after]) = change.due_dates() {
        return step_text(before, after);
    }
    step_text(&date(&change.before)?, &date(&change.after)?)
}

/// What a figure measures, who promises what.
pub(in crate::report) fn measure(change: &ChangeRecord<'_>) -> String {
    change.measure.clone().unwrap_or_default()
}

/// Where a step is told: *¶12 → ¶11, also ¶40*, of other places those in the text after.
fn place_of_step(step: &Step<'_, '_>) -> String {
    let after = step.also.iter().filter_map(|change| change.after.as_ref());
    let places = after.map(|said| paragraph_place(said.paragraph(), said.place()));
    match places.collect::<Vec<_>>().join(", ") {
        places if places.is_empty() => place(step.change),
        places => format!("{}, also {places}", place(step.change)),
    }
}

/// Where a change stands in both: *¶12 → ¶11*.
pub(in crate::report) fn place(change: &ChangeRecord<'_>) -> String {
    let side = |said: &SideRecord<'_>| paragraph_place(said.paragraph(), said.place());
    let sides = change.before.iter().chain(&change.after);
    let mut sides: Vec<String> = sides.map(side).collect();
    // A paragraph that kept its number is named once.
    sides.dedup();
    sides.join(" → ")
}

/// *¶12*, with its page where there is one.
pub(in crate::report) fn paragraph_place(paragraph: u32, place: PlaceRecord) -> String {
    match place.page {
        Some(page) => format!("p. {page} ¶{}", paragraph + 1),
        None => format!("¶{}", paragraph + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    #[test]
    fn one_that_is_left_out_is_told_in_the_singular() {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = [
            "We met in the spring.",
            "We met in the spring, under Article 7.",
        ]
        .map(|text| load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap())
        .map(|document| read_witness(document, &mut vocabulary));
        let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
        let record = ComparisonRecord::new(&before, &after, &found);
        let change = record.changes.iter().find(|change| change.is_lone());
        let told = |left| unlisted(&record, change, (left, Noun::NAME_OR_NUMBER));
        assert_eq!(told(0), None);
        assert_eq!(told(1).unwrap(), "1 more name or number new");
        assert_eq!(told(2).unwrap(), "2 more names and numbers new");
    }
}
