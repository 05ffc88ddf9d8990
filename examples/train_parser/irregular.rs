//! Makes the table of irregular base forms of English from `WordNet` (the
//! lists of exceptions and of counts in its folder) and the lemmas of treebanks.
//!
//! A word gets an entry where the rules give another base form than the
//! sources. Words that neither source knows to be in use get none.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use verbale::model::PartOfSpeech;
use verbale::parse::training::{folded, letter, regular};

use super::treebank::Gold;

/// How often a form must stand in the treebanks with the same lemma;
/// comparatives once.
const MIN_COUNT: u32 = 2;

/// Rarer nouns that are regular get no entry: most are names of beasts, plants
/// and places.
const MIN_NOUN_COUNT: u32 = 2;

/// How many times rarer than another base form of a word the regular one may be.
const REGULAR_WEIGHT: u32 = 3;

/// A word and its part of speech.
type Key = (String, PartOfSpeech);

/// The lines of the table.
pub(crate) fn table(wordnet: &Path, sentences: &[Gold]) -> Result<String, Box<dyn Error>> {
    let mut usage = Usage::read(&fs::read_to_string(wordnet.join("cntlist.rev"))?);
    usage.drop_names(sentences);
    let mut lemmas = Lemmas::default();
    for (part, name) in [
        (PartOfSpeech::Adjective, "adj"),
        (PartOfSpeech::Noun, "noun"),
        (PartOfSpeech::Verb, "verb"),
    ] {
        let exceptions = fs::read_to_string(wordnet.join(format!("{name}.exc")))?;
        lemmas.add_exceptions(&exceptions, part, &usage);
    }
    lemmas.add_regular(&usage);
    lemmas.add_treebanks(sentences);
    Ok(lemmas.lines())
}

/// How often each base form stands in the texts that `WordNet`'s makers read.
struct Usage(BTreeMap<Key, u32>);

impl Usage {
    /// Reads the list of counts; words of several parts are left out.
    fn read(list: &str) -> Self {
        let mut counts = BTreeMap::new();
        for line in list.lines() {
            let mut fields = line.split([' ', '%', ':']);
            let (Some(word), Some(kind)) = (fields.next(), fields.next()) else {
                continue;
            };
            let part = match kind {
                "1" => PartOfSpeech::Noun,
                "2" => PartOfSpeech::Verb,
                "3" | "5" => PartOfSpeech::Adjective,
                _ => continue,
            };
            let count = line
                .rsplit(' ')
                .next()
                .and_then(|count| count.parse::<u32>().ok());
            if word.chars().all(|char| char.is_ascii_lowercase()) {
                *counts.entry((word.to_owned(), part)).or_default() += count.unwrap_or(0);
            }
        }
        Self(counts)
    }

    /// Drops nouns that the treebanks more often take for names.
    fn drop_names(&mut self, sentences: &[Gold]) {
        let mut balance: BTreeMap<String, i32> = BTreeMap::new();
        for (word, part) in sentences
            .iter()
            .flat_map(|gold| gold.words.iter().zip(&gold.parts))
        {
            let change = match part {
                PartOfSpeech::ProperNoun => 1,
                PartOfSpeech::Noun => -1,
                _ => continue,
            };
            *balance.entry(word.to_lowercase()).or_default() += change;
        }
        for (word, _) in balance.into_iter().filter(|(_, balance)| *balance > 0) {
            self.0.remove(&(word, PartOfSpeech::Noun));
        }
    }

    fn of(&self, word: &str, part: PartOfSpeech) -> u32 {
        self.0.get(&(word.to_owned(), part)).copied().unwrap_or(0)
    }
}

/// What the sources say the base form of a word is.
#[derive(Default)]
struct Lemmas(BTreeMap<Key, String>);

impl Lemmas {
    /// Adds lines of a form and its base forms, of which the most frequent
    /// counts; the regular one has an advantage.
    fn add_exceptions(&mut self, list: &str, part: PartOfSpeech, usage: &Usage) {
        for line in list.lines() {
            let mut words = line.split(' ');
            let form = words.next().unwrap_or_default();
            let regular = regular(form.to_owned(), part);
            // A verb as *oversee* is in no count, but *oversaw* would pass for a verb.
            let is_strong = part == PartOfSpeech::Verb && !has_ending(form);
            let weight = |word: &str| {
                usage.of(word, part) * if word == regular { REGULAR_WEIGHT } else { 1 }
            };
            let base = words.reduce(|best, word| {
                if weight(word) > weight(best) {
                    word
                } else {
                    best
                }
            });
            if let Some(base) = base.filter(|base| weight(base) > 0 || is_strong) {
                self.add(form, part, base);
            }
        }
    }

    /// Adds words in use as their own base forms, and their regular forms.
    fn add_regular(&mut self, usage: &Usage) {
        // *rang* is counted as a verb too, but it is a form of *ring*.
        let is_form = |key: &Key| self.0.get(key).is_some_and(|base| *base != key.0);
        let rare = |key: &Key, count: u32| key.1 == PartOfSpeech::Noun && count < MIN_NOUN_COUNT;
        let words = usage
            .0
            .iter()
            .filter(|(key, count)| !is_form(key) && !rare(key, **count));
        let words: Vec<&Key> = words.map(|(key, _)| key).collect();
        let exceptional = self.exceptional_verbs();
        for (word, part) in words {
            // *pumps* is known as a noun too, but *pump* is its base form.
            let of_another = usage.of(&regular(word.clone(), *part), *part) > 0;
            match part {
                PartOfSpeech::Noun if !of_another => self.add(word, *part, word),
                PartOfSpeech::Verb => self.add(word, *part, word),
                _ => (),
            }
            for ending in endings(word, *part) {
                if !exceptional.contains(&(word.clone(), *ending)) {
                    let form = (inflected(word, ending), *part);
                    self.0.entry(form).or_insert_with(|| word.clone());
                }
            }
        }
    }

    /// The verbs whose form with an ending stands in the list of exceptions,
    /// in another spelling or as another word.
    fn exceptional_verbs(&self) -> BTreeSet<(String, &'static str)> {
        let verbs = self
            .0
            .iter()
            .filter(|((_, part), _)| *part == PartOfSpeech::Verb);
        let ending = |form: &str| match form {
            form if form.ends_with("ing") => "ing",
            form if form.ends_with('s') => "s",
            _ => "ed",
        };
        verbs
            .map(|((form, _), verb)| (verb.clone(), ending(form)))
            .collect()
    }

    /// Adds what most lemmas of a form are in the treebanks, which decide.
    fn add_treebanks(&mut self, sentences: &[Gold]) {
        let mut counts: BTreeMap<Key, BTreeMap<String, u32>> = BTreeMap::new();
        let mut words: BTreeSet<String> = BTreeSet::new();
        for gold in sentences {
            for at in (0..gold.words.len()).filter(|&at| !gold.misspelt[at]) {
                let form = folded(&gold.words[at]);
                let lemmas = counts.entry((form.clone(), gold.parts[at])).or_default();
                *lemmas.entry(folded(&gold.lemmas[at])).or_default() += 1;
                words.insert(form);
            }
        }
        for ((form, part), lemmas) in counts {
            if let Some(lemma) = agreed(&form, part, &lemmas)
                && words.contains(lemma)
            {
                self.add(&form, part, lemma);
            }
        }
    }

    fn add(&mut self, form: &str, part: PartOfSpeech, lemma: &str) {
        let is_word = |text: &str| {
            text.chars()
                .all(|char| char.is_alphabetic() || char == '\'')
        };
        if is_word(form) && is_word(lemma) {
            self.0.insert((form.to_owned(), part), lemma.to_owned());
        }
    }

    /// One line for each word that the rules get wrong, in the order of bytes.
    fn lines(self) -> String {
        let wrong = self.0.into_iter().filter_map(|((form, part), lemma)| {
            let letter = letter(part)?;
            (regular(form.clone(), part) != lemma).then_some((form, letter, lemma))
        });
        let mut entries: Vec<(String, &str, String)> = wrong.collect();
        entries.sort();
        let lines = entries
            .into_iter()
            .map(|(form, letter, lemma)| format!("{form} {letter} {lemma}\n"));
        lines.collect()
    }
}

/// The lemma that a form has most often, where it is seen often enough and
/// most others agree.
fn agreed<'a>(
    form: &str,
    part: PartOfSpeech,
    lemmas: &'a BTreeMap<String, u32>,
) -> Option<&'a str> {
    let total: u32 = lemmas.values().sum();
    let (lemma, &count) = lemmas.iter().max_by_key(|(_, count)| **count)?;
    let enough = match part {
        PartOfSpeech::Adjective => form.ends_with("er") || form.ends_with("est"),
        _ => count >= MIN_COUNT,
    };
    let abbreviated = part == PartOfSpeech::Noun && lemma.len() > form.len() + 2;
    (enough && !abbreviated && count * 3 >= total * 2).then_some(lemma)
}

/// Whether a form of a verb ends like a regular one.
fn has_ending(form: &str) -> bool {
    ["s", "ed", "ing"]
        .iter()
        .any(|ending| form.ends_with(ending))
}

/// The endings of a word whose forms the rules may get wrong.
fn endings(word: &str, part: PartOfSpeech) -> &'static [&'static str] {
    match part {
        PartOfSpeech::Verb => &["s", "ed", "ing"],
        // *geniuses*, *biases*; other nouns in *-s* have no plural.
        PartOfSpeech::Noun if word.ends_with("us") || word.ends_with("as") => &["s"],
        _ => &[],
    }
}

/// A word with an ending, as it is written where nothing is doubled.
fn inflected(word: &str, ending: &str) -> String {
    let vowel = |char: char| "aeiou".contains(char);
    let consonant_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(vowel));
    match (consonant_y, ending) {
        (Some(stem), "s") => return format!("{stem}ies"),
        (Some(stem), "ed") => return format!("{stem}ied"),
        _ => (),
    }
    if ending == "s" {
        let hissing = ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|hiss| word.ends_with(hiss));
        return format!("{word}{}", if hissing { "es" } else { "s" });
    }
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('e') {
        Some(_) if keeps_e && ending == "ing" => format!("{word}{ending}"),
        Some(stem) => format!("{stem}{ending}"),
        None => format!("{word}{ending}"),
    }
}
