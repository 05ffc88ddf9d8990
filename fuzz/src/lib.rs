//! What the targets share: the bytes of a target are read in its format.

use std::io::Write;

use rawzip::ZipArchiveWriter;
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::Format;

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
