//! Edit scripts as character spans.

use std::ops::Range;

use serde::Serialize;

use super::address::Addresses;
use crate::model::{Link, Witness};

/// One step of an edit script. Spans are in characters of the link's
/// paragraphs joined by one blank; consecutive steps abut and cover both
/// sides, so the `after` slices put end to end are the text after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditRecord {
    /// `equal`, `delete`, `insert` or `replace`.
    pub op: &'static str,
    /// On the side before.
    pub before: [u32; 2],
    /// On the side after.
    pub after: [u32; 2],
}

/// Character offsets of the tokens in some paragraphs joined by one blank.
struct Joined {
    starts: Vec<u32>,
    len: u32,
}

impl Joined {
    fn new(witness: &Witness, addresses: &Addresses<'_>, paragraphs: &[u32]) -> Self {
        let mut joined = Self {
            starts: Vec::new(),
            len: 0,
        };
        for (at, &paragraph) in paragraphs.iter().enumerate() {
            let span = witness.document.paragraphs[paragraph as usize].span;
            let base = addresses.chars_before(span.start);
            let shift = joined.len + u32::from(at > 0);
            let tokens = witness.segmented.paragraph_tokens(paragraph as usize);
            let start = |byte: u32| addresses.chars_before(byte) - base + shift;
            joined
                .starts
                .extend(tokens.iter().map(|token| start(token.span.start)));
            joined.len = start(span.end);
        }
        joined
    }

    /// Where the token at `position` starts; the first at 0, and one past the
    /// last at the end.
    fn offset(&self, position: u32) -> u32 {
        match position {
            0 => 0,
            at => self.starts.get(at as usize).copied().unwrap_or(self.len),
        }
    }

    fn span(&self, range: &Range<u32>) -> [u32; 2] {
        let last = self.starts.len() as u64;
        let end = if u64::from(range.end) == last {
            self.len
        } else {
            self.offset(range.end)
        };
        let start = if u64::from(range.start) == last && last > 0 {
            self.len
        } else {
            self.offset(range.start)
        };
        [start, end]
    }
}

/// The edit script of `link`.
#[must_use]
pub(super) fn edit_records(
    (before, old): (&Witness, &Addresses<'_>),
    (after, new): (&Witness, &Addresses<'_>),
    link: &Link,
) -> Vec<EditRecord> {
    if link.edits.is_empty() {
        return Vec::new();
    }
    let old = Joined::new(before, old, &link.before);
    let new = Joined::new(after, new, &link.after);
    let record = |edit: &crate::model::Edit| EditRecord {
        op: edit.op.name(),
        before: old.span(&edit.before),
        after: new.span(&edit.after),
    };
    link.edits.iter().map(record).collect()
}
