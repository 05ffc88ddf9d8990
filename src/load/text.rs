//! Reads plain text.
//!
//! Paragraphs are found by what the text shows of itself: blank lines, indents
//! or line ends; hard-wrapped lines are joined, running headers are dropped, and
//! light Markdown (`**bold**`, `# heading`, `> quote`) loses its marks.

use std::ops::Range;

use super::block::{Block, CELL_SEPARATOR, Input, Source};
use super::bytes::has_byte;
use super::layout::{Layout, ends_sentence};
use super::lines::{Line, cut_lines};
use super::{
    contents, double_spacing, emphasis, encoding, line_joins, links, running_headers, text_table,
};
use crate::error::Result;
use crate::model::{Notice, NoticeCode, Place, Role};

/// The paragraphs of a plain text.
///
/// # Errors
///
/// When the bytes are no text.
pub(super) fn read(input: &Input) -> Result<Source> {
    encoding::decode(input).map(|(text, notices)| read_text(&text, notices))
}

/// As [`read`], with the characters as they are given: offsets count in them.
///
/// # Errors
///
/// As for [`read`].
pub(super) fn read_given(input: &Input) -> Result<Source> {
    encoding::decode_as_given(input).map(|(text, notices)| read_text(&text, notices))
}

fn read_text(text: &str, mut notices: Vec<Notice>) -> Source {
    let mut lines = cut_lines(text);
    let dropped = running_headers::drop_running_headers(&mut lines);
    if dropped > 0 {
        notices.push(Notice {
            code: NoticeCode::DroppedPageFurniture,
            span: None,
            message: format!("{dropped} lines of page numbers and running heads were left out"),
        });
    }
    let lines = double_spacing::close_up(lines);
    let layout = Layout::of(&lines);
    let has_pages = lines.last().is_some_and(|line| line.page > 1);
    let mut blocks = Vec::new();
    for run in lines.split(Line::is_blank) {
        let mut from = 0;
        for table in text_table::tables(run) {
            blocks.extend(prose(
                &run[from..table.lines.start],
                layout,
                text,
                has_pages,
            ));
            let rows = table.rows.iter();
            blocks.extend(rows.map(|(at, cells)| row(&run[*at], cells, has_pages)));
            from = table.lines.end;
        }
        blocks.extend(prose(&run[from..], layout, text, has_pages));
    }
    Source {
        blocks,
        notices,
        ..Source::default()
    }
}

/// The lines of a plain text that are read, as bytes of it: neither blank ones nor
/// running headers.
pub(super) fn kept_lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = cut_lines(text);
    running_headers::drop_running_headers(&mut lines);
    let start = |line: &Line| line.text.as_ptr() as usize - text.as_ptr() as usize;
    let kept = double_spacing::close_up(lines);
    let kept = kept.iter().filter(|line| !line.is_blank());
    kept.map(|line| start(line)..start(line) + line.text.len())
        .collect()
}

/// The paragraphs of lines without a blank one between them.
fn prose<'l>(
    run: &'l [Line<'l>],
    layout: Layout,
    whole: &'l str,
    has_pages: bool,
) -> impl Iterator<Item = Block> + 'l {
    let groups = run.chunk_by(move |previous, line| !begins(layout, previous, line));
    groups.map(move |group| block(group, layout, whole, has_pages))
}

/// Whether a line begins a paragraph. Entries of a table of contents stand each on its own.
fn begins(layout: Layout, previous: &Line, line: &Line) -> bool {
    layout.begins_paragraph(previous, line)
        || contents::is_entry(previous.text)
        // The title of an entry may take two lines, of which the second alone has the leader.
        || contents::is_entry(line.text) && ends_sentence(previous.text)
}

/// The row of a table that stands on a line.
fn row(line: &Line, cells: &[&str], has_pages: bool) -> Block {
    Block {
        text: cells.join(CELL_SEPARATOR),
        role: Role::TableRow,
        place: place(line, has_pages),
        ..Block::default()
    }
}

fn place(line: &Line, has_pages: bool) -> Place {
    Place {
        line: Some(line.number),
        page: has_pages.then_some(line.page),
        number: None,
    }
}

/// One paragraph of its lines, free of marks.
fn block(lines: &[Line], layout: Layout, whole: &str, has_pages: bool) -> Block {
    let quoted = lines.iter().all(|line| line.text.starts_with('>'));
    let mut text = String::new();
    let mut previous: Option<&Line> = None;
    for line in lines {
        let words = if quoted {
            line.text.trim_start_matches(['>', ' '])
        } else {
            line.text
        };
        let soft = previous.is_some_and(|previous| layout.is_soft_break(previous, line));
        line_joins::push_line(&mut text, words, if soft { " " } else { "\n" }, whole);
        previous = Some(line);
    }
    let (text, role) = strip_marks(text);
    Block {
        text,
        role: if quoted { Role::Quote } else { role },
        place: place(&lines[0], has_pages),
        ..Block::default()
    }
}

/// `text` without emphasis and heading marks, and what the marks say it is.
fn strip_marks(text: String) -> (String, Role) {
    let is_mark = |byte| matches!(byte, b'#' | b'*' | b'_' | b']');
    if !has_byte(text.as_bytes(), is_mark) {
        return (text, Role::Body);
    }
    // First: underscores in the target of a link are no emphasis.
    let text = links::strip(&text);
    let hashes = text.len() - text.trim_start_matches('#').len();
    // *#12 of the list* is no heading: CommonMark (4.2) wants one to six marks and a blank.
    if (1..=6).contains(&hashes) && text[hashes..].starts_with(' ') {
        let heading = text[hashes..].trim().trim_end_matches('#');
        return (emphasis::strip(heading.trim_end()).text, Role::Heading);
    }
    let stripped = emphasis::strip(&text);
    // Whole speeches are sent in bold.
    let is_heading = stripped.is_all_strong && stripped.text.len() <= MAX_HEADING_BYTES;
    let role = if is_heading {
        Role::Heading
    } else {
        Role::Body
    };
    (stripped.text, role)
}

/// The longest paragraph in bold that is taken for a heading, in bytes.
const MAX_HEADING_BYTES: usize = 300;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::LoadOptions;

    fn read_text(text: &str) -> Vec<Block> {
        read(&Input {
            path: Path::new("a.txt"),
            bytes: text.as_bytes(),
            options: &LoadOptions::default(),
        })
        .unwrap()
        .blocks
    }

    #[test]
    fn bold_across_lines_is_one_heading() {
        let blocks =
            read_text("\n**Meeting on mines\nThird session**\n\nWe cleared *ten* fields.\n");
        assert_eq!(blocks[0].text, "Meeting on mines\nThird session");
        assert_eq!(blocks[0].role, Role::Heading);
        assert_eq!(blocks[0].place.line, Some(2));
        assert_eq!(blocks[1].text, "We cleared ten fields.");
    }

    #[test]
    fn indented_lines_begin_paragraphs_of_a_wrapped_text() {
        let text = "The delegation cleared fields, \nroads and wells in the north \nof the country and it will \n\
                    clear the rest before the \nend of the decade. \n We thank the donors for it \nand the teams. \n It is a long road.";
        let texts: Vec<String> = read_text(text)
            .into_iter()
            .map(|block| block.text)
            .collect();
        assert_eq!(texts.len(), 3, "{texts:?}");
        assert_eq!(texts[1], "We thank the donors for it and the teams.");
    }

    #[test]
    fn wrapped_words_are_joined_at_their_hyphen() {
        let text = "We cleared anti-personnel mines\nand other things in the northern\nfields. Those who lay anti-\n\
                    personnel mines must answer for\nthem before the courts of law.";
        assert!(read_text(text)[0].text.contains("lay anti-personnel mines"));
    }

    #[test]
    fn entries_of_a_table_of_contents_stand_each_on_its_own() {
        let text = "The wells of the north ......... 3\nCosts of the repair that the teams did in\n\
                    spring and summer ......... 14\nPartners ......... 31\n";
        assert_eq!(read_text(text).len(), 3);
    }

    #[test]
    fn quoted_lines_are_a_quote() {
        let blocks = read_text("He said:\n\n> We shall go on\n> with it.\n\nWe do.");
        assert_eq!(blocks[1].role, Role::Quote);
        assert_eq!(blocks[1].text, "We shall go on\nwith it.");
    }
}
