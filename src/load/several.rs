//! Reads several statements side by side.

use std::fs;
use std::path::{Path, PathBuf};

use super::{LoadOptions, format, load};
use crate::cores::in_parts;
use crate::error::Result;
use crate::model::{Document, Format};

/// Reads the statements at some paths, each with its options, on all cores where
/// there is much to read; `begin` is called before each.
///
/// # Errors
///
/// As [`load`], of the first statement that cannot be read.
pub fn load_all(
    files: &[(PathBuf, LoadOptions)],
    begin: impl Fn() + Sync,
) -> Result<Vec<Document>> {
    let parts = in_parts(
        files.len(),
        |file| effort(&files[file].0),
        |part| -> Result<Vec<Document>> {
            let read = |(path, options): &(PathBuf, LoadOptions)| {
                begin();
                load(path, options)
            };
            files[part].iter().map(read).collect()
        },
    );
    let parts = parts.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(parts.into_iter().flatten().collect())
}

/// How many bytes of plain text take as long to read as the file at `path`.
fn effort(path: &Path) -> usize {
    /// A page of 600 bytes of text takes up 6,000 and as long as those.
    const PDF: u64 = 10;
    let bytes = fs::metadata(path).map_or(0, |metadata| metadata.len());
    let times = match format::of_extension(path) {
        Some(Format::Pdf) => PDF,
        _ => 1,
    };
    usize::try_from(bytes.saturating_mul(times)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    /// A folder with statements that are long enough for several cores, and
    /// their paths; in that order.
    fn folder(names: &[&str]) -> (tempfile::TempDir, Vec<(PathBuf, LoadOptions)>) {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &&str| {
            let path = folder.path().join(format!("{name}.txt"));
            let line = format!("The road to {name} was cleared of mines.\n\n");
            fs::write(&path, line.repeat(20_000)).unwrap();
            (path, LoadOptions::default())
        };
        let files = names.iter().map(path).collect();
        (folder, files)
    }

    #[test]
    fn statements_are_read_in_the_order_of_their_paths() {
        let (_folder, files) = folder(&["north", "south", "east", "west"]);
        let documents = load_all(&files, || ()).unwrap();
        let ids: Vec<&str> = documents.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["north", "south", "east", "west"]);
        let alone = load(&files[2].0, &files[2].1).unwrap();
        assert_eq!(documents[2], alone);
    }

    #[test]
    fn the_first_statement_that_cannot_be_read_is_the_error() {
        let (_folder, mut files) = folder(&["north", "south", "east"]);
        let missing = |name: &str| (PathBuf::from(name), LoadOptions::default());
        files.insert(1, missing("first.txt"));
        files.push(missing("last.txt"));
        let error = load_all(&files, || ()).unwrap_err();
        assert!(
            matches!(&error, Error::Missing { path } if path == Path::new("first.txt")),
            "{error}"
        );
    }
}
