//! Reads several statements side by side.

use std::fs;
use std::path::{Path, PathBuf};

use super::{LoadOptions, format, load};
use crate::error::Result;
use crate::model::{Document, Format};
use crate::parallel::in_parts;

/// Reads the statements at some paths, each with its options, on all cores where
/// there is much to read; `begin` is called before each. Returns what came of
/// each, in order, as of [`load`].
pub fn load_all(
    files: &[(PathBuf, LoadOptions)],
    begin: impl Fn() + Sync,
) -> Vec<Result<Document>> {
    let parts = in_parts(
        files.len(),
        |file| effort(&files[file].0),
        |part| -> Vec<Result<Document>> {
            let read = |(path, options): &(PathBuf, LoadOptions)| {
                begin();
                load(path, options)
            };
            files[part].iter().map(read).collect()
        },
    );
    parts.into_iter().flatten().collect()
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
        let documents = load_all(&files, || ());
        let documents: Vec<Document> = documents.into_iter().map(Result::unwrap).collect();
        let ids: Vec<&str> = documents.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["north", "south", "east", "west"]);
        let alone = load(&files[2].0, &files[2].1).unwrap();
        assert_eq!(documents[2], alone);
    }

    #[test]
    fn a_statement_that_cannot_be_read_keeps_the_others() {
        let (_folder, mut files) = folder(&["north", "south"]);
        files.insert(1, (PathBuf::from("none.txt"), LoadOptions::default()));
        let found = load_all(&files, || ());
        assert!(found[0].is_ok() && found[2].is_ok());
        let error = found[1].as_ref().unwrap_err();
        assert!(
            matches!(error, Error::Missing { path } if path == Path::new("none.txt")),
            "{error}"
        );
    }
}
