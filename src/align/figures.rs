//! Links the figures of two witnesses that measure the same.
//!
//! Input: two witnesses and the links of their paragraphs, with edits. Output:
//! figure links, each figure in exactly one. Figures are linked by what they
//! measure and by the words around them, inside linked paragraphs first and
//! across the rest of the text after; never by position alone.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::model::{
    Alignment, ChangeMode, Dimension, Edit, EditOp, Figure, FigureKind, FigureLink, Key, Link,
    Period, Witness,
};

/// Least affinity (0 to 1) of two figures in linked paragraphs. On the
/// project's statements less joins different measures of one sentence.
const MIN_INSIDE: f64 = 0.45;
/// Least affinity of two figures whose paragraphs are not linked: what is
/// measured must be the same in words.
const MIN_ACROSS: f64 = 0.8;

/// How alike two figures are in what neither sentence says: silence speaks
/// neither for one measure nor for two.
const BOTH_SILENT: f64 = 0.5;
/// What the same number adds, and a small one, which is met by chance.
const SAME_NUMBER: f64 = 0.15;
const SAME_SMALL_NUMBER: f64 = 0.05;
/// The least number that is not small.
const LARGE: Decimal = Decimal::TEN;
/// What it takes away that something else is said of another number: of those
/// who were killed and those who were taken hostage there are two. Where most of
/// the words around are the same, the verb was only replaced.
const CONFLICT: f64 = 0.45;
/// Words before and after a figure that tell what it measures.
const WINDOW: usize = 6;
/// More pairs than this in one link are not all tried, but those alone that
/// an edit joins.
const MAX_PAIRS: usize = 10_000;
/// Partners tried for one figure where not all are: the first.
const MAX_PARTNERS: usize = 100;

/// Links the figures of two witnesses by what they measure; each figure is in
/// exactly one link. Links stand in the order of the figures after, those
/// without one at the end.
#[must_use]
pub fn link_figures(before: &Witness, after: &Witness, alignment: &Alignment) -> Vec<FigureLink> {
    let mut matching = Matching {
        before: Side::new(before),
        after: Side::new(after),
        links: Vec::new(),
    };
    for link in &alignment.links {
        matching.link_inside(link);
    }
    matching.link_across();
    matching.finish()
}

/// The figures of one witness, with what is still free.
struct Side<'a> {
    witness: &'a Witness,
    contexts: Vec<Context>,
    taken: Vec<bool>,
}

/// Where a figure stands among the words.
struct Context {
    /// Position of its first token among those of the witness.
    token: u32,
    /// Keys of the words around it in its sentence, sorted.
    words: Vec<Key>,
}

impl<'a> Side<'a> {
    fn new(witness: &'a Witness) -> Self {
        let contexts: Vec<Context> = witness
            .figures
            .iter()
            .map(|figure| context(witness, figure))
            .collect();
        Self {
            witness,
            taken: vec![false; contexts.len()],
            contexts,
        }
    }

    /// The free figures in `paragraphs`, each with the position of its first
    /// token among those of the paragraphs end to end, by position.
    fn free_in(&self, paragraphs: &[u32]) -> Vec<(u32, usize)> {
        let figures = &self.witness.figures;
        let mut free = Vec::new();
        let mut base = 0;
        for &paragraph in paragraphs {
            let tokens = self.witness.segmented.paragraphs[paragraph as usize].tokens;
            let first = figures.partition_point(|figure| figure.paragraph < paragraph);
            let inside =
                (first..figures.len()).take_while(|&at| figures[at].paragraph == paragraph);
            let left = inside.filter(|&at| !self.taken[at]);
            free.extend(left.map(|at| (base + self.contexts[at].token - tokens.0, at)));
            base += tokens.1 - tokens.0;
        }
        free.sort_unstable();
        free
    }
}

fn context(witness: &Witness, figure: &Figure) -> Context {
    let segmented = &witness.segmented;
    let paragraph = figure.paragraph as usize;
    let parts = segmented.paragraphs[paragraph];
    let tokens = segmented.paragraph_tokens(paragraph);
    let first = tokens.partition_point(|token| token.span.end <= figure.numeral.start);
    let last = tokens.partition_point(|token| token.span.start < figure.numeral.end);
    let sentence = segmented.sentence(paragraph, figure.sentence);
    let base = parts.tokens.0 as usize;
    let bounds = if sentence.is_empty() {
        0..tokens.len()
    } else {
        sentence.start - base..sentence.end - base
    };
    let near_before = first.saturating_sub(WINDOW).max(bounds.start)..first;
    let near_after = last..(last + WINDOW).min(bounds.end.max(last));
    let mut words: Vec<Key> = near_before
        .chain(near_after)
        .map(|at| tokens[at].key)
        .collect();
    words.sort_unstable();
    Context {
        token: parts.tokens.0 + u32::try_from(first).expect("fewer tokens than bytes"),
        words,
    }
}

struct Matching<'a> {
    before: Side<'a>,
    after: Side<'a>,
    links: Vec<FigureLink>,
}

/// Two figures that may measure the same.
struct Candidate {
    before: usize,
    after: usize,
    affinity: f64,
}

impl Matching<'_> {
    fn link_inside(&mut self, link: &Link) {
        let old = self.before.free_in(&link.before);
        let new = self.after.free_in(&link.after);
        let is_few = old.len() * new.len() <= MAX_PAIRS;
        let mut candidates = Vec::new();
        for &(position, before) in &old {
            let tried = if is_few {
                0..new.len()
            } else {
                among(&new, &counterpart(link, position))
            };
            for &(other, after) in &new[tried] {
                let affinity = self.affinity(before, after, join(link, position, other));
                if affinity >= MIN_INSIDE {
                    candidates.push(Candidate {
                        before,
                        after,
                        affinity,
                    });
                }
            }
        }
        self.take(candidates);
    }

    /// Links what is left by the words that say what is measured.
    fn link_across(&mut self) {
        let mut index: BTreeMap<Signature<'_>, Vec<usize>> = BTreeMap::new();
        for (at, figure) in self.after.witness.figures.iter().enumerate() {
            if !self.after.taken[at] {
                index.entry(signature(figure)).or_default().push(at);
            }
        }
        let mut candidates = Vec::new();
        for (before, figure) in self.before.witness.figures.iter().enumerate() {
            if self.before.taken[before] {
                continue;
            }
            let same = index
                .get(&signature(figure))
                .map_or(&[] as &[usize], Vec::as_slice);
            for &after in same.iter().take(MAX_PARTNERS) {
                let affinity = self.affinity(before, after, Join::Apart);
                if affinity >= MIN_ACROSS {
                    candidates.push(Candidate {
                        before,
                        after,
                        affinity,
                    });
                }
            }
        }
        self.take(candidates);
    }

    /// How alike what two figures measure is, 0 to 1.
    fn affinity(&self, before: usize, after: usize, join: Join) -> f64 {
        let (old, new) = (
            &self.before.witness.figures[before],
            &self.after.witness.figures[after],
        );
        if !is_comparable(old, new) {
            return 0.0;
        }
        let context = overlap(
            &self.before.contexts[before].words,
            &self.after.contexts[after].words,
        );
        let measure = measure_affinity(old, new);
        let join = match join {
            Join::Equal => return 1.0,
            _ if are_worlds_apart(old, new) => return 0.0,
            Join::Replaced => 0.25,
            Join::Apart => 0.0,
        };
        let agreement = match same_number(old, new) {
            Some(number) if number >= LARGE => SAME_NUMBER,
            Some(_) => SAME_SMALL_NUMBER,
            None if verbs_conflict(old, new) => -CONFLICT,
            None => 0.0,
        };
        (0.45 * context + 0.45 * measure + join + agreement).min(1.0)
    }

    /// Takes the best candidates first; of equal ones the first in the text.
    fn take(&mut self, mut candidates: Vec<Candidate>) {
        candidates.sort_by(|one, other| {
            let order = other.affinity.total_cmp(&one.affinity);
            order.then((one.after, one.before).cmp(&(other.after, other.before)))
        });
        for Candidate {
            before,
            after,
            affinity,
        } in candidates
        {
            if self.before.taken[before] || self.after.taken[after] {
                continue;
            }
            self.before.taken[before] = true;
            self.after.taken[after] = true;
            self.links.push(FigureLink {
                before: Some(narrow(before)),
                after: Some(narrow(after)),
                confidence: affinity,
            });
        }
    }

    fn finish(mut self) -> Vec<FigureLink> {
        let free = |taken: &[bool]| -> Vec<u32> {
            (0..taken.len())
                .filter(|&at| !taken[at])
                .map(narrow)
                .collect()
        };
        let lone = |before, after| FigureLink {
            before,
            after,
            confidence: 0.0,
        };
        self.links.extend(
            free(&self.after.taken)
                .into_iter()
                .map(|at| lone(None, Some(at))),
        );
        self.links.extend(
            free(&self.before.taken)
                .into_iter()
                .map(|at| lone(Some(at), None)),
        );
        self.links
            .sort_by_key(|link| (link.after.is_none(), link.after, link.before));
        self.links
    }
}

/// What the edits say of two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// They correspond in a run that stayed.
    Equal,
    /// One replaces the other.
    Replaced,
    /// Nothing.
    Apart,
}

fn join(link: &Link, before: u32, after: u32) -> Join {
    if !counterpart(link, before).contains(&after) {
        return Join::Apart;
    }
    match edit_at(link, before) {
        Some(edit) if edit.op != EditOp::Equal => Join::Replaced,
        _ => Join::Equal,
    }
}

/// Positions after that the edits join with position `before`.
fn counterpart(link: &Link, before: u32) -> Range<u32> {
    if link.edits.is_empty() {
        return before..before + 1;
    }
    match edit_at(link, before) {
        Some(edit) if edit.op == EditOp::Equal => {
            let after = edit.after.start + (before - edit.before.start);
            after..after + 1
        }
        Some(edit) if edit.op == EditOp::Replace => edit.after.clone(),
        _ => 0..0,
    }
}

/// The edit that touches position `before`.
fn edit_at(link: &Link, before: u32) -> Option<&Edit> {
    let at = link.edits.partition_point(|edit| edit.before.end <= before);
    let edit = link.edits.get(at);
    edit.filter(|edit| edit.before.contains(&before))
}

/// The first of `figures` within `positions`, as indices.
fn among(figures: &[(u32, usize)], positions: &Range<u32>) -> Range<usize> {
    let first = figures.partition_point(|figure| figure.0 < positions.start);
    let last = figures.partition_point(|figure| figure.0 < positions.end);
    first..last.min(first + MAX_PARTNERS)
}

fn is_comparable(before: &Figure, after: &Figure) -> bool {
    if before.kind != after.kind || before.negated != after.negated {
        return false;
    }
    match before.kind {
        FigureKind::Money => before.currency == after.currency,
        FigureKind::Percentage => is_share(before) == is_share(after),
        FigureKind::Quantity | FigureKind::Duration => {
            before.dimension == after.dimension
                || before.dimension.is_none()
                || after.dimension.is_none()
        }
        FigureKind::Ratio | FigureKind::Ordinal | FigureKind::Date | FigureKind::Reference => true,
    }
}

/// Whether a percentage is a part of a whole and no step in points.
fn is_share(figure: &Figure) -> bool {
    figure.unit.as_deref() == Some("percent")
}

/// How many times larger one figure can be than the other where their words do not
/// show that both measure the same.
const MOST_TIMES_LARGER: i64 = 100;

/// Whether two amounts are so far apart that they measure the same only if both
/// name it alike: *20 years ago* is no later *three weeks ago*.
fn are_worlds_apart(before: &Figure, after: &Figure) -> bool {
    let (Some(one), Some(other)) = (size(before), size(after)) else {
        return false;
    };
    let (small, large) = (one.min(other), one.max(other));
    let most = small.checked_mul(MOST_TIMES_LARGER.into());
    !is_named_alike(before, after) && !small.is_zero() && most.is_some_and(|most| large > most)
}

/// The size of two amounts that are the same.
fn same_number(before: &Figure, after: &Figure) -> Option<Decimal> {
    let number = |figure: &Figure| (figure.value, figure.low, figure.high);
    size(before).filter(|_| number(before) == number(after))
}

/// The amount in base units, or else in its own; the greater end of a range.
fn size(figure: &Figure) -> Option<Decimal> {
    let own = || figure.value.or(figure.high).or(figure.low);
    let base = figure.canonical.as_ref();
    let amount = base.and_then(|base| base.value.or(base.high).or(base.low));
    amount
        .or_else(own)
        .map(|size| size.abs())
        .filter(|_| figure.kind.is_amount())
}

/// How alike the words are that say what is measured, 0 to 1.
fn measure_affinity(before: &Figure, after: &Figure) -> f64 {
    let unit = if is_count(before) && is_count(after) {
        words_affinity(before.unit.as_deref(), after.unit.as_deref(), 1.0)
    } else {
        1.0
    };
    let said = |before: &Option<String>, after: &Option<String>| {
        words_affinity(before.as_deref(), after.as_deref(), BOTH_SILENT)
    };
    let subject = said(&before.subject, &after.subject);
    let predicate = said(&before.predicate, &after.predicate);
    let period = period_affinity(before.period.as_ref(), after.period.as_ref());
    0.35 * unit + 0.3 * subject + 0.2 * predicate + 0.15 * period
}

/// Whether both say what is done, and say something else. That a level fell in
/// one and stands in the other is no conflict; that one amount rose and another,
/// of something else, fell is one.
fn verbs_conflict(before: &Figure, after: &Figure) -> bool {
    if before.change.is_some() || after.change.is_some() {
        return turned(before, after) && !is_named_alike(before, after);
    }
    let (Some(one), Some(other)) = (&before.predicate, &after.predicate) else {
        return false;
    };
    let shares = |word: &str| other.split_whitespace().any(|its| its == word);
    !one.split_whitespace().any(shares)
}

/// Whether one is the size of a rise and the other that of a fall.
fn turned(before: &Figure, after: &Figure) -> bool {
    let (Some(one), Some(other)) = (before.change, after.change) else {
        return false;
    };
    one.mode == ChangeMode::By && other.mode == ChangeMode::By && one.direction != other.direction
}

/// Whether both say what they measure, in the same words.
fn is_named_alike(before: &Figure, after: &Figure) -> bool {
    before.subject.is_some() && before.subject == after.subject
}

fn is_count(figure: &Figure) -> bool {
    figure.kind == FigureKind::Quantity && matches!(figure.dimension, None | Some(Dimension::Count))
}

/// Shared words as a part of all words, `silent` where neither side has any.
fn words_affinity(before: Option<&str>, after: Option<&str>, silent: f64) -> f64 {
    match (before, after) {
        (None, None) => silent,
        (Some(before), Some(after)) if before == after => 1.0,
        (Some(before), Some(after)) => {
            let shared = before
                .split_whitespace()
                .filter(|word| after.split_whitespace().any(|other| other == *word))
                .count();
            let longest = before
                .split_whitespace()
                .count()
                .max(after.split_whitespace().count())
                .max(1);
            ratio(shared, longest)
        }
        _ => 0.0,
    }
}

fn period_affinity(before: Option<&Period>, after: Option<&Period>) -> f64 {
    let has = |period: &Period| {
        (
            period.since.is_some(),
            period.until.is_some(),
            period.during.is_some(),
            period.over.is_some(),
        )
    };
    match (before, after) {
        (before, after) if before == after => 1.0,
        (Some(before), Some(after)) if has(before) == has(after) => 0.6,
        _ => 0.0,
    }
}

/// Elements in common of two sorted lists, as a part of the longer.
fn overlap(before: &[Key], after: &[Key]) -> f64 {
    let (mut shared, mut old, mut new) = (0, 0, 0);
    while let (Some(one), Some(other)) = (before.get(old), after.get(new)) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => old += 1,
            std::cmp::Ordering::Greater => new += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                old += 1;
                new += 1;
            }
        }
    }
    ratio(shared, before.len().max(after.len()).max(1))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words are far below 2^52"
)]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// What must be the same word for word where nothing else joins two figures.
type Signature<'a> = (
    FigureKind,
    Option<Dimension>,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
);

fn signature(figure: &Figure) -> Signature<'_> {
    let unit = figure
        .unit
        .as_deref()
        .filter(|_| is_count(figure))
        .or(figure.currency.as_deref());
    (
        figure.kind,
        figure.dimension,
        unit,
        figure.subject.as_deref(),
        figure.predicate.as_deref(),
    )
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("fewer figures than bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(kind: FigureKind, value: i64, subject: Option<&str>) -> Figure {
        Figure {
            kind,
            value: Some(value.into()),
            subject: subject.map(str::to_owned),
            ..Figure::default()
        }
    }

    #[test]
    fn amounts_worlds_apart_measure_the_same_only_by_name() {
        let money = |value, subject| figure(FigureKind::Money, value, subject);
        let reserve = money(48_000_000_000, Some("reserve"));
        assert!(are_worlds_apart(&reserve, &money(2_824, Some("income"))));
        assert!(are_worlds_apart(&reserve, &money(2_824, None)));
        assert!(!are_worlds_apart(&reserve, &money(2_824, Some("reserve"))));
        assert!(!are_worlds_apart(&reserve, &money(3_000_000_000, None)));
    }

    #[test]
    fn labels_are_never_worlds_apart() {
        let article = |number| figure(FigureKind::Ordinal, number, None);
        assert!(!are_worlds_apart(&article(1), &article(1_000)));
    }

    #[test]
    fn a_number_is_the_same_only_with_all_that_its_words_allow() {
        let trees = figure(FigureKind::Quantity, 180, Some("tree"));
        let bushes = figure(FigureKind::Quantity, 180, Some("bush"));
        let more = Figure {
            low: Some(180.into()),
            ..trees.clone()
        };
        assert_eq!(same_number(&trees, &bushes), Some(180.into()));
        assert_eq!(same_number(&trees, &more), None);
        let article = figure(FigureKind::Ordinal, 180, None);
        assert_eq!(same_number(&article, &article), None);
    }

    #[test]
    fn a_share_is_not_comparable_with_a_step_in_points() {
        let percentage = |unit: &str| Figure {
            unit: Some(unit.to_owned()),
            ..figure(FigureKind::Percentage, 2, None)
        };
        let share = percentage("percent");
        let points = percentage("percentage point");
        assert!(!is_comparable(&share, &percentage("basis point")));
        assert!(is_comparable(&points, &percentage("basis point")));
        assert!(is_comparable(&share, &share));
    }
}
