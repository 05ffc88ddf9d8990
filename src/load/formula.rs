//! Writes a formula on one line: fractions with a slash, exponents raised.
//!
//! Input: the elements of `MathML` (html, epub) or of Office Math (docx) in
//! document order. Output: what a person would type, so that *one over two* is
//! `1/2` and never `12`, and *ten to the sixth* is `10⁶` and never `106`.
//! Notes in another notation (`annotation`) are left out.

use super::superscript::superscript;

/// Deepest nesting that is kept apart; what lies deeper is written in a row.
const MAX_DEPTH: usize = 64;

/// A formula that is being read.
#[derive(Debug, Default)]
pub(super) struct Formula {
    open: Vec<Part>,
    /// Elements open beyond [`MAX_DEPTH`].
    beyond: usize,
}

/// An open element: its name, its own text, and its finished children.
#[derive(Debug, Default)]
struct Part {
    name: String,
    children: Vec<(String, String)>,
}

impl Formula {
    /// Starts an element.
    pub(super) fn open(&mut self, name: &str) {
        if self.open.len() == MAX_DEPTH {
            self.beyond += 1;
            return;
        }
        self.open.push(Part {
            name: name.to_owned(),
            children: Vec::new(),
        });
    }

    /// Adds characters to the innermost element; white space says nothing.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(part) = self.open.last_mut()
            && !text.trim().is_empty()
        {
            part.children.push((String::new(), text.trim().to_owned()));
        }
    }

    /// Ends the innermost element; the whole formula when it was the outermost.
    pub(super) fn close(&mut self) -> Option<String> {
        if self.beyond > 0 {
            self.beyond -= 1;
            return None;
        }
        let part = self.open.pop()?;
        let written = part.write();
        let Some(parent) = self.open.last_mut() else {
            return Some(written);
        };
        parent.children.push((part.name, written));
        None
    }
}

impl Part {
    fn write(&self) -> String {
        match self.name.as_str() {
            // The first of each pair is of `MathML`, the second of Word.
            "mfrac" => over(self.nth(0), self.nth(1)),
            "f" => over(self.named("num"), self.named("den")),
            "msup" => raised(self.nth(0), self.nth(1)),
            "sSup" => raised(self.named("e"), self.named("sup")),
            "msubsup" => raised(&[self.nth(0), self.nth(1)].concat(), self.nth(2)),
            "sSubSup" => raised(
                &[self.named("e"), self.named("sub")].concat(),
                self.named("sup"),
            ),
            "msqrt" => format!("√{}", grouped(&self.joined())),
            "rad" => format!("√{}", grouped(self.named("e"))),
            "mroot" => format!("√{}", grouped(self.nth(0))),
            "d" => format!("({})", self.joined()),
            // Its first child is the formula, the others say the same in another notation.
            "semantics" => self.nth(0).to_owned(),
            "annotation" | "annotation-xml" => String::new(),
            "mo" if self.joined().chars().all(is_relation) => format!(" {} ", self.joined()),
            _ => self.joined(),
        }
    }

    fn nth(&self, at: usize) -> &str {
        self.children.get(at).map_or("", |(_, text)| text.as_str())
    }

    fn named(&self, name: &str) -> &str {
        let found = self.children.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, text)| text.as_str())
    }

    fn joined(&self) -> String {
        let mut joined = String::new();
        for (_, text) in &self.children {
            if is_mixed(&joined, text) {
                joined.push(' ');
            }
            joined.push_str(text);
        }
        joined
    }
}

/// Whether a fraction follows a whole number: *2 1/2* is no *21/2*.
fn is_mixed(before: &str, text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_fraction = text.starts_with(is_digit) && text.contains('/');
    is_fraction && before.ends_with(is_digit)
}

/// Signs that stand between two sides of a statement.
fn is_relation(c: char) -> bool {
    matches!(c, '=' | '≠' | '<' | '>' | '≤' | '≥' | '≈' | '→')
}

fn over(above: &str, below: &str) -> String {
    format!("{}/{}", grouped(above), grouped(below))
}

fn raised(base: &str, exponent: &str) -> String {
    let signs: Option<String> = exponent.chars().map(superscript).collect();
    match signs {
        Some(signs) => format!("{}{signs}", grouped(base)),
        // Not every letter has a raised form: *2^(n+k)*.
        None => format!("{}^{}", grouped(base), grouped(exponent)),
    }
}

/// `text` in brackets unless it is one number or name.
fn grouped(text: &str) -> String {
    let is_one = |c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ' ' | '\u{a0}');
    if text.chars().all(is_one) {
        text.to_owned()
    } else {
        format!("({text})")
    }
}

#[cfg(test)]
mod tests {
    use super::super::xml::{Step, Tag, Visitor, walk};
    use super::*;

    #[derive(Default)]
    struct Written(Formula, String);

    impl Visitor for Written {
        fn open(&mut self, tag: &Tag<'_>) -> Step {
            self.0.open(tag.name());
            Step::Into
        }
        fn close(&mut self, _name: &str) {
            self.1.extend(self.0.close());
        }
        fn text(&mut self, text: &str) {
            self.0.text(text);
        }
    }

    fn written(xml: &str) -> String {
        let mut written = Written::default();
        walk(xml, &mut written).unwrap();
        written.1
    }

    #[test]
    fn a_fraction_keeps_its_bar() {
        for (xml, text) in [
            ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
            (
                "<m><f><fPr/><num><r><t>3</t></r></num><den><r><t>4</t></r></den></f></m>",
                "3/4",
            ),
            (
                "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>",
                "(a+b)/2",
            ),
            (
                "<math><mn>2</mn><mfrac><mn>1</mn><mn>4</mn></mfrac></math>",
                "2 1/4",
            ),
        ] {
            assert_eq!(written(xml), text);
        }
    }

    #[test]
    fn an_exponent_is_raised_and_never_glued_to_its_base() {
        for (xml, text) in [
            ("<math><msup><mn>10</mn><mn>6</mn></msup></math>", "10⁶"),
            (
                "<m><sSup><e><t>10</t></e><sup><t>-3</t></sup></sSup></m>",
                "10⁻³",
            ),
            ("<math><msup><mn>2</mn><mi>n</mi></msup></math>", "2^n"),
            (
                "<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math>",
                "x1²",
            ),
        ] {
            assert_eq!(written(xml), text);
        }
    }

    #[test]
    fn other_notations_of_a_formula_are_left_out() {
        let xml = "<math><semantics><mrow><mi>n</mi><mo>=</mo><mn>5</mn></mrow>\
                   <annotation>n=5</annotation></semantics></math>";
        assert_eq!(written(xml), "n = 5");
    }

    #[test]
    fn a_formula_nested_without_end_is_written_in_a_row() {
        let xml = ["<mrow>".repeat(500), "7".to_owned(), "</mrow>".repeat(500)].concat();
        assert_eq!(written(&xml), "7");
    }
}
