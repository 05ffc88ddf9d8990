//! Writes the words of a treebank as text, to see how it is cut again.
//!
//! The treebanks at hand say of contractions and hyphens alone what is written
//! together; for punctuation the rules of typography say it.

use super::treebank::Gold;

/// Marks that no space stands before.
const CLOSING: &[&str] = &[
    ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "...", "”", "»", "/", "°", "?!", "!!", "!!!",
];

/// Marks that no space stands behind.
const OPENING: &[&str] = &[
    "¿", "¡", "„", "(", "[", "{", "“", "«", "$", "£", "€", "#", "/", "US$", "R$",
];

/// The text of a sentence.
pub(crate) fn text(gold: &Gold) -> String {
    let mut text = String::new();
    let mut in_quotes = false;
    let mut joins_next = true;
    for (at, word) in gold.words.iter().enumerate() {
        let quotes = word == "\"";
        let closes = CLOSING.contains(&word.as_str()) || quotes && in_quotes;
        if !joins_next && !closes && !gold.glued[at] {
            text.push(' ');
        }
        text.push_str(word);
        joins_next = OPENING.contains(&word.as_str()) || quotes && !in_quotes;
        in_quotes ^= quotes;
    }
    text
}
