//! Makes the figure of the model from what was read.

use rust_decimal::Decimal;

use super::date::DateRead;
use super::interval::interval;
use super::numeral::{Amount, Form};
use super::passage::Passage;
use super::quantity::{Extent, Quantity};
use super::reference::Reference;
use super::term::Unit;
use super::unit::{Measure, base, currency};
use crate::language::hedge::Hedge;
use crate::model::{Bound, Canonical, Dimension, Figure, FigureKind, FigureRole};

/// The figure of an amount, without what its sentence says of it.
pub(super) fn from_quantity(passage: Passage, quantity: &Quantity) -> Figure {
    let mut figure = Figure {
        span: passage.span(quantity.tokens.clone()),
        numeral: passage.span(quantity.numeral.clone()),
        hedge: quantity
            .hedge_tokens
            .clone()
            .map(|tokens| passage.span(tokens)),
        role: quantity.role,
        bound: quantity.hedge.bound,
        approximate: quantity.hedge.approximate,
        ..Figure::default()
    };
    set_extent(&mut figure, quantity.extent, quantity.hedge);
    set_unit(&mut figure, quantity);
    if !quantity.unit_tokens.is_empty() {
        figure.spans.unit = Some(passage.span(quantity.unit_tokens.clone()));
    }
    if let Some(noun) = &quantity.noun {
        let words = Some(passage.span(noun.tokens.clone()));
        figure.spans.unit = figure.spans.unit.or(words);
        figure.spans.subject = words;
        figure.subject = Some(passage.folded(noun.tokens.clone()));
    }
    figure
}

fn set_extent(figure: &mut Figure, extent: Extent, hedge: Hedge) {
    match extent {
        Extent::One(numeral) => {
            if let Amount::Number { value, place } = numeral.amount {
                figure.value = Some(value);
                (figure.low, figure.high) = interval(value, place, numeral.form, hedge);
            }
        }
        Extent::Tolerance(value, off) => {
            figure.value = Some(value);
            figure.low = value.checked_sub(off.abs());
            figure.high = value.checked_add(off.abs());
        }
        Extent::Range(low, high) => {
            figure.bound = Bound::Range;
            (figure.low, figure.high) = (Some(low), Some(high));
        }
        Extent::Vague(low, high) => {
            // *more than a dozen*: the vague word says where it starts, and nothing says where it
            // ends.
            let open = matches!(hedge.bound, Bound::MoreThan | Bound::AtLeast);
            figure.approximate = true;
            figure.bound = if open { hedge.bound } else { Bound::Range };
            (figure.low, figure.high) = (Some(low), Some(high).filter(|_| !open));
        }
        Extent::Share(part, whole) => {
            figure.ratio = Some((part, whole));
            figure.value = part.checked_div(whole).map(|value| value.normalize());
            if let Some(value) = figure.value {
                (figure.low, figure.high) = interval(value, Decimal::new(1, 2), Form::Words, hedge);
            }
        }
    }
}

fn set_unit(figure: &mut Figure, quantity: &Quantity) {
    let share = |figure: &mut Figure, unit: &str| {
        figure.kind = FigureKind::Percentage;
        figure.unit = Some(unit.to_owned());
        figure.dimension = Some(Dimension::Share);
    };
    match &quantity.unit {
        Unit::Percent => share(figure, "percent"),
        Unit::PercentagePoint => share(figure, "percentage point"),
        Unit::BasisPoint => share(figure, "basis point"),
        Unit::Money(row, per) => set_money(figure, *row, per.as_ref()),
        Unit::Measure(measure) => set_measure(figure, measure),
        Unit::Bare => {
            figure.unit = quantity.noun.as_ref().map(|noun| noun.singular.clone());
            if figure.ratio.is_some() {
                figure.kind = FigureKind::Ratio;
                figure.dimension = Some(Dimension::Share);
            } else if figure.unit.is_some() {
                figure.dimension = Some(Dimension::Count);
            }
        }
    }
}

fn set_money(figure: &mut Figure, row: u16, per: Option<&Measure>) {
    let money = currency(row);
    figure.kind = FigureKind::Money;
    figure.dimension = Some(Dimension::Money);
    // *dollars* alone may be of several countries.
    figure.currency = Some(money.code.to_owned()).filter(|code| !code.is_empty());
    figure.unit = Some(match per {
        Some(per) => format!("{} per {}", money.unit, per.name),
        None => money.unit.to_owned(),
    });
}

fn set_measure(figure: &mut Figure, measure: &Measure) {
    // *children of 5 years of age* last no five years.
    let aged = measure.name.ends_with(" of age");
    figure.kind = match measure.dimension {
        Dimension::Time if !aged => FigureKind::Duration,
        _ => FigureKind::Quantity,
    };
    figure.unit = Some(measure.name.clone());
    figure.dimension = Some(measure.dimension);
    figure.canonical = canonical(figure, measure);
}

/// The amount in the base unit of its dimension; `None` where a factor is not
/// exact or the number grows too long.
fn canonical(figure: &Figure, measure: &Measure) -> Option<Canonical> {
    let unit = base(measure.dimension)?;
    let convert = |amount: Decimal| -> Option<Decimal> {
        // Kelvin begins elsewhere than Celsius; for Fahrenheit the factor, 5/9, is no finite
        // decimal.
        match measure.name.as_str() {
            "degree Celsius" => amount.checked_add(Decimal::new(27_315, 2)),
            "degree Fahrenheit" => None,
            _ => amount.checked_mul(measure.factor?),
        }
        .map(|amount| amount.normalize())
    };
    let ends = [figure.value, figure.low, figure.high];
    if ends.iter().flatten().any(|&end| convert(end).is_none()) {
        return None;
    }
    let [value, low, high] = ends.map(|end| end.and_then(convert));
    Some(Canonical {
        value,
        low,
        high,
        unit,
    })
}

/// The figure of a date; `year` is that of the document.
pub(super) fn from_date(passage: Passage, date: &DateRead, resolved: Option<String>) -> Figure {
    Figure {
        span: passage.span(date.start..date.end),
        numeral: passage.span(date.core..date.end),
        kind: FigureKind::Date,
        bound: date.bound,
        approximate: date.approximate,
        hedge: (date.start < date.core).then(|| passage.span(date.start..date.core)),
        date: Some(date.edtf()),
        role: date.is_due.then_some(FigureRole::Deadline),
        resolved,
        ..Figure::default()
    }
}

/// The figure of a reference.
pub(super) fn from_reference(passage: Passage, reference: Reference) -> Figure {
    let span = passage.span(reference.start..reference.end);
    Figure {
        span,
        numeral: span,
        kind: FigureKind::Reference,
        ordinal: reference.number,
        ..Figure::default()
    }
}

/// The figure of a position.
pub(super) fn from_ordinal(
    passage: Passage,
    start: usize,
    end: usize,
    position: Decimal,
) -> Figure {
    let span = passage.span(start..end);
    Figure {
        span,
        numeral: span,
        kind: FigureKind::Ordinal,
        ordinal: Some(position),
        ..Figure::default()
    }
}
