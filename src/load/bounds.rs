//! Bounds what is read by its lines: each may become a paragraph, which takes a
//! hundred bytes, where a line may have two.

use super::block::Input;
use crate::error::Result;
use crate::model::Format;

/// The most lines, or tags, of one file; a statement has some hundreds.
pub(super) const MAX_LINES: usize = 1_000_000;

/// Refuses text in `format` with more than [`MAX_LINES`] of what ends paragraphs.
/// The other formats bound what they unpack.
///
/// # Errors
///
/// `Error::Unreadable`.
pub(super) fn check_lines(input: &Input<'_>, format: Format) -> Result<()> {
    let count = |ends: &dyn Fn(u8) -> bool| input.bytes.iter().filter(|byte| ends(**byte)).count();
    let lines = match format {
        Format::Text | Format::Markdown | Format::Csv => {
            count(&|byte| matches!(byte, b'\n' | b'\r'))
        }
        // A whole page may stand on one line: its tags end paragraphs.
        Format::Html | Format::Xml | Format::Fodt => count(&|byte| matches!(byte, b'\n' | b'<')),
        Format::Rtf => paragraph_marks(input.bytes),
        _ => 0,
    };
    if lines > MAX_LINES {
        let problem = format!("more than {MAX_LINES} lines or tags");
        return Err(input.unreadable(problem, "split it into single statements"));
    }
    Ok(())
}

/// Control words of RTF that end a paragraph, a cell or a row.
fn paragraph_marks(bytes: &[u8]) -> usize {
    let marks = bytes.split(|byte| *byte == b'\\').skip(1);
    // `\pard` and `\rowd` count too: rather more than there are than fewer.
    let ends = |word: &&[u8]| {
        [b"par".as_slice(), b"cell", b"row"]
            .iter()
            .any(|end| word.starts_with(end))
    };
    marks.filter(ends).count()
}

#[cfg(test)]
mod tests {
    use crate::load::{LoadOptions, load_bytes};

    #[test]
    fn a_text_of_more_lines_than_any_statement_is_refused() {
        for (name, piece) in [
            ("a.txt", "a\n"),
            ("b.txt", "a\r"),
            ("a.md", "a\n"),
            ("a.html", "<p>a"),
            ("a.rtf", "\\par a"),
            ("b.rtf", "\\cell a"),
            ("c.rtf", "\\row a"),
        ] {
            let text = match name {
                "a.html" => "<!doctype html>".to_owned(),
                name if name.ends_with("rtf") => "{\\rtf1 ".to_owned(),
                _ => String::new(),
            } + &piece.repeat(super::MAX_LINES + 1);
            let error = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap_err();
            assert!(
                error.to_string().contains("more than 1000000 lines"),
                "{name}: {error}"
            );
        }
    }
}
