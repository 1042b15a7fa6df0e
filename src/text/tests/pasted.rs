//! What was pasted, and what of it stays.

use super::*;

#[test]
fn what_came_is_what_was_meant() {
    for (came, meant) in [
        ("moe\u{7}", "moe"),
        ("moe\u{7} en pijn", "moe en pijn"),
        ("\u{7}moe\u{7}pijn", "moepijn"),
        ("een \u{7} twee", "een twee"),
        ("\u{7}\u{7}\u{7}", ""),
        (
            "a\u{1}b\u{2}c\u{3}d\u{4}e\u{6}f\u{E}g\u{F}h\u{10}i\u{11}j\u{12}k\u{16}l\u{17}m\u{18}n\u{19}o\u{1A}p\u{1C}q\u{1D}r\u{7F}s",
            "abcdefghijklmnopqrs",
        ),
        ("□ pijn", "- pijn"),
        ("□\tpijn\n□\tmoe", "- pijn\n- moe"),
        ("kamer □ en □ leeg", "kamer □ en □ leeg"),
        ("zie □", "zie □"),
        ("□", "□"),
        ("o pijn\no moe", "- pijn\n- moe"),
        ("o pijn\n  o moe\no", "- pijn\n  - moe\no"),
        ("v pijn\nv moe", "- pijn\n- moe"),
        ("▪ pijn\n▪ moe", "- pijn\n- moe"),
        ("· pijn\n· moe", "- pijn\n- moe"),
        ("– pijn\n– moe", "- pijn\n- moe"),
        ("\u{FFFD} pijn\n\u{FFFD} moe", "- pijn\n- moe"),
        ("❑ bellen\n❏ bed", "- bellen\n- bed"),
        ("pijn – erger", "pijn – erger"),
        ("- pijn\n- moe", "- pijn\n- moe"),
        ("bij\u{AD}werkingen", "bijwerkingen"),
        ("moe\u{200B}", "moe"),
        ("patie\u{308}nt, e\u{301}e\u{301}n cafe\u{301}", "patiënt, één café"),
        ("\u{301}een", "een"),
        ("een\n\u{301}\u{308}twee\n  \u{20DD}drie", "een\ntwee\n  drie"),
        ("\u{301}", "\u{301}"),
        ("\u{FE20}\n\u{483}e\u{301}", "\né"),
        ("een\r\n\u{200B}\u{301}twee", "een\ntwee"),
        ("•\t\u{301}pijn", "- pijn"),
        ("pijn\u{8}\u{8}\u{8}\u{8}pijn_\u{8}x e\u{8}\u{301}e\u{301}n", "pijnx één"),
        ("+\u{8}o pijn\n+\u{8}o moe", "- pijn\n- moe"),
        ("Ångström \u{212B}", "Ångström Å"),
        ("\u{FEFF}Groet", "Groet"),
        ("een\u{B}twee", "een\ntwee"),
        ("een\u{C}twee", "een\ntwee"),
        ("een\u{85}twee", "een\ntwee"),
        ("een\u{2028}twee\u{2029}drie", "een\ntwee\ndrie"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("5\u{A0}mg", "5 mg"),
        ("5\u{202F}mg\u{2009}per dag", "5 mg per dag"),
        ("\u{200E}links\u{200F}", "links"),
        ("\u{202A}tekst\u{202C}", "tekst"),
        ("\u{2066}tekst\u{2069}", "tekst"),
        ("euthanasie\u{2011}verzoek", "euthanasie-verzoek"),
        ("euthanasie\u{1E}verzoek", "euthanasie-verzoek"),
        ("bij\u{1F}werkingen", "bijwerkingen"),
        ("\u{13}PAGE\u{15}", "PAGE"),
        ("zie \u{13} HYPERLINK \"http://x\" \u{14}de folder\u{15} van mw.", "zie de folder van mw."),
        ("\u{13} DATE \u{14}3 dec\u{15} en \u{13} DATE \u{14}4 dec\u{15}", "3 dec en 4 dec"),
        ("\u{14}los\u{13} en \u{15}gewoon", "los en gewoon"),
        ("zieken\u{AD}\nhuis", "ziekenhuis"),
        ("zieken\u{AD}\r\nhuis\u{AD}opname", "ziekenhuisopname"),
        ("zieken\u{AD}\nHuis", "zieken\nHuis"),
        ("\"regel 1\nregel 2\"\t12\t\"a \"\"b\"\" c\"", "regel 1 regel 2 | 12 | a \"b\" c"),
        ("\"ik wil naar huis\"\tzei ze\tgisteren", "\"ik wil naar huis\" | zei ze | gisteren"),
        ("12\t\"open\t3", "12 | \"open | 3"),
        ("1.\tBellen\n2.\tFax\n\ta.\tThuis\n\tb.\tPost", "1. Bellen\n2. Fax\n  a. Thuis\n  b. Post"),
        ("\0moe", "moe"),
        ("foto \u{FFFC} hier", "foto hier"),
        ("foto\u{A0}\u{FFFC}\u{A0}hier", "foto hier"),
        ("foto \u{FFFC}\u{FFFC} hier", "foto hier"),
        ("foto \u{FFFC} \u{FFFC} hier", "foto hier"),
        ("foto\u{FFFC}hier", "fotohier"),
        ("\u{FFFC} foto\n\u{FFFC} hier", "foto\nhier"),
        ("foto \u{FFFC}\nhier", "foto\nhier"),
        ("pijn\u{2800}erger", "pijn erger"),
        ("\u{2800}\npijn", "\npijn"),
        ("§ pijn\n§ moe", "- pijn\n- moe"),
        ("§\u{A0}\u{A0}Pijn", "- Pijn"),
        ("  § pijn", "  - pijn"),
        ("§ 3.2 van de richtlijn", "§ 3.2 van de richtlijn"),
        ("zie § pijn", "zie § pijn"),
        ("§3", "§3"),
        ("•\tpijn\n•\tangst", "- pijn\n- angst"),
        ("• pijn", "- pijn"),
        ("\u{F0B7}\tpijn", "- pijn"),
        ("\u{F0A7} pijn", "- pijn"),
        ("o\tpijn", "- pijn"),
        ("§\tpijn", "- pijn"),
        ("·\u{A0}\u{A0}\u{A0}\u{A0} pijn", "- pijn"),
        ("\u{2013} pijn", "- pijn"),
        ("\t•\tpijn", "  - pijn"),
        ("1.\tpijn\n2.\tangst", "1. pijn\n2. angst"),
        ("o wat moe", "o wat moe"),
        ("2-3 · daags", "2-3 · daags"),
        ("Naam\tDosis\tTijd\nmorfine\t5 mg\t8 uur", "Naam | Dosis | Tijd\nmorfine | 5 mg | 8 uur"),
        ("morfine\u{7}5 mg\u{7}8 uur\u{7}", "morfine | 5 mg | 8 uur"),
        ("Naam\tDosis\nmorfine\t5 mg\n", "Naam | Dosis\nmorfine | 5 mg\n"),
        ("Naam\t\tTijd\nmorfine\t5 mg\t", "Naam |  | Tijd\nmorfine | 5 mg"),
        ("Pijn:\tNRS 4", "Pijn: NRS 4"),
        ("Pijn:\tNRS 4\nAngst:\tgeen", "Pijn: NRS 4\nAngst: geen"),
        ("morfine\t5 mg", "morfine 5 mg"),
        ("een   \ntwee   \n", "een\ntwee\n"),
        ("een\n\n\n\n\ntwee", "een\n\ntwee"),
        ("een\n \t \n\u{A0}\ntwee", "een\n\ntwee"),
        ("woord ", "woord "),
        ("é ", "é "),
        ("👩\u{200D}⚕\u{FE0F} arts", "👩\u{200D}⚕\u{FE0F} arts"),
        ("a\u{200D}b", "ab"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("می\u{200C}شود\u{200C} بد", "می\u{200C}شود بد"),
        ("خانه\u{200C}", "خانه\u{200C}"),
        ("ه\u{200D}.ق", "ه\u{200D}.ق"),
        ("س\u{200D}لام", "سلام"),
        ("क्\u{200D}ष", "क्\u{200D}ष"),
        ("क्\u{200D} ष", "क्\u{200D} ष"),
        ("क्\u{200C}ष", "क्\u{200C}ष"),
        ("क\u{200D}ष", "कष"),
        ("क\u{200C} ष", "क ष"),
        ("শ্রী র\u{200D}্যাব", "শ্রী র\u{200D}্যাব"),
        ("ශ්\u{200D}රී", "ශ්\u{200D}රී"),
        ("ന്\u{200D}", "ന്\u{200D}"),
        ("عمر\u{200B}و", "عمرو"),
        ("क्\u{200D}\u{200D}\u{200D}ष", "क्\u{200D}ष"),
        ("e\u{200C}n", "en"),
        ("e\u{200C}\u{200D}ن", "eن"),
        ("\u{1b}[2Jrood", "rood"),
        ("\u{1b}[1;31mrood\u{1b}[0m en \u{1b}[38:5:1mmoe\u{1b}[K", "rood en moe"),
        ("\u{1b}]8;;https://x.nl\u{7}hier\u{1b}]8;;\u{7}", "hier"),
        ("\u{1b}]8;;https://x.nl\u{1b}\\hier\u{1b}]8;;\u{1b}\\ en \u{7} daar", "hier en daar"),
        ("漢字", "漢字"),
        ("foto\u{92}s \u{93}thuis\u{94} \u{96} \u{80} 5\u{81}", "foto’s “thuis” – € 5"),
        ("\u{FB01}jn, e\u{FB00}ect, in\u{FB02}uenza", "fijn, effect, influenza"),
        ("pijn \u{F0E0} morfine \u{F04A}", "pijn → morfine ☺"),
        ("\u{F0FE} besproken\n\u{F0A8} nog niet", "☑ besproken\n☐ nog niet"),
        ("•\tpijn\n\u{F0D8}\tangst\no\u{A0}\u{A0}\u{A0}\u{A0}'s nachts", "- pijn\n- angst\n- 's nachts"),
        ("☐\tbellen\n☑\tgedaan", "☐ bellen\n☑ gedaan"),
        ("✓\tmedicatie\n✗\tbed", "✓ medicatie\n✗ bed"),
        ("[ ]\tbellen\n[x]\tbed", "[ ] bellen\n[x] bed"),
        ("-\tpijn\n-\tangst\n*\tmoe", "- pijn\n- angst\n- moe"),
        ("— pijn", "- pijn"),
        ("1.1\tpijn\n1.2.\tangst\n(a)\tmoe", "1.1 | pijn\n1.2. angst\n(a) | moe"),
        ("iii.\tpijn\niv.\tangst", "iii. pijn\niv. angst"),
        ("II.\tpijn\nIII.\tangst", "II. pijn\nIII. angst"),
        ("1)\tpijn\n2)\tangst\n10)\tmoe", "1) pijn\n2) angst\n10) moe"),
        ("\u{2981}\tpijn\n\u{2981}\tangst", "- pijn\n- angst"),
        ("\u{27A4} pijn\n  \u{25B8} angst", "- pijn\n  - angst"),
        ("\u{F0B7}pijn", "- pijn"),
        ("▪\u{FE0F} pijn\n▪\u{FE0F} moe", "- pijn\n- moe"),
        ("⚫\u{FE0F}pijn", "- pijn"),
        ("⬥ pijn\n⬥ moe", "- pijn\n- moe"),
        ("[27-11-2026 10:15:30] Jan: \u{200E}hallo\u{200B}", "[27-11-2026 10:15:30] Jan: hallo"),
        ("\u{2068}@Jan\u{2069}: oké\u{FE0F} 👍\u{FE0F}", "@Jan: oké 👍\u{FE0F}"),
        (
            "Beste,\r\n\u{A0}\r\n\u{A0}\r\nPijn\u{A0}: NRS\u{202F}4\r\n\r\nGroet",
            "Beste,\n\nPijn : NRS 4\n\nGroet",
        ),
        ("Pijn\u{2}\u{5} NRS 4", "Pijn NRS 4"),
        ("| a | b |\n|---|---|", "| a | b |\n|---|---|"),
        ("\t•\tpijn\n\t•\tangst", "  - pijn\n  - angst"),
        ("\tma\tdi\nmorfine\t5\t5\nhaldol\t1\t2", "| ma | di\nmorfine | 5 | 5\nhaldol | 1 | 2"),
        ("Naam      de Vries      ", "Naam      de Vries"),
        (
            "Pijn            NRS 4   \r\nAngst           geen    \r\n",
            "Pijn            NRS 4\nAngst           geen\n",
        ),
        ("ja→\u{FE0F} nee\u{FE00} ❤\u{FE0F} 1\u{FE0F}\u{20E3}", "ja→ nee ❤\u{FE0F} 1\u{FE0F}\u{20E3}"),
        ("moe\u{3164}\u{115F}\u{FFFE}\u{E0067}\u{7F}", "moe"),
        ("weg\u{2007}5\u{2003}mg\u{3000}nu", "weg 5 mg nu"),
    ] {
        assert_eq!(pasted(came), meant, "{came:?}");
    }
}

/// Sequences as they stand in logs; the text around them stays, and nothing is shown of them.
#[test]
fn a_log_of_a_terminal_is_its_text() {
    for sequence in [
        "\u{1b}[m",
        "\u{1b}[0m",
        "\u{1b}[38;2;1;2;3m",
        "\u{1b}[4:3m",
        "\u{1b}[?2004h",
        "\u{1b}[?2004l",
        "\u{1b}[?25h",
        "\u{1b}[?25l",
        "\u{1b}[?1049h",
        "\u{1b}[>4;2m",
        "\u{1b}[=1;1u",
        "\u{1b}[<u",
        "\u{1b}[2J",
        "\u{1b}[3J",
        "\u{1b}[H",
        "\u{1b}[10;20H",
        "\u{1b}[6n",
        "\u{1b}[c",
        "\u{1b}[>c",
        "\u{1b}[?1;2c",
        "\u{1b}[r",
        "\u{1b}[1;24r",
        "\u{1b}[2 q",
        "\u{1b}[!p",
        "\u{1b}[?1$p",
        "\u{1b}[22;0;0t",
        "\u{1b}[200~",
        "\u{1b}[201~",
        "\u{1b}[[A",
        "\u{1b}[5~",
        "\u{1b}[1;5C",
        "\u{1b}[I",
        "\u{1b}[<0;1;2M",
        "\u{1b}[s",
        "\u{1b}[u",
        "\u{1b}(B",
        "\u{1b}(0",
        "\u{1b})0",
        "\u{1b}*A",
        "\u{1b}#8",
        "\u{1b}%G",
        "\u{1b} F",
        "\u{1b}=",
        "\u{1b}>",
        "\u{1b}7",
        "\u{1b}8",
        "\u{1b}M",
        "\u{1b}D",
        "\u{1b}E",
        "\u{1b}H",
        "\u{1b}Z",
        "\u{1b}c",
        "\u{1b}\\",
        "\u{1b}|",
        "\u{1b}OA",
        "\u{1b}OP",
        "\u{1b}]0;titel\u{7}",
        "\u{1b}]2;titel\u{1b}\\",
        "\u{1b}]0;titel\u{9c}",
        "\u{1b}]52;c;Zm9v\u{7}",
        "\u{1b}]133;A\u{7}",
        "\u{1b}]R",
        "\u{1b}]P1ab23cd",
        "\u{1b}]8;;https://x.nl\u{7}",
        "\u{1b}ktitel\u{1b}\\",
        "\u{1b}P+q544e\u{1b}\\",
        "\u{1b}P1$r0m\u{1b}\\",
        "\u{1b}_Gi=1;AAAA\u{1b}\\",
        "\u{1b}^geheim\u{1b}\\",
        "\u{1b}Xgeheim\u{1b}\\",
        "\u{1b}Ptmux;\u{1b}\u{1b}]0;titel\u{7}\u{1b}\\",
        "\u{1b}",
        "\u{1b}\u{1b}",
        "\u{1b}\u{1b}[A",
        "\u{9b}31m",
        "\u{9b}0m",
        "\u{9b}m",
        "\u{9b}2J",
        "\u{9b}?25h",
        "\u{9b}3~",
        "\u{9b}K",
        "\u{9d}0;titel\u{9c}",
        "\u{9d}0;titel\u{7}",
        "\u{90}q\u{9c}",
        "\u{90}q\u{1b}\\",
        "\u{9f}G\u{9c}",
        "\u{9e}geheim\u{9c}",
        "\u{98}geheim\u{9c}",
        "\u{8d}",
        "\u{90}",
        "\u{9d}",
        "\u{8f}",
    ] {
        let log = format!("{sequence}pijn {sequence}5 uur{sequence}\n{sequence}{sequence}Moe{sequence}");
        // What stands behind a lone ESC and is no sequence is text.
        let log = if sequence.trim_matches('\u{1b}').is_empty() { log.replace("Moe", "moe") } else { log };
        assert_eq!(pasted(&log).to_lowercase(), "pijn 5 uur\nmoe", "{sequence:?}");
    }
    for (came, meant) in [
        ("een\u{1b}[31", "een"),
        ("een\u{1b}[31\ntwee", "een31\ntwee"),
        ("een\u{1b}[éé", "eenéé"),
        ("\u{1b}]0;zonder eind\ntwee\u{7}", "0;zonder eind\ntwee"),
        ("\u{1b}Pzonder eind\ntwee\u{1b}\\", "zonder eind\ntwee"),
        ("\u{1b}(zie boven)", "(zie boven)"),
        ("\u{1b} moe", " moe"),
        ("\u{1b}Jan", "Jan"),
        ("\u{8b}naam\u{9b} 31 mg", "‹naam› 31 mg"),
        ("\u{9b}", "›"),
        ("\u{9f} en \u{9e}", "Ÿ en ž"),
        ("N\u{8}NA\u{8}AM\u{8}ME\u{8}E", "NAME"),
        ("_\u{8}n_\u{8}a_\u{8}a_\u{8}m", "naam"),
        ("n\u{8}_a\u{8}_", "na"),
        ("pijm\u{8} \u{8}n", "pijn"),
        ("\u{8}een\n\u{8}twee\u{8}", "een\ntwee"),
        ("een\r\r\ntwee\r\r\n", "een\ntwee\n"),
    ] {
        assert_eq!(pasted(came), meant, "{came:?}");
    }
}

/// Signs that only a font knows: a list, a sign that has a character of its own, or nothing that anybody could name.
#[test]
fn signs_of_fonts_are_what_they_looked_like() {
    for c in [
        "\u{e000}",
        "\u{e8fb}",
        "\u{f00c}",
        "\u{f0b7}",
        "\u{f0a7}",
        "\u{f0d8}",
        "\u{f076}",
        "\u{f0fc}",
        "\u{f8ff}",
        "\u{f0000}",
        "\u{10fffd}",
    ] {
        assert_eq!(pasted(&format!("{c} pijn\n{c}\tangst\n{c}moe")), "- pijn\n- angst\n- moe", "{c:?}");
        assert_eq!(pasted(&format!("  {c} pijn")), "  - pijn", "{c:?}");
        assert_eq!(pasted(&format!("een\n{c}\ntwee")), "een\n\ntwee", "{c:?}");
        assert_eq!(
            pasted(&format!("{c}{c} pijn")),
            if "\u{f0b7}\u{f0a7}\u{f0fc}".contains(c) {
                format!("- {} pijn", pasted(&format!("x{c}")).trim_start_matches('x'))
            } else {
                "- pijn".to_owned()
            }
        );
    }
    for (came, meant) in [
        ("temp \u{f0b3} 38 \u{f0b0}C \u{f0b1} 1", "temp ≥ 38 °C ± 1"),
        ("\u{f0a3} 5 \u{f06d}g", "≤ 5 µg"),
        ("Hgb \u{f03c} 5", "Hgb < 5"),
        ("\u{f0b7}\u{f020}pijn", "- pijn"),
        ("pijn\u{f0b7} moe \u{e123}en\u{f8ff} ja", "pijn• moe en ja"),
        ("besproken \u{f0fc}", "besproken ✓"),
        ("\u{f0b7}", ""),
    ] {
        assert_eq!(pasted(came), meant, "{came:?}");
    }
}

/// Cleaning what is clean changes nothing, so that text cut here and put back is the same.
#[test]
fn what_is_clean_stays() {
    for text in
        ["Twee keer gevallen.\n- pijn\n\nSlaapt slecht.", "a | b\nc | d", "", "\n", "typt snel ", "één"]
    {
        assert_eq!(pasted(text), text);
    }
    let wild = "•\tpijn\u{200B}\r\n\r\n\r\no\tx\ty\tz\n\u{2028}einde\t";
    assert_eq!(pasted(&pasted(wild)), pasted(wild));
}

/// Of what nobody saw nothing is shown, neither as a number nor as a picture.
#[test]
fn what_nobody_saw_leaves_no_sign() {
    for c in ('\0'..=char::MAX).filter(|c| *c != '\u{1b}' && is_forbidden(*c)) {
        let text = format!("a{c}b");
        let shown = super::super::visible_text(&pasted(&text)).into_owned();
        assert!(
            !shown.contains("<U+") && !shown.contains(|c| matches!(c, '\u{2400}'..='\u{2421}')),
            "{c:?} {shown}"
        );
    }
    assert_eq!(super::super::visible_text(&pasted("می\u{200C}خواهم")), "می\u{200C}خواهم");
    assert_eq!(super::super::visible_text("a\u{200C}b"), "a<U+200C>b");
}

#[test]
fn lines_are_joined_by_one_space_in_a_field_of_one_line() {
    for (came, meant) in [
        ("Jansen\r\n", "Jansen"),
        ("72,5\n", "72,5"),
        ("een\r\n\r\n  twee  \u{2028}drie", "een twee drie"),
        ("\n", ""),
        ("geen lijn ", "geen lijn "),
    ] {
        assert_eq!(in_one_line(&pasted(came)), meant, "{came:?}");
    }
}

/// A list that was pasted behind a text begins on a line of its own, and so does one item behind a sign of which it is sure.
#[test]
fn a_list_behind_a_text_begins_a_line() {
    for (before, came, meant) in [
        ("Besproken:", "• pijn\n• moe", "\n- pijn\n- moe"),
        ("Besproken: ", "· pijn\r\n· moe", "\n- pijn\n- moe"),
        ("", "• pijn\n• moe", "- pijn\n- moe"),
        ("Besproken:\n", "• pijn\n• moe", "- pijn\n- moe"),
        ("Besproken:", "• pijn", "\n- pijn"),
        ("Besproken. ", "\u{F0A7} slaapt slecht", "\n- slaapt slecht"),
        ("Besproken", " \u{F0B7}\tpijn", "\n- pijn"),
        ("Besproken.", "\u{F0B7} pijn\nen moe", "\n- pijn\nen moe"),
        ("Besproken", "•", "•"),
        ("Besproken", "pijn • moe", "pijn • moe"),
        ("Kamer ", "□ = leeg", "□ = leeg"),
        ("Kamer", " □ is leeg", " □ is leeg"),
        ("moe ", "– zegt zij", "– zegt zij"),
        ("moe", " · pijn", " · pijn"),
        ("regel\n  ", "□ pijn", "- pijn"),
        ("regel\n", "▪ pijn", "- pijn"),
        ("Kamer ", "□ leeg\n□ vol", "\n- leeg\n- vol"),
        ("Besproken:", " pijn\n• moe", " pijn\n- moe"),
        ("Gesprek.", "☐ bed\n☑ po-stoel\n☒ lift", "\n☐ bed\n☑ po-stoel\n☒ lift"),
        ("Gesprek. ", "☑ po-stoel", "\n☑ po-stoel"),
        ("Gesprek.", "✓ bed\n✗ lift", "\n✓ bed\n✗ lift"),
        ("Gesprek.", "\u{F06F} bed\n\u{F0FE} lift", "\n☐ bed\n☑ lift"),
        ("Gesprek.", "[ ] bed\n[x] lift", "\n[ ] bed\n[x] lift"),
        ("Gedaan ", "✓", "✓"),
        ("Bed", " ✓ geregeld", " ✓ geregeld"),
        ("Kamer ", "☐", "☐"),
    ] {
        assert_eq!(pasted_after(before, came), meant, "{before:?} {came:?}");
    }
}

#[test]
fn a_heap_of_accents_is_no_more_than_anybody_sees() {
    let accents = |count: usize| "\u{301}".repeat(count);
    assert_eq!(pasted(&format!("e{}n", accents(60))), format!("é{}n", accents(7)));
    assert_eq!(pasted_after(&format!("e{}", accents(8)), "\u{301}x"), "x");
    assert_eq!(pasted(&format!("e{}", accents(8))), format!("é{}", accents(7)));
}
