//! Reads XML of any kind as text: its words are prose, its markup is not.
//!
//! An element whose words stand among those of the one around it goes on in the line;
//! all others are paragraphs. Input: the bytes of a well-formed file. Output: its
//! paragraphs, with a notice that what its elements mean is not known.

use super::block::{Input, Source};
use super::encoding;
use super::flow::Flow;
use super::formula::Formula;
use super::xml::{Step, Tag, Visitor, walk};
use crate::error::Result;
use crate::model::{Notice, NoticeCode, Role};

/// Elements that stand in a line though nothing stands before them in it.
const INLINE: [&str; 24] = [
    // Names of HTML, of TEI (`hi`, `persName`) and of Akoma Ntoso (`def`, `remark`): what is met
    // most in texts of law and in editions.
    "a",
    "abbr",
    "b",
    "bold",
    "date",
    "def",
    "em",
    "emph",
    "emphasis",
    "hi",
    "i",
    "italic",
    "name",
    "num",
    "persName",
    "placeName",
    "ref",
    "remark",
    "span",
    "strong",
    "sub",
    "sup",
    "term",
    "u",
];

/// Elements that say something of the file and nothing of the text.
const SILENT: [&str; 8] = [
    "meta",
    "metadata",
    "teiHeader",
    "head-meta",
    "style",
    "script",
    "annotation",
    "processing",
];

/// Reads the paragraphs of an XML file.
///
/// # Errors
///
/// When the bytes are no text or the file is not well-formed.
pub(super) fn read(input: &Input) -> Result<Source> {
    let (text, mut notices) = encoding::decode(input)?;
    let mut reader = Reader::default();
    let text = text.trim_start_matches('\u{feff}');
    walk(text, &mut reader).map_err(|flaw| {
        input.unreadable(
            format!("broken XML ({flaw})"),
            "mend it, or save its text as .txt",
        )
    })?;
    notices.push(Notice {
        code: NoticeCode::Reading,
        span: None,
        message: format!(
            "XML with the root `{}` was read as text: what its elements mean is not known",
            reader.root
        ),
    });
    Ok(Source {
        blocks: reader.flow.finish(),
        notices,
        ..Source::default()
    })
}

#[derive(Default)]
struct Reader {
    flow: Flow,
    root: String,
    /// Whether each open element has words of its own so far.
    has_words: Vec<bool>,
    formula: Option<Formula>,
    /// The element before was the number of a part.
    follows_number: bool,
}

impl Visitor for Reader {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        if let Some(formula) = &mut self.formula {
            formula.open(tag.name());
            return Step::Into;
        }
        if self.root.is_empty() {
            tag.name().clone_into(&mut self.root);
        }
        if SILENT.contains(&tag.name()) {
            return Step::Skip;
        }
        if tag.name() == "math" {
            self.formula.insert(Formula::default()).open("math");
            return Step::Into;
        }
        // The number of a part stands before its heading.
        let follows_number = std::mem::take(&mut self.follows_number);
        let goes_on =
            self.has_words.last().copied().unwrap_or(false) || INLINE.contains(&tag.name());
        if follows_number {
            self.flow.text(" ");
        } else if !goes_on {
            self.flow.close_paragraph();
        }
        self.has_words.push(false);
        Step::Into
    }

    fn close(&mut self, name: &str) {
        if let Some(formula) = &mut self.formula {
            if let Some(written) = formula.close() {
                self.formula = None;
                self.flow.formula(&written);
            }
            return;
        }
        self.has_words.pop();
        self.follows_number = name == "num";
        let goes_on = self.has_words.last().copied().unwrap_or(false) || INLINE.contains(&name);
        if !goes_on {
            self.flow.close_paragraph();
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(formula) = &mut self.formula {
            formula.text(text);
            return;
        }
        if !text.trim().is_empty()
            && let Some(has_words) = self.has_words.last_mut()
        {
            // *We cleared <n>12</n> fields*: what stands behind words goes on in their line.
            *has_words = true;
            if !self.flow.in_paragraph() {
                self.flow.open_paragraph(Role::Body);
            }
        }
        self.flow.text(text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::block::tests::read_bytes;
    use super::*;

    #[test]
    fn words_are_read_and_markup_is_not() {
        let xml = "<?xml version='1.0'?>\n<act><meta><x>id-7</x></meta><section>\n <num>1.</num><heading>Scope</heading>\n\
                   <content><p>A fee of <b>40</b> euros &amp; a form.</p><p><b>None</b> is due\n before 2030.</p></content></section></act>";
        let source = read_bytes(read, "a.xml", xml.as_bytes());
        let texts = source.texts();
        assert_eq!(
            texts,
            [
                "1. Scope",
                "A fee of 40 euros & a form.",
                "None is due before 2030."
            ]
        );
        assert!(source.notices[0].message.contains("`act` was read as text"));
    }
}
