//! Strips the targets of Markdown links from plain text.

/// What the target of a link begins with; anything else in brackets is text.
const TARGETS: &[&str] = &["http://", "https://", "mailto:", "/", "#"];

/// The longest label and the longest target of a link, in bytes.
const MAX_LABEL_BYTES: usize = 400;
const MAX_TARGET_BYTES: usize = 300;

/// `text` with each `[label](target)` replaced by its label.
pub(super) fn strip(text: &str) -> String {
    if !text.as_bytes().contains(&b']') {
        return text.to_owned();
    }
    let mut stripped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, label, after)) = next_link(rest) {
        stripped.push_str(before);
        stripped.push_str(label);
        rest = after;
    }
    stripped.push_str(rest);
    stripped
}

/// The text before the first link in `text`, its label, and the text after it.
fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    text.match_indices("](").find_map(|(close, _)| {
        let target = &text[close + 2..];
        // Bounded, or a text of brackets would be searched to its end for each of them.
        let within = &target[..target.floor_char_boundary(MAX_TARGET_BYTES)];
        let end = within.find([')', '\n', ' '])?;
        let from = text.floor_char_boundary(close.saturating_sub(MAX_LABEL_BYTES));
        let open = from + text[from..close].rfind('[')?;
        let is_link =
            target[end..].starts_with(')') && TARGETS.iter().any(|start| target.starts_with(start));
        is_link.then(|| (&text[..open], &text[open + 1..close], &target[end + 1..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_its_label() {
        assert_eq!(
            strip("see [the plan](https://a.org/b) and [c](#d)."),
            "see the plan and c."
        );
    }

    #[test]
    fn other_brackets_stay() {
        for text in [
            "a [b] (c)",
            "f[1](x)",
            "[a](https://b",
            "](",
            "[](",
            "x](/y)",
        ] {
            assert_eq!(strip(text), text);
        }
    }
}
