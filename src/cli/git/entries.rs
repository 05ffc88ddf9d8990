//! Which statements differ between two sides of a repository.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::PathBuf;

use verbale::Result;
use verbale::load::inputs::is_statement;

use super::range::{Range, Side};
use super::{path_of, run};

/// A statement that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The path after, or before where it is gone.
    pub(super) name: PathBuf,
    /// `None` where it is new.
    pub(super) before: Option<Version>,
    /// `None` where it is gone.
    pub(super) after: Option<Version>,
    /// Whether a merge has not settled it.
    pub(super) is_unmerged: bool,
}

/// One side of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Version {
    /// From the top of the repository.
    pub(super) path: PathBuf,
    pub(super) kind: Kind,
    /// Git's name of its bytes; `None` where they are those of the file here.
    pub(super) blob: Option<String>,
}

/// What git keeps at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    /// A link, whose text is its target.
    Link,
}

/// The modes of `git diff --raw` (git-diff(1), *RAW OUTPUT FORMAT*).
const LINK: &[u8] = b"120000";
const SUBMODULE: &[u8] = b"160000";

/// The changed statements of a range, sorted by path, and the submodules that
/// changed.
pub(super) fn entries(range: &Range, paths: &[PathBuf]) -> Result<(Vec<Entry>, Vec<PathBuf>)> {
    let mut words = vec![
        "diff",
        // For programs: names of blobs instead of patches, paths as bytes ended by NUL, in full,
        // whatever the user's settings are; and no external diff, which may be this program.
        "--raw",
        "-z",
        "--no-abbrev",
        "--find-renames",
        "--no-ext-diff",
    ];
    for side in [&range.before, &range.after] {
        match side {
            Side::Commit(commit) => words.push(commit),
            Side::Index => words.push("--cached"),
            Side::Files => {}
        }
    }
    words.push("--");
    let names: Vec<&OsStr> = paths.iter().map(|path| path.as_os_str()).collect();
    Ok(read_entries(&run(&words, &names)?))
}

/// Reads `:MODE MODE BLOB BLOB STATUS`, then one path, or two for a rename or a
/// copy, each ended by NUL.
fn read_entries(output: &[u8]) -> (Vec<Entry>, Vec<PathBuf>) {
    let mut fields = output.split(|byte| *byte == 0);
    let mut entries = BTreeMap::new();
    let mut submodules = Vec::new();
    while let Some((head, path)) = fields.next().zip(fields.next()) {
        let head = head.strip_prefix(b":").unwrap_or(head);
        let parts: Vec<&[u8]> = head.split(|byte| *byte == b' ').collect();
        let &[old_mode, new_mode, old_blob, new_blob, status] = parts.as_slice() else {
            continue;
        };
        let path = path_of(path);
        // `R` and `C` are followed by how alike both are, as in `R086`.
        let new_path = match status.first() {
            Some(b'R' | b'C') => fields.next().map_or_else(|| path.clone(), path_of),
            _ => path.clone(),
        };
        // A submodule is a commit of another repository: there is no text to compare.
        if [old_mode, new_mode].contains(&SUBMODULE) {
            submodules.push(new_path);
            continue;
        }
        if is_statement(&new_path) {
            let entry = Entry {
                name: new_path.clone(),
                before: version(path, old_mode, old_blob),
                after: version(new_path.clone(), new_mode, new_blob),
                is_unmerged: status == b"U",
            };
            entries.insert(new_path, entry);
        }
    }
    (entries.into_values().collect(), submodules)
}

/// `None` where nothing is, which has a mode of zeros.
fn version(path: PathBuf, mode: &[u8], blob: &[u8]) -> Option<Version> {
    let is_zero = |field: &[u8]| field.iter().all(|digit| *digit == b'0');
    let kind = match mode {
        LINK => Kind::Link,
        _ => Kind::File,
    };
    (!is_zero(mode)).then(|| Version {
        path,
        kind,
        // A name of zeros stands for the file here, whose bytes git has not seen yet.
        blob: (!is_zero(blob)).then(|| String::from_utf8_lossy(blob).into_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, blob: Option<&str>) -> Version {
        Version {
            path: path.into(),
            kind: Kind::File,
            blob: blob.map(str::to_owned),
        }
    }

    #[test]
    fn renamed_added_and_removed_statements_are_listed_by_path() {
        let output = b":100644 100644 aa bb R090\0old.txt\0z.txt\0\
                       :000000 100644 00 cc A\0a b.md\0\
                       :100644 000000 dd 00 D\0gone.docx\0\
                       :100644 100644 ee 00 M\0logo.png\0\
                       :100644 100644 ee 00 M\0here.txt\0";
        let entry = |name: &str, before, after| Entry {
            name: name.into(),
            before,
            after,
            is_unmerged: false,
        };
        assert_eq!(
            read_entries(output).0,
            [
                entry("a b.md", None, Some(file("a b.md", Some("cc")))),
                entry("gone.docx", Some(file("gone.docx", Some("dd"))), None),
                entry(
                    "here.txt",
                    Some(file("here.txt", Some("ee"))),
                    Some(file("here.txt", None))
                ),
                entry(
                    "z.txt",
                    Some(file("old.txt", Some("aa"))),
                    Some(file("z.txt", Some("bb")))
                ),
            ]
        );
    }

    #[test]
    fn links_and_submodules_are_known_by_their_modes() {
        let output = b":100644 120000 aa bb T\0a.txt\0:160000 160000 cc dd M\0vendor\0";
        let (entries, submodules) = read_entries(output);
        let kinds = [&entries[0].before, &entries[0].after]
            .map(|version| version.as_ref().map(|version| version.kind));
        assert_eq!(kinds, [Some(Kind::File), Some(Kind::Link)]);
        assert_eq!(submodules, [PathBuf::from("vendor")]);
    }

    #[test]
    #[cfg(unix)]
    fn a_name_that_is_not_utf8_is_kept() {
        use std::os::unix::ffi::OsStrExt;
        let output = b":100644 100644 aa bb M\0r\xe9sum\xe9.txt\0";
        let name = read_entries(output).0[0].name.clone();
        assert_eq!(name.as_os_str().as_bytes(), b"r\xe9sum\xe9.txt");
    }
}
