//! Changed figures, each with what both statements say.

use hashbrown::HashMap;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::anchor::Places;
use crate::model::{DeltaSide, Verdict};
use crate::report::change::ChangeRecord;
use crate::report::comparison::ComparisonRecord;
use crate::report::digest::{is_told_in_words, measure, paragraph_place, remark_between};
use crate::report::excerpt::range_in;
use crate::report::news::{in_order, steps};
use crate::report::promise::SideRecord;

/// One changed figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card<'a> {
    /// To link to.
    pub anchor: String,
    /// What became of it.
    pub verdict: Verdict,
    /// The verdict in words.
    pub verdict_text: &'static str,
    /// The verdict as a sign.
    pub sign: &'static str,
    /// What it measures; empty of a figure that one statement alone states, which its quote
    /// tells.
    pub measure: String,
    /// How far it moved, or what became of it.
    pub remark: String,
    /// What was said.
    pub before: Option<CardSide<'a>>,
    /// What is said.
    pub after: Option<CardSide<'a>>,
    /// Where the text after tells of the same step again.
    pub also: Vec<AlsoTold>,
}

/// Another place that tells of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlsoTold {
    /// To link to.
    pub anchor: String,
    /// *¶40*.
    pub place: String,
    /// The anchor of the paragraph.
    pub target: String,
}

/// What one statement says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardSide<'a> {
    /// The figure as a person would write it.
    pub value: String,
    /// The sentence up to the figure.
    pub lead: String,
    /// The author's words for the figure.
    pub raw: &'a str,
    /// The sentence after the figure.
    pub rest: String,
    /// *¶12*.
    pub place: String,
    /// The anchor of the paragraph.
    pub anchor: String,
    /// The number drawn to scale; null where both cannot be drawn to one.
    pub bar: Option<Bar>,
}

/// A number drawn to scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// 0 to 1000, of the greater of the two numbers.
    pub length: u32,
    /// Whether more is allowed: *more than*, *at least*.
    pub open: bool,
}

/// The changes that are news and `wanted`, the most telling first; `ids` are the anchors
/// of all changes.
pub(super) fn cards<'a>(
    record: &'a ComparisonRecord<'a>,
    wanted: impl Fn(&ChangeRecord<'_>) -> bool,
    (ids, places): (&[String], &Places),
) -> Vec<Card<'a>> {
    let is_news = |change: &&ChangeRecord<'_>| change.verdict.fact().is_some_and(Verdict::is_news);
    let reported = record.changes.iter().filter(is_news);
    // Cards are in another order than the changes whose anchors they bear.
    let anchors: HashMap<&str, &String> = record
        .changes
        .iter()
        .zip(ids)
        .map(|(change, anchor)| (change.id.as_str(), anchor))
        .collect();
    steps(in_order(reported.filter(|change| wanted(change))))
        .into_iter()
        .filter_map(|step| {
            let anchor = anchors.get(step.change.id.as_str())?;
            let also = step.also.iter().filter_map(|change| {
                let anchor = anchors.get(change.id.as_str())?;
                also(change, anchor, places)
            });
            Some(Card {
                also: also.collect(),
                ..card(record, step.change, (anchor, places))
            })
        })
        .collect()
}

fn also(change: &ChangeRecord<'_>, anchor: &str, places: &Places) -> Option<AlsoTold> {
    let said = change.after.as_ref()?;
    Some(AlsoTold {
        anchor: anchor.to_owned(),
        place: paragraph_place(said.paragraph(), said.place()),
        target: places.of_after(said.paragraph()),
    })
}

fn card<'a>(
    record: &ComparisonRecord<'a>,
    change: &'a ChangeRecord<'a>,
    (id, places): (&str, &Places),
) -> Card<'a> {
    let verdict = change.verdict.fact().unwrap_or(Verdict::Same);
    let bars = bars(change);
    let said = |side: &SideRecord<'a>, value: Option<&String>, anchor: String| {
        let (lead, rest) = around(side);
        CardSide {
            value: value.cloned().unwrap_or_default(),
            lead,
            raw: side.raw(),
            rest,
            place: paragraph_place(side.paragraph(), side.place()),
            anchor,
            bar: None,
        }
    };
    let before = change.before.as_ref().map(|side| CardSide {
        bar: bars.map(|bars| bars[0]),
        ..said(
            side,
            change.before_text.as_ref(),
            places.of_before(side.paragraph()),
        )
    });
    let after = change.after.as_ref().map(|side| CardSide {
        bar: bars.map(|bars| bars[1]),
        ..said(
            side,
            change.after_text.as_ref(),
            places.of_after(side.paragraph()),
        )
    });
    Card {
        anchor: id.to_owned(),
        verdict,
        verdict_text: match record.delegations {
            // A delegation that is silent took nothing back and added nothing.
            Some(_) if change.before.is_none() || change.after.is_none() => "",
            _ => verdict.words(),
        },
        sign: verdict.sign(),
        // The quote below says what a figure is that one statement alone states.
        measure: if is_told_in_words(change) {
            String::new()
        } else {
            measure(change)
        },
        remark: remark_between(record, change, verdict),
        before,
        after,
        also: Vec::new(),
    }
}

/// The quote before and after the figure; the whole quote before it if the
/// figure is not in it.
fn around(side: &SideRecord<'_>) -> (String, String) {
    let (raw, quote) = (side.raw(), side.quote());
    let words = quote.words;
    let (lead, rest) = match range_in(words, raw) {
        Some(range) => (&words[..range.start], &words[range.end..]),
        None => (words, ""),
    };
    (
        format!("{}{lead}", quote.lead()),
        format!("{rest}{}", quote.rest()),
    )
}

/// Both numbers of a change to one scale; `None` where they are no two
/// comparable numbers, or one is negative.
fn bars(change: &ChangeRecord<'_>) -> Option<[Bar; 2]> {
    let moved = change.moved.as_ref()?;
    let (old, new) = (moved.before, moved.after);
    let most = old.max(new);
    // A bar has one length, so a range has none; and it starts at zero.
    if moved.side == DeltaSide::Range || most <= Decimal::ZERO || old.min(new) < Decimal::ZERO {
        return None;
    }
    let bar = |value: Decimal| {
        let length = value
            .checked_mul(Decimal::ONE_THOUSAND)?
            .checked_div(most)?;
        Some(Bar {
            length: length.round().to_u32()?,
            open: moved.side == DeltaSide::Floor,
        })
    };
    Some([bar(old)?, bar(new)?])
}
