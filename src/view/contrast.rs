//! What can be read on what, and told from what: contrast as WCAG 2 computes it, and colours as somebody sees them who is
//! colour-blind.

use super::tests::ROLES;
use super::*;

type Rgb = (u8, u8, u8);

/// What is told from each other by a sign and a word too.
const SIGNS: [Role; 3] = [Role::Green, Role::Orange, Role::Red];

fn linear((red, green, blue): Rgb) -> [f64; 3] {
    [red, green, blue].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    (one / other).max(other / one)
}

/// A colour of 256 as every terminal shows it.
fn indexed(number: u8) -> Rgb {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match number {
        16..=231 => {
            let cube = number - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        232.. => [8 + 10 * (number - 232)].map(|grey| (grey, grey, grey))[0],
        _ => panic!("how {number} looks is for the terminal"),
    }
}

/// Foreground and the backgrounds that it may stand on, in all colours and in 256.
fn pairs(name: ThemeName, role: Role) -> Vec<(Rgb, Rgb)> {
    let theme = Theme::named(name);
    let style = theme.style(role);
    let of = |colour: Color| {
        let ink = Theme::ink(colour).unwrap_or_else(|| panic!("{colour:?} of {name:?} is no ink"));
        [ink.rgb, indexed(ink.indexed)]
    };
    let grounds: Vec<[Rgb; 2]> = match style.bg {
        Some(colour) => vec![of(colour)],
        None => vec![[(0, 0, 0); 2], [(255, 255, 255); 2]],
    };
    let Some(colour) = style.fg else { return Vec::new() };
    let texts = of(colour);
    let each = |ground: [Rgb; 2]| texts.into_iter().zip(ground).collect::<Vec<_>>();
    grounds.into_iter().flat_map(each).collect()
}

#[test]
fn every_text_of_every_theme_can_be_read_on_its_background() {
    for name in ThemeName::ALL {
        for role in ROLES {
            let least = match (name, SIGNS.contains(&role)) {
                (ThemeName::Beamer, false) => 7.0,
                (ThemeName::Beamer, true) | (_, false) => 4.5,
                // A sign beside its word is no text.
                (_, true) => 3.0,
            };
            for (text, ground) in pairs(name, role) {
                let found = contrast(text, ground);
                assert!(
                    found >= least,
                    "{name:?} {role:?}: {text:?} on {ground:?} is {found:.2}, not {least}"
                );
            }
        }
    }
}

#[test]
fn contrast_is_computed_as_the_standard_does() {
    let near = |one: f64, other: f64| (one - other).abs() < 0.01;
    assert!(near(contrast((0, 0, 0), (255, 255, 255)), 21.0));
    assert!(near(contrast((0x80, 0x80, 0x80), (255, 255, 255)), 3.95));
    assert!(near(contrast((0x76, 0x76, 0x76), (255, 255, 255)), 4.54));
}

/// What somebody sees who lacks the cones for red, green or blue (Machado, Oliveira and Fernandes 2009), or none.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deutan",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritan",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

/// Lightness and the two axes of colour (CIE 1976).
fn lab(seen: [f64; 3]) -> [f64; 3] {
    let [red, green, blue] = seen.map(|part| part.clamp(0.0, 1.0));
    let part = |value: f64| if value > 0.008_856 { value.cbrt() } else { 7.787 * value + 16.0 / 116.0 };
    let x = part((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
    let y = part(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    let z = part((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn apart(one: Rgb, other: Rgb, eyes: &[[f64; 3]; 3]) -> f64 {
    let seen = |colour: Rgb| {
        let [red, green, blue] = linear(colour);
        lab(eyes.map(|row| row[0] * red + row[1] * green + row[2] * blue))
    };
    let (one, other) = (seen(one), seen(other));
    one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn the_colours_of_patients_differ_whatever_cones_somebody_has() {
    for name in ThemeName::ALL.into_iter().filter(|name| *name != ThemeName::Mono) {
        let theme = Theme::named(name);
        let inks = SIGNS.map(|role| Theme::ink(theme.style(role).fg.unwrap()).unwrap());
        for (at, one) in inks.iter().enumerate() {
            for other in &inks[at + 1..] {
                for (eyes, seen) in &EYES {
                    let pairs = [(one.rgb, other.rgb), (indexed(one.indexed), indexed(other.indexed))];
                    for (one, other) in pairs {
                        let found = apart(one, other, seen);
                        // Twenty is ten times what is just noticed side by side.
                        assert!(
                            found >= 20.0,
                            "{name:?}, {eyes}: {one:?} and {other:?} are {found:.1} apart"
                        );
                    }
                }
                assert_ne!(one.sixteen, other.sixteen, "{name:?}");
            }
        }
    }
}

#[test]
fn each_colour_of_patients_has_a_sign_of_its_own_beside_its_word() {
    for marks in crate::app::Marks::ALL {
        let signs = marks.signs();
        let all = [signs.green, signs.orange, signs.red, signs.colour];
        for (at, sign) in all.iter().enumerate() {
            assert!(!all[at + 1..].contains(sign), "{marks:?} {sign}");
        }
    }
}
