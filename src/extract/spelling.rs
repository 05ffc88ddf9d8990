//! The ways to write a word, and the letters by which it is filed.

use super::token::pieces;

/// The ways to write a phrase: with its hyphens or with blanks, with its
/// accents or, in words long enough to be known without, with plain letters.
pub(super) fn list_spellings(phrase: &str, mut list: impl FnMut(&str)) {
    if phrase.is_ascii() && !phrase.as_bytes().contains(&b'-') {
        return list(phrase);
    }
    let parted = phrase.trim_matches('-').contains('-');
    // A short word without its accent may be another: *où* and *ou*.
    if !phrase.is_ascii() && phrase.chars().count() > 3 {
        let plain: String = phrase.chars().map(without_accent).collect();
        if plain != phrase {
            if parted {
                list(&plain.replace('-', " "));
            }
            list(&plain);
        }
    }
    if parted {
        list(&phrase.replace('-', " "));
    }
    list(phrase);
}

/// The letter that a writer without accents would use.
fn without_accent(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'î' => 'i',
        'ó' | 'ô' | 'õ' => 'o',
        'ú' | 'û' | 'ù' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ё' => 'е',
        _ => c,
    }
}

/// The initial of nothing.
pub(super) const NONE: u8 = 0;
/// The initial of what is not ASCII.
pub(super) const WIDE: u8 = 0x80;

/// What `text` begins with: its first byte in lower case, [`WIDE`] or [`NONE`].
pub(super) fn initial(text: &[u8]) -> u8 {
    text.first()
        .map_or(NONE, |byte| byte.to_ascii_lowercase().min(WIDE))
}

/// An initial as one bit of a set; some have one in common.
pub(super) fn initial_bit(initial: u8) -> u32 {
    1 << (initial % 32)
}

/// Whether phrases, parted by `|`, have one spelling and only letters in their
/// tokens.
pub(super) fn is_plain(phrases: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'|');
    // Every byte is looked at, as vectors do it.
    phrases
        .bytes()
        .fold(true, |plain, byte| plain & is_plain(byte))
}

/// Appends the tokens of a phrase, folded, with a blank between two.
pub(super) fn push_folded(phrase: &str, folded: &mut String) {
    if is_plain(phrase) {
        return push_key(phrase, folded);
    }
    for (at, piece) in pieces(phrase).enumerate() {
        if at > 0 {
            folded.push(' ');
        }
        push_key(piece, folded);
    }
}

/// Appends the [`key`] of `word` to `folded`.
pub(super) fn push_key(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
    } else {
        folded.extend(key(word));
    }
}

/// Writes `word` in lower case into `folded`.
pub(super) fn fold(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else {
        folded.extend(
            word.chars()
                .flat_map(char::to_lowercase)
                .filter(|&c| c != '\u{ad}'),
        );
    }
}

/// The letters of `word` by which it is filed: in lower case, without vowel
/// signs; those that Arabic writers use for one another are one letter.
pub(super) fn key(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).filter_map(|c| {
        Some(match c {
            _ if c.is_ascii() => c,
            // A soft hyphen, the stroke that stretches Arabic words, and their vowel signs.
            '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{652}' => return None,
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ة' => 'ه',
            'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            '’' => '\'',
            _ => c,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_of_small_letters_are_plain() {
        assert!(is_plain("per cent|percent"));
        assert!(!is_plain("pour-cent") && !is_plain("año"));
    }
}
