//! A patient's page over time: own words, what stands, open agreements, and every meeting with what it changed.

use super::noted::Noted;
use super::states;
use super::still_open::still_open;
use crate::app::model::Model;
use crate::app::page::{Action, Block, Entry, Event, Page, Paragraph, Role, Row, RowId, Timeline};
use crate::app::pages::named;
use crate::app::pages::parts::{
    agreement_corrected, agreement_in_words, due_in_words, quoted, since, titled,
};
use crate::checklist::{About, Checklist, Item, Name, Part};
use crate::export::{Judged, is_limit};
use crate::meeting::course::knows;
use crate::meeting::{
    Agreement, Answer, Caveats, Course, Fact, Given, Happened, Identity, Mark, Meeting, MeetingKind,
    OldQuestion, PatientId, QuestionKey, Standing, colour_question, terms, typed,
};
use crate::words::Language;

/// Everything that was recorded of a patient, in time.
pub(in crate::app::pages) fn page_of_course(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let mut page = titled(language.course_title());
    let register = model.known.as_ref();
    let known = register.and_then(|register| register.patient(patient));
    let Some(course) = model.course.as_ref().filter(|course| course.patient == patient) else {
        // Whose it is is known before it is read.
        page.trail.splice(0..0, known.map(|known| named::known(model, known)));
        page.text(Role::Quiet, language.add_patient_reading());
        return page;
    };
    page.abilities.paper = true;
    let happened = course.happened();
    let label = match known {
        Some(known) => terms::label(language, &known.label, &known.born),
        None => terms::label(language, course.called().0, course.called().1),
    };
    let mark = known.map(|known| known.mark.clone()).unwrap_or_default();
    // Whoever reads of one patient sees no others from whom this one would differ.
    let invented = mark.invented || (course.is_invented() && model.protected.is_protected());
    page.trail.insert(0, Mark { invented, ..mark }.behind(label.clone(), language));
    let today = model.now.date();
    let others = course.also_called(language);
    if !others.is_empty() {
        page.text(Role::Quiet, language.cli_also_called(&others.join(", "))).gap();
    }
    page.own_words = course.own_words().map(|(words, day)| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{} ({})", quoted(&words), typed::short_day(day, model.now.date(), language))
    });
    if course.unread > 0 {
        page.text(Role::Warning, language.something_unread(course.unread)).gap();
    }
    if !course.doubled.is_empty() {
        page.text(Role::Warning, terms::second_versions(language, &course.doubled)).gap();
    }
    let ahead =
        register.map(|register| Caveats { ahead: register.caveats.ahead, today, ..Caveats::default() });
    for told in ahead.unwrap_or_default().told(language) {
        page.text(Role::Warning, told).gap();
    }
    let planned = known.and_then(|known| Some((known, known.planned?)));
    if happened.is_empty() {
        match planned {
            Some((known, day)) => {
                page.text(Role::Plain, language.only_proposed(&label, &typed::day(day, language)));
                let question = known.question.trim();
                if !question.is_empty() {
                    page.text(Role::Quiet, format!("{}: {question}", language.patient_question()));
                }
            }
            None => {
                page.text(Role::Quiet, language.course_empty());
            }
        }
        return page;
    }
    if let Some((_, day)) = planned {
        page.text(Role::Quiet, language.on_agenda_of(&typed::day(day, language))).gap();
    }
    let noted = Noted::of(model);
    stands(&mut page, &noted, course);
    still_open(&mut page, model, course);
    page.gap().text(Role::Heading, language.course_in_time());
    let colours = states::colours(model, course);
    if !colours.is_empty() {
        page.text(Role::Plain, language.colour_over_time(&colours));
    }
    let mut entries: Vec<Entry> = Vec::new();
    for entry in happened.iter().rev().map(|happened| entry(&noted, happened)) {
        // Two patients on one agenda who turned out to be one were in one meeting.
        match entries.last_mut().filter(|last| last.row.id == entry.row.id) {
            Some(last) => last.events.extend(entry.events),
            None => entries.push(entry),
        }
    }
    entries.iter_mut().for_each(|entry| said_once(&mut entry.events));
    page.blocks.push(Block::Timeline(Timeline::new(entries)));
    page
}

/// What stands: judgements first, then every answer that stands, each with its day.
fn stands(page: &mut Page, noted: &Noted<'_>, course: &Course) {
    let model = noted.model;
    let language = model.language();
    let is_dead = course.is_deceased();
    let today = model.now.date();
    if is_dead {
        page.text(Role::Warning, language.patient_deceased());
        let doubt = course.death().and_then(|death| terms::death_doubt(language, death, today));
        page.blocks.extend(doubt.map(|said| Block::Text(Paragraph::plain(Role::Warning, 0, said))));
    }
    let standing = course.standing();
    page.text(Role::Heading, language.course_stands());
    let before = page.blocks.len();
    for (name, stood) in &standing.judgements {
        let checklist = model.checklist(name);
        let Some(meeting) = standing.meeting(stood.meeting) else { continue };
        let title = checklist.map_or_else(|| name.to_string(), |known| known.title.get(language).to_owned());
        let words = Judged { language, meeting, checklist, judgement: &stood.value }.in_short();
        let role = if stood.value.withdrawn.is_some() { Role::Warning } else { Role::Plain };
        let day = typed::short_day(stood.date, today, language);
        page.text(role, format!("{title}: {words} ({day})"));
        if let Some(put_off) = standing.put_off.get(name) {
            let words = Judged { language, meeting, checklist, judgement: &put_off.value }.choice();
            let day = typed::short_day(put_off.date, today, language);
            page.indented(Role::Warning, 2, language.judgement_stands(&day, &words));
        }
        if stood.value.withdrawn.is_none()
            && !is_dead
            && let Some(days) = model.judge_again(name, stood.date, today)
        {
            page.indented(Role::Warning, 2, language.judge_again(days));
        }
    }
    let mut known = of_the_patient(model, &standing);
    known.retain(|(checklist, item, _)| checklist.stands(&item.id));
    let labels = known.iter().map(|(_, item, key)| (label(language, item, key), *key));
    let alike = alike(labels);
    let mut told_before: Vec<String> = Vec::new();
    for (_, item, key) in known {
        let Some(stood) = standing.answer(key) else {
            // A limit that was taken back reads so until there is another: somebody may hold the older paper.
            if let Some(back) = standing.taken_back(key)
                && is_limit(key.checklist.as_str(), key.item.as_str())
            {
                let told =
                    language.judgement_withdrawn_briefly(&typed::short_day(back.date, today, language));
                page.text(Role::Warning, format!("{}: {told}", label(language, item, key)));
            }
            continue;
        };
        let Some(meeting) = standing.meeting(stood.meeting) else { continue };
        let words = match standing.old(key) {
            Some(old) if !knows(item, &stood.value) => {
                with_note(old.words(language, meeting, &stood.value), &stood.value)
            }
            _ => in_words(language, meeting, item, &stood.value),
        };
        let words = signed(model, key, &stood.value, words);
        let open = standing.open_again(key).map(|open| {
            let said = terms::answer(language, meeting, item, &open.value).to_lowercase();
            language.open_again_on(&typed::short_day(open.date, today, language), &said)
        });
        let open = open.map(|open| format!("; {open}")).unwrap_or_default();
        let day = since(language, stood, today);
        let label = label(language, item, key);
        let on = format!(" ({day}){open}");
        let plain = format!("{label}: {words}{on}");
        // Two lists ask the same, and were told the same.
        if told_before.contains(&plain) {
            continue;
        }
        told_before.push(plain);
        let label = told_apart(model, key, &label, &alike);
        match noted.lacking(course, stood.meeting, (key, item), &stood.value) {
            Some(lacks) => {
                let told = format!("{label}: {}", language.incomplete_first(&lacks, &words));
                page.text(Role::Warning, format!("{told}{on}"))
            }
            None => page.text(Role::Plain, format!("{label}: {words}{on}")),
        };
    }
    for (key, stood) in &standing.answers {
        let (Some(old), Some(meeting)) = (standing.old(key), standing.meeting(stood.meeting)) else {
            continue;
        };
        let asked = model.checklist(&key.checklist).and_then(|known| known.item(key.item.as_str()));
        if asked.is_none() && old.stands && standing.answer(key).is_some() {
            let label = numbered(old.label.get(language), key);
            let words = with_note(old.words(language, meeting, &stood.value), &stood.value);
            let day = typed::short_day(stood.date, today, language);
            let (role, words) = match noted.lacking_of_old(course, stood.meeting, (key, old), &stood.value) {
                Some(lacks) => (Role::Warning, language.incomplete_first(&lacks, &words)),
                None => (Role::Plain, words),
            };
            page.text(role, format!("{label} ({}): {words} ({day})", language.old_question()));
        }
    }
    if page.blocks.len() == before {
        page.text(Role::Quiet, language.course_nothing_stands());
    }
}

/// The questions about the patient that somebody answered, in the order of the checklists and with what a checklist calls them;
/// what the team keeps to itself is not among them.
fn of_the_patient<'m>(
    model: &'m Model,
    standing: &'m Standing,
) -> Vec<(&'m Checklist, &'m Item, &'m QuestionKey)> {
    let mut names: Vec<&Name> = standing.answers.keys().map(|key| &key.checklist).collect();
    names.dedup();
    let mut found = Vec::new();
    for checklist in names.into_iter().filter_map(|name| model.checklist(name)) {
        for step in checklist.steps() {
            let (Part::Item(item), About::Patient) = (step.part, step.about()) else { continue };
            let first = QuestionKey::new(&checklist.id, &item.id);
            let keys = standing.answers.range(first..).map(|(key, _)| key);
            let of_item = keys.take_while(|key| key.checklist == checklist.id && key.item == item.id);
            found.extend(of_item.map(|key| (checklist, item, key)));
        }
    }
    found
}

/// The labels that questions of more than one checklist have.
fn alike<'k>(labels: impl Iterator<Item = (String, &'k QuestionKey)>) -> Vec<String> {
    let mut known: Vec<(String, &Name)> = Vec::new();
    let mut alike = Vec::new();
    for (label, key) in labels {
        if known.iter().any(|(other, checklist)| *other == label && **checklist != key.checklist) {
            alike.push(label.clone());
        }
        known.push((label, &key.checklist));
    }
    alike
}

/// A label with the checklist that it is of, where another one asks something else under the same label.
fn told_apart(model: &Model, key: &QuestionKey, label: &str, alike: &[String]) -> String {
    let checklist = model.checklist(&key.checklist).filter(|_| alike.iter().any(|known| known == label));
    checklist.map_or_else(
        || label.to_owned(),
        |checklist| format!("{label} ({})", checklist.title.get(model.language())),
    )
}

/// Leaves of what two lists were told alike one line.
fn said_once(events: &mut Vec<Event>) {
    let mut told: Vec<Event> = Vec::new();
    events.retain(|event| {
        let is_new = !told.contains(event);
        told.extend(is_new.then(|| event.clone()));
        is_new
    });
}

fn label(language: Language, item: &Item, key: &QuestionKey) -> String {
    numbered(item.called().get(language), key)
}

fn numbered(label: &str, key: &QuestionKey) -> String {
    match key.instance.as_ref() {
        [] => label.to_owned(),
        times => format!("{label} {}", times.iter().map(u32::to_string).collect::<Vec<_>>().join(".")),
    }
}

fn in_words(language: Language, meeting: &Meeting, item: &Item, answer: &Answer) -> String {
    joined(terms::answer(language, meeting, item, answer), terms::note(language, item, answer))
}

fn with_note(value: String, answer: &Answer) -> String {
    joined(value, answer.note.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn joined(value: String, note: String) -> String {
    [value, note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The words of an answer, those of a colour behind its sign.
fn signed(model: &Model, key: &QuestionKey, answer: &Answer, words: String) -> String {
    match &answer.given {
        Some(Given::Choice(code)) if *key == colour_question() => {
            format!("{} {words}", model.settings.marks.signs().of_colour(code.as_str()))
        }
        _ => words,
    }
}

/// A meeting with what it changed.
fn entry(noted: &Noted<'_>, happened: &Happened<'_>) -> Entry {
    let model = noted.model;
    let language = model.language();
    let details = &happened.meeting.details;
    let day = details.met(language, |day| typed::short_day(day, model.now.date(), language));
    let kind = terms::kind(language, details.kind);
    let group = details.group.trim();
    let what = if group.is_empty() { kind.to_owned() } else { format!("{kind}, {group}") };
    let (id, patient) = (happened.meeting.id, happened.review.patient);
    let row = Row::action(RowId::of("entry", id), day, Action::OpenMeetingAt(id, patient));
    let question = happened.review.question.trim();
    let asked = (!question.is_empty())
        .then(|| Event { role: Role::Quiet, text: format!("{}: {question}", language.patient_question()) });
    let answered = happened.facts.iter().filter_map(|fact| match fact {
        Fact::Answered(key, _, answer) | Fact::Confirmed(key, answer) => {
            let question = Question::of(noted, key, answer)?;
            Some((question.label().to_owned(), question.words(language, happened.meeting, answer), *key))
        }
        _ => None,
    });
    let answered: Vec<(String, String, &QuestionKey)> = answered.collect();
    // What was told alike is one line, whichever list asked it.
    let is_other = |(label, words, key): &&(String, String, &QuestionKey)| {
        answered
            .iter()
            .any(|(other, said, of)| other == label && said != words && of.checklist != key.checklist)
    };
    let alike: Vec<String> = answered.iter().filter(is_other).map(|(label, ..)| label.clone()).collect();
    let facts = happened.facts.iter().filter_map(|fact| event(noted, happened.meeting, fact, &alike));
    let mut events: Vec<Event> = asked.into_iter().chain(facts).collect();
    if events.is_empty() {
        let text = match details.kind {
            _ if happened.review.was_discussed() => language.course_nothing_changed(),
            MeetingKind::Between => language.course_nothing_recorded(),
            _ => language.course_not_discussed(),
        };
        events.push(Event { role: Role::Quiet, text: text.to_owned() });
    }
    Entry { row: row.with_value(Role::Quiet, what), events }
}

/// What a patient was called before it was said with whom it is one person; empty where nobody knows.
fn called(model: &Model, patient: PatientId) -> String {
    let Some(known) = model.known.as_ref().and_then(|known| known.patient(patient)) else {
        return String::new();
    };
    let (label, born) = known.called(patient);
    terms::label(model.language(), label, born)
}

/// One thing that a meeting changed, in words; nothing for what the team keeps to itself.
fn event(noted: &Noted<'_>, meeting: &Meeting, fact: &Fact<'_>, alike: &[String]) -> Option<Event> {
    let model = noted.model;
    let language = model.language();
    let (role, text) = match fact {
        Fact::Deceased(true) => (Role::Warning, language.patient_deceased().to_owned()),
        Fact::Deceased(false) => (Role::Warning, language.fact_not_deceased().to_owned()),
        Fact::Identity(Identity::SameAs(other)) => {
            let said = language.fact_same_as(&called(model, *other));
            let course = model.course.as_ref();
            // Who was taken apart in a record of the other reads it here too.
            let apart = course.and_then(|course| course.apart.get(other));
            let told = apart
                .filter(|day| **day >= meeting.details.date)
                .map(|day| language.taken_back(&typed::short_day(*day, model.now.date(), language), &said));
            (Role::Plain, told.unwrap_or(said))
        }
        Fact::Apart(other) => (Role::Plain, language.fact_apart_from(&called(model, *other))),
        Fact::Identity(Identity::Own) => (Role::Plain, language.fact_own_identity().to_owned()),
        Fact::Label(from, to) => (Role::Plain, language.fact_label(from, to)),
        Fact::OwnWords(words) => {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            (Role::Quiet, format!("{}: {words}", language.patient_own_words()))
        }
        Fact::Judged(name, before, judgement) => {
            let checklist = model.checklist(name);
            let title =
                checklist.map_or_else(|| name.to_string(), |known| known.title.get(language).to_owned());
            let words = Judged { language, meeting, checklist, judgement }.in_short();
            let was =
                before.as_ref().filter(|_| judgement.withdrawn.is_none() && !judgement.is_put_off(name));
            let was = was.map(|before| Judged { language, meeting, checklist, judgement: before }.choice());
            let was = was.filter(|was| *was != Judged { language, meeting, checklist, judgement }.choice());
            let was = was.map(|was| format!(" ({})", language.was(&was))).unwrap_or_default();
            let role = if judgement.withdrawn.is_some() { Role::Warning } else { Role::Value };
            (role, format!("{title}: {words}{was}"))
        }
        Fact::Answered(key, before, answer) => {
            let question = Question::of(noted, key, answer)?;
            let label = told_apart(model, key, question.label(), alike);
            let words = signed(model, key, answer, question.words(language, meeting, answer));
            let was = before.as_ref().and_then(|before| {
                let words = Question::of(noted, key, before)?.words(language, meeting, before);
                Some(signed(model, key, before, words))
            });
            let words = match was.filter(|was| !was.is_empty()) {
                Some(was) => [was, words].join(&states::then(model)),
                None => words,
            };
            match question.lacking(noted, meeting, key, answer) {
                Some(lacks) => {
                    (Role::Warning, format!("{label}: {}", language.incomplete_first(&lacks, &words)))
                }
                None => (Role::Plain, format!("{label}: {words}")),
            }
        }
        Fact::Confirmed(key, answer) => {
            let question = Question::of(noted, key, answer)?;
            let words = signed(model, key, answer, question.words(language, meeting, answer));
            (Role::Quiet, language.fact_confirmed(&told_apart(model, key, question.label(), alike), &words))
        }
        Fact::Agreed(agreement) => {
            (Role::Plain, language.fact_agreed(&agreed_by_now(model, meeting, agreement)))
        }
        Fact::StillAgreed(agreement) => {
            (Role::Plain, language.fact_still_agreed(&agreement_in_words(model, meeting, agreement)))
        }
        Fact::NewWords(agreement, was) => {
            let words = agreed_by_now(model, meeting, agreement);
            let was = if was.is_empty() { language.agreement_unnamed() } else { was };
            (Role::Plain, language.fact_new_words(&words, was))
        }
        Fact::NewDay(agreement, was) => {
            let words = agreed_by_now(model, meeting, agreement);
            let was = due_in_words(language, was, meeting.details.date);
            (Role::Plain, language.fact_new_day(&words, &was))
        }
        Fact::NewOwner(agreement, was) => {
            let words = agreed_by_now(model, meeting, agreement);
            (Role::Plain, language.fact_new_owner(&words, was))
        }
        Fact::Ended(agreement) => {
            let done = agreement.ended.is_some_and(|ended| ended.done);
            (Role::Plain, language.fact_ended(done, agreement.what.trim(), agreement.outcome.trim()))
        }
    };
    Some(Event { role, text })
}

/// An agreement as it stands in its meeting by now, with what it was there before that was corrected.
fn agreed_by_now(model: &Model, meeting: &Meeting, agreement: &Agreement) -> String {
    let words = agreement_in_words(model, meeting, agreement);
    format!("{words}{}", agreement_corrected(model.language(), meeting, agreement))
}

/// A question about the patient: as its definition has it, or as an earlier one did.
enum Question<'m> {
    Asked(String, &'m Item),
    Old(String, &'m OldQuestion),
}

impl<'m> Question<'m> {
    /// `None` for what the team keeps to itself, and for what nobody knows any more.
    fn of(noted: &Noted<'m>, key: &QuestionKey, answer: &Answer) -> Option<Self> {
        let model = noted.model;
        let language = model.language();
        let old = model
            .course
            .as_ref()
            .and_then(|course| course.old.get(&QuestionKey::new(&key.checklist, &key.item)));
        match (noted.asked(key), old) {
            (Some(Some(item)), old) => Some(match old {
                Some(old) if !knows(item, answer) => Self::Old(label(language, item, key), old),
                _ => Self::Asked(label(language, item, key), item),
            }),
            (None, Some(old)) => Some(Self::Old(numbered(old.label.get(language), key), old)),
            _ => None,
        }
    }

    fn label(&self) -> &str {
        match self {
            Self::Asked(label, _) | Self::Old(label, _) => label,
        }
    }

    /// The answer, with its note and with who gave it, where several people answer for themselves.
    fn words(&self, language: Language, meeting: &Meeting, answer: &Answer) -> String {
        let words = match self {
            Self::Asked(_, item) => in_words(language, meeting, item, answer),
            Self::Old(_, old) => with_note(old.words(language, meeting, answer), answer),
        };
        match terms::participant_by_id(language, meeting, answer.answered_by) {
            by if by.is_empty() => words,
            by => format!("{words} ({by})"),
        }
    }

    fn lacking(
        &self,
        noted: &Noted<'_>,
        meeting: &Meeting,
        key: &QuestionKey,
        answer: &Answer,
    ) -> Option<String> {
        let course = noted.model.course.as_ref()?;
        match self {
            Self::Asked(_, item) => noted.lacking(course, meeting.id, (key, item), answer),
            Self::Old(_, old) => noted.lacking_of_old(course, meeting.id, (key, old), answer),
        }
    }
}
