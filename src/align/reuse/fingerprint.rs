//! Fingerprints of a text: a sample of its shingles, picked by the shingles themselves, so
//! that two texts with a long enough stretch in common have one of it in common
//! (*winnowing*: Schleimer, Wilkerson and Aiken, SIGMOD 2003).

use crate::align::phrases::{hash_word, mix};
use crate::model::{Key, Role, TokenClass, Vocabulary, Witness};

use super::narrow;

/// Words in a shingle. With shorter ones idioms of three or four words are candidates.
pub(super) const SHINGLE: usize = 5;

/// Neighbouring shingles of which one is picked at least: what two texts have in common
/// over `SHINGLE + WINDOW - 1` words, eight, is never missed.
const WINDOW: usize = 4;

/// The most numbers in a shingle; rows of tables have more.
const MAX_NUMBERS: usize = 2;

/// What all numbers are taken for, so that a sentence is found again with other figures.
const NUMBER: u32 = 0;

/// The words of a statement, its marks left out.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The same for the same word in every run; of numbers `NUMBER`.
    pub(super) hashes: Vec<u32>,
    /// Index of each in the tokens of the witness.
    pub(super) tokens: Vec<u32>,
    /// By word: where its sentence starts and ends, as positions here.
    pub(super) sentences: Vec<(u32, u32)>,
}

/// A shingle that was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fingerprint {
    pub(super) hash: u64,
    /// Position of its first word among the words of the statement.
    pub(super) at: u32,
}

/// The hash of each word of a vocabulary.
pub(super) fn word_hashes(vocabulary: &Vocabulary) -> Vec<u32> {
    let keys = (0..narrow(vocabulary.len())).map(Key);
    keys.map(|key| match vocabulary.class(key) {
        // *We cleared 140 mines in 2021* and *we cleared 200 mines in 2022* are one sentence.
        TokenClass::Number => NUMBER,
        TokenClass::Word | TokenClass::Mark => hash_word(vocabulary.word(key)).max(NUMBER + 1),
    })
    .collect()
}

impl Words {
    /// The words of `witness` that are said; `hashes` are those of its vocabulary.
    pub(super) fn new(witness: &Witness, vocabulary: &Vocabulary, hashes: &[u32]) -> Self {
        let mut words = Self::default();
        let segmented = &witness.segmented;
        for (index, paragraph) in witness.document.paragraphs.iter().enumerate() {
            if !is_said(paragraph.role) {
                continue;
            }
            for sentence in segmented.paragraph_sentences(index) {
                let start = words.hashes.len();
                for at in sentence {
                    let key = segmented.tokens[at].key;
                    if vocabulary.class(key) != TokenClass::Mark {
                        words.hashes.push(hashes[key.0 as usize]);
                        words.tokens.push(narrow(at));
                    }
                }
                let sentence = (narrow(start), narrow(words.hashes.len()));
                words.sentences.resize(words.hashes.len(), sentence);
            }
        }
        words
    }

    /// The words from `at` on, twice as many as a shingle has; fewer at the end.
    pub(super) fn longer(&self, at: u32) -> &[u32] {
        let start = at as usize;
        &self.hashes[start..(start + 2 * SHINGLE).min(self.hashes.len())]
    }

    /// Its fingerprints, in the order of the text.
    pub(super) fn fingerprints(&self) -> Vec<Fingerprint> {
        let shingles: Vec<Option<u64>> = self.hashes.windows(SHINGLE).map(shingle).collect();
        let mut picked: Vec<Fingerprint> = Vec::with_capacity(shingles.len() / 2);
        let whole = WINDOW.min(shingles.len()).max(1);
        for (start, window) in shingles.windows(whole).enumerate() {
            // Of equal ones the last, so that it stays picked in the windows that follow.
            let known = window.iter().enumerate().rev();
            let least = known
                .filter_map(|(at, hash)| Some((at, (*hash)?)))
                .min_by_key(|(_, hash)| *hash);
            let Some((at, hash)) = least else { continue };
            let at = narrow(start + at);
            if picked.last().is_none_or(|last| last.at != at) {
                picked.push(Fingerprint { hash, at });
            }
        }
        picked
    }
}

/// The hash of a shingle; `None` of one that is mostly numbers.
fn shingle(words: &[u32]) -> Option<u64> {
    let numbers = words.iter().filter(|word| **word == NUMBER).count();
    // *12 14 16 18 20* of a table is met by chance.
    (numbers <= MAX_NUMBERS).then(|| words.iter().fold(0, |hash, word| mix(hash, *word)))
}

/// Whether a paragraph is a part of what is said, courtesies with it; cells of tables and
/// what stands above and below a text are not.
fn is_said(role: Role) -> bool {
    match role {
        Role::Body
        | Role::Heading
        | Role::ListItem
        | Role::Quote
        | Role::Note
        | Role::Salutation
        | Role::Courtesy => true,
        Role::TableRow | Role::Letterhead | Role::DateLine | Role::Ornament | Role::Contents => {
            false
        }
    }
}
