//! Typing into the text in focus.

use chrono::{NaiveDate, NaiveTime};

use super::Turn;
use super::changes::Urgency;
use super::search::sought;
use crate::app::keymap::Focus;
use crate::app::layout;
use crate::app::message::Msg;
use crate::app::model::LeftOut;
use crate::app::page::{Action, BeforeTyping, Hidden, Row, RowId, RowKind, Screen};
use crate::meeting::{
    Agreement, AgreementText, Answer, AnswerText, Change, Given, MeetingText, PatientId, Person, QuestionKey,
    ReviewText, Stamp, TextPlace, terms,
};
use crate::text::{self, Command, Edge, Lines, Outcome, Refusal, TextEdit};

/// So many runs of typing back a text is looked for that was brought back letter by letter.
const BROUGHT_BACK: usize = 16;
/// So many digits may be a citizen number, of which one without its zero has the fewest.
const CITIZEN_NUMBER_DIGITS: usize = 8;

impl Turn<'_> {
    /// Types a command; where nothing can be typed, one sentence says so.
    pub(super) fn type_command(&mut self, command: &Command) {
        let before = self.model.layout();
        if let Some(edge) = self.perform(command)
            && matches!(command, Command::Move { select: false, .. })
        {
            self.step_row(&before, edge == Edge::After);
        }
    }

    /// Performs a command on the text in focus; gives the edge at which the cursor wanted to leave it.
    pub(super) fn perform(&mut self, command: &Command) -> Option<Edge> {
        let page = self.model.page();
        let Some(row) = self.model.focused() else {
            let is_sought = page.abilities.search && self.search(command);
            if !is_sought && self.focus_kind() == Focus::Waits {
                self.say(self.model.language().choose_first(), false);
            }
            return None;
        };
        let Some(field) = row.as_field() else {
            // Who types on the row that leads to a list means somebody of that list.
            if self.vote_by_typing(&row, command)
                || self.clear_by_typing(&row, command)
                || self.explain_by_typing(&row, command)
                || !page.abilities.searching && self.choose_by_typing(&row, command)
            {
                return None;
            }
            if page.abilities.search && self.search(command) {
                return None;
            }
            // Whoever typed here wanted a text: the Enter that ends it chooses nothing.
            let records = matches!(&row.kind, RowKind::Action(action) if action.records());
            if records && begins_a_text(command) && !self.model.after_enter {
                self.model.around_the_page().after_enter = true;
            }
            // The blanks of a space bar that is held are no text.
            if *command == Command::Insert(' ') && self.is_told() {
                return None;
            }
            let language = self.model.language();
            let words = match row.kind {
                _ if self.model.open.is_some() && !self.model.may_change() => self.why_it_stays(),
                RowKind::Action(Action::Change(_)) => language.opened_before_typing().to_owned(),
                _ if page.abilities.patient => language.cannot_type_here_patient().to_owned(),
                _ => language.cannot_type_here().to_owned(),
            };
            self.say(words, false);
            return None;
        };
        // One that stood at the end of the text may be waited for too.
        if !self.types_on_at(&field.place, command) {
            let place = field.place.clone();
            self.leave_number_out(&place);
        }
        let id = row.id.clone();
        let width = layout::width_of_field(self.model, &page, &row);
        let source = field.place.text(self.model.record()?)?.to_owned();
        // Nothing else looks at the lines, of which a long note has many.
        let moves = matches!(command, Command::Move { .. });
        let wrapped = if moves { self.model.wrap(&source, width) } else { text::wrap("", width) };
        let lines = match field.many_lines {
            true => Lines::Many,
            false if field.place.is_called() => Lines::Name,
            false => Lines::Single,
        };
        if self.model.path.top().focus.as_ref() != Some(&id) {
            self.model.set_focus(Some(id));
            self.model.arrive(source.len());
        }
        let mut cursor = self.model.path.top().cursor;
        let arrived = self.model.path.top().arrived;
        let types = matches!(command, Command::Insert(_) | Command::InsertText(_));
        if types
            && !self.model.after_letter
            && (is_written_day(&field.place, &source) || field.place.is_count())
            && cursor.position() == source.len()
        {
            // Another day or number takes the place of the one that stands, and is not typed behind it.
            cursor = text::Cursor::selecting(0, source.len());
        }
        let selected = cursor.selection().and_then(|range| source.get(range)).unwrap_or_default().trim();
        let stood = match selected {
            "" => self.chosen_person(&field.place).unwrap_or_default(),
            selected => selected.to_owned(),
        };
        let outcome = text::perform(&source, &cursor, command, lines, &wrapped, &self.model.clipboard);
        let outcome = match (&field.place, field.many_lines) {
            (TextPlace::Answer(..), _) | (_, false) => without_blanks_alone(&source, &cursor, outcome),
            _ => outcome,
        };
        let mut outcome = outcome;
        // Whoever comes to a text types behind its words, and not on to the last of them.
        let may_part =
            arrived && outcome.kept.is_none() && outcome.refused.is_none() && !field.place.is_number();
        let apart = may_part && outcome.edit.as_mut().is_some_and(|edit| edit.set_apart(&source));
        if let Some(edit) = outcome.edit.as_ref().filter(|_| apart) {
            outcome.cursor = text::Cursor::after(edit);
        }
        // With the last letter of what was typed there the blank before it goes.
        let known =
            self.model.path.top().stood.as_ref().filter(|known| known.apart && known.place == field.place);
        let leaves_a_blank =
            |edit: &TextEdit| known.is_some_and(|known| edit.leaves_a_blank(&source, &known.text));
        let comes_back = *command == Command::Backspace && outcome.edit.as_ref().is_some_and(leaves_a_blank);
        if let Some(edit) = outcome.edit.as_mut().filter(|_| comes_back) {
            edit.at -= 1;
            edit.removed.insert(0, ' ');
            outcome.cursor = text::Cursor::after(edit);
        }
        if let Some(copied) = outcome.copied {
            self.model.unseen().clipboard = copied;
        }
        let (place, is_hidden) = (field.place.clone(), field.hidden != Hidden::Nothing);
        // The first letter of a name is not the last, and what is written down in a scenario folds where nobody types.
        if (place.is_name() || place.is_repeated()) && !self.model.path.top().unfolded {
            self.model.path.top_mut().unfolded = true;
        }
        let alone = self.stands_alone(&place);
        let changes = outcome.edit.is_some();
        if let Some(edit) = &outcome.edit {
            let gave_way = edit.removed == source && !edit.inserted.is_empty();
            let stood = &mut self.model.unseen().path.top_mut().stood;
            match stood {
                Some(known) if known.place == place => known.apart |= apart,
                _ => {
                    let text = source.clone();
                    *stood = Some(BeforeTyping { place: place.clone(), text, gave_way, apart });
                }
            }
        }
        let applied = match outcome.edit {
            Some(edit) => self.edit(&place, edit),
            None => true,
        };
        if applied && alone && self.stands_alone(&place) {
            self.model.keep_page(page);
        }
        if applied {
            self.model.set_cursor(outcome.cursor);
            if comes_back {
                self.model.arrive(outcome.cursor.position());
            }
            let is_told = changes && !stood.is_empty() && !is_hidden;
            if is_told && self.silent && !matches!(command, Command::Cut) {
                self.tell(self.model.language().typed_over(&stood));
            }
            if matches!(command, Command::Insert(_) | Command::InsertText(_)) {
                self.model.unseen().unjudged = Some((place.clone(), outcome.cursor.position()));
            }
        }
        let left_out = outcome.kept.filter(|_| applied);
        if let Some(kept) = left_out.clone().filter(|kept| self.model.is_insisted_on(&kept.inserted)) {
            // What it is was said once in this meeting.
            self.put_back(&place, kept);
        } else if let Some(Refusal::TooLong { kept, of }) = outcome.refused {
            let language = self.model.language();
            let number = left_out.as_ref().map(|_| format!(" {}", language.citizen_number_refused()));
            self.say(language.text_too_long(kept, of) + &number.unwrap_or_default(), true);
            if let Some(kept) = left_out {
                self.remember_left_out(place, kept);
            }
        } else if let Some(kept) = left_out {
            self.leave_out(place, kept);
        }
        if outcome.left.is_none() {
            self.reveal();
        }
        outcome.left
    }

    /// Why nothing can be typed into the meeting that is open.
    pub(super) fn why_it_stays(&self) -> String {
        let language = self.model.language();
        let why = self.open().and_then(|open| open.read_only.as_ref());
        match why {
            Some(why) => why.get(language).to_owned(),
            None => language.closed_cannot_change().to_owned(),
        }
    }

    /// Whether nothing on the page but the field itself tells what stands in a text, as long as anything does: a letter in the
    /// notes on a patient changes the lines of the notes and nothing else.
    fn stands_alone(&self, place: &TextPlace) -> bool {
        let TextPlace::Review(patient, ReviewText::Notes | ReviewText::OwnWords | ReviewText::Question) =
            place
        else {
            return false;
        };
        let text = self.model.record().and_then(|record| place.text(record));
        *self.model.screen() == Screen::Patient(*patient)
            && self.as_reopened().is_none()
            && text.is_some_and(|text| !text.trim().is_empty())
    }

    /// Opens the list to choose from with what was typed or pasted on the row that leads to it; false where the row leads to none.
    fn choose_by_typing(&mut self, row: &Row, command: &Command) -> bool {
        let RowKind::Action(Action::Open(screen)) = &row.kind else { return false };
        if !screen.is_choice() {
            return false;
        }
        let Some(search) = sought("", command).filter(|_| begins_a_text(command)) else { return false };
        self.model.set_focus(Some(row.id.clone()));
        self.go_into(screen.clone());
        self.model.path.top_mut().search = search;
        true
    }

    /// What was typed on this screen for somebody who is not in its list; none where that could be a number of a person.
    pub(super) fn typed_for_nobody(&self) -> Option<String> {
        let is_nobody = self.model.page().row(&RowId::fixed("show-all")).is_some();
        let typed = self.model.path.top().search.trim();
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        (is_nobody && digits < CITIZEN_NUMBER_DIGITS && !typed.is_empty()).then(|| typed.to_owned())
    }

    /// Whether a message goes on with the number that is being typed.
    pub(super) fn types_on(&self, msg: &Msg) -> bool {
        let typing = || self.model.unjudged.as_ref().map(|(place, _)| place);
        match msg {
            Msg::Type(Command::Insert(sign)) if sign.is_ascii_digit() => true,
            Msg::Type(command) => typing().is_some_and(|place| self.types_on_at(place, command)),
            _ => false,
        }
    }

    /// Whether a command goes on with a number, or with the unit behind it that makes it no citizen number.
    fn types_on_at(&self, place: &TextPlace, command: &Command) -> bool {
        let Command::Insert(sign) = command else { return false };
        let typed = self.model.path.top().cursor.position();
        let source = || place.text(self.model.record()?);
        sign.is_ascii_digit()
            || source().is_some_and(|source| text::citizen_number::may_be_measured(source, typed, *sign))
    }

    /// Leaves a citizen number out that was waited for at the end of a text, now that nobody types on.
    pub(super) fn leave_number_out(&mut self, place: &TextPlace) {
        let Some(edit) = self.model.unfinished_number(place) else { return };
        let (start, length, typed) = (edit.at, edit.removed.len(), self.model.unjudged.is_some());
        let kept = edit.inverse();
        if self.edit(place, edit) {
            if typed {
                // Whoever began a unit behind it stays behind what was typed of that.
                let at = self.model.path.top().cursor.position();
                let at = if at >= start + length { at - length } else { start };
                self.model.set_cursor(text::Cursor::at(at));
            }
            self.leave_out(place.clone(), kept);
        }
    }

    /// Judges a number that was just typed, when somebody does anything else than type on at it.
    pub(super) fn judge_number(&mut self) {
        if let Some((place, _)) = self.model.unjudged.clone() {
            self.leave_number_out(&place);
            self.model.unseen().unjudged = None;
        }
    }

    /// Says that a citizen number was left out, and remembers how to put it back.
    fn leave_out(&mut self, place: TextPlace, kept: TextEdit) {
        self.say(self.model.language().citizen_number_refused(), true);
        self.remember_left_out(place, kept);
    }

    fn remember_left_out(&mut self, place: TextPlace, kept: TextEdit) {
        let revision = self.open().map_or(0, |open| open.saving.revision);
        self.model.left_out = Some(LeftOut { place, kept, revision });
    }

    /// Puts back what was left out as a citizen number: somebody says that it is something else.
    pub(super) fn keep(&mut self, left_out: LeftOut) {
        let LeftOut { place, kept, .. } = left_out;
        let inserted = kept.inserted.clone();
        if self.put_back(&place, kept) {
            if let Some(open) = &mut self.model.open {
                open.insisted.push(inserted);
            }
            self.say(self.model.language().citizen_number_kept(), false);
        }
    }

    /// Puts back what was left out, with the cursor behind it.
    fn put_back(&mut self, place: &TextPlace, kept: TextEdit) -> bool {
        let length = kept.inserted.len();
        // Whoever typed on stays behind what was typed.
        let at = self.model.path.top().cursor.position();
        let cursor = match at.checked_sub(kept.removed.len()) {
            Some(rest) if at > kept.at => text::Cursor::at(rest + length),
            _ => text::Cursor::after(&kept),
        };
        let put = self.edit(place, kept);
        if put {
            self.model.set_cursor(cursor);
        }
        put
    }

    /// The change by which typing begins or empties an answer that takes the place of what stood: what that was comes and goes
    /// with the answer as a whole.
    fn first_or_last_letter(
        &self,
        patient: PatientId,
        question: &QuestionKey,
        place: &TextPlace,
        which: AnswerText,
        edit: &TextEdit,
    ) -> Option<Change> {
        let record = self.model.record()?;
        let known = self.model.review(patient)?.answers.get(question);
        let begins = known.is_none_or(|answer| answer.given.is_none() || !place.is_free(record));
        let before = if begins { "" } else { place.text(record)? };
        let mut text = before.to_owned();
        edit.apply(&mut text).ok()?;
        let refers = if begins {
            let stood =
                self.model.stands(question) && self.model.answered_earlier(patient, question).is_some();
            stood || !self.model.said_of(patient, question).is_empty()
        } else {
            let refers = |answer: &Answer| answer.earlier.is_some() || !answer.said_of.is_empty();
            text.is_empty() && known.is_some_and(refers)
        };
        if !refers {
            return None;
        }
        self.answer_change(patient, question, |answer| {
            answer.given = (!text.is_empty()).then(|| which.given(text));
        })
    }

    /// What an edit makes of a typed answer; none where it leaves nothing.
    fn typed_answer(&self, place: &TextPlace, which: AnswerText, edit: &TextEdit) -> Option<Given> {
        let record = self.model.record()?;
        let mut text = if place.is_free(record) { place.text(record)?.to_owned() } else { String::new() };
        edit.apply(&mut text).ok()?;
        (!text.is_empty()).then(|| which.given(text))
    }

    /// The stamp of a text after an edit: now, or when it was given where the edit only brings back what stood, as a second Enter
    /// takes back the empty line of the first.
    fn stamp_after(&self, place: &TextPlace, edit: &TextEdit) -> Stamp {
        let stood = || {
            let text = place.text(self.model.record()?)?;
            let mut after = text.to_owned();
            edit.apply(&mut after).ok()?;
            let mut before = self.open()?.history.texts_before(place, text).take(BROUGHT_BACK);
            before.find(|(stood, _)| *stood == after)?.1
        };
        stood().unwrap_or_else(|| self.model.stamp())
    }

    /// Whether the last that happened was typing at this place.
    fn goes_on_typing(&self, place: &TextPlace) -> bool {
        let newest = self.open().and_then(|open| open.history.newest()?.changes.last());
        matches!(newest, Some(Change::Text { place: typed, .. }) if typed == place)
    }

    /// The participant who was chosen where the name of somebody else is typed.
    fn chosen_person(&self, place: &TextPlace) -> Option<String> {
        let TextPlace::Answer(patient, question, AnswerText::Outside) = place else { return None };
        let Some(Given::Person(Person::Participant(id))) =
            self.model.review(*patient)?.answers.get(question)?.given
        else {
            return None;
        };
        Some(terms::participant_by_id(self.model.language(), self.model.record()?, Some(id)))
    }

    /// Records an edit of a text; an answer of another form makes room for it first.
    pub(super) fn edit(&mut self, place: &TextPlace, edit: TextEdit) -> bool {
        let Some(record) = self.model.record() else { return false };
        let mut changes = Vec::new();
        if let TextPlace::Answer(patient, question, which) = place {
            if *which != AnswerText::Note && !place.is_free(record) {
                changes.extend(self.answer_change(*patient, question, |answer| answer.given = None));
            }
            let pins = self.pin(&question.checklist);
            changes.extend(pins);
            if *which != AnswerText::Note {
                let given = self.typed_answer(place, *which, &edit);
                changes.extend(self.said_along(*patient, question, given.as_ref()));
            }
        }
        if let TextPlace::Review(patient, ReviewText::OwnWords) = place
            && self.model.review(*patient).is_some_and(|review| review.details.own_words_on.is_some())
        {
            // What somebody types now was not written then.
            changes.extend(self.review_change(*patient, |details, _| details.own_words_on = None));
        }
        if let TextPlace::Agreement(patient, id, which) = place
            && *which != AgreementText::Outcome
            && !self.goes_on_typing(place)
        {
            // One that came along is another from the first letter on.
            let change = self.agreement_change(*patient, *id, |known| {
                let changed = Some(self.model.stamp()).filter(|_| known.from.is_some());
                Some(Agreement { changed: changed.or(known.changed), ..known })
            });
            changes.extend(change.filter(|change| !change.is_nothing()));
        }
        if let TextPlace::Judgement(_, checklist, _) = place {
            changes.extend(self.pin(checklist));
        }
        if let TextPlace::Answer(patient, question, which) = place
            && let Some(change) = match which {
                AnswerText::Note => self.last_letter_of_a_note(*patient, question, place, &edit),
                _ => self.first_or_last_letter(*patient, question, place, *which, &edit),
            }
        {
            changes.retain(|known| !matches!(known, Change::Answer { question: own, .. } if own == question));
            changes.push(change);
            return self.record(changes, Urgency::Typing);
        }
        let clears = |change: &Change| match (change, place) {
            (Change::Answer { question, .. }, TextPlace::Answer(_, own, _)) => question == own,
            _ => false,
        };
        let cleared = changes.iter().any(clears);
        let (before, after) = match place {
            TextPlace::Answer(..) => {
                let known = self.model.record().and_then(|record| place.stamp(record));
                let left = changes.iter().filter(|change| clears(change)).find_map(|change| match change {
                    Change::Answer { after, .. } => Some(after.as_ref().map(|answer| answer.recorded)),
                    _ => None,
                });
                let stays = !self.model.is_emptied(place, &edit);
                (if cleared { left.flatten() } else { known }, stays.then(|| self.stamp_after(place, &edit)))
            }
            _ => (None, None),
        };
        changes.push(Change::Text { place: place.clone(), edit, before, after });
        self.record(changes, Urgency::Typing)
    }
}

/// Whether a command types or pastes something that a text can begin with.
pub(super) fn begins_a_text(command: &Command) -> bool {
    match command {
        Command::Insert(sign) => !sign.is_whitespace() && !sign.is_control(),
        Command::InsertText(text) => text.chars().any(char::is_alphanumeric),
        _ => false,
    }
}

/// The outcome in which blanks alone are no text: they take the place of nothing, and what is left of a text that went is nothing.
fn without_blanks_alone(source: &str, cursor: &text::Cursor, outcome: Outcome) -> Outcome {
    let mut after = source.to_owned();
    let applies = outcome.edit.as_ref().is_some_and(|edit| edit.apply(&mut after).is_ok());
    // What was left out is put back behind the blanks.
    if !applies || after.is_empty() || !after.trim().is_empty() || outcome.kept.is_some() {
        return outcome;
    }
    if outcome.edit.as_ref().is_some_and(|edit| !edit.inserted.is_empty()) && !source.trim().is_empty() {
        return Outcome { edit: None, cursor: *cursor, ..outcome };
    }
    let emptied = TextEdit { at: 0, removed: source.to_owned(), inserted: String::new() };
    Outcome { edit: (!source.is_empty()).then_some(emptied), cursor: text::Cursor::at(0), ..outcome }
}

/// Whether a text is a day that was written out, with its time or without, at a place that holds nothing else.
fn is_written_day(place: &TextPlace, text: &str) -> bool {
    let is_day = matches!(
        place,
        TextPlace::Agreement(_, _, AgreementText::Due)
            | TextPlace::Answer(_, _, AnswerText::Date)
            | TextPlace::Review(_, ReviewText::NextReview)
            | TextPlace::Meeting(MeetingText::Date)
    );
    let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%d-%m-%Y").ok());
    let time = text.get(10..).unwrap_or_default();
    let is_time = time.is_empty() || NaiveTime::parse_from_str(time, " %H:%M").is_ok();
    is_day && day.is_some() && is_time
}
