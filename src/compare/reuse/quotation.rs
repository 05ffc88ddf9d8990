//! Words between quotation marks.

use crate::model::{Document, Span};

use super::{MOST, common, paragraphs_of};

/// What opens a quotation, and what closes it.
const MARKS: [(char, &[char]); 6] = [
    ('“', &['”', '“']),
    // German closes with “, Polish and Romanian with ”.
    ('„', &['“', '”']),
    ('«', &['»']),
    // Inwards in German and Danish print, where French and Russian point outwards.
    ('»', &['«']),
    ('「', &['」']),
    ('"', &['"']),
];

/// The longest quotation, in bytes: a mark without its partner opens none.
const MAX_BYTES: usize = 2_000;

/// Whether most of a part of a document stands between quotation marks.
pub(super) fn is_quoted(document: &Document, span: Span) -> bool {
    let quoted = paragraphs_of(document, span).map(|(_, paragraph)| {
        let quotations = quotations(paragraph.span.of(&document.text)).into_iter();
        let shift = paragraph.span.start;
        let spans = quotations.map(|one| Span {
            start: one.start + shift,
            end: one.end + shift,
        });
        spans.map(|one| common(one, span)).sum::<usize>()
    });
    quoted.sum::<usize>() * 100 >= span.len_bytes() * MOST
}

/// The quotations of a paragraph, the marks left out.
fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    for (at, letter) in text.char_indices() {
        if let Some((start, closing)) = open {
            if closing.contains(&letter) {
                found.push(Span::new(start, at));
                open = None;
            // *5 ”* or a mark that was lost: what follows is no quotation without end.
            } else if at - start > MAX_BYTES {
                open = None;
            }
        } else if let Some((mark, closing)) = MARKS.iter().find(|(mark, _)| *mark == letter) {
            open = Some((at + mark.len_utf8(), closing));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::quotations;

    #[test]
    fn a_quotation_stands_between_its_marks() {
        let cases: [(&str, &[&str]); 5] = [
            ("He said “we come” and \"we go\".", &["we come", "we go"]),
            ("Il dit « nous venons ».", &[" nous venons "]),
            ("„Wir kommen“, sagte er.", &["Wir kommen"]),
            ("The 5\" pipe.", &[]),
            ("It's ours.", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = quotations(text).iter().map(|one| one.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
