//! A notebook in which every text, every name of a file that somebody else can choose, and every file of the program's
//! own says something that a terminal would obey.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use chrono::{NaiveDate, NaiveDateTime};
use pallium::checklist::{Name, shipped};
use pallium::meeting::{
    Agreement, AgreementId, Amended, Amendment, Answer, Given, Id, Judgement, Meeting, MeetingId,
    MeetingKind, Owner, Participant, ParticipantId, PatientId, Person, Pinned, QuestionKey, Review, Role,
    Stamp, VersionReason,
};
use pallium::store::record::encode;
use pallium::store::{Notebook, definition_hash};
use sha2::{Digest as _, Sha256};

use super::hostile::{escaped, hostile};
use super::pallium::notebook;

/// The meetings of a hostile notebook.
pub struct Made {
    /// With a patient for each kind of text, versions, a second version and a left-over.
    pub open: Meeting,
    /// Closed, reopened once before, and said to be open on another computer.
    pub closed: Meeting,
    /// Reopened and not closed again.
    pub reopened: Meeting,
    /// With a patient for each control character.
    pub every: Meeting,
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day")
}

fn at(hour: u32) -> NaiveDateTime {
    day().and_hms_opt(hour, 0, 0).expect("a moment")
}

fn id(number: u128) -> Id {
    Id::from_bits(number << 64 | number)
}

/// The texts, each with its name in front, so that it can be looked for.
fn named() -> Vec<(&'static str, String)> {
    hostile().into_iter().map(|(kind, text)| (kind, format!("{kind} {text}"))).collect()
}

fn participants() -> Vec<Participant> {
    let all = (1..).zip(named()).map(|(number, (_, name))| Participant {
        name,
        roles: if number == 4 { [Role::Recorder].into() } else { Default::default() },
        ..Participant::new(ParticipantId(id(1000 + number)))
    });
    all.collect()
}

fn answer(given: Given, text: &str, by: ParticipantId, stamp: Stamp) -> Answer {
    Answer { note: text.to_owned(), answered_by: Some(by), ..Answer::given(given, stamp) }
}

fn review(number: u128, text: &str, table: &[Participant]) -> Review {
    let by = table.get(usize::try_from(number).unwrap_or(0) - 1).map(|one| one.id).expect("a participant");
    let stamp = Stamp { by: Some(by), at: at(14) };
    let mut review = Review::new(PatientId(id(2000 + number)));
    for field in [
        &mut review.label,
        &mut review.born,
        &mut review.question,
        &mut review.own_words,
        &mut review.next_review,
    ] {
        text.clone_into(field);
    }
    review.notes = format!("{text}\n{text}");
    review.details.brought_by = Some(by);
    let checklist = Name::new("markering");
    let mut put = |item: &str, given: Given| {
        let key = QuestionKey::new(&checklist, &Name::new(item));
        review.answers.insert(key, answer(given, text, by, stamp));
    };
    put("aanleiding", Given::Choices(["aandoening", text].map(Name::new).into()));
    put("diagnose", Given::Text(text.to_owned()));
    put("surprise-question", Given::Choice(Name::new(text)));
    put("welke-vragen", Given::Text(text.to_owned()));
    put("verandering", Given::Person(Person::Outside(text.to_owned())));
    put("er-is-geen-vraag", Given::Number(text.to_owned()));
    let judgement = Judgement {
        judged_on: None,
        leaves_open: false,
        choice: Some(Name::new(text)),
        reason: text.to_owned(),
        dissent: text.to_owned(),
        involved: vec![by],
        indications: vec![Name::new(text)],
        recorded: Some(stamp),
        withdrawn: None,
        withdrawn_reason: text.to_owned(),
    };
    review.judgements.insert(checklist, judgement);
    let mut agreement = Agreement::new(AgreementId(id(3000 + number)), stamp);
    agreement.what = text.to_owned();
    agreement.due = text.to_owned();
    agreement.outside_name = text.to_owned();
    agreement.owner = Some(Owner::Outside);
    review.agreements.push(agreement);
    review
}

/// A meeting in which nothing that can be written is harmless.
fn meeting(number: u128, texts: &[(&str, String)]) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(id(number)), MeetingKind::Patz, day());
    let (_, text) = texts.get(3).expect("texts");
    for field in [
        &mut meeting.bottlenecks,
        &mut meeting.learning_needs,
        &mut meeting.details.group,
        &mut meeting.details.date_typed,
        &mut meeting.details.planned,
    ] {
        text.clone_into(field);
    }
    meeting.participants = participants();
    let table = meeting.participants.clone();
    meeting.reviews =
        (1..).zip(texts).map(|(number, (_, text))| review(number, text, &table).into()).collect();
    meeting
}

fn amendment(texts: &[(&str, String)]) -> Amendment {
    let stamp = Stamp { by: Some(ParticipantId(id(1004))), at: at(15) };
    let mut amendment = Amendment::new(stamp, Stamp { at: at(16), ..stamp });
    amendment.reason = texts.iter().map(|(_, text)| text.as_str()).collect();
    for (number, (_, text)) in (1..).zip(texts) {
        amendment.changes.push(Amended {
            place: format!("{number} {text}"),
            patient: (number % 2 == 0).then(|| PatientId(id(2000 + number))),
            of_the_group: number == 3,
            what: text.clone(),
            before: text.clone(),
            after: format!("{text} {text}"),
            agreed: None,
        });
    }
    amendment
}

/// A patient for each control character of both kinds, and for some of what is hidden.
fn every() -> Meeting {
    let mut meeting = Meeting::new(MeetingId(id(4)), MeetingKind::Mdo, day());
    "every one".clone_into(&mut meeting.details.group);
    let codes = (0..0x20_u32).chain(0x7f..0xa0).chain([0x200b, 0x202e, 0xe0041]);
    meeting.reviews = (1..)
        .zip(codes.filter_map(char::from_u32))
        .map(|(number, c)| {
            let mut review = Review::new(PatientId(id(5000 + number)));
            review.label = format!("e{number} {c}[2J{c}");
            review.question = format!("{c}]0;kwaad{c}");
            // Before what the others of that day say, and so the last of them in the list.
            review.details.noted = Some(Stamp { by: None, at: at(9) });
            review.into()
        })
        .collect();
    meeting
}

/// Makes the notebook; what is damaged or foreign in it comes with [`spoil`].
#[track_caller]
pub fn make(folder: &Path) -> Made {
    let texts = named();
    let made = notebook(folder);
    let mut open = meeting(1, &texts);
    let (_, osc) = texts.get(3).expect("texts");
    let marking = shipped().into_iter().find(|known| known.file == "markering.toml").expect("it is shipped");
    let source = marking.source.replace("Surprise question\"", &format!("{}\"", escaped(osc)));
    assert_ne!(*source, *marking.source, "the pinned text was to be hostile");
    let hash = definition_hash(&source);
    let pinned = Pinned { id: Name::new("markering"), version: osc.clone(), hash: hash.clone() };
    open.definitions = vec![pinned];
    let save = |meeting: &Meeting| {
        made.save(meeting, &[(hash.clone(), Arc::from(source.as_str()))]).expect("a meeting can be saved");
    };
    let mut closed = meeting(2, &texts);
    closed.details.closed = Some(Stamp { by: Some(ParticipantId(id(1004))), at: at(17) });
    closed.amendments = vec![amendment(&texts)];
    let mut reopened = meeting(3, &texts);
    reopened.amendments = vec![amendment(&texts)];
    let every = every();
    for meeting in [&open, &closed, &reopened, &every] {
        save(meeting);
    }
    // On the disk it is as hostile as it was made: what is shown is not clean because somebody cleaned it before.
    let stored: toml::Table = fs::read_to_string(made.path(open.id)).expect("a file").parse().expect("TOML");
    let group = stored.get("details").and_then(|details| details.get("group"));
    assert_eq!(group.and_then(toml::Value::as_str), Some(osc.as_str()));
    // Old enough for the index to believe what it knows of them.
    for meeting in [&open, &closed, &reopened, &every] {
        let file = fs::File::options().write(true).open(made.path(meeting.id)).expect("a file");
        file.set_modified(SystemTime::now() - Duration::from_secs(3600)).expect("a time can be set");
    }
    let mut other = open.clone();
    let shifted = texts.iter().map(|(_, text)| format!("anders {text}"));
    for (review, text) in other.reviews.iter_mut().zip(shifted) {
        (review.notes, review.label, review.question) = (text.clone(), text.clone(), text);
        review.answers.pop_first();
        review.agreements.clear();
    }
    other.reviews.pop();
    other.participants.pop();
    other.details.group = format!("anders {osc}");
    made.keep_version(&other, VersionReason::Worked).expect("a version can be kept");
    beside(&made, &other, &open);
    Made { open, closed, reopened, every }
}

/// A second version and a save that was cut off, beside the meeting.
fn beside(made: &Notebook, other: &Meeting, open: &Meeting) {
    let path = made.path(open.id);
    let other = encode(other).expect("a meeting can be written");
    fs::write(path.with_file_name(format!("{}.conflict-1.toml", open.id)), &other).expect("written");
    fs::write(path.with_file_name(format!(".{}.00000000000000aa.tmp", open.id)), &other).expect("written");
}

fn name(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '/' | '\0')).take(50).collect()
}

/// Puts files there that are damaged, of another program or of another computer.
#[track_caller]
pub fn spoil(folder: &Path, made: &Made) -> Vec<PathBuf> {
    let meetings = folder.join("meetings");
    let mut files = Vec::new();
    let mut put = |path: PathBuf, text: String| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(&path, text).expect("a file can be written");
        files.push(path);
    };
    for (number, (kind, text)) in (1..).zip(hostile()) {
        let (name, quoted) = (name(&text), escaped(&text));
        for place in ["", "meetings", "history", "definitions", "log"] {
            put(folder.join(place).join(format!("{kind}{name}.toml")), "format = 1\n".to_owned());
        }
        put(meetings.join(format!("{} ({name}).toml", made.closed.id)), format!("x = \"{quoted}\""));
        put(folder.join("history").join(made.open.id.to_string()).join(&name), text.clone());
        let damaged = [
            text.clone(),
            format!("format = 1\n\"{quoted}\" = 1\n"),
            format!("format = 1\n{text} = 1\n"),
            format!("format = \"{quoted}\"\n"),
            format!("format = 1\nid = \"{quoted}\"\n"),
            format!("format = 1\nid = \"{}\"\n[details]\nkind = \"{quoted}\"\n", id(1)),
        ];
        for (which, content) in (1..).zip(damaged) {
            put(meetings.join(format!("{}.toml", MeetingId(id(number * 100 + which)))), content);
        }
    }
    let said = |text: &str| escaped(text);
    let all: String = hostile().into_iter().map(|(_, text)| text).collect();
    let holder = format!("who = \"{0}\"\nplace = \"{0}\"\nsince = \"{0}\"\n", said(&all));
    put(meetings.join(format!("{}.holder", made.closed.id)), holder);
    let stated = format!("stated = \"{0}\"\nwho = \"{0}\"\nplace = \"{0}\"\n", said(&all));
    put(folder.join("disk-is-encrypted.toml"), stated);
    files
}

/// Lets the index say what it wants, with a hash that fits.
#[track_caller]
pub fn forge_index(folder: &Path) {
    let path = folder.join("index").join("meetings.json");
    let text = fs::read_to_string(&path).expect("an index");
    let (_, json) = text.split_once('\n').expect("a hash and the rest");
    let forged = json.replace('␛', "\\u001b").replace('␇', "\\u0007");
    assert_ne!(forged, json, "nothing was forged");
    let hash: String = Sha256::digest(forged.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(&path, format!("{hash}\n{forged}")).expect("the index can be written");
}
