//! Writes the file anew: parts that were edited, and all others as they are packed.

use std::collections::BTreeMap;
use std::io::{self, Write};

use miniz_oxide::deflate::compress_to_vec;
use rawzip::{
    CompressionMethod, DataDescriptorOutput, ZipArchive, ZipArchiveWriter, ZipDataWriter,
};

use crate::render::docx::LEVEL;

/// Writes `file` with the parts of `edited` in the place of those of their names, or
/// behind them.
///
/// # Errors
///
/// When `file` is damaged or `out` cannot be written.
pub(super) fn write(
    out: &mut dyn Write,
    file: &[u8],
    mut edited: BTreeMap<String, String>,
) -> Result<(), rawzip::Error> {
    let old = ZipArchive::from_slice(file)?;
    let mut new = ZipArchiveWriter::new(out);
    let mut entries = old.entries();
    while let Some(record) = entries.next_entry()? {
        let name = String::from_utf8_lossy(record.file_path().as_ref()).into_owned();
        if let Some(xml) = edited.remove(&name) {
            put(&mut new, &name, &xml)?;
            continue;
        }
        // Folders are told by the names of their files.
        if record.is_dir() {
            continue;
        }
        let entry = old.get_entry(record.wayfinder())?;
        // Copied as packed: what was not edited stays to the byte, and costs no time.
        let packed = entry.data();
        let builder = new.new_file(name.as_str());
        let (mut copy, _) = builder
            .compression_method(record.compression_method())
            .start()?;
        copy.write_all(packed)?;
        let size = record.uncompressed_size_hint();
        copy.finish(DataDescriptorOutput::new(record.crc32(), size))?;
    }
    for (name, xml) in &edited {
        put(&mut new, name, xml)?;
    }
    new.finish()?;
    Ok(())
}

/// Packs a part.
pub(in crate::render::docx) fn put(
    archive: &mut ZipArchiveWriter<&mut dyn Write>,
    name: &str,
    content: &str,
) -> Result<(), rawzip::Error> {
    let (mut entry, config) = archive
        .new_file(name)
        .compression_method(CompressionMethod::DEFLATE)
        .start()?;
    entry.write_all(&compress_to_vec(content.as_bytes(), LEVEL))?;
    // The checksum and the size are those of the text as it was before it was packed.
    let mut writer: ZipDataWriter<_> = config.wrap(io::sink());
    writer.write_all(content.as_bytes())?;
    let (_, descriptor) = writer.finish()?;
    entry.finish(descriptor)?;
    Ok(())
}
