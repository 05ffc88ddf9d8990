//! Reads workbooks of Excel (Office Open XML, ECMA-376): the sheets that are shown, as
//! tables.
//!
//! A cell reads as the sheet shows it: per cents, days and decimals by its format.
//! Formulas are read as the values stored for them. Left out: hidden sheets, comments,
//! charts. Links and external parts are never followed.

mod number_format;

use super::archive::Archive;
use super::block::{Input, Source};
use super::opc::{Relations, folder, resolve};
use super::properties::read_properties;
use super::sheet::{self, MAX_CELLS, MAX_COLUMNS, Sheet};
use super::xml::{Step, Tag, Visitor, walk};
use crate::error::Result;
use crate::model::{Notice, NoticeCode};
use number_format::{NumberFormat, Styles};

/// Reads the sheets of a workbook.
///
/// # Errors
///
/// When the file is damaged or passes the bounds of its archive.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let archive = Archive::open(input)?;
    let root = Relations::of(&archive, "")?;
    let main = resolve(
        "",
        root.target("officeDocument").unwrap_or("xl/workbook.xml"),
    );
    let relations = Relations::of(&archive, &main)?;
    let mut book = Workbook::default();
    walk_part(&archive, &main, &mut book)?;
    let mut strings = Strings::default();
    let mut styles = Styles::default();
    let related = |kind: &str| Some(resolve(folder(&main), relations.target(kind)?));
    if let Some(part) = related("sharedStrings") {
        walk_part(&archive, &part, &mut strings)?;
    }
    if let Some(part) = related("styles") {
        walk_part(&archive, &part, &mut styles)?;
    }
    let mut cells = Cells::new(&strings.found, &styles, book.is_1904);
    let mut sheets = Vec::new();
    for (name, id) in &book.sheets {
        let Some(target) = relations.by_id(id) else {
            continue;
        };
        walk_part(&archive, &resolve(folder(&main), target), &mut cells)?;
        sheets.push(Sheet {
            name: name.clone(),
            rows: std::mem::take(&mut cells.rows),
        });
    }
    Ok(Source {
        blocks: sheet::blocks(sheets),
        properties: match archive.part("docProps/core.xml")? {
            Some(xml) => read_properties(&xml)
                .map_err(|flaw| archive.flaw("docProps/core.xml", &flaw.to_string()))?,
            None => super::block::Properties::default(),
        },
        notices: left_out(book.hidden, cells.is_cut),
        ..Source::default()
    })
}

fn left_out(hidden: usize, is_cut: bool) -> Vec<Notice> {
    let hidden = (hidden > 0).then(|| Notice {
        code: NoticeCode::Reading,
        span: None,
        message: format!("{hidden} hidden sheets were left out"),
    });
    let cut = is_cut.then(sheet::cut_notice);
    hidden.into_iter().chain(cut).collect()
}

fn walk_part(archive: &Archive<'_>, name: &str, visitor: &mut impl Visitor) -> Result<()> {
    let xml = archive.required(name)?;
    walk(&xml, visitor).map_err(|flaw| archive.flaw(name, &flaw.to_string()))
}

/// The list of sheets.
#[derive(Default)]
struct Workbook {
    /// Name and relation of each sheet that is shown.
    sheets: Vec<(String, String)>,
    hidden: usize,
    /// Days count from 1904 and not from 1900.
    is_1904: bool,
}

impl Visitor for Workbook {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "workbookPr" => {
                let flag = tag.attribute("date1904");
                self.is_1904 = flag.is_some_and(|flag| flag == "1" || flag == "true");
            }
            "sheet"
                if tag
                    .attribute("state")
                    .is_some_and(|state| state != "visible") =>
            {
                self.hidden += 1;
            }
            "sheet" => {
                let name = tag.attribute("name").unwrap_or_default().into_owned();
                let id = tag.prefixed("id").unwrap_or_default().into_owned();
                self.sheets.push((name, id));
            }
            _ => {}
        }
        Step::Into
    }
}

/// The texts that cells share.
#[derive(Default)]
struct Strings {
    found: Vec<String>,
    is_in_text: bool,
}

impl Visitor for Strings {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "si" => self.found.push(String::new()),
            "t" => self.is_in_text = true,
            // How a text is pronounced.
            "rPh" => return Step::Skip,
            _ => {}
        }
        Step::Into
    }
    fn close(&mut self, _name: &str) {
        self.is_in_text = false;
    }
    fn text(&mut self, text: &str) {
        if let Some(last) = self.found.last_mut().filter(|_| self.is_in_text) {
            // A text of several looks is several `t` in one `si`.
            last.push_str(text);
        }
    }
}

/// What the value of a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
    Truth,
}

/// Reads the rows of a sheet.
struct Cells<'a> {
    strings: &'a [String],
    styles: &'a Styles,
    is_1904: bool,
    rows: Vec<Vec<String>>,
    /// Cells read in all sheets.
    count: usize,
    is_cut: bool,
    /// The open cell: column, kind, format and what was read of it.
    column: usize,
    kind: Kind,
    format: NumberFormat,
    value: String,
    is_in_value: bool,
}

impl<'a> Cells<'a> {
    fn new(strings: &'a [String], styles: &'a Styles, is_1904: bool) -> Self {
        Self {
            strings,
            styles,
            is_1904,
            rows: Vec::new(),
            count: 0,
            is_cut: false,
            column: 0,
            kind: Kind::Number,
            format: NumberFormat::General,
            value: String::new(),
            is_in_value: false,
        }
    }

    fn open_cell(&mut self, tag: &Tag<'_>) {
        let next = self.rows.last().map_or(0, Vec::len);
        // Its name may be missing: it is then the next one (ECMA-376 §18.3.1.4).
        let named = tag.attribute("r").and_then(|name| column(&name));
        self.column = named.unwrap_or(next);
        self.kind = match tag.attribute("t").as_deref() {
            Some("s") => Kind::Shared,
            Some("str" | "inlineStr" | "e") => Kind::Text,
            Some("b") => Kind::Truth,
            _ => Kind::Number,
        };
        let style = tag.attribute("s").and_then(|style| style.parse().ok());
        self.format = self.styles.format(style.unwrap_or(0));
        self.value.clear();
    }

    fn close_cell(&mut self) {
        let value = self.value.trim();
        let shown = match self.kind {
            Kind::Shared => {
                let text = value
                    .parse()
                    .ok()
                    .and_then(|at: usize| self.strings.get(at));
                text.cloned().unwrap_or_default()
            }
            Kind::Text => value.to_owned(),
            Kind::Truth => (if value == "1" { "TRUE" } else { "FALSE" }).to_owned(),
            Kind::Number => self.format.show(value, self.is_1904),
        };
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(row) = self.rows.last_mut().filter(|_| !shown.is_empty()) else {
            return;
        };
        // Empty cells before it count too: one cell far to the right makes a row of its length.
        let needed = (self.column + 1).saturating_sub(row.len());
        if self.column >= MAX_COLUMNS || self.count + needed > MAX_CELLS {
            self.is_cut = true;
            return;
        }
        self.count += needed;
        row.resize(row.len().max(self.column + 1), String::new());
        row[self.column] = shown;
    }
}

impl Visitor for Cells<'_> {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "row" => self.rows.push(Vec::new()),
            "c" => self.open_cell(tag),
            "v" | "t" => self.is_in_value = true,
            // The formula `f` has its result beside it in `v`; `rPh` is how a text is pronounced.
            "f" | "rPh" | "extLst" => return Step::Skip,
            _ => {}
        }
        Step::Into
    }
    fn close(&mut self, name: &str) {
        self.is_in_value = false;
        if name == "c" {
            self.close_cell();
        }
    }
    fn text(&mut self, text: &str) {
        if self.is_in_value {
            self.value.push_str(text);
        }
    }
}

/// The column of a cell's name, from 0: *B7* is 1.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let add = |sum: usize, letter: u8| {
        let digit = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        sum.checked_mul(26)?.checked_add(digit)
    };
    // Sheets end at column XFD: four letters are beyond all that is read.
    letters.take(4).try_fold(0, add)?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use rawzip::CompressionMethod;

    use super::super::archive::tests::zip;
    use super::super::block::tests::read_bytes;
    use super::*;

    const RELATIONS: &str = r#"<R><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet2.xml"/>
        <Relationship Id="r3" Type="x/sharedStrings" Target="sharedStrings.xml"/>
        <Relationship Id="r4" Type="x/styles" Target="styles.xml"/></R>"#;

    fn read_sheet(rows: &str) -> Source {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let parts = [
            (
                "xl/workbook.xml",
                r#"<w><sheets><sheet name="One" r:id="r1"/><sheet name="Two" state="hidden" r:id="r2"/></sheets></w>"#,
            ),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/worksheets/sheet1.xml", &sheet),
            (
                "xl/sharedStrings.xml",
                "<sst><si><t>Boats</t></si><si><r><t>Nets </t></r><r><t>lost</t></r></si></sst>",
            ),
            (
                "xl/styles.xml",
                r#"<s><numFmts><numFmt numFmtId="170" formatCode="0.0&quot; km&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></s>"#,
            ),
        ];
        let bytes = zip(&parts, CompressionMethod::STORE);
        read_bytes(read, "x.xlsx", &bytes)
    }

    #[test]
    fn cells_read_as_the_sheet_shows_them() {
        let source = read_sheet(
            r#"<row><c r="A1" t="inlineStr"><is><t>Year</t></is></c><c r="B1"><v>2030</v></c><c r="C1"><v>2031</v></c></row>
               <row><c r="A2" t="s"><v>0</v></c><c r="C2"><f>1+3</f><v>4</v></c></row>
               <row><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>0.125</v></c><c r="C3" s="2"><v>44742</v></c></row>
               <row><c t="str"><v>Way</v></c><c s="3"><v>12.5</v></c></row>"#,
        );
        let texts = source.texts();
        assert_eq!(
            texts,
            [
                "Year | 2030 | 2031",
                "Boats |  | 4",
                "Nets lost | 12.50% | 2022-06-30",
                "Way | 12.5 km | ",
            ]
        );
        assert!(source.notices[0].message.contains("1 hidden sheets"));
    }

    #[test]
    fn a_cell_far_off_is_left_out_with_a_notice() {
        let source = read_sheet(
            r#"<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="XFD1"><v>3</v></c></row>"#,
        );
        assert_eq!(source.blocks[0].text, "1 | 2");
        assert_eq!(source.notices.len(), 2);
    }

    #[test]
    fn columns_are_counted_in_letters() {
        for (name, at) in [
            ("A1", Some(0)),
            ("Z9", Some(25)),
            ("AA1", Some(26)),
            ("7", None),
        ] {
            assert_eq!(column(name), at, "{name}");
        }
    }
}
