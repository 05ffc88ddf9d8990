//! Reads what a zipped document says about itself (Dublin Core elements).

use super::block::Properties;
use super::xml::{Step, Tag, Visitor, XmlError, walk};

/// Reads `docProps/core.xml` of a docx or `meta.xml` of an odt.
///
/// # Errors
///
/// As for [`walk`].
pub(super) fn read_properties(xml: &str) -> Result<Properties, XmlError> {
    let mut fields = Fields::default();
    walk(xml, &mut fields)?;
    Ok(Properties {
        title: fields.title.and_then(stated),
        author: fields.author.and_then(stated),
        language: fields.language.and_then(stated),
        modified: fields.modified.filter(|time| is_time(time)),
        ..Properties::default()
    })
}

/// Whether a text is a time of day in universal time: `2022-05-03T09:00:00Z`.
fn is_time(text: &str) -> bool {
    const LIKE: &[u8] = b"0000-00-00T00:00:00Z";
    let is_like = |(c, like): (u8, &u8)| match like {
        b'0' => c.is_ascii_digit(),
        like => c == *like,
    };
    text.len() == LIKE.len() && text.bytes().zip(LIKE).all(is_like)
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
    modified: Option<String>,
    open: Option<Field>,
}

#[derive(Clone, Copy)]
enum Field {
    Title,
    Author,
    Language,
    Modified,
}

impl Visitor for Fields {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        // These hold text alone: what starts inside of one is no part of it.
        self.open = match tag.name() {
            "title" => Some(Field::Title),
            "creator" => Some(Field::Author),
            "language" => Some(Field::Language),
            "modified" => Some(Field::Modified),
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
            Some(Field::Modified) => &mut self.modified,
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

    #[test]
    fn only_a_time_in_universal_time_is_when_a_file_was_saved() {
        let modified = |time: &str| {
            let xml = format!("<x><dcterms:modified>{time}</dcterms:modified></x>");
            read_properties(&xml).unwrap().modified
        };
        let time = "2022-05-03T09:00:00Z";
        assert_eq!(modified(time).as_deref(), Some(time));
        assert_eq!(modified("3 May 2022"), None);
        assert_eq!(modified("2022-05-03T09:00:00+02"), None);
    }
}
