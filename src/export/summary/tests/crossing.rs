//! Nothing crosses to a reader for whom it is not: in any format, for any record.

use proptest::prelude::*;

use super::*;
use crate::export::{
    Minutes, Mirror, MirrorMeeting, MirrorPatient, MirrorSource, OpenAgreements, Preparation, RegisterPaper,
    StateWords, csv, regional_csv, regional_lines,
};
use crate::meeting::{Caveats, KnownPatient, Meeting, Person, Register, Selection, Viewpoint};
use crate::text;

/// Whatever was recorded everywhere: each text says for whom it is, and stands with nobody else.
fn everything() -> Vec<Entry> {
    let library = Library::new(shipped());
    let mut entry = Entry::on(0);
    for definition in library.checklists() {
        let checklist = &definition.checklist;
        for item in checklist.items().filter(|item| item.is_answerable()) {
            use crate::checklist::ItemKind as K;
            let question = format!("{}/{}", checklist.id, item.id);
            let instance = checklist
                .steps()
                .iter()
                .find(|step| *step.part.id() == item.id)
                .map_or(0, |step| step.groups.iter().filter(|group| group.repeats).count());
            let question = if instance > 0 { format!("{question}@1") } else { question };
            let given = match &item.kind {
                K::YesNo => Given::YesNo(true),
                K::Choice(options) => Given::Choice(options[0].code.clone()),
                K::Choices(options) => Given::Choices([options[0].code.clone()].into()),
                K::Scale(scale) => Given::Scale(scale.min),
                K::Number(_) => Given::Number("3".to_owned()),
                K::Date(_) => Given::Date("17-09-2026".to_owned()),
                K::Person => Given::Person(Person::Participant(WIT)),
                _ => Given::Text(format!("TEKST-{}-{}", checklist.id, item.id)),
            };
            entry =
                entry.with(&question, given).noted(&question, &format!("NOOT-{}-{}", checklist.id, item.id));
        }
    }
    entry = entry.with("pzp-stand/gesprek-op", Given::Date("17-09-2026".to_owned())).consent();
    entry.0.bottlenecks = "KNELPUNT".to_owned();
    entry.0.learning_needs = "ONDERWIJS".to_owned();
    entry.0.own_notes = "GROEP".to_owned();
    entry.review().notes = "AANTEKENING".to_owned();
    entry.review().question = "INBRENG".to_owned();
    vec![
        entry
            .judged("markering", "markeren")
            .judged("stervensfase", "stervensfase")
            .agreed(1, "AFSPRAAK", WIT, "25-09-2026")
            .agreed(2, "VRIJWILLIGER", MAAS, "25-09-2026"),
    ]
}

#[test]
fn nothing_crosses_to_a_reader_for_whom_it_is_not() {
    for language in [Language::Dutch, Language::English] {
        let papers = Reader::ALL.map(|reader| (reader, made_in(language, reader, everything()).unwrap()));
        for format in DocumentFormat::ALL {
            let written = |reader| {
                let paper = papers.iter().find(|(known, _)| *known == reader).unwrap();
                paper.1.written(format)
            };
            for reader in Reader::ALL {
                let said = written(reader).replace("\\_", "_");
                for never in [
                    "KNELPUNT",
                    "ONDERWIJS",
                    "GROEP",
                    "AANTEKENING",
                    "INBRENG",
                    "AFWIJKEND",
                    "wat-deed-het",
                    "nabespreking",
                ] {
                    assert!(!said.contains(never), "{never} for {reader:?} in {format:?}:\n{said}");
                }
            }
            let social = written(Reader::Social);
            for never in [
                "NOOT",
                "TEKST-vier",
                "TEKST-kort",
                "TEKST-markering",
                "eanimatie",
                "AFSPRAAK",
                "stervens",
                "dying",
                "wie-belangrijk",
            ] {
                assert!(!social.contains(never), "{never} in {social}");
            }
            assert!(social.contains("VRIJWILLIGER") && social.contains("TEKST-persoon-wie"), "{social}");
            let patient = written(Reader::Patient);
            for never in [
                "TEKST-vier",
                "TEKST-markering",
                "AFSPRAAK",
                "VRIJWILLIGER",
                "stervensfase",
                "wie-belangrijk",
                "TEKST-pzp-sociaal",
            ] {
                assert!(!patient.contains(never), "{never} in {patient}");
            }
            let hap = written(Reader::Hap);
            assert!(!hap.contains("AFSPRAAK") && !hap.contains("TEKST-vier-dimensies-sociaal-nu"), "{hap}");
            assert!(!hap.contains("TEKST-pzp-sociaal"), "{hap}");
        }
    }
}

#[test]
fn the_patient_reads_no_codes_and_no_abbreviations_and_is_asked_at_the_end() {
    let text = made(Reader::Patient, everything()).unwrap().written(DocumentFormat::Text);
    for word in [
        "PZP",
        "ICD",
        "IC ",
        "HAP",
        "MDO",
        "BIG",
        "ONVOLLEDIG",
        "symptoom",
        "beleid",
        "patiënt ",
        "i.v.m.",
        "o.a.",
    ] {
        assert!(!text.contains(word), "{word} in\n{text}");
    }
    assert!(text.lines().last().unwrap_or_default().ends_with("."));
    let end: String = text.lines().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    assert!(end.contains("Klopt dit? Zeg het uw vaste zorgverlener: A. de Wit, huisarts."), "{text}");
}

#[test]
fn the_paper_for_the_night_fits_on_one_page_and_keeps_its_limits() {
    let mut long = everything();
    for (question, answer) in long[0].review().answers.iter_mut() {
        let is_of_limits =
            ["gesprek-bij", "gesprek-met", "andere-behandeling"].contains(&question.item.as_str());
        if let Some(Given::Text(words)) = answer.given.as_mut().filter(|_| !is_of_limits) {
            words.push_str(&" heel lang".repeat(60));
        }
    }
    let text = made(Reader::Hap, long).unwrap().written(DocumentFormat::Text);
    assert!(
        text.contains("Reanimatie: Wel uitvoeren") && text.contains("Past niet op dit ene blad"),
        "{text}"
    );
}

#[test]
fn what_a_definition_marks_for_others_is_left_out() {
    let source = shipped().into_iter().find(|file| file.file == "persoon.toml").unwrap();
    let marked = source.source.replacen("id = \"wie\"\n", "id = \"wie\"\naudience = [\"patient\"]\n", 1);
    let library = Library::new(vec![
        DefinitionFile::new(Layer::Shipped, "persoon.toml", marked),
        shipped().into_iter().find(|file| file.file == "pzp.toml").unwrap(),
    ]);
    let entries = || vec![Entry::on(0).consent().text("persoon/wie", "ALLEEN")];
    let seen = Reader::ALL.map(|reader| {
        let entries = entries();
        let definitions = pinned(&entries, &library);
        let mut course = Course::new(PatientId(Id::from_bits(9)));
        entries.into_iter().for_each(|entry| course.add(entry.0));
        let summary = Summary {
            language: Language::Dutch,
            reader,
            course: &course,
            definitions: &definitions,
            today: day(0),
            made_by: "",
            fictional: false,
            number: "",
            extras: &[],
        };
        summary.document().unwrap().written(DocumentFormat::Text).contains("ALLEEN")
    });
    assert_eq!(seen, [true, false, false, true]);
}

/// The shipped checklists, in which every question is marked for these readers.
fn marked(audience: &str) -> Library {
    let files = shipped().into_iter().map(|file| {
        let is_item = |line: &str| line.starts_with("[[") && line.trim_end().ends_with("item]]");
        // Whether others may read at all is no answer that they read.
        let is_consent = |next: Option<&&str>| next.is_some_and(|next| next.starts_with("id = \"delen-"));
        let lines: Vec<&str> = file.source.lines().collect();
        let marked = lines.iter().enumerate().map(|(at, line)| {
            match is_item(line) && !is_consent(lines.get(at + 1)) {
                true => format!("{line}\naudience = [{audience}]\n"),
                false => format!("{line}\n"),
            }
        });
        DefinitionFile::new(Layer::Shipped, file.file, marked.collect::<String>())
    });
    Library::new(files.collect())
}

/// Whatever a definition marks for some readers stands with no other, with everything ticked, in any format; what is for the team
/// alone stands in no record of a patient either.
#[test]
fn for_every_question_a_mark_for_others_keeps_it_out() {
    let extras: [&[Extra]; 2] = [&[], &Extra::ALL];
    for (audience, may) in [
        ("\"team\"", [false; 4]),
        ("\"patient\"", [true, false, false, true]),
        ("\"social-domain\"", [true, false, true, false]),
        ("\"patient\", \"social-domain\"", [true, false, true, true]),
    ] {
        let library = marked(audience);
        let mut entries = everything();
        // The patient was talked to on the day of the marking.
        let talked = Answer::given(Given::Date("18-09-2026".to_owned()), stamp(0));
        let answers = &mut entries[0].review().answers;
        answers.insert(key("pzp-stand/gesprek-op"), talked);
        answers.get_mut(&key("pzp/delen-akkoord")).unwrap().note.clear();
        let definitions = pinned(&entries, &library);
        let mut all = pinned(&entries, &LIBRARY);
        all.retain(|(_, known)| known.checklist.id.as_str() == "eigen");
        all.extend(definitions);
        let review = entries[0].review().clone();
        let mut course = Course::new(PatientId(Id::from_bits(9)));
        course.add(entries[0].0.clone());
        for (reader, may) in Reader::ALL.into_iter().zip(may) {
            for extras in extras {
                let summary = Summary {
                    language: Language::Dutch,
                    reader,
                    course: &course,
                    definitions: &all,
                    today: day(0),
                    made_by: "",
                    fictional: false,
                    number: "",
                    extras,
                };
                let paper = match summary.document() {
                    // Of what is for others nothing can be told, and then there is no sheet where it was asked for.
                    Err(Refusal::NoResuscitation | Refusal::NotTalked) if !may => continue,
                    made => made.unwrap_or_else(|why| panic!("{audience} for {reader:?}: {why:?}")),
                };
                for format in DocumentFormat::ALL {
                    let written = paper.written(format).replace("\\_", "_");
                    let told = written.contains("TEKST-") || written.contains("NOOT-");
                    assert_eq!(told, may, "{audience} for {reader:?}: {written}");
                }
            }
        }
        let checklists = all.iter().map(|(_, known)| &known.checklist).collect();
        let minutes = Minutes::new(&entries[0].0, checklists, Language::Dutch);
        for format in DocumentFormat::ALL {
            let written = minutes.patient_document(&review).written(format);
            let told = written.contains("TEKST-") || written.contains("NOOT-");
            assert_eq!(told, may[0], "{audience} in the minutes of a patient: {written}");
            assert!(
                !["KNELPUNT", "ONDERWIJS", "GROEP"].iter().any(|never| written.contains(never)),
                "{written}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// For any record: no reader gets what is of the team, and no format shows what nobody can see.
    #[test]
    fn for_any_record_nothing_of_the_team_is_on_any_paper(
        meeting in crate::meeting::tests::arbitrary::meeting(),
        consent in any::<bool>(),
    ) {
        for review in meeting.reviews.clone() {
            let mut one = Meeting { reviews: vec![review.clone()], ..meeting.without_discussions() };
            one.own_notes = "VANDEGROEP".to_owned();
            one.bottlenecks = "VANDEGROEP".to_owned();
            let mut entry = Entry(one).text("eigen/x", "VANDEGROEP");
            entry.review().notes = "VANDEGROEP".to_owned();
            for judgement in entry.review().judgements.values_mut() {
                judgement.dissent = "VANDEGROEP".to_owned();
            }
            if consent {
                entry = entry.consent();
            }
            let entries = vec![entry];
            let definitions = definitions(&entries);
            let mut course = Course::new(review.patient);
            entries.into_iter().for_each(|entry| course.add(entry.0));
            for (reader, extras) in Reader::ALL.map(|reader| [(reader, &[][..]), (reader, &Extra::ALL[..])]).concat() {
                let summary = Summary { language: Language::Dutch, reader, course: &course, definitions: &definitions,
                    today: day(100), made_by: "", fictional: false, number: "", extras };
                let Ok(paper) = summary.document() else { continue };
                for format in DocumentFormat::ALL {
                    let written = paper.written(format);
                    prop_assert!(!written.contains("VANDEGROEP"), "{reader:?} {written}");
                    prop_assert!(text::is_clean(&written));
                }
            }
        }
    }

    /// For any record: nothing of the team is in any table or paper over several patients, in any format, and what nobody can
    /// see is not there either.
    #[test]
    fn for_any_record_nothing_of_the_team_is_in_any_table(mut meeting in crate::meeting::tests::arbitrary::meeting()) {
        meeting.details.group = "PaTz Noord".to_owned();
        meeting.own_notes = "VANDEGROEP".to_owned();
        (meeting.bottlenecks, meeting.learning_needs) = ("KNELPUNT".to_owned(), "KNELPUNT".to_owned());
        for review in &mut meeting.reviews {
            review.notes = "VANDEGROEP".to_owned();
            let said = Answer::given(Given::Text("VANDEGROEP".to_owned()), stamp(0));
            review.answers.insert(key("eigen/x"), said);
            for judgement in review.judgements.values_mut() {
                judgement.dissent = "VANDEGROEP".to_owned();
            }
        }
        for (what, written) in tables(&meeting) {
            prop_assert!(!written.contains("VANDEGROEP"), "{what}: {written}");
            // What a group wants to pass on is on the mirror, and nowhere else.
            prop_assert!(what == "mirror" || !written.contains("KNELPUNT"), "{what}: {written}");
            prop_assert!(text::is_clean(&written.replace("\r\n", "\n")), "{what}: {written}");
        }
    }
}

/// All that can be made of the patients of a meeting together, by name.
fn tables(meeting: &Meeting) -> Vec<(&'static str, String)> {
    let (language, today) = (Language::Dutch, day(100));
    let register = Register::of(&Viewpoint::whole(today), [meeting]);
    let patients: Vec<&KnownPatient> = register.everybody().collect();
    let checklist = |name: &Name| Some(&LIBRARY.checklist(name)?.checklist);
    let words = StateWords { language, today, checklist: &checklist };
    let open = OpenAgreements {
        language,
        patients: &patients,
        group: "",
        owner: "",
        today,
        caveats: &Caveats::default(),
        fictional: false,
    };
    let selection = Selection::default();
    let selected = selection.of(&register, today);
    let listed = RegisterPaper {
        words,
        selection: &selection,
        search: "",
        patients: &selected,
        caveats: &Caveats::default(),
        fictional: false,
    };
    let source = MirrorSource {
        meetings: vec![MirrorMeeting {
            id: meeting.id,
            date: meeting.details.date,
            day_unknown: false,
            group: meeting.details.group.clone(),
            bottlenecks: meeting.bottlenecks.clone(),
            learning_needs: meeting.learning_needs.clone(),
        }],
        patients: register.everybody().filter_map(|known| mirrored(known, meeting)).collect(),
        formerly: Default::default(),
        of_invented: Vec::new(),
        invented: 0,
        caveats: Caveats::default(),
    };
    let mirror = Mirror { language, source: &source, group: "", from: None, to: today, fictional: false };
    let counts = mirror.regional(today);
    let mut all = vec![
        ("agreements.csv", csv(&open.rows())),
        ("register.csv", csv(&listed.rows())),
        ("counts.csv", regional_csv(&counts)),
        ("counts.jsonl", regional_lines(&counts)),
    ];
    let mut documents =
        vec![("agreements", open.document()), ("register", listed.document()), ("mirror", mirror.document())];
    if let Some(group) = register.group("PaTz Noord") {
        let chair = Preparation { words, register: &register, group, whom: None, fictional: false };
        documents.push(("preparation", chair.document()));
        let own = chair.names().into_iter().map(|whom| Preparation { whom: Some(whom), ..chair });
        documents.extend(own.map(|sheet| ("preparation", sheet.document())));
    }
    for (what, document) in documents {
        all.extend(DocumentFormat::ALL.map(|format| (what, document.written(format))));
    }
    all
}

fn mirrored(known: &KnownPatient, meeting: &Meeting) -> Option<MirrorPatient> {
    let mut course = Course::new(known.patient);
    crate::meeting::course::entries(meeting, &[known.patient]).for_each(|entry| course.add(entry));
    MirrorPatient::of(known, &course, meeting.details.date)
}
