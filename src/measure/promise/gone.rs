//! Promises of which nothing is left, or of which nothing was said before.

use hashbrown::HashSet;

use super::super::calendar::whole_days;
use super::super::words::{Rarity, Stem, real, shared};
use super::side::{Side, Stemmed};
use super::{Paired, narrow};
use crate::model::{Mood, Promise, PromiseLink, Span, Strength, Verdict};

/// Most sentences that are searched for the trace of a promise; where more have its
/// words it has one.
const MAX_PLACES: usize = 2_000;
/// Least share of the words of a promise in one sentence of the other statement that
/// is a trace of it.
const TRACE: f64 = 0.5;
/// Least words beside its verb of a promise that can be missed.
const DISTINCTIVE: usize = 2;
/// Least words in one sentence that are a trace without the verb.
const MANY: usize = 4;
/// Least share of sentences that stand word for word in the other statement, where a
/// promise that is not repeated is one that was dropped: texts written anew repeat nothing.
const CONTINUED: f64 = 0.2;
/// Words of the shortest sentence by which texts are held to go on.
const LONG: usize = 4;

/// The promises without a counterpart that are gone or new for sure.
pub(super) fn links(sides: &[Side<'_>; 2], paired: &Paired, rarity: &Rarity) -> Vec<PromiseLink> {
    let kept = [kept(&sides[0], &sides[1]), kept(&sides[1], &sides[0])];
    let mut links = Vec::new();
    for side in [0, 1] {
        let (own, other) = (&sides[side], &sides[1 - side]);
        if !goes_on(own, &kept[side]) {
            continue;
        }
        // *will clear and rebuild* is told once.
        let mut reported: Option<Span> = None;
        for at in 0..own.promises.len() {
            let is_lone = !paired.has(side, at) && is_distinctive(own, at);
            let words = Some(own.promises[at].words);
            if !is_lone || reported == words || has_trace(own, at, (other, &kept[1 - side]), rarity)
            {
                continue;
            }
            reported = words;
            links.push(PromiseLink {
                before: (side == 0).then(|| narrow(at)),
                after: (side == 1).then(|| narrow(at)),
                deed: None,
                verdict: match side {
                    0 if has_passed(own, at, other) => Verdict::Expired,
                    0 => Verdict::Dropped,
                    _ => Verdict::Made,
                },
                likeness: 1.0,
            });
        }
    }
    links
}

/// Which promises of the first side the other one has no trace of, though it may be written
/// anew.
pub(super) fn untraced(sides: &[Side<'_>; 2], rarity: &Rarity) -> impl Fn(u32) -> bool {
    let kept = kept(&sides[1], &sides[0]);
    move |at| {
        let at = at as usize;
        at < sides[0].promises.len()
            && is_distinctive(&sides[0], at)
            && !has_trace(&sides[0], at, (&sides[1], &kept), rarity)
            && !has_object(&sides[0].acts[at], &sides[1])
    }
}

/// Whether a sentence of a statement has the object of an act with half of its words,
/// whatever is said of it.
fn has_object(act: &Stemmed, other: &Side<'_>) -> bool {
    let places = act.object.map_or(&[][..], |object| other.having(object));
    let half = |&place: &usize| 2 * shared(&act.words, &other.sentences[place]) >= act.words.len();
    places.iter().any(half)
}

/// Whether a promise says enough to be missed.
fn is_distinctive(own: &Side<'_>, at: usize) -> bool {
    let promise = &own.promises[at];
    // *We hope to return* is not missed, and *if funds allow, we will* no more.
    promise.strength >= Strength::Intended
        && matches!(promise.mood, Mood::Promise | Mood::Outlook)
        && !promise.conditional
        && own.acts[at].words.len() >= DISTINCTIVE
}

/// Whether the day by which a promise was due lies before the other statement.
fn has_passed(own: &Side<'_>, at: usize, other: &Side<'_>) -> bool {
    let due = own.promises[at].due(own.witness);
    let spoken = other.witness.document.metadata.date.as_ref();
    let due = due.and_then(|due| whole_days(&due));
    let spoken = spoken.and_then(|date| whole_days(&date.value));
    due.zip(spoken)
        // *By May 2022*, and nothing of it in a statement of June: its date has passed.
        .is_some_and(|(due, spoken)| due.1 < spoken.0)
}

/// Which sentences of a statement stand word for word in the other one.
fn kept(own: &Side<'_>, other: &Side<'_>) -> Vec<bool> {
    let there: HashSet<&Vec<Stem>> = other.sentences.iter().collect();
    let kept = own.sentences.iter().map(|words| there.contains(words));
    kept.collect()
}

/// Whether enough of a statement was kept.
fn goes_on(own: &Side<'_>, kept: &[bool]) -> bool {
    let long = kept.iter().zip(&own.sentences);
    let long: Vec<bool> = long
        .filter(|(_, words)| words.len() >= LONG)
        .map(|(is_kept, _)| *is_kept)
        .collect();
    let count = long.iter().filter(|is_kept| **is_kept).count();
    real(count) / real(long.len().max(1)) >= CONTINUED
}

/// Whether a promise of the other statement has half of the words of one, with a verb that
/// names the same act: *will assess the outlook* for *will monitor the outlook and markets*.
fn is_meant_by_other(own: &Side<'_>, at: usize, other: &Side<'_>) -> bool {
    let Some(sense) = own.promises[at].act.sense else {
        return false;
    };
    let words = &own.acts[at].words;
    let is_it = |(promise, act): (&Promise, &Stemmed)| {
        promise.act.sense == Some(sense) && 2 * shared(words, &act.words) >= words.len()
    };
    other.promises.iter().zip(&other.acts).any(is_it)
}

/// Whether a sentence of the other statement has most words of a promise, or both
/// its verb and its object. What both say in the same words was there beside the promise,
/// and is no trace of it.
fn has_trace(
    own: &Side<'_>,
    at: usize,
    (other, kept): (&Side<'_>, &[bool]),
    rarity: &Rarity,
) -> bool {
    let act = &own.acts[at];
    let words = &act.words;
    let is_there = |place: usize| {
        let sentence = &other.sentences[place];
        let has = |stem: Stem| sentence.binary_search(&stem).is_ok();
        let count = words.iter().filter(|stem| has(**stem)).count();
        let is_most = rarity.share_in(words, sentence) >= TRACE || 2 * count >= words.len();
        // *The bridges were rebuilt in spring* has both verb and object of *rebuild the bridges*.
        let is_said = act.verb.is_some() && act.object.is_some_and(has);
        act.verb.is_none_or(has) && (is_most || is_said)
            || 2 * count >= words.len() && count >= MANY
    };
    if is_meant_by_other(own, at, other) {
        return true;
    }
    let stems = words.iter().chain(&act.verb);
    let places = || stems.clone().flat_map(|stem| other.having(*stem));
    places().nth(MAX_PLACES).is_some() || places().any(|&place| !kept[place] && is_there(place))
}

#[cfg(test)]
mod tests {
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::measure::promise::link_promises;
    use crate::model::Vocabulary;

    const COAST: &str = "The harbours of the coast are the pride of our towns. \
                         The ferries of the coast sail every day of the year.";

    /// What became, in a statement of another day that says nothing of it, of a promise that is
    /// due by the end of May 2022.
    fn verdict_on(day: &str) -> Vec<&'static str> {
        let mut vocabulary = Vocabulary::new();
        let promise = format!("We will rebuild every school in the valley by 31 May 2022. {COAST}");
        let [before, after] =
            [("2021-06-01", promise.as_str()), (day, COAST)].map(|(day, text)| {
                let options = LoadOptions {
                    date: Some(day.to_owned()),
                    ..LoadOptions::default()
                };
                let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
                read_witness(document, &mut vocabulary)
            });
        let links = link_promises(&before, &after, &vocabulary);
        links.iter().map(|link| link.verdict.name()).collect()
    }

    #[test]
    fn a_promise_of_which_nothing_is_left_is_past_its_date_or_dropped_before_it() {
        assert_eq!(verdict_on("2022-06-01"), ["expired"]);
        assert_eq!(verdict_on("2022-05-31"), ["dropped"]);
        assert_eq!(verdict_on("2022"), ["dropped"]);
    }
}
