//! Collects what is known about a statement.

use super::block::{Block, Input, Properties};
use super::language;
use crate::model::{Language, Metadata, Origin, Stated};

/// The facts about the statement in `blocks`; what the user gives comes first.
pub(super) fn read(blocks: &[Block], properties: &Properties, input: &Input) -> Metadata {
    let options = input.options;
    let given = |value: &Option<String>| {
        value.clone().map(|value| Stated {
            value,
            origin: Origin::Given,
        })
    };
    let (language, language_origin) = match (options.language, &properties.language) {
        (Some(language), _) => (language, Origin::Given),
        (None, Some(code)) => (Language::from_code(code), Origin::Properties),
        (None, None) => (language::detect(blocks), Origin::Text),
    };
    Metadata {
        delegation: given(&options.delegation),
        date: given(&options.date),
        title: given(&options.title),
        language,
        language_origin,
        ..Metadata::default()
    }
}
