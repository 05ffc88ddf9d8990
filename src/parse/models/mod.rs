//! The models that are compiled in, which the packs of their languages hold; `NOTICE.md`
//! says what made them.

use crate::language::pack;
use crate::model::Language;

use super::trained::Trained;

/// The languages that have a model.
#[cfg(test)]
pub(super) fn languages() -> Vec<Language> {
    let packs = crate::language::PACKS.iter();
    let parsed = packs.filter(|pack| pack.parser.model.is_some());
    parsed.map(|pack| pack.language).collect()
}

/// The model of a language; `None` where there is none.
pub(super) fn model_of(language: Language) -> Option<Trained<'static>> {
    Trained::read(pack(language).parser.model?)
}
