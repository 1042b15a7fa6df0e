//! The look of each role: one theme per name, and no colour anywhere else.
//!
//! Colour never says anything by itself: every state also has a word or a sign. Without colours the roles differ by
//! bold, underline and reverse only, and then not a single colour is written: a terminal library that was told not to
//! use colours writes a reset in their place, and that would wipe out the reverse of a selection.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Role, ThemeName};

/// A look for every role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    name: ThemeName,
    base: Style,
    palette: Palette,
}

/// The colours of a theme; none at all in the one without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Palette {
    accent: Option<Color>,
    quiet: Option<Color>,
    warning: Option<Color>,
    fault: Option<Color>,
    green: Option<Color>,
    orange: Option<Color>,
    red: Option<Color>,
}

/// A colour with what comes nearest to it in terminals that have fewer: the number among 256, and among sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    /// Red, green and blue.
    pub rgb: (u8, u8, u8),
    /// The number among 256 that every terminal shows alike.
    pub indexed: u8,
    /// The number among sixteen, of which the terminal decides how they look.
    pub sixteen: u8,
}

const fn ink(hex: u32, indexed: u8, sixteen: u8) -> Ink {
    let [_, red, green, blue] = hex.to_be_bytes();
    Ink { rgb: (red, green, blue), indexed, sixteen }
}

impl Ink {
    /// The colour as the drawing library has it.
    const fn colour(self) -> Color {
        Color::Rgb(self.rgb.0, self.rgb.1, self.rgb.2)
    }
}

const WHITE: Ink = ink(0xFF_FFFF, 231, 15);
const BLACK: Ink = ink(0x00_0000, 16, 0);
/// Readable on black and on white alike, because the window keeps its own background.
const MID_TEAL: Ink = ink(0x00_8484, 29, 6);
const MID_GREY: Ink = ink(0x76_7676, 243, 8);
const MID_AMBER: Ink = ink(0xBA_5D00, 131, 3);
const MID_RED: Ink = ink(0xE7_2323, 163, 1);
const MID_GREEN_SIGN: Ink = ink(0x00_8787, 30, 2);
const MID_ORANGE_SIGN: Ink = ink(0xAF_875F, 137, 3);
const MID_RED_SIGN: Ink = ink(0xD7_0000, 160, 1);
/// On a dark background.
const NIGHT: Ink = ink(0x1C_1C1C, 234, 0);
const PALE: Ink = ink(0xE4_E4E4, 254, 7);
const PALE_TEAL: Ink = ink(0x5F_D7D7, 80, 14);
const PALE_GREY: Ink = ink(0xA8_A8A8, 248, 7);
const PALE_AMBER: Ink = ink(0xFF_AF00, 214, 11);
const PALE_RED: Ink = ink(0xFF_8787, 210, 9);
const PALE_GREEN_SIGN: Ink = ink(0x87_FFFF, 123, 14);
const PALE_ORANGE_SIGN: Ink = ink(0xFF_D700, 220, 11);
const PALE_RED_SIGN: Ink = ink(0xD7_5F5F, 167, 9);
/// On white.
const DEEP_BLUE: Ink = ink(0x00_5F87, 24, 4);
const DEEP_GREY: Ink = ink(0x58_5858, 240, 0);
const DEEP_AMBER: Ink = ink(0x87_5F00, 94, 3);
const DEEP_RED: Ink = ink(0xAF_0000, 124, 1);
const DEEP_GREEN_SIGN: Ink = ink(0x00_8787, 30, 2);
const DEEP_ORANGE_SIGN: Ink = ink(0xD7_5F00, 166, 3);
const DEEP_RED_SIGN: Ink = ink(0x5F_0000, 52, 1);
/// Seen from the back row.
const YELLOW: Ink = ink(0xFF_FF00, 226, 11);
const BRIGHT_RED_SIGN: Ink = ink(0xFF_5F5F, 203, 9);

/// Every colour that a theme uses.
const INKS: [Ink; 27] = [
    WHITE,
    BLACK,
    MID_TEAL,
    MID_GREY,
    MID_AMBER,
    MID_RED,
    MID_GREEN_SIGN,
    MID_ORANGE_SIGN,
    MID_RED_SIGN,
    NIGHT,
    PALE,
    PALE_TEAL,
    PALE_GREY,
    PALE_AMBER,
    PALE_RED,
    PALE_GREEN_SIGN,
    PALE_ORANGE_SIGN,
    PALE_RED_SIGN,
    DEEP_BLUE,
    DEEP_GREY,
    DEEP_AMBER,
    DEEP_RED,
    DEEP_GREEN_SIGN,
    DEEP_ORANGE_SIGN,
    DEEP_RED_SIGN,
    YELLOW,
    BRIGHT_RED_SIGN,
];

const TERMINAL: Palette = Palette {
    accent: Some(MID_TEAL.colour()),
    quiet: Some(MID_GREY.colour()),
    warning: Some(MID_AMBER.colour()),
    fault: Some(MID_RED.colour()),
    green: Some(MID_GREEN_SIGN.colour()),
    orange: Some(MID_ORANGE_SIGN.colour()),
    red: Some(MID_RED_SIGN.colour()),
};

const DARK: Palette = Palette {
    accent: Some(PALE_TEAL.colour()),
    quiet: Some(PALE_GREY.colour()),
    warning: Some(PALE_AMBER.colour()),
    fault: Some(PALE_RED.colour()),
    green: Some(PALE_GREEN_SIGN.colour()),
    orange: Some(PALE_ORANGE_SIGN.colour()),
    red: Some(PALE_RED_SIGN.colour()),
};

const LIGHT: Palette = Palette {
    accent: Some(DEEP_BLUE.colour()),
    quiet: Some(DEEP_GREY.colour()),
    warning: Some(DEEP_AMBER.colour()),
    fault: Some(DEEP_RED.colour()),
    green: Some(DEEP_GREEN_SIGN.colour()),
    orange: Some(DEEP_ORANGE_SIGN.colour()),
    red: Some(DEEP_RED_SIGN.colour()),
};

/// Nothing is quiet here.
const BEAMER: Palette = Palette {
    accent: Some(YELLOW.colour()),
    quiet: None,
    warning: Some(YELLOW.colour()),
    fault: Some(YELLOW.colour()),
    green: Some(PALE_GREEN_SIGN.colour()),
    orange: Some(PALE_ORANGE_SIGN.colour()),
    red: Some(BRIGHT_RED_SIGN.colour()),
};

const MONO: Palette =
    Palette { accent: None, quiet: None, warning: None, fault: None, green: None, orange: None, red: None };

impl Theme {
    /// The theme with this name.
    pub const fn named(name: ThemeName) -> Self {
        let base = Style::new();
        let (base, palette) = match name {
            ThemeName::Terminal => (base, TERMINAL),
            ThemeName::Dark => (base.fg(PALE.colour()).bg(NIGHT.colour()), DARK),
            ThemeName::Light => (base.fg(BLACK.colour()).bg(WHITE.colour()), LIGHT),
            ThemeName::Beamer => (base.fg(WHITE.colour()).bg(BLACK.colour()), BEAMER),
            ThemeName::Mono => (base, MONO),
        };
        Self { name, base, palette }
    }

    /// The colour of a theme with what comes nearest to it elsewhere; `None` for any other.
    pub fn ink(colour: Color) -> Option<Ink> {
        INKS.into_iter().find(|ink| ink.colour() == colour)
    }

    /// The look of cells on which nothing stands.
    pub const fn base(&self) -> Style {
        self.base
    }

    /// The look of a role.
    pub fn style(&self, role: Role) -> Style {
        let plain = self.base;
        let bold = plain.add_modifier(Modifier::BOLD);
        let palette = self.palette;
        let coloured = |style: Style, colour: Option<Color>| colour.map_or(style, |colour| style.fg(colour));
        match role {
            Role::Plain | Role::Value | Role::Indication => plain,
            Role::Question | Role::Heading | Role::Strong | Role::Chosen => bold,
            Role::Quiet | Role::Done | Role::Status => coloured(plain, palette.quiet),
            Role::Accent => coloured(bold, palette.accent),
            Role::OwnWords if self.slants() => plain.add_modifier(Modifier::ITALIC),
            Role::OwnWords => plain,
            Role::Focus if self.reverses_focus() => bold.add_modifier(Modifier::REVERSED),
            Role::Focus => coloured(bold, palette.accent),
            Role::Selection => plain.add_modifier(Modifier::REVERSED),
            Role::Warning => coloured(bold, palette.warning),
            Role::Fault if self.reverses_focus() => {
                coloured(bold, palette.fault).add_modifier(Modifier::UNDERLINED)
            }
            Role::Fault => coloured(bold, palette.fault),
            Role::Underline => coloured(bold, palette.fault),
            Role::Green => coloured(bold, palette.green),
            Role::Orange => coloured(bold, palette.orange),
            Role::Red => coloured(bold, palette.red),
            Role::Key if palette.accent.is_none() => bold,
            Role::Key => coloured(plain, palette.accent),
        }
    }

    /// Every role, for tests.
    #[cfg(test)]
    pub(crate) fn roles() -> impl Iterator<Item = Role> {
        tests::ROLES.into_iter()
    }

    /// Where the accent alone is too little to be seen from the back row.
    const fn reverses_focus(&self) -> bool {
        matches!(self.name, ThemeName::Beamer | ThemeName::Mono)
    }

    /// Slanted letters are quiet; who asks for contrast or for no decoration wants none.
    const fn slants(&self) -> bool {
        matches!(self.name, ThemeName::Terminal | ThemeName::Dark | ThemeName::Light)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const ROLES: [Role; 21] = [
        Role::Green,
        Role::Orange,
        Role::Red,
        Role::Plain,
        Role::Question,
        Role::Heading,
        Role::Strong,
        Role::Quiet,
        Role::Accent,
        Role::OwnWords,
        Role::Value,
        Role::Focus,
        Role::Selection,
        Role::Chosen,
        Role::Done,
        Role::Indication,
        Role::Warning,
        Role::Fault,
        Role::Underline,
        Role::Status,
        Role::Key,
    ];

    #[test]
    fn plain_has_no_colour_at_all() {
        let theme = Theme::named(ThemeName::Mono);
        assert!(ROLES.iter().all(|role| {
            let style = theme.style(*role);
            style.fg.is_none() && style.bg.is_none()
        }));
    }

    #[test]
    fn calm_keeps_the_background_of_the_window() {
        let theme = Theme::named(ThemeName::Terminal);
        assert!(ROLES.iter().all(|role| theme.style(*role).bg.is_none()));
    }

    #[test]
    fn light_and_contrast_fill_every_cell() {
        for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Beamer] {
            let theme = Theme::named(name);
            assert!(theme.base().bg.is_some() && theme.base().fg.is_some());
            assert!(ROLES.iter().all(|role| theme.style(*role).bg == theme.base().bg), "{name:?}");
        }
    }

    #[test]
    fn focus_and_selection_differ_from_plain_text_by_more_than_colour() {
        for name in ThemeName::ALL {
            let theme = Theme::named(name);
            let decoration = |role| theme.style(role).add_modifier;
            assert_ne!(decoration(Role::Focus), decoration(Role::Plain), "{name:?}");
            assert_ne!(decoration(Role::Selection), decoration(Role::Value), "{name:?}");
            assert_ne!(decoration(Role::Fault), decoration(Role::Status), "{name:?}");
        }
    }
}

#[cfg(test)]
#[path = "contrast.rs"]
mod contrast;
