//! Rows of tables that are new or gone.

use super::edits::Ids;
use super::marks::Splice;
use super::xml_writer::XmlWriter;
use crate::render::docx::change::Change;
use crate::render::put;
use crate::report::{Element, FileRow};

/// Says of a row of the file what became of it.
pub(super) fn mark(
    writer: XmlWriter<'_>,
    row: &FileRow,
    change: Change,
    ids: &mut Ids<'_>,
) -> Splice {
    let prefix = &writer.part.prefix;
    let tag = writer.tag(change, ids, "/>");
    let all = properties(prefix, &tag);
    match row.properties {
        None => (row.properties_place..row.properties_place, all),
        Some(known) if known.is_bare() => (known.start..known.end, all),
        // At the end of the properties, which is where the schema has it.
        Some(known) => (known.close..known.close, tag),
    }
}

/// A row that is gone, of cells with their content, each of them as wide as those of
/// the row `like`.
pub(super) fn gone(
    writer: XmlWriter<'_>,
    cells: &[String],
    like: Option<&FileRow>,
    ids: &mut Ids<'_>,
) -> String {
    let prefix = &writer.part.prefix;
    let tag = writer.tag(Change::Deleted, ids, "/>");
    let mut xml = format!("<{prefix}tr>{}", properties(prefix, &tag));
    for (at, content) in cells.iter().enumerate() {
        let properties = cell_properties(writer, like, at, cells.len());
        put(
            &mut xml,
            format_args!("<{prefix}tc>{properties}{content}</{prefix}tc>"),
        );
    }
    put(&mut xml, format_args!("</{prefix}tr>"));
    xml
}

/// Properties of a row with a change and, for the schema asks for one, what is so
/// without being said.
fn properties(prefix: &str, change: &str) -> String {
    format!("<{prefix}trPr><{prefix}cantSplit {prefix}val=\"off\"/>{change}</{prefix}trPr>")
}

fn cell_properties(
    writer: XmlWriter<'_>,
    like: Option<&FileRow>,
    at: usize,
    count: usize,
) -> String {
    let prefix = &writer.part.prefix;
    let known = like.filter(|row| row.cells.len() == count);
    let known = known.and_then(|row| row.cells[at]);
    let copied = known.map(|known: Element| writer.slice(known.start..known.end));
    // Cells that are merged downwards would take the new one with them.
    if let Some(xml) = copied.filter(|xml| !xml.contains("vMerge")) {
        return xml.to_owned();
    }
    let columns = like.map_or(1, |row| row.cells.len());
    // Prose in the place of a row is as wide as the table.
    let span = if count == 1 && columns > 1 {
        format!("<{prefix}gridSpan {prefix}val=\"{columns}\"/>")
    } else {
        String::new()
    };
    format!(
        "<{prefix}tcPr><{prefix}tcW {prefix}w=\"0\" {prefix}type=\"auto\"/>{span}</{prefix}tcPr>"
    )
}

/// A table of rows that are all gone.
pub(super) fn table(writer: XmlWriter<'_>, rows: &str, columns: usize) -> String {
    let prefix = &writer.part.prefix;
    // In twentieths of a point: about what A4 leaves between margins of an inch.
    let column = format!("<{prefix}gridCol {prefix}w=\"{}\"/>", 9000 / columns.max(1));
    let side = |name: &str| {
        format!(
            "<{prefix}{name} {prefix}val=\"single\" {prefix}sz=\"4\" {prefix}space=\"0\" {prefix}color=\"auto\"/>"
        )
    };
    // Without a style of the file a table would have no lines.
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .map(side)
        .concat();
    format!(
        "<{prefix}tbl><{prefix}tblPr><{prefix}tblW {prefix}w=\"0\" {prefix}type=\"auto\"/>\
         <{prefix}tblBorders>{borders}</{prefix}tblBorders></{prefix}tblPr>\
         <{prefix}tblGrid>{}</{prefix}tblGrid>{rows}</{prefix}tbl>",
        column.repeat(columns)
    )
}
