//! Themes: a table of colours, each readable on the ground it is made for.

use colored::Color::{self, AnsiColor, Blue, Green, Red};

/// A set of colours. What they mean is told by signs and lines too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own red, blue and green, for an unknown ground.
    Ansi,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// For a dark ground, and readers who do not tell red from green.
    BlueOrange,
    /// For a light ground, and readers who do not tell red from green.
    BlueOrangeLight,
}

/// The colours of a theme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Colours {
    pub(super) gone: Color,
    pub(super) fresh: Color,
    pub(super) moved: Color,
}

impl Theme {
    /// How many themes there are.
    pub(super) const COUNT: usize = 5;

    /// Numbers are those of the 256 colours of xterm, which few users redefine.
    pub(super) const fn colours(self) -> Colours {
        let (gone, fresh, moved) = match self {
            Self::Ansi => (Red, Blue, Green),
            Self::Dark => (AnsiColor(203), AnsiColor(75), AnsiColor(77)),
            Self::Light => (AnsiColor(124), AnsiColor(25), AnsiColor(22)),
            Self::BlueOrange => (AnsiColor(214), AnsiColor(75), AnsiColor(176)),
            Self::BlueOrangeLight => (AnsiColor(130), AnsiColor(25), AnsiColor(90)),
        };
        Colours { gone, fresh, moved }
    }

    /// The theme for a terminal that says what its ground is, in `COLORFGBG`:
    /// numbers of the sixteen colours, the ground last (*15;0*, *0;default;15*).
    #[must_use]
    pub fn for_ground(colorfgbg: Option<&str>) -> Self {
        let ground = colorfgbg.and_then(|value| value.rsplit(';').next()?.parse().ok());
        match ground {
            Some(7 | 9..=15) => Self::Light,
            Some(0..=6 | 8) => Self::Dark,
            _ => Self::Ansi,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of WCAG 2 of a colour of xterm's 6 × 6 × 6 cube.
    fn luminance(colour: Color) -> f64 {
        let AnsiColor(number) = colour else {
            panic!("{colour:?} depends on the terminal");
        };
        let at = usize::from(number - 16);
        let levels = [at / 36, at / 6 % 6, at % 6];
        let linear = |level: usize| {
            let share = [0.0, 95.0, 135.0, 175.0, 215.0, 255.0][level] / 255.0;
            if share <= 0.03928 {
                share / 12.92
            } else {
                f64::powf((share + 0.055) / 1.055, 2.4)
            }
        };
        let [red, green, blue] = levels.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn every_colour_can_be_read_on_its_ground() {
        let grounds = [
            (Theme::Dark, 0.0),
            (Theme::BlueOrange, 0.0),
            (Theme::Light, 1.0),
            (Theme::BlueOrangeLight, 1.0),
        ];
        for (theme, ground) in grounds {
            let colours = theme.colours();
            for colour in [colours.gone, colours.fresh, colours.moved] {
                let (a, b) = (luminance(colour) + 0.05, ground + 0.05);
                let contrast = f64::max(a, b) / f64::min(a, b);
                assert!(contrast >= 4.5, "{theme:?} {colour:?}: {contrast:.1}");
            }
        }
    }

    #[test]
    fn the_ground_is_the_last_number_the_terminal_tells() {
        let cases = [
            (Some("15;0"), Theme::Dark),
            (Some("0;default;15"), Theme::Light),
            (Some("default;default"), Theme::Ansi),
            (None, Theme::Ansi),
        ];
        for (value, theme) in cases {
            assert_eq!(Theme::for_ground(value), theme, "{value:?}");
        }
    }
}
