//! A sentence whose words are tagged, as the parser's features look at it.

use crate::model::PartOfSpeech;

use super::form::{Form, OUTSIDE};

/// The forms and the parts of speech of the same words.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'a> {
    forms: &'a [Form],
    parts: &'a [PartOfSpeech],
}

/// A word that is not there.
/// No word is likely to have so small a hash.
const NO_WORD: u64 = 3;
/// The root as a word.
const ROOT_WORD: u64 = 5;
/// The part of a word that is not there.
pub(super) const NO_PART: u64 = 40;
/// The part of the root.
const ROOT_PART: u64 = 41;

impl<'a> Sentence<'a> {
    /// A sentence of as many parts as forms.
    #[must_use]
    pub fn new(forms: &'a [Form], parts: &'a [PartOfSpeech]) -> Self {
        debug_assert_eq!(forms.len(), parts.len());
        Self { forms, parts }
    }

    /// Number of words.
    #[must_use]
    pub fn len(self) -> usize {
        self.forms.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.forms.is_empty()
    }

    /// The folded word; behind the last word stands the root.
    #[inline]
    pub(super) fn word(self, at: Option<usize>) -> u64 {
        at.map_or(NO_WORD, |at| {
            self.forms.get(at).map_or(ROOT_WORD, |form| form.word)
        })
    }

    /// The part of speech; behind the last word stands the root.
    #[inline]
    pub(super) fn part(self, at: Option<usize>) -> u64 {
        at.map_or(NO_PART, |at| {
            self.parts.get(at).map_or(ROOT_PART, |&part| part as u64)
        })
    }

    /// The part of speech of a word.
    pub(super) fn part_of(self, at: usize) -> Option<PartOfSpeech> {
        self.parts.get(at).copied()
    }

    /// The form of a word, or what stands outside.
    #[inline]
    pub(super) fn form(self, at: Option<usize>) -> &'a Form {
        at.and_then(|at| self.forms.get(at)).unwrap_or(&OUTSIDE)
    }
}
