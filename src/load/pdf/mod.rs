//! Reads pdf files that have a text layer.
//!
//! Input: the bytes of a file. Output: its paragraphs in reading order, each
//! with the page of its first word. Running heads and page numbers are left
//! out with a notice, footnotes are set apart, words cut at line ends are
//! joined. A file whose letters cannot be told is an error, never noise.

mod catch_panics;
mod columns;
mod decoded_len;
mod direction;
mod display;
mod drawn_glyph;
mod field;
mod fraction;
mod glyph;
mod interpret;
mod join;
mod layout;
mod limits;
mod line;
mod line_numbers;
mod note;
mod overlap;
mod paragraph;
pub(super) mod process;
mod row;
mod running_headers;
mod super_subscript;
mod symbol;
mod table;
mod text_string;

use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::hayro_syntax::object::String as PdfString;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::catch_panics::catch_panics;
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
    match &input.options.pdf_process {
        Some(process) => process::read(input, process),
        None => read_here(input),
    }
}

/// Reads the file in this process.
fn read_here(input: &Input<'_>) -> Result<Source> {
    // Before the file is opened, which unpacks the streams that hold its objects.
    limits::check_streams(input.bytes).map_err(|_| too_much(input))?;
    let (pages, properties) =
        // The interpreter cannot be asked to stop, so the budgets unwind out of it.
        catch_panics(|| draw(input)).unwrap_or_else(|cause| match cause.downcast::<Stopped>() {
            Ok(_) => Err(too_much(input)),
            Err(_) => Err(broken(input)),
        })?;
    let unmapped = check_text(input, &pages)?;
    let turned: usize = pages.iter().map(|page| page.turned).sum();
    let layout = layout::set_out(pages);
    let mut notices = Vec::new();
    if layout.dropped > 0 {
        notices.push(notice(
            NoticeCode::DroppedPageFurniture,
            format!("left out {} running heads and page numbers", layout.dropped),
        ));
    }
    if layout.line_numbers > 0 {
        notices.push(notice(
            NoticeCode::DroppedPageFurniture,
            format!("left out {} numbers of lines", layout.line_numbers),
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
    if turned > 0 {
        notices.push(notice(
            NoticeCode::Reading,
            format!("left out {turned} letters of lines that run up or down their page"),
        ));
    }
    Ok(Source {
        blocks: layout.blocks,
        properties,
        notices,
        ..Source::default()
    })
}

/// The letters of a file and what it says about itself.
fn draw(input: &Input<'_>) -> Result<(Vec<Page>, Properties)> {
    let pdf = open(input)?;
    limits::check_pages(&pdf).map_err(|_| too_much(input))?;
    Ok((interpret::pages(&pdf), properties(&pdf)))
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
    // First: a file none of whose letters are known has a text layer, and its OCR has to be forced.
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

fn too_much(input: &Input<'_>) -> crate::error::Error {
    input.unreadable(
        "more drawing or packed data than a statement has",
        "export the text alone",
    )
}

fn broken(input: &Input<'_>) -> crate::error::Error {
    input.unreadable("a broken or cut-off pdf", "download or export it again")
}

fn properties(pdf: &Pdf) -> Properties {
    let metadata = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| {
        let text = text_string::decode(bytes.as_deref()?);
        Some(text.trim().to_owned()).filter(|text| !text.is_empty() && !is_placeholder(text))
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

/// Whether a title or an author is what programs write where nobody did.
fn is_placeholder(text: &str) -> bool {
    let text = text.to_lowercase();
    // *(anonymous)*, *(unspecified)*
    text.starts_with('(') || text.starts_with("untitled") || text.starts_with("microsoft word - ")
}

fn notice(code: NoticeCode, message: String) -> Notice {
    Notice {
        code,
        span: None,
        message,
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::super::block::Block;
    use super::*;
    use crate::load::LoadOptions;
    use crate::model::Role;

    const STATEMENT: [&str; 4] = [
        "typst-spaced",
        "typst-columns",
        "weasyprint-indent",
        "reportlab-ragged",
    ];

    fn fixture(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures/documents")
            .join(name)
    }

    fn read_bytes(bytes: &[u8]) -> Result<Source> {
        read(&Input {
            path: Path::new("statement.pdf"),
            bytes,
            options: &LoadOptions::default(),
        })
    }

    fn read_fixture(name: &str) -> Result<Source> {
        read_bytes(&std::fs::read(fixture(&format!("{name}.pdf"))).unwrap())
    }

    fn without_mark(text: &str) -> &str {
        text.trim_start_matches(|letter: char| letter.is_ascii_digit() || ". •".contains(letter))
    }

    #[test]
    fn every_style_gives_the_paragraphs_of_the_statement() {
        let statement = std::fs::read_to_string(fixture("statement.pdf.txt")).unwrap();
        for name in STATEMENT {
            let source = read_fixture(name).unwrap();
            let read: Vec<&str> = source
                .blocks
                .iter()
                .filter(|block| block.role != Role::Note)
                .map(|block| match block.role {
                    Role::ListItem => without_mark(&block.text),
                    _ => &block.text,
                })
                .collect();
            assert_eq!(read.join("\n"), statement.trim_end(), "{name}");
        }
    }

    #[test]
    fn footnotes_are_set_apart() {
        let source = read_fixture("typst-spaced").unwrap();
        let notes: Vec<&str> = source
            .blocks
            .iter()
            .filter(|block| block.role == Role::Note)
            .map(|block| block.text.as_str())
            .collect();
        assert_eq!(
            notes,
            [
                "Figures of the national survey office, as of 31 December 2023.",
                "Report to the third meeting, page 12."
            ]
        );
    }

    #[test]
    fn a_block_names_the_page_of_its_first_word() {
        let source = read_fixture("weasyprint-indent").unwrap();
        let body = |block: &&Block| block.role != Role::Note;
        let page = |block: Option<&Block>| block.unwrap().place.page;
        assert_eq!(page(source.blocks.iter().find(body)), Some(1));
        assert_eq!(page(source.blocks.iter().rfind(body)), Some(2));
    }

    #[test]
    fn running_heads_leave_a_notice() {
        let source = read_fixture("typst-spaced").unwrap();
        assert!(
            source
                .notices
                .iter()
                .any(|notice| notice.code == NoticeCode::DroppedPageFurniture)
        );
        assert!(
            !source
                .blocks
                .iter()
                .any(|block| block.text.contains("Check against delivery"))
        );
    }

    #[test]
    fn arabic_comes_in_reading_order() {
        let source = read_fixture("arabic").unwrap();
        assert_eq!(
            source.blocks[1].text,
            "أعادت فرقنا في عام 2023 نحو 96 كيلومترا مربعا إلى أصحابها، وعادت 2350 أسرة إلى بيوتها (في الشمال) بعد سنوات طويلة من الانتظار."
        );
        assert_eq!(source.properties.language.as_deref(), Some("ar"));
    }

    #[test]
    fn title_and_author_are_those_of_the_file() {
        let properties = read_fixture("weasyprint-indent").unwrap().properties;
        assert_eq!(properties.title.as_deref(), Some("Statement of Marenia"));
        assert_eq!(properties.author.as_deref(), Some("Mission of Marenia"));
        assert_eq!(
            read_fixture("reportlab-ragged").unwrap().properties.title,
            None
        );
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_remedy() {
        let whole = std::fs::read(fixture("typst-spaced.pdf")).unwrap();
        let cases = [
            (read_fixture("scan"), "no text layer (2 pages, 2 images)"),
            (read_fixture("locked"), "locked with a password"),
            (read_bytes(b"%PDF-1.7\nnothing"), "a broken or cut-off pdf"),
            (read_bytes(&whole[..600]), "a broken or cut-off pdf"),
            (read_bytes(b""), "a broken or cut-off pdf"),
        ];
        for (result, problem) in cases {
            let message = result.unwrap_err().to_string();
            assert!(message.contains(problem), "{message}");
        }
    }

    /// A file of one page with two form fields, one of which is not drawn, that draws `content` with a font of two-byte codes that
    /// are said to be Unicode.
    fn drawn(content: &str) -> Vec<Block> {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R \
             /Resources << /Font << /F1 5 0 R >> >> /Annots [8 0 R 10 0 R] >>"
                .to_owned(),
            format!(
                "<< /Length {} >>\nstream\n{content}\nendstream",
                content.len()
            ),
            "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H \
             /DescendantFonts [6 0 R] /ToUnicode /Identity-H >>"
                .to_owned(),
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /DW 500 \
             /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> \
             /FontDescriptor 7 0 R /CIDToGIDMap /Identity >>"
                .to_owned(),
            "<< /Type /FontDescriptor /FontName /Plain /Flags 4 >>".to_owned(),
            "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 200 250 220] /AP << /N 9 0 R >> >>"
                .to_owned(),
            format!(
                "<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Length {} \
                 /Resources << /Font << /F1 5 0 R >> >> >>\nstream\n{FIELD}\nendstream",
                FIELD.len()
            ),
            "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [50 150 250 170] /Parent << /V (12 nets) >> >>"
                .to_owned(),
        ];
        let numbered = (1..).zip(objects);
        let objects: Vec<String> = numbered
            .map(|(number, object)| format!("{number} 0 obj\n{object}\nendobj\n"))
            .collect();
        let objects = objects.concat();
        let file = format!("%PDF-1.7\n{objects}trailer\n<< /Root 1 0 R >>\n%%EOF\n");
        read_bytes(file.as_bytes()).unwrap().blocks
    }

    /// *19 boats*.
    const FIELD: &str = "BT /F1 10 Tf 2 5 Td <003100390020 0062006F006100740073> Tj ET";

    #[test]
    fn what_was_typed_into_a_field_is_read_where_it_stands() {
        let blocks =
            drawn("BT /F1 10 Tf 50 300 Td <004C006F00730073> Tj 0 -200 Td <0045006E0064> Tj ET");
        let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["Loss", "19 boats", "12 nets", "End"]);
    }

    #[test]
    fn codes_that_are_said_to_be_unicode_are_read_as_such() {
        let blocks = drawn("BT /F1 10 Tf 50 300 Td <0036003000200077006500 6C006C0073> Tj ET");
        assert_eq!(blocks[0].text, "60 wells");
    }

    #[test]
    fn damaged_bytes_are_read_or_refused() {
        let whole = std::fs::read(fixture("reportlab-ragged.pdf")).unwrap();
        let mut state: u64 = 7;
        let mut random = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(state >> 33).unwrap() % below
        };
        for _ in 0..60 {
            let mut bytes = whole.clone();
            for _ in 0..=random(8) {
                let at = random(bytes.len());
                bytes[at] = u8::try_from(random(256)).unwrap();
            }
            bytes.truncate(whole.len() - random(whole.len() / 4));
            let _ = read_bytes(&bytes);
        }
    }
}
