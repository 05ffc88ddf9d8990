//! One witness as the aligner sees it: the compared words of each paragraph.

use std::cmp::Ordering;

use crate::model::{Key, Vocabulary, Witness};

/// The keys of a witness, paragraph by paragraph.
#[derive(Debug)]
pub(super) struct Text {
    keys: Vec<Key>,
    /// Where each paragraph starts in `keys`, then the number of keys.
    starts: Vec<usize>,
}

impl Text {
    pub(super) fn new(witness: &Witness) -> Self {
        Self::renamed(witness, |key| key)
    }

    /// With the keys of another vocabulary.
    pub(super) fn renamed(witness: &Witness, mut rename: impl FnMut(Key) -> Key) -> Self {
        let segmented = &witness.segmented;
        let mut text = Self {
            keys: Vec::with_capacity(segmented.tokens.len()),
            starts: vec![0],
        };
        for index in 0..segmented.paragraphs.len() {
            let tokens = segmented.paragraph_tokens(index);
            text.keys
                .extend(tokens.iter().map(|token| rename(token.key)));
            text.starts.push(text.keys.len());
        }
        text
    }

    /// An order of texts that their words alone decide, not their keys; equal
    /// when word for word and paragraph for paragraph the same.
    pub(super) fn order(&self, other: &Self, vocabulary: &Vocabulary) -> Ordering {
        // Keys depend on which text was read first, words do not.
        let mut differing = self.keys.iter().zip(&other.keys).filter(|(x, y)| x != y);
        let by_word = differing
            .next()
            .map(|(&x, &y)| vocabulary.word(x).cmp(vocabulary.word(y)));
        by_word.unwrap_or_else(|| {
            let lens = self.keys.len().cmp(&other.keys.len());
            lens.then_with(|| self.starts.cmp(&other.starts))
        })
    }

    /// Number of paragraphs.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The keys of paragraph `index`.
    pub(super) fn paragraph(&self, index: usize) -> &[Key] {
        &self.keys[self.starts[index]..self.starts[index + 1]]
    }

    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &[Key]> {
        (0..self.len()).map(|index| self.paragraph(index))
    }

    /// Number of keys in all paragraphs.
    pub(super) fn len_keys(&self) -> usize {
        self.keys.len()
    }
}

/// The number of a paragraph as links have it.
pub(super) fn narrow(paragraph: usize) -> u32 {
    u32::try_from(paragraph).expect("fewer than 2^32 paragraphs")
}

/// How many items of two ascending lists stand in both, one that is repeated as often as
/// both have it.
pub(super) fn count_common<T: Ord>(one: &[T], other: &[T]) -> u32 {
    let (mut x, mut y, mut common) = (0, 0, 0);
    while let (Some(own), Some(its)) = (one.get(x), other.get(y)) {
        common += u32::from(own == its);
        x += usize::from(own <= its);
        y += usize::from(its <= own);
    }
    common
}

/// The share of the words of both, each sorted, that are in common, 0 to 1 (Dice,
/// *Measures of the amount of ecologic association between species*, 1945).
pub(super) fn dice(one: &[Key], other: &[Key]) -> f64 {
    let common = count_common(one, other);
    let all = u32::try_from(one.len() + other.len()).expect("fewer than 2^32 words");
    2.0 * f64::from(common) / f64::from(all.max(1))
}
