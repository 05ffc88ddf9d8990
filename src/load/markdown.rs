//! Reads Markdown (`CommonMark` with tables, footnotes and front matter).

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::block::{Block, CELL_SEPARATOR, Input, Properties, Source};
use super::facts::Facts;
use super::{encoding, front_matter, text};
use crate::error::Result;
use crate::model::{Place, Role};

/// Quote and list marks at the start of a line above which a file is no
/// Markdown: parsing takes the square of their number.
const MAX_NESTING: usize = 100;

/// Brackets and backticks between two blank lines above which a file is no
/// Markdown: finding their partners takes up to the square of their number.
const MAX_MARKS: usize = 10_000;

/// The paragraphs of a Markdown file; one that nests too deep or consists of
/// marks is read as plain text.
///
/// # Errors
///
/// When the bytes are no text.
pub(super) fn read(input: &Input) -> Result<Source> {
    let (text, notices) = encoding::decode(input)?;
    if text.lines().any(nests_too_deep) || has_too_many_marks(&text) {
        return text::read(input);
    }
    let mut reader = Reader::new(&text);
    for (event, range) in Parser::new_ext(&text, options()).into_offset_iter() {
        reader.read(event, range.start);
    }
    reader.end_block();
    Ok(Source {
        blocks: reader.blocks,
        properties: Properties {
            front_matter: reader.facts,
            ..Properties::default()
        },
        notices,
        ..Source::default()
    })
}

fn nests_too_deep(line: &str) -> bool {
    let marks = line.bytes().take_while(|byte| b"> \t-+*".contains(byte));
    marks.filter(|byte| !byte.is_ascii_whitespace()).count() > MAX_NESTING
}

fn has_too_many_marks(text: &str) -> bool {
    let mut marks = 0;
    text.lines().any(|line| {
        let own = line.bytes().filter(|byte| b"[]`".contains(byte)).count();
        marks = if line.trim().is_empty() {
            0
        } else {
            marks + own
        };
        marks > MAX_MARKS
    })
}

fn options() -> Options {
    // Without smart punctuation: a quote has to be the author's own, marks and all.
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

/// Collects the blocks of the events.
struct Reader<'a> {
    text: &'a str,
    /// Where the events are in `text`, in bytes and in lines from 1.
    position: (usize, u32),
    blocks: Vec<Block>,
    /// The block that is being read.
    open: String,
    open_line: Option<u32>,
    role: Role,
    /// Length in bytes of the mark of the open item.
    mark_len: usize,
    /// Containers around the block, outermost first.
    containers: Vec<Container>,
    in_front_matter: bool,
    /// Whether the open row has a cell.
    has_cell: bool,
    /// Inside of how a word is read aloud (`rt`, `rp`).
    in_ruby_text: bool,
    facts: Facts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Quote,
    Note,
    /// A list with the number of its next item; `None` for bullets.
    List(Option<u64>),
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            position: (0, 1),
            blocks: Vec::new(),
            open: String::new(),
            open_line: None,
            role: Role::Body,
            mark_len: 0,
            containers: Vec::new(),
            in_front_matter: false,
            has_cell: false,
            in_ruby_text: false,
            facts: Facts::default(),
        }
    }

    fn read(&mut self, event: Event, at: usize) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.in_front_matter => self.facts = front_matter::read(&words),
            Event::Text(_) | Event::Code(_) if self.in_ruby_text => {}
            Event::Text(words) | Event::Code(words) => self.push(&words, at),
            // Lines of Markdown are wrapped where it suits.
            Event::SoftBreak => self.push(" ", at),
            Event::HardBreak => self.push("\n", at),
            Event::InlineHtml(tag) if is_line_break(&tag) => self.push("\n", at),
            Event::InlineHtml(tag) => match tag.to_ascii_lowercase().as_str() {
                "<rt>" | "<rp>" => self.in_ruby_text = true,
                "</rt>" | "</rp>" | "</ruby>" => self.in_ruby_text = false,
                _ => {}
            },
            Event::Rule => {
                self.end_block();
                self.role = Role::Ornament;
                self.push("***", at);
                self.end_block();
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, at: usize) {
        match tag {
            Tag::Paragraph => self.end_block(),
            Tag::Heading { .. } => self.begin(Role::Heading),
            // In a statement, what is indented by four blanks is more often quoted than code.
            Tag::CodeBlock(_) => self.begin(Role::Quote),
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::FootnoteDefinition(_) => self.enter(Container::Note),
            Tag::List(first) => self.enter(Container::List(*first)),
            Tag::Item => self.begin_item(at),
            Tag::TableHead | Tag::TableRow => {
                self.begin(Role::TableRow);
                self.has_cell = false;
            }
            Tag::TableCell => {
                // An empty cell keeps its place, or those behind it would stand under other heads.
                if self.has_cell {
                    self.push(CELL_SEPARATOR, at);
                }
                self.has_cell = true;
            }
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.in_front_matter = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            TagEnd::Item => self.end_item(),
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::List(_) => {
                self.end_block();
                self.containers.pop();
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow => {
                self.end_block();
            }
            _ => {}
        }
    }

    fn begin(&mut self, role: Role) {
        self.end_block();
        self.role = role;
    }

    fn enter(&mut self, container: Container) {
        self.end_block();
        self.containers.push(container);
    }

    /// Opens an item with its mark, which Markdown takes for markup.
    fn begin_item(&mut self, at: usize) {
        self.end_item();
        let mark = match self.containers.last_mut() {
            Some(Container::List(Some(number))) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "• ".to_owned(),
        };
        self.mark_len = mark.trim_end().len();
        self.push(&mark, at);
        self.role = Role::ListItem;
    }

    /// Closes the open block, and drops a mark without an item.
    fn end_item(&mut self) {
        self.end_block();
        self.open.clear();
        self.open_line = None;
        self.role = Role::Body;
    }

    /// Appends `words` to the open block.
    fn push(&mut self, words: &str, at: usize) {
        if self.open_line.is_none() {
            self.open_line = Some(self.line_of(at));
        }
        self.open.push_str(words);
    }

    /// Closes the open block unless it is only an item's mark.
    fn end_block(&mut self) {
        // The words of an item come as a paragraph inside of it, for which its mark waits.
        let is_mark = self.role == Role::ListItem && self.open.trim_end().len() == self.mark_len;
        if is_mark {
            return;
        }
        let (text, line) = (std::mem::take(&mut self.open), self.open_line.take());
        let own = std::mem::take(&mut self.role);
        self.in_ruby_text = false;
        let is_separator = |c: char| c.is_whitespace() || own == Role::TableRow && c == '|';
        if text.chars().all(is_separator) {
            return;
        }
        let text = if own == Role::TableRow {
            text.trim().to_owned()
        } else {
            text
        };
        let role = self
            .containers
            .iter()
            .fold(own, |role, container| match container {
                Container::Note => Role::Note,
                // A heading or an item inside a quotation stays one.
                Container::Quote if role == Role::Body => Role::Quote,
                _ => role,
            });
        self.blocks.push(Block {
            text,
            role,
            place: Place {
                line,
                ..Place::default()
            },
            ..Block::default()
        });
    }

    /// The line of the byte `at`; bytes come in ascending order but for
    /// nested starts.
    fn line_of(&mut self, at: usize) -> u32 {
        let (seen, line) = self.position;
        if at > seen {
            let ends = self.text[seen..at].matches('\n').count();
            self.position = (at, line + u32::try_from(ends).unwrap_or(u32::MAX));
        }
        self.position.1
    }
}

fn is_line_break(tag: &str) -> bool {
    tag.get(..3)
        .is_some_and(|start| start.eq_ignore_ascii_case("<br"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::LoadOptions;

    fn read_markdown(text: &str) -> Source {
        read(&Input {
            path: Path::new("a.md"),
            bytes: text.as_bytes(),
            options: &LoadOptions::default(),
        })
        .unwrap()
    }

    fn blocks(text: &str) -> Vec<(String, Role, u32)> {
        let told = |block: Block| (block.text, block.role, block.place.line.unwrap());
        read_markdown(text).blocks.into_iter().map(told).collect()
    }

    #[test]
    fn a_file_of_marks_is_read_as_plain_text_in_little_time() {
        let ticks: String = (1..1_000).map(|count| "`".repeat(count) + " ").collect();
        for text in ["[".repeat(400_000), ticks, "> ".repeat(200_000) + "a"] {
            assert!(!read_markdown(&text).blocks.is_empty());
        }
    }

    #[test]
    fn marks_go_and_roles_stay() {
        let text =
            "# On *mines*\n\nWe **cleared**\nten [fields](http://a.b).\n\n> We shall.\n\n---\n";
        assert_eq!(
            blocks(text),
            [
                ("On mines".into(), Role::Heading, 1),
                ("We cleared ten fields.".into(), Role::Body, 3),
                ("We shall.".into(), Role::Quote, 6),
                ("***".into(), Role::Ornament, 8),
            ]
        );
    }

    #[test]
    fn list_items_keep_a_mark() {
        let text = "We ask for:\n\n3. clearance;\n4. care.\n\n- fields\n\n  and wells\n-\n";
        let texts: Vec<String> = blocks(text).into_iter().map(|(text, ..)| text).collect();
        assert_eq!(
            texts,
            [
                "We ask for:",
                "3. clearance;",
                "4. care.",
                "• fields",
                "and wells"
            ]
        );
    }

    #[test]
    fn footnotes_are_notes_and_table_rows_are_lines() {
        let text =
            "We cleared it.[^1]\n\n| year | ha |\n|---|---|\n| 2020 | 5 |\n\n[^1]: By May.\n";
        assert_eq!(
            blocks(text),
            [
                ("We cleared it.".into(), Role::Body, 1),
                ("year | ha".into(), Role::TableRow, 3),
                ("2020 | 5".into(), Role::TableRow, 5),
                ("By May.".into(), Role::Note, 7),
            ]
        );
    }

    #[test]
    fn a_file_that_nests_too_deep_is_plain_text() {
        let deep = format!("{}We cleared it.\n", "> ".repeat(MAX_NESTING + 1));
        assert_eq!(blocks(&deep), [("We cleared it.".into(), Role::Quote, 1)]);
    }

    #[test]
    fn front_matter_is_no_paragraph() {
        let source = read_markdown("---\ntitle: On mines\n---\n\nWe cleared it.\n");
        assert_eq!(source.blocks.len(), 1);
        assert_eq!(
            source.properties.front_matter.title.as_deref(),
            Some("On mines")
        );
    }

    #[test]
    fn a_tag_of_html_breaks_a_line_and_others_do_not() {
        let text = |line| blocks(line).remove(0).0;
        assert_eq!(
            text("We came.<br>We left.\n"),
            text("We came.\\\nWe left.\n")
        );
        assert_eq!(text("We c<b>a</b>me.\n"), "We came.");
    }

    #[test]
    fn lines_of_many_marks_are_no_markdown() {
        assert!(nests_too_deep(&"> ".repeat(MAX_NESTING + 1)));
        assert!(!nests_too_deep("> - We go on.") && !nests_too_deep("We go on ----"));
        assert!(has_too_many_marks(&"[".repeat(MAX_MARKS + 1)));
        assert!(!has_too_many_marks("[wells](a) and `fields`"));
    }

    #[test]
    fn an_empty_cell_keeps_its_place() {
        let rows = |text: &str| -> Vec<String> {
            let blocks = read_markdown(text).blocks.into_iter();
            blocks.map(|block| block.text).collect()
        };
        assert_eq!(
            rows("| | 2020 | 2021 |\n|---|---|---|\n| Boats | | 4 |\n| | | |\n| | 3 | |\n"),
            ["| 2020 | 2021", "Boats |  | 4", "| 3 |"]
        );
    }

    #[test]
    fn how_a_word_is_read_aloud_is_no_part_of_it() {
        let text = "We cleared the <ruby>Kita<rp>(</rp><rt>kee-ta 2</rt><rp>)</rp></ruby> field.\n";
        assert_eq!(blocks(text)[0].0, "We cleared the Kita field.");
    }
}
