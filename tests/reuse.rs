//! `verbale reuse`: what statements say that others said before.

mod common;

use common::{Folder, records};

const PASSAGE: &str = "more than NUMBER families came home to the fields of the upper valley and \
    sowed maize before the rain set in";

fn statement(delegation: &str, date: &str, own: &str, number: &str) -> String {
    let passage = PASSAGE.replace("NUMBER", number);
    format!(
        "Statement of {delegation}\nGeneva, {date}\n\n{own}\n\nIn the spring of that year {passage}.\n\n\
         The roads of the {own} are open to all who want to go home.\n"
    )
}

fn folder() -> Folder {
    let folder = Folder::new();
    let write = |name: &str, text: String| folder.write(name, text);
    write(
        "den-2021.txt",
        statement("Denmark", "14 June 2021", "north", "140"),
    );
    write(
        "den-2022.txt",
        statement("Denmark", "13 June 2022", "south", "140"),
    );
    write(
        "nor-2022.txt",
        statement("Norway", "20 June 2022", "islands", "200"),
    );
    folder
}

#[test]
fn both_places_and_the_figure_that_differs_are_told() {
    let text = folder().line("reuse . --width 200").stdout();
    assert!(
        text.starts_with("1 passage of another delegation\n"),
        "{text}"
    );
    for told in [
        "nor-2022 (Norway, 2022-06-20) ¶",
        "← den-2021 (Denmark, 2021-06-14) ¶",
        "more than [-140-] {+200+} families",
        "↑ families · more than 140 families → more than 200 families · floor +60 (+43 %)",
        "also den-2022 (Denmark, 2022-06-13) ¶",
        "1 passage that a delegation says again",
        "den-2022 (Denmark, 2022-06-13) ¶3 ← den-2021 (Denmark, 2021-06-14) ¶3",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn a_statement_of_the_same_day_is_not_called_the_earlier_one() {
    let folder = Folder::new();
    folder.write(
        "den.txt",
        statement("Denmark", "14 June 2021", "north", "140"),
    );
    folder.write(
        "nor.txt",
        statement("Norway", "14 June 2021", "islands", "140"),
    );
    let text = folder.line("reuse den.txt nor.txt").stdout();
    assert!(text.contains('↔') && !text.contains('←'), "{text}");
}

#[test]
fn a_delegation_repeats_its_last_statement() {
    let folder = Folder::new();
    for (year, own) in [("2020", "north"), ("2021", "south"), ("2022", "islands")] {
        let text = statement("Denmark", &format!("14 June {year}"), own, "140");
        folder.write(&format!("den-{year}.txt"), text);
    }
    let text = folder.line("reuse . --width 120").stdout();
    assert!(
        text.contains("den-2022 (Denmark, 2022-06-14) ¶3 ← den-2021 (Denmark, 2021-06-14) ¶3"),
        "{text}"
    );
    assert!(
        text.contains("also den-2020 (Denmark, 2020-06-14) ¶3"),
        "{text}"
    );
}

#[test]
fn records_give_the_words_of_both_and_what_became_of_the_figure() {
    let lines = folder()
        .line("reuse den-2021.txt nor-2022.txt -f jsonl")
        .stdout();
    let records = records(&lines);
    let passage = &records[2];
    assert_eq!(passage["type"], "reuse");
    assert_eq!(passage["kind"], "copied");
    assert_eq!(passage["ordered"], true);
    assert_eq!(passage["before"]["document"], "den-2021");
    assert_eq!(passage["changes"][0]["verdict"], "increased");
    let text = passage["after"]["text"].as_str().expect("the words");
    let edits = passage["edits"].as_array().expect("a script");
    let replaced = edits.iter().find(|edit| edit["op"] == "replace");
    let span = &replaced.expect("a replacement")["after"];
    let end = |at: usize| usize::try_from(span[at].as_u64().expect("a place")).expect("small");
    assert_eq!(text[end(0)..end(1)].trim_end(), "200");
}

#[test]
fn each_format_has_the_passage() {
    let folder = folder();
    for format in ["terminal", "json", "jsonl", "csv", "markdown"] {
        let run = folder.line(&format!("reuse . -f {format} --width 300"));
        assert_eq!(run.status(), Some(0), "{format}");
        assert!(
            run.stdout()
                .contains("came home to the fields of the upper valley"),
            "{format}"
        );
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let folder = Folder::new();
    let row = |id: &str, delegation: &str| {
        let passage = PASSAGE.replace("NUMBER", "140");
        format!(
            "{{\"id\":\"{id}\",\"delegation\":\"{delegation}\",\"text\":\"In May {passage}.\"}}\n"
        )
    };
    let rows = [
        row("a", "Denmark"),
        "{\"id\":\n".to_owned(),
        row("b", "Norway"),
    ]
    .concat();
    let run = folder.piped("reuse - -f jsonl", &rows);
    assert_eq!(run.status(), Some(2));
    let types: Vec<String> = records(&run.stdout())
        .iter()
        .map(|record| record["type"].to_string())
        .collect();
    assert_eq!(
        types,
        ["\"error\"", "\"document\"", "\"document\"", "\"reuse\""]
    );
}

#[test]
fn one_statement_shares_nothing() {
    let run = folder().line("reuse den-2021.txt");
    assert_eq!(run.status(), Some(2));
    assert!(
        run.stderr().contains("two share a passage"),
        "{}",
        run.stderr()
    );
}

#[test]
fn statements_without_a_passage_in_common_are_no_trouble() {
    let folder = Folder::new();
    folder.write("a.txt", "We cleared the fields of the north.\n");
    folder.write("b.txt", "Norway paid for dogs.\n");
    let run = folder.line("reuse a.txt b.txt");
    assert_eq!(run.status(), Some(0));
    assert_eq!(
        run.stdout(),
        "No passage stands in two of the statements.\n"
    );
}
