//! A folder is a folder: what cannot be read keeps nobody from the rest.

mod common;

use common::{Folder, NEW, OLD};
use serde_json::Value;

fn records(text: &str) -> Vec<Value> {
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a record a line"))
        .collect()
}

/// Two years of statements, and what folders hold beside them.
fn years() -> Folder {
    let folder = Folder::new();
    let header =
        |year: u32| format!("Statement of Marenia\nGeneva, 14 June {year}\n\nMadam President,\n\n");
    for (name, text) in [
        ("2021/2021-06-14_marenia_clearance.txt", header(2021) + OLD),
        ("2022/2022-06-14_marenia_clearance.txt", header(2022) + NEW),
        ("2021/welcome.md", OLD.to_owned()),
        ("2022/welcome.md", OLD.to_owned()),
        ("2021/gone.txt", OLD.to_owned()),
        ("2022/sub/fresh.txt", OLD.to_owned()),
        ("2022/empty.txt", String::new()),
        ("2022/picture.txt", "\u{89}PNG".to_owned()),
        (
            "2022/manifest.jsonl",
            "{\"file\":\"welcome.md\"}\n".to_owned(),
        ),
        ("2022/notes.rs", "fn main() {}\n".to_owned()),
    ] {
        folder.write(name, text);
    }
    folder
}

#[test]
fn the_statements_of_two_folders_are_paired_and_the_rest_is_told() {
    let run = years().line("diff 2021 2022 --no-pager");
    let text = run.stdout();
    for told in [
        "2021-06-14_marenia_clearance",
        "only before: gone",
        "only after: fresh",
        "1 figure",
        ">140 → >200",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(
        run.stderr().contains("empty.txt: empty file"),
        "{}",
        run.stderr()
    );
    assert!(
        run.stderr().contains("manifest.jsonl: a list"),
        "{}",
        run.stderr()
    );
    assert_eq!(run.status(), Some(2));
}

#[test]
fn records_tell_pairs_lone_statements_and_errors() {
    let folder = years();
    let records = records(&folder.line("diff 2021 2022 -f jsonl").stdout());
    let of = |kind: &str| {
        records
            .iter()
            .filter(|record| record["type"] == kind)
            .count()
    };
    assert_eq!((of("comparison"), of("notice")), (2, 2));
    assert!(of("error") >= 1);
    let json: Value =
        serde_json::from_str(&folder.line("diff 2021 2022 -f json").stdout()).expect("JSON");
    let codes: Vec<&Value> = json["notices"]
        .as_array()
        .expect("notices")
        .iter()
        .map(|it| &it["code"])
        .collect();
    assert_eq!(codes, ["only-before", "only-after"]);
    assert_eq!(json["errors"].as_array().map(Vec::len), Some(of("error")));
}

#[test]
fn the_page_of_two_folders_leads_with_the_table() {
    let folder = years();
    folder.line("report 2021 2022 -o page.html");
    let page = folder.read("page.html");
    assert!(
        page.contains("Statements of both folders") && page.contains("Only before: "),
        "{page}"
    );
    let text = folder.line("report 2021 2022 -f markdown").stdout();
    assert!(
        text.starts_with("## Statements\n\n| Before | After | What changed |"),
        "{text}"
    );
}

#[test]
fn a_file_that_cannot_be_read_keeps_the_others_in_every_command() {
    let folder = years();
    for (line, told) in [
        ("figures 2022", "mines"),
        ("figures 2022 -f jsonl", "\"type\":\"figure\""),
        ("figures 2022 -f json", "\"errors\":[{\"type\":\"error\""),
        ("collate 2022", "geneva"),
        ("report 2022", "<!doctype html>"),
        ("diff 2022", "figure"),
    ] {
        let run = folder.line(line);
        assert_eq!(run.status(), Some(2), "{line}");
        let text = run.stdout().to_lowercase();
        assert!(text.contains(&told.to_lowercase()), "{line}: {text}");
        assert!(run.stderr().contains("empty.txt: empty file"), "{line}");
    }
}

#[test]
fn statements_are_paired_by_who_speaks_on_what_whatever_their_names() {
    let folder = Folder::new();
    let by = |who: &str, text: &str| format!("---\ndelegation: {who}\ntitle: Mines\n---\n{text}");
    folder.write("before/one.md", by("Marenia", OLD));
    folder.write("before/two.md", by("Ruritania", OLD));
    folder.write("after/three.md", by("Marenia", NEW));
    folder.write("after/four.md", by("Elbonia", OLD));
    let text = folder.line("diff before after").stdout();
    for told in [
        ">140 → >200",
        "only before: two",
        "only after: four",
        "1 figure",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn the_first_statement_after_is_only_after() {
    let folder = Folder::new();
    folder.write("before/b.txt", OLD);
    folder.write("after/a.txt", "The dogs of the north rest in the shade.\n");
    folder.write("after/b.txt", NEW);
    let text = folder.line("diff before after").stdout();
    assert!(text.contains("only after: a"), "{text}");
    let told = folder.line("diff before after -f jsonl").stdout();
    assert!(told.contains("only-after"), "{told}");
    assert!(!told.contains("only-before"), "{told}");
}

#[test]
fn errors_are_records_in_json_alone() {
    let folder = years();
    for line in [
        "figures 2022",
        "figures 2022 -f csv",
        "figures 2022 -f markdown",
        "collate 2022 -f csv",
        "promises 2022 -f csv",
        "diff 2021 2022",
    ] {
        let text = folder.line(line).stdout();
        assert!(!text.contains("\"type\":\"error\""), "{line}: {text}");
    }
    let silent = folder.line("figures 2022 -f jsonl -q");
    assert_eq!((silent.status(), silent.stdout()), (Some(2), String::new()));
}

#[test]
#[cfg(unix)]
fn a_link_to_nothing_is_trouble_and_keeps_the_others() {
    let folder = Folder::new();
    folder.write("before/a.txt", OLD);
    folder.write("in/a.txt", NEW);
    folder.write("in/b.txt", OLD);
    std::os::unix::fs::symlink("nowhere", folder.at("in/c.txt")).expect("a link");
    for line in [
        "diff before in",
        "report before in",
        "report in",
        "diff in",
        "figures in",
        "collate in",
    ] {
        let run = folder.line(line);
        assert_eq!(run.status(), Some(2), "{line}");
        assert!(run.stderr().contains("a link to nothing"), "{line}");
        assert!(!run.stdout().is_empty(), "{line}");
    }
}

#[test]
#[cfg(unix)]
fn links_out_of_a_folder_are_told_and_not_followed() {
    let folder = Folder::with_statements();
    folder.write("in/a.txt", OLD);
    let link =
        |to: &str, name: &str| std::os::unix::fs::symlink(to, folder.at(name)).expect("a link");
    link("../b.txt", "in/secret.txt");
    link("..", "in/up");
    link(".", "in/loop");
    link("nothing", "in/dangling.md");
    let run = folder.line("figures in -f jsonl");
    assert_eq!(run.status(), Some(2));
    assert!(!run.stdout().contains("200"), "{}", run.stdout());
    for told in [
        "secret.txt: a link out of",
        "up: a link to a folder",
        "dangling.md: a link to nothing",
    ] {
        assert!(run.stderr().contains(told), "{told}: {}", run.stderr());
    }
}

#[test]
fn rows_that_are_broken_keep_the_others() {
    let folder = Folder::new();
    let row = |id: &str, mines: u32| {
        format!("{{\"id\":\"{id}\",\"text\":\"We cleared {mines} mines.\"}}\n")
    };
    folder.write(
        "a.jsonl",
        row("x", 5) + "no row\n" + &row("y", 5) + "{\"id\":\"z\"}\n",
    );
    folder.write("b.jsonl", row("x", 7) + &row("y", 9));
    let run = folder.line("diff a.jsonl b.jsonl -f jsonl");
    assert_eq!(run.status(), Some(2));
    let records = records(&run.stdout());
    let of = |kind: &str| {
        records
            .iter()
            .filter(|record| record["type"] == kind)
            .count()
    };
    assert_eq!((of("comparison"), of("error")), (2, 3), "{}", run.stdout());
    assert!(
        run.stderr().contains("a.jsonl: line 2: "),
        "{}",
        run.stderr()
    );
    assert!(
        folder
            .line("figures a.jsonl -f jsonl")
            .stdout()
            .contains("\"document\":\"y\"")
    );
}
