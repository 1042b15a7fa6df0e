//! Kind, group, date and participants of the open meeting.

use crate::app::model::Model;
use crate::app::page::{Action, Block, Field, Mark, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::{clock_doubt, named, titled};
use crate::app::pages::search;
use crate::checklist::Looks;
use crate::meeting::{
    Discipline, KnownGroup, Meeting, MeetingKind, MeetingText, ParticipantId, ParticipantText, Removal,
    Role as MeetingRole, TextPlace, terms, typed,
};
use crate::text::same;
use crate::words::Language;

/// Kind, group, date and participants.
pub(in crate::app::pages) fn details(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.details_title());
    let Some(meeting) = model.record() else { return page };
    page.first = Some(RowId::fixed("group"));
    // The day of a new meeting is the one of this clock.
    if let Some(doubt) = clock_doubt(model).filter(|_| meeting.details.date == model.now.date()) {
        page.text(Role::Warning, doubt);
    }
    let group = Row::field(
        RowId::fixed("group"),
        language.details_group(),
        Field::line(TextPlace::Meeting(MeetingText::Group), language.details_group_hint()),
    );
    page.push(named(model, group));
    called_now(&mut page, model, meeting);
    known_groups(&mut page, model, meeting);
    let earlier_names = earlier_names(model, meeting);
    let is_new = model.register().is_some_and(|register| register.group(&meeting.details.group).is_none());
    if is_new {
        tell_earlier_names(&mut page, model, &earlier_names, true);
    }
    page.push(Row::field(
        RowId::fixed("date"),
        language.details_date(),
        date_field(language, meeting, model.now.date()),
    ));
    let other = model.register().and_then(|register| register.group_for(meeting, &meeting.details.group));
    let is_met = !meeting.details.is_between() && meeting.details.date_typed.trim().is_empty();
    if other.is_some_and(|known| is_met && known.date == meeting.details.date && known.date_typed.is_empty())
    {
        page.text(Role::Warning, language.details_day_taken());
    }
    let planned = Field::line(TextPlace::Meeting(MeetingText::Planned), language.details_planned_hint());
    let reading = match (meeting.details.planned.trim(), typed::minutes(&meeting.details.planned)) {
        ("", _) => String::new(),
        // What has a unit of its own is told in minutes where those are not what was typed.
        (typed, Some(minutes)) if typed.contains(char::is_alphabetic) => {
            if typed.starts_with(&minutes.to_string()) { String::new() } else { language.in_minutes(minutes) }
        }
        (_, Some(_)) => language.minutes().to_owned(),
        (typed, None) if typed::number(typed).is_some() => {
            let most = f64::from(typed::MOST_MINUTES);
            language.number_out_of_bounds(Some(1.0), Some(most), language.minutes())
        }
        (_, None) => language.number_unread().to_owned(),
    };
    page.push(Row::field(RowId::fixed("planned"), language.details_planned(), planned.read_as(reading)));
    let kinds: &[MeetingKind] = match meeting.details.kind {
        MeetingKind::Between => &[],
        _ => &[MeetingKind::Patz, MeetingKind::Mdo, MeetingKind::Education],
    };
    if !kinds.is_empty() {
        page.gap().text(Role::Heading, language.details_kind());
    }
    for kind in kinds.iter().copied() {
        let chosen = meeting.details.kind == kind;
        page.push(
            Row::action(RowId::of("kind", kind.name()), terms::kind(language, kind), Action::SetKind(kind))
                .marked(if chosen { Mark::Chosen } else { Mark::NotChosen }),
        );
    }
    page.gap().text(Role::Heading, language.details_participants());
    for participant in &meeting.participants {
        let mut roles: Vec<&str> =
            participant.roles.iter().map(|role| terms::role(language, *role)).collect();
        if participant.absent {
            roles.push(language.participant_absent());
        }
        let open = Action::Open(Screen::Participant(participant.id));
        page.push(
            Row::action(
                RowId::of("participant", participant.id),
                terms::participant(language, participant),
                open,
            )
            .with_value(Role::Quiet, roles.join(", "))
            .listed(),
        );
    }
    if model.may_change() {
        page.push(Row::action(
            RowId::fixed("add-participant"),
            language.details_add_participant(),
            Action::AddParticipant,
        ));
    }
    if !is_new {
        tell_earlier_names(&mut page, model, &earlier_names, false);
    }
    page.gap();
    let count = model.open.as_ref().map_or(0, |open| open.versions.len());
    if count > 0 {
        page.push(
            Row::action(RowId::fixed("versions"), language.versions_title(), Action::Open(Screen::Versions))
                .with_value(Role::Quiet, count.to_string()),
        );
    }
    let back = if meeting.details.is_between() {
        language.between_to_patients()
    } else {
        language.details_to_agenda()
    };
    page.push(Row::action(RowId::fixed("to-agenda"), back, Action::Back));
    page
}

/// Asks whether a group is meant that had the name which was typed: part of it may have kept that name.
fn called_now(page: &mut Page, model: &Model, meeting: &Meeting) {
    let typed = meeting.details.group.trim();
    let known = model.register().and_then(|register| register.group_for(meeting, typed));
    let is_asked = model.may_change() && meeting.reviews.is_empty() && !typed.is_empty();
    let Some(known) = known.filter(|known| is_asked && !same::same(&known.name, typed)) else { return };
    let language = model.language();
    page.text(Role::Question, language.group_is_called_now(typed, &known.name));
    let day = typed::plain_day(known.date, model.now.date(), language);
    let take = Action::TakeGroup(known.name.clone());
    page.push(
        Row::action(RowId::fixed("called-now"), language.group_is_that(&known.name), take)
            .with_value(Role::Quiet, language.last_time(&day))
            .marked(Mark::Leads),
    );
}

/// Offers the groups of earlier meetings while this one has no name, and those in which what is typed occurs while it is typed.
fn known_groups(page: &mut Page, model: &Model, meeting: &Meeting) {
    let typed_name = same::plain(meeting.details.group.trim());
    let is_new = meeting.participants.is_empty() && meeting.reviews.is_empty();
    if !model.may_change() || !(typed_name.is_empty() || is_new) {
        return;
    }
    let language = model.language();
    let groups = model.register().into_iter().flat_map(|register| register.groups_for(meeting));
    let offered = groups.enumerate().filter(|(_, known)| {
        let name = same::plain(&known.name);
        typed_name.is_empty()
            || name != typed_name && same::fit(&same::searched(&known.name), &typed_name).is_some()
    });
    let rows = offered.map(|(index, known)| {
        let day = typed::plain_day(known.date, model.now.date(), language);
        let day = typed::met(language, &known.date_typed, day);
        let take = Action::TakeGroup(known.name.clone());
        Row::action(RowId::of("known-group", index), known.name.clone(), take)
            .with_value(Role::Quiet, language.last_time(&day))
            .marked(Mark::Leads)
    });
    if typed_name.is_empty() {
        search::list(page, model, rows.collect());
    } else {
        page.blocks.extend(rows.map(|row| Block::Row(Box::new(row))));
    }
}

/// The groups of which this one may be another name, each with whether that was said; none where it has no name itself.
fn earlier_names(model: &Model, meeting: &Meeting) -> Vec<Row> {
    let details = &meeting.details;
    let may = !details.group.trim().is_empty()
        && matches!(details.kind, MeetingKind::Patz | MeetingKind::Mdo)
        && (model.may_change() || !details.formerly.is_empty());
    let groups = model.register().filter(|_| may).into_iter();
    let groups: Vec<&KnownGroup> = groups.flat_map(|register| register.groups_for(meeting)).collect();
    let language = model.language();
    // Of a group that met before, those that have not met since may be what it was.
    let last = groups.iter().find(|known| same::same(&known.name, &details.group)).map(|own| own.date);
    let told = |known: &KnownGroup| details.formerly.iter().any(|name| same::same(name, &known.name));
    let others = groups.iter().enumerate().filter(|(_, known)| {
        !same::same(&known.name, &details.group) && (told(known) || last.is_none_or(|last| known.date < last))
    });
    let rows = others.map(|(index, known)| {
        let day = typed::plain_day(known.date, model.now.date(), language);
        let day = typed::met(language, &known.date_typed, day);
        Row::action(
            RowId::of("formerly", index),
            known.name.clone(),
            Action::ToggleFormerly(known.name.clone()),
        )
        .with_value(Role::Quiet, language.last_time(&day))
        .marked(if told(known) { Mark::Ticked } else { Mark::NotTicked })
    });
    rows.collect()
}

/// Offers to say which of the known groups this one was: else their patients, agreements and days stay under the old name.
fn tell_earlier_names(page: &mut Page, model: &Model, rows: &[Row], is_new: bool) {
    if rows.is_empty() {
        return;
    }
    let language = model.language();
    page.gap().text(Role::Heading, language.group_formerly());
    let what = if is_new { language.group_is_new() } else { language.group_formerly_what() };
    page.text(Role::Quiet, what);
    page.blocks.extend(rows.iter().map(|row| Block::Row(Box::new(row.clone()))));
    page.gap();
}

fn date_field(language: Language, meeting: &Meeting, today: chrono::NaiveDate) -> Field {
    let day = typed::stands(language, meeting.details.date, today);
    let typed_date = meeting.details.date_typed.trim();
    let field = Field::line(TextPlace::Meeting(MeetingText::Date), day);
    field.read_as(typed::said(language, typed_date, today, Looks::Either))
}

/// One participant: name, profession, roles.
pub(in crate::app::pages) fn participant(model: &Model, id: ParticipantId) -> Page {
    let language = model.language();
    let mut page = titled(language.details_participants());
    let Some(participant) = model.record().and_then(|meeting| meeting.participant(id)) else { return page };
    let name = Row::field(
        RowId::fixed("name"),
        language.participant_name(),
        Field::line(TextPlace::Participant(id, ParticipantText::Name), language.participant_name_hint()),
    );
    page.push(named(model, name));
    let ticked = |holds: bool| if holds { Mark::Ticked } else { Mark::NotTicked };
    let mut roles: Vec<Row> = MeetingRole::ALL
        .into_iter()
        .map(|role| {
            let (word, toggle) = (terms::role(language, role), Action::ToggleRole(id, role));
            Row::action(RowId::of("role", role.name()), word, toggle)
                .marked(ticked(participant.roles.contains(&role)))
        })
        .collect();
    roles.push(
        Row::action(RowId::fixed("absent"), language.participant_absent(), Action::ToggleAbsent(id))
            .marked(ticked(participant.absent)),
    );
    let typed = same::plain(&model.path.top().search);
    let disciplines = Discipline::ALL.iter().map(|&discipline| {
        let chosen = participant.discipline == Some(discipline);
        let set = Action::SetDiscipline(id, Some(discipline));
        let row_id = RowId::of("discipline", discipline.name());
        let mark = if chosen { Mark::Chosen } else { Mark::NotChosen };
        let word = terms::discipline(language, discipline);
        let other = other_name(discipline, word, &typed);
        let label = other.map_or_else(|| word.to_owned(), |other| format!("{word} ({other})"));
        // What is shortened so goes before all that begins so, and that before what has another name that begins so.
        let place = other.map_or(1, |other| if same::plain(other) == typed { 0 } else { 2 });
        (place, Row::action(row_id, label, set).marked(mark))
    });
    let mut disciplines: Vec<(u8, Row)> = disciplines.collect();
    disciplines.sort_by_key(|(place, _)| *place);
    let disciplines = disciplines.into_iter().map(|(_, row)| row);
    // A role or a function is typed in a few letters: they are one list.
    let mut lists =
        [(language.participant_roles(), roles), (language.participant_discipline(), disciplines.collect())];
    // Who types "consul" of somebody without a function means that, and not the role of the same word.
    if participant.discipline.is_none() && !model.path.top().search.is_empty() {
        lists.reverse();
    }
    search::groups(&mut page, model, lists.map(|(heading, rows)| (heading.to_owned(), rows)).into());
    if participant.discipline == Some(Discipline::Other) {
        let field = Field::line(
            TextPlace::Participant(id, ParticipantText::Profession),
            language.participant_profession_hint(),
        );
        page.push(Row::field(RowId::fixed("profession"), language.participant_profession(), field));
    }
    if participant.discipline.is_some() && model.path.top().search.is_empty() {
        let clear = Action::SetDiscipline(id, None);
        let label = language.participant_no_discipline();
        page.apart.push(Row::action(RowId::fixed("no-discipline"), label, clear));
    }
    page.gap();
    page.push(Row::action(RowId::fixed("done"), language.choose_done(), Action::Back));
    if model.may_change() {
        page.push(Row::action(
            RowId::fixed("remove"),
            language.participant_remove(),
            Action::Remove(Removal::Participant(id)),
        ));
    }
    page
}

/// Another name of a profession that begins with what was typed, where its own name does not say it: "poh".
fn other_name(discipline: Discipline, word: &str, typed: &str) -> Option<&'static str> {
    let begins = |other: &&&str| {
        let other = same::plain(other);
        other.starts_with(typed) && !same::plain(word).contains(&other)
    };
    discipline.other_names().iter().find(begins).copied().filter(|_| !typed.is_empty())
}
