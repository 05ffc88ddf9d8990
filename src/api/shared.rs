//! Statements that were read apart, made to share their words.

use crate::load::name_apart;
use crate::model::{Vocabulary, Witness};

use super::Statement;

/// Witnesses with one vocabulary, and each with a name of its own.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) witnesses: Vec<Witness>,
    pub(super) vocabulary: Vocabulary,
}

impl Shared {
    /// Copies the statements, in their order.
    pub(super) fn new<'s>(statements: impl IntoIterator<Item = &'s Statement>) -> Self {
        let mut shared = Self::default();
        for statement in statements {
            shared.add(statement);
        }
        let witnesses = shared.witnesses.iter_mut();
        // Two drafts may both be called *draft.txt*; records are told apart by their names.
        name_apart(witnesses.map(|witness| &mut witness.document));
        shared
    }

    /// Keys count from each statement's own first word, so they are told anew: the
    /// same keys as if all had been read one after the other.
    fn add(&mut self, statement: &Statement) {
        let (mut witness, words) = (statement.witness.clone(), &statement.vocabulary);
        // Each statement was read with a vocabulary of its own, so that any two can be compared,
        // however they were read.
        let keys = self.vocabulary.adopt(words);
        for token in &mut witness.segmented.tokens {
            token.key = keys[token.key.0 as usize];
        }
        self.witnesses.push(witness);
    }
}
