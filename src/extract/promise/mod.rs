//! Finds the promises of a document.
//!
//! Input: a segmented document and its figures. Output: promises in reading
//! order, read from the trees of the sentences in which a word of the ladder
//! (`ladder`) stands. Nouns (*the political will*), questions, wishes, what others
//! are said to promise and what nobody does on purpose are none.

mod act;
mod actor;
mod bond;
mod clause;
mod deed;
mod extent;
mod horizon;
mod ladder;
mod nominal;
mod outlook;
mod title;
mod tongue;

use std::ops::Range;

pub use ladder::{Form, Rung, ladder};

use clause::Clause;
use tongue::{Tongue, has, tongue};

use crate::cores::in_parts;
use crate::model::{
    Deed, Document, Earlier, Language, ParseSentence, Promise, Segmented, Span, Token, Tree,
    Witness, earlier_of, unread_bytes,
};

/// Most words of a sentence that is read; longer ones are lists and tables.
const MAX_WORDS: usize = 200;

/// Finds the promises of a witness whose figures were read; `trees` are those that were
/// read with them. `earlier` has, by paragraph, where its text was read before, and may be
/// shorter.
pub(crate) fn promises_beside(
    witness: &Witness,
    trees: &[Tree],
    parse: ParseSentence,
    earlier: &[Option<Earlier<'_>>],
) -> Vec<Promise> {
    let document = &witness.document;
    let reading = Reading {
        document,
        segmented: &witness.segmented,
        trees,
        parse,
        earlier,
    };
    let parts = in_parts(
        document.paragraphs.len(),
        |paragraph| unread_bytes(document, earlier, paragraph),
        |paragraphs| reading.read(paragraphs),
    );
    let mut promises: Vec<Promise> = parts.into_iter().flatten().collect();
    act::add_deadlines(&mut promises, &witness.figures);
    promises
}

/// Finds what a witness says was done; `earlier` as in [`promises_beside`].
pub(crate) fn deeds_beside(witness: &Witness, earlier: &[Option<Earlier<'_>>]) -> Vec<Deed> {
    let Document { text, metadata, .. } = &witness.document;
    let Some(tongue) = tongue(metadata.language) else {
        return Vec::new();
    };
    let mut deeds = Vec::new();
    for paragraph in 0..witness.document.paragraphs.len() {
        match earlier_of(earlier, paragraph) {
            Some(earlier) => deeds.extend(earlier.deeds(narrow(paragraph))),
            None => deed::read_paragraph(text, &witness.segmented, tongue, paragraph, &mut deeds),
        }
    }
    deeds
}

/// A document whose promises are read.
struct Reading<'a> {
    document: &'a Document,
    segmented: &'a Segmented,
    /// Trees that were read with the figures, in reading order.
    trees: &'a [Tree],
    parse: ParseSentence,
    earlier: &'a [Option<Earlier<'a>>],
}

impl Reading<'_> {
    fn read(&self, paragraphs: Range<usize>) -> Vec<Promise> {
        let mut promises = Vec::new();
        for index in paragraphs {
            if let Some(earlier) = earlier_of(self.earlier, index) {
                promises.extend(earlier.promises(narrow(index)));
                continue;
            }
            let sentences = self.segmented.paragraph_sentences(index);
            for (number, tokens) in sentences.enumerate() {
                let tokens = &self.segmented.tokens[tokens];
                self.read_sentence((narrow(index), narrow(number)), tokens, &mut promises);
            }
        }
        promises
    }

    /// The tree of a sentence, where one was read with its figures.
    fn tree(&self, sentence: Span) -> Option<&Tree> {
        let span = |tree: &Tree| Some(tree.words.first()?.span.to(tree.words.last()?.span));
        let start = |tree: &Tree| span(tree).map(|span| span.start);
        let at = self
            .trees
            .partition_point(|tree| start(tree) < Some(sentence.start));
        self.trees
            .get(at)
            .filter(|tree| span(tree) == Some(sentence))
    }

    /// Reads the promises of one sentence, if a word of the ladder stands in it.
    fn read_sentence(&self, place: (u32, u32), tokens: &[Token], promises: &mut Vec<Promise>) {
        let Document { text, metadata, .. } = self.document;
        let language = metadata.language;
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return;
        };
        let words = tokens.iter().map(|token| token.span.of(text));
        if tokens.len() > MAX_WORDS || !binds(words, language) {
            return;
        }
        let quote = first.span.to(last.span);
        if quote.of(text).trim_end().ends_with('?') {
            return;
        }
        let parsed;
        let tree = if let Some(tree) = self.tree(quote) {
            tree
        } else if let Some(tree) = (self.parse)(text, quote.range(), language) {
            parsed = tree;
            &parsed
        } else {
            return;
        };
        let delegation = metadata.delegation.as_ref();
        let Some(tongue) = tongue(language) else {
            return;
        };
        let clause = Clause {
            text,
            tree,
            language,
            tongue,
            delegation: delegation.map(|stated| stated.value.as_str()),
        };
        clause.read(place, quote, promises);
    }
}

/// Whether a word of the ladder stands among the `words` of a sentence behind a word
/// that may name who acts: only then it is worth a tree.
pub(super) fn binds<'t>(words: impl Iterator<Item = &'t str>, language: Language) -> bool {
    let Some(tongue) = tongue(language) else {
        return false;
    };
    let (mut is_named, mut before, mut owned) = (false, ["", ""], 0);
    for word in words.flat_map(parts) {
        is_named = is_named || tongue::ends(word, tongue.own_endings);
        let is_short = (2..=MOST_BYTES).contains(&word.len());
        // *would like to call on*
        let is_wished = has(tongue.courtesies, before[0]);
        let is_noun_sign = has(tongue.noun_signs, before[1]) && !is_wished;
        let is_verb = || !is_noun_sign && ladder::rung_of(word, language).is_some();
        let is_noun = || owned > 0 && ladder::noun_rung(word, language).is_some();
        let expects = || ladder::outlook_rung(word, language).is_some();
        if is_short && is_named && (is_verb() || is_noun() || expects()) {
            return true;
        }
        is_named = is_named || may_act(word, tongue);
        before = [before[1], word];
        let is_owner = has(tongue.possessives, word) || has(tongue.has, word);
        owned = if is_owner {
            NEAR_OWNER
        } else {
            owned.saturating_sub(1)
        };
    }
    false
}

/// A word with its clitics apart: *s'engage*, *compromete-se*; one that starts with an
/// apostrophe is whole (*'ll*).
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let is_mark = |letter| matches!(letter, '\'' | '’' | '-');
    let is_whole = word.starts_with(is_mark);
    let parts = word.split(move |letter| !is_whole && is_mark(letter));
    parts.filter(|part| !part.is_empty())
}

/// Words behind an owner in which its noun stands: *our full commitment*.
const NEAR_OWNER: usize = 3;

/// Whether a word may name who acts: a pronoun, a name or a body.
fn may_act(word: &str, tongue: &Tongue) -> bool {
    let is_large = word.starts_with(char::is_uppercase) && !has(tongue.starters, word);
    let is_pronoun = has(tongue.speakers, word) || has(tongue.referring, word);
    is_large || is_pronoun || has(tongue.possessives, word) || has(tongue.bodies, word)
}

/// Most bytes of a word of the ladder.
const MOST_BYTES: usize = 40;

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2^32 paragraphs")
}

/// The bytes from one word to another.
fn stretch(tree: &Tree, words: Range<usize>) -> Span {
    tree.words[words.start]
        .span
        .to(tree.words[words.end - 1].span)
}

#[cfg(test)]
mod tests;
