//! Wraps styled words to the width of the screen.

use std::borrow::Cow;

use textwrap::WordSeparator;
use textwrap::core::{Fragment, display_width};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;

use super::escape::escape;
use super::style::Style;
use crate::report::{Mark, Piece};

/// Narrower lines than this hold no words.
const LEAST_WIDTH: usize = 10;

/// What a report is laid out for.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Colours or signs.
    pub style: Style,
    /// One text or two.
    pub layout: Layout,
}

/// How changed wording is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// One text with what went and what came.
    #[default]
    Inline,
    /// The text before on the left, the text after on the right.
    SideBySide,
}

/// A line as it is shown, with its width in columns.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) shown: String,
    pub(super) width: usize,
}

/// A word without its colours, with its width in columns.
#[derive(Debug)]
struct Word {
    mark: Mark,
    text: String,
    width: usize,
    blank: usize,
    /// Whether no line may end after it.
    glued: bool,
}

/// Words that stand on one line.
#[derive(Debug)]
struct Chunk<'a>(&'a [Word]);

impl Fragment for Chunk<'_> {
    fn width(&self) -> f64 {
        let widths = self.0.iter().map(|word| word.width);
        let blanks = self.0.iter().rev().skip(1).map(|word| word.blank);
        columns(widths.chain(blanks).sum())
    }

    fn whitespace_width(&self) -> f64 {
        columns(self.0.last().map_or(0, |word| word.blank))
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "columns are far below 2^52")]
fn columns(count: usize) -> f64 {
    count as f64
}

/// Appends the words of a passage, wrapped, each line after `indent` blanks.
pub(super) fn push_pieces(out: &mut String, pieces: &[Piece<'_>], screen: Screen, indent: usize) {
    let width = screen.width.saturating_sub(indent);
    for line in wrap(pieces, width, screen.style) {
        out.extend(std::iter::repeat_n(' ', indent));
        out.push_str(&line.shown);
        out.push('\n');
    }
}

/// Appends plain text, wrapped, each line after `indent` blanks.
pub(super) fn push_text(out: &mut String, text: &str, screen: Screen, indent: usize) {
    push_pieces(out, &[plain(text)], screen, indent);
}

/// Words without a mark.
pub(super) fn plain(text: &str) -> Piece<'_> {
    Piece {
        mark: Mark::Same,
        text,
        before: text,
        spaced: false,
        remote: false,
    }
}

/// The words of a passage in lines of at most `width` columns, and no fewer
/// than ten.
pub(super) fn wrap(pieces: &[Piece<'_>], width: usize, style: Style) -> Vec<Line> {
    let width = width.max(LEAST_WIDTH);
    let mut words = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        if piece.spaced {
            space(&mut words);
        } else if at > 0 {
            glue(&mut words, pieces[at - 1].text, piece.text);
        }
        if piece.remote {
            words.push(word(Mark::Same, "…"));
        } else {
            push_words(&mut words, piece, style, width);
        }
    }
    let chunks: Vec<Chunk<'_>> = words.chunk_by(|word, _| word.glued).map(Chunk).collect();
    let lines = wrap_first_fit(&chunks, &[columns(width)]);
    lines
        .into_iter()
        .map(|chunks| line(chunks, style))
        .collect()
}

/// Keeps the last of `words` on the line of what follows, unless a line may
/// end between both texts: a word and its comma stay together.
fn glue(words: &mut [Word], text: &str, next: &str) {
    if let Some((last, (end, start))) = words
        .last_mut()
        .zip(text.chars().next_back().zip(next.chars().next()))
    {
        last.glued = if end.is_ascii() && start.is_ascii() {
            !end.is_whitespace() && !start.is_whitespace()
        } else {
            let joint = String::from_iter([end, start]);
            WordSeparator::new().find_words(&joint).count() == 1
        };
    }
}

/// Where lines may end in `text`; in ASCII at blanks alone, which is quick.
fn separator(text: &str) -> WordSeparator {
    if text.is_ascii() {
        WordSeparator::AsciiSpace
    } else {
        WordSeparator::new()
    }
}

fn push_words(words: &mut Vec<Word>, piece: &Piece<'_>, style: Style, width: usize) {
    let text = piece.text.replace('\n', " ¶ ");
    let text = escape(&text);
    let found: Vec<_> = separator(&text).find_words(&text).collect();
    let (open, close) = style.fences(piece.mark);
    for (at, part) in found.iter().enumerate() {
        let before = if at == 0 { open } else { "" };
        let after = if at + 1 == found.len() { close } else { "" };
        let bare = match piece.mark {
            Mark::Same => Cow::Borrowed(part.word),
            _ => Cow::Owned([before, part.word, after].concat()),
        };
        for part in cut(&bare, width) {
            words.push(word(piece.mark, part));
        }
        if at + 1 < found.len() && !part.whitespace.is_empty() {
            space(words);
        }
    }
}

/// `word` in parts that are no wider than `width`, such as a long address.
fn cut(word: &str, width: usize) -> Vec<&str> {
    if display_width(word) <= width {
        return vec![word];
    }
    let (mut parts, mut start, mut filled) = (Vec::new(), 0, 0);
    for (at, letter) in word.grapheme_indices(true) {
        let wide = display_width(letter);
        if filled + wide > width {
            parts.push(&word[start..at]);
            (start, filled) = (at, 0);
        }
        filled += wide;
    }
    parts.push(&word[start..]);
    parts
}

fn word(mark: Mark, bare: &str) -> Word {
    Word {
        mark,
        text: bare.to_owned(),
        width: display_width(bare),
        blank: 0,
        glued: false,
    }
}

fn space(words: &mut [Word]) {
    if let Some(last) = words.last_mut() {
        last.blank = 1;
    }
}

fn line(chunks: &[Chunk<'_>], style: Style) -> Line {
    let words: Vec<&Word> = chunks.iter().flat_map(|chunk| chunk.0).collect();
    let mut line = Line::default();
    for run in words.chunk_by(|word, next| word.mark == next.mark) {
        line.push_run(run, style);
    }
    let shown = line.shown.trim_end_matches(' ').len();
    line.width -= line.shown.len() - shown;
    line.shown.truncate(shown);
    line
}

impl Line {
    /// Appends words of one mark, painted as one, and the blank behind the last.
    fn push_run(&mut self, run: &[&Word], style: Style) {
        let Some(last) = run.last() else { return };
        let mut text = String::new();
        for word in run {
            text.push_str(&word.text);
            text.extend(std::iter::repeat_n(' ', word.blank));
            self.width += word.width + word.blank;
        }
        let shown = text.trim_end_matches(' ');
        match last.mark {
            Mark::Same => self.shown.push_str(shown),
            mark => self.shown.push_str(&style.word(mark, shown)),
        }
        self.shown.push_str(&text[shown.len()..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_wider_than_the_line_is_cut_between_letters() {
        let text = "see https://example.org/e\u{301}tat 地雷地雷地雷地雷";
        let lines = wrap(&[plain(text)], 10, Style::Plain);
        let shown: Vec<&str> = lines.iter().map(|line| line.shown.as_str()).collect();
        let expected = [
            "see",
            "https://",
            "example.or",
            "g/e\u{301}tat 地",
            "雷地雷地雷",
            "地雷",
        ];
        assert_eq!(shown, expected);
        assert!(lines.iter().all(|line| line.width <= 10));
    }

    #[test]
    fn a_changed_word_keeps_its_comma_on_its_line() {
        let piece = |mark, text, spaced| Piece {
            mark,
            spaced,
            ..plain(text)
        };
        let pieces = [
            piece(Mark::Same, "all of it by", false),
            piece(Mark::New, "2024", true),
            piece(Mark::Same, ", and more", false),
        ];
        let lines = wrap(&pieces, 21, Style::Plain);
        let shown: Vec<&str> = lines.iter().map(|line| line.shown.as_str()).collect();
        assert_eq!(shown, ["all of it by", "{+2024+}, and more"]);
    }
}
