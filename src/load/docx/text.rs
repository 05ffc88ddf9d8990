//! Reads the words of a part: the main text, footnotes or endnotes.

use std::mem;

use super::NoteId;
use super::styles::{Purpose, Styles, heading, is_on, list_item};
use crate::load::block::Block;
use crate::load::flow::{Flow, Frame, Origin};
use crate::load::formula::Formula;
use crate::load::spans::MAX_COLUMNS;
use crate::load::symbol_fonts::{read_private, read_symbol};
use crate::load::tracked::{Revision, Revisions};
use crate::load::xml::{Step, Tag, Visitor};
use crate::model::Role;

/// Reads the parts of one document, one after the other.
pub(super) struct Reader<'a> {
    styles: &'a Styles,
    revisions: Revisions,
    flow: Flow,
    /// Open paragraphs; those of a text box stand inside another one.
    paragraphs: Vec<Paragraph>,
    rows: Vec<Row>,
    fields: Vec<Field>,
    properties: Option<Properties>,
    is_in_text: bool,
    /// Results of fields are left out too: numbers of pages.
    skips_fields: bool,
    /// The formula that is being read.
    formula: Option<Formula>,
    cited: Vec<NoteId>,
    notes: Vec<(String, Vec<Block>)>,
    /// Id of the note that is being read.
    note: String,
}

/// What is known about an open paragraph and the run in it.
#[derive(Default)]
struct Paragraph {
    /// It goes on in the next one: its mark is deleted.
    is_carried: bool,
    is_contents: bool,
    run: Run,
}

/// How a run looks.
#[derive(Default)]
struct Run {
    is_hidden: bool,
    is_raised: bool,
}

/// What tracked changes say about an open row and the cell in it.
#[derive(Default)]
struct Row {
    is_gone: bool,
    is_cell_gone: bool,
    /// Columns that the cell takes beside its own.
    empty_cells: usize,
}

/// Which part of a field is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Code,
    Result,
}

/// Which properties element is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Properties {
    Paragraph,
    Run,
    Row,
    Cell,
}

impl<'a> Reader<'a> {
    pub(super) fn new(styles: &'a Styles, revisions: Revisions) -> Self {
        Self {
            styles,
            revisions,
            flow: Flow::default(),
            paragraphs: Vec::new(),
            rows: Vec::new(),
            fields: Vec::new(),
            properties: None,
            is_in_text: false,
            skips_fields: false,
            formula: None,
            cited: Vec::new(),
            notes: Vec::new(),
            note: String::new(),
        }
    }

    /// Leaves out fields with what they show, from now on.
    pub(super) fn leave_out_fields(&mut self) {
        self.skips_fields = true;
    }

    /// Says where in the file the next words stand.
    pub(super) fn set_origin(&mut self, origin: Origin) {
        self.flow.set_origin(origin);
    }

    /// Whether the run that is open stands above the line.
    pub(super) fn is_raised(&mut self) -> bool {
        self.paragraph().run.is_raised
    }

    /// The blocks read since the last call.
    pub(super) fn take_blocks(&mut self) -> Vec<Block> {
        // A field that one part leaves open would hide the words of all parts after it.
        self.fields.clear();
        let flow = mem::take(&mut self.flow);
        self.flow.set_origin(flow.origin());
        flow.finish()
    }

    /// The notes referred to, in order.
    pub(super) fn take_cited(&mut self) -> Vec<NoteId> {
        mem::take(&mut self.cited)
    }

    /// The notes read since the last call, each with its id.
    pub(super) fn take_notes(&mut self) -> Vec<(String, Vec<Block>)> {
        mem::take(&mut self.notes)
    }

    /// The tracked changes met so far.
    pub(super) fn revisions(&self) -> Revisions {
        self.revisions
    }

    /// Reads the properties of a paragraph, a run, a row or a cell.
    fn property(&mut self, properties: Properties, tag: &Tag<'_>) -> Step {
        let revision = revision(tag.name());
        match (properties, revision) {
            (Properties::Paragraph, None) => self.paragraph_property(tag),
            (Properties::Run, None) => self.run_property(tag),
            // `ins` or `del` here is about the paragraph's mark. One that is not shown joins it
            // with the next.
            (Properties::Paragraph, Some(revision)) => {
                let is_carried = !self.revisions.shows(revision);
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.is_carried |= is_carried;
                }
            }
            (Properties::Row, Some(revision)) => {
                let is_gone = !self.revisions.shows(revision);
                if let Some(row) = self.rows.last_mut() {
                    row.is_gone |= is_gone;
                }
            }
            (Properties::Cell, Some(revision)) => {
                let is_gone = !self.revisions.shows(revision);
                if let Some(row) = self.rows.last_mut() {
                    row.is_cell_gone |= is_gone;
                }
            }
            (Properties::Cell, None) => self.cell_property(tag),
            (Properties::Row, None) | (Properties::Run, Some(_)) => {}
        }
        Step::Into
    }

    fn cell_property(&mut self, tag: &Tag<'_>) {
        if tag.name() == "gridSpan"
            && let Some(row) = self.rows.last_mut()
        {
            let columns = tag
                .attribute("val")
                .and_then(|columns| columns.parse().ok());
            row.empty_cells = columns.unwrap_or(1).clamp(1, MAX_COLUMNS) - 1;
        }
    }

    fn paragraph_property(&mut self, tag: &Tag<'_>) {
        let Some(value) = tag.attribute("val") else {
            return;
        };
        let purpose = match tag.name() {
            "pStyle" => self.styles.purpose(&value),
            "outlineLvl" => heading(&value),
            "numId" => list_item(&value),
            _ => None,
        };
        match purpose {
            // A numbered heading is a heading.
            Some(Purpose::Text(Role::ListItem)) => self.flow.set_plain_role(Role::ListItem),
            Some(Purpose::Text(role)) => self.flow.set_role(role),
            Some(Purpose::Contents) => self.paragraph().is_contents = true,
            None => {}
        }
    }

    fn run_property(&mut self, tag: &Tag<'_>) {
        let value = tag.attribute("val").unwrap_or_default();
        match tag.name() {
            // The style stands before it (ECMA-376 §17.3.2), so direct formatting has the last
            // word.
            "vanish" => self.paragraph().run.is_hidden = is_on(tag),
            "vertAlign" => self.paragraph().run.is_raised = value == "superscript",
            "rStyle" => {
                self.paragraph().run.is_hidden |= self.styles.is_hidden(&value);
                self.paragraph().run.is_raised |= self.styles.is_raised(&value);
            }
            _ => {}
        }
    }

    /// The innermost paragraph.
    fn paragraph(&mut self) -> &mut Paragraph {
        if self.paragraphs.is_empty() {
            self.paragraphs.push(Paragraph::default());
        }
        self.paragraphs.last_mut().expect("one was pushed")
    }

    fn open_run(&mut self) {
        self.paragraph().run = Run::default();
    }

    fn field(&mut self, tag: &Tag<'_>) {
        match tag.attribute("fldCharType").as_deref() {
            // From `begin` to `separate` stand instructions (`PAGE`, `HYPERLINK …`), behind it what
            // is shown (ECMA-376 §17.16).
            Some("begin") => self.fields.push(Field::Code),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    *field = Field::Result;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Whether the words that come now are part of the text. The code of the
    /// innermost field has no words of its own, so only outer ones hide them.
    fn is_shown(&mut self) -> bool {
        let outer = self.fields.split_last().map_or(&[][..], |(_, outer)| outer);
        let is_code = outer.contains(&Field::Code) || self.skips_fields && !self.fields.is_empty();
        let is_in_field = !self.fields.is_empty();
        let paragraph = self.paragraph();
        // Styles of contents are used for headings too; contents themselves are fields.
        !(is_code || paragraph.run.is_hidden || paragraph.is_contents && is_in_field)
    }

    fn write(&mut self, text: &str) {
        if !self.is_shown() {
            return;
        }
        let text = read_private(text);
        let paragraph = self.paragraph();
        if paragraph.run.is_raised {
            self.flow.superscript(&text);
        } else {
            self.flow.text(&text);
        }
    }

    fn write_formula(&mut self, written: &str) {
        if self.is_shown() {
            self.flow.formula(written);
        }
    }

    fn line_break(&mut self) {
        if self.is_shown() {
            self.flow.line_break();
        }
    }

    fn cite(&mut self, kind: &'static str, tag: &Tag<'_>) {
        if let Some(id) = tag.attribute("id")
            && self.is_shown()
        {
            self.cited.push((kind, id.into_owned()));
        }
    }

    fn symbol(&mut self, tag: &Tag<'_>) {
        let font = tag.attribute("font").unwrap_or_default();
        let code = tag
            .attribute("char")
            .and_then(|code| u32::from_str_radix(&code, 16).ok());
        if let Some(c) = code.and_then(|code| read_symbol(&font, code)) {
            self.write(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Reads what stands in a run beside its text.
    fn character(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            // The deletion around `delText` was asked already: what comes here is to be read.
            "t" | "delText" => self.is_in_text = true,
            "tab" | "ptab" => self.write("\t"),
            "br" | "cr" => self.line_break(),
            "noBreakHyphen" => self.write("-"),
            "sym" => self.symbol(tag),
            "fldChar" => self.field(tag),
            "footnoteReference" => self.cite("footnotes", tag),
            "endnoteReference" => self.cite("endnotes", tag),
            _ => {}
        }
    }

    fn close_row(&mut self) {
        if self.rows.pop().is_some_and(|row| row.is_gone) {
            self.flow.discard(Frame::Row);
        } else {
            self.flow.close(Frame::Row);
        }
    }

    fn close_cell(&mut self) {
        let Some(row) = self.rows.last() else { return };
        if row.is_cell_gone {
            self.flow.discard_cell();
            return;
        }
        // A cell over two columns is followed by an empty one, so that those behind it stay under
        // their heads.
        for _ in 0..row.empty_cells {
            self.flow.open_cell();
        }
    }

    fn close_paragraph(&mut self) {
        if self
            .paragraphs
            .pop()
            .is_some_and(|paragraph| paragraph.is_carried)
        {
            self.flow.carry_paragraph();
        } else {
            self.flow.close_paragraph();
        }
    }
}

impl Visitor for Reader<'_> {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        if let Some(revision) = revision(tag.name())
            && self.properties.is_none()
        {
            let shows = self.revisions.shows(revision);
            return if shows { Step::Into } else { Step::Skip };
        }
        if let Some(formula) = &mut self.formula {
            self.is_in_text = tag.name() == "t";
            formula.open(tag.name());
            return Step::Into;
        }
        match tag.name() {
            "fldSimple" if self.skips_fields => return Step::Skip,
            "oMath" => {
                let formula = self.formula.insert(Formula::default());
                formula.open("oMath");
            }
            // What `…Change` holds is the past; `Fallback` repeats the words of its
            // `AlternateContent` for old programs, `rt` says how the word below is pronounced.
            "pPrChange" | "rPrChange" | "trPrChange" | "tcPrChange" | "tblPrChange"
            | "tblPrExChange" | "tblGridChange" | "sectPr" | "Fallback" | "rt" => {
                return Step::Skip;
            }
            "p" => {
                self.paragraphs.push(Paragraph::default());
                self.flow.open_paragraph(Role::Body);
            }
            "pPr" => self.properties = Some(Properties::Paragraph),
            // The run properties of a paragraph are those of its mark.
            "rPr" if self.properties.is_none() => self.properties = Some(Properties::Run),
            "trPr" => self.properties = Some(Properties::Row),
            "tcPr" => self.properties = Some(Properties::Cell),
            "r" => self.open_run(),
            "tr" => {
                self.rows.push(Row::default());
                self.flow.open(Frame::Row);
            }
            "tc" => {
                self.flow.open_cell();
                if let Some(row) = self.rows.last_mut() {
                    row.is_cell_gone = false;
                    row.empty_cells = 0;
                }
            }
            "txbxContent" => self.flow.open(Frame::Box),
            "footnote" | "endnote" => {
                self.note = tag.attribute("id").unwrap_or_default().into_owned();
            }
            _ => match self.properties {
                Some(properties) => return self.property(properties, tag),
                None => self.character(tag),
            },
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        if let Some(formula) = &mut self.formula {
            self.is_in_text = false;
            if let Some(written) = formula.close() {
                self.formula = None;
                self.write_formula(&written);
            }
            return;
        }
        match (name, self.properties) {
            // An `rPr` ends inside `pPr` too, which goes on.
            ("pPr" | "trPr" | "tcPr", _) | ("rPr", Some(Properties::Run)) => self.properties = None,
            ("t" | "delText", _) => self.is_in_text = false,
            ("p", _) => self.close_paragraph(),
            ("tc", _) => self.close_cell(),
            ("tr", _) => self.close_row(),
            ("txbxContent", _) => self.flow.close(Frame::Box),
            ("footnote" | "endnote", _) => {
                let blocks = self.take_blocks();
                self.notes.push((mem::take(&mut self.note), blocks));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if !self.is_in_text {
            return;
        }
        match &mut self.formula {
            Some(formula) => formula.text(text),
            None => self.write(text),
        }
    }
}

/// The kind of tracked change that an element marks.
pub(super) fn revision(name: &str) -> Option<Revision> {
    match name {
        "ins" | "cellIns" => Some(Revision::Inserted),
        "del" | "cellDel" => Some(Revision::Deleted),
        "moveTo" => Some(Revision::MovedTo),
        "moveFrom" => Some(Revision::MovedFrom),
        _ => None,
    }
}
