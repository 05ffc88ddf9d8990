//! Reads Rich Text Format (RTF 1.9.1).
//!
//! Read: the text with its tables, text boxes and notes. Left out: headers,
//! footers, comments, hidden text, field codes and automatic numbers. Pictures
//! and embedded objects are passed over.

pub(in crate::load) mod charset;
mod destination;
mod lexer;
mod text;

use super::block::{DAMAGED, Input, Properties, Source};
use super::tracked::Revisions;
use crate::error::Result;
use crate::model::{Notice, NoticeCode};
use text::Reader;

/// Deepest nesting of groups. Word processors stay below 50.
const MAX_DEPTH: usize = 1000;

/// Reads the blocks and properties of an RTF file.
///
/// # Errors
///
/// When the file is no RTF, nests too deep, or has open tracked changes where
/// the options forbid them.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    if !input.bytes.trim_ascii_start().starts_with(b"{\\rtf") {
        return Err(input.unreadable("no RTF file", "check the file's format"));
    }
    let mut reader = Reader::new(Revisions::new(input.options.tracked));
    for token in lexer::Lexer::new(input.bytes) {
        if reader.depth() > MAX_DEPTH {
            let problem = format!("groups nested deeper than {MAX_DEPTH}");
            return Err(input.unreadable(problem, DAMAGED));
        }
        reader.read(token);
    }
    let cut_off = (reader.depth() > 0).then(|| Notice {
        code: NoticeCode::Reading,
        span: None,
        message: "the file is cut off; its end may be missing".to_owned(),
    });
    let tracked = reader.revisions().settle(input)?;
    let (blocks, title, author) = reader.finish();
    Ok(Source {
        blocks,
        properties: Properties {
            title,
            author,
            ..Properties::default()
        },
        notices: tracked.into_iter().chain(cut_off).collect(),
        ..Source::default()
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::{LoadOptions, Tracked};
    use crate::model::Role;

    fn read_with(tracked: Tracked, body: &str) -> Source {
        let file = format!("{{\\rtf1\\ansi\\ansicpg1252\\uc1 {body}}}");
        let options = LoadOptions {
            tracked,
            ..LoadOptions::default()
        };
        let input = Input {
            path: Path::new("x.rtf"),
            bytes: file.as_bytes(),
            options: &options,
        };
        read(&input).unwrap()
    }

    fn texts(body: &str) -> Vec<String> {
        let source = read_with(Tracked::Accept, body);
        source.blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn code_pages_fonts_and_unicode_are_read() {
        let fonts = "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times;}{\\f2\\fcharset2 Symbol;}}";
        let body = format!(
            "{fonts}\\f0 Caf\\'e9 \\f1 \\'ec\\'e8\\'ed \\f2 \\'b3\\f0  5\\u8239?000 \\uc2\\u-10179\\'3f?\\u-9020??"
        );
        assert_eq!(texts(&body), ["Café мин ≥ 5\u{202f}000 📄"]);
    }

    #[test]
    fn headers_field_codes_and_hidden_text_are_left_out() {
        let body = "{\\header Running head\\par}{\\*\\unknown no}{\\v secret}Page \
            {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par{\\pict 0102}";
        assert_eq!(texts(body), ["Page 3"]);
    }

    #[test]
    fn a_note_comes_last_without_its_mark() {
        let body = "\\pard Stocks{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} As of May.\\par} fell.\\par";
        let blocks = read_with(Tracked::Accept, body).blocks;
        assert_eq!(
            (blocks[0].text.as_str(), blocks[0].role),
            ("Stocks fell.", Role::Body)
        );
        assert_eq!(
            (blocks[1].text.as_str(), blocks[1].role),
            ("As of May.", Role::Note)
        );
    }

    #[test]
    fn a_row_ends_a_table_and_text_after_it_is_text() {
        let body = "\\trowd\\pard\\intbl Year\\cell\\cell Mines\\cell\\row\\pard After\\par";
        assert_eq!(texts(body), ["Year |  | Mines", "After"]);
    }

    #[test]
    fn a_note_in_a_cell_does_not_end_the_row() {
        let body = "\\trowd\\pard\\intbl 2020{\\footnote\\pard Note.}\\cell 14\\cell\\row";
        assert_eq!(texts(body), ["2020 | 14", "Note."]);
    }

    #[test]
    fn a_table_in_a_cell_keeps_its_rows() {
        let body = "\\pard\\intbl\\itap2 2020\\nestcell 14\\nestcell{\\*\\nesttableprops\\nestrow}\
            \\pard\\intbl\\itap1 \\cell Beside\\cell\\row";
        assert_eq!(texts(body), ["2020 | 14", "Beside"]);
    }

    #[test]
    fn headings_and_list_items_are_known_by_style_and_mark() {
        let body = "{\\stylesheet{\\s1 heading 1;}{\\s2\\outlinelevel1 Mine;}}\\pard\\s1 One\\par\\pard\\s2 Two\\par\
            \\pard{\\listtext 1.\\tab}Three\\par\\pard{\\listtext\\tab}Four\\par";
        let blocks = read_with(Tracked::Accept, body).blocks;
        let roles: Vec<_> = blocks
            .iter()
            .map(|block| (block.text.as_str(), block.role))
            .collect();
        assert_eq!(
            roles,
            [
                ("One", Role::Heading),
                ("Two", Role::Heading),
                ("Three", Role::ListItem),
                ("Four", Role::Body)
            ]
        );
    }

    #[test]
    fn tracked_changes_are_accepted_or_rejected() {
        let body = "Some {\\deleted 90}{\\revised 120} vessels.\\par";
        let accepted = read_with(Tracked::Accept, body);
        assert_eq!(accepted.blocks[0].text, "Some 120 vessels.");
        assert_eq!(accepted.notices.len(), 1);
        assert_eq!(
            read_with(Tracked::Reject, body).blocks[0].text,
            "Some 90 vessels."
        );
    }

    #[test]
    fn properties_are_read_in_unicode_where_they_are_given_twice() {
        let body =
            "{\\info{\\upr{\\title ?}{\\*\\ud{\\title \\u1052?}}}{\\author A}{\\operator B}}Text";
        let source = read_with(Tracked::Accept, body);
        assert_eq!(source.properties.title.as_deref(), Some("М"));
        assert_eq!(source.properties.author.as_deref(), Some("A"));
        assert_eq!(source.blocks.len(), 1);
    }

    #[test]
    fn a_file_that_is_cut_off_says_so_and_a_deep_one_is_an_error() {
        let options = LoadOptions::default();
        let input = |bytes| Input {
            path: Path::new("x.rtf"),
            bytes,
            options: &options,
        };
        assert!(
            read(&input(b"{\\rtf1 We")).unwrap().notices[0]
                .message
                .contains("cut off")
        );
        let deep = b"{\\rtf1"
            .iter()
            .copied()
            .chain(std::iter::repeat_n(b'{', 1_000_000))
            .collect::<Vec<u8>>();
        assert!(
            read(&input(&deep))
                .unwrap_err()
                .to_string()
                .contains("deeper than")
        );
        assert!(read(&input(b"Plain")).is_err());
    }
}
