//! Papers on their way outside: what they are made from is asked for, and which one is looked at.

mod saving;

use super::Turn;
use crate::app::message::{Effect, Gathered, Paper, PaperKind};
use crate::app::page::{Path, Screen};
use crate::meeting::{Meeting, MeetingKind};

impl Turn<'_> {
    /// To the papers of what is on the screen.
    pub(super) fn paper(&mut self) {
        if let Some(paper) = self.paper_of_screen() {
            self.go_into(Screen::Paper(Box::new(paper)));
        }
    }

    /// The paper that is looked at first from this screen.
    fn paper_of_screen(&self) -> Option<Paper> {
        match self.model.screen() {
            Screen::Paper(_) => None,
            Screen::Mirror(paper) => Some((**paper).clone()),
            Screen::Register => {
                // Of what is looked for on the screen, and of nobody else.
                let searching = self.model.page().abilities.searching;
                let search = if searching { self.model.path.top().search.trim() } else { "" }.to_owned();
                Some(Paper { search, ..Paper::of_selection(PaperKind::Register, &self.model.selection) })
            }
            Screen::Course(patient) => {
                Some(Paper { patient: Some(*patient), ..Paper::new(PaperKind::Summary) })
            }
            Screen::OpenAgreements => {
                let group = self.model.record().map(|record| record.details.group.trim().to_owned());
                let group = group.filter(|group| !group.is_empty());
                Some(Paper { meeting: true, group, ..Paper::new(PaperKind::Agreements) })
            }
            // Of a meeting in which nobody is discussed yet there is nothing to tell, and something to prepare.
            Screen::Meeting if self.model.record().is_some_and(is_made_ahead) => {
                Some(Paper { meeting: true, ..Paper::new(PaperKind::Preparation) })
            }
            screen if screen.is_of_meeting() => {
                let is_session = self.model.record().is_some_and(|record| record.session.is_some());
                Some(Paper::minutes(screen.patient().filter(|_| !is_session)))
            }
            _ => None,
        }
    }

    /// Looks at another paper, or at the same one otherwise; the row that asked for it keeps the focus.
    pub(super) fn look_at_paper(&mut self, paper: Box<Paper>) {
        let focus = self.model.focused().map(|row| row.id);
        let is_mirror = matches!(self.model.screen(), Screen::Mirror(_));
        let screen = if is_mirror { Screen::Mirror(paper) } else { Screen::Paper(paper) };
        self.model.path.top_mut().screen = screen;
        self.model.set_focus(focus);
        self.reveal();
    }

    /// Asks for what a paper on the path is made from, where that is not there, as soon as everything is saved: a paper says what
    /// stands on the disk. When no paper is looked at any more, all of it is forgotten.
    pub(super) fn gather_for_paper(&mut self) {
        let Some(needs) = needs(&self.model.path) else {
            // The key that left it may yet turn out to be none.
            if self.model.before_escape.is_none() {
                let papers = &mut self.model.unseen().papers;
                (papers.asked, papers.gathered) = (None, None);
            }
            return;
        };
        if self.model.papers.folder.is_none() && !self.model.papers.asked_folder {
            self.look_into_folder(None);
        }
        let saving = self.open().map(|open| &open.saving);
        let is_on_disk = saving.is_none_or(|saving| saving.is_clean() || saving.failed.is_some());
        let Some(needs) = needs.filter(|_| is_on_disk) else { return };
        let of = self.model.of_gathered(needs);
        if self.model.papers.holds(&of) || self.model.papers.asked.is_some_and(|(asked, _)| asked == of) {
            return;
        }
        let papers = &mut self.model.unseen().papers;
        papers.count += 1;
        papers.asked = Some((of, papers.count));
        let number = papers.count;
        self.effects.push(Effect::Gather(needs, number));
    }

    /// Who comes to a paper from elsewhere sees what stands now, and not what was read a while ago.
    pub(super) fn forget_papers_before(&mut self, screen: &Screen) {
        if screen.gathers().is_some() && needs(&self.model.path).is_none() {
            let papers = &mut self.model.papers;
            (papers.asked, papers.gathered, papers.outcome) = (None, None, None);
        }
        // Folders come and go beside the program.
        if *screen == Screen::PaperFolder {
            let here = self.model.papers.folder.as_ref().map(|folder| folder.path.clone());
            self.look_into_folder(here);
        }
    }

    /// What a paper is made from was read; something else may be wanted meanwhile.
    pub(super) fn gathered(&mut self, gathered: Box<Gathered>) {
        let asked = self.model.papers.asked.filter(|(_, number)| *number == gathered.number);
        if let Some((of, _)) = asked {
            let papers = &mut self.model.papers;
            papers.asked = None;
            papers.gathered = Some((of, gathered.into()));
        }
    }
}

/// Whether a meeting about patients has nobody on its agenda yet.
fn is_made_ahead(meeting: &Meeting) -> bool {
    let details = &meeting.details;
    meeting.reviews.is_empty() && details.kind != MeetingKind::Education && !details.is_between()
}

/// What the paper on the path needs; `None` where there is no paper on it.
fn needs(path: &Path) -> Option<Option<crate::app::message::PaperNeeds>> {
    path.from_the_top().find_map(|frame| frame.screen.gathers().map(Paper::needs))
}
