//! Which promises of two statements are of one act, and what became of them.
//!
//! Two promises are of one act when the same actor does the same, or nearly the same,
//! to the same thing. What is said twice is judged by its strongest mention. A
//! promise is gone only where the statements share much of their wording and no
//! sentence of the other one has its words.

use std::ops::Range;

use hashbrown::HashSet;

use super::promise_words::{Postings, Roots, Weights};
use crate::model::{Actor, Mood, Promise, PromiseLink, Strength, Verdict, Vocabulary, Witness};

/// Most promises of a statement that are compared; a long one has a hundred.
const MAX_PROMISES: usize = 1_000;
/// With how many promises of the other statement each is compared at most: those that
/// stand at about the same place.
const NEAREST: usize = 200;
/// Most sentences that are searched for the trace of a promise; where more have its
/// words it has one.
const MAX_PLACES: usize = 2_000;
/// Least likeness (0 to 1) of two promises of one act.
const ONE_ACT: f64 = 0.45;
/// Least share of words in common where a noun alone says what one of two acts is.
const SILENT: f64 = 0.6;
/// Least share of the words of a promise in one sentence of the other statement that
/// is a trace of it.
const TRACE: f64 = 0.5;
/// Least words beside its verb of a promise that can be missed.
const TELLING: usize = 2;
/// Least words in one sentence that are a trace without the verb.
const MANY: usize = 4;
/// Least share of sentences before that stand word for word after, where a promise
/// that is not repeated is one that was dropped: texts written anew repeat nothing.
const CONTINUED: f64 = 0.3;

/// Verbs that name one act, as base forms.
const SYNONYMS: &[&[&str]] = &[
    &[
        "begin",
        "commence",
        "initiate",
        "launch",
        "start",
        "implement",
        "introduce",
    ],
    &["discontinue", "end", "cease", "stop", "halt", "terminate"],
    &["complete", "conclude", "finish", "finalize", "finalise"],
    &["purchase", "buy", "acquire"],
    &["adjust", "modify", "revise", "change"],
    &["destroy", "eliminate", "eradicate", "clear", "remove"],
    &["support", "assist", "help", "aid", "back"],
    &[
        "strengthen",
        "reinforce",
        "enhance",
        "increase",
        "expand",
        "step",
    ],
    &[
        "achieve",
        "attain",
        "reach",
        "accomplish",
        "realize",
        "fulfil",
        "fulfill",
        "meet",
    ],
    &["employ", "use", "deploy", "apply"],
    &[
        "provide",
        "give",
        "contribute",
        "allocate",
        "offer",
        "deliver",
    ],
    &["maintain", "keep", "retain", "preserve", "hold"],
    &["ratify", "accede", "join", "adopt"],
    &["build", "construct", "establish", "create"],
    &["reduce", "cut", "lower", "decrease"],
];

/// Links the promises of two witnesses that share `vocabulary`.
#[must_use]
pub fn link_promises(
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Vec<PromiseLink> {
    if before.promises.is_empty() && after.promises.is_empty() {
        return Vec::new();
    }
    let mut stems = Roots::new(vocabulary);
    let sides = [before, after].map(|witness| Side::new(witness, &mut stems));
    let weights = Weights::new(sides.iter().flat_map(|side| &side.sentences));
    let mut pairs = candidates(&sides, &weights);
    pairs.sort_by(|one, two| {
        let order = two.likeness.total_cmp(&one.likeness);
        order.then((one.before, one.after).cmp(&(two.before, two.after)))
    });
    let strongest = Strongest::new(&sides, &pairs);
    let mut taken = [HashSet::new(), HashSet::new()];
    let mut links = Vec::new();
    for pair in &pairs {
        if taken[0].contains(&pair.before) || taken[1].contains(&pair.after) {
            continue;
        }
        taken[0].insert(pair.before);
        taken[1].insert(pair.after);
        links.push(PromiseLink {
            before: Some(narrow(pair.before)),
            after: Some(narrow(pair.after)),
            verdict: strongest.verdict(&sides, pair),
            likeness: pair.likeness,
        });
    }
    links.extend(lone(&sides, &taken, &weights));
    links.sort_by_key(|link| (link.after.is_none(), link.after, link.before));
    links
}

/// A statement's promises and sentences as stems.
struct Side<'a> {
    promises: &'a [Promise],
    /// Stems of the words of each act but its verb, ascending.
    acts: Vec<Vec<u32>>,
    /// Stem of each verb.
    verbs: Vec<Option<u32>>,
    /// Stem of each object.
    objects: Vec<Option<u32>>,
    /// Whether each holds an amount or a date.
    has_figure: Vec<bool>,
    /// Stems of the words of each sentence, ascending.
    sentences: Vec<Vec<u32>>,
}

impl<'a> Side<'a> {
    fn new(witness: &'a Witness, stems: &mut Roots<'_>) -> Self {
        let count = witness.promises.len().min(MAX_PROMISES);
        let promises = &witness.promises[..count];
        let mut stem = |word: &str| stems.of_word(word);
        let acts = promises.iter().map(|promise| {
            let verb = promise.act.verb.as_deref();
            let words = promise.act.words.iter().map(String::as_str);
            let words = words.filter(|word| Some(*word) != verb);
            sorted(words.map(&mut stem).collect())
        });
        let acts = acts.collect();
        let mut part = |word: &Option<String>| word.as_deref().map(&mut stem);
        let verbs = promises
            .iter()
            .map(|promise| part(&promise.act.verb))
            .collect();
        let objects = promises
            .iter()
            .map(|promise| part(&promise.act.object))
            .collect();
        let segmented = &witness.segmented;
        let sentences = (0..segmented.paragraphs.len())
            .flat_map(|paragraph| segmented.paragraph_sentences(paragraph))
            .map(|tokens| {
                let tokens = segmented.tokens[tokens].iter();
                sorted(tokens.map(|token| stems.of_key(token.key)).collect())
            });
        let sentences = sentences.collect();
        Self {
            promises,
            acts,
            verbs,
            objects,
            has_figure: promises
                .iter()
                .map(|promise| has_figure(witness, promise))
                .collect(),
            sentences,
        }
    }
}

/// Whether an amount or a date stands in the words of a promise.
fn has_figure(witness: &Witness, promise: &Promise) -> bool {
    let figures = &witness.figures;
    let first = figures.partition_point(|figure| figure.span.end <= promise.span.start);
    let next = figures.get(first);
    next.is_some_and(|figure| promise.span.overlaps(figure.span)) || promise.deadline.is_some()
}

fn sorted(mut stems: Vec<u32>) -> Vec<u32> {
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Two promises of one act.
struct Candidate {
    before: usize,
    after: usize,
    likeness: f64,
}

fn candidates(sides: &[Side<'_>; 2], weights: &Weights) -> Vec<Candidate> {
    let mut pairs = Vec::new();
    let counts = [0, 1].map(|side: usize| sides[side].promises.len());
    for before in 0..counts[0] {
        for after in nearest(before, counts) {
            if let Some(likeness) = likeness(sides, (before, after), weights) {
                pairs.push(Candidate {
                    before,
                    after,
                    likeness,
                });
            }
        }
    }
    pairs
}

/// The promises after with which the one at `before` is compared, of so many before and
/// after.
fn nearest(before: usize, counts: [usize; 2]) -> Range<usize> {
    let middle = before * counts[1] / counts[0];
    let last_first = counts[1].saturating_sub(NEAREST);
    let first = middle.saturating_sub(NEAREST / 2).min(last_first);
    first..counts[1].min(first + NEAREST)
}

/// How alike two acts are, 0 to 1; `None` where they are not one.
fn likeness(sides: &[Side<'_>; 2], at: (usize, usize), weights: &Weights) -> Option<f64> {
    let (one, two) = (&sides[0].promises[at.0], &sides[1].promises[at.1]);
    if one.negated != two.negated || one.mood != two.mood {
        return None;
    }
    let (first, second) = (&sides[0].acts[at.0], &sides[1].acts[at.1]);
    let objects = (sides[0].objects[at.0], sides[1].objects[at.1]);
    let has_object = match objects {
        (Some(one), Some(two)) => {
            one == two || second.binary_search(&one).is_ok() || first.binary_search(&two).is_ok()
        }
        (None, None) => true,
        _ => false,
    };
    // Most pairs share neither: nothing more is asked of them.
    if !has_object && sides[0].verbs[at.0] != sides[1].verbs[at.1] {
        return None;
    }
    let verbs = verbs(sides, at);
    if verbs == Verbs::Other {
        return None;
    }
    let shares_object = has_object && (verbs != Verbs::Silent || objects.0 == objects.1);
    let dice = weights.dice(first, second);
    let likeness = match (verbs, shares_object) {
        (Verbs::Same, true) => 0.3 + 0.7 * dice,
        (Verbs::Near, true) | (Verbs::Same, false) => 0.1 + 0.8 * dice,
        // *to do the same*: whom it asks says little of what is asked.
        (Verbs::Silent, true)
            if one.mood == Mood::Appeal && one.act.verb.is_some() != two.act.verb.is_some() =>
        {
            return None;
        }
        (Verbs::Silent, true) if dice >= SILENT || one.mood == Mood::Appeal => dice,
        _ => return None,
    };
    let is_one = likeness >= ONE_ACT && are_one_actor(&one.actor, &two.actor);
    is_one.then_some(likeness)
}

/// How two verbs stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verbs {
    Same,
    Near,
    /// One act has no verb that says anything.
    Silent,
    Other,
}

fn verbs(sides: &[Side<'_>; 2], at: (usize, usize)) -> Verbs {
    // Where no verb says it a noun may: *complete purchases of bonds*.
    let word = |side: usize, at: usize| {
        let Promise { act, .. } = &sides[side].promises[at];
        let word = act.verb.as_deref().or(act.object.as_deref());
        let stem = sides[side].verbs[at].or(sides[side].objects[at]);
        (word.unwrap_or_default(), stem)
    };
    let is_silent = sides[0].verbs[at.0].is_none() || sides[1].verbs[at.1].is_none();
    let is_wordless = sides[0].verbs[at.0].is_none() && sides[1].verbs[at.1].is_none();
    let ((first, one), (second, two)) = (word(0, at.0), word(1, at.1));
    let is_of = |set: &[&str]| set.contains(&first) && set.contains(&second);
    if is_wordless {
        Verbs::Silent
    } else if one == two {
        Verbs::Same
    } else if SYNONYMS.iter().any(|set| is_of(set)) {
        Verbs::Near
    } else if is_silent {
        Verbs::Silent
    } else {
        Verbs::Other
    }
}

fn are_one_actor(one: &Actor, two: &Actor) -> bool {
    match (one, two) {
        (Actor::Speaker(_), Actor::Speaker(_)) => true,
        (Actor::Named { words: first, .. }, Actor::Named { words: second, .. }) => {
            first.iter().any(|word| second.contains(word))
        }
        _ => false,
    }
}

/// The greatest strength with which the other statement says the act of each promise.
struct Strongest {
    after: Vec<Option<Strength>>,
    before: Vec<Option<Strength>>,
}

impl Strongest {
    fn new(sides: &[Side<'_>; 2], pairs: &[Candidate]) -> Self {
        let mut after = vec![None; sides[0].promises.len()];
        let mut before = vec![None; sides[1].promises.len()];
        for pair in pairs {
            let strength = |side: usize, at: usize| Some(sides[side].promises[at].strength);
            after[pair.before] = after[pair.before].max(strength(1, pair.after));
            before[pair.after] = before[pair.after].max(strength(0, pair.before));
        }
        Self { after, before }
    }

    /// What became of a promise: its strength against that of its counterpart, unless
    /// either side says the same act as strongly elsewhere.
    fn verdict(&self, sides: &[Side<'_>; 2], pair: &Candidate) -> Verdict {
        let strength = |side: usize, at: usize| sides[side].promises[at].strength;
        let (old, new) = (strength(0, pair.before), strength(1, pair.after));
        if new < old && self.after[pair.before] < Some(old) {
            Verdict::Softened
        } else if new > old && self.before[pair.after] < Some(new) {
            Verdict::Strengthened
        } else {
            Verdict::Same
        }
    }
}

/// The promises without a counterpart that are gone or new for sure.
fn lone(sides: &[Side<'_>; 2], taken: &[HashSet<usize>; 2], weights: &Weights) -> Vec<PromiseLink> {
    let mut links = Vec::new();
    if continued(sides) < CONTINUED {
        return links;
    }
    for side in [0, 1] {
        let postings = Postings::new(&sides[1 - side].sentences);
        for (at, promise) in sides[side].promises.iter().enumerate() {
            let is_sure = promise.strength >= Strength::Intended
                && promise.mood == Mood::Promise
                && !promise.conditional
                && !sides[side].has_figure[at]
                && sides[side].acts[at].len() >= TELLING
                && !taken[side].contains(&at)
                && !has_trace(&sides[side], at, &postings, weights);
            if is_sure {
                links.push(PromiseLink {
                    before: (side == 0).then(|| narrow(at)),
                    after: (side == 1).then(|| narrow(at)),
                    verdict: [Verdict::Dropped, Verdict::Made][side],
                    likeness: 1.0,
                });
            }
        }
    }
    links
}

/// The share of sentences before that stand word for word after.
fn continued(sides: &[Side<'_>; 2]) -> f64 {
    let there: HashSet<&Vec<u32>> = sides[1].sentences.iter().collect();
    let long = sides[0].sentences.iter().filter(|words| words.len() > 3);
    let (mut all, mut kept) = (0_u32, 0_u32);
    for sentence in long {
        all += 1;
        kept += u32::from(there.contains(sentence));
    }
    f64::from(kept) / f64::from(all.max(1))
}

/// Whether a sentence of the other statement has most words of a promise, or both
/// its verb and its object.
fn has_trace(own: &Side<'_>, at: usize, other: &Postings<'_>, weights: &Weights) -> bool {
    let words = &own.acts[at];
    let all = weights.sum(words).max(f64::MIN_POSITIVE);
    let verb = own.verbs[at];
    let is_there = |sentence: usize| {
        let sentence = &other.sentences[sentence];
        let has = |stem: u32| sentence.binary_search(&stem).is_ok();
        let share = weights.shared(words, sentence) / all;
        let count = words.iter().filter(|stem| has(**stem)).count();
        let is_most = share >= TRACE || 2 * count >= words.len();
        let is_said = verb.is_some() && own.objects[at].is_some_and(has);
        verb.is_none_or(has) && (is_most || is_said) || 2 * count >= words.len() && count >= MANY
    };
    let stems = words.iter().chain(&verb);
    let places = || stems.clone().flat_map(|stem| other.of(*stem));
    places().nth(MAX_PLACES).is_some() || places().any(|&sentence| is_there(sentence))
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("fewer promises than bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::witness;
    use crate::load::{LoadOptions, load_bytes};

    /// What became of the promises of one text in another.
    fn verdicts(before: &str, after: &str) -> Vec<&'static str> {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            witness(document.unwrap(), &mut vocabulary)
        });
        let links = link_promises(&before, &after, &vocabulary);
        links.iter().map(|link| link.verdict.name()).collect()
    }

    #[test]
    fn a_promise_is_compared_with_as_many_of_a_long_statement() {
        assert_eq!(nearest(0, [3, 2]), 0..2);
        assert_eq!(nearest(150, [200, 200]), 0..200);
        assert_eq!(nearest(0, [1_000, 1_000]), 0..200);
        assert_eq!(nearest(500, [1_000, 1_000]), 400..600);
        assert_eq!(nearest(999, [1_000, 900]), 700..900);
    }

    const PORT: &str = "The harbours of the coast are the pride of our towns. \
                        The ferries of the coast sail every day of the year.";

    fn verdict_of(before: &str, after: &str) -> Vec<&'static str> {
        verdicts(&format!("{before} {PORT}"), &format!("{PORT}\n\n{after}"))
    }

    #[test]
    fn the_same_act_in_other_words_of_the_ladder_is_softened_or_strengthened() {
        let promise = |verb: &str| format!("Ruritania {verb} clear every field.");
        let (strong, weak) = (promise("will"), promise("intends to"));
        assert_eq!(verdict_of(&strong, &weak), ["softened"]);
        assert_eq!(verdict_of(&weak, &strong), ["strengthened"]);
        assert_eq!(verdict_of(&strong, &strong), ["same"]);
    }

    #[test]
    fn near_synonyms_and_nouns_say_the_same_act() {
        let cases = [
            (
                "We intend to buy long bonds.",
                "We will purchase long bonds.",
            ),
            (
                "We are considering the need to buy long bonds.",
                "We will complete purchases of long bonds.",
            ),
            (
                "We support a world free of mines.",
                "We are committed to working towards a world free of mines.",
            ),
        ];
        for (before, after) in cases {
            assert_eq!(verdict_of(before, after), ["strengthened"], "{before}");
        }
    }

    #[test]
    fn another_actor_act_object_or_mood_is_another_promise() {
        let cases = [
            (
                "We will clear every field.",
                "The Council intends to clear every field.",
            ),
            (
                "We will clear every field.",
                "We intend to sell every field.",
            ),
            (
                "We will clear every field.",
                "We intend to clear the harbour of wrecks.",
            ),
            ("We will clear every field.", "We should clear every field."),
            ("We will use mines.", "We may never use mines."),
        ];
        for (before, after) in cases {
            let told = verdict_of(before, after);
            assert!(!told.contains(&"softened"), "{before} {told:?}");
        }
    }

    #[test]
    fn what_is_said_as_strongly_elsewhere_is_kept() {
        let strong = "We will clear every field of the valley.";
        let both = format!("We hope to clear every field of the valley. {strong}");
        assert!(!verdict_of(strong, &both).contains(&"softened"));
        assert!(!verdict_of(&both, strong).contains(&"strengthened"));
    }

    #[test]
    fn a_promise_of_which_no_trace_is_left_is_dropped() {
        let promise = "We will act as needed to keep the harbour open.";
        assert_eq!(verdict_of(promise, "It rained."), ["dropped"]);
        assert_eq!(verdict_of("It rained.", promise), ["made"]);
    }

    #[test]
    fn a_promise_is_not_dropped_where_a_trace_is_left_or_the_text_is_new() {
        let promise = "We will act as needed to keep the harbour open.";
        let trace = "Our teams act to keep the harbour open.";
        assert!(verdict_of(promise, trace).is_empty());
        let new = "Nothing of what stood there was said again, of ships or of the sea.";
        assert!(verdicts(&format!("{promise} {PORT}"), new).is_empty());
        let dated = "We will rebuild the old harbour for 40 million euros.";
        assert!(verdict_of(dated, "It rained.").is_empty());
        let conditional = "We will act to keep the harbour open, if the fund is set up.";
        assert!(verdict_of(conditional, "It rained.").is_empty());
    }
}
