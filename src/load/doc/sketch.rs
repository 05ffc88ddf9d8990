//! Builds small binary Word files for the tests.

use std::io::{Cursor, Write};

use super::fib::{Story, Table};

/// Where the text of a sketch begins in its stream, and bytes of a page.
const TEXT: usize = 1024;
const PAGE: usize = 512;

/// A run: its words and its modifiers.
pub(super) type Run<'a> = (&'a str, &'a [u8]);

/// A file to be built; the text is all stories in the order given.
#[derive(Default)]
pub(super) struct Sketch<'a> {
    /// In the order of [`Story`].
    pub(super) stories: &'a [(Story, &'a [Run<'a>])],
    /// Style and modifiers of the paragraphs, by the place of their marks among all; the others
    /// have none.
    pub(super) paragraphs: &'a [(usize, &'a [u8])],
    pub(super) tables: &'a [(Table, Vec<u8>)],
    pub(super) flags: u16,
    /// Characters that the block counts and the text has not.
    pub(super) missing: usize,
}

impl Sketch<'_> {
    /// The bytes of the file.
    pub(super) fn build(&self) -> Vec<u8> {
        let runs: Vec<Run> = self
            .stories
            .iter()
            .flat_map(|story| story.1)
            .copied()
            .collect();
        let units: Vec<u16> = runs.iter().flat_map(|run| run.0.encode_utf16()).collect();
        let mut main = vec![0; TEXT];
        main.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        main.resize(main.len().next_multiple_of(PAGE), 0);
        let first_page = number(main.len() / PAGE);
        let ends = runs.iter().scan(0, |at, run| {
            *at += run.0.encode_utf16().count();
            Some(*at)
        });
        let of_runs: Vec<Vec<u8>> = runs.iter().map(|run| of_run(run.1)).collect();
        main.extend(page(&ends.collect::<Vec<usize>>(), &of_runs, 1));
        let marks = (0..units.len()).filter(|at| matches!(units[*at], 7 | 12 | 13));
        let marks: Vec<usize> = marks.map(|mark| mark + 1).collect();
        let of_paragraphs: Vec<Vec<u8>> = (0..marks.len()).map(|nth| self.paragraph(nth)).collect();
        main.extend(page(&marks, &of_paragraphs, 13));
        let all = [number(TEXT), number(main.len())].concat();
        let second_page = number(main.len() / PAGE - 1);
        let mut tables = vec![
            (Table::Pieces, pieces(units.len())),
            (Table::Runs, [all.clone(), first_page].concat()),
            (Table::Paragraphs, [all, second_page].concat()),
        ];
        tables.extend(self.tables.iter().cloned());
        self.pack(main, &tables)
    }

    fn paragraph(&self, nth: usize) -> Vec<u8> {
        let found = self.paragraphs.iter().find(|(place, _)| *place == nth);
        let properties = found.map_or(&[0, 0][..], |(_, properties)| properties);
        let len = properties.len();
        let head = if len % 2 == 0 {
            vec![0, byte(len / 2)]
        } else {
            vec![byte(len / 2 + 1)]
        };
        [&head, properties].concat()
    }

    /// The compound file of a stream whose block is filled in, and of its tables.
    fn pack(&self, mut main: Vec<u8>, tables: &[(Table, Vec<u8>)]) -> Vec<u8> {
        let mut put = |at: usize, bytes: &[u8]| main[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, &[0xec, 0xa5, 0xc1, 0]);
        put(10, &self.flags.to_le_bytes());
        for (story, runs) in self.stories {
            let units: usize = runs.iter().map(|run| run.0.encode_utf16().count()).sum();
            put(76 + *story as usize * 4, &number(units + self.missing));
        }
        let mut stream = Vec::new();
        for (table, bytes) in tables {
            put(154 + *table as usize * 8, &number(stream.len()));
            put(158 + *table as usize * 8, &number(bytes.len()));
            stream.extend(bytes);
        }
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (name, bytes) in [("WordDocument", &main), ("0Table", &stream)] {
            file.create_stream(name).unwrap().write_all(bytes).unwrap();
        }
        file.into_inner().into_inner()
    }
}

/// A table of positions and the data behind them.
pub(super) fn positions(positions: &[usize], data: &[u8]) -> Vec<u8> {
    let positions = positions.iter().flat_map(|position| number(*position));
    positions.chain(data.iter().copied()).collect()
}

fn number(number: usize) -> Vec<u8> {
    u32::try_from(number).unwrap().to_le_bytes().to_vec()
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap()
}

fn of_run(modifiers: &[u8]) -> Vec<u8> {
    [&[byte(modifiers.len())], modifiers].concat()
}

/// One wide piece.
fn pieces(units: usize) -> Vec<u8> {
    let piece = [vec![0, 0], number(TEXT), vec![0, 0]].concat();
    let table = positions(&[0, units], &piece);
    [vec![2], number(table.len()), table].concat()
}

/// A page of stretches by the characters that they end before.
fn page(ends: &[usize], properties: &[Vec<u8>], entry_len: usize) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    let starts = std::iter::once(&0).chain(ends);
    for (nth, end) in starts.enumerate() {
        page[nth * 4..][..4].copy_from_slice(&number(TEXT + 2 * end));
    }
    let mut place = PAGE - 2;
    for (nth, properties) in properties.iter().enumerate() {
        place = (place - properties.len()) / 2 * 2;
        page[place..][..properties.len()].copy_from_slice(properties);
        page[4 * (ends.len() + 1) + nth * entry_len] = byte(place / 2);
    }
    page[PAGE - 1] = byte(ends.len());
    page
}
