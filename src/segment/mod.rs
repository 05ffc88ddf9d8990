//! Cuts documents into sentences and tokens.
//!
//! Input: a loaded document. Output: its tokens, each with its span in the
//! author's text and its key in the form that is compared, and where the
//! sentences start. List marks at the head of a paragraph are left out.

mod abbreviation;
mod fold;
mod sentence;
mod word;

use std::ops::Range;

use crate::model::{
    Document, Earlier, Language, Paragraph, ParagraphParts, Segmented, Token, Vocabulary,
};

/// Cuts each paragraph of `document` into sentences and tokens, whose
/// compared forms go into `vocabulary`.
#[must_use]
pub fn segment(document: &Document, vocabulary: &mut Vocabulary) -> Segmented {
    segment_with(document, vocabulary, &[])
}

/// Cuts `document` as [`segment`] does. `earlier` has, by paragraph, where its
/// text was cut before with the same vocabulary; it may be shorter.
pub(crate) fn segment_with(
    document: &Document,
    vocabulary: &mut Vocabulary,
    earlier: &[Option<Earlier<'_>>],
) -> Segmented {
    let mut segmented = Segmented {
        tokens: Vec::with_capacity(document.text.len() / 5),
        sentence_starts: Vec::with_capacity(document.text.len() / 100 + 1),
        paragraphs: Vec::with_capacity(document.paragraphs.len()),
    };
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        match earlier.get(index).copied().flatten() {
            Some(earlier) => copy_paragraph(earlier, &mut segmented),
            None => segment_paragraph(document, *paragraph, vocabulary, &mut segmented),
        }
    }
    segmented
}

fn copy_paragraph(earlier: Earlier<'_>, into: &mut Segmented) {
    let first_token = position(into.tokens.len());
    let first_sentence = position(into.sentence_starts.len());
    into.tokens.extend(earlier.tokens());
    let starts = earlier.sentence_starts().map(|start| first_token + start);
    into.sentence_starts.extend(starts);
    close_paragraph(first_token, first_sentence, into);
}

fn segment_paragraph(
    document: &Document,
    paragraph: Paragraph,
    vocabulary: &mut Vocabulary,
    into: &mut Segmented,
) {
    let first_token = position(into.tokens.len());
    let first_sentence = position(into.sentence_starts.len());
    // *7. We cleared …*: the list mark is no word, so that a renumbered list is the same.
    let Range { start, end } = paragraph.body().range();
    word::push_tokens(&document.text[..end], start, vocabulary, &mut into.tokens);
    let tokens: &[Token] = &into.tokens[first_token as usize..];
    let language: Language = document.metadata.language;
    sentence::sentence_starts(&document.text, tokens, language, |at| {
        into.sentence_starts.push(first_token + position(at));
    });
    close_paragraph(first_token, first_sentence, into);
}

/// Makes a paragraph of the tokens and sentences from these on.
fn close_paragraph(first_token: u32, first_sentence: u32, into: &mut Segmented) {
    into.paragraphs.push(ParagraphParts {
        tokens: (first_token, position(into.tokens.len())),
        sentences: (first_sentence, position(into.sentence_starts.len())),
    });
}

fn position(index: usize) -> u32 {
    u32::try_from(index).expect("fewer tokens than bytes, and a text is shorter than 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Role, Span};

    fn document(text: &str) -> Document {
        let mut document = Document {
            text: text.to_owned(),
            ..Document::default()
        };
        let mut start = 0;
        for line in text.split('\n') {
            document.paragraphs.push(Paragraph {
                span: Span::new(start, start + line.len()),
                numbering: Span::new(start, start),
                role: Role::Body,
                ..Paragraph::default()
            });
            start += line.len() + 1;
        }
        document
    }

    fn words(text: &str) -> Vec<String> {
        let document = document(text);
        let segmented = segment(&document, &mut Vocabulary::new());
        segmented
            .tokens
            .iter()
            .map(|token| token.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn numbers_and_hyphenated_words_are_whole() {
        assert_eq!(
            words("Cleared 1,250.50 ha of anti-personnel mines (10-day plan)."),
            [
                "Cleared",
                "1,250.50",
                "ha",
                "of",
                "anti-personnel",
                "mines",
                "(",
                "10-day",
                "plan",
                ")",
                "."
            ]
        );
    }

    #[test]
    fn groups_of_digits_set_apart_by_no_break_spaces_are_one_number() {
        assert_eq!(
            words("some 810\u{202f}000 mines"),
            ["some", "810\u{202f}000", "mines"]
        );
    }

    /// The first two paragraphs of `text` compare equal, word for word.
    fn assert_same_keys(text: &str) {
        let document = document(text);
        let segmented = segment(&document, &mut Vocabulary::new());
        let keys = |index| {
            let tokens: &[Token] = segmented.paragraph_tokens(index);
            tokens.iter().map(|token| token.key).collect::<Vec<_>>()
        };
        assert_eq!(keys(0), keys(1));
    }

    #[test]
    fn typographic_and_plain_marks_have_one_key() {
        let text = "the state’s “plan” – well-known\nThe state's \"plan\" - well‑known";
        assert_same_keys(text);
    }

    #[test]
    fn characters_that_nobody_sees_are_no_words() {
        assert_eq!(
            words("It goes on.\u{200b} \u{200e}\u{ad}"),
            ["It", "goes", "on", "."]
        );
    }

    #[test]
    fn soft_hyphens_and_composition_do_not_count() {
        let text = "de\u{ad}mining caf\u{e9}\ndemining cafe\u{301}";
        assert_same_keys(text);
    }

    #[test]
    fn chinese_is_cut_at_each_character() {
        assert_eq!(words("排雷行动"), ["排", "雷", "行", "动"]);
    }

    #[test]
    fn a_paragraph_of_two_sentences_has_two_starts() {
        let text = "We cleared 5 ha. Mr. Ilves thanked the donors.";
        let document = document(text);
        let segmented = segment(&document, &mut Vocabulary::new());
        assert_eq!(segmented.paragraph_sentences(0).len(), 2);
    }
}
