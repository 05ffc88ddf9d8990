//! Amounts that say the one before them again in another unit, in brackets or
//! behind a slash: *more than 7 million crowns (US$ 1 million) a year*.

use super::figure::from_quantity;
use super::passage::Passage;
use super::quantity::Quantity;
use super::reader::PendingFigure;
use super::term::Unit;
use super::unit::{Measure, read_per};
use crate::language::hedge::EXACT;
use crate::model::Figure;

/// Whether an amount says the one before it in another unit, and
/// so is bounded like it.
pub(super) fn restates(passage: Passage, said: &PendingFigure, quantity: &Quantity) -> bool {
    let bracketed = matches!(passage.word(said.tokens.end), "(" | "/")
        && quantity.tokens.start == said.tokens.end + 1;
    // Brackets hold other amounts too; the same one is of the same kind in another unit.
    let same_kind = match (
        &quantity.unit,
        said.quantity.as_ref().map(|said| &said.unit),
    ) {
        (Unit::Money(one, _), Some(Unit::Money(other, _))) => one != other,
        (Unit::Measure(one), Some(Unit::Measure(other))) => {
            one.dimension == other.dimension && one.name != other.name
        }
        _ => false,
    };
    // Bounds of its own say more than once again the same.
    bracketed && same_kind && quantity.hedge == EXACT && quantity.hedge_tokens.is_none()
}

/// What an amount in brackets that ends at a token, and the one before them, are
/// both paid per.
pub(super) fn read_per_both(passage: Passage, end: usize) -> Option<Measure> {
    let (per, _) = read_per(passage, end + 1).filter(|_| passage.word(end) == ")")?;
    Some(per)
}

/// Says in an amount of money what it is paid per, unless it says so itself.
pub(super) fn set_per(
    passage: Passage,
    quantity: &mut Quantity,
    figure: &mut Figure,
    per: &Measure,
) {
    if let Unit::Money(_, own @ None) = &mut quantity.unit {
        *own = Some(per.clone());
        let change = figure.change;
        *figure = from_quantity(passage, quantity);
        figure.change = change;
    }
}
