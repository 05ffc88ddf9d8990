//! Made-up words that are the same in each run.

/// How a syllable begins; enough of them that unlike words have unlike letters.
const ONSETS: [&str; 11] = ["b", "d", "f", "gr", "k", "l", "m", "p", "st", "tr", "v"];

/// How a syllable ends.
const RHYMES: [&str; 9] = ["a", "an", "e", "er", "i", "in", "o", "ol", "u"];

/// A stream of numbers that is the same in each run (Marsaglia, *Xorshift RNGs*, 2003).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number from 0 up to `bound`, without it.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    /// A position below `bound`.
    pub(crate) fn position(&mut self, bound: usize) -> usize {
        let at = self.below(bound as u64);
        usize::try_from(at).expect("less than a usize")
    }

    /// Few words are frequent and most are rare, as in any language.
    pub(crate) fn word(&mut self) -> String {
        let spread = self.below(12) + 1;
        let mut rest = self.position(1 << spread) + (1 << spread);
        let mut word = String::new();
        while rest > 0 {
            word.push_str(ONSETS[rest % ONSETS.len()]);
            word.push_str(RHYMES[rest / ONSETS.len() % RHYMES.len()]);
            rest /= ONSETS.len() * RHYMES.len();
        }
        word
    }
}
