//! A document cut into paragraphs, sentences and tokens.

use std::ops::Range;

use super::{Key, Span};

/// The tokens of a document, with the sentences and paragraphs they form.
///
/// Paragraph `i` here is paragraph `i` of the document.
///
/// ```
/// # use verbale::{align::AlignOptions, compare::{compare, read_witness}, load::{LoadOptions, load_bytes}};
/// # let mut vocabulary = verbale::model::Vocabulary::new();
/// # let mut read = |name: &str, text: &str| {
/// #     let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
/// #     read_witness(document, &mut vocabulary)
/// # };
/// # let before = read("2021.txt", "We cleared more than 140 mines.");
/// # let after = read("2022.txt", "We cleared more than 200 mines.");
/// # let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
/// let words = &before.segmented;
/// let first = words.tokens[0];
/// assert_eq!(first.span.of(&before.document.text), "We");
/// // Equal words have equal keys.
/// assert_eq!(first.key, after.segmented.tokens[0].key);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segmented {
    /// All tokens in reading order; spans ascend and never overlap.
    pub tokens: Vec<Token>,
    /// Index in `tokens` where each sentence starts, ascending.
    pub sentence_starts: Vec<u32>,
    /// For each paragraph, its tokens and its sentences.
    pub paragraphs: Vec<ParagraphParts>,
}

/// The parts of one paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ParagraphParts {
    /// First token, and one past the last.
    pub tokens: (u32, u32),
    /// First sentence, and one past the last.
    pub sentences: (u32, u32),
}

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the document's text, as the author wrote it.
    pub span: Span,
    /// The token as compared: equal keys are equal words.
    pub key: Key,
}

impl Segmented {
    /// The tokens of paragraph `index`, list marks left out.
    #[must_use]
    pub fn paragraph_tokens(&self, index: usize) -> &[Token] {
        let (start, end) = self.paragraphs[index].tokens;
        &self.tokens[start as usize..end as usize]
    }

    /// The tokens at some indices.
    pub(crate) fn tokens_at(&self, range: &Range<u32>) -> &[Token] {
        &self.tokens[range.start as usize..range.end as usize]
    }

    /// The sentences of paragraph `index`, each as a range of token indices
    /// into [`Segmented::tokens`].
    #[must_use]
    pub fn paragraph_sentences(&self, index: usize) -> impl ExactSizeIterator<Item = Range<usize>> {
        let parts = self.paragraphs[index];
        let sentences = parts.sentences.0 as usize..parts.sentences.1 as usize;
        sentences.map(move |sentence| self.sentence_in(parts, sentence))
    }

    /// Sentence `sentence`, 0-based, of paragraph `index`, as in
    /// [`Segmented::paragraph_sentences`]; empty if there is none.
    #[must_use]
    pub fn sentence(&self, index: usize, sentence: u32) -> Range<usize> {
        let parts = self.paragraphs[index];
        let at = parts.sentences.0.saturating_add(sentence);
        if at < parts.sentences.1 {
            self.sentence_in(parts, at as usize)
        } else {
            0..0
        }
    }

    /// Where sentence `sentence`, 0-based, of paragraph `index` stands, from its first token to
    /// its last; `None` if there is none.
    #[must_use]
    pub fn sentence_span(&self, index: usize, sentence: u32) -> Option<Span> {
        let tokens = &self.tokens[self.sentence(index, sentence)];
        Some(tokens.first()?.span.to(tokens.last()?.span))
    }

    fn sentence_in(&self, parts: ParagraphParts, sentence: usize) -> Range<usize> {
        let start = self.sentence_starts[sentence] as usize;
        let end = if sentence + 1 < parts.sentences.1 as usize {
            self.sentence_starts[sentence + 1] as usize
        } else {
            parts.tokens.1 as usize
        };
        start..end
    }
}
