//! What is known of one mention of a figure when it is compared with others.

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::list::{Item, note_lists};
use super::origin::{note_origins, note_outdated};
use super::scope::TimeScope;
use super::words::{Contrast, NearbyWords, Rarity, Stem, Stems, TellingWords, Words, common, real};
use crate::model::{
    ChangeMode, Direction, Figure, FigureKind, FigureRole, Key, Measured, Role, Span, Token,
    TokenClass, Witness,
};

/// Words farther from a figure tell nothing of it: this bounds the work on a
/// sentence without an end.
const REACH: usize = 100;
/// How many tokens a mark between clauses counts for.
const CLAUSE_DISTANCE: u32 = 10;
/// Words before and after a figure that tell it from its neighbours.
const WINDOW: usize = 6;

/// A figure of a statement with all that tells what it measures.
#[derive(Debug)]
pub(super) struct Mention<'a> {
    /// Index of the witness.
    pub(super) witness: usize,
    /// Index among the figures of the witness.
    pub(super) index: usize,
    pub(super) figure: &'a Figure,
    /// What the paragraph is for.
    pub(super) role: Role,
    /// The author's words for it.
    pub(super) raw: &'a str,
    /// The same as compared, with the number that they say.
    pub(super) said: (Vec<Key>, Option<Decimal>, Option<&'a str>),
    /// Who speaks.
    pub(super) delegation: Option<&'a str>,
    pub(super) amount: Amount<'a>,
    pub(super) scope: TimeScope<'a>,
    pub(super) aspect: Aspect,
    /// The amount that its sentence says it came from.
    pub(super) origin: Option<Amount<'a>>,
    /// The level that its sentence says came from it.
    pub(super) left_for: Option<Amount<'a>>,
    /// Whether its sentence goes on to a later state of the same.
    pub(super) is_outdated: bool,
    /// Its place in a list of numbers, each with a label.
    pub(super) item: Option<Item>,
    /// Its first token among those of the witness.
    pub(super) token: u32,
    /// The tokens of its sentence.
    pub(super) sentence: Range<u32>,
    /// How many figures of its kind and unit stand before it in its sentence, and
    /// how many there are.
    pub(super) rank: (usize, usize),
    pub(super) near: NearbyWords,
    /// The words of `near`, weighed.
    pub(super) words: Words,
    /// The same without regard to how near they stand.
    pub(super) said_around: Words,
    /// Stems of the words right around it, ascending.
    pub(super) window: Vec<Stem>,
    /// Stems of the words that lead to it from the figure before it, ascending.
    pub(super) lead: Vec<Stem>,
    /// Stems of the words that follow it up to the next figure, ascending.
    pub(super) tail: Vec<Stem>,
    /// The stems of the tokens right before and right behind it.
    pub(super) beside: [Option<Stem>; 2],
    /// Where it stands in its statement, 0 to 1.
    pub(super) position: f64,
    /// The stems of the words right behind it, in order.
    pub(super) behind: Vec<Stem>,
    pub(super) thing: MeasuredThing,
}

/// What a figure measures, as stems.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct MeasuredThing {
    /// The head noun.
    pub(super) head: Option<Stem>,
    /// What narrows the head, ascending.
    pub(super) modifiers: Vec<Stem>,
    /// The main verbs, ascending.
    pub(super) verbs: Vec<Stem>,
    /// Further words of the clause, ascending.
    pub(super) context: Vec<Stem>,
    /// Head, modifiers and counted noun together, ascending.
    pub(super) name: Vec<Stem>,
    /// All words that tell what is measured, ascending, each with what it counts for.
    pub(super) bag: Vec<(Stem, f64)>,
    /// Whether the name says what is left out: *non-oil exports*.
    pub(super) is_rest: bool,
    /// What it is and something else is not: *exports*.
    pub(super) contrasts: Vec<Contrast>,
}

impl MeasuredThing {
    /// The words that tell what is measured, ascending.
    pub(super) fn stems(&self) -> Vec<Stem> {
        self.bag.iter().map(|word| word.0).collect()
    }

    /// Whether a word tells of both what they measure. What a verb says of one thing it
    /// says of any other: *wages rose*, *the price of oil rose*.
    pub(super) fn shares_word(&self, other: &Self) -> bool {
        let names = |word: &(Stem, f64)| word.1 > OF_VERB;
        let both_name = [self, other]
            .iter()
            .all(|thing| thing.bag.iter().any(names));
        let mut shares = false;
        common(
            &self.bag,
            &other.bag,
            |word| word.0,
            |own, its| shares |= !both_name || names(own) && names(its),
        );
        shares
    }
}

/// What the words of a name, of the rest of the clause and the verb count for.
const OF_NAME: f64 = 1.0;
const OF_CLAUSE: f64 = 0.6;
const OF_VERB: f64 = 0.4;

/// Whether a number is a level or what was added to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aspect {
    /// What is, or was reached.
    Level,
    /// The size of a rise.
    Rise,
    /// The size of a fall.
    Fall,
    /// Where a change began, or what a level is compared with.
    Origin,
    /// What is to be reached.
    Goal,
    /// A mean of several.
    Mean,
    /// What comes on top of an earlier amount.
    Extra,
    /// A sum of others.
    Total,
}

impl Aspect {
    fn of(figure: &Figure) -> Self {
        let by = figure
            .change
            .filter(|change| change.mode == ChangeMode::By)
            .map(|change| change.direction);
        match (figure.role, by) {
            // *Compared with 900 a year earlier*: nothing new is told of the 900.
            (Some(FigureRole::Baseline), _) => Self::Origin,
            // *Rose by 5 per cent*, *an increase of 40*.
            (_, Some(Direction::Up)) => Self::Rise,
            (_, Some(Direction::Down)) => Self::Fall,
            // *A further 300 tents*, on top of those that came before.
            (Some(FigureRole::Increment), _) => Self::Extra,
            // *Down to 12 by 2030* is aimed at, and not what is.
            (Some(FigureRole::Target | FigureRole::Deadline), _) => Self::Goal,
            // *An average of 14 a day*.
            (Some(FigureRole::Average), _) => Self::Mean,
            // *A total of 1,400*, beside the parts of it.
            (Some(FigureRole::Total), _) => Self::Total,
            _ if figure
                .change
                .is_some_and(|change| change.mode == ChangeMode::FromTo) =>
            {
                Self::Origin
            }
            _ => Self::Level,
        }
    }

    /// Whether the number is the size of a change.
    pub(super) fn is_step(self) -> bool {
        matches!(self, Self::Rise | Self::Fall)
    }
}

/// All figures of a witness, which is that many among several, as mentions; their
/// words are not weighed yet.
pub(super) fn mentions<'a>(
    at: usize,
    witness: &'a Witness,
    stems: &mut Stems<'_>,
) -> Vec<Mention<'a>> {
    let words = TellingWords::of(witness.document.metadata.language);
    let mut mentions: Vec<Mention<'a>> = witness
        .figures
        .iter()
        .enumerate()
        .map(|(index, figure)| mention((at, witness), (index, figure), &words, stems))
        .collect();
    rank(&mut mentions);
    note_origins(&mut mentions);
    note_outdated(&mut mentions);
    part(&mut mentions, witness, stems);
    note_lists(&mut mentions, witness, stems);
    mentions
}

/// How telling words are: those around figures, and those that name what they measure.
#[derive(Debug)]
pub(super) struct Distinctive {
    pub(super) words: Rarity,
    pub(super) things: Rarity,
}

/// Weighs the words of each mention, given by statement.
pub(super) fn weigh(statements: &mut [Vec<Mention<'_>>], count: usize) -> Distinctive {
    let things: Vec<Vec<NearbyWords>> = statements
        .iter()
        .map(|mentions| {
            let bag = |one: &Mention<'_>| {
                NearbyWords(one.thing.bag.iter().map(|word| (word.0, 0)).collect())
            };
            mentions.iter().map(bag).collect()
        })
        .collect();
    let things = Rarity::new(things.iter().map(Vec::as_slice), count);
    let near: Vec<Vec<NearbyWords>> = statements
        .iter()
        .map(|mentions| mentions.iter().map(|one| one.near.clone()).collect())
        .collect();
    let rarity = Rarity::new(near.iter().map(Vec::as_slice), count);
    for mention in statements.iter_mut().flatten() {
        mention.words = rarity.weigh(&mention.near);
        mention.said_around = rarity.weigh(&NearbyWords(
            mention.near.0.iter().map(|word| (word.0, 0)).collect(),
        ));
    }
    Distinctive {
        words: rarity,
        things,
    }
}

fn mention<'a>(
    (at, witness): (usize, &'a Witness),
    (index, figure): (usize, &'a Figure),
    words: &TellingWords,
    stems: &mut Stems<'_>,
) -> Mention<'a> {
    let document = &witness.document;
    let paragraph = figure.paragraph as usize;
    let sentence = sentence_of(witness, figure);
    let tokens = &witness.segmented.tokens[sentence.clone()];
    let first = tokens.partition_point(|token| token.span.end <= figure.numeral.start);
    let last = tokens.partition_point(|token| token.span.start < figure.span.end);
    let delegation = document.metadata.delegation.as_ref();
    Mention {
        witness: at,
        index,
        figure,
        role: document.paragraphs[paragraph].role,
        raw: figure.span.of(&document.text),
        said: (
            tokens[tokens.partition_point(|token| token.span.end <= figure.span.start)..]
                .iter()
                .take_while(|token| token.span.start < figure.span.end)
                .map(|token| token.key)
                .collect(),
            figure.value,
            figure.date.as_deref(),
        ),
        delegation: delegation.map(|stated| stated.value.as_str()),
        amount: Amount::of(figure, &document.text),
        scope: TimeScope::of(document, figure),
        aspect: Aspect::of(figure),
        origin: None,
        left_for: None,
        is_outdated: false,
        item: None,
        token: narrow(sentence.start + first.min(tokens.len().saturating_sub(1))),
        sentence: narrow(sentence.start)..narrow(sentence.end),
        rank: (0, 1),
        near: near(tokens, figure, stems),
        words: Words::default(),
        said_around: Words::default(),
        window: window(tokens, (first, last), stems),
        lead: Vec::new(),
        tail: Vec::new(),
        beside: [
            first.checked_sub(1).map(|at| stems.of_key(tokens[at].key)),
            tokens.get(last).map(|token| stems.of_key(token.key)),
        ],
        position: real(figure.span.start as usize) / real(document.text.len().max(1)),
        behind: behind(&tokens[last.min(tokens.len())..], stems),
        thing: thing(figure, words, stems),
    }
}

/// The tokens of the sentence of a figure; of its paragraph where it has none.
fn sentence_of(witness: &Witness, figure: &Figure) -> Range<usize> {
    let paragraph = figure.paragraph as usize;
    let sentence = witness.segmented.sentence(paragraph, figure.sentence);
    if sentence.is_empty() {
        let (start, end) = witness.segmented.paragraphs[paragraph].tokens;
        start as usize..end as usize
    } else {
        sentence
    }
}

/// Counts the figures of one kind and unit in each sentence.
fn rank(mentions: &mut [Mention<'_>]) {
    let is_beside = |one: &Mention<'_>, two: &Mention<'_>| {
        one.sentence == two.sentence
            && one.figure.kind == two.figure.kind
            && one.amount.unit.is_commensurable(two.amount.unit)
    };
    let ranks: Vec<(usize, usize)> = (0..mentions.len())
        .map(|at| {
            let one = &mentions[at];
            let start = mentions[..at]
                .iter()
                .rev()
                .take_while(|two| two.sentence == one.sentence)
                .take(REACH)
                .filter(|two| is_beside(one, two))
                .count();
            let rest = mentions[at..]
                .iter()
                .take_while(|two| two.sentence == one.sentence)
                .take(REACH)
                .filter(|two| is_beside(one, two))
                .count();
            (start, start + rest)
        })
        .collect();
    for (mention, rank) in mentions.iter_mut().zip(ranks) {
        mention.rank = rank;
    }
}

/// Most tokens that lead to a figure, or follow it.
const PART: usize = 12;

/// Gives each mention the words between it and its neighbours in a sentence.
fn part(mentions: &mut [Mention<'_>], witness: &Witness, stems: &mut Stems<'_>) {
    let tokens = &witness.segmented.tokens;
    let spans: Vec<(Span, Range<u32>, bool)> = mentions
        .iter()
        .map(|one| {
            (
                one.figure.span,
                one.sentence.clone(),
                one.figure.kind.is_amount(),
            )
        })
        .collect();
    for (at, mention) in mentions.iter_mut().enumerate() {
        let is_sibling = |(_, sentence, is_amount): &&(Span, Range<u32>, bool)| {
            *sentence == mention.sentence && *is_amount
        };
        let sentence = mention.sentence.start as usize..mention.sentence.end as usize;
        let all = &tokens[sentence];
        let from = spans[..at].iter().rev().take(REACH).find(is_sibling);
        let to = spans[at + 1..].iter().take(REACH).find(is_sibling);
        let start = from.map_or(0, |from| {
            all.partition_point(|token| token.span.start < from.0.end)
        });
        let end = to.map_or(all.len(), |to| {
            all.partition_point(|token| token.span.end <= to.0.start)
        });
        let first = all.partition_point(|token| token.span.end <= mention.figure.span.start);
        let last = all.partition_point(|token| token.span.start < mention.figure.span.end);
        let words = |tokens: &[Token], stems: &mut Stems<'_>| {
            let mut words: Vec<(Stem, u32)> = Vec::new();
            for token in tokens {
                push(token, 0, stems, &mut words);
            }
            let mut words: Vec<Stem> = words.into_iter().map(|word| word.0).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        mention.lead = words(
            &all[start.max(first.saturating_sub(PART)).min(first)..first],
            stems,
        );
        mention.tail = words(&all[last.min(end)..end.min(last + PART)], stems);
    }
}

/// The words of a sentence but for those of `figure` itself, each once at its
/// least distance.
fn near(tokens: &[Token], figure: &Figure, stems: &mut Stems<'_>) -> NearbyWords {
    let first = tokens.partition_point(|token| token.span.end <= figure.span.start);
    let last = tokens.partition_point(|token| token.span.start < figure.span.end);
    let is_unit = |token: &&Token| {
        let overlaps = |span: Span| span.overlaps(token.span);
        // Of *at least 40 hectares* the words *at least* and *40* may change, *hectares* names the
        // measure.
        !overlaps(figure.numeral) && !figure.hedge.is_some_and(overlaps)
    };
    let mut words = Vec::new();
    for token in tokens[first..last.max(first)].iter().filter(is_unit) {
        push(token, 1, stems, &mut words);
    }
    outward(tokens[..first].iter().rev(), stems, &mut words);
    outward(tokens[last..].iter(), stems, &mut words);
    words.sort_unstable();
    words.dedup_by_key(|word| word.0);
    NearbyWords(words)
}

fn push(token: &Token, distance: u32, stems: &mut Stems<'_>, words: &mut Vec<(Stem, u32)>) {
    if stems.vocabulary().class(token.key) == TokenClass::Word {
        words.push((stems.of_key(token.key), distance));
    }
}

/// Adds `tokens`, which lead away from a figure, with their distance from it.
fn outward<'t>(
    tokens: impl Iterator<Item = &'t Token>,
    stems: &mut Stems<'_>,
    words: &mut Vec<(Stem, u32)>,
) {
    let mut distance = 0;
    for token in tokens.take(REACH) {
        // *40 in the north; the south was spared*: a clause of its own says little of the number.
        let parts_clauses = matches!(stems.vocabulary().word(token.key), ";" | ":");
        distance += if parts_clauses { CLAUSE_DISTANCE } else { 1 };
        push(token, distance, stems, words);
    }
}

fn window(tokens: &[Token], (first, last): (usize, usize), stems: &mut Stems<'_>) -> Vec<Stem> {
    let before = first.saturating_sub(WINDOW)..first;
    let after = last..(last + WINDOW).min(tokens.len());
    let mut window: Vec<Stem> = before
        .chain(after)
        .map(|at| stems.of_key(tokens[at].key))
        .collect();
    window.sort_unstable();
    window.dedup();
    window
}

/// Words right behind a figure that say what it numbers: *session* of *the 75th
/// session of the Assembly*.
const BEHIND: usize = 4;

fn behind(tokens: &[Token], stems: &mut Stems<'_>) -> Vec<Stem> {
    let words = tokens
        .iter()
        .take_while(|token| stems.vocabulary().class(token.key) == TokenClass::Word)
        .take(BEHIND);
    let keys: Vec<_> = words.map(|token| token.key).collect();
    keys.into_iter().map(|key| stems.of_key(key)).collect()
}

/// What a figure measures: as the sentence was parsed, or else as its subject,
/// predicate and unit say.
fn thing(figure: &Figure, words: &TellingWords, stems: &mut Stems<'_>) -> MeasuredThing {
    let Measured {
        head,
        modifiers,
        verb,
        context,
        ..
    } = &figure.measured;
    let head = head.as_deref().map(|word| stems.of_word(word));
    let verbs = verb.as_deref().or(figure.predicate.as_deref());
    let verbs = verbs.map_or_else(Vec::new, |verbs| stems.of_phrase(verbs));
    let mut all = |words: &[String]| stems.of_phrase(&words.join(" "));
    let (modifiers, context) = (all(modifiers), all(context));
    let name = name(figure, words, (head, &modifiers), stems);
    let of = |stems: &[Stem], counts: f64| -> Vec<(Stem, f64)> {
        stems.iter().map(|stem| (*stem, counts)).collect()
    };
    // *40 teachers were trained in the valley*: *teachers* before *valley* before *trained*.
    let mut bag = of(&name, OF_NAME);
    bag.extend(of(&context, OF_CLAUSE));
    bag.extend(of(&verbs, OF_VERB));
    bag.sort_by(|one, two| one.0.cmp(&two.0).then(two.1.total_cmp(&one.1)));
    bag.dedup_by_key(|word| word.0);
    let is_rest = name.contains(&stems.of_word(REST));
    MeasuredThing {
        head,
        modifiers,
        verbs,
        context,
        name,
        bag,
        is_rest,
        contrasts: words.contrasts(words_of(figure)),
    }
}

/// The words of a figure that tell what it measures, in small letters.
fn words_of(figure: &Figure) -> impl Iterator<Item = &str> {
    let Measured {
        head,
        modifiers,
        context,
        ..
    } = &figure.measured;
    let read = head.iter().chain(modifiers).chain(context);
    let said = [&figure.subject, &figure.unit].into_iter().flatten();
    read.map(String::as_str)
        .chain(said.flat_map(|phrase| phrase.split(' ')))
}

/// What a hyphen joins to the name of a thing for all others: *non-members*.
const REST: &str = "non";

/// The words of the subject, of what is counted, and of the head with what narrows it.
fn name(
    figure: &Figure,
    words: &TellingWords,
    (head, modifiers): (Option<Stem>, &[Stem]),
    stems: &mut Stems<'_>,
) -> Vec<Stem> {
    let counted = figure
        .unit
        .as_deref()
        // *Tents* of *40 tents* names a thing, *hectares* of *40 hectares* does not.
        .filter(|_| figure.kind == FigureKind::Quantity && figure.canonical.is_none());
    let said = [figure.subject.as_deref(), counted];
    let mut name: Vec<Stem> = said
        .into_iter()
        .flatten()
        .flat_map(|phrase| stems.of_phrase(phrase))
        .chain(head)
        .chain(modifiers.iter().copied())
        .collect();
    name.sort_unstable();
    name.dedup();
    // *An increase of 5 per cent* does not say of what.
    let is_step = (figure.change).is_some_and(|change| change.mode == ChangeMode::By);
    let subject = figure.subject.as_deref().unwrap_or_default();
    let said = subject.split(' ').chain(figure.measured.head.as_deref());
    if is_step {
        for word in said.filter(|word| words.names_change(word)) {
            let stem = stems.of_word(word);
            name.retain(|other| *other != stem);
        }
    }
    name
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("fewer tokens than bytes")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    /// What a rule says of two texts, each of a file of that name, and of their figures.
    pub(in crate::measure) fn judged<T>(
        name: &str,
        texts: [&str; 2],
        rule: impl FnOnce([&Witness; 2], &Vocabulary, [&[Mention<'_>]; 2]) -> T,
    ) -> T {
        let mut vocabulary = Vocabulary::new();
        let witnesses = texts.map(|text| {
            let document = load_bytes(name, text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let mut stems = Stems::new(&vocabulary);
        let old = mentions(0, &witnesses[0], &mut stems);
        let new = mentions(1, &witnesses[1], &mut stems);
        rule([&witnesses[0], &witnesses[1]], &vocabulary, [&old, &new])
    }

    #[test]
    fn a_rise_and_a_fall_are_steps_and_a_level_is_none() {
        assert!(Aspect::Rise.is_step() && Aspect::Fall.is_step());
        assert!(!Aspect::Level.is_step() && !Aspect::Total.is_step());
    }
}
