//! Parses sentences: parts of speech and grammatical relations.
//!
//! Input: a sentence as a stretch of a text, and its language. Output: its
//! [`Tree`], or none where there is no model of the language. Words are cut as
//! in the treebanks of Universal Dependencies, tagged by an averaged
//! perceptron, joined by an arc-hybrid parser and their relations named. The
//! same bytes give the same tree. Only what is asked for is read: a model is a
//! table that lies in the program and is used there.

mod arc_features;
mod arcs;
mod cluster;
mod feature;
mod form;
mod label;
mod lemma;
mod models;
mod parenthetical;
mod repair;
mod sentence;
mod table;
mod tag;
mod token;
mod trained;

use std::ops::Range;

use crate::model::{Dependency, Language, Span, Tree, Word};

/// What the training program shares with this stage, so that both look at the
/// same features and write the same tables. No part of the stable interface.
#[doc(hidden)]
pub mod training {
    pub use super::arc_features::features as arc_features;
    pub use super::arcs::{Configuration, MOVES, Move, heads};
    pub use super::cluster::{Clusters, cluster_table};
    pub use super::feature::Feature;
    pub use super::form::{Form, forms, word_hash};
    pub use super::label::{Headed, RELATIONS};
    pub use super::lemma::{folded, lemma, letter, regular};
    pub use super::sentence::Sentence;
    pub use super::table::{TableBuilder, Weigh, best};
    pub use super::tag::{PARTS, TagState, tag};
    pub use super::tokens;
    pub use super::trained::{MARK, Syntax, Trained};
}

/// Words of a sentence that are parsed; those behind have no place in its
/// tree. Longer sentences are tables and lists, and the time of a caller that
/// looks at all words for each figure stays bounded.
pub const MAX_WORDS: usize = 2_000;

/// Parses one sentence, given in the text and by its bytes; `None` where there
/// is no model of the language.
///
/// The tree has no words for a blank sentence, and at most [`MAX_WORDS`].
///
/// # Panics
///
/// When `sentence` does not lie in `text` at character boundaries.
#[must_use]
pub fn parse_sentence(text: &str, sentence: Range<usize>, language: Language) -> Option<Tree> {
    let model = models::model_of(language)?;
    let start = sentence.start;
    let sentence = &text[sentence];
    let places = tokens(sentence, language);
    let words: Vec<&str> = places.iter().map(|at| word(sentence, at.clone())).collect();
    let syntax = model.syntax(&words, language);
    let node = |at: usize| {
        let relation = syntax.relations[at];
        // The models count the root behind the last word; a [`Tree`] has it as its own head.
        let is_root = relation == Dependency::Root;
        let head = if is_root { at } else { syntax.heads[at] };
        Word {
            span: Span::new(start + places[at].start, start + places[at].end),
            lemma: lemma::lemma(words[at], syntax.parts[at], language),
            part: syntax.parts[at],
            head: u32::try_from(head).expect("a sentence has at most MAX_WORDS words"),
            relation,
        }
    };
    Some(Tree {
        words: (0..words.len()).map(node).collect(),
    })
}

/// A word of a sentence as it is read: a hyphen between blanks is a dash.
fn word(sentence: &str, at: Range<usize>) -> &str {
    let before = sentence[..at.start].chars().next_back();
    let after = sentence[at.end..].chars().next();
    let spaced = before == Some(' ') && after == Some(' ');
    match &sentence[at] {
        // *prices - and wages*: treebanks write a dash, and a hyphen would join both to one word.
        "-" if spaced => "\u{2013}",
        word => word,
    }
}

/// The bytes of the words of a sentence, as the treebanks of its language cut
/// them; at most [`MAX_WORDS`].
#[must_use]
pub fn tokens(sentence: &str, language: Language) -> Vec<Range<usize>> {
    token::tokens(sentence, language, MAX_WORDS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parsed(text: &str, language: Language) -> Tree {
        parse_sentence(text, 0..text.len(), language).unwrap()
    }

    /// Each word with its part of speech, its head and its relation.
    fn lines(text: &str, language: Language) -> Vec<String> {
        let tree = parsed(text, language);
        let line = |at: usize| {
            let word = &tree.words[at];
            let head = tree.head(at);
            let head = head.map_or("-", |head| tree.words[head].span.of(text));
            let surface = word.span.of(text);
            format!("{surface} {:?} {head} {:?}", word.part, word.relation)
        };
        (0..tree.words.len()).map(line).collect()
    }

    #[test]
    fn a_number_depends_on_what_it_counts() {
        let text = "Our teams cleared 1,200 mines in May.";
        assert_eq!(
            lines(text, Language::English),
            [
                "Our Pronoun teams NmodPoss",
                "teams Noun cleared Nsubj",
                "cleared Verb - Root",
                "1,200 Numeral mines Nummod",
                "mines Noun cleared Obj",
                "in Adposition May Case",
                "May ProperNoun cleared Obl",
                ". Punctuation cleared Punct",
            ]
        );
    }

    #[test]
    fn a_passive_has_its_subject_and_its_auxiliary() {
        assert_eq!(
            lines("The roads were not repaired.", Language::English),
            [
                "The Determiner roads Det",
                "roads Noun repaired NsubjPass",
                "were Auxiliary repaired AuxPass",
                "not Particle repaired Advmod",
                "repaired Verb - Root",
                ". Punctuation repaired Punct",
            ]
        );
    }

    #[test]
    fn a_verb_has_its_particle() {
        let lines = lines("They gave up the plan.", Language::English);
        assert_eq!(lines[2], "up Adposition gave CompoundPrt");
    }

    #[test]
    fn other_languages_have_the_counted_noun_and_the_subject() {
        for (text, language, number, subject) in [
            (
                "Nos équipes ont détruit 300 mines.",
                Language::French,
                "300",
                "équipes",
            ),
            (
                "Las tropas destruyeron 300 minas.",
                Language::Spanish,
                "300",
                "tropas",
            ),
            (
                "As equipes destruíram 300 minas.",
                Language::Portuguese,
                "300",
                "equipes",
            ),
            (
                "Unsere Teams haben 300 Minen geräumt.",
                Language::German,
                "300",
                "Teams",
            ),
            (
                "Эти группы уничтожили 300 мин.",
                Language::Russian,
                "300",
                "группы",
            ),
        ] {
            let lines = lines(text, language);
            let starting = |word: &str| lines.iter().find(|line| line.starts_with(word)).unwrap();
            assert!(starting(number).ends_with("Nummod"), "{lines:?}");
            assert!(starting(subject).ends_with("Nsubj"), "{lines:?}");
        }
    }

    #[test]
    fn languages_without_a_model_have_no_tree() {
        for language in [Language::Arabic, Language::Chinese, Language::Other] {
            assert_eq!(parse_sentence("5 a", 0..3, language), None);
        }
    }

    #[test]
    fn spans_count_from_the_start_of_the_text() {
        let text = "Not this. But 5 men left.";
        let tree = parse_sentence(text, 10..text.len(), Language::English).unwrap();
        let words: Vec<&str> = tree.words.iter().map(|word| word.span.of(text)).collect();
        assert_eq!(words, ["But", "5", "men", "left", "."]);
    }

    #[test]
    fn a_blank_sentence_has_a_tree_without_words() {
        assert_eq!(parsed(" \n", Language::English), Tree::default());
    }

    #[test]
    fn words_beyond_the_limit_have_no_place() {
        let text = "5 men, ".repeat(MAX_WORDS);
        assert_eq!(parsed(&text, Language::English).words.len(), MAX_WORDS);
    }

    const WORDS: &[&str] = &[
        "In", "2021", ",", "5.5%", "of", "don't", "(", "men's", "fell", "—", "x-y", "…",
    ];

    /// Text of words that mean something and of any characters.
    fn sentence() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            prop::sample::select(WORDS).prop_map(str::to_owned),
            ".{0,6}",
        ];
        prop::collection::vec(word, 0..20).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn any_text_has_one_tree_of_words_in_order(
            text in sentence(),
            language in prop::sample::select(models::languages()),
        ) {
            let tree = parsed(&text, language);
            prop_assert_eq!(&tree, &parsed(&text, language));
            let roots = (0..tree.words.len()).filter(|&at| tree.head(at).is_none()).count();
            prop_assert_eq!(roots, usize::from(!text.trim().is_empty()));
            let mut passed = 0;
            for (at, word) in tree.words.iter().enumerate() {
                let bytes = word.span.range();
                prop_assert!(text[passed..bytes.start].trim().is_empty(), "text left out");
                prop_assert!(!word.span.of(&text).is_empty());
                prop_assert_eq!(word.relation == Dependency::Root, tree.head(at).is_none());
                passed = bytes.end;
            }
            prop_assert!(text[passed..].trim().is_empty(), "text left out");
        }
    }
}
