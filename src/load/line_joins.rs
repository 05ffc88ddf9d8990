//! Puts back together what a line end cut.

use super::layout::begins_small;

/// The longest file that is searched for cut words, in bytes: each search
/// reads all of it.
const MAX_SEARCHED_BYTES: usize = 1 << 17;

/// Appends `line` to `text`, with `gap` between the two unless a word or a
/// script without blanks goes on.
///
/// `whole` is the text of the file: a word that stands there in one piece
/// loses the hyphen of the line end, every other one keeps it.
pub(super) fn push_line(text: &mut String, line: &str, gap: &str, whole: &str) {
    let Some(last) = text.chars().last() else {
        text.push_str(line);
        return;
    };
    let next = line.chars().next().unwrap_or(' ');
    match last {
        '\u{AD}' => {
            text.pop();
        }
        '-' | '\u{2010}' if next.is_alphanumeric() && ends_in_word(text) => {
            if stands_in_one_piece(text, line, whole) {
                text.pop();
            }
        }
        // *2019–* and *2021* on the next line are one stretch of years.
        '–' | '—' if next.is_alphanumeric() && ends_in_word(text) => {}
        _ if is_unspaced(last) && is_unspaced(next) => {}
        _ => text.push_str(gap),
    }
    text.push_str(line);
}

/// Whether a letter or digit touches the hyphen at the end of `text`.
fn ends_in_word(text: &str) -> bool {
    text.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
}

/// Whether the halves of the cut word stand somewhere in `whole` without the
/// hyphen.
fn stands_in_one_piece(text: &str, line: &str, whole: &str) -> bool {
    let before = text.trim_end_matches(['-', '\u{2010}']);
    let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| {
        at + before[at..].chars().next().map_or(1, char::len_utf8)
    });
    let end = line
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(line.len());
    let (first, second) = (&before[start..], &line[..end]);
    let joined = format!("{first}{second}");
    // *non-* above *State* is a word with a hyphen of its own.
    let is_cut = !first.is_empty() && begins_small(second);
    // The author writes it in one piece elsewhere: *eco-* and *nomic* are *economic*.
    is_cut && whole.len() <= MAX_SEARCHED_BYTES && whole.contains(&joined)
}

/// Whether `c` belongs to a script that puts no blanks between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(first: &str, second: &str, whole: &str) -> String {
        let mut text = first.to_owned();
        push_line(&mut text, second, " ", whole);
        text
    }

    #[test]
    fn a_hyphen_goes_only_where_the_word_is_known_without_it() {
        assert_eq!(
            joined("inter-", "national law", "an international"),
            "international law"
        );
        assert_eq!(joined("anti-", "personnel", "mines"), "anti-personnel");
        assert_eq!(joined("Secretary-", "General", ""), "Secretary-General");
        assert_eq!(joined("soft\u{AD}", "ware", ""), "software");
    }

    #[test]
    fn the_typographic_hyphen_is_one_too() {
        assert_eq!(
            joined("inter\u{2010}", "national", "international"),
            "international"
        );
        assert_eq!(
            joined("anti\u{2010}", "personnel", ""),
            "anti\u{2010}personnel"
        );
    }

    #[test]
    fn words_are_parted_by_a_blank_and_characters_are_not() {
        assert_eq!(joined("we", "cleared", ""), "we cleared");
        assert_eq!(joined("we -", "and they", ""), "we - and they");
        assert_eq!(joined("我们", "清除", ""), "我们清除");
    }
}
