//! Reads what stands on the pages beside the text: the headers and footers of the
//! master pages, without the numbers and dates that count by themselves.

use crate::load::xml::{Step, Tag, Visitor};

/// The lines of headers and footers in the order of the file.
#[derive(Default)]
pub(super) struct RunningHeaders {
    pub(super) lines: Vec<String>,
    is_inside: bool,
    line: Option<String>,
}

fn is_frame(name: &str) -> bool {
    matches!(
        name,
        "header" | "footer" | "header-left" | "footer-left" | "header-first" | "footer-first"
    )
}

impl Visitor for RunningHeaders {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "page-number" | "page-count" | "date" | "time" | "file-name" | "ruby-text" => {
                return Step::Skip;
            }
            name if is_frame(name) => self.is_inside = true,
            "p" | "h" if self.is_inside => self.line = Some(String::new()),
            "s" | "tab" | "line-break" => self.text(" "),
            _ => {}
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        if is_frame(name) {
            self.is_inside = false;
        }
        if matches!(name, "p" | "h")
            && let Some(line) = self.line.take()
        {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            self.lines
                .extend(Some(line).filter(|line| !line.is_empty()));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(line) = &mut self.line {
            line.push_str(text);
        }
    }
}
