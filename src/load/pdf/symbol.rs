//! Characters of fonts that do not say what their glyphs mean.

/// The character that a letter of a symbol font stands for; letters outside
/// the Private Use Area are themselves, unknown ones are `None`.
///
/// Windows symbol fonts put their codes at U+F000 (OpenType, cmap 3.0).
pub(super) fn known(letter: char) -> Option<char> {
    /// Bullets and arrows of Symbol and Wingdings that open list items.
    const BULLETS: [u32; 12] = [
        0x6c, 0x6e, 0x71, 0x75, 0x76, 0x77, 0xa7, 0xa8, 0xb7, 0xd8, 0xe0, 0xfc,
    ];
    match u32::from(letter) {
        code @ 0xf000..=0xf0ff => match code - 0xf000 {
            code if BULLETS.contains(&code) => Some('•'),
            code @ 0x20..=0x7e => char::from_u32(code),
            _ => None,
        },
        0xe000..=0xf8ff | 0xf_0000.. => None,
        _ => Some(letter),
    }
}

/// The letter at a code of a TeX text font (encodings T1 and OT1): TeX's
/// bitmap fonts name no characters. Codes below 0x20 are the ligatures and
/// dashes of both encodings, which do not collide.
pub(super) fn tex_letter(code: u32) -> Option<char> {
    const LOW: [(u32, char); 17] = [
        (0x0b, 'ﬀ'),
        (0x0c, 'ﬁ'),
        (0x0d, 'ﬂ'),
        (0x0e, 'ﬃ'),
        (0x0f, 'ﬄ'),
        (0x10, '“'),
        (0x11, '”'),
        (0x12, '„'),
        (0x13, '«'),
        (0x14, '»'),
        (0x15, '–'),
        (0x16, '—'),
        (0x1b, 'ﬀ'),
        (0x1c, 'ﬁ'),
        (0x1d, 'ﬂ'),
        (0x1e, 'ﬃ'),
        (0x1f, 'ﬄ'),
    ];
    match code {
        // Both encodings have curly quotes where ASCII has straight ones.
        0x27 => Some('’'),
        0x60 => Some('‘'),
        0x20..=0x7e | 0xc0..=0xff => char::from_u32(code),
        _ => LOW
            .iter()
            .find(|(at, _)| *at == code)
            .map(|&(_, letter)| letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_font_bullet_is_a_bullet() {
        assert_eq!(known('\u{f0b7}'), Some('•'));
        assert_eq!(known('\u{f041}'), Some('A'));
        assert_eq!(known('\u{e123}'), None);
        assert_eq!(known('é'), Some('é'));
    }

    #[test]
    fn tex_fonts_keep_their_ligatures() {
        assert_eq!(tex_letter(0x1c), Some('ﬁ'));
        assert_eq!(tex_letter(u32::from(b'a')), Some('a'));
        assert_eq!(tex_letter(0x80), None);
    }
}
