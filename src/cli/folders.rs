//! Two folders, whose statements are paired: by delegation and title, then by
//! name. Only what is sure is paired: one statement on either side.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use verbale::load::name_apart;
use verbale::model::{Document, Notice, NoticeCode};
use verbale::{Error, Result};

use super::args::{OutputArgs, ReadingArgs};
use super::read_errors::ReadErrors;
use super::reading::{inputs, load_all};

/// The statements of two folders, and which of them correspond.
pub(super) struct Folders {
    /// Those of the folder before first.
    pub(super) documents: Vec<Document>,
    /// Positions, before and after, in the order of the folder after.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Positions of those without a partner.
    pub(super) lone: Vec<usize>,
}

/// The two folders that `names` are; `None` where no folder is among them or one
/// alone stands for its statements.
///
/// # Errors
///
/// `Error::Directory` for a folder beside a file.
pub(super) fn folders(names: &[PathBuf]) -> Result<Option<[&Path; 2]>> {
    match names {
        [before, after] if before.is_dir() && after.is_dir() => Ok(Some([before, after])),
        // One folder alone is a list of statements, each compared with the one before.
        [_] => Ok(None),
        names => match names.iter().find(|name| name.is_dir()) {
            Some(folder) => Err(Error::Directory {
                path: folder.clone(),
            }),
            None => Ok(None),
        },
    }
}

/// The files of two folders.
pub(super) struct FolderFiles {
    folders: [PathBuf; 2],
    files: [Vec<PathBuf>; 2],
}

impl FolderFiles {
    /// Lists them; what is none is told to `errors`.
    pub(super) fn list(
        folders: [&Path; 2],
        args: &ReadingArgs,
        output: &OutputArgs,
        errors: &mut ReadErrors,
    ) -> Result<Self> {
        let mut list = |folder: &Path| -> Result<Vec<PathBuf>> {
            let (files, own) = inputs(&[folder.to_owned()], args, output)?;
            errors.join(own);
            Ok(files)
        };
        Ok(Self {
            files: [list(folders[0])?, list(folders[1])?],
            folders: folders.map(Path::to_owned),
        })
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<PathBuf> {
        self.files.concat()
    }

    /// Reads the statements and pairs them.
    pub(super) fn read(
        self,
        args: &ReadingArgs,
        output: &OutputArgs,
        errors: &mut ReadErrors,
    ) -> Folders {
        let [before, after] = self.files.each_ref().map(Vec::as_slice);
        let mut documents = load_all(before, args, Some(output), errors);
        // Both sides stand in one list; those from here on are after.
        let count = documents.len();
        documents.extend(load_all(after, args, Some(output), errors));
        name_apart(&mut documents);
        let keys = |at: usize, document: &Document| {
            let folder = &self.folders[usize::from(at >= count)];
            [
                by_speech(document),
                by_path(document, folder),
                by_words(document, folder),
            ]
        };
        let keys: Vec<[Option<String>; 3]> = documents
            .iter()
            .enumerate()
            .map(|(at, document)| keys(at, document))
            .collect();
        let (pairs, lone) = pairs(&keys, count);
        for &at in &lone {
            documents[at].notices.push(no_partner(at < count));
        }
        Folders {
            documents,
            pairs,
            lone,
        }
    }
}

fn no_partner(is_before: bool) -> Notice {
    let (code, message) = if is_before {
        (
            NoticeCode::OnlyBefore,
            "no statement of the folder after corresponds",
        )
    } else {
        (
            NoticeCode::OnlyAfter,
            "no statement of the folder before corresponds",
        )
    };
    Notice {
        code,
        span: None,
        message: message.to_owned(),
    }
}

/// Pairs what has one key, the first kind of key first; `count` stand before.
/// Beside the pairs what is left alone.
fn pairs<const N: usize>(
    keys: &[[Option<String>; N]],
    count: usize,
) -> (Vec<(usize, usize)>, Vec<usize>) {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut is_lone = vec![true; keys.len()];
    for kind in 0..N {
        let mut sides: BTreeMap<&str, [Vec<usize>; 2]> = BTreeMap::new();
        for (at, keys) in keys.iter().enumerate() {
            // A surer key goes first; what it paired is no candidate of a weaker one.
            if let Some(key) = keys[kind].as_deref().filter(|_| is_lone[at]) {
                sides.entry(key).or_default()[usize::from(at >= count)].push(at);
            }
        }
        for sides in sides.values() {
            // Two statements of one key on a side are not told apart by it: neither is paired.
            if let [[before], [after]] = sides.each_ref().map(Vec::as_slice) {
                pairs.push((*before, *after));
                (is_lone[*before], is_lone[*after]) = (false, false);
            }
        }
    }
    pairs.sort_unstable_by_key(|&(_, after)| after);
    let lone = (0..keys.len()).filter(|&at| is_lone[at]).collect();
    (pairs, lone)
}

/// Who speaks, and the words of the title: years and sessions step on.
fn by_speech(document: &Document) -> Option<String> {
    let metadata = &document.metadata;
    let who = metadata.delegation.as_ref()?;
    let title = metadata.title.as_ref()?;
    let words = words(&title.value);
    (!words.is_empty()).then(|| format!("{}\n{words}", who.value.to_lowercase()))
}

/// The path in the folder, without its extension.
fn by_path(document: &Document, folder: &Path) -> Option<String> {
    let path = Path::new(document.path.as_deref()?);
    // *2021/marenia.docx* corresponds to *2022/marenia.pdf*.
    let inner = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    Some(inner.to_string_lossy().to_lowercase())
}

/// The words of the path in the folder.
fn by_words(document: &Document, folder: &Path) -> Option<String> {
    let words = words(&by_path(document, folder)?);
    (!words.is_empty()).then_some(words)
}

/// The words of a text that have no digit, in lower case.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    // Years, sessions and numbers of versions step on from folder to folder: *statement-2021*,
    // *statement-2022*.
    let plain = words.filter(|word| !word.is_empty() && !word.contains(|c: char| c.is_numeric()));
    plain.collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_one_key_on_either_side_is_paired_the_surer_key_first() {
        let key = |keys: [&str; 2]| keys.map(|key| Some(key.to_owned()));
        let before = [key(["a", "x"]), key(["b", "y"]), key(["c", "z"])];
        let after = [key(["b", "x"]), key(["d", "z"]), key(["d", "q"])];
        let keys = [before, after].concat();
        assert_eq!(pairs(&keys, 3), (vec![(1, 3), (2, 4)], vec![0, 5]));
    }

    #[test]
    fn a_key_that_stands_twice_pairs_nothing() {
        let key = |key: &str| [Some(key.to_owned())];
        assert_eq!(pairs(&[key("a"), key("a"), key("a")], 1).0, []);
    }

    #[test]
    fn years_and_sessions_are_no_words_of_a_title() {
        assert_eq!(
            words("Statement on 19MSP, 2021: Clearance"),
            "statement on clearance"
        );
    }

    #[test]
    fn keys_are_the_same_in_either_case_and_a_title_of_years_is_none() {
        use verbale::model::{Metadata, Origin, Stated};
        let stated = |value: &str| {
            Some(Stated {
                value: value.to_owned(),
                origin: Origin::Given,
            })
        };
        let document = |path: &str, who: &str, title: &str| Document {
            path: Some(path.to_owned()),
            metadata: Metadata {
                delegation: stated(who),
                title: stated(title),
                ..Metadata::default()
            },
            ..Document::default()
        };
        let one = document("a/Clearance.TXT", "Marenia", "On Clearance, 2021");
        let other = document("b/clearance.docx", "MARENIA", "On clearance, 2022");
        assert_eq!(by_speech(&one), by_speech(&other));
        assert_eq!(
            by_path(&one, Path::new("a")),
            by_path(&other, Path::new("b"))
        );
        assert_eq!(by_speech(&document("a", "Marenia", "2021")), None);
    }
}
