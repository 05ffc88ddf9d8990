//! Wraps styled words to the width of the screen.

use textwrap::WordSeparator;
use textwrap::core::{Fragment, display_width};
use textwrap::wrap_algorithms::wrap_first_fit;

use super::escape::escape;
use super::style::Style;
use crate::report::{Mark, Piece};

/// What a report is laid out for.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Colours or signs.
    pub style: Style,
}

/// A word without its colours, with its width in columns.
#[derive(Debug)]
struct Word {
    mark: Mark,
    text: String,
    width: usize,
    blank: usize,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        columns(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        columns(self.blank)
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
    let mut words = Vec::new();
    for piece in pieces {
        if piece.spaced {
            space(&mut words);
        }
        if piece.remote {
            words.push(word("…".to_owned(), 1));
        } else {
            push_words(&mut words, piece, screen.style);
        }
    }
    push_lines(out, &words, screen, indent);
}

/// Appends plain text, wrapped, each line after `indent` blanks.
pub(super) fn push_text(out: &mut String, text: &str, screen: Screen, indent: usize) {
    let piece = Piece {
        mark: Mark::Same,
        text,
        spaced: false,
        remote: false,
    };
    push_pieces(out, &[piece], screen, indent);
}

fn push_words(words: &mut Vec<Word>, piece: &Piece<'_>, style: Style) {
    let text = piece.text.replace('\n', " ¶ ");
    let text = escape(&text);
    let found: Vec<_> = WordSeparator::new().find_words(&text).collect();
    let (open, close) = style.fences(piece.mark);
    for (at, part) in found.iter().enumerate() {
        let before = if at == 0 { open } else { "" };
        let after = if at + 1 == found.len() { close } else { "" };
        let bare = format!("{before}{}{after}", part.word);
        let width = display_width(&bare);
        words.push(Word {
            mark: piece.mark,
            text: bare,
            width,
            blank: if at + 1 == found.len() {
                0
            } else {
                part.whitespace.len().min(1)
            },
        });
    }
}

fn word(text: String, width: usize) -> Word {
    Word {
        mark: Mark::Same,
        text,
        width,
        blank: 0,
    }
}

fn space(words: &mut [Word]) {
    if let Some(last) = words.last_mut() {
        last.blank = 1;
    }
}

fn push_lines(out: &mut String, words: &[Word], screen: Screen, indent: usize) {
    let width = columns(screen.width.saturating_sub(indent).max(10));
    for line in wrap_first_fit(words, &[width]) {
        out.extend(std::iter::repeat_n(' ', indent));
        for run in line.chunk_by(|word, next| word.mark == next.mark) {
            push_run(out, run, screen.style);
        }
        out.truncate(out.trim_end_matches(' ').len());
        out.push('\n');
    }
}

/// Appends words of one mark, and the blank behind the last one.
fn push_run(out: &mut String, run: &[Word], style: Style) {
    let Some(last) = run.last() else { return };
    let mut text = String::new();
    for word in run {
        text.push_str(&word.text);
        text.push_str(if word.blank > 0 { " " } else { "" });
    }
    let shown = text.trim_end_matches(' ');
    match last.mark {
        Mark::Same => out.push_str(shown),
        mark => out.push_str(&style.word(mark, shown)),
    }
    out.push_str(&text[shown.len()..]);
}
