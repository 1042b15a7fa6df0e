//! A fictional meeting with everything that minutes can hold.

use chrono::{NaiveDate, NaiveDateTime};

use crate::checklist::{Checklist, DefinitionFile, Layer, Library, Name, shipped};
use crate::meeting::{
    Agreement, AgreementId, Answer, Discipline, Ended, Given, Id, Judgement, Meeting, MeetingId, MeetingKind,
    NonAnswer, Owner, Participant, ParticipantId, PatientId, PatientInformed, Person, QuestionKey, Review,
    Role, Stamp,
};

const SPREAD: &str = "format = 1\nid = \"rondje\"\nversion = \"1\"\ntitle = \"Rondje\"\n[[group]]\nid = \"g\"\n\
    title = \"G\"\n[[group.item]]\nid = \"sq\"\ntype = \"choice\"\ntext = \"Zou het mij verbazen?\"\n\
    ask = \"each-participant\"\noptions = [{ code = \"nee\", text = \"Nee\" }, { code = \"ja\", text = \"Ja\" }]\n";

pub fn library() -> Library {
    let mut files = shipped();
    files.push(DefinitionFile::new(Layer::User, "rondje.toml", SPREAD));
    Library::new(files)
}

/// The checklists that the meeting uses, in this order.
pub fn definitions(library: &Library) -> Vec<&Checklist> {
    let names = ["kort", "markering", "rondje", "pzp-stand", "nabespreking"];
    names.iter().map(|name| &library.checklist(&Name::from(*name)).unwrap().checklist).collect()
}

pub fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn at(hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

pub const VOS: ParticipantId = ParticipantId(Id::from_bits(1));
pub const WIT: ParticipantId = ParticipantId(Id::from_bits(2));
pub const BAKKER: ParticipantId = ParticipantId(Id::from_bits(3));

fn stamp(minute: u32) -> Stamp {
    Stamp { by: Some(VOS), at: at(14, minute) }
}

fn key(checklist: &str, item: &str) -> QuestionKey {
    QuestionKey::new(&checklist.into(), &item.into())
}

fn choice(code: &str) -> Given {
    Given::Choice(code.into())
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

/// Three patients: one in full, one who died, one who was postponed.
pub fn meeting() -> Meeting {
    let mut meeting = Meeting::new(MeetingId(id(0xabc)), MeetingKind::Patz, at(14, 0).date());
    meeting.details.group = "PaTz Noord".to_owned();
    meeting.details.fictional = true;
    for (id, name, discipline, role, absent) in [
        (VOS, "M. Vos", Discipline::DistrictNurse, Some(Role::Recorder), false),
        (WIT, "A. de Wit", Discipline::GeneralPractitioner, Some(Role::Chair), false),
        (BAKKER, "J. Bakker", Discipline::PalliativeConsultant, None, true),
    ] {
        let mut known = Participant::new(id);
        known.name = name.to_owned();
        known.discipline = Some(discipline);
        known.roles.extend(role);
        known.absent = absent;
        meeting.participants.push(known);
    }
    meeting.bottlenecks = "Noodmedicatie is in het weekend moeilijk te krijgen.".to_owned();
    meeting.learning_needs = "Omgaan met vragen over levenseinde bij dementie.".to_owned();
    meeting.reviews = [in_full(), deceased(), postponed()].map(Into::into).to_vec();
    meeting
}

fn in_full() -> Review {
    let mut review = Review::new(PatientId(id(11)));
    review.label = "Fictief J.".to_owned();
    review.born = "1941".to_owned();
    review.own_words = "Zo lang mogelijk in mijn eigen huis, met de hond.".to_owned();
    review.question = "Hoe lang kan dit thuis nog?".to_owned();
    review.notes = "Twee keer gevallen sinds september.\nDochter raakt uitgeput en slaapt slecht; \
        zij durft haar moeder 's nachts niet alleen te laten."
        .to_owned();
    review.next_review = "10 januari, of eerder bij een val".to_owned();
    review.details.brought_by = Some(VOS);
    review.details.informed = Some(PatientInformed::Anonymous);
    review.details.finished = Some(stamp(9));
    review.details.taken_over = Some(stamp(30));
    let mut give = |checklist: &str, item: &str, given: Given, minute: u32| {
        review.answers.insert(key(checklist, item), Answer::given(given, stamp(minute)));
    };
    give("kort", "wat-veranderd", text("twee keer gevallen;\ndochter raakt uitgeput"), 2);
    give("kort", "kleur", choice("oranje"), 2);
    give("markering", "aanleiding", Given::Choices(["kwetsbaarheid".into()].into()), 3);
    give("markering", "diagnose", text("hartfalen NYHA IV"), 3);
    give("markering", "duidelijk", Given::YesNo(false), 4);
    give("markering", "surprise-question", choice("nee"), 5);
    give("markering", "vragen-patient", Given::Not(NonAnswer::NotDiscussedToday), 5);
    give("markering", "vragen-naasten", Given::YesNo(false), 5);
    give("markering", "welke-vragen", text("VERBORGEN: deze vraag wordt niet meer gesteld"), 5);
    give("rondje", "sq", Given::YesNo(true), 6);
    give("pzp-stand", "gesprek", Given::YesNo(true), 7);
    give("pzp-stand", "gesprek-op", Given::Date("03-11-2026".to_owned()), 7);
    give("pzp-stand", "gesprek-door", Given::Person(Person::Participant(WIT)), 7);
    give("pzp-stand", "overgedragen", Given::Not(NonAnswer::Unknown), 7);
    let answers = &mut review.answers;
    let sq = answers.get_mut(&key("markering", "surprise-question")).unwrap();
    sq.answered_by = Some(WIT);
    sq.note = "Twee opnames sinds augustus, valt af. Zegt zelf: \"het is goed zo\".".to_owned();
    answers.get_mut(&key("rondje", "sq")).unwrap().counts = [("nee".into(), 3), ("ja".into(), 1)].into();
    let overgedragen = answers.get_mut(&key("pzp-stand", "overgedragen")).unwrap();
    overgedragen.recorded = Stamp { by: Some(WIT), at: at(14, 8) };
    let repeated = |item: &str, time| QuestionKey::repeated(&"kort".into(), &item.into(), &[time]);
    for (item, time, words) in [
        ("scenario", 1, "longontsteking"),
        ("scenario-plan", 1, "thuis behandelen; dochter belt de huisartsenpost"),
        ("scenario", 3, "dochter valt uit"),
    ] {
        answers.insert(repeated(item, time), Answer::given(text(words), stamp(2)));
    }
    review.repeats.insert(key("kort", "scenarios"), vec![3, 1]);
    review.judgements.insert(
        "markering".into(),
        Judgement {
            choice: Some("markeren".into()),
            reason: "Gaat in drie maanden duidelijk achteruit; wil hier zelf over praten.".to_owned(),
            dissent: "De achteruitgang kan ook van de heupfractuur komen.".to_owned(),
            involved: vec![WIT, VOS],
            indications: vec!["surprise-nee".into()],
            recorded: Some(stamp(8)),
            ..Judgement::default()
        },
    );
    let agreement = |bits, what: &str, due: &str, owner, told_by| Agreement {
        what: what.to_owned(),
        due: due.to_owned(),
        owner,
        told_by,
        ..Agreement::new(AgreementId(id(bits)), stamp(8))
    };
    review.agreements = vec![
        agreement(21, "gesprek met dochter", "27-11-2026", Some(Owner::Participant(VOS)), None),
        agreement(22, "meekijken met de pijn", "01-12-2026", Some(Owner::Participant(BAKKER)), Some(WIT)),
        agreement(23, "noodmedicatie in huis", "na het weekend", Some(Owner::Outside), Some(WIT)),
        agreement(24, "wie voert het PZP-gesprek?", "", None, None),
        agreement(25, "rollator nakijken", "", Some(Owner::Participant(VOS)), None),
    ];
    review.agreements[2].outside_name = "apotheek Fictief".to_owned();
    review.agreements[4].ended = Some(Ended { done: true, recorded: stamp(8) });
    review
}

fn deceased() -> Review {
    let mut review = Review::new(PatientId(id(12)));
    review.label = "Fictief B.".to_owned();
    review.details.deceased = true;
    review.details.finished = Some(stamp(20));
    for (item, given) in [
        ("goed", text("Rustig overleden, de hond op bed.")),
        ("gewenste-plaats", choice("thuis")),
        ("plaats-van-overlijden", choice("thuis")),
        ("wat-deed-het", text("GROEP: het raakte ons dat zij zo alleen was.")),
        ("ons-helpen", Given::Choices(["intervisie".into()].into())),
        ("ons-helpen-wie", text("GROEP: A. de Wit, in januari")),
    ] {
        review.answers.insert(key("nabespreking", item), Answer::given(given, stamp(18)));
    }
    review
}

fn postponed() -> Review {
    let mut review = Review::new(PatientId(id(13)));
    review.label = "Fictief K.".to_owned();
    review.details.postponed = true;
    review
}
