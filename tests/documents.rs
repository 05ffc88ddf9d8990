//! One statement in every format reads the same.

use std::path::Path;

use verbale::load::{LoadOptions, Tracked, load};
use verbale::model::{Document, NoticeCode, Role};

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
