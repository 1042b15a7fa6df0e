//! The papers of the demonstration as golden files, in the formats in which people get them; `UPDATE=1` writes what is said
//! now, to be read as the reader it is for before it is kept.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use pallium::app::message::{Paper, PaperKind};
use pallium::app::pages::{Made, made};
use pallium::app::{Model, Protected, Screen, Settings, Size};
use pallium::checklist::{Checklist, Definition, Level, Library, Name, shipped};
use pallium::export::{
    DocumentFormat, Extra, Minutes, Mirror, MirrorMeeting, MirrorPatient, MirrorSource, OpenAgreements,
    PinnedDefinitions, Preparation, Reader, Refusal, RegisterPaper, StateWords, Summary, csv,
};
use pallium::meeting::course::entries;
use pallium::meeting::{
    Agreement, AgreementId, Answer, Caveats, Course, EarlierSession, Given, Id, Judgement, KnownPatient,
    Meeting, MeetingId, MeetingKind, PatientId, Register, Selection, Session, SessionText, Stamp, Viewpoint,
    case_of,
};
use pallium::store::demo::{Fictional, fictional};
use pallium::words::Language;

use super::schemas::assert_paper;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

struct Demo {
    meetings: Vec<Meeting>,
    definitions: Vec<(MeetingId, Arc<Definition>)>,
}

/// The demonstration, in which B. said that others may read of it.
fn demo() -> Demo {
    let (mut meetings, mut definitions) = (Vec::new(), Vec::new());
    for Fictional { mut meeting, definitions: pinned } in fictional(today()).unwrap() {
        definitions.extend(pinned.into_iter().map(|known| (meeting.id, known)));
        let at = meeting.details.date.and_hms_opt(13, 26, 0).unwrap();
        for review in meeting.reviews.iter_mut().filter(|review| review.label == "Fictief B.") {
            for question in ["pzp/delen-sociaal", "pzp/delen-naasten"] {
                let agreed = Answer::given(Given::YesNo(true), Stamp { by: None, at });
                review.answers.insert(question.parse().unwrap(), agreed);
            }
        }
        meetings.push(meeting);
    }
    Demo { meetings, definitions }
}

/// The same, in which more was written for other readers.
fn written_for_others() -> Demo {
    let mut demo = demo();
    let today = demo.meetings.iter_mut().filter(|meeting| meeting.details.date == today());
    for meeting in today {
        let at = meeting.details.date.and_hms_opt(13, 26, 0).unwrap();
        for review in meeting.reviews.iter_mut().filter(|review| review.label == "Fictief B.") {
            for (question, words) in [
                (
                    "pzp/sociaal-scenario",
                    "Wordt hij benauwd terwijl u er bent: blijf bij hem, zet het raam open en bel M. Vos.",
                ),
                (
                    "pzp/sociaal-behoefte",
                    "Iemand met wie hij over het varen praat; op donderdag mist hij het koor.",
                ),
                ("pzp/sociaal-naasten", "Zijn partner gaat op dinsdag graag een middag weg."),
                ("pzp-stand/huisarts-bereikbaar", "op werkdagen tot 17 uur; daarna de huisartsenpost"),
                ("pzp/contactpersoon", "partner"),
                ("kort/scenario@1", "Erge benauwdheid"),
                ("kort/scenario-plan@1", "Morfine uit de doos in de gang; bel de wijkverpleging."),
            ] {
                let said = Answer::given(Given::Text(words.to_owned()), Stamp { by: None, at });
                review.answers.insert(question.parse().unwrap(), said);
            }
            let agreed = review.agreements.iter_mut();
            agreed.filter(|one| one.what.starts_with("Noodmedicatie")).for_each(|one| one.for_patient = true);
        }
    }
    demo
}

impl Demo {
    fn patient(&self, label: &str) -> PatientId {
        let reviews = self.meetings.iter().flat_map(|meeting| &meeting.reviews);
        reviews.into_iter().find(|review| review.label == label).unwrap().patient
    }

    fn summary(
        &self,
        label: &str,
        reader: Reader,
        format: DocumentFormat,
        language: Language,
    ) -> Result<String, Refusal> {
        self.summary_with(&[], label, reader, format, language)
    }

    fn summary_with(
        &self,
        extras: &[Extra],
        label: &str,
        reader: Reader,
        format: DocumentFormat,
        language: Language,
    ) -> Result<String, Refusal> {
        let patient = self.patient(label);
        let mut course = Course::new(patient);
        let identities = [patient];
        self.meetings
            .iter()
            .flat_map(|meeting| entries(meeting, &identities))
            .for_each(|entry| course.add(entry));
        let definitions: &PinnedDefinitions = &self.definitions;
        let summary = Summary {
            language,
            reader,
            course: &course,
            definitions,
            today: today(),
            made_by: "m.vos",
            fictional: false,
            number: "",
            extras,
        };
        let document = summary.document()?;
        assert_paper(&document);
        Ok(document.written(format))
    }
}

#[track_caller]
fn golden(name: &str, said: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, said).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(said, expected, "{name}");
}

#[test]
fn the_summary_of_each_patient_for_each_reader() {
    let demo = written_for_others();
    use DocumentFormat::{Html, Json, Markdown, Text};
    for (label, reader, format, language, name) in [
        ("Fictief B.", Reader::Dossier, Text, Language::Dutch, "b-dossier.txt"),
        ("Fictief B.", Reader::Dossier, Html, Language::Dutch, "b-dossier.html"),
        ("Fictief B.", Reader::Dossier, Text, Language::English, "b-dossier.en.txt"),
        ("Fictief B.", Reader::Hap, Text, Language::English, "b-hap.en.txt"),
        ("Fictief B.", Reader::Social, Text, Language::English, "b-social.en.txt"),
        ("Fictief B.", Reader::Social, Html, Language::Dutch, "b-social.html"),
        ("Fictief D.", Reader::Hap, Text, Language::English, "d-hap.en.txt"),
        ("Fictief A.", Reader::Dossier, Text, Language::English, "a-dossier.en.txt"),
        ("Fictief A.", Reader::Hap, Text, Language::English, "a-hap.en.txt"),
        ("Fictief C.", Reader::Dossier, Text, Language::Dutch, "c-dossier.txt"),
        ("Fictief C.", Reader::Dossier, Text, Language::English, "c-dossier.en.txt"),
        ("Fictief E.", Reader::Dossier, Text, Language::Dutch, "e-dossier.txt"),
        ("Fictief E.", Reader::Dossier, Text, Language::English, "e-dossier.en.txt"),
        ("Fictief B.", Reader::Dossier, Html, Language::English, "b-dossier.en.html"),
        ("Fictief B.", Reader::Patient, Html, Language::English, "b-patient.en.html"),
        ("Fictief B.", Reader::Hap, Text, Language::Dutch, "b-hap.txt"),
        ("Fictief B.", Reader::Hap, Html, Language::Dutch, "b-hap.html"),
        ("Fictief B.", Reader::Hap, Json, Language::Dutch, "b-hap.json"),
        ("Fictief B.", Reader::Social, Text, Language::Dutch, "b-social.txt"),
        ("Fictief B.", Reader::Social, Markdown, Language::Dutch, "b-social.md"),
        ("Fictief B.", Reader::Patient, Text, Language::Dutch, "b-patient.txt"),
        ("Fictief B.", Reader::Patient, Html, Language::Dutch, "b-patient.html"),
        ("Fictief B.", Reader::Patient, Text, Language::English, "b-patient.en.txt"),
        ("Fictief A.", Reader::Dossier, Text, Language::Dutch, "a-dossier.txt"),
        ("Fictief A.", Reader::Hap, Text, Language::Dutch, "a-hap.txt"),
        ("Fictief D.", Reader::Hap, Text, Language::Dutch, "d-hap.txt"),
    ] {
        golden(name, &demo.summary(label, reader, format, language).unwrap());
    }
    // Everything that can be ticked for one print.
    for (language, suffix) in [(Language::Dutch, ""), (Language::English, ".en")] {
        for reader in [Reader::Social, Reader::Patient] {
            let said = demo.summary_with(&Extra::ALL, "Fictief B.", reader, Text, language).unwrap();
            golden(&format!("b-{}-ticked{suffix}.txt", reader.name()), &said);
        }
    }
    for reader in [Reader::Social, Reader::Patient] {
        let refused = |label| demo.summary(label, reader, Text, Language::Dutch);
        assert_eq!(refused("Fictief A."), Err(Refusal::NotAsked));
        assert_eq!(refused("Fictief E."), Err(Refusal::Deceased));
    }
}

#[test]
fn the_minutes_and_the_open_agreements() {
    let demo = demo();
    let meeting = demo.meetings.iter().max_by_key(|meeting| meeting.details.date).unwrap();
    let own = demo.definitions.iter().filter(|(id, _)| *id == meeting.id);
    let checklists: Vec<&Checklist> = own.map(|(_, known)| &known.checklist).collect();
    for (language, suffix) in [(Language::Dutch, ""), (Language::English, ".en")] {
        let minutes = Minutes { fictional: true, ..Minutes::new(meeting, Vec::clone(&checklists), language) };
        let review = meeting.reviews.iter().find(|review| review.label == "Fictief B.").unwrap();
        let one = minutes.patient_document(review);
        golden(&format!("patient-b{suffix}.txt"), &one.written(DocumentFormat::Text));
        assert_paper(&one);
        let minutes = minutes.whole_document();
        assert_paper(&minutes);
        golden(&format!("minutes{suffix}.html"), &minutes.written(DocumentFormat::Html));
        golden(&format!("minutes{suffix}.md"), &minutes.written(DocumentFormat::Markdown));
    }
    let register = Register::of(&Viewpoint::whole(today()), demo.meetings.iter());
    let patients: Vec<&KnownPatient> = register.everybody().collect();
    let later = today() + chrono::TimeDelta::days(10);
    let open = OpenAgreements {
        language: Language::Dutch,
        patients: &patients,
        group: "",
        owner: "",
        today: later,
        caveats: &Caveats::default(),
        fictional: true,
    };
    let english = OpenAgreements { language: Language::English, ..open };
    assert_paper(&open.document());
    golden("agreements.en.txt", &english.document().written(DocumentFormat::Text));
    golden("agreements.txt", &open.document().written(DocumentFormat::Text));
    golden("agreements.html", &open.document().written(DocumentFormat::Html));
    golden("agreements.csv", &csv(&open.rows()).replace("\r\n", "\n"));
    let of = |owner, group| {
        let open = OpenAgreements { owner, group, ..open };
        open.document().written(DocumentFormat::Text)
    };
    let vos = of("vos", "");
    assert!(vos.contains("M. Vos:") && !vos.contains("K. Idrissi:"), "{vos}");
    assert!(
        of("niemand", "").contains("geen afspraken open")
            && of("", "Andere groep").contains("geen afspraken open")
    );
}

/// Does something with the words of the shipped checklists, as seen from ten days after the last meeting.
fn with_words(language: Language, what: impl FnOnce(StateWords<'_>, &Register)) {
    let library = Library::new(shipped());
    let checklist = |name: &Name| -> Option<&Checklist> { Some(&library.checklist(name)?.checklist) };
    let later = today() + chrono::TimeDelta::days(10);
    let register = Register::of(&Viewpoint::whole(later), demo().meetings.iter());
    what(StateWords { language, today: later, checklist: &checklist }, &register);
}

#[test]
fn the_sheets_to_prepare_a_meeting() {
    for (language, suffix) in [(Language::Dutch, ""), (Language::English, ".en")] {
        with_words(language, |words, register| {
            let group = register.group("PaTz Voorbeeld (fictief)").unwrap();
            let chair = Preparation { words, register, group, whom: None, fictional: true };
            let vos = Preparation { whom: Some("M. Vos"), ..chair };
            for (name, sheet) in [("voorzitter", chair), ("vos", vos)] {
                let document = sheet.document();
                assert_paper(&document);
                for format in [DocumentFormat::Text, DocumentFormat::Html] {
                    let name = format!("preparation-{name}{suffix}.{}", format.ending());
                    golden(&name, &document.written(format));
                }
            }
            assert_eq!(chair.called("vos"), ["M. Vos"]);
            assert_eq!(chair.called("m. vos "), ["M. Vos"]);
            assert!(chair.called("zebra").is_empty() && chair.called("").is_empty());
            assert!(chair.names().len() > 3, "{:?}", chair.names());
            let nobody = Preparation { whom: Some("Z. Ebra"), ..chair };
            let said = nobody.document().written(DocumentFormat::Text);
            assert!(
                !said.contains("Noodmedicatie"),
                "agreements of others stand on no sheet of hers: {said}"
            );
        });
    }
}

#[test]
fn the_course_of_a_patient() {
    let demo = demo();
    let later = today() + chrono::TimeDelta::days(10);
    for (language, suffix) in [(Language::Dutch, ""), (Language::English, ".en")] {
        for label in ["Fictief A.", "Fictief B."] {
            let patient = demo.patient(label);
            let mut course = Course::new(patient);
            let identities = [patient];
            let all = demo.meetings.iter().flat_map(|meeting| entries(meeting, &identities));
            all.for_each(|entry| course.add(entry));
            let settings = Settings { language, ..Settings::default() };
            let now = later.and_hms_opt(9, 0, 0).unwrap();
            let mut model = Model::new(settings, Size::new(80, 24), now, String::new());
            model.library = Some(Arc::new(Library::new(shipped())));
            model.course = Some(Arc::new(course));
            model.protected = Protected::Fictional;
            model.path.open(Screen::Course(patient));
            let paper = Paper { patient: Some(patient), ..Paper::new(PaperKind::Course) };
            let Made::Paper { document, patients, name } = made(&model, &paper, 80) else {
                panic!("it is read")
            };
            assert_eq!(patients, [patient]);
            assert_eq!(name[1], label);
            let name = format!(
                "course-{}{suffix}",
                label.trim_end_matches('.').chars().last().unwrap().to_lowercase()
            );
            assert_paper(&document);
            golden(&format!("{name}.txt"), &document.written(DocumentFormat::Text));
            golden(&format!("{name}.html"), &document.written(DocumentFormat::Html));
            golden(&format!("{name}.md"), &document.written(DocumentFormat::Markdown));
        }
    }
}

#[test]
fn the_register_on_paper_and_as_a_table() {
    for (language, suffix) in [(Language::Dutch, ""), (Language::English, ".en")] {
        with_words(language, |words, register| {
            let selection = Selection::default();
            let patients = selection.of(register, words.today);
            let patients = &patients;
            let paper = RegisterPaper {
                words,
                selection: &selection,
                search: "",
                patients,
                caveats: &Caveats::default(),
                fictional: true,
            };
            assert_paper(&paper.document());
            golden(&format!("register{suffix}.html"), &paper.document().written(DocumentFormat::Html));
            golden(&format!("register{suffix}.md"), &paper.document().written(DocumentFormat::Markdown));
            golden(&format!("register{suffix}.csv"), &csv(&paper.rows()).replace("\r\n", "\n"));
        });
    }
}

/// A year of a group of which forty patients count, like those of the demonstration and unlike each other.
#[test]
fn the_mirror_of_a_year() {
    let demo = demo();
    let register = Register::of(&Viewpoint::whole(today()), demo.meetings.iter());
    let mut patients = Vec::new();
    for number in 0..8_u128 {
        for known in &register.patients {
            let mut course = Course::new(known.patient);
            let identities = [known.patient];
            let all = demo.meetings.iter().flat_map(|meeting| entries(meeting, &identities));
            all.for_each(|entry| course.add(entry));
            let mut counted = MirrorPatient::of(known, &course, today()).unwrap();
            let ill = i64::try_from(number * 31).unwrap();
            counted.counted.died |= number % 2 == 0;
            // Nobody has days from a marking that was not there.
            counted.counted.marked |= number % 3 != 1;
            counted.counted.days = (counted.counted.died && counted.counted.marked).then_some(ill);
            patients.push(counted);
        }
    }
    let meetings = demo.meetings.iter().map(|meeting| MirrorMeeting {
        id: meeting.id,
        date: meeting.details.date,
        day_unknown: false,
        group: meeting.details.group.clone(),
        bottlenecks: meeting.bottlenecks.clone(),
        learning_needs: meeting.learning_needs.clone(),
    });
    let source = MirrorSource { meetings: meetings.collect(), patients, ..MirrorSource::default() };
    for (language, suffix) in [(Language::Dutch, ""), (Language::English, ".en")] {
        let (group, from) = ("PaTz Voorbeeld (fictief)", NaiveDate::from_ymd_opt(2026, 1, 1));
        let mirror = Mirror { language, source: &source, group, from, to: today(), fictional: true };
        assert_paper(&mirror.document());
        golden(&format!("mirror{suffix}.txt"), &mirror.document().written(DocumentFormat::Text));
        golden(&format!("mirror{suffix}.html"), &mirror.document().written(DocumentFormat::Html));
    }
}

/// A session with a case in which the group shifted, judged, dissented and left one scene out, on this day.
fn session(number: u128, days: i64, votes: &[(&str, bool, &str, &str)]) -> Meeting {
    let day = today() + chrono::TimeDelta::days(days);
    let at = day.and_hms_opt(14, 0, 0).unwrap();
    let stamp = Stamp { by: None, at };
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Education, day);
    meeting.learning_needs = "Oefenen met het gesprek over sterven.".to_owned();
    meeting.bottlenecks = "In het weekend is de arts van het hospice niet te bereiken.".to_owned();
    let text = include_str!("../../checklists/casussen/mevrouw-a.toml").to_owned();
    let case = case_of(&text).unwrap();
    let mut session = Session::new(case.id.clone(), case.version.clone(), text, true);
    session.with_room_for(&case, meeting.id);
    session.people = [(Level::Doctors, "5"), (Level::Nurses, "6"), (Level::Volunteers, "5")]
        .map(|(of, number)| (of, number.to_owned()))
        .into();
    session.names = "J. Bos (fictief)\nM. Vos (fictief)".to_owned();
    for (scene, second, option, number) in votes {
        let count = SessionText::Count(Name::new(*scene), *second, (*option).to_owned());
        session.put(&count, (*number).to_owned());
    }
    for played in session.scenes.values_mut() {
        (played.ended, played.first.shown, played.second.shown) = (true, true, true);
    }
    let review = &mut **session.walked.get_mut(&Name::new("thuiskomst")).unwrap();
    let known = Answer::given(Given::YesNo(false), stamp);
    review.answers.insert("markering/begin-duidelijk".parse().unwrap(), known);
    let judged = Judgement {
        choice: Some(Name::new("markeren")),
        reason: "Zij trekt zich terug, en de wijkverpleegkundige ziet het.".to_owned(),
        dissent: "Eerst het medicijn van het hart nakijken.".to_owned(),
        recorded: Some(stamp),
        ..Judgement::default()
    };
    review.judgements.insert(Name::new("markering"), judged);
    let mut agreed = Agreement::new(AgreementId(Id::from_bits(number)), stamp);
    agreed.what = "Bij haar langs gaan".to_owned();
    agreed.due = "vrijdag".to_owned();
    review.agreements.push(agreed);
    session.put(&SessionText::Reason(Name::new("de-dochter")), "De dochter valt bijna om.".to_owned());
    meeting.session = Some(Box::new(session));
    meeting
}

#[test]
fn the_report_of_a_session_with_a_case() {
    let votes = [
        ("thuiskomst", false, "surprise-question/nee/nurses", "4"),
        ("thuiskomst", false, "surprise-question/ja/nurses", "2"),
        ("thuiskomst", false, "surprise-question/ken-niet/nurses", "0"),
        ("thuiskomst", false, "surprise-question/nee/doctors", "1"),
        ("thuiskomst", false, "surprise-question/ja/doctors", "4"),
        ("thuiskomst", false, "surprise-question/ken-niet/doctors", "0"),
        ("thuiskomst", false, "surprise-question/nee", "3"),
        ("thuiskomst", false, "surprise-question/ja", "2"),
        ("thuiskomst", false, "surprise-question/ken-niet", "0"),
        ("thuiskomst", true, "surprise-question/nee", "14"),
        ("thuiskomst", true, "surprise-question/ja", "2"),
        ("thuiskomst", true, "surprise-question/ken-niet", "0"),
        // Of this one nobody counted the other options.
        ("de-dochter", false, "vervolg/geestelijk-verzorger", "9"),
        ("de-dochter", false, "vervolg/intervisie", "3"),
    ];
    let meeting = session(2, 0, &votes);
    let before = [("nee", "9"), ("ja", "7"), ("ken-niet", "0")]
        .map(|(code, number)| (format!("surprise-question/{code}"), number));
    let before: Vec<_> = before.iter().map(|(key, number)| ("thuiskomst", false, &**key, *number)).collect();
    let before = session(1, -90, &before);
    let (earlier, _) = EarlierSession::before(&meeting, &before).unwrap();
    let library = Library::new(shipped());
    let checklists: Vec<&Checklist> = library.checklists().map(|known| &known.checklist).collect();
    for (language, suffix) in [(Language::Dutch, ""), (Language::English, ".en")] {
        let minutes =
            Minutes { earlier: Some(&earlier), ..Minutes::new(&meeting, Vec::clone(&checklists), language) };
        let report = minutes.whole_document();
        assert_paper(&report);
        for format in [DocumentFormat::Text, DocumentFormat::Markdown, DocumentFormat::Html] {
            golden(&format!("session{suffix}.{}", format.ending()), &report.written(format));
        }
    }
}
