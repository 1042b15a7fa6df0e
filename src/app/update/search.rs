//! Looking for a row of a long list by typing, and for words in all meetings: asked for as they are typed, given up as soon as
//! others are wanted.

use super::Turn;
use crate::app::message::{Effect, Find, Found, MOST_HITS};
use crate::app::model::Finding;
use crate::app::page::{Action, Row, RowId, RowKind, Screen, StepPage};
use crate::app::pages;
use crate::meeting::{HitPlace, MeetingId, PatientId, Wanted};
use crate::text::{Command, pasted, without_list_sign};

/// The most signs of what is looked for.
const LONGEST: usize = 60;

impl Turn<'_> {
    /// Types into what is looked for on this page; false where the command is none of typing.
    pub(super) fn search(&mut self, command: &Command) -> bool {
        let Some(search) = sought(&self.model.path.top().search, command) else { return false };
        if search != self.model.path.top().search {
            let begins = self.model.path.top().search.is_empty();
            let focus = self.model.focused().map(|row| row.id).filter(|_| begins);
            let top = self.model.path.top_mut();
            top.search = search;
            if begins {
                top.before_search = focus;
            }
            // Whoever takes it all back is where it began, and types into no field above that; otherwise what was found first has the focus.
            let began = top.search.is_empty().then(|| top.before_search.clone()).flatten();
            self.look_for_what_is_typed();
            let is_back = began.is_some();
            self.model.set_focus(began);
            if is_back {
                self.reveal();
            } else {
                self.scroll_to(0);
            }
        }
        true
    }

    /// Ends looking for something, with the focus on what was found; false where nothing was looked for.
    pub(super) fn end_search(&mut self) -> bool {
        if !self.model.page().abilities.searching {
            return false;
        }
        let is_found = |row: &Row| row.kind != RowKind::Action(Action::ShowAll);
        let found = self.model.focused().filter(is_found).map(|row| row.id);
        // Who found nothing goes on where it began.
        let found = found.or_else(|| self.model.path.top().before_search.clone());
        self.model.path.top_mut().search.clear();
        self.look_for_what_is_typed();
        self.model.set_focus(found);
        self.reveal();
        true
    }
}

impl Turn<'_> {
    /// Opens the screen on which all meetings are looked through.
    pub(super) fn find(&mut self) {
        // What is found is of real patients, and a group looks on.
        if !pages::may_find(self.model) {
            self.say(self.model.language().session_no_patients(), false);
            return;
        }
        self.go_into(Screen::Search);
    }

    /// Asks for what is typed on the screen; on any other nothing is looked for any more.
    pub(super) fn look_for_what_is_typed(&mut self) {
        let top = self.model.path.top();
        let typed = (top.screen == Screen::Search).then(|| top.search.clone());
        let Some(words) = typed else {
            if let Some(finding) = &self.model.finding {
                let running = finding.found.more;
                // No other page shows it.
                self.model.unseen().finding = None;
                if running {
                    self.ask_to_find(String::new());
                }
            }
            return;
        };
        let before = self.model.finding.as_ref();
        if before.is_some_and(|finding| finding.words == words) {
            return;
        }
        let running = before.is_some_and(|finding| finding.found.more);
        let is_asked = Wanted::new(&words).is_some();
        if is_asked || running {
            self.ask_to_find(if is_asked { words.clone() } else { String::new() });
        }
        let found = Found { number: self.model.finds, more: is_asked, ..Found::default() };
        self.model.finding = Some(Finding { words, found });
    }

    fn ask_to_find(&mut self, words: String) {
        self.model.unseen().finds += 1;
        let (number, language) = (self.model.finds, self.model.language());
        self.effects.push(Effect::Find(Find { number, words: words.into(), language }));
    }

    /// A part of what was found; of what is no longer looked for it is nothing.
    pub(super) fn found(&mut self, part: Found) {
        let number = part.number;
        let Some(finding) = self.model.unseen().finding.as_ref().filter(|one| one.found.number == number)
        else {
            return;
        };
        let room = MOST_HITS.saturating_sub(finding.found.hits.len());
        let Some(finding) = &mut self.model.finding else { return };
        finding.found.hits.extend(part.hits.into_iter().take(room));
        finding.found.more = part.more;
        finding.found.unread += part.unread;
    }

    /// Opens a meeting where something was found.
    pub(super) fn open_hit(&mut self, id: MeetingId, patient: Option<PatientId>, place: HitPlace) {
        self.model.unseen().landing_at = Some(place);
        match patient {
            Some(patient) => self.open_meeting_at(id, patient),
            None => self.open_meeting(id),
        }
        // What is open already is there at once.
        if patient.is_none() && self.open().is_some_and(|open| open.record.id == id) {
            self.land_in_meeting();
        }
    }

    /// Goes on from the agenda to what was found in what the meeting says of itself.
    pub(super) fn land_in_meeting(&mut self) {
        match self.model.landing_at.take() {
            Some(HitPlace::Bottlenecks) => self.enter(RowId::fixed("bottlenecks")),
            Some(HitPlace::LearningNeeds) => self.enter(RowId::fixed("learning-needs")),
            Some(HitPlace::Group) => {
                self.model.path.open(Screen::MeetingDetails);
                self.enter(RowId::fixed("group"));
            }
            _ => {}
        }
        self.reveal();
    }

    /// Goes on from the discussion of a patient to what was found in it, where that has a screen or a row of its own.
    pub(super) fn land_at(&mut self, patient: PatientId, place: &HitPlace) {
        let Some(review) = self.model.review(patient) else { return };
        let step = |name, page| Screen::Step { patient, checklist: name, page };
        let screen = match place {
            HitPlace::Notes => Some(Screen::Notes(patient)),
            HitPlace::Label | HitPlace::Question => Some(Screen::Profile(patient)),
            HitPlace::Agreement(id) => {
                let known = review.agreements.iter().any(|agreement| agreement.id == *id);
                known.then_some(Screen::Agreement(patient, *id))
            }
            HitPlace::Judgement(name) => {
                let known = self.model.checklist(name).filter(|checklist| checklist.judgement.is_some());
                known.map(|_| step(name.clone(), StepPage::Judgement))
            }
            HitPlace::Answer(key) => self.model.checklist(&key.checklist).and_then(|checklist| {
                let steps = checklist.steps();
                let asked = steps.iter().find(|step| *step.part.id() == key.item)?;
                let holds = |page: &StepPage| {
                    let StepPage::Group(name) = page else { return false };
                    asked.groups.iter().any(|group| group.id == *name)
                };
                let page = pages::pages_of(checklist, review).into_iter().find(holds)?;
                Some(step(key.checklist.clone(), page))
            }),
            HitPlace::OwnWords => {
                self.enter(RowId::fixed("own-words"));
                None
            }
            // They stand with the meeting.
            HitPlace::Group | HitPlace::Bottlenecks | HitPlace::LearningNeeds => None,
        };
        if let Some(screen) = screen {
            self.model.path.open(screen);
        }
        match place {
            HitPlace::Label => self.enter(RowId::fixed("label")),
            HitPlace::Question => self.enter(RowId::fixed("question")),
            _ => {}
        }
        self.reveal();
    }
}

/// What is looked for once a command was typed behind it; nothing where the command is none of typing.
pub(super) fn sought(before: &str, command: &Command) -> Option<String> {
    let mut search = before.to_owned();
    match command {
        Command::Insert(sign) => search.push_str(&pasted(sign.encode_utf8(&mut [0; 4]))),
        Command::InsertText(text) => {
            let text = pasted(text);
            let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            search.push_str(if before.trim().is_empty() { without_list_sign(first) } else { first });
        }
        Command::Backspace => drop(search.pop()),
        Command::BackspaceWord => {
            let kept = search.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1);
            search.truncate(kept);
        }
        _ => return None,
    }
    Some(search.trim_start().chars().take(LONGEST).collect())
}
