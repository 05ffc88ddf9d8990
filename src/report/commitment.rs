//! Promises that grew weaker or stronger: *shall* → *may*.
//!
//! Only where a few words replace a few others are the two compared, so that both
//! are of one promise: one that is merely gone or new, or whose sentence was
//! rewritten, is told as wording.

use std::ops::Range;

use super::change::{ChangeRecord, Pair, Paragraphs, round};
use super::id::Ids;
use crate::model::{Edit, EditOp, Link, Span, Token, Verdict, Witness};
use crate::plain;

/// How much a phrase binds its speaker or asks of others, from 1 (*may*) to 5
/// (*shall*): the modal verbs in the order of the drafting manuals for
/// treaties, the verbs of resolutions in that of UN practice (demands, urges,
/// calls upon, encourages, invites).
const LADDER: &[(u8, &[&str])] = &[
    (
        5,
        &[
            "must",
            "shall",
            "undertake to",
            "undertakes to",
            "is obliged to",
            "are obliged to",
            "decides",
            "demands",
            "guarantee",
            "guarantees",
        ],
    ),
    (
        4,
        &[
            "will",
            "commit to",
            "commits to",
            "committed to",
            "pledge to",
            "pledges to",
            "pledged to",
            "promise to",
            "promises to",
            "determined to",
            "resolved to",
            "requests",
        ],
    ),
    (
        3,
        &[
            "should",
            "intend to",
            "intends to",
            "plan to",
            "plans to",
            "expect to",
            "expects to",
            "urge",
            "urges",
            "call upon",
            "calls upon",
            "call on",
            "calls on",
        ],
    ),
    (
        2,
        &[
            "aim to",
            "aims to",
            "seek to",
            "seeks to",
            "strive to",
            "strives to",
            "hope to",
            "hopes to",
            "try to",
            "support",
            "supports",
            "supportive of",
            "encourage",
            "encourages",
            "ready to",
            "willing to",
        ],
    ),
    (
        1,
        &[
            "may",
            "might",
            "could",
            "consider",
            "considers",
            "explore",
            "explores",
            "invite",
            "invites",
            "welcome",
            "welcomes",
        ],
    ),
];

/// Most words in a phrase of the ladder.
const LONGEST_PHRASE: usize = 3;

/// Most tokens on either side of an edit that reword a promise. On neighbouring
/// statements of the project's corpus longer edits paired other promises.
const LONGEST_EDIT: u32 = 8;

/// Words behind which a phrase of the ladder is a noun or an aim, no promise: *in
/// support of*, *political will*, *the may of*.
const NOUN_SIGNS: [&str; 13] = [
    "the",
    "a",
    "an",
    "in",
    "of",
    "our",
    "their",
    "its",
    "your",
    "my",
    "political",
    "to",
    "with",
];

/// A phrase of the ladder where it stands.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    strength: u8,
    span: Span,
}

/// The promises of a pair that were reworded on another rung of the ladder, in
/// the order of the text after.
pub(super) fn commitment_changes<'a>(pair: Pair<'a>, ids: &mut Ids) -> Vec<ChangeRecord<'a>> {
    let links = pair.comparison.alignment.links.iter();
    let edits = links.flat_map(|link| link.edits.iter().map(move |edit| (link, edit)));
    let replaced = edits.filter(|(_, edit)| edit.op == EditOp::Replace);
    replaced
        .filter_map(|(link, edit)| commitment_change(pair, link, edit, ids))
        .collect()
}

/// The most characters of the sentence of a promise.
const MAX_QUOTE: usize = 700;

fn commitment_change<'a>(
    pair: Pair<'a>,
    link: &Link,
    edit: &Edit,
    ids: &mut Ids,
) -> Option<ChangeRecord<'a>> {
    let is_short = |tokens: &Range<u32>| tokens.end - tokens.start <= LONGEST_EDIT;
    if !is_short(&edit.before) || !is_short(&edit.after) {
        return None;
    }
    let old = strongest(pair.before, &link.before, &edit.before)?;
    let new = strongest(pair.after, &link.after, &edit.after)?;
    let verdict = match new.strength.cmp(&old.strength) {
        std::cmp::Ordering::Less => Verdict::Softened,
        std::cmp::Ordering::Greater => Verdict::Strengthened,
        std::cmp::Ordering::Equal => return None,
    };
    let words =
        |witness: &'a Witness, phrase: Phrase| phrase.span.of(&witness.document.text).to_owned();
    let (before, after) = (words(pair.before, old), words(pair.after, new));
    let quote = sentence(pair.after, new.span);
    Some(ChangeRecord {
        id: ids.name("chg", &["commitment", &before, &after, quote]),
        kind: "commitment",
        verdict: verdict.name(),
        measure: Some(plain::clip(quote, MAX_QUOTE).into_owned()),
        before: None,
        after: None,
        figures: [None, None],
        delta: None,
        paragraphs: Paragraphs {
            before: link.before.clone(),
            after: link.after.clone(),
        },
        confidence: round(link.similarity),
        outcome: Some(verdict),
        moved: None,
        reason: None,
        before_text: Some(before),
        after_text: Some(after),
    })
}

/// The phrase highest on the ladder that begins among the tokens at `range` of
/// some paragraphs put end to end; the first of equals.
fn strongest(witness: &Witness, paragraphs: &[u32], range: &Range<u32>) -> Option<Phrase> {
    let text = &witness.document.text;
    let all = paragraphs
        .iter()
        .flat_map(|&at| witness.segmented.paragraph_tokens(at as usize));
    let tokens: Vec<Token> = all
        .skip(range.start as usize)
        .take(range.len() + LONGEST_PHRASE - 1)
        .copied()
        .collect();
    let rungs = LADDER
        .iter()
        .flat_map(|(strength, phrases)| phrases.iter().map(move |phrase| (*strength, *phrase)));
    let begins = tokens.iter().take(range.len());
    let initials = begins.map(|token| initial(token.span.of(text).as_bytes()));
    let initials: Vec<u64> = initials.collect();
    let all = initials.iter().fold(0, |all, initial| all | initial);
    let mut found = rungs
        .zip(INITIALS)
        .filter(|(_, own)| all & own != 0)
        .filter_map(|((strength, phrase), own)| {
            let begun = (0..).zip(&initials).filter(|(_, initial)| **initial == own);
            let mut spans = begun.filter_map(|(at, _)| begins_with(&tokens[at..], phrase, text));
            spans.next().map(|span| Phrase { strength, span })
        });
    found.next().filter(|phrase| !is_noun(text, phrase.span))
}

/// Whether the word before a phrase shows that it is no verb of a promise.
fn is_noun(text: &str, phrase: Span) -> bool {
    let before = text[..phrase.start as usize].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|word| {
        NOUN_SIGNS
            .iter()
            .any(|sign| word.eq_ignore_ascii_case(sign))
    })
}

/// What `phrase` covers of `text` where its words are those of the first tokens.
fn begins_with(tokens: &[Token], phrase: &str, text: &str) -> Option<Span> {
    let mut covered: Option<Span> = None;
    let mut tokens = tokens.iter();
    for word in phrase.split(' ') {
        let token = tokens.next()?.span;
        if !token.of(text).eq_ignore_ascii_case(word) {
            return None;
        }
        covered = Some(covered.map_or(token, |first| first.to(token)));
    }
    covered
}

/// The first two letters of a word as one bit of a set.
const fn initial(word: &[u8]) -> u64 {
    let (first, second) = match word {
        [first, second, ..] => (first.to_ascii_lowercase(), second.to_ascii_lowercase()),
        [first] => (first.to_ascii_lowercase(), 0),
        [] => (0, 0),
    };
    1 << ((first as u32 * 5 + second as u32) % u64::BITS)
}

/// How many phrases the ladder has.
const PHRASES: usize = {
    let (mut count, mut rung) = (0, 0);
    while rung < LADDER.len() {
        count += LADDER[rung].1.len();
        rung += 1;
    }
    count
};

/// The [`initial`] of each phrase of the ladder.
const INITIALS: [u64; PHRASES] = {
    let mut initials = [0; PHRASES];
    let (mut count, mut rung) = (0, 0);
    while rung < LADDER.len() {
        let mut at = 0;
        while at < LADDER[rung].1.len() {
            initials[count] = initial(LADDER[rung].1[at].as_bytes());
            count += 1;
            at += 1;
        }
        rung += 1;
    }
    initials
};

/// The sentence of `witness` that holds `span`.
fn sentence(witness: &Witness, span: Span) -> &str {
    let paragraph = witness.document.paragraph_at(span.start) as usize;
    let tokens = &witness.segmented.tokens;
    let whole = |range: Range<usize>| tokens[range.start].span.to(tokens[range.end - 1].span);
    let mut sentences = witness
        .segmented
        .paragraph_sentences(paragraph)
        .filter(|range| !range.is_empty())
        .map(whole);
    let found = sentences.find(|sentence| sentence.contains(span));
    found
        .unwrap_or(witness.document.paragraphs[paragraph].span)
        .of(&witness.document.text)
}

#[cfg(test)]
mod tests {
    use super::{LADDER, LONGEST_PHRASE};
    use crate::align::AlignOptions;
    use crate::compare::{compare, witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;
    use crate::report::ComparisonRecord;

    /// What becomes of the promises of one paragraph, in the order of the text after.
    fn told(before: &str, after: &str) -> Vec<&'static str> {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
        let record = ComparisonRecord::new(&before, &after, &found);
        let promises = record.changes.iter();
        promises
            .filter(|change| change.kind == "commitment")
            .map(|change| change.verdict)
            .collect()
    }

    const PORT: &str = "The harbours of the coast are the pride of our towns and villages.";

    #[test]
    fn a_promise_in_weaker_words_is_softened() {
        let promise = |verb: &str| format!("The Council {verb} clear every field. {PORT}");
        assert_eq!(told(&promise("will"), &promise("may")), ["softened"]);
        assert_eq!(told(&promise("may"), &promise("shall")), ["strengthened"]);
    }

    #[test]
    fn words_of_another_sentence_are_no_promise_in_other_words() {
        let before = format!(
            "The Council will meet in spring and will publish a report on fish stocks. {PORT}"
        );
        let after = format!(
            "In support of these aims, our staff asked the towns for a survey of nets. {PORT}"
        );
        assert_eq!(told(&before, &after), [""; 0]);
    }

    #[test]
    fn a_noun_is_no_promise() {
        let before = format!("We act with political will for the ports. {PORT}");
        let after = format!("We act in support of work for the ports. {PORT}");
        assert_eq!(told(&before, &after), [""; 0]);
    }

    #[test]
    fn no_phrase_stands_on_two_rungs() {
        let mut phrases: Vec<&str> = LADDER
            .iter()
            .flat_map(|(_, phrases)| phrases.iter().copied())
            .collect();
        let words = phrases.iter().map(|phrase| phrase.split(' ').count());
        assert_eq!(words.max(), Some(LONGEST_PHRASE));
        let count = phrases.len();
        phrases.sort_unstable();
        phrases.dedup();
        assert_eq!(phrases.len(), count);
    }
}
