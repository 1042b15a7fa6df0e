//! How many colours the terminal has, by what it calls itself, and which of them come nearest to those of a theme.

use ratatui::style::{Color, Modifier};

use crate::view::Theme;

/// So many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colours {
    /// None: only bold, underlined and reversed.
    None,
    /// The eight of old terminals.
    Eight,
    /// The eight, and a brighter one of each.
    Sixteen,
    /// 256, which every terminal shows alike.
    Many,
    /// All that there are.
    All,
}

/// How terminals are called that print, or that are told otherwise than all of today where the cursor goes.
const OF_LINES: [&str; 30] = [
    "3270", "adds", "adm", "aj", "ampex", "cdc", "dg2", "dg4", "diablo", "dku", "dtc", "gsi", "hazel", "hp2",
    "hp7", "ibm31", "lpr", "qume", "regent", "tek4", "ti7", "tty3", "tty4", "tvi", "vt50", "vt52", "wy30",
    "wy50", "wy60", "zentec",
];

/// What a terminal is called of which nothing is known but that it shows lines, in the tables of systems.
const GENERIC: [&str; 20] = [
    "",
    "arpanet",
    "bussplexer",
    "dialup",
    "du",
    "dumb",
    "emacs",
    "ethernet",
    "glasstty",
    "net",
    "network",
    "none",
    "patch",
    "plugboard",
    "printer",
    "sun",
    "sw",
    "switch",
    "unknown",
    "vanilla",
];

/// Whether a terminal that calls itself this can do nothing but show lines.
pub fn shows_only_lines(name: Option<&str>) -> bool {
    let name = name.unwrap_or_default().trim().to_lowercase();
    GENERIC.contains(&&*name)
        || name.starts_with("dumb-")
        || OF_LINES.iter().any(|begins| name.starts_with(begins))
}

impl Colours {
    /// The colours of this terminal, by the variables of the environment.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        if cfg!(windows) {
            return Self::Many;
        }
        let name = variable("TERM").unwrap_or_default().to_lowercase();
        let is = |names: &[&str]| names.iter().any(|known| name == *known);
        let begins = |names: &[&str]| names.iter().any(|known| name.starts_with(known));
        let ends = |names: &[&str]| names.iter().any(|known| name.ends_with(known));
        // Those of DEC: a number stands behind it, unlike in the names of others that begin so.
        let is_of_dec =
            name.strip_prefix("vt").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        // What says that it has none is believed before anything that a shell passed on.
        if ends(&["-mono", "-m"]) || GENERIC.contains(&&*name) || (is_of_dec && !is(&["vt340", "vt525"])) {
            return Self::None;
        }
        let told = variable("COLORTERM").unwrap_or_default().to_lowercase();
        let promises_all = ["truecolor", "24bit"].contains(&&*told);
        // What runs within another terminal may pass its promise on without keeping it.
        if ends(&["-direct", "-truecolor"]) || promises_all && !begins(&["screen", "linux"]) {
            return Self::All;
        }
        // The console of Linux has sixteen, whoever promised more.
        if begins(&["linux"]) && promises_all {
            return Self::Sixteen;
        }
        if name.contains("256") || promises_all {
            return Self::Many;
        }
        if ends(&["-16color", "-88color"]) {
            return Self::Sixteen;
        }
        if ends(&["-8color", "-color"]) {
            return Self::Eight;
        }
        if begins(&[
            "alacritty",
            "contour",
            "foot",
            "ghostty",
            "iterm",
            "kitty",
            "mintty",
            "wezterm",
            "xterm-",
        ]) {
            return Self::Many;
        }
        if is(&["xterm", "konsole", "gnome", "vte", "rxvt-unicode", "aixterm"]) {
            return Self::Sixteen;
        }
        Self::Eight
    }

    /// A look as far as this terminal can show it.
    pub(in crate::shell) fn look(
        self,
        (foreground, background, modifier): (Color, Color, Modifier),
    ) -> (Color, Color, Modifier) {
        // Slanted letters are as rare as many colours; some terminals show a colour for them, or reverse.
        let shown = |modifier: Modifier| modifier.difference(Modifier::ITALIC);
        match self {
            Self::Many | Self::All => (self.near(foreground), self.near(background), modifier),
            Self::Sixteen => (self.near(foreground), self.near(background), modifier),
            Self::Eight => (self.near(foreground), self.near(background), shown(modifier)),
            Self::None => (Color::Reset, Color::Reset, shown(modifier)),
        }
    }

    /// The colour that comes nearest to one of a theme.
    fn near(self, colour: Color) -> Color {
        let Some(ink) = Theme::ink(colour) else { return Color::Reset };
        match self {
            Self::None => Color::Reset,
            Self::All => colour,
            Self::Many => Color::Indexed(ink.indexed),
            Self::Sixteen => Color::Indexed(ink.sixteen),
            // What is quiet is as it is where there is no grey.
            Self::Eight if ink.sixteen == 8 => Color::Reset,
            Self::Eight => Color::Indexed(ink.sixteen % 8),
        }
    }

    /// How a colour is asked for; nothing for the terminal's own.
    pub(in crate::shell) fn code(self, colour: Color, is_background: bool) -> Option<String> {
        let base = if is_background { 40 } else { 30 };
        match (self, colour) {
            (_, Color::Rgb(red, green, blue)) => Some(format!("{};2;{red};{green};{blue}", base + 8)),
            (Self::Many | Self::All, Color::Indexed(number)) => Some(format!("{};5;{number}", base + 8)),
            (_, Color::Indexed(number @ 0..8)) => Some((base + u16::from(number)).to_string()),
            (_, Color::Indexed(number)) => Some((base + 60 + u16::from(number) - 8).to_string()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::ThemeName;

    fn of(term: &str, colorterm: &str) -> Colours {
        Colours::of(|name| match name {
            "TERM" => Some(term.to_owned()),
            "COLORTERM" if !colorterm.is_empty() => Some(colorterm.to_owned()),
            _ => None,
        })
    }

    #[test]
    fn terminals_for_lines_only() {
        assert!([None, Some(""), Some("dumb"), Some("unknown")].into_iter().all(shows_only_lines));
        for name in [
            "DUMB",
            "Dumb",
            "Unknown",
            " dumb",
            "dumb-emacs-ansi",
            "hp2621",
            "HP2645",
            "adm3a",
            "tvi912",
            "wy50",
            "tek4014",
            "tty33",
            "lpr",
            "dialup",
            "DIALUP",
            "switch",
            "none",
            "vanilla",
            "plugboard",
        ] {
            assert!(shows_only_lines(Some(name)), "{name}");
        }
        for name in [
            "xterm-256color",
            "hpterm",
            "wsvt25",
            "wy75",
            "tmux",
            "screen",
            "ansi",
            "cons25",
            "rxvt",
            "st",
            "foot",
        ] {
            assert!(!shows_only_lines(Some(name)), "{name}");
        }
        assert!(["xterm", "vt100", "linux", "dumber"].into_iter().all(|name| !shows_only_lines(Some(name))));
    }

    #[cfg(unix)]
    #[test]
    fn by_the_name_of_the_terminal() {
        for (colours, names) in [
            (
                Colours::None,
                &[
                    "vt100",
                    "vt102",
                    "vt220-8",
                    "vt52",
                    "vt420",
                    "xterm-mono",
                    "linux-m",
                    "dumb",
                    "dialup",
                    "",
                ][..],
            ),
            (
                Colours::Eight,
                &[
                    "linux",
                    "screen",
                    "tmux",
                    "ansi",
                    "cygwin",
                    "rxvt",
                    "xterm-color",
                    "xterm-8color",
                    "putty",
                    "niemand",
                    "vtnt",
                    "vt340",
                    "vt525",
                ],
            ),
            (Colours::Sixteen, &["xterm", "xterm-16color", "rxvt-88color", "konsole", "vte"]),
            (
                Colours::Many,
                &[
                    "xterm-256color",
                    "screen-256color",
                    "tmux-256color",
                    "xterm-kitty",
                    "alacritty",
                    "foot",
                    "putty-256color",
                    "vte-256color",
                    "vte-2018-256color",
                ],
            ),
        ] {
            for name in names {
                assert_eq!(of(name, ""), colours, "{name}");
            }
        }
        assert_eq!(of("xterm", "truecolor"), Colours::All);
        assert_eq!(of("xterm-256color", "24bit"), Colours::All);
        assert_eq!(of("vte-direct", ""), Colours::All);
        assert_eq!(of("vte", "truecolor"), Colours::All);
        assert_eq!(of("linux", "24bit"), Colours::Sixteen);
        assert_eq!(of("linux", "truecolor"), Colours::Sixteen);
        assert_eq!(of("screen", "truecolor"), Colours::Many);
        assert_eq!(of("screen", "yes"), Colours::Eight);
        assert_eq!(of("vt100", "truecolor"), Colours::None);
    }

    #[test]
    fn every_colour_of_every_theme_has_one_that_is_near() {
        for name in ThemeName::ALL {
            let theme = Theme::named(name);
            for style in Theme::roles().map(|role| theme.style(role)) {
                for colour in [style.fg, style.bg].into_iter().flatten() {
                    let near = [Colours::Sixteen, Colours::Many, Colours::All].map(|has| has.near(colour));
                    let few = |colour| matches!(colour, Color::Indexed(0..=15));
                    assert!(few(near[0]) && matches!(near[1], Color::Indexed(16..)), "{colour:?} {near:?}");
                    assert_eq!(near[2], colour);
                    let eight = Colours::Eight.near(colour);
                    assert!(matches!(eight, Color::Indexed(0..=7) | Color::Reset), "{colour:?}");
                }
            }
            for style in Theme::roles().map(|role| theme.style(role)) {
                let (fg, bg) = (style.fg.unwrap_or_default(), style.bg.unwrap_or_default());
                for colours in [Colours::Eight, Colours::Sixteen] {
                    let (fg, bg, _) = colours.look((fg, bg, Modifier::empty()));
                    assert!(
                        fg == Color::Reset || fg != bg,
                        "nothing is written in the colour it stands on: {name:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn as_they_are_asked_for() {
        let code = |colours: Colours, number| colours.code(Color::Indexed(number), false).unwrap();
        assert_eq!(code(Colours::Many, 30), "38;5;30");
        assert_eq!(Colours::Many.code(Color::Indexed(231), true).unwrap(), "48;5;231");
        assert_eq!(Colours::All.code(Color::Rgb(1, 2, 3), true).unwrap(), "48;2;1;2;3");
        assert_eq!(code(Colours::Eight, 6), "36");
        assert_eq!(Colours::Eight.code(Color::Indexed(7), true).unwrap(), "47");
        assert_eq!(code(Colours::Sixteen, 8), "90");
        assert_eq!(Colours::Sixteen.code(Color::Indexed(15), true).unwrap(), "107");
        assert_eq!(Colours::All.code(Color::Reset, true), None);
    }
}
