//! Nothing of the user's is lost to an output.

mod common;

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use common::{Folder, OLD};

#[test]
fn no_output_is_a_file_that_is_read() {
    let folder = Folder::with_statements();
    folder.write(
        "rows.jsonl",
        "{\"id\":\"a\",\"text\":\"We cleared 5 mines.\"}\n",
    );
    folder.write(
        "accepted.json",
        "{\"schema_version\":\"1.0\",\"accepted\":[]}\n",
    );
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a.txt", folder.at("link.txt")).expect("a link");
        fs::hard_link(folder.at("a.txt"), folder.at("hard.txt")).expect("a link");
    }
    let before: Vec<String> = folder
        .names()
        .iter()
        .map(|name| folder.read(name))
        .collect();
    let lines = [
        "figures rows.jsonl -f jsonl -o rows.jsonl",
        "figures a.txt b.txt -o b.txt",
        "figures . -o a.txt",
        "figures *.txt -o a.txt",
        "diff a.txt b.txt -o a.txt",
        "diff a.txt b.txt -o ./b.txt",
        "diff a.txt b.txt --also html:b.txt",
        "diff a.txt b.txt --summary a.txt",
        "diff a.txt b.txt --write-baseline a.txt",
        "diff a.txt b.txt --baseline accepted.json -o accepted.json",
        "diff rows.jsonl rows.jsonl -f jsonl -o rows.jsonl",
        "text a.txt -o a.txt",
        "report a.txt b.txt -o b.txt",
        "collate a.txt b.txt -o a.txt",
        #[cfg(unix)]
        "diff a.txt b.txt -o link.txt",
        #[cfg(unix)]
        "diff link.txt b.txt -o a.txt",
        #[cfg(unix)]
        "diff a.txt b.txt -o hard.txt",
    ];
    for line in lines {
        let run = folder.line(line);
        assert_eq!(run.status(), Some(2), "{line}");
        assert!(
            run.stderr().contains("would be lost"),
            "{line}: {}",
            run.stderr()
        );
        let after: Vec<String> = folder
            .names()
            .iter()
            .map(|name| folder.read(name))
            .collect();
        assert_eq!(after, before, "{line}");
    }
}

#[test]
#[cfg(unix)]
fn standard_input_is_no_output_either() {
    let folder = Folder::with_statements();
    let input = fs::File::open(folder.at("a.txt")).expect("it is there");
    let mut command = folder.command();
    let output = command
        .args(["diff", "-", "b.txt", "-o", "a.txt"])
        .stdin(input)
        .output();
    assert_eq!(output.expect("the program starts").status.code(), Some(2));
    assert_eq!(folder.read("a.txt"), OLD);
}

#[test]
fn no_output_stands_twice() {
    let folder = Folder::with_statements();
    for line in [
        "diff a.txt b.txt --also sarif:x --also junit:x",
        "diff a.txt b.txt --also sarif:./x -o x",
        "diff a.txt b.txt --summary x -o x",
        "diff a.txt b.txt --write-baseline x --also html:x",
    ] {
        let run = folder.line(line);
        assert_eq!(run.status(), Some(2), "{line}");
        assert!(
            run.stderr().contains("stands twice"),
            "{line}: {}",
            run.stderr()
        );
        assert!(!folder.at("x").exists(), "{line}");
    }
}

#[test]
fn a_run_that_fails_leaves_the_old_file_whole() {
    let folder = Folder::with_statements();
    folder.write("empty.txt", "");
    folder.write("broken.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\nno row\n");
    for (line, name) in [
        ("diff a.txt b.txt -o ledger.csv", "ledger.csv"),
        ("figures a.txt -o ledger.docx", "ledger.docx"),
        ("text a.txt -f csv -o ledger", "ledger"),
        ("collate a.txt b.txt -f docx -o ledger", "ledger"),
        (
            "diff broken.jsonl broken.jsonl -o ledger.docx",
            "ledger.docx",
        ),
        ("text empty.txt -o ledger", "ledger"),
        ("report a.txt empty.txt -o ledger.html", "ledger.html"),
        ("diff a.txt b.txt --also csv:ledger", "ledger"),
    ] {
        folder.write(name, "what was there");
        let names = folder.names();
        let run = folder.line(line);
        assert_eq!(run.status(), Some(2), "{line}: {}", run.stderr());
        assert_eq!(folder.read(name), "what was there", "{line}");
        assert_eq!(folder.names(), names, "{line}");
    }
}

#[test]
fn a_run_that_succeeds_replaces_each_file_and_leaves_nothing_beside() {
    let folder = Folder::with_statements();
    for name in ["x.html", "x.sarif", "accepted.json"] {
        folder.write(name, "old");
    }
    folder.write("summary.md", "first\n");
    let mut names = folder.names();
    names.push("x.json".to_owned());
    names.sort();
    let run = folder.line(
        "diff a.txt b.txt -o x.json --also html:x.html --also sarif:x.sarif --summary summary.md",
    );
    assert_eq!(run.status(), Some(1), "{}", run.stderr());
    assert_eq!(folder.names(), names);
    assert!(folder.read("x.html").starts_with("<!doctype html>"));
    assert!(folder.read("x.json").starts_with("{\"schema_version\""));
    let summary = folder.read("summary.md");
    assert!(summary.starts_with("first\n## "), "{summary}");
    assert_eq!(
        folder
            .line("diff a.txt b.txt --write-baseline accepted.json")
            .status(),
        Some(0)
    );
    assert_eq!(
        folder
            .line("diff a.txt b.txt --baseline accepted.json")
            .status(),
        Some(0)
    );
}

#[test]
#[cfg(target_os = "linux")]
fn only_regular_files_are_replaced() {
    use std::os::unix::fs::FileTypeExt;
    // A pipe of the test's own: a device of the system would be lost with the rule.
    let folder = Folder::with_statements();
    let made = std::process::Command::new("mkfifo")
        .arg(folder.at("pipe"))
        .status();
    assert!(made.expect("mkfifo starts").success());
    let mut both = fs::File::options();
    let pipe = both.read(true).write(true).open(folder.at("pipe"));
    let mut pipe = pipe.expect("both ends of it are open");
    let run = folder.line("diff a.txt b.txt -f jsonl -o pipe --also github:pipe");
    assert_eq!(run.status(), Some(1), "{}", run.stderr());
    let kind = fs::symlink_metadata(folder.at("pipe")).expect("it is there");
    assert!(kind.file_type().is_fifo());
    let mut start = [0; 9];
    std::io::Read::read_exact(&mut pipe, &mut start).expect("it holds both reports");
    assert_eq!(&start, b"::error f");
    let run = folder.line("diff a.txt b.txt -o .");
    assert_eq!(run.status(), Some(2));
    assert!(run.stderr().contains("it is a folder"), "{}", run.stderr());
}

#[test]
#[cfg(unix)]
fn an_output_stands_twice_by_way_of_a_linked_folder_too() {
    let folder = Folder::with_statements();
    fs::create_dir(folder.at("reports")).expect("a folder");
    std::os::unix::fs::symlink("reports", folder.at("link")).expect("a link");
    let run = folder.line("diff a.txt b.txt -o reports/x.json --also html:link/x.json");
    assert_eq!(run.status(), Some(2));
    assert!(run.stderr().contains("stands twice"), "{}", run.stderr());
}

#[test]
#[cfg(unix)]
fn a_signal_leaves_the_old_file_whole() {
    // A job in the background may ignore INT, and hand that on.
    for (signal, output) in [
        ("-TERM", "ledger.jsonl"),
        ("-KILL", "ledger.jsonl"),
        ("-KILL", "new.jsonl"),
    ] {
        let folder = Folder::new();
        folder.write("ledger.jsonl", "what was there");
        let names = folder.names();
        let mut command = folder.command();
        command.args(["figures", "-", "--from", "txt", "-f", "jsonl", "-o", output]);
        // Nobody writes to its standard input: it waits there, its output open.
        let mut child = command
            .stdin(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let open = format!("/proc/{}/fd/3", child.id());
        let patience = Instant::now() + Duration::from_secs(20);
        while cfg!(target_os = "linux")
            && fs::read_link(&open).is_err()
            && Instant::now() < patience
        {
            std::thread::sleep(Duration::from_millis(5));
        }
        let kill = std::process::Command::new("kill")
            .args([signal, &child.id().to_string()])
            .status();
        assert!(kill.expect("kill starts").success());
        assert_eq!(child.wait().expect("it ends").code(), None);
        assert_eq!(folder.read("ledger.jsonl"), "what was there");
        assert_eq!(folder.names(), names, "{signal} {output}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_is_written_on_the_disk_on_which_it_is_to_stand() {
    use std::os::unix::fs::MetadataExt;
    let folder = Folder::with_statements();
    let device = |path: &std::path::Path| fs::metadata(path).map(|found| found.dev());
    let Ok(elsewhere) = tempfile::tempdir_in("/dev/shm") else {
        return;
    };
    if device(folder.path()).ok() == device(elsewhere.path()).ok() {
        return;
    }
    let output = elsewhere.path().join("x.json");
    let path = output.to_str().expect("a name in UTF-8");
    assert_eq!(
        folder
            .line(&format!("figures a.txt -f json -o {path}"))
            .status(),
        Some(0)
    );
    assert!(output.is_file());
}

#[test]
fn an_output_that_cannot_be_is_told_with_what_to_do() {
    let folder = Folder::with_statements();
    fs::create_dir(folder.at("reports")).expect("a folder");
    for (line, told) in [
        (
            "diff a.txt b.txt -f json -o none/x.json",
            "none/x.json: cannot write, its folder does not exist",
        ),
        (
            "diff a.txt b.txt -f json -o reports",
            "reports: cannot write, it is a folder",
        ),
    ] {
        let run = folder.line(line);
        assert_eq!(run.status(), Some(2), "{line}");
        assert!(run.stderr().contains(told), "{line}: {}", run.stderr());
    }
}

/// A run of the program whose files may get no longer than 512 to 1,024 bytes.
#[cfg(unix)]
fn in_little_room(folder: &Folder, line: &str) -> common::Run {
    let program = env!("CARGO_BIN_EXE_verbale");
    let mut command = std::process::Command::new("sh");
    command
        .args(["-c", &format!("ulimit -f 1 && exec \"$0\" {line}"), program])
        .current_dir(folder.path())
        .env("XDG_CONFIG_HOME", folder.at("none"));
    common::Run(command.output().expect("a shell starts"))
}

#[test]
#[cfg(unix)]
fn a_limit_on_the_length_of_files_is_trouble_and_no_death() {
    let folder = Folder::with_statements();
    folder.write("long.txt", "We cleared 5 mines.\n\n".repeat(200));
    folder.write("ledger.jsonl", "what was there");
    folder.write("old.txt", "what was there");
    let mut names = folder.names();
    names.push("out.jsonl".to_owned());
    names.sort();
    for line in [
        "figures long.txt -f jsonl -o ledger.jsonl",
        "figures long.txt -f jsonl >out.jsonl",
        "figures long.txt -f jsonl >>out.jsonl",
    ] {
        let run = in_little_room(&folder, line);
        assert_eq!(run.status(), Some(2), "{line}: {}", run.stderr());
        assert!(run.stderr().contains("cannot write"), "{}", run.stderr());
        assert!(run.stderr().contains("too large"), "{}", run.stderr());
    }
    assert_eq!(folder.read("ledger.jsonl"), "what was there");
    assert_eq!(folder.names(), names);
    // Neither a pipe nor a device is a file that grows.
    let nowhere = in_little_room(&folder, "figures long.txt -f jsonl >/dev/null");
    assert_eq!(nowhere.status(), Some(0), "{}", nowhere.stderr());
    let piped = in_little_room(&folder, "figures long.txt -f jsonl | wc -l");
    assert_eq!(piped.stdout().trim(), "201", "{}", piped.stderr());
    // Nothing is put in its place before all can be, but for what standard output takes.
    for (line, is_kept) in [
        ("diff a.txt b.txt -o old.txt --also json:x.json", true),
        (
            "diff a.txt b.txt -f json -o x.json --also markdown:old.txt",
            true,
        ),
        (
            "diff a.txt b.txt -f json --also markdown:old.txt >out.json",
            false,
        ),
    ] {
        let run = in_little_room(&folder, line);
        assert_eq!(run.status(), Some(2), "{line}: {}", run.stderr());
        assert_eq!(
            folder.read("old.txt") == "what was there",
            is_kept,
            "{line}"
        );
    }
    let run = in_little_room(&folder, "text a.txt -o short.txt");
    assert_eq!(run.status(), Some(0), "{}", run.stderr());
    assert!(!folder.read("short.txt").is_empty());
}

#[test]
fn a_text_full_of_numbers_gives_records_that_stay_small() {
    let folder = Folder::new();
    let count = 4_000;
    folder.write("a.txt", "5 ".repeat(count));
    let told = folder.run(&["figures", "a.txt", "-f", "jsonl"]).stdout();
    let each = told.len() / count;
    // So many figures are read of a statement at most.
    assert!(each * verbale::extract::MAX_FIGURES < 20_000_000, "{each}");
}
