//! Reads pdf files that have a text layer.
//!
//! Input: the bytes of a file. Output: its paragraphs in reading order, each
//! with the page of its first word. Running heads and page numbers are left
//! out with a notice, footnotes are set apart, words cut at line ends are
//! joined. A file whose letters cannot be told is an error, never noise.

mod columns;
mod direction;
mod furniture;
mod glyph;
mod interpret;
mod join;
mod layout;
mod line;
mod note;
mod paragraph;
mod raised;
mod row;
mod symbol;
mod table;
mod text_string;

use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::String as PdfString;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::glyph::Page;
use self::interpret::Stopped;
use super::block::{Input, Properties, Source};
use crate::error::Result;
use crate::model::{Notice, NoticeCode};

/// Pages in one file.
const MAX_PAGES: usize = 2_000;

/// Glyphs without a known character that make a file unreadable, in percent.
const MAX_UNMAPPED: usize = 30;

/// The paragraphs of a pdf file.
///
/// # Errors
///
/// When the file is locked with a password, broken, too long, a scan without
/// text, or does not say what its letters are.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let pdf = open(input)?;
    let pages = interpret::pages(&pdf).map_err(|stopped| match stopped {
        Stopped::TooMuch => {
            input.unreadable("too much drawing for a statement", "export the text alone")
        }
        Stopped::Broken => broken(input),
    })?;
    let unmapped = check_text(input, &pages)?;
    let layout = layout::set_out(pages);
    let mut notices = Vec::new();
    if layout.dropped > 0 {
        notices.push(notice(
            NoticeCode::DroppedPageFurniture,
            format!("left out {} running heads and page numbers", layout.dropped),
        ));
    }
    if layout.joined > 0 {
        notices.push(notice(
            NoticeCode::JoinedPageBreak,
            format!("joined {} paragraphs across page breaks", layout.joined),
        ));
    }
    if unmapped > 0 {
        notices.push(notice(
            NoticeCode::Reading,
            format!("left out {unmapped} letters of fonts that do not say what they are"),
        ));
    }
    Ok(Source {
        blocks: layout.blocks,
        properties: properties(&pdf),
        notices,
    })
}

fn open(input: &Input<'_>) -> Result<Pdf> {
    let pdf = Pdf::new(input.bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => input.unreadable(
            "locked with a password",
            "save a copy without one, for example `qpdf --decrypt --password=… in.pdf out.pdf`",
        ),
        LoadPdfError::Decryption(_) => input.unreadable(
            "encrypted in a way that is not known",
            "save a copy without encryption",
        ),
        LoadPdfError::Invalid => broken(input),
    })?;
    match pdf.pages().len() {
        0 => Err(broken(input)),
        1..=MAX_PAGES => Ok(pdf),
        pages => Err(input.unreadable(
            format!("{pages} pages, more than {MAX_PAGES}"),
            "cut the statement out of it first",
        )),
    }
}

/// Checks that the pages have text; returns how many glyphs have no known character.
fn check_text(input: &Input<'_>, pages: &[Page]) -> Result<usize> {
    let count = |of: fn(&Page) -> usize| pages.iter().map(of).sum::<usize>();
    let letters = count(|page| {
        page.glyphs
            .iter()
            .filter(|glyph| !glyph.letter.is_whitespace())
            .count()
    });
    let unmapped = count(|page| page.unmapped);
    let images = count(|page| page.images);
    if unmapped * 100 > (letters + unmapped) * MAX_UNMAPPED {
        let percent = unmapped * 100 / (letters + unmapped);
        return Err(input.unreadable(
            format!("{percent} % of the letters have no known character"),
            "run OCR, for example `ocrmypdf --force-ocr in.pdf out.pdf`",
        ));
    }
    if letters == 0 {
        return Err(input.unreadable(
            format!("no text layer ({} pages, {images} images)", pages.len()),
            "run OCR first, for example `ocrmypdf scan.pdf out.pdf`",
        ));
    }
    Ok(unmapped)
}

fn broken(input: &Input<'_>) -> crate::error::Error {
    input.unreadable("a broken or cut-off pdf", "download or export it again")
}

fn properties(pdf: &Pdf) -> Properties {
    let metadata = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| {
        let text = text_string::decode(bytes.as_deref()?);
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    let language = pdf
        .xref()
        .get::<Dict<'_>>(pdf.xref().root_id())
        .and_then(|catalog| catalog.get::<PdfString<'_>>(b"Lang"))
        .map(|code| text_string::decode(code.as_bytes()))
        .filter(|code| !code.is_empty());
    Properties {
        title: text(&metadata.title),
        author: text(&metadata.author),
        language,
        ..Properties::default()
    }
}

fn notice(code: NoticeCode, message: String) -> Notice {
    Notice {
        code,
        span: None,
        message,
    }
}
