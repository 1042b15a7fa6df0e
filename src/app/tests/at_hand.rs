//! What somebody looks for is at hand: the row in which one types in sight, nothing half made left unsaid, no name changed by a search,
//! and one way to say when something was.

use super::Stage;
use super::between::between;
use super::register::{at_agenda, day, earlier, id, stamp};
use super::tour::{midway, screens};
use crate::app::{Effect, Screen};
use crate::checklist::Name;
use crate::meeting::{Agreement, AgreementId, Answer, Given, Judgement, MeetingKind, PatientId, QuestionKey};
use crate::words::Language;

/// What the program says above the footer.
fn said(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

/// The first patient of the stage, on the full route, with five agreements.
fn agreed_upon() -> (Stage, PatientId) {
    let mut stage = midway(Language::Dutch, 60, 18);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Profile(patient));
    stage.to("route:volledig").keys("<Enter>");
    for what in ["bed regelen", "nachtzorg", "apotheek bellen"] {
        stage.keys("<F4>").keys(what).keys("<Esc>");
    }
    stage.model.path.go(&Screen::Meeting);
    stage.to(&format!("patient:{patient}"));
    (stage, patient)
}

#[test]
fn the_row_in_which_one_types_is_in_sight_with_the_question_and_what_was_agreed() {
    let (mut stage, patient) = agreed_upon();
    stage.keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient));
    assert_eq!(stage.focus(), "notes");
    assert!(stage.layout().cursor.is_some(), "{}", stage.text());
    for part in ["Vraag van de inbrenger", "Hoe lang kan dit", "Aantekeningen", "Afspraken", "gesprek met"] {
        assert!(stage.text().contains(part), "{part}\n{}", stage.text());
    }
}

/// Two whole lines of a low window hold what people say; only what is longer is cut off, until somebody opens it.
#[test]
fn own_words_are_whole_in_a_low_window_beside_the_question_and_what_was_agreed() {
    for words in [
        "Zo lang mogelijk thuis.",
        "Ik wil niet meer naar het ziekenhuis als het anders kan.",
        "Ik ben niet bang om dood te gaan, maar wel om te stikken.",
    ] {
        let (mut stage, patient) = agreed_upon();
        stage.keys("<Enter>").to("own-words").keys("<End>").keys(&"<Backspace>".repeat(80)).keys(words);
        stage.model.path.go(&Screen::Meeting);
        stage.to(&format!("patient:{patient}")).keys("<Enter>");
        let text = stage.text();
        let once = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(once.contains(words), "{text}");
        for part in ["Vraag van de inbrenger", "Hoe lang kan dit", "Afspraken", "gesprek met"] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }
}

/// The second meeting about somebody with a full plan, at its page: briefly or by the whole route.
fn full_plan(route: &str, own_words: &str) -> Stage {
    let key = |checklist: &str, item: &str| QuestionKey::new(&checklist.into(), &item.into());
    let part = |item: &str, number: u32| QuestionKey::repeated(&"kort".into(), &item.into(), &[number]);
    let mut stage = Stage::new(60, 18);
    stage.earlier = earlier();
    let at = stamp(day(9, 13));
    let first = &mut stage.earlier[0].reviews[0];
    first.own_words = own_words.to_owned();
    first.repeats.insert(key("kort", "scenarios"), vec![1, 2]);
    let text = |words: &str| Given::Text(words.to_owned());
    let choice = |code: &str| Given::Choice(code.into());
    let answers = [
        (key("kort", "wat-veranderd"), text("Twee keer gevallen; de dochter raakt uitgeput.")),
        (key("kort", "buiten-kantooruren"), text("De huisartsenpost weet ervan; noodmedicatie ligt klaar.")),
        (key("kort", "kleur"), choice("oranje")),
        (part("scenario", 1), text("Longontsteking, of opnieuw benauwd")),
        (part("scenario-plan", 1), text("Thuis behandelen, de huisarts belt")),
        (part("scenario", 2), text("De dochter valt uit")),
        (part("scenario-plan", 2), text("Hospice bespreken")),
        (key("pzp", "reanimatie"), choice("niet")),
        (key("pzp", "beademing"), choice("niet")),
        (key("pzp", "intensive-care"), choice("niet")),
        (key("pzp", "ziekenhuisopname"), choice("anders")),
        (key("pzp", "antibiotica"), choice("wel")),
        (key("pzp", "bloedproduct"), choice("wel")),
        (key("pzp", "icd"), Given::YesNo(true)),
        (key("pzp", "icd-uitzetten"), choice("niet")),
    ];
    first.answers.extend(answers.map(|(key, given)| (key, Answer::given(given, at))));
    let judged = Judgement { choice: Some("markeren".into()), recorded: Some(at), ..Judgement::default() };
    first.judgements.insert("markering".into(), judged);
    for (bits, what, due) in [(90, "noodmedicatie in huis", "20-09-2026"), (91, "bed regelen", "20-12-2026")]
    {
        first.agreements.push(Agreement {
            what: what.to_owned(),
            due: due.to_owned(),
            ..Agreement::new(AgreementId(id(bits)), at)
        });
    }
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Profile(PatientId(id(13))));
    stage.to(&format!("route:{route}")).keys("<Enter><Down>");
    stage.model.path.go(&Screen::Meeting);
    stage.to(&format!("patient:{}", id(13))).keys("<Enter>");
    stage
}

/// Whatever stands of an earlier meeting, what one writes first and what was agreed are in sight together.
#[test]
fn with_a_full_plan_the_question_what_changed_and_what_was_agreed_are_in_sight_in_a_low_window() {
    for (route, parts) in [
        ("kort", ["Vraag van de inbrenger", "Wat is er veranderd", "was ◈ oranje", "Afspraken"].as_slice()),
        ("volledig", ["Vraag van de inbrenger", "Aantekeningen", "Grenzen", "Afspraken"].as_slice()),
    ] {
        for own_words in
            ["Zo lang mogelijk thuis.", "Ik wil niet meer naar het ziekenhuis als het anders kan."]
        {
            let stage = full_plan(route, own_words);
            let text = stage.text();
            assert!(matches!(stage.model.screen(), Screen::Patient(_)), "{text}");
            for part in parts.iter().chain(["Niet: reanimatie", "ICD", "gesprek met dochter"].iter()) {
                assert!(text.contains(part), "{route}: {part}\n{text}");
            }
        }
    }
}

/// So are they once scenarios were written down today: these are one row then, which opens, and nothing folds under a cursor.
#[test]
fn with_two_scenarios_of_today_what_was_agreed_is_in_sight_in_a_low_window() {
    for route in ["kort", "nieuw"] {
        let mut stage = match route {
            "nieuw" => {
                let (mut stage, patient) = agreed_upon();
                stage.model.path.go(&Screen::Profile(patient));
                stage.to("route:kort").keys("<Enter>");
                stage.model.path.go(&Screen::Meeting);
                stage.wait(1000);
                stage.to(&format!("patient:{patient}")).keys("<Enter>");
                stage
            }
            route => full_plan(route, "Zo lang mogelijk thuis."),
        };
        let screen = stage.model.screen().clone();
        let row = |stage: &Stage, start: &str| {
            let page = stage.model.page();
            page.rows().find(|row| row.id.as_str().starts_with(start)).map(|row| row.id.as_str().to_owned())
        };
        if let Some(folded) = row(&stage, "standing").or(row(&stage, "blank")) {
            stage.to(&folded).keys("<Enter>");
        }
        stage.to("answer:kort/wat-veranderd").keys("Weer gevallen.");
        for number in 1..=2 {
            let scenario = format!("answer:kort/scenario@{number}");
            if row(&stage, &scenario).is_none() {
                let more = row(&stage, "add-time").unwrap_or_else(|| panic!("{}", stage.text()));
                stage.to(&more).keys("<Enter>");
            }
            stage.to(&scenario).keys(&format!("Benauwdheid {number}"));
            stage.to(&format!("answer:kort/scenario-plan@{number}")).keys("morfine");
            assert_eq!(stage.focus(), format!("answer:kort/scenario-plan@{number}"), "{}", stage.text());
        }
        stage.model.path.go(&Screen::Meeting);
        stage.wait(1000);
        let Screen::Patient(patient) = screen else { panic!("{screen:?}") };
        stage.to(&format!("patient:{patient}")).keys("<Enter>");
        let text = stage.text();
        for part in ["Vraag van de inbrenger", "Weer gevallen", "Benauwdheid 1", "Afspraken", "esprek met"] {
            assert!(text.contains(part), "{route}: {part}\n{text}");
        }
        stage.to("today").keys("<Enter>");
        assert_eq!(stage.focus(), "answer:kort/scenario@1", "{}", stage.text());
        for number in 1..=2 {
            assert!(
                row(&stage, &format!("answer:kort/scenario-plan@{number}")).is_some(),
                "{}",
                stage.text()
            );
        }
    }
}

#[test]
fn every_field_that_has_the_focus_when_its_page_opens_is_in_sight() {
    for (width, height) in [(60, 18), (80, 24)] {
        for (name, stage) in screens(Language::Dutch, width, height) {
            let (mut stage, screen) = (stage.clone(), stage.model.screen().clone());
            // Looking something up and coming back opens the page as it was; going there from its parent opens it anew.
            stage.model.path.replace(screen);
            stage.keys("<F1>");
            let focused = |stage: &Stage| stage.model.focused().is_some_and(|row| row.as_field().is_some());
            stage.keys("<Esc>");
            if focused(&stage) && *stage.model.screen() != Screen::Locked {
                assert!(stage.layout().cursor.is_some(), "{name} at {width}x{height}\n{}", stage.text());
            }
        }
    }
}

#[test]
fn an_agreement_without_text_is_not_left_in_silence() {
    let (mut stage, patient) = agreed_upon();
    stage.keys("<Enter><F4>").to("due").keys("1 dec");
    let before = stage.meeting().review(patient).unwrap().agreements.len();
    stage.keys("<Esc>");
    assert!(matches!(stage.model.screen(), Screen::Agreement(..)), "{}", stage.text());
    assert_eq!(stage.focus(), "what");
    assert!(said(&stage).contains("nog geen tekst"), "{}", stage.text());
    // Filled in it is left at once, and who leaves it once more lets it be.
    let mut filled = stage.clone();
    filled.keys("thuiszorg bellen<Esc>");
    assert_eq!(*filled.model.screen(), Screen::Patient(patient));
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient));
    assert_eq!(stage.meeting().review(patient).unwrap().agreements.len(), before);
    // Of which nothing was said, nothing is asked.
    stage.keys("<F4><Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient));
    assert_eq!(stage.meeting().review(patient).unwrap().agreements.len(), before);
}

#[test]
fn nobody_without_a_name_is_left_in_silence() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::MeetingDetails);
    stage.to("add-participant").keys("<Enter>").to("discipline:spiritual-carer").keys("<Enter><Esc>");
    assert!(matches!(stage.model.screen(), Screen::Participant(_)), "{}", stage.text());
    assert_eq!(stage.focus(), "name");
    assert!(said(&stage).contains("nog geen naam"), "{}", said(&stage));
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::MeetingDetails);
    stage.to("add-participant").keys("<Enter>F. Verzonnen<Esc>");
    assert_eq!(*stage.model.screen(), Screen::MeetingDetails);
    assert!(said(&stage).contains("F. Verzonnen staat genoteerd, zonder rol of functie"), "{}", said(&stage));
    stage.model.path.go(&Screen::Meeting);
    stage.to("add-patient").keys("<Enter>").to("born").keys("1950").to("discuss").keys("<Enter>");
    assert!(matches!(stage.model.screen(), Screen::Profile(_)), "{}", stage.text());
    assert_eq!(stage.focus(), "label");
    assert!(said(&stage).contains("nog geen aanduiding"), "{}", said(&stage));
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
}

#[test]
fn who_types_to_look_for_something_renames_nobody() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let before = stage.meeting().clone();
    let patient = before.reviews[0].patient;
    stage.model.path.go(&Screen::Meeting);
    stage.to(&format!("patient:{patient}")).keys("<Enter>").to("profile").keys("<Enter>volledig<Esc>");
    stage.to("born").keys("volledig");
    stage.model.path.go(&Screen::MeetingDetails);
    stage.to("group").keys("volledig");
    assert_eq!(said(&stage), "Enter opent dit veld om het te wijzigen.");
    stage.to("participant:").keys("<Enter>verpleeg<Esc>");
    stage.model.path.go(&Screen::MeetingDetails);
    assert_eq!(*stage.meeting(), before);
    // Enter opens the field, and what was begun goes on to the last letter.
    stage.to("group").keys("<Enter> en omstreken");
    assert_eq!(stage.meeting().details.group, "PaTz Noord en omstreken");
    stage.model.path.go(&Screen::Profile(patient));
    stage.to("label").keys("<Enter><C-a>Fictief Q.");
    assert_eq!(stage.meeting().reviews[0].label, "Fictief Q.");
}

#[test]
fn the_beginning_of_a_name_goes_before_what_stands_within_one() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    // "M. Vos, wijkverpleegkundige" has an a neither at its beginning nor at that of a word; "wi" begins a word of both.
    stage.keys("<F4>bellen").to("owner").keys("<Enter>w");
    let text = stage.text();
    let place = |name: &str| text.find(name).unwrap_or(usize::MAX);
    assert!(place("M. Vos") < place("A. de Wit"), "both begin a word with it: their order stays\n{text}");
    stage.keys("<Backspace>d");
    assert_eq!(stage.model.focused().unwrap().label, "A. de Wit, huisarts", "{}", stage.text());
    stage.keys("<Enter>");
    let agreement = stage.meeting().reviews[0].agreements.last().unwrap().clone();
    let wit = stage.meeting().participants.iter().find(|known| known.name == "A. de Wit").unwrap().id;
    assert_eq!(agreement.owner, Some(crate::meeting::Owner::Participant(wit)));
}

#[test]
fn who_is_proposed_and_why_stays_to_be_found_until_it_is_taken_over() {
    let mut stage = at_agenda();
    let reasoned = "Op de agenda zetten: de ene patiënt met een reden";
    assert!(stage.text().contains(reasoned), "{}", stage.text());
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(11))).keys("<Enter><Esc>");
    assert_eq!(*stage.model.screen(), Screen::Meeting, "{}", stage.text());
    assert!(
        stage.text().contains("Voorstel voor de agenda   nog 1 patiënt met een reden"),
        "{}",
        stage.text()
    );
    stage.to("proposed").keys("<Enter>");
    assert!(stage.text().contains("vorige keer uitgesteld"), "{}", stage.text());
    stage.to("proposal").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    assert!(stage.meeting().review(PatientId(id(12))).is_some());
    assert!(!stage.text().contains("Voorstel voor de agenda"), "{}", stage.text());
}

#[test]
fn what_was_begun_between_meetings_today_goes_on() {
    let mut stage = between();
    stage.to("deceased").keys("<Enter>");
    let first = stage.meeting().id;
    stage.model.path.go(&Screen::Start);
    stage.to("between").keys("<Enter>");
    assert_eq!((stage.meeting().id, stage.meeting().reviews.len()), (first, 1));
    // Also when another meeting was opened meanwhile.
    stage.model.path.go(&Screen::Start);
    stage.to("new").keys("<Enter>PaTz West<Esc><Esc>").to("between").keys("<Enter>");
    assert!(stage.effects.contains(&Effect::OpenMeeting(first)), "{:?}", stage.effects);
}

#[test]
fn what_is_real_is_never_recorded_in_a_place_that_is_invented() {
    let mut stage = between();
    std::sync::Arc::make_mut(&mut stage.model.open.as_mut().unwrap().record).details.fictional = true;
    stage.to("deceased").keys("<Enter>");
    let practised = stage.meeting().id;
    for meeting in &mut stage.model.listed.as_mut().unwrap().meetings {
        meeting.fictional = true;
    }
    stage.model.path.go(&Screen::Meeting);
    assert!(!stage.text().contains("verzonnen patiënten"), "{}", stage.text());
    stage.model.protected = crate::app::Protected::Sealed;
    assert!(stage.text().contains("verzonnen patiënten"), "{}", stage.text());
    stage.model.path.go(&Screen::Start);
    stage.to("between").keys("<Enter>");
    assert_ne!(stage.meeting().id, practised);
    let details = &stage.meeting().details;
    assert_eq!((details.fictional, details.group.as_str()), (false, ""));
}

#[test]
fn looking_in_between_meetings_leaves_nothing() {
    let mut stage = Stage::new(80, 24);
    stage.earlier = super::register::earlier();
    let meetings = stage.earlier.iter().map(crate::meeting::MeetingSummary::of).collect();
    let listed = crate::app::Listed { meetings, ..crate::app::Listed::default() };
    stage.send(crate::app::Msg::Listed(Box::new(listed)));
    for _ in 0..2 {
        stage.to("between").keys("<Enter><Esc>");
        assert_eq!(stage.meeting_or_none(), None, "{}", stage.text());
    }
    assert!(!stage.effects.iter().any(|effect| matches!(effect, Effect::SaveMeeting(_))));
}

#[test]
fn esc_ends_nothing_while_a_meeting_of_the_list_is_not_finished() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Start);
    stage.model.open = None;
    let footer = |stage: &Stage| stage.text().lines().last().unwrap_or_default().to_owned();
    assert!(footer(&stage).contains("Esc naar Afsluiten"), "{}", stage.text());
    for _ in 0..3 {
        stage.keys("<Esc>");
        assert_eq!(stage.focus(), "quit");
        assert!(said(&stage).contains("Enter op deze regel"), "{}", said(&stage));
    }
    assert!(!stage.effects.contains(&Effect::Quit));
    stage.to("quit").keys("<Enter>");
    assert!(stage.effects.contains(&Effect::Quit));
}

#[test]
fn the_footer_says_where_esc_leads() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    let step = Screen::Step {
        patient,
        checklist: Name::from("markering"),
        page: crate::app::StepPage::Group("aanleiding".into()),
    };
    for (screen, leads) in [
        (Screen::Meeting, "Esc begin"),
        (Screen::Patient(patient), "Esc agenda"),
        (step, "Esc patiënt"),
        (Screen::Settings, "Esc begin"),
    ] {
        stage.model.path.go(&screen);
        let footer = stage.text().lines().last().unwrap_or_default().to_owned();
        assert!(footer.ends_with(leads), "{screen:?}: {footer}");
    }
}

#[test]
fn no_cell_of_a_table_is_cut_off() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let all = screens(Language::Dutch, width, height);
        for name in ["register", "second-agenda", "proposal", "add-patient", "meetings"] {
            let stage = &all.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name}")).1;
            let body: Vec<String> = stage.text().lines().skip(1).map(str::to_owned).collect();
            assert!(body.iter().all(|line| !line.contains('…')), "{name} {width}\n{}", stage.text());
        }
    }
}

#[test]
fn beside_the_list_of_meetings_stands_what_the_one_in_focus_is() {
    let mut stage = midway(Language::Dutch, 120, 40);
    stage.model.path.go(&Screen::Meetings);
    stage.to("meeting:");
    let text = stage.text();
    for part in ["PaTz, nog niet afgesloten", "0 van 2 besproken", "2 afspraken open", "Fictief B. (1950)"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(stage.meeting().details.kind, MeetingKind::Patz);
}
