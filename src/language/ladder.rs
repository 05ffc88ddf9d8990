//! The ladder of commitment as a table: which words bind, and how strongly.

use crate::model::{Mood, Strength};

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
pub(crate) struct Ladder {
    pub(crate) rungs: &'static [Rung],
    /// A bit for each length, both by their lowest five bits.
    lengths: [u32; 32],
    /// Whether it has endings.
    pub(crate) has_endings: bool,
}

impl Ladder {
    /// The ladder of `rungs`, the strongest first.
    pub(crate) const fn of(rungs: &'static [Rung]) -> Self {
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
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        let initial = word.bytes().next();
        initial.is_some_and(|initial| {
            self.lengths[usize::from(initial) & LOW] & 1 << (word.len() & LOW) != 0
        })
    }
}

/// The lowest five bits, so that a letter is one in both cases.
const LOW: usize = 31;

/// A rung of promises.
pub(crate) const fn rung(strength: Strength, form: Form, forms: &'static [&'static str]) -> Rung {
    Rung {
        strength,
        mood: Mood::Promise,
        form,
        forms,
    }
}

/// A rung of what others are asked to do.
pub(crate) const fn appeal(strength: Strength, forms: &'static [&'static str]) -> Rung {
    Rung {
        mood: Mood::Appeal,
        ..rung(strength, Form::Appeal, forms)
    }
}

/// A rung of duties.
pub(crate) const fn duty(rung: Rung) -> Rung {
    Rung {
        mood: Mood::Duty,
        ..rung
    }
}

/// A rung of what is allowed, or forbidden by the word itself.
pub(crate) const fn leave(form: Form, forms: &'static [&'static str]) -> Rung {
    Rung {
        mood: Mood::Permission,
        ..rung(Strength::Considered, form, forms)
    }
}

/// A rung of what is expected to be right.
pub(crate) const fn outlook(strength: Strength, forms: &'static [&'static str]) -> Rung {
    Rung {
        mood: Mood::Outlook,
        ..rung(strength, Form::Outlook, forms)
    }
}
