//! Reads spreadsheets (OpenDocument, ISO/IEC 26300): the sheets as tables, each cell
//! with the text that it shows.

use super::archive::Archive;
use super::block::{Input, Properties, Source};
use super::properties::read_properties;
use super::sheet::{self, MAX_CELLS, MAX_COLUMNS, Sheet};
use super::xml::{Step, Tag, Visitor, walk};
use crate::error::Result;

/// Most rows that one row stands for.
const MAX_REPEATED: usize = 1_000;

/// Reads the sheets of a spreadsheet.
///
/// # Errors
///
/// When the file is damaged or passes the bounds of its archive.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let archive = Archive::open(input)?;
    archive.refuse_locked()?;
    let content = archive.required("content.xml")?;
    let mut sheets = Sheets::default();
    walk(&content, &mut sheets).map_err(|flaw| archive.flaw("content.xml", &flaw.to_string()))?;
    let properties = match archive.part("meta.xml")? {
        Some(xml) => {
            read_properties(&xml).map_err(|flaw| archive.flaw("meta.xml", &flaw.to_string()))?
        }
        None => Properties::default(),
    };
    Ok(Source {
        blocks: sheet::blocks(sheets.found),
        properties,
        notices: sheets.is_cut.then(sheet::cut_notice).into_iter().collect(),
        ..Source::default()
    })
}

/// Reads the tables of the content.
#[derive(Default)]
struct Sheets {
    found: Vec<Sheet>,
    row: Vec<String>,
    /// How often the open row and the open cell stand there.
    repeated: [usize; 2],
    cell: String,
    is_in_text: bool,
    count: usize,
    /// Words stand beyond what is read.
    is_cut: bool,
}

impl Sheets {
    fn close_cell(&mut self) {
        let text = self.cell.split_whitespace().collect::<Vec<_>>().join(" ");
        // Writers repeat the last empty cell to the end of the sheet.
        let room = MAX_COLUMNS.saturating_sub(self.row.len());
        let times = self.repeated[1].min(room);
        self.is_cut |= !text.is_empty() && times < self.repeated[1];
        self.row.extend(std::iter::repeat_n(text, times));
    }

    fn close_row(&mut self) {
        let last = self.row.iter().rposition(|cell| !cell.is_empty());
        self.row.truncate(last.map_or(0, |last| last + 1));
        let row = std::mem::take(&mut self.row);
        // They repeat the last empty row a million times too.
        let times = if row.is_empty() {
            0
        } else {
            self.repeated[0].min(MAX_REPEATED)
        };
        let Some(sheet) = self.found.last_mut() else {
            return;
        };
        for _ in 0..times {
            self.count += row.len();
            if self.count > MAX_CELLS {
                self.is_cut = true;
                return;
            }
            sheet.rows.push(row.clone());
        }
    }
}

impl Visitor for Sheets {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        let count = |name: &str| {
            tag.attribute(name)
                .and_then(|count| count.parse().ok())
                .unwrap_or(1)
        };
        match tag.name() {
            "annotation" | "ruby-text" | "shapes" | "tracked-changes" | "database-ranges" => {
                return Step::Skip;
            }
            "table" => self.found.push(Sheet {
                name: tag.attribute("name").unwrap_or_default().into_owned(),
                rows: Vec::new(),
            }),
            "table-row" => {
                self.row.clear();
                self.repeated[0] = count("number-rows-repeated");
            }
            "table-cell" | "covered-table-cell" => {
                self.cell.clear();
                self.repeated[1] = count("number-columns-repeated");
            }
            "p" => {
                self.is_in_text = true;
                self.cell.push(' ');
            }
            "s" | "tab" | "line-break" => self.cell.push(' '),
            _ => {}
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.is_in_text = false,
            "table-cell" | "covered-table-cell" => self.close_cell(),
            "table-row" => self.close_row(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_text {
            self.cell.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use rawzip::CompressionMethod;

    use super::super::archive::tests::zip;
    use super::super::block::tests::read_bytes;
    use super::*;

    #[test]
    fn cells_that_are_repeated_keep_their_columns() {
        let content = "<office:body><office:spreadsheet><table:table table:name='One'>\
            <table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>\
            <table:table-cell table:number-columns-repeated='2'/><table:table-cell><text:p>2030</text:p></table:table-cell>\
            <table:table-cell table:number-columns-repeated='16000'/></table:table-row>\
            <table:table-row><table:table-cell><text:p>Boats</text:p></table:table-cell><table:table-cell/>\
            <table:table-cell table:number-columns-repeated='2'><text:p>4</text:p></table:table-cell></table:table-row>\
            <table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>\
            </table:table></office:spreadsheet></office:body>";
        let bytes = zip(&[("content.xml", content)], CompressionMethod::STORE);
        let source = read_bytes(read, "x.ods", &bytes);
        let texts = source.texts();
        assert_eq!(texts, ["Year |  | 2030", "Boats | 4 | 4"]);
    }

    #[test]
    fn what_is_left_out_of_a_large_sheet_is_told() {
        let notices = |cells: &str| {
            let content = format!(
                "<office:body><table:table><table:table-row>{cells}</table:table-row></table:table></office:body>"
            );
            let bytes = zip(&[("content.xml", &content)], CompressionMethod::STORE);
            read_bytes(read, "x.ods", &bytes).notices
        };
        let cell = |times: usize, text: &str| {
            format!(
                "<table:table-cell table:number-columns-repeated='{times}'>{text}</table:table-cell>"
            )
        };
        assert_eq!(notices(&cell(16_000, "")), []);
        assert_eq!(notices(&cell(200, "<text:p>4 boats</text:p>")), []);
        let wide = notices(&cell(201, "<text:p>4 boats</text:p>"));
        assert!(wide[0].message.contains("columns beyond 200"));
        let mut sheets = Sheets {
            count: MAX_CELLS - 1,
            ..Sheets::default()
        };
        let rows = "<t><table/><table-row><table-cell><p>Boats</p></table-cell><table-cell><p>4</p></table-cell></table-row></t>";
        walk(rows, &mut sheets).unwrap();
        assert!(sheets.is_cut);
    }

    #[test]
    fn how_a_word_is_read_aloud_is_no_part_of_a_cell() {
        let content = "<office:body><table:table><table:table-row><table:table-cell><text:p><text:ruby>\
            <text:ruby-base>Kita</text:ruby-base><text:ruby-text>kee-ta 2</text:ruby-text></text:ruby></text:p>\
            </table:table-cell></table:table-row></table:table></office:body>";
        let bytes = zip(&[("content.xml", content)], CompressionMethod::STORE);
        assert_eq!(read_bytes(read, "x.ods", &bytes).texts(), ["Kita"]);
    }
}
