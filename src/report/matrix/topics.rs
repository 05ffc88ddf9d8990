//! Topics that several statements speak of.
//!
//! A topic is a phrase of two to four words between words of the grammar, as in *rapid
//! automatic keyword extraction* (Rose, Engel, Cramer and Cowley, in Berry and Kogan (eds.),
//! Text Mining: Applications and Theory, 2010, ch. 1), that two or more statements have. What
//! ranks it is how many of them have it, and then how often. Scripts without blanks have no
//! topics here.

use std::collections::BTreeMap;

use hashbrown::HashSet;

use super::{MatrixCell, MatrixRow, mention};
use crate::language::pack;
use crate::model::{Role, Span, Token, Witness};

/// Words of a topic.
const LEAST_WORDS: usize = 2;
const MOST_WORDS: usize = 4;
/// Letters of a word of a topic.
const LEAST_LETTERS: usize = 3;
/// Mentions of a topic in all statements: two are met by chance.
const LEAST_MENTIONS: usize = 3;
/// A phrase is told with a longer one that has so many of its mentions, in quarters.
const NESTED_QUARTERS: usize = 3;

/// Where a statement has a phrase first, and how often it has it.
#[derive(Debug, Clone, Copy)]
struct Mentions {
    first: Span,
    paragraph: u32,
    sentence: u32,
    count: usize,
}

/// The phrases of a statement, in lower case.
type Phrases = BTreeMap<String, Mentions>;

/// The topics of `witnesses`, those that most of them speak of first; a cell holds the first
/// mention and counts the others.
pub(super) fn topics<'a>(witnesses: &[&'a Witness]) -> Vec<MatrixRow<'a>> {
    let phrases: Vec<Phrases> = witnesses.iter().map(|witness| phrases(witness)).collect();
    let shared = shared(&phrases);
    let nested = nested_topics(&shared);
    let whole = shared.into_values();
    let mut topics: Vec<Topic<'_>> = whole.filter(|topic| !nested.contains(topic.name)).collect();
    topics.sort_by_key(|topic| std::cmp::Reverse((topic.speakers, topic.mentions)));
    let row = |topic: &Topic<'_>| {
        let said = phrases.iter().map(|own| own.get(topic.name).copied());
        let cells = witnesses.iter().zip(said.clone());
        let cells = cells.map(|(witness, said)| cell(witness, said)).collect();
        let first = witnesses
            .iter()
            .zip(said)
            .find_map(|(it, said)| Some((it, said?)));
        // As the first statement writes it: the key is in lower case, *United Nations* is not.
        let name = first.map_or(topic.name, |(witness, said)| {
            said.first.of(&witness.document.text)
        });
        MatrixRow {
            name: name.to_owned(),
            cells,
        }
    };
    topics.iter().map(row).collect()
}

fn cell(witness: &Witness, said: Option<Mentions>) -> MatrixCell<'_> {
    let Some(said) = said else {
        return MatrixCell::default();
    };
    MatrixCell {
        mentions: vec![mention(
            witness,
            said.first,
            (said.paragraph, said.sentence),
        )],
        more: said.count - 1,
    }
}

/// A phrase of several statements.
#[derive(Debug)]
struct Topic<'p> {
    name: &'p str,
    speakers: usize,
    mentions: usize,
}

/// The topics that are told with a longer one: *Nations framework* with *United Nations
/// framework convention*.
fn nested_topics<'p>(topics: &BTreeMap<&'p str, Topic<'p>>) -> HashSet<&'p str> {
    let mut nested = HashSet::new();
    for whole in topics.values() {
        let words: Vec<&str> = whole.name.split(' ').collect();
        for count in LEAST_WORDS..words.len() {
            let inner = words.windows(count).map(|words| words.join(" "));
            let inner = inner.filter_map(|name| topics.get(name.as_str()));
            // *Climate change*, which *climate change adaptation* has only now and then, is a topic
            // of its own.
            let told = inner.filter(|topic| 4 * whole.mentions >= NESTED_QUARTERS * topic.mentions);
            nested.extend(told.map(|topic| topic.name));
        }
    }
    nested
}

/// The phrases that two or more statements have.
fn shared(phrases: &[Phrases]) -> BTreeMap<&str, Topic<'_>> {
    let mut topics: BTreeMap<&str, Topic<'_>> = BTreeMap::new();
    for (name, said) in phrases.iter().flatten() {
        let topic = topics.entry(name).or_insert(Topic {
            name,
            speakers: 0,
            mentions: 0,
        });
        topic.speakers += 1;
        topic.mentions += said.count;
    }
    let several = |topic: &Topic<'_>| topic.speakers > 1 && topic.mentions >= LEAST_MENTIONS;
    topics.retain(|_, topic| several(topic));
    topics
}

fn phrases(witness: &Witness) -> Phrases {
    let stops = stops(witness);
    let mut phrases = Phrases::new();
    let text = &witness.document.text;
    for (paragraph, at) in witness.document.paragraphs.iter().zip(0_u32..) {
        // *General Assembly* in each letterhead is nothing that anybody speaks of.
        if !matches!(paragraph.role, Role::Body | Role::ListItem | Role::Quote) {
            continue;
        }
        let figures = witness.figures_in(at);
        let is_word = |token: &Token| {
            let word = token.span.of(text);
            is_long_word(word)
                && !stops.contains(word.to_lowercase().as_str())
                // *Twenty-first century* is a figure.
                && !figures.iter().any(|figure| figure.span.contains(token.span))
        };
        let sentences = witness.segmented.paragraph_sentences(at as usize);
        for (sentence, number) in sentences.zip(0_u32..) {
            for run in witness.segmented.tokens[sentence].split(|token| !is_word(token)) {
                note(&mut phrases, text, run, (at, number));
            }
        }
    }
    phrases
}

/// Whether a word is of letters, hyphens and apostrophes, and long enough.
fn is_long_word(word: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || matches!(c, '-' | '’' | '\'');
    word.chars().count() >= LEAST_LETTERS && word.chars().all(is_letter)
}

/// Words that no topic has: those of the grammar and units, *past year*.
fn stops(witness: &Witness) -> HashSet<&'static str> {
    let words = pack(witness.document.metadata.language).figures;
    let lists = [words.stops, words.auxiliaries, words.other, words.pronouns];
    // A unit belongs to its number: *euros a year* is no topic.
    let units = words.units.iter().map(|(_, words)| *words);
    let all = lists.into_iter().chain(units);
    all.flat_map(|list| list.split('|'))
        .map(str::trim)
        .collect()
}

/// Takes note of all phrases of a run of words.
fn note(phrases: &mut Phrases, text: &str, run: &[Token], (paragraph, sentence): (u32, u32)) {
    for count in LEAST_WORDS..=MOST_WORDS {
        for words in run.windows(count) {
            let first = words[0].span.to(words[count - 1].span);
            let name: Vec<String> = words
                .iter()
                .map(|word| word.span.of(text).to_lowercase())
                .collect();
            let said = phrases.entry(name.join(" ")).or_insert(Mentions {
                first,
                paragraph,
                sentence,
                count: 0,
            });
            said.count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    /// The topics of some statements, each with how often each statement has it.
    fn of(texts: &[&str]) -> Vec<(String, Vec<usize>)> {
        let mut vocabulary = Vocabulary::new();
        let witnesses: Vec<Witness> = texts
            .iter()
            .map(|text| load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap())
            .map(|document| read_witness(document, &mut vocabulary))
            .collect();
        let count = |cell: &MatrixCell<'_>| cell.mentions.len() + cell.more;
        let rows = topics(&witnesses.iter().collect::<Vec<_>>());
        rows.into_iter()
            .map(|row| (row.name, row.cells.iter().map(count).collect()))
            .collect()
    }

    #[test]
    fn a_topic_is_a_phrase_of_several_between_words_of_the_grammar() {
        let texts = [
            "Safe water is a right. We dig for safe water.",
            "They asked for safe water, in the twenty-first century. It is a new century.",
            "We ask for help in the twenty-first century. Safe roads are a right.",
        ];
        assert_eq!(of(&texts), [("Safe water".to_owned(), vec![2, 1, 0])]);
    }

    #[test]
    fn a_phrase_is_told_with_the_longer_one_that_it_is_mostly_part_of() {
        let text = "We back the Northern Gulf Accord. The Northern Gulf Accord holds.";
        let topics = of(&[text, text]);
        assert_eq!(topics, [("Northern Gulf Accord".to_owned(), vec![2, 2])]);
        // Both speak of the gulf more often than of its accord.
        let gulf = format!("{text} The Northern Gulf is calm, and the Northern Gulf is wide.");
        let names = of(&[&gulf, &gulf]).into_iter().map(|topic| topic.0);
        assert!(names.eq(["Northern Gulf", "Northern Gulf Accord"]));
    }

    #[test]
    fn two_mentions_are_met_by_chance() {
        assert!(of(&["Safe water is a right.", "We dig for safe water."]).is_empty());
    }
}
