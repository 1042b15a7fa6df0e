//! Saving a paper: where, what is asked before, and what came of it.

use crate::app::message::{Effect, Existing, Paper, PaperFact, PaperFolder, Protected, SavePaper};
use crate::app::page::{Path, RowId, SavingQuestion, Screen};
use crate::app::pages::{self, Made};
use crate::app::update::Turn;
use crate::export::{FHIR, WIDTH, file_name};

impl Turn<'_> {
    /// Asks for a folder, to be looked into.
    pub(in crate::app::update) fn look_into_folder(&mut self, path: Option<Box<str>>) {
        self.model.unseen().papers.asked_folder = true;
        self.effects.push(Effect::LookIntoFolder(path));
    }

    /// A folder was looked into: the first one is where papers are saved, the others may be chosen.
    pub(in crate::app::update) fn paper_folder(&mut self, folder: Box<PaperFolder>) {
        let papers = &mut self.model.papers;
        papers.asked_folder = false;
        let folder = std::sync::Arc::from(folder);
        if papers.folder.is_none() {
            papers.folder = Some(folder);
        } else {
            papers.looked_into = Some(folder);
            if *self.model.screen() == Screen::PaperFolder {
                self.model.path.top_mut().search.clear();
                self.model.set_focus(None);
                self.reveal();
            }
        }
    }

    /// Saves papers from now on in the folder that is looked into.
    pub(in crate::app::update) fn use_folder(&mut self) {
        let papers = &mut self.model.papers;
        if let Some(folder) = papers.looked_into.take() {
            papers.folder = Some(folder);
        }
        self.model.path.back();
        self.enter(RowId::fixed("save"));
    }

    /// Saves the paper on the screen; of a notebook with real patients it is asked first, unless it is about nobody.
    pub(in crate::app::update) fn save_paper(&mut self) {
        let is_of_session =
            paper_on(&self.model.path).is_some_and(|of| of.is_of_session(self.model.record()));
        if matches!(self.model.protected, Protected::Disk | Protected::Sealed) && !is_of_session {
            self.go_into(Screen::SavingPaper(SavingQuestion::Open));
        } else {
            self.save_paper_now(Existing::Ask);
        }
    }

    /// Hands the paper on the path to be saved, as it would be made now.
    pub(in crate::app::update) fn save_paper_now(&mut self, existing: Existing) {
        if self.model.papers.saving {
            return;
        }
        let (Some(wanted), Some(folder)) = (paper_on(&self.model.path), self.model.papers.folder.clone())
        else {
            return;
        };
        let is_of_now = pages::is_of_now(self.model, &wanted);
        let (text, paper, patients, name) = match pages::made(self.model, &wanted, WIDTH) {
            Made::Paper { document, patients, name } if is_of_now => {
                (document.written(wanted.format), document.kind.name(), patients, name)
            }
            Made::Plan { sent, patients, name } if is_of_now => (sent.text(), FHIR, patients, name),
            Made::Refused(_) => return,
            _ => return self.say(self.model.language().one_moment(), true),
        };
        let meeting = self.open().filter(|_| wanted.needs().is_none()).map(|open| open.record.clone());
        let save = SavePaper {
            folder: folder.path.clone(),
            name: file_name(&name, wanted.ending()).into(),
            existing,
            text: text.into(),
            paper,
            patients,
            meeting,
        };
        let papers = &mut self.model.papers;
        (papers.saving, papers.outcome) = (true, None);
        self.effects.push(Effect::SavePaper(Box::new(save)));
    }

    /// What came of saving or showing a paper.
    pub(in crate::app::update) fn paper_fact(&mut self, fact: PaperFact) {
        let language = self.model.language();
        match fact {
            PaperFact::Shown => self.say(language.paper_shown(), false),
            PaperFact::NotShown(why) => self.say(why.get(language).to_owned(), true),
            PaperFact::Exists => {
                self.model.papers.saving = false;
                if let Screen::SavingPaper(_) = self.model.screen() {
                    self.model.path.replace(Screen::SavingPaper(SavingQuestion::Exists));
                } else if self.model.screen().paper().is_some() {
                    self.model.path.open(Screen::SavingPaper(SavingQuestion::Exists));
                }
            }
            PaperFact::Saved(_) | PaperFact::NotSaved(_) => {
                self.model.papers.saving = false;
                if let Screen::SavingPaper(_) = self.model.screen() {
                    self.model.path.back();
                }
                let saved = matches!(fact, PaperFact::Saved(_));
                self.model.papers.outcome = paper_on(&self.model.path).map(|wanted| (wanted, fact));
                let said = if saved { language.paper_saved() } else { language.paper_not_written() };
                self.say(said, !saved);
                self.reveal();
            }
        }
    }
}

/// The paper that is looked at, also while something is asked about it.
fn paper_on(path: &Path) -> Option<Paper> {
    path.from_the_top().find_map(|frame| frame.screen.paper().cloned())
}
