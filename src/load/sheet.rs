//! Sheets of a workbook as blocks: what every format of tables has in common.
//!
//! Input: the cells of each row as they are shown. Output: a row of a table for each
//! that fills two cells, a paragraph for one that fills one. Columns that are empty in
//! the whole sheet are left out, and so are empty cells at the end of rows.

use super::block::{Block, CELL_SEPARATOR};
use crate::model::{Notice, NoticeCode, Place, Role};

/// Most columns of a sheet that are read.
pub(super) const MAX_COLUMNS: usize = 200;

/// Most cells of a workbook that are read, empty ones inside rows counted.
pub(super) const MAX_CELLS: usize = 2_000_000;

/// The notice that a workbook has more than is read of one.
pub(super) fn cut_notice() -> Notice {
    Notice {
        code: NoticeCode::Reading,
        span: None,
        message: format!("columns beyond {MAX_COLUMNS} or cells beyond {MAX_CELLS} were left out"),
    }
}

/// One sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name; empty where the file has none.
    pub(super) name: String,
    /// From top to bottom, each with the text of its cells.
    pub(super) rows: Vec<Vec<String>>,
}

/// The blocks of some sheets; where there are several, each has its name as heading.
pub(super) fn blocks(sheets: Vec<Sheet>) -> Vec<Block> {
    let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
    let filled = |sheet: &Sheet| sheet.rows.iter().any(is_filled);
    let sheets: Vec<Sheet> = sheets.into_iter().filter(filled).collect();
    // A single sheet is mostly called *Sheet1*.
    let are_named = sheets.len() > 1;
    let mut blocks = Vec::new();
    for sheet in sheets {
        if are_named {
            push(&mut blocks, sheet.name.clone(), Role::Heading);
        }
        let columns = columns(&sheet);
        for row in sheet.rows {
            push_row(&mut blocks, &row, &columns);
        }
    }
    blocks
}

/// The columns that some row fills.
fn columns(sheet: &Sheet) -> Vec<usize> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut filled = vec![false; width];
    for row in &sheet.rows {
        for (at, _) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            filled[at] = true;
        }
    }
    (0..width).filter(|&at| filled[at]).collect()
}

fn push_row(blocks: &mut Vec<Block>, row: &[String], columns: &[usize]) {
    // A bar inside a cell would part it.
    let cell = |at: usize| {
        row.get(at)
            .map_or_else(String::new, |cell| cell.replace('|', "/"))
    };
    let cells: Vec<String> = columns.iter().map(|&at| cell(at)).collect();
    match cells.iter().filter(|cell| !cell.is_empty()).count() {
        0 => {}
        1 => push(blocks, cells.concat(), Role::Body),
        _ => push(blocks, cells.join(CELL_SEPARATOR), Role::TableRow),
    }
}

fn push(blocks: &mut Vec<Block>, text: String, role: Role) {
    let number = u32::try_from(blocks.len() + 1).ok();
    blocks.push(Block {
        text,
        role,
        place: Place {
            number,
            ..Place::default()
        },
        ..Block::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_rows_and_a_line_alone_is_a_paragraph() {
        let row = |cells: &[&str]| cells.iter().map(|&cell| cell.to_owned()).collect();
        let sheet = Sheet {
            name: "Annex".to_owned(),
            rows: vec![
                row(&["", "Losses by year"]),
                row(&[]),
                row(&["", "Year", "", "2030", ""]),
                row(&["", "Boats", "", "4|5"]),
            ],
        };
        let blocks = blocks(vec![sheet, Sheet::default()]);
        let told: Vec<(&str, Role)> = blocks
            .iter()
            .map(|it| (it.text.as_str(), it.role))
            .collect();
        assert_eq!(
            told,
            [
                ("Losses by year", Role::Body),
                ("Year | 2030", Role::TableRow),
                ("Boats | 4/5", Role::TableRow),
            ]
        );
    }
}
