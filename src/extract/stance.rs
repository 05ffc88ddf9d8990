//! Finds the States and bodies that a statement thanks, blames, or has beside it.
//!
//! Input: a segmented document. Output: stances in reading order, read from the words
//! around a verb of the pack. Those who align stand before the verb, those who
//! are thanked behind it, up to what they are thanked for; blamed is only who has what
//! is condemned (*condemn Ruritania's attack*), as the victim may be named beside. Where a
//! language has no such owner, it is who is named as doing it (*l'invasion … par la Ruritanie*)
//! or right before against whom it is done (*l'agression de la Ruritanie contre …*).

use std::ops::Range;

use crate::language::stance::StanceVerbs;
use crate::language::{ends, pack};
use crate::model::{
    Document, Earlier, FindParties, Segmented, Span, Stance, StanceKind, Token, earlier_of,
};

/// Words between *align* and *themselves*.
const NEAR: usize = 2;
/// Most words between a first person and the verb: *we would like to thank*.
const NEAR_SPEAKER: usize = 8;
/// Most words between a verb that blames and who has what is condemned.
const NEAR_BLAME: usize = 6;

/// Most words between a verb that blames and who does what is condemned.
const NEAR_DOER: usize = 14;
/// Most words of who does it.
const DOER: usize = 4;

/// Finds the stances of a document; `earlier` has, by paragraph, where its text was read
/// before, and may be shorter.
pub(crate) fn stances_beside(
    (document, segmented): (&Document, &Segmented),
    parties: FindParties,
    earlier: &[Option<Earlier<'_>>],
) -> Vec<Stance> {
    let verbs = pack(document.metadata.language).stances;
    let mut stances = Vec::new();
    for paragraph in 0..document.paragraphs.len() {
        let number = narrow(paragraph);
        // The same paragraph of another statement was read; stances depend on its words alone.
        if let Some(earlier) = earlier_of(earlier, paragraph) {
            stances.extend(earlier.stances(number));
            continue;
        }
        for (at, tokens) in segmented.paragraph_sentences(paragraph).enumerate() {
            let sentence = Sentence {
                text: &document.text,
                tokens: &segmented.tokens[tokens],
                verbs,
                place: (number, narrow(at)),
            };
            sentence.read(parties, &mut stances);
        }
    }
    stances
}

/// A sentence with the verbs of its language.
struct Sentence<'a> {
    text: &'a str,
    tokens: &'a [Token],
    verbs: &'a StanceVerbs,
    place: (u32, u32),
}

impl Sentence<'_> {
    fn read(&self, parties: FindParties, stances: &mut Vec<Stance>) {
        for at in 0..self.tokens.len() {
            if let Some((kind, words)) = self.act(at) {
                stances.extend(self.named((kind, at), words, parties));
            }
        }
    }

    /// What the verb at `at` does, and the words in which those are named to whom.
    fn act(&self, at: usize) -> Option<(StanceKind, Range<usize>)> {
        let verbs = self.verbs;
        if self.is(at, verbs.aligning) && self.aligns(at) {
            Some((StanceKind::Aligned, 0..at))
        } else if self.is(at, verbs.thanking) && self.is_own(at) {
            Some((StanceKind::Thanked, at + 1..self.reason(at)))
        } else if self.is(at, verbs.blaming) && self.is_own(at) {
            Some((StanceKind::Blamed, self.blamed(at)?))
        } else {
            None
        }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.span.of(self.text))
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|other| other.eq_ignore_ascii_case(word))
    }

    /// *align themselves*, *se suman*: the pronoun stands near the verb.
    fn aligns(&self, at: usize) -> bool {
        let near = at.saturating_sub(NEAR)..at + NEAR + 1;
        near.into_iter()
            .any(|near| self.is(near, self.verbs.themselves))
    }

    /// Whether a first person stands before a verb, or the verb says it by itself.
    fn is_own(&self, at: usize) -> bool {
        let mut before = (0..at).rev().take(NEAR_SPEAKER);
        before.any(|before| self.is(before, self.verbs.speakers)) || self.verbs.speakers.is_empty()
    }

    /// Where those who are thanked end.
    fn reason(&self, at: usize) -> usize {
        let ends = |&word: &usize| {
            self.is(word, self.verbs.reasons) || matches!(self.word(word), ";" | ":" | "." | "!")
        };
        (at + 1..self.tokens.len())
            .find(ends)
            .unwrap_or(self.tokens.len())
    }

    /// The words in which somebody is named who bears the blame.
    fn blamed(&self, at: usize) -> Option<Range<usize>> {
        let verbs = self.verbs;
        if verbs.doing.is_empty() {
            return Some(at + 1..self.owner(at)? + 1);
        }
        let ends = |word: &usize| matches!(self.word(*word), ";" | ":" | "." | "!" | ",");
        let behind = (at + 1..self.tokens.len()).take(NEAR_DOER);
        let mut behind = behind.take_while(|word| !ends(word));
        let is_mark = |word: &usize| self.is(*word, verbs.doing) || self.is(*word, verbs.against);
        let mark = behind.find(is_mark)?;
        // Who does it stands behind *par*, or right before *contre*.
        Some(if self.is(mark, verbs.doing) {
            mark + 1..self.tokens.len().min(mark + 1 + DOER)
        } else {
            (at + 1).max(mark.saturating_sub(DOER))..mark
        })
    }

    /// The word with which somebody has what is condemned: *Ruritania's*.
    fn owner(&self, at: usize) -> Option<usize> {
        let mut behind = (at + 1..self.tokens.len()).take(NEAR_BLAME);
        let stops = |word: usize| self.is(word, self.verbs.between);
        let is_owner = |word: usize| ends(self.word(word), self.verbs.genitives);
        behind
            .find(|&word| stops(word) || is_owner(word))
            .filter(|&word| is_owner(word))
    }

    /// The parties that are named in some words.
    fn named(
        &self,
        (kind, verb): (StanceKind, usize),
        words: Range<usize>,
        parties: FindParties,
    ) -> Vec<Stance> {
        let before = words.start.saturating_sub(1);
        let tokens = self.tokens.get(words).unwrap_or_default();
        let ends = (tokens.first(), tokens.last());
        let (Some(start), Some(end)) = ends else {
            return Vec::new();
        };
        let stretch = start.span.to(end.span);
        let text = stretch.of(self.text);
        let found = parties(text).into_iter();
        // From *the Minister of Ruritania* on, persons are thanked and no longer States.
        let meant = found.take_while(|(range, _)| {
            kind != StanceKind::Thanked || !self.is_owner(&text[..range.start])
        });
        let is_doer = kind == StanceKind::Blamed && !self.verbs.doing.is_empty();
        let is_behind = self.is(before, self.verbs.doing);
        let meant = meant.filter(|(range, _)| {
            // No more than an article parts a name from the word that says who does it.
            let is_next = text[..range.start].split_whitespace().count() <= 1;
            let is_last = range.end == text.len();
            !is_doer || if is_behind { is_next } else { is_last }
        });
        let place = |at: usize| stretch.start + narrow(at);
        let stance = |(range, name): (Range<usize>, &'static str)| Stance {
            paragraph: self.place.0,
            sentence: self.place.1,
            quote: self.tokens[0]
                .span
                .to(self.tokens[self.tokens.len() - 1].span),
            kind,
            words: self.tokens[verb].span,
            name,
            span: Span {
                start: place(range.start),
                end: place(range.end),
            },
        };
        meant.map(stance).collect()
    }

    /// Whether the words before a name make it an owner: *the Minister of Ruritania*, who
    /// is a person, or a part.
    fn is_owner(&self, before: &str) -> bool {
        let before = before.trim_end();
        let mut articles = self.verbs.articles.iter();
        let article = articles.find_map(|article| before.strip_suffix(article));
        ends(article.unwrap_or(before).trim_end(), self.verbs.of)
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2^32 paragraphs")
}

#[cfg(test)]
mod tests {
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::{Language, Vocabulary};

    /// *thanked Norway; blamed Chad*.
    fn stances(text: &str) -> String {
        stances_in(Language::English, text)
    }

    fn stances_in(language: Language, text: &str) -> String {
        let options = LoadOptions {
            language: Some(language),
            ..LoadOptions::default()
        };
        let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
        let witness = read_witness(document, &mut Vocabulary::new());
        let stances = witness.stances.iter();
        let lines: Vec<String> = stances
            .map(|stance| format!("{} {}", stance.kind.name(), stance.name))
            .collect();
        lines.join("; ")
    }

    #[test]
    fn a_sentence_thanks_blames_or_aligns_states_by_name() {
        let cases = [
            (
                "The candidate countries Albania, Bosnia and Herzegovina and Serbia align themselves with this statement.",
                "aligned Albania; aligned Bosnia and Herzegovina; aligned Serbia",
            ),
            (
                "We would like to thank Norway and Japan for their support of Chad.",
                "thanked Norway; thanked Japan",
            ),
            (
                "We thank Norway and the Minister of Japan.",
                "thanked Norway",
            ),
            ("We condemn Belgium's raid on Chad.", "blamed Belgium"),
            ("We condemn the raid on Chad's coast.", ""),
            ("Norway will thank Japan.", ""),
            ("The plans of Norway align with those of Japan.", ""),
        ];
        for (text, told) in cases {
            assert_eq!(stances(text), told, "{text}");
        }
    }
    #[test]
    fn blamed_is_who_does_it_in_other_languages() {
        let cases = [
            (
                Language::French,
                "Nous condamnons l'agression de la Russie contre l'Ukraine.",
                "blamed Russia",
            ),
            (
                Language::French,
                "Nous condamnons l'invasion de l'Ukraine par la Russie.",
                "blamed Russia",
            ),
            (
                Language::French,
                "Nous condamnons l'occupation de l'Ukraine.",
                "",
            ),
            (
                Language::French,
                "Nous condamnons les attaques contre l'Ukraine.",
                "",
            ),
            (
                Language::Spanish,
                "Condenamos la agresión de Rusia contra Ucrania.",
                "blamed Russia",
            ),
            (
                Language::Spanish,
                "Condenamos la invasión de Ucrania por Rusia.",
                "blamed Russia",
            ),
            (Language::Spanish, "Condenamos la invasión de Ucrania.", ""),
            (
                Language::Portuguese,
                "Condenamos a agressão da Rússia contra a Ucrânia.",
                "blamed Russia",
            ),
            (
                Language::Portuguese,
                "Condenamos a invasão da Ucrânia pela Rússia.",
                "blamed Russia",
            ),
            (
                Language::Russian,
                "Мы осуждаем агрессию Израиля против Чада.",
                "blamed Israel",
            ),
            (
                Language::Russian,
                "Мы осуждаем агрессию со стороны Бельгии.",
                "blamed Belgium",
            ),
            (Language::Russian, "Мы осуждаем нападения на Чад.", ""),
        ];
        for (language, text, told) in cases {
            assert_eq!(stances_in(language, text), told, "{text}");
        }
    }
}
