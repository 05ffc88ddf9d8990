//! Words as the parser sees them: hashes of a word and its parts.

use super::cluster::Clusters;

/// What is known of a word before it is tagged. Case, digits, quotation marks
/// and dashes are folded; numbers are all alike, but for years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// The folded word.
    pub(super) word: u64,
    /// Its last, last two and last three characters.
    pub(super) suffixes: [u64; 3],
    /// Its first two characters.
    pub(super) prefix: u64,
    /// Runs of capitals, small letters and digits; other characters as they are.
    pub(super) shape: u64,
    /// Its cluster, counted from 1; 0 for a word of none.
    pub(super) cluster: u64,
}

/// What stands before the first and behind the last word.
pub(super) const OUTSIDE: Form = Form {
    word: 1,
    suffixes: [1; 3],
    prefix: 1,
    shape: 1,
    // Clusters are a byte counted from 1, so no word has this one.
    cluster: 999,
};

/// Reads the forms of the words of a sentence.
pub fn forms<'a>(words: impl Iterator<Item = &'a str>, clusters: Clusters<'_>) -> Vec<Form> {
    let mut scratch = Scratch::default();
    words.map(|word| scratch.form(word, clusters)).collect()
}

/// The hash by which clusters know a word.
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    let mut scratch = Scratch::default();
    scratch.read(word);
    hash(&scratch.folded)
}

/// Buffers that all words of a sentence share: a word in its turn costs no allocation.
#[derive(Default)]
struct Scratch {
    folded: Vec<char>,
    shape: Vec<char>,
}

impl Scratch {
    fn form(&mut self, word: &str, clusters: Clusters<'_>) -> Form {
        self.read(word);
        // A word that is shorter is its own suffix.
        let suffix = |len: usize| hash(&self.folded[self.folded.len().saturating_sub(len)..]);
        let word = hash(&self.folded);
        Form {
            word,
            suffixes: [suffix(1), suffix(2), suffix(3)],
            prefix: hash(&self.folded[..self.folded.len().min(2)]),
            shape: hash(&self.shape),
            cluster: clusters.cluster(word),
        }
    }

    fn read(&mut self, word: &str) {
        self.folded.clear();
        self.shape.clear();
        // Two hyphens are the typewriter's dash, which is folded with the others.
        let word = if word == "--" { "—" } else { word };
        for char in word.chars() {
            let (folded, kind) = fold(char);
            self.folded.push(folded);
            // Runs count once, so that *Geneva* and *Paris* have one shape.
            if self.shape.last() != Some(&kind) {
                self.shape.push(kind);
            }
        }
        self.fold_number(word);
    }

    /// All numbers are one word, and all years of these centuries another.
    fn fold_number(&mut self, word: &str) {
        let folded = &mut self.folded;
        // A year is a date and takes other prepositions and heads than a count: *in 2021*, *by
        // 2030*.
        let century = word.starts_with("19") || word.starts_with("20");
        if century && folded.len() == 4 && folded.iter().all(|&char| char == '0') {
            // A letter that no number has, or the year would be the word of a digit in four places.
            folded.push('y');
        } else if folded.first() == Some(&'0')
            && folded.iter().all(|char| matches!(char, '0' | '.' | ','))
        {
            folded.truncate(1);
        }
    }
}

/// A character as compared, and its kind in a shape.
fn fold(char: char) -> (char, char) {
    let char = match char {
        '‘' | '’' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '―' => '—',
        other => other,
    };
    if char.is_ascii_digit() {
        return ('0', '0');
    }
    let lower = if char.is_ascii() {
        char.to_ascii_lowercase()
    } else {
        char.to_lowercase().next().unwrap_or(char)
    };
    let kind = if lower != char {
        'X'
    } else if char.is_alphabetic() {
        'x'
    } else {
        char
    };
    (lower, kind)
}

/// FNV-1a over characters.
fn hash(chars: &[char]) -> u64 {
    let sum = chars.iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, &char| {
        (sum ^ u64::from(u32::from(char))).wrapping_mul(0x0100_0000_01b3)
    });
    // Multiplication carries upwards alone; this brings the high bits down, by which tables choose
    // too.
    sum ^ (sum >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(word: &str) -> Form {
        forms([word].into_iter(), Clusters::default())[0]
    }

    #[test]
    fn case_and_typography_are_folded() {
        assert_eq!(word_hash("Don’t"), word_hash("don't"));
        assert_eq!(form("«"), form("\""));
        assert_eq!(form("--"), form("–"));
        assert_ne!(form("May").shape, form("may").shape);
    }

    #[test]
    fn numbers_are_alike_but_for_years() {
        assert_eq!(word_hash("12"), word_hash("1,250.5"));
        assert_eq!(word_hash("1998"), word_hash("2021"));
        assert_ne!(word_hash("2021"), word_hash("2921"));
        assert_ne!(word_hash("12"), word_hash("12th"));
    }

    #[test]
    fn suffixes_are_characters() {
        assert_eq!(form("été").suffixes[0], form("é").word);
        assert_eq!(form("a").suffixes, [form("a").word; 3]);
    }
}
