//! Records of every shape, for properties.
//!
//! The larger strategies are boxed: unboxed they do not fit on the stack of a test.

use std::collections::{BTreeSet, HashSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::sample::select;

use crate::checklist::Name;
use crate::meeting::{
    AgreedThen, Agreement, AgreementId, Amended, Amendment, Answer, CameAlong, Discipline, Ended, Given, Id,
    Identity, Judgement, Meeting, MeetingDetails, MeetingId, MeetingKind, NonAnswer, Owner, Participant,
    ParticipantId, PatientId, PatientInformed, Person, Pinned, QuestionKey, Review, ReviewDetails, Role,
    Stamp,
};

/// A text as it comes through the boundary, with everything that quoting could trip over.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let parts = [
        "a", "Z", "0", " ", "  ", "\"", "'", "\\", "#", "=", "[[x]]", "{", "}", "\n", "\n\n", "é",
        "e\u{301}", "🇳🇱", "中", "ع", "\"\"\"", "'''", "\\u0041", "\\n", "1e5", "true", "ß", ",", ".", "-- ",
        "@", "/",
    ];
    vec(select(parts.to_vec()), 0..12).prop_map(|parts| parts.concat())
}

/// A text of one line.
pub(crate) fn line() -> impl Strategy<Value = String> {
    text().prop_map(|text| text.replace('\n', ""))
}

fn some_text() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("{text}."))
}

fn some_line() -> impl Strategy<Value = String> {
    line().prop_map(|line| format!("{line}."))
}

/// A name as definitions give it; few, so that they meet.
pub(crate) fn name() -> impl Strategy<Value = Name> {
    "[a-c_-][a-c0-9_-]{0,2}".prop_map(Name::new)
}

/// An identity; few, so that they meet.
pub(crate) fn id() -> impl Strategy<Value = Id> {
    prop_oneof![4 => (0..6_u128).prop_map(Id::from_bits), 1 => any::<u128>().prop_map(Id::from_bits)]
}

/// A day in the years that the program knows.
pub(crate) fn day() -> impl Strategy<Value = NaiveDate> {
    (0..109_000_i64).prop_map(|days| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + TimeDelta::days(days))
}

fn moment() -> impl Strategy<Value = NaiveDateTime> {
    (day(), 0..86_400_i64)
        .prop_map(|(day, seconds)| day.and_hms_opt(0, 0, 0).unwrap() + TimeDelta::seconds(seconds))
}

pub(crate) fn stamp() -> impl Strategy<Value = Stamp> {
    (option::of(id().prop_map(ParticipantId)), moment()).prop_map(|(by, at)| Stamp { by, at })
}

pub(crate) fn question() -> impl Strategy<Value = QuestionKey> {
    (name(), name(), vec(0..4_u32, 0..3), option::of(id().prop_map(ParticipantId))).prop_map(
        |(checklist, item, instance, by)| QuestionKey {
            by,
            ..QuestionKey::repeated(&checklist, &item, &instance)
        },
    )
}

fn given() -> impl Strategy<Value = Given> {
    prop_oneof![
        any::<bool>().prop_map(Given::YesNo),
        name().prop_map(Given::Choice),
        btree_set(name(), 0..3).prop_map(Given::Choices),
        any::<i64>().prop_map(Given::Scale),
        some_line().prop_map(Given::Number),
        some_line().prop_map(Given::Date),
        some_text().prop_map(Given::Text),
        id().prop_map(|id| Given::Person(Person::Participant(ParticipantId(id)))),
        some_line().prop_map(|name| Given::Person(Person::Outside(name))),
        select(vec![
            NonAnswer::NotDiscussedToday,
            NonAnswer::Unknown,
            NonAnswer::PatientNotReady,
            NonAnswer::NoLonger,
        ])
        .prop_map(Given::Not),
    ]
}

/// An answer that says something.
pub(crate) fn answer() -> BoxedStrategy<Answer> {
    let counts = btree_map(name(), any::<u32>(), 0..2);
    let earlier =
        option::of((stamp(), given()).prop_map(|(stamp, given)| Box::new(Answer::given(given, stamp))));
    let replaced = prop_oneof![name().prop_map(Given::Choice), any::<bool>().prop_map(Given::YesNo)];
    let refers = (earlier, text(), option::of(replaced.prop_map(Box::new)));
    (stamp(), option::of(id().prop_map(ParticipantId)), text(), option::of(given()), counts, refers)
        .prop_map(|(recorded, answered_by, note, given, counts, (earlier, said_of, replaces))| Answer {
            held: None,
            leaves_open: note.is_empty() && matches!(given, Some(Given::Choice(_))),
            earlier: earlier.filter(|_| given.is_some()),
            said_of: Some(said_of).filter(|_| given.is_some()).unwrap_or_default(),
            recorded,
            answered_by,
            note,
            given,
            counts,
            replaces,
        })
        .prop_filter("empty is absent", |answer| !answer.is_empty())
        .boxed()
}

/// A judgement that says something.
pub(crate) fn judgement() -> BoxedStrategy<Judgement> {
    let people = vec(id().prop_map(ParticipantId), 0..3);
    let withdrawn = (option::of(stamp()), text());
    (option::of(name()), text(), text(), people, vec(name(), 0..3), option::of(stamp()), withdrawn)
        .prop_map(|(choice, reason, dissent, involved, indications, recorded, withdrawn)| Judgement {
            leaves_open: choice.is_some() && reason.is_empty(),
            choice,
            reason,
            dissent,
            involved,
            indications,
            recorded,
            judged_on: withdrawn.0.map(|stamp: Stamp| stamp.at.date()),
            withdrawn: withdrawn.0,
            withdrawn_reason: withdrawn.1,
        })
        .prop_filter("empty is absent", |judgement| !judgement.is_empty())
        .boxed()
}

pub(crate) fn agreement() -> BoxedStrategy<Agreement> {
    let owner = prop_oneof![id().prop_map(|id| Owner::Participant(ParticipantId(id))), Just(Owner::Outside)];
    let ended = (any::<bool>(), stamp()).prop_map(|(done, recorded)| Ended { done, recorded });
    let told_by = option::of(id().prop_map(ParticipantId));
    let people = (option::of(owner), line(), told_by, any::<bool>());
    let when = (stamp(), option::of(day()));
    (id(), text(), line(), when, people, option::of(stamp()), (line(), option::of(ended)))
        .prop_map(
            |(
                id,
                what,
                due,
                (recorded, from),
                (owner, outside_name, told_by, for_patient),
                confirmed,
                (outcome, ended),
            )| {
                Agreement {
                    id: AgreementId(id),
                    what,
                    due,
                    recorded,
                    from,
                    owner,
                    outside_name,
                    told_by,
                    for_patient,
                    confirmed,
                    changed: confirmed.filter(|_| for_patient),
                    outcome,
                    ended,
                }
            },
        )
        .boxed()
}

pub(crate) fn review_details() -> BoxedStrategy<ReviewDetails> {
    let informed = option::of(select(PatientInformed::ALL.to_vec()));
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let stamps = (option::of(stamp()), option::of(stamp()));
    let same_as = prop_oneof![id().prop_map(|id| Identity::SameAs(PatientId(id))), Just(Identity::Own)];
    let apart_from = proptest::collection::vec(id().prop_map(PatientId), 0..2);
    let flags = (flags, option::of(same_as), apart_from, option::of(stamp()));
    (option::of(id().prop_map(ParticipantId)), informed, option::of(name()), flags, stamps)
        .prop_map(
            |(
                brought_by,
                informed,
                route,
                ((postponed, deceased, alive, agreements_only), same_as, apart_from, written),
                (finished, taken_over),
            )| {
                ReviewDetails {
                    brought_by,
                    informed,
                    route,
                    postponed,
                    finished,
                    agreements_only,
                    deceased,
                    alive,
                    taken_over,
                    own_words_on: written.map(|stamp| stamp.at.date()),
                    came_along: (deceased && postponed)
                        .then(|| Box::new(CameAlong { deceased, ..CameAlong::default() })),
                    noted: written.filter(|_| alive),
                    same_as,
                    apart_from,
                }
            },
        )
        .boxed()
}

pub(crate) fn review() -> BoxedStrategy<Review> {
    let lines = (line(), line(), line());
    let texts = (text(), text(), text());
    let answers = btree_map(question(), answer(), 0..4);
    let repeats = btree_map(question(), vec(any::<u32>(), 0..3), 0..2);
    let judgements = btree_map(name(), judgement(), 0..2);
    let agreements = vec(agreement(), 0..3);
    (id(), lines, texts, review_details(), answers, repeats, judgements, agreements)
        .prop_map(
            |(
                patient,
                (label, born, next_review),
                (question, own_words, notes),
                details,
                answers,
                repeats,
                judgements,
                agreements,
            )| {
                Review {
                    patient: PatientId(patient),
                    label,
                    born,
                    question,
                    own_words,
                    notes,
                    next_review,
                    details,
                    answers: answers.into(),
                    repeats,
                    judgements,
                    agreements: unique(agreements, |agreement| agreement.id.0),
                }
            },
        )
        .boxed()
}

pub(crate) fn participant() -> BoxedStrategy<Participant> {
    let roles = btree_set(select(Role::ALL.to_vec()), 0..3);
    (id(), line(), option::of(select(Discipline::ALL.to_vec())), roles, any::<bool>(), line())
        .prop_map(|(id, name, discipline, roles, absent, profession): (_, _, _, BTreeSet<Role>, _, _)| {
            Participant { id: ParticipantId(id), name, discipline, roles, absent, profession }
        })
        .boxed()
}

pub(crate) fn meeting_details() -> BoxedStrategy<MeetingDetails> {
    let kinds = vec![MeetingKind::Patz, MeetingKind::Mdo, MeetingKind::Education, MeetingKind::Between];
    let group = (line(), proptest::collection::vec(line(), 0..2));
    (select(kinds), group, day(), line(), line(), any::<bool>(), option::of(stamp()))
        .prop_map(|(kind, (group, formerly), date, date_typed, planned, fictional, closed)| MeetingDetails {
            kind,
            group,
            formerly,
            date,
            date_typed,
            planned,
            fictional,
            closed,
        })
        .boxed()
}

pub(crate) fn pinned() -> impl Strategy<Value = Pinned> {
    (name(), line(), "[0-9a-f]{64}").prop_map(|(id, version, hash)| Pinned { id, version, hash })
}

/// A reopening with what changed in it.
fn amendment() -> BoxedStrategy<Amendment> {
    let agreed = (id().prop_map(AgreementId), line(), line());
    let agreed = agreed.prop_map(|(id, due, owner)| Box::new(AgreedThen { id, due, owner }));
    let patient = option::of(id().prop_map(PatientId));
    let changed = (line(), patient, any::<bool>(), line(), text(), text(), option::of(agreed)).prop_map(
        |(place, patient, of_the_group, what, before, after, agreed)| Amended {
            place,
            patient,
            of_the_group,
            what,
            before,
            after,
            agreed,
        },
    );
    (stamp(), stamp(), line(), vec(changed, 0..3))
        .prop_map(|(closed, reopened, reason, changes)| Amendment { closed, reopened, reason, changes })
        .boxed()
}

/// A record as the program could have made it: nobody is in it twice, and what is empty is absent.
pub(crate) fn meeting() -> BoxedStrategy<Meeting> {
    let lists = (vec(pinned(), 0..2), vec(pinned(), 0..2), vec(participant(), 0..4), vec(review(), 0..4));
    (any::<u128>(), (text(), text(), text()), meeting_details(), lists, vec(amendment(), 0..2))
        .prop_map(
            |(
                id,
                (bottlenecks, learning_needs, own_notes),
                details,
                (definitions, routes, participants, reviews),
                amendments,
            )| {
                Meeting {
                    bottlenecks,
                    learning_needs,
                    own_notes,
                    definitions: unique(definitions, |pinned| pinned.id.clone()),
                    routes: unique(routes, |pinned| pinned.id.clone()),
                    participants: unique(participants, |participant| participant.id.0),
                    reviews: unique(reviews, |review: &Review| review.patient.0)
                        .into_iter()
                        .map(Into::into)
                        .collect(),
                    details,
                    amendments,
                    ..Meeting::new(MeetingId(Id::from_bits(id)), MeetingKind::Patz, NaiveDate::default())
                }
            },
        )
        .boxed()
}

fn unique<T, I: Eq + std::hash::Hash>(list: Vec<T>, id: impl Fn(&T) -> I) -> Vec<T> {
    let mut seen = HashSet::new();
    list.into_iter().filter(|item| seen.insert(id(item))).collect()
}
