//! Names with a number, which are compared as sets: gone or new is only what no
//! mention on the other side names.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::feature::Mention;
use super::words::{Stem, Stems};
use crate::model::{FigureKind, FigureLink, LinkReason, Verdict};

/// What two spellings of one name have in common: its number and its words.
type Name = (Option<Decimal>, Vec<Stem>);

/// The mentions of one name on either side, by their indices.
type Places = [Vec<u32>; 2];

/// Links all names: mentions of one that both sides have are the same, the first
/// mention of any other is gone or new.
pub(super) fn link_names(sides: [&[Mention<'_>]; 2], stems: &mut Stems<'_>) -> Vec<FigureLink> {
    let mut names: BTreeMap<Name, Places> = BTreeMap::new();
    for (side, mentions) in sides.into_iter().enumerate() {
        let references = mentions
            .iter()
            .filter(|mention| mention.figure.kind == FigureKind::Reference);
        for mention in references {
            // *Resolution 12* and *resolutions 12* are one name.
            let name = (mention.figure.ordinal, stems.of_phrase(mention.raw));
            let index = u32::try_from(mention.index).expect("fewer figures than bytes");
            names.entry(name).or_default()[side].push(index);
        }
    }
    names.values().flat_map(links).collect()
}

/// The links of one name.
fn links([before, after]: &Places) -> Vec<FigureLink> {
    let is_shared = !before.is_empty() && !after.is_empty();
    let count = before.len().max(after.len());
    let link = |at: usize| {
        let (old, new) = (before.get(at).copied(), after.get(at).copied());
        let (verdict, reason) = match old {
            _ if is_shared => (Verdict::Same, LinkReason::SameName),
            // *Article 7*, named four times and then no more, is gone once.
            _ if at > 0 => (Verdict::Same, LinkReason::SaidAgain),
            Some(_) => (Verdict::Removed, LinkReason::Alone),
            None => (Verdict::Added, LinkReason::Alone),
        };
        FigureLink {
            before: old,
            after: new,
            confidence: 1.0,
            verdict,
            delta: None,
            reason,
        }
    };
    (0..count).map(link).collect()
}
