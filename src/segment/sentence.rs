//! Finds where sentences start.

use crate::model::{Language, Token};

/// Positions in `tokens` where a sentence starts; the first is 0 unless there
/// are no tokens.
pub(super) fn sentence_starts(text: &str, tokens: &[Token], language: Language) -> Vec<usize> {
    let _ = language;
    let mut starts = Vec::new();
    let mut open = true;
    for (at, token) in tokens.iter().enumerate() {
        if open {
            starts.push(at);
            open = false;
        }
        let word = token.span.of(text);
        if matches!(word, "." | "!" | "?" | "。" | "！" | "？" | "؟") {
            let abbreviation =
                at > 0 && word == "." && is_abbreviation(tokens[at - 1].span.of(text));
            let capital = tokens.get(at + 1).is_some_and(|next| {
                let gap = next.span.start > token.span.end || !word.is_ascii();
                gap && !next
                    .span
                    .of(text)
                    .chars()
                    .next()
                    .is_some_and(char::is_lowercase)
            });
            open = capital && !abbreviation;
        }
    }
    starts
}

fn is_abbreviation(word: &str) -> bool {
    const TITLES: [&str; 12] = [
        "Mr", "Mrs", "Ms", "Dr", "H.E", "No", "Art", "para", "paras", "Res", "St", "vs",
    ];
    TITLES.contains(&word) || (word.len() == 1 && word.chars().all(char::is_uppercase))
}
