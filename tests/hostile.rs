//! Damaged documents load or give an error: no panic, no endless work.
//!
//! `VERBALE_MUTATIONS=10000 cargo test --profile quick --test hostile -- --nocapture`
//! reads that many mutations of each document instead of a few.

#![allow(clippy::print_stdout, reason = "a run by hand shows its counts")]

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use rawzip::{CompressionMethod, ZipArchive, ZipArchiveWriter};
use verbale::load::{LoadOptions, load_bytes};

/// Longest time that one damaged document may take, debug builds included.
const LONGEST: Duration = Duration::from_secs(10);

/// Mutations of each document in an ordinary test run.
const FEW: usize = 40;

/// The fixtures, and the names that they are read under.
const STATEMENTS: [(&str, &str); 17] = [
    ("statement.docx", "statement.docx"),
    ("statement.doc", "statement.doc"),
    ("statement.odt", "statement.odt"),
    ("statement.rtf", "statement.rtf"),
    ("statement.html", "statement.html"),
    ("statement.eml", "statement.eml"),
    ("typst-spaced.pdf", "typst-spaced.pdf"),
    ("reportlab-ragged.pdf", "reportlab-ragged.pdf"),
    ("statement.txt", "statement.txt"),
    ("statement.txt", "statement.md"),
    ("statement.fodt", "statement.fodt"),
    ("table.xlsx", "table.xlsx"),
    ("table.ods", "table.ods"),
    ("table.csv", "table.csv"),
    ("slides.pptx", "slides.pptx"),
    ("book.epub", "book.epub"),
    ("act.xml", "act.xml"),
];

/// Pieces of markup that do the most harm in the wrong place.
const SPLINTERS: [&[u8]; 22] = [
    b"<w:p>",
    b"</w:p>",
    b"<w:tbl><w:tr><w:tc>",
    b"</w:tr>",
    b"<text:note>",
    b"<table:table-cell>",
    b"{\\footnote ",
    b"\\row ",
    b"}",
    b"\\u-1?",
    b"<td>",
    b"</table>",
    b"&#x10ffff;",
    b"\xff\xfe",
    b"[a](/b",
    b"> - ",
    b"| a | b |\n|---|---|\n",
    b"\n---\n",
    b"/F1 Do ",
    b"1 0 R ",
    b"<< /Kids [",
    b"stream\n",
];

/// Numbers that look random and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).expect("below a usize")
    }
}

fn mutate(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        let length = dice.below(64).min(bytes.len() - at);
        match dice.below(5) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..at + length)),
            2 => {
                let copy = bytes[at..at + length].to_vec();
                bytes.splice(at..at, copy);
            }
            3 => {
                let splinter = SPLINTERS[dice.below(SPLINTERS.len())].repeat(1 + dice.below(50));
                bytes.splice(at..at, splinter);
            }
            _ if dice.below(4) == 0 => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}

/// Other bytes in place of some, so that what counts in sectors still finds them.
fn overwrite(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(60) {
        let at = 512 + dice.below(bytes.len() - 512);
        let new = [0, 0xff, 0x07, 0x13, dice.below(256)][dice.below(5)];
        bytes[at] = u8::try_from(new).expect("below 256");
    }
    bytes
}

/// The archive with one of its parts mutated inside, so that the damage gets
/// past the checksums.
fn mutate_part(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let archive = ZipArchive::from_slice(bytes).expect("a fixture is sound");
    let mut parts = Vec::new();
    let mut entries = archive.entries();
    while let Some(record) = entries.next_entry().expect("a fixture is sound") {
        let name =
            String::from_utf8(record.file_path().as_ref().to_vec()).expect("a fixture is sound");
        let packed = archive
            .get_entry(record.wayfinder())
            .expect("a fixture is sound")
            .data();
        let text = match record.compression_method() {
            CompressionMethod::DEFLATE => {
                miniz_oxide::inflate::decompress_to_vec(packed).expect("a fixture is sound")
            }
            _ => packed.to_vec(),
        };
        parts.push((name, text));
    }
    let hit = dice.below(parts.len());
    parts[hit].1 = mutate(&parts[hit].1, dice);
    zip(&parts)
}

fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, text) in parts {
        let (mut entry, config) = archive
            .new_file(name)
            .start()
            .expect("memory takes all bytes");
        let mut writer = config.wrap(&mut entry);
        writer.write_all(text).expect("memory takes all bytes");
        let (_, descriptor) = writer.finish().expect("memory takes all bytes");
        entry.finish(descriptor).expect("memory takes all bytes");
    }
    archive.finish().expect("memory takes all bytes");
    bytes
}

#[test]
fn damaged_documents_load_or_give_an_error() {
    let asked = std::env::var("VERBALE_MUTATIONS");
    let count = asked
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(FEW);
    for (file, name) in STATEMENTS {
        let bytes = std::fs::read(Path::new("fixtures/documents").join(file));
        let bytes = &bytes.expect("a fixture is there");
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let (mut read, mut slowest) = (0, Duration::ZERO);
        for turn in 0..count {
            let mutated = match turn % 2 {
                0 if bytes.starts_with(b"PK") => mutate_part(bytes, &mut dice),
                0 if bytes.starts_with(b"\xd0\xcf\x11\xe0") => overwrite(bytes, &mut dice),
                _ => mutate(bytes, &mut dice),
            };
            let start = Instant::now();
            read += usize::from(load_bytes(name, &mutated, &LoadOptions::default()).is_ok());
            slowest = slowest.max(start.elapsed());
            assert!(
                slowest < LONGEST,
                "{name}: mutation {turn} takes {slowest:?}"
            );
        }
        println!("{name}: {read} of {count} read, slowest {slowest:?}");
    }
}
