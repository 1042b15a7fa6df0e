//! Pallium as these tests run it, and the way through one discussion in the words of the screen.

use std::path::Path;
use std::sync::Arc;

use pallium::meeting::Meeting;
use pallium::store::{Notebook, RealFiles, Statement, state_fictional};
use pallium::words::Language;

use super::options::Options;
use super::person::Person;

/// The program that was built with the tests, with a notebook of its own.
pub fn pallium() -> Options {
    Options::new(env!("CARGO_BIN_EXE_pallium"))
}

/// The notebook in a folder, opened as the program opens it.
#[track_caller]
pub fn notebook(folder: &Path) -> Notebook {
    Notebook::open(folder, Arc::new(RealFiles)).expect("the notebook opens")
}

/// Says of the notebook in a folder that it is for fictional patients, so that nobody is asked.
#[track_caller]
pub fn for_fictional_patients(folder: &Path) {
    state_fictional(&RealFiles, folder, &Statement::default()).expect("it can be recorded");
}

/// The only meeting of a notebook in which nothing is wrong.
#[track_caller]
pub fn only_meeting(folder: &Path) -> Meeting {
    let notebook = notebook(folder);
    let listing = notebook.list().expect("the notebook has a list");
    assert_eq!(listing.problems, [], "a file of the notebook is not in order");
    let [summary] = listing.summaries.as_slice() else {
        panic!("one meeting, not {}", listing.summaries.len());
    };
    notebook.read(summary.id).expect("a listed meeting is readable")
}

/// What a person looks for on the screen, where it is a text of a definition.
pub struct Texts {
    /// The short title of the checklist that is walked.
    pub checklist: &'static str,
    /// A question of it, in part.
    pub question: &'static str,
    /// The answer that is chosen.
    pub answer: &'static str,
    /// The judgement that is chosen.
    pub judgement: &'static str,
    /// The agreement that then is offered.
    pub agreement: &'static str,
}

/// Those texts in a language.
pub const fn texts(language: Language) -> Texts {
    match language {
        Language::Dutch => Texts {
            checklist: "Markering",
            question: "Zou het mij verbazen",
            answer: "Nee, het zou mij niet verbazen",
            judgement: "Palliatieve fase markeren",
            agreement: "Wie bespreekt dit met de patiënt?",
        },
        Language::English => Texts {
            checklist: "Marking",
            question: "Would I be surprised",
            answer: "No, I would not be surprised",
            judgement: "Mark the palliative phase",
            agreement: "Who discusses this with the patient?",
        },
    }
}

impl Person {
    /// From the first screen to the page of a new patient in a new meeting.
    #[track_caller]
    pub fn begin(&self, language: Language, group: &str, label: &str) -> &Self {
        self.open(language.start_new(), language.details_group())
            .write(language.details_group(), group)
            .open(language.details_to_agenda(), language.agenda_add_patient())
            .open(language.agenda_add_patient(), language.profile_label())
            .write(language.profile_label(), label)
            .open(language.profile_discuss(), language.patient_own_words())
    }

    /// Presses Esc until the first screen is there.
    #[track_caller]
    pub fn home(&self, language: Language) -> &Self {
        while !self.terminal.screen().contains(language.start_new()) {
            self.press("<Esc>");
        }
        self
    }

    /// From any screen out of the program, by the rows and keys that a screen shows.
    #[track_caller]
    pub fn quit(&self, language: Language) {
        self.home(language);
        // In a low window the rows that are about no patient are folded away.
        if self.terminal.screen().contains(language.start_more_hint()) {
            self.to(language.start_more()).press("<Enter>");
        }
        self.to(language.start_quit()).terminal.keys("<Enter><Enter>");
        let exit = self.terminal.wait_exit();
        assert!(exit.success(), "{exit:?}");
    }
}
