//! The models that are compiled in; `NOTICE.md` says what made them.

use crate::model::Language;

use super::trained::Trained;

/// The model of a language; `None` where there is none.
pub(super) fn model_of(language: Language) -> Option<Trained<'static>> {
    Trained::read(file_of(language)?)
}

fn file_of(language: Language) -> Option<&'static [u8]> {
    match language {
        Language::English => Some(include_bytes!("en.bin")),
        _ => None,
    }
}
