//! Sentences of a summary of one patient, for who treats the patient, for the social domain, and in plain words for the patient.

use crate::words::language::{Language, behind, sentences};

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
    /// A question of the plan, as its checklist asks it.
    summary_question_relatives =>
        "Vindt de patiënt het goed dat naasten een samenvatting van het plan lezen?",
        "Does the patient agree that relatives may read a summary of the plan?";
    /// The title of a page of the plan.
    summary_page_relatives => "Delen met naasten", "Sharing with relatives";
    /// The title of a page of the plan.
    summary_page_social => "Delen met zorgverleners", "Sharing with care providers";
    /// A question of the plan, as its checklist asks it.
    summary_question_social =>
        "Vindt de patiënt het goed dat sociaal domein en vrijwilligers een deel van het plan lezen?",
        "Does the patient agree that the social domain and volunteers may read a part of the plan?";
    /// The record in which the plan is, where nobody named one.
    summary_of_the_patient => "de patiënt", "the patient";
    /// Who somebody is stands elsewhere.
    summary_identity => "Naam en geboortedatum: toevoegen uit het dossier.", "Name and date of birth: add from the record.";
    /// That what is missing says nothing.
    summary_empty_is_absent =>
        "Wat hier niet staat, is hier niet ingevuld: zie het dossier.",
        "What is not on this sheet was not filled in here: see the record.";
    /// What a paper for the social domain leaves out.
    summary_left_out_social =>
        "Behandelgrenzen en ziekte staan niet op dit blad; van scenario's, behoeften en naasten alleen wat is afgesproken om te delen. Vraag het de centrale zorgverlener.",
        "Limits of treatment and the disease are not on this sheet; of scenarios, needs and relatives only what was agreed to be shared. Ask the central care provider.";
    /// The same where what was agreed about resuscitation was ticked.
    summary_left_out_social_but_one =>
        "Andere behandelgrenzen dan reanimatie, en de ziekte, staan niet op dit blad; van scenario's, behoeften en naasten alleen wat is afgesproken om te delen. Vraag het de centrale zorgverlener.",
        "Limits of treatment other than resuscitation, and the disease, are not on this sheet; of scenarios, needs and relatives only what was agreed to be shared. Ask the central care provider.";
    /// What a paper for the patient leaves out.
    summary_left_out_patient =>
        "Niet alles wat wij met u bespraken, staat op dit blad. Uw medicijnen staan er bijvoorbeeld niet op.",
        "Not everything that we discussed with you is on this sheet. Your medicines, for example, are not.";
    /// What a paper for the out-of-hours service leaves out.
    summary_left_out_hap =>
        "Medicatielijst, contactgegevens en wat alleen het team aangaat, staan niet op dit blad.",
        "The list of medication, contact details and what concerns the team alone are not on this sheet.";
    /// What a paper for the record leaves out.
    summary_left_out_dossier =>
        "Wat alleen het team aangaat, getelde stemmen en wie er een afwijkende mening had, staan niet op dit blad.",
        "What concerns the team alone, counted votes and who dissented are not on this sheet.";
    /// Nothing was recorded.
    summary_nothing =>
        "Over deze patiënt is nog niets vastgelegd dat op dit blad hoort.",
        "Nothing that belongs on this sheet has been recorded about this patient yet.";
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
    /// What a declaration about euthanasia is not.
    summary_no_request => "een verklaring is nog geen verzoek", "a declaration is not a request yet";
    /// The title of a part, where limits and goal stand together.
    summary_limits_and_goal => "Behandelgrenzen en doel van het beleid", "Limits and goal of treatment";
    /// For whom something was written.
    summary_shared_with_social => "voor sociaal domein", "for the social domain";
    /// A conversation that was held.
    summary_conversation => "PZP-gesprek", "PZP conversation";
    /// The title of the part with the last days, for the social domain.
    summary_last_days => "Laatste dagen", "Last days";
    /// What somebody is to do first.
    summary_call_first => "Bel eerst, voordat u gaat.", "Call first, before you go.";
    /// Something that can be ticked for one print.
    extra_dying => "dat de laatste dagen zijn begonnen", "that the last days have begun";
    /// Something that can be ticked for one print.
    extra_resuscitation => "reanimatie, als een vrijwilliger alleen kan zijn", "resuscitation, where a volunteer may be alone";
    /// Something that can be ticked for one print.
    extra_marking => "de palliatieve fase, als dat is besproken", "the palliative phase, once that was discussed";
    /// Something that can be ticked for one print.
    extra_euthanasia => "euthanasie en Donorregister", "euthanasia and donor register";
    /// Something that can be ticked for one print.
    extra_dimensions => "wat er speelt in de vier dimensies", "what is going on in the four dimensions";
    /// Something that can be ticked for one print.
    extra_relatives => "wat over naasten is genoteerd", "what was noted of relatives";
    /// Something that can be ticked for one print.
    extra_handed_over => "aan wie het plan is overgedragen", "to whom the plan was handed over";
    /// The marking was not discussed with the patient.
    summary_not_talked =>
        "Dat de palliatieve fase is gemarkeerd, staat nog niet op een blad voor de patiënt: sinds de markering is geen gesprek met de patiënt genoteerd. Er is niets gemaakt. Noteer het gesprek in het Proactief Zorgplan (PZP), op de bladzijde \"PZP-gesprek\", bij \"Wanneer is het gesprek gevoerd?\", of laat dit weg.",
        "That the palliative phase was marked is not on a sheet for the patient yet: no conversation with the patient has been noted since. Nothing was made. Note the conversation in the Advance care planning (PZP), on the page \"PZP conversation\", at \"When was the conversation held?\", or leave this out.";
    /// Resuscitation was asked for, and nothing that can be told stands of it.
    summary_no_resuscitation =>
        "Over reanimatie staat er niets vast dat op dit blad kan: er is niets afgesproken, of niet genoteerd door wie, wanneer en met wie het is besproken. Wie het blad leest zou denken dat er geen afspraak is. Er is niets gemaakt. Leg het eerst vast in het Proactief Zorgplan (PZP), of laat dit weg.",
        "There is nothing about resuscitation that can be on this sheet: nothing was agreed, or it was not noted by whom, when and with whom it was discussed. Whoever reads the sheet would think that there is no agreement. Nothing was made. Record it in the Advance care planning (PZP) first, or leave this out.";
    /// Own words.
    summary_own_words => "In eigen woorden", "In the person's own words";
    /// Own words, to the patient.
    summary_own_words_plain => "Dit zei u zelf", "In your own words";
    /// The title of the part with whom to call, where the plan itself stands on no part of the sheet.
    summary_whom_to_call => "Wie te bellen", "Whom to call";
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
    /// Whoever the patient tells, where no central care provider is known.
    summary_carer_plain => "huisarts of wijkverpleegkundige", "GP or district nurse";
    /// The central care provider, in plain words.
    summary_central_plain => "vaste zorgverlener", "main care provider";
    /// A meeting cannot be read.
    summary_refused_unread =>
        "Een bijeenkomst is niet te lezen: daarin kan de patiënt het delen hebben ingetrokken. Er is niets gemaakt. Vraag wie het notitieboek bijhoudt het na te kijken (pallium doctor).",
        "A meeting cannot be read: the patient may have taken back in it that this is shared. Nothing was made. Ask whoever looks after the notebook to check it (pallium doctor).";
    /// The patient has died.
    summary_refused_deceased =>
        "Deze patiënt staat hier als overleden: voor deze lezer wordt geen samenvatting meer gemaakt.",
        "This patient is recorded here as having died: no summary is made for this reader any longer.";
}

impl Language {
    /// Of which day a value is, where another meeting was since.
    pub fn summary_noted_on(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("genoteerd op {day}"),
            Self::English => format!("noted on {day}"),
        }
    }

    /// On which day something was discussed, where the conversation itself stands elsewhere on the paper.
    pub fn summary_discussed_on(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("besproken op {day}"),
            Self::English => format!("discussed on {day}"),
        }
    }

    /// That a later meeting left open what stands.
    pub fn summary_open_again(self, day: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!("LET OP, op {day} genoteerd: {reason}"),
            Self::English => format!("NOTE, noted on {day}: {reason}"),
        }
    }

    /// The same for who gets no reasons.
    pub fn summary_open_again_briefly(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("LET OP, sinds {day} weer open"),
            Self::English => format!("NOTE, open again since {day}"),
        }
    }

    /// The same for the patient.
    pub fn summary_open_again_plain(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Op {day} was dit niet meer zeker. Praat er met ons over."),
            Self::English => format!("On {day} this was no longer certain. Talk with us about it."),
        }
    }

    /// That something was withdrawn, and why where that was noted.
    pub fn summary_withdrawn(self, day: &str, why: &str) -> String {
        let told = match self {
            Self::Dutch => format!("INGETROKKEN op {day}"),
            Self::English => format!("WITHDRAWN on {day}"),
        };
        if why.is_empty() { told } else { format!("{told}: {why}") }
    }

    /// The same to the patient, of what the question is about.
    pub fn summary_withdrawn_plain(self, about: &str, day: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Wat wij eerder afspraken over \"{about}\", geldt niet meer (sinds {day}).")
            }
            Self::English => {
                format!("What we agreed before about \"{about}\" no longer holds (since {day}).")
            }
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
        let record = behind(if self == Self::Dutch { "van" } else { "of" }, record);
        match self {
            Self::Dutch => {
                format!("Samenvatting uit {group}, {day}. Het plan in het dossier van {record} geldt.")
            }
            Self::English => {
                format!("Summary from {group}, {day}. The plan in the record of {record} prevails.")
            }
        }
    }

    /// The same of somebody of whom no plan was recorded; of who has died nobody asks for one any more.
    pub fn summary_head_without_plan(self, group: &str, day: &str, has_died: bool) -> String {
        let (from, none, record) = match self {
            Self::Dutch => (
                format!("Samenvatting uit {group}, {day}."),
                " Een plan (PZP) is hier nog niet vastgelegd.",
                "Wat in het dossier staat, geldt.",
            ),
            Self::English => (
                format!("Summary from {group}, {day}."),
                " No plan (PZP) has been recorded here yet.",
                "What stands in the record prevails.",
            ),
        };
        format!("{from}{} {record}", if has_died { "" } else { none })
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
            (Self::English, "") => {
                format!("This is a summary of {day}. If your record says something else, your record counts.")
            }
            (Self::English, record) => {
                format!(
                    "This is a summary of {day}. If your record with {record} says something else, your record counts."
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

    /// That a paper had to be shortened, by the titles of what is not on it.
    pub fn summary_did_not_fit(self, parts: &[&str]) -> String {
        let parts = parts.join("; ");
        match self {
            Self::Dutch => format!("Past niet op dit ene blad, zie het dossier: {parts}."),
            Self::English => format!("Does not fit on this one sheet, see the record: {parts}."),
        }
    }

    /// That a paper of one page became longer, and that nothing was left out for want of room.
    pub fn summary_longer_than_a_page(self) -> &'static str {
        match self {
            Self::Dutch => {
                "LET OP: dit is meer dan één blad, zo lang zijn de behandelgrenzen. Om de ruimte is niets weggelaten."
            }
            Self::English => {
                "NOTE: this is more than one sheet, because the limits of treatment are long. Nothing was left out for lack of space."
            }
        }
    }

    /// When, by whom and with whom a conversation was held.
    pub fn summary_held(self, on: &str, by: &str, with: &str) -> String {
        let (on, by, with) = match self {
            Self::Dutch => (behind("op", on), behind("door", by), behind("met", with)),
            Self::English => (behind("on", on), behind("by", by), behind("with", with)),
        };
        match self {
            Self::Dutch => format!("gevoerd op {on} door {by}, met {with}"),
            Self::English => format!("held on {on} by {by}, with {with}"),
        }
    }

    /// That the patient died, on which day and where, as far as that is known.
    pub fn summary_died(self, day: &str, place: &str) -> String {
        match (self, day, place) {
            (_, "", "") => self.export_deceased().to_owned(),
            (Self::Dutch, "", place) => format!("Overleden; plaats: {place}."),
            (Self::Dutch, day, "") => format!("Overleden op {day}."),
            (Self::Dutch, day, place) => format!("Overleden op {day}; plaats: {place}."),
            (Self::English, "", place) => format!("Has died; place: {place}."),
            (Self::English, day, "") => format!("Died on {day}."),
            (Self::English, day, place) => format!("Died on {day}; place: {place}."),
        }
    }

    /// By when a judgement is to be given again, or that this day is past.
    pub fn summary_judge_again(self, day: &str, is_past: bool) -> String {
        match (self, is_past) {
            (Self::Dutch, false) => format!("opnieuw te beoordelen, uiterlijk {day}"),
            (Self::Dutch, true) => format!("NOG OPNIEUW TE BEOORDELEN: dat moest uiterlijk {day}"),
            (Self::English, false) => format!("to be judged again, by {day} at the latest"),
            (Self::English, true) => format!("STILL TO BE JUDGED AGAIN: due by {day}"),
        }
    }

    /// Who judges again, and by when.
    pub fn summary_judges_again(self, who: &str, due: &str) -> String {
        match self {
            Self::Dutch => format!("dat doet {who}, {due}"),
            Self::English => format!("{who} does so, {due}"),
        }
    }

    /// That the last days have begun, for who comes to the door.
    pub fn summary_last_days_since(self, day: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Laatste dagen, naar het oordeel van het team ({day}). {}", self.summary_call_first())
            }
            Self::English => {
                format!("Last days, in the judgement of the team ({day}). {}", self.summary_call_first())
            }
        }
    }

    /// That a reader gets nothing of this name on request; `names` are those that there are.
    pub fn summary_no_such_extra(self, asked: &str, whom: &str, names: &[&str]) -> String {
        match (self, names) {
            (Self::Dutch, []) => {
                format!("Voor {whom} is er niets bij te vragen: laat \"--with {asked}\" weg.")
            }
            (Self::Dutch, names) => {
                format!("\"{asked}\" is er niet bij te vragen voor {whom}. Wel: {}.", names.join(", "))
            }
            (Self::English, []) => {
                format!("There is nothing to ask for {whom}: leave \"--with {asked}\" out.")
            }
            (Self::English, names) => {
                format!("\"{asked}\" cannot be asked for {whom}. These can: {}.", names.join(", "))
            }
        }
    }

    /// How many answers have lost their questions.
    pub fn summary_unknown(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => {
                "ONVOLLEDIG: van 1 antwoord is de checklist niet gevonden. Het staat hier niet op, ook als het een behandelgrens is. Zie dossier.".to_owned()
            }
            (Self::Dutch, count) => {
                format!("ONVOLLEDIG: van {count} antwoorden is de checklist niet gevonden. Zij staan hier niet op, ook geen behandelgrenzen die erbij zijn. Zie dossier.")
            }
            (Self::English, 1) => {
                "INCOMPLETE: the checklist of 1 answer was not found. It is not on this sheet, even if it is a limit of treatment. See the record.".to_owned()
            }
            (Self::English, count) => {
                format!("INCOMPLETE: the checklists of {count} answers were not found. They are not on this sheet, and neither are limits of treatment among them. See the record.")
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

    /// Nobody noted that the patient agrees; `page` and `question` of the plan are where to note it.
    pub fn summary_not_asked(self, whom: &str, (page, question): (&str, &str)) -> String {
        match self {
            Self::Dutch => format!(
                "Er is niet genoteerd dat de patiënt het goed vindt om dit te delen met {whom}. Er is niets gemaakt. \
                 Vraag het de patiënt, en noteer het in het Proactief Zorgplan (PZP), op de bladzijde \"{page}\", bij \
                 \"{question}\"."
            ),
            Self::English => format!(
                "It was not noted that the patient agrees to share this with {whom}. Nothing was made. Ask the patient, \
                 and note it in the Advance care planning (PZP), on the page \"{page}\", at \"{question}\"."
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

    /// What stood before and could not be relied on; `noted` may be empty.
    pub fn summary_was_incomplete(self, noted: &str) -> String {
        match (self, noted) {
            (Self::Dutch, "") => "onvolledig genoteerd".to_owned(),
            (Self::Dutch, noted) => format!("onvolledig genoteerd ({noted})"),
            (Self::English, "") => "noted incompletely".to_owned(),
            (Self::English, noted) => format!("noted incompletely ({noted})"),
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
            6 => ("Wie beslist, en eerste contactpersoon", "Who decides, and first contact"),
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
}
