//! Reads the words of a page, node by node.

use std::collections::BTreeSet;

use super::boilerplate::{Region, find_region, is_boilerplate};
use super::note::{Snippet, is_note};
use super::tags::{Kind, Tag};
use super::tree::{Element, Node, Page};
use crate::load::block::Block;
use crate::load::flow::{Flow, Frame};
use crate::load::formula::Formula;
use crate::load::spans::{MAX_COLUMNS, Spans};
use crate::load::tracked::{Revision, Revisions};
use crate::model::Role;

/// Most words of a link in a list that is taken for a menu.
const MENU_WORDS: usize = 6;

/// Reads a page once.
pub(super) struct Reader<'a> {
    page: &'a Page,
    region: Region,
    flow: Flow,
    revisions: Revisions,
    /// What is known about the open elements, the innermost last.
    open: Vec<Context>,
    /// Names of the notes whose marks were met.
    notes: BTreeSet<&'a str>,
    line: Line,
    /// The columns of the open tables, the innermost last.
    tables: Vec<Spans>,
}

/// What holds inside an element.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    role: Role,
    is_preformatted: bool,
    is_link: bool,
    /// A note ends with it.
    is_note: bool,
    /// Columns that a cell takes beside its own.
    empty_cells: usize,
}

/// How much of the open paragraph is links.
#[derive(Debug, Default)]
struct Line {
    links: usize,
    words: usize,
    has_other_words: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(page: &'a Page, revisions: Revisions) -> Self {
        Self {
            page,
            region: find_region(page),
            flow: Flow::default(),
            revisions,
            open: Vec::new(),
            notes: BTreeSet::new(),
            line: Line::default(),
            tables: Vec::new(),
        }
    }

    /// The marked changes met.
    pub(super) fn revisions(&self) -> Revisions {
        self.revisions
    }

    /// The blocks of the page.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        self.flow.finish()
    }

    /// Reads the nodes of the region.
    pub(super) fn read(&mut self) {
        let (mut at, end) = self.region.nodes;
        let page = self.page;
        while at < end {
            at = match &page.nodes()[at] {
                Node::Open(element) => self.open(at, element),
                Node::Close(tag) => {
                    self.close(*tag);
                    at + 1
                }
                Node::Text { start, end } => {
                    self.write(page.slice(*start, *end));
                    at + 1
                }
            };
        }
    }

    /// Opens an element, or reads it whole, and returns the next node to read.
    fn open(&mut self, at: usize, element: &'a Element) -> usize {
        if is_boilerplate(element, self.region)
            || !self.is_current(element)
            || self.read_snippet(at, element)
        {
            // All that it holds stands between it and its end: reading goes on behind.
            return element.close() + 1;
        }
        if element.tag.name() == "math" {
            self.write_formula(at, element);
            return element.close() + 1;
        }
        let outer = self.context();
        let mut inner = Context {
            is_note: false,
            empty_cells: 0,
            ..outer
        };
        match element.tag.name() {
            "br" => self.flow.line_break(),
            "hr" => self.end_paragraph(),
            "tr" => {
                self.end_paragraph();
                self.flow.open(Frame::Row);
                self.table().open_row();
            }
            "table" => self.tables.push(Spans::default()),
            "td" | "th" => {
                self.end_paragraph();
                inner.empty_cells = self.open_cell(element);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => inner.role = Role::Heading,
            "li" => inner.role = Role::ListItem,
            "blockquote" => inner.role = Role::Quote,
            "pre" => inner.is_preformatted = true,
            // Without `href` it names a place and leads nowhere.
            "a" if element.attribute("href").is_some() => {
                inner.is_link = true;
                self.line.links += 1;
            }
            _ => {}
        }
        if element.tag.kind() == Kind::Block {
            self.end_paragraph();
        }
        if self.starts_note(element) {
            inner.is_note = true;
            self.flow.open(Frame::Note);
        }
        self.open.push(inner);
        at + 1
    }

    fn close(&mut self, tag: Tag) {
        let context = self.open.pop().unwrap_or_default();
        if tag.kind() == Kind::Block {
            self.end_paragraph();
        }
        if context.is_note {
            self.flow.close(Frame::Note);
        }
        match tag.name() {
            "td" | "th" => self.open_empty_cells(context.empty_cells),
            "tr" => {
                let empty = self.table().close_row();
                self.open_empty_cells(empty);
                self.flow.close(Frame::Row);
            }
            "table" => {
                self.tables.pop();
            }
            _ => {}
        }
    }

    /// The columns of the innermost table.
    fn table(&mut self) -> &mut Spans {
        if self.tables.is_empty() {
            self.tables.push(Spans::default());
        }
        self.tables.last_mut().expect("one was pushed")
    }

    /// Opens a cell behind those that cells from above take, and says how many columns
    /// it takes beside its own.
    fn open_cell(&mut self, element: &Element) -> usize {
        let count = |name: &str| {
            let count = element.attribute(name).and_then(|count| count.parse().ok());
            count.unwrap_or(1)
        };
        let (columns, rows) = (count("colspan"), count("rowspan"));
        let empty = self.table().open_cell(columns, rows);
        self.open_empty_cells(empty);
        self.flow.open_cell();
        columns.clamp(1, MAX_COLUMNS) - 1
    }

    fn open_empty_cells(&mut self, count: usize) {
        for _ in 0..count {
            self.flow.open_cell();
        }
    }

    /// Whether an element belongs to the text that the user wants.
    fn is_current(&mut self, element: &Element) -> bool {
        match element.tag.name() {
            "ins" => self.revisions.shows(Revision::Inserted),
            "del" => self.revisions.shows(Revision::Deleted),
            _ => true,
        }
    }

    /// Reads raised text and drops the marks of notes; false for all else.
    fn read_snippet(&mut self, at: usize, element: &'a Element) -> bool {
        let Some(snippet) = Snippet::read(self.page, at, element) else {
            return false;
        };
        if snippet.note().is_some() {
            // Marks come before the notes that they name. The link in a note leads back to the
            // text.
            if !self.flow.is_inside(Frame::Note) {
                self.notes.extend(fragments(self.page, at, element));
            }
            return true;
        }
        if snippet.is_raised && element.tag.name() == "sup" {
            self.open_line();
            self.flow.superscript(&snippet.text);
            return true;
        }
        false
    }

    fn starts_note(&self, element: &Element) -> bool {
        let is_cited = element
            .attribute("id")
            .is_some_and(|id| self.notes.contains(id));
        element.tag.kind() == Kind::Block
            && !element.tag.is_any(&["td", "th", "tr", "tbody", "table"])
            && (is_cited || is_note(element))
            && !self.flow.is_inside(Frame::Note)
    }

    fn context(&self) -> Context {
        self.open.last().copied().unwrap_or_default()
    }

    /// Opens a paragraph of the kind of the element around, where none is open.
    fn open_line(&mut self) {
        if !self.flow.in_paragraph() {
            self.flow.open_paragraph(self.context().role);
        }
    }

    fn write(&mut self, text: &str) {
        // The line ends between the tags of two blocks are no paragraph.
        if text.trim().is_empty() && !self.flow.in_paragraph() {
            return;
        }
        self.open_line();
        let context = self.context();
        self.line.words += text.split_whitespace().count();
        self.line.has_other_words |= !context.is_link && text.contains(char::is_alphanumeric);
        // In `pre` the author's line ends are line breaks (HTML, 4.4.3); elsewhere they are blanks.
        if !context.is_preformatted {
            self.flow.text(text);
            return;
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.flow.line_break();
            }
            self.flow.text(line);
        }
    }

    /// Writes the formula in the element at `at`.
    fn write_formula(&mut self, at: usize, element: &Element) {
        let mut formula = Formula::default();
        let mut written = None;
        for node in &self.page.nodes()[at..=element.close()] {
            match node {
                Node::Open(inner) => formula.open(inner.tag.name()),
                Node::Text { start, end } => formula.text(self.page.slice(*start, *end)),
                Node::Close(_) => written = formula.close().or(written),
            }
        }
        let Some(written) = written.filter(|written| !written.is_empty()) else {
            return;
        };
        self.open_line();
        self.line.has_other_words = true;
        self.flow.formula(&written);
    }

    fn end_paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.is_menu(self.context(), self.region) {
            self.flow.discard_paragraph();
        } else {
            self.flow.close_paragraph();
        }
    }
}

impl Line {
    /// Whether the paragraph is a row of links, or an entry of a list of links
    /// in a page that does not mark its main part.
    fn is_menu(&self, context: Context, region: Region) -> bool {
        let is_entry =
            !region.is_marked && context.role == Role::ListItem && self.words <= MENU_WORDS;
        // *Home | News | Contact*: a paragraph of links alone leads elsewhere; one link may be a
        // source.
        !self.has_other_words && (self.links > 1 || self.links == 1 && is_entry)
    }
}

/// The fragments that an element and those inside it link to.
fn fragments<'a>(page: &'a Page, at: usize, element: &'a Element) -> impl Iterator<Item = &'a str> {
    page.nodes()[at..element.close()]
        .iter()
        .filter_map(|node| match node {
            Node::Open(inner) => inner
                .attribute("href")
                .and_then(|href| href.split_once('#'))
                .map(|(_, name)| name),
            Node::Close(_) | Node::Text { .. } => None,
        })
}
