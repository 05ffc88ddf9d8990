//! The formats that are made to be sent: page, Markdown, Word.

use std::collections::BTreeSet;
use std::path::Path;

use verbale::align::AlignOptions;
use verbale::compare::{compare, read_witness};
use verbale::load::{LoadOptions, Tracked, load, load_bytes};
use verbale::model::{Comparison, Document, Vocabulary, Witness};
use verbale::render::terminal::{self, Layout, Names, Screen, Style};
use verbale::render::{docx, html, markdown};
use verbale::report::{
    ComparisonRecord, Detail, Digest, DocumentRecord, Page, PageInput, Redline, RowKind,
};

/// Pairs of fixtures, in all writing directions.
const PAIRS: [(&str, &str); 6] = [
    (
        "fixtures/statements/marenia/2021-11-16_marenia_clearance.txt",
        "fixtures/statements/marenia/2022-11-22_marenia_clearance.txt",
    ),
    (
        "fixtures/statements/veldland/2021-11-17_veldland_assistance.txt",
        "fixtures/statements/veldland/2022-11-23_veldland_assistance.md",
    ),
    (
        "fixtures/statements/languages/ar-2021.txt",
        "fixtures/statements/languages/ar-2022.txt",
    ),
    (
        "fixtures/pairs/moved-and-edited/before.txt",
        "fixtures/pairs/moved-and-edited/after.txt",
    ),
    (
        "fixtures/pairs/split/before.txt",
        "fixtures/pairs/split/after.txt",
    ),
    (
        "fixtures/pairs/moved-sentences/before.txt",
        "fixtures/pairs/moved-sentences/after.txt",
    ),
];

struct Compared {
    witnesses: [Witness; 2],
    found: Comparison,
}

impl Compared {
    fn new(before: Document, after: Document) -> Self {
        let mut vocabulary = Vocabulary::new();
        let witnesses = [before, after].map(|document| read_witness(document, &mut vocabulary));
        let options = AlignOptions::default();
        let found = compare(&witnesses[0], &witnesses[1], &vocabulary, &options);
        Self { witnesses, found }
    }

    fn fixtures(before: &str, after: &str) -> Self {
        let load =
            |path| load(Path::new(path), &LoadOptions::default()).expect("a fixture can be read");
        Self::new(load(before), load(after))
    }

    fn texts(before: &str, after: &str) -> Self {
        let load = |name, text: &str| {
            load_bytes(name, text.as_bytes(), &LoadOptions::default()).expect("text can be read")
        };
        Self::new(load("before.txt", before), load("after.txt", after))
    }

    fn record(&self) -> ComparisonRecord<'_> {
        ComparisonRecord::new(&self.witnesses[0], &self.witnesses[1], &self.found)
    }

    fn html(&self) -> String {
        let record = self.record();
        let input = PageInput {
            before: 0,
            after: 1,
            comparison: &self.found,
            record: &record,
        };
        html::page(&Page::new(&self.witnesses, &[input], &[], Vec::new()))
    }

    /// What `show` makes of the digest.
    fn digest(&self, show: impl Fn(&Digest<'_>) -> String) -> String {
        let record = self.record();
        let [before, after] = &self.witnesses;
        let (before, after) = (
            DocumentRecord::new(&before.document),
            DocumentRecord::new(&after.document),
        );
        show(&Digest::new(&before, &after, &record, Detail::Summary))
    }

    fn markdown(&self) -> String {
        self.digest(|digest| markdown::comparison(digest, &[]))
    }

    fn terminal(&self) -> String {
        let screen = Screen {
            width: 80,
            style: Style::Plain,
            layout: Layout::Inline,
        };
        self.digest(|digest| terminal::comparison(digest, screen, Names::Hidden))
    }

    fn docx(&self) -> Vec<u8> {
        let record = self.record();
        let [before, after] = &self.witnesses;
        let redline = Redline::new(before, after, &self.found, &record.changes);
        let revision = docx::Revision {
            author: "Desk",
            date: None,
        };
        let mut bytes = Vec::new();
        docx::write(&mut bytes, &redline, revision).expect("memory takes all");
        bytes
    }
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!(" {name}=\"");
    html.split(&open)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_link_of_a_page_has_one_place_to_go_to() {
    for (before, after) in PAIRS {
        let html = Compared::fixtures(before, after).html();
        let ids = attributes(&html, "id");
        let places: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), places.len(), "{after}");
        for link in attributes(&html, "href") {
            let place = link.strip_prefix('#').expect("links stay on the page");
            assert!(places.contains(place), "{after}: {link}");
        }
    }
}

/// A text of so many words of which every fourth is kept, in `step`s of others.
fn rewritten(step: usize) -> String {
    let words = (0..1200).map(|at| match at % 4 {
        0 => format!("field{at}"),
        _ => format!("road{}", (at + 1) * step),
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_passage_with_coarser_marks_is_told_in_every_report() {
    let compared = Compared::texts(&rewritten(7), &rewritten(10_007));
    assert_eq!(compared.found.notices.len(), 1);
    let notice = "¶1 is long and much rewritten: its marks are coarser";
    let record = serde_json::to_value(compared.record()).expect("a record is JSON");
    assert_eq!(record["notices"][0]["message"], notice);
    assert_eq!(record["notices"][0]["code"], "coarser-marks");
    for report in [compared.terminal(), compared.markdown(), compared.html()] {
        assert!(report.contains(notice), "{report}");
    }
}

#[test]
fn a_sentence_that_moved_is_linked_with_its_other_place() {
    let compared = Compared::fixtures(
        "fixtures/pairs/moved-sentences/before.txt",
        "fixtures/pairs/moved-sentences/after.txt",
    );
    let html = compared.html();
    let [to, from] = ["→ ¶3</a>", "¶1 →</a>"].map(|link| html.matches(link).count());
    assert!(html.contains("No paragraph is unchanged, 2 sentences moved."));
    // Inline and side by side.
    assert_eq!((to, from), (4, 2), "{html}");
    assert!(
        html.contains("[moved from ¶1: </span>Our schools"),
        "{html}"
    );
    let markdown = compared.markdown();
    assert!(markdown.contains("<i>Our schools teach each … from a stone.</i> →¶3"));
    assert!(markdown.contains("¶1→ <i>Our schools teach each pupil"));
}

#[test]
fn a_page_loads_nothing_and_is_small() {
    for (before, after) in PAIRS {
        let html = Compared::fixtures(before, after).html();
        assert!(attributes(&html, "src").is_empty());
        assert!(html.len() < 200_000, "{after}: {} bytes", html.len());
    }
}

#[test]
fn a_page_is_the_same_each_time() {
    let (before, after) = PAIRS[0];
    let compared = || Compared::fixtures(before, after);
    assert_eq!(compared().html(), compared().html());
    assert_eq!(compared().docx(), compared().docx());
}

#[test]
fn a_script_in_a_statement_is_text() {
    let script = "<script>alert(1)</script> cost us 12 mines and <b>all</b> the rest.";
    let compared = Compared::texts(
        &format!("We say that {script}"),
        &format!("We say again that {script}"),
    );
    let html = compared.html();
    assert_eq!(html.matches("<script").count(), 1);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    let markdown = compared.markdown();
    assert_eq!(
        markdown.matches("<script").count(),
        markdown.matches("\\<script").count()
    );
}

#[test]
fn arabic_is_set_from_right_to_left() {
    let (before, after) = PAIRS[2];
    let html = Compared::fixtures(before, after).html();
    assert!(html.contains("lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn a_word_document_holds_both_texts() {
    for (before, after) in PAIRS {
        assert_holds_both_texts(&Compared::fixtures(before, after), after);
    }
}

fn assert_holds_both_texts(compared: &Compared, name: &str) {
    let bytes = compared.docx();
    let [old, new] = &compared.witnesses;
    for (tracked, witness) in [(Tracked::Reject, old), (Tracked::Accept, new)] {
        let options = LoadOptions {
            tracked,
            ..LoadOptions::default()
        };
        let read = load_bytes("redline.docx", &bytes, &options).expect("it was just written");
        assert_eq!(read.text, witness.document.text, "{name} {tracked:?}");
    }
}

#[test]
fn a_paragraph_that_moved_as_it_was_is_a_move_in_word() {
    let lines = [
        "Our country thanks the Chair for the full report before us today.",
        "Teams from three districts cleared the valley and the road beside it.",
        "We ask every state that keeps old maps to hand them over this year.",
        "Partners in the region gave training to new teams of deminers again.",
    ];
    let before = lines.join("\n\n");
    let after = [lines[3], lines[0], lines[1], lines[2]].join("\n\n");
    let compared = Compared::texts(&before, &after);
    let [old, new] = &compared.witnesses;
    let record = compared.record();
    let redline = Redline::new(old, new, &compared.found, &record.changes);
    let ends = redline
        .rows
        .iter()
        .filter(|row| matches!(row.kind, RowKind::MovedFrom | RowKind::MovedTo));
    assert!(ends.clone().all(|row| row.is_plain_move));
    assert_eq!(ends.count(), 2);
    assert_holds_both_texts(&compared, "a plain move");
}

#[test]
fn markdown_tells_figures_in_a_table_and_wording_by_marks() {
    let compared = Compared::texts(
        "Our teams cleared 40 hectares of land in the valley last year.\n\n\
         We are committed to a country that is free of mines.",
        "Our teams cleared 75 hectares of land in the valley last year.\n\n\
         We hope for a country that is free of mines.",
    );
    let text = compared.markdown();
    assert!(text.contains("| 40 hectares | 75 hectares |"), "{text}");
    assert!(text.contains("~~are committed to~~ **hope for**"), "{text}");
}
