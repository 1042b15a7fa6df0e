//! What is brought in sight, and going back: to where one was, with a word of what was agreed, and leaving behind what was only looked at; and what is asked for
//! where something is lacking.

use super::Turn;
use crate::app::layout::Layout;
use crate::app::message::Effect;
use crate::app::model::Entry;
use crate::app::page::{Action, Field, RowId, Screen, StepPage};
use crate::meeting::{
    AgreementId, AgreementText, Change, Participant, ParticipantText, ReviewText, TextPlace,
};
use crate::text;
use crate::words::Language;

/// Cells of a notice that are not those of the agreement in it: the words around it, and that there is more on the page.
const AROUND_AGREEMENT: usize = 44;

impl Turn<'_> {
    /// Shows what is empty in full, where a row that somebody wants is folded away.
    pub(super) fn unfold_for(&mut self, row: &RowId) {
        // Of the first screen everything folds that is no meeting and no patient.
        if *self.model.screen() == Screen::Start && self.model.page().row(row).is_none() {
            self.model.path.top_mut().unfolded = true;
            return;
        }
        let is_folded = matches!(self.model.screen(), Screen::Patient(_)) && !self.model.path.top().unfolded;
        let name = row.as_str();
        let is_of_question =
            ["answer:", "still-holds:", "no-longer:", "own-words"].iter().any(|kind| name.starts_with(kind));
        if is_folded && is_of_question && self.model.page().row(row).is_none() {
            self.model.path.top_mut().unfolded = true;
        }
    }

    /// Shows what is folded in full, from the first of what the row in focus stands for.
    pub(super) fn unfold(&mut self) {
        let folded = self.model.page();
        let at = self.model.focused().and_then(|row| folded.position(&row.id)).unwrap_or(0);
        self.model.path.top_mut().unfolded = true;
        let page = self.model.page();
        // What else was folded above the row opens too, and is not what was asked for.
        let above = folded.rows().take(at).filter_map(|row| page.position(&row.id)).max();
        let below = page.rows().skip(above.map_or(0, |above| above + 1));
        let first = below.filter(|row| folded.row(&row.id).is_none()).map(|row| row.id.clone()).next();
        if let Some(first) = first {
            self.enter(first);
        }
    }

    /// Has a notice of more lines than one hide no row that was in focus and in sight `before`.
    pub(super) fn keep_above_notice(&mut self, before: &Layout) {
        if self.silent || self.model.notice.is_none() {
            return;
        }
        let was = in_sight(before);
        let stays = was.is_some() && self.model.path.top().focus == was;
        if stays && in_sight(&self.model.layout()).is_none() {
            self.reveal();
        }
    }

    /// Back to the screen below; from the first screen out of the program, or to the row for that while a meeting is open.
    pub(super) fn back(&mut self) {
        if self.asks_for_what_lacks() {
            return;
        }
        // What came to nothing was not agreed.
        if matches!(self.model.screen(), Screen::Agreement(..)) {
            self.leave_field();
        }
        let agreed = self.agreed_here();
        let without = self.participant_without_part();
        self.leave_screen(self.model.path.under().and_then(|under| under.screen.patient()));
        let left = self.model.screen().clone();
        if self.model.path.back() {
            self.leave_first_step(&left);
            self.come_back_from(&left);
            if let Some(what) = agreed.filter(|_| self.silent) {
                self.say(self.model.language().agreement_stands(&what), false);
            }
            if let Some(name) = without.filter(|_| self.silent) {
                self.say(self.model.language().participant_without_part(&name), false);
            }
            return;
        }
        // Esc once too often must not end the program in the middle of a meeting, nor while one is being opened.
        if self.model.page().abilities.leaves {
            self.quit();
            return;
        }
        self.unfold_for(&RowId::fixed("quit"));
        self.focus(RowId::fixed("quit"));
        self.say(self.words_before_quitting(false), false);
    }

    /// Says what is lacking where somebody leaves something half made, and puts the cursor there; whoever leaves once more lets it be.
    pub(super) fn asks_for_what_lacks(&mut self) -> bool {
        let language = self.model.language();
        let Some((row, words)) = self.half_made(language).filter(|_| self.model.may_change()) else {
            return false;
        };
        if self.model.notice.as_ref().is_some_and(|notice| notice.text == words) {
            return false;
        }
        self.focus(RowId::fixed(row));
        self.say(words, true);
        true
    }

    /// What is half made on this screen: the row that is empty, and what is said of it.
    fn half_made(&self, language: Language) -> Option<(&'static str, &'static str)> {
        match *self.model.screen() {
            Screen::Agreement(patient, id) => {
                let agreements = &self.model.review(patient)?.agreements;
                let agreement = agreements.iter().find(|agreement| agreement.id == id)?;
                let is_half =
                    agreement.what.trim().is_empty() && !agreement.is_blank() && agreement.is_open();
                let had_owner = self.open()?.history.owner_before_outside(id).is_some();
                match is_half {
                    true => Some(("what", language.half_agreement())),
                    false => (agreement.lacks_its_owner() && !had_owner)
                        .then(|| ("outside", language.nameless_owner())),
                }
            }
            Screen::Participant(id) => {
                let known = self.model.record()?.participant(id)?;
                let is_half = known.name.trim().is_empty() && *known != Participant::new(id);
                is_half.then(|| ("name", language.half_participant()))
            }
            Screen::Profile(patient) => {
                let review = self.model.review(patient)?;
                let is_half = review.label.trim().is_empty() && !review.is_blank();
                is_half.then(|| ("label", language.half_patient()))
            }
            _ => None,
        }
    }

    /// Says what to type where Enter would go on from an empty text without which nothing is made: the rows below it choose
    /// something, and whoever only presses Enter means none of them.
    pub(super) fn asks_for_text_first(&mut self, field: &Field) -> bool {
        let language = self.model.language();
        let words = match (self.model.screen(), &field.place) {
            (Screen::Agreement(..), TextPlace::Agreement(_, _, AgreementText::What)) => {
                language.agreement_first()
            }
            (Screen::Participant(_), TextPlace::Participant(_, ParticipantText::Name)) => {
                language.participant_first()
            }
            (Screen::Profile(_), TextPlace::Review(_, ReviewText::Label)) => language.patient_first(),
            _ => return false,
        };
        let text = self.model.record().and_then(|record| field.place.text(record)).unwrap_or_default();
        let asks = self.model.may_change() && text.trim().is_empty();
        if asks {
            self.say(words, false);
        }
        asks
    }

    /// Leads back to what will happen where that is not typed yet: who pressed an arrow and Enter instead chooses nobody by that, and
    /// ends nothing.
    pub(super) fn asks_for_agreement_first(&mut self, action: &Action) -> bool {
        let asks = self.model.may_change()
            && matches!(action, Action::Open(Screen::Choose(_)) | Action::EndAgreement(..))
            && self.agreement_has_no_text();
        if asks {
            self.ask_for_agreement();
        }
        asks
    }

    /// Goes to what will happen, and says that it comes first.
    pub(super) fn ask_for_agreement(&mut self) {
        let language = self.model.language();
        self.enter(RowId::fixed("what"));
        let words = if self.model.in_lines {
            language.agreement_first_in_lines()
        } else {
            language.agreement_first()
        };
        self.say(words, false);
    }

    /// Whether an agreement is on the screen of which nobody typed what will happen.
    pub(super) fn agreement_has_no_text(&self) -> bool {
        let Screen::Agreement(patient, id) = *self.model.screen() else { return false };
        let agreements = self.model.review(patient).map(|review| review.agreements.as_slice());
        let known = agreements.unwrap_or_default().iter().find(|known| known.id == id);
        known.is_some_and(|known| known.is_open() && known.what.trim().is_empty())
    }

    /// The name of the participant on the screen, where neither a role nor a profession was given.
    fn participant_without_part(&self) -> Option<String> {
        let Screen::Participant(id) = *self.model.screen() else { return None };
        let known = self.model.record()?.participant(id).filter(|_| self.model.may_change())?;
        let is_without = known.roles.is_empty() && known.discipline.is_none() && !known.absent;
        Some(known.name.trim().to_owned()).filter(|name| is_without && !name.is_empty())
    }

    /// The cursor comes to the step in which one was, whichever way led there; nothing that was only begun is kept.
    fn come_back_from(&mut self, left: &Screen) {
        match (left, self.model.screen()) {
            (Screen::Step { checklist, .. }, Screen::Patient(_)) => {
                let focus = self.model.path.top().focus.as_ref();
                let is_of_it = |row: &RowId| {
                    row.as_str().split_once(':').is_some_and(|(_, own)| own == checklist.as_str())
                };
                let step = RowId::of("walk", checklist);
                if !focus.is_some_and(is_of_it) && self.model.page().row(&step).is_some() {
                    self.enter(step);
                }
            }
            (
                Screen::Step { page: StepPage::Group(name), .. },
                Screen::Step { page: StepPage::Contents | StepPage::Limits, .. },
            ) => self.enter(RowId::of("page", name)),
            (_, Screen::Start) => self.let_go_of_nothing(),
            _ => {}
        }
    }

    /// Lets a meeting go in which nothing was recorded and that is not in the notebook.
    pub(super) fn let_go_of_nothing(&mut self) {
        let nothing = self.open().is_some_and(|open| {
            open.record.session.is_none()
                && (open.saving.revision == 0 || self.model.only_looked() || open.record.says_nothing())
        });
        if !nothing || self.model.is_listed() {
            return;
        }
        self.stop_clock();
        if let Some(open) = self.model.open.take() {
            self.effects.push(Effect::LetGo(open.record.id));
            self.gone = Some(Box::new(open));
        }
        self.model.set_focus(None);
    }

    /// What the open agreement on the screen says, where that was changed last: below the page that one returns to it may be
    /// out of sight, and of what was only looked at nothing was noted.
    pub(super) fn agreed_here(&self) -> Option<String> {
        let Screen::Agreement(patient, id) = self.model.screen() else { return None };
        let newest = self.open().and_then(|open| open.history.newest())?;
        if newest.screen != *self.model.screen() && !makes(newest, *id) {
            return None;
        }
        let agreements = &self.model.review(*patient)?.agreements;
        let agreement = agreements.iter().find(|agreement| agreement.id == *id && agreement.is_open())?;
        let what = agreement.what.lines().next().map(str::trim).filter(|what| !what.is_empty())?;
        let room = usize::from(self.model.size.width).saturating_sub(AROUND_AGREEMENT).clamp(20, 80);
        Some(text::truncate(what, room, self.model.settings.marks.signs().ellipsis).into_owned())
    }
}

/// Whether an entry of the history made an agreement.
fn makes(entry: &Entry, id: AgreementId) -> bool {
    entry.changes.iter().any(|change| match change {
        Change::Agreement { before: None, after: Some(after), .. } => after.id == id && after.from.is_none(),
        _ => false,
    })
}

/// The row in focus, where it is wholly in sight.
fn in_sight(layout: &Layout) -> Option<RowId> {
    let row = layout.rows.of(layout.focus.as_ref()?)?;
    let end = layout.first_line + usize::from(layout.body_height);
    (row.start >= layout.first_line && row.end <= end).then_some(row.id)
}
