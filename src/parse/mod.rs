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
mod sentence;
mod table;
mod tag;
mod token;
mod trained;

use std::ops::Range;

use crate::model::{Dependency, Language, PartOfSpeech, Span, Tree, Word};

use self::label::Headed;
use self::sentence::Sentence;
use self::trained::Trained;

/// What the training program shares with this stage, so that both look at the
/// same features and write the same tables. No part of the stable interface.
#[doc(hidden)]
pub mod training {
    pub use super::arc_features::features as arc_features;
    pub use super::arcs::{Configuration, MOVES, Move, heads};
    pub use super::cluster::{Clusters, cluster_table};
    pub use super::feature::Feature;
    pub use super::form::{Form, forms, word_hash};
    pub use super::label::{Headed, RELATIONS, relations};
    pub use super::lemma::{lemma, letter, regular};
    pub use super::sentence::Sentence;
    pub use super::table::{TableBuilder, Weigh, best, block_bytes};
    pub use super::tag::{PARTS, TagState, tag};
    pub use super::trained::{MARK, Trained};
    pub use super::{Syntax, syntax, tokens};
}

/// Words of a sentence that are parsed; those behind have no place in its
/// tree. Longer ones are tables and lists, and the time of a caller that looks
/// at all words for each figure stays bounded.
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
    let words: Vec<&str> = places
        .iter()
        .map(|place| &sentence[place.clone()])
        .collect();
    let syntax = syntax(&words, model);
    let word = |at: usize| Word {
        span: Span::new(start + places[at].start, start + places[at].end),
        lemma: lemma::lemma(words[at], syntax.parts[at], language),
        part: syntax.parts[at],
        // The root is its own head; positions are bounded by `MAX_WORDS`.
        head: u32::try_from(syntax.heads[at].min(words.len())).unwrap_or(u32::MAX),
        relation: syntax.relations[at],
    };
    let mut words_of_tree: Vec<Word> = (0..words.len()).map(word).collect();
    for (at, word) in (0_u32..).zip(&mut words_of_tree) {
        if word.relation == Dependency::Root {
            word.head = at;
        }
    }
    Some(Tree {
        words: words_of_tree,
    })
}

/// The bytes of the words of a sentence, as the treebanks of its language cut
/// them; at most [`MAX_WORDS`].
#[must_use]
pub fn tokens(sentence: &str, language: Language) -> Vec<Range<usize>> {
    let mut tokens = token::tokens(sentence, language);
    tokens.truncate(MAX_WORDS);
    tokens
}

/// What a model says of the words of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Syntax {
    /// Part of speech of each word.
    pub parts: Vec<PartOfSpeech>,
    /// Head of each word, the number of words for the root.
    pub heads: Vec<usize>,
    /// Relation of each word to its head.
    pub relations: Vec<Dependency>,
}

/// Parses a sentence that is cut into words.
#[must_use]
pub fn syntax(words: &[&str], model: Trained<'_>) -> Syntax {
    let with_clusters = model.clusters.exist();
    let mut features = Vec::with_capacity(64);
    let forms = form::forms(words.iter().copied(), model.clusters);
    let parts = tag::tag(&forms, &model.parts, with_clusters, &mut features);
    let sentence = Sentence::new(&forms, &parts);
    let heads = arcs::heads(sentence, &model.moves, &mut features, |_| ());
    let headed = Headed::new(sentence, &heads);
    let relations = label::relations(&headed, &model.relations, with_clusters, &mut features);
    Syntax {
        parts,
        heads,
        relations,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Tree {
        parse_sentence(text, 0..text.len(), Language::English).unwrap()
    }

    /// A word, its part of speech, its head and its relation.
    fn line(tree: &Tree, text: &str, at: usize) -> String {
        let word = &tree.words[at];
        let head = tree
            .head(at)
            .map_or("-", |head| tree.words[head].span.of(text));
        let surface = word.span.of(text);
        format!("{surface} {:?} {head} {:?}", word.part, word.relation)
    }

    #[test]
    fn a_number_depends_on_what_it_counts() {
        let text = "Our teams cleared 1,200 mines in May.";
        let tree = parsed(text);
        let lines: Vec<String> = (0..tree.words.len())
            .map(|at| line(&tree, text, at))
            .collect();
        assert_eq!(
            lines,
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
    fn spans_count_from_the_start_of_the_text() {
        let text = "Not this. But 5 men left.";
        let tree = parse_sentence(text, 10..text.len(), Language::English).unwrap();
        let words: Vec<&str> = tree.words.iter().map(|word| word.span.of(text)).collect();
        assert_eq!(words, ["But", "5", "men", "left", "."]);
    }
}
