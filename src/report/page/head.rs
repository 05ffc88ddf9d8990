//! The head of a page: which statements there are.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::language::{Writing, pack};
use crate::model::{Document, Metadata, Notice, Stated, Witness};
use crate::plain::capitalised;
use crate::report::calendar::date_text;

/// A statement on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageDocument<'a> {
    /// Name in this report.
    pub id: &'a str,
    /// Its place among the statements, from 1.
    pub number: usize,
    /// The shortest name that tells it apart: its day, or its `id`.
    pub short: String,
    /// Who spoke where and when, as a source is named: *Marenia (Ms. Tarvane), Lindhaven,
    /// 16 November 2021*.
    pub source: String,
    /// What is known about it.
    pub facts: Vec<Fact<'a>>,
    /// ISO 639-1, `und` where it is not known: a language tag (BCP 47).
    pub language: &'static str,
    /// `ltr`, `rtl`, or `auto` where the language is not known.
    pub direction: &'static str,
    /// How it was read.
    pub notices: Vec<PageNotice<'a>>,
}

/// One thing that is known about a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact<'a> {
    /// *Delegation*.
    pub name: &'static str,
    /// *Marenia*.
    pub value: Cow<'a, str>,
}

/// Something that was mended, guessed or not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageNotice<'a> {
    /// For people.
    pub message: &'a str,
    /// The author's words there.
    pub raw: Option<&'a str>,
}

/// *Marenia, 2021-06-22 → 2022-06-20* for one delegation; otherwise the names.
pub(super) fn title(witnesses: &[Witness], names: &[String]) -> String {
    let range = match names {
        [] => String::new(),
        [only] => only.clone(),
        [first, last] => format!("{first} → {last}"),
        // Years of one speaker are a range; statements of several are a list, of which the title
        // names one.
        [first, .., last] if shared(witnesses).is_some() => format!("{first} to {last}"),
        [first, rest @ ..] => format!("{first}, and {} more", rest.len()),
    };
    match shared(witnesses) {
        // Names that begin with the delegation need not be led by it once more.
        Some(name) if names.iter().all(|short| !short.starts_with(name)) => {
            format!("{}, {range}", capitalised(name))
        }
        _ => range,
    }
}

/// The shortest names that tell the statements apart: days, delegations with
/// days, or the names in this report.
pub(super) fn names(witnesses: &[Witness]) -> Vec<String> {
    let facts = || witnesses.iter().map(|witness| &witness.document.metadata);
    let day = |facts: &Metadata| value(facts.date.as_ref()).map(date_text);
    let days: Option<Vec<String>> = facts().map(day).collect();
    let delegations: Option<Vec<String>> = facts()
        .map(|facts| {
            let name = value(facts.delegation.as_ref())?;
            Some(format!("{name}, {}", day(facts)?))
        })
        .collect();
    // Days alone only where one delegation speaks: else the title would not say who.
    let days = days.filter(|names| shared(witnesses).is_some() && are_distinct(names));
    days.or(delegations.filter(|names| are_distinct(names)))
        .unwrap_or_else(|| {
            let ids = witnesses.iter().map(|witness| witness.document.id.clone());
            ids.collect()
        })
}

fn are_distinct(names: &[String]) -> bool {
    names.iter().collect::<BTreeSet<_>>().len() == names.len()
}

/// The delegation, or else the title, that all statements have.
fn shared(witnesses: &[Witness]) -> Option<&str> {
    let fact = |fact: fn(&Metadata) -> Option<&Stated>| {
        let mut each = witnesses
            .iter()
            .map(|witness| value(fact(&witness.document.metadata)));
        let first = each.next().flatten()?;
        each.all(|other| other == Some(first)).then_some(first)
    };
    fact(|facts| facts.delegation.as_ref()).or_else(|| fact(|facts| facts.title.as_ref()))
}

fn value(fact: Option<&Stated>) -> Option<&str> {
    fact.map(|fact| fact.value.as_str())
}

pub(super) fn documents<'a>(witnesses: &'a [Witness], names: &[String]) -> Vec<PageDocument<'a>> {
    witnesses
        .iter()
        .zip(names)
        .enumerate()
        .map(|(at, (witness, name))| document(witness, (at + 1, name)))
        .collect()
}

fn document<'a>(witness: &'a Witness, (number, name): (usize, &str)) -> PageDocument<'a> {
    let document = &witness.document;
    let notices = document.notices.iter().chain(&witness.notices);
    PageDocument {
        id: &document.id,
        number,
        short: name.to_owned(),
        source: source(document),
        facts: facts(document),
        language: document.metadata.language.code(),
        direction: match pack(document.metadata.language).writing {
            Writing::RightToLeft => "rtl",
            Writing::Unknown => "auto",
            Writing::LeftToRight => "ltr",
        },
        notices: notices
            .map(|notice| page_notice(document, notice))
            .collect(),
    }
}

fn source(document: &Document) -> String {
    let facts = &document.metadata;
    let who = match (
        value(facts.delegation.as_ref()),
        value(facts.speaker.as_ref()),
    ) {
        (Some(delegation), Some(speaker)) => Some(format!("{delegation} ({speaker})")),
        (who, speaker) => who.or(speaker).map(str::to_owned),
    };
    let day = value(facts.date.as_ref()).map(date_text);
    let parts = [
        who,
        value(facts.meeting.as_ref()).map(str::to_owned),
        value(facts.place.as_ref()).map(str::to_owned),
        day,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        document.id.clone()
    } else {
        parts.join(", ")
    }
}

fn facts(document: &Document) -> Vec<Fact<'_>> {
    let facts = &document.metadata;
    let stated = [
        ("Delegation", facts.delegation.as_ref()),
        ("Date", facts.date.as_ref()),
        ("Place", facts.place.as_ref()),
        ("Meeting", facts.meeting.as_ref()),
        ("Session", facts.session.as_ref()),
        ("Speaker", facts.speaker.as_ref()),
        ("Title", facts.title.as_ref()),
    ];
    let fact = |name, value: &'static str| Fact {
        name,
        value: value.into(),
    };
    let each = stated.into_iter().filter_map(|(name, fact)| {
        value(fact).map(|value| Fact {
            name,
            value: value.into(),
        })
    });
    let mut each: Vec<Fact<'_>> = each.collect();
    each.extend(document.path.as_deref().map(|path| Fact {
        name: "File",
        value: path.into(),
    }));
    each.push(fact("Format", document.format.extension()));
    each.push(fact("Language", document.metadata.language.code()));
    each.push(Fact {
        name: "Paragraphs",
        value: document.paragraphs.len().to_string().into(),
    });
    each
}

fn page_notice<'a>(document: &'a Document, notice: &'a Notice) -> PageNotice<'a> {
    PageNotice {
        message: &notice.message,
        raw: notice.span.map(|span| span.of(&document.text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_two_statements_share_tell_neither_apart() {
        let names = |names: [&str; 2]| names.map(str::to_owned);
        assert!(are_distinct(&names(["2021", "2022"])));
        assert!(!are_distinct(&names(["2021", "2021"])));
    }
}
