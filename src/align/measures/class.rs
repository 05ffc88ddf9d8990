//! Which figures may state one measure at all.

use crate::model::{ChangeMode, Dimension, Figure, FigureKind, FigureRole};

/// What a figure must share with another to be compared with it. Figures of
/// two classes never stand in one row, whatever their words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Class<'a> {
    yardstick: Yardstick<'a>,
    aspect: Aspect,
    negated: bool,
}

/// What amounts are measured in, where two units are commensurable.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Yardstick<'a> {
    /// Things counted: the last word of their name.
    Things(&'a str),
    /// A number without a unit.
    Bare,
    /// A part of a whole, as a ratio or in per cent.
    Share,
    /// Any unit of a physical dimension.
    Physical(Dimension),
    /// One unit alone: a currency, percentage points, a rate.
    Unit(&'a str),
}

/// Whether a number is a level or what was added to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Aspect {
    Level,
    Step,
    /// Where a change began or ended.
    End,
    Goal,
    Mean,
}

impl<'a> Class<'a> {
    /// Whether its numbers have no unit.
    pub(super) fn is_bare(&self) -> bool {
        self.yardstick == Yardstick::Bare
    }

    /// Whether it counts things, which its unit names.
    pub(super) fn is_of_things(&self) -> bool {
        matches!(self.yardstick, Yardstick::Things(_))
    }

    /// The class of `figure` of `text`; `None` for dates, ordinals and
    /// references, which measure nothing.
    pub(super) fn of(figure: &'a Figure, text: &str) -> Option<Self> {
        figure.kind.is_amount().then(|| Self {
            yardstick: if is_bare_fraction(figure, text) {
                Yardstick::Bare
            } else {
                yardstick(figure)
            },
            aspect: aspect(figure),
            negated: figure.negated,
        })
    }
}

/// Whether it is a number written with a stroke, which need not be a part of
/// anything: *a rate of 1/4 to 1/2*.
fn is_bare_fraction(figure: &Figure, text: &str) -> bool {
    figure.kind == FigureKind::Ratio
        && figure.unit.is_none()
        && figure.numeral.of(text).contains(['/', '⁄'])
}

fn yardstick(figure: &Figure) -> Yardstick<'_> {
    let unit = figure.unit.as_deref();
    match (figure.kind, figure.dimension, unit) {
        (FigureKind::Ratio, _, _) | (FigureKind::Percentage, _, None | Some("percent")) => {
            Yardstick::Share
        }
        (FigureKind::Duration, _, _) => Yardstick::Physical(Dimension::Time),
        (_, _, None) => Yardstick::Bare,
        (FigureKind::Quantity, None | Some(Dimension::Count), Some(unit)) => {
            Yardstick::Things(unit.rsplit(' ').next().unwrap_or(unit))
        }
        (FigureKind::Money | FigureKind::Percentage, _, Some(unit))
        | (
            _,
            None | Some(Dimension::Money | Dimension::Rate | Dimension::Other | Dimension::Share),
            Some(unit),
        ) => Yardstick::Unit(unit),
        (_, Some(dimension), Some(_)) => Yardstick::Physical(dimension),
    }
}

fn aspect(figure: &Figure) -> Aspect {
    let mode = figure.change.map(|change| change.mode);
    match figure.role {
        Some(FigureRole::Increment) => Aspect::Step,
        _ if mode == Some(ChangeMode::By) => Aspect::Step,
        _ if mode == Some(ChangeMode::FromTo) => Aspect::End,
        Some(FigureRole::Target | FigureRole::Deadline) => Aspect::Goal,
        Some(FigureRole::Average) => Aspect::Mean,
        _ => Aspect::Level,
    }
}
