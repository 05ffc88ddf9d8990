//! Opens the parts of a zipped document, with bounds on what they unpack to.
//!
//! Parts are read into memory by name; nothing is written to disk and no link
//! is followed, so names need no cleaning.

use std::io::Read;

use encoding_rs::Encoding;
use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

use super::block::{DAMAGED, Input, LOCKED, UNLOCK};
use crate::error::{Error, Result};

/// Most bytes that one part may unpack to. The text of a 1,000-page document
/// takes about 10 MB.
const MAX_PART_BYTES: usize = 32 << 20;

/// Most bytes unpacked from one byte of the file, for parts above
/// [`UNSUSPECTED_BYTES`]. Documents reach 30; deflate cannot pass 1,032.
const MAX_RATIO: usize = 200;

/// Parts up to this size may have any ratio: an empty table packs well.
const UNSUSPECTED_BYTES: usize = 4 << 20;

/// A zipped document.
pub(super) struct Archive<'a> {
    input: &'a Input<'a>,
    zip: ZipSliceArchive<&'a [u8]>,
}

impl<'a> Archive<'a> {
    /// Opens the file.
    ///
    /// # Errors
    ///
    /// When the bytes are no zip archive or one that is cut off.
    pub(super) fn open(input: &'a Input<'a>) -> Result<Self> {
        let zip = ZipArchive::from_slice(input.bytes)
            .map_err(|flaw| input.unreadable(format!("damaged zip archive ({flaw})"), DAMAGED))?;
        Ok(Self { input, zip })
    }

    /// Checks that no part of an OpenDocument file is encrypted, as its manifest says.
    ///
    /// # Errors
    ///
    /// When one is.
    pub(super) fn refuse_locked(&self) -> Result<()> {
        // OpenDocument encrypts its parts itself, so that the flags of the archive do not tell.
        let manifest = self.part("META-INF/manifest.xml")?.unwrap_or_default();
        if manifest.contains("encryption-data") {
            return Err(self.input.unreadable(LOCKED, UNLOCK));
        }
        Ok(())
    }

    /// The text of the part at `name`.
    ///
    /// # Errors
    ///
    /// When there is no such part, or as for [`Archive::part`].
    pub(super) fn required(&self, name: &str) -> Result<String> {
        self.part(name)?
            .ok_or_else(|| self.flaw(name, "missing from the archive"))
    }

    /// The text of the part at `name`; `None` when there is no such part.
    ///
    /// # Errors
    ///
    /// When the part is damaged, has a password, is packed in a way that
    /// documents do not use, or passes the bounds of this module.
    pub(super) fn part(&self, name: &str) -> Result<Option<String>> {
        let Some(record) = self.find(name)? else {
            return Ok(None);
        };
        let bytes = self.unpack(name, &record)?;
        // XML may be UTF-16 too, and then begins with a byte order mark (XML 1.0, 4.3.3).
        let (encoding, _) = Encoding::for_bom(&bytes).unwrap_or((encoding_rs::UTF_8, 0));
        let (text, _, replaced) = encoding.decode(&bytes);
        if replaced {
            return Err(self.flaw(name, "not in its encoding"));
        }
        Ok(Some(text.into_owned()))
    }

    /// Whether there is a part at `name`.
    pub(super) fn has(&self, name: &str) -> bool {
        matches!(self.find(name), Ok(Some(_)))
    }

    /// The whole file.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.input.bytes
    }

    /// The error that the part at `name` has a problem.
    pub(super) fn flaw(&self, name: &str, problem: &str) -> Error {
        self.input.unreadable(format!("{name}: {problem}"), DAMAGED)
    }

    fn find(&self, name: &str) -> Result<Option<ZipFileHeaderRecord<'_>>> {
        let mut entries = self.zip.entries();
        while let Some(record) = entries
            .next_entry()
            .map_err(|flaw| self.flaw(name, &flaw.to_string()))?
        {
            if record.file_path().as_ref() == name.as_bytes() {
                return Ok(Some(record));
            }
        }
        Ok(None)
    }

    fn unpack(&self, name: &str, record: &ZipFileHeaderRecord<'_>) -> Result<Vec<u8>> {
        let entry = self
            .zip
            .get_entry(record.wayfinder())
            .map_err(|flaw| self.flaw(name, &flaw.to_string()))?;
        let packed = entry.data();
        let limit = MAX_PART_BYTES.min((packed.len() * MAX_RATIO).max(UNSUSPECTED_BYTES));
        let bytes = match record.compression_method() {
            // First, for the bytes of a locked part do not inflate and would look damaged.
            _ if record.flags().is_encrypted() => {
                return Err(self.input.unreadable(LOCKED, UNLOCK));
            }
            CompressionMethod::STORE if packed.len() <= limit => packed.to_vec(),
            CompressionMethod::DEFLATE => {
                miniz_oxide::inflate::decompress_to_vec_with_limit(packed, limit)
                    .map_err(|flaw| self.flaw(name, &inflate_problem(&flaw)))?
            }
            CompressionMethod::STORE => return Err(self.flaw(name, "more than 32 MiB of text")),
            _ => return Err(self.flaw(name, "packed in a way that documents do not use")),
        };
        // Inflating finds some damage; the checksum finds the rest.
        let verified = entry
            .verifying_reader(bytes.as_slice())
            .read_to_end(&mut Vec::new());
        verified.map_err(|_| self.flaw(name, "damaged (its checksum does not match)"))?;
        Ok(bytes)
    }
}

fn inflate_problem(flaw: &miniz_oxide::inflate::DecompressError) -> String {
    if flaw.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
        "unpacks to more than 32 MiB or 200 times its size".to_owned()
    } else {
        "damaged (its packed bytes make no sense)".to_owned()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;
    use std::path::Path;

    use super::*;
    use crate::load::LoadOptions;

    /// A zip archive of the parts, each packed as `method`.
    pub(in crate::load) fn zip(parts: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
        for (name, text) in parts {
            let packed = match method {
                CompressionMethod::DEFLATE => {
                    miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 6)
                }
                _ => text.as_bytes().to_vec(),
            };
            let (mut entry, config) = archive
                .new_file(name)
                .compression_method(method)
                .start()
                .unwrap();
            let mut sink = config.wrap(std::io::sink());
            sink.write_all(text.as_bytes()).unwrap();
            let (_, descriptor) = sink.finish().unwrap();
            entry.write_all(&packed).unwrap();
            entry.finish(descriptor).unwrap();
        }
        archive.finish().unwrap();
        bytes
    }

    fn problem(bytes: &[u8], part: &str) -> String {
        let options = LoadOptions::default();
        let input = Input {
            path: Path::new("x.docx"),
            bytes,
            options: &options,
        };
        let read = Archive::open(&input).and_then(|archive| archive.required(part));
        read.unwrap_err().to_string()
    }

    #[test]
    fn a_part_that_unpacks_without_measure_is_refused() {
        let bomb = " ".repeat(MAX_PART_BYTES + 1);
        let bytes = zip(&[("a.xml", &bomb)], CompressionMethod::DEFLATE);
        assert!(problem(&bytes, "a.xml").contains("unpacks to more than"));
    }

    #[test]
    fn an_error_names_the_part_and_the_remedy() {
        let mut bytes = zip(&[("a.xml", "<a>text</a>")], CompressionMethod::STORE);
        assert!(problem(&bytes, "b.xml").contains("b.xml: missing from the archive; open it in"));
        bytes[40] ^= 1;
        assert!(problem(&bytes, "a.xml").contains("checksum"));
        assert!(problem(&bytes[..20], "a.xml").contains("damaged zip archive"));
    }

    #[test]
    fn an_archive_has_the_parts_that_were_put_in() {
        let bytes = zip(&[("a.xml", "<a/>")], CompressionMethod::STORE);
        let options = LoadOptions::default();
        let input = Input {
            path: Path::new("x.docx"),
            bytes: &bytes,
            options: &options,
        };
        let archive = Archive::open(&input).unwrap();
        assert!(archive.has("a.xml") && !archive.has("b.xml"));
    }
}
