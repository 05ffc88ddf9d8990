//! A page in one file: no network, readable without scripts, fit to print.
//!
//! All text is escaped in `escape` alone, by the formatter of the templates.
//! The policy of the page lets its own style and script run, and nothing else.

mod escape;

use std::error;
use std::io::{self, Write};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};

use crate::report::{Page, Section};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
/// SHA-256 of [`STYLE`] and of [`SCRIPT`], for the policy.
const STYLE_HASH: &str = "hPQMVoAr7bzClHk+Qc0AzUxCDSPIGhigupyZkt+mnCY=";
const SCRIPT_HASH: &str = "y6nh/c3yfYM6W82shck7WVkuKBAXDP01xWzhcuIN1c8=";

const TEMPLATES: [(&str, &str); 9] = [
    ("page.html", include_str!("page.html")),
    ("section.html", include_str!("section.html")),
    ("row.html", include_str!("row.html")),
    ("end.html", include_str!("end.html")),
    ("ledger.html", include_str!("ledger.html")),
    ("matrix.html", include_str!("matrix.html")),
    ("promises.html", include_str!("promises.html")),
    ("parts.html", include_str!("parts.html")),
    ("text.html", include_str!("text.html")),
];

/// Lays out a page.
///
/// # Panics
///
/// Never: a string takes all.
#[must_use]
pub fn page(page: &Page<'_>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes, page).expect("a string takes all");
    String::from_utf8(bytes).expect("templates and texts are UTF-8")
}

/// Writes a page as it is laid out, row by row of both texts: it is never in
/// memory as a whole.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write(out: &mut dyn Write, page: &Page<'_>) -> io::Result<()> {
    let environment = environment();
    let mut page_writer = Writer {
        environment: &environment,
        out,
    };
    let whole = Value::from(Serde(page));
    page_writer.put(
        "page.html",
        context! {
            page => &whole,
            policy => policy(),
            // Written as they are: a browser compares their bytes with the hashes of the policy.
            style => Value::from_safe_string(STYLE.to_owned()),
        },
    )?;
    // Sections stand between the two templates, for their texts are written row by row.
    for section in &page.sections {
        page_writer.section(page, section)?;
    }
    page_writer.put(
        "end.html",
        context! {
            page => &whole,
            script => Value::from_safe_string(SCRIPT.to_owned()),
        },
    )
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_syntax(syntax());
    environment.set_formatter(escape::format);
    for (name, source) in TEMPLATES {
        environment
            .add_template(name, source)
            .expect("the templates are part of the program");
    }
    environment
}

/// Writes the parts of a page.
struct Writer<'w> {
    environment: &'w Environment<'static>,
    out: &'w mut dyn Write,
}

impl Writer<'_> {
    /// Writes the template `name` with what it asks for.
    fn put(&mut self, name: &str, values: Value) -> io::Result<()> {
        let template = self.environment.get_template(name);
        let template = template.expect("it is one of the templates");
        match template.render_captured_to(values, &mut *self.out) {
            Ok(_) => Ok(()),
            Err(error) => Err(cause(&error)),
        }
    }

    fn section(&mut self, page: &Page<'_>, section: &Section<'_>) -> io::Result<()> {
        let document = |at: usize| Value::from(Serde(&page.documents[at]));
        let (before, after) = (document(section.before), document(section.after));
        let values = context! {
            section => Value::from(Serde(section)),
            several => page.sections.len() > 1,
            lead => page.lead(section).map(|lead| Value::from(Serde(lead))),
            before => &before,
            after => &after,
        };
        self.put("section.html", values)?;
        for block in &section.text {
            if block.folded {
                let label = escape::escape(&block.label);
                writeln!(self.out, "{FOLD}{label}</summary>")?;
            }
            for row in &block.rows {
                let row = Value::from(Serde(row));
                self.put(
                    "row.html",
                    context! { row, before => &before, after => &after },
                )?;
            }
            if block.folded {
                self.out.write_all(b"</details>\n")?;
            }
        }
        // Closes what `section.html` has opened: one of several sections can be folded as a whole.
        let end: &[u8] = if page.sections.len() > 1 {
            b"</div>\n</div>\n</details>\n</details>\n</section>\n"
        } else {
            b"</div>\n</div>\n</details>\n</section>\n"
        };
        self.out.write_all(end)
    }
}

/// What opens rows that are the same in both texts.
const FOLD: &str = "<details class=\"kept-rows\">\n<summary><span class=\"show\">Show </span>";

/// Why a page could not be written.
///
/// # Panics
///
/// When a template asks for what a page does not have, which no input causes;
/// the tests render each part of them.
fn cause(error: &minijinja::Error) -> io::Error {
    // A broken pipe or a full disk comes wrapped in an error of the templates.
    let source = error::Error::source(error).and_then(|source| source.downcast_ref());
    let source: Option<&io::Error> = source;
    let source = source.expect("the page has all that the templates ask for");
    io::Error::new(source.kind(), source.to_string())
}

/// Lines with nothing but a tag leave no blank line behind.
fn syntax() -> SyntaxConfig {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
        .expect("the usual marks are kept")
}

fn policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; \
         base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    /// Base64 (RFC 4648, §4).
    fn base64(bytes: &[u8]) -> String {
        const LETTERS: &[u8; 64] =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut out = String::new();
        for chunk in bytes.chunks(3) {
            let [a, b, c] = [0, 1, 2].map(|at| chunk.get(at).copied().unwrap_or(0));
            let word = usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c);
            let letters = [18, 12, 6, 0].map(|shift| LETTERS[word >> shift & 63]);
            let kept = chunk.len() + 1;
            out.extend(letters[..kept].iter().map(|letter| char::from(*letter)));
            out.extend(std::iter::repeat_n('=', 4 - kept));
        }
        out
    }

    #[test]
    fn the_policy_names_the_style_and_the_script_of_the_page() {
        assert_eq!(base64(&Sha256::digest(STYLE)), STYLE_HASH);
        assert_eq!(base64(&Sha256::digest(SCRIPT)), SCRIPT_HASH);
    }
}
