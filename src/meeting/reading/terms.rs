//! The words for values of the record: people, roles, non-answers, kinds, answers.

use chrono::NaiveDate;

use crate::checklist::{
    ChoiceOption, Discipline, Involved, Item, ItemKind, JudgementQuestion, Name, NumberRange, truth_name,
};
use crate::meeting::reading::death::Death;
use crate::meeting::record::agreement::{Agreement, Owner};
use crate::meeting::record::answer::{Answer, Given, NonAnswer, Person};
use crate::meeting::record::id::ParticipantId;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::participant::{Participant, Role};
use crate::meeting::record::review::{Judgement, PatientInformed, Review};
use crate::meeting::typed;
use crate::text::same::{self, same_name};
use crate::words::Language;

/// The word for a profession.
pub fn discipline(language: Language, discipline: Discipline) -> &'static str {
    match discipline {
        Discipline::GeneralPractitioner => language.general_practitioner(),
        Discipline::GeneralPracticeTrainee => language.general_practice_trainee(),
        Discipline::DistrictNurse => language.district_nurse(),
        Discipline::PalliativePhysician => language.palliative_physician(),
        Discipline::PalliativeConsultant => language.palliative_consultant(),
        Discipline::PracticeNurse => language.practice_nurse(),
        Discipline::ElderlyCarePhysician => language.elderly_care_physician(),
        Discipline::IntellectualDisabilityPhysician => language.intellectual_disability_physician(),
        Discipline::MedicalSpecialist => language.medical_specialist(),
        Discipline::Psychiatrist => language.psychiatrist(),
        Discipline::NurseSpecialist => language.nurse_specialist(),
        Discipline::PhysicianAssistant => language.physician_assistant(),
        Discipline::Nurse => language.nurse(),
        Discipline::PsychiatricNurse => language.psychiatric_nurse(),
        Discipline::Carer => language.carer(),
        Discipline::SupportWorker => language.support_worker(),
        Discipline::CaseManager => language.case_manager(),
        Discipline::SpiritualCarer => language.spiritual_carer(),
        Discipline::SocialWorker => language.social_worker(),
        Discipline::Psychologist => language.psychologist(),
        Discipline::Physiotherapist => language.physiotherapist(),
        Discipline::Pharmacist => language.pharmacist(),
        Discipline::VolunteerCoordinator => language.volunteer_coordinator(),
        Discipline::Other => language.other_discipline(),
    }
}

/// The words for who should take part in a judgement.
pub fn involved(language: Language, involved: Involved) -> &'static str {
    match involved {
        Involved::Physician => language.a_physician(),
        Involved::Nursing => language.somebody_who_nurses(),
        Involved::One(one) => discipline(language, one),
    }
}

/// The words for those whom a judgement asks for and who were not involved, each group with "or" between its members.
pub fn not_involved(
    language: Language,
    meeting: &Meeting,
    question: &JudgementQuestion,
    judgement: Option<&Judgement>,
) -> String {
    let present: Vec<Discipline> = judgement
        .iter()
        .flat_map(|judgement| &judgement.involved)
        .filter_map(|id| meeting.participant(*id)?.discipline)
        .collect();
    let there = |one: &Involved| present.iter().any(|discipline| one.is(*discipline));
    let missing = question.involve.iter().filter(|any| !any.iter().any(there));
    let words = missing.map(|any| {
        any.iter().map(|one| involved(language, *one)).collect::<Vec<_>>().join(language.or_between())
    });
    words.collect::<Vec<_>>().join("; ")
}

/// The word for a role.
pub fn role(language: Language, role: Role) -> &'static str {
    match role {
        Role::Chair => language.role_chair(),
        Role::Recorder => language.role_recorder(),
        Role::Consultant => language.role_consultant(),
        Role::Guest => language.role_guest(),
    }
}

/// The word for a kind of meeting.
pub fn kind(language: Language, kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Patz => language.kind_patz(),
        MeetingKind::Mdo => language.kind_mdo(),
        MeetingKind::Education => language.kind_education(),
        MeetingKind::Between => language.kind_between(),
    }
}

/// The words for an explicit non-answer.
pub fn non_answer(language: Language, non_answer: NonAnswer) -> &'static str {
    match non_answer {
        NonAnswer::NotDiscussedToday => language.not_discussed_today(),
        NonAnswer::Unknown => language.unknown(),
        NonAnswer::NotDiscussedWithPatient => language.not_discussed_with_patient(),
        NonAnswer::PatientNotReady => language.patient_not_ready(),
        NonAnswer::NotApplicable => language.not_applicable(),
        NonAnswer::NoLonger => language.no_longer(),
    }
}

/// That something was recorded in meetings of these days, which have not come.
pub fn recorded_ahead(language: Language, days: &[NaiveDate]) -> String {
    let first = days.iter().min().map(|day| typed::day(*day, language)).unwrap_or_default();
    language.recorded_ahead(days.len(), &first)
}

/// What speaks against what is recorded of a death, seen from a day; nothing where nothing does.
pub fn death_doubt(language: Language, death: Death, today: NaiveDate) -> Option<String> {
    let day = |day: NaiveDate| typed::day(day, language);
    let on = death.on.map(day).unwrap_or_default();
    match death.since {
        _ if death.is_to_come(today) => Some(language.death_to_come(&on)),
        Some(since) => Some(language.death_before(&on, &day(since))),
        None => None,
    }
}

/// That of the meetings of these days there is a second version.
pub fn second_versions(language: Language, days: &[NaiveDate]) -> String {
    let days: Vec<String> = days.iter().map(|day| typed::day(*day, language)).collect();
    language.second_versions(&days.join("; "))
}

/// The words for whether the patient knows.
pub fn informed(language: Language, informed: PatientInformed) -> &'static str {
    match informed {
        PatientInformed::Yes => language.informed_yes(),
        PatientInformed::No => language.informed_no(),
        PatientInformed::Anonymous => language.informed_anonymous(),
    }
}

/// Name and profession of a participant: "M. Vos, wijkverpleegkundige".
pub fn participant(language: Language, participant: &Participant) -> String {
    let name = match participant.name.as_str() {
        "" => language.participant_unnamed(),
        name => name,
    };
    match participant.discipline {
        Some(Discipline::Other) if !participant.profession.trim().is_empty() => {
            format!("{name}, {}", participant.profession.trim())
        }
        Some(known) => format!("{name}, {}", discipline(language, known)),
        None => name.to_owned(),
    }
}

/// Name and profession of the participant with this identity; empty where there is none.
pub fn participant_by_id(language: Language, meeting: &Meeting, id: Option<ParticipantId>) -> String {
    id.and_then(|id| meeting.participant(id)).map(|known| participant(language, known)).unwrap_or_default()
}

/// Label and year of birth of a patient: "Mw. J. (1941)".
pub fn patient(language: Language, review: &Review) -> String {
    label(language, &review.label, &review.born)
}

/// What somebody is looked for by, the label with the year of birth; nothing of somebody without a label.
pub fn looked_for(label: &str, born: &str) -> String {
    if label.trim().is_empty() { String::new() } else { self::label(Language::default(), label, born) }
}

/// A label and a year of birth: "Mw. J. (1941)".
pub fn label(language: Language, label: &str, born: &str) -> String {
    let label = match label.trim() {
        "" => language.patient_unnamed(),
        label => label,
    };
    match born.trim() {
        "" => label.to_owned(),
        born => format!("{label} ({born})"),
    }
}

/// Whether a patient of this label and year of birth is called so: by the label alone, or as the patient is shown.
pub fn is_called(language: Language, label: &str, born: &str, name: &str) -> bool {
    let called = self::label(language, label, born);
    !same::name(name).is_empty()
        && !label.trim().is_empty()
        && (same_name(label, name) || same_name(&called, name))
}

/// Whether two patients, each a label and a year of birth, are shown as the same.
pub fn look_alike(language: Language, one: (&str, &str), other: (&str, &str)) -> bool {
    let shown = |(label, born): (&str, &str)| same::seen_name(&self::label(language, label, born));
    !one.0.trim().is_empty() && !other.0.trim().is_empty() && shown(one) == shown(other)
}

/// Name of the group, or that it has none.
pub fn group(language: Language, name: &str) -> &str {
    if name.trim().is_empty() { language.meeting_unnamed() } else { name }
}

/// Who does what was agreed; empty where nobody was named.
pub fn owner(language: Language, meeting: &Meeting, agreement: &Agreement) -> String {
    match agreement.owner {
        None => String::new(),
        Some(Owner::Participant(id)) => participant_by_id(language, meeting, Some(id)),
        Some(Owner::Outside) => agreement.outside_name.clone(),
    }
}

/// Whether what was chosen leaves a question open, as its definition says.
pub fn left_open(item: &Item, given: &Given) -> bool {
    match given {
        Given::Choice(code) => leaves_open(options(item), code),
        Given::Choices(codes) => codes.iter().all(|code| leaves_open(options(item), code)),
        _ => false,
    }
}

/// Whether an option leaves open what it is chosen for.
pub fn leaves_open(options: &[ChoiceOption], chosen: &Name) -> bool {
    options.iter().any(|option| option.code == *chosen && option.leaves_open)
}

/// The note of an answer on one line: of one that was written beside another choice, which that was.
pub fn note(language: Language, item: &Item, answer: &Answer) -> String {
    let note = answer.note.split_whitespace().collect::<Vec<_>>().join(" ");
    if !answer.has_note_of_another() {
        return note;
    }
    let choice = match answer.replaces.as_deref() {
        Some(Given::Choice(code)) => {
            options(item).iter().find(|option| option.code == *code).map(|option| option.text.get(language))
        }
        Some(Given::YesNo(truth)) => Some(if *truth { language.yes() } else { language.no() }),
        _ => None,
    };
    language.note_beside(choice.unwrap_or_default(), &note)
}

/// The answer to an item in words; empty where there is no value.
pub fn answer(language: Language, meeting: &Meeting, item: &Item, answer: &Answer) -> String {
    let option_text = |code: &Name| match options(item).iter().find(|option| option.code == *code) {
        Some(option) => option.text.get(language).to_owned(),
        None => code.to_string(),
    };
    let mut spread = spread(language, item, answer);
    if let Some(people) = too_many(meeting, item, answer) {
        spread = format!("{spread} ({})", language.more_answers_than_people(people));
    }
    if !spread.is_empty() {
        return spread;
    }
    match &answer.given {
        None => String::new(),
        Some(Given::YesNo(true)) => language.yes().to_owned(),
        Some(Given::YesNo(false)) => language.no().to_owned(),
        Some(Given::Choice(code)) => option_text(code),
        Some(Given::Choices(codes)) => {
            // In the order of the question; what it does not know any more comes last.
            let known = options(item).iter().map(|option| &option.code).filter(|code| codes.contains(*code));
            let is_known = |code: &Name| options(item).iter().any(|option| option.code == *code);
            let others = codes.iter().filter(|code| !is_known(code));
            known.chain(others).map(option_text).collect::<Vec<_>>().join("; ")
        }
        Some(Given::Scale(value)) => value.to_string(),
        Some(Given::Number(text)) => match &item.kind {
            ItemKind::Number(range) => number(language, text, range),
            _ => text.clone(),
        },
        Some(Given::Date(text)) => match &item.kind {
            ItemKind::Date(asked) => {
                typed::marked(language, text, answer.counted_from(meeting.details.date), asked)
            }
            _ => text.clone(),
        },
        Some(Given::Text(text) | Given::Person(Person::Outside(text))) => text.clone(),
        Some(Given::Person(Person::Participant(id))) => participant_by_id(language, meeting, Some(*id)),
        Some(Given::Not(reason)) => non_answer(language, *reason).to_owned(),
    }
}

/// An answer in words where its question is not known any more: codes as they were recorded.
pub fn given(language: Language, meeting: &Meeting, answer: &Answer) -> String {
    match &answer.given {
        None => String::new(),
        Some(Given::YesNo(truth)) => if *truth { language.yes() } else { language.no() }.to_owned(),
        Some(Given::Choice(code)) => code.to_string(),
        Some(Given::Choices(codes)) => codes.iter().map(Name::to_string).collect::<Vec<_>>().join("; "),
        Some(Given::Scale(value)) => value.to_string(),
        Some(
            Given::Number(text)
            | Given::Date(text)
            | Given::Text(text)
            | Given::Person(Person::Outside(text)),
        ) => text.clone(),
        Some(Given::Person(Person::Participant(id))) => participant_by_id(language, meeting, Some(*id)),
        Some(Given::Not(reason)) => non_answer(language, *reason).to_owned(),
    }
}

/// A number with its unit once, and with a remark where it lies outside the bounds or is none; what was typed stays.
pub fn number(language: Language, text: &str, range: &NumberRange) -> String {
    let unit = range.unit.as_deref();
    let Some(number) = typed::quantity(text, unit) else {
        return format!("{} ({})", text.trim(), language.no_number(unit.unwrap_or_default()));
    };
    let asked = unit.unwrap_or_default();
    let unit = unit.filter(|_| typed::number(text).is_some()).unwrap_or_default();
    let words = match text.trim().trim_end_matches([',', '.']) {
        noted if noted.ends_with(')') => {
            let (head, remark) = noted.split_once('(').unwrap_or((noted, ""));
            format!("{} {unit} ({remark}", head.trim()).replace("  ", " ")
        }
        text => format!("{text} {unit}"),
    };
    let mut said = Vec::new();
    let value = language.number(number);
    // Another language reads another number in it.
    let own: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).collect();
    if typed::is_ambiguous(text) && own != value {
        said.push(format!("= {value}"));
    }
    if !range.contains(number) {
        said.push(language.number_out_of_bounds(range.min, range.max, asked));
    }
    match said.as_slice() {
        [] => words.trim().to_owned(),
        said => format!("{} ({})", words.trim(), said.join("; ")),
    }
}

/// What is counted where everybody answers alone, each as its code and its words.
pub fn counted(language: Language, item: &Item) -> Vec<(Name, String)> {
    match &item.kind {
        _ if !item.is_counted() => Vec::new(),
        ItemKind::YesNo => [(true, language.yes()), (false, language.no())]
            .map(|(truth, word)| (Name::new(truth_name(truth)), word.to_owned()))
            .into(),
        _ => options(item)
            .iter()
            .map(|option| (option.code.clone(), option.text.get(language).to_owned()))
            .collect(),
    }
}

/// How many people are present, where more answers were counted than these can have given; of who is there something must be known.
pub fn too_many(meeting: &Meeting, item: &Item, answer: &Answer) -> Option<usize> {
    let people = meeting.participants.iter().filter(|known| !known.absent).count();
    let counts = || answer.counts.values().copied();
    // Of several choices one person may make more, and each of them once.
    let answers = match item.kind {
        ItemKind::Choices(_) => counts().max().unwrap_or(0),
        _ => counts().fold(0, u32::saturating_add),
    };
    Some(people)
        .filter(|people| *people > 0 && usize::try_from(answers).is_ok_and(|answers| answers > *people))
}

/// How often each answer was given, in the order of the question; empty where nothing was counted.
fn spread(language: Language, item: &Item, answer: &Answer) -> String {
    let several = matches!(item.kind, ItemKind::Choices(_));
    let counted = counted(language, item).into_iter();
    let told = |count: u32| match several {
        true => language.people_counted(count),
        false => count.to_string(),
    };
    let counts: Vec<String> = counted
        .filter_map(|(code, words)| Some(format!("{words} {}", told(*answer.counts.get(&code)?))))
        .collect();
    if counts.is_empty() {
        String::new()
    } else if answer.given.is_none() {
        // Nobody at the table saw it yet.
        language.export_spread_unseen().to_owned()
    } else {
        let spread = if several { language.export_spread_several() } else { language.export_spread() };
        format!("{spread}: {}", counts.join("; "))
    }
}

/// The options of an item; none where it has none.
pub fn options(item: &Item) -> &[ChoiceOption] {
    match &item.kind {
        ItemKind::Choice(options) | ItemKind::Choices(options) => options,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::checklist::{Origin, Parsed, parse};
    use crate::meeting::{Id, MeetingId, Participant, ParticipantId, Stamp};

    #[test]
    fn several_choices_are_told_in_the_order_of_the_question_and_a_spread_once_it_was_shown() {
        let source = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"g\"\n\
                      title = \"Groep\"\n[[group.item]]\nid = \"vraag\"\ntype = \"choices\"\ntext = \"Wat\"\n\
                      ask = \"each-participant\"\noptions = [\n{ code = \"z\", text = \"Eerst\" },\n\
                      { code = \"m\", text = \"Midden\" },\n{ code = \"a\", text = \"Laatst\" },\n]\n";
        let Some(Parsed::Checklist(checklist)) = parse(source, &Origin::default()).parsed else {
            panic!("{:?}", parse(source, &Origin::default()).diagnostics);
        };
        let item = checklist.item("vraag").unwrap();
        let meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, NaiveDate::default());
        let said = |answer: &Answer| super::answer(Language::Dutch, &meeting, item, answer);
        let codes = ["a", "m", "weg", "z"].map(Name::from).into();
        let stamp = Stamp { by: None, at: NaiveDate::default().into() };
        let mut answer = Answer::given(Given::Choices(codes), stamp);
        assert_eq!(said(&answer), "Eerst; Midden; Laatst; weg");
        answer.given = None;
        answer.counts = [("a".into(), 2), ("z".into(), 1)].into();
        assert_eq!(said(&answer), "geteld; de verdeling is niet getoond");
        answer.given = Some(Answer::SPREAD_SHOWN);
        assert_eq!(said(&answer), "verdeling, waarbij ieder meer kon kiezen: Eerst 1 mens; Laatst 2 mensen");
        // Of one option nobody makes more than one tick, so that more than there are people are too many.
        let mut meeting = meeting.clone();
        for (bits, absent) in [(1, false), (2, false), (3, true)] {
            let somebody = Participant::new(ParticipantId(Id::from_bits(bits)));
            meeting.participants.push(Participant { absent, ..somebody });
        }
        let mut told = |last: u32, first: u32| {
            answer.counts = [("a".into(), last), ("z".into(), first)].into();
            super::answer(Language::Dutch, &meeting, item, &answer)
        };
        assert!(!told(2, 2).contains("meer antwoorden dan mensen"), "each of two people may choose both");
        assert!(
            told(3, 1).ends_with("(meer antwoorden dan mensen: er zijn 2 mensen aanwezig)"),
            "{}",
            told(3, 1)
        );
    }
}
