//! Reads tables as text (csv, tsv): each record a row.

use csv::ReaderBuilder;

use super::block::{Input, Source};
use super::encoding;
use super::sheet::{self, MAX_CELLS, MAX_COLUMNS, Sheet};
use crate::error::Result;

/// What may part the cells of a record.
const MARKS: [u8; 3] = [b',', b';', b'\t'];

/// Lines that tell what parts cells.
const LINES: usize = 20;

/// Reads the records of a file.
///
/// # Errors
///
/// When the bytes are no text.
pub(super) fn read(input: &Input) -> Result<Source> {
    let (text, mut notices) = encoding::decode(input)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let (rows, is_cut) = rows(text, MAX_CELLS);
    notices.extend(is_cut.then(sheet::cut_notice));
    let sheet = Sheet {
        name: String::new(),
        rows,
    };
    Ok(Source {
        blocks: sheet::blocks(vec![sheet]),
        notices,
        ..Source::default()
    })
}

/// The cells of each record, up to [`MAX_COLUMNS`] of each and `most_cells` of all, and whether
/// words stand beyond those.
fn rows(text: &str, most_cells: usize) -> (Vec<Vec<String>>, bool) {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        // Titles above a table and notes below it have fewer cells than its rows.
        .flexible(true)
        .delimiter(mark(text))
        .from_reader(text.as_bytes());
    let (mut rows, mut count, mut is_cut) = (Vec::new(), 0, false);
    for record in reader.records().map_while(std::result::Result::ok) {
        let cells = record.iter().take(MAX_COLUMNS);
        let row: Vec<String> = cells.map(|cell| cell.trim().to_owned()).collect();
        count += row.len();
        let mut beyond = record.iter().skip(MAX_COLUMNS);
        is_cut |= beyond.any(|cell| !cell.trim().is_empty());
        if count > most_cells {
            return (rows, true);
        }
        rows.push(row);
    }
    (rows, is_cut)
}

/// What parts the cells: the mark that most of the first lines have as often as one
/// another, the first of equals.
fn mark(text: &str) -> u8 {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.is_empty())
        .take(LINES)
        .collect();
    let alike = |mark: &&u8| {
        let counts = lines
            .iter()
            .map(|line| line.bytes().filter(|byte| byte == *mark).count());
        let counts: Vec<usize> = counts.collect();
        let first = counts.first().copied().unwrap_or(0);
        let same = counts.iter().filter(|&&count| count == first).count();
        if first == 0 { 0 } else { same }
    };
    // Turned round, since `max_by_key` gives the last of equals.
    let best = MARKS.iter().rev().max_by_key(alike);
    best.copied().unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::super::block::tests::read_bytes;
    use super::*;
    use crate::model::Role;

    #[test]
    fn records_are_rows_whatever_parts_their_cells() {
        for text in [
            "Year,2030,2031\nBoats,4,\"1,250\"\n",
            "\u{feff}Year;2030;2031\r\nBoats;4;1,250\r\n",
            "Year\t2030\t2031\nBoats\t4\t1,250",
        ] {
            let source = read_bytes(read, "a.csv", text.as_bytes());
            let texts = source.texts();
            assert_eq!(texts, ["Year | 2030 | 2031", "Boats | 4 | 1,250"]);
            assert_eq!(source.blocks[0].role, Role::TableRow);
        }
    }

    #[test]
    fn what_is_left_out_of_a_large_table_is_told() {
        let wide = |last: &str| format!("Year{}{last}\nBoats,4\n", ",2030".repeat(MAX_COLUMNS - 1));
        let notices = |text: &str| read_bytes(read, "a.csv", text.as_bytes()).notices;
        assert_eq!(notices(&wide(",")), []);
        assert!(
            notices(&wide(",2031"))[0]
                .message
                .contains("columns beyond 200")
        );
        let (rows, is_cut) = rows("Boats,4\nNets,5\nWells,6\n", 4);
        assert_eq!((rows.len(), is_cut), (2, true));
    }
}
