//! Definitions as large as a file may be: ordinary ones, and hostile ones of every kind that anybody thought of.
#![allow(clippy::indexing_slicing, reason = "clippy.toml frees #[test] functions, not what they share")]
#![allow(dead_code, reason = "every test crate that includes this module uses its own part of it")]

use std::fmt::Write as _;

/// The largest file that is read at all.
pub const LARGEST: usize = 1024 * 1024;

/// A file that somebody made to take time or space.
pub struct Hostile {
    /// What it is made of.
    pub kind: &'static str,
    /// Its bytes, [`LARGEST`] at most.
    pub bytes: Vec<u8>,
}

const HEAD: &str = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n";
const GROUP: &str = "[[group]]\nid = \"groep\"\ntitle = \"Groep\"\n";

/// A checklist as people write it, with as many parts as fit: `groups` of ten questions with a help text each, and
/// after the first three of a group conditions on them.
pub fn ordinary(groups: usize, help: usize) -> String {
    let mut text = HEAD.to_owned();
    text.push_str("[[source]]\nid = \"bron\"\ntitle = \"Een fictieve richtlijn\"\nyear = 2026\n");
    let help = "Vraag wat de patiënt zelf belangrijk vindt, en wie dat weet. ".repeat(help);
    for group in 0..groups {
        let _ = write!(
            text,
            "\n[[group]]\nid = \"groep-{group}\"\ntitle = \"Groep {group}\"\nhelp = \"{help}\"\n"
        );
        for item in 0..10 {
            let _ = write!(text, "\n[[group.item]]\nid = \"vraag-{group}-{item}\"\n");
            text.push_str(match item % 4 {
                0 => "type = \"yes-no\"\n",
                1 => {
                    "type = \"choice\"\noptions = [\n  { code = \"ja\", text = \"Ja, dat is zo\" },\n  { code = \"nee\", \
                     text = \"Nee\" },\n  { code = \"ken-niet\", text = \"Ik ken de patiënt niet goed genoeg\" },\n]\n"
                }
                2 => "type = \"scale\"\nmin = 0\nmax = 10\nlow = \"geen\"\nhigh = \"zeer veel\"\n",
                _ => "type = \"long-text\"\n",
            });
            let _ = write!(
                text,
                "text = \"Hoe gaat het met punt {item} van groep {group}?\"\nhelp = \"{help}\"\n"
            );
            text.push_str("source = \"bron\"\naudience = [\"team\"]\n");
            match item {
                3 | 7 => {
                    let _ = writeln!(text, "enable_when = {{ item = \"vraag-{group}-0\", is = true }}");
                }
                4 | 8 => {
                    let _ = writeln!(
                        text,
                        "enable_when = {{ all = [{{ item = \"vraag-{group}-1\", in = [\"ja\", \"nee\"] }}, \
                         {{ not = {{ item = \"vraag-{group}-2\", at_least = 8 }} }}] }}"
                    );
                }
                5 | 9 => {
                    let _ = writeln!(
                        text,
                        "enable_when = {{ any = [{{ item = \"vraag-{group}-0\", is = true }}, {{ count = {{ items = \
                         [\"vraag-{group}-1\", \"vraag-{group}-2\"], at_least = 1 }} }}] }}"
                    );
                }
                _ => {}
            }
        }
    }
    text
}

/// Ordinary content of the largest size that passes every limit: five hundred questions with long help texts.
pub fn ordinary_within_limits() -> String {
    ordinary_of_size(50)
}

/// Ordinary content of the largest size, with more questions than a checklist may have.
pub fn ordinary_beyond_limits() -> String {
    ordinary_of_size(200)
}

/// The longest help texts with which so many groups still fit.
fn ordinary_of_size(groups: usize) -> String {
    let fits = |help: &usize| ordinary(groups, *help).len() <= LARGEST;
    let help = (0..64).rev().find(fits).unwrap_or_default();
    ordinary(groups, help)
}

/// All kinds, each of so many bytes where nothing else limits it.
pub fn hostile(size: usize) -> Vec<Hostile> {
    let mut all: Vec<Hostile> = REPEATED
        .iter()
        .map(|(kind, piece)| Hostile { kind, bytes: piece.repeat(size / piece.len()).into_bytes() })
        .collect();
    let mut add = |kind: &'static str, text: String| {
        all.push(Hostile { kind, bytes: cut(text).into_bytes() });
    };
    let many = |line: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for number in 0.. {
            text.push_str(&line(number));
            if text.len() >= size {
                break;
            }
        }
        text
    };
    let value = |text: &str| format!("{HEAD}purpose = {text}\n{GROUP}");
    let filled = |start: &str, piece: &str, end: &str| {
        let room = size.saturating_sub(start.len() + end.len());
        format!("{start}{}{end}", piece.repeat(room / piece.len()))
    };
    let inside = |piece: &str| filled(&format!("{HEAD}purpose = \""), piece, &format!("\"\n{GROUP}"));

    add("unknown keys", HEAD.to_owned() + &many(&|number| format!("sleutel{number} = 1\n")));
    add("unknown keys with near names", HEAD.to_owned() + &many(&|number| format!("agreemen{number} = 1\n")));
    add("unknown sections", many(&|number| format!("[sectie-{number}]\na = 1\n")));
    add(
        "unknown keys on one line",
        many(&|number| format!("{}a{number} = 1", if number == 0 { "group = [{ " } else { ", " })) + " }]",
    );
    add("dotted keys", many(&|number| format!("a{number}.b.c.d.e.f = 1\n")));
    add("one dotted key", filled("a", ".a", " = 1\n"));
    add("dotted sections", many(&|number| format!("[a.b{number}.c.d]\n")));
    add("keys that stand twice", many(&|number| format!("k{number} = 1\nk{number} = 2\n")));
    add("a long key", filled("", "a", " = 1\n"));
    add("a long name", filled("format = 1\nid = \"", "a", "\"\n"));
    add("a long word", inside("a"));
    add("a long text", inside("een woord "));
    add("combining marks", inside("\u{301}"));
    add("combining marks in a name", filled("format = 1\nid = \"a", "\u{301}", "\"\n"));
    add("combining marks in a key", filled("\"a", "\u{301}", "\" = 1\n"));
    add("directions", inside("\u{202e}\u{2066}"));
    add("tag characters", inside("\u{e0041}"));
    add("joined families", inside("👩\u{200d}"));
    add("escapes", inside("\\u202e"));
    add("bad escapes", inside("\\q"));
    add("escaped quotes", inside("\\\""));
    add("wide characters", inside("漢"));
    add("a large integer", filled("format = ", "9", "\n"));
    add("a large hexadecimal integer", filled("format = 0x", "f", "\n"));
    add("a large float", filled("format = 0.", "9", "e999\n"));
    add("a deep list", filled("a = ", "[", ""));
    add("deep tables", filled("a = ", "{ a = ", ""));
    add("deep lists side by side", value(&many(&|_| format!("{}1{},\n", "[".repeat(70), "]".repeat(70)))));
    add("a list of numbers", filled(&format!("{HEAD}purpose = ["), "1, ", &format!("]\n{GROUP}")));
    add(
        "wrong words",
        filled(
            &format!("{HEAD}{GROUP}[[group.item]]\nid = \"a\"\ntype = \"date\"\ntext = \"t\"\naudience = ["),
            "\"taem\", ",
            "]\n",
        ),
    );
    add(
        "wrong names",
        filled(
            "format = 1\ndefault_for = [",
            "\"Een Naam Die Geen Naam Is\", ",
            "]\n[[step]]\nchecklist = \"kort\"\n",
        ),
    );
    add(
        "empty options",
        filled(
            &format!("{HEAD}{GROUP}[[group.item]]\nid = \"a\"\ntype = \"choice\"\ntext = \"t\"\noptions = ["),
            "{}, ",
            "]\n",
        ),
    );
    add("random bytes as text", random_text(size));
    add("a shipped file without its line ends", filled("", "id = \"a\" title = \"b\" [[group]] ", ""));
    logical(&mut add);
    all.push(Hostile { kind: "random bytes", bytes: random(size) });
    all
}

/// What is nothing but one piece, again and again.
const REPEATED: &[(&str, &str)] = &[
    ("groups without anything", "[[group]]\n"),
    ("items without groups", "[[group.item]]\n"),
    ("deep items", "[[group.item.item.item.item.item.item]]\n"),
    ("sections that stand twice", "[a]\n"),
    ("brackets", "["),
    ("bracket lines", "[\n"),
    ("closing brackets", "]"),
    ("braces", "{"),
    ("unclosed headers", "[[groep\n"),
    ("unclosed headers with keys", "[[groep\nid = \"a\"\n"),
    ("unclosed texts", "a = \"b\n"),
    ("unclosed single texts", "a = 'b\n"),
    ("unclosed long texts", "a = \"\"\"\n"),
    ("quotes", "\""),
    ("single quotes", "'"),
    ("lines without =", "a\n"),
    ("colons", "a: 1\n"),
    ("equals signs", "="),
    ("commas", ","),
    ("dots", "."),
    ("unquoted words", "a = nee\n"),
    ("words on one line", "a = nee "),
    ("lists of words", "a = [nee nee] "),
    ("curly quotes", "a = “b”\n"),
    ("the same key", "a = 1\n"),
    ("a number with a bad date", "a = 2026-13-45\n"),
    ("comments", "# niets\n"),
    ("line ends", "\n"),
    ("Windows line ends", "\r\n"),
    ("carriage returns", "\r"),
    ("tabs", "\t"),
    ("spaces", " "),
    ("tabs and Windows line ends", "\ta\t=\t1\t\r\n"),
    ("null bytes", "\0"),
    ("escape characters", "\u{1b}["),
    ("byte order marks", "\u{feff}"),
    ("backslashes", "\\"),
    ("lists side by side", "a = [[[[[[[[1]]]]]]]]\n"),
    ("tables side by side", "a = { b = { c = { d = 1 } } }\n"),
    ("half tables", "a = { b = "),
    ("tables without keys", "{ = 1 } "),
];

/// What is right in its writing and expensive in its meaning.
fn logical(add: &mut impl FnMut(&'static str, String)) {
    let name = |number: usize| {
        format!("{number:03}{}", "vraag-zoals-alle-andere-".repeat(2)).chars().take(60).collect::<String>()
    };
    let items = |count: usize, kind: &str| {
        let mut text = format!("{HEAD}{GROUP}");
        for number in 0..count {
            let _ = write!(text, "[[group.item]]\nid = \"{}\"\n{kind}text = \"t\"\n", name(number));
        }
        text
    };
    let yes_no = "type = \"yes-no\"\n";
    let tests =
        |count: usize, of: &dyn Fn(usize) -> String| (0..count).map(of).collect::<Vec<_>>().join(", ");
    let indications = |each: usize, of: &dyn Fn(usize) -> String| {
        let mut text = String::new();
        for number in 0..200 {
            let _ = write!(
                text,
                "[[indication]]\nid = \"i{number}\"\ntext = \"t\"\nwhen = {{ any = [{}] }}\n",
                tests(each, &|test| of(number * each + test))
            );
        }
        text
    };

    let near = |number: usize| format!("{{ item = \"{}x\", is = true }}", name(number % 500));
    add("references with near names", items(500, yes_no) + &indications(24, &near));
    let blanked = format!("[[kapot\n{}\n", "# opvulling van wat niet te lezen is\n".repeat(14_000));
    let unknown = |number: usize| format!("{{ item = \"onbekend-{number}\", is = true }}");
    add("references beside what was blanked", items(400, yes_no) + &indications(24, &unknown) + &blanked);
    let sources = |number: usize| format!("[[agreement]]\ntext = \"t\"\nsource = \"bron-{number}\"\n");
    let declared = |number: usize| format!("[[source]]\nid = \"bron-x{number}\"\ntitle = \"t\"\n");
    let many: String = (0..200).map(declared).chain((0..200).map(sources)).collect();
    add(
        "sources with near names",
        format!("{HEAD}{many}")
            + items(450, "type = \"date\"\nsource = \"bron-q\"\n").trim_start_matches(HEAD),
    );
    let known = |number: usize| format!("{{ item = \"{}\", is = true }}", name(number % 500));
    add("many tests", items(500, yes_no) + &indications(24, &known));
    let few =
        |number: usize| format!("{{ item = \"{}\", is = {} }}", name(number % 7), number.is_multiple_of(2));
    let pair = |number: usize| format!("{{ all = [{}, {}] }}", few(number % 7 * 2), few(number % 7 * 2 + 7));
    let contradiction = format!("{{ any = [{}] }}", tests(1600, &pair));
    add(
        "one condition of all tests",
        items(7, yes_no) + &format!("[[agreement]]\ntext = \"t\"\nwhen = {contradiction}\n"),
    );
    let always = format!(
        "{{ any = [{}, {{ item = \"{}\", answered = false }}] }}",
        tests(4800, &|number| few(number % 7 * 2)),
        name(0)
    );
    add(
        "one condition that nearly always holds",
        items(7, yes_no) + &format!("[[agreement]]\ntext = \"t\"\nwhen = {always}\n"),
    );
    let nested = |number: usize| {
        let test = few(number);
        format!("{}{test}{}", "{ all = [{ not = { any = [".repeat(2), "] } }] }".repeat(2))
    };
    add("nested conditions", items(7, yes_no) + &indications(5, &nested));
    let deeper = |number: usize| format!("{}{}{}", "{ not = ".repeat(70), few(number), " }".repeat(70));
    add("conditions that are too deep", items(7, yes_no) + &indications(4, &deeper));
    let set = "type = \"choices\"\noptions = [".to_owned()
        + &(0..50).map(|code| format!("{{ code = \"c{code}\", text = \"t\" }}, ")).collect::<String>()
        + "]\n";
    let codes = |number: usize| format!("{{ item = \"{}\", is = \"c{}\" }}", name(number % 2), number % 6);
    add("sets of options", items(200, &set) + &indications(12, &codes));
    let no_code = |number: usize| format!("{{ item = \"{}\", is = \"d{}\" }}", name(number % 2), number);
    add("options that do not exist", items(200, &set) + &indications(24, &no_code));

    let dependent = |on: &dyn Fn(usize) -> String| {
        let mut text = format!("{HEAD}{GROUP}");
        for number in 0..500 {
            let _ = write!(
                text,
                "[[group.item]]\nid = \"{}\"\n{yes_no}text = \"t\"\nenable_when = {}\n",
                name(number),
                on(number)
            );
        }
        text
    };
    let free = format!("[[group.item]]\nid = \"vrij\"\n{yes_no}text = \"t\"\n");
    let never = "{ all = [{ item = \"vrij\", is = true }, { not = { item = \"vrij\", is = true } }] }";
    let chain = dependent(&|number| if number == 498 { never.to_owned() } else { known(number + 1) });
    let last = chain.rfind("[[group.item]]").unwrap_or_default();
    add("a chain of items that never appear", format!("{}{free}", chain.get(..last).unwrap_or_default()));
    let values = (0..600).map(|number| format!("{number}.5")).collect::<Vec<_>>().join(", ");
    let heavy = format!(
        "enable_when = {{ any = [{}] }}\n",
        tests(7, &|_| format!("{{ item = \"getal\", in = [{values}] }}"))
    );
    let number = "[[group]]\nid = \"voor\"\ntitle = \"Voor\"\n[[group.item]]\nid = \"getal\"\ntype = \"number\"\ntext = \"t\"\n";
    let below = items(499, &format!("{yes_no}enable_when = {{ item = \"getal\", at_least = 1 }}\n"));
    add(
        "items below a heavy condition",
        below.replacen("title = \"Groep\"\n", &format!("title = \"Groep\"\n{heavy}"), 1) + number,
    );
    let many_values = format!("\"{}\", ", name(0)).repeat(7000);
    add(
        "one count of everything",
        items(1, yes_no)
            + &format!(
                "[[agreement]]\ntext = \"t\"\nwhen = {{ count = {{ items = [{many_values}], is = [{}], at_least = 1 }} }}\n",
                "true, ".repeat(70_000)
            ),
    );
    let roles = "[\"huisarts\"], ".repeat(60_000);
    add(
        "one judgement with everybody",
        items(1, yes_no)
            + &format!(
                "[judgement]\ntext = \"t\"\noptions = [{{ code = \"a\", text = \"t\" }}]\ninvolve = [{roles}]\n"
            ),
    );
    add("one circle of all items", dependent(&|number| known(number + 1)));
    add(
        "items that all depend on ten others",
        dependent(&|number| format!("{{ any = [{}] }}", tests(9, &|test| known(number + test * 7 + 1)))),
    );
    add("items that depend on themselves", dependent(&known));
    let mut deep = HEAD.to_owned();
    for number in 0..90 {
        let _ = write!(deep, "[[group]]\nid = \"g{number}\"\ntitle = \"t\"\nenable_when = {}\n", few(number));
        let _ = write!(deep, "[[group.item]]\nid = \"q{number}\"\n{yes_no}text = \"t\"\n");
    }
    add("names that stand twice", deep.clone() + &deep.replace(HEAD, ""));
    let words = "meer-dan-een-regel ".repeat(2000);
    add("texts that do not fit", items(24, &format!("{yes_no}label = \"{words}\"\n")));
    let long = "regel\\n".repeat(90_000);
    add(
        "a question of many lines",
        format!("{HEAD}{GROUP}[[group.item]]\nid = \"a\"\n{yes_no}text = \"{long}\"\n"),
    );
}

/// At most [`LARGEST`] bytes of a text.
fn cut(mut text: String) -> String {
    let mut end = text.len().min(LARGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

fn random(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[0]
    };
    (0..length).map(|_| next()).collect()
}

/// Characters that mean something in a definition, in an order that means nothing.
fn random_text(length: usize) -> String {
    let signs = b"[]{}=\"'.,#\\ \n\t-_abcdefgh0123456789";
    random(length).into_iter().map(|byte| char::from(signs[usize::from(byte) % signs.len()])).collect()
}
