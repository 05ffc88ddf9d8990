//! List marks and paragraph numbers at the start of a paragraph.

use super::months::number_of;

/// Marks that stand before an item, each followed by a blank.
const BULLETS: &[char] = &[
    '-', '–', '—', '―', '•', '·', '∙', '▪', '▫', '■', '□', '●', '○', '◦', '‣', '⁃', '*', '➢', '✓',
    '\u{F0B7}', '\u{F0A7}',
];
/// Chinese numerals that count sections: 一、 and （二）.
const CHINESE: &str = "一二三四五六七八九十";

/// Length in bytes of the list mark at the start of `text` and the blank after
/// it; 0 if there is none.
///
/// `3.`, `12)`, `(b)`, `(ii)`, `iv.`, `1.2`, `–` and `•` are marks; `1.2` only
/// before a capital, or *1.2 million* would lose its number.
pub(super) fn length(text: &str) -> usize {
    let mark = mark_length(text);
    if mark == 0 {
        return 0;
    }
    let after = &text[mark..];
    let blank = after.len() - after.trim_start().len();
    // A mark with nothing behind it is a number by itself.
    let is_mark = after.len() > blank && (blank > 0 || ends_wide(&text[..mark]));
    if is_mark { mark + blank } else { 0 }
}

fn mark_length(text: &str) -> usize {
    if begins_with_word(text) {
        return 0;
    }
    let first = text.chars().next().unwrap_or_default();
    if BULLETS.contains(&first) {
        return first.len_utf8();
    }
    [bracketed, outline, closed, chinese]
        .iter()
        .find_map(|read| read(text))
        .unwrap_or(0)
}

/// Whether `text` begins with a letter that no Roman numeral has and another
/// letter or digit behind it, as most text does: no label does.
fn begins_with_word(text: &str) -> bool {
    let is_first = |byte: u8| byte.is_ascii_alphabetic() && !b"ivxIVX".contains(&byte);
    matches!(text.as_bytes(), [first, second, ..] if is_first(*first) && second.is_ascii_alphanumeric())
}

/// `(b)`, `(ii)`, `（二）`.
fn bracketed(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(['(', '（'])?;
    let end = inside.find([')', '）'])?;
    let label = &inside[..end];
    let close = inside[end..].chars().next()?.len_utf8();
    (is_label(label) || is_chinese(label)).then(|| text.len() - inside.len() + end + close)
}

/// `3.`, `3)`, `b)`, `iv.`; a single letter has a bracket, or initials would
/// be marks.
fn closed(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_alphanumeric())?;
    let label = &text[..end];
    let is_number = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit());
    match text[end..].chars().next()? {
        ')' => is_label(label),
        // German: *24. Juni 2021* opens with a day.
        '.' if is_number && is_date(&text[end + 1..]) => false,
        // *I.* may be an initial: *I. Veld spoke*.
        '.' => (is_number && !label.is_empty()) || (is_roman(label) && label.len() > 1),
        _ => false,
    }
    .then_some(end + 1)
}

/// Whether the rest of a date stands behind the point of its day: *3. März 2021*.
fn is_date(behind: &str) -> bool {
    let mut words = behind.split_whitespace();
    let is_month = |word: &str| number_of(&word.to_lowercase()).is_some();
    let is_year = |word: &str| {
        let digits = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    words.next().is_some_and(is_month) && words.next().is_some_and(is_year)
}

/// `1.2`, `1.2.3.`, before a capital or a letter without case.
fn outline(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let parts = || text[..end].trim_end_matches('.').split('.');
    let sound = parts().count() > 1 && parts().all(|part| matches!(part.len(), 1 | 2));
    let next = text[end..].trim_start().chars().next()?;
    // *2.1 Boats* is a section, *2.1 tonnes* an amount.
    (sound && next.is_alphabetic() && !next.is_lowercase()).then_some(end)
}

/// `三、`.
fn chinese(text: &str) -> Option<usize> {
    let end = text.find('、')?;
    is_chinese(&text[..end]).then_some(end + '、'.len_utf8())
}

/// A number up to 999, a letter, or a small Roman numeral.
fn is_label(label: &str) -> bool {
    let number = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit());
    let letter = label.chars().count() == 1 && label.chars().all(char::is_alphabetic);
    !label.is_empty() && (number || letter || is_roman(label))
}

fn is_roman(label: &str) -> bool {
    let one_case =
        label.bytes().all(|b| b"ivx".contains(&b)) || label.bytes().all(|b| b"IVX".contains(&b));
    (1..=5).contains(&label.len()) && one_case
}

fn is_chinese(label: &str) -> bool {
    !label.is_empty() && label.chars().count() <= 3 && label.chars().all(|c| CHINESE.contains(c))
}

/// Marks of full width have their blank inside.
fn ends_wide(mark: &str) -> bool {
    mark.ends_with(['、', '）'])
}

/// Fewest paragraphs that count up for their numbers to be no part of the text.
const SERIES: u32 = 3;

/// Lengths in bytes of the bare numbers that count the paragraphs of a text, by
/// paragraph: *1 The economy …*, *2 Prices …*, *3 We …*. 0 where a paragraph has none;
/// without [`SERIES`] numbers in a row from 1 or 2 on, no number is one.
pub(super) fn series<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<usize> {
    let mut lengths = Vec::new();
    let mut last = 0;
    for text in texts {
        let next =
            bare(text).filter(|(number, _)| *number == last + 1 || last == 0 && *number == 2);
        lengths.push(next.map_or(0, |(_, length)| length));
        last = next.map_or(last, |(number, _)| number);
    }
    // *3 Teams went* may open a paragraph by chance; numbers that count on from one do not.
    if last < SERIES {
        lengths.fill(0);
    }
    lengths
}

/// The number that a text begins with before a capital, and its length in bytes with
/// the blank behind it.
fn bare(text: &str) -> Option<(u32, usize)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .filter(|end| (1..=3).contains(end))?;
    let rest = text[end..].trim_start();
    let blank = text.len() - end - rest.len();
    let opens = blank > 0 && rest.starts_with(char::is_uppercase);
    Some((text[..end].parse().ok()?, end + blank)).filter(|_| opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_marks_are_read_with_their_blank() {
        let cases = [
            ("3. We welcome", "3. "),
            ("12) We", "12) "),
            ("3. May I thank you", "3. "),
            ("3. March came", "3. "),
            ("(b) We", "(b) "),
            ("(ii)\u{a0}We", "(ii)\u{a0}"),
            ("iv. We", "iv. "),
            ("1.2 Clearance", "1.2 "),
            ("2.1.3. Clearance", "2.1.3. "),
            ("– we", "– "),
            ("•  we", "•  "),
            ("三、我们", "三、"),
            ("（二）我们", "（二）"),
        ];
        for (text, mark) in cases {
            assert_eq!(&text[..length(text)], mark, "{text}");
        }
    }

    #[test]
    fn numbers_and_names_are_no_marks() {
        for text in [
            "1.2 million mines",
            "2021. A year",
            "A. Guterres said",
            "3.5",
            "-5 degrees",
            "I thank",
            "(see A/70)",
            "3.",
            "-",
            "",
            "(the) end",
            "I. Ivanov spoke",
            "3. März 2021",
            "3. März 2021, Genf",
        ] {
            assert_eq!(length(text), 0, "{text}");
        }
    }

    #[test]
    fn bare_numbers_that_count_paragraphs_are_marks() {
        let of = |texts: &[&str]| series(texts.iter().copied());
        assert_eq!(
            of(&[
                "Preface",
                "1 We met.",
                "2 Prices rose.",
                "Note",
                "3 Trade fell."
            ]),
            [0, 2, 2, 0, 2]
        );
        assert_eq!(of(&["1 We met.", "2 Prices rose."]), [0, 0]);
        assert_eq!(
            of(&["20 Ministers met.", "3 We left.", "4 They came."]),
            [0, 0, 0]
        );
        assert_eq!(of(&["1 we met.", "2 of us", "3 of them"]), [0, 0, 0]);
    }

    #[test]
    fn a_word_begins_with_letters_that_no_label_has() {
        assert!(begins_with_word("The wells") && begins_with_word("a1"));
        assert!(!begins_with_word("IV. Wells") && !begins_with_word("(a) wells"));
    }
}
