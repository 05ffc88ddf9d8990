//! The words by which promises are read.
//!
//! Words are in lower case. A list of base forms has the inflected ones too where the
//! parser of the language gives none.

use super::Words;
use super::ladder::Ladder;

/// The words of a language.
#[derive(Debug)]
pub(crate) struct PromiseWords {
    /// The ladder, the strongest first.
    pub(crate) ladder: Ladder,
    /// Verbs of the ladder that bind whoever is their subject: *the parties shall*.
    pub(crate) binding: Words,
    /// Words of the ladder that allow or forbid, whoever is their subject: *members may*.
    pub(crate) permitting: Words,
    /// Those that forbid by themselves: *is prohibited*.
    pub(crate) forbidding: Words,
    /// Verbs of duty whose negation leaves it open: *müssen nicht*.
    pub(crate) waived: Words,
    /// First persons: *we*, *I*.
    pub(crate) speakers: Words,
    /// Those of them for one who speaks: *I*.
    pub(crate) singular_speakers: Words,
    /// Pronouns that stand for a body that was named.
    pub(crate) referring: Words,
    /// Endings of verbs that say the first person by themselves: *seguiremos*.
    pub(crate) own_endings: Words,
    /// Words that make a body or a commitment the speaker's own: *our Government*.
    pub(crate) owners: Words,
    /// Words that make something that of the one named: *its commitment*.
    pub(crate) possessives: Words,
    /// What a name has behind an apostrophe whose is what follows: *Ruritania's*.
    pub(crate) genitives: Words,
    /// Pronouns that a hyphen ties to their verb.
    pub(crate) clitics: Words,
    /// Whether lists of base forms hold the first letters of words, as the parser gives no
    /// base forms.
    pub(crate) in_stems: bool,
    /// Nouns for bodies that act of their own will, as base forms.
    pub(crate) bodies: Words,
    /// Endings of nouns that say the plural by themselves: *governments*.
    pub(crate) plural_signs: Words,
    /// Words that are written large at the start of a sentence and name nobody.
    pub(crate) starters: Words,
    /// Words behind which a word of the ladder is a noun or an aim.
    pub(crate) noun_signs: Words,
    /// Verbs by which speakers say what they themselves will do.
    pub(crate) declares: Words,
    /// Verbs by which a noun of commitment is given or held: *reaffirms its commitment*.
    pub(crate) asserts: Words,
    /// Those of them that hold one without *its*: *has the intention*.
    pub(crate) has: Words,
    /// Verbs of liking behind which an appeal is one still: *would like to call on*.
    pub(crate) courtesies: Words,
    /// Verbs that join a subject to what it is.
    pub(crate) copulas: Words,
    /// Copulas that are told as part of the phrase: *stands ready to*.
    pub(crate) told_copulas: Words,
    /// Whether an infinitive stands behind what belongs to it, and the finite verb in the
    /// second place, before or behind its subject: *2025 werden wir alle Minen räumen*.
    pub(crate) is_verb_last: bool,
    /// Whether a predicate stands without a copula: *Россия готова*.
    pub(crate) drops_copula: bool,
    /// Articles that a title does not start with.
    pub(crate) articles: Words,
    /// Marks of an infinitive.
    pub(crate) infinitive_marks: Words,
    /// Endings of an infinitive, where the language has any.
    pub(crate) infinitive_endings: Words,
    /// Endings of a gerund.
    pub(crate) gerund_endings: Words,
    /// Endings of a past that is a participle too: *committed*.
    pub(crate) past_endings: Words,
    /// Endings of a participle that says what is done: *has cleared*.
    pub(crate) participle_endings: Words,
    /// Adpositions before who does what a passive tells: *by our teams*.
    pub(crate) agents: Words,
    /// Helping verbs of the past.
    pub(crate) pasts: Words,
    /// Helping verbs of what has been done: *has cleared*.
    pub(crate) perfects: Words,
    /// Participles by what the verb is in its base form, where no ending tells.
    pub(crate) participles: &'static [(&'static str, &'static str)],
    /// Verbs of decision: *decided to clear*.
    pub(crate) decisions: Words,
    /// Verbs that say that an act is done, which they name behind: *completed the clearance*.
    pub(crate) completions: Words,
    /// Adpositions behind a verb that asks: *calls on*.
    pub(crate) asking: Words,
    /// Verbs of the ladder that ask only with one of these.
    pub(crate) asking_verbs: Words,
    /// Adjectives of how somebody acts on purpose: *will be patient*.
    pub(crate) conducts: Words,
    /// Verbs whose act has no end: *keep*.
    pub(crate) lasting: Words,
    /// Words that deny a verb.
    pub(crate) negations: Words,
    /// Marks of a condition.
    pub(crate) conditions: Words,
    /// Verbs that say how far an act is, and leave what it is to their own complement.
    pub(crate) phases: Words,
    /// Verbs that nobody does on purpose: they foretell and describe.
    pub(crate) states: Words,
    /// Verbs that say nothing without what they are done to: *make an effort*.
    pub(crate) light_verbs: Words,
    /// Performative verbs, which are done by being said (Austin, *How to do things with
    /// words*, 1962), so that nothing is left to promise.
    pub(crate) performatives: Words,
    /// Verbs that order a speech where *I* is the subject: *I will now turn to*.
    pub(crate) discourse: Words,
    /// Verbs by which a speaker asks leave to say something: *allow me to reaffirm*.
    pub(crate) leaves: Words,
    /// Words for whatever can be done, as base forms; what it is done for is the act: *do
    /// everything to clear*.
    pub(crate) utmosts: Words,
    /// Nouns that leave what they are of to what follows: *efforts toward peace*.
    pub(crate) light: Words,
    /// Adjectives and verbs that tell nothing of an act.
    pub(crate) empty: Words,
    /// Verbs that name one act, as base forms.
    pub(crate) synonyms: &'static [&'static [&'static str]],
    /// Words for what is right to do: *appropriate*, *warrants*.
    pub(crate) assessments: Words,
    /// What opens a clause that is said or expected.
    pub(crate) that: Words,
    /// Adpositions before whose a commitment is: *of*.
    pub(crate) of: Words,
    /// Adpositions between a noun of commitment and what it is to: *support for*.
    pub(crate) noun_cases: Words,
    /// Words before what something is done as: *as a sign of trust*.
    pub(crate) roles: Words,
    /// Words from which a promise holds, or until which: *until*, *once*.
    pub(crate) limits: Words,
    /// Phrases that do so with their words apart: *as long as*.
    pub(crate) limit_phrases: Words,
    /// Adpositions that do so before a time alone: *through late 2014*.
    pub(crate) timed_limits: Words,
    /// Words before the day by which something is to be done.
    pub(crate) due: Words,
    /// *for* before a stretch of time.
    pub(crate) during: Words,
    /// Nouns for a stretch of time.
    pub(crate) stretches: Words,
    /// Adverbs for when: *soon*.
    pub(crate) whens: Words,
    /// Words that count a stretch of time from the day of speaking: *this year*.
    pub(crate) deictics: Words,
    /// Words before a limit that belong to it: *at least until*.
    pub(crate) degrees: Words,
}

impl PromiseWords {
    /// Whether a base form in lower case is in a list, by its first letters where the
    /// language has no base forms; of short entries the whole word counts.
    pub(crate) fn says(&self, words: Words, base: &str) -> bool {
        let is_it = |entry: &&str| {
            // So few letters begin too many other words.
            let is_whole = !self.in_stems || entry.chars().count() <= SHORT;
            *entry == base || !is_whole && base.starts_with(entry)
        };
        words.iter().any(is_it)
    }
}

/// Most letters of an entry that stands for a whole word.
const SHORT: usize = 3;
