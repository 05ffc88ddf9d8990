//! The form of a word that is compared: case, typography and composition folded.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The compared form of `word`: lower case, NFKC, straight quotes, plain
/// hyphens, no soft hyphens or zero-width characters.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return fold_ascii(word);
    }
    let plain = |c: &char| !is_ignorable(*c);
    let composed: String = match is_nfkc_quick(word.chars()) {
        IsNormalized::Yes => word.chars().filter(plain).map(fold_mark).collect(),
        _ => word.nfkc().filter(plain).map(fold_mark).collect(),
    };
    Cow::Owned(composed.to_lowercase())
}

fn fold_ascii(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    }
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
            assert_eq!(fold(word), folded);
        }
    }
}
