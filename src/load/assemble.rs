//! Makes a document of the blocks of a file; the same for every format.

use super::block::{Block, Input, Source};
use super::{metadata, numbering, page_breaks, roles};
use crate::error::Result;
use crate::model::{Addressing, Document, Format, Notice, NoticeCode, Paragraph, Role, Span};

/// The document of `source`: roles given, paragraphs that a page break had cut
/// joined, facts of the header collected.
///
/// # Errors
///
/// When no block has a word in it.
pub(super) fn assemble(source: Source, format: Format, input: &Input) -> Result<Document> {
    let Source {
        blocks,
        properties,
        mut notices,
    } = source;
    let mut blocks: Vec<Block> = blocks.into_iter().filter_map(tidy).collect();
    if blocks.is_empty() {
        return Err(input.empty());
    }
    roles::assign_formulas(&mut blocks);
    roles::assign_boilerplate(&mut blocks, &input.options.boilerplate);
    let joined = page_breaks::join(&mut blocks);
    roles::assign_by_place(&mut blocks);
    let metadata = metadata::read(&blocks, &properties, input);
    notices.extend(metadata::pattern_notice(input));
    let (text, paragraphs) = write(&blocks);
    notices.extend(joined.into_iter().map(|at| Notice {
        code: NoticeCode::JoinedPageBreak,
        span: Some(paragraphs[at].span),
        message: format!("paragraph {} was cut in two and is joined", at + 1),
    }));
    Ok(Document {
        id: input.id(),
        path: Some(input.path.display().to_string()),
        format,
        text,
        paragraphs,
        metadata,
        addressing: Addressing::Text,
        notices,
    })
}

/// `block` with its white space folded; `None` for one without words.
fn tidy(mut block: Block) -> Option<Block> {
    if is_tidy(&block.text) {
        return Some(block);
    }
    let mut text = String::with_capacity(block.text.len());
    for c in block.text.chars() {
        let c = match c {
            '\t' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' => ' ',
            '\u{2028}' | '\u{2029}' => '\n',
            '\u{FEFF}' => continue,
            c if c.is_control() && c != '\n' => continue,
            c => c,
        };
        match text.chars().next_back() {
            Some(last) if c.is_whitespace() && last.is_whitespace() => {
                if c == '\n' {
                    text.pop();
                    text.push(c);
                }
            }
            _ => text.push(c),
        }
    }
    text.trim().clone_into(&mut block.text);
    (!block.text.is_empty()).then_some(block)
}

/// Whether a text has single blanks and line ends inside alone, and no mark that
/// is not seen. All of it is looked at, which is quicker than to stop early.
fn is_tidy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_blank = |byte: u8| byte == b' ' || byte == b'\n';
    let [first, .., last] = bytes else {
        return matches!(bytes, [b'!'..=b'~']);
    };
    let is_unseen = |byte: u8| (byte < b' ' && byte != b'\n') || byte == 0x7f;
    let unseen = bytes
        .iter()
        .fold(false, |found, byte| found | is_unseen(*byte));
    let pairs = bytes.iter().zip(&bytes[1..]);
    let doubled = pairs.fold(false, |found, (byte, next)| {
        found | (is_blank(*byte) & is_blank(*next))
    });
    let plain = !unseen && !doubled && !is_blank(*first) && !is_blank(*last);
    plain && !has_wide_blank(text)
}

/// Whether a text has a blank or a control character that is not ASCII.
fn has_wide_blank(text: &str) -> bool {
    // Those of them begin with these bytes in UTF-8.
    let may_begin = |byte: u8| matches!(byte, 0xc2 | 0xe1..=0xe3 | 0xef);
    let is_odd =
        |c: char| !c.is_ascii() && (c.is_whitespace() || c.is_control() || c == '\u{FEFF}');
    let bytes = text.bytes();
    bytes.fold(false, |found, byte| found | may_begin(byte)) && text.chars().any(is_odd)
}

/// The text of all blocks, a paragraph a line, and where the paragraphs stand.
fn write(blocks: &[Block]) -> (String, Vec<Paragraph>) {
    let mut text = String::with_capacity(blocks.iter().map(|block| block.text.len() + 1).sum());
    let mut paragraphs = Vec::with_capacity(blocks.len());
    for block in blocks {
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        for (at, line) in block.text.split('\n').enumerate() {
            text.push_str(if at > 0 { " " } else { "" });
            text.push_str(line);
        }
        let mark = match block.role {
            Role::Ornament => 0,
            _ => numbering::length(&text[start..]),
        };
        let is_item = mark > 0 && block.role == Role::Body;
        paragraphs.push(Paragraph {
            span: Span::new(start, text.len()),
            numbering: Span::new(start, start + mark),
            role: if is_item { Role::ListItem } else { block.role },
            place: block.place,
        });
    }
    (text, paragraphs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(text: &str) -> Option<String> {
        tidy(Block {
            text: text.into(),
            ..Block::default()
        })
        .map(|block| block.text)
    }

    #[test]
    fn white_space_is_folded_and_kinds_of_blank_are_kept() {
        assert_eq!(tidied(" a \t b\n \n c "), Some("a b\nc".into()));
        assert_eq!(tidied("810\u{a0}000"), Some("810\u{a0}000".into()));
        assert_eq!(tidied("a\u{0}b\u{feff}"), Some("ab".into()));
        assert_eq!(tidied(" \u{a0}\n"), None);
        assert_eq!(
            tidied("l’an \u{2003}\u{2009}neuf"),
            Some("l’an neuf".into())
        );
        assert_eq!(tidied("l’an\nneuf"), Some("l’an\nneuf".into()));
        assert_eq!(tidied("a\u{85}b\u{9c}\u{2028}c"), Some("a b\nc".into()));
    }

    #[test]
    fn paragraphs_cover_the_text_and_know_their_numbers() {
        let block = |text: &str| Block {
            text: text.into(),
            ..Block::default()
        };
        let (text, paragraphs) = write(&[block("Measures\ntaken:"), block("(a) clearance;")]);
        assert_eq!(text, "Measures taken:\n(a) clearance;");
        assert_eq!(paragraphs[1].span.of(&text), "(a) clearance;");
        assert_eq!(paragraphs[1].numbering.of(&text), "(a) ");
        assert_eq!(paragraphs[1].role, Role::ListItem);
        assert!(paragraphs[0].numbering.of(&text).is_empty());
    }
}
