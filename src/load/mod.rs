//! Reads files into documents.
//!
//! Input: bytes of a file in one of the formats of `format::FORMATS`.
//! Output: a [`Document`] whose text is the statement's own words, a paragraph
//! a line. What was mended, guessed or dropped on the way is in its notices.

#[cfg(feature = "office")]
mod archive;
mod assemble;
mod block;
mod bounds;
mod bytes;
mod container;
mod contents;
mod csv;
mod dates;
#[cfg(feature = "office")]
mod doc;
#[cfg(feature = "office")]
mod docx;
mod double_spacing;
#[cfg(feature = "office")]
mod email;
mod emphasis;
mod encoding;
#[cfg(feature = "office")]
mod epub;
mod facts;
mod file_name;
mod file_order;
mod flow;
mod format;
mod formula;
mod front_matter;
mod header;
mod html;
#[cfg(feature = "cli")]
pub mod inputs;
pub mod jsonl;
mod language;
mod layout;
mod line_joins;
mod lines;
mod links;
mod markdown;
mod markup;
mod metadata;
mod misread;
mod months;
mod numbering;
#[cfg(feature = "office")]
mod ods;
#[cfg(feature = "office")]
mod odt;
#[cfg(feature = "office")]
mod opc;
mod page_breaks;
mod parties;
mod party_table;
#[cfg(feature = "pdf")]
mod pdf;
mod phrases;
#[cfg(feature = "office")]
mod pptx;
mod properties;
mod roles;
mod row;
mod row_ends;
mod row_lines;
mod row_text;
pub mod rows;
mod rtf;
mod running_headers;
mod several;
mod sheet;
mod sniff;
mod spans;
mod stdin;
mod superscript;
mod symbol_fonts;
mod text;
mod text_table;
mod tracked;
#[cfg(feature = "office")]
mod xlsx;
mod xml;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use block::Input;

use crate::error::{Error, Result};
use crate::model::{Document, Format, Language};
pub use file_order::{by_date, name_apart};
pub use language::share_language;
pub(crate) use parties::{parties_in, regions_in};
#[cfg(feature = "pdf")]
pub use pdf::process::{PdfProcess, serve as serve_pdf};
pub(crate) use phrases::is_congratulation;
pub use row::document_of_text;
pub use several::load_all;
pub use stdin::stdin_holds_rows;
pub use tracked::Tracked;

/// The largest file that is read, in bytes (256 MiB); a statement is some
/// kilobytes, and spans are 32 bits wide.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// The largest text, Markdown or HTML file, in bytes (32 MiB, five million
/// words); reading takes up to ten times that in memory.
pub const MAX_TEXT_BYTES: u64 = 32 << 20;

/// How to read a file.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// The format, where the bytes should not decide.
    pub format: Option<Format>,
    /// The language, where the text should not decide.
    pub language: Option<Language>,
    /// Overrides the delegation found in the file.
    pub delegation: Option<String>,
    /// Overrides the date found in the file (EDTF).
    pub date: Option<String>,
    /// Overrides the title found in the file.
    pub title: Option<String>,
    /// Name in reports instead of the file's.
    pub label: Option<String>,
    /// What the parts of the file's name mean: `{iso3}_{session}_{year}`.
    pub name_pattern: Option<String>,
    /// Which text to read where changes are tracked.
    pub tracked: Tracked,
    /// Whether a Word document keeps its file, so that a redline can be written in it.
    pub keeps_original: bool,
    /// Beginnings of paragraphs that say nothing, beside the salutations and
    /// thanks that are known; in upper or lower case.
    pub boilerplate: Vec<String>,
    /// The process that reads pdf files, which anybody may have made to harm;
    /// `None` reads them in this one.
    #[cfg(feature = "pdf")]
    pub pdf_process: Option<PdfProcess>,
}

/// Reads the statement at `path`; `-` is standard input.
///
/// # Errors
///
/// When the file is missing, a directory, or holds no statement in a format
/// that is read here.
pub fn load(path: &Path, options: &LoadOptions) -> Result<Document> {
    let bytes = read_file(path)?;
    read_document(path, &bytes, options)
}

/// Reads the statement in `bytes`; `name` stands for it in errors and reports.
///
/// # Errors
///
/// When the bytes hold no statement in a format that is read here.
pub fn load_bytes(name: &str, bytes: &[u8], options: &LoadOptions) -> Result<Document> {
    read_document(Path::new(name), bytes, options)
}

fn read_document(path: &Path, bytes: &[u8], options: &LoadOptions) -> Result<Document> {
    let input = Input {
        path,
        bytes,
        options,
    };
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large(path, MAX_FILE_BYTES));
    }
    // Before its format is asked for: an empty file has none.
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(input.empty());
    }
    // What Git LFS leaves in place of a file is plain text, and would be read as a statement of
    // three lines.
    if sniff::is_pointer(bytes) {
        return Err(input.unreadable(sniff::LFS_PROBLEM, sniff::LFS_REMEDY));
    }
    let format = format::detect(&input)?;
    // These are decoded as a whole; packed formats bound what each of their parts unpacks to.
    let is_text = matches!(
        format,
        Format::Text | Format::Markdown | Format::Html | Format::Csv | Format::Xml | Format::Fodt
    );
    if is_text && bytes.len() as u64 > MAX_TEXT_BYTES {
        return Err(too_large(path, MAX_TEXT_BYTES));
    }
    bounds::check_lines(&input, format)?;
    let source = format::reader(format, &input)?(&input)?;
    assemble::assemble(source, format, &input)
}

/// The bytes of the file at `path`; one byte more than allowed is read of a
/// larger one, so that a pipe cannot fill the memory.
fn read_file(path: &Path) -> Result<Vec<u8>> {
    let failed = |source| Error::cannot_read(path, source);
    let mut bytes = Vec::new();
    let read = |from: &mut dyn Read, bytes: &mut Vec<u8>| {
        from.take(MAX_FILE_BYTES + 1)
            .read_to_end(bytes)
            .map_err(failed)
    };
    // A file named so is `./-`.
    if path == Path::new("-") {
        read(&mut stdin::reader(), &mut bytes)?;
    } else {
        let mut file = open(path)?;
        // A pipe has no size, and a file of /proc says 0.
        let size = file.metadata().map_or(0, |metadata| metadata.len());
        bytes.reserve_exact(usize::try_from(size.min(MAX_FILE_BYTES)).unwrap_or(0) + 1);
        read(&mut file, &mut bytes)?;
    }
    Ok(bytes)
}

fn too_large(path: &Path, most: u64) -> Error {
    Error::Unreadable {
        path: path.to_owned(),
        problem: format!("larger than {} MiB", most >> 20),
        remedy: "split it into single statements".into(),
    }
}

/// Opens the file at `path`, which is no directory.
pub(crate) fn open(path: &Path) -> Result<File> {
    let error = |source| Error::cannot_read(path, source);
    let file = File::open(path).map_err(error)?;
    if file.metadata().map_err(error)?.is_dir() {
        return Err(Error::Directory {
            path: path.to_owned(),
        });
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn load_text(text: &str) -> Document {
        load_bytes("note.txt", text.as_bytes(), &LoadOptions::default()).unwrap()
    }

    #[test]
    fn paragraphs_of_a_text_stand_one_a_line() {
        let document = load_text("Mr. President,\n\nWe cleared\r\n12 fields.\n");
        assert_eq!(document.text, "Mr. President,\nWe cleared 12 fields.");
        assert_eq!(document.id, "note");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = load(Path::new("nowhere/none.txt"), &LoadOptions::default()).unwrap_err();
        assert!(matches!(error, Error::Missing { .. }), "{error}");
    }

    #[test]
    fn standard_input_has_no_title() {
        let read = |path: &str| load_bytes(path, b"We thank all.", &LoadOptions::default());
        let title = |path: &str| read(path).expect("it is text").metadata.title;
        assert_eq!(title("-"), None);
        assert!(title("thanks.txt").is_some());
    }

    #[test]
    fn a_directory_is_no_statement() {
        let error = load(Path::new("src"), &LoadOptions::default()).unwrap_err();
        assert!(matches!(error, Error::Directory { .. }), "{error}");
    }

    #[test]
    fn a_file_without_words_is_an_error_with_a_remedy() {
        for bytes in [&b""[..], b" \n\t\n", b"\xEF\xBB\xBF\n"] {
            let error = load_bytes("a.txt", bytes, &LoadOptions::default()).unwrap_err();
            assert!(error.to_string().contains("empty file; name"), "{error}");
        }
    }

    #[test]
    fn a_pointer_of_git_lfs_is_no_statement() {
        let bytes = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n";
        for name in ["a.txt", "a.docx"] {
            let error = load_bytes(name, bytes, &LoadOptions::default()).unwrap_err();
            assert!(error.to_string().contains("run `git lfs pull`"), "{error}");
        }
    }

    #[test]
    fn a_text_longer_than_any_statement_is_refused() {
        let bytes = vec![b'a'; (32 << 20) + 1];
        let error = load_bytes("a.txt", &bytes, &LoadOptions::default()).unwrap_err();
        assert!(error.to_string().contains("larger than 32 MiB"), "{error}");
    }

    /// Spans ascend, abut but for one separator, and cover the text.
    fn assert_covered(document: &Document) {
        let mut end = 0;
        for (nth, paragraph) in document.paragraphs.iter().enumerate() {
            let start = end + usize::from(nth > 0);
            assert_eq!(paragraph.span.start as usize, start);
            let words = paragraph.span.of(&document.text);
            assert!(!words.is_empty() && !words.contains('\n') && words.trim() == words);
            assert!(paragraph.span.contains(paragraph.numbering));
            end = paragraph.span.end as usize;
        }
        assert_eq!(end, document.text.len());
    }

    const PIECES: &[&str] = &[
        "Mr. President",
        "we cleared ",
        "12 ",
        "\n",
        "\n\n",
        "\r\n",
        "\u{c}",
        "- ",
        "(a) ",
        "**",
        "_",
        "> ",
        "# ",
        "[x](/y)",
        "5 May 2021",
        "Заявление ",
        "我们",
        "،",
        "\u{a0}",
        "\u{ad}",
        "\u{2010}\n",
        "-",
        ",",
        ".",
        "|",
        "`",
        "---\n",
        "1. ",
    ];

    proptest! {
        #[test]
        fn any_bytes_load_or_give_an_error(
            bytes in prop::collection::vec(any::<u8>(), 0..600),
            name in prop::sample::select(vec!["a.md", "a.txt"]),
        ) {
            if let Ok(document) = load_bytes(name, &bytes, &LoadOptions::default()) {
                assert_covered(&document);
            }
        }

        #[test]
        fn any_text_loads_into_paragraphs_that_cover_it(
            pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60),
            name in prop::sample::select(vec!["a.md", "a.txt"]),
        ) {
            if let Ok(document) = load_bytes(name, pieces.concat().as_bytes(), &LoadOptions::default()) {
                assert_covered(&document);
            }
        }
    }
}
