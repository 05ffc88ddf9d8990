//! Reads witnesses one after the other, and each paragraph once: most of a
//! statement may stand in the one of the year before, word for word.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::extract::Terms;
use crate::model::{Document, Earlier, Paragraph, Vocabulary, Witness};

/// Witnesses that are read one after the other with one vocabulary.
///
/// ```
/// use verbale::compare::{Readings, compare};
/// use verbale::extract::Terms;
/// use verbale::load::{LoadOptions, load_bytes};
///
/// let terms = Terms::default();
/// let mut readings = Readings::new(&terms);
/// for (name, text) in [("2021.txt", "We cleared 140 mines."), ("2022.txt", "We cleared 200 mines.")] {
///     readings.read(load_bytes(name, text.as_bytes(), &LoadOptions::default())?);
/// }
/// let (witnesses, vocabulary) = readings.finish();
/// let found = compare(&witnesses[0], &witnesses[1], &vocabulary, &Default::default());
/// assert_eq!(found.figures.len(), 1);
/// # Ok::<(), verbale::Error>(())
/// ```
#[derive(Debug)]
pub struct Readings<'a> {
    terms: &'a Terms,
    finds_promises: bool,
    vocabulary: Vocabulary,
    memory: Memory,
}

impl<'a> Readings<'a> {
    /// None yet; `terms` are a user's own, beside those of each language.
    #[must_use]
    pub fn new(terms: &'a Terms) -> Self {
        Self {
            terms,
            finds_promises: true,
            vocabulary: Vocabulary::new(),
            memory: Memory::default(),
        }
    }

    /// Finds no promises: the statements are not to be compared by them.
    #[must_use]
    pub fn figures_alone(mut self) -> Self {
        self.finds_promises = false;
        self
    }

    /// Reads one document more.
    pub fn read(&mut self, document: Document) {
        let paragraphs = document.paragraphs.iter();
        let earlier = paragraphs.map(|paragraph| self.memory.earlier(&document, paragraph));
        let earlier: Vec<Option<Earlier>> = earlier.collect();
        // Noted before the witness is read, for `earlier` borrows the memory that keeps it
        // afterwards.
        let is_new: Vec<bool> = earlier.iter().map(Option::is_none).collect();
        let (vocabulary, terms) = (&mut self.vocabulary, self.terms);
        let witness = if self.finds_promises {
            super::read(document, vocabulary, terms, &earlier)
        } else {
            super::read_figures(document, vocabulary, terms, (&earlier, false)).0
        };
        self.memory.keep(witness, &is_new);
    }

    /// All that were read, in order, and the words that they share.
    #[must_use]
    pub fn finish(self) -> (Vec<Witness>, Vocabulary) {
        (self.memory.witnesses, self.vocabulary)
    }
}

/// What was read, and where each paragraph was read first.
#[derive(Debug, Default)]
struct Memory {
    witnesses: Vec<Witness>,
    /// By the words of the paragraph.
    places: HashTable<Place>,
    // Its seed differs from run to run, which shows nowhere: places are looked up and never listed.
    hasher: DefaultHashBuilder,
}

/// A witness and a paragraph of it, both from 0.
type Place = (usize, usize);

impl Memory {
    /// Where the text of a paragraph of `document` was read before.
    fn earlier(&self, document: &Document, paragraph: &Paragraph) -> Option<Earlier<'_>> {
        let text = words(document, paragraph);
        let is_it = |&place: &Place| {
            let (other, its) = at(&self.witnesses, place);
            // The same words in another language are cut and read in another way: *40.000*.
            words(other, its) == text && other.metadata.language == document.metadata.language
        };
        let &place = self.places.find(self.hasher.hash_one(text), is_it)?;
        let (_, first) = at(&self.witnesses, place);
        Some(Earlier {
            witness: &self.witnesses[place.0],
            paragraph: place.1,
            // From body to body: the mark of a list item (*3.* that became *4.*) may be longer or
            // shorter.
            shift: i64::from(paragraph.body().start) - i64::from(first.body().start),
        })
    }

    /// Keeps a witness; `is_new` says which of its paragraphs were not read before.
    fn keep(&mut self, witness: Witness, is_new: &[bool]) {
        let last = self.witnesses.len();
        self.witnesses.push(witness);
        let Self {
            witnesses,
            places,
            hasher,
        } = self;
        let hash = |&place: &Place| {
            let (document, paragraph) = at(witnesses, place);
            hasher.hash_one(words(document, paragraph))
        };
        for (paragraph, _) in is_new.iter().enumerate().filter(|(_, is_new)| **is_new) {
            let place = (last, paragraph);
            places.insert_unique(hash(&place), place, hash);
        }
    }
}

fn at(witnesses: &[Witness], (witness, paragraph): Place) -> (&Document, &Paragraph) {
    let document = &witnesses[witness].document;
    (document, &document.paragraphs[paragraph])
}

/// The text of a paragraph behind its list mark.
fn words<'d>(document: &'d Document, paragraph: &Paragraph) -> &'d str {
    &document.text[paragraph.body().range()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Language;

    fn document(text: &str, language: Language) -> Document {
        let options = LoadOptions {
            language: Some(language),
            ..LoadOptions::default()
        };
        load_bytes("a.txt", text.as_bytes(), &options).unwrap()
    }

    /// Reads the texts one after the other, and each as if it were the first.
    fn assert_read_alike(texts: &[(&str, Language)]) {
        let terms = Terms::default();
        let mut readings = Readings::new(&terms);
        let mut vocabulary = Vocabulary::new();
        let mut alone = Vec::new();
        for &(text, language) in texts {
            readings.read(document(text, language));
            alone.push(read_witness(document(text, language), &mut vocabulary));
        }
        assert_eq!(readings.finish().0, alone);
    }

    const FIRST: &str = "On 3 May we met.\n\nIn 2020 we cleared 140 fields. About 12 remain; \
                         see Article 5 and 12:30.\n\n1. Some 9,000 mines were found near 4x.";

    #[test]
    fn a_paragraph_that_was_read_before_says_the_same_where_it_stands_now() {
        let second = "The year 2021 was worse.\n\nOn 3 May we met.\n\n2. Some 9,000 mines were found near 4x.\n\n\
                      In 2020 we cleared 140 fields. About 12 remain; see Article 5 and 12:30.";
        assert_read_alike(&[
            (FIRST, Language::English),
            (second, Language::English),
            (FIRST, Language::English),
        ]);
    }

    #[test]
    fn another_language_is_read_anew() {
        assert_read_alike(&[(FIRST, Language::English), (FIRST, Language::French)]);
    }
}
