//! Joins the lines of a paragraph into its text.
//!
//! A hyphen at the end of a line was put there by the typesetter or by the
//! author. Which of the two is told by the words that the document writes
//! elsewhere inside a line.

use hashbrown::HashSet;

use super::glyph::narrow;
use super::row::is_ideograph;

/// What stands at the end of a line whose last word goes on in the next.
pub(super) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{ad}'];

/// What the lines of a document tell about its words.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// Those that stand inside a line, in lower case.
    whole: HashSet<String>,
    /// Whose the plain hyphens at line ends are.
    hyphens: Hyphens,
}

/// Who puts plain hyphens (U+002D) at the ends of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hyphens {
    /// The program that broke the lines.
    Typesetter,
    /// The author alone: lines end in them as rarely as chance has it, or the
    /// program uses a hyphen of its own (U+2010).
    Author,
}

/// Least share of lines that end in a hyphen where the typesetter puts them.
const MIN_HYPHENATED: f32 = 0.04;

impl Words {
    /// The words of `lines` in reading order, but for those that a line break may have cut.
    pub(super) fn new<'a>(lines: &(impl Iterator<Item = &'a str> + Clone)) -> Self {
        let mut whole = HashSet::new();
        let mut is_cut = false;
        for line in lines.clone() {
            // The last word of a line may be the first half of one.
            let inside = line.rfind(' ').map_or("", |blank| &line[..blank]);
            let words = inside.split_whitespace().skip(usize::from(is_cut));
            whole.extend(words.map(|word| bare(word).to_lowercase()));
            is_cut = line.ends_with(HYPHENS);
        }
        let count = |mark: char| lines.clone().filter(|line| line.ends_with(mark)).count();
        let is_rare = narrow(count('-')) < MIN_HYPHENATED * narrow(lines.clone().count());
        let hyphens = if is_rare || count('\u{2010}') > 0 {
            Hyphens::Author
        } else {
            Hyphens::Typesetter
        };
        Self { whole, hyphens }
    }

    fn has(&self, word: &str) -> bool {
        self.whole.contains(&word.to_lowercase())
    }
}

/// Appends `next`, the following line, to `text`.
pub(super) fn append(text: &mut String, next: &str, words: &Words) {
    match seam(text, next, words) {
        Seam::Blank => text.push(' '),
        Seam::Nothing => {}
        Seam::DropHyphen => {
            text.pop();
        }
    }
    text.push_str(next);
}

/// What becomes of the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seam {
    Blank,
    Nothing,
    DropHyphen,
}

fn seam(text: &str, next: &str, words: &Words) -> Seam {
    let mut backward = text.chars().rev();
    let (Some(last), before, Some(first)) = (backward.next(), backward.next(), next.chars().next())
    else {
        return Seam::Nothing;
    };
    let follows_word = before.is_some_and(char::is_alphanumeric);
    match last {
        '\u{ad}' => Seam::DropHyphen,
        '-' | '\u{2010}' if follows_word => hyphen(text, next, words),
        '\u{2011}' | '–' | '—' | '/' if follows_word && first.is_alphanumeric() => {
            Seam::Nothing
        }
        _ if is_ideograph(last) || is_ideograph(first) => Seam::Nothing,
        _ => Seam::Blank,
    }
}

/// A hyphen between two parts of a word.
fn hyphen(text: &str, next: &str, words: &Words) -> Seam {
    let cut = text.chars().next_back().map_or(0, char::len_utf8);
    let stem = text[..text.len() - cut]
        .split_whitespace()
        .next_back()
        .map_or("", bare);
    let tail = next.split_whitespace().next().map_or("", bare);
    let (Some(last), Some(first)) = (stem.chars().next_back(), tail.chars().next()) else {
        return Seam::Blank;
    };
    // *2020-* and *2021*, *COVID-19-* and *related*: the hyphen is the author's.
    let is_numbered = stem.contains(|letter: char| letter.is_ascii_digit());
    if is_numbered || !last.is_alphabetic() || !first.is_alphabetic() {
        return Seam::Nothing;
    }
    let whole = format!("{stem}{tail}");
    let part = stem.rsplit(['-', '\u{2010}']).next().unwrap_or(stem);
    if words.has(&whole) || words.has(&format!("{part}{tail}")) {
        return Seam::DropHyphen;
    }
    if words.has(&format!("{stem}-{tail}")) || words.has(&format!("{part}-{tail}")) {
        return Seam::Nothing;
    }
    // *Guinea-* and *Bissau*: no word goes on with a capital.
    if first.is_uppercase() && !last.is_uppercase() {
        return Seam::Nothing;
    }
    // The document never shows the word whole: who sets hyphens here decides, then its parts.
    let is_authors = text.ends_with('-') && words.hyphens == Hyphens::Author;
    if is_authors || is_compound(&part.to_lowercase(), tail, words) {
        Seam::Nothing
    } else {
        Seam::DropHyphen
    }
}

/// Whether `part` and `tail`, never seen together, are more likely a compound
/// than a cut word.
fn is_compound(part: &str, tail: &str, words: &Words) -> bool {
    let seen = |word: &str, least: usize| word.chars().count() >= least && words.has(word);
    let is_participle = tail.ends_with("ed") || tail.ends_with("ing") || SECONDS.contains(&tail);
    ALWAYS.contains(&part)
        || PREFIXES.contains(&part) && seen(tail, 4)
        || ADJECTIVES.contains(&part) && is_participle
        || seen(part, 3) && seen(tail, 4)
}

/// First parts of compounds that are no syllable of a longer word.
const ALWAYS: [&str; 17] = [
    "well",
    "self",
    "non",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "quasi",
];

/// First parts of compounds with whole words.
const PREFIXES: [&str; 3] = ["anti", "post", "ex"];

/// First parts of compounds with participles and [`SECONDS`].
const ADJECTIVES: [&str; 7] = ["long", "short", "high", "low", "full", "half", "mid"];

/// Second parts of compounds with [`ADJECTIVES`].
const SECONDS: [&str; 7] = [
    "term", "level", "range", "scale", "time", "income", "quality",
];

/// The word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(before: &str, after: &str) -> String {
        // One line in two ends in a hyphen, so the typesetter puts them.
        let lines = [
            "We welcome the co-operation and the treat-",
            "ment of the wounded",
        ];
        let words = Words::new(&lines.into_iter());
        let mut text = before.to_owned();
        append(&mut text, after, &words);
        text
    }

    #[test]
    fn a_hyphen_at_a_line_end_goes_unless_the_word_has_it() {
        let cases = [
            ("the treat-", "ment of", "the treatment of"),
            ("the Anti-", "Personnel Mine", "the Anti-Personnel Mine"),
            ("in co-", "operation with", "in co-operation with"),
            ("a well-", "known fact", "a well-known fact"),
            ("over 2012-", "2013 we", "over 2012-2013 we"),
            ("the re\u{ad}", "port says", "the report says"),
            ("of the 2nd-", "tranche", "of the 2nd-tranche"),
            ("the re\u{2010}", "port says", "the report says"),
            ("2012–", "2013", "2012–2013"),
            ("and so –", "as we said", "and so – as we said"),
            ("ends here.", "Next", "ends here. Next"),
        ];
        for (before, after, whole) in cases {
            assert_eq!(joined(before, after), whole);
        }
    }

    #[test]
    fn rare_hyphens_are_the_authors() {
        let mut lines = vec!["a line of prose that ends in a word"; 40];
        lines.push("drones that were booby-");
        let words = Words::new(&lines.into_iter());
        let mut text = "drones that were booby-".to_owned();
        append(&mut text, "trapped", &words);
        assert_eq!(text, "drones that were booby-trapped");
    }

    #[test]
    fn ideographs_join_without_a_blank() {
        assert_eq!(joined("我们欢迎", "这一进展"), "我们欢迎这一进展");
    }
}
