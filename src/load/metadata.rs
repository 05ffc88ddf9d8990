//! Collects what is known about a statement, and weighs the sources.
//!
//! What the user gives beats the front matter, that beats the letterhead, that
//! the properties stored in the file, that the file's name, that the text. The
//! language is the exception: a text that plainly is in another beats the one
//! that its editor stored.

use super::block::{Block, Input, Properties};
use super::facts::Facts;
use super::language::{self, Guess};
use super::{file_name, header};
use crate::model::{Language, Metadata, Notice, NoticeCode, Origin, Stated};

/// The facts about the statement in `blocks`, whose roles are known.
pub(super) fn read(blocks: &[Block], properties: &Properties, input: &Input) -> Metadata {
    let sources = [
        (Origin::Given, given(input)),
        (Origin::FrontMatter, properties.front_matter.clone()),
        (Origin::Header, header::read(blocks)),
        (Origin::Properties, stored(properties, blocks)),
        (Origin::FileName, named(input)),
        (Origin::Text, spoken(blocks)),
    ];
    let first = |fact: fn(&Facts) -> &Option<String>| {
        sources.iter().find_map(|(origin, facts)| {
            Some(Stated {
                value: fact(facts).clone()?,
                origin: *origin,
            })
        })
    };
    let guess = match first(|facts| &facts.language) {
        Some(stated) => Guess {
            language: Language::from_code(&stated.value),
            origin: stated.origin,
        },
        None => language::detect(blocks),
    };
    Metadata {
        delegation: first(|facts| &facts.delegation),
        speaker: first(|facts| &facts.speaker),
        meeting: first(|facts| &facts.meeting),
        session: first(|facts| &facts.session),
        date: first(|facts| &facts.date),
        place: first(|facts| &facts.place),
        title: first(|facts| &facts.title),
        language: guess.language,
        language_origin: guess.origin,
    }
}

/// The notice that the file's name does not fit the user's pattern, if so.
pub(super) fn pattern_notice(input: &Input) -> Option<Notice> {
    let pattern = input.options.name_pattern.as_deref()?;
    let stem = input.stem();
    (file_name::read(&stem, Some(pattern)) == Facts::default()).then(|| Notice {
        code: NoticeCode::Reading,
        span: None,
        message: format!("the name {stem} does not fit the pattern {pattern}"),
    })
}

fn given(input: &Input) -> Facts {
    let options = input.options;
    Facts {
        delegation: options.delegation.clone(),
        date: options.date.clone(),
        title: options.title.clone(),
        language: options.language.map(|language| language.code().to_owned()),
        ..Facts::default()
    }
}

/// What the file stores beside its text; the author is who typed it and not
/// who speaks.
fn stored(properties: &Properties, blocks: &[Block]) -> Facts {
    let believed =
        |code: &String| !language::contradicts(blocks, Language::from_code(code.as_str()));
    Facts {
        title: properties.title.clone(),
        date: properties.date.clone(),
        language: properties.language.clone().filter(believed),
        ..Facts::default()
    }
}

/// What the file's name says; standard input has none.
fn named(input: &Input) -> Facts {
    if input.is_standard_input() {
        return Facts::default();
    }
    file_name::read(&input.stem(), input.options.name_pattern.as_deref())
}

/// What the first sentences say.
fn spoken(blocks: &[Block]) -> Facts {
    Facts {
        delegation: header::spoken_for(blocks),
        ..Facts::default()
    }
}
