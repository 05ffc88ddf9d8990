//! The ladder of commitment: which words bind who says them, and how strongly.
//!
//! The rungs are degrees of strength of commissive speech acts (Searle and
//! Vanderveken 1985) with the modal verbs in the order of Quirk et al. 1985,
//! §4.51–4.66; the verbs that ask others stand in the order of the resolutions of the
//! United Nations (demands, urges, calls upon, encourages, invites). The words of each
//! language and where their order comes from stand in its pack; `docs/promises.md` is
//! written from these tables.

use crate::language::ladder::{Form, Rung};
use crate::language::pack;
use crate::model::Language;

/// The ladder of a language, the strongest first; empty where there is none.
#[must_use]
pub fn ladder(language: Language) -> &'static [Rung] {
    let lists = pack(language).promises;
    lists.map_or(&[], |lists| lists.ladder.rungs)
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
    let lists = pack(language).promises?;
    let mut clitics = lists.clitics.iter();
    // *compromete-se*
    let word = clitics
        .find_map(|clitic| word.strip_suffix(clitic))
        .unwrap_or(word);
    let ladder = &lists.ladder;
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

/// Least letters of a verb before the ending of its future.
const LEAST_STEM: usize = 3;

fn has_ending(word: &str, ending: &str) -> bool {
    let stem = word.strip_suffix(ending);
    stem.is_some_and(|stem| stem.chars().count() >= LEAST_STEM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::PACKS;

    /// The languages that have a ladder, in the order of the documentation.
    fn languages() -> impl Iterator<Item = Language> {
        let packs = PACKS.iter().filter(|pack| pack.promises.is_some());
        packs.map(|pack| pack.language)
    }

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
        languages().map(rows).collect()
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
        for language in languages() {
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
        for language in languages() {
            let ladder = ladder(language);
            assert!(ladder.is_sorted_by(|one, two| one.strength >= two.strength));
        }
    }

    #[test]
    fn a_word_has_a_rung_where_the_ladder_has_the_word() {
        assert!(has_rung("will", Language::English, |_| true));
        assert!(!has_rung("will", Language::English, |_| false));
        assert!(!has_rung("prices", Language::English, |_| true));
    }
}
