//! Fields of one line, in which no list can stand.

use super::script::Script;
use crate::text::{Command, Cursor, Lines, perform, wrap};

/// In a field of one line somebody meant what stands behind the sign of a list, whether it was pasted, typed or read as a line.
#[test]
fn the_sign_of_a_list_is_no_part_of_a_name() {
    for (came, meant) in [
        ("• Dhr. M.", "Dhr. M."),
        ("•\tJan Fictief", "Jan Fictief"),
        ("  • PaTz Noord", "PaTz Noord"),
        ("\u{F0B7}\tBellen met apotheek", "Bellen met apotheek"),
        ("\u{F0A7} Dhr. M.", "Dhr. M."),
        ("o\tDhr. M.", "Dhr. M."),
        ("§ Dhr. M.", "Dhr. M."),
        ("▪ Dhr. M.\r\n", "Dhr. M."),
        ("· Dhr. M.", "Dhr. M."),
        ("– Dhr. M.", "Dhr. M."),
        ("- Dhr. M.", "Dhr. M."),
        ("-\tDhr. M.", "Dhr. M."),
        ("* Dhr. M.", "Dhr. M."),
        ("☐ Bellen", "Bellen"),
        ("• 3 x daags bellen", "3 x daags bellen"),
        ("1.\tDhr. M.", "Dhr. M."),
        ("2)\tDhr. M.", "Dhr. M."),
        ("• \u{201C}Fictief\u{201D}", "\u{201C}Fictief\u{201D}"),
        ("• a\n• b", "a - b"),
        ("- 5", "- 5"),
        ("-5", "-5"),
        ("-", "-"),
        ("1. Dhr. M.", "1. Dhr. M."),
        ("Jan-Peter", "Jan-Peter"),
        ("☑ Bellen", "☑ Bellen"),
    ] {
        let field = || Cursor::at(0);
        for lines in [Lines::Single, Lines::Name] {
            let command = Command::InsertText(came.into());
            let outcome = perform("", &field(), &command, lines, &wrap("", 10), "");
            let inserted = outcome.edit.map(|edit| edit.inserted).unwrap_or_default();
            assert_eq!(inserted, meant, "{came:?}");
        }
    }
    let single = |before: &str| Script::single(before);
    assert_eq!(single("|").types("• Dhr. M.").text, "Dhr. M.");
    assert_eq!(single("|").types("☐ Bellen").text, "Bellen");
    assert_eq!(single("|").types("- Dhr. M.").text, "- Dhr. M.", "what hands type is unchanged");
    assert_eq!(single("Bel |").types("• wit").text, "Bel • wit");
    assert_eq!(single("|").pastes("- Bellen met apotheek").text, "Bellen met apotheek");
    assert_eq!(Script::new("|").types("• moe").text, "• moe", "in notes a list is a list");
}
