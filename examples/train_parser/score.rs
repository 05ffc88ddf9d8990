//! Scores a model on the sentences of a treebank, with the words that the
//! treebank cuts and with those that the tokenizer cuts.
//!
//! A word counts as found where one stands on the same characters, a head
//! where it stands on those of the treebank's head (as in the shared task of
//! `CoNLL` 2018); each figure is the harmonic mean of precision and recall, in
//! per cent.

use std::hint::black_box;
use std::time::Instant;

use verbale::model::{Dependency, Language, PartOfSpeech};
use verbale::parse::training::{Syntax, Trained, folded, lemma, tokens};

use super::spacing;
use super::treebank::Gold;

/// Right answers, answers given and answers sought.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    right: u32,
    given: u32,
    sought: u32,
}

impl Tally {
    fn seek(&mut self, sought: bool, found: bool) {
        self.sought += u32::from(sought);
        self.right += u32::from(sought && found);
    }

    fn give(&mut self, given: bool) {
        self.given += u32::from(given);
    }

    fn f1(self) -> f64 {
        200.0 * f64::from(self.right) / f64::from(self.given + self.sought)
    }

    fn recall(self) -> f64 {
        100.0 * f64::from(self.right) / f64::from(self.sought)
    }
}

/// What is counted, over the words of a treebank.
#[derive(Debug, Default)]
struct Score {
    words: Tally,
    parts: Tally,
    heads: Tally,
    relations: Tally,
    /// Heads of numbers that count something.
    numbers: Tally,
    /// Subjects, objects and obliques of verbs.
    arguments: [Tally; 3],
}

/// The relations of [`Score::arguments`].
const ARGUMENTS: [[Dependency; 2]; 3] = [
    [Dependency::Nsubj, Dependency::NsubjPass],
    [Dependency::Obj, Dependency::Obj],
    [Dependency::Obl, Dependency::OblUnmarked],
];

/// Prints how a model does on the words that the treebank cuts, and how fast.
pub(crate) fn with_gold_tokens(sentences: &[Gold], model: Trained<'_>, language: Language) {
    let words: Vec<Vec<&str>> = sentences
        .iter()
        .map(|gold| gold.words.iter().map(String::as_str).collect())
        .collect();
    let mut score = Score::default();
    for (gold, words) in sentences.iter().zip(&words) {
        let same: Vec<Option<usize>> = (0..words.len()).map(Some).collect();
        score.add(gold, &model.syntax(words, language), &same);
    }
    println!("  words of the treebank: {}", score.line());
    let seconds = (0..PASSES).map(|_| seconds(&words, model, language));
    let least = seconds.fold(f64::INFINITY, f64::min);
    println!("  {:.0} words/s", f64::from(score.words.sought) / least);
}

/// The speed is that of the fastest pass: others share the machine.
const PASSES: usize = 5;

fn seconds(sentences: &[Vec<&str>], model: Trained<'_>, language: Language) -> f64 {
    let start = Instant::now();
    for words in sentences {
        black_box(model.syntax(words, language));
    }
    start.elapsed().as_secs_f64()
}

/// Prints how a model does on the words that the tokenizer cuts.
pub(crate) fn with_own_tokens(sentences: &[Gold], model: Trained<'_>, language: Language) {
    let mut score = Score::default();
    for gold in sentences {
        let text = spacing::text(gold);
        let places = tokens(&text, language);
        let words: Vec<&str> = places.iter().map(|place| &text[place.clone()]).collect();
        score.add(
            gold,
            &model.syntax(&words, language),
            &aligned(&gold.words, &words),
        );
    }
    println!("  words of the tokenizer: {}", score.line());
}

/// For each word of the treebank the one on the same characters, white space
/// left out.
fn aligned(gold: &[String], own: &[&str]) -> Vec<Option<usize>> {
    let own_ends = ends(own.iter().copied());
    let gold_ends = ends(gold.iter().map(String::as_str));
    let start_of = |ends: &[usize], at: usize| at.checked_sub(1).map_or(0, |before| ends[before]);
    (0..gold.len())
        .map(|at| {
            let same_end = own_ends.binary_search(&gold_ends[at]).ok()?;
            (start_of(&own_ends, same_end) == start_of(&gold_ends, at)).then_some(same_end)
        })
        .collect()
}

/// How many characters have passed at the end of each word.
fn ends<'a>(words: impl Iterator<Item = &'a str>) -> Vec<usize> {
    words
        .scan(0, |passed, word| {
            *passed += word.chars().filter(|char| !char.is_whitespace()).count();
            Some(*passed)
        })
        .collect()
}

impl Score {
    /// Counts a sentence; `places` has the found word for each of the treebank.
    fn add(&mut self, gold: &Gold, found: &Syntax, places: &[Option<usize>]) {
        for found_word in 0..found.parts.len() {
            self.give(found, found_word);
        }
        for (word, &place) in places.iter().enumerate() {
            let Some(place) = place else {
                self.seek(gold, word, None, false);
                continue;
            };
            let head = gold.heads[word];
            let same_head = if head >= gold.words.len() {
                found.heads[place] >= found.heads.len()
            } else {
                places[head] == Some(found.heads[place])
            };
            self.seek(gold, word, Some((found, place)), same_head);
        }
    }

    fn give(&mut self, found: &Syntax, word: usize) {
        let all = [
            &mut self.words,
            &mut self.parts,
            &mut self.heads,
            &mut self.relations,
        ];
        for tally in all {
            tally.give(true);
        }
        let of_verb = found.parts.get(found.heads[word]) == Some(&PartOfSpeech::Verb);
        for (tally, relations) in self.arguments.iter_mut().zip(ARGUMENTS) {
            tally.give(of_verb && relations.contains(&found.relations[word]));
        }
    }

    fn seek(&mut self, gold: &Gold, word: usize, found: Option<(&Syntax, usize)>, same_head: bool) {
        let (part, relation) = (gold.parts[word], gold.relations[word]);
        let same_part = found.is_some_and(|(found, at)| found.parts[at] == part);
        let same_relation = found.is_some_and(|(found, at)| found.relations[at] == relation);
        self.words.seek(true, found.is_some());
        self.parts.seek(true, same_part);
        self.heads.seek(true, same_head);
        self.relations.seek(true, same_head && same_relation);
        let counts = part == PartOfSpeech::Numeral && relation == Dependency::Nummod;
        self.numbers.seek(counts, same_head);
        let of_verb = gold.parts.get(gold.heads[word]) == Some(&PartOfSpeech::Verb);
        for (tally, relations) in self.arguments.iter_mut().zip(ARGUMENTS) {
            let same = found.is_some_and(|(found, at)| {
                relations.contains(&found.relations[at])
                    && found.parts.get(found.heads[at]) == Some(&PartOfSpeech::Verb)
            });
            tally.seek(of_verb && relations.contains(&relation), same_head && same);
        }
    }

    fn line(&self) -> String {
        let [subjects, objects, obliques] = self.arguments.map(Tally::f1);
        format!(
            "tokens {:.1} UPOS {:.1} UAS {:.1} LAS {:.1} | heads of numbers {:.1} of {} | nsubj {subjects:.1} obj {objects:.1} obl {obliques:.1}",
            self.words.f1(),
            self.parts.f1(),
            self.heads.f1(),
            self.relations.f1(),
            self.numbers.recall(),
            self.numbers.sought,
        )
    }
}

/// Prints how many English lemmas of nouns, verbs and adjectives are those of the treebank.
pub(crate) fn lemmas(sentences: &[Gold]) {
    for part in [
        PartOfSpeech::Noun,
        PartOfSpeech::Verb,
        PartOfSpeech::Adjective,
    ] {
        let mut tally = Tally::default();
        for gold in sentences {
            for at in (0..gold.words.len()).filter(|&at| gold.parts[at] == part) {
                let found = lemma(&gold.words[at], part, Language::English);
                let sought = folded(&gold.lemmas[at]);
                tally.seek(!gold.misspelt[at], *found == *sought);
            }
        }
        println!(
            "  lemmas of {part:?}: {:.1} of {}",
            tally.recall(),
            tally.sought
        );
    }
}
