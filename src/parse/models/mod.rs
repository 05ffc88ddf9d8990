//! The models that are compiled in; `NOTICE.md` says what made them.

use crate::model::Language;

use super::trained::Trained;

/// The languages that have a model.
#[cfg(test)]
pub(super) const LANGUAGES: [Language; 5] = [
    Language::English,
    Language::French,
    Language::Spanish,
    Language::Portuguese,
    Language::Russian,
];

/// The model of a language; `None` where there is none.
pub(super) fn model_of(language: Language) -> Option<Trained<'static>> {
    let file: &[u8] = match language {
        Language::English => include_bytes!("en.bin"),
        Language::French => include_bytes!("fr.bin"),
        Language::Spanish => include_bytes!("es.bin"),
        Language::Portuguese => include_bytes!("pt.bin"),
        Language::Russian => include_bytes!("ru.bin"),
        Language::Arabic | Language::Chinese | Language::German | Language::Other => return None,
    };
    Trained::read(file)
}
