//! Mends UTF-8 that was taken for Windows-1252 or Latin-1 and saved anew: *3â€“4 May*.
//!
//! Input: a decoded text. Output: the same with the characters that were meant. A text without a
//! sign that no language writes (*â€“*, a control character inside of a letter) stays as it is,
//! and so does what may be a letter with marks behind it: *AMANHÃ»*, *café…”*.

use encoding_rs::WINDOWS_1252;

/// A text that was mended.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mended {
    pub(super) text: String,
    /// How many of its characters were other ones before.
    pub(super) count: usize,
}

/// `text` with the characters that were meant; `None` where nothing is sure.
pub(super) fn mend(text: &str) -> Option<Mended> {
    if !has_sign(text) {
        return None;
    }
    let found = sequences(text);
    let mut mended = Mended {
        text: String::with_capacity(text.len()),
        count: 0,
    };
    let (mut end, mut is_sure) = (0, false);
    for (at, sequence) in found.iter().enumerate() {
        if !sequence.is_meant(text, beside(&found, at)) {
            continue;
        }
        is_sure |= has_sign(sequence.of(text));
        mended.text.push_str(&text[end..sequence.start]);
        mended.text.push(sequence.meant);
        mended.count += 1;
        end = sequence.end;
    }
    mended.text.push_str(&text[end..]);
    is_sure.then_some(mended)
}

/// Whether a text has what only misread characters bring: the first two of a dash or a curly
/// quote, or a control character of Latin-1.
fn has_sign(text: &str) -> bool {
    let is_control = |pair: &[u8]| pair[0] == 0xc2 && pair[1] < 0xa0;
    let has = || text.contains("â€") || text.as_bytes().windows(2).any(is_control);
    !text.is_ascii() && has()
}

/// Characters that are the bytes of one in UTF-8.
#[derive(Debug)]
struct Sequence {
    start: usize,
    end: usize,
    meant: char,
}

/// What stands beside a sequence without anything between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Another sequence.
    Sequence,
    /// What was meant as it is.
    Other,
}

/// Marks that stand behind a letter in any text, and those of Latin-1 in their place.
const CLOSING: &str = "”’»…–—›\u{a0}\u{94}\u{92}\u{85}\u{96}\u{97}\u{9b}";

/// What the bytes of the most common letters begin with. As capitals they stand behind capitals.
const COMMON: &str = "ÂÃÄÅÈÉÐÑ";

impl Sequence {
    fn of<'a>(&self, text: &'a str) -> &'a str {
        &text[self.start..self.end]
    }

    /// Whether one character was meant, and not a letter with marks behind it.
    fn is_meant(&self, text: &str, beside: Beside) -> bool {
        let mut signs = self.of(text).chars();
        let is_common = signs.next().is_some_and(|lead| COMMON.contains(lead));
        let before = text[..self.start].chars().next_back();
        beside == Beside::Sequence
            || !signs.all(|sign| CLOSING.contains(sign))
            || is_common && !before.is_some_and(char::is_uppercase)
    }
}

fn beside(found: &[Sequence], at: usize) -> Beside {
    let before = at.checked_sub(1).map(|before| found[before].end);
    let behind = found.get(at + 1).map(|behind| behind.start);
    if before == Some(found[at].start) || behind == Some(found[at].end) {
        Beside::Sequence
    } else {
        Beside::Other
    }
}

/// All characters of a text that are the bytes of others, in order.
fn sequences(text: &str) -> Vec<Sequence> {
    let mut found: Vec<Sequence> = Vec::new();
    for (start, lead) in text.char_indices() {
        let is_inside = found.last().is_some_and(|last| start < last.end);
        if !is_inside && ('Â'..='ô').contains(&lead) {
            found.extend(sequence_at(text, start));
        }
    }
    found
}

/// The sequence that begins at `start`.
fn sequence_at(text: &str, start: usize) -> Option<Sequence> {
    let mut bytes = [0; 4];
    let mut end = start;
    for (at, letter) in text[start..].chars().take(bytes.len()).enumerate() {
        bytes[at] = byte(letter)?;
        end += letter.len_utf8();
        if let Ok(read) = str::from_utf8(&bytes[..=at]) {
            let meant = read.chars().next()?;
            return Some(Sequence { start, end, meant });
        }
    }
    None
}

/// The byte beyond ASCII that a character stands for, in Windows-1252 or Latin-1.
fn byte(letter: char) -> Option<u8> {
    let in_windows = || {
        let mut buffer = [0; 4];
        let (bytes, _, is_unknown) = WINDOWS_1252.encode(letter.encode_utf8(&mut buffer));
        bytes.first().copied().filter(|_| !is_unknown)
    };
    let byte = u8::try_from(letter).ok().or_else(in_windows);
    byte.filter(|byte| !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(text: &str) -> Option<String> {
        mend(text).map(|mended| mended.text)
    }

    #[test]
    fn characters_that_are_the_bytes_of_one_are_that_one() {
        for (text, meant) in [
            ("3â€“4 May", "3–4 May"),
            ("3â\u{80}\u{93}4 May", "3–4 May"),
            ("itâ€™s 5â‚¬, cafÃ©", "it’s 5€, café"),
            ("Ã\u{80} GenÃ¨ve", "À Genève"),
            ("Ð’ 2021 Ð³. â€“ 12 Ð¿Ð¾Ð»ÐµÐ¹", "В 2021 г. – 12 полей"),
            ("2021å¹´5æœˆâ€¦", "2021年5月…"),
        ] {
            assert_eq!(mended(text).as_deref(), Some(meant));
        }
        assert_eq!(mend("3â€“4 May, 5â€“6 June").unwrap().count, 2);
    }

    #[test]
    fn a_letter_with_marks_behind_it_is_itself() {
        for text in ["cafÃ©", "AMANHÃ\u{94}", "été\u{85}\u{94}", "â€ 4", "Âncora"] {
            assert_eq!(mend(text), None, "{text}");
        }
        for letter in [
            "AMANH\u{c3}”",
            "caf\u{e9}…”",
            "Spa\u{df}…”",
            "voil\u{e0}\u{a0}»",
        ] {
            let meant = Some(format!("{letter} 3–4"));
            assert_eq!(mended(&format!("{letter} 3â€“4")), meant);
        }
    }

    #[test]
    fn a_sign_is_what_no_language_writes() {
        assert!(has_sign("3â€") && has_sign("\u{c3}\u{80}"));
        assert!(!has_sign("château, 5 €, \u{a0}»") && !has_sign(""));
    }

    #[test]
    fn sequences_stand_beside_one_another_where_nothing_is_between() {
        let found = sequences("Ã©Ã©tÃ©");
        let beside: Vec<Beside> = (0..3).map(|at| beside(&found, at)).collect();
        assert_eq!(beside, [Beside::Sequence, Beside::Sequence, Beside::Other]);
    }

    #[test]
    fn a_character_stands_for_a_byte_of_either_code_page() {
        assert_eq!(
            ['–', '\u{96}', 'ÿ', 'a', 'ł'].map(byte),
            [Some(0x96), Some(0x96), Some(0xff), None, None]
        );
    }
}
