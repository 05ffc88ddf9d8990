//! Links the figures of two witnesses and says what became of each.

use hashbrown::HashSet;
use rust_decimal::Decimal;

use super::antecedent::Antecedents;
use super::calendar::{Granularity, granularity};
use super::compatible::{is_left_by_level, is_same, obstacle};
use super::delta::delta;
use super::evidence::{Evidence, PairEvidence};
use super::feature::{Distinctive, Mention, mentions, weigh};
use super::label::{Setting, date, label_verdict, steps};
use super::likeness::{self, likelihood};
use super::list::{Listing, listing};
use super::matching::{Candidate, assign, candidates, odds};
use super::name::link_names;
use super::origin::continues;
use super::region::Regions;
use super::unit::Unit;
use super::verdict::amount_verdict;
use super::words::Stems;
use crate::model::{
    Alignment, Dimension, FigureKind, FigureLink, FindParties, Link, LinkReason, SentenceMove,
    Verdict, Vocabulary, Witness,
};

/// Least confidence (0 to 1) of a pair that is told.
pub(super) const SURE: f64 = 0.55;
/// The same of amounts of which one is more, in linked paragraphs.
const SURE_LINKED: f64 = 0.4;
/// The same of amounts that differ in paragraphs that no firm link joins.
const SURE_ELSEWHERE: f64 = 0.75;
/// The same of amounts that differ where neither is told to be more, and of lengths of time
/// and small counts, which any two statements have: *two countries*, *20 years later*.
const SURE_BY_FAR: f64 = 0.9;
/// More than any confidence.
const UNMATCHABLE: f64 = f64::INFINITY;
/// Least confidence of a pair that is shown as perhaps one measure.
pub(super) const PERHAPS: f64 = 0.15;
/// Least likeness of an equal number on the other side that a figure is said again
/// by.
const SAID_AGAIN: f64 = 0.1;

/// Links the figures of two witnesses by what they measure, each in exactly one
/// link, with what became of it. Links stand in the order of the figures after,
/// those without one at the end.
///
/// `alignment` has the edits of its links, `moves` the sentences that moved; both
/// witnesses share `vocabulary`. `regions` finds the countries that a text names.
#[must_use]
pub fn link_figures(
    witnesses: [&Witness; 2],
    alignment: &Alignment,
    moves: &[SentenceMove],
    vocabulary: &Vocabulary,
    regions: FindParties,
) -> Vec<FigureLink> {
    let [before, after] = witnesses;
    let mut stems = Stems::new(vocabulary);
    let mut statements = [
        mentions(0, before, &mut stems),
        mentions(1, after, &mut stems),
    ];
    let rarity = weigh(&mut statements, stems.len());
    let [old, new] = &statements;
    let pair = Pair {
        regions: Regions::new(witnesses, regions),
        antecedents: Antecedents::new(witnesses, vocabulary),
        sides: [old, new],
        evidence: Evidence::new(before, after, alignment, moves),
        setting: Setting::new(&before.document, &after.document),
        rarity,
    };
    pair.links(&mut stems)
}

/// The figures of two witnesses with what speaks for their pairs.
struct Pair<'m, 'a> {
    regions: Regions<'a>,
    antecedents: Antecedents<'a>,
    sides: [&'m [Mention<'a>]; 2],
    evidence: Evidence,
    setting: Setting<'a>,
    rarity: Distinctive,
}

impl Pair<'_, '_> {
    fn links(&self, stems: &mut Stems<'_>) -> Vec<FigureLink> {
        let [old, new] = self.sides;
        let found = assign(&candidates(old, new, &self.evidence, &self.rarity));
        let mut links: Vec<FigureLink> = found
            .iter()
            .filter(|candidate| likelihood(candidate.odds) >= PERHAPS)
            .filter(|candidate| !self.is_other_position(candidate) && !self.is_elsewhere(candidate))
            .map(|candidate| self.link(candidate))
            .collect();
        // *Article 7* and *resolution 12* are named or not: they are compared as sets.
        links.extend(link_names(self.sides, stems));
        let taken = [
            links.iter().filter_map(|link| link.before).collect(),
            links.iter().filter_map(|link| link.after).collect(),
        ];
        links.extend(self.lone(&taken));
        links.sort_by_key(|link| (link.after.is_none(), link.after, link.before));
        links
    }

    fn link(&self, candidate: &Candidate) -> FigureLink {
        let (before, after) = (&self.sides[0][candidate.one], &self.sides[1][candidate.two]);
        let joint = self.evidence.of(before, after);
        let verdict = self.verdict(before, after);
        let confidence = likelihood(candidate.odds);
        let least = if self.are_of_others([before, after]) {
            UNMATCHABLE
        } else {
            least((before, after), verdict, joint)
        };
        // What decided is told in the order in which a reader would look: the sentence, the
        // paragraph, the name.
        let reason = if confidence < least {
            LinkReason::Perhaps
        } else if joint.kept >= super::evidence::SAME_SENTENCE {
            LinkReason::SameSentence
        } else if joint.linked > 0.0 {
            LinkReason::LinkedParagraphs
        } else {
            LinkReason::NamedAlike
        };
        FigureLink {
            before: Some(narrow(candidate.one)),
            after: Some(narrow(candidate.two)),
            confidence,
            verdict,
            delta: delta(before, after, verdict),
            reason,
        }
    }

    /// Whether two positions are of other things: neither the same nor one step on,
    /// in sentences that were rewritten. *The sixtieth anniversary* of one event is no
    /// *thirtieth* of another that moved.
    fn is_other_position(&self, candidate: &Candidate) -> bool {
        let (before, after) = (&self.sides[0][candidate.one], &self.sides[1][candidate.two]);
        let kept = self.evidence.of(before, after).kept;
        before.figure.kind == FigureKind::Ordinal
            && kept < super::evidence::SAME_SENTENCE
            && self.verdict(before, after) == Verdict::Moved
    }

    /// Whether two shares or rates that differ, in sentences that were rewritten, are of two
    /// countries. What is counted stands beside more countries than its own: *315 people fell
    /// victim to the mines of another*.
    fn is_elsewhere(&self, candidate: &Candidate) -> bool {
        let (before, after) = (&self.sides[0][candidate.one], &self.sides[1][candidate.two]);
        matches!(before.amount.unit, Unit::Share | Unit::Point)
            && !is_same(before, after)
            && self.evidence.of(before, after).kept < super::evidence::SAME_SENTENCE
            && self.regions.differ([before, after])
    }

    /// Whether two amounts that differ are told of what only the sentences before name, which
    /// is not the same: *This proposal will cost 3 million*.
    fn are_of_others(&self, pair: [&Mention<'_>; 2]) -> bool {
        let [before, after] = pair;
        before.figure.kind.is_amount() && !is_same(before, after) && self.antecedents.differ(pair)
    }

    fn verdict(&self, before: &Mention<'_>, after: &Mention<'_>) -> Verdict {
        let verdict = if before.figure.kind.is_amount() {
            amount_verdict(before, after)
        } else {
            label_verdict(before, after, self.setting)
        };
        // *12 wells* in the same words is no other spelling of *12 wells*.
        if verdict == Verdict::Restated && before.said == after.said {
            Verdict::Same
        } else {
            verdict
        }
    }

    /// The figures that are in no link yet, given by side.
    fn lone(&self, taken: &[HashSet<u32>; 2]) -> Vec<FigureLink> {
        let mut links = Vec::new();
        for (side, taken_here) in taken.iter().enumerate() {
            for (at, mention) in self.sides[side].iter().enumerate() {
                let index = narrow(at);
                if taken_here.contains(&index) || mention.figure.kind == FigureKind::Reference {
                    continue;
                }
                let is_again = self.is_said_again(side, mention, taken_here);
                let verdict = match side {
                    // *We cleared 40 fields*, told twice before and once after: the second is not
                    // gone.
                    _ if is_again => Verdict::Same,
                    0 => Verdict::Removed,
                    _ => Verdict::Added,
                };
                links.push(FigureLink {
                    before: (side == 0).then_some(index),
                    after: (side == 1).then_some(index),
                    confidence: 1.0,
                    verdict,
                    delta: None,
                    reason: if is_again {
                        LinkReason::SaidAgain
                    } else {
                        self.refusal(side, mention)
                    },
                });
            }
        }
        links
    }

    /// Whether what a figure says stands on the other side, or is said by one of its
    /// own side that has a counterpart.
    fn is_said_again(&self, side: usize, mention: &Mention<'_>, taken: &HashSet<u32>) -> bool {
        let says = |pair: likeness::Pair<'_, '_>| {
            let likely = || odds(pair).is_some_and(|odds| likelihood(odds) >= SAID_AGAIN);
            // *40 per cent* that was a level is later what it *fell from*: it is told again.
            let left =
                is_left_by_level(pair.one, pair.two) && pair.one.thing.shares_word(&pair.two.thing);
            left || is_same_by_chance_seldom(pair.one, pair.two) || likely()
        };
        let seen = |side: usize| around(self.sides[side], mention.index, MAX_SEEN).iter();
        let same = |side: usize| seen(side).filter(|other| is_same(mention, other));
        let goes_on = |other: &Mention<'_>| {
            let pair = self.beside(side, mention, other);
            is_next_of_series(pair.one, pair.two, self.setting)
        };
        let there = same(1 - side).any(|other| says(self.beside(side, mention, other)))
            // *The sixty-ninth session* goes on from *the sixty-eighth*.
            || seen(1 - side).any(goes_on);
        let mut here = same(side);
        there
            || here.any(|other| {
                let apart = likeness::Pair {
                    one: mention,
                    two: other,
                    joint: PairEvidence::default(),
                    rarity: &self.rarity,
                };
                other.index != mention.index && taken.contains(&narrow(other.index)) && says(apart)
            })
    }

    /// A figure of one side beside one of the other.
    fn beside<'p, 'a>(
        &'p self,
        side: usize,
        mention: &'p Mention<'a>,
        other: &'p Mention<'a>,
    ) -> likeness::Pair<'p, 'a> {
        let (one, two) = if side == 0 {
            (mention, other)
        } else {
            (other, mention)
        };
        likeness::Pair {
            one,
            two,
            joint: self.evidence.of(one, two),
            rarity: &self.rarity,
        }
    }

    /// Why the likest figure on the other side is no counterpart.
    fn refusal(&self, side: usize, mention: &Mention<'_>) -> LinkReason {
        let of_kind =
            |other: &&Mention<'_>| other.figure.kind.is_amount() == mention.figure.kind.is_amount();
        let likest = around(self.sides[1 - side], mention.index, MAX_LIKE)
            .iter()
            .filter(of_kind)
            .map(|other| (mention.words.alike(&other.words), other))
            .filter(|(alike, _)| *alike >= SURE)
            .max_by(|one, two| one.0.total_cmp(&two.0));
        match likest {
            None => LinkReason::Alone,
            Some((_, other)) => match obstacle(self.beside(side, mention, other)) {
                Some(obstacle) => LinkReason::Refused(obstacle),
                None => LinkReason::Taken,
            },
        }
    }
}

/// Least confidence of a pair that is told as `verdict`.
fn least(
    (before, after): (&Mention<'_>, &Mention<'_>),
    verdict: Verdict,
    joint: PairEvidence,
) -> f64 {
    let is_amount = before.figure.kind.is_amount();
    if !is_amount || is_same(before, after) && verdict != Verdict::ScopeChanged {
        return SURE;
    }
    // Two times or places of a sentence that was rewritten are two statements.
    if verdict == Verdict::ScopeChanged && joint.kept < super::evidence::SAME_SENTENCE {
        return UNMATCHABLE;
    }
    // Only a rise or a fall has a direction that words can speak for.
    let points = !matches!(verdict, Verdict::ScopeChanged | Verdict::BoundChanged);
    let is_common = |mention: &Mention<'_>| {
        let counts = matches!(mention.amount.unit, Unit::Things(_) | Unit::Bare);
        let is_few = mention.amount.size().is_some_and(|size| size <= LARGE);
        // A duration, and an age.
        let lasts = mention.figure.dimension == Some(Dimension::Time);
        lasts || counts && is_few
    };
    let listing = listing(before, after);
    let is_rewritten = joint.kept < super::evidence::SAME_SENTENCE;
    // *Rose over the past two months* and *over the three months to August* tell of a time.
    let is_length = before.figure.kind == FigureKind::Duration;
    // *Harvest: 12, 14, 16* twice in one statement: which *12* is which nothing says.
    if is_rewritten && (listing == Listing::Ambiguous || is_length) {
        UNMATCHABLE
    // *Found mines: 24* → *Found mines: 31*: the label is the name.
    } else if listing == Listing::OneItem && points {
        SURE
    // *Two countries* and *three countries* stand in any two statements.
    } else if !points || is_common(before) && is_common(after) {
        SURE_BY_FAR
    } else if joint.linked >= Link::FIRM || continues(before, after) {
        SURE_LINKED
    } else {
        SURE_ELSEWHERE
    }
}

/// Whether an equal number on the other side says the same, whatever stands around: a
/// day is met by chance seldom, a year or a number that is not small seldom with a
/// content word in common.
fn is_same_by_chance_seldom(one: &Mention<'_>, two: &Mention<'_>) -> bool {
    let shares = one.words.alike(&two.words) > 0.0;
    match one.figure.kind {
        // *On 4 March 2021* is the same day whatever is told of it; *in 2021* needs a word in
        // common.
        FigureKind::Date => {
            shares || date(one).is_some_and(|date| granularity(date) == Granularity::Day)
        }
        FigureKind::Ordinal | FigureKind::Reference => false,
        // *1,275 people* is met twice by chance seldom, *two people* often.
        _ => shares && one.amount.size().is_some_and(|size| size >= LARGE),
    }
}

/// Whether two positions are of one series, the later the same or one step on: *the
/// sixty-eighth session*, *the sixty-ninth session*. Each statement names the last one
/// beside its own, and small positions are met by chance: *the First Committee*.
fn is_next_of_series(before: &Mention<'_>, after: &Mention<'_>, setting: Setting<'_>) -> bool {
    let are_positions = [before, after].iter().all(|mention| {
        let position = mention.figure.ordinal;
        mention.figure.kind == FigureKind::Ordinal && position.is_some_and(|at| at >= LARGE)
    });
    let follows = || is_same(before, after) || steps(before, after, setting);
    let counts_one = || !before.behind.is_empty() && before.behind.first() == after.behind.first();
    are_positions && follows() && (counts_one() || before.words.alike(&after.words) > 0.0)
}

/// The least number that is not small: smaller ones are met by chance.
const LARGE: Decimal = Decimal::TEN;

/// Most figures among which what a figure says, and what is likest to it, is looked for.
/// This bounds the work.
const MAX_SEEN: usize = 2_000;
const MAX_LIKE: usize = 200;

/// The `most` figures around a place.
fn around<'m, 'a>(all: &'m [Mention<'a>], at: usize, most: usize) -> &'m [Mention<'a>] {
    let last = all.len().saturating_sub(most);
    let start = at.saturating_sub(most / 2).min(last);
    &all[start..(start + most).min(all.len())]
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("fewer figures than bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_levels_are_those_of_the_program() {
        let page = include_str!("../../docs/confidence.md");
        let levels: Vec<&str> = page
            .lines()
            .filter_map(|line| Some(line.strip_suffix(" |")?.rsplit_once("| .")?.1))
            .filter(|level| level.len() == 2)
            .collect();
        let reported = [SURE, SURE_LINKED, SURE, SURE_ELSEWHERE, SURE_BY_FAR];
        let reported = reported.map(|level| format!("{:.0}", level * 100.0));
        assert_eq!(levels, reported);
        for level in [PERHAPS, Link::FIRM] {
            let level = level.to_string();
            assert!(page.contains(level.trim_start_matches('0')), "{level}");
        }
    }
}
