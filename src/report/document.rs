//! What is shown of a document.

use serde::Serialize;

use crate::model::{Document, Format, Language, Origin, Stated};

/// A document of the report.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentRecord<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    /// Name in this report.
    pub id: &'a str,
    /// The file as named by the user.
    pub path: Option<&'a str>,
    /// The format of its file.
    pub format: Format,
    /// Who speaks.
    pub delegation: Option<&'a str>,
    /// The person who delivers it.
    pub speaker: Option<&'a str>,
    /// The meeting.
    pub meeting: Option<&'a str>,
    /// The session or agenda item.
    pub session: Option<&'a str>,
    /// The day of delivery, EDTF.
    pub date: Option<&'a str>,
    /// The town.
    pub place: Option<&'a str>,
    /// The title.
    pub title: Option<&'a str>,
    /// Its language, by its ISO 639-1 code.
    pub language: Language,
    /// Where each of the facts above was found.
    pub origins: Origins,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// `before` or `after`, of a pair of rows, which have one id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<&'static str>,
}

/// Where the facts about a document were found; null where there is no fact.
#[derive(Debug, Clone, Serialize)]
#[allow(
    missing_docs,
    reason = "each names the field of the document it tells the origin of"
)]
pub struct Origins {
    pub delegation: Option<Origin>,
    pub speaker: Option<Origin>,
    pub meeting: Option<Origin>,
    pub session: Option<Origin>,
    pub date: Option<Origin>,
    pub place: Option<Origin>,
    pub title: Option<Origin>,
    pub language: Origin,
}

impl<'a> DocumentRecord<'a> {
    /// The records of the documents before and after of a pair of rows.
    #[must_use]
    pub fn of_rows(documents: [&'a Document; 2]) -> [Self; 2] {
        let [mut before, mut after] = documents.map(Self::new);
        // Both rows bear the id that pairs them.
        before.side = Some("before");
        after.side = Some("after");
        [before, after]
    }

    /// The record of `document`.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        let facts = &document.metadata;
        Self {
            kind: "document",
            id: &document.id,
            path: document.path.as_deref(),
            format: document.format,
            delegation: value(facts.delegation.as_ref()),
            speaker: value(facts.speaker.as_ref()),
            meeting: value(facts.meeting.as_ref()),
            session: value(facts.session.as_ref()),
            date: value(facts.date.as_ref()),
            place: value(facts.place.as_ref()),
            title: value(facts.title.as_ref()),
            language: facts.language,
            origins: Origins {
                delegation: origin(facts.delegation.as_ref()),
                speaker: origin(facts.speaker.as_ref()),
                meeting: origin(facts.meeting.as_ref()),
                session: origin(facts.session.as_ref()),
                date: origin(facts.date.as_ref()),
                place: origin(facts.place.as_ref()),
                title: origin(facts.title.as_ref()),
                language: facts.language_origin,
            },
            paragraphs: document.paragraphs.len(),
            side: None,
        }
    }
}

fn value(fact: Option<&Stated>) -> Option<&str> {
    fact.map(|fact| fact.value.as_str())
}

fn origin(fact: Option<&Stated>) -> Option<Origin> {
    fact.map(|fact| fact.origin)
}
