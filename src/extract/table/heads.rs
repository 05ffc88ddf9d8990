//! Which rows and columns of a table head the others, and what they say.

use super::super::lexis::Lexis;
use super::grid::{Grid, Row};
use super::label::Label;
use super::unit::HeadUnit;
use crate::model::{FigureKind, Span};

/// Rows of heads at most.
const MAX_HEADS: usize = 3;

/// What names a row or a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Name {
    pub(super) label: Label,
    pub(super) unit: Option<HeadUnit>,
}

/// The heads of a table.
#[derive(Debug)]
pub(super) struct TableHeads {
    /// How many rows at the top are heads.
    count: usize,
    /// How many columns at the left are.
    pub(super) depth: usize,
    columns: Vec<Name>,
    /// Of each row; `None` for heads, for rows without a head of their own, and for those
    /// with more or fewer cells than the heads.
    rows: Vec<Option<Name>>,
    /// What the caption or the corner says for all.
    pub(super) unit: Option<HeadUnit>,
}

/// A table with the text and the language that it is read in.
#[derive(Clone, Copy)]
struct Reading<'a> {
    grid: &'a Grid,
    text: &'a str,
    lexis: &'a Lexis,
}

impl TableHeads {
    /// The heads of a table; `None` where they cannot be told.
    pub(super) fn of(grid: &Grid, text: &str, lexis: &Lexis) -> Option<Self> {
        let reading = Reading { grid, text, lexis };
        let count = reading.head_rows();
        let (top, below) = grid.rows.split_at(count);
        let width = top.iter().map(|row| row.cells.len()).max()?;
        // The first head stands over the second column: the corner is left out.
        let is_short = below.iter().all(|row| row.cells.len() == width + 1);
        let shift = usize::from(is_short && reading.label(top[0].cells[0])?.date.is_some());
        let width = width + shift;
        let fits = |row: &&Row| row.cells.len() == width;
        let depth = reading.head_columns(below.iter().filter(fits), width)?;
        let columns = (0..width)
            .map(|at| reading.column(top, at, shift))
            .collect();
        let rows = (0..grid.rows.len()).map(|at| {
            let row = grid.rows.get(at).filter(fits).filter(|_| at >= count)?;
            reading.row(at, row, depth)
        });
        Some(Self {
            count,
            depth,
            columns,
            rows: rows.collect(),
            unit: reading.common_unit(top, shift),
        })
    }

    /// What names the cells of column `at`.
    pub(super) fn column(&self, at: usize) -> &Name {
        &self.columns[at.min(self.columns.len() - 1)]
    }

    /// What names the cells of row `at`; `None` where nothing does.
    pub(super) fn row(&self, at: usize) -> Option<&Name> {
        self.rows.get(at)?.as_ref()
    }

    /// The cells of row `at` that are labels: all of a head row, the first of others
    /// where it names a time.
    pub(super) fn labels<'r>(&self, at: usize, row: &'r Row) -> &'r [Span] {
        if at < self.count {
            return &row.cells;
        }
        let dated = self.row(at).is_some_and(|name| name.label.date.is_some());
        &row.cells[..usize::from(dated)]
    }
}

impl<'a> Reading<'a> {
    fn of(self, cell: Span) -> &'a str {
        cell.of(self.text)
    }

    fn label(self, cell: Span) -> Option<Label> {
        Label::read(self.of(cell), self.lexis)
    }

    /// How many rows at the top are heads: their cells say words and times and no
    /// amounts, and a row below the first leaves the corner empty.
    fn head_rows(self) -> usize {
        let mut count = 0;
        for row in self.grid.rows.iter().take(MAX_HEADS) {
            let has_corner = row
                .cells
                .first()
                .is_some_and(|cell| !self.of(*cell).is_empty());
            // Below the first head a filled corner names a row: *Wells | none | none*.
            if count > 0 && has_corner || !row.is_head(self.text, self.lexis) {
                break;
            }
            count += 1;
        }
        count
    }

    /// How many columns at the left have words and no amounts in all `rows`; the last
    /// column is none of them. `None` where no row has any.
    fn head_columns(self, rows: impl Iterator<Item = &'a Row>, width: usize) -> Option<usize> {
        let is_word = |row: &Row, at: usize| {
            let label = self.label(row.cells[at]);
            // A column of years behind the first holds what is told, not the names of rows.
            label.is_some_and(|label| at == 0 || label.date.is_none())
        };
        let depths = rows.map(|row| (1..width).take_while(|&at| is_word(row, at)).count());
        // The least of all rows: one amount in a column makes it a column of amounts.
        depths.min().map(|beyond| (beyond + 1).min(width - 1))
    }

    fn column(self, top: &[Row], at: usize, shift: usize) -> Name {
        let heads = top.iter().enumerate().filter_map(|(level, row)| {
            let spans = level + 1 < top.len();
            self.spanning(row, at.checked_sub(shift)?, spans)
        });
        self.named(&heads.collect::<Vec<_>>())
    }

    /// The head over column `at` in a row of heads. One that spans several columns stands
    /// over the first of them, and the others are empty.
    fn spanning(self, row: &Row, at: usize, spans: bool) -> Option<&'a str> {
        let own = row.cells.get(at).map(|cell| self.of(*cell));
        match own {
            Some("") | None if spans && at > 0 => {
                let before = row.cells[1.min(at)..at.min(row.cells.len())].iter().rev();
                before
                    .map(|cell| self.of(*cell))
                    .find(|head| !head.is_empty())
            }
            own => own,
        }
    }

    /// What names a row: the line over it, and its first cells. One that is empty where
    /// others follow spans the rows below the last that is not.
    fn row(self, at: usize, row: &Row, depth: usize) -> Option<Name> {
        let mut heads: Vec<&str> = row.section.into_iter().map(|line| self.of(line)).collect();
        for column in 0..depth {
            let above = self.grid.rows[..=at].iter().rev();
            let mut filled =
                above.map(|row| row.cells.get(column).map_or("", |cell| self.of(*cell)));
            let own = self.of(row.cells[column]);
            let is_spanned = own.is_empty() && column + 1 < depth;
            heads.push(match filled.find(|head| !head.is_empty()) {
                Some(head) if is_spanned => head,
                _ => own,
            });
        }
        self.label(row.cells[0])?;
        let mut name = self.named(&heads);
        let cells = row.cells.iter().skip(depth);
        let units = cells.filter_map(|cell| HeadUnit::split_whole(self.of(*cell), self.lexis));
        name.unit = name.unit.or(units.into_iter().next());
        (name.label.date.is_some() || !name.label.words.is_empty()).then_some(name)
    }

    /// The unit that the corner or the caption says.
    fn common_unit(self, top: &[Row], shift: usize) -> Option<HeadUnit> {
        let corner = top.last()?.cells.first().filter(|_| shift == 0);
        let of_corner = corner.and_then(|cell| HeadUnit::split(self.of(*cell), self.lexis).1);
        // *Year* in the corner names the column of years below it.
        let of_corner = of_corner.filter(|unit| unit.kind() != FigureKind::Duration);
        let caption = self.grid.caption.map(|caption| self.of(caption));
        of_corner.or_else(|| HeadUnit::of_caption(caption?, self.lexis))
    }

    /// What several heads say together, the outermost first.
    fn named(self, heads: &[&str]) -> Name {
        let mut name = Name::default();
        let mut words: Vec<String> = Vec::new();
        for head in heads.iter().filter(|head| !head.is_empty()) {
            let (rest, unit) = HeadUnit::split(head, self.lexis);
            name.unit = unit.or(name.unit);
            match Label::read(&rest, self.lexis) {
                Some(label) => {
                    name.label.date = label.date.or(name.label.date);
                    words.push(label.words);
                }
                None => words.push(rest),
            }
        }
        words.retain(|word| !word.is_empty());
        name.label.words = words.join(", ");
        name
    }
}
