//! Finds the figures of a document.
//!
//! Input: a segmented document. Output: figures in reading order; their spans
//! never overlap. A number that is seen but cannot be read becomes a notice:
//! none is dropped in silence.
//!
//! A paragraph is cut into tokens, each with what the language's lexicon knows
//! of it; one pass reads every number where it stands (`reader`), a list then
//! shares what it says once (`sharing`), and the sentence says the rest
//! (`context`). The words of each language are tables (`language`).

mod change;
mod compound;
mod context;
mod date;
mod figure;
mod hedge;
mod interval;
mod language;
mod lexicon;
mod noun;
mod numeral;
mod ordinal;
mod passage;
mod quantity;
mod range;
mod reader;
mod reference;
mod sharing;
mod term;
mod token;
mod unit;

use std::ops::Range;

use language::tongue;
use passage::Passage;
use reader::{Draft, read_passage};
use token::{Token, tokenize};

use crate::model::{Document, Figure, Notice, NoticeCode, Segmented};

/// What was found in one document.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    /// In reading order.
    pub figures: Vec<Figure>,
    /// Numbers seen but not read.
    pub notices: Vec<Notice>,
}

/// Finds the figures of `document`, in the language of its metadata.
#[must_use]
pub fn extract(document: &Document, segmented: &Segmented) -> Extraction {
    let mut extraction = Extraction::default();
    let mut tokens = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let range = paragraph.span.range();
        let start = range
            .start
            .max(paragraph.numbering.end as usize)
            .min(range.end);
        tokens.clear();
        let tongue = tongue(document.metadata.language);
        tokenize(
            &document.text,
            start..range.end,
            &tongue.lexicon,
            &mut tokens,
        );
        let passage = Passage {
            text: &document.text,
            tokens: &tokens,
            tongue,
        };
        let sentences = sentences(segmented, index, &tokens);
        extraction.read_paragraph(passage, index, &sentences);
    }
    date::resolve_years(document, &mut extraction.figures);
    extraction
}

/// The sentences of a paragraph as ranges of its tokens.
fn sentences(segmented: &Segmented, paragraph: usize, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = segmented
        .paragraph_sentences(paragraph)
        .filter(|sentence| !sentence.is_empty())
        .map(|sentence| {
            let byte = segmented.tokens[sentence.start].span.start as usize;
            tokens.partition_point(|token| token.end <= byte)
        })
        .collect();
    if let Some(first) = starts.first_mut() {
        *first = 0;
    } else {
        starts.push(0);
    }
    let ends = starts
        .iter()
        .copied()
        .skip(1)
        .chain([tokens.len()])
        .collect::<Vec<_>>();
    starts
        .into_iter()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

impl Extraction {
    fn read_paragraph(&mut self, passage: Passage, index: usize, sentences: &[Range<usize>]) {
        let mut harvest = read_passage(passage);
        sharing::share_backwards(passage, &mut harvest.drafts);
        let mut drafts = harvest.drafts.as_mut_slice();
        for (number, sentence) in (0..).zip(sentences) {
            let count = drafts.partition_point(|draft| draft.tokens.start < sentence.end);
            let (own, rest) = drafts.split_at_mut(count);
            context::read_context(passage, sentence.clone(), own);
            for Draft { figure, .. } in own {
                figure.paragraph = u32::try_from(index).expect("fewer than 2^32 paragraphs");
                figure.sentence = number;
            }
            drafts = rest;
        }
        self.figures
            .extend(harvest.drafts.into_iter().map(|draft| draft.figure));
        self.notices
            .extend(harvest.unread.into_iter().map(|unread| Notice {
                code: NoticeCode::UnreadNumber,
                span: Some(passage.span(unread.tokens)),
                message: format!("not read as a figure: {}", unread.reason),
            }));
    }
}
