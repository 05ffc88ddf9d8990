//! The one unit of a row.

use rust_decimal::Decimal;

use super::Row;
use crate::model::Figure;

/// The unit in which the numbers of a row are compared.
#[derive(Debug)]
pub(super) struct RowUnit<'a> {
    name: Option<&'a str>,
    /// How many base units one of it is, where a figure tells.
    factor: Option<Decimal>,
}

impl<'a> RowUnit<'a> {
    /// The unit that most figures of the row have.
    pub(super) fn of(row: &Row<'a>) -> Self {
        let name = row.common(|figure| figure.unit.as_deref());
        let in_unit = row
            .stated()
            .filter(|(_, figure)| figure.unit.as_deref() == name);
        Self {
            name,
            factor: in_unit.map(|(_, figure)| figure).find_map(factor),
        }
    }

    /// English singular; `None` for bare numbers.
    pub(super) fn name(&self) -> Option<&'a str> {
        self.name
    }

    /// `figure` with its numbers in this unit; `None` where the units have no
    /// common base.
    pub(super) fn convert(&self, figure: &Figure) -> Option<Figure> {
        if figure.unit.as_deref() == self.name {
            return Some(figure.clone());
        }
        let (canonical, factor) = (figure.canonical.as_ref()?, self.factor?);
        let own = |base: Option<Decimal>| base.and_then(|base| base.checked_div(factor));
        Some(Figure {
            value: own(canonical.value),
            low: own(canonical.low),
            high: own(canonical.high),
            unit: self.name.map(str::to_owned),
            ..figure.clone()
        })
    }
}

/// Base units in one unit of `figure`.
fn factor(figure: &Figure) -> Option<Decimal> {
    let canonical = figure.canonical.as_ref()?;
    let ends = [
        (canonical.value, figure.value),
        (canonical.low, figure.low),
        (canonical.high, figure.high),
    ];
    ends.into_iter().find_map(|(base, own)| {
        let own = own.filter(|own| !own.is_zero())?;
        base?.checked_div(own)
    })
}
