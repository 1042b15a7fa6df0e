//! The real program in a pseudo-terminal: what somebody at the keys sees, and what stands in the file afterwards.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use pallium::checklist::{Looks, Name};
use pallium::meeting::{Given, Meeting, QuestionKey, typed};
use pallium::words::Language;

use crate::meeting::soon;
use crate::support::emulator::text_of;
use crate::support::options::Options;
use crate::support::pallium::{for_fictional_patients, only_meeting, pallium, texts};
use crate::support::person::Person;
use crate::support::terminal::Terminal;

const GROUP: &str = "PaTz Noord";
const LABEL: &str = "Mw. J.";
const WORDS: &str = "Thuis blijven, bij de hond; koffie in het café.";
const NOTES: &str = "Dochter raakt uitgeput.";
const REASON: &str = "Valt af en is moe.";

fn in_language(options: Options, language: Language) -> Options {
    match language {
        Language::Dutch => options,
        Language::English => options.args(["--lang", "en"]),
    }
}

/// Goes to the step with this text, by the row that leads to the next step.
#[track_caller]
fn onward(person: &Person, language: Language, text: &str) {
    for _ in 0..12 {
        if person.terminal.screen().contains(text) {
            return;
        }
        person.to(language.step_next()).press("<Enter>");
    }
    panic!("no step with {text:?}, but\n{}", person.terminal.screen());
}

/// One meeting with one patient, discussed with one checklist, found back after a restart. Arrow keys, Enter and Esc only.
#[track_caller]
fn one_discussion(language: Language, rows: u16, cols: u16) {
    let options = in_language(pallium().size(rows, cols), language);
    let texts = texts(language);
    let person = Person::start(&options, language, language.start_new());
    person.begin(language, GROUP, LABEL);
    person.write(language.patient_own_words(), WORDS).write(language.patient_notes(), NOTES);
    person.to(texts.checklist).press("<Enter>");
    onward(&person, language, texts.question);
    person.to(texts.answer).press("<Enter>");
    onward(&person, language, language.judgement_who());
    person.to(texts.judgement).press("<Enter>").write(language.judgement_reason(), REASON);
    person.open(texts.agreement, language.agreement_what());
    let (day, typed_day) = soon();
    person.write(language.agreement_due(), &typed_day);
    person.to(language.agreement_ready()).press("<Enter>");
    person.terminal.wait_for(&format!("■ {}", texts.agreement));
    person.quit(language);

    let meeting = only_meeting(&options.notebook());
    assert_eq!(meeting.details.group, GROUP);
    let [review] = meeting.reviews.as_slice() else { panic!("{} patients", meeting.reviews.len()) };
    assert_eq!((review.label.as_str(), review.own_words.as_str()), (LABEL, WORDS));
    assert_eq!(review.notes, NOTES);
    let checklist = Name::from("markering");
    let answer = &review.answers[&QuestionKey::new(&checklist, &"surprise-question".into())];
    assert_eq!(answer.given, Some(Given::Choice("nee".into())));
    assert_eq!(review.answers.len(), 1, "what nobody answered is not in the record");
    let judgement = &review.judgements[&checklist];
    assert_eq!((judgement.choice.as_ref(), judgement.reason.as_str()), (Some(&"markeren".into()), REASON));
    assert_eq!(judgement.indications, ["surprise-nee".into()]);
    let [agreement] = review.agreements.as_slice() else { panic!("{} agreements", review.agreements.len()) };
    assert_eq!(agreement.what.trim_end(), texts.agreement);
    // Typed without a year, it is kept with one: the text must mean the same day next year.
    let due = typed::date(&agreement.due, meeting.details.date, Looks::Forward);
    assert_eq!(due, Some(day), "{:?}", agreement.due);
    assert!(agreement.due.ends_with(|digit: char| digit.is_ascii_digit()), "{:?}", agreement.due);
    assert_eq!(
        meeting.definitions.iter().map(|pinned| pinned.id.as_str()).collect::<Vec<_>>(),
        ["markering"]
    );

    // A restart: everything is found back, page by page.
    let person = Person::start(&options, language, GROUP);
    person.open(&language.start_continue(GROUP), LABEL);
    person.open(LABEL, language.patient_own_words());
    if rows < 20 {
        // In the lowest window they take one line until somebody opens them.
        person.to(language.patient_own_words()).press("<Enter>");
    }
    found(&person, WORDS);
    found(&person, texts.agreement);
    found(&person, NOTES);
    person.to(texts.checklist).press("<Enter>");
    let first = language.which_of(1, 0);
    let first = format!("· {}", first.trim_end_matches('0'));
    while !person.terminal.screen().contains(&first) {
        person.press("<Left>");
    }
    onward(&person, language, texts.question);
    assert!(person.terminal.screen().contains(&format!("● {}", texts.answer)));
    onward(&person, language, language.judgement_who());
    found(&person, &format!("● {}", texts.judgement));
    found(&person, REASON);
    person.quit(language);
    // The time of the discussion runs while one looks, and on a busy machine that makes seconds.
    let looked_at = Meeting { spent: meeting.spent.clone(), ..only_meeting(&options.notebook()) };
    assert_eq!(looked_at, meeting, "looking changed something");
}

/// Somewhere on the page, which may be longer than the window, and broken over rows.
#[track_caller]
fn found(person: &Person, text: &str) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut seen = String::new();
    for _ in 0..60 {
        seen = person.terminal.screen();
        // The line at the left of a field stands between its lines.
        let shown: Vec<&str> = seen.split_whitespace().filter(|word| *word != "│").collect();
        if shown.windows(words.len()).any(|window| window == words) {
            return;
        }
        let before = person.row();
        person.press("<Down>");
        assert_ne!(before, None, "no row is in focus on\n{seen}");
    }
    panic!("nowhere {text:?} on\n{seen}");
}

#[test]
fn a_discussion_from_the_first_screen_to_the_file_and_back() {
    one_discussion(Language::Dutch, 24, 80);
}

#[test]
fn a_discussion_in_the_window_of_a_beamer() {
    one_discussion(Language::Dutch, 18, 60);
}

#[test]
fn a_discussion_in_english() {
    one_discussion(Language::English, 24, 80);
}

/// A person on the page of a new patient.
#[track_caller]
fn at_patient(options: &Options) -> Person {
    let person = Person::start(options, Language::Dutch, Language::Dutch.start_new());
    person.begin(Language::Dutch, GROUP, LABEL);
    person
}

#[test]
fn pasted_line_ends_never_act() {
    let options = pallium();
    let language = Language::Dutch;
    let person = Person::start(&options, language, language.start_new());
    // On a row that Enter would open, and one that Enter would choose.
    person.terminal.paste("\n\n\n").wait_for(language.cannot_type_here());
    assert!(person.terminal.screen().contains(language.start_new()));
    person.begin(language, GROUP, LABEL);
    person.to(texts(language).checklist);
    person.terminal.paste("een\ntwee\n").wait_for("Hier valt niets te typen");
    assert_eq!(person.row().as_deref().map(|row| row.starts_with(texts(language).checklist)), Some(true));
    // In a field of one line the line ends become spaces; the field keeps the focus, and nothing is chosen or opened.
    person.to(language.patient_question());
    person.terminal.paste("een\ntwee\r\ndrie\n").wait_for("een twee drie");
    person.to(language.patient_own_words());
    person.terminal.paste_as_keys("bij de hond\nen de kinderen\nin het dorp\n").wait_for("in het dorp");
    person.to(language.patient_notes());
    person.terminal.paste("eerste\ntweede\n").wait_for("tweede");
    person.quit(language);
    let review = &only_meeting(&options.notebook()).reviews[0];
    assert_eq!(review.question.trim_end(), "een twee drie");
    assert_eq!(
        review.own_words.split_whitespace().collect::<Vec<_>>().join(" "),
        "bij de hond en de kinderen in het dorp"
    );
    assert_eq!(review.notes, "eerste\ntweede");
    assert!(review.answers.is_empty() && review.judgements.is_empty() && review.agreements.is_empty());
    assert_eq!(review.details.finished, None);
}

#[test]
fn a_window_that_is_too_small_says_so_and_keeps_the_work() {
    let language = Language::Dutch;
    let person = at_patient(&pallium());
    person.write(language.patient_own_words(), WORDS);
    let before = text_of(&person.screen());
    for (rows, cols) in [(11, 80), (24, 39), (1, 1), (11, 39)] {
        let sentence = language.window_too_small(40, 12);
        person.terminal.resize(rows, cols).wait_until(|screen| {
            let text = text_of(screen);
            let start: String = sentence.chars().take(usize::from(cols.min(10))).collect();
            !text.contains(LABEL) && text.contains(&start)
        });
    }
    // What is typed meanwhile goes nowhere that nobody sees, or where it was going; it is not lost, and it does nothing.
    person.terminal.resize(24, 80).wait_for(LABEL).wait_for("koffie");
    let seen = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(seen(&text_of(&person.screen())), seen(&before));
    person.terminal.resize(12, 40).wait_for(LABEL);
    person.terminal.resize(40, 120).wait_for(WORDS);
    person.quit(language);
}

#[test]
fn the_cursor_of_the_terminal_stands_where_text_is_typed() {
    let language = Language::Dutch;
    let options = pallium();
    let person = Person::start(&options, language, language.start_new());
    assert!(!person.terminal.cursor().visible, "nothing can be typed here");
    person.begin(language, GROUP, LABEL).to(language.patient_question());
    let (row, col) = place(&person, "typ hier");
    assert_eq!(person.terminal.cursor(), crate::support::terminal::Cursor { row, col, visible: true });
    // An é of two code points takes one column, a character of two columns takes two.
    person.type_text("cafe\u{301} 漢字");
    let cursor = person.terminal.cursor();
    assert_eq!((cursor.row, cursor.col), (row, col + 4 + 1 + 4));
    person.press("<Home>");
    assert_eq!(person.terminal.cursor().col, col);
    person.to(texts(language).checklist).terminal.wait_until(vt100::Screen::hide_cursor);
}

/// Row and column of a text.
#[track_caller]
fn place(person: &Person, text: &str) -> (u16, u16) {
    let screen = text_of(&person.screen());
    let found = screen.lines().zip(0..).find_map(|(line, row)| {
        let before = line.get(..line.find(text)?)?;
        Some((row, u16::try_from(before.chars().count()).ok()?))
    });
    found.unwrap_or_else(|| panic!("no {text:?} on\n{screen}"))
}

#[test]
fn letters_of_a_third_level_are_letters() {
    let language = Language::Dutch;
    let options = pallium();
    let person = at_patient(&options);
    // Terminals send the character itself. What they send for Ctrl+Alt and a key may be a piece of anything, and is no text.
    person.to(language.patient_question()).type_text("€ ł ĳ ñ \u{1d11e}");
    person.terminal.keys("<C-A-q>");
    person.type_text("z");
    person.quit(language);
    assert_eq!(only_meeting(&options.notebook()).reviews[0].question, "€ ł ĳ ñ \u{1d11e}z");
}

/// Whether any cell has a colour of its own.
fn has_colour(screen: &vt100::Screen) -> bool {
    let (rows, cols) = screen.size();
    let cells = (0..rows.get()).flat_map(|row| (0..cols.get()).map(move |col| (row, col)));
    cells
        .filter_map(|(row, col)| screen.cell(row, col))
        .any(|cell| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default)
}

#[test]
fn without_colour_where_that_is_asked_for() {
    let new = Language::Dutch.start_new();
    let colour = |options: &Options| has_colour(&Person::start(options, Language::Dutch, new).screen());
    assert!(colour(&pallium()));
    assert!(!colour(&pallium().env("NO_COLOR", "1")));
    assert!(colour(&pallium().env("NO_COLOR", "")), "an empty variable asks for nothing");
    assert!(!colour(&pallium().args(["--theme", "kleurloos"])));
    assert!(
        colour(&pallium().env("NO_COLOR", "1").args(["--theme", "contrast"])),
        "what is typed counts first"
    );
    // Focus and faults show without colour too.
    let person = Person::start(&pallium().env("NO_COLOR", "1"), Language::Dutch, new);
    let screen = person.screen();
    let marked = |cell: &vt100::Cell| cell.bold() || cell.inverse() || cell.underline();
    let (row, col) = place(&person, new);
    assert!(screen.cell(row, col).is_some_and(marked));
}

#[test]
fn signs_of_letters_only_where_that_is_asked_for() {
    let language = Language::Dutch;
    let options = pallium().arg("--ascii");
    let person = Person::start(&options, language, language.start_new());
    person.begin(language, GROUP, LABEL).to(texts(language).checklist).press("<Enter>");
    onward(&person, language, texts(language).question);
    person.to(texts(language).answer).press("<Enter>");
    let screen = person.terminal.screen();
    assert!(screen.contains("> (*) Nee"), "{screen}");
    // The letters of the language stay; everything else is within ASCII.
    let foreign: String = screen.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
    assert_eq!(foreign, "", "{screen}");
}

#[test]
fn a_key_that_comes_before_everything_was_read_is_not_lost() {
    let language = Language::Dutch;
    for _ in 0..10 {
        let options = pallium();
        for_fictional_patients(&options.notebook());
        let terminal = Terminal::start(&options);
        terminal.wait_for(language.start_new()).keys("<Enter>").wait_for(language.details_group());
    }
}

/// What is typed behind the Enter that opens a meeting is meant for its pages, in whatever piece it comes.
#[test]
fn keys_behind_the_one_that_opens_a_meeting_wait_for_it() {
    let (options, language) = (pallium(), Language::Dutch);
    let person = at_patient(&options);
    person.write(language.patient_notes(), "eerst");
    person.quit(language);
    let again = Person::start(&options, language, language.start_new());
    again.to(language.start_meetings()).press("<Enter>").terminal.wait_settled_with(GROUP);
    // The list, the agenda, the patient, the notes: all in one piece.
    again.terminal.keys("<Enter><Enter><F2><End> en dan verder").wait_for("eerst en dan verder");
    again.quit(language);
    assert_eq!(only_meeting(&options.notebook()).reviews[0].notes, "eerst en dan verder");
}

#[test]
fn a_space_at_the_end_of_a_line_shows() {
    let language = Language::Dutch;
    let person = at_patient(&pallium());
    person.to(language.patient_notes());
    for _ in 0..120 {
        person.press("x").press(" ");
    }
}

#[test]
fn a_message_does_not_hide_that_there_is_more() {
    let language = Language::Dutch;
    let options = pallium().size(18, 60);
    let person = at_patient(&options);
    person.terminal.wait_for(language.more());
    let (meetings, aside) = (options.notebook().join("meetings"), options.notebook().join("aside"));
    std::fs::rename(&meetings, aside).expect("the folder can be moved");
    std::fs::write(&meetings, "").expect("a file can take its place");
    person.type_text("x").press("<Down>").press("<Up>");
    person.terminal.wait_for(language.not_saved()).wait_for(language.more());
}

#[test]
fn the_footer_shows_the_way_back_in_the_window_of_a_beamer() {
    let language = Language::Dutch;
    let person = at_patient(&pallium().size(18, 60));
    person.to(texts(language).checklist).press("<Enter>");
    let screen = person.terminal.screen();
    let footer = screen.lines().last().unwrap_or_default();
    assert!(footer.contains(&format!("Esc {}", language.key_to_patient())), "{screen}");
}
