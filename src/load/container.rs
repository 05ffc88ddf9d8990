//! Names the files that hold other files: what they are and what to do.
//!
//! Input: the bytes of a zip archive or of a compound file (MS-CFB). Output:
//! the format where one is read here, else what the user has in hand and the
//! way to a file that is. Only names of parts are looked at.

use super::block::{Input, LOCKED, UNLOCK};
use super::format::of_extension;
use crate::error::{Error, Result};
use crate::model::Format;

/// Bytes that are searched for the names of parts; they stand at the beginning
/// of small files and at either end of large ones.
const SEARCHED: usize = 8 << 20;

/// What a container shows itself to be.
struct Kind {
    /// A name that only this kind has inside.
    mark: &'static str,
    what: &'static str,
    remedy: &'static str,
}

/// Streams, first in the table, that no Word file has.
const SURE: usize = 2;

/// Compound files by the name of a stream, the surest first.
const STREAMS: &[Kind] = &[
    Kind {
        mark: "EncryptedPackage",
        what: LOCKED,
        remedy: UNLOCK,
    },
    Kind {
        mark: "__properties_version1.0",
        what: "an Outlook message",
        remedy: "save it as .eml, or the mail's text as .txt",
    },
    Kind {
        mark: "PowerPoint Document",
        what: "an old binary presentation",
        remedy: "open it and save it as .pptx or .pdf",
    },
    Kind {
        mark: "Workbook",
        what: "an old binary workbook",
        remedy: "open it and save it as .xlsx, or the sheet as csv",
    },
];

/// Archives by the name of a part, or by the type that comes first.
const PARTS: &[Kind] = &[
    Kind {
        mark: "xl/workbook.bin",
        what: "a binary workbook",
        remedy: "save it as .xlsx, or the sheet as csv",
    },
    Kind {
        mark: "mimetypeapplication/vnd.oasis.opendocument.presentation",
        what: "a presentation",
        remedy: "export it to pdf",
    },
    Kind {
        mark: "Index/Document.iwa",
        what: "a file of Apple Pages, Numbers or Keynote",
        remedy: "export it to .docx or .pdf",
    },
    Kind {
        mark: ".docx",
        what: "an archive of documents",
        remedy: UNPACK_EACH,
    },
    Kind {
        mark: ".pdf",
        what: "an archive of documents",
        remedy: UNPACK_EACH,
    },
];

const UNPACK_EACH: &str = "unpack it and name the documents, or their folder";

/// The stream of a Word file; other compound files have it where they hold a Word file.
const WORD: &str = "WordDocument";

/// The format of a compound file.
///
/// # Errors
///
/// When it holds no document that is read here.
pub(super) fn sniff_compound(input: &Input) -> Result<Format> {
    // Word files hold workbooks more often than workbooks hold Word files.
    let is_mail = STREAMS[..SURE]
        .iter()
        .any(|kind| has_stream(input, kind.mark));
    if !is_mail && has_stream(input, WORD) {
        return Ok(Format::Doc);
    }
    Err(refuse_compound(input))
}

/// The error that says what a compound file is that is no Word file.
pub(super) fn refuse_compound(input: &Input) -> Error {
    let found = STREAMS.iter().find(|kind| has_stream(input, kind.mark));
    let (what, remedy) = found.map_or(
        (
            "an old binary Office file",
            "open it and save it as .docx or .txt",
        ),
        |kind| (kind.what, kind.remedy),
    );
    input.unreadable(what, remedy)
}

/// Whether a compound file names a stream so.
fn has_stream(input: &Input, name: &str) -> bool {
    // Names in the directory of a compound file are UTF-16 (MS-CFB 2.6.1).
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    has(input.bytes, &name)
}

/// The type that a package says at its beginning, and its format.
const TYPES: &[(&str, Format)] = &[
    (
        "mimetypeapplication/vnd.oasis.opendocument.text",
        Format::Odt,
    ),
    (
        "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        Format::Ods,
    ),
    ("mimetypeapplication/epub+zip", Format::Epub),
];

/// The main part of a package, and its format.
const MAIN_PARTS: &[(&str, Format)] = &[
    // Without its ending: some programs call it `document2.xml`.
    ("word/document", Format::Docx),
    ("xl/workbook.xml", Format::Xlsx),
    ("ppt/presentation.xml", Format::Pptx),
];

/// The format of a zip archive.
///
/// # Errors
///
/// When it holds no document that is read here.
pub(super) fn sniff_archive(input: &Input) -> Result<Format> {
    // OpenDocument and EPUB want `mimetype` first and stored as it is, so that its name and its
    // words stand side by side at the beginning of the file.
    let head = &input.bytes[..input.bytes.len().min(256)];
    let typed = TYPES.iter().find(|(kind, _)| has(head, kind.as_bytes()));
    let parted = || {
        MAIN_PARTS
            .iter()
            .find(|(part, _)| has(input.bytes, part.as_bytes()))
    };
    if let Some((_, format)) = typed.or_else(parted) {
        return Ok(*format);
    }
    if let Some(kind) = PARTS
        .iter()
        .find(|kind| has(input.bytes, kind.mark.as_bytes()))
    {
        return Err(input.unreadable(kind.what, kind.remedy));
    }
    // A package whose main part has another name, or is named in the middle of a large file, is
    // what its extension promises.
    of_extension(input.path)
        .filter(|format| is_package(*format))
        .ok_or_else(|| input.unreadable("an archive without a text document", "unpack it first"))
}

fn is_package(format: Format) -> bool {
    let mut known = TYPES.iter().chain(MAIN_PARTS);
    known.any(|(_, package)| *package == format)
}

/// Whether `wanted` stands near either end of `bytes`.
fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    let (head, rest) = bytes.split_at(bytes.len().min(SEARCHED));
    let tail = &rest[rest.len() - rest.len().min(SEARCHED)..];
    find(head, wanted) || find(tail, wanted)
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::LoadOptions;

    fn input<'a>(bytes: &'a [u8], options: &'a LoadOptions) -> Input<'a> {
        Input {
            path: Path::new("a"),
            bytes,
            options,
        }
    }

    fn compound(stream: &str) -> String {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = [b"\xD0\xCF\x11\xE0".as_slice(), &name].concat();
        refuse_compound(&input(&bytes, &LoadOptions::default())).to_string()
    }

    #[test]
    fn a_compound_file_is_called_what_it_is() {
        for (stream, said) in [
            (
                "EncryptedPackage",
                "locked with a password; open it with its password",
            ),
            (
                "__properties_version1.0",
                "an Outlook message; save it as .eml",
            ),
            ("Workbook", "an old binary workbook"),
            ("Contents", "an old binary Office file"),
        ] {
            assert!(compound(stream).contains(said), "{stream}");
        }
    }

    #[test]
    fn a_word_file_is_known_unless_it_hangs_on_a_mail() {
        let sniffed = |streams: &[&str]| {
            let names = streams.iter().flat_map(|name| name.encode_utf16());
            let names: Vec<u8> = names.flat_map(u16::to_le_bytes).collect();
            let bytes = [b"\xD0\xCF\x11\xE0".as_slice(), &names].concat();
            sniff_compound(&input(&bytes, &LoadOptions::default())).ok()
        };
        assert_eq!(sniffed(&["Workbook", WORD]), Some(Format::Doc));
        assert_eq!(sniffed(&["__properties_version1.0", WORD]), None);
        assert_eq!(sniffed(&["Workbook"]), None);
    }

    #[test]
    fn an_archive_is_called_what_it_is() {
        for (part, said) in [
            ("xl/workbook.bin", "a binary workbook"),
            ("Index/Document.iwa", "Apple Pages"),
            ("annex/2021.docx", "unpack it and name the documents"),
            ("images/a.jpg", "an archive without a text document"),
        ] {
            let bytes = [b"PK\x03\x04....", part.as_bytes()].concat();
            let error = sniff_archive(&input(&bytes, &LoadOptions::default())).unwrap_err();
            assert!(error.to_string().contains(said), "{error}");
        }
    }

    #[test]
    fn an_archive_without_known_parts_is_what_its_name_says_of_a_package_alone() {
        let options = LoadOptions::default();
        let named = |name: &'static str| {
            let mut input = input(b"PK\x03\x04....", &options);
            input.path = Path::new(name);
            sniff_archive(&input).ok()
        };
        assert_eq!(named("a.docx"), Some(Format::Docx));
        assert_eq!(named("a.pdf"), None);
    }
}
