//! Compares what stands on the pages beside the text: headers and footers.
//!
//! Input: two documents. Output: a notice for each line that only one of them
//! has, the lines of both in order paired. Nothing where the format of either
//! does not tell them from the text.

use std::collections::BTreeSet;

use crate::model::{Document, Notice, NoticeCode};

/// What differs in the headers and footers of two documents.
pub(super) fn running_header_changes(before: &Document, after: &Document) -> Vec<Notice> {
    let (Some(old), Some(new)) = (&before.running_headers, &after.running_headers) else {
        return Vec::new();
    };
    let mut gone = only_in(old, new);
    let mut come = only_in(new, old);
    let mut notices = Vec::new();
    loop {
        let message = match (gone.next(), come.next()) {
            (Some(old), Some(new)) => format!("page furniture: “{old}” → “{new}”"),
            (Some(old), None) => format!("page furniture: “{old}” no longer stands there"),
            (None, Some(new)) => format!("page furniture: “{new}” is new"),
            (None, None) => return notices,
        };
        notices.push(Notice {
            code: NoticeCode::PageFurniture,
            span: None,
            message,
        });
    }
}

/// The lines of `ours` that `theirs` has not, each once.
fn only_in<'a>(ours: &'a [String], theirs: &[String]) -> impl Iterator<Item = &'a String> {
    let mut known: BTreeSet<&str> = theirs.iter().map(String::as_str).collect();
    // A header of forty pages is told once.
    let only: Vec<&String> = ours.iter().filter(|line| known.insert(line)).collect();
    only.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(before: Option<&[&str]>, after: Option<&[&str]>) -> Vec<String> {
        let document = |lines: Option<&[&str]>| Document {
            running_headers: lines.map(|lines| lines.iter().map(|&line| line.to_owned()).collect()),
            ..Document::default()
        };
        let changes = running_header_changes(&document(before), &document(after));
        changes.into_iter().map(|notice| notice.message).collect()
    }

    #[test]
    fn a_footer_that_changed_is_told_with_both_lines() {
        assert_eq!(
            reported(
                Some(&["Draft", "Fee: 15 euros"]),
                Some(&["Draft", "Fee: 20 euros"])
            ),
            ["page furniture: “Fee: 15 euros” → “Fee: 20 euros”"]
        );
        assert_eq!(
            reported(Some(&["Draft"]), Some(&[])),
            ["page furniture: “Draft” no longer stands there"]
        );
        assert_eq!(
            reported(Some(&[]), Some(&["Final", "Final"])),
            ["page furniture: “Final” is new"]
        );
    }

    #[test]
    fn a_format_that_keeps_no_running_headers_is_not_compared() {
        assert!(reported(None, Some(&["Draft"])).is_empty());
    }
}
