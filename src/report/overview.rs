//! Two folders at a glance: which statements correspond, how much of each pair
//! changed, and what has no partner.

use serde::Serialize;

use super::change_kind::ChangeKind;
use super::comparison::ComparisonRecord;
use super::digest::title;
use super::document::DocumentRecord;
use crate::model::Verdict;
use crate::model::{Document, NoticeCode};

/// The table above the comparisons of two folders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Overview {
    /// One a pair, in the order of the folder after.
    pub rows: Vec<OverviewRow>,
    /// Statements that only the folder before has.
    pub gone: Vec<String>,
    /// Statements that only the folder after has.
    pub new: Vec<String>,
}

/// One pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverviewRow {
    /// *marenia-2021 (Marenia, 2021-11-16)*.
    pub before: String,
    /// The same of the statement after.
    pub after: String,
    /// *2 figures, 1 date, 4 passages*.
    pub reported: String,
}

impl Overview {
    /// The overview of `documents`, whose `pairs` have `records`; what is in no
    /// pair and says so in its notices is listed apart.
    #[must_use]
    pub fn new(
        documents: &[&Document],
        pairs: &[(usize, usize)],
        records: &[ComparisonRecord<'_>],
    ) -> Self {
        let name = |at: usize| title(&DocumentRecord::new(documents[at]));
        let row =
            |(&(before, after), record): (&(usize, usize), &ComparisonRecord<'_>)| OverviewRow {
                before: name(before),
                after: name(after),
                reported: news_counts(record),
            };
        let lone = |code: NoticeCode| -> Vec<String> {
            let its = |at: &usize| has(documents[*at], code);
            (0..documents.len()).filter(its).map(name).collect()
        };
        Self {
            rows: pairs.iter().zip(records).map(row).collect(),
            gone: lone(NoticeCode::OnlyBefore),
            new: lone(NoticeCode::OnlyAfter),
        }
    }
}

fn has(document: &Document, code: NoticeCode) -> bool {
    document.notices.iter().any(|notice| notice.code == code)
}

/// How much news there is, by kind.
fn news_counts(record: &ComparisonRecord<'_>) -> String {
    let of = |kind: ChangeKind| {
        let changes = record.changes.iter().filter(|change| change.kind == kind);
        let news = changes.filter(|change| change.verdict.fact().is_some_and(Verdict::is_news));
        news.count()
    };
    let passages = record.passages.iter().filter(|passage| passage.is_news());
    let headers = record.notices.iter();
    let headers = headers.filter(|notice| notice.code == NoticeCode::PageFurniture);
    // All that makes `summary.differs` true has its count.
    let counts = [
        (of(ChangeKind::Figure), "figure", "figures"),
        (of(ChangeKind::Commitment), "promise", "promises"),
        (of(ChangeKind::Date), "date", "dates"),
        // As in the digest, where those who are thanked stand among the names.
        (
            of(ChangeKind::Label) + of(ChangeKind::Stance),
            "name",
            "names",
        ),
        (passages.count(), "passage", "passages"),
        (headers.count(), "page header", "page headers"),
    ];
    let parts = counts.iter().filter(|(count, ..)| *count > 0);
    let parts: Vec<String> = parts
        .map(|&(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    if parts.is_empty() {
        "no differences".to_owned()
    } else {
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    /// What the overview tells of two statements, and whether their comparison differs.
    fn told(before: &str, after: &str, headers: [&str; 2]) -> (String, bool) {
        let mut vocabulary = Vocabulary::new();
        let [old, new] = [(before, headers[0]), (after, headers[1])].map(|(text, header)| {
            let mut document =
                load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap();
            document.running_headers = Some(vec![header.to_owned()]);
            read_witness(document, &mut vocabulary)
        });
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let record = ComparisonRecord::new(&old, &new, &found);
        let differs = record.summary.differs;
        let documents = [&old.document, &new.document];
        let overview = Overview::new(&documents, &[(0, 1)], &[record]);
        (overview.rows[0].reported.clone(), differs)
    }

    #[test]
    fn a_pair_that_differs_in_whom_it_thanks_or_in_its_headers_has_differences() {
        let thanks = |whom: &str| {
            format!("The roads are open again.\n\nI thank you, Madam Chair, and {whom}.")
        };
        let [chad, mali] = ["Chad", "Mali"].map(thanks);
        let same = ["Check against delivery"; 2];
        for (after, headers, expected) in [
            (&chad, same, ("no differences", false)),
            (&mali, same, ("2 names", true)),
            (&chad, ["Draft", "Final"], ("1 page header", true)),
        ] {
            let (reported, differs) = told(&chad, after, headers);
            assert_eq!((reported.as_str(), differs), expected);
        }
    }

    #[test]
    fn a_statement_has_the_notices_that_were_made_of_it() {
        let document = Document {
            notices: vec![crate::model::Notice {
                code: NoticeCode::OnlyAfter,
                message: String::new(),
                span: None,
            }],
            ..Document::default()
        };
        assert!(has(&document, NoticeCode::OnlyAfter) && !has(&document, NoticeCode::OnlyBefore));
    }
}
