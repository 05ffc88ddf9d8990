//! The form of a word that is compared: case, typography and composition folded.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The compared form of `word`: lower case, NFKC, straight quotes, plain
/// hyphens, no soft hyphens or zero-width characters. It is written into
/// `folded` where it is another one.
pub(super) fn fold<'a>(word: &'a str, folded: &'a mut String) -> &'a str {
    if word.bytes().all(is_folded) {
        return word;
    }
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return folded;
    }
    // A soft hyphen of a typesetter is no letter: *demin­ing* is *demining*.
    let plain = |c: &char| !is_ignorable(*c);
    match is_nfkc_quick(word.chars()) {
        IsNormalized::Yes => folded.extend(word.chars().filter(plain).map(fold_mark)),
        // *ﬁeld* with a ligature is *field*.
        _ => folded.extend(word.nfkc().filter(plain).map(fold_mark)),
    }
    *folded = folded.to_lowercase();
    folded
}

fn is_folded(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_uppercase()
}

fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

fn fold_mark(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '‹' | '›' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹘' | '﹣' => '-',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '•' | '‣' | '▪' => '·',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds_case_quotes_dashes_and_compatibility_forms() {
        let cases = [
            ("Plan", "plan"),
            ("plan", "plan"),
            ("state’s", "state's"),
            ("well‑known", "well-known"),
            ("km²", "km2"),
            ("ＡＢ", "ab"),
            ("ÉTAT", "état"),
        ];
        for (word, folded) in cases {
            assert_eq!(fold(word, &mut String::new()), folded);
        }
    }

    #[test]
    fn small_letters_are_folded_already() {
        assert!(
            super::is_folded(b'a')
                && super::is_folded(b'1')
                && !super::is_folded(b'A')
                && !super::is_folded(0xc3)
        );
    }
}
