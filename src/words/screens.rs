//! What the screens say.

use chrono::NaiveDateTime;

use super::{Language, sentences};

sentences! {
    /// What the program is for.
    start_purpose =>
        "Samen op tijd zien, bespreken en vastleggen wat iemand in de palliatieve fase nodig heeft.",
        "See in time, discuss and record together what somebody in the palliative phase needs.";
    /// Where notes stay.
    start_notes_stay => "Uw notities blijven op deze computer.", "Your notes stay on this computer.";
    /// No encryption yet.
    start_fictional_only =>
        "Deze versie versleutelt nog niet: gebruik alleen verzonnen patiënten.",
        "This version does not encrypt yet: use fictional patients only.";
    /// A row of the first screen.
    start_new => "Nieuwe bijeenkomst", "New meeting";
    /// A row of the first screen.
    start_meetings => "Bijeenkomsten", "Meetings";
    /// A row of the first screen.
    start_checklists => "Checklists", "Checklists";
    /// A row of the first screen.
    start_settings => "Instellingen", "Settings";
    /// A row of the first screen.
    start_problems => "Niet te lezen bestanden", "Files that cannot be read";
    /// A row of the first screen.
    start_quit => "Afsluiten", "Quit";
    /// While the notebook is being read.
    reading_notebook => "wordt gelezen", "being read";
    /// Today.
    today => "vandaag", "today";

    /// Title of the list.
    meetings_title => "Bijeenkomsten", "Meetings";
    /// An empty list.
    meetings_none => "Er zijn nog geen bijeenkomsten.", "There are no meetings yet.";
    /// A meeting without a name.
    meeting_unnamed => "Bijeenkomst zonder naam", "Meeting without a name";
    /// State of a meeting.
    meeting_closed => "afgesloten", "closed";
    /// Mark of a fictional meeting.
    meeting_fictional => "verzonnen patiënten", "fictional patients";
    /// Nobody on the agenda.
    agenda_empty => "Nog geen patiënten op de agenda.", "No patients on the agenda yet.";
    /// A row of the agenda.
    agenda_add_patient => "Patiënt toevoegen", "Add a patient";
    /// A row of the agenda.
    agenda_details => "Gegevens en deelnemers", "Details and participants";
    /// A patient without a label.
    patient_unnamed => "Patiënt zonder aanduiding", "Patient without a label";
    /// State of a patient.
    patient_discussed => "besproken", "discussed";
    /// State of a patient.
    patient_to_discuss => "nog te bespreken", "to be discussed";
    /// State of a patient.
    patient_begun => "begonnen", "begun";

    /// Title.
    details_title => "Gegevens en deelnemers", "Details and participants";
    /// A field.
    details_kind => "Soort", "Kind";
    /// A field.
    details_group => "Naam van de groep", "Name of the group";
    /// A hint.
    details_group_hint => "bijvoorbeeld PaTz Noord", "for example PaTz Noord";
    /// A field.
    details_date => "Datum", "Date";
    /// A field.
    details_planned => "Geplande duur", "Planned length";
    /// A hint.
    details_planned_hint => "in minuten, bijvoorbeeld 90", "in minutes, for example 90";
    /// A unit.
    minutes => "minuten", "minutes";
    /// Heading.
    details_participants => "Deelnemers", "Participants";
    /// A row.
    details_add_participant => "Deelnemer toevoegen", "Add a participant";
    /// A row.
    details_to_agenda => "Naar de agenda", "To the agenda";
    /// A participant without a name.
    participant_unnamed => "Deelnemer zonder naam", "Participant without a name";

    /// A field.
    participant_name => "Naam", "Name";
    /// A hint.
    participant_name_hint => "zoals de groep die gebruikt", "as the group uses it";
    /// Heading.
    participant_roles => "Rol in deze bijeenkomst", "Role in this meeting";
    /// Heading.
    participant_discipline => "Functie", "Discipline";
    /// A row.
    participant_absent => "Afwezig", "Absent";
    /// A row.
    participant_remove => "Deelnemer weghalen", "Remove this participant";

    /// Title.
    profile_title => "Wie is deze patiënt", "Who is this patient";
    /// A field.
    profile_label => "Aanduiding", "Label";
    /// A hint.
    profile_label_hint => "initialen, bijvoorbeeld Mw. J.", "initials, for example Mrs J.";
    /// A field.
    profile_born => "Geboortejaar", "Year of birth";
    /// A hint.
    profile_born_hint => "mag leeg blijven", "may stay empty";
    /// Why no more than a label.
    profile_privacy =>
        "Niet meer dan initialen en een geboortejaar: geen naam, geen BSN. Ook dan geldt de privacywet.",
        "No more than initials and a year of birth: no name, no citizen number. Privacy law still applies.";
    /// A field.
    profile_brought_by => "Ingebracht door", "Brought in by";
    /// A question.
    profile_informed => "Weet de patiënt van deze bespreking?", "Does the patient know of this discussion?";
    /// An answer.
    informed_yes => "Ja", "Yes";
    /// An answer.
    informed_no => "Nee", "No";
    /// An answer.
    informed_anonymous => "Anoniem besproken", "Discussed anonymously";
    /// A row.
    profile_remove => "Van de agenda halen", "Take off the agenda";
    /// A row.
    profile_discuss => "Naar de bespreking", "To the discussion";

    /// A field.
    patient_own_words => "Eigen woorden", "Own words";
    /// A hint.
    patient_own_words_hint =>
        "wie is deze mens, wat is nu belangrijk; zo mogelijk letterlijk",
        "who is this person, what matters now; verbatim where possible";
    /// A field.
    patient_question => "Vraag van de inbrenger", "Question of who brings the case";
    /// A field.
    patient_notes => "Aantekeningen", "Notes";
    /// A hint.
    patient_notes_hint => "vrij; alles mag hier", "free; anything goes here";
    /// Heading.
    patient_agreements => "Afspraken", "Agreements";
    /// A row.
    patient_agree => "Afspraak maken", "Make an agreement";
    /// A row.
    patient_overview => "Overzicht", "Overview";
    /// A row.
    patient_profile => "Gegevens", "Details";
    /// A row.
    patient_finish => "Klaar met deze patiënt", "Done with this patient";
    /// A row.
    patient_reopen => "Toch verder bespreken", "Continue the discussion after all";
    /// A field.
    patient_next_review => "Opnieuw bespreken", "Discuss again";
    /// A hint.
    patient_next_review_hint => "bijvoorbeeld 10 januari, of eerder bij een val", "for example 10 January, or sooner after a fall";
    /// Heading of the steps.
    patient_in_full => "Volledig bespreken", "Discuss in full";

    /// Progress of a step.
    step_not_opened => "nog niet geopend", "not opened yet";
    /// A row.
    step_next => "Verder", "Next";
    /// A row.
    step_back_to_patient => "Terug naar de patiënt", "Back to the patient";
    /// A row.
    step_source => "Bron bekijken", "See the source";
    /// A field.
    item_note => "Toelichting", "Explanation";
    /// A row.
    item_clear => "Antwoord wissen", "Clear the answer";
    /// A field.
    item_answered_by => "Beantwoord door", "Answered by";
    /// Who answers.
    item_ask_who_knows => "te beantwoorden door wie deze patiënt kent", "to be answered by who knows this patient";
    /// Who answers.
    item_ask_each => "iedereen antwoordt; alleen aantallen, geen namen", "everybody answers; counts only, no names";
    /// Yes.
    yes => "Ja", "Yes";
    /// No.
    no => "Nee", "No";
    /// Nobody chosen.
    nobody => "nog niemand", "nobody yet";
    /// Choose somebody.
    choose_person => "Wie?", "Who?";
    /// Nobody to choose from.
    choose_nobody_known =>
        "Er staan nog geen deelnemers bij deze bijeenkomst.",
        "There are no participants in this meeting yet.";
    /// A row.
    choose_outside => "Iemand van buiten de bijeenkomst", "Somebody from outside the meeting";
    /// A row.
    choose_clear => "Toch niemand", "Nobody after all";
    /// A row.
    choose_done => "Klaar", "Done";
    /// Hint of a date.
    date_hint => "bijvoorbeeld vrijdag, 29 nov of over 2 weken", "for example Friday, 29 Nov or in 2 weeks";
    /// An unreadable date.
    date_unread => "geen datum in herkend; de tekst blijft staan", "no date recognised; the text stays";
    /// An unreadable number.
    number_unread => "geen getal in herkend; de tekst blijft staan", "no number recognised; the text stays";
    /// Hint of a text.
    text_hint => "typ hier", "type here";
    /// Hint of a number.
    number_hint => "een getal", "a number";
    /// A repeated group.
    repeat_add => "Nog een toevoegen", "Add another";
    /// A repeated group.
    repeat_remove => "Deze weghalen", "Remove this one";

    /// A non-answer.
    not_discussed_today => "Vandaag niet besproken", "Not discussed today";
    /// A non-answer.
    unknown => "Nog onbekend", "Not known yet";
    /// A non-answer.
    not_discussed_with_patient => "Met patiënt niet besproken", "Not discussed with the patient";
    /// A non-answer.
    patient_not_ready => "Patiënt is er nog niet aan toe", "The patient is not ready for it";
    /// A non-answer.
    not_applicable => "Niet van toepassing", "Not applicable";
    /// An empty PZP item.
    pzp_empty => "hier niet ingevuld, zie dossier", "not filled in here, see the record";
    /// Said on every page of the PZP.
    pzp_record_prevails => "Het PZP in het dossier geldt.", "The PZP in the patient's record prevails.";

    /// Title.
    judgement_title => "Het oordeel van het team", "The judgement of the team";
    /// Heading.
    judgement_discussed => "Besproken", "Discussed";
    /// Nothing discussed.
    judgement_nothing => "nog niets vastgelegd", "nothing recorded yet";
    /// A field.
    judgement_reason => "Reden", "Reason";
    /// A field.
    judgement_involved => "Betrokken bij dit oordeel", "Involved in this judgement";
    /// A field.
    judgement_dissent => "Afwijkende mening", "Dissenting opinion";
    /// A hint.
    judgement_dissent_hint => "als argument; naam alleen op verzoek", "as an argument; a name only on request";
    /// Who decides.
    judgement_team_decides => "Het team beslist en weegt dit samen.", "The team decides and weighs this together.";
    /// A row.
    judgement_clear => "Oordeel wissen", "Clear the judgement";
    /// Heading.
    judgement_agreements => "Hierna af te spreken", "To be agreed next";
    /// Said of every indication.
    indication_aid =>
        "Een hulpmiddel bij het gesprek, geen voorspeller.",
        "An aid to conversation, not a predictor.";
    /// Status of a source.
    source_concept => "concept", "draft";
    /// Status of a source.
    source_withdrawn => "vervangen", "replaced";
    /// Title.
    source_title => "Bron", "Source";
    /// No source.
    source_none => "Bij deze pagina is geen bron vermeld.", "No source is given for this page.";

    /// Title.
    agreement_title => "Afspraak", "Agreement";
    /// A field.
    agreement_what => "Wat", "What";
    /// A hint.
    agreement_what_hint => "wat er gebeurt", "what will happen";
    /// A field.
    agreement_who => "Wie", "Who";
    /// A field.
    agreement_due => "Vóór", "By";
    /// A field.
    agreement_outside_name => "Naam", "Name";
    /// A hint.
    agreement_outside_hint => "wie van buiten de bijeenkomst", "who from outside the meeting";
    /// A field.
    agreement_told_by => "Wie vertelt het", "Who tells them";
    /// A row.
    agreement_done => "Is gedaan", "Has been done";
    /// A row.
    agreement_dropped => "Niet meer nodig", "No longer needed";
    /// A row.
    agreement_open_again => "Weer open", "Open again";
    /// A row.
    agreement_remove => "Afspraak weghalen", "Remove this agreement";
    /// A row.
    agreement_ready => "Klaar", "Done";
    /// An agreement without text.
    agreement_unnamed => "afspraak zonder tekst", "agreement without text";
    /// No owner.
    agreement_no_owner => "nog van niemand", "of nobody yet";
    /// No date.
    agreement_no_date => "zonder datum", "without a date";

    /// Title.
    overview_title => "Overzicht", "Overview";
    /// Title.
    checklists_title => "Checklists", "Checklists";
    /// A checklist that is in order.
    checklist_in_order => "in orde", "in order";
    /// Title.
    settings_title => "Instellingen", "Settings";
    /// Heading.
    settings_language => "Taal", "Language";
    /// Heading.
    settings_theme => "Kleuren", "Colours";
    /// Heading.
    settings_marks => "Tekens", "Signs";
    /// A look.
    theme_calm => "Rustig, achtergrond van het venster", "Calm, background of the window";
    /// A look.
    theme_light => "Licht, voor een beamer in een lichte zaal", "Light, for a beamer in a light room";
    /// A look.
    theme_contrast => "Sterk contrast", "Strong contrast";
    /// A look.
    theme_plain => "Zonder kleur", "Without colour";
    /// Signs.
    marks_signs => "Gewone tekens", "Ordinary signs";
    /// Signs.
    marks_ascii => "Alleen letters en leestekens", "Letters and punctuation only";
    /// Where the notebook is.
    settings_folder => "Map van het notitieboek", "Folder of the notebook";
    /// Title.
    help_title => "Alle toetsen van dit scherm", "All keys of this screen";
    /// Title.
    problems_title => "Niet te lezen bestanden", "Files that cannot be read";
    /// What happened to them.
    problems_untouched =>
        "Deze bestanden zijn niet veranderd. De rest van het notitieboek werkt gewoon.",
        "These files were not changed. The rest of the notebook works as usual.";

    /// Title.
    not_saved_title => "Nog niet opgeslagen", "Not saved yet";
    /// What is at stake.
    not_saved_what =>
        "De laatste wijzigingen staan nog niet op de schijf.",
        "The latest changes are not on the disk yet.";
    /// A row.
    not_saved_again => "Opnieuw proberen", "Try again";
    /// A row.
    not_saved_stay => "Terug naar de bijeenkomst", "Back to the meeting";
    /// A row.
    not_saved_quit => "Toch afsluiten; de laatste wijzigingen gaan verloren", "Quit anyway; the latest changes are lost";

    /// Status.
    saving => "bezig met opslaan", "saving";
    /// Status.
    saved => "opgeslagen", "saved";
    /// Status.
    not_saved => "NIET OPGESLAGEN", "NOT SAVED";
    /// Status.
    read_only => "alleen lezen", "read only";
    /// Announcement.
    saving_before_quit => "Bezig met opslaan, daarna sluit Pallium af.", "Saving; Pallium will quit after that.";
    /// There is more.
    more => "meer", "more";

    /// Notice.
    saves_itself => "Pallium slaat vanzelf op; alles staat op de schijf.", "Pallium saves by itself; everything is on the disk.";
    /// Notice.
    nothing_to_undo => "Er is niets om ongedaan te maken.", "There is nothing to undo.";
    /// Notice.
    nothing_to_redo => "Er is niets om opnieuw te doen.", "There is nothing to redo.";
    /// Notice.
    does_not_fit => "Dat past niet meer bij wat er nu staat; er is niets veranderd.", "That no longer fits what is there now; nothing was changed.";
    /// Notice.
    cannot_type_here => "Hier valt niets te typen. Kies een regel met de pijlen.", "There is nothing to type here. Choose a row with the arrows.";
    /// Notice.
    cannot_type_here_patient => "Hier valt niets te typen. F2 opent de aantekeningen.", "There is nothing to type here. F2 opens the notes.";
    /// Notice.
    citizen_number_refused =>
        "Een burgerservicenummer hoort niet in Pallium. De negen cijfers zijn weggelaten, de rest staat er nog.",
        "A citizen number does not belong in Pallium. The nine digits were left out, the rest is still there.";
    /// Notice.
    text_too_long => "Deze tekst is te lang; wat er stond is gebleven.", "This text is too long; what was there has stayed.";
    /// Notice.
    cannot_change => "Deze bijeenkomst is alleen te lezen.", "This meeting can only be read.";
    /// Notice.
    one_moment => "Een ogenblik, probeer het nog eens.", "One moment, please try again.";
    /// Notice.
    meeting_opening => "De bijeenkomst wordt gelezen.", "The meeting is being read.";
    /// Notice.
    finish_saving_first => "Eerst moet deze bijeenkomst opgeslagen zijn.", "This meeting has to be saved first.";
    /// Notice.
    library_missing => "De checklists zijn nog niet gelezen; probeer het zo nog eens.", "The checklists are not read yet; please try again in a moment.";
    /// Kind of meeting.
    kind_patz => "PaTz", "PaTz";
    /// Kind of meeting.
    kind_mdo => "MDO", "MDO";
    /// Kind of meeting.
    kind_education => "Scholing met een casus", "Education with a case";
    /// Kind of meeting.
    kind_between => "Tussen bijeenkomsten", "Between meetings";
}

impl Language {
    /// Status: saved at this time.
    pub fn saved_at(self, at: NaiveDateTime) -> String {
        format!("{} {}", self.saved(), at.format("%H:%M"))
    }

    /// The window is too small.
    pub fn window_too_small(self, width: u16, height: u16) -> String {
        match self {
            Self::Dutch => {
                format!("Maak het venster groter (minstens {width} bij {height}). Alles blijft bewaard.")
            }
            Self::English => {
                format!("Please enlarge the window (at least {width} by {height}). Everything is kept.")
            }
        }
    }

    /// Go on with a meeting.
    pub fn start_continue(self, group: &str) -> String {
        match self {
            Self::Dutch => format!("Verder met {group}"),
            Self::English => format!("Continue with {group}"),
        }
    }

    /// How many of the patients have been discussed.
    pub fn discussed_of(self, finished: usize, patients: usize) -> String {
        match (self, patients) {
            (Self::Dutch, 0) => "nog geen patiënten".to_owned(),
            (Self::English, 0) => "no patients yet".to_owned(),
            (Self::Dutch, _) => format!("{finished} van {patients} besproken"),
            (Self::English, _) => format!("{finished} of {patients} discussed"),
        }
    }

    /// Which of how many.
    pub fn which_of(self, which: usize, all: usize) -> String {
        match self {
            Self::Dutch => format!("{which} van {all}"),
            Self::English => format!("{which} of {all}"),
        }
    }

    /// How many questions are answered.
    pub fn answered_of(self, answered: usize, all: usize) -> String {
        match self {
            Self::Dutch => format!("{answered} van {all} beantwoord"),
            Self::English => format!("{answered} of {all} answered"),
        }
    }

    /// How many checklists are in use and how many are wrong.
    pub fn checklists_in_use(self, in_use: usize, wrong: usize) -> String {
        match (self, wrong) {
            (Self::Dutch, 0) => format!("{in_use} in gebruik"),
            (Self::Dutch, _) => format!("{in_use} in gebruik, {wrong} met een fout"),
            (Self::English, 0) => format!("{in_use} in use"),
            (Self::English, _) => format!("{in_use} in use, {wrong} with a fault"),
        }
    }

    /// How many faults there are.
    pub fn faults(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 fout".to_owned(),
            (Self::Dutch, _) => format!("{count} fouten"),
            (Self::English, 1) => "1 fault".to_owned(),
            (Self::English, _) => format!("{count} faults"),
        }
    }

    /// How many meetings there are.
    pub fn meetings_count(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 0) => "nog geen".to_owned(),
            (Self::English, 0) => "none yet".to_owned(),
            (_, count) => count.to_string(),
        }
    }

    /// A file that is not in order while an earlier version stays in force.
    pub fn checklist_not_in_order(self, file: &str, earlier_in_force: bool) -> String {
        match (self, earlier_in_force) {
            (Self::Dutch, true) => format!("{file} is niet in orde; de vorige versie blijft in gebruik."),
            (Self::Dutch, false) => format!("{file} is niet in orde en niet in gebruik."),
            (Self::English, true) => format!("{file} is not in order; the earlier version stays in use."),
            (Self::English, false) => format!("{file} is not in order and not in use."),
        }
    }

    /// What undo took back.
    pub fn undone(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("Ongedaan gemaakt: {what}. Ctrl+Y doet het opnieuw."),
            Self::English => format!("Undone: {what}. Ctrl+Y does it again."),
        }
    }

    /// What redo made again.
    pub fn redone(self, what: &str) -> String {
        match self {
            Self::Dutch => format!("Opnieuw gedaan: {what}."),
            Self::English => format!("Done again: {what}."),
        }
    }

    /// Who records the meeting.
    pub fn recorder_is(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("notulist: {name}"),
            Self::English => format!("recorder: {name}"),
        }
    }

    /// A number outside its bounds.
    pub fn number_out_of_bounds(self, min: Option<f64>, max: Option<f64>) -> String {
        match (self, min, max) {
            (Self::Dutch, Some(min), Some(max)) => format!("valt buiten {min} tot en met {max}"),
            (Self::Dutch, Some(min), None) => format!("is minder dan {min}"),
            (Self::Dutch, None, Some(max)) => format!("is meer dan {max}"),
            (Self::English, Some(min), Some(max)) => format!("is outside {min} to {max}"),
            (Self::English, Some(min), None) => format!("is less than {min}"),
            (Self::English, None, Some(max)) => format!("is more than {max}"),
            (_, None, None) => String::new(),
        }
    }

    /// Disciplines that a source wants at the table and that are not involved.
    pub fn discipline_missing(self, which: &str) -> String {
        match self {
            Self::Dutch => format!("Nog niet betrokken: {which}."),
            Self::English => format!("Not involved yet: {which}."),
        }
    }

    /// The number of one time of a repeating group.
    pub fn time_number(self, title: &str, number: usize) -> String {
        format!("{title} {number}")
    }
}
