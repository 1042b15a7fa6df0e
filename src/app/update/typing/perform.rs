//! What a command does to the text in focus, or to the row where nothing can be typed.

use super::super::Turn;
use super::super::search::sought;
use super::taken_over::{holds_a_figure, is_taken_over, is_written_day};
use crate::app::keymap::Focus;
use crate::app::layout;
use crate::app::page::{Action, Arrived, BeforeTyping, Hidden, Row, RowId, RowKind, Screen};
use crate::meeting::{ReviewText, SessionText, TextPlace};
use crate::text::{self, Apart, Command, Edge, Lines, Outcome, Refusal, TextEdit};

/// So many digits may be a citizen number, of which one without its zero has the fewest.
const CITIZEN_NUMBER_DIGITS: usize = 8;

impl Turn<'_> {
    /// Types a command; where nothing can be typed, one sentence says so.
    pub(in crate::app::update) fn type_command(&mut self, command: &Command) {
        let before = self.model.layout();
        if let Some(edge) = self.perform(command)
            && matches!(command, Command::Move { select: false, .. })
        {
            self.step_row(&before, edge == Edge::After);
        }
    }

    /// Performs a command on the text in focus; gives the edge at which the cursor wanted to leave it.
    pub(in crate::app::update) fn perform(&mut self, command: &Command) -> Option<Edge> {
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
            // The blanks of a space bar that is held are no text; nor is a letter beside a setting, of which is told what it was.
            let is_no_text = *command == Command::Insert(' ') || *self.model.screen() == Screen::Settings;
            if is_no_text && self.is_told() {
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
        let source = field.place.text(self.model.record()?)?.to_owned();
        // Nothing else looks at the lines, of which a long note has many.
        let wrapped = match command {
            Command::Move { .. } => self.model.wrap(&source, layout::width_of_field(self.model, &page, &row)),
            _ => text::wrap("", 1),
        };
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
        let mut arrived = self.model.path.top().arrived;
        // One key takes the place of no long text: it may be the prefix of another program, or the begin of a line of a shell.
        let all_stays = field.many_lines
            && adds_text(command)
            && cursor.selection() == Some(0..source.len())
            && !source.trim().is_empty();
        if all_stays {
            cursor = text::Cursor::at(source.len());
            arrived = Arrived::Yes;
            self.model.set_cursor(cursor);
            self.model.arrive(source.len());
        }
        // By itself a blank is no text; it stands before the letter that comes next.
        let blanks = match (arrived, command) {
            (Arrived::Yes, Command::Insert(' ')) => Some(Arrived::WithBlanks(1)),
            (Arrived::WithBlanks(blanks), Command::Insert(' ')) => {
                Some(Arrived::WithBlanks(blanks.saturating_add(1)))
            }
            (Arrived::WithBlanks(0 | 1), Command::Backspace) => Some(Arrived::Yes),
            (Arrived::WithBlanks(blanks), Command::Backspace) => Some(Arrived::WithBlanks(blanks - 1)),
            _ => None,
        };
        if let Some(blanks) = blanks {
            self.model.path.top_mut().arrived = blanks;
            return None;
        }
        // One blank may stand before a time; those of a space bar that is held are none of a day or a number.
        if *command == Command::Insert(' ') && holds_a_figure(&field.place) && source.ends_with(' ') {
            return None;
        }
        let types = matches!(command, Command::Insert(_) | Command::InsertText(_));
        let takes_over = types && is_taken_over(&field.place, &source)
            || *command == Command::Backspace && is_written_day(&field.place, &source);
        let takes_over = takes_over && arrived != Arrived::No;
        if takes_over {
            // Another day or number takes the place of the one that stands, and is not typed behind it; nor is a piece of a day one.
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
        // Whoever comes to a text types behind its words, and not on to the last of them; on a new line where they had begun one.
        let line = self.model.path.top().begun.as_ref().is_some_and(|begun| *begun == field.place);
        let how = match arrived {
            Arrived::No => None,
            Arrived::Yes | Arrived::WithBlanks(_) if line => Some(Apart::Line),
            Arrived::WithBlanks(_) => Some(Apart::Blank),
            Arrived::Yes if is_of_names(&field.place) => None,
            Arrived::Yes => Some(Apart::Word),
        };
        let is_whole = !matches!(outcome.refused, Some(Refusal::CitizenNumber));
        let how = how.filter(|_| outcome.kept.is_none() && is_whole && !takes_over);
        let apart = outcome.edit.as_mut().zip(how).is_some_and(|(edit, how)| edit.set_apart(&source, how));
        // In a full field the blank takes the place of the last sign.
        if apart
            && let (Some(edit), Some(Refusal::TooLong { kept, .. })) =
                (&mut outcome.edit, &mut outcome.refused)
        {
            edit.inserted.pop();
            *kept = kept.saturating_sub(1);
        }
        let apart = apart.then_some(match arrived {
            Arrived::WithBlanks(blanks) => blanks,
            _ => 0,
        });
        if line && outcome.edit.is_some() {
            self.model.path.top_mut().begun = None;
        }
        if let Some(edit) = outcome.edit.as_ref().filter(|_| apart.is_some()) {
            outcome.cursor = text::Cursor::after(edit);
        }
        // With the last letter of what was typed there the blank before it goes.
        let known = self.model.path.top().stood.as_ref();
        let known = known.filter(|known| known.apart.is_some() && known.place == field.place);
        let leaves_a_blank =
            |edit: &TextEdit| known.is_some_and(|known| edit.leaves_a_blank(&source, &known.text));
        let comes_back = known
            .and_then(|known| known.apart)
            .filter(|_| *command == Command::Backspace && outcome.edit.as_ref().is_some_and(leaves_a_blank));
        if let Some(edit) = outcome.edit.as_mut().filter(|_| comes_back.is_some()) {
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
                Some(known) if known.place == place => known.apart = known.apart.or(apart),
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
            if let Some(blanks) = comes_back {
                self.model.arrive(outcome.cursor.position());
                // The blanks that somebody pressed are taken back one by one.
                if blanks > 0 {
                    self.model.path.top_mut().arrived = Arrived::WithBlanks(blanks);
                }
            }
            if matches!(command, Command::Insert(_) | Command::InsertText(_)) {
                self.model.unseen().unjudged = Some((place.clone(), outcome.cursor.position()));
            }
            // A number that is still waited for may be refused, and then what stood stays.
            if all_stays && changes {
                self.tell(self.model.language().whole_text_stays());
            }
            let is_told = changes && !stood.is_empty() && !is_hidden;
            let waits = || self.model.unfinished_number(&place).is_some();
            if is_told && self.silent && !matches!(command, Command::Cut) && !waits() {
                self.tell(self.model.language().typed_over(&stood));
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
    pub(in crate::app::update) fn why_it_stays(&self) -> String {
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
    pub(in crate::app::update) fn typed_for_nobody(&self) -> Option<String> {
        let is_nobody = self.model.page().row(&RowId::fixed("show-all")).is_some();
        let typed = self.model.path.top().search.trim();
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        (is_nobody && digits < CITIZEN_NUMBER_DIGITS && !typed.is_empty()).then(|| typed.to_owned())
    }
}

/// Whether what stands there are names, of which one may be half typed.
fn is_of_names(place: &TextPlace) -> bool {
    place.is_called() || *place == TextPlace::Session(SessionText::Names)
}

/// Whether a command types or pastes something.
const fn adds_text(command: &Command) -> bool {
    matches!(command, Command::Insert(_) | Command::InsertText(_) | Command::NewLine | Command::Paste)
}

/// Whether a command types or pastes something that a text can begin with.
pub(in crate::app::update) fn begins_a_text(command: &Command) -> bool {
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
