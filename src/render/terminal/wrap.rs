//! Wraps styled words to the width of the screen.

use std::borrow::Cow;
use std::ops::Range;

use textwrap::WordSeparator;
use textwrap::core::display_width;
use unicode_segmentation::UnicodeSegmentation;

use super::escape::escape;
use super::style::{Look, Style};
use crate::report::Piece;

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

/// A word without its colours, in the text of all [`Words`].
#[derive(Debug)]
struct Word {
    look: Look,
    start: usize,
    end: usize,
    width: usize,
    /// Columns between it and the next word of its line.
    blank: usize,
    /// Whether no line may end after it.
    glued: bool,
}

/// The words of a passage as they are shown, in reading order.
#[derive(Debug)]
struct Words {
    /// The words, their blanks behind them.
    text: String,
    words: Vec<Word>,
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
    push_pieces(out, &[Piece::same(text, false)], screen, indent);
}

/// The words of a passage in lines of at most `width` columns, and no fewer
/// than ten.
pub(super) fn wrap(pieces: &[Piece<'_>], width: usize, style: Style) -> Vec<Line> {
    let width = width.max(LEAST_WIDTH);
    let mut words = Words::with_capacity(pieces.iter().map(|piece| piece.text.len()).sum());
    for (at, piece) in pieces.iter().enumerate() {
        if piece.spaced {
            words.space();
        } else if at > 0 {
            // Pieces that abut were one word or a word and its comma.
            words.glue(pieces[at - 1].text, piece.text);
        }
        if piece.remote {
            words.push(Look::Same, "…");
            continue;
        }
        if let Some(source) = piece.source() {
            words.push(Look::Place, &source);
            words.space();
        }
        words.push_piece(piece, style, width);
        if let Some(destination) = piece.destination() {
            words.space();
            words.push(Look::Place, &destination);
        }
    }
    words.lines(width, style)
}

/// The fragments of `text` between which lines may end, and whether a blank stands
/// before each; in ASCII at blanks alone, which is quick.
fn fragments(text: &str) -> Vec<(&str, bool)> {
    if text.is_empty() {
        return Vec::new();
    }
    if text.is_ascii() {
        let fragments = text.split(' ').enumerate();
        let fragments = fragments.filter(|(at, fragment)| *at == 0 || !fragment.is_empty());
        return fragments.map(|(at, fragment)| (fragment, at > 0)).collect();
    }
    let mut fragments = Vec::new();
    // The rules of Unicode (UAX #14) are slow and asked only where they are needed: between two
    // plain words a line may end at the blank and nowhere else.
    let (mut start, mut at, mut after_plain) = (0, 0, false);
    for word in text.split(' ') {
        let is_plain = is_plain(word);
        if is_plain && after_plain {
            push_fragments(&mut fragments, &text[start..at - 1], start > 0);
            start = at;
        }
        after_plain = is_plain;
        at += word.len() + 1;
    }
    push_fragments(&mut fragments, &text[start..], start > 0);
    fragments
}

/// Whether no line may end in `word`, and one may at a blank between two such words.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Appends the fragments of `text`, before which a blank stands or not.
fn push_fragments<'a>(fragments: &mut Vec<(&'a str, bool)>, text: &'a str, spaced: bool) {
    if is_plain(text) {
        return fragments.push((text, spaced));
    }
    let mut spaced = spaced;
    for fragment in WordSeparator::new().find_words(text) {
        fragments.push((fragment.word, spaced));
        spaced = !fragment.whitespace.is_empty();
    }
}

/// Columns of `text`, which has no colours.
fn columns(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        text.len()
    } else {
        display_width(text)
    }
}

impl Words {
    /// Room for words of so many bytes, those of a language with short ones.
    fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes + bytes / 8),
            words: Vec::with_capacity(bytes / 5 + 1),
        }
    }

    fn push_piece(&mut self, piece: &Piece<'_>, style: Style, width: usize) {
        let look = Look::of(piece);
        // Signs within a word (*hono{+u+}r*) would be harder to read than the word twice; colours
        // are not.
        if let Some(letters) = &piece.letters
            && style != Style::Plain
            && columns(piece.text) <= width
        {
            return self.push_letters(piece.text, letters, look);
        }
        let mut text = piece.shown();
        if text.contains('\n') {
            // A piece may hold the end of a paragraph, which here is no end of a line.
            text = Cow::Owned(text.replace('\n', " ¶ "));
        }
        let text = escape(&text);
        let fragments = fragments(&text);
        let fences = style.fences(look);
        for (at, &(fragment, spaced)) in fragments.iter().enumerate() {
            if spaced {
                self.space();
            }
            // Signs are fragment of the words beside them: no line ends between.
            let open = if at == 0 { fences.0 } else { "" };
            let close = if at + 1 == fragments.len() {
                fences.1
            } else {
                ""
            };
            if open.is_empty() && close.is_empty() {
                self.push_cut(look, fragment, width);
            } else {
                self.push_cut(look, &[open, fragment, close].concat(), width);
            }
        }
    }

    /// Appends a word with some of its letters apart from the others.
    fn push_letters(&mut self, word: &str, letters: &Range<usize>, look: Look) {
        let parts = [
            (look, &word[..letters.start]),
            (look.letters(), &word[letters.clone()]),
            (look, &word[letters.end..]),
        ];
        for (look, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
            self.push(look, part);
            if let Some(last) = self.words.last_mut() {
                last.glued = true;
            }
        }
        if let Some(last) = self.words.last_mut() {
            last.glued = false;
        }
    }

    /// Appends a word in parts that are no wider than `width`, such as a long address.
    fn push_cut(&mut self, look: Look, word: &str, width: usize) {
        if columns(word) <= width {
            return self.push(look, word);
        }
        let (mut start, mut filled) = (0, 0);
        // A mark stays with its letter.
        for (at, letter) in word.grapheme_indices(true) {
            let wide = display_width(letter);
            if filled + wide > width {
                self.push(look, &word[start..at]);
                (start, filled) = (at, 0);
            }
            filled += wide;
        }
        self.push(look, &word[start..]);
    }

    fn push(&mut self, look: Look, word: &str) {
        let start = self.text.len();
        self.text.push_str(word);
        self.words.push(Word {
            look,
            start,
            end: self.text.len(),
            width: columns(word),
            blank: 0,
            glued: false,
        });
    }

    /// Puts a blank behind the last word.
    fn space(&mut self) {
        if let Some(last) = self.words.last_mut().filter(|last| last.blank == 0) {
            last.blank = 1;
            self.text.push(' ');
        }
    }

    /// Keeps the last word on the line of what follows, unless a line may end
    /// between both texts: a word and its comma stay together.
    fn glue(&mut self, text: &str, next: &str) {
        if let Some((last, (end, start))) = self
            .words
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

    /// Fills one line after the other.
    fn lines(&self, width: usize, style: Style) -> Vec<Line> {
        let mut lines = Vec::new();
        let (mut start, mut at, mut filled) = (0, 0, 0);
        for chunk in self.words.chunk_by(|word, _| word.glued) {
            let whole: usize = chunk.iter().map(|word| word.width + word.blank).sum();
            let blank = chunk.last().map_or(0, |last| last.blank);
            if filled + whole - blank > width && at > start {
                lines.push(self.line(&self.words[start..at], style));
                (start, filled) = (at, 0);
            }
            filled += whole;
            at += chunk.len();
        }
        lines.push(self.line(&self.words[start..], style));
        lines
    }

    fn line(&self, words: &[Word], style: Style) -> Line {
        let mut line = Line::default();
        for run in words.chunk_by(|word, next| word.look == next.look) {
            let (first, last) = (&run[0], &run[run.len() - 1]);
            let text = &self.text[first.start..last.end + last.blank];
            let shown = text.trim_end_matches(' ');
            let [on, off] = style.switches(first.look);
            // The blank behind a run stays plain: underlined it would look like a word that came.
            line.shown.extend([on, shown, off, &text[shown.len()..]]);
            line.width += run
                .iter()
                .map(|word| word.width + word.blank)
                .sum::<usize>();
        }
        let shown = line.shown.trim_end_matches(' ').len();
        line.width -= line.shown.len() - shown;
        line.shown.truncate(shown);
        line
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::report::{Mark, MoveTarget};

    #[test]
    fn an_address_that_is_wider_than_the_line_is_cut_between_letters() {
        let text = "see https://example.org/e\u{301}tat 地雷地雷地雷地雷";
        let lines = wrap(&[Piece::same(text, false)], 10, Style::Plain);
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
            ..Piece::same(text, false)
        };
        let pieces = [
            piece(Mark::Same, "all of it by", false),
            piece(Mark::Inserted, "2024", true),
            piece(Mark::Same, ", and more", false),
        ];
        let lines = wrap(&pieces, 21, Style::Plain);
        let shown: Vec<&str> = lines.iter().map(|line| line.shown.as_str()).collect();
        assert_eq!(shown, ["all of it by", "{+2024+}, and more"]);
    }

    #[test]
    fn a_sentence_that_went_elsewhere_is_shown_by_its_ends() {
        let elsewhere = |shown_here| {
            Some(MoveTarget {
                number: 0,
                paragraph: 6,
                is_same: true,
                shown_here,
            })
        };
        let text = "one two three four five six seven eight nine.";
        let gone = Piece {
            mark: Mark::Deleted,
            elsewhere: elsewhere(true),
            ..Piece::same(text, false)
        };
        let come = Piece {
            mark: Mark::Inserted,
            ..gone.clone()
        };
        let shown = |piece: &Piece<'_>| {
            wrap(std::slice::from_ref(piece), 80, Style::Plain)[0]
                .shown
                .clone()
        };
        assert_eq!(
            shown(&gone),
            "[=one two three four … seven eight nine.=] →¶7"
        );
        assert_eq!(shown(&come), format!("¶7→ {{={text}=}}"));
        let part = Piece {
            elsewhere: elsewhere(false),
            ..come
        };
        assert_eq!(shown(&part), format!("{{={text}=}}"));
    }

    proptest! {
        #[test]
        fn lines_may_end_at_the_same_places_wherever_a_text_is_cut(
            words in prop::collection::vec("[a-z]{0,3}|[0-9]{1,3}%?|[“”’«»—–é（]|-[a-z/]{0,2}|\\([a-z]|[.,:;!?]|地雷| ", 0..12),
        ) {
            let text = format!("é{}", words.join(" "));
            let mut spaced = false;
            for (found, part) in WordSeparator::new().find_words(&text).zip(fragments(&text)) {
                prop_assert_eq!((found.word, spaced), part);
                spaced = !found.whitespace.is_empty();
            }
            prop_assert_eq!(WordSeparator::new().find_words(&text).count(), fragments(&text).len());
        }
    }

    #[test]
    fn letters_and_digits_alone_need_no_care() {
        assert!(is_plain("wells12") && !is_plain("") && !is_plain("für") && !is_plain("a-b"));
    }
}
