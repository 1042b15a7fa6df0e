//! A whole PaTz meeting of five patients in the real program, as a chair and a recorder hold it: arrow keys, Enter, Esc
//! and typing, and the file that it leaves.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::process::{Command, Stdio};

use chrono::{Datelike, Days, Local, NaiveDate};
use pallium::checklist::Looks;
use pallium::meeting::{Discipline, Given, Meeting, Owner, QuestionKey, Role, typed};
use pallium::words::Language;

use crate::support::options::Options;
use crate::support::pallium::{only_meeting, pallium};
use crate::support::person::Person;

/// The most keys beside the text for a brief discussion of one patient with two agreements.
const BRIEF: usize = 40;

const GROUP: &str = "PaTz Fictief";
const RECORDER: &str = "M. Vos";
const CHAIR: &str = "A. de Wit";
const BOTTLENECKS: &str = "Noodmedicatie in het weekend.";

/// One patient of the meeting; all of them are fictional.
struct Patient {
    label: &'static str,
    question: &'static str,
    changed: &'static str,
    scenario: &'static str,
    plan: &'static str,
    colour: &'static str,
    agreements: &'static [Agreed],
}

struct Agreed {
    what: &'static str,
    owner: &'static str,
    due: Due,
}

/// A day some weeks from today, and as it is typed without its year: whichever day it is today, it is still to come.
pub fn soon() -> (NaiveDate, String) {
    let months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let day = Local::now().date_naive() + Days::new(23);
    (day, format!("{} {}", day.day(), months[day.month0() as usize]))
}

#[derive(Clone, Copy)]
enum Due {
    Friday,
    Soon,
    TwoWeeks,
}

impl Due {
    /// As somebody types it.
    fn typed(self, language: Language) -> String {
        match (self, language) {
            (Self::Soon, _) => soon().1,
            (Self::Friday, Language::Dutch) => "vrijdag".to_owned(),
            (Self::Friday, Language::English) => "Friday".to_owned(),
            (Self::TwoWeeks, Language::Dutch) => "over 2 weken".to_owned(),
            (Self::TwoWeeks, Language::English) => "in 2 weeks".to_owned(),
        }
    }

    /// Whether this is the day that was meant, in a meeting on `held`.
    fn is(self, day: NaiveDate, held: NaiveDate) -> bool {
        match self {
            Self::Friday => day.format("%u").to_string() == "5" && day >= held && day <= held + Days::new(7),
            Self::Soon => day == soon().0,
            Self::TwoWeeks => day == held + Days::new(14),
        }
    }
}

const fn agreed(what: &'static str, owner: &'static str, due: Due) -> Agreed {
    Agreed { what, owner, due }
}

const PATIENTS: [Patient; 5] = [
    Patient {
        label: "Fictief A.",
        question: "Hoe lang kan dit thuis nog?",
        changed: "Valt af, twee keer gevallen.",
        scenario: "Benauwd in de nacht",
        plan: "Huisartsenpost weet ervan; morfine in huis.",
        colour: "rood",
        agreements: &[
            agreed("gesprek met dochter", RECORDER, Due::Friday),
            agreed("noodmedicatie regelen", CHAIR, Due::Soon),
        ],
    },
    Patient {
        label: "Fictief B.",
        question: "Wil hij nog naar het ziekenhuis?",
        changed: "Minder eetlust.",
        scenario: "Longontsteking",
        plan: "Niet meer insturen, tenzij hij dat wil.",
        colour: "oranje",
        agreements: &[
            agreed("wensen bespreken", CHAIR, Due::TwoWeeks),
            agreed("nachtzorg vragen", RECORDER, Due::Friday),
        ],
    },
    Patient {
        label: "Fictief C.",
        question: "Is de pijn genoeg behandeld?",
        changed: "Pijn neemt toe.",
        scenario: "Doorbraakpijn",
        plan: "Bellen met het consultatieteam.",
        colour: "oranje",
        agreements: &[agreed("pijn meten", RECORDER, Due::TwoWeeks)],
    },
    Patient {
        label: "Fictief D.",
        question: "Nieuw op de lijst.",
        changed: "Niets.",
        scenario: "Rustig verloop",
        plan: "Over een maand opnieuw bespreken.",
        colour: "groen",
        agreements: &[],
    },
    Patient {
        label: "Fictief E.",
        question: "Kan de mantelzorger dit aan?",
        changed: "Partner is uitgeput.",
        scenario: "Opname in een hospice",
        plan: "Samen gaan kijken.",
        colour: "geen",
        agreements: &[agreed("respijtzorg aanvragen", CHAIR, Due::Soon)],
    },
];

/// The colours in their order; so many times Right, from none. No colour stands to the left of the first.
const COLOURS: [&str; 3] = ["groen", "oranje", "rood"];

/// How an agreement is begun.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Row,
    Key,
}

fn prepare(person: &Person, language: Language) {
    person
        .open(language.start_new(), language.details_group())
        .write(language.details_group(), GROUP)
        .write(language.details_planned(), "60");
    for (name, role, profession) in [
        (RECORDER, language.role_recorder(), language.district_nurse()),
        (CHAIR, language.role_chair(), language.general_practitioner()),
    ] {
        person.to(language.details_add_participant()).press("<Enter>").type_text(name);
        person.to(role).press("<Enter>").to(profession).press("<Enter>").press("<Esc>");
    }
    person.open(language.details_to_agenda(), language.agenda_add_patient());
    for patient in &PATIENTS {
        person.open(language.agenda_add_patient(), language.profile_label());
        person.write(language.profile_label(), patient.label);
        // In a small window the name of this row is broken.
        let question = language.patient_question().split(" brings").next().expect("a first part");
        person.write(question, patient.question).press("<Esc>");
    }
}

/// Labels of the brief discussion.
const fn labels(language: Language) -> [&'static str; 4] {
    match language {
        Language::Dutch => ["Wat is er veranderd", "Verwacht scenario", "Wat doen we dan", "Kleur"],
        Language::English => ["What has changed", "Expected scenario", "What we do then", "Colour"],
    }
}

/// From opening the patient on the agenda to the agenda again; gives the keys that it took.
fn discuss(person: &Person, language: Language, patient: &Patient, by: By) -> usize {
    person.to(patient.label);
    let before = person.pressed();
    person.open(patient.label, language.patient_own_words());
    person.to(language.still_blank()).press("<Enter>");
    let [changed, scenario, plan, colour] = labels(language);
    person.write(changed, patient.changed);
    person.write(scenario, patient.scenario);
    person.write(plan, patient.plan);
    person.to(colour);
    if patient.colour == "geen" {
        person.press("<Right>").press("<Left>");
    } else {
        for _ in COLOURS.iter().take_while(|colour| **colour != patient.colour) {
            person.press("<Right>");
        }
        person.press("<Right>");
    }
    for agreed in patient.agreements {
        if by == By::Key {
            person.press("<F4>");
        } else {
            person.to(language.patient_agree()).press("<Enter>");
        }
        person.type_text(agreed.what).to(language.agreement_who()).press("<Enter>");
        person.to(agreed.owner).press("<Enter>");
        person.write(language.agreement_due(), &agreed.due.typed(language));
        person.to(language.agreement_ready()).press("<Enter>");
    }
    person.to(language.patient_finish()).press("<Enter>");
    if !patient.agreements.is_empty() {
        person.to(language.confirm_confirmed()).press("<Enter>");
    }
    person.terminal.wait_for(language.agenda_add_patient());
    person.pressed() - before
}

fn wrap_up(person: &Person, language: Language) {
    person.open(language.ending_title(), language.ending_still_open());
    person.write(language.export_bottlenecks(), BOTTLENECKS);
    person.open(language.ending_minutes(), language.paper_minutes());
    person.terminal.wait_settled_with(language.export_fictional());
    person.press("<Down>").press("<Esc>").terminal.wait_gone(language.paper_save());
    person.to(language.ending_close()).press("<Enter>");
    person.to(language.closing_yes()).press("<Enter>");
    person.terminal.wait_for(language.start_new());
}

#[track_caller]
fn assert_held(meeting: &Meeting) {
    let held = meeting.details.date;
    assert!(meeting.details.closed.is_some(), "closed");
    assert_eq!((meeting.details.group.as_str(), meeting.details.planned.as_str()), (GROUP, "60"));
    assert_eq!(meeting.bottlenecks, BOTTLENECKS);
    let [recorder, chair] = meeting.participants.as_slice() else { panic!("two participants") };
    assert_eq!((recorder.name.as_str(), recorder.discipline), (RECORDER, Some(Discipline::DistrictNurse)));
    assert_eq!((chair.name.as_str(), chair.discipline), (CHAIR, Some(Discipline::GeneralPractitioner)));
    assert!(recorder.roles.iter().eq([&Role::Recorder]) && chair.roles.iter().eq([&Role::Chair]));
    assert_eq!((meeting.reviews.len(), meeting.finished()), (PATIENTS.len(), PATIENTS.len()));
    for (patient, review) in PATIENTS.iter().zip(&meeting.reviews) {
        assert_eq!((review.label.as_str(), review.question.as_str()), (patient.label, patient.question));
        let kort = "kort".into();
        let given = |key: &QuestionKey| review.answers.get(key).and_then(|answer| answer.given.clone());
        let text = |text: &str| Some(Given::Text(text.to_owned()));
        assert_eq!(given(&QuestionKey::new(&kort, &"wat-veranderd".into())), text(patient.changed));
        assert_eq!(given(&QuestionKey::repeated(&kort, &"scenario".into(), &[1])), text(patient.scenario));
        assert_eq!(given(&QuestionKey::repeated(&kort, &"scenario-plan".into(), &[1])), text(patient.plan));
        let colour = Given::Choice(patient.colour.into());
        assert_eq!(given(&QuestionKey::new(&kort, &"kleur".into())), Some(colour), "{}", patient.label);
        assert_eq!(review.answers.len(), 4, "{:#?}", review.answers);
        assert_eq!(review.agreements.len(), patient.agreements.len(), "{}", patient.label);
        for (agreement, agreed) in review.agreements.iter().zip(patient.agreements) {
            assert_eq!(agreement.what, agreed.what);
            let owner = meeting.participants.iter().find(|one| one.name == agreed.owner).expect("takes part");
            assert_eq!(agreement.owner, Some(Owner::Participant(owner.id)), "{}", agreed.what);
            let due = typed::date(&agreement.due, held, Looks::Forward).expect("a date");
            assert!(agreed.due.is(due, held), "{}: {:?}", agreed.what, agreement.due);
            assert!(agreement.due.ends_with(|end: char| end.is_ascii_digit()), "{:?}", agreement.due);
            assert!(agreement.confirmed.is_some(), "{}", agreed.what);
        }
    }
}

/// The minutes as the program prints them.
#[track_caller]
fn printed(options: &Options, arguments: &[&str]) -> String {
    let output = Command::new(options.program())
        .args(arguments)
        .env_clear()
        .env("LANG", "C.UTF-8")
        .env("HOME", options.home())
        .env("PALLIUM_DATA", options.notebook())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[track_caller]
fn whole_meeting(language: Language, rows: u16, cols: u16) {
    let arguments: &[&str] = if language == Language::English { &["--lang", "en"] } else { &[] };
    let options = pallium().size(rows, cols).args(arguments);
    let person = Person::start(&options, language, language.start_new());
    prepare(&person, language);
    let prepared = person.pressed();
    let discussed: Vec<usize> = PATIENTS
        .iter()
        .enumerate()
        .map(|(index, patient)| {
            discuss(&person, language, patient, if index == 1 { By::Key } else { By::Row })
        })
        .collect();
    let before = person.pressed();
    wrap_up(&person, language);
    let took = format!(
        "keys beside the text: {prepared} to prepare, {discussed:?} for the patients, {} to wrap up, {} in all",
        person.pressed() - before,
        person.pressed()
    );
    assert!(discussed[0] <= BRIEF, "two agreements with arrow keys in at most {BRIEF}; {took}");
    assert!(discussed[1] <= BRIEF, "two agreements with F4 in at most {BRIEF}; {took}");
    person.quit(language);

    let meeting = only_meeting(&options.notebook());
    assert_held(&meeting);
    let minutes = printed(&options, &[arguments, &["minutes", "last"]].concat());
    let words = minutes.split_whitespace().collect::<Vec<_>>().join(" ");
    let agreed = PATIENTS.iter().flat_map(|patient| patient.agreements.iter());
    let said = PATIENTS.iter().flat_map(|patient| [patient.label, patient.question, patient.changed]);
    let all = agreed.flat_map(|agreed| [agreed.what, agreed.owner]).chain(said).chain([GROUP, BOTTLENECKS]);
    for text in all {
        assert!(words.contains(text), "no {text:?} in\n{minutes}");
    }
}

#[test]
fn five_patients_in_an_ordinary_window() {
    whole_meeting(Language::Dutch, 24, 80);
}

#[test]
fn five_patients_in_english_in_the_window_of_a_beamer() {
    whole_meeting(Language::English, 18, 60);
}
