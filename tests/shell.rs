//! What the shell meets: completions, the manual, explanations, suggestions.

use std::fs::File;
use std::process::{Command, Output, Stdio};

fn verbale(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(args)
        .arg("--no-config")
        .output()
        .expect("the program starts")
}

fn stdout(args: &[&str]) -> String {
    let output = verbale(args);
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

#[test]
fn every_shell_completes_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = stdout(&["completions", shell]);
        for word in ["collate", "fail-on", "write-baseline"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_the_program_and_each_command() {
    assert!(stdout(&["man"]).contains(".TH verbale 1"));
    let page = stdout(&["man", "diff"]);
    assert!(page.contains(".TH verbale-diff 1"), "{page}");
    assert!(page.contains("write\\-baseline"));
    assert_eq!(verbale(&["man", "dif"]).status.code(), Some(2));
}

#[test]
fn a_name_in_a_report_is_explained() {
    assert!(stdout(&["explain", "rollover"]).contains("One year or one session on"));
    let both = stdout(&["explain", "figure/increased"]);
    assert_eq!(both.lines().count(), 2, "{both}");
    assert!(stdout(&["explain"]).contains("bound_changed"));
    assert_eq!(verbale(&["explain", "grown"]).status.code(), Some(2));
}

#[test]
fn a_change_is_explained_by_its_id() {
    let [before, after] =
        ["before", "after"].map(|side| format!("fixtures/pairs/rate-rise/{side}.txt"));
    let diff = verbale(&["diff", &before, &after, "-f", "json"]);
    let report: serde_json::Value =
        serde_json::from_slice(&diff.stdout).expect("the report is JSON");
    let id = report["comparisons"][0]["changes"][0]["id"]
        .as_str()
        .expect("a change has an id");
    let text = stdout(&["explain", id, &before, &after]);
    assert!(
        text.contains("quote") && text.contains("paragraph"),
        "{text}"
    );
    assert_eq!(verbale(&["explain", id]).status.code(), Some(2));
    let other = verbale(&["explain", "chg-00000000", &before, &after]);
    assert_eq!(other.status.code(), Some(2));
}

#[test]
fn mistyped_words_are_answered_with_the_nearest() {
    for (args, word) in [
        (vec!["dif"], "diff"),
        (vec!["diff", "--fail-no", "x"], "--fail-on"),
    ] {
        let output = verbale(&args);
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(message.contains(&format!("'{word}'")), "{message}");
    }
}

#[test]
fn one_statement_alone_is_bad_usage() {
    let output = verbale(&["diff", "fixtures/pairs/rate-rise/before.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("--git HEAD"), "{message}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_trouble_and_a_closed_pipe_is_none() {
    let before = "fixtures/pairs/rate-rise/before.txt";
    let after = "fixtures/pairs/rate-rise/after.txt";
    let commands = [
        vec!["--help"],
        vec!["--version"],
        vec!["diff", "--help"],
        vec!["diff", before, after],
        vec!["figures", before, after],
        vec!["figures", before, "-f", "xlsx"],
        vec!["collate", before, after],
        vec!["report", before, after],
        vec!["text", before],
        vec!["explain"],
        vec!["schema", "report"],
        vec!["man", "diff"],
        vec!["completions", "zsh"],
        vec!["diff", before, after, "-f", "sarif"],
        vec!["diff", before, after, "-f", "junit"],
        vec!["diff", before, after, "-f", "github"],
    ];
    for args in commands {
        let run = |stdout: Stdio| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_verbale"));
            let output = command.args(&args).arg("--no-config").stdout(stdout);
            output.output().expect("the program starts")
        };
        let full = File::options().write(true).open("/dev/full");
        let output = run(full.expect("the device is there").into());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            message.contains("standard output: cannot write"),
            "{args:?}: {message}"
        );
        let (reader, writer) = std::io::pipe().expect("a pipe can be made");
        drop(reader);
        let output = run(writer.into());
        assert_ne!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stderr.is_empty(), "{args:?}");
    }
}

const PAIR: [&str; 2] = [
    "fixtures/pairs/moved-and-edited/before.txt",
    "fixtures/pairs/moved-and-edited/after.txt",
];

#[test]
fn every_format_gives_the_same_bytes_on_two_runs() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("out");
    let name = path.to_str().expect("temporary paths are UTF-8");
    let words = "terminal json jsonl html markdown docx github sarif gitlab junit";
    let diffs = words.split(' ').map(|format| ("diff", format));
    let figures = ["terminal", "csv", "xlsx", "markdown"].map(|format| ("figures", format));
    for (command, format) in diffs.chain(figures) {
        let run = || {
            let args = [command, PAIR[0], PAIR[1], "-f", format, "-o", name];
            assert_ne!(verbale(&args).status.code(), Some(2), "{args:?}");
            std::fs::read(&path).expect("the report was written")
        };
        let first = run();
        assert!(!first.is_empty(), "{command} {format}");
        assert_eq!(first, run(), "{command} {format}");
    }
}

#[test]
fn colour_may_be_asked_for_anywhere() {
    let [before, after] = PAIR;
    let all = [
        ["--color", "always", "diff", before, after],
        ["diff", "--color", "always", before, after],
        ["diff", before, "--color", "always", after],
        ["diff", before, after, "--color", "always"],
    ];
    let texts = all.map(|args| verbale(&args).stdout);
    assert!(texts[0].contains(&0x1b));
    assert!(texts.iter().all(|text| *text == texts[0]));
    let never = ["--color", "never", "diff", before, after];
    assert!(!verbale(&never).stdout.contains(&0x1b));
}

/// What a terminal receives, where the machine can make one.
#[cfg(target_os = "linux")]
fn on_terminal(args: &[&str], variables: &[(&str, &str)]) -> Option<String> {
    let line = format!(
        "{} --no-config {} --no-pager",
        env!("CARGO_BIN_EXE_verbale"),
        args.join(" ")
    );
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .env("TERM", "xterm-256color")
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env_remove("CI")
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .output();
    Some(String::from_utf8_lossy(&output.ok()?.stdout).into_owned())
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_gets_colours_and_links_unless_it_is_dumb() {
    let diff = ["diff", PAIR[0], PAIR[1]];
    let Some(text) = on_terminal(&diff, &[]) else {
        return;
    };
    assert!(
        text.contains("\u{1b}[") && text.contains("\u{1b}]8;;file://"),
        "{text:?}"
    );
    let dumb = on_terminal(&diff, &[("TERM", "dumb")]).expect("it could be made before");
    assert!(
        dumb.contains("FIGURES") && !dumb.contains('\u{1b}'),
        "{dumb:?}"
    );
    let plain = on_terminal(&diff, &[("NO_COLOR", "1")]).expect("it could be made before");
    assert!(
        !plain.contains("\u{1b}[") && plain.contains("\u{1b}]8;;"),
        "{plain:?}"
    );
    let forced = [("TERM", "dumb"), ("CLICOLOR_FORCE", "1")];
    let forced = on_terminal(&diff, &forced).expect("it could be made before");
    assert!(forced.contains("\u{1b}["), "{forced:?}");
}

#[test]
fn a_watched_file_is_compared_again_when_it_is_saved() {
    use std::io::{BufRead, BufReader};
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let [old, new] = ["old.txt", "new.txt"].map(|name| folder.path().join(name));
    let write = |path: &std::path::Path, mines: &str| {
        std::fs::write(path, format!("We cleared {mines} mines.\n")).expect("it can be written");
    };
    write(&old, "5");
    write(&new, "6");
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["diff", "--watch", "--no-config"])
        .args([&old, &new])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let stdout = child.stdout.take().expect("a pipe");
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if line.contains('→') && line.contains("mines") {
                let _ = sender.send(line);
            }
        }
    });
    let wait = std::time::Duration::from_secs(20);
    let first = receiver.recv_timeout(wait);
    write(&new, "1,250");
    let second = receiver.recv_timeout(wait);
    child.kill().expect("it runs until it is stopped");
    child.wait().expect("it ends");
    assert!(first.is_ok_and(|line| line.contains("5 → 6")));
    assert!(second.is_ok_and(|line| line.contains("5 → 1,250")));
}
