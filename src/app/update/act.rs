//! What rows do: intents made into changes of the record, steps on the path, and effects.

use std::collections::BTreeSet;

use super::Turn;
use super::changes::Urgency;
use crate::app::message::Effect;
use crate::app::page::{Action, Chooser, Detail, Row, RowId, RowKind, Screen};
use crate::app::pages;
use crate::checklist::{Discipline, ItemKind, Name};
use crate::meeting::{
    Change, Ended, Given, LOOKING_BACK, Owner, PatientId, QuestionKey, Removal, Review, Stamp, terms,
};

impl Turn<'_> {
    /// Carries out the intent of a row.
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Nothing => {}
            Action::Open(screen) => self.go_into(screen),
            Action::Replace(_) if self.asks_for_what_lacks() => {}
            Action::Replace(screen) => {
                self.leave_screen(screen.patient());
                if self.model.path.under().is_some_and(|under| under.screen == screen) {
                    self.model.path.back();
                } else {
                    self.model.path.replace(screen);
                }
            }
            Action::Back => self.back(),
            Action::Command(msg) => {
                self.model.path.back();
                self.intend(*msg);
            }
            Action::Below(row) => {
                self.model.path.back();
                self.enter(row);
                // It was chosen where it is named, and may be out of sight where it stands.
                if let Some(row) = self.model.focused().filter(|row| matches!(row.kind, RowKind::Action(_))) {
                    self.carry_out(row);
                }
            }
            Action::Unfold => self.unfold(),
            Action::Change(row) => {
                self.model.path.top_mut().unfolded = true;
                self.enter(row);
            }
            Action::ShowAll => drop(self.end_search()),
            Action::Lock => self.lock(),
            Action::Unlock => self.unlock(),
            Action::FirstUse(deed) => self.first_use(deed),
            Action::Quit if self.asks_before_quitting(false) => {}
            Action::Quit => self.quit(),
            Action::SaveAgain => self.save_again(),
            Action::SaveElsewhere => self.save_elsewhere(),
            Action::QuitUnsaved => self.effects.push(Effect::Quit),
            Action::NewMeeting => self.new_meeting(),
            Action::LookAtPaper(paper) => self.look_at_paper(paper),
            Action::LookIntoFolder(path) => self.look_into_folder(Some(path)),
            Action::UseFolder => self.use_folder(),
            Action::SavePaper => self.save_paper(),
            Action::SavePaperNow(existing) => self.save_paper_now(existing),
            Action::ShowPaper(path) => self.effects.push(Effect::ShowPaper(path)),
            Action::OpenMeeting(id) => self.open_meeting(id),
            Action::ResumeMeeting => self.model.path.open(Screen::Meeting),
            Action::SetKind(kind)
                if self.model.record().is_some_and(|record| record.details.kind == kind) =>
            {
                // Who takes part comes next, where nobody stands there yet.
                let is_alone = self.model.record().is_some_and(|record| record.participants.is_empty());
                self.enter(RowId::fixed(if is_alone { "add-participant" } else { "to-agenda" }));
            }
            Action::SetKind(kind) => {
                let change = self.meeting_change(|details| details.kind = kind);
                self.commit(change);
            }
            Action::CloseMeeting => self.close_meeting(),
            Action::ReopenMeeting => self.reopen_meeting(),
            Action::AddParticipant => self.add_participant(),
            Action::Remove(removal) => self.remove(removal),
            Action::ToggleRole(id, role) => self.toggle_role(id, role),
            Action::ToggleAbsent(id) => {
                let change = self.participant_change(id, |mut known| {
                    known.absent = !known.absent;
                    Some(known)
                });
                self.commit(change);
            }
            Action::SetDiscipline(id, discipline) => {
                let change = self.participant_change(id, |mut known| {
                    known.discipline = discipline;
                    Some(known)
                });
                // Which other function that is, is typed.
                if self.commit(change) && discipline == Some(Discipline::Other) {
                    self.enter(RowId::fixed("profession"));
                }
            }
            Action::Play(case, kept) => self.play(&case, kept),
            Action::Played(scene, detail) => self.played(&scene, detail),
            Action::DeleteSession(id) => self.delete_session(id),
            Action::NewBetween => self.new_between(),
            Action::AddPatient => self.add_patient(),
            Action::AddEarlierPatient(patient) => self.add_earlier_patient(patient),
            Action::Select(selection) => self.model.selection = selection,
            Action::OpenMeetingAt(id, patient) => {
                self.model.unseen().landing_at = None;
                self.open_meeting_at(id, patient);
            }
            Action::OpenHit(id, patient, place) => self.open_hit(id, patient, place),
            Action::TakeAgreement(patient, id) => self.take_agreement(patient, id),
            Action::TakeProposal(all) => self.take_proposal(all),
            Action::TakeGroup(name) => self.take_group(&name),
            Action::ToggleFormerly(name) => self.toggle_formerly(&name),
            Action::MovePatient(patient, by) => self.move_patient(patient, by),
            Action::Detail(patient, detail) if self.is_shown_of_nobody(patient, &detail) => {}
            Action::Detail(patient, detail) => self.detail(patient, &detail),
            Action::Finish(patient) => self.finish(patient, !self.model.after_enter),
            Action::Confirm(patient) => self.confirm(patient),
            Action::Walk(patient, checklist) => self.walk(patient, checklist),
            Action::Next => self.step(true),
            Action::Previous => self.step(false),
            Action::Set(setting) => {
                self.model.settings = self.model.settings.with(setting);
                self.effects.push(Effect::SaveSettings(self.model.settings));
                self.name_sessions();
            }
            Action::InsistOnMeeting(id) => self.ask_to_open(Effect::InsistOnMeeting(id)),
            Action::RecoverMeeting(id) => self.recover_meeting(id),
            Action::LookAtVersion(version) => self.look_at_version(version),
            Action::TakePiece(difference) => self.take_piece_over(&difference),
            Action::TakeOverAll => self.take_over_all(),
            Action::AddLine(place, line) => self.add_line(place, &line),
            Action::PutVersionAway => self.put_version_away(),
            Action::Edit(place) => self.edit_file(place),
            Action::EditSettings => {
                self.leave_field();
                self.effects.push(Effect::EditSettings);
            }
            Action::TakeOver(name) => self.take_over_checklist(&name),
            Action::TakeOverRoute(name) => self.take_over_route(&name),
            answers => self.act_on_discussion(answers),
        }
    }

    /// The intents that answer, judge or agree.
    fn act_on_discussion(&mut self, action: Action) {
        match action {
            Action::Answer(patient, question, given) => {
                self.answer(patient, &question, |answer| answer.given = given);
                self.close_chooser();
            }
            Action::AnswerPerson(patient, question, person) => {
                self.answer(patient, &question, |answer| answer.given = Some(Given::Person(person)));
                self.close_chooser();
            }
            Action::ToggleOption(patient, question, option) => {
                self.toggle_option(patient, &question, &option);
            }
            Action::AnsweredBy(patient, question, who) => {
                self.answer(patient, &question, |answer| answer.answered_by = who);
                self.close_chooser();
            }
            Action::AddAnswer(patient, question, who) => {
                let first = self.model.review(patient).and_then(|review| review.answers.get(&question));
                let is_free = first.is_none_or(|first| first.answered_by.is_none());
                let question = if is_free { question } else { question.answered_by(who) };
                self.answer(patient, &question, |answer| answer.answered_by = Some(who));
                self.close_chooser();
            }
            Action::RemoveAnswer(patient, question) => self.answer(patient, &question, |answer| {
                answer.given = None;
                answer.answered_by = None;
                answer.note.clear();
            }),
            Action::Count(patient, question, option) => self.answer(patient, &question, |answer| {
                // Who answers after all takes back that nobody did.
                answer.given = answer.given.take().filter(|given| !matches!(given, Given::Not(_)));
                let count = answer.counts.entry(option).or_insert(0);
                *count = count.saturating_add(1);
            }),
            Action::ClearCounts(patient, question) => self.answer(patient, &question, |answer| {
                answer.counts.clear();
                answer.given = None;
            }),
            Action::StillHolds(patient, question) => self.still_holds(patient, &question),
            Action::HoldsToo(patient, question) => self.holds_too(patient, &question),
            Action::AddTime(patient, group) => self.add_time(patient, &group),
            Action::Judge(patient, checklist, choice) => self.judge(patient, &checklist, choice),
            Action::JudgeAgain(patient, checklist) => self.judge_again(patient, &checklist),
            Action::Withdraw(patient, checklist, withdrawn) => self.withdraw(patient, &checklist, withdrawn),
            Action::MoveLine(patient, line, place) => self.move_line(patient, line, &place),
            Action::ToggleInvolved(patient, checklist, who) => self.toggle_involved(patient, &checklist, who),
            Action::InvolveAll(patient, checklist) => self.involve_all(patient, &checklist),
            Action::CopyAgreement(patient, id, other) => self.copy_agreement(patient, id, other),
            Action::NewAgreement(patient, text) => self.new_agreement(patient, text),
            Action::SetOwner(patient, id, owner) => {
                let name = self.typed_for_nobody().filter(|_| owner == Some(Owner::Outside));
                let change = self.agreement_change(patient, id, |mut agreement| {
                    if let Some(name) = name.filter(|_| agreement.outside_name.trim().is_empty()) {
                        agreement.outside_name = name;
                    }
                    if agreement.owner != owner {
                        agreement.told_by = agreement.told_by.filter(|_| owner == Some(Owner::Outside));
                    }
                    agreement.owner = owner;
                    Some(agreement)
                });
                self.commit(change);
                self.close_chooser();
            }
            Action::SetToldBy(patient, id, who) => {
                let change = self.agreement_change(patient, id, |mut agreement| {
                    agreement.told_by = who;
                    Some(agreement)
                });
                self.commit(change);
                self.close_chooser();
            }
            Action::ToggleForPatient(patient, id) => {
                let change = self.agreement_change(patient, id, |mut agreement| {
                    agreement.for_patient = !agreement.for_patient;
                    Some(agreement)
                });
                let is_for_patient = matches!(&change, Some(Change::Agreement { after: Some(after), .. }) if after.for_patient);
                if self.commit(change) && is_for_patient {
                    self.tell(self.model.language().agreement_is_for_patient());
                }
            }
            Action::EndAgreement(patient, id, done) => {
                let recorded = self.model.stamp();
                let change = self.agreement_change(patient, id, |mut agreement| {
                    agreement.ended = done.map(|done| Ended { done, recorded });
                    Some(agreement)
                });
                if self.commit(change) && done.is_some() {
                    self.enter(RowId::fixed("outcome"));
                }
            }
            _ => {}
        }
    }

    /// Records an answer; the first one in a checklist pins its definition along.
    fn answer(
        &mut self,
        patient: PatientId,
        question: &QuestionKey,
        alter: impl FnOnce(&mut crate::meeting::Answer),
    ) {
        // What stands already begins no checklist.
        let change = self.chosen_change(patient, question, alter);
        let Some(change) = change.filter(|change| !change.is_nothing()) else { return };
        let given = match &change {
            Change::Answer { after: Some(after), .. } => after.given.clone(),
            _ => None,
        };
        let mut changes = self.pin(&question.checklist);
        let along = self.said_along(patient, question, given.as_ref());
        changes.push(change);
        changes.extend(along);
        self.record(changes, Urgency::Committed);
    }

    fn toggle_option(&mut self, patient: PatientId, question: &QuestionKey, option: &Name) {
        // What was ticked earlier and stands comes along: who ticks one more takes nothing away.
        let stood = self.model.answered_earlier(patient, question).filter(|_| self.model.stands(question));
        let stood = stood.and_then(|stood| stood.value.given.clone());
        // "Geen aanwijzingen" beside a sign would say two things at once.
        let item =
            self.model.checklist(&question.checklist).and_then(|known| known.item(question.item.as_str()));
        let options = item.map(terms::options).unwrap_or_default();
        let alone: BTreeSet<Name> =
            options.iter().filter(|option| option.exclusive).map(|option| option.code.clone()).collect();
        self.answer(patient, question, |answer| {
            let mut codes = match answer.given.take().or(stood) {
                Some(Given::Choices(codes)) => codes,
                _ => BTreeSet::new(),
            };
            if !codes.remove(option) {
                codes.retain(|code| !alone.contains(option) && !alone.contains(code));
                codes.insert(option.clone());
            }
            answer.given = (!codes.is_empty()).then_some(Given::Choices(codes));
        });
    }

    /// Goes back after a choice of one person.
    fn close_chooser(&mut self) {
        let several = matches!(self.model.screen(), Screen::Choose(Chooser::Involved(..)));
        if matches!(self.model.screen(), Screen::Choose(_) | Screen::NoAnswer(..)) && !several {
            let owner = matches!(self.model.screen(), Screen::Choose(Chooser::Owner(..)));
            self.model.path.back();
            // Whoever said who does it is asked what comes next, and what it is where that was passed by.
            if owner && self.agreement_has_no_text() {
                self.ask_for_agreement();
            } else if owner {
                let page = self.model.page();
                let owner = RowId::fixed("owner");
                let next = page.rows().skip_while(|row| row.id != owner).nth(1).map(|row| row.id.clone());
                next.into_iter().for_each(|next| self.enter(next));
            }
        }
    }

    /// Chooses an option of the one-row choice in focus by its place.
    pub(super) fn choose(&mut self, place: usize) {
        let row = self.model.focused();
        if let Some(RowKind::OneOf(choice)) = row.as_ref().map(|row| &row.kind) {
            let beyond = choice.beyond.as_ref().filter(|_| place == choice.options.len());
            let chosen = choice.options.get(place).map(|(_, action)| action);
            let chosen = chosen.or_else(|| beyond.map(|beyond| &beyond.opens)).cloned();
            chosen.into_iter().for_each(|action| self.act(action));
            return;
        }
        let Some(Row { id, kind: RowKind::Scale { more: Action::Answer(patient, question, _), .. }, .. }) =
            row
        else {
            return;
        };
        let checklist = self.model.checklist(&question.checklist);
        let item = checklist.and_then(|checklist| checklist.item(question.item.as_str()));
        let given = match item.map(|item| &item.kind) {
            Some(ItemKind::YesNo) => Some(Given::YesNo(place == 0)).filter(|_| place < 2),
            Some(ItemKind::Choice(options)) => {
                options.get(place).map(|option| Given::Choice(option.code.clone()))
            }
            _ => None,
        };
        if let Some(given) = given {
            self.model.set_focus(Some(id));
            self.act(Action::Answer(patient, question, Some(given)));
        }
    }

    fn add_time(&mut self, patient: PatientId, group: &QuestionKey) {
        let Some(review) = self.model.review(patient) else { return };
        let before = review.repeats.get(group).cloned();
        let mut after = review.times(group).to_vec();
        after.push(next_time(review, group, &after));
        let mut changes = self.pin(&group.checklist);
        changes.push(Change::Repeats { patient, group: group.clone(), before, after: Some(after) });
        // What is asked for has its place, and what is empty would be folded away.
        if matches!(self.model.screen(), Screen::Patient(_)) {
            self.model.path.top_mut().unfolded = true;
        }
        let known = self.model.page();
        if self.record(changes, Urgency::Committed) {
            // Whatever is asked first: from what stays below the new rows nobody would see that they came.
            let page = self.model.page();
            let is_new = |row: &&Row| known.row(&row.id).is_none() && !row.takes_away();
            if let Some(id) = page.rows().find(is_new).map(|row| row.id.clone()) {
                self.enter(id);
            }
        }
    }

    /// Opens a checklist at the first page with something open, or at its first page.
    fn walk(&mut self, patient: PatientId, name: Name) {
        let (Some(review), Some(checklist)) = (self.model.review(patient), self.model.checklist(&name))
        else {
            self.say(self.model.language().library_missing(), true);
            return;
        };
        if let Some(page) = pages::way_in(checklist, review) {
            self.go_into(Screen::Step { patient, checklist: name, page });
            self.say_where_it_goes_on(None);
        }
    }

    pub(super) fn detail(&mut self, patient: PatientId, detail: &Detail) {
        // Whoever presses Enter once too often has nobody come to life again.
        let asks = Screen::Removing(Removal::Death(patient));
        let is_asked =
            *detail != Detail::Deceased(false) || self.model.in_lines || *self.model.screen() == asks;
        if !is_asked && self.model.review(patient).is_some_and(|review| self.model.is_deceased(review)) {
            self.go_into(asks);
            return;
        }
        let known = self.model.register().and_then(|register| register.patient(patient));
        let died_before = known.is_some_and(|known| known.deceased);
        // What was recorded of the death in this meeting is taken back with it, and is there again where that was a mistake.
        let looked_back =
            self.model.review(patient).is_some_and(|review| review.has_begun(&LOOKING_BACK.into()));
        let route = |turn: &Self| {
            let route = pages::route_of(turn.model, turn.model.review(patient)?)?;
            Some((route.route.id.clone(), route.route.title.get(turn.model.language()).to_owned()))
        };
        let before = route(self);
        let lived = self.open().and_then(|open| open.history.before_death(patient));
        let change = self.review_change(patient, |details, stamp| {
            match detail {
                Detail::BroughtBy(who) => details.brought_by = *who,
                Detail::Informed(informed) => details.informed = *informed,
                Detail::Route(route) => details.route.clone_from(route),
                Detail::Finished(finished) => details.finished = finished.then_some(stamp),
                Detail::Postponed(postponed) => details.postponed = *postponed,
                Detail::Deceased(deceased) => {
                    // From here on somebody says so, whatever came along.
                    details.came_along.iter_mut().for_each(|came| came.deceased = false);
                    details.deceased = *deceased;
                    details.alive = !*deceased && (died_before || looked_back);
                    // Whoever has died is looked back on, whatever was to be discussed before.
                    details.route = details.route.take().filter(|_| !*deceased);
                    details.finished = details.finished.take().filter(|_| !*deceased);
                    // What went with it comes back where it was a mistake.
                    if let Some(lived) = lived.filter(|_| !*deceased) {
                        details.route = details.route.take().or_else(|| lived.route.clone());
                        details.finished = details.finished.take().or(lived.finished);
                    }
                }
                Detail::Identity(identity) => details.same_as = *identity,
                Detail::Apart(other, apart) => {
                    details.apart_from.retain(|known| known != other);
                    details.apart_from.extend(apart.then_some(*other));
                }
                Detail::TakenOver(by) => {
                    // Who is chosen once more took it over when that was said first.
                    let known = details.taken_over.filter(|known| by.is_some() && known.by == *by);
                    details.taken_over = known.or(by.map(|by| Stamp { by: Some(by), at: stamp.at }));
                }
            }
            if matches!(detail, Detail::Deceased(_) | Detail::Identity(_) | Detail::Apart(..)) {
                let is_said = details.deceased || details.alive || details.same_as.is_some();
                details.noted = (is_said || !details.apart_from.is_empty()).then_some(stamp);
            }
        });
        let parted = self.parted(change.as_ref(), detail);
        let done =
            change.is_some() && self.record(change.into_iter().chain(parted).collect(), Urgency::Committed);
        if done && (*self.model.screen() == asks || matches!(self.model.screen(), Screen::OnePerson(..))) {
            self.model.path.back();
        }
        self.close_chooser();
        // Where nobody met there is nothing to look back in.
        let between = self.model.record().is_some_and(|meeting| meeting.details.is_between());
        let after = route(self).filter(|_| done && !between && *detail == Detail::Deceased(true));
        if let Some((_, title)) = after.filter(|after| before.as_ref() != Some(after)) {
            self.say(self.model.language().route_is_now(&title), false);
        } else if done && *detail == Detail::Deceased(true) {
            let language = self.model.language();
            self.say(language.recorded_at_once(language.patient_deceased()), false);
        }
        if done && matches!(detail, Detail::Postponed(true)) {
            self.model.path.go(&Screen::Meeting);
            self.model.set_focus(None);
        }
    }

    /// Makes an agreement and opens it.
    fn new_agreement(&mut self, patient: PatientId, text: String) {
        // One after the other: Esc leads from the last of them to where somebody was before the first.
        let follows = matches!(self.model.screen(), Screen::Agreement(..));
        if follows && self.asks_for_what_lacks() {
            return;
        }
        let agreed = if follows { self.agreed_here() } else { None };
        match follows {
            true => self.leave_screen(Some(patient)),
            false => self.leave_field(),
        }
        let Some(at) = self.model.review(patient).map(|review| review.agreements.len()) else { return };
        let Some(id) = self.take_id().map(crate::meeting::AgreementId) else { return };
        let mut agreement = crate::meeting::Agreement::new(id, self.model.stamp());
        agreement.what = text;
        let change = Change::Agreement { patient, at, before: None, after: Some(Box::new(agreement)) };
        if self.commit(Some(change)) {
            match follows {
                true => self.model.path.replace(Screen::Agreement(patient, id)),
                false => self.go_into(Screen::Agreement(patient, id)),
            }
            let filled = self.model.review(patient).and_then(|review| review.agreements.get(at));
            if filled.is_some_and(|agreement| !agreement.what.is_empty()) {
                self.enter(RowId::fixed("owner"));
            }
            // The screen looks as before: whoever typed on it is told that it was kept.
            if let Some(what) = agreed {
                self.say(self.model.language().agreement_stands_next(&what), false);
            }
        }
    }

    /// An agreement about the patient on the screen.
    pub(super) fn agree(&mut self) {
        if let Some(patient) = self.model.screen().patient() {
            self.new_agreement(patient, String::new());
        }
    }
}

/// A number that no time of this group ever had, as far as answers show.
fn next_time(review: &Review, group: &QuestionKey, times: &[u32]) -> u32 {
    let depth = group.instance.len();
    let used = review
        .answers
        .keys()
        .filter(|key| key.checklist == group.checklist && key.instance.starts_with(&group.instance))
        .filter_map(|key| key.instance.get(depth));
    times.iter().chain(used).copied().max().unwrap_or(0).saturating_add(1)
}
