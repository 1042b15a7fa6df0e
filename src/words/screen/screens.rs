//! What the screens around a discussion say.

use crate::words::language::{Language, ended, sentences};

sentences! {
    /// What the program is for.
    start_purpose =>
        "Samen op tijd zien, bespreken en vastleggen wat iemand in de palliatieve fase nodig heeft.",
        "Recognise in time, discuss together and record what people in the palliative phase need.";
    /// Where notes stay.
    start_notes_stay => "Uw notities blijven op deze computer.", "Your notes stay on this computer.";
    /// The notebook is not encrypted.
    start_fictional_only =>
        "Niet versleuteld: gebruik alleen verzonnen patiënten. De opdracht \"pallium protect\" versleutelt.",
        "Not encrypted: use fictional patients only. The command \"pallium protect\" encrypts.";
    /// The notebook is encrypted.
    start_encrypted => "Versleuteld.", "Encrypted.";
    /// Somebody stated that the disk is encrypted.
    start_disk_encrypted =>
        "Er is vastgelegd dat de schijf van deze computer versleuteld is.",
        "It was recorded that the disk of this computer is encrypted.";
    /// A row of the first screen.
    start_new => "Nieuwe bijeenkomst", "New meeting";
    /// A row of the first screen.
    start_meetings => "Bijeenkomsten", "Meetings";
    /// A row of the first screen.
    start_checklists => "Checklists", "Checklists";
    /// A row of the first screen.
    start_settings => "Instellingen", "Settings";
    /// A row of the first screen.
    start_problems => "Bestanden om na te kijken", "Files to check";
    /// A row of the first screen.
    start_quit => "Pallium afsluiten", "Quit Pallium";
    /// While the notebook is being read.
    reading_notebook => "wordt gelezen", "being read";
    /// Today.
    today => "vandaag", "today";

    /// Settings that could not be saved before.
    settings_saved_now => "Uw instellingen zijn nu wel opgeslagen.", "Your settings are saved now.";

    /// Title of the list.
    meetings_title => "Bijeenkomsten", "Meetings";
    /// An empty list.
    meetings_none => "Er zijn nog geen bijeenkomsten.", "There are no meetings yet.";
    /// A row below the list.
    meetings_new => "Een nieuwe bijeenkomst", "A new meeting";
    /// What to do in an empty list.
    meetings_begin => "Enter begint de eerste.", "Enter begins the first.";
    /// A meeting without a name.
    meeting_unnamed => "Bijeenkomst zonder naam", "Meeting without a name";
    /// State of a meeting.
    meeting_closed => "afgesloten", "closed";
    /// State of a meeting.
    meeting_not_closed => "nog niet afgesloten", "not closed yet";
    /// Mark of a fictional meeting.
    meeting_fictional => "verzonnen patiënten", "fictional patients";
    /// Where somebody is added to such a meeting in a notebook in which real patients are recorded too.
    add_patient_invented => "Alles hier is verzonnen, om te oefenen: wie u toevoegt, telt als verzonnen en gaat weg zodra het verzonnene wordt gewist. Een echte patiënt hoort hier niet.", "Everything here is fictional, for practice: whoever you add counts as fictional and goes as soon as what is fictional is deleted. A real patient does not belong here.";
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
    /// What a group was called before.
    group_formerly => "Heette deze groep eerder anders?", "Did this group have another name before?";
    /// What saying so does, where no earlier meeting has this name.
    group_is_new =>
        "Deze naam is nieuw: van andere groepen komt niets vanzelf mee. Kies welke groep (of groepen) dit was: dan horen haar patiënten, afspraken en data voortaan hierbij.",
        "This name is new: nothing comes along from other groups by itself. Choose which group (or groups) this was: then its patients, agreements and days belong here from now on.";
    /// The same where the group has met before.
    group_formerly_what =>
        "Kies welke groep (of groepen) dit was: dan horen haar patiënten, afspraken en data voortaan hierbij.",
        "Choose which group (or groups) this was: then its patients, agreements and days belong here from now on.";
    /// A field.
    details_date => "Datum", "Date";
    /// A field.
    details_planned => "Geplande duur", "Planned length";
    /// Below the day: the group met on it already.
    details_day_taken =>
        "Van deze dag is er al een bijeenkomst van deze groep. Wilt u daarmee verder? Zoek haar dan in de lijst van bijeenkomsten.",
        "There is a meeting of this group on this day already. To go on with that one, find it in the list of meetings.";
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
    /// Row.
    participant_no_discipline => "Toch geen functie", "No discipline";
    /// A field.
    participant_profession => "Namelijk", "Namely";
    /// A hint.
    participant_profession_hint => "bijvoorbeeld diëtist", "for example dietitian";
    /// A row.
    participant_absent => "afwezig", "absent";
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
        "No more than initials and a year of birth: no name, no citizen service number (BSN). Privacy law still applies.";
    /// A field.
    profile_brought_by => "Ingebracht door", "Presented by";
    /// A question.
    profile_informed => "Weet de patiënt van deze bespreking?", "Does the patient know of this discussion?";
    /// Row.
    profile_informed_unsaid => "Toch niet invullen", "Leave this open";
    /// A question.
    profile_route => "Hoe bespreken we deze patiënt?", "How do we discuss this patient?";
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

    /// Title.
    overview_title => "Overzicht", "Overview";
    /// A row.
    overview_taken_over => "Overgenomen in dossier", "Copied into the patient's record";
    /// Not yet.
    overview_not_taken_over => "nog niet", "not yet";
    /// Title.
    checklists_title => "Checklists", "Checklists";
    /// A checklist that is in order.
    checklist_in_order => "in orde", "in order";
    /// That a choice holds and is not saved, on the page that says why.
    settings_not_saved_briefly =>
        "Dit geldt nu, maar is niet opgeslagen; waarom staat bovenaan.",
        "This applies now, but is not saved; the reason is at the top.";
    /// Title.
    settings_title => "Instellingen", "Settings";
    /// Heading.
    settings_language => "Taal", "Language";
    /// Heading.
    settings_theme => "Kleuren", "Colours";
    /// Heading.
    settings_marks => "Tekens", "Signs";
    /// A look.
    theme_terminal => "Achtergrond van het venster", "Background of the window";
    /// A look.
    theme_dark => "Donker", "Dark";
    /// A look.
    theme_light => "Licht, voor een lichte zaal", "Light, for a light room";
    /// A look.
    theme_beamer => "Beamer: sterk contrast, ruim, wit tussen de keuzes", "Projector (beamer): strong contrast, wide, room between choices";
    /// A look.
    theme_mono => "Zonder kleur", "Without colour";
    /// Signs.
    marks_signs => "Gewone tekens", "Ordinary signs";
    /// Signs.
    marks_ascii => "Alleen letters en leestekens", "Letters and punctuation only";
    /// Heading.
    settings_retention => "Bewaartermijn", "Retention period";
    /// What it means.
    settings_retention_what =>
        "Vanzelf verwijdert Pallium niets. De opdracht \"pallium retention\" noemt bijeenkomsten die ouder zijn, en vraagt of ze weg mogen.",
        "Pallium deletes nothing by itself. The command \"pallium retention\" lists meetings that are older, and asks whether they may be deleted.";
    /// A choice.
    settings_retention_none => "Niet ingesteld", "Not set";
    /// Heading.
    settings_planned => "Geplande duur van een nieuwe bijeenkomst", "Planned length of a new meeting";
    /// Heading.
    settings_in_file => "In het bestand met uitleg", "In the file with explanations";
    /// A row.
    settings_paper_folder => "Map voor papier", "Folder for papers";
    /// A row.
    settings_fhir_base => "Adres van FHIR", "Address of FHIR";
    /// A row.
    settings_colours => "Betekenis van kleuren", "Meaning of colours";
    /// Nothing chosen.
    settings_usual => "niet ingesteld", "not set";
    /// A row.
    settings_edit => "Dit bestand bewerken", "Edit this file";
    /// Where the notebook is.
    settings_folder => "Map van het notitieboek", "Folder of the notebook";
    /// Title.
    help_title => "Alle toetsen van dit scherm", "All keys of this screen";
    /// Title.
    problems_title => "Bestanden om na te kijken", "Files to check";
    /// What happened to them.
    problems_untouched =>
        "Pallium heeft hier zelf niets aan veranderd. Al het andere is gewoon te openen.",
        "Pallium itself changed nothing here. Everything else can be opened as usual.";

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

    /// Title, when it could be saved after all.
    saved_meanwhile_title => "Opgeslagen", "Saved";
    /// What became of it.
    saved_meanwhile_what =>
        "Intussen is het opslaan gelukt: alles staat op de schijf.",
        "Saving has now succeeded: everything is on the disk.";

    /// Kind of meeting.
    kind_patz => "PaTz", "PaTz";
    /// Kind of meeting.
    kind_mdo => "MDO", "MDO";
    /// Kind of meeting.
    kind_education => "Scholing (casus zelf invoeren)", "Education (enter the case yourself)";
    /// Kind of meeting.
    kind_between => "Tussen bijeenkomsten", "Between meetings";
}

impl Language {
    /// A length of time that was typed in hours.
    pub fn in_minutes(self, minutes: u32) -> String {
        format!("= {minutes} {}", self.minutes())
    }

    /// What belonged to a group comes along to this one.
    pub fn group_comes_along(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("Wat van {name} was, hoort voortaan bij deze groep."),
            Self::English => format!("What belonged to {name} belongs to this group from now on."),
        }
    }

    /// Settings that could not be saved.
    pub fn settings_not_saved(self, why: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Uw instellingen gelden nu, maar zijn niet opgeslagen. {why} Pallium probeert het opnieuw bij een volgende keuze en bij het afsluiten."
            ),
            Self::English => format!(
                "Your settings apply now, but are not saved. {why} Pallium tries again at the next choice and on leaving."
            ),
        }
    }

    /// That a judgement was withdrawn, and when.
    pub fn judgement_withdrawn_briefly(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("INGETROKKEN {day}"),
            Self::English => format!("WITHDRAWN {day}"),
        }
    }

    /// A judgement of an earlier meeting that still stands, with its day.
    pub fn judgement_stands(self, day: &str, what: &str) -> String {
        format!("{day}: {what}")
    }

    /// By whom and when something was taken over.
    pub fn overview_taken_over_by(self, who: &str, day: &str) -> String {
        match self {
            Self::Dutch => format!("door {who}, op {day}"),
            Self::English => format!("by {who}, on {day}"),
        }
    }

    /// Go on with a meeting.
    pub fn start_continue(self, group: &str) -> String {
        match self {
            Self::Dutch => format!("Verder met {group}"),
            Self::English => format!("Continue with {group}"),
        }
    }

    /// The route became another by itself.
    pub fn route_is_now(self, title: &str) -> String {
        let title = ended(title);
        match self {
            Self::Dutch => format!("De bespreking is nu: {title} Ctrl+Z haalt het terug."),
            Self::English => format!("The discussion is now: {title} Ctrl+Z takes it back."),
        }
    }

    /// Read a meeting that is over.
    pub fn start_read_again(self, group: &str) -> String {
        match self {
            Self::Dutch => format!("Teruglezen: {group}"),
            Self::English => format!("Read again: {group}"),
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

    /// How many checklists are in use and how many are wrong.
    pub fn checklists_in_use(self, in_use: usize, wrong: usize) -> String {
        match (self, wrong) {
            (Self::Dutch, 0) => format!("{in_use} in gebruik"),
            (Self::Dutch, _) => format!("{in_use} in gebruik, {wrong} met een fout"),
            (Self::English, 0) => format!("{in_use} in use"),
            (Self::English, _) => format!("{in_use} in use, {wrong} with errors"),
        }
    }

    /// How many faults there are.
    pub fn faults(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 fout".to_owned(),
            (Self::Dutch, _) => format!("{count} fouten"),
            (Self::English, 1) => "1 error".to_owned(),
            (Self::English, _) => format!("{count} errors"),
        }
    }

    /// How many remarks there are.
    pub fn remarks(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 opmerking".to_owned(),
            (Self::Dutch, _) => format!("{count} opmerkingen"),
            (Self::English, 1) => "1 remark".to_owned(),
            (Self::English, _) => format!("{count} remarks"),
        }
    }

    /// More faults than are told.
    pub fn more_faults(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "En nog 1 fout.".to_owned(),
            (Self::Dutch, _) => format!("En nog {count} fouten."),
            (Self::English, 1) => "And 1 more error.".to_owned(),
            (Self::English, _) => format!("And {count} more errors."),
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

    /// How many meetings were read, while others are being read.
    pub fn meetings_so_far(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("{count} gelezen, meer volgt"),
            Self::English => format!("{count} read, more to come"),
        }
    }

    /// A file that is not in order while an earlier version stays in force.
    pub fn checklist_not_in_order(self, file: &str, earlier_in_force: bool) -> String {
        match (self, earlier_in_force) {
            (Self::Dutch, true) => format!("{file} is niet in orde; de vorige versie blijft in gebruik."),
            (Self::Dutch, false) => format!("{file} is niet in orde en niet in gebruik."),
            (Self::English, true) => format!("{file} has errors; the earlier version stays in use."),
            (Self::English, false) => format!("{file} has errors and is not in use."),
        }
    }

    /// Who records the meeting.
    pub fn recorder_is(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("notulist: {name}"),
            Self::English => format!("recorder: {name}"),
        }
    }
}
