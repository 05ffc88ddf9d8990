//! What a format reader hands over.

use std::path::Path;

use super::LoadOptions;
use super::facts::Facts;
use crate::error::Error;
use crate::model::{Notice, Original, Place, Role};

/// What to do about a file that is damaged.
pub(super) const DAMAGED: &str = "open it in a word processor and save it again";

/// A file that a password keeps shut, and what to do about it.
pub(super) const LOCKED: &str = "locked with a password";
pub(super) const UNLOCK: &str = "open it with its password and save it without one";

/// Stands between two cells of a table row, in every format.
pub(super) const CELL_SEPARATOR: &str = " | ";

/// The bytes of one file and how to read them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Input<'a> {
    /// The file as named by the user, for errors.
    pub(super) path: &'a Path,
    /// The whole file.
    pub(super) bytes: &'a [u8],
    /// What the user asked for.
    pub(super) options: &'a LoadOptions,
}

impl Input<'_> {
    /// The error that the file cannot be read, with the remedy.
    pub(super) fn unreadable(
        &self,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Error {
        Error::Unreadable {
            path: self.path.to_owned(),
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }

    /// The error that the file has no words.
    pub(super) fn empty(&self) -> Error {
        self.unreadable("empty file", "name a file that holds a statement")
    }

    /// Whether the bytes came without a file's name.
    pub(super) fn is_standard_input(&self) -> bool {
        self.path == Path::new("-")
    }

    /// The file's name without its extension, `stdin` for standard input.
    pub(super) fn stem(&self) -> String {
        if self.is_standard_input() {
            return "stdin".into();
        }
        let stem = self.path.file_stem().unwrap_or(self.path.as_os_str());
        stem.to_string_lossy().into_owned()
    }

    /// The document's name in reports: the label, or the file's stem.
    pub(super) fn id(&self) -> String {
        self.options.label.clone().unwrap_or_else(|| self.stem())
    }
}

/// The blocks of a file in reading order, before repairs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Source {
    /// Paragraphs as the format has them; white space inside is folded to
    /// single blanks, kinds of blank kept.
    pub(super) blocks: Vec<Block>,
    /// What the file says about itself.
    pub(super) properties: Properties,
    /// As [`crate::model::Document::running_headers`].
    pub(super) running_headers: Option<Vec<String>>,
    /// Without spans: the text does not stand yet.
    pub(super) notices: Vec<Notice>,
    /// The file itself, where it is to be kept; its ink is still with the blocks.
    pub(super) original: Option<Box<Original>>,
}

/// One paragraph as the format has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Block {
    /// Its words. A `\n` marks a line break that the author set (an address,
    /// a title of two lines); it becomes a blank in the document.
    pub(super) text: String,
    /// What the format says it is for; [`Role::Body`] where it says nothing.
    pub(super) role: Role,
    /// Where it stands in the file.
    pub(super) place: Place,
    /// Where each of its characters that is no white space comes from, as
    /// [`crate::model::Original::ink`]; empty unless the file is to be kept.
    pub(super) ink: Vec<u32>,
    /// Bytes of its words behind the last tab; 0 where there is none. A page number in a table
    /// of contents stands there.
    pub(super) behind_tab: usize,
}

impl Block {
    /// Appends the origin of `rest`, whose text was appended already, and gives up that of what
    /// was cut from its own end.
    pub(super) fn append_ink(&mut self, rest: Self) {
        if self.ink.is_empty() && rest.ink.is_empty() {
            return;
        }
        // The text holds both by now: what its first part kept is what the rest does not take.
        let kept = inked(&self.text).saturating_sub(rest.ink.len());
        self.ink.truncate(kept);
        self.ink.extend(rest.ink);
    }
}

/// How many characters of a text are no white space.
pub(super) fn inked(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// What a file says about itself outside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Properties {
    /// Title.
    pub(super) title: Option<String>,
    /// Author or organisation.
    pub(super) author: Option<String>,
    /// Date in EDTF, if the file states one for its content.
    pub(super) date: Option<String>,
    /// BCP 47 code.
    pub(super) language: Option<String>,
    /// When it was last saved, in universal time (XML Schema `dateTime`).
    pub(super) modified: Option<String>,
    /// What the front matter says (Markdown).
    pub(super) front_matter: Facts,
}

#[cfg(test)]
pub(in crate::load) mod tests {
    use super::*;
    use crate::error::Result;

    /// What `read` makes of a file of this name.
    pub(in crate::load) fn read_bytes(
        read: impl Fn(&Input) -> Result<Source>,
        name: &str,
        bytes: impl AsRef<[u8]>,
    ) -> Source {
        let options = LoadOptions::default();
        let input = Input {
            path: Path::new(name),
            bytes: bytes.as_ref(),
            options: &options,
        };
        read(&input).unwrap()
    }

    impl Source {
        /// The words of its blocks.
        pub(in crate::load) fn texts(&self) -> Vec<&str> {
            let blocks = self.blocks.iter();
            blocks.map(|block| block.text.as_str()).collect()
        }
    }

    #[test]
    fn what_came_without_a_name_is_called_by_its_stream() {
        let options = LoadOptions::default();
        let stem = |path: &str| {
            let input = Input {
                path: Path::new(path),
                bytes: b"",
                options: &options,
            };
            input.stem()
        };
        assert_eq!([stem("-"), stem("b/a.txt")], ["stdin", "a"]);
    }
}
