//! What the screens of a discussion say: questions, judgement, agreements.

use crate::words::language::{Language, sentences};

sentences! {
    /// A field.
    patient_own_words => "Eigen woorden", "Own words";
    /// A hint.
    patient_own_words_hint =>
        "wie is deze mens, wat is nu belangrijk; zo mogelijk letterlijk",
        "who is this person, what matters now; verbatim where possible";
    /// A field.
    patient_question => "Vraag van de inbrenger", "Question for the team";
    /// A field.
    patient_notes => "Aantekeningen", "Notes";
    /// A hint.
    patient_notes_hint => "vrij, regel voor regel; geen namen van buiten de bijeenkomst", "free, line by line; no names from outside the meeting";
    /// Heading.
    patient_agreements => "Afspraken", "Agreements";
    /// A row.
    patient_agree => "Afspraak maken", "Make an agreement";
    /// A row.
    patient_overview => "Overzicht", "Overview";
    /// A row.
    patient_profile => "Gegevens", "Details";
    /// A row.
    patient_finish => "Deze patiënt afronden", "Finish this patient";
    /// A row.
    patient_reopen => "Toch verder bespreken", "Back to the discussion";
    /// A field.
    patient_next_review => "Opnieuw bespreken", "Discuss again";
    /// A hint.
    patient_next_review_hint => "bijvoorbeeld 10 januari, of eerder bij een val", "for example 10 January, or sooner after a fall";
    /// A hint, of who died.
    patient_next_review_hint_died => "bijvoorbeeld volgende bijeenkomst, met de familie gesproken", "for example next meeting, once we have spoken with the family";
    /// The row that everything empty folds into.
    still_blank => "Nog leeg", "Still empty";
    /// How far a step is on which the team judges.
    judgement_not_yet => "nog geen oordeel", "no judgement yet";
    /// Progress of a step.
    step_agree_other => "Andere afspraak maken", "Make another agreement";
    /// What stood was all spoken of today.
    all_said_today => "alles is vandaag bevestigd of gewijzigd", "all of it confirmed or changed today";
    /// The row that what stands folds into.
    stands_folded => "Staat nog", "Stands";
    /// The row that scenarios written down today fold into.
    today_folded => "Vandaag", "Today";
    /// How far a step is: it opens at a list.
    step_open_list => "lijst van alle onderdelen", "list of all parts";
    /// How far a step is.
    step_blank => "nog niets ingevuld", "nothing filled in yet";
    /// A row.
    step_next => "Verder", "Next";
    /// A row.
    step_back_to_patient => "Terug naar de patiënt", "Back to the patient";
    /// A row.
    step_all_pages => "Alle onderdelen op een rij", "All parts in a list";
    /// A row.
    step_source => "Uitleg en bron", "Explanation and source";
    /// A field.
    item_note => "Toelichting", "Comment";
    /// A row.
    item_clear => "Antwoord wissen", "Clear the answer";
    /// Why there is no answer, where there is one.
    item_is_answered => "niet nodig: er is een antwoord", "not needed: there is an answer";
    /// A row: why there is no answer.
    item_no_answer => "Geen antwoord, omdat", "No answer, because";
    /// A row.
    item_leave_empty => "Leeg laten", "Leave empty";
    /// Something that was judged does not stand any more.
    judgement_withdrawn_here => "oordeel INGETROKKEN", "judgement WITHDRAWN";
    /// A row.
    item_another_answer => "Nog iemand die deze patiënt kent", "Somebody else who knows this patient";
    /// A field.
    item_answered_by => "Beantwoord door", "Answered by";
    /// Who answers.
    item_ask_who_knows => "te beantwoorden door wie deze patiënt kent", "to be answered by whoever knows this patient";
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
    /// In a session with a case.
    choose_no_names =>
        "In een oefening staan geen deelnemers met naam.",
        "In an exercise there are no participants by name.";
    /// A row.
    choose_outside => "Iemand van buiten de bijeenkomst", "Somebody from outside the meeting";
    /// A hint.
    choose_outside_hint => "naam en functie", "name and function";
    /// A row.
    choose_clear => "Toch niemand", "No, nobody";
    /// A row.
    choose_done => "Terug", "Back";
    /// Hint of a text.
    text_hint => "typ hier", "type here";
    /// A value on a scale.
    scale_value => "Waarde", "Value";
    /// No value on a scale.
    scale_empty => "nog niet gekozen", "not chosen yet";
    /// Heading, heard only: by what the discussion of a patient ends.
    patient_closing => "Tot slot", "To end with";
    /// Heading, heard only: what is said of a patient, behind a question about the discussion.
    patient_about => "Over deze patiënt", "About this patient";
    /// Heading, heard only: what else there is about a patient.
    patient_more => "Meer over deze patiënt", "More about this patient";
    /// What a row says on which something else stands from earlier, between the signs of both arrows.
    scale_choose => "kies", "choose";
    /// Shows the counted answers.
    counts_show => "Verdeling tonen", "Show the spread";
    /// Hides the counted answers.
    counts_hide => "Verdeling verbergen", "Hide the spread";
    /// Forgets the counted answers.
    counts_clear => "Antwoorden wissen", "Clear the answers";
    /// Between disciplines of which one is enough.
    or_between => " of ", " or ";
    /// A source that is a draft.
    source_concept_explained =>
        "Concept, ter autorisatie; de vastgestelde tekst gaat voor.",
        "Draft, up for authorisation; the authorised text will prevail.";
    /// A layer.
    layer_shipped => "van Pallium", "from Pallium";
    /// A layer.
    layer_user => "eigen map", "own folder";
    /// A layer.
    layer_given => "opgegeven map", "given folder";
    /// A kind of diagnostic.
    kind_fault => "fout", "fault";
    /// A kind of diagnostic.
    kind_remark => "let op", "note";

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
    /// Said once in the PZP, and on the overview.
    pzp_record_prevails =>
        "Dit is een samenvatting; het plan in het dossier van de patiënt geldt.",
        "This is a summary; the plan in the record of the patient prevails.";

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
    /// A field on the screen of the judgement itself.
    judgement_who => "Betrokken", "Involved";
    /// A field.
    judgement_dissent => "Afwijkende mening", "Dissenting opinion";
    /// A hint.
    judgement_dissent_hint => "als argument; naam alleen op verzoek", "as an argument; a name only on request";
    /// Who decides.
    judgement_team_decides => "Het team beslist en weegt dit samen.", "The team decides and weighs this together.";
    /// A row.
    judgement_withdraw => "Oordeel intrekken", "Withdraw the judgement";
    /// What withdrawing means, beside the row.
    judgement_withdraw_what => "het blijft te lezen, met datum en reden", "it can still be read, with date and reason";
    /// A row: the judgement of an earlier meeting is judged again, with the same outcome.
    judgement_again => "Opnieuw beoordelen", "Judge again";
    /// What judging again records, beside the row.
    judgement_again_what => "vandaag hetzelfde oordeel, met een nieuwe reden", "the same judgement today, with a new reason";
    /// A row.
    judgement_not_withdrawn => "Toch niet intrekken", "Do not withdraw";
    /// A field.
    judgement_withdrawn_reason => "Reden van intrekken", "Reason for withdrawing";
    /// Heading.
    move_line_title => "Regel verplaatsen", "Move a line";
    /// What can be done with the lines of the notes.
    move_line_intro => "Regels naar een vraag verplaatsen", "Move lines to a question";
    /// No text to move to.
    move_line_nowhere => "Er is geen vraag waar deze regel heen kan.", "There is no question to which this line can go.";
    /// A row.
    judgement_clear => "Oordeel wissen", "Clear the judgement";
    /// What clearing means, beside the row.
    judgement_clear_what => "alsof het vandaag niet is gegeven", "as if it had not been given today";
    /// Heading.
    judgement_agreements => "Hierna af te spreken", "To be agreed next";
    /// Status of a source.
    source_concept => "concept", "draft";
    /// Status of a source.
    source_withdrawn => "vervangen", "replaced";
    /// Title.
    source_title => "Uitleg en bron", "Explanation and source";
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
    agreement_due => "Uiterlijk", "By";
    /// A field.
    agreement_outside_name => "Naam", "Name";
    /// A hint.
    agreement_outside_hint => "wie van buiten de bijeenkomst", "who from outside the meeting";
    /// A field.
    agreement_told_by => "Wie vertelt het", "Who tells them";
    /// A row.
    agreement_done => "Is gedaan", "Has been done";
    /// A row.
    agreement_dropped => "Vervallen", "Dropped";
    /// A row.
    agreement_open_again => "Weer open", "Open again";
    /// A row.
    agreement_remove => "Afspraak weghalen", "Remove this agreement";
    /// A row, and a title.
    agreement_copy => "Ook afspreken voor een andere patiënt", "Make the same agreement for another patient";
    /// A row that is ticked.
    agreement_for_patient => "Ook op het blad voor de patiënt", "Also on the sheet for the patient";
    /// What to mind where that row is ticked.
    agreement_for_patient_hint =>
        "Schrijf de afspraak dan in gewone woorden, zonder afkortingen.",
        "Then write the agreement in plain words, without abbreviations.";
    /// A row.
    agreement_ready => "Vastleggen en terug", "Record and go back";
    /// An agreement without text.
    agreement_unnamed => "afspraak zonder tekst", "agreement without text";
    /// No owner.
    agreement_no_owner => "nog niemand", "nobody yet";
    /// No date.
    agreement_no_date => "zonder datum", "without a date";
}

impl Language {
    /// What was judged at the previous discussion.
    pub fn judgement_earlier(self, day: &str, what: &str) -> String {
        match self {
            Self::Dutch => format!("Oordeel van {day}, dat nog staat: {what}."),
            Self::English => format!("Judgement of {day}, which still stands: {what}."),
        }
    }

    /// A judgement that no longer holds.
    pub fn judgement_withdrawn_on(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Dit oordeel is ingetrokken op {day}."),
            Self::English => format!("This judgement was withdrawn on {day}."),
        }
    }

    /// Takes one of several away.
    pub fn repeat_remove(self, which: &str) -> String {
        match self {
            Self::Dutch => format!("{which} weghalen"),
            Self::English => format!("Remove {}", within(which)),
        }
    }

    /// One more time of a repeated group.
    pub fn repeat_add(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("{title} toevoegen"),
            Self::English => format!("Add: {}", within(title)),
        }
    }

    /// Which of how many.
    pub fn which_of(self, which: usize, all: usize) -> String {
        match self {
            Self::Dutch => format!("{which} van {all}"),
            Self::English => format!("{which} of {all}"),
        }
    }

    /// The same was agreed about another patient.
    pub fn agreement_copied(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!("Ook afgesproken voor {patient}."),
            Self::English => format!("Also agreed for {patient}."),
        }
    }

    /// What finishing a patient begins with.
    pub fn finish_with(self, open: usize, ended: bool) -> String {
        match (self, open) {
            (Self::Dutch, 0) if ended => "er staat geen afspraak meer open".to_owned(),
            (Self::English, 0) if ended => "no agreement is open any more".to_owned(),
            (Self::Dutch, 0) => "er is niets afgesproken".to_owned(),
            (Self::Dutch, 1) => "eerst de afspraak voorlezen".to_owned(),
            (Self::Dutch, _) => format!("eerst de {open} afspraken voorlezen"),
            (Self::English, 0) => "nothing was agreed".to_owned(),
            (Self::English, 1) => "first read the agreement aloud".to_owned(),
            (Self::English, _) => format!("first read the {open} agreements aloud"),
        }
    }

    /// A row that leads to the next step of the walk.
    pub fn step_on_to(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("Verder met: {title}"),
            Self::English => format!("Continue with: {title}"),
        }
    }

    /// A row that leads to a step of the walk which is not always taken.
    pub fn step_on_to_if_needed(self, title: &str) -> String {
        match self {
            Self::Dutch => format!("Verder, als het nodig is: {title}"),
            Self::English => format!("If needed, continue with: {title}"),
        }
    }

    /// A step that was begun earlier goes on at its first page without an answer.
    pub fn step_goes_on_at(self, page: usize, all: usize) -> String {
        match self {
            Self::Dutch => format!("Verder bij bladzijde {page} van {all}: de eerste waar nog niets staat."),
            Self::English => format!("Continuing at page {page} of {all}: the first with nothing on it yet."),
        }
    }

    /// The row into which folds what stands, all of one day.
    pub fn stands_folded_of(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Staat van {day}"),
            Self::English => format!("Stands from {day}"),
        }
    }

    /// A row that clears the answer to one of several questions on a page.
    pub fn item_clear_of(self, question: &str) -> String {
        format!("{}: {question}", self.item_clear())
    }

    /// Forgets the counted answers to a question, where more of them stand on a page.
    pub fn counts_clear_of(self, question: &str) -> String {
        format!("{}: {question}", self.counts_clear())
    }

    /// A field: the explanation of an answer, apart from its question.
    pub fn item_note_of(self, question: &str) -> String {
        format!("{}: {question}", self.item_note())
    }

    /// A row that takes away what one of several people answered.
    pub fn item_remove_answer(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("Antwoord weghalen van {name}"),
            Self::English => format!("Remove the answer of {name}"),
        }
    }

    /// How many limits of treatment are recorded.
    pub fn limits_recorded(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("behandelgrenzen: {count} vastgelegd"),
            Self::English => format!("limits of treatment: {count} recorded"),
        }
    }

    /// How many questions are answered.
    pub fn answered_of(self, answered: usize, all: usize) -> String {
        match self {
            Self::Dutch => format!("{answered} van {all} beantwoord"),
            Self::English => format!("{answered} of {all} answered"),
        }
    }

    /// How many answers were counted.
    pub fn answers_counted(self, count: u32) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 antwoord gegeven".to_owned(),
            (Self::Dutch, _) => format!("{count} antwoorden gegeven"),
            (Self::English, 1) => "1 answer given".to_owned(),
            (Self::English, _) => format!("{count} answers given"),
        }
    }

    /// More answers of people than people who are there, by `people`; what was counted stays.
    pub fn more_answers_than_people(self, people: usize) -> String {
        match (self, people) {
            (Self::Dutch, 1) => "meer antwoorden dan mensen: er is 1 mens aanwezig".to_owned(),
            (Self::Dutch, _) => format!("meer antwoorden dan mensen: er zijn {people} mensen aanwezig"),
            (Self::English, 1) => "more answers than people: 1 person is present".to_owned(),
            (Self::English, _) => format!("more answers than people: {people} people are present"),
        }
    }

    /// How often an answer was chosen where one person may choose more of them.
    pub fn ticks_counted(self, count: u32) -> String {
        match self {
            Self::Dutch => format!("{count} keer gekozen; één mens kan meer kiezen"),
            Self::English => format!("chosen {count} times; one person can choose more"),
        }
    }

    /// How many people chose an answer.
    pub fn people_counted(self, count: u32) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 mens".to_owned(),
            (Self::Dutch, _) => format!("{count} mensen"),
            (Self::English, 1) => "1 person".to_owned(),
            (Self::English, _) => format!("{count} people"),
        }
    }

    /// By when something is agreed.
    pub fn agreement_before(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("uiterlijk {day}"),
            Self::English => format!("by {day}"),
        }
    }

    /// Disciplines that a source wants at the table and that are not involved.
    pub fn discipline_missing(self, which: &str) -> String {
        match self {
            Self::Dutch => format!("Nog niet betrokken: {which}."),
            Self::English => format!("Not involved yet: {which}."),
        }
    }

    /// That one of several no longer holds, and what it was.
    pub fn time_gone(self, was: &str) -> String {
        match self {
            Self::Dutch => format!("vervallen: {was}"),
            Self::English => format!("no longer holds: {was}"),
        }
    }

    /// The number of one time of a repeating group.
    pub fn time_number(self, title: &str, number: usize) -> String {
        format!("{title} {number}")
    }
}

/// A title within a sentence: without its capital, unless that belongs to letters that stand for words.
fn within(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => title.to_owned(),
    }
}
