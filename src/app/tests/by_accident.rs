//! What nobody means to do is not done, and what goes is told: letters on an option, toggles of weight, clearing, texts that make room.

use super::Stage;
use super::at_the_table::limit;
use super::between::between;
use super::register::{at_agenda, day, id, stamp};
use super::said_before::after_july;
use super::standing::patient;
use super::tour::midway;
use crate::app::message::Marks;
use crate::app::page::{Row, RowId, StepPage};
use crate::app::{Listed, Msg, Screen, Size};
use crate::checklist::Discipline;
use crate::meeting::{
    Agreement, AgreementId, Answer, Given, Meeting, MeetingId, MeetingKind, MeetingSummary, NonAnswer, Owner,
    Pinned, QuestionKey, Removal, Review,
};
use crate::words::Language;

fn told(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

fn row(stage: &Stage, name: &str) -> Option<Row> {
    stage.model.page().rows().find(|row| row.id.as_str().starts_with(name)).cloned()
}

/// Letters on an option that needs words are those words; nothing that was chosen otherwise goes for a letter.
#[test]
fn letters_on_an_option_that_needs_words_are_its_words() {
    let (screen, _, key, mut stage) = limit();
    stage.model.path.open(screen);
    let answer = |stage: &Stage| stage.meeting().reviews[0].answers.get(&key).cloned();
    let before = stage.meeting().clone();
    stage.to(&format!("option:{key}=anders")).keys("met<Space>broer");
    let given = answer(&stage).unwrap();
    assert_eq!((given.given, given.note.as_str()), (Some(Given::Choice("anders".into())), "met broer"));
    assert_eq!(stage.focus(), format!("note:{key}"));
    stage.keys("<C-z><C-z><C-z>");
    assert_eq!(*stage.meeting(), before, "two words and the choice");
    stage.to(&format!("option:{key}=niet")).keys("<Enter>").to(&format!("option:{key}=anders")).keys("zij");
    assert_eq!(answer(&stage).unwrap().given, Some(Given::Choice("niet".into())));
    assert_eq!(told(&stage), Language::Dutch.chosen_before_typing());
    stage.keys("<Enter>z");
    let given = answer(&stage).unwrap();
    assert_eq!((given.given, given.note.as_str()), (Some(Given::Choice("anders".into())), "z"));
}

/// Letters that find no field are no choice, and neither is the Enter that ends them.
#[test]
fn an_enter_behind_letters_that_went_nowhere_chooses_nothing() {
    let (screen, _, key, mut stage) = limit();
    stage.model.path.open(screen);
    stage.to(&format!("option:{key}=wel")).keys("<Enter>").to(&format!("option:{key}=niet"));
    stage.keys("wil<Space>zij<Enter>");
    let given = stage.meeting().reviews[0].answers[&key].given.clone();
    assert_eq!(given, Some(Given::Choice("wel".into())));
    stage.keys("<Up><Down><Enter>");
    let given = stage.meeting().reviews[0].answers[&key].given.clone();
    assert_eq!(given, Some(Given::Choice("niet".into())), "an arrow means the row");
}

/// That somebody died is not taken back by one Enter too many: it asks, and the way out is under the cursor.
#[test]
fn nobody_comes_to_life_by_an_enter_too_many() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    let died = |stage: &Stage| stage.meeting().reviews[0].details.deceased;
    stage.model.path.open(Screen::Profile(patient));
    stage.to("deceased").keys("<Enter>");
    assert!(died(&stage));
    stage.wait(1000);
    stage.keys("<Enter>");
    assert_eq!((stage.model.screen(), died(&stage)), (&Screen::Removing(Removal::Death(patient)), true));
    assert!(stage.text().contains("toch niet overleden?"), "{}", stage.text());
    stage.keys("<Enter><Enter><Enter>");
    assert!(died(&stage), "however often");
    stage.model.path.go(&Screen::Profile(patient));
    stage.to("deceased").keys("<Enter>").to("remove").keys("<Enter>");
    assert_eq!((stage.model.screen(), died(&stage)), (&Screen::Profile(patient), false));
    assert!(told(&stage).starts_with("Niet overleden."), "{}", told(&stage));
}

/// The way to clear an answer stands behind everything else; no arrow from the answer and no key that goes far leads there.
#[test]
fn clearing_stands_apart() {
    let (screen, _, key, mut stage) = limit();
    stage.model.path.open(screen);
    stage.to(&format!("option:{key}=niet")).keys("<Enter>");
    let page = stage.model.page();
    let last: Vec<String> = page.rows().map(|row| row.id.as_str().to_owned()).collect();
    assert_eq!(last.last().unwrap(), &format!("clear:{key}"));
    stage.keys("<Down><Down>");
    assert_eq!(stage.focus(), format!("not:{key}"), "it stays where it was");
    stage.keys("<Down>");
    assert_eq!(stage.focus(), format!("note:{key}"));
    stage.keys("<Down>");
    assert_eq!(stage.focus(), "next");
    for keys in ["<End>", "<PageDown><PageDown><PageDown>"] {
        stage.keys("<Home>").keys(keys);
        assert_eq!(stage.focus(), "notes", "{keys}");
    }
    stage.to("clear:").keys("<Enter>");
    assert!(told(&stage).starts_with("Antwoord gewist."), "{}", told(&stage));
}

/// A text that makes room for "vandaag niet besproken" is told of, and so is what stays with whoever is put off.
#[test]
fn a_text_that_goes_out_of_sight_is_told_of() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.open(Screen::Patient(patient));
    stage.to("notes").keys("Zus belt morgen.");
    stage.model.path.open(Screen::Profile(patient));
    stage.to("postpone").keys("<Enter>");
    assert!(told(&stage).contains("Wat er is opgeschreven, blijft hier"), "{}", told(&stage));
    let text = stage.text();
    assert!(text.contains("uitgesteld, tekst"), "{text}");
    stage.model.path.open(Screen::Profile(patient));
    stage.to("postpone").keys("<Enter>");
    assert!(told(&stage).starts_with("Staat weer op de agenda"), "{}", told(&stage));
    let (key, page): (QuestionKey, _) = ("persoon/wie".parse().unwrap(), StepPage::Group("persoon".into()));
    stage.model.path.open(Screen::Step { patient, checklist: key.checklist.clone(), page });
    stage.to(&format!("answer:{key}")).keys("Schipper.").to(&format!("not:{key}")).keys("<Enter>");
    let review = stage.meeting().review(patient).unwrap();
    assert_eq!(review.answers[&key].given, Some(Given::Not(NonAnswer::NotDiscussedToday)));
    assert!(told(&stage).starts_with("Wat er stond is weg: \"Schipper.\""), "{}", told(&stage));
}

fn with_limits(given: &[(&'static str, Given)]) -> Stage {
    let mut stage = after_july(
        |_| {},
        |september| {
            let at = stamp(day(9, 13));
            let mut answers: Vec<(&str, Given)> = given.to_vec();
            let text = |words: &str| Given::Text(words.to_owned());
            answers.extend([("gesprek-door", text("A. de Wit")), ("gesprek-bij", text("mevrouw"))]);
            answers.push(("gesprek-op", Given::Date("12-09-2026".to_owned())));
            for (item, given) in answers {
                let note = if given == Given::Choice("anders".into()) { "alleen kort" } else { "" };
                let answer = Answer { note: note.to_owned(), ..Answer::given(given, at) };
                september.answers.insert(format!("pzp/{item}").parse().unwrap(), answer);
            }
        },
    );
    let pinned = Pinned { id: "pzp".into(), version: String::new(), hash: String::new() };
    stage.earlier[0].definitions.push(pinned);
    stage.ask_register();
    stage
}

/// In a small window the limits take a line or two, whatever there are, and lead to themselves in the list of the plan.
#[test]
fn limits_take_two_lines_in_a_small_window() {
    let choice = |code: &str| Given::Choice(code.into());
    let mut stage = with_limits(&[
        ("reanimatie", choice("niet")),
        ("intensive-care", choice("niet")),
        ("ziekenhuisopname", choice("anders")),
        ("antibiotica", choice("wel")),
    ]);
    stage.send(Msg::Resized(Size::new(60, 18)));
    let found = row(&stage, "limits").unwrap();
    assert_eq!(found.value, "");
    let limits = "Niet: reanimatie, intensive care · Anders: ziekenhuis · Wel: antibiotica";
    assert_eq!(found.label, format!("Grenzen (13 sep)  {limits}"));
    let lines = stage.layout().rows.of(&RowId::fixed("limits")).map(|row| row.end - row.start).unwrap();
    assert!(lines <= 2, "{lines} lines:\n{}", stage.text());
    stage.to("limits").keys("<Enter>");
    let at = |page| Screen::Step { patient: patient(), checklist: "pzp".into(), page };
    assert_eq!(
        (stage.model.screen(), stage.focus().as_str()),
        (&at(StepPage::Limits), "page:grens-reanimatie")
    );
    stage.keys("<Esc>").to("whole-plan").keys("<Enter>");
    assert_eq!(*stage.model.screen(), at(StepPage::Contents));
}

/// A limit of another kind is one of them, by the name that it was given.
#[test]
fn another_limit_is_among_the_limits() {
    let at = stamp(day(9, 13));
    let mut stage = with_limits(&[("andere-behandeling-besluit@1", Given::Choice("niet".into()))]);
    stage.earlier[0].reviews.iter_mut().take(1).for_each(|review| {
        let named = Answer::given(Given::Text("Dialyse".to_owned()), at);
        review.answers.insert("pzp/andere-behandeling@1".parse().unwrap(), named);
    });
    stage.ask_register();
    let found = row(&stage, "limits").unwrap();
    assert_eq!((&*found.label, &*found.value), ("Behandelgrenzen (13 sep)", "Niet: dialyse"));
}

/// The list of the plan calls no page empty of which the same questions were answered in the brief discussion.
#[test]
fn what_was_said_elsewhere_is_not_called_empty() {
    let at = stamp(day(9, 13));
    let mut stage = after_july(
        |_| {},
        |september| {
            let text = Answer::given(Given::Text("benauwdheid".to_owned()), at);
            september.answers.insert("kort/scenario@1".parse().unwrap(), text);
        },
    );
    let pinned = Pinned { id: "kort".into(), version: String::new(), hash: String::new() };
    stage.earlier[0].definitions.push(pinned);
    stage.ask_register();
    stage.to("whole-plan").keys("<Enter>");
    let found = row(&stage, "page:scenarios").unwrap();
    assert!(found.value.starts_with("benauwdheid (staat bij: "), "{}", found.value);
}

/// What stands takes one line in a short window, says all of it and opens; the question, what changed and the agreements are in sight.
#[test]
fn what_stands_is_one_line_in_a_short_window() {
    let at = stamp(day(9, 13));
    let mut stage = after_july(
        |_| {},
        |september| {
            september.repeats.insert("kort/scenarios".parse().unwrap(), vec![1, 2]);
            for (key, words) in [
                ("kort/scenario@1", "benauwdheid"),
                ("kort/scenario-plan@1", "huisarts bellen"),
                ("kort/scenario@2", "dochter valt uit"),
                ("kort/wat-veranderd", "Twee keer gevallen."),
            ] {
                let text = Answer::given(Given::Text(words.to_owned()), at);
                september.answers.insert(key.parse().unwrap(), text);
            }
        },
    );
    let pinned = Pinned { id: "kort".into(), version: String::new(), hash: String::new() };
    stage.earlier[0].definitions.push(pinned);
    stage.ask_register();
    let found = row(&stage, "standing").unwrap();
    let said = "verwacht scenario 1: benauwdheid · wat doen we dan 1: huisarts bellen · verwacht scenario 2: dochter valt uit";
    assert_eq!((found.label.as_str(), found.value.as_str()), ("Staat van 13 sep", said));
    assert!(!stage.text().contains("weghalen"), "{}", stage.text());
    for size in [Size::new(80, 24), Size::new(60, 18)] {
        stage.send(Msg::Resized(size));
        stage.model.path.top_mut().focus = None;
        stage.keys("<Home>");
        let text = stage.text();
        for words in
            ["Vraag van de inbrenger", "Twee keer", "benauwdheid", "was ◇ groen", "Afspraken", "gesprek met"]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
    }
    stage.to("standing").keys("<Enter>");
    assert!(stage.text().contains("Geldt nog: benauwdheid"), "{}", stage.text());
    let mut high = stage.clone();
    high.model.path.top_mut().unfolded = false;
    high.send(Msg::Resized(Size::new(80, 40)));
    assert!(row(&high, "standing").is_none() && row(&high, "still-holds:kort/scenario@1").is_some());
}

/// A meeting in which nothing is recorded takes the place of none in which something was.
#[test]
fn an_empty_meeting_takes_no_place_on_the_first_screen() {
    let mut real = Meeting::new(MeetingId(id(70)), MeetingKind::Patz, day(11, 20));
    real.details.group = "PaTz Noord".to_owned();
    real.reviews.push(Review::new(patient()).into());
    let mut empty = Meeting::new(MeetingId(id(71)), MeetingKind::Patz, day(11, 22));
    empty.details.group = "PaTz Zuid".to_owned();
    let listed = |meetings: &[&Meeting]| {
        let meetings = meetings.iter().map(|meeting| MeetingSummary::of(meeting)).collect();
        Msg::Listed(Box::new(Listed { meetings, ..Listed::default() }))
    };
    let first = |stage: &Stage| stage.model.page().rows().next().unwrap().label.clone();
    let mut stage = Stage::new(80, 24);
    stage.send(listed(&[&empty, &real]));
    assert_eq!(first(&stage), "Verder met PaTz Noord");
    stage.to("new").keys("<Enter><Esc><Esc>");
    assert_eq!(first(&stage), "Verder met PaTz Noord", "{}", stage.text());
    stage.to("new").keys("<Enter>").to("group").keys("Z<Backspace><Esc><Esc>");
    assert_eq!(first(&stage), "Verder met PaTz Noord", "{}", stage.text());
    assert!(!stage.text().contains("zonder naam"), "{}", stage.text());
    // Nothing else is unfinished: whoever named the group goes on.
    let mut stage = Stage::new(80, 24);
    stage.send(listed(&[&empty]));
    assert_eq!(first(&stage), "Verder met PaTz Zuid");
}

/// Between meetings the people of the group are known, so that who does what was agreed has a profession; and nobody was there.
#[test]
fn an_agreement_between_meetings_keeps_whose_it_is() {
    let mut stage = between();
    let people = stage.meeting().participants.clone();
    assert!(!people.is_empty());
    let (name, owner) = (people[0].name.clone(), people[0].id);
    stage.keys("<F4>Bellen<Enter>").keys(&name).keys("<Enter>");
    let agreement = stage.meeting().reviews[0].agreements.last().unwrap().clone();
    assert_eq!(agreement.owner, Some(Owner::Participant(owner)), "{agreement:?}");
    assert!(!stage.minutes().contains("Aanwezig"), "{}", stage.minutes());
    // Whoever only looks still leaves nothing.
    let mut stage = between();
    stage.keys("<Esc><Esc>");
    assert!(stage.model.open.is_none(), "{}", stage.text());
}

/// Who came by name alone from between two meetings is the participant of that name again.
#[test]
fn an_owner_by_name_is_the_participant_of_that_name() {
    let mut stage = at_agenda();
    let known = stage.meeting().participants[0].clone();
    let mut agreement = Agreement::new(AgreementId(id(900)), stamp(day(10, 1)));
    (agreement.what, agreement.owner) = ("Bellen".to_owned(), Some(Owner::Outside));
    agreement.outside_name = known.name.clone();
    let mut between = Meeting::new(MeetingId(id(901)), MeetingKind::Between, day(10, 1));
    between.details.group = stage.meeting().details.group.clone();
    let mut review = Review::new(patient());
    review.label = "Fictief D.".to_owned();
    review.agreements.push(agreement);
    between.reviews.push(review.into());
    stage.earlier.push(between);
    stage.ask_register();
    let register = stage.model.register().unwrap();
    let open =
        register.patient(patient()).unwrap().agreements.iter().find(|open| open.agreement.what == "Bellen");
    let within = open.unwrap().within(stage.meeting());
    assert_eq!((within.owner, within.outside_name.as_str()), (Some(Owner::Participant(known.id)), ""));
}

/// At the end, who is absent is called so, and whoever tells them is named.
#[test]
fn the_end_names_who_tells_whoever_is_absent() {
    let mut stage = midway(Language::Dutch, 80, 40);
    let (absent, teller) = (stage.meeting().participants[0].id, stage.meeting().participants[1].id);
    let change = |stage: &mut Stage, alter: &dyn Fn(&mut Meeting)| {
        let open = stage.model.open.as_mut().unwrap();
        alter(std::sync::Arc::make_mut(&mut open.record));
    };
    change(&mut stage, &|meeting| {
        meeting.participants[0].absent = true;
        let mut agreement = Agreement::new(AgreementId(id(910)), stamp(day(11, 22)));
        (agreement.what, agreement.due) = ("Bellen".to_owned(), "27-11-2026".to_owned());
        (agreement.owner, agreement.told_by) = (Some(Owner::Participant(absent)), Some(teller));
        meeting.reviews[0].agreements.push(agreement);
    });
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.open(Screen::Ending);
    let text = stage.text();
    let (absent, teller) = ("M. Vos, wijkverpleegkundige (afwezig)", "A. de Wit, huisarts");
    assert!(text.contains(absent), "{text}");
    let found = row(&stage, &format!("agreed:{}", id(910))).unwrap();
    assert!(found.value.contains(&Language::Dutch.export_tells(teller)), "{}", found.value);
}

/// What is typed of somebody without a function is the function, where a role is called the same; afterwards it is the role.
#[test]
fn a_function_comes_before_a_role_of_the_same_word() {
    let mut stage = at_agenda();
    stage.to("details").keys("<Enter>").to("add-participant").keys("<Enter>S.<Space>Kok<Enter>consul<Enter>");
    let known = stage.meeting().participants.last().unwrap().clone();
    assert_eq!((known.discipline, known.roles.len()), (Some(Discipline::PalliativeConsultant), 0));
    stage.keys("consul<Enter>");
    assert_eq!(stage.meeting().participants.last().unwrap().roles.len(), 1);
    // Who has both is done; which other function it is, is typed at once.
    stage.to(&format!("participant:{}", known.id)).keys("<Enter>anders<Enter>POH-GGZ");
    assert_eq!(stage.meeting().participants.last().unwrap().profession, "POH-GGZ");
}

/// A sign means one thing.
#[test]
fn no_two_signs_are_the_same() {
    for marks in [Marks::Signs, Marks::Ascii] {
        let signs = marks.signs();
        let all = [
            signs.here,
            signs.chosen,
            signs.not_chosen,
            signs.ticked,
            signs.not_ticked,
            signs.leads,
            signs.done,
            signs.less,
            signs.more,
            signs.was,
            signs.between.trim(),
            signs.ellipsis,
            signs.more_above,
            signs.more_below,
            signs.underline,
            signs.bar,
            signs.block,
            signs.green,
            signs.orange,
            signs.red,
            signs.colour,
        ];
        for (at, one) in all.iter().enumerate() {
            assert!(!all[..at].contains(one), "{one}");
        }
        // Squares are boxes to be ticked, and nothing else.
        assert!(!["■", "□", "▪", "▫"].contains(&signs.colour));
    }
}

/// What was chosen and taken back on one row left nothing, and no key is said to bring it back.
#[test]
fn nothing_is_promised_back_that_left_nothing() {
    let begin = StepPage::Group("begin".into());
    for (checklist, page, row, choose, take_back) in [
        ("markering", begin, "option:markering/", "<Space>", "<Enter>"),
        ("pzp", StepPage::Limits, "page:grens-reanimatie", "<Right>", "<Delete>"),
    ] {
        let mut stage = midway(Language::Dutch, 80, 24);
        let patient = stage.meeting().reviews[1].patient;
        stage.model.path.go(&Screen::Patient(patient));
        stage.model.path.open(Screen::Step { patient, checklist: checklist.into(), page });
        stage.to(row).keys(choose);
        assert_eq!(stage.meeting().reviews[1].answers.len(), 1, "{row}");
        stage.wait(3000);
        stage.keys(take_back);
        assert!(stage.meeting().reviews[1].answers.is_empty(), "{row}");
        assert_eq!(told(&stage), "Antwoord gewist.", "{row}");
    }
}

/// What went is no longer told with its way back once something newer is what that key takes back.
#[test]
fn what_went_is_told_until_something_newer_is_recorded() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let review = &stage.meeting().reviews[0];
    let (patient, agreement) = (review.patient, review.agreements[0].id);
    stage.model.path.go(&Screen::Patient(patient));
    stage.to("notes");
    stage.model.path.open(Screen::Agreement(patient, agreement));
    stage.to("remove").keys("<Enter>");
    assert_eq!(
        (stage.focus().starts_with("agree"), told(&stage)),
        (true, "Afspraak weggehaald. Ctrl+Z haalt het terug.".into())
    );
    let before = stage.meeting().clone();
    stage.wait(1000);
    stage.to("notes").keys("<Enter>");
    assert_ne!(*stage.meeting(), before, "a line in the notes");
    assert_eq!(told(&stage), "");
}
