//! The changed statements of a git repository, each with its former version.
//!
//! The `git` program is run rather than a library linked: it knows every
//! repository format, filter, partial clone and setting of the user's, and is
//! there wherever a repository is. A link is what git has of it, its text; it
//! is never followed.

mod blobs;
mod entries;
mod range;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use verbale::load::{LoadOptions, MAX_FILE_BYTES, load_bytes, share_language};
use verbale::model::{Document, Format};
use verbale::{Error, Result, plain};

use super::args::DiffArgs;
use super::note;
use super::read_errors::ReadErrors;
use super::reading::options;
use blobs::Blobs;
use entries::{Entry, Kind, Version, entries};
pub(super) use range::{Range, range};

/// The statements that changed.
pub(super) struct Changes {
    entries: Vec<Entry>,
    /// The top of the files here; `None` in a repository without files.
    top: Option<PathBuf>,
}

/// Lists the statements that changed in `range`, as far as `args` name them.
///
/// # Errors
///
/// When git cannot be run or refuses, and when a path names nothing there.
pub(super) fn changes(range: &Range, args: &DiffArgs) -> Result<Changes> {
    // A misspelt path would otherwise look like a range without changes.
    range.refuse_idle_paths(&args.files)?;
    let (entries, submodules) = entries(range, &args.files)?;
    for path in submodules {
        let name = plain::name(&path);
        note(&args.output, &format!("{name}: a submodule, not compared"));
    }
    let top = if range.has_files() {
        Some(top()?)
    } else {
        None
    };
    Ok(Changes { entries, top })
}

impl Changes {
    /// The files here that are read.
    pub(super) fn files(&self) -> impl Iterator<Item = PathBuf> {
        let versions = self.entries.iter().filter_map(|entry| entry.after.as_ref());
        let here = versions.filter(|version| version.blob.is_none());
        here.filter_map(|version| Some(self.top.as_ref()?.join(&version.path)))
    }

    /// Reads both versions of each, before and after by turns. One that cannot be
    /// read is told to `errors`, and the others go on.
    pub(super) fn read(self, args: &DiffArgs, errors: &mut ReadErrors) -> Vec<Document> {
        let mut blobs = Blobs::default();
        let mut documents = Vec::new();
        for entry in &self.entries {
            let read = self.pair(entry, args, &mut blobs);
            documents.extend(errors.or_report(read).into_iter().flatten());
        }
        documents
    }

    fn pair(&self, entry: &Entry, args: &DiffArgs, blobs: &mut Blobs) -> Result<[Document; 2]> {
        if entry.is_unmerged {
            return Err(Error::Unreadable {
                path: entry.name.clone(),
                problem: "in the middle of a merge".to_owned(),
                remedy: "settle it first".to_owned(),
            });
        }
        let options = LoadOptions {
            // Both versions bear the name of today, and no fact that is told by position: files are
            // not counted here.
            label: Some(slashes(&entry.name)),
            ..options(&args.reading, usize::MAX)
        };
        let mut read = |version: &Option<Version>| match version {
            Some(version) => document(version, &self.bytes(version, blobs)?, &options),
            None => Ok(absent(&entry.name)),
        };
        let mut pair = [read(&entry.before)?, read(&entry.after)?];
        // A short version may not tell its language, and the two would be read by different rules.
        share_language(&mut pair);
        Ok(pair)
    }

    fn bytes(&self, version: &Version, blobs: &mut Blobs) -> Result<Vec<u8>> {
        match (&version.blob, &self.top) {
            (Some(blob), _) => blobs.read(blob, &version.path),
            (None, top) => file_bytes(&top.clone().unwrap_or_default(), &version.path),
        }
    }
}

fn document(version: &Version, bytes: &[u8], options: &LoadOptions) -> Result<Document> {
    // A file that was emptied has withdrawn its statement; read as a file it would be an error.
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(absent(&version.path));
    }
    let format = match version.kind {
        // Its text is a path, by whose extension it would be taken for a document.
        Kind::Link => Some(Format::Text),
        Kind::File => options.format,
    };
    let options = LoadOptions {
        format,
        ..options.clone()
    };
    load_bytes(&slashes(&version.path), bytes, &options)
}

/// The statement on the side where there is none: it says nothing.
pub(super) fn absent(path: &Path) -> Document {
    Document {
        id: slashes(path),
        path: Some(slashes(path)),
        ..Document::default()
    }
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The bytes of a file here, or the text of a link. What is neither, a device
/// or a pipe, is not opened.
fn file_bytes(top: &Path, path: &Path) -> Result<Vec<u8>> {
    let place = top.join(path);
    let failed = |source| Error::cannot_read(path, source);
    // The link itself and not its target, which may lie outside of the repository.
    let metadata = fs::symlink_metadata(&place).map_err(failed)?;
    if metadata.is_symlink() {
        let target = fs::read_link(&place).map_err(failed)?;
        return Ok(target.into_os_string().into_encoded_bytes());
    }
    if !metadata.is_file() {
        return Err(Error::Unreadable {
            path: path.to_owned(),
            problem: "neither a file nor a link".to_owned(),
            remedy: "put the statement in its place".to_owned(),
        });
    }
    let mut bytes = Vec::new();
    let file = File::open(&place).map_err(failed)?;
    // One byte more than allowed is told by whoever reads them.
    let mut file = file.take(MAX_FILE_BYTES + 1);
    file.read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Refuses what names no commit.
///
/// # Errors
///
/// `Error::Usage`.
pub(super) fn check_commit(commit: &str) -> Result<()> {
    let refused = || Error::Usage {
        problem: format!("`{commit}` is no commit"),
        remedy: "name one, as origin/main".to_owned(),
    };
    // git would read the first as an option, the second as *all but*; an empty name comes of a
    // variable that is not set.
    if commit.trim().is_empty() || commit.starts_with(['-', '^']) {
        return Err(refused());
    }
    let words = [
        "rev-parse",
        "--verify",
        "--quiet",
        // A tag is followed to its commit, and a tree or a file is refused (gitrevisions(7)).
        &format!("{commit}^{{commit}}"),
    ];
    run(&words, &[]).map(drop).map_err(|_| refused())
}

/// How many folders the current one is below the top of the repository.
pub(super) fn depth() -> Result<usize> {
    let prefix = run(&["rev-parse", "--show-prefix"], &[])?;
    Ok(String::from_utf8_lossy(&prefix).matches('/').count())
}

/// The text at `path`, from the current folder, as `commit` has it; `None` where
/// nothing is there.
///
/// # Errors
///
/// When it is no text.
pub(super) fn text_of(commit: &str, path: &Path) -> Result<Option<String>> {
    // `./` counts from the current folder, where git would count from the top (gitrevisions(7)).
    let object = format!("{commit}:./{}", slashes(path));
    let Ok(bytes) = run(&["cat-file", "blob", &object], &[]) else {
        return Ok(None);
    };
    String::from_utf8(bytes)
        .map(Some)
        .map_err(|error| Error::Unreadable {
            path: PathBuf::from(object),
            problem: format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to()),
            remedy: "convert it first".to_owned(),
        })
}

fn top() -> Result<PathBuf> {
    let printed = run(&["rev-parse", "--show-toplevel"], &[])?;
    // The line end alone: the name of a folder may end in a blank.
    Ok(path_of(printed.strip_suffix(b"\n").unwrap_or(&printed)))
}

/// The path that git names in bytes.
#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// What `git` prints.
pub(super) fn run(words: &[&str], paths: &[&OsStr]) -> Result<Vec<u8>> {
    let output = git()
        .args(words)
        .args(paths)
        .output()
        .map_err(|error| not_started(&error))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = message.lines().next().unwrap_or("no reason given");
    Err(Error::Usage {
        problem: format!("git: {}", line.trim_start_matches("fatal: ")),
        remedy: "check the range and the paths".to_owned(),
    })
}

/// The program with the settings that what is read here depends on.
fn git() -> Command {
    let mut command = Command::new("git");
    command
        // Paths count from the top, whatever folder and settings the user has; and git may not read
        // what is piped to this program.
        .args(["-c", "diff.relative=false"])
        .stdin(Stdio::null());
    command
}

fn not_started(error: &std::io::Error) -> Error {
    Error::Usage {
        problem: format!("git cannot be started ({error})"),
        remedy: "install it, or name two files".to_owned(),
    }
}
