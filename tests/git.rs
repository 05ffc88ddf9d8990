//! Statements in a git repository.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const BIN: &str = env!("CARGO_BIN_EXE_verbale");
const DOCX: &str = "fixtures/documents";
const OLD: &str =
    "Marenia cleared more than 140 mines since 2015.\n\nThe work goes on in every district.\n";
const NEW: &str =
    "Marenia cleared more than 200 mines since 2015.\n\nThe work goes on in every district.\n";

/// A repository of this test's own, with statements in one commit.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let repository = Self(tempfile::tempdir().expect("a temporary folder can be made"));
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.write("statements/marenia.txt", OLD);
        repository.write("statements/marenia.md", &format!("# Statement\n\n{OLD}"));
        repository.write("notes.rs", "fn main() {}\n");
        repository.commit("first");
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file can be written");
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn run(&self, program: &str, args: &[&str]) -> Output {
        Command::new(program)
            .args(args)
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("XDG_CONFIG_HOME", self.path().join("none"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs([
                ("GIT_AUTHOR_NAME", "A"),
                ("GIT_AUTHOR_EMAIL", "a@example.org"),
            ])
            .envs([
                ("GIT_COMMITTER_NAME", "A"),
                ("GIT_COMMITTER_EMAIL", "a@example.org"),
            ])
            .output()
            .expect("the program starts")
    }

    fn git(&self, args: &[&str]) -> String {
        let output = self.run("git", args);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "git {args:?}: {message}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn verbale(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let output = self.run(BIN, args);
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    }
}

#[test]
fn a_range_compares_each_changed_statement_with_its_former_version() {
    let repository = Repository::new();
    repository.write("statements/marenia.txt", NEW);
    repository.write("notes.rs", "fn other() {}\n");
    repository.commit("second");
    for range in ["HEAD~1...HEAD", "HEAD~1..", "HEAD~1"] {
        let (status, text, _) = repository.verbale(&["diff", "--git", range]);
        assert_eq!(status, Some(1), "{range}");
        assert!(text.contains("statements/marenia.txt"), "{text}");
        assert!(text.contains(">140 → >200"), "{text}");
        assert!(!text.contains("notes.rs"), "{text}");
    }
}

#[test]
fn paths_narrow_a_range_and_nothing_changed_is_no_change() {
    let repository = Repository::new();
    repository.write("statements/marenia.txt", NEW);
    let (status, _, message) = repository.verbale(&["diff", "--git", "HEAD", "statements/*.md"]);
    assert_eq!(status, Some(0));
    assert!(message.contains("no statement changed"), "{message}");
}

#[test]
fn staged_statements_are_compared_with_the_last_commit() {
    let repository = Repository::new();
    repository.write("statements/marenia.txt", NEW);
    assert_eq!(repository.verbale(&["diff", "--staged"]).0, Some(0));
    repository.git(&["add", "--all"]);
    assert_eq!(repository.verbale(&["diff", "--staged"]).0, Some(1));
}

#[test]
fn a_statement_that_came_or_went_is_added_or_removed_whole() {
    let repository = Repository::new();
    let other = "The harvest failed in the south.\n\nWe ask for seed and for time.\n";
    repository.write("statements/veldland.txt", other);
    repository.git(&["rm", "--quiet", "statements/marenia.md"]);
    repository.commit("second");
    let args = ["diff", "--git", "HEAD~1..HEAD", "-f", "json"];
    let (status, text, message) = repository.verbale(&args);
    assert_eq!(status, Some(1), "{message}");
    let report: serde_json::Value = serde_json::from_str(&text).expect("the report is JSON");
    let counts = |at: usize| {
        let counts = &report["comparisons"][at]["summary"]["paragraphs"];
        (counts["added"].as_u64(), counts["removed"].as_u64())
    };
    assert_eq!(report["comparisons"][0]["id"], "statements/marenia.md");
    assert_eq!(counts(0), (Some(0), Some(3)));
    assert_eq!(counts(1), (Some(2), Some(0)));
}

#[test]
fn a_statement_that_cannot_be_read_is_trouble_and_the_others_go_on() {
    let repository = Repository::new();
    repository.write("statements/marenia.txt", NEW);
    repository.write("statements/broken.docx", "PK\u{3}\u{4} and nothing more");
    repository.commit("second");
    let (status, text, message) = repository.verbale(&["diff", "--git", "HEAD~1..HEAD"]);
    assert_eq!(status, Some(2));
    assert!(message.contains("statements/broken.docx"), "{message}");
    assert!(text.contains(">140 → >200"), "{text}");
}

#[test]
fn what_git_refuses_is_one_line_of_trouble() {
    let repository = Repository::new();
    for range in ["nowhere...HEAD", "--output=x", "nowhere"] {
        let (status, _, message) = repository.verbale(&["diff", &format!("--git={range}")]);
        assert_eq!(status, Some(2), "{range}");
        assert_eq!(message.trim_end().lines().count(), 1, "{message}");
    }
}

/// The name of a docx statement with what it says, from the fixtures.
fn docx() -> Vec<u8> {
    let files = fs::read_dir(DOCX)
        .expect("the fixtures are there")
        .flatten();
    let mut paths: Vec<_> = files
        .map(|file| file.path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "docx")
        })
        .collect();
    paths.sort();
    fs::read(paths.first().expect("there is a docx fixture")).expect("a fixture can be read")
}

/// A second commit with `verbale` as git's external diff.
fn with_external_diff() -> Repository {
    let repository = Repository::new();
    let attributes = "*.txt diff=verbale\n*.md diff=verbale\n*.docx diff=verbale\n";
    repository.write(".gitattributes", attributes);
    fs::write(repository.path().join("a statement.docx"), docx()).expect("a file can be written");
    repository.git(&["config", "diff.verbale.command", &format!("{BIN} git-diff")]);
    repository.git(&["config", "diff.verbale.textconv", &format!("{BIN} text")]);
    repository.git(&["config", "diff.tool", "verbale"]);
    let tool = format!(
        "{BIN} diff --exit-zero --label \"$MERGED\" --label \"$MERGED\" \"$LOCAL\" \"$REMOTE\""
    );
    repository.git(&["config", "difftool.verbale.cmd", &tool]);
    repository.commit("attributes");
    repository.write("statements/marenia.txt", NEW);
    repository.git(&["mv", "statements/marenia.md", "statements/renamed.md"]);
    repository.git(&["rm", "--quiet", "a statement.docx"]);
    repository.git(&["add", "--all"]);
    repository
}

#[test]
fn git_diff_tells_figures_and_goes_on_to_the_next_file() {
    let repository = with_external_diff();
    let text = repository.git(&["diff", "--cached", "--find-renames"]);
    assert!(text.contains("statements/marenia.txt"), "{text}");
    assert!(text.contains(">140 → >200"), "{text}");
    assert!(text.contains("a statement.docx"), "{text}");
}

#[test]
fn git_log_and_difftool_tell_figures() {
    let repository = with_external_diff();
    let text = repository.git(&[
        "difftool",
        "--no-prompt",
        "--cached",
        "statements/marenia.txt",
    ]);
    assert!(text.contains(">140 → >200"), "{text}");
    repository.commit("second");
    let text = repository.git(&[
        "log",
        "-p",
        "--ext-diff",
        "-1",
        "--",
        "statements/marenia.txt",
    ]);
    assert!(text.contains(">140 → >200"), "{text}");
    let text = repository.git(&["log", "-p", "-1", "--", "a statement.docx"]);
    assert!(
        text.lines().filter(|line| line.starts_with('-')).count() > 3,
        "{text}"
    );
}

#[test]
fn git_asks_for_the_exit_status_only_with_trust() {
    let repository = with_external_diff();
    let command = format!("{BIN} git-diff --trust-exit-code");
    repository.git(&["config", "diff.verbale.command", &command]);
    repository.git(&["config", "diff.verbale.trustExitCode", "true"]);
    let args = [
        "diff",
        "--cached",
        "--exit-code",
        "--",
        "statements/marenia.txt",
    ];
    assert_eq!(repository.run("git", &args).status.code(), Some(1));
}

#[test]
fn an_unmerged_path_and_an_unreadable_side_are_a_line_each() {
    let repository = Repository::new();
    let (status, text, _) = repository.verbale(&["git-diff", "a.txt"]);
    assert_eq!((status, text.as_str()), (Some(0), "a.txt: unmerged\n"));
    repository.write("broken.docx", "PK\u{3}\u{4} and nothing more");
    let args = [
        "git-diff",
        "b.docx",
        "/dev/null",
        ".",
        ".",
        "broken.docx",
        "0",
        "100644",
    ];
    let (status, text, _) = repository.verbale(&args);
    assert_eq!(status, Some(0));
    assert!(
        text.starts_with("b.docx: ") && text.lines().count() == 1,
        "{text}"
    );
}

/// The script of the action's first step.
#[cfg(unix)]
fn action() -> String {
    let text = fs::read_to_string(".github/actions/verbale/action.yml");
    let text = text.expect("the action is in the repository");
    let lines = text.lines().skip_while(|line| line.trim() != "run: |");
    let indented = lines
        .skip(1)
        .take_while(|line| line.starts_with("        "));
    indented
        .map(|line| &line[8..])
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
#[cfg(unix)]
fn the_action_annotates_and_fails_a_job_as_the_gate_says() {
    let repository = Repository::new();
    repository.write("statements/marenia.txt", NEW);
    repository.commit("second");
    let folder = Path::new(BIN).parent().expect("a program is in a folder");
    let path = std::env::var("PATH").expect("there are programs");
    let run = |files: &str, fail_on: &str| {
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &action()])
            .current_dir(repository.path())
            .env("PATH", format!("{}:{path}", folder.display()))
            .env("XDG_CONFIG_HOME", repository.path())
            .envs([("BASE", "HEAD~1"), ("HEAD", "HEAD"), ("FILES", files)])
            .envs([
                ("FAIL_ON", fail_on),
                ("REPORT", "a.html"),
                ("SARIF", "a.sarif"),
            ])
            .envs([
                ("GITHUB_STEP_SUMMARY", "summary"),
                ("GITHUB_OUTPUT", "outputs"),
            ])
            .output()
            .expect("bash starts");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let outputs = fs::read_to_string(repository.path().join("outputs"));
        let outputs = outputs.expect("the action tells its outputs");
        let last = outputs.lines().last().map(str::to_owned);
        (output.status.code(), text, last.expect("there is one"))
    };
    let (status, text, output) = run("statements/**\n", "figure");
    assert_eq!((status, output.as_str()), (Some(1), "changed=true"));
    assert!(
        text.starts_with("::error file=statements/marenia.txt"),
        "{text}"
    );
    let (status, text, output) = run("", "none");
    assert_eq!((status, output.as_str()), (Some(0), "changed=false"));
    assert!(
        text.starts_with("::warning file=statements/marenia.txt"),
        "{text}"
    );
    for file in ["a.html", "a.sarif", "summary"] {
        assert!(repository.path().join(file).exists(), "{file}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_is_its_text_and_is_never_followed() {
    let repository = Repository::new();
    let outside = tempfile::tempdir().expect("a temporary folder can be made");
    let secret = outside.path().join("secret.txt");
    fs::write(&secret, "The treasury holds 987654 coins.").expect("a file can be written");
    let link = |to: &Path, name: &str| {
        let name = repository.path().join(name);
        let _ = fs::remove_file(&name);
        std::os::unix::fs::symlink(to, name).expect("a link can be made");
    };
    link(Path::new("marenia.txt"), "statements/link.txt");
    repository.commit("a link");
    link(&secret, "statements/link.txt");
    link(Path::new("/dev/zero"), "statements/marenia.txt");
    let (status, text, _) = repository.verbale(&["diff", "--git", "HEAD", "--no-pager"]);
    assert_eq!(status, Some(1));
    assert!(
        text.contains("/secret") && text.contains("dev/zero"),
        "{text}"
    );
    assert!(!text.contains("987654"), "{text}");
}

#[test]
#[cfg(unix)]
fn what_is_neither_a_file_nor_a_link_is_not_opened() {
    let repository = Repository::new();
    let name = repository.path().join("statements/marenia.txt");
    fs::remove_file(&name).expect("it was there");
    let made = Command::new("mkfifo").arg(&name).status();
    assert!(made.expect("mkfifo starts").success());
    let (status, _, message) = repository.verbale(&["diff", "--git", "HEAD"]);
    // Git itself has such a file for removed, or says that it cannot compare it.
    assert_ne!(status, Some(0), "{message}");
}

#[test]
#[cfg(unix)]
fn names_that_are_not_utf8_are_compared() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let repository = Repository::new();
    let name = repository
        .path()
        .join(OsStr::from_bytes(b"r\xe9sum\xe9.txt"));
    fs::write(&name, OLD).expect("a file can be written");
    repository.commit("a name");
    fs::write(&name, NEW).expect("a file can be written");
    let (status, text, message) = repository.verbale(&["diff", "--git", "HEAD", "--no-pager"]);
    assert_eq!(status, Some(1), "{message}");
    assert!(text.contains(">140 → >200"), "{text}");
    repository.commit("changed");
    let (_, text, message) = repository.verbale(&["diff", "--git", "HEAD~1..HEAD", "--no-pager"]);
    assert!(text.contains(">140 → >200"), "{text}{message}");
}

#[test]
fn a_repository_without_files_is_compared() {
    let repository = Repository::new();
    repository.write("statements/marenia.txt", NEW);
    repository.commit("second");
    repository.git(&["clone", "--quiet", "--bare", ".", "bare.git"]);
    let bare = |words: &[&str]| {
        let output = Command::new(BIN)
            .args(words)
            .current_dir(repository.path().join("bare.git"))
            .env("HOME", repository.path())
            .output()
            .expect("the program starts");
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )
    };
    let (status, text) = bare(&["diff", "--git", "main~1..main", "--no-pager"]);
    assert_eq!(status, Some(1));
    assert!(text.contains(">140 → >200"), "{text}");
    assert_eq!(
        bare(&["diff", "--git", "main~1..main", "statements/marenia.txt"]).0,
        Some(1)
    );
    assert_eq!(
        bare(&["diff", "--git", "main~1..main", "misspelt.txt"]).0,
        Some(2)
    );
}

#[test]
fn a_submodule_is_passed_over_with_a_word() {
    let repository = Repository::new();
    let head = repository.git(&["rev-parse", "HEAD"]);
    let entry = |id: &str| format!("160000,{id},vendor");
    repository.git(&["update-index", "--add", "--cacheinfo", &entry(head.trim())]);
    repository.git(&["commit", "--quiet", "--message", "a submodule"]);
    let id = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["update-index", "--cacheinfo", &entry(id.trim())]);
    repository.git(&["commit", "--quiet", "--message", "another"]);
    let (status, _, message) = repository.verbale(&["diff", "--git", "HEAD~1..HEAD"]);
    assert_eq!(status, Some(0));
    assert!(
        message.contains("vendor: a submodule, not compared"),
        "{message}"
    );
}

#[test]
fn a_gate_does_not_go_green_by_a_slip() {
    let repository = Repository::new();
    repository.write("statements/marenia.txt", NEW);
    repository.commit("second");
    for words in [
        ["--git", ""].as_slice(),
        &["--git", "..."],
        &["--git", "...HEAD"],
        &["--git", "^HEAD"],
        &["--git", "HEAD~1", "--", "statemnets"],
        &[
            "--git",
            "HEAD~1..HEAD",
            "--",
            "statements/marenia.txt",
            "misspelt.txt",
        ],
    ] {
        let (status, text, message) =
            repository.verbale(&[&["diff", "--fail-on", "figure"], words].concat());
        assert_eq!(status, Some(2), "{words:?}: {text}{message}");
        assert_eq!(message.lines().count(), 1, "{words:?}: {message}");
    }
    repository.git(&["rm", "--quiet", "statements/marenia.md"]);
    repository.commit("gone");
    let gone = ["diff", "--git", "HEAD~1", "--", "statements/marenia.md"];
    assert_eq!(repository.verbale(&gone).0, Some(1));
}

#[test]
fn the_settings_of_a_request_do_not_loosen_the_gate_of_its_base() {
    let repository = Repository::new();
    repository.write(
        "verbale.toml",
        "fail-on = [\"figure\"]\nbaseline = \"accepted.json\"\n",
    );
    repository.write(
        "accepted.json",
        "{\"schema_version\":\"1.0\",\"accepted\":[]}\n",
    );
    repository.commit("settings");
    repository.write("statements/marenia.txt", NEW);
    repository.commit("a request");
    let written = [
        "diff",
        "--git",
        "HEAD~1..HEAD",
        "--no-config",
        "--write-baseline",
        "accepted.json",
    ];
    assert_eq!(repository.verbale(&written).0, Some(0));
    for loosened in [
        "exit-zero = true\n",
        "only = [\"none\"]\n",
        "ignore = ['regex=.*']\n",
        "baseline = \"accepted.json\"\n",
    ] {
        repository.write("verbale.toml", loosened);
        repository.commit("loosened");
        assert_guarded(&repository, loosened);
    }
}

#[test]
fn accepted_changes_that_the_base_does_not_have_are_trouble() {
    let repository = Repository::new();
    repository.write("verbale.toml", "baseline = \"accepted.json\"\n");
    repository.commit("settings");
    repository.write(
        "accepted.json",
        "{\"schema_version\":\"1.0\",\"accepted\":[]}\n",
    );
    repository.write("statements/marenia.txt", NEW);
    repository.commit("a request");
    let words = ["diff", "--git", "HEAD~1..HEAD", "--config-from", "HEAD~1"];
    let (status, _, message) = repository.verbale(&words);
    assert_eq!(status, Some(2));
    assert!(message.contains("not in HEAD~1"), "{message}");
}

#[test]
fn settings_of_a_commit_hold_below_the_folder_they_stand_in_too() {
    let repository = Repository::new();
    repository.write("verbale.toml", "exit-zero = true\n");
    repository.commit("settings");
    repository.write("verbale.toml", "exit-zero = false\n");
    repository.write("statements/marenia.txt", NEW);
    repository.commit("a request");
    let folder = repository.path().join("statements");
    let status = |settings: &[&str]| {
        let output = Command::new(BIN)
            .args(["diff", "--git", "HEAD~1..HEAD", "-q"])
            .args(settings)
            .current_dir(&folder)
            .env("HOME", repository.path())
            .output();
        output.expect("the program starts").status.code()
    };
    assert_eq!(status(&["--config-from", "HEAD~1"]), Some(0));
    assert_eq!(status(&["--config-from", "HEAD"]), Some(1));
}

/// With its own settings the request passes, with those of the base it fails.
fn assert_guarded(repository: &Repository, loosened: &str) {
    let base = repository.git(&["rev-list", "--max-parents=0", "HEAD"]);
    let first = base.trim();
    let settings = repository.git(&["rev-list", "--reverse", "HEAD"]);
    let settings = settings
        .lines()
        .nth(1)
        .expect("the second commit has settings");
    let range = format!("{first}..HEAD");
    let (status, _, message) = repository.verbale(&["diff", "--git", &range]);
    assert_eq!(status, Some(0), "{loosened}: {message}");
    let guarded = ["diff", "--git", &range, "--config-from", settings];
    assert_eq!(repository.verbale(&guarded).0, Some(1));
    let folder = repository.path().join("statements");
    let inner = Command::new(BIN)
        .args(guarded)
        .current_dir(folder)
        .env("HOME", repository.path())
        .output()
        .expect("the program starts");
    assert_eq!(
        inner.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&inner.stderr)
    );
}
