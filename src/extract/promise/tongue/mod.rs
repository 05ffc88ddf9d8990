//! The words of each language by which promises are read, as tables.
//!
//! To add a language, write a [`Tongue`] in a file of its own and name it in [`tongue`];
//! a parser of the language has to be there too. Words are in lower case. A list of base
//! forms has the inflected ones too where the parser of the language gives none.

mod english;
mod french;
mod portuguese;
mod russian;
mod spanish;

use super::ladder::Ladder;
use crate::model::Language;

/// The languages that have a ladder, in the order of the documentation.
#[cfg(test)]
pub(super) const LANGUAGES: [Language; 5] = [
    Language::English,
    Language::French,
    Language::Spanish,
    Language::Portuguese,
    Language::Russian,
];

/// Words of one list.
pub(super) type Words = &'static [&'static str];

/// The words of a language.
#[derive(Debug)]
pub(super) struct Tongue {
    /// The ladder, the strongest first.
    pub(super) ladder: Ladder,
    /// Verbs of the ladder that bind whoever is their subject: *the parties shall*.
    pub(super) binding: Words,
    /// First persons.
    pub(super) speakers: Words,
    /// Pronouns that stand for a body that was named.
    pub(super) referring: Words,
    /// Endings of verbs that say the first person by themselves: *seguiremos*.
    pub(super) own_endings: Words,
    /// Words that make a body or a commitment the speaker's own: *our Government*.
    pub(super) owners: Words,
    /// Words that make something that of the one named: *its commitment*.
    pub(super) possessives: Words,
    /// Whether lists of base forms hold the first letters of words, as the parser gives no
    /// base forms.
    pub(super) in_stems: bool,
    /// Nouns for bodies that act of their own will, as base forms.
    pub(super) bodies: Words,
    /// Words that are written large at the start of a sentence and name nobody.
    pub(super) starters: Words,
    /// Words behind which a word of the ladder is a noun or an aim.
    pub(super) noun_signs: Words,
    /// Verbs by which speakers say what they themselves will do.
    pub(super) declares: Words,
    /// Verbs by which a noun of commitment is given or held: *reaffirms its commitment*.
    pub(super) asserts: Words,
    /// Those of them that hold one without *its*: *has the intention*.
    pub(super) has: Words,
    /// Verbs of liking behind which an appeal is one still: *would like to call on*.
    pub(super) courtesies: Words,
    /// Verbs that join a subject to what it is.
    pub(super) copulas: Words,
    /// Copulas that are told as part of the phrase: *stands ready to*.
    pub(super) told_copulas: Words,
    /// Whether a predicate stands without a copula: *Россия готова*.
    pub(super) drops_copula: bool,
    /// Articles that a title does not start with.
    pub(super) articles: Words,
    /// Marks of an infinitive.
    pub(super) infinitive_marks: Words,
    /// Endings of an infinitive, where the language has any.
    pub(super) infinitive_endings: Words,
    /// Endings of a gerund.
    pub(super) gerund_endings: Words,
    /// Endings of a past that is a participle too: *committed*.
    pub(super) past_endings: Words,
    /// Endings of a participle that says what is done: *has cleared*.
    pub(super) participle_endings: Words,
    /// Adpositions before who does what a passive tells: *by our teams*.
    pub(super) agents: Words,
    /// Helping verbs of the past.
    pub(super) pasts: Words,
    /// Helping verbs of what has been done: *has cleared*.
    pub(super) perfects: Words,
    /// Participles by what the verb is in its base form, where no ending tells.
    pub(super) participles: &'static [(&'static str, &'static str)],
    /// Verbs of decision: *decided to clear*.
    pub(super) decisions: Words,
    /// Verbs that say that an act is done, which they name behind: *completed the clearance*.
    pub(super) completions: Words,
    /// Adpositions behind a verb that asks: *calls on*.
    pub(super) asking: Words,
    /// Verbs of the ladder that ask only with one of these.
    pub(super) asking_verbs: Words,
    /// Adjectives of how somebody acts on purpose: *will be patient*.
    pub(super) conducts: Words,
    /// Verbs whose act has no end: *keep*.
    pub(super) lasting: Words,
    /// Words that deny a verb.
    pub(super) negations: Words,
    /// Marks of a condition.
    pub(super) conditions: Words,
    /// Verbs that say how far an act is, and leave what it is to their own complement.
    pub(super) phases: Words,
    /// Verbs that nobody does on purpose: they foretell and describe.
    pub(super) states: Words,
    /// Verbs that say nothing without what they are done to: *make an effort*.
    pub(super) light_verbs: Words,
    /// Verbs that are done by being said, so that nothing is left to promise.
    pub(super) sayings: Words,
    /// Verbs that order a speech where *I* is the subject: *I will now turn to*.
    pub(super) discourse: Words,
    /// Verbs by which a speaker asks leave to say something: *allow me to reaffirm*.
    pub(super) leaves: Words,
    /// Words for whatever can be done, as base forms; what it is done for is the act: *do
    /// everything to clear*.
    pub(super) utmosts: Words,
    /// Nouns that leave what they are of to what follows: *efforts toward peace*.
    pub(super) light: Words,
    /// Adjectives and verbs that tell nothing of an act.
    pub(super) empty: Words,
    /// Verbs that name one act, as base forms.
    pub(super) synonyms: &'static [&'static [&'static str]],
    /// Words for what is right to do: *appropriate*, *warrants*.
    pub(super) assessments: Words,
    /// What opens a clause that is said or expected.
    pub(super) that: Words,
    /// Adpositions before whose a commitment is: *of*.
    pub(super) of: Words,
    /// Adpositions between a noun of commitment and what it is to: *support for*.
    pub(super) noun_cases: Words,
    /// Words before what something is done as: *as a sign of trust*.
    pub(super) roles: Words,
    /// Words from which a promise holds, or until which: *until*, *once*.
    pub(super) limits: Words,
    /// Phrases that do so with their words apart: *as long as*.
    pub(super) limit_phrases: Words,
    /// Adpositions that do so before a time alone: *through late 2014*.
    pub(super) timed_limits: Words,
    /// Words before the day by which something is to be done.
    pub(super) due: Words,
    /// *for* before a stretch of time.
    pub(super) during: Words,
    /// Nouns for a stretch of time.
    pub(super) stretches: Words,
    /// Adverbs for when: *soon*.
    pub(super) whens: Words,
    /// Words that count a stretch of time from the day of speaking: *this year*.
    pub(super) deictics: Words,
    /// Words before a limit that belong to it: *at least until*.
    pub(super) degrees: Words,
}

/// The words of a language; `None` where promises are not read.
pub(super) fn tongue(language: Language) -> Option<&'static Tongue> {
    match language {
        Language::English => Some(&english::TONGUE),
        Language::French => Some(&french::TONGUE),
        Language::Spanish => Some(&spanish::TONGUE),
        Language::Portuguese => Some(&portuguese::TONGUE),
        Language::Russian => Some(&russian::TONGUE),
        _ => None,
    }
}

/// Whether a word is in a list, whatever the case of its ASCII letters.
pub(super) fn has(words: Words, word: &str) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

impl Tongue {
    /// Whether a base form in lower case is in a list, by its first letters where the
    /// language has no base forms; of short entries the whole word counts.
    pub(super) fn says(&self, words: Words, base: &str) -> bool {
        let is_it = |entry: &&str| {
            let is_whole = !self.in_stems || entry.chars().count() <= SHORT;
            *entry == base || !is_whole && base.starts_with(entry)
        };
        words.iter().any(is_it)
    }
}

/// Most letters of an entry that stands for a whole word.
const SHORT: usize = 3;

/// Whether a word has one of some endings.
pub(super) fn ends(word: &str, endings: Words) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}
