//! What comes from others is escaped and clipped in messages, and a message
//! names the place and the remedy.

mod common;

use std::ffi::OsString;

use common::Folder;

/// What steers a terminal and starts a command of GitHub's.
const EVIL: &str = "x\u{1b}[31m\u{1b}]0;t\u{7}\n::error file=a::pwned";

fn assert_harmless(what: &str, text: &str) {
    let is_bad = |c: char| c.is_control() && c != '\n';
    assert!(!text.contains(is_bad), "{what}: {text:?}");
    assert!(
        !text.lines().any(|line| line.starts_with("::error file=a")),
        "{what}: {text:?}"
    );
}

#[test]
fn no_name_or_content_steers_what_reads_the_messages() {
    let folder = Folder::with_statements();
    folder.write("rows.jsonl", "{\"id\":\"x\\u001b[31m\\n::error file=a::\",\"text\":\"We cleared 5 mines.\\u001b\\n::error file=a::\\u009b\"}\n");
    folder.write("other.jsonl", "{\"id\":\"y\",\"text\":\"x\"}\n");
    folder.write("keys.toml", "\"\\u001b[31mx\\n::error file=a::\" = 1\n");
    let evil = EVIL.to_owned() + ".txt";
    let cases: [&[&str]; 12] = [
        &["text", &evil],
        &["diff", &evil, "b.txt"],
        &["figures", &evil],
        &["diff", "a.txt", "b.txt", EVIL],
        &["diff", "a.txt", "b.txt", "--fail-on", EVIL],
        &["diff", "a.txt", "b.txt", "--config", "keys.toml"],
        &["diff", "rows.jsonl", "other.jsonl"],
        &["git-diff", EVIL],
        &["git-diff", EVIL, "none.txt", "0", "0", "b.txt", "0", "0"],
        &["figures", "rows.jsonl", "-f", "csv"],
        &["figures", "rows.jsonl", "other.jsonl", "-f", "markdown"],
        &["collate", "rows.jsonl", "-f", "csv"],
    ];
    for args in cases {
        let run = folder.run(args);
        assert_harmless(&format!("{args:?}"), &run.stdout());
        assert_harmless(&format!("{args:?}"), &run.stderr());
    }
    let run = folder.run(&[
        "diff",
        "rows.jsonl",
        "rows.jsonl",
        "-f",
        "github",
        "--label",
        EVIL,
    ]);
    assert_harmless("github", &run.stdout());
}

#[test]
fn no_message_is_longer_than_a_person_reads() {
    let folder = Folder::with_statements();
    let tag = "a".repeat(5000);
    folder.write("x.toml", format!("{tag} = 1\n"));
    let long = format!("none-{}.txt", "x/".repeat(2000));
    for args in [
        ["--config", "x.toml", "diff", "a.txt", "b.txt"].as_slice(),
        &["text", &long],
    ] {
        let message = folder.run(args).stderr();
        assert!(message.len() < 1500, "{message}");
        assert!(message.contains('…'), "{message}");
    }
}

#[test]
#[cfg(unix)]
fn a_name_that_is_not_utf8_is_no_panic() {
    use std::os::unix::ffi::OsStringExt;
    let folder = Folder::with_statements();
    let name = || OsString::from_vec(b"r\xe9sum\xe9".to_vec());
    let words = |words: &[&str]| -> Vec<OsString> {
        words.iter().map(OsString::from).chain([name()]).collect()
    };
    for args in [
        words(&["diff", "--bogus"]),
        words(&[]),
        words(&["diff", "a.txt", "b.txt", "--label"]),
    ] {
        let run = folder.run(&args);
        assert_eq!(run.status(), Some(2), "{args:?}: {}", run.stderr());
        assert!(!run.stderr().contains("panicked"), "{}", run.stderr());
    }
}

#[test]
fn a_wrong_setting_is_told_with_its_place() {
    let folder = Folder::with_statements();
    folder.write("verbale.toml", "color = \"never\"\nwidth = \"abc\"\n");
    let run = folder.line("diff a.txt b.txt");
    assert_eq!(run.status(), Some(2));
    let message = run.stderr();
    assert!(
        message.starts_with("verbale: ") && message.contains("verbale.toml: line 2: "),
        "{message}"
    );
    assert_eq!(message.lines().count(), 1, "{message}");
    folder.write("verbale.toml", "");
    let mut command = folder.command();
    let output = command
        .args(["diff", "a.txt", "b.txt"])
        .env("VERBALE_WIDTH", "abc")
        .output();
    let message = String::from_utf8_lossy(&output.expect("it starts").stderr).into_owned();
    assert!(message.starts_with("verbale: VERBALE_WIDTH: "), "{message}");
    let message = folder.line("diff a.txt b.txt --width abc").stderr();
    assert!(
        message.starts_with("verbale: invalid value 'abc' for '--width"),
        "{message}"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn settings_and_baselines_are_regular_files() {
    let folder = Folder::with_statements();
    folder.write("verbale.toml", "baseline = \"/dev/zero\"\n");
    for line in ["diff a.txt b.txt", "diff a.txt b.txt --config /dev/zero"] {
        let run = folder.line(line);
        assert_eq!(run.status(), Some(2), "{line}");
        assert!(run.stderr().contains("no regular file"), "{}", run.stderr());
    }
    let large = std::fs::File::create(folder.at("large.json")).expect("a file");
    large.set_len((16 << 20) + 1).expect("it has holes");
    let run = folder.line("diff a.txt b.txt --no-config --baseline large.json");
    assert_eq!(run.status(), Some(2));
    assert!(
        run.stderr().contains("larger than 16 MiB"),
        "{}",
        run.stderr()
    );
    let run = folder.line("diff a.txt b.txt --no-config --also html:");
    assert!(
        run.stderr().contains("write FORMAT:PATH"),
        "{}",
        run.stderr()
    );
}

#[test]
fn each_missing_name_is_told() {
    let run = Folder::with_statements().line("figures none.txt a.txt nor.txt");
    let message = run.stderr();
    assert!(
        message.contains("none.txt: no such file") && message.contains("nor.txt: no such"),
        "{message}"
    );
    assert!(run.stdout().contains("140"), "{}", run.stdout());
    let message = Folder::new().line("old.txt new.txt").stderr();
    assert!(
        message.contains("did you mean: verbale diff old.txt new.txt"),
        "{message}"
    );
}

#[test]
fn a_name_of_no_known_format_is_told_what_was_written() {
    let folder = Folder::with_statements();
    let message = folder.line("diff a.txt b.txt -o x.xyz").stderr();
    assert!(
        message.contains("x.xyz: written as for the terminal"),
        "{message}"
    );
}
