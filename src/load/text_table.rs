//! Finds the tables of a plain text: rows parted by bars, or by columns of blanks.
//!
//! Input: lines without a blank one between them. Output: which of them are rows,
//! each with its cells. Blanks part cells only where they stand at the same place
//! in all rows, so that wide blanks in prose part nothing.

use std::ops::Range;

use super::bytes::has_pair;
use super::lines::Line;

/// Fewest rows of a table that blanks set.
const MIN_ROWS: usize = 2;

/// Fewest rows of one of two columns, which two lines may be by chance.
const MIN_PAIRS: usize = 3;

/// Most characters of a line that is searched for columns.
const MAX_CHARS: usize = 400;

/// Lines that form a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table<'a> {
    /// Positions of its lines, rules with them.
    pub(super) lines: Range<usize>,
    /// Its rows: the position of the line, and the cells.
    pub(super) rows: Vec<(usize, Vec<&'a str>)>,
}

/// The tables among `lines`, from top to bottom.
pub(super) fn tables<'a>(lines: &[Line<'a>]) -> Vec<Table<'a>> {
    let mut found = Vec::new();
    let mut start = 0;
    let kinds: Vec<Kind> = lines.iter().map(|line| kind(line.text)).collect();
    for stretch in kinds.chunk_by(|one, other| one.goes_with(*other)) {
        let range = start..start + stretch.len();
        start = range.end;
        let table = match stretch.iter().find(|kind| **kind != Kind::Rule) {
            Some(Kind::Bars) => barred(lines, range),
            Some(Kind::Blanks) => set_by_blanks(lines, range),
            _ => None,
        };
        found.extend(table);
    }
    found
}

/// What parts a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Prose,
    /// *---+---*.
    Rule,
    Bars,
    Blanks,
}

impl Kind {
    fn goes_with(self, next: Self) -> bool {
        match (self, next) {
            (Self::Prose, _) | (_, Self::Prose) => false,
            (Self::Rule, _) | (_, Self::Rule) => true,
            (one, other) => one == other,
        }
    }
}

fn kind(text: &str) -> Kind {
    let is_blank = |byte: u8| matches!(byte, b' ' | b'\t');
    let is_rule = |c: char| matches!(c, '-' | '=' | '+' | '|' | ':' | ' ' | '_' | '─' | '│' | '┼');
    if text.len() > 2 && text.chars().all(is_rule) && text.contains(['-', '=', '_', '─']) {
        Kind::Rule
    // One bar alone may part a title from a name.
    } else if text.starts_with('|') && text[1..].contains('|') || text.matches(" | ").count() > 1 {
        Kind::Bars
    } else if text.contains('\t')
        || has_pair(text.as_bytes(), 1, |one, two| {
            is_blank(one) && is_blank(two)
        })
    {
        Kind::Blanks
    } else {
        Kind::Prose
    }
}

fn barred<'a>(lines: &[Line<'a>], range: Range<usize>) -> Option<Table<'a>> {
    let rows = range
        .clone()
        .filter(|&at| kind(lines[at].text) == Kind::Bars);
    let rows: Vec<(usize, Vec<&str>)> = rows
        .map(|at| {
            let text = lines[at].text;
            let text = text.strip_prefix('|').unwrap_or(text);
            let text = text.strip_suffix('|').unwrap_or(text);
            (at, text.split('|').map(str::trim).collect())
        })
        .collect();
    (rows.len() >= MIN_ROWS).then_some(Table { lines: range, rows })
}

/// A piece of a line with the columns that it takes, in characters.
struct Piece<'a> {
    text: &'a str,
    columns: Range<usize>,
}

/// The pieces of a line that wide blanks or tabs part.
fn pieces<'a>(line: &Line<'a>) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let (mut column, mut blanks) = (line.indent, usize::MAX);
    for (at, c) in line.text.char_indices() {
        if c.is_whitespace() {
            blanks = if c == '\t' {
                usize::MAX
            } else {
                blanks.saturating_add(1)
            };
            // A tab goes on to the next multiple of eight, as terminals and old editors have it.
            column += if c == '\t' { 8 - column % 8 } else { 1 };
            continue;
        }
        let end = at + c.len_utf8();
        match pieces.last_mut() {
            // *Olmstead town* is one cell: columns are parted by two blanks at least.
            Some(piece) if blanks < 2 => {
                let start = piece.text.as_ptr() as usize - line.text.as_ptr() as usize;
                piece.text = &line.text[start..end];
                piece.columns.end = column + 1;
            }
            _ => pieces.push(Piece {
                text: &line.text[at..end],
                columns: column..column + 1,
            }),
        }
        (blanks, column) = (0, column + 1);
    }
    pieces
}

fn set_by_blanks<'a>(lines: &[Line<'a>], range: Range<usize>) -> Option<Table<'a>> {
    let at_rows = range
        .clone()
        .filter(|&at| kind(lines[at].text) == Kind::Blanks);
    let rows: Vec<(usize, Vec<Piece<'a>>)> = at_rows.map(|at| (at, pieces(&lines[at]))).collect();
    let is_short = rows
        .iter()
        .all(|(at, _)| lines[*at].text.len() <= MAX_CHARS);
    if rows.len() < MIN_ROWS || !is_short {
        return None;
    }
    let columns = columns(&rows);
    let place = |piece: &Piece<'a>| {
        columns
            .iter()
            .position(|column| column.contains(&piece.columns.start))
    };
    let mut table = Vec::with_capacity(rows.len());
    for (at, pieces) in rows {
        let mut cells = vec![""; columns.len()];
        for piece in pieces {
            let cell = &mut cells[place(&piece)?];
            // Two pieces in one column: words that happen to stand below one another.
            if !cell.is_empty() {
                return None;
            }
            *cell = piece.text;
        }
        table.push((at, cells));
    }
    let has_digits = |cell: &&str| cell.contains(|c: char| c.is_numeric());
    let of_numbers = table
        .iter()
        .filter(|(_, cells)| cells.iter().skip(1).any(has_digits));
    let is_table = match columns.len() {
        0 | 1 => false,
        // A name at the left edge and a date at the right one is a letterhead.
        2 => table.len() >= MIN_PAIRS && of_numbers.count() * 2 >= table.len(),
        _ => of_numbers.count() > 0,
    };
    is_table.then_some(Table {
        lines: range,
        rows: table,
    })
}

/// The columns of a table: the stretches that some row takes and that a place empty in
/// all rows ends.
fn columns(rows: &[(usize, Vec<Piece<'_>>)]) -> Vec<Range<usize>> {
    let pieces = || rows.iter().flat_map(|(_, pieces)| pieces);
    let end = pieces().map(|piece| piece.columns.end).max().unwrap_or(0);
    let mut taken = vec![false; end + 1];
    for piece in pieces() {
        taken[piece.columns.clone()].fill(true);
    }
    let mut columns: Vec<Range<usize>> = Vec::new();
    for at in (0..end).filter(|&at| taken[at]) {
        match columns.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => columns.push(at..at + 1),
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::super::lines::cut_lines;
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let lines = cut_lines(text);
        let tables = tables(&lines);
        let rows = tables.into_iter().flat_map(|table| table.rows);
        rows.map(|(_, cells)| cells.join("|")).collect()
    }

    #[test]
    fn bars_part_the_cells_of_rows_and_rules_are_none() {
        let text = "As follows:\n| Area | 2021 |\n|------|-----|\n| North | 4 |";
        assert_eq!(rows(text), ["Area|2021", "North|4"]);
        assert_eq!(
            rows("one | two | 3\nfour | five | 6"),
            ["one|two|3", "four|five|6"]
        );
    }

    #[test]
    fn blanks_part_cells_where_all_rows_have_them() {
        let text = "Year            2020    2021\nBoats lost         3      14\nBoats found               2";
        assert_eq!(
            rows(text),
            ["Year|2020|2021", "Boats lost|3|14", "Boats found||2"]
        );
        let tabs = "Area\tBoats\nNorth\t3\nSouth\t4";
        assert_eq!(rows(tabs), ["Area|Boats", "North|3", "South|4"]);
    }

    #[test]
    fn wide_blanks_in_prose_part_nothing() {
        for text in [
            "We  cleared 12  fields of the\nnorth  and the  west of it\nlast year  with 3  partners",
            "For the Union      For the League\nA. Marin           B. Orrel",
            "One line with  blanks and 5 numbers",
        ] {
            assert_eq!(rows(text), [""; 0], "{text}");
        }
    }
}
