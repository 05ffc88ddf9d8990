//! Settings: which file counts, and what goes before what.

use std::fs;
use std::path::Path;
use std::process::Command;

const OLD: &str = "Marenia cleared more than 140 mines since 2015.\n";
const NEW: &str = "Marenia cleared more than 200 mines since 2015.\n";

/// A repository with two statements in `statements/`, and a user's folder.
fn folder(project: &str, user: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, text).expect("a file can be written");
    };
    write("repository/.git/HEAD", "");
    write("repository/verbale.toml", project);
    write("repository/statements/old.txt", OLD);
    write("repository/statements/new.txt", NEW);
    write("user/verbale/config.toml", user);
    folder
}

/// Exit status, standard output and standard error of a run in `statements/`.
fn run(
    folder: &Path,
    args: &[&str],
    environment: &[(&str, &str)],
) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(args)
        .current_dir(folder.join("repository/statements"))
        .env("XDG_CONFIG_HOME", folder.join("user"))
        .envs(environment.iter().copied())
        .output()
        .expect("the program starts");
    (
        output.status.code(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

const DIFF: [&str; 3] = ["diff", "old.txt", "new.txt"];

#[test]
fn flags_go_before_the_environment_before_the_project_before_the_user() {
    let status = |project: &str, user: &str, args: &[&str], environment: &[(&str, &str)]| {
        let folder = folder(project, user);
        run(folder.path(), &[&DIFF, args].concat(), environment).0
    };
    let (passes, fails) = ("fail-on = \"date\"\n", "fail-on = [\"date\", \"figure\"]\n");
    assert_eq!(status("", passes, &[], &[]), Some(0));
    assert_eq!(status(fails, passes, &[], &[]), Some(1));
    assert_eq!(status(passes, fails, &[], &[]), Some(0));
    assert_eq!(
        status(fails, "", &[], &[("VERBALE_FAIL_ON", "date")]),
        Some(0)
    );
    let environment = [("VERBALE_FAIL_ON", "date")];
    assert_eq!(
        status("", "", &["--fail-on", "figure"], &environment),
        Some(1)
    );
    assert_eq!(status(passes, passes, &["--no-config"], &[]), Some(1));
}

#[test]
fn a_named_file_counts_alone() {
    let folder = folder("fail-on = \"none\"\n", "fail-on = \"none\"\n");
    let other = folder.path().join("other.toml");
    fs::write(&other, "color = \"never\"\n").expect("a file can be written");
    let other = other.to_str().expect("temporary paths are UTF-8");
    let status = |args: &[&str]| run(folder.path(), &[&DIFF, args].concat(), &[]).0;
    assert_eq!(status(&["--config", other]), Some(1));
    assert_eq!(status(&["--config", "absent.toml"]), Some(2));
}

#[test]
fn a_baseline_is_named_from_the_folder_of_the_settings() {
    let folder = folder("baseline = \"accepted.json\"\n", "");
    let args = ["--no-config", "--write-baseline", "../accepted.json"];
    assert_eq!(
        run(folder.path(), &[&DIFF, &args[..]].concat(), &[]).0,
        Some(0)
    );
    assert_eq!(run(folder.path(), &DIFF, &[]).0, Some(0));
}

#[test]
fn a_mistyped_key_is_one_line_of_trouble_with_a_suggestion() {
    let folder = folder("fail_on = \"figure\"\n", "");
    let (status, _, message) = run(folder.path(), &DIFF, &[]);
    assert_eq!(status, Some(2));
    assert!(
        message.contains("unknown key `fail_on`; did you mean `fail-on`?"),
        "{message}"
    );
    assert_eq!(message.trim_end().lines().count(), 1, "{message}");
}

#[test]
fn settings_of_a_diff_leave_other_commands_alone() {
    let folder = folder("only = [\"figure\"]\nfail-on = [\"figure\"]\n", "");
    let (status, _, message) = run(folder.path(), &["figures", "old.txt"], &[]);
    assert_eq!(status, Some(0), "{message}");
}

#[test]
fn what_is_in_force_can_be_printed_and_read_again() {
    let folder = folder(
        "fail-on = [\"date\", \"figure\"]\n",
        "width = 72\nfail-on = \"none\"\n",
    );
    let (status, text, _) = run(folder.path(), &["--dump-config"], &[]);
    assert_eq!(status, Some(0));
    let table: toml::Table = text.parse().expect("the settings are TOML");
    assert_eq!(table["fail-on"].as_array().map(Vec::len), Some(2));
    assert!(text.contains("width = \"72\"  # "), "{text}");
    assert!(text.contains("user/verbale/config.toml"), "{text}");
}

#[test]
fn init_writes_a_file_that_counts_and_never_over_another() {
    let folder = folder("", "");
    let (status, text, _) = run(folder.path(), &["init"], &[]);
    assert_eq!(status, Some(0));
    assert!(text.contains("*.docx diff=verbale"), "{text}");
    assert_eq!(run(folder.path(), &DIFF, &[]).0, Some(1));
    let (status, _, message) = run(folder.path(), &["init"], &[]);
    assert_eq!(status, Some(2));
    assert!(message.contains("is there already"), "{message}");
}

#[test]
fn own_words_change_what_is_read_and_what_is_folded() {
    let settings = "reference = [\"gazette\"]\n\
        boilerplate = [\"my delegation aligns itself with\"]\n\
        [unit]\n\"football pitch\" = [\"7140 m2\", \"football pitches\"]\nmule-load = \"\"\n\
        [noun]\n\"unexploded ordnance\" = \"items of UXO\"\n";
    let folder = folder(settings, "");
    let write = |name: &str, text: &str| {
        let path = folder.path().join("repository/statements").join(name);
        fs::write(path, text).expect("a file can be written");
    };
    write(
        "old.txt",
        "My delegation aligns itself with the Group of Nine.\n\n\
         We cleared 2 football pitches, as gazette 12 tells.\n\n\
         We destroyed 30 items of UXO and moved 40 mule-loads.\n",
    );
    write(
        "new.txt",
        "My delegation aligns itself with the Group of Nine and others.\n\n\
         We cleared 14,280 square metres, as gazette 13 tells.\n\n\
         We destroyed 45 unexploded ordnance and moved 60 mule-loads.\n",
    );
    let verdicts = |args: &[&str]| -> Vec<String> {
        let (_, json, message) = run(folder.path(), &[&DIFF, args].concat(), &[]);
        let report: serde_json::Value = serde_json::from_str(&json).expect(&message);
        let changes = report["comparisons"][0]["changes"].as_array();
        let changes = changes.expect("changes are a list").iter();
        let figures = changes.filter(|change| change["before"]["raw"].is_string());
        figures
            .map(|change| {
                format!("{} {}", change["before"]["raw"], change["verdict"]).replace('"', "")
            })
            .collect()
    };
    let with = verdicts(&["-f", "json"]);
    for expected in [
        "2 football pitches restated",
        "30 items of UXO increased",
        "40 mule-loads increased",
    ] {
        assert!(
            with.iter().any(|verdict| verdict == expected),
            "{expected}: {with:?}"
        );
    }
    assert!(
        !with.iter().any(|verdict| verdict == "12 increased"),
        "{with:?}"
    );
    let without = verdicts(&["-f", "json", "--no-config"]);
    assert!(
        !without.contains(&"2 football pitches restated".to_owned()),
        "{without:?}"
    );
    let (_, text, _) = run(folder.path(), &DIFF, &[]);
    assert!(!text.contains("aligns itself"), "{text}");
    assert!(text.contains("1 in salutations"), "{text}");
    let (_, text, _) = run(folder.path(), &[&DIFF, &["--no-config"][..]].concat(), &[]);
    assert!(text.contains("aligns itself"), "{text}");
}

#[test]
fn a_unit_of_no_known_size_is_bad_usage() {
    let folder = folder("[unit]\nrope = \"12 sticks\"\n", "");
    let (status, _, message) = run(folder.path(), &DIFF, &[]);
    assert_eq!(status, Some(2));
    assert!(
        message.contains("`12 sticks` is no number with a unit"),
        "{message}"
    );
}
