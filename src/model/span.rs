//! A place in a text.

use std::ops::Range;

/// Half-open range of bytes in a text, counted from 0; both ends stand at
/// character boundaries.
///
/// Offsets are 32 bits wide: the loader refuses longer texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never before `start`.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` to `end`.
    ///
    /// # Panics
    ///
    /// When `end` is before `start` or past 4 GiB.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends after it starts");
        let narrow = |at: usize| u32::try_from(at).expect("a loaded text is shorter than 4 GiB");
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    /// The same bytes as a range that slices a `str`.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words that the span covers in `text`.
    ///
    /// # Panics
    ///
    /// When the span does not lie in `text` at character boundaries.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    #[must_use]
    pub fn len_bytes(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_overlap_where_they_share_a_byte() {
        let span = Span::new(10, 20);
        for (start, end, overlaps) in [
            (0, 10, false),
            (0, 11, true),
            (12, 15, true),
            (19, 30, true),
            (20, 30, false),
        ] {
            assert_eq!(
                span.overlaps(Span::new(start, end)),
                overlaps,
                "{start}..{end}"
            );
        }
    }
}
