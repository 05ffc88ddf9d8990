//! Subjects by name that the last statement of a delegation leaves out, though the three
//! before it name them: *the Middle East*, *the Convention on Cluster Munitions*.
//!
//! A name is a run of two or more words in capitals, also one that small words of up to
//! three letters join; the first word of a sentence, which has a capital anyway, is none of
//! it. It is left out only where its rarest word does not occur at all: a name in other
//! words is no silence. Scripts without capitals have no names here.

use std::collections::BTreeMap;

use super::rows::series;
use crate::model::{Role, SilentSubject, Witness};

/// Statements running that have to name a subject, for its absence to be a silence.
const RUNNING: usize = 3;
/// Letters of a word that may join two words in capitals: *of*, *the*, *y*, *für*.
const JOINING: usize = 3;
/// Joining words in a row: *of the*.
const MOST_JOINING: usize = 2;
/// Letters of a word that tells a name from others.
const DISTINCTIVE: usize = 4;

/// What the last statement of each delegation leaves out of what the three before it name,
/// what is named most often first. `witnesses` stand in the order of their dates.
#[must_use]
pub fn silent_subjects(witnesses: &[Witness]) -> Vec<SilentSubject> {
    let is_named = |at: &usize| witnesses[*at].document.metadata.delegation.is_some();
    let mut silent: Vec<SilentSubject> = series(witnesses)
        .iter()
        // Statements of nobody in particular are no series: what one leaves out another may never
        // say.
        .filter(|own| own.iter().all(is_named))
        .flat_map(|own| silent_in(witnesses, own))
        .collect();
    silent.sort_by(|one, two| two.times.cmp(&one.times).then(one.name.cmp(&two.name)));
    silent
}

/// What the last of the statements `own` leaves out.
fn silent_in(witnesses: &[Witness], own: &[usize]) -> Vec<SilentSubject> {
    let Some((&now, before)) = own.split_last() else {
        return Vec::new();
    };
    let Some(before) = before.last_chunk::<RUNNING>() else {
        return Vec::new();
    };
    let named = before.map(|at| names(&witnesses[at]));
    let words = words(before.iter().map(|&at| &witnesses[at]));
    let said = witnesses[now].document.text.to_lowercase();
    let silent: Vec<&String> = named[RUNNING - 1]
        .keys()
        .filter(|name| named.iter().all(|names| names.contains_key(*name)))
        .filter(|name| !has_rarest(&said, name, &words))
        .collect();
    // *The Southern Sea* of the *Court of the Southern Sea* is told with it.
    let is_part = |name: &str| {
        silent
            .iter()
            .any(|other| other.len() > name.len() && other.contains(name))
    };
    let whole = silent.iter().filter(|name| !is_part(name));
    whole
        .map(|&name| SilentSubject {
            name: named[RUNNING - 1][name].0.clone(),
            times: named.iter().map(|names| names[name].1).sum(),
            last: before[RUNNING - 1],
            now,
        })
        .collect()
}

/// The names of a statement in lower case, each as it is written first and how often it
/// stands there.
fn names(witness: &Witness) -> BTreeMap<String, (String, usize)> {
    let mut names: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (index, paragraph) in witness.document.paragraphs.iter().enumerate() {
        if !matches!(paragraph.role, Role::Body | Role::ListItem | Role::Quote) {
            continue;
        }
        for sentence in witness.segmented.paragraph_sentences(index) {
            let text = &witness.document.text;
            let tokens = &witness.segmented.tokens[sentence];
            let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
            for name in names_in(&words) {
                let entry = names.entry(name.to_lowercase()).or_insert((name, 0));
                entry.1 += 1;
            }
        }
    }
    names
}

/// The names among the words of a sentence.
fn names_in(words: &[&str]) -> Vec<String> {
    let (mut names, mut at) = (Vec::new(), 1);
    while at < words.len() {
        let mut end = at;
        let mut run: Vec<&str> = Vec::new();
        while let Some(next) = next_capital(words, end, run.is_empty()) {
            // *Court of the Southern Sea’s ruling* names the *Court of the Southern Sea*.
            run.extend(words[end..=next].iter().copied().map(without_owner));
            end = next + 1;
        }
        let pieces = run.split(|word| !has_capital(word));
        // *Peace of Westhaven* is a name as a whole, beside any in its parts.
        let is_joined = pieces.clone().count() > 1;
        let all = pieces.chain(is_joined.then_some(run.as_slice()));
        let capitals = |words: &&[&str]| words.iter().filter(|word| has_capital(word)).count();
        names.extend(
            all.filter(|words| capitals(words) > 1)
                .map(|words| words.join(" ")),
        );
        at = end.max(at) + 1;
    }
    names
}

/// The next word in capitals from `at` on, behind joining words unless it is the first.
fn next_capital(words: &[&str], at: usize, is_first: bool) -> Option<usize> {
    let most = if is_first { 0 } else { MOST_JOINING };
    let joins =
        |word: &&str| word.chars().count() <= JOINING && word.chars().all(char::is_lowercase);
    let next = (at..words.len().min(at + most + 1)).find(|&at| has_capital(words[at]))?;
    words[at..next].iter().all(joins).then_some(next)
}

/// Whether a word begins with a capital and has small letters: *Iran*, but not *II*.
fn has_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
}

/// *Armenia* of *Armenia’s*.
fn without_owner(word: &str) -> &str {
    word.trim_end_matches("'s").trim_end_matches("’s")
}

/// How often each word stands in some statements, in lower case.
fn words<'w>(witnesses: impl Iterator<Item = &'w Witness>) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    for witness in witnesses {
        for token in &witness.segmented.tokens {
            let word = without_owner(token.span.of(&witness.document.text));
            *words.entry(word.to_lowercase()).or_insert(0) += 1;
        }
    }
    words
}

/// Whether a text in lower case has a word that tells a name from others: of its longer
/// words the one, or those, that stand least often in `words`.
fn has_rarest(said: &str, name: &str, words: &BTreeMap<String, usize>) -> bool {
    let count = |word: &str| words.get(word).copied().unwrap_or(0);
    let distinctive = |word: &&str| word.chars().count() >= DISTINCTIVE;
    let longer = || name.split(' ').filter(distinctive);
    let Some(least) = longer().map(count).min() else {
        return true;
    };
    // Of *the Northern Fisheries Council* the word *Fisheries* tells it from other councils.
    let mut rarest = longer().filter(|word| count(word) == least);
    rarest.any(|word| said.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(sentence: &str) -> Vec<String> {
        names_in(&sentence.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn a_name_is_a_run_of_words_in_capitals_behind_the_first_word() {
        for (sentence, names) in [
            (
                "We thank the Court of the Southern Sea today",
                vec!["Southern Sea", "Court of the Southern Sea"],
            ),
            (
                "Peace in the Middle East needs Borduria’s help",
                vec!["Middle East"],
            ),
            ("Marsh Fund money helps", vec![]),
            (
                "The Marsh Fund’s money and the World War II",
                vec!["Marsh Fund", "World War"],
            ),
            ("We ask Norway", vec![]),
        ] {
            assert_eq!(named(sentence), names, "{sentence}");
        }
    }

    #[test]
    fn a_name_is_said_by_the_word_that_tells_it_from_others() {
        let words = [("northern", 9), ("fisheries", 1), ("council", 4)];
        let words: BTreeMap<String, usize> =
            words.map(|(word, count)| (word.to_owned(), count)).into();
        let name = "Northern Fisheries Council".to_lowercase();
        assert!(has_rarest("the fisheries matter to us", &name, &words));
        assert!(!has_rarest("the northern council met", &name, &words));
    }
}
