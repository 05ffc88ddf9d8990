//! Tells the statement from what a site puts around it.

use super::tree::{Element, Page};

/// Elements that hold no part of a statement.
const FURNITURE: [&str; 22] = [
    "aside", "audio", "button", "canvas", "dialog", "embed", "form", "head", "iframe", "menu",
    "nav", "object", "optgroup", "option", "rp", "rt", "search", "select", "svg", "template",
    "title", "video",
];

/// Words in a class or an id that mark what a site puts around a text.
const FURNITURE_WORDS: [&str; 34] = [
    "advert",
    "ads",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "contentinfo",
    "cookie",
    "cookies",
    "copyright",
    "crumbs",
    "dropdown",
    "hidden",
    "login",
    "megamenu",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pager",
    "pagination",
    "related",
    "search",
    "share",
    "sharing",
    "sidebar",
    "skip",
    "social",
    "subscribe",
    "tags",
    "toolbar",
    "topbar",
    "widget",
];

/// Words beside those of [`FURNITURE_WORDS`] that make a class a layout of the
/// page: `no-sidebar`, `content-with-menu`.
const LAYOUT_WORDS: [&str; 9] = [
    "body", "content", "has", "layout", "main", "no", "page", "with", "without",
];

/// Roles (WAI-ARIA) of what a site puts around a text.
const FURNITURE_ROLES: [&str; 8] = [
    "alert",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "navigation",
    "search",
    "toolbar",
];

/// A main part holds at least one in so many bytes of the page's text; with
/// less it is a teaser, and the whole page is read.
const LEAST_SHARE_ONE_IN: usize = 4;

/// The part of a page that holds the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    /// Indices of its first node and past its last.
    pub(super) nodes: (usize, usize),
    /// Bytes of text in it.
    pub(super) len_bytes: usize,
    /// Whether the page marks it as its main part.
    pub(super) is_marked: bool,
}

/// The one `article` of a page, else its `main` part, else all of it.
pub(super) fn find_region(page: &Page) -> Region {
    let articles = page
        .elements()
        .filter(|(_, element)| element.tag.name() == "article");
    let mains = page.elements().filter(|(_, element)| is_main(element));
    let single = |(at, element): (usize, &Element), is_alone: bool| {
        is_alone.then(|| Region {
            nodes: (at, element.close() + 1),
            len_bytes: element.len_bytes(),
            is_marked: true,
        })
    };
    let mut articles = articles.peekable();
    let article = articles
        .next()
        .and_then(|first| single(first, articles.peek().is_none()));
    let main = mains.map(|first| single(first, true)).next().flatten();
    let whole = Region {
        nodes: (0, page.nodes().len()),
        len_bytes: page.len_bytes(),
        is_marked: false,
    };
    let is_enough = |region: &Region| region.len_bytes * LEAST_SHARE_ONE_IN >= page.len_bytes();
    // A lone `article` is the text; several are a list of teasers, and `main` is surer.
    article
        .into_iter()
        .chain(main)
        .find(is_enough)
        .unwrap_or(whole)
}

fn is_main(element: &Element) -> bool {
    element.tag.name() == "main" || element.attribute("role") == Some("main")
}

/// Whether an element of `region` is none of the statement.
///
/// One that holds more than half of the text is never left out: some sites put
/// a whole page into a form or call it a widget.
pub(super) fn is_boilerplate(element: &Element, region: Region) -> bool {
    // What holds half of the text is the text, whatever its class is called.
    let is_small = element.len_bytes() * 2 <= region.len_bytes;
    is_small && (is_hidden(element) || is_around(element, region))
}

fn is_around(element: &Element, region: Region) -> bool {
    let name = element.tag.name();
    if FURNITURE.contains(&name) || !region.is_marked && matches!(name, "header" | "footer") {
        return true;
    }
    if matches!(name, "html" | "body" | "main" | "article") {
        return false;
    }
    // A text processor names its running heads so.
    let is_running =
        matches!(element.attribute("title"), Some("header" | "footer")) && name == "div";
    let has_role = element
        .attribute("role")
        .is_some_and(|role| FURNITURE_ROLES.contains(&role));
    let names = [element.attribute("class"), element.attribute("id")];
    let mut classes = names.into_iter().flatten().flat_map(str::split_whitespace);
    is_running || has_role || classes.any(is_boilerplate_class)
}

fn is_boilerplate_class(class: &str) -> bool {
    let lower = class.to_ascii_lowercase();
    let words = || lower.split(|c: char| !c.is_ascii_alphabetic());
    words().any(|word| FURNITURE_WORDS.contains(&word))
        // *page-with-sidebar* is the whole page beside a sidebar.
        && !words().any(|word| LAYOUT_WORDS.contains(&word))
}

fn is_hidden(element: &Element) -> bool {
    let style = element
        .attribute("style")
        .unwrap_or_default()
        .to_ascii_lowercase()
        .replace(' ', "");
    let hides = [
        "display:none",
        "visibility:hidden",
        "mso-hide:all",
        "mso-list:ignore",
    ];
    element.attribute("hidden").is_some()
        || element.attribute("aria-hidden") == Some("true")
        || hides.iter().any(|rule| style.contains(rule))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_boilerplate_by_its_words() {
        for class in [
            "sidebar",
            "site-menu",
            "block_related",
            "Cookie-Notice",
            "nav2",
        ] {
            assert!(is_boilerplate_class(class), "{class}");
        }
        for class in [
            "no-sidebar",
            "page-with-menu",
            "statement",
            "navy",
            "menus-of-state",
        ] {
            assert!(!is_boilerplate_class(class), "{class}");
        }
    }

    #[test]
    fn a_lone_article_is_read_and_a_teaser_is_not() {
        let region = |html: &str| find_region(&Page::parse(html, 99).unwrap());
        assert!(region("<p>Menu</p><article>The statement</article>").is_marked);
        assert!(!region("<article>One</article><article>Two</article>").is_marked);
        let teaser = format!(
            "<article>News</article><div>{}</div>",
            "The statement. ".repeat(9)
        );
        assert!(!region(&teaser).is_marked);
    }

    #[test]
    fn a_page_without_an_article_is_read_in_its_main_part() {
        for main in [
            "<main>The statement</main>",
            "<div role=main>The statement</div>",
        ] {
            let page = Page::parse(&format!("<p>Menu</p>{main}"), 99).unwrap();
            assert!(find_region(&page).is_marked, "{main}");
        }
    }
}
