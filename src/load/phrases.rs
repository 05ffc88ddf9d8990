//! The phrases that tell what a paragraph is for, of all languages together.

use crate::language::of_all;

/// Beginnings of an address to the chair or the hall that need no comma.
pub(super) static SALUTATIONS: Phrases = Phrases::new(&by_initial(of_all!(statement.salutations)));

/// First letters of words that wish somebody well in an office, wherever they stand.
static CONGRATULATIONS: &[&str] = &of_all!(statement.congratulations);

/// Titles of one word, which stand alone.
pub(super) static HEADLINES: &[&str] = &of_all!(statement.headlines);

/// Whether a sentence congratulates, as those do with which statements open.
pub(crate) fn is_congratulation(sentence: &str) -> bool {
    let folded = sentence.to_lowercase();
    CONGRATULATIONS.iter().any(|stem| folded.contains(stem))
}

/// Beginnings of an address that need a comma after them, or more of it.
pub(super) static WEAK_SALUTATIONS: Phrases =
    Phrases::new(&by_initial(of_all!(statement.weak_salutations)));

/// Words that make a clause of what might be an address.
pub(super) static CLAUSE_WORDS: &[&str] = &of_all!(statement.clause_words);

/// Beginnings of a courtesy line.
pub(super) static THANKS: Phrases = Phrases::new(&by_initial(of_all!(statement.thanks)));

/// What a mark that is not part of the statement says.
pub(super) static ORNAMENTS: Phrases = Phrases::new(&by_initial(of_all!(statement.ornaments)));

/// What the block above a statement says of itself.
pub(super) static LETTERHEADS: &[&str] = &of_all!(statement.letterheads);

/// Words that a sentence cannot end with.
pub(super) static CONTINUING_WORDS: &[&str] = &of_all!(statement.continuing);

/// Capitalised words that open a sentence and are no names.
pub(super) static OPENING_WORDS: &[&str] = &of_all!(sentences.openers);

/// Words that stand beside a page number.
pub(super) static PAGE_WORDS: &[&str] = &of_all!(statement.page_words);

/// `text` as the tables have it: lower case, apostrophes straight, no full
/// stops, single blanks.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text.trim();
    loop {
        let letters = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        folded.push_str(&rest[..letters]);
        let mut others = rest[letters..].chars();
        let Some(c) = others.next() else {
            return folded;
        };
        rest = others.as_str();
        match c {
            // *U.S.A.* is *USA*, and *Mr.* is *Mr*.
            '.' => {}
            '’' | 'ʼ' => folded.push('\''),
            c if c.is_ascii_graphic() => folded.push(c.to_ascii_lowercase()),
            c if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.extend(c.to_lowercase()),
        }
    }
}

/// Phrases filed under their first bytes.
#[derive(Debug)]
pub(super) struct Phrases {
    phrases: &'static [&'static str],
    /// By first byte: where its phrases start; then their number.
    starts: [u16; 257],
}

impl Phrases {
    /// Files `phrases`, which stand in the order of their first bytes.
    const fn new(phrases: &'static [&'static str]) -> Self {
        // Counted one place further up, so that the sums below are where each byte starts.
        let mut starts = [0; 257];
        let mut at = 0;
        while at < phrases.len() {
            starts[phrases[at].as_bytes()[0] as usize + 1] += 1;
            at += 1;
        }
        let mut byte = 0;
        while byte < 256 {
            starts[byte + 1] += starts[byte];
            byte += 1;
        }
        Self { phrases, starts }
    }

    /// The phrases with the first byte of `folded`.
    pub(super) fn of(&self, folded: &str) -> impl Iterator<Item = &'static str> {
        let phrases = folded.bytes().next().map(|initial| self.of_byte(initial));
        phrases.unwrap_or_default().iter().copied()
    }

    fn of_byte(&self, initial: u8) -> &'static [&'static str] {
        let at = usize::from(initial);
        &self.phrases[usize::from(self.starts[at])..usize::from(self.starts[at + 1])]
    }

    /// Whether `folded` begins with one of the phrases.
    pub(super) fn begin(&self, folded: &str) -> bool {
        self.of(folded).any(|phrase| folded.starts_with(phrase))
    }

    /// Whether a text that opens with `glance` once it is folded may begin with
    /// one of the phrases.
    pub(super) fn may_begin(&self, glance: &[u8]) -> bool {
        let agrees = |phrase: &&str| phrase.bytes().zip(glance).all(|(own, its)| own == *its);
        let initial = glance.first();
        initial.is_some_and(|initial| self.of_byte(*initial).iter().any(agrees))
    }
}

/// The phrases in the order of their first bytes.
const fn by_initial<const N: usize>(mut phrases: [&'static str; N]) -> [&'static str; N] {
    // By insertion, since `sort` cannot run when the program is compiled; the lists are short.
    let mut at = 1;
    while at < N {
        let mut to = at;
        while to > 0 && phrases[to].as_bytes()[0] < phrases[to - 1].as_bytes()[0] {
            let phrase = phrases[to];
            phrases[to] = phrases[to - 1];
            phrases[to - 1] = phrase;
            to -= 1;
        }
        at += 1;
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_as_texts_are_folded() {
        for table in [
            SALUTATIONS.phrases,
            WEAK_SALUTATIONS.phrases,
            CLAUSE_WORDS,
            THANKS.phrases,
            ORNAMENTS.phrases,
        ] {
            for phrase in table {
                assert_eq!(fold(phrase), phrase.trim_end(), "{phrase}");
            }
        }
    }

    #[test]
    fn a_text_may_begin_with_a_phrase_that_has_its_first_letters() {
        assert!(SALUTATIONS.may_begin(b"mr pres"));
        assert!(!SALUTATIONS.may_begin(b"xylo") && !SALUTATIONS.may_begin(b""));
    }
}
