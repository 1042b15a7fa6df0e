//! All limits of treatment in one table: chosen by arrows and digits, shown as they stand, and each with a page of its own.

use super::Stage;
use super::standing::{patient, with_more};
use crate::app::message::Marks;
use crate::app::{Screen, Settings, Size, StepPage};
use crate::meeting::{Answer, Given, NonAnswer, QuestionKey};

fn key(item: &str) -> QuestionKey {
    QuestionKey::new(&"pzp".into(), &item.into())
}

fn table() -> Screen {
    Screen::Step { patient: patient(), checklist: "pzp".into(), page: StepPage::Limits }
}

/// At the table, in a meeting before which one limit stood.
fn at_table(settings: Settings, width: u16, height: u16) -> Stage {
    after(Stage::with(settings, width, height), &[("beademing", "wel", "")])
}

/// The same, where these limits stood with their notes.
pub fn after(stage: Stage, limits: &[(&str, &str, &str)]) -> Stage {
    let mut earlier = super::register::earlier();
    let at = super::register::stamp(super::register::day(9, 13));
    for (limit, choice, note) in limits {
        let given = Answer::given(Given::Choice((*choice).into()), at);
        let stood = Answer { note: (*note).to_owned(), ..given };
        earlier[0].reviews[0].answers.insert(key(limit), stood);
    }
    let mut stage = with_more(stage);
    stage.earlier = earlier;
    stage.to(&format!("earlier:{}", super::register::id(13))).keys("<Enter>");
    stage.read_what_is_shown();
    stage.model.path.go(&Screen::Patient(patient()));
    stage.model.path.open(table());
    stage
}

fn given(stage: &Stage, item: &str) -> Option<Given> {
    stage.meeting().review(patient()).unwrap().answers.get(&key(item)).and_then(|answer| answer.given.clone())
}

fn line(stage: &Stage, label: &str) -> String {
    let text = stage.text();
    text.lines()
        .find(|line| line.contains(label))
        .unwrap_or_else(|| panic!("{label}: {text}"))
        .trim()
        .to_owned()
}

fn said(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

const CHOICES: [&str; 3] = ["wel", "niet", "anders"];

/// Arrows, Delete, the keys beyond both ends, and what is typed by accident: what is recorded after each.
#[test]
fn a_limit_is_chosen_by_arrows_alone() {
    let unknown = Some(Given::Not(NonAnswer::Unknown));
    let choice = |at: usize| Some(Given::Choice(CHOICES[at].into()));
    for (keys, wanted) in [
        ("<Right>", choice(0)),
        ("<Right><Right>", choice(1)),
        ("<Right><Right><Right>", choice(2)),
        ("<Right><Right><Right><Right>", unknown.clone()),
        ("<Right><Right><Right><Right><Right>", unknown),
        ("<Right><Left>", choice(0)),
        ("<Left>", None),
        ("2", None),
        ("1e keer", None),
        ("<Right>1e keer", choice(0)),
        ("<Right><Right>x1", choice(1)),
        ("<Right><Right>112 bellen", choice(1)),
        ("<Right><Right><Left><Left><Left><Left>", choice(0)),
        ("0", None),
        ("x", None),
        (" ", None),
        ("<Right><Delete>", None),
        ("<Right><Right><Right><Backspace>", choice(2)),
        ("<Right><C-z>", None),
    ] {
        let mut stage = at_table(Settings::default(), 80, 24);
        stage.to("page:grens-reanimatie").keys(keys);
        assert_eq!(given(&stage, "reanimatie"), wanted, "{keys}");
        assert_eq!(*stage.model.screen(), table(), "{keys}");
        assert_eq!(stage.focus(), "page:grens-reanimatie", "{keys}");
    }
}

#[test]
fn the_table_shows_what_was_chosen_and_what_stands() {
    let mut stage = at_table(Settings::default(), 80, 24);
    stage
        .to("page:grens-reanimatie")
        .keys("<Right><Right>")
        .to("page:grens-antibiotica")
        .keys("<Right><Right><Right><Right>");
    assert_eq!(line(&stage, "Reanimatie "), "Reanimatie           ○    ●     ○       ○         ONVOLLEDIG");
    assert!(line(&stage, "Invasieve beademing ").contains("◎    ○     ○       ○"), "{}", stage.text());
    assert!(line(&stage, "Antibiotica").contains("○    ○     ○       ●"), "{}", stage.text());
    assert!(line(&stage, "◎").len() > 3);
    assert!(stage.text().contains("◎ staat van een eerdere keer"), "{}", stage.text());
    let mut heard = stage.clone();
    heard.model.in_lines = true;
    assert!(!heard.text().contains("staat van een eerdere keer"), "a sign that nobody hears");
    // To the right of what stands comes the next one, which takes its place.
    stage.to("page:grens-beademing").keys("<Right>");
    assert_eq!(said(&stage), "Was: Wel uitvoeren (13 sep). Ctrl+Z haalt dat terug.", "what stood is told of");
    stage.keys("<Left><Left><Left>");
    assert!(said(&stage).starts_with("Vastgelegd: "), "{}", said(&stage));
    stage.keys("<Right>");
    assert_eq!(given(&stage, "beademing"), Some(Given::Choice("niet".into())));
    assert!(!stage.text().contains('◎'), "{}", stage.text());
}

#[test]
fn each_limit_has_a_page_and_comes_back_to_its_row() {
    for keys in ["<Enter><Esc>", "<Enter><Tab>", "<Enter><S-Tab>"] {
        let mut stage = at_table(Settings::default(), 80, 24);
        stage.to("page:grens-ziekenhuisopname").keys(keys);
        assert_eq!(*stage.model.screen(), table(), "{keys}");
        assert_eq!(stage.focus(), "page:grens-ziekenhuisopname", "{keys}");
        stage.keys("<Esc>");
        assert_eq!(*stage.model.screen(), Screen::Patient(patient()), "{keys}");
    }
}

/// "Anders" asks for words: whoever types them at the row finds them in the note.
#[test]
fn what_is_typed_at_an_answer_that_needs_words_stands_in_its_note() {
    let mut stage = at_table(Settings::default(), 80, 24);
    stage.to("page:grens-ziekenhuisopname").keys("<Right><Right><Right>alleen als het thuis niet lukt<Esc>");
    let answer = stage.meeting().review(patient()).unwrap().answers[&key("ziekenhuisopname")].clone();
    assert_eq!(answer.note, "alleen als het thuis niet lukt");
    assert_eq!(*stage.model.screen(), table());
}

/// In the smallest window every limit and every choice is in sight, in both sets of signs, and no name is cut off.
#[test]
fn the_table_fits_the_smallest_window() {
    for (marks, chosen) in [(Marks::Signs, "●"), (Marks::Ascii, "(*)")] {
        let mut stage = at_table(Settings { marks, ..Settings::default() }, 60, 18);
        stage.to("page:grens-reanimatie").keys("<Right><Right>");
        for label in [
            "Reanimatie",
            "Invasieve beademing",
            "Intensive care",
            "Ziekenhuis",
            "Antibiotica",
            "Bloedproducten",
        ] {
            let text = stage.text();
            assert!(text.lines().any(|line| line.contains(&format!("{label} "))), "{label}: {text}");
        }
        assert!(line(&stage, "wel  niet  anders  onbekend").len() > 10);
        assert!(line(&stage, "Reanimatie ").contains(chosen), "{}", stage.text());
    }
}

/// The walk comes to the table once, in place of a page for each.
#[test]
fn the_walk_goes_through_the_table_once() {
    let mut stage = at_table(Settings::default(), 80, 24);
    let page = |stage: &Stage| match stage.model.screen() {
        Screen::Step { page, .. } => page.clone(),
        other => panic!("{other:?}"),
    };
    stage.keys("<Tab>");
    assert_eq!(page(&stage), StepPage::Group("grens-icd".into()));
    stage.keys("<S-Tab>");
    assert_eq!(page(&stage), StepPage::Limits);
    stage.keys("<S-Tab>");
    assert_eq!(page(&stage), StepPage::Group("doel".into()));
    let contents = Screen::Step { patient: patient(), checklist: "pzp".into(), page: StepPage::Contents };
    stage.model.path.go(&Screen::Patient(patient()));
    stage.model.path.open(contents);
    stage.model.size = Size::new(80, 60);
    stage.to("page-limits").keys("<Enter>");
    assert_eq!(page(&stage), StepPage::Limits);
}

/// Who may only read comes to the page of a limit, and changes nothing.
#[test]
fn a_closed_meeting_is_only_read() {
    let mut stage = at_table(Settings::default(), 80, 24);
    stage.to("page:grens-reanimatie").keys("<Right><Right>");
    let record = stage.meeting().clone();
    stage.model.path.go(&Screen::Meeting);
    stage.to("end").keys("<Enter>").to("close").keys("<Enter>").to("closing").keys("<Enter>");
    stage.model.path.open(Screen::Patient(patient()));
    stage.model.path.open(table());
    stage.to("page:grens-reanimatie").keys("<Left><Right><Delete>");
    assert_eq!(given(&stage, "reanimatie"), Some(Given::Choice("niet".into())));
    assert_eq!(stage.meeting().reviews, record.reviews);
}

/// What is noted of a conversation about the whole plan, on the page for that.
fn note_conversation(stage: &mut Stage) {
    let open = stage.model.open.as_mut().unwrap();
    let record = std::sync::Arc::make_mut(&mut open.record);
    let at = crate::meeting::Stamp { by: None, at: stage.now };
    let mut told = vec![
        ("gesprek-op", Given::Date("01-09-2026".into())),
        ("gesprek-door", Given::Person(crate::meeting::Person::Outside("K. Fictief, huisarts".into()))),
        ("gesprek-bij", Given::Text("meneer en zijn partner".into())),
    ];
    let review = record.reviews.iter_mut().find(|review| review.patient == patient()).unwrap();
    for (item, given) in told.drain(..) {
        review.answers.insert(key(item), Answer::given(given, at));
    }
}

/// What stands of a limit: what lacks it in words, and its paper for the night.
fn lacks(stage: &Stage, item: &str) -> String {
    let review = stage.meeting().review(patient()).unwrap();
    let checklist = stage.model.checklist(&"pzp".into()).unwrap();
    let conversations =
        stage.model.open.as_ref().unwrap().conversations(stage.model.language(), review, checklist);
    let missing =
        conversations.missing(&key(item), checklist.item(item).unwrap(), &review.answers[&key(item)]);
    crate::meeting::discussed::in_words(stage.model.language(), &missing)
}

/// Keys at a limit that was discussed, with how long it stood: what its words and its conversation belong to then.
#[test]
fn another_choice_takes_no_words_and_no_conversation_along() {
    use crate::words::Language;
    let nl = Language::Dutch;
    let (both, talk) = (nl.both_of_another_choice(), nl.conversation_of_another_choice());
    for (chosen, typed, seconds, keys, wanted) in [
        // Going past a choice with the arrow is no other choice.
        ("<Right>", "", 3, "<Right>", ""),
        ("<Right>", "", 3, "<Right><Left>", ""),
        ("<Right>", "", 60, "<Right>", talk),
        ("<Right><Right>", "", 60, "<Left>", talk),
        // Back at the choice that was discussed.
        ("<Right><Right>", "", 60, "<Left><Right>", ""),
        ("<Right><Right><Right>", "alleen thuis", 3, "<Left>", both),
        ("<Right><Right><Right>", "alleen thuis", 60, "<Left>", both),
        ("<Right><Right><Right>", "alleen thuis", 60, "<Left><Left>", both),
        ("<Right><Right><Right>", "alleen thuis", 60, "<Left><Right>", ""),
        ("<Right><Right><Right>", "alleen thuis", 60, "<Left><C-z>", ""),
        ("<Right><Right><Right>", "alleen thuis", 60, "<Left><C-z><C-y>", both),
    ] {
        let mut stage = at_table(Settings::default(), 120, 50);
        note_conversation(&mut stage);
        stage.to("page:grens-ziekenhuisopname").keys(chosen);
        if !typed.is_empty() {
            stage.keys(typed).keys("<Esc>");
        }
        stage.now += chrono::TimeDelta::seconds(seconds);
        stage.keys(keys);
        let case = format!("{chosen} {typed:?} {seconds} {keys}: {}", stage.text());
        assert_eq!(lacks(&stage, "ziekenhuisopname"), wanted, "{case}");
        let answer = stage.meeting().review(patient()).unwrap().answers[&key("ziekenhuisopname")].clone();
        assert_eq!(answer.note, typed, "{case}");
        assert_eq!(line(&stage, "Ziekenhuis ").contains("ONVOLLEDIG"), !wanted.is_empty(), "{case}");
        if wanted.is_empty() {
            continue;
        }
        // One row says that it holds, and one key takes that back.
        stage.to("holds-too:pzp/ziekenhuisopname").keys("<Enter>");
        assert_eq!(lacks(&stage, "ziekenhuisopname"), "", "{case}");
        assert_eq!(said(&stage), nl.noted_holds_too(), "{case}");
        assert_eq!(stage.focus(), "page:grens-ziekenhuisopname", "{case}");
        assert!(!line(&stage, "Ziekenhuis ").contains("ONVOLLEDIG"), "{case}");
        stage.keys("<C-z>");
        assert_eq!(lacks(&stage, "ziekenhuisopname"), wanted, "{case}");
    }
}

/// Words that were written beside "anders" say so on the table, on the page of the limit and on paper.
#[test]
fn words_of_another_choice_are_marked_as_that() {
    let mut stage = at_table(Settings::default(), 120, 50);
    note_conversation(&mut stage);
    stage.to("page:grens-ziekenhuisopname").keys("<Right><Right><Right>alleen thuis<Esc>");
    stage.now += chrono::TimeDelta::minutes(5);
    stage.keys("<Left>");
    assert_eq!(said(&stage), "Was: Anders, namelijk; wat daarbij hoort, staat er nog. Ctrl+Z haalt terug.");
    assert!(stage.text().contains("Anders, namelijk\" stond"), "{}", stage.text());
    stage.keys("<Enter>");
    assert!(stage.text().contains(crate::words::Language::Dutch.both_hold_too()), "{}", stage.text());
    stage.to("holds-too:").keys("<Enter>");
    assert_eq!(stage.focus(), "option:pzp/ziekenhuisopname=niet");
    stage.keys("<C-z>");
    // Taken away, the words stay in sight.
    stage.keys("<Esc><Delete>");
    assert!(line(&stage, "Ziekenhuis ").contains("Anders, namelijk"), "{}", stage.text());
}

/// A key that erases, pressed where only Enter brought somebody: nothing goes, and it is told how it does.
#[test]
fn nothing_is_erased_where_nobody_went() {
    let mut stage = at_table(Settings::default(), 80, 24);
    stage.to("page:grens-reanimatie").keys("<Right>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage.model.path.open(table());
    stage.keys("<Delete>");
    assert_eq!(given(&stage, "reanimatie"), Some(Given::Choice("wel".into())));
    assert_eq!(said(&stage), crate::words::Language::Dutch.go_first());
}

/// What is typed at an option that has words already stands apart from them.
#[test]
fn what_is_typed_behind_words_is_parted_from_them() {
    for (typed, wanted) in
        [("niet", "alleen thuis niet"), ("1e keer", "alleen thuis"), ("en ook", "alleen thuis en ook")]
    {
        let mut stage = at_table(Settings::default(), 80, 24);
        stage.to("page:grens-ziekenhuisopname").keys("<Right><Right><Right>alleen thuis<Esc>").keys(typed);
        let answer = stage.meeting().review(patient()).unwrap().answers[&key("ziekenhuisopname")].clone();
        assert!(answer.note.starts_with(wanted), "{typed}: {}", answer.note);
    }
}

/// What stood comes back as a whole where somebody goes past it and back, and goes as a whole with what takes its place; only what was
/// typed today stays.
#[test]
fn what_stood_is_chosen_again_with_its_words() {
    const WORDS: &str = "alleen bij een heupfractuur";
    let otherwise = || Some(Given::Choice("anders".into()));
    let unknown = || Some(Given::Not(NonAnswer::Unknown));
    for (keys, wanted, note) in [
        ("<Right><Left>", otherwise(), WORDS),
        ("<Left><Right>", otherwise(), WORDS),
        ("<Left><Left><Right><Right>", otherwise(), WORDS),
        ("<Right><Left><Right>", unknown(), ""),
        ("<Right><Left><Left>", Some(Given::Choice("niet".into())), ""),
        ("<Right><Left><Delete>", None, ""),
    ] {
        let mut stage = after(Stage::new(80, 24), &[("ziekenhuisopname", "anders", WORDS)]);
        stage.to("page:grens-ziekenhuisopname").keys(keys);
        let answer =
            stage.meeting().review(patient()).unwrap().answers.get(&key("ziekenhuisopname")).cloned();
        let found = answer.as_ref().map_or((None, ""), |answer| (answer.given.clone(), answer.note.as_str()));
        assert_eq!(found, (wanted.clone(), note), "{keys}");
        if wanted == otherwise() {
            assert!(answer.is_some_and(|answer| answer.is_confirmed()), "{keys}");
            assert!(said(&stage).starts_with("Vastgelegd: Geldt nog"), "{keys}: {}", said(&stage));
        }
    }
}

/// "Geldt nog" always leads back to what stood, whatever was chosen today; a note of today stays, and says that it is of another choice.
#[test]
fn still_holds_leads_back_from_any_other_choice() {
    let words = "alleen bij een heupfractuur";
    for typed in ["", "toch liever thuis"] {
        let mut stage = after(Stage::new(80, 40), &[("ziekenhuisopname", "anders", words)]);
        stage.to("page:grens-ziekenhuisopname").keys("<Left><Enter>");
        if !typed.is_empty() {
            stage.to("note:pzp/ziekenhuisopname").keys(typed);
        }
        stage.to("still-holds:pzp/ziekenhuisopname").keys("<Enter>");
        let answer = stage.meeting().review(patient()).unwrap().answers[&key("ziekenhuisopname")].clone();
        assert_eq!(answer.given, Some(Given::Choice("anders".into())), "{typed}");
        assert_eq!(answer.note, if typed.is_empty() { words } else { typed });
        assert_eq!(answer.is_confirmed(), typed.is_empty());
        assert_eq!(answer.has_note_of_another(), !typed.is_empty());
        let before = stage.meeting().clone();
        stage.wait(3000);
        stage.to("still-holds:pzp/ziekenhuisopname").keys("<Enter>");
        assert_eq!(*stage.meeting(), before, "{typed}");
        assert!(!said(&stage).starts_with("Vastgelegd"), "nothing was recorded: {}", said(&stage));
    }
}

/// The minutes say of what was confirmed where its conversation stands, and not that nobody noted one.
#[test]
fn the_minutes_do_not_deny_the_conversation_of_what_was_confirmed() {
    let mut stage = at_table(Settings::default(), 80, 40);
    stage.to("page:grens-beademing").keys("<Enter>").to("still-holds:pzp/beademing").keys("<Enter>");
    let read = stage.minutes().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!read.contains("ONVOLLEDIG"), "{read}");
    assert!(read.contains("door wie, wanneer en met wie besproken: zie 13-09-2026"), "{read}");
}

/// What an arrow goes past is no step of its own, on the row at which the table opens as on every other one.
#[test]
fn what_is_gone_past_is_one_choice_on_every_row() {
    for (row, is_first, keys) in [
        ("reanimatie", true, "<Right><Right>"),
        ("reanimatie", true, "<Left><Right><Right><Right>"),
        ("ziekenhuisopname", false, "<Right><Right>"),
    ] {
        let mut stage = at_table(Settings::default(), 80, 24);
        stage.to(&format!("page:grens-{row}")).keys("<Right><Right>");
        let niet = Some(Given::Choice("niet".into()));
        assert_eq!(given(&stage, row), niet, "{row} {keys}");
        // Somebody else comes to the table later.
        stage.keys("<Esc>");
        stage.wait(60_000);
        stage.model.path.open(table());
        if !is_first {
            stage.to(&format!("page:grens-{row}"));
        }
        stage.keys(keys);
        assert_eq!(given(&stage, row), Some(Given::Not(NonAnswer::Unknown)), "{row} {keys}");
        assert!(said(&stage).starts_with("Was: Niet"), "{row} {keys}: {}", said(&stage));
        stage.keys("<C-z>");
        assert_eq!(given(&stage, row), niet, "{row} {keys}");
    }
}
