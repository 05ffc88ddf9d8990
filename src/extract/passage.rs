//! The tokens of one paragraph, and what can be asked of them.

use std::ops::Range;

use crate::model::{Dimension, Span};

use super::lexicon::Entry;
use super::lexis::Lexis;
use super::sense::Sense;
use super::spelling::{fold, initial, key};
use super::token::{Shape, Token, is_ideograph};
use crate::language::grammar::Grammar;

/// Counts how often tokens are looked at, in tests alone: what bounds the work
/// shows in it, whatever the machine.
pub(super) mod looks {
    #[cfg(test)]
    thread_local! {
        static COUNT: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
    }

    /// One look more.
    pub(in crate::extract) fn count() {
        #[cfg(test)]
        COUNT.set(COUNT.get() + 1);
    }

    /// How many there were on this thread while `work` was done.
    #[cfg(test)]
    pub(in crate::extract) fn during(work: impl FnOnce()) -> u64 {
        let before = COUNT.get();
        work();
        COUNT.get() - before
    }
}

/// A phrase that the lexicon knows, found in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<T> {
    /// What it means.
    pub(super) meaning: T,
    /// Its first token.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
}

/// Most tokens that a phrase before a number has.
const LONGEST_PHRASE: usize = 9;

/// The tokens of one paragraph with the tables of its language.
#[derive(Clone, Copy)]
pub(super) struct Passage<'a> {
    /// The document's text.
    pub(super) text: &'a str,
    /// The paragraph's tokens.
    pub(super) tokens: &'a [Token],
    /// The language.
    pub(super) lexis: &'a Lexis,
}

impl<'a> Passage<'a> {
    /// How many tokens there are.
    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    /// The token as written; empty past the end.
    pub(super) fn word(self, at: usize) -> &'a str {
        looks::count();
        self.tokens
            .get(at)
            .map_or("", |token| &self.text[token.start..token.end])
    }

    /// What the token is made of; `None` past the end.
    pub(super) fn shape(self, at: usize) -> Option<Shape> {
        looks::count();
        self.tokens.get(at).map(|token| token.shape)
    }

    /// Whether the token is a run of digits.
    pub(super) fn is_digits(self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Digits)
    }

    /// Whether the token is a word.
    pub(super) fn is_word(self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Word)
    }

    /// Whether the token is neither a word nor digits.
    pub(super) fn is_mark(self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Mark)
    }

    /// Whether the token stands right behind the one before, without a blank.
    pub(super) fn is_glued(self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether the token starts with a capital letter.
    pub(super) fn is_capitalised(self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token has a capital letter anywhere: *iPhone*.
    pub(super) fn has_capital(self, at: usize) -> bool {
        self.word(at).chars().any(char::is_uppercase)
    }

    /// Whether the token is one of the characters that are written without blanks.
    pub(super) fn is_ideograph(self, at: usize) -> bool {
        self.word(at).starts_with(is_ideograph)
    }

    /// Whether the token is a hyphen or a dash of any length.
    pub(super) fn is_dash(self, at: usize) -> bool {
        matches!(
            self.word(at),
            "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "–" | "—" | "\u{2212}" | "～"
        )
    }

    /// Whether the token is a hyphen between two words written as one.
    pub(super) fn is_hyphen(self, at: usize) -> bool {
        matches!(self.word(at), "-" | "\u{2010}" | "\u{2011}")
            && self.is_glued(at)
            && self.is_glued(at + 1)
    }

    /// Whether a phrase that bounds a number starts at a token and is longer than
    /// one that ends at `end`.
    pub(super) fn is_in_hedge(self, at: usize, end: usize) -> bool {
        self.find(at, |sense| matches!(sense, Sense::Hedge(_)).then_some(()))
            .is_some_and(|hedge| hedge.end > end)
    }

    /// Whether the token joins two sides of a thing: *30 x 20 cm*.
    pub(super) fn is_cross(self, at: usize) -> bool {
        matches!(self.word(at), "x" | "×") && self.is_digits(at + 1)
    }

    /// How many characters the token has: digits of other scripts are longer
    /// than one byte.
    pub(super) fn len_chars(self, at: usize) -> usize {
        self.word(at).chars().count()
    }

    /// The end of what makes the digits before a token a position: *st*, *-го*.
    pub(super) fn ordinal_ending(self, at: usize) -> Option<usize> {
        let ending = at + usize::from(self.is_hyphen(at));
        if !self.is_glued(ending) {
            return None;
        }
        // German writes *der 3. Oktober*: the stop of an ordinal looks like that of a sentence.
        if self.word(ending) == "." && !self.is_ordinal_stop(ending) {
            return None;
        }
        let known = self.lexis.is_ordinal_ending(self.word(ending));
        let power = self.is_digits(ending + 1) && self.is_glued(ending + 1);
        let agrees = at == 0 || ending_agrees(self.word(at - 1), self.word(ending));
        (known && agrees && !power).then_some(ending + 1)
    }

    /// Whether the stop at a token can make a position of the digits before it: it stands
    /// behind two at most, and no sentence begins behind it.
    fn is_ordinal_stop(self, at: usize) -> bool {
        let few = at > 0 && self.len_chars(at - 1) <= 2;
        let begins =
            self.is_capitalised(at + 1) && self.lexis.is_stop(&self.word(at + 1).to_lowercase());
        few && self.is_word(at + 1) && !self.is_glued(at + 1) && !begins
    }

    /// The bytes of a range of tokens, which is not empty.
    pub(super) fn span(self, range: Range<usize>) -> Span {
        Span::new(
            self.tokens[range.start].start,
            self.tokens[range.end - 1].end,
        )
    }

    /// The words of a range of tokens as written.
    pub(super) fn words(self, range: Range<usize>) -> &'a str {
        self.span(range).of(self.text)
    }

    /// The words of a range of tokens in lower case, one blank between two;
    /// empty for an empty range and past the end.
    pub(super) fn folded(self, range: Range<usize>) -> String {
        if range.is_empty() || range.end > self.len() {
            return String::new();
        }
        let mut folded = String::new();
        fold(self.words(range.clone()), &mut folded);
        if range.len() == 1 {
            return folded;
        }
        // The end of a line may stand between two words of a phrase.
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The first token that ends past `byte`, not before `from`.
    pub(super) fn token_at_byte(self, byte: usize, from: usize) -> usize {
        self.tokens[from..]
            .iter()
            .position(|token| token.end > byte)
            .map_or(self.len(), |offset| from + offset)
    }

    /// The longest phrase that starts at a token and means what `pick` accepts.
    pub(super) fn find<T>(self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<Found<T>> {
        let senses = self.tokens.get(at)?.senses;
        if senses.is_empty() {
            return None;
        }
        // The lexicon has the longest phrases first: *more than* before *more*.
        let mut entries = self.lexis.lexicon.entries(senses, self.initial(at + 1));
        entries.find_map(|(sense, entry)| {
            let meaning = pick(sense)?;
            self.continues(at + 1, entry).then_some(Found {
                meaning,
                start: at,
                end: at + entry.len(),
            })
        })
    }

    /// The longest phrase that ends right before a token and means what `pick` accepts.
    pub(super) fn find_before<T>(
        self,
        end: usize,
        pick: impl Fn(Sense) -> Option<T>,
    ) -> Option<Found<T>> {
        let longest = |start: usize| self.lexis.lexicon.longest(self.tokens[start].senses);
        // From the farthest: of *more than* and *than* before a number the longer phrase is meant.
        (end.saturating_sub(LONGEST_PHRASE)..end)
            .filter(|&start| start + longest(start) >= end)
            .find_map(|start| self.find_between(start..end, &pick))
    }

    /// The phrase of just these tokens that means what `pick` accepts.
    fn find_between<T>(
        self,
        tokens: Range<usize>,
        pick: impl Fn(Sense) -> Option<T>,
    ) -> Option<Found<T>> {
        let Range { start, end } = tokens;
        let senses = self.tokens[start].senses;
        let entries = self.lexis.lexicon.entries(senses, self.initial(start + 1));
        entries
            .filter(|(_, entry)| start + entry.len() == end)
            .find_map(|(sense, entry)| {
                let meaning = pick(sense)?;
                self.continues(start + 1, entry).then_some(Found {
                    meaning,
                    start,
                    end,
                })
            })
    }

    /// The end of the word of the grammar at a token, if it is that word.
    pub(super) fn grammar(self, at: usize, word: Grammar) -> Option<usize> {
        let senses = self.tokens.get(at)?.senses;
        if !self.lexis.lexicon.has_grammar(senses, word) {
            return None;
        }
        self.find(at, |sense| (sense == Sense::Word(word)).then_some(()))
            .map(|found| found.end)
    }

    /// Whether a phrase that may be the word of the grammar starts at one of these tokens.
    pub(super) fn has_word_within(self, tokens: Range<usize>, word: Grammar) -> bool {
        let tokens = &self.tokens[tokens.start..tokens.end.min(self.len())];
        let mut senses = tokens.iter().map(|token| token.senses);
        senses.any(|senses| self.lexis.lexicon.has_grammar(senses, word))
    }

    /// The token behind the determiner at a token; the token itself without one.
    pub(super) fn past_determiner(self, at: usize) -> usize {
        self.grammar(at, Grammar::The)
            .or_else(|| self.grammar(at, Grammar::Article))
            .unwrap_or(at)
    }

    /// Whether a determiner or an owner stands right before a token: *the*, *this*, *its own*.
    pub(super) fn is_determined(self, at: usize) -> bool {
        let owner = |sense| (sense == Sense::Owner).then_some(());
        let before = |end: usize| {
            let words = [Grammar::The, Grammar::Article, Grammar::This];
            let word = words
                .iter()
                .any(|&word| self.grammar_before(end, word).is_some());
            word || self.find_before(end, owner).is_some() || self.is_owner_mark(end - 1)
        };
        let own = |sense| (sense == Sense::Word(Grammar::Own)).then_some(());
        at > 0 && (before(at) || self.find_before(at, own).is_some())
    }

    /// Whether a token is the *s* of an owner: *Veldland's*.
    pub(super) fn is_owner_mark(self, at: usize) -> bool {
        let apostrophe = at > 0 && matches!(self.word(at - 1), "'" | "’");
        self.word(at) == "s" && apostrophe && self.is_glued(at)
    }

    /// Whether the word of the grammar stands at a token.
    pub(super) fn is(self, at: usize, word: Grammar) -> bool {
        self.grammar(at, word).is_some()
    }

    /// Whether what stands at a token opens a noun phrase or stands for one, so that
    /// the word before it is no noun: *presents a picture*, *provides us*, *clears 40*.
    pub(super) fn opens_object(self, at: usize) -> bool {
        let object = |sense| match sense {
            Sense::Owner | Sense::Pronoun | Sense::Word(Grammar::Article | Grammar::The) => {
                Some(())
            }
            _ => None,
        };
        self.find(at, object).is_some() || self.is_digits(at)
    }

    /// Whether a unit of time stands at a token: *years*, *month*.
    pub(super) fn is_time_unit(self, at: usize) -> bool {
        let time = self.find(at, |sense| match sense {
            Sense::Unit(row) if self.lexis.dimension(row) == Dimension::Time => Some(()),
            _ => None,
        });
        time.is_some()
    }

    /// Whether words by which numbers are compared end before a token: *compared with*.
    pub(super) fn is_compared(self, at: usize) -> bool {
        let beside = |sense| (sense == Sense::Beside).then_some(());
        self.find_before(at, beside).is_some()
    }

    /// Whether words behind which a base of comparison stands end before a token: *compared
    /// with*, *higher than*.
    pub(super) fn follows_comparison(self, at: usize) -> bool {
        let leads = |sense| matches!(sense, Sense::Beside | Sense::Differs(_)).then_some(());
        self.find_before(at, leads).is_some()
    }

    /// Whether a word for a year stands at a token.
    pub(super) fn is_year_unit(self, at: usize) -> bool {
        let year = self.find(at, |sense| match sense {
            Sense::Unit(row) if self.lexis.is_year(row) => Some(()),
            _ => None,
        });
        year.is_some()
    }

    /// Whether a number word below 1000 stands at a token.
    pub(super) fn has_cardinal(self, at: usize) -> bool {
        let cardinal = |sense| matches!(sense, Sense::Cardinal(_)).then_some(());
        self.find(at, cardinal).is_some()
    }

    /// Where the word of the grammar starts that ends right before a token.
    pub(super) fn grammar_before(self, end: usize, word: Grammar) -> Option<usize> {
        let means = |sense| (sense == Sense::Word(word)).then_some(());
        (end.saturating_sub(LONGEST_PHRASE)..end).find(|&start| {
            let senses = self.tokens[start].senses;
            self.lexis.lexicon.has_grammar(senses, word)
                && start + self.lexis.lexicon.longest(senses) >= end
                && self.find_between(start..end, means).is_some()
        })
    }

    /// Whether the token has the sense by itself or as the start of a phrase.
    pub(super) fn has(self, at: usize, sense: Sense) -> bool {
        self.find(at, |found| (found == sense).then_some(()))
            .is_some()
    }

    /// What a token begins with, as [`initial`] has it.
    fn initial(self, at: usize) -> u8 {
        let start = self.tokens.get(at).map(|token| token.start);
        initial(&self.text.as_bytes()[start.unwrap_or(self.text.len())..])
    }

    fn continues(self, at: usize, entry: &Entry) -> bool {
        entry.len() == 1
            || (at..)
                .zip(self.lexis.lexicon.tail(entry))
                .all(|(at, word)| same_word(self.word(at), word))
    }
}

/// Whether an English ending of a position fits its digits: *14st* is a weight.
fn ending_agrees(digits: &str, ending: &str) -> bool {
    let last = match ending {
        "st" => '1',
        "nd" => '2',
        "rd" => '3',
        _ => return true,
    };
    digits
        // *21st*, but *11th*: *11st* is a slip.
        .strip_suffix(last)
        .is_some_and(|tens| !tens.ends_with('1'))
}

fn same_word(word: &str, folded: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(folded);
    }
    key(word).eq(folded.chars())
}

#[cfg(test)]
mod tests {
    use super::Passage;
    use crate::extract::tests::holds;

    #[test]
    fn a_year_is_told_from_other_stretches_of_time() {
        let is_year = |text: &str| {
            let rule = |passage: Passage<'_>, at: usize| -> bool { passage.is_year_unit(at) };
            holds(rule, "en", text)
        };
        assert!(is_year("5 |years old") && !is_year("5 |days old") && !is_year("5 |boats"));
    }
}
