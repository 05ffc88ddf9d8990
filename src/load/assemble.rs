//! Makes a document of the blocks of a file; the same for every format.

use super::block::{Block, Input, Source};
use super::bytes::{has_byte, has_pair};
use super::{contents, metadata, numbering, page_breaks, roles};
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
        running_headers,
        mut notices,
        mut original,
    } = source;
    let mut blocks: Vec<Block> = blocks.into_iter().filter_map(tidy).collect();
    if blocks.is_empty() {
        return Err(input.empty());
    }
    // Before the roles: *Thanks ... 4* of a table of contents thanks nobody.
    contents::assign(&mut blocks);
    roles::assign_formulas(&mut blocks);
    roles::assign_boilerplate(&mut blocks, &input.options.boilerplate);
    // Formulas first, which are never halves of paragraphs; then by place, which counts whole ones.
    let joined = page_breaks::join(&mut blocks);
    roles::assign_by_place(&mut blocks);
    let metadata = metadata::read(&blocks, &properties, input);
    notices.extend(metadata::pattern_notice(input));
    let (text, paragraphs) = write(&blocks);
    if let Some(original) = &mut original {
        original.ink = blocks
            .iter()
            .flat_map(|block| &block.ink)
            .copied()
            .collect();
    }
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
        running_headers,
        original,
        notices,
    })
}

/// `block` with its white space folded; `None` for one without words.
fn tidy(mut block: Block) -> Option<Block> {
    if is_tidy(block.text.as_bytes()) {
        return Some(block);
    }
    let mut text = String::with_capacity(block.text.len());
    let mut ink = block.ink.iter().copied();
    let mut kept = Vec::with_capacity(block.ink.len());
    let mut rest = block.text.chars();
    while let Some(c) = rest.next() {
        // What is dropped below has an origin too, which goes with it.
        let origin = if c.is_whitespace() { None } else { ink.next() };
        let c = match c {
            '\t' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' => ' ',
            '\u{2028}' | '\u{2029}' => '\n',
            c if is_unseen(c) => continue,
            // Persian spells with a zero-width non-joiner; among Latin letters an editor left it.
            c if is_joiner(c) && !is_used([text.chars().next_back(), rest.clone().next()]) => {
                continue;
            }
            c if c.is_control() && c != '\n' => continue,
            c => c,
        };
        kept.extend(origin);
        match text.chars().next_back() {
            Some(last) if c.is_whitespace() && last.is_whitespace() => {
                // A line break outlasts the blanks around it.
                if c == '\n' {
                    text.pop();
                    text.push(c);
                }
            }
            _ => text.push(c),
        }
    }
    text.trim().clone_into(&mut block.text);
    block.ink = kept;
    (!block.text.is_empty()).then_some(block)
}

/// Whether a character has no width and joins or parts nothing: zero-width spaces,
/// word joiners, marks of direction and soft hyphens, as editors and web pages leave them.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Whether a character says how its neighbours are drawn.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Whether a joiner may say something between two characters: scripts that are joined
/// are not in ASCII.
fn is_used(neighbours: [Option<char>; 2]) -> bool {
    let is_joined = |c: char| !c.is_ascii() && !c.is_whitespace();
    neighbours.into_iter().all(|c| c.is_some_and(is_joined))
}

/// Whether a text has single blanks and line ends inside alone, and nothing that
/// is not seen.
fn is_tidy(text: &[u8]) -> bool {
    let [first, .., last] = text else {
        return matches!(text, [b'!'..=b'~']);
    };
    *first > b' '
        && *last > b' '
        && !has_byte(text, |byte| byte < b' ' && byte != b'\n' || byte == 0x7f)
        && !has_pair(text, 1, |byte, next| byte <= b' ' && next <= b' ')
        && (text.is_ascii() || !may_have_wide_blank(text))
}

/// Whether a text may have a blank or a control character that is not ASCII, by
/// the first and the last of the bytes of one.
fn may_have_wide_blank(text: &[u8]) -> bool {
    has_pair(text, 1, |first, last| {
        first == 0xc2 && (last <= 0xa0 || last == 0xad)
    }) || has_pair(text, 2, |first, last| match first {
        // U+1680 and U+3000; then U+2000 to U+206F, and U+FEFF.
        0xe1 | 0xe3 => last == 0x80,
        0xe2 => matches!(last, 0x80..=0x8f | 0x9f..=0xaf),
        0xef => last == 0xbf,
        _ => false,
    })
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
            // The number of a page, or one that repeats that of a heading, counts no paragraph.
            Role::Ornament | Role::Contents => 0,
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
    mark_series(&text, &mut paragraphs);
    (text, paragraphs)
}

/// Marks the bare numbers that count the paragraphs of a text.
fn mark_series(text: &str, paragraphs: &mut [Paragraph]) {
    let is_plain = |paragraph: &Paragraph| {
        matches!(paragraph.role, Role::Body) && paragraph.numbering.range().is_empty()
    };
    let texts = paragraphs.iter().map(|paragraph| {
        if is_plain(paragraph) {
            paragraph.span.of(text)
        } else {
            ""
        }
    });
    let lengths = numbering::series(texts);
    for (paragraph, length) in paragraphs.iter_mut().zip(lengths) {
        if length > 0 {
            let start = paragraph.span.range().start;
            paragraph.numbering = Span::new(start, start + length);
            paragraph.role = Role::ListItem;
        }
    }
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
        assert_eq!(
            tidied("12\u{200b}000\u{200e} \u{2067}posts\u{2069}."),
            Some("12000 posts.".into())
        );
        assert_eq!(
            tidied("de\u{ad}mining 12\u{ad} posts.\u{200d}"),
            Some("demining 12 posts.".into())
        );
        assert_eq!(tidied("می\u{200c}رود"), Some("می\u{200c}رود".into()));
        assert_eq!(tidied("a\u{85}b\u{9c}\u{2028}c"), Some("a b\nc".into()));
    }

    #[test]
    fn every_blank_and_control_character_that_is_not_ascii_is_seen() {
        let odd = |c: &char| c.is_whitespace() || c.is_control() || is_unseen(*c) || is_joiner(*c);
        for c in ('\u{80}'..=char::MAX).filter(odd) {
            let text = format!("of{c}all");
            assert!(!is_tidy(text.as_bytes()), "{c:?}");
        }
        assert!(is_tidy("“l’année” – «été», 、。".as_bytes()));
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
