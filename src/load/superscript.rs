//! Tells exponents from note marks in raised text.

/// Units that an exponent follows: *km²*.
const UNITS: [&str; 24] = [
    "cm", "dm", "feet", "foot", "ft", "in", "inch", "km", "m", "meter", "meters", "metre",
    "metres", "mi", "mile", "miles", "mm", "mètre", "mètres", "s", "yd", "км", "м", "см",
];

/// Most characters of a note mark.
const LONGEST_MARK: usize = 4;

/// Characters to look back for a word; longer ones are no units.
const LONGEST_WORD: usize = 24;

/// What raised text stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// Text to keep, digits as superscript characters.
    Text(String),
    /// The mark of a note.
    NoteMark,
}

/// Reads raised `text` that follows `before` without a blank.
///
/// Digits and asterisks after a word or a closing mark are note marks, unless
/// the word is a unit or a symbol of one or two letters. Other digits become
/// superscript characters, so that they never glue to a number.
pub(super) fn raise(text: &str, before: &str) -> Raised {
    let mark = text.trim();
    if is_mark(mark) && takes_notes(before) {
        return Raised::NoteMark;
    }
    if mark.chars().all(|c| superscript(c).is_some()) {
        return Raised::Text(text.chars().map(|c| superscript(c).unwrap_or(c)).collect());
    }
    Raised::Text(text.to_owned())
}

/// Whether `text` could be the mark of a note: `1`, `12`, `*`, `†`, `[3]`.
pub(super) fn is_mark(text: &str) -> bool {
    let inner = text.trim_matches(['[', ']', '(', ')']);
    !inner.is_empty()
        && text.chars().count() <= LONGEST_MARK
        && inner
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | '§' | ','))
}

/// Whether the end of `before` is something a note is put to.
fn takes_notes(before: &str) -> bool {
    let last = before.char_indices().rev().take(LONGEST_WORD);
    let letters = last.take_while(|(_, c)| c.is_alphanumeric());
    let word = &before[letters.last().map_or(before.len(), |(at, _)| at)..];
    if word.is_empty() {
        // The mark may stand behind that of its sentence: *… was cleared.²*
        return before.ends_with([
            '.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '”', '’', '»', '%',
        ]);
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // *m²* and *10³* are powers; *mines²* carries a note.
    letters > 2 && !is_unit(word)
}

/// Whether `word` is a unit that an exponent follows.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word.to_lowercase().as_str())
}

/// The raised form of a digit or sign.
pub(super) fn superscript(c: char) -> Option<char> {
    Some(match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '−' => '⁻',
        _ => return None,
    })
}

/// The digit that a superscript character raises.
pub(super) fn lowered(c: char) -> Option<char> {
    ('0'..='9').find(|&digit| superscript(digit) == Some(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exponent_follows_a_unit_or_a_power_of_ten() {
        let cases = [
            ("12.4 km", "2", "²"),
            ("10", "-6", "⁻⁶"),
            ("4,000 M", "3", "³"),
            ("R", "2", "²"),
        ];
        for (before, text, raised) in cases {
            assert_eq!(
                raise(text, before),
                Raised::Text(raised.to_owned()),
                "{before}{text}"
            );
        }
    }

    #[test]
    fn a_note_mark_follows_a_word_or_a_closing_mark() {
        for (before, text) in [
            ("the Treaty", "1"),
            ("the Treaty.", "12"),
            ("“the Treaty”", "[3]"),
            ("stocks", "*"),
        ] {
            assert_eq!(raise(text, before), Raised::NoteMark, "{before}{text}");
        }
    }

    #[test]
    fn a_raised_digit_after_a_number_never_glues_to_it() {
        assert_eq!(raise("2", "9,211"), Raised::Text("²".to_owned()));
    }

    #[test]
    fn raised_letters_stay_letters() {
        assert_eq!(raise("th", "the 19"), Raised::Text("th".to_owned()));
    }
}
