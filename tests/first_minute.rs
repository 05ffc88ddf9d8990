//! What somebody sees in the first minute: the brief, news before trivia, columns that
//! stand, help on one screen.

mod common;

use common::Folder;

const OLD: &str = "Statement of Denmark\nGeneva, 14 June 2021\n\nMadam President,\n\n\
    Denmark will clear all its minefields by 2024. The last convoy crossed the border in spring.\n\n\
    More than 140 people were killed last year. Teams cleared 400 hectares of farm land.\n\n\
    The ministry runs the register. It is open to the public. Each field has a number.\n\n\
    Every school teaches the risk of mines.\n";
const NEW: &str = "Statement of Denmark\nGeneva, 13 June 2022\n\nMadam President,\n\n\
    Denmark will clear all its minefields by 2025. The treaty was signed in Oslo on 9 May 2022.\n\n\
    More than 200 people were killed last year. Teams cleared 380 hectares of farm land.\n\n\
    The ministry runs the register. It is open to all. Each field has a number.\n\n\
    Every school teaches the risk of mines.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("old.txt", OLD);
    folder.write("new.txt", NEW);
    folder
}

/// The words of a report without its line breaks.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_brief_tells_deadline_largest_step_and_wording_in_every_report() {
    let folder = folder();
    let sentences = [
        "A deadline moved one year later: “by 2024” became “by 2025” (Denmark: all its minefields).",
        "1 figure rose, 1 fell; the largest step by share: people killed",
        "from “More than 140 people” to “More than 200 people” (floor +60).",
        "2 of 6 paragraphs are unchanged.",
    ];
    for format in ["terminal", "markdown", "html", "json"] {
        let report = folder.line(&format!("diff old.txt new.txt -f {format}"));
        let report = flat(&report.stdout());
        for sentence in sentences {
            assert!(report.contains(sentence), "{format}, {sentence}: {report}");
        }
    }
}

#[test]
fn a_step_that_a_statement_tells_in_two_places_is_told_once() {
    let folder = Folder::new();
    let text = |rate: &str, teams: &str| {
        format!(
            "The lending rate is set at {rate} per cent.\n\n{teams} teams met.\n\n\
             A sound decision is to set the lending rate at {rate} per cent from May.\n\n\
             {teams} teams were paid.\n"
        )
    };
    folder.write("old.txt", text("3.25", "Three"));
    folder.write("new.txt", text("2.75", "Four"));
    let report = flat(&folder.line("diff old.txt new.txt").stdout());
    assert!(report.contains("2 figures rose, 1 fell;"), "{report}");
    let told = |report: &str| report.matches("−0.5 percentage points").count();
    assert!(report.contains("¶1, also ¶3"), "{report}");
    assert_eq!(told(&report), 1, "{report}");
    let all = folder.line("diff old.txt new.txt --show all").stdout();
    assert_eq!(told(&flat(&all)), 2, "{all}");
    let page = folder.line("diff old.txt new.txt -f html").stdout();
    assert!(page.contains("Also told in <a"), "{page}");
}

#[test]
fn the_brief_in_a_word_document_is_no_text_of_it() {
    let folder = folder();
    assert_eq!(
        folder.line("diff old.txt new.txt -o redline.docx").status(),
        Some(1)
    );
    let text = folder.line("text redline.docx").stdout();
    assert!(text.starts_with("Statement of Denmark"), "{text}");
    assert!(
        text.contains("by 2025") && !text.contains("A deadline moved"),
        "{text}"
    );
    let rejected = folder.line("text redline.docx --tracked reject").stdout();
    assert!(
        rejected.contains("by 2024") && !rejected.contains("A deadline moved"),
        "{rejected}"
    );
}

#[test]
fn the_head_names_who_speaks_and_when_and_files_are_named_on_demand() {
    let folder = folder();
    let report = folder.line("diff old.txt new.txt").stdout();
    assert!(
        report.starts_with("Denmark: 14 June 2021 → 13 June 2022\n"),
        "{report}"
    );
    assert!(
        !report.contains("old →") && !report.contains("chg-"),
        "{report}"
    );
    let named = folder.line("diff old.txt new.txt -v").stdout();
    assert!(
        named.contains("old → new") && named.contains("chg-"),
        "{named}"
    );
}

#[test]
fn deadlines_stand_before_figures_and_dates_of_one_text_are_folded() {
    let folder = folder();
    let report = folder.line("diff old.txt new.txt").stdout();
    let at = |words: &str| {
        report
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {report}"))
    };
    assert!(at("PROMISES AND DEADLINES") < at("FIGURES"));
    assert!(at("FIGURES") < at("WORDING"));
    assert!(
        at("people killed") < at("farm land"),
        "the larger step is first: {report}"
    );
    assert!(at("FOLDED") < at("1 date of one text alone (+ 9 May 2022)"));
    let all = folder.line("diff old.txt new.txt --show all").stdout();
    assert!(all.contains("DATES"), "{all}");
}

#[test]
fn a_date_that_is_all_the_news_is_listed() {
    let folder = Folder::new();
    let text =
        |day: &str| format!("We met on Monday{day}.\n\nThe work goes on in every district.\n");
    folder.write("old.txt", text(""));
    folder.write("new.txt", text(", 3 March 2021"));
    let run = folder.line("diff old.txt new.txt --only date");
    assert_eq!(run.status(), Some(1));
    assert!(run.stdout().contains("DATES"), "{}", run.stdout());
}

#[test]
fn of_a_new_text_whole_paragraphs_are_counted_and_a_sentence_says_so() {
    let folder = Folder::new();
    let speech = |words: [&str; 4]| -> String {
        let sentence = |nth: usize| {
            let word = |at: usize| words[(nth + at) % 4];
            format!(
                "{}{nth} {} {nth}x{} {}.",
                word(0),
                word(1),
                word(2),
                word(3)
            )
        };
        let paragraph = |nth: usize| {
            let each: Vec<String> = (0..12).map(|at| sentence(nth * 12 + at)).collect();
            each.join(" ")
        };
        (0..10).map(|nth| paragraph(nth) + "\n\n").collect()
    };
    let dated = "The northern fields should be clear by 2031.\n";
    folder.write(
        "old.txt",
        speech(["alder", "birch", "cedar", "elm"]) + dated,
    );
    folder.write("new.txt", speech(["otter", "badger", "marten", "vole"]));
    // What a new text leaves out was not dropped.
    let due = folder.line("diff old.txt new.txt -q --fail-on deadline");
    assert_eq!(due.status(), Some(0));
    let report = folder.line("diff old.txt new.txt").stdout();
    assert!(
        flat(&report).contains("the later one is a new text"),
        "{report}"
    );
    assert!(report.contains("whole paragraphs: "), "{report}");
    assert!(!report.contains("WORDING"), "{report}");
    let all = folder.line("diff old.txt new.txt --show all").stdout();
    assert!(all.contains("WORDING"), "{all}");
}

#[test]
fn between_two_delegations_nothing_is_gone_or_new() {
    let folder = Folder::new();
    folder.write(
        "a.txt",
        "Statement of Norway\nGeneva, 14 June 2021\n\nWe cleared 900 fields.\n",
    );
    folder.write(
        "b.txt",
        "Statement of Denmark\nGeneva, 14 June 2021\n\nWe trained 700 medics.\n",
    );
    let report = folder.line("diff a.txt b.txt").stdout();
    assert!(
        report.contains("FIGURES OF NORWAY ALONE") && report.contains("FIGURES OF DENMARK ALONE"),
        "{report}"
    );
    let page = folder.line("diff a.txt b.txt -f html").stdout();
    for report in [&report, &page] {
        assert!(flat(report).contains("neither gone nor new"), "{report}");
    }
    assert!(!report.contains("no longer stated"), "{report}");
    assert!(page.contains("<h3>1 of Norway alone</h3>"), "{page}");
    assert!(!page.contains("no longer stated</"), "{page}");
}

#[test]
fn context_shows_unchanged_sentences_beside_a_change() {
    let folder = folder();
    let bare = folder.line("diff old.txt new.txt").stdout();
    assert!(!bare.contains("runs the register"), "{bare}");
    let one = flat(&folder.line("diff old.txt new.txt -U 1").stdout());
    let wanted = "The ministry runs the register. It is open to";
    assert!(
        one.contains(wanted) && one.contains("Each field has a number."),
        "{one}"
    );
}

#[test]
fn each_row_of_figures_begins_its_columns_in_the_same_places() {
    let folder = folder();
    for width in ["80", "100", "140"] {
        let report = folder
            .line(&format!("diff old.txt new.txt --width {width}"))
            .stdout();
        let figures = report.split("FIGURES\n").nth(1).expect("figures");
        let rows: Vec<&str> = figures
            .lines()
            .take_while(|line| !line.is_empty())
            .collect();
        let columns: Vec<Option<usize>> = rows.iter().map(|row| row.find('¶')).collect();
        assert!(rows.len() >= 2, "{report}");
        let places: Vec<usize> = columns.into_iter().flatten().collect();
        let first = rows[0].char_indices().position(|(at, _)| at == places[0]);
        for row in rows.iter().filter(|row| row.contains('¶')) {
            assert_eq!(row.chars().position(|c| c == '¶'), first, "{report}");
        }
        assert!(
            report
                .lines()
                .all(|line| line.chars().count() <= 100.max(width.parse().unwrap_or(0)))
        );
    }
}

#[test]
fn a_file_that_is_written_is_named_unless_quiet_is_asked_for() {
    let folder = folder();
    let told = folder.line("report old.txt new.txt -o page.html").stderr();
    assert_eq!(told, "verbale: wrote page.html\n");
    assert_eq!(
        folder
            .line("report old.txt new.txt -q -o page.html")
            .stderr(),
        ""
    );
}

#[test]
fn short_help_is_one_screen_and_offers_the_formats_of_its_command() {
    let folder = Folder::new();
    for command in [
        "diff", "figures", "promises", "collate", "reuse", "report", "text",
    ] {
        let help = folder.line(&format!("{command} -h")).stdout();
        assert!(
            help.lines().count() <= 43,
            "{command}: {}",
            help.lines().count()
        );
    }
    let formats = |command: &str| flat(&folder.line(&format!("{command} -h")).stdout());
    assert!(formats("report").contains("[possible values: html, markdown, xlsx]"));
    assert!(!formats("diff").contains("xlsx") && formats("figures").contains("xlsx"));
    // What is offered nowhere is refused in the command's own words.
    let refused = folder.line("report a b -f csv");
    assert_eq!(refused.status(), Some(2));
    assert!(refused.stderr().contains("no format of this command"));
}

#[test]
fn the_long_form_has_a_mention_a_row_with_its_statement() {
    let folder = folder();
    let csv = folder
        .line("figures old.txt new.txt -f csv --long")
        .stdout();
    let layout = folder.line("figures old.txt new.txt -f csv --layout long");
    assert_eq!(csv, layout.stdout());
    let mut rows = csv.lines();
    let head = rows.next().expect("a head");
    assert!(head.contains(",delegation,date,document,"), "{head}");
    assert!(rows.all(
        |row| row.contains(",Denmark,2021-06-14,") || row.contains(",Denmark,2022-06-13,")
    ));
}

#[test]
fn a_page_of_many_statements_begins_with_its_charts() {
    let folder = folder();
    folder.write(
        "later.txt",
        NEW.replace("13 June 2022", "12 June 2023")
            .replace("200 people", "260 people"),
    );
    let page = folder.line("report old.txt new.txt later.txt").stdout();
    let at = |words: &str| {
        page.find(words)
            .unwrap_or_else(|| panic!("{words}: {page}"))
    };
    assert!(at("class=\"standfirst\"") < at("class=\"multiples\""));
    assert!(at("class=\"multiples\"") < at("id=\"steps\""));
    assert!(
        page.contains("<b class=\"badge raised\">↑ raised: More than 200 people</b>"),
        "{page}"
    );
    // Comparisons are folded, and closed elements can be opened without a script.
    assert_eq!(
        page.matches("<details class=\"step\">").count(),
        2,
        "{page}"
    );
}

#[test]
fn delegations_that_speak_once_each_stand_side_by_side() {
    let folder = Folder::new();
    let speech =
        |who: &str, words: &str| format!("Statement of {who}\nGeneva, 14 June 2021\n\n{words}\n");
    folder.write(
        "a.txt",
        speech("Norway", "We cleared 900 fields near the border."),
    );
    folder.write(
        "b.txt",
        speech("Denmark", "Our teams cleared 340 fields last year."),
    );
    folder.write("c.txt", speech("Sweden", "We trained 700 medics."));
    let run = folder.line("report a.txt b.txt c.txt");
    let page = run.stdout();
    assert_eq!(
        run.status(),
        Some(1),
        "what the exit status means does not change"
    );
    assert!(
        page.contains("id=\"matrix\"") && page.contains("<bdi>field</bdi>"),
        "{page}"
    );
    assert!(
        page.contains("900 fields") && page.contains("700 medics"),
        "{page}"
    );
    for word in ["no longer stated</", "<del>", "deadline dropped"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
}

#[test]
fn a_collation_folds_what_all_have_and_what_one_alone_has() {
    let folder = Folder::new();
    let text = |count: &str| {
        format!(
            "Every school teaches the risk.\n\nOur teams cleared {count} fields near the border.\n"
        )
    };
    folder.write("a.txt", text("140"));
    folder.write(
        "b.txt",
        text("140") + "\nThe minister opened a new depot in the harbour on Monday.\n",
    );
    folder.write("c.txt", text("200"));
    for width in ["60", "120"] {
        let shown = folder
            .line(&format!("collate a.txt b.txt c.txt --width {width}"))
            .stdout();
        assert!(shown.contains("¶1: the same in all"), "{shown}");
        assert!(
            shown.contains("¶3 in b alone: The minister opened"),
            "{shown}"
        );
        assert!(shown.contains("{+200+}"), "{shown}");
        let all = folder
            .line(&format!(
                "collate a.txt b.txt c.txt --show all --width {width}"
            ))
            .stdout();
        assert!(all.contains("Every school teaches"), "{all}");
    }
}

#[test]
fn rows_that_the_user_gives_one_name_are_one_row_with_its_steps() {
    let folder = Folder::new();
    let speech =
        |day: &str, words: &str| format!("Statement of Denmark\nGeneva, {day}\n\n{words}\n");
    folder.write(
        "a.txt",
        speech("14 June 2021", "Mines killed 140 people in the north."),
    );
    folder.write(
        "b.txt",
        speech("13 June 2022", "We mourn 200 victims of explosions."),
    );
    let apart = folder.line("figures a.txt b.txt").stdout();
    assert!(apart.contains("STATED ONCE"), "{apart}");
    let rules = "[measure]\ncasualties = [\"killed\", \"mourn\"]\n";
    folder.write("verbale.toml", rules);
    let joined = folder.line("figures a.txt b.txt").stdout();
    assert!(
        joined.contains("casualties") && joined.contains("↑"),
        "{joined}"
    );
    assert!(!joined.contains("STATED ONCE"), "{joined}");
    let broken = folder.run(&["figures", "a.txt", "b.txt", "--name-measure", "x=("]);
    assert_eq!(broken.status(), Some(2));
    assert!(
        broken.stderr().contains("--name-measure x=("),
        "{}",
        broken.stderr()
    );
}

#[test]
fn what_several_delegations_speak_of_stands_before_the_table() {
    let folder = Folder::new();
    for (name, who, words) in [
        ("a.txt", "Norway", "We cleared 900 fields near the border."),
        (
            "b.txt",
            "Denmark",
            "Our teams cleared 340 fields last year.",
        ),
        ("c.txt", "Sweden", "We trained 700 medics."),
    ] {
        let text = format!("Statement of {who}\nGeneva, 14 June 2021\n\n{words}\n");
        folder.write(name, text);
    }
    let shown = |line: &str| folder.line(line).stdout();
    let table = shown("figures a.txt b.txt c.txt");
    let several = table.split("STATED ONCE").next().unwrap();
    assert!(
        several.starts_with("FIGURES OF SEVERAL\nfield · 2 of 3\n"),
        "{table}"
    );
    assert!(
        several.contains("Norway   900 fields") && several.contains("Denmark  340 fields"),
        "{table}"
    );
    assert!(!several.contains("medics"), "one alone: {table}");
    assert!(shown("figures a.txt b.txt c.txt --by year").starts_with("FIGURES OF SEVERAL, 2021\n"));
    let markdown = shown("figures a.txt b.txt c.txt -f markdown");
    assert!(
        markdown.contains("## field: 2 of 3") && markdown.contains("| Denmark | 340 fields |"),
        "{markdown}"
    );
    for part in ["a.txt b.txt", "a.txt b.txt c.txt --measure medics"] {
        let table = shown(&format!("figures {part}"));
        assert!(!table.contains("OF SEVERAL"), "{part}: {table}");
    }
}

#[test]
fn who_speaks_of_which_topic_is_counted_and_shown_in_its_sentence() {
    let folder = Folder::new();
    for (name, who, words) in [
        (
            "a.txt",
            "Norway",
            "Victim assistance comes first. Victim assistance needs money. Clear fields save lives.",
        ),
        (
            "b.txt",
            "Denmark",
            "We fund victim assistance. Clear fields save lives, and clear fields feed us.",
        ),
        (
            "c.txt",
            "Sweden",
            "Clear fields are what we want. Risk education is a duty.",
        ),
    ] {
        folder.write(
            name,
            format!("Statement of {who}\nGeneva, 14 June 2021\n\n{words}\n"),
        );
    }
    let counts = "TOPICS OF SEVERAL\n  Victim assistance  Norway 2 · Denmark 1\n  \
                  the sentences: --show all\n\n\
                  All speak of: Clear fields.\n";
    for command in ["figures", "collate"] {
        let shown = folder
            .line(&format!("{command} a.txt b.txt c.txt"))
            .stdout();
        assert!(shown.starts_with(counts), "{command}: {shown}");
    }
    let all = folder.line("figures a.txt b.txt c.txt --show all").stdout();
    let sentence = "  Denmark  ×1  We fund victim assistance.";
    assert!(all.contains(sentence), "{all}");
    folder
        .line("report a.txt b.txt c.txt -o page.html")
        .stdout();
    let page = folder.read("page.html");
    for part in [
        "Topics of several",
        "We fund victim assistance.",
        "All speak of: Clear fields.",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_subject_that_three_statements_name_and_the_last_does_not_is_told() {
    let folder = Folder::new();
    let write = |year: u16, words: &str| {
        let text = format!("Statement of Norway\n3 May {year}\n\n{words}\n");
        folder.write(&format!("{year}.txt"), text);
    };
    write(
        2021,
        "Peace in the Northern Gulf is near, and the Marsh Fund helps.",
    );
    write(
        2022,
        "Trade with the Northern Gulf grew by 4 per cent. Our Marsh Fund helps.",
    );
    write(
        2023,
        "We look to the Northern Gulf with hope and to the Marsh Fund.",
    );
    write(
        2024,
        "Trade grew by 5 per cent. All money of the fund is spent in the marsh.",
    );
    let table = folder
        .line("figures 2021.txt 2022.txt 2023.txt 2024.txt")
        .stdout();
    assert!(
        table.contains("Northern Gulf: not in 2024, named 3 times in the three before"),
        "{table}"
    );
    assert!(
        !table.contains("Marsh Fund:"),
        "its words are said: {table}"
    );
    let records = folder
        .line("figures 2021.txt 2022.txt 2023.txt 2024.txt -f json")
        .stdout();
    let subject = r#""name":"Northern Gulf","times":3,"last":"2023","now":"2024""#;
    assert!(
        records
            .replace([' ', '\n'], "")
            .contains(&subject.replace(' ', "")),
        "{records}"
    );
    // Words that are as rare as one another are all looked for.
    write(2024, "The Gulf is calm, and trade grew by 6 per cent.");
    let table = folder
        .line("figures 2021.txt 2022.txt 2023.txt 2024.txt")
        .stdout();
    assert!(!table.contains("Northern Gulf:"), "{table}");
    // Two running are no habit.
    let table = folder.line("figures 2022.txt 2023.txt 2024.txt").stdout();
    assert!(!table.contains("Northern Gulf:"), "{table}");
}

/// Two statements of which each has figures of its own.
fn apart() -> Folder {
    let folder = Folder::new();
    let frame = "The ministry runs the register of all fields. Each field has a number and a map.";
    let says = |own: &str| format!("Statement of Denmark\n\n{frame}\n\n{own}\n");
    folder.write(
        "old.txt",
        says(
            "Poverty went down from 49 per cent to 5 per cent, as the bureau of statistics has it.",
        ),
    );
    folder.write(
        "new.txt",
        says("The harbour takes ships of 40,000 tons. Parking was free."),
    );
    folder
}

#[test]
fn figures_that_one_statement_alone_states_are_quoted_in_its_words() {
    let folder = apart();
    let report = folder.line("diff old.txt new.txt --width 80").stdout();
    let rows = [
        "FIGURES NO LONGER STATED\n  − Poverty went down from [-49 per cent-] to [-5 per cent-], as",
        "NEW FIGURES\n  + The harbour takes ships of {+40,000 tons+}.",
    ];
    for row in rows {
        assert!(report.contains(row), "{row}: {report}");
    }
    assert!(report.contains("− gone · + new"), "{report}");
    let markdown = folder.line("diff old.txt new.txt -f md").stdout();
    assert!(
        markdown.contains("- ¶3: Poverty went down from ~~49 per cent~~ to ~~5 per cent~~, as"),
        "{markdown}"
    );
    let checks = folder.line("diff old.txt new.txt -f junit").stdout();
    assert!(
        checks.contains("40,000 tons (new): “The harbour takes ships of 40,000 tons.”"),
        "{checks}"
    );
    let page = folder.line("diff old.txt new.txt -f html").stdout();
    assert!(!page.contains("class=\"measure\""), "{page}");
}

#[test]
fn a_cell_of_a_table_that_one_statement_alone_has_is_named_by_its_heads() {
    let folder = Folder::new();
    let table = |more: &str| format!("# Costs\n\n| | 2031 |\n|-|-|\n| Roads | 40 |\n{more}");
    folder.write("old.md", table(""));
    folder.write("new.md", table("| Bridges | 70 |\n"));
    let report = folder.line("diff old.md new.md").stdout();
    assert!(report.contains("FIGURES\n  + Bridges"), "{report}");
}

#[test]
fn rows_of_the_ledger_stand_in_the_words_of_a_sentence_and_have_the_name_that_the_user_gives() {
    let folder = apart();
    folder.write(
        "third.txt",
        "Statement of Denmark\n\nThe harbour takes ships of 50,000 tons.\n",
    );
    let once = folder
        .line("figures old.txt new.txt third.txt --width 90")
        .stdout();
    assert!(
        flat(&once).contains("49 per cent, 5 per cent Poverty went down from 49 per cent to 5"),
        "{once}"
    );
    let row = "The harbour takes ships of 50,000 tons.\n";
    assert!(
        !once.contains(row),
        "where columns fit, they stand alone: {once}"
    );
    let rows = folder
        .line("figures old.txt new.txt third.txt --width 50")
        .stdout();
    assert!(rows.contains(row), "{rows}");
    let named = "figures old.txt new.txt third.txt --width 90 --name-measure poor=poverty";
    let named = folder.line(named).stdout();
    assert!(named.contains("  poor  "), "{named}");
}
