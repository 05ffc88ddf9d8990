//! The tree of a sentence: parts of speech and grammatical relations.
//!
//! The inventories are those of Universal Dependencies, version 2
//! (<https://universaldependencies.org/u/pos/>, <https://universaldependencies.org/u/dep/>),
//! with the rare relations joined.

use std::ops::Range;

use super::{Language, Span};

/// Parses one sentence, given in the text and by its bytes; `None` where there
/// is no model of the language. The same bytes give the same tree.
pub type ParseSentence = fn(text: &str, sentence: Range<usize>, language: Language) -> Option<Tree>;

/// The words of a sentence in reading order, each with its head.
///
/// Positions of words count from 0. Exactly one word is the root; following
/// heads from any word ends there. No arc crosses another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// In reading order; their spans never overlap.
    pub words: Vec<Word>,
}

/// One word of a parsed sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text that the sentence stands in.
    pub span: Span,
    /// Base form in lower case: *was* is `be`, *refugees* is `refugee`; a name
    /// and what has no other form as written, in lower case.
    pub lemma: Box<str>,
    /// Part of speech.
    pub part: PartOfSpeech,
    /// Position of the word that it depends on; its own for the root.
    pub head: u32,
    /// How it depends on its head.
    pub relation: Dependency,
}

/// The universal parts of speech (UPOS); interjections count as `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the standard")]
pub enum PartOfSpeech {
    Adjective,
    Adposition,
    Adverb,
    Auxiliary,
    CoordinatingConjunction,
    Determiner,
    Noun,
    Numeral,
    Particle,
    Pronoun,
    ProperNoun,
    Punctuation,
    SubordinatingConjunction,
    Symbol,
    Verb,
    Other,
}

/// The universal relations, named as in the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the standard")]
pub enum Dependency {
    Root,
    Acl,
    AclRelcl,
    Advcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    /// Clausal subjects too.
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Det,
    Expl,
    Fixed,
    Flat,
    Iobj,
    Mark,
    Nmod,
    NmodPoss,
    /// A nominal without a preposition, most often a time or a measure.
    NmodUnmarked,
    Nsubj,
    NsubjPass,
    Nummod,
    Obj,
    /// Agents too.
    Obl,
    /// An oblique without a preposition, most often a time or a measure.
    OblUnmarked,
    Parataxis,
    Punct,
    Xcomp,
    /// All others.
    Dep,
}

impl Tree {
    /// The position of the root; `None` for a sentence without words.
    #[must_use]
    pub fn root(&self) -> Option<usize> {
        (0..self.words.len()).find(|&at| self.words[at].head as usize == at)
    }

    /// The head of a word; `None` for the root.
    #[must_use]
    pub fn head(&self, at: usize) -> Option<usize> {
        let head = self.words[at].head as usize;
        (head != at).then_some(head)
    }

    /// Its words as written in `text`, in reading order.
    pub fn texts<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t str> + 't {
        self.words.iter().map(|word| word.span.of(text))
    }

    /// The words that depend on a word, in reading order.
    #[must_use]
    pub fn children(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.words.len()).filter(move |&word| self.head(word) == Some(at))
    }

    /// The words that depend on a word by a relation, in reading order.
    #[must_use]
    pub fn children_by(
        &self,
        at: usize,
        relation: Dependency,
    ) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(at)
            .filter(move |&word| self.words[word].relation == relation)
    }

    /// The words whose spans share a byte with `bytes`, as a range of positions;
    /// empty where none does.
    #[must_use]
    pub fn words_in(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self
            .words
            .partition_point(|word| word.span.end as usize <= bytes.start);
        let last = self
            .words
            .partition_point(|word| (word.span.start as usize) < bytes.end);
        // Between two words nothing is shared, and the ends would be the wrong way round.
        first..last.max(first)
    }
}

impl PartOfSpeech {
    /// The tag of the standard: `NOUN`, `VERB`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Adjective => "ADJ",
            Self::Adposition => "ADP",
            Self::Adverb => "ADV",
            Self::Auxiliary => "AUX",
            Self::CoordinatingConjunction => "CCONJ",
            Self::Determiner => "DET",
            Self::Noun => "NOUN",
            Self::Numeral => "NUM",
            Self::Particle => "PART",
            Self::Pronoun => "PRON",
            Self::ProperNoun => "PROPN",
            Self::Punctuation => "PUNCT",
            Self::SubordinatingConjunction => "SCONJ",
            Self::Symbol => "SYM",
            Self::Verb => "VERB",
            Self::Other => "X",
        }
    }
}

impl Dependency {
    /// The relation of the standard: `nsubj`, `obl`; those without a preposition
    /// are `nmod:unmarked` and `obl:unmarked`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Acl => "acl",
            Self::AclRelcl => "acl:relcl",
            Self::Advcl => "advcl",
            Self::Advmod => "advmod",
            Self::Amod => "amod",
            Self::Appos => "appos",
            Self::Aux => "aux",
            Self::AuxPass => "aux:pass",
            Self::Case => "case",
            Self::Cc => "cc",
            Self::Ccomp => "ccomp",
            Self::Compound => "compound",
            Self::CompoundPrt => "compound:prt",
            Self::Conj => "conj",
            Self::Cop => "cop",
            Self::Det => "det",
            Self::Expl => "expl",
            Self::Fixed => "fixed",
            Self::Flat => "flat",
            Self::Iobj => "iobj",
            Self::Mark => "mark",
            Self::Nmod => "nmod",
            Self::NmodPoss => "nmod:poss",
            Self::NmodUnmarked => "nmod:unmarked",
            Self::Nsubj => "nsubj",
            Self::NsubjPass => "nsubj:pass",
            Self::Nummod => "nummod",
            Self::Obj => "obj",
            Self::Obl => "obl",
            Self::OblUnmarked => "obl:unmarked",
            Self::Parataxis => "parataxis",
            Self::Punct => "punct",
            Self::Xcomp => "xcomp",
            Self::Dep => "dep",
        }
    }
}
