//! A page in one file: no network, readable without scripts, fit to print.
//!
//! All text is escaped in `escape` alone, by the formatter of the templates.
//! The policy of the page lets its own style and script run, and nothing else.

mod escape;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{Environment, context};

use crate::report::Page;

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");
/// SHA-256 of [`STYLE`] and of [`SCRIPT`], for the policy.
const STYLE_HASH: &str = "+rfSp3ZH4Ih26qTQ5b4UpGQWvq4z/qEFQjA1PWNju+w=";
const SCRIPT_HASH: &str = "FQac0sLugByw3ywQ4+fdArscusCCGApgVXrJMwQsXYo=";

const TEMPLATES: [(&str, &str); 4] = [
    ("page.html", include_str!("page.html")),
    ("ledger.html", include_str!("ledger.html")),
    ("parts.html", include_str!("parts.html")),
    ("text.html", include_str!("text.html")),
];

/// Lays out a page.
///
/// # Panics
///
/// Never: the templates are fixed, and the tests render each part of them.
#[must_use]
pub fn page(page: &Page<'_>) -> String {
    let mut environment = Environment::new();
    environment.set_syntax(syntax());
    environment.set_formatter(escape::format);
    for (name, source) in TEMPLATES {
        environment
            .add_template(name, source)
            .expect("the templates are part of the program");
    }
    let template = environment
        .get_template("page.html")
        .expect("it was added above");
    template
        .render(context! {
            page => Value::from(Serde(page)),
            policy => policy(),
            style => Value::from_safe_string(STYLE.to_owned()),
            script => Value::from_safe_string(SCRIPT.to_owned()),
        })
        .expect("the page has all that the templates ask for")
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
