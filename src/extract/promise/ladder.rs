//! The ladder of commitment: which words bind who says them, and how strongly.
//!
//! The rungs are degrees of strength of commissive speech acts (Searle and
//! Vanderveken 1985) with the modal verbs in the order of Quirk et al. 1985,
//! §4.51–4.66; the verbs that ask others stand in the order of the resolutions of the
//! United Nations (demands, urges, calls upon, encourages, invites). `docs/promises.md` is written from this table.

use crate::model::{Language, Mood, Strength};

/// How a phrase of the ladder takes what is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A modal verb: *will clear*.
    Modal,
    /// A verb or an adjective with a clause, or a noun that has one: *intends to
    /// clear*, *considers the need to clear*.
    Clause,
    /// With a clause or a noun: *committed to clearing*, *committed to peace*.
    Either,
    /// A verb with whom is asked and for what: *urges all States to join*.
    Appeal,
}

/// Phrases of one strength and form.
#[derive(Debug, Clone, Copy)]
pub struct Rung {
    /// The language.
    pub language: Language,
    /// How strongly they bind.
    pub strength: Strength,
    /// Whether they give a word or state a duty.
    pub mood: Mood,
    /// How they take what is promised.
    pub form: Form,
    /// The inflected forms that count, in lower case: past tenses tell what was
    /// promised once, so few stand here.
    pub forms: &'static [&'static str],
}

const fn english(strength: Strength, form: Form, forms: &'static [&'static str]) -> Rung {
    Rung {
        language: Language::English,
        strength,
        mood: Mood::Promise,
        form,
        forms,
    }
}

const fn appeal(strength: Strength, forms: &'static [&'static str]) -> Rung {
    Rung {
        mood: Mood::Appeal,
        ..english(strength, Form::Appeal, forms)
    }
}

const fn duty(rung: Rung) -> Rung {
    Rung {
        mood: Mood::Duty,
        ..rung
    }
}

/// The ladder, the strongest first.
#[rustfmt::skip]
pub const LADDER: &[Rung] = &[
    duty(english(Strength::Bound, Form::Modal, &["must"])),
    english(Strength::Bound, Form::Modal, &["shall"]),
    english(Strength::Bound, Form::Clause, &["undertake", "undertakes", "obliged", "obligated", "bound"]),
    english(Strength::Bound, Form::Either, &["guarantee", "guarantees", "vow", "vows"]),
    appeal(Strength::Bound, &["demand", "demands"]),
    english(Strength::Committed, Form::Modal, &["will", "'ll", "’ll", "wo"]),
    english(Strength::Committed, Form::Either, &[
        "commit", "commits", "committed", "pledge", "pledges", "pledged", "promise", "promises", "dedicated",
    ]),
    english(Strength::Committed, Form::Clause, &["determined", "resolved"]),
    appeal(Strength::Committed, &["urge", "urges"]),
    duty(english(Strength::Intended, Form::Modal, &["should"])),
    english(Strength::Intended, Form::Clause, &[
        "intend", "intends", "plan", "plans", "planning", "expect", "expects", "anticipate", "anticipates",
        "prepared", "ready", "willing",
    ]),
    appeal(Strength::Intended, &["call", "calls", "request", "requests", "ask", "asks"]),
    english(Strength::Aimed, Form::Clause, &[
        "aim", "aims", "aiming", "seek", "seeks", "seeking", "strive", "strives", "striving", "endeavour",
        "endeavours", "endeavor", "endeavors", "try", "tries", "trying", "hope", "hopes", "wish", "wishes",
    ]),
    english(Strength::Aimed, Form::Either, &["support", "supports", "supportive"]),
    appeal(Strength::Aimed, &["encourage", "encourages"]),
    english(Strength::Considered, Form::Modal, &["may", "might"]),
    english(Strength::Considered, Form::Clause, &[
        "consider", "considers", "considering", "evaluate", "evaluates", "evaluating", "assess", "assesses",
        "assessing", "explore", "explores", "exploring", "study", "studies", "studying",
    ]),
    appeal(Strength::Considered, &["invite", "invites"]),
];

/// The rung of a word as written.
pub(super) fn rung_of(word: &str, language: Language) -> Option<&'static Rung> {
    let initial = word.bytes().next()?.to_ascii_lowercase();
    let is_it = |form: &str| {
        form.as_bytes()[0] == initial && form.len() == word.len() && form.eq_ignore_ascii_case(word)
    };
    let mut rungs = LADDER.iter().filter(|rung| rung.language == language);
    rungs.find(|rung| rung.forms.iter().any(|form| is_it(form)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ladder as rows of Markdown: strength, what it is, how it takes the act, forms.
    fn published() -> String {
        let row = |rung: &Rung| {
            let form = match rung.form {
                Form::Modal => "a verb",
                Form::Clause => "*to* and a verb, or a gerund",
                Form::Either => "a verb or a noun",
                Form::Appeal => "whom, and *to* with a verb",
            };
            let (language, forms) = (rung.language.code(), rung.forms.join(", "));
            let (strength, mood) = (rung.strength.name(), rung.mood.name());
            format!("| {language} | {strength} | {mood} | {form} | {forms} |\n")
        };
        LADDER.iter().map(row).collect()
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
    fn no_word_stands_on_two_rungs() {
        for rung in LADDER {
            for form in rung.forms {
                let found = rung_of(form, rung.language).unwrap();
                assert_eq!(found.forms, rung.forms, "{form}");
            }
        }
    }

    #[test]
    fn the_strongest_stand_first() {
        assert!(LADDER.is_sorted_by(|one, two| {
            one.language != two.language || one.strength >= two.strength
        }));
    }
}
