//! What *this proposal* stands for: a noun that says nothing by itself, behind a word that
//! points back, is named by the sentences before it. Such nouns are *shell nouns* (Schmid,
//! *English Abstract Nouns as Conceptual Shells*, 2000). *This proposal will cost 3 million*
//! stands in a budget speech ten times, of ten proposals.

use std::cell::OnceCell;
use std::ops::Range;

use hashbrown::{HashMap, HashSet};

use super::feature::Mention;
use super::words::{first_stem, real};
use crate::language::figures::Anaphors;
use crate::language::pack;
use crate::model::{Role, TokenClass, Vocabulary, Witness};

/// Sentences before that in which the antecedent is named.
const BEFORE: usize = 2;

/// Words that may stand between the word that points back and its noun: *this new measure*.
const BETWEEN: usize = 1;

/// Words that may stand before the noun of a result: *the annual revenue loss*.
const MODIFIERS: usize = 2;

/// Tokens before and behind a figure within which its clause points back: *1,400 people will
/// benefit from these two measures*.
const AHEAD: usize = 15;
const BEHIND: usize = 8;

/// Letters of a word that may tell what is spoken of.
const TELLING: usize = 4;

/// Sentences of a statement, at most, that have a telling word, and the part of all of them:
/// what stands in more is what the whole statement is about.
const MOST_SENTENCES: usize = 3;
const PART: usize = 15;

/// Least part of the telling words, of the side that has fewer, that both have to share. Two
/// paragraphs of one statement share about one word in ten by chance.
const LEAST_SHARED: f64 = 0.2;

/// What the figures of two statements are told of, where their sentences point back.
#[derive(Debug)]
pub(super) struct Antecedents<'a> {
    sides: [Side<'a>; 2],
}

#[derive(Debug)]
struct Side<'a> {
    witness: &'a Witness,
    vocabulary: &'a Vocabulary,
    anaphors: &'static Anaphors,
    /// How common each stem is, once it was asked for.
    spread: OnceCell<Spread<'a>>,
}

/// In how many sentences of a statement each stem stands.
#[derive(Debug, Default)]
struct Spread<'a> {
    counts: HashMap<&'a str, usize>,
    /// How many sentences there are.
    sentences: usize,
}

impl<'a> Antecedents<'a> {
    pub(super) fn new(witnesses: [&'a Witness; 2], vocabulary: &'a Vocabulary) -> Self {
        let side = |witness: &'a Witness| Side {
            witness,
            vocabulary,
            anaphors: &pack(witness.document.metadata.language).figures.anaphors,
            spread: OnceCell::new(),
        };
        Self {
            sides: witnesses.map(side),
        }
    }

    /// Whether the sentence of one of two figures points back, and what it points to shares
    /// next to nothing with what the other is told of.
    pub(super) fn differ(&self, mentions: [&Mention<'_>; 2]) -> bool {
        let points_back = [0, 1].map(|at| self.sides[at].points_back(mentions[at]));
        if points_back == [false, false] {
            return false;
        }
        let [old, new] = [0, 1].map(|at| self.sides[at].topic(mentions[at], points_back[at]));
        let shared = old.intersection(&new).count();
        let least = old.len().min(new.len());
        real(shared) < LEAST_SHARED * real(least)
    }
}

impl<'a> Side<'a> {
    /// Whether the clause of a figure points back: *this proposal*, *these new measures*, *This
    /// will cost*.
    fn points_back(&self, mention: &Mention<'_>) -> bool {
        let tokens = &self.witness.segmented.tokens[sentence_of(mention)];
        let figure = (mention.token - mention.sentence.start) as usize;
        let start = figure.saturating_sub(AHEAD);
        let end = tokens.len().min(figure + BEHIND);
        let words: Vec<&str> = tokens[start..end]
            .iter()
            .map(|token| self.vocabulary.word(token.key))
            .collect();
        let has_noun = (0..words.len()).any(|at| {
            let parts = |word: &&str| matches!(*word, "." | ";");
            let (from, to) = (at.min(figure - start), at.max(figure - start));
            self.is_shell_phrase(&words[at..]) && !words[from..to].iter().any(parts)
        });
        let is_word = |word: &&str| word.starts_with(char::is_alphabetic);
        // Behind the number or the mark of a paragraph.
        let opening = &words[words.iter().position(is_word).unwrap_or(words.len())..];
        let opens = || self.opens_with_pronoun(opening) || self.opens_with_result(opening);
        has_noun || start == 0 && opens()
    }

    /// Whether words begin with one that points back and its noun.
    fn is_shell_phrase(&self, words: &[&str]) -> bool {
        let Some((first, rest)) = words.split_first() else {
            return false;
        };
        let is_noun = |word: &&str| {
            let mut nouns = self.anaphors.nouns.iter();
            nouns.any(|noun| first_stem(noun) == first_stem(word))
        };
        self.anaphors.demonstratives.contains(first) && rest.iter().take(1 + BETWEEN).any(is_noun)
    }

    /// Whether a sentence opens with a pronoun and its verb.
    fn opens_with_pronoun(&self, opening: &[&str]) -> bool {
        let mut openings = self.anaphors.openings.iter();
        openings.any(|(pronoun, verb)| opening.starts_with(&[*pronoun, *verb]))
    }

    /// Whether a sentence opens with what something costs or brings, and goes on with the verb
    /// and not with *of* what: *The revenue loss is estimated at*.
    fn opens_with_result(&self, opening: &[&str]) -> bool {
        let (articles, nouns) = self.anaphors.results;
        let Some((article, rest)) = opening.split_first() else {
            return false;
        };
        let noun = rest
            .iter()
            .take(1 + MODIFIERS)
            .position(|word| nouns.contains(word));
        let verb = noun.and_then(|at| rest.get(at + 1));
        let words = pack(self.witness.document.metadata.language).figures;
        let is_verb = |word: &&str| {
            let mut listed = words.auxiliaries.split('|');
            listed.any(|verb| verb.split(' ').next() == Some(*word))
        };
        articles.contains(article) && verb.is_some_and(is_verb)
    }

    /// The telling words of what a figure is told of: those of its sentence, or of the sentences
    /// before, where it points back.
    fn topic(&self, mention: &Mention<'_>, points_back: bool) -> HashSet<&'a str> {
        let sentences = if points_back {
            self.before(mention)
        } else {
            vec![sentence_of(mention)]
        };
        let words = sentences.into_iter().flat_map(|tokens| self.stems(tokens));
        words.filter(|stem| self.is_telling(stem)).collect()
    }

    /// The tokens of the sentences before that of a figure; of the paragraph before where it opens
    /// its own.
    fn before(&self, mention: &Mention<'_>) -> Vec<Range<usize>> {
        let paragraph = mention.figure.paragraph as usize;
        let last = |sentences: Vec<Range<usize>>| {
            sentences[sentences.len().saturating_sub(BEFORE)..].to_vec()
        };
        if mention.figure.sentence > 0 {
            let own = self.witness.segmented.paragraph_sentences(paragraph);
            return last(own.take(mention.figure.sentence as usize).collect());
        }
        let is_prose = |&at: &usize| {
            let role = self.witness.document.paragraphs[at].role;
            matches!(role, Role::Body | Role::ListItem | Role::Quote)
        };
        let earlier = (0..paragraph).rev().find(is_prose);
        let sentences = |at| self.witness.segmented.paragraph_sentences(at).collect();
        last(earlier.map(sentences).unwrap_or_default())
    }

    /// The stems of the longer of some tokens.
    fn stems(&self, tokens: Range<usize>) -> impl Iterator<Item = &'a str> {
        let vocabulary = self.vocabulary;
        let keys = self.witness.segmented.tokens[tokens]
            .iter()
            .map(|token| token.key);
        let words = keys.filter(move |key| vocabulary.class(*key) == TokenClass::Word);
        words
            .map(move |key| vocabulary.word(key))
            .filter(|word| word.chars().nth(TELLING - 1).is_some())
            .map(first_stem)
    }

    /// Whether few sentences of the statement have a stem.
    fn is_telling(&self, stem: &str) -> bool {
        let Spread { counts, sentences } = self.spread.get_or_init(|| self.spread());
        let most = MOST_SENTENCES.max(sentences / PART);
        counts.get(stem).is_some_and(|&count| count <= most)
    }

    fn spread(&self) -> Spread<'a> {
        let mut spread = Spread::default();
        for paragraph in 0..self.witness.document.paragraphs.len() {
            for sentence in self.witness.segmented.paragraph_sentences(paragraph) {
                spread.sentences += 1;
                let stems: HashSet<&str> = self.stems(sentence).collect();
                for stem in stems {
                    *spread.counts.entry(stem).or_insert(0) += 1;
                }
            }
        }
        spread
    }
}

/// The tokens of the sentence of a figure among those of its witness.
fn sentence_of(mention: &Mention<'_>) -> Range<usize> {
    mention.sentence.start as usize..mention.sentence.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::feature::tests::judged;

    /// Whether the last figures of two texts are told of two things that stand before.
    fn differ(before: &str, after: &str) -> bool {
        judged(
            "a.txt",
            [before, after],
            |witnesses, vocabulary, [old, new]| {
                let last = [old.last().unwrap(), new.last().unwrap()];
                Antecedents::new(witnesses, vocabulary).differ(last)
            },
        )
    }

    const RENT: &str = "We shall waive the rent of all market stalls in the harbour for a year.";
    const BOATS: &str = "Fishing boats will get cheaper fuel from the northern refinery.";

    #[test]
    fn a_proposal_is_that_of_the_sentence_before() {
        for (old, new) in [
            (
                "This proposal will cost 3 million euros.",
                "This proposal will cost 5 million euros.",
            ),
            (
                "This will cost 3 million euros.",
                "This will cost 5 million euros.",
            ),
            (
                "The annual revenue loss will be 3 million euros.",
                "The revenue loss is estimated at 5 million euros.",
            ),
            (
                "Some 300 families gain from these two measures.",
                "Some 500 families gain from this measure.",
            ),
        ] {
            assert!(
                differ(&format!("{RENT} {old}"), &format!("{BOATS} {new}")),
                "{new}"
            );
            assert!(
                !differ(&format!("{RENT} {old}"), &format!("{RENT} {new}")),
                "{new}"
            );
        }
    }

    #[test]
    fn it_stands_in_the_paragraph_before_too() {
        let of = |topic: &str, sum: &str| format!("{topic}\n\nThis plan will cost {sum} euros.");
        assert!(differ(&of(RENT, "300"), &of(BOATS, "500")));
        assert!(!differ(&of(RENT, "300"), &of(RENT, "500")));
    }

    #[test]
    fn what_is_named_is_no_other_thing() {
        let old = format!("{RENT} This proposal will cost 3 million euros.");
        assert!(!differ(
            &old,
            "To waive the rent of the stalls will cost 5 million euros."
        ));
        assert!(differ(
            &old,
            "Cheaper fuel for fishing boats will cost 5 million euros."
        ));
    }

    #[test]
    fn words_that_say_something_by_themselves_point_nowhere() {
        for sentence in [
            "This year the harbour will cost 5 million euros.",
            "It is estimated that the harbour will cost 5 million euros.",
            "The harbour will cost 5 million euros; this proposal is old.",
            "The cost of the harbour is 5 million euros.",
            "The harbour is 5 million euros dearer.",
        ] {
            let old = sentence.replace('5', "3");
            assert!(
                !differ(&format!("{RENT} {old}"), &format!("{BOATS} {sentence}")),
                "{sentence}"
            );
        }
    }

    #[test]
    fn a_long_row_of_a_table_has_no_sentence_and_points_nowhere() {
        let row = |last: &str| {
            format!(
                "Year     {}\n{}     {last}\n",
                "Wells     ".repeat(20),
                "12     ".repeat(20)
            )
        };
        let table = |last: &str| format!("{RENT}\n\n{0}{0}{0}", row(last));
        assert!(!differ(&table("300"), &table("500")));
    }
}
