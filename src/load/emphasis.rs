//! Strips the marks of light Markdown from plain text.

/// Marks that may be open at once; older ones are taken for text.
const MAX_OPEN: usize = 16;

/// A text without its emphasis marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stripped {
    /// The words.
    pub(super) text: String,
    /// Whether two or more marks stood around all of it: `**bold**`.
    pub(super) is_all_strong: bool,
}

/// A run of `*` or `_`.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: usize,
    len: usize,
    mark: u8,
    can_open: bool,
    can_close: bool,
}

/// `text` without pairs of `*`, `**`, `_` and `__` around words.
///
/// A mark opens at the edge of a word and closes at the end of one, so
/// `snake_case`, `2 * 3`, `Serbia*` and `***` stay as they are.
pub(super) fn strip(text: &str) -> Stripped {
    if [b'*', b'_']
        .iter()
        .all(|mark| !text.as_bytes().contains(mark))
    {
        return Stripped {
            text: text.to_owned(),
            is_all_strong: false,
        };
    }
    let mut open: Vec<Run> = Vec::new();
    let mut pairs: Vec<(Run, Run)> = Vec::new();
    for run in runs(text) {
        let opener = open
            .iter()
            .rposition(|o| o.mark == run.mark && o.len == run.len);
        match opener {
            Some(at) if run.can_close => {
                pairs.push((open[at], run));
                // Marks that are still open inside of a pair are text.
                open.truncate(at);
            }
            _ if run.can_open => {
                if open.len() == MAX_OPEN {
                    open.remove(0);
                }
                open.push(run);
            }
            _ => {}
        }
    }
    let is_all_strong = pairs.iter().any(|(first, last)| {
        first.start == 0 && first.len >= 2 && last.start + last.len == text.len()
    });
    let mut gone: Vec<Run> = pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
    gone.sort_unstable_by_key(|run| run.start);
    let mut stripped = String::with_capacity(text.len());
    let mut from = 0;
    for run in gone {
        stripped.push_str(&text[from..run.start]);
        from = run.start + run.len;
    }
    stripped.push_str(&text[from..]);
    Stripped {
        text: stripped,
        is_all_strong,
    }
}

/// The runs of one to three marks in `text`.
fn runs(text: &str) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let mark = bytes[at];
        let len = bytes[at..].iter().take_while(|&&byte| byte == mark).count();
        // *****: a row of asterisks parts sections.
        if matches!(mark, b'*' | b'_') && len <= 3 {
            runs.push(run(text, at, len));
        }
        at += len;
    }
    runs
}

fn run(text: &str, start: usize, len: usize) -> Run {
    let before = text[..start].chars().next_back();
    let after = text[start + len..].chars().next();
    let is_mark = |c: char| matches!(c, '*' | '_');
    let opens_word = |c: char| c.is_alphanumeric() || is_mark(c) || "\"'“‘«¡¿([".contains(c);
    Run {
        start,
        len,
        mark: text.as_bytes()[start],
        // *snake_case* and *3*4*: inside of a word or a product a mark means itself.
        can_open: after.is_some_and(opens_word) && before.is_none_or(|c| !c.is_alphanumeric()),
        can_close: before.is_some_and(|c| !c.is_whitespace())
            && after.is_none_or(|c| !c.is_alphanumeric()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_marks_around_words_go() {
        let cases = [
            ("**Statement\nby X**", "Statement\nby X"),
            ("we *must* act", "we must act"),
            ("_“We must.”_", "“We must.”"),
            ("***all***, of __it__", "all, of it"),
            ("**a *b* c**", "a b c"),
        ];
        for (text, stripped) in cases {
            assert_eq!(strip(text).text, stripped);
        }
        assert!(strip("**Statement**").is_all_strong);
        assert!(!strip("**We** act").is_all_strong);
        assert!(!strip("*We act*").is_all_strong);
    }

    #[test]
    fn marks_that_are_text_stay() {
        for text in [
            "snake_case_name",
            "2 * 3 * 4",
            "Serbia* and Albania*",
            "***",
            "[*], Serbia*",
            "______",
            "*note",
        ] {
            assert_eq!(strip(text).text, text);
        }
    }
}
