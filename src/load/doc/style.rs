//! Reads the styles of a file (MS-DOC 2.9.271): what paragraphs are for, and what is hidden or raised.

use super::binary::{slice, u16_at};
use super::run::Look;
use super::sprm::{LIST, OUTLINE_LEVEL, Sprm, sprms};
use crate::model::Role;

/// Most styles that one style is based on, one on another.
const MAX_ANCESTORS: usize = 16;

/// What is said of a style before its name, in bytes.
const LEAST_BASE: usize = 10;

/// The kind of style that paragraphs have.
const OF_PARAGRAPHS: u16 = 1;

/// The styles of a file, by number.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Style>);

/// What a style says; `None` where it leaves it to its base.
#[derive(Debug, Default)]
struct Style {
    base: usize,
    role: Option<Role>,
    look: Look,
}

impl Styles {
    /// The styles in the table `bytes`, up to one that is cut off.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut styles = Vec::new();
        let header = u16_at(bytes, 0).map(usize::from).unwrap_or_default();
        let base_len = u16_at(bytes, 4).map(usize::from).unwrap_or_default();
        let mut rest = bytes.get(2 + header..).unwrap_or_default();
        while let Some(len) = u16_at(rest, 0).map(usize::from) {
            let Some(style) = slice(rest, 2, len) else {
                break;
            };
            // One without bytes keeps its number: styles are named by their place.
            styles.push(Style::read(style, base_len).unwrap_or_default());
            // Each begins at an even byte.
            rest = rest.get(2 + len + len % 2..).unwrap_or_default();
        }
        Self(styles)
    }

    /// What paragraphs of a style are for, where it says so.
    pub(super) fn role(&self, style: u16) -> Option<Role> {
        self.line(style).find_map(|style| style.role)
    }

    /// How the words of a style look, as far as it says so.
    pub(super) fn look(&self, style: u16) -> Look {
        let mut look = Look::default();
        for style in self.line(style) {
            look.is_hidden = look.is_hidden.or(style.look.is_hidden);
            look.is_raised = look.is_raised.or(style.look.is_raised);
        }
        look
    }

    /// A style and those it is based on.
    fn line(&self, style: u16) -> impl Iterator<Item = &Style> {
        let own = self.0.get(usize::from(style));
        std::iter::successors(own, |style| self.0.get(style.base)).take(MAX_ANCESTORS)
    }
}

impl Style {
    fn read(bytes: &[u8], base_len: usize) -> Option<Self> {
        let (built_in, kind, counts) = (u16_at(bytes, 0)?, u16_at(bytes, 2)?, u16_at(bytes, 4)?);
        let mut style = Self {
            base: usize::from(kind >> 4),
            role: role(built_in & 0xfff),
            look: Look::default(),
        };
        let name = base_len.max(LEAST_BASE);
        // The name is counted in characters, without the zero at its end.
        let mut at = name + 2 + 2 * usize::from(u16_at(bytes, name)?) + 2;
        let is_of_paragraphs = kind & 0xf == OF_PARAGRAPHS;
        for nth in 0..counts & 0xf {
            let len = usize::from(u16_at(bytes, at)?);
            let properties = slice(bytes, at + 2, len)?;
            match (is_of_paragraphs, nth) {
                (true, 0) => style.read_paragraph(properties.get(2..).unwrap_or_default()),
                (true, 1) | (false, 0) => style.look.apply(properties, Look::default()),
                _ => {}
            }
            at += 2 + len + len % 2;
        }
        Some(style)
    }

    fn read_paragraph(&mut self, properties: &[u8]) {
        for sprm in sprms(properties) {
            self.role = self.role.or(role_of(sprm));
        }
    }
}

/// What a property of paragraphs says that they are for.
pub(super) fn role_of(sprm: Sprm<'_>) -> Option<Role> {
    match sprm.code {
        OUTLINE_LEVEL if sprm.byte() < 9 => Some(Role::Heading),
        // 0 takes a paragraph out of its list; larger numbers keep one that it stood in.
        LIST if (1..0x7ff).contains(&sprm.word(0)) => Some(Role::ListItem),
        _ => None,
    }
}

/// What the styles are for that every file has, by their number (*sti*).
fn role(built_in: u16) -> Option<Role> {
    match built_in {
        1..=9 | 62 | 74 => Some(Role::Heading),
        19..=27 => Some(Role::Contents),
        84 | 180 | 181 => Some(Role::Quote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A style of paragraphs by its number among those that every file has, and its base.
    fn style(built_in: u16, base: u16, paragraph: &[u8], run: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for word in [built_in, base << 4 | 1, 2, 0, 0, 1, u16::from(b'N'), 0] {
            bytes.extend(word.to_le_bytes());
        }
        for properties in [&[&[0, 0], paragraph].concat()[..], run] {
            bytes.extend(u16::try_from(properties.len()).unwrap().to_le_bytes());
            bytes.extend(properties);
            bytes.extend(&[0][..properties.len() % 2]);
        }
        bytes
    }

    fn table(styles: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = vec![4, 0, 0, 0, 10, 0];
        for style in styles {
            bytes.extend(u16::try_from(style.len()).unwrap().to_le_bytes());
            bytes.extend(style);
        }
        bytes
    }

    #[test]
    fn a_style_inherits_from_its_base() {
        let own = 0xffe;
        let styles = Styles::read(&table(&[
            style(2, 0xfff, &[], &[0x3c, 0x08, 1]),
            style(own, 0, &[], &[0x48, 0x2a, 1]),
            style(own, 0xfff, &[0x0b, 0x46, 3, 0], &[]),
            style(own, 3, &[], &[]),
        ]));
        assert_eq!(styles.role(1), Some(Role::Heading));
        assert_eq!(styles.look(1).is_hidden, Some(true));
        assert_eq!(styles.look(1).is_raised, Some(true));
        assert_eq!(styles.role(2), Some(Role::ListItem));
        // A style that is based on itself ends.
        assert_eq!(styles.role(3), None);
    }

    #[test]
    fn a_table_that_is_cut_off_keeps_the_styles_before() {
        let table = table(&[style(1, 0xfff, &[], &[]), style(2, 0xfff, &[], &[])]);
        let styles = Styles::read(&table[..table.len() - 3]);
        assert_eq!(styles.role(0), Some(Role::Heading));
        assert_eq!(styles.role(1), None);
    }
}
