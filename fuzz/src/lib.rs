//! What the targets share: the bytes of a target are read in its format.

use std::io::Write;

use rawzip::ZipArchiveWriter;
use verbale::compare::read_witness;
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::{Format, Language, Vocabulary};

/// The languages of figures, each with words of numbers, marks and what they count.
const NUMBER_WORDS: &str = include_str!("../../fixtures/figures/number-words.txt");

/// Reads `bytes` in `format`; an error is as good as a document.
pub fn read(format: Format, bytes: &[u8]) {
    let options = LoadOptions {
        format: Some(format),
        ..LoadOptions::default()
    };
    let _ = load_bytes("2021_fr_statement.fuzz", bytes, &options);
}

/// Reads an archive as it is; other bytes as the part `name` of one, because a
/// fuzzer seldom gets past the checksums.
pub fn read_part(format: Format, name: &str, bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        read(format, bytes);
    } else {
        read(format, &zip(name, bytes));
    }
}

/// Finds the figures of the line that `bytes` stand for: the first picks the language,
/// each other one a word of its list, glued to the next where its highest bit is set.
pub fn read_number_words(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let languages: Vec<(&str, &str)> = NUMBER_WORDS
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    let (code, words) = languages[usize::from(*first) % languages.len()];
    let words: Vec<&str> = words.split(" | ").collect();
    let mut line = String::new();
    for byte in rest {
        line.push_str(words[usize::from(byte & 0x7f) % words.len()]);
        if byte & 0x80 == 0 {
            line.push(' ');
        }
    }
    let options = LoadOptions {
        language: Some(Language::from_code(code)),
        ..LoadOptions::default()
    };
    if let Ok(document) = load_bytes("fuzz.txt", line.as_bytes(), &options) {
        let _ = read_witness(document, &mut Vocabulary::new());
    }
}

fn zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zipped = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut zipped);
    let (mut entry, config) = archive.new_file(name).start().expect("memory takes bytes");
    let mut writer = config.wrap(&mut entry);
    writer.write_all(bytes).expect("memory takes bytes");
    let (_, descriptor) = writer.finish().expect("memory takes bytes");
    entry.finish(descriptor).expect("memory takes bytes");
    archive.finish().expect("memory takes bytes");
    zipped
}
