//! What a statement says was done, read from its words alone: *has completed*, *have been
//! destroyed*, *decided to close*.

use super::narrow;
use crate::language::promises::PromiseWords;
use crate::language::{ends, has};
use crate::model::{Deed, Segmented, Token};

/// Most words between *has* and the participle.
const NEAR: usize = 3;
/// Words of what was done.
const MOST_OBJECTS: usize = 14;

/// Adds what a sentence at `place` says was done.
pub(super) fn read(
    text: &str,
    lists: &PromiseWords,
    place: (usize, usize),
    tokens: &[Token],
    deeds: &mut Vec<Deed>,
) {
    let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
    let sentence = Sentence { words, lists };
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return;
    };
    for at in 0..tokens.len() {
        let Some(done) = sentence.done(at) else {
            continue;
        };
        let base = lists.base(sentence.words[done.verb]);
        if lists.says(lists.lasting, &base) {
            continue;
        }
        deeds.push(Deed {
            paragraph: narrow(place.0),
            sentence: narrow(place.1),
            quote: first.span.to(last.span),
            words: tokens[at].span.to(tokens[done.verb].span),
            is_speaker: at > 0 && has(lists.speakers, sentence.words[at - 1]),
            actor: sentence.actor(at).filter(|_| !done.is_passive),
            sense: lists.sense(&base),
            completes: lists.says(lists.completions, &base),
            objects: sentence.objects(at, &done),
            verb: base,
        });
    }
}

/// The words of a sentence.
struct Sentence<'a> {
    words: Vec<&'a str>,
    lists: &'a PromiseWords,
}

/// A verb in a tense of what is done.
struct Done {
    /// Position of the verb.
    verb: usize,
    /// Whether what it is done to stands before: *has been cleared*.
    is_passive: bool,
}

impl Sentence<'_> {
    /// What is done by the words from `at`: *has completed*, *decided today to close*.
    fn done(&self, at: usize) -> Option<Done> {
        let lists = self.lists;
        let near = || (at + 1..self.words.len()).take(NEAR);
        if has(lists.decisions, self.words[at]) {
            let mark = near().find(|&word| has(lists.infinitive_marks, self.words[word]))?;
            let verb = mark + 1;
            return (verb < self.words.len()).then_some(Done {
                verb,
                is_passive: false,
            });
        }
        if !has(lists.perfects, self.words[at]) {
            return None;
        }
        // *has not yet cleared*
        if near().any(|word| has(lists.negations, self.words[word])) {
            return None;
        }
        let verb = near().find(|&word| lists.is_participle(self.words[word]))?;
        let mut between = at + 1..verb;
        let is_passive = between.any(|word| has(lists.pasts, self.words[word]));
        Some(Done { verb, is_passive })
    }

    /// The word before, in lower case.
    fn actor(&self, at: usize) -> Option<String> {
        let before = self.words[at.checked_sub(1)?];
        before
            .starts_with(char::is_alphabetic)
            .then(|| before.to_lowercase())
    }

    fn objects(&self, at: usize, done: &Done) -> Vec<String> {
        let before = self.words[..at].iter().rev();
        let behind = self.words[done.verb + 1..].iter();
        let behind = behind.take_while(|word| !matches!(**word, ";" | ":" | "."));
        let words: Vec<&str> = if done.is_passive {
            before.take(MOST_OBJECTS).copied().collect()
        } else {
            behind.take(MOST_OBJECTS).copied().collect()
        };
        // *asset-backed* is *asset* too.
        let parts = words.iter().flat_map(|word| word.split('-'));
        let parts = parts.filter(|part| part.starts_with(char::is_alphanumeric));
        parts.map(str::to_lowercase).collect()
    }
}

impl PromiseWords {
    fn is_participle(&self, word: &str) -> bool {
        let irregular = self.participles.iter().any(|(form, _)| *form == word);
        irregular || word.len() > 4 && ends(word, self.participle_endings)
    }

    /// The base form of a verb, as far as endings tell it.
    fn base(&self, word: &str) -> String {
        let word = word.to_lowercase();
        let irregular = self.participles.iter().find(|(form, _)| *form == word);
        if let Some((_, base)) = irregular {
            return (*base).to_owned();
        }
        let stem = |ending: &&str| word.strip_suffix(*ending);
        let Some(stem) = self.participle_endings.iter().find_map(stem) else {
            return word;
        };
        if self.in_stems {
            return stem.to_owned();
        }
        // *completed* is *complete*, *destroyed* is *destroy*.
        let known = |base: &String| self.sense(base).is_some() || self.says(self.completions, base);
        let with_vowel = format!("{stem}e");
        if known(&with_vowel) {
            with_vowel
        } else {
            stem.to_owned()
        }
    }

    fn sense(&self, base: &str) -> Option<&'static str> {
        let set = self.synonyms.iter().find(|set| self.says(set, base))?;
        Some(set[0])
    }
}

/// The deeds of a paragraph.
pub(super) fn read_paragraph(
    text: &str,
    segmented: &Segmented,
    lists: &PromiseWords,
    paragraph: usize,
    deeds: &mut Vec<Deed>,
) {
    for (number, tokens) in segmented.paragraph_sentences(paragraph).enumerate() {
        let tokens = &segmented.tokens[tokens];
        read(text, lists, (paragraph, number), tokens, deeds);
    }
}

#[cfg(test)]
mod tests {
    use crate::language::pack;
    use crate::model::Language;

    #[test]
    fn a_participle_is_told_by_its_ending_or_stands_in_the_list() {
        let lists = pack(Language::English).promises.unwrap();
        for word in ["cleared", "destroyed", "bought"] {
            assert!(lists.is_participle(word), "{word}");
        }
        // *Need* and *seed* are too short for an ending.
        for word in ["clear", "bridges", "need", "seed"] {
            assert!(!lists.is_participle(word), "{word}");
        }
    }
}
