//! The text with its tracked changes.

use super::change::{Change, end_mark};
use super::escape::{dated, escape};
use super::parts::NAMESPACE;
use crate::render::put;
use crate::report::{Mark, Redline, RedlineRow, Run, Words};

/// The main part, and what it refers to.
pub(super) struct Document<'a> {
    pub(super) xml: String,
    /// Comments by number.
    pub(super) comments: Vec<(usize, &'a str)>,
}

/// Lays out all rows.
pub(super) fn document<'a>(redline: &'a Redline<'_>, attributes: &str) -> Document<'a> {
    let mut body = Body {
        redline,
        attributes,
        xml: String::new(),
        line: String::new(),
        number: 0,
        comments: Vec::new(),
        reported: vec![false; redline.notes.len()],
    };
    if !redline.brief.is_empty() {
        body.push_brief();
    }
    for row in &redline.rows {
        body.push_row(row);
    }
    if redline
        .rows
        .last()
        .is_some_and(|row| end_mark(row) != Change::None)
    {
        // The mark of the last paragraph cannot be deleted; this one stays.
        body.end_paragraph(Change::None, false);
    }
    Document {
        xml: format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \
             xmlns:w=\"{NAMESPACE}\"><w:body>\n{}<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar \
             w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"708\" \
             w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>\n",
            body.xml
        ),
        comments: body.comments,
    }
}

struct Body<'s, 'a, 't> {
    redline: &'s Redline<'t>,
    attributes: &'a str,
    xml: String,
    /// The runs of the paragraph that is open.
    line: String,
    /// The last number given to a change.
    number: usize,
    comments: Vec<(usize, &'s str)>,
    /// Which changes have their comment.
    reported: Vec<bool>,
}

impl Body<'_, '_, '_> {
    fn next(&mut self) -> usize {
        self.number += 1;
        self.number
    }

    /// Puts what changed, in sentences, as a comment before the first word.
    fn push_brief(&mut self) {
        let number = self.next();
        self.comments.push((number, &self.redline.brief));
        put(
            &mut self.line,
            format_args!("<w:commentRangeStart w:id=\"{number}\"/>"),
        );
        self.close_comment(number, Change::None);
    }

    fn push_row(&mut self, row: &RedlineRow<'_>) {
        let whole = end_mark(row);
        let range =
            (row.is_plain_move && whole != Change::None).then(|| self.open_range(row, whole));
        let mut open: Option<(usize, usize)> = None;
        for (at, run) in row.runs.iter().enumerate() {
            let Run::Words(words) = run else {
                if let Run::Break(mark) = run {
                    self.end_paragraph(Change::of(*mark), row.heading);
                }
                continue;
            };
            // One comment a figure, though its words stand in several runs, and on both sides of a
            // replacement.
            if let Some(note) = words.note.filter(|note| self.wants_comment(*note)) {
                self.reported[note] = true;
                open = Some((self.open_comment(note), note));
            }
            let last = self.push_words(*words, whole);
            if let Some((number, note)) = open
                // Up to the last of its words in the row: a range may not end before what it is
                // about.
                && !row.runs[at + 1..].iter().any(|run| is_of(run, note))
            {
                self.close_comment(number, last);
                open = None;
            }
        }
        self.end_paragraph(whole, row.heading);
        if let Some(end) = range {
            self.xml.push_str(&end);
            self.xml.push('\n');
        }
    }

    /// Opens the range of a move; returns what closes it. Both ends of a move
    /// have one name.
    fn open_range(&mut self, row: &RedlineRow<'_>, change: Change) -> String {
        let number = self.next();
        let element = change.element().expect("a move has an element");
        let name = row.link;
        let start = format!(
            "<w:{element}RangeStart w:id=\"{number}\" w:name=\"move{name}\" {}/>",
            dated(self.attributes, "w:")
        );
        self.line.push_str(&start);
        format!("<w:{element}RangeEnd w:id=\"{number}\"/>")
    }

    fn wants_comment(&self, note: usize) -> bool {
        !self.reported[note] && self.redline.notes[note].is_some()
    }

    fn open_comment(&mut self, note: usize) -> usize {
        let number = self.next();
        let text = self.redline.notes[note].as_deref().unwrap_or_default();
        self.comments.push((number, text));
        put(
            &mut self.line,
            format_args!("<w:commentRangeStart w:id=\"{number}\"/>"),
        );
        number
    }

    /// Closes a comment; its sign goes with the words it stands at.
    fn close_comment(&mut self, number: usize, change: Change) {
        put(
            &mut self.line,
            format_args!("<w:commentRangeEnd w:id=\"{number}\"/>"),
        );
        let sign = format!(
            "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference \
             w:id=\"{number}\"/></w:r>"
        );
        self.push_tracked(change, &sign);
    }

    /// Appends words as the row has them; returns the change they are under.
    fn push_words(&mut self, words: Words<'_>, whole: Change) -> Change {
        match whole {
            Change::Deleted | Change::MovedFrom => self.push_run(whole, words.before),
            Change::Inserted | Change::MovedTo => self.push_run(whole, words.after),
            // Each text gets its own spelling, or rejecting all would not give back the text
            // before.
            Change::None if words.is_respelled() => {
                self.push_run(Change::Deleted, words.before);
                self.push_run(Change::Inserted, words.after)
            }
            Change::None if words.mark == Mark::Deleted => {
                self.push_run(Change::Deleted, words.before)
            }
            Change::None => self.push_run(Change::of(words.mark), words.after),
        }
    }

    fn push_run(&mut self, change: Change, text: &str) -> Change {
        if text.is_empty() {
            return change;
        }
        // Only what is deleted has text of its own kind; what moved away keeps the usual one.
        let element = if change == Change::Deleted {
            "w:delText"
        } else {
            "w:t"
        };
        let direction = if self.redline.right_to_left {
            "<w:rPr><w:rtl/></w:rPr>"
        } else {
            ""
        };
        let mut run = format!("<w:r>{direction}");
        // A tab is an element of its own (`w:tab`), not a character of a text.
        for (at, part) in text.split('\t').enumerate() {
            if at > 0 {
                run.push_str("<w:tab/>");
            }
            if !part.is_empty() {
                put(
                    &mut run,
                    format_args!(
                        "<{element} xml:space=\"preserve\">{}</{element}>",
                        escape(part)
                    ),
                );
            }
        }
        run.push_str("</w:r>");
        self.push_tracked(change, &run);
        change
    }

    fn push_tracked(&mut self, change: Change, content: &str) {
        match change.element() {
            None => self.line.push_str(content),
            Some(element) => {
                let number = self.next();
                let attributes = self.attributes;
                put(
                    &mut self.line,
                    format_args!(
                        "<w:{element} w:id=\"{number}\" {attributes}>{content}</w:{element}>"
                    ),
                );
            }
        }
    }

    /// Ends the open paragraph, whose mark is under `change`.
    fn end_paragraph(&mut self, change: Change, heading: bool) {
        let mut properties = String::new();
        if heading {
            properties.push_str("<w:pStyle w:val=\"Heading1\"/>");
        }
        if self.redline.right_to_left {
            // The schema gives an order: style, direction, and last the properties of the mark.
            properties.push_str("<w:bidi/>");
        }
        if let Some(element) = change.element() {
            let number = self.next();
            put(
                &mut properties,
                format_args!(
                    "<w:rPr><w:{element} w:id=\"{number}\" {}/></w:rPr>",
                    self.attributes
                ),
            );
        }
        let line = std::mem::take(&mut self.line);
        self.xml.push_str("<w:p>");
        if !properties.is_empty() {
            put(&mut self.xml, format_args!("<w:pPr>{properties}</w:pPr>"));
        }
        self.xml.push_str(&line);
        self.xml.push_str("</w:p>\n");
    }
}

fn is_of(run: &Run<'_>, note: usize) -> bool {
    matches!(run, Run::Words(words) if words.note == Some(note))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_brief_is_a_comment_before_the_first_word() {
        let redline = Redline {
            rows: Vec::new(),
            notes: Vec::new(),
            brief: "1 figure rose.".to_owned(),
            right_to_left: false,
            kept: None,
        };
        let mut body = document(&redline, "");
        assert_eq!(body.comments.pop(), Some((1, "1 figure rose.")));
        let bare = Redline {
            brief: String::new(),
            ..redline
        };
        assert!(document(&bare, "").comments.is_empty());
    }

    #[test]
    fn a_comment_is_written_once_and_ends_behind_the_last_of_its_words() {
        let words = |note: Option<usize>| {
            Run::Words(Words {
                mark: Mark::Inserted,
                before: "",
                after: "wells",
                note,
                elsewhere: None,
            })
        };
        assert!(is_of(&words(Some(1)), 1) && !is_of(&words(Some(1)), 0));
        assert!(!is_of(&Run::Break(Mark::Inserted), 0));
    }

    #[test]
    fn words_have_a_comment_where_their_note_says_something_and_no_second_one() {
        let comments = |note: Option<&str>| {
            let words = |after: &'static str| {
                Run::Words(Words {
                    mark: Mark::Inserted,
                    before: "",
                    after,
                    note: Some(0),
                    elsewhere: None,
                })
            };
            let row = |after: u32| RedlineRow {
                kind: crate::report::RowKind::Edited,
                link: 0,
                before: vec![after],
                after: vec![after],
                heading: false,
                is_plain_move: false,
                runs: vec![words("wells"), words(" and roads")],
            };
            let redline = Redline {
                rows: vec![row(0), row(1)],
                notes: vec![note.map(str::to_owned)],
                brief: String::new(),
                right_to_left: false,
                kept: None,
            };
            document(&redline, "").comments.len()
        };
        assert_eq!([comments(Some("It rose.")), comments(None)], [1, 0]);
    }
}
