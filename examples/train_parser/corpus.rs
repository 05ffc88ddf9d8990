//! The training sentences as the parser sees them.

use verbale::model::PartOfSpeech;
use verbale::parse::training::{Clusters, Form, Sentence, forms};

use super::treebank::Gold;

/// A sentence with the forms of its words and the parts of speech that a
/// tagger gave which had not seen it.
pub(crate) struct Example<'a> {
    pub(crate) gold: &'a Gold,
    pub(crate) forms: Vec<Form>,
    pub(crate) tagged: Vec<PartOfSpeech>,
}

impl<'a> Example<'a> {
    /// Before any tagger has seen it.
    pub(crate) fn new(gold: &'a Gold, clusters: Clusters<'_>) -> Self {
        Self {
            gold,
            forms: forms(gold.words.iter().map(String::as_str), clusters),
            tagged: Vec::new(),
        }
    }

    /// The sentence as the parser will get it.
    pub(crate) fn sentence(&self) -> Sentence<'_> {
        Sentence::new(&self.forms, &self.tagged)
    }
}
