//! How a run of characters looks, as far as that decides what is read.

use super::sprm::{
    RUN_DELETED, RUN_HIDDEN, RUN_INSERTED, RUN_RAISED, RUN_STYLE, RUN_SYMBOL, Sprm, sprms,
};

/// What is known of a run; `None` where nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub(super) is_hidden: Option<bool>,
    pub(super) is_raised: Option<bool>,
    /// A tracked change put it in.
    pub(super) is_inserted: bool,
    /// A tracked change took it out.
    pub(super) is_deleted: bool,
    /// The font that each character is a code of, and the code.
    pub(super) symbol: Option<(u16, u16)>,
}

impl Look {
    /// Applies modifiers; those that say *as in the style* look at `style`.
    pub(super) fn apply(&mut self, modifiers: &[u8], style: Self) {
        for sprm in sprms(modifiers) {
            match sprm.code {
                RUN_HIDDEN => self.is_hidden = Some(switch(sprm, style.is_hidden)),
                // 2 is lowered.
                RUN_RAISED => self.is_raised = Some(sprm.byte() == 1),
                RUN_INSERTED => self.is_inserted = sprm.byte() > 0,
                RUN_DELETED => self.is_deleted = sprm.byte() > 0,
                RUN_SYMBOL => self.symbol = Some((sprm.word(0), sprm.word(2))),
                _ => {}
            }
        }
    }

    /// The look of this with what another says on top.
    pub(super) fn under(self, other: Self) -> Self {
        Self {
            is_hidden: other.is_hidden.or(self.is_hidden),
            is_raised: other.is_raised.or(self.is_raised),
            ..self
        }
    }
}

/// The number of the style of a run, where its modifiers name one.
pub(super) fn style_of(modifiers: &[u8]) -> Option<u16> {
    let named = sprms(modifiers).filter(|sprm| sprm.code == RUN_STYLE);
    named.map(|sprm| sprm.word(0)).last()
}

/// A switch: on, off, as in the style, or the contrary of it.
fn switch(sprm: Sprm<'_>, style: Option<bool>) -> bool {
    match sprm.byte() {
        0x80 => style.unwrap_or(false),
        0x81 => !style.unwrap_or(false),
        value => value != 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_may_follow_the_style_or_contradict_it() {
        let hidden = Look {
            is_hidden: Some(true),
            ..Look::default()
        };
        for (value, style, expected) in [
            (1, Look::default(), true),
            (0, hidden, false),
            (0x80, hidden, true),
            (0x81, hidden, false),
            (0x81, Look::default(), true),
        ] {
            let mut look = style;
            look.apply(&[0x3c, 0x08, value], style);
            assert_eq!(look.is_hidden, Some(expected), "{value:#x}");
        }
    }

    #[test]
    fn a_run_may_be_inserted_and_deleted() {
        let mut look = Look::default();
        look.apply(&[0x01, 0x08, 1, 0x00, 0x08, 1], Look::default());
        assert!(look.is_inserted && look.is_deleted);
        assert_eq!(style_of(&[0x30, 0x4a, 9, 0]), Some(9));
    }
}
