//! One statement in every format reads the same.

use std::path::Path;

use verbale::compare::witness;
use verbale::load::{LoadOptions, Tracked, load, load_bytes};
use verbale::model::{Document, Figure, NoticeCode, Role, Vocabulary};

const FORMATS: [&str; 5] = ["docx", "odt", "rtf", "html", "eml"];

fn read(format: &str, options: &LoadOptions) -> Document {
    let path = format!("fixtures/documents/statement.{format}");
    load(Path::new(&path), options).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_format_gives_the_same_text() {
    let expected = include_str!("../fixtures/documents/statement.txt");
    for format in FORMATS {
        let document = read(format, &LoadOptions::default());
        assert_eq!(document.text, expected.trim_end(), "{format}");
    }
}

#[test]
fn tracked_changes_are_accepted_with_a_notice_and_rejected_when_asked() {
    let rejecting = LoadOptions {
        tracked: Tracked::Reject,
        ..LoadOptions::default()
    };
    for format in FORMATS {
        let accepted = read(format, &LoadOptions::default());
        let codes: Vec<_> = accepted.notices.iter().map(|notice| notice.code).collect();
        assert!(
            codes.contains(&NoticeCode::ResolvedTrackedChanges),
            "{format}"
        );
        let rejected = read(format, &rejecting).text;
        assert!(
            rejected.contains("restored 1,180 km²"),
            "{format}: {rejected}"
        );
    }
}

#[test]
fn every_format_tells_headings_rows_and_notes() {
    for format in FORMATS {
        let document = read(format, &LoadOptions::default());
        let roles: Vec<Role> = document
            .paragraphs
            .iter()
            .map(|paragraph| paragraph.role)
            .collect();
        assert_eq!(roles[5], Role::ListItem, "{format}");
        assert_eq!(roles[9], Role::TableRow, "{format}");
        assert_eq!(roles[13], Role::Note, "{format}");
    }
}

/// What the figures of a file say, with the sentence each stands in. List
/// marks are left out: formats differ in who writes them.
fn figures(document: Document) -> Vec<String> {
    let read = witness(document, &mut Vocabulary::default());
    let text = &read.document.text;
    let say = |figure: &Figure| {
        let mut sentences = read
            .segmented
            .paragraph_sentences(figure.paragraph as usize);
        let sentence = sentences.nth(figure.sentence as usize);
        let quote = sentence.map(|tokens| {
            let tokens = &read.segmented.tokens[tokens];
            tokens[0].span.to(tokens[tokens.len() - 1].span).of(text)
        });
        let values = (figure.value, figure.low, figure.high, figure.bound);
        let measure = (&figure.unit, &figure.subject, &figure.date, &figure.period);
        format!("{} {values:?} {measure:?} {quote:?}", figure.span.of(text))
    };
    read.figures.iter().map(say).collect()
}

#[test]
fn every_format_has_the_figures_of_the_plain_text() {
    let expected = figures(read("txt", &LoadOptions::default()));
    assert!(expected.len() > 5);
    for format in FORMATS {
        let found = figures(read(format, &LoadOptions::default()));
        assert_eq!(found, expected, "{format}");
    }
    let text = include_str!("../fixtures/documents/statement.pdf.txt").replace('\n', "\n\n");
    let plain = load_bytes("statement.txt", text.as_bytes(), &LoadOptions::default());
    let expected = figures(plain.unwrap_or_else(|error| panic!("{error}")));
    for name in [
        "typst-spaced",
        "typst-columns",
        "weasyprint-indent",
        "reportlab-ragged",
    ] {
        // The notes, which come last, are not in the text.
        let path = format!("fixtures/documents/{name}.pdf");
        let document = load(Path::new(&path), &LoadOptions::default());
        let found = figures(document.unwrap_or_else(|error| panic!("{error}")));
        assert_eq!(found[..expected.len()], expected, "{name}");
    }
}
