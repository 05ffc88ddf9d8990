//! Edit scripts as character spans.

use std::ops::Range;

use serde::Serialize;

use super::address::Addresses;
use crate::model::{Link, Token, Witness};

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

/// Some paragraphs joined by one blank, whose tokens have places in characters.
struct Joined<'a> {
    parts: Vec<Part<'a>>,
    addresses: &'a Addresses<'a>,
    /// How many tokens and characters there are.
    tokens: u32,
    len: u32,
}

/// One of the paragraphs.
struct Part<'a> {
    tokens: &'a [Token],
    /// How many tokens and characters stand before it.
    first: u32,
    shift: u32,
    /// How many characters stand before it in its document.
    base: u32,
}

impl<'a> Joined<'a> {
    fn new(witness: &'a Witness, addresses: &'a Addresses<'a>, paragraphs: &[u32]) -> Self {
        let mut joined = Self {
            parts: Vec::with_capacity(paragraphs.len()),
            addresses,
            tokens: 0,
            len: 0,
        };
        for (at, &paragraph) in paragraphs.iter().enumerate() {
            let span = witness.document.paragraphs[paragraph as usize].span;
            let tokens = witness.segmented.paragraph_tokens(paragraph as usize);
            let base = addresses.chars_before(span.start);
            let shift = joined.len + u32::from(at > 0);
            joined.parts.push(Part {
                tokens,
                first: joined.tokens,
                shift,
                base,
            });
            joined.tokens += u32::try_from(tokens.len()).expect("fewer tokens than bytes");
            joined.len = shift + addresses.chars_before(span.end) - base;
        }
        joined
    }

    /// Where the token at `position` starts; the first at 0, and one past the
    /// last at the end.
    fn offset(&self, position: u32) -> u32 {
        if position == self.tokens {
            return self.len;
        }
        if position == 0 {
            return 0;
        }
        let next = self.parts.partition_point(|part| part.first <= position);
        let part = &self.parts[next - 1];
        let token = part.tokens[(position - part.first) as usize];
        self.addresses.chars_before(token.span.start) - part.base + part.shift
    }

    fn span(&self, range: &Range<u32>) -> [u32; 2] {
        let start = match range.start {
            0 => 0,
            start => self.offset(start),
        };
        [start, self.offset(range.end)]
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
