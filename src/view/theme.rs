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

/// The colours of a theme; none at all in the plain one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Palette {
    accent: Option<Color>,
    quiet: Option<Color>,
    warning: Option<Color>,
    fault: Option<Color>,
    /// Green, orange and red, as a team calls the state of a patient; the word always stands beside it.
    lights: [Option<Color>; 3],
}

/// Middle tones, readable on a light and on a dark background alike, because the window keeps its own.
const CALM: Palette = Palette {
    accent: Some(Color::Indexed(30)),
    quiet: Some(Color::Indexed(244)),
    warning: Some(Color::Indexed(130)),
    fault: Some(Color::Indexed(160)),
    lights: [Some(Color::Indexed(28)), Some(Color::Indexed(130)), Some(Color::Indexed(160))],
};

/// Dark tones, for a white background.
const LIGHT: Palette = Palette {
    accent: Some(Color::Indexed(24)),
    quiet: Some(Color::Indexed(240)),
    warning: Some(Color::Indexed(94)),
    fault: Some(Color::Indexed(124)),
    lights: [Some(Color::Indexed(22)), Some(Color::Indexed(94)), Some(Color::Indexed(124))],
};

/// Nothing is quiet here.
const CONTRAST: Palette = Palette {
    accent: Some(Color::Indexed(226)),
    quiet: None,
    warning: Some(Color::Indexed(226)),
    fault: Some(Color::Indexed(226)),
    lights: [Some(Color::Indexed(46)), Some(Color::Indexed(214)), Some(Color::Indexed(210))],
};

const WHITE: Color = Color::Indexed(231);
const BLACK: Color = Color::Indexed(16);

impl Theme {
    /// The theme with this name.
    pub const fn named(name: ThemeName) -> Self {
        let base = Style::new();
        let (base, palette) = match name {
            ThemeName::Calm => (base, CALM),
            ThemeName::Light => (base.fg(BLACK).bg(WHITE), LIGHT),
            ThemeName::Contrast => (base.fg(WHITE).bg(BLACK), CONTRAST),
            ThemeName::Plain => {
                (base, Palette { accent: None, quiet: None, warning: None, fault: None, lights: [None; 3] })
            }
        };
        Self { name, base, palette }
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
            Role::Key if palette.accent.is_none() => bold,
            Role::Key => coloured(plain, palette.accent),
            Role::Green => coloured(bold, palette.lights[0]),
            Role::Amber => coloured(bold, palette.lights[1]),
            Role::Red => coloured(bold, palette.lights[2]),
        }
    }

    /// Every role, for tests.
    #[cfg(test)]
    pub(crate) fn roles() -> impl Iterator<Item = Role> {
        tests::ROLES.into_iter()
    }

    /// Where the accent alone is too little to be seen from the back row.
    const fn reverses_focus(&self) -> bool {
        matches!(self.name, ThemeName::Contrast | ThemeName::Plain)
    }

    /// Slanted letters are quiet; who asks for contrast or for no decoration wants none.
    const fn slants(&self) -> bool {
        matches!(self.name, ThemeName::Calm | ThemeName::Light)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const ROLES: [Role; 21] = [
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
        Role::Green,
        Role::Amber,
        Role::Red,
    ];

    #[test]
    fn plain_has_no_colour_at_all() {
        let theme = Theme::named(ThemeName::Plain);
        assert!(ROLES.iter().all(|role| {
            let style = theme.style(*role);
            style.fg.is_none() && style.bg.is_none()
        }));
    }

    #[test]
    fn calm_keeps_the_background_of_the_window() {
        let theme = Theme::named(ThemeName::Calm);
        assert!(ROLES.iter().all(|role| theme.style(*role).bg.is_none()));
    }

    #[test]
    fn light_and_contrast_fill_every_cell() {
        for name in [ThemeName::Light, ThemeName::Contrast] {
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
