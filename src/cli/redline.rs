//! The redline of `verbale diff`: a Word document with tracked changes.
//!
//! Where the text after was read from a Word document, its own file is edited; what
//! comes out is read again, both ways, before it is written. Otherwise, and where that
//! fails, the redline is built from the text.

use verbale::load::{LoadOptions, Tracked, load_bytes};
use verbale::model::{Document, Format, Witness};
use verbale::render::docx;
use verbale::report::{PageInput, Redline};
use verbale::{Error, Result};

use super::args::{DiffArgs, OutputArgs};
use super::output::Output;
use super::{note, source_date};

/// Writes two statements as a Word document with tracked changes.
pub(super) fn write(
    args: &DiffArgs,
    to: &OutputArgs,
    witnesses: &[Witness],
    found: &[PageInput<'_>],
    output: &mut Output,
) -> Result<()> {
    let [input] = found else {
        return Err(Error::Usage {
            problem: "tracked changes hold two statements".to_owned(),
            remedy: "name two, or write html for more".to_owned(),
        });
    };
    let [before, after] = [input.before, input.after].map(|at| &witnesses[at]);
    let redline = Redline::new(before, after, input.comparison, &input.record.changes)
        .with_brief(&input.record.brief);
    let date = source_date::source_date()?;
    let revision = docx::Revision {
        author: &args.author,
        date: date.as_deref(),
    };
    let sides = [&before.document, &after.document];
    // An edited file that does not read as both texts is given up: a wrong redline is worse than a
    // plain one.
    if let Some(bytes) = docx::edit(&redline, revision).filter(|bytes| holds(bytes, sides)) {
        // Tracked changes are made of words, so pictures that went leave no mark.
        let gone = pictures(sides[0]).saturating_sub(pictures(sides[1]));
        if gone > 0 {
            let id = &before.document.id;
            let pictures = if gone == 1 {
                "1 picture is".to_owned()
            } else {
                format!("{gone} pictures are")
            };
            note(
                to,
                &format!("{id}: {pictures} gone, which the redline does not show"),
            );
        }
        return output.with(|out| out.write_all(&bytes));
    }
    if after.document.format == Format::Docx {
        note(
            to,
            &format!(
                "{}: the redline is built from its text, without its own layout",
                after.document.id
            ),
        );
    }
    output.with(|out| docx::write(out, &redline, revision))
}

/// How elements begin that draw a picture or a chart: of today's Word, and of old files.
const PICTURES: [&str; 3] = ["<pic:pic", "<v:imagedata", "<c:chart "];

/// The pictures in the file of a Word document, as far as it is kept.
fn pictures(document: &Document) -> usize {
    let parts = document
        .original
        .iter()
        .flat_map(|original| &original.parts);
    let drawn = parts.flat_map(|part| PICTURES.map(|mark| part.xml.matches(mark).count()));
    drawn.sum()
}

/// Whether a redline reads as the text before with all changes rejected, and as the
/// text after with all accepted.
fn holds(bytes: &[u8], sides: [&Document; 2]) -> bool {
    let ways = [Tracked::Reject, Tracked::Accept];
    ways.into_iter().zip(sides).all(|(tracked, side)| {
        let options = LoadOptions {
            format: Some(Format::Docx),
            tracked,
            ..LoadOptions::default()
        };
        let read = load_bytes("redline.docx", bytes, &options);
        let text = read.map_or_else(|_| String::new(), |read| read.text);
        // Words alone, since layouts of paragraphs and cells may differ where a change was put in.
        words(&text).eq(words(&side.text))
    })
}

/// The words of a text, whatever parts its paragraphs and cells.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| *word != "|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redline_that_reads_as_another_text_is_not_written() {
        let bytes = std::fs::read("fixtures/documents/statement.docx").unwrap();
        let read = |tracked: Tracked| {
            let options = LoadOptions {
                tracked,
                ..LoadOptions::default()
            };
            load_bytes("a.docx", &bytes, &options).unwrap()
        };
        let [before, after] = [Tracked::Reject, Tracked::Accept].map(read);
        let other = Document {
            text: "We go on.".to_owned(),
            ..Document::default()
        };
        assert!(holds(&bytes, [&before, &after]));
        assert!(!holds(&bytes, [&other, &after]) && !holds(&bytes, [&before, &other]));
    }
}
