//! Edit scripts as character spans.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use super::address::Addresses;
use crate::model::{Edit, EditOp, Link, Token, Witness, serialize_by_name};

/// One step of an edit script. Spans are in characters of the link's
/// paragraphs joined by one blank; consecutive steps abut and cover both sides.
/// What is `equal` is so to the letter: the text before with each other step
/// replaced by its slice of the text after is the text after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EditRecord {
    /// What becomes of the words before.
    pub op: EditOp,
    /// On the side before.
    pub before: [u32; 2],
    /// On the side after.
    pub after: [u32; 2],
    /// Of a `replace` that is no change of words: how the two are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Spelling>,
}

/// How two stretches that say the same are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spelling {
    /// With other blanks.
    Blank,
    /// In capital letters or small ones.
    Case,
    /// With other marks: quotes, dashes, list marks.
    Mark,
}

impl Spelling {
    /// The name in the output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Case => "case",
            Self::Mark => "mark",
        }
    }
}

serialize_by_name!(Spelling);

/// Some paragraphs joined by one blank, whose tokens have places in characters.
struct Joined<'a> {
    paragraphs: Vec<JoinedParagraph<'a>>,
    addresses: &'a Addresses<'a>,
    text: &'a str,
    /// How many tokens and characters there are.
    tokens: u32,
    len: u32,
}

/// One of the paragraphs.
struct JoinedParagraph<'a> {
    tokens: &'a [Token],
    /// How many tokens and characters stand before it.
    first: u32,
    shift: u32,
    /// How many characters stand before it in its document.
    base: u32,
    /// Its bytes in its document.
    bytes: Range<usize>,
}

impl<'a> Joined<'a> {
    fn new(witness: &'a Witness, addresses: &'a Addresses<'a>, paragraphs: &[u32]) -> Self {
        let mut joined = Self {
            paragraphs: Vec::with_capacity(paragraphs.len()),
            addresses,
            text: &witness.document.text,
            tokens: 0,
            len: 0,
        };
        for (at, &paragraph) in paragraphs.iter().enumerate() {
            let span = witness.document.paragraphs[paragraph as usize].span;
            let tokens = witness.segmented.paragraph_tokens(paragraph as usize);
            let base = addresses.chars_before(span.start);
            let shift = joined.len + u32::from(at > 0);
            joined.paragraphs.push(JoinedParagraph {
                tokens,
                first: joined.tokens,
                shift,
                base,
                bytes: span.range(),
            });
            joined.tokens += u32::try_from(tokens.len()).expect("fewer tokens than bytes");
            joined.len = shift + addresses.chars_before(span.end) - base;
        }
        joined
    }

    /// Where the token at `position` starts; the first at 0, and one past the
    /// last at the end.
    fn offset(&self, position: u32) -> u32 {
        // Blanks at the ends belong to the first and the last token, so that the steps cover both
        // sides.
        if position == self.tokens {
            return self.len;
        }
        if position == 0 {
            return 0;
        }
        let next = self
            .paragraphs
            .partition_point(|paragraph| paragraph.first <= position);
        // The last paragraph that begins at the token or before it: an empty one begins where the
        // next does.
        let paragraph = &self.paragraphs[next - 1];
        let token = paragraph.tokens[(position - paragraph.first) as usize];
        self.addresses.chars_before(token.span.start) - paragraph.base + paragraph.shift
    }

    fn span(&self, range: &Range<u32>) -> [u32; 2] {
        let start = match range.start {
            0 => 0,
            start => self.offset(start),
        };
        [start, self.offset(range.end)]
    }

    /// The slices of some tokens, in order: what stands before a first one, then
    /// by turns a token and what stands behind it, each with where it starts.
    fn slices(&self, range: &Range<u32>) -> Vec<(u32, Cow<'a, str>)> {
        let mut slices = Vec::with_capacity(2 * range.len() + 1);
        // A list mark is no token: what stands before the first one is a slice as well.
        if range.start == 0 {
            let first = &self.paragraphs[0];
            let end = first.tokens.first().map_or(first.bytes.end, start_byte);
            slices.push((0, Cow::Borrowed(&self.text[first.bytes.start..end])));
        }
        for position in range.clone() {
            let next = self
                .paragraphs
                .partition_point(|paragraph| paragraph.first <= position);
            let paragraph = &self.paragraphs[next - 1];
            let at = (position - paragraph.first) as usize;
            let token = paragraph.tokens[at];
            let (start, end) = (start_byte(&token), token.span.range().end);
            let shift =
                |byte: u32| self.addresses.chars_before(byte) - paragraph.base + paragraph.shift;
            slices.push((
                shift(token.span.start),
                Cow::Borrowed(&self.text[start..end]),
            ));
            slices.push((shift(token.span.end), self.gap(next, at, end)));
        }
        slices
    }

    /// What stands behind a token that ends at a byte, up to the next one; `next`
    /// is the number of the paragraph after its own.
    fn gap(&self, next: usize, at: usize, end: usize) -> Cow<'a, str> {
        let paragraph = &self.paragraphs[next - 1];
        if let Some(token) = paragraph.tokens.get(at + 1) {
            return Cow::Borrowed(&self.text[end..start_byte(token)]);
        }
        // The last token of a paragraph is followed by the blank that joins it to the next.
        let rest = &self.text[end..paragraph.bytes.end];
        let Some(other) = self.paragraphs.get(next) else {
            return Cow::Borrowed(rest);
        };
        let stop = other.tokens.first().map_or(other.bytes.end, start_byte);
        Cow::Owned(format!("{rest} {}", &self.text[other.bytes.start..stop]))
    }
}

fn start_byte(token: &Token) -> usize {
    token.span.range().start
}

/// How two slices that say the same are written; `None` where they are the same
/// to the letter.
fn kind(before: &str, after: &str) -> Option<Spelling> {
    let is_blank = |text: &str| text.chars().all(char::is_whitespace);
    if before == after {
        None
    } else if is_blank(before) && is_blank(after) {
        Some(Spelling::Blank)
    } else if before.to_lowercase() == after.to_lowercase() {
        Some(Spelling::Case)
    } else {
        Some(Spelling::Mark)
    }
}

/// The steps of tokens that are equal as they are compared: what is written
/// alike, and by turns what is not, with how it differs.
fn equal_records(
    (old, before): (&Joined<'_>, &Range<u32>),
    (new, after): (&Joined<'_>, &Range<u32>),
) -> Vec<EditRecord> {
    let slices = (old.slices(before), new.slices(after));
    let ends = (old.span(before)[1], new.span(after)[1]);
    let mut records: Vec<EditRecord> = Vec::new();
    // An edit that starts at the first token of one side alone has a slice more there.
    let skips = (
        usize::from(slices.0.len() > slices.1.len()),
        usize::from(slices.1.len() > slices.0.len()),
    );
    if let Some(lead) = lead(&slices, skips) {
        records.push(lead);
    }
    let pairs = slices.0[skips.0..].iter().zip(&slices.1[skips.1..]);
    for ((start, old), (other, new)) in pairs {
        let kind = kind(old, new);
        // Slices that are written alike, or differ in the same way, are one step.
        if old.is_empty() && new.is_empty() || records.last().is_some_and(|last| last.kind == kind)
        {
            continue;
        }
        if let Some(last) = records.last_mut() {
            (last.before[1], last.after[1]) = (*start, *other);
        }
        records.push(EditRecord {
            op: match kind {
                Some(_) => EditOp::Replace,
                None => EditOp::Equal,
            },
            before: [*start, ends.0],
            after: [*other, ends.1],
            kind,
        });
    }
    records
}

type Slices<'a> = Vec<(u32, Cow<'a, str>)>;

/// What one side alone has before its first token.
fn lead(slices: &(Slices<'_>, Slices<'_>), skips: (usize, usize)) -> Option<EditRecord> {
    let (side, words) = match skips {
        (1, 0) => (0, &slices.0[0].1),
        (0, 1) => (1, &slices.1[0].1),
        _ => return None,
    };
    let len = u32::try_from(words.chars().count()).expect("texts are below 4 GiB");
    let starts = [slices.0.get(skips.0)?.0, slices.1.get(skips.1)?.0];
    let span = |at: usize| {
        if at == side {
            [0, len]
        } else {
            [starts[at]; 2]
        }
    };
    (len > 0).then(|| EditRecord {
        op: match side {
            0 => EditOp::Delete,
            _ => EditOp::Insert,
        },
        before: span(0),
        after: span(1),
        kind: Some(Spelling::Mark),
    })
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
    let records = |edit: &Edit| match edit.op {
        EditOp::Equal => equal_records((&old, &edit.before), (&new, &edit.after)),
        _ => vec![EditRecord {
            op: edit.op,
            before: old.span(&edit.before),
            after: new.span(&edit.after),
            kind: None,
        }],
    };
    link.edits.iter().flat_map(records).collect()
}
