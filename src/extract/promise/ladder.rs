//! The ladder of commitment: which words bind who says them, and how strongly.
//!
//! The rungs are degrees of strength of commissive speech acts (Searle and
//! Vanderveken 1985) with the modal verbs in the order of Quirk et al. 1985,
//! §4.51–4.66; the verbs that ask others stand in the order of the resolutions of the
//! United Nations (demands, urges, calls upon, encourages, invites). The words of each
//! language and where their order comes from stand in `tongue`; `docs/promises.md` is
//! written from these tables.

use super::tongue::tongue;
use crate::model::{Language, Mood, Strength};

/// How a phrase of the ladder takes what is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A modal verb: *will clear*.
    Modal,
    /// The ending of a verb in the future tense: *détruirons*.
    Future,
    /// A verb or an adjective with a clause, or a noun that has one: *intends to
    /// clear*, *considers the need to clear*.
    Clause,
    /// With a clause or a noun: *committed to clearing*, *committed to peace*.
    Either,
    /// A noun that a speaker affirms, or says that something is: *reaffirms its
    /// commitment to clearing*, *our aim is to clear*.
    Noun,
    /// A verb with whom is asked and for what: *urges all States to join*.
    Appeal,
    /// A verb with a clause that says what will be right: *expects that low rates
    /// will be appropriate*.
    Outlook,
}

/// Phrases of one strength and form.
#[derive(Debug, Clone, Copy)]
pub struct Rung {
    /// How strongly they bind.
    pub strength: Strength,
    /// Whether they give a word or state a duty.
    pub mood: Mood,
    /// How they take what is promised.
    pub form: Form,
    /// The inflected forms that count, in lower case: past tenses tell what was
    /// promised once, so few stand here. Of a future tense, its endings.
    pub forms: &'static [&'static str],
}

/// The rungs of a language, and which lengths its forms have by their first letter: most
/// words are no form, which this tells without a comparison.
#[derive(Debug)]
pub(super) struct Ladder {
    rungs: &'static [Rung],
    /// A bit for each length, both by their lowest five bits.
    lengths: [u32; 32],
    /// Whether it has endings.
    has_endings: bool,
}

impl Ladder {
    /// The ladder of `rungs`, the strongest first.
    pub(super) const fn of(rungs: &'static [Rung]) -> Self {
        let mut lengths = [0; 32];
        let mut has_endings = false;
        let mut at = 0;
        while at < rungs.len() {
            let forms = rungs[at].forms;
            has_endings = has_endings || matches!(rungs[at].form, Form::Future);
            let mut form = 0;
            while form < forms.len() {
                let initial = forms[form].as_bytes()[0] as usize;
                lengths[initial & LOW] |= 1 << (forms[form].len() & LOW);
                form += 1;
            }
            at += 1;
        }
        Self {
            rungs,
            lengths,
            has_endings,
        }
    }

    /// Whether a word may be one of the forms.
    fn may_hold(&self, word: &str) -> bool {
        let initial = word.bytes().next();
        initial.is_some_and(|initial| {
            self.lengths[usize::from(initial) & LOW] & 1 << (word.len() & LOW) != 0
        })
    }
}

/// The lowest five bits, so that a letter is one in both cases.
const LOW: usize = 31;

/// A rung of promises.
pub(super) const fn rung(strength: Strength, form: Form, forms: &'static [&'static str]) -> Rung {
    Rung {
        strength,
        mood: Mood::Promise,
        form,
        forms,
    }
}

/// A rung of what others are asked to do.
pub(super) const fn appeal(strength: Strength, forms: &'static [&'static str]) -> Rung {
    Rung {
        mood: Mood::Appeal,
        ..rung(strength, Form::Appeal, forms)
    }
}

/// A rung of duties.
pub(super) const fn duty(rung: Rung) -> Rung {
    Rung {
        mood: Mood::Duty,
        ..rung
    }
}

/// A rung of what is expected to be right.
pub(super) const fn outlook(strength: Strength, forms: &'static [&'static str]) -> Rung {
    Rung {
        mood: Mood::Outlook,
        ..rung(strength, Form::Outlook, forms)
    }
}

/// The ladder of a language, the strongest first; empty where there is none.
#[must_use]
pub fn ladder(language: Language) -> &'static [Rung] {
    tongue(language).map_or(&[], |tongue| tongue.ladder.rungs)
}

/// The rung of a word as written that is no noun of commitment.
pub(super) fn rung_of(word: &str, language: Language) -> Option<&'static Rung> {
    find(word, language, |form| {
        !matches!(form, Form::Noun | Form::Outlook)
    })
}

/// The rung of a noun of commitment.
pub(super) fn noun_rung(word: &str, language: Language) -> Option<&'static Rung> {
    find(word, language, |form| form == Form::Noun)
}

/// The rung of a verb that says what will be right.
pub(super) fn outlook_rung(word: &str, language: Language) -> Option<&'static Rung> {
    find(word, language, |form| form == Form::Outlook)
}

/// Whether a word is on a rung whose form counts.
pub(super) fn has_rung(word: &str, language: Language, takes: impl Fn(Form) -> bool) -> bool {
    find(word, language, takes).is_some()
}

fn find(word: &str, language: Language, takes: impl Fn(Form) -> bool) -> Option<&'static Rung> {
    // *compromete-se*
    let word = CLITICS
        .iter()
        .find_map(|clitic| word.strip_suffix(clitic))
        .unwrap_or(word);
    let ladder = &tongue(language)?.ladder;
    let is_named = ladder.may_hold(word);
    if !is_named && !ladder.has_endings {
        return None;
    }
    let whole = |rung: &&Rung| {
        rung.forms
            .iter()
            .any(|form| form.eq_ignore_ascii_case(word))
    };
    let ends = |rung: &&Rung| rung.forms.iter().any(|ending| has_ending(word, ending));
    let rungs = ladder.rungs.iter().filter(|rung| takes(rung.form));
    let mut named = rungs.clone().filter(|rung| rung.form != Form::Future);
    let mut futures = rungs.filter(|rung| rung.form == Form::Future);
    let named = is_named.then(|| named.find(whole)).flatten();
    named.or_else(|| futures.find(ends))
}

/// Pronouns that a hyphen ties to their verb.
const CLITICS: [&str; 2] = ["-se", "-nos"];

/// Least letters of a verb before the ending of its future.
const LEAST_STEM: usize = 3;

fn has_ending(word: &str, ending: &str) -> bool {
    let stem = word.strip_suffix(ending);
    stem.is_some_and(|stem| stem.chars().count() >= LEAST_STEM)
}

#[cfg(test)]
mod tests {
    use super::super::tongue::LANGUAGES;
    use super::*;

    /// The ladders as rows of Markdown: strength, what it is, how it takes the act, forms.
    fn published() -> String {
        let row = |language: Language, rung: &Rung| {
            let form = match rung.form {
                Form::Modal => "a verb",
                Form::Future => "ending of a verb",
                Form::Clause => "an infinitive or a gerund",
                Form::Either => "a verb or a noun",
                Form::Noun => "noun, with a verb or a noun",
                Form::Appeal => "whom, with a verb",
                Form::Outlook => "*that* and a clause",
            };
            let (strength, mood) = (rung.strength.name(), rung.mood.name());
            let forms = rung.forms.join(", ");
            format!(
                "| {} | {strength} | {mood} | {form} | {forms} |\n",
                language.code()
            )
        };
        let rows = |language: Language| {
            let rungs = ladder(language).iter();
            rungs.map(|rung| row(language, rung)).collect::<String>()
        };
        LANGUAGES.into_iter().map(rows).collect()
    }

    #[test]
    fn the_published_ladder_is_that_of_the_program() {
        let page = include_str!("../../../docs/promises.md");
        let table = published();
        assert!(
            page.contains(&table),
            "docs/promises.md is to hold\n{table}"
        );
    }

    #[test]
    fn no_word_stands_on_two_rungs_of_one_kind() {
        for language in LANGUAGES {
            for rung in ladder(language) {
                for form in rung.forms.iter().filter(|_| rung.form != Form::Future) {
                    let found = match rung.form {
                        Form::Noun => noun_rung(form, language),
                        Form::Outlook => outlook_rung(form, language),
                        _ => rung_of(form, language),
                    };
                    assert_eq!(found.unwrap().forms, rung.forms, "{form}");
                }
            }
        }
    }

    #[test]
    fn the_strongest_stand_first() {
        for language in LANGUAGES {
            let ladder = ladder(language);
            assert!(ladder.is_sorted_by(|one, two| one.strength >= two.strength));
        }
    }
}
