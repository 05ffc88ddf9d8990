//! How a plain text shows where its paragraphs begin.

use super::lines::Line;
use super::numbering;

/// The widest wrapped line, in characters; longer ones are whole paragraphs.
pub(super) const MAX_WRAP_CHARS: usize = 120;
/// Share of lines (per cent) with no room for the next word in a wrapped text.
const MIN_FULL_PERCENT: usize = 60;

/// What the lines of a text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Each line is a paragraph.
    LinePerParagraph,
    /// Blank lines part the paragraphs; a long line is one by itself.
    Blocks,
    /// Paragraphs are broken into lines of at most `width` characters.
    Wrapped {
        /// Length of a full line in characters.
        width: usize,
        /// Whether paragraphs begin with an indented line.
        indents: Indents,
    },
}

/// Whether indentation begins a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Indents {
    /// A line indented deeper than this begins one.
    BeginDeeperThan(usize),
    /// It means nothing.
    MeanNothing,
}

impl Layout {
    /// The layout that most of `lines` speak for.
    pub(super) fn of(lines: &[Line]) -> Self {
        let words: Vec<&Line> = lines.iter().filter(|line| !line.is_blank()).collect();
        let width = full_width(&words);
        if width <= MAX_WRAP_CHARS && is_wrapped(lines, width) {
            return Self::wrapped(&words);
        }
        let gaps = lines
            .windows(2)
            .filter(|pair| pair[0].is_blank() && !pair[1].is_blank());
        let ended = words.iter().filter(|line| ends_sentence(line.text)).count();
        // Saved from a web page: hardly a blank line, and most lines end as paragraphs do.
        if gaps.count() * 4 < words.len() && ended * 2 >= words.len() {
            Self::LinePerParagraph
        } else {
            Self::Blocks
        }
    }

    /// That of `lines`, none of them blank, which are known to be wrapped.
    pub(super) fn wrapped(lines: &[&Line]) -> Self {
        Self::Wrapped {
            width: full_width(lines),
            indents: indents(lines),
        }
    }

    /// Whether `line` begins a paragraph though no blank line stands before it.
    pub(super) fn begins_paragraph(self, previous: &Line, line: &Line) -> bool {
        if previous.page != line.page {
            return true;
        }
        if line.goes_on {
            return false;
        }
        match self {
            Self::LinePerParagraph => true,
            Self::Blocks => {
                // A line that no editor wraps is a whole paragraph, whatever stands beside it.
                previous.len_chars() > MAX_WRAP_CHARS
                    || line.len_chars() > MAX_WRAP_CHARS
                    || numbering::length(line.text) > 0
            }
            Self::Wrapped { width, indents } => {
                let ended = ends_sentence(previous.text);
                indents.begin(previous, line, width)
                    // *…before the end of the decade.* with room for more words: the author went on below.
                    || (ended && room_left(previous, line, width) > width / 6)
                    || is_cut_short(previous, line, width)
                    // *in* and then *2. May* on the next line is a date that a full line parted.
                    || (begins_item(previous, line) && !is_full(previous, line, width))
            }
        }
    }

    /// Whether the end of `previous` is where the words ran out of room,
    /// rather than a line end that the author set.
    pub(super) fn is_soft_break(self, previous: &Line, line: &Line) -> bool {
        line.goes_on
            || matches!(self, Self::Wrapped { width, .. } if is_full(previous, line, width))
    }

    /// Whether `line` goes on where `previous` ran out of room, for all that a
    /// blank line stands between them.
    pub(super) fn goes_on(self, previous: &Line, line: &Line) -> bool {
        let Self::Wrapped { width, .. } = self else {
            return false;
        };
        let has_room = room_left(previous, line, width) > width / 6;
        !self.begins_paragraph(previous, line) && (!has_room || begins_small(line.text))
    }
}

impl Indents {
    fn begin(self, previous: &Line, line: &Line, width: usize) -> bool {
        match self {
            Self::MeanNothing => false,
            Self::BeginDeeperThan(margin) => {
                line.indent > margin
                    && (previous.indent <= margin || !is_full(previous, line, width))
            }
        }
    }
}

/// Whether most lines that go on in the next one have no room for its first
/// word.
fn is_wrapped(lines: &[Line], width: usize) -> bool {
    let pairs = || {
        lines
            .windows(2)
            .filter(|pair| !pair[0].is_blank() && !pair[1].is_blank())
    };
    let full = pairs()
        .filter(|pair| is_full(&pair[0], &pair[1], width))
        .count();
    let all = pairs().count();
    all >= 3 && full * 100 >= all * MIN_FULL_PERCENT
}

/// Length in characters of the lines that are full: nine of ten are no longer.
fn full_width(lines: &[&Line]) -> usize {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.len_chars()).collect();
    if lengths.is_empty() {
        return 0;
    }
    // One long address on the web does not make the text wide.
    let nine_tenths = lengths.len() * 9 / 10;
    *lengths.select_nth_unstable(nine_tenths).1
}

/// Indents begin paragraphs when some lines have them and most have not.
fn indents(words: &[&Line]) -> Indents {
    let margin = words.iter().map(|line| line.indent).min().unwrap_or(0);
    let deeper = words.iter().filter(|line| line.indent > margin).count();
    // Where most lines are indented, it is the margin that they are indented from.
    if deeper >= 2 && deeper * 2 < words.len() {
        Indents::BeginDeeperThan(margin)
    } else {
        Indents::MeanNothing
    }
}

/// Whether the first word of `next` had no room in `line`.
fn is_full(line: &Line, next: &Line, width: usize) -> bool {
    room_left(line, next, width) <= width / 20
}

/// Characters that would be left in `line` after the first word of `next`.
fn room_left(line: &Line, next: &Line, width: usize) -> usize {
    let word = next.text.split_whitespace().next().unwrap_or_default();
    width.saturating_sub(line.len_chars() + 1 + word.chars().count())
}

/// Whether `line` is a new one though no stop stands before it: a capital begins it, and half
/// of the line above is empty, as behind a heading, or that ends in an address on the web.
fn is_cut_short(previous: &Line, line: &Line, width: usize) -> bool {
    let room = room_left(previous, line, width);
    // A heading leaves half a line empty; a line of contacts ends in an address and may be longer.
    let has_room = room > width / 2 || room > width / 6 && ends_in_address(previous.text);
    has_room && line.text.starts_with(char::is_uppercase)
}

/// *office@example.org*, *example.org*.
fn ends_in_address(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or_default();
    // *www.example.org* and *press@example.org*, but *3.5* is a number.
    let is_label = |part: &str| part.chars().count() > 1 && part.chars().all(char::is_alphabetic);
    let domain = word.rsplit('@').next().unwrap_or_default();
    domain.contains('.') && domain.split('.').all(is_label)
}

fn begins_item(previous: &Line, line: &Line) -> bool {
    // A dash may open any line of prose; an item begins where something has ended.
    numbering::length(line.text) > 0 && previous.text.ends_with(['.', ':', ';', ','])
}

/// Whether `text` begins with a small letter.
pub(super) fn begins_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

/// Whether `text` has at least `count` characters, which is 1 or more.
pub(super) fn has_chars(text: &str, count: usize) -> bool {
    text.len() >= count && text.chars().nth(count - 1).is_some()
}

/// Whether `text` ends where a sentence can end: a stop, a colon or a
/// semicolon, in any script, with the quotes and brackets that close after it.
pub(super) fn ends_sentence(text: &str) -> bool {
    let closes = |c: char| {
        matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_') || c.is_whitespace()
    };
    let ends = |c: char| {
        matches!(c, '.' | '!' | '?' | '…' | ':' | ';')
            || matches!(c, '。' | '！' | '？' | '：' | '；' | '؟' | '؛' | '۔')
    };
    text.trim_end_matches(closes).ends_with(ends)
}

#[cfg(test)]
mod tests {
    use super::super::lines::cut_lines;
    use super::*;

    fn layout(text: &str) -> Layout {
        Layout::of(&cut_lines(text))
    }

    #[test]
    fn long_lines_without_gaps_are_paragraphs() {
        let line = "The delegation cleared fields, roads and wells in the north of the country, \
                    and it will clear the rest of them before the end of the decade.";
        assert_eq!(layout(&[line; 5].join("\n")), Layout::LinePerParagraph);
        assert_eq!(layout(&[line; 5].join("\n\n")), Layout::Blocks);
    }

    #[test]
    fn lines_that_ran_out_of_room_are_wrapped() {
        let text = "The delegation cleared fields,\nroads and wells in the north\nof the country and it will\n\
                    clear the rest before the\nend of the decade.\n We thank the donors.\n It is a long road.";
        let Layout::Wrapped { width, indents } = layout(text) else {
            panic!("{:?}", layout(text));
        };
        assert!((25..=30).contains(&width), "{width}");
        assert_eq!(indents, Indents::BeginDeeperThan(0));
    }

    #[test]
    fn a_heading_and_an_address_end_a_line_that_has_room_left() {
        let text = "The delegation cleared fields, roads and wells in the north of the\n\
                    country and it will clear the rest before the end of the decade.\n";
        let lines = format!(
            "{text}What is left\n{text}Telephone: 555, on the web: example.org\n{text}{text}"
        );
        let lines = cut_lines(&lines);
        let layout = Layout::of(&lines);
        let begins = |above: &str| {
            let at = lines
                .iter()
                .position(|line| line.text.starts_with(above))
                .unwrap();
            layout.begins_paragraph(&lines[at], &lines[at + 1])
        };
        assert!(begins("What is left") && begins("Telephone"));
        assert!(!begins("The delegation cleared"));
        for (text, is_address) in [
            ("see office@example.org", true),
            ("it cost 12.50", false),
            ("as e.g", false),
            ("in the north", false),
        ] {
            assert_eq!(ends_in_address(text), is_address, "{text}");
        }
    }

    #[test]
    fn sentences_end_in_every_script() {
        for ended in [
            "Done.",
            "(done.)",
            "He said: “Done.”",
            "完成。",
            "هل انتهى؟",
        ] {
            assert!(ends_sentence(ended), "{ended}");
        }
        assert!(!ends_sentence("signed by France,"));
    }

    #[test]
    fn an_item_begins_behind_a_short_line_that_ended() {
        let wrapped = Layout::Wrapped {
            width: 60,
            indents: Indents::MeanNothing,
        };
        let begins = |text: &str| {
            let lines = cut_lines(text);
            wrapped.begins_paragraph(&lines[0], &lines[1])
        };
        assert!(begins(
            "We ask for the clearance of all wells,\n2. for care."
        ));
        assert!(!begins(
            "We ask for the clearance of all wells in\n2. of May."
        ));
        assert!(!begins(
            "We ask for the clearance of all wells,\nand for care."
        ));
    }

    #[test]
    fn a_line_begins_a_paragraph_where_it_is_indented_and_the_line_before_is_not() {
        let wrapped = Layout::Wrapped {
            width: 44,
            indents: Indents::BeginDeeperThan(1),
        };
        let begins = |text: &str| {
            let lines = cut_lines(text);
            wrapped.begins_paragraph(&lines[0], &lines[1])
        };
        let full = "the delegation cleared all of the northern";
        assert!(begins(&format!("{full}\n    We thank the donors.")));
        assert!(!begins(&format!("{full}\nfields and wells.")));
        assert!(!begins(&format!("    {full}\n    fields and wells.")));
    }
}
