//! Words that bound a number or say that it is near, and their effect.
//!
//! Each language lists its phrases; longer ones win, so that *no fewer than*
//! is read before *fewer than*. The English table is published as
//! `docs/bounds.md`.

use crate::model::Bound;

/// The effect of a phrase on the number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hedge {
    /// How the number is bounded.
    pub(crate) bound: Bound,
    /// Whether the number is near, not exact.
    pub(crate) approximate: bool,
    /// On which side of the number the phrase stands.
    pub(crate) side: Side,
}

/// On which side of its number a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// *at least 140*.
    Before,
    /// *140 or more*.
    After,
}

const fn hedge(bound: Bound, approximate: bool, side: Side) -> Hedge {
    Hedge {
        bound,
        approximate,
        side,
    }
}

/// *exactly 140*.
pub(crate) const EXACT: Hedge = hedge(Bound::Exact, false, Side::Before);
/// *about 140*.
pub(crate) const ABOUT: Hedge = hedge(Bound::Exact, true, Side::Before);
/// *almost 140*.
pub(crate) const ALMOST: Hedge = hedge(Bound::LessThan, true, Side::Before);
/// *just over 140*.
pub(crate) const JUST_OVER: Hedge = hedge(Bound::MoreThan, true, Side::Before);
/// *more than 140*.
pub(crate) const MORE_THAN: Hedge = hedge(Bound::MoreThan, false, Side::Before);
/// *at least 140*.
pub(crate) const AT_LEAST: Hedge = hedge(Bound::AtLeast, false, Side::Before);
/// *fewer than 140*.
pub(crate) const LESS_THAN: Hedge = hedge(Bound::LessThan, false, Side::Before);
/// *up to 140*.
pub(crate) const AT_MOST: Hedge = hedge(Bound::AtMost, false, Side::Before);
/// *140 or so*.
pub(crate) const OR_SO: Hedge = hedge(Bound::Exact, true, Side::After);
/// *140 or more*.
pub(crate) const OR_MORE: Hedge = hedge(Bound::AtLeast, false, Side::After);
/// *140 or less*.
pub(crate) const OR_LESS: Hedge = hedge(Bound::AtMost, false, Side::After);

impl Hedge {
    /// Both effects together, `self` being the outer words: *at least about
    /// 140* is at least 140 and approximate. The outer bound wins.
    pub(crate) fn around(self, inner: Self) -> Self {
        Self {
            bound: if self.bound == Bound::Exact {
                inner.bound
            } else {
                self.bound
            },
            approximate: self.approximate || inner.approximate,
            side: self.side,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{PACKS, pack};
    use crate::model::Language;

    fn row(hedge: Hedge, phrases: &str) -> String {
        let yes_no = |yes| if yes { "yes" } else { "no" };
        let inclusive = !matches!(hedge.bound, Bound::MoreThan | Bound::LessThan);
        let side = match hedge.side {
            Side::Before => "before",
            Side::After => "after",
        };
        format!(
            "| `{}` | {} | {} | {side} | {} |",
            hedge.bound.name(),
            yes_no(inclusive),
            yes_no(hedge.approximate),
            phrases.replace('|', ", ")
        )
    }

    #[test]
    fn the_published_table_is_the_one_that_is_read() {
        let published: Vec<&str> = include_str!("../../docs/bounds.md")
            .lines()
            .filter(|line| line.starts_with("| `"))
            .collect();
        let read: Vec<String> = pack(Language::English)
            .figures
            .hedges
            .iter()
            .map(|&(hedge, phrases)| row(hedge, phrases))
            .collect();
        assert_eq!(published, read);
    }

    #[test]
    fn the_published_tables_of_other_languages_are_those_that_are_read() {
        let published: Vec<&str> = include_str!("../../docs/bounds-languages.md")
            .lines()
            .filter(|line| line.starts_with("| `"))
            .collect();
        let read: Vec<String> = PACKS[1..]
            .iter()
            .flat_map(|pack| pack.figures.hedges)
            .map(|&(hedge, phrases)| row(hedge, phrases))
            .collect();
        assert_eq!(published, read);
    }

    #[test]
    fn the_outer_words_bound_and_the_inner_ones_approximate() {
        let both = AT_LEAST.around(ABOUT);
        assert_eq!((both.bound, both.approximate), (Bound::AtLeast, true));
    }
}
