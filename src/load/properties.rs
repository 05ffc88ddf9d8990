//! Reads what a zipped document says about itself (Dublin Core elements).

use super::block::Properties;
use super::xml::{Flaw, Step, Tag, Visitor, walk};

/// Reads `docProps/core.xml` of a docx or `meta.xml` of an odt.
///
/// # Errors
///
/// As for [`walk`].
pub(super) fn read_properties(xml: &str) -> Result<Properties, Flaw> {
    let mut fields = Fields::default();
    walk(xml, &mut fields)?;
    Ok(Properties {
        title: fields.title.and_then(stated),
        author: fields.author.and_then(stated),
        language: fields.language.and_then(stated),
        ..Properties::default()
    })
}

/// The trimmed value, if there is any.
pub(super) fn stated(value: String) -> Option<String> {
    let trimmed = value.trim();
    match trimmed.len() {
        0 => None,
        len if len == value.len() => Some(value),
        _ => Some(trimmed.to_owned()),
    }
}

#[derive(Default)]
struct Fields {
    title: Option<String>,
    author: Option<String>,
    language: Option<String>,
    open: Option<Field>,
}

#[derive(Clone, Copy)]
enum Field {
    Title,
    Author,
    Language,
}

impl Visitor for Fields {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        self.open = match tag.name() {
            "title" => Some(Field::Title),
            "creator" => Some(Field::Author),
            "language" => Some(Field::Language),
            _ => None,
        };
        Step::Into
    }

    fn close(&mut self, _name: &str) {
        self.open = None;
    }

    fn text(&mut self, text: &str) {
        let field = match self.open {
            Some(Field::Title) => &mut self.title,
            Some(Field::Author) => &mut self.author,
            Some(Field::Language) => &mut self.language,
            None => return,
        };
        field.get_or_insert_default().push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_fields_say_nothing() {
        let xml = "<x><dc:title>Remarks &amp; replies</dc:title><dc:creator> </dc:creator><dc:language/></x>";
        let properties = read_properties(xml).unwrap();
        assert_eq!(properties.title.as_deref(), Some("Remarks & replies"));
        assert_eq!((properties.author, properties.language), (None, None));
    }
}
