//! A session with a case, line by line: the whole of it, and nothing of a vote on the lines.

use super::table::Table;
use crate::app::{RowId, ScenePage, Screen, Settings, StepPage, is_masked};

const CASES: [&str; 7] =
    ["meneer-k", "meneer-p", "meneer-r", "mevrouw-a", "mevrouw-l", "mevrouw-o", "twee-kamers"];

/// A session with five people, at its first scene.
fn begun(case: &str) -> Table {
    begun_at(Table::new(), case)
}

fn begun_at(mut table: Table, case: &str) -> Table {
    table.row("cases", "");
    table.row(&format!("case:{case}"), "");
    table.row("begin-kept", "");
    table.row("people:nurses", "5");
    table.row("begin", "");
    table
}

#[test]
fn every_shipped_case_is_played_to_its_end() {
    let dutch = [
        "Verzonnen casus. Hoort in geen dossier.",
        "verpleegkundigen: 5",
        "Tweede ronde: 5 van de 5",
        "omdat",
    ];
    let english = ["Fictional case. Belongs in no record.", "nurses: 5", "Second round: 5 of 5", "omdat"];
    for (case, is_english) in CASES.into_iter().flat_map(|case| [(case, false), (case, true)]) {
        let mut table = begun_at(if is_english { Table::english() } else { Table::new() }, case);
        let mut scenes = 0;
        for _ in 0..200 {
            match *table.model.screen() {
                Screen::Scene(_, ScenePage::Vote(_)) => {
                    table.row("option", "5");
                }
                Screen::Scene(_, ScenePage::Spread(_)) => {
                    table.row("show", "");
                }
                Screen::Scene(_, ScenePage::Judge) | Screen::Step { page: StepPage::Judgement, .. } => {
                    table.row("reason", "omdat");
                }
                Screen::Scene(_, ScenePage::Outcome) => {
                    table.row("ended", "");
                    scenes += 1;
                    continue;
                }
                Screen::Meeting => break,
                _ => {}
            }
            table.row("next", "");
        }
        assert_eq!((scenes, table.model.screen()), (3, &Screen::Meeting), "{case}");
        let session = table.meeting().session.clone().unwrap();
        assert_eq!((session.present(), session.scenes.len(), session.walked.len()), (5, 3, 3), "{case}");
        let fictional = if is_english { "Fictional case" } else { "Verzonnen casus" };
        assert!(table.said.join("\n").contains(fictional), "{case}");
        let report = table.row("minutes", "").join("\n");
        for told in if is_english { english } else { dutch } {
            assert!(report.contains(told), "{case} {told}: {report}");
        }
    }
}

fn at_vote() -> Table {
    let mut table = begun("mevrouw-a");
    while !matches!(*table.model.screen(), Screen::Scene(_, ScenePage::Vote(_))) {
        table.row("next", "");
    }
    table
}

/// Where what is typed stays in sight, whoever comes next would read it.
#[test]
fn the_keyboard_does_not_go_round_where_what_is_typed_stays() {
    let mut table = at_vote();
    table.model.votes_in_secret = false;
    let before = table.meeting().clone();
    let why = "Hier blijft staan wat iemand typt. Tel handen of kaartjes, en typ de aantallen.";
    assert_eq!(table.row("mask", ""), [why]);
    assert_eq!(*table.meeting(), before);
}

#[test]
fn the_keyboard_goes_round_and_nothing_that_is_said_tells_a_vote() {
    let mut table = at_vote();
    table.row("mask", "");
    assert!(is_masked(&table.model));
    let votes = ["nee", "ja", "nee", "ken-niet"];
    let counted = |number| format!("{number} {}, 5 mensen", if number == 1 { "stem" } else { "stemmen" });
    let mut said = Vec::new();
    for (vote, number) in votes.iter().zip(1..) {
        let told = table.row(&format!("option:surprise-question/{vote}"), "");
        assert_eq!(told.first().map(String::as_str), Some(&*counted(number)));
        said.push(told[1..].to_vec());
    }
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{said:?}");
    // The whole screen, and what is taken back, say no more.
    let whole = |table: &mut Table| table.line("herhaal").join("\n");
    let chosen = whole(&mut table);
    assert!(!chosen.contains("gekozen") && chosen.contains("4 stemmen, 5 mensen"), "{chosen}");
    for word in ["/ongedaan", "/opnieuw"] {
        let told = table.line(word).join("\n");
        assert!(!told.contains("verbazen") && !told.contains("Ken deze"), "{word}: {told}");
    }
    assert_eq!(whole(&mut table), chosen);
    assert!(!table.line("verder").join("\n").contains(": 2"));
    let shown = table.row("show", "");
    assert!(shown.iter().any(|line| line.contains("Nee, het zou mij niet verbazen: 2")), "{shown:?}");
    assert!(!is_masked(&table.model));
}

/// Who types numbers as on the full screen, where one is chosen, votes for nothing and is not said again.
#[test]
fn what_is_no_vote_is_not_said_again() {
    let mut table = at_vote();
    table.row("mask", "");
    for line in ["12", "1 2", "21,3", "1 9", "nee, liever niet", ""] {
        let before = table.meeting().clone();
        let refused = table.line(line).join("\n");
        assert!(!refused.contains(['1', '2', '3']), "{line}: {refused}");
        assert_eq!(*table.meeting(), before);
    }
    table.line("1.");
    assert_eq!(
        table.meeting().session.clone().unwrap().scenes.values().next().unwrap().first.counts.len(),
        1
    );
}

/// What is typed after the last vote is no vote of somebody who is not there.
#[test]
fn after_the_last_vote_a_number_is_no_vote() {
    let mut table = at_vote();
    table.row("mask", "");
    let nee = "option:surprise-question/nee";
    let row = RowId::of("option", "surprise-question/nee");
    let number = table.dialogue.said().unwrap().number(&row).unwrap().to_string();
    for _ in 0..5 {
        table.line(&number);
    }
    let votes = |table: &Table| {
        let session = table.meeting().session.clone().unwrap();
        session.scenes.values().next().unwrap().first.votes("surprise-question")
    };
    assert_eq!(votes(&table), 5);
    table.line(&number);
    table.line(&number);
    assert_eq!(votes(&table), 5);
    // Somebody who came later votes when the trainer says so.
    table.row("one-more", "");
    table.row(nee, "");
    assert_eq!(votes(&table), 6);
    table.line(&number);
    assert_eq!(votes(&table), 6);
}

#[test]
fn counts_are_said_to_nobody_before_they_are_shown() {
    let mut table = at_vote();
    let told = table.row("option:surprise-question/nee", "3").join("\n");
    assert!(told.contains(": ingevuld") && !told.contains('3'), "{told}");
    let whole = table.line("herhaal").join("\n");
    assert!(!whole.contains(": 3") && whole.contains("Nog niet alle stemmen zijn geteld"), "{whole}");
}

/// One line is one vote, whatever is chosen: nothing that is said tells for how many options, or echoes what was typed.
#[test]
fn several_options_are_one_line_and_tell_no_more_than_one() {
    let at_vote = || {
        let mut table = begun("meneer-p");
        table.row("next", "");
        while *table.model.screen() != Screen::Meeting {
            table.line("terug");
        }
        table.row("scene:2", "");
        while !matches!(*table.model.screen(), Screen::Scene(2, ScenePage::Vote(false))) {
            table.row("next", "");
        }
        table.row("mask", "");
        table
    };
    let votes = |table: &Table| {
        let session = table.meeting().session.clone().unwrap();
        let rounds = session.scenes.values().map(|played| played.first.clone());
        rounds.map(|round| (round.votes("vervolg"), round.voters("vervolg"))).max().unwrap()
    };
    let mut first = at_vote();
    let whole = first.line("herhaal").join("\n");
    assert!(!whole.contains("Kies er een") && whole.contains("Meer dan één mag"), "{whole}");
    let number = |table: &Table, at: usize| {
        let page = table.model.page();
        let options = page.rows().filter(|row| row.id.as_str().starts_with("option:"));
        let id = options.map(|row| row.id.clone()).nth(at).unwrap();
        table.dialogue.said().unwrap().number(&id).unwrap().to_string()
    };
    let [one, two, three] = [0, 1, 2].map(|at| number(&first, at));
    let told = first.line(&one);
    assert_eq!(votes(&first), (1, Some(1)));
    for (line, count) in [
        (format!("{one} {three}"), 2),
        (format!("{one}, {two}, {three}"), 3),
        (format!("{three}{one}"), 2),
        ("0".to_owned(), 0),
    ] {
        let mut table = at_vote();
        assert_eq!(table.line(&line), told, "{line}");
        assert_eq!(votes(&table), (count, Some(1)), "{line}");
    }
    for _ in 0..4 {
        first.line(&two);
    }
    assert!(first.line("herhaal").join("\n").contains("Alle stemmen zijn binnen"));
}

/// While votes come in a number is a vote or nothing: it neither turns the page, nor counts hands, nor shows a spread, nor is said again.
#[test]
fn no_number_of_a_voter_turns_the_page_or_shows_a_spread() {
    let spread_shown = |table: &Table| {
        let session = table.meeting().session.clone().unwrap();
        session.scenes.values().any(|played| played.first.shown || played.second.shown)
    };
    let vote = Screen::Scene(0, ScenePage::Vote(false));
    for votes in [0, 3, 5] {
        let mut table = at_vote();
        table.row("mask", "");
        for _ in 0..votes {
            table.line("2");
        }
        let before = table.meeting().clone();
        for line in ["4", "5", "6", "7.", "44", "9", "0", "4)"] {
            let told = table.line(line).join("\n");
            assert!(
                told.contains("hoort bij geen keuze") || told.contains("nummer van een"),
                "{votes} {line} {told}"
            );
            assert!(!told.contains(line.trim_end_matches(['.', ')'])), "{line} {told}");
            assert_eq!((table.model.screen(), table.meeting()), (&vote, &before), "{votes} {line}");
        }
        let whole = table.line("herhaal").join("\n");
        assert!(whole.contains("- Verder") && !whole.contains("4. "), "{whole}");
        // The page is left with a word; on the next one a number does nothing, and a word shows the spread.
        table.line("verder");
        assert_eq!(*table.model.screen(), Screen::Scene(0, ScenePage::Spread(false)));
        for line in ["1", "2", "3"] {
            table.line(line);
            assert!(!spread_shown(&table), "{votes} {line}");
            if votes > 0 {
                assert_eq!(*table.model.screen(), Screen::Scene(0, ScenePage::Spread(false)), "{line}");
            } else {
                break;
            }
        }
        if votes > 0 {
            table.line("toon");
            assert!(spread_shown(&table));
        }
    }
    // A round that was counted stands beside one that nobody may see yet: no number shows the two.
    let mut table = at_vote();
    table.row("mask", "");
    table.line("2");
    table.line("verder");
    while *table.model.screen() != Screen::Scene(0, ScenePage::Spread(true)) {
        table.line("verder");
    }
    for line in ["1", "2", "3"] {
        table.line(line);
        assert_eq!(
            (spread_shown(&table), table.model.screen()),
            (false, &Screen::Scene(0, ScenePage::Spread(true)))
        );
    }
}

/// A word of one or two letters, and one that could be two rows, choose nothing.
#[test]
fn a_row_without_a_number_is_chosen_by_its_own_words() {
    let mut table = at_vote();
    table.row("mask", "");
    for _ in 0..5 {
        table.line("1");
    }
    let before = table.meeting().clone();
    for line in ["n", "no", "nog niet", "iemand"] {
        table.line(line);
        assert_eq!(*table.meeting(), before, "{line}");
    }
    table.line("NOG iemand");
    table.line("2");
    let session = table.meeting().session.clone().unwrap();
    assert_eq!(session.scenes.values().next().unwrap().first.votes("surprise-question"), 6);
}

/// What is shown is hidden by its word, shown again, and left by a word, whether votes were counted or cast.
#[test]
fn every_row_of_a_vote_has_its_word_before_and_after_the_spread_is_shown() {
    let in_sight = |table: &Table| {
        let session = table.meeting().session.clone().unwrap();
        session.scenes.values().next().unwrap().first.is_in_sight()
    };
    for by_keyboard in [true, false] {
        let mut table = at_vote();
        if by_keyboard {
            table.line("toetsenbord");
            assert!(is_masked(&table.model));
            table.line("2");
        } else {
            table.row("option:surprise-question/nee", "3");
            // On the page on which hands are counted too.
            for (word, shown) in [("toon", true), ("verberg", false)] {
                table.line(word);
                assert_eq!(in_sight(&table), shown, "{word}");
            }
        }
        table.line("verder");
        for (word, shown) in [("toon", true), ("verberg", false), ("TOON de", true), ("verberg", false)] {
            table.line(word);
            assert_eq!(in_sight(&table), shown, "{by_keyboard} {word}");
        }
        // Nothing is shown by the word for hiding, and what is no row says so.
        for word in ["verberg", "verbazen", "nee"] {
            let before = table.meeting().clone();
            table.line(word);
            assert_eq!(*table.meeting(), before, "{word}");
        }
        table.line("toon");
        table.line("verder");
        assert_eq!(*table.model.screen(), Screen::Scene(0, ScenePage::Talk));
        table.line("vorige");
        table.line("terug");
        assert_eq!(*table.model.screen(), Screen::Meeting);
    }
}

/// Whoever has the keyboard counts from one, also after the trainer chose another way of counting; and each row has a word of its own.
#[test]
fn votes_are_numbered_from_one_whatever_was_chosen_before() {
    for (english, apart, pass) in [(false, "ook per", "toetsenbord"), (true, "also", "pass")] {
        let mut table = if english { Table::english() } else { Table::new() };
        for (row, typed) in [
            ("cases", ""),
            ("case:mevrouw-a", ""),
            ("begin-kept", ""),
            ("people:volunteers", "5"),
            ("people:nurses", "5"),
        ] {
            table.row(row, typed);
        }
        // A trainer at the first page goes on as on every other.
        table.line(if english { "next" } else { "verder" });
        assert_eq!(*table.model.screen(), Screen::Scene(0, ScenePage::Story));
        table.row("next", "");
        let told = table.line(apart).join("\n");
        let gone = if english { "No longer on this screen" } else { "Niet meer op dit scherm" };
        assert!(!told.contains(gone), "what is asked of each profession is not gone: {told}");
        let told = table.line(pass);
        assert!(is_masked(&table.model), "{told:?}");
        let numbered: Vec<usize> = told
            .iter()
            .filter_map(|line| line.split_once(". ").and_then(|(number, _)| number.parse().ok()))
            .collect();
        assert_eq!(numbered, [1, 2, 3, 4, 5, 6], "{told:?}");
        // Whoever hears one choice by itself hears of which profession it is, and so does who counts hands.
        let (no, of) = match english {
            false => ("Nee, het zou mij niet verbazen", ["vrijwilligers", "verpleegkundigen"]),
            true => ("No, I would not be surprised", ["volunteers", "nurses"]),
        };
        for of in of {
            let choice = format!("{of}: {no}");
            assert!(told.iter().any(|line| line.contains(&choice)), "{choice}: {told:?}");
        }
        // Back to hands by the first word, which no other row has.
        table.line(if english { "count" } else { "tellen" });
        assert!(!is_masked(&table.model));
        let told = table.row("option:surprise-question/nee/nurses", "").join("\n");
        assert!(told.contains(&format!("{}: {no}", of[1])), "{told}");
    }
}

/// Two questions with the same answers in one scene: whoever hears them again, under other numbers, hears of which question they are.
#[test]
fn answers_that_are_called_the_same_are_heard_with_their_question() {
    let case = r#"format = 1
id = "proef"
version = "1"
title = "Proef"
fictional = true
[patient]
label = "mevrouw B."
situation = "Woont alleen."
[[scene]]
id = "begin"
title = "Begin"
text = "Zij zegt weinig."
checklist = "markering"
vote = ["markering/behandeling", "markering/duidelijk"]
"#;
    let mut table = begun_at(Table::with(Settings::default(), vec![("casussen/proef.toml", case)]), "proef");
    table.row("next", "");
    let told = table.row("mask", "").join("\n");
    assert!(is_masked(&table.model), "{told}");
    let order = ["Gaat behandeling", "1. Ja", "2. Nee", "Is hiermee duidelijk", "3. Ja", "4. Nee"];
    let places = order.map(|part| told.find(part).unwrap_or_else(|| panic!("{part}: {told}")));
    assert!(places.is_sorted(), "{told}");
}
