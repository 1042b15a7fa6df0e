//! Sentences of a summary of one patient, for who treats the patient, for the social domain, and in plain words for the patient.

use crate::words::language::{Language, sentences};

sentences! {
    /// What the paper is called.
    summary_title => "Samenvatting", "Summary";
    /// What the paper for the patient is called.
    summary_title_plain => "Wat wij met u hebben besproken", "What we have discussed with you";
    /// A reader.
    summary_for_dossier => "het dossier", "the patient's record";
    /// A reader.
    summary_for_hap => "de huisartsenpost", "the out-of-hours GP service";
    /// A reader.
    summary_for_social => "sociaal domein en vrijwilligers", "the social domain and volunteers";
    /// A reader.
    summary_for_patient => "u en uw naasten", "you and those close to you";
    /// The same reader, spoken of.
    summary_for_relatives => "naasten", "relatives";
    /// The label of a question.
    summary_question_relatives => "Delen met naasten", "Sharing with relatives";
    /// The label of a question.
    summary_question_social => "Delen met sociaal domein", "Sharing with social domain";
    /// The record in which the plan is, where nobody named one.
    summary_of_the_patient => "de patiënt", "the patient";
    /// Who somebody is stands elsewhere.
    summary_identity => "Naam en geboortedatum: toevoegen uit het dossier.", "Name and date of birth: add from the record.";
    /// That what is missing says nothing.
    summary_empty_is_absent =>
        "Wat hier niet staat, is hier niet ingevuld: zie het dossier.",
        "What does not stand here was not filled in here: see the record.";
    /// What a paper for the social domain leaves out.
    summary_left_out_social =>
        "Behandelgrenzen, ziekte, scenario's en wat over naasten is genoteerd, staan niet op dit blad. Vraag het de centrale zorgverlener.",
        "Limits of treatment, the disease, scenarios and what was noted of relatives are not on this sheet. Ask the central carer.";
    /// What a paper for the out-of-hours service leaves out.
    summary_left_out_hap =>
        "Medicatielijst, contactgegevens en wat alleen het team aangaat, staan niet op dit blad.",
        "The list of medication, contact details and what concerns the team alone are not on this sheet.";
    /// What a paper for the record leaves out.
    summary_left_out_dossier =>
        "Wat alleen het team aangaat, getelde stemmen en wie er een afwijkende mening had, staan niet op dit blad.",
        "What concerns the team alone, counted votes and who dissented are not on this sheet.";
    /// That a paper had to be shortened.
    summary_did_not_fit =>
        "Niet alles past op dit ene blad: zie het dossier.",
        "Not everything fits on this one sheet: see the record.";
    /// Nothing was recorded.
    summary_nothing =>
        "Over deze patiënt is nog niets vastgelegd dat op dit blad hoort.",
        "Nothing that belongs on this sheet has been recorded of this patient yet.";
    /// Something that must not be relied on.
    summary_incomplete =>
        "ONVOLLEDIG, niet op varen: zie dossier",
        "INCOMPLETE, do not rely on it: see the record";
    /// What somebody noted.
    summary_noted => "genoteerd", "noted";
    /// The dying phase.
    summary_dying => "Stervensfase", "Dying phase";
    /// The judgement that it has begun.
    summary_dying_begun => "begonnen, naar het oordeel van het team", "has begun, in the judgement of the team";
    /// The palliative phase.
    summary_marking => "Palliatieve fase", "Palliative phase";
    /// The judgement that marks it.
    summary_marked => "gemarkeerd", "marked";
    /// Own words.
    summary_own_words => "In eigen woorden", "In the person's own words";
    /// Own words, to the patient.
    summary_own_words_plain => "Dit zei u zelf", "In your own words";
    /// Room for a number.
    summary_telephone => "Telefoon", "Telephone";
    /// A line to write on.
    summary_blank => "______________________", "______________________";
    /// What to do in a scenario.
    summary_scenario_plan => "Wat dan", "What then";
    /// When the patient is discussed again.
    summary_next_review => "Opnieuw bespreken", "Discuss again";
    /// The same for the patient.
    summary_next_review_plain => "Wij kijken opnieuw naar uw zorg op", "We look at your care again on";
    /// What was no longer so.
    summary_no_longer => "geldt niet meer", "no longer holds";
    /// Before what may happen.
    summary_if_plain => "Als dit gebeurt", "If this happens";
    /// Before what to do.
    summary_then_plain => "Dan doen wij dit", "Then we do this";
    /// Under a paper for the patient whose limits are not all there.
    summary_asks_plain =>
        "Staat er iets niet op dat u wel hebt besproken? Zeg het ons.",
        "Is something missing that you did discuss? Tell us.";
    /// Before whoever the patient tells.
    summary_correct_plain => "Klopt dit? Zeg het uw", "Is this right? Tell your";
    /// Whoever the patient tells, where no central carer is known.
    summary_carer_plain => "huisarts of wijkverpleegkundige", "GP or district nurse";
    /// The central carer, in plain words.
    summary_central_plain => "vaste zorgverlener", "regular carer";
    /// The patient has died.
    summary_refused_deceased =>
        "Deze patiënt is overleden: voor deze lezer wordt geen samenvatting meer gemaakt.",
        "This patient has died: no summary is made for this reader any more.";
}

impl Language {
    /// Of which day a value is, where another meeting was since.
    pub fn summary_noted_on(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("genoteerd op {day}"),
            Self::English => format!("noted on {day}"),
        }
    }

    /// The same for the patient.
    pub fn summary_noted_on_plain(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("opgeschreven op {day}"),
            Self::English => format!("written down on {day}"),
        }
    }

    /// From which meeting the paper is, and which plan prevails.
    pub fn summary_head(self, group: &str, day: &str, record: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Samenvatting uit {group}, {day}. Het plan in het dossier van {record} geldt.")
            }
            Self::English => {
                format!("Summary from {group}, {day}. The plan in the record of {record} prevails.")
            }
        }
    }

    /// The same for the patient.
    pub fn summary_head_plain(self, day: &str, record: &str) -> String {
        match (self, record) {
            (Self::Dutch, "") => {
                format!(
                    "Dit is een samenvatting van {day}. Staat er in uw dossier iets anders? Dan geldt uw dossier."
                )
            }
            (Self::Dutch, record) => {
                format!(
                    "Dit is een samenvatting van {day}. Staat er in uw dossier bij {record} iets anders? Dan geldt uw dossier."
                )
            }
            (Self::English, "") => format!(
                "This is a summary of {day}. Does your record say something else? Then your record holds."
            ),
            (Self::English, record) => {
                format!(
                    "This is a summary of {day}. Does your record with {record} say something else? Then your record holds."
                )
            }
        }
    }

    /// For whom, when and by whom the paper was made; `by` may be empty.
    pub fn summary_made(self, whom: &str, day: &str, by: &str) -> String {
        match (self, by) {
            (Self::Dutch, "") => format!("Voor {whom}. Gemaakt op {day}."),
            (Self::Dutch, by) => format!("Voor {whom}. Gemaakt op {day} door {by}."),
            (Self::English, "") => format!("For {whom}. Made on {day}."),
            (Self::English, by) => format!("For {whom}. Made on {day} by {by}."),
        }
    }

    /// How many answers have lost their questions.
    pub fn summary_unknown(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => {
                "Van 1 antwoord is de checklist niet gevonden; het staat hier niet op.".to_owned()
            }
            (Self::Dutch, count) => {
                format!("Van {count} antwoorden is de checklist niet gevonden; zij staan hier niet op.")
            }
            (Self::English, 1) => {
                "The checklist of 1 answer was not found; it is not on this sheet.".to_owned()
            }
            (Self::English, count) => {
                format!("The checklists of {count} answers were not found; they are not on this sheet.")
            }
        }
    }

    /// How many meetings could not be read.
    pub fn summary_unread(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("ONVOLLEDIG: niet te lezen bijeenkomsten: {count}. Zie dossier."),
            Self::English => format!("INCOMPLETE: meetings that cannot be read: {count}. See the record."),
        }
    }

    /// Nobody noted that the patient agrees; `question` is where to note it.
    pub fn summary_not_asked(self, whom: &str, question: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Er is niet genoteerd dat de patiënt het goed vindt om dit te delen met {whom}. Er is niets gemaakt. \
                 Vraag het de patiënt, en noteer het bij \"{question}\" in het Proactief Zorgplan."
            ),
            Self::English => format!(
                "It was not noted that the patient agrees to share this with {whom}. Nothing was made. Ask the patient, \
                 and note it at \"{question}\" in the advance care planning (PZP)."
            ),
        }
    }

    /// The patient does not agree.
    pub fn summary_no_consent(self, whom: &str) -> String {
        match self {
            Self::Dutch => {
                format!("De patiënt vindt het niet goed om dit te delen met {whom}. Er is niets gemaakt.")
            }
            Self::English => {
                format!("The patient does not agree to share this with {whom}. Nothing was made.")
            }
        }
    }

    /// A change from what to what.
    pub fn summary_change(self, before: &str, after: &str) -> String {
        match self {
            Self::Dutch => format!("was: {before}; nu: {after}"),
            Self::English => format!("was: {before}; now: {after}"),
        }
    }

    /// The title of a part for who treats the patient or helps.
    pub fn summary_part(self, part: u8) -> &'static str {
        let (dutch, english) = match part {
            1 => ("Markering", "Marking"),
            2 => ("Ziekte of kwetsbaarheid", "Disease or frailty"),
            3 => ("Stervensfase", "Dying phase"),
            4 => ("Wie deze mens is", "Who this person is"),
            5 => ("Wie te bellen, en waar het plan is", "Whom to call, and where the plan is"),
            6 => ("Wie beslist, en wie eerst te bellen", "Who decides, and whom to contact first"),
            7 => ("Gesprek over het plan", "Conversation about the plan"),
            8 => ("Doel van het beleid", "Goal of treatment"),
            9 => ("Behandelgrenzen", "Limits of treatment"),
            10 => ("Euthanasie en Donorregister", "Euthanasia and donor register"),
            11 => ("Wensen", "Wishes"),
            12 => ("Veranderd in de laatste bespreking", "Changed in the last discussion"),
            13 => ("Wat te verwachten, en wat dan", "What to expect, and what then"),
            14 => ("Wat er thuis klaar is", "What is ready at home"),
            15 => ("Wat er speelt", "What is the matter"),
            16 => ("Naasten", "Relatives"),
            17 => ("Afspraken", "Agreements"),
            18 => ("Overgedragen en delen", "Handed over and shared"),
            19 => ("Gespecialiseerd team", "Specialised team"),
            _ => ("Verder", "Further"),
        };
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }

    /// The title of a part for the patient.
    pub fn summary_part_plain(self, part: u8) -> &'static str {
        let (dutch, english) = match part {
            4 => ("Wie u bent en wat u belangrijk vindt", "Who you are and what matters to you"),
            5 => ("Wie u kunt bellen", "Whom you can call"),
            6 => ("Wie beslist en wie wij bellen", "Who decides and whom we call"),
            7 => ("Met wie u hierover hebt gepraat", "With whom you spoke about this"),
            8 => ("Waar uw behandeling voor is", "What your treatment is for"),
            9 => ("Wat u hebt afgesproken over behandelingen", "What you agreed about treatments"),
            11 => ("Uw wensen", "Your wishes"),
            13 => ("Wat er kan gebeuren", "What may happen"),
            14 => ("Wat er bij u thuis klaar is", "What is ready at your home"),
            _ => ("Hoe het verder gaat", "How it goes on"),
        };
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }

    /// What stands before an answer on the paper for the patient; an answer without such words does not stand on it.
    pub fn summary_label_plain(self, checklist: &str, item: &str) -> Option<&'static str> {
        let (dutch, english) = match (checklist, item) {
            ("persoon", "wie") => ("Zo kennen wij u", "This is how we know you"),
            ("persoon", "belangrijk") => ("Dit is nu belangrijk voor u", "This matters to you now"),
            ("persoon", "kracht") => ("Dit geeft u kracht of plezier", "This gives you strength or joy"),
            ("persoon", "taal") => ("De taal die u het liefst praat", "The language you like to speak best"),
            ("pzp-stand", "centrale-zorgverlener") => (
                "Uw vaste zorgverlener, die u als eerste kunt bellen",
                "Your regular carer, whom you can call first",
            ),
            ("pzp-stand", "dossier") => ("Uw plan staat in het dossier van", "Your plan is in the record of"),
            ("pzp-stand", "bijgehouden-door") => ("Wie uw plan bijhoudt", "Who keeps your plan up to date"),
            ("pzp", "vertegenwoordiger") => {
                ("Wie voor u beslist als u dat zelf niet kunt", "Who decides for you when you cannot")
            }
            ("pzp", "contactpersoon") => ("Wie wij als eerste bellen", "Whom we call first"),
            (_, "gesprek-op") => ("Wanneer", "When"),
            (_, "gesprek-door") => ("Met wie", "With whom"),
            ("pzp", "wensen-voor-zorgverleners") => {
                ("Dit moeten zorgverleners weten", "This is what carers must know")
            }
            ("pzp", "cultuur-en-rituelen") => {
                ("Uw wensen over geloof, gewoonten of taal", "Your wishes about faith, customs or language")
            }
            (_, "buiten-kantooruren") => {
                ("In de avond, de nacht en het weekend", "In the evening, at night and in the weekend")
            }
            ("pzp-stand", "volgend-gesprek-door") => {
                ("Het volgende gesprek is met", "The next conversation is with")
            }
            ("pzp-stand", "volgend-gesprek-op") => {
                ("Het volgende gesprek is op", "The next conversation is on")
            }
            _ => return None,
        };
        Some(match self {
            Self::Dutch => dutch,
            Self::English => english,
        })
    }

    /// What a choice means for the patient; a choice without such a sentence does not stand on the paper.
    pub fn summary_choice_plain(self, item: &str, code: &str) -> Option<&'static str> {
        let (dutch, english) = match (item, code) {
            ("hoofddoel", "curatief") => (
                "De behandeling is bedoeld om u beter te maken, of om de ziekte te bestrijden.",
                "The treatment is meant to make you better, or to fight the disease.",
            ),
            ("hoofddoel", "levensverlenging") => (
                "De behandeling is bedoeld om langer te leven en om klachten te verlichten.",
                "The treatment is meant to let you live longer and to relieve symptoms.",
            ),
            ("hoofddoel", "symptoomverlichting") => (
                "De behandeling is bedoeld om klachten te verlichten. Langer leven is niet meer het doel.",
                "The treatment is meant to relieve symptoms. Living longer is no longer the goal.",
            ),
            ("reanimatie", "wel") => (
                "Als uw hart stopt, proberen hulpverleners het weer op gang te brengen. Dat heet reanimeren.",
                "If your heart stops, helpers try to start it again. This is called resuscitation.",
            ),
            ("reanimatie", "niet") => (
                "Als uw hart stopt, wordt u niet gereanimeerd. Niemand probeert dan uw hart weer op gang te brengen.",
                "If your heart stops, you are not resuscitated. Nobody tries to start your heart again then.",
            ),
            ("beademing", "wel") => (
                "Als u zelf niet genoeg kunt ademen, mag een machine dat voor u doen.",
                "If you cannot breathe enough yourself, a machine may do so for you.",
            ),
            ("beademing", "niet") => (
                "U gaat niet aan een machine die het ademen overneemt.",
                "You are not put on a machine that takes over breathing.",
            ),
            ("intensive-care", "wel") => (
                "U kunt worden opgenomen op de intensive care. Dat is een afdeling voor mensen die heel ernstig ziek zijn.",
                "You can be admitted to intensive care. That is a ward for people who are very seriously ill.",
            ),
            ("intensive-care", "niet") => (
                "U wordt niet opgenomen op de intensive care. Dat is een afdeling voor mensen die heel ernstig ziek zijn.",
                "You are not admitted to intensive care. That is a ward for people who are very seriously ill.",
            ),
            ("ziekenhuisopname", "wel") => {
                ("U kunt worden opgenomen in het ziekenhuis.", "You can be admitted to hospital.")
            }
            ("ziekenhuisopname", "niet") => {
                ("U wordt niet meer opgenomen in het ziekenhuis.", "You are no longer admitted to hospital.")
            }
            ("antibiotica", "wel") => (
                "U kunt medicijnen tegen een infectie krijgen. Die heten antibiotica.",
                "You can get medicines against an infection. They are called antibiotics.",
            ),
            ("antibiotica", "niet") => (
                "U krijgt geen medicijnen tegen een infectie. Die heten antibiotica.",
                "You get no medicines against an infection. They are called antibiotics.",
            ),
            ("bloedproduct", "wel") => {
                ("U kunt bloed van een donor krijgen.", "You can get blood from a donor.")
            }
            ("bloedproduct", "niet") => {
                ("U krijgt geen bloed van een donor.", "You get no blood from a donor.")
            }
            ("icd-uitzetten", "wel") => (
                "Het kastje in uw borst dat uw hart een schok kan geven, wordt uitgezet op het moment dat u hebt afgesproken.",
                "The device in your chest that can give your heart a shock is switched off at the moment that you agreed.",
            ),
            ("gewenste-plaats", "thuis") => {
                ("U wilt het liefst thuis overlijden.", "You would like to die at home.")
            }
            ("gewenste-plaats", "hospice") => {
                ("U wilt het liefst in een hospice overlijden.", "You would like to die in a hospice.")
            }
            ("gewenste-plaats", "verpleeghuis") => (
                "U wilt het liefst in een verpleeghuis overlijden.",
                "You would like to die in a nursing home.",
            ),
            ("gewenste-plaats", "ziekenhuis") => {
                ("U wilt het liefst in het ziekenhuis overlijden.", "You would like to die in hospital.")
            }
            ("noodmedicatie", "ja") => (
                "Er zijn medicijnen voor noodgevallen bij u thuis. Zij liggen hier: ______________________",
                "There are medicines for emergencies at your home. They are here: ______________________",
            ),
            _ => return None,
        };
        Some(match self {
            Self::Dutch => dutch,
            Self::English => english,
        })
    }

    /// What an agreement in the patient's or team's own words is about, on the paper for the patient.
    pub fn summary_otherwise_plain(self, item: &str) -> Option<&'static str> {
        let (dutch, english) = match item {
            "reanimatie" => ("Als uw hart stopt", "If your heart stops"),
            "beademing" => {
                ("Over een machine die het ademen overneemt", "About a machine that takes over breathing")
            }
            "intensive-care" => ("Over de intensive care", "About intensive care"),
            "ziekenhuisopname" => ("Over het ziekenhuis", "About hospital"),
            "antibiotica" => ("Over medicijnen tegen een infectie", "About medicines against an infection"),
            "bloedproduct" => ("Over bloed van een donor", "About blood from a donor"),
            "gewenste-plaats" => ("Waar u het liefst wilt overlijden", "Where you would like to die"),
            _ => return None,
        };
        Some(match self {
            Self::Dutch => dutch,
            Self::English => english,
        })
    }

    /// Whether a treatment that the team named is given, on the paper for the patient.
    pub fn summary_other_plain(self, treatment: &str, given: bool) -> String {
        match (self, given) {
            (Self::Dutch, true) => format!("Deze behandeling kunt u krijgen: {treatment}"),
            (Self::Dutch, false) => format!("Deze behandeling krijgt u niet: {treatment}"),
            (Self::English, true) => format!("You can get this treatment: {treatment}"),
            (Self::English, false) => format!("You do not get this treatment: {treatment}"),
        }
    }
}
