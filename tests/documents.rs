//! One statement in every format reads the same.

use std::path::Path;

use verbale::compare::read_witness;
use verbale::load::{LoadOptions, Tracked, load, load_bytes};
use verbale::model::{Document, Figure, NoticeCode, Paragraph, Role, Vocabulary};

const FORMATS: [&str; 7] = ["docx", "doc", "odt", "fodt", "rtf", "html", "eml"];

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

/// The lines of the table of the statement.
const TABLE: &[std::ops::Range<usize>] = &[8..10, 10..11];

/// The lines of the statement that each further file has.
const PARTS: [(&str, &[std::ops::Range<usize>]); 6] = [
    ("table.xlsx", TABLE),
    ("table.ods", TABLE),
    ("table.csv", TABLE),
    ("slides.pptx", &[0..1, 5..12]),
    ("book.epub", &[0..1, 4..8]),
    ("act.xml", &[0..1, 4..8]),
];

#[test]
fn workbooks_slides_books_and_xml_give_their_part_of_the_text() {
    let lines: Vec<&str> = include_str!("../fixtures/documents/statement.txt")
        .lines()
        .collect();
    for (name, parts) in PARTS {
        let path = Path::new("fixtures/documents").join(name);
        let document =
            load(&path, &LoadOptions::default()).unwrap_or_else(|error| panic!("{error}"));
        let wanted: Vec<&str> = parts
            .iter()
            .flat_map(|part| &lines[part.clone()])
            .copied()
            .collect();
        let body = |paragraph: &Paragraph| {
            let start = paragraph.numbering.end.max(paragraph.span.start) as usize;
            &document.text[start..paragraph.span.end as usize]
        };
        let found: Vec<&str> = document.paragraphs.iter().map(body).collect();
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn a_workbook_a_sheet_and_a_text_name_the_same_figures() {
    let figures = |name: &str| {
        let path = Path::new("fixtures/documents").join(name);
        let document =
            load(&path, &LoadOptions::default()).unwrap_or_else(|error| panic!("{error}"));
        let figures = read_witness(document, &mut Vocabulary::new())
            .figures
            .into_iter();
        let told = figures.map(|figure| (figure.value, figure.title, figure.period));
        told.collect::<Vec<_>>()
    };
    let wanted = figures("table.csv");
    assert_eq!(wanted.len(), 4);
    assert_eq!(wanted[0].1.as_deref(), Some("Rivers surveyed"));
    assert_eq!(figures("table.xlsx"), wanted);
    assert_eq!(figures("table.ods"), wanted);
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
    let read = read_witness(document, &mut Vocabulary::default());
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
    // Rows of a table stand below one another, paragraphs apart.
    let lines = include_str!("../fixtures/documents/statement.pdf.txt").lines();
    let text: String = lines
        .map(|line| {
            let end = if line.contains(" | ") { "\n" } else { "\n\n" };
            [line, end].concat()
        })
        .collect();
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
