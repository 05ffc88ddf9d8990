//! Words that a user adds to the tables of every language.

use std::fmt;
use std::sync::OnceLock;

use super::{Lexis, Prepared, lexis};
use crate::extract::numeral::read_numeral;
use crate::extract::passage::Passage;
use crate::extract::sense::Sense;
use crate::extract::spelling::list_spellings;
use crate::extract::token::{SenseCache, tokenize};
use crate::extract::unit::{FIRST_OWN_UNIT, Unit, read_measure};
use crate::language::{self, PACKS};
use crate::model::{Dimension, Language};

/// Units, nouns and references of a user's own, beside those of the tables.
/// Past 32,768 spellings none is added.
///
/// ```
/// use verbale::compare::read_witness_with;
/// use verbale::extract::Terms;
/// use verbale::load::{LoadOptions, load_bytes};
/// use verbale::model::Vocabulary;
///
/// let mut terms = Terms::default();
/// terms.add_unit("feddan", "4200 square metres", &["faddan"]).unwrap();
/// let document = load_bytes("a.txt", b"We cleared 10 feddans.", &LoadOptions::default())?;
/// let witness = read_witness_with(document, &mut Vocabulary::new(), &terms);
/// let canonical = witness.figures[0].canonical.as_ref().unwrap();
/// assert_eq!(canonical.value, Some(42_000.into()));
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Default)]
pub struct Terms {
    own: UserTerms,
    prepared: Prepared,
}

impl Clone for Terms {
    /// The words alone: the languages are made anew when they are asked for.
    fn clone(&self) -> Self {
        Self {
            own: self.own.clone(),
            ..Self::default()
        }
    }
}

/// Most spellings that are kept: a lexicon counts its phrases in 16 bits.
const MOST_PHRASES: usize = 1 << 15;

/// What is added to a language.
#[derive(Debug, Clone, Default)]
pub(in crate::extract) struct UserTerms {
    pub(super) units: Vec<Unit>,
    pub(super) nouns: Vec<String>,
    pub(super) phrases: Vec<(String, Sense)>,
}

impl fmt::Debug for Terms {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.own.fmt(formatter)
    }
}

impl Terms {
    /// Adds a unit by its English singular. `size` says how much it is in
    /// units that are known, *4200 square metres*; where it is empty, amounts
    /// compare with those in the same unit alone. The plural with an *s* is
    /// known; `spellings` are all others.
    ///
    /// # Errors
    ///
    /// What is wrong with `size`, in words.
    pub fn add_unit(&mut self, name: &str, size: &str, spellings: &[&str]) -> Result<(), String> {
        let unit = match size.trim() {
            "" => Unit {
                name: name.to_owned().into(),
                dimension: Dimension::Other,
                factor: None,
            },
            size => read_size(name, size)?,
        };
        let row = FIRST_OWN_UNIT.checked_add(self.own.units.len());
        let row = row.and_then(|row| u16::try_from(row).ok());
        let sense = Sense::Unit(row.ok_or("there are too many units")?);
        self.own.units.push(unit);
        let plural = format!("{name}s");
        self.add([name, &plural].iter().chain(spellings), sense);
        Ok(())
    }

    /// Adds something that is counted, by its English singular, and the words
    /// for it: what they count is the same.
    pub fn add_noun(&mut self, singular: &str, words: &[&str]) {
        let Ok(place) = u16::try_from(self.own.nouns.len()) else {
            return;
        };
        self.own.nouns.push(singular.to_lowercase());
        let plural = format!("{singular}s");
        self.add(
            [singular, &plural].iter().chain(words),
            Sense::OwnNoun(place),
        );
    }

    /// Adds a word whose number is a name, as *Article* is.
    pub fn add_reference(&mut self, word: &str) {
        self.add([&word], Sense::Label);
    }

    /// The language with what was added.
    pub(in crate::extract) fn lexis(&self, language: Language) -> &Lexis {
        if self.own.phrases.is_empty() {
            lexis(language)
        } else {
            self.prepared.get(language, &self.own)
        }
    }

    fn add<'a>(&mut self, words: impl IntoIterator<Item = &'a &'a str>, sense: Sense) {
        let phrases = &mut self.own.phrases;
        for word in words {
            list_spellings(word.trim(), |spelling| {
                if phrases.len() < MOST_PHRASES {
                    phrases.push((spelling.to_owned(), sense));
                }
            });
        }
        // Languages that were built before do not know the new words.
        self.prepared = Prepared::default();
    }
}

/// The unit `name`, of which one is `size`.
fn read_size(name: &str, size: &str) -> Result<Unit, String> {
    let lexis = lexis(Language::English);
    let mut tokens = Vec::new();
    let none = (&[][..], &mut SenseCache::default());
    tokenize(size, 0..size.len(), none, &lexis.lexicon, &mut tokens);
    let passage = Passage {
        text: size,
        tokens: &tokens,
        lexis,
    };
    let number = read_numeral(passage, 0).and_then(|read| Some((read.value()?, read.end)));
    let unit = number.and_then(|(value, end)| {
        let (measure, end) = read_measure(passage, end)?;
        let factor = measure.factor?.checked_mul(value)?;
        (end == passage.len() && !factor.is_zero()).then_some(Unit {
            name: name.to_owned().into(),
            dimension: measure.dimension,
            factor: Some(factor),
        })
    });
    unit.ok_or_else(|| format!("`{size}` is no number with a unit, as 4200 square metres is"))
}

impl Prepared {
    /// The language `language`, built when it is first wanted.
    pub(super) fn get(&self, language: Language, own: &UserTerms) -> &Lexis {
        let place = language::place(language);
        self.0[place].get_or_init(|| Lexis::new(PACKS[place].figures, own))
    }
}

impl Default for Prepared {
    fn default() -> Self {
        Self([const { OnceLock::new() }; PACKS.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_own_words_is_too_large() {
        let mut terms = Terms::default();
        terms.add_reference(&"rope ".repeat(70_000));
        for at in 0..70_000_u32 {
            let digits = at.to_string();
            let letters = digits.bytes().map(|digit| char::from(digit + b'a' - b'0'));
            terms.add_reference(&letters.collect::<String>());
        }
        let lexicon = &terms.lexis(Language::English).lexicon;
        let known = |word| !lexicon.senses(word, &mut String::new()).is_empty();
        assert!(known("rope") && known("bcd") && known("tonne"));
    }
}
