//! What a summary says to the patient: plain Dutch, no codes and no abbreviations.

use crate::words::language::{Language, sentences};

sentences! {
    /// What switches off where nobody speaks in abbreviations.
    summary_device_plain => "het kastje in uw borst", "the device in your chest";
    /// Whoever does something of which nobody said who it is.
    summary_somebody_plain => "iemand van het team", "somebody of the team";
}

impl Language {
    /// Where the medicines for emergencies are; empty where nobody noted it, so that there is room to write.
    pub fn summary_drugs_are_here(self, place: &str) -> String {
        let place = if place.is_empty() { "______________________" } else { place };
        match self {
            Self::Dutch => {
                format!("Er zijn medicijnen voor noodgevallen bij u thuis. Zij liggen hier: {place}")
            }
            Self::English => {
                format!("There are medicines for emergencies at your home. They are here: {place}")
            }
        }
    }

    /// The title of a part for the patient.
    pub fn summary_part_plain(self, part: u8) -> &'static str {
        let (dutch, english) = match part {
            1 => ("De fase waarin u bent", "The phase that you are in"),
            4 => ("Wie u bent en wat u belangrijk vindt", "Who you are and what matters to you"),
            5 => ("Wie u kunt bellen", "Whom you can call"),
            6 => ("Wie beslist en wie wij bellen", "Who decides and whom we call"),
            7 => ("Met wie u hierover hebt gepraat", "With whom you spoke about this"),
            8 => ("Waar uw behandeling voor is", "What your treatment is for"),
            9 => ("Wat u hebt afgesproken over behandelingen", "What you agreed about treatments"),
            10 => ("Euthanasie en orgaandonatie", "Euthanasia and organ donation"),
            11 => ("Uw wensen", "Your wishes"),
            13 => ("Wat er kan gebeuren", "What may happen"),
            14 => ("Wat er bij u thuis klaar is", "What is ready at your home"),
            15 => ("Wat er nu speelt", "What is going on now"),
            16 => ("De mensen om u heen", "The people around you"),
            17 => ("Wat wij hebben afgesproken", "What we agreed"),
            18 => ("Wie uw plan ook kennen", "Who else knows your plan"),
            _ => ("Hoe het verder gaat", "What comes next"),
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
                "Your main care provider, whom you can call first",
            ),
            ("pzp-stand", "dossier") => ("Uw plan staat in het dossier van", "Your plan is in the record of"),
            ("pzp-stand", "huisarts-bereikbaar") => {
                ("Wanneer u uw huisarts kunt bellen", "When you can call your GP")
            }
            ("pzp-stand", "bijgehouden-door") => ("Wie uw plan bijhoudt", "Who keeps your plan up to date"),
            ("pzp", "vertegenwoordiger") => {
                ("Wie voor u beslist als u dat zelf niet kunt", "Who decides for you when you cannot")
            }
            ("pzp", "wilsbekwaam-waarvoor-niet") => {
                ("Hierover kunt u nu niet zelf beslissen", "About this you cannot decide yourself now")
            }
            ("pzp", "contactpersoon") => ("Wie wij als eerste bellen", "Whom we call first"),
            (_, "gesprek-op") => ("Wanneer", "When"),
            (_, "gesprek-door") => ("Met wie", "With whom"),
            (_, "gesprek-met" | "gesprek-bij") => ("Wie daarbij waren", "Who else was there"),
            ("pzp", "eerdere-wensen-welke") => {
                ("Wat u eerder op papier hebt gezet of hebt gezegd", "What you put on paper or said before")
            }
            ("pzp", "eerdere-wensen-op") => ("Dat was op", "That was on"),
            ("pzp", "eerdere-wensen-waar") => {
                ("Wensen die u eerder liet opschrijven", "Wishes that you had written down before")
            }
            ("vier-dimensies", "lichamelijk-nu") => ("Uw lichaam", "Your body"),
            ("vier-dimensies", "psychisch-nu") => ("Hoe u zich voelt", "How you feel"),
            ("vier-dimensies", "sociaal-nu") => ("Hoe u leeft, en met wie", "How you live, and with whom"),
            ("vier-dimensies", "spiritueel-nu") => {
                ("Wat u houvast geeft", "What gives you something to hold on to")
            }
            ("vier-dimensies", "netwerk-wie") => ("Wie er voor u zijn", "Who is there for you"),
            ("vier-dimensies", "netwerk-kinderen") => ("Kinderen en jongeren", "Children and young people"),
            ("vier-dimensies", "draagkracht") => {
                ("Hoe lang uw naasten dit volhouden", "How long those close to you can go on")
            }
            ("vier-dimensies", "overbelasting") => ("Waar het te veel wordt", "Where it becomes too much"),
            ("pzp-stand", "overgedragen") => ("Uw plan is doorgegeven aan", "Your plan was passed on to"),
            ("pzp-stand", "overgedragen-op") => ("Het laatst op", "The last time on"),
            ("pzp-stand", "overgedragen-door") => ("Doorgegeven door", "Passed on by"),
            ("pzp", "wensen-voor-zorgverleners") => {
                ("Dit moeten zorgverleners weten", "This is what care providers must know")
            }
            ("pzp", "cultuur-en-rituelen") => {
                ("Uw wensen over geloof, gewoonten of taal", "Your wishes about faith, customs or language")
            }
            (_, "buiten-kantooruren") => {
                ("In de avond, de nacht en het weekend", "In the evening, at night and at the weekend")
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
                "The device in your chest that can give your heart a shock will be switched off at the moment that you agreed.",
            ),
            ("icd-uitzetten", "geen-besluit") => (
                "U hebt een kastje in uw borst dat uw hart een schok kan geven. Over uitzetten is nog niets besloten.",
                "You have a device in your chest that can give your heart a shock. Nothing has been decided yet about switching it off.",
            ),
            ("wilsbekwaam", "ja") => (
                "U kunt nu zelf beslissen over uw behandeling.",
                "You can decide about your treatment yourself now.",
            ),
            ("wilsbekwaam", "nee") => (
                "U kunt nu niet over alles zelf beslissen.",
                "You cannot decide about everything yourself now.",
            ),
            ("vertegenwoordiger-rol", "curator") => (
                "Deze persoon is uw curator. Een rechter heeft dat besloten.",
                "This person is your guardian (curator). A judge decided so.",
            ),
            ("vertegenwoordiger-rol", "mentor") => (
                "Deze persoon is uw mentor. Een rechter heeft dat besloten.",
                "This person is your guardian for personal matters (mentor). A judge decided so.",
            ),
            ("vertegenwoordiger-rol", "gemachtigde") => (
                "U hebt deze persoon zelf gekozen. Dat staat op papier.",
                "You chose this person yourself. That is on paper.",
            ),
            ("vertegenwoordiger-rol", "partner") => {
                ("Deze persoon is uw partner.", "This person is your partner.")
            }
            ("vertegenwoordiger-rol", "familie") => {
                ("Deze persoon is familie van u.", "This person is family of yours.")
            }
            ("vertegenwoordiger-gegevens" | "contactpersoon-gegevens", "ja") => (
                "Hoe wij deze persoon bereiken, staat in uw dossier.",
                "How we reach this person is in your record.",
            ),
            ("vertegenwoordiger-gegevens" | "contactpersoon-gegevens", "nee") => (
                "Hoe wij deze persoon bereiken, staat nog niet in uw dossier.",
                "How we reach this person is not in your record yet.",
            ),
            ("eerdere-wensen-anders", "ja") => (
                "Eerder liet u andere wensen opschrijven. Wat op dit blad staat, geldt nu.",
                "Before, you had other wishes written down. What is on this sheet holds now.",
            ),
            ("eerdere-wensen-anders", "nee") => (
                "Wat u eerder liet opschrijven, wilt u nog steeds.",
                "What you had written down before is still what you want.",
            ),
            ("euthanasie", "verklaring") => (
                "U hebt een euthanasieverklaring. Dat is nog geen verzoek om euthanasie.",
                "You have a written declaration about euthanasia. That is not a request for euthanasia yet.",
            ),
            ("euthanasie", "geen-wens") => ("U wilt geen euthanasie.", "You do not want euthanasia."),
            ("euthanasie", "misschien") => (
                "U hebt geen euthanasieverklaring. Misschien vraagt u er later wel om.",
                "You have no written declaration about euthanasia. You may ask for it later.",
            ),
            ("donorregistratie", "ja") => (
                "Uw keuze over orgaandonatie staat in het Donorregister.",
                "Your choice about organ donation is in the donor register.",
            ),
            ("donorregistratie", "nee") => (
                "Uw keuze over orgaandonatie staat nog niet in het Donorregister.",
                "Your choice about organ donation is not in the donor register yet.",
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
            "vertegenwoordiger-rol" => ("Waarom deze persoon dat mag", "Why this person may do so"),
            "gewenste-plaats" => ("Waar u het liefst wilt overlijden", "Where you would like to die"),
            _ => return None,
        };
        Some(match self {
            Self::Dutch => dutch,
            Self::English => english,
        })
    }

    /// When, with whom and beside whom the patient spoke about the plan.
    pub fn summary_spoke_plain(self, day: &str, by: &str, with: &str) -> String {
        let label = self.summary_label_plain("pzp", "gesprek-bij").unwrap_or_default();
        match self {
            Self::Dutch => format!("Op {day} sprak u met {by}. {label}: {with}"),
            Self::English => format!("On {day} you spoke with {by}. {label}: {with}"),
        }
    }

    /// In which conversation something was discussed that was not discussed with the rest; who is not named was named there.
    pub fn summary_talked_plain(self, day: &str, by: &str, with: &str) -> String {
        let (with_whom, others) = match self {
            Self::Dutch => (format!(" met {by}"), format!("; erbij: {with}")),
            Self::English => (format!(" with {by}"), format!("; also there: {with}")),
        };
        let with_whom = if by.is_empty() { "" } else { &with_whom };
        let others = if with.is_empty() { "" } else { &others };
        match self {
            Self::Dutch => format!("Hierover sprak u op {day}{with_whom}{others}."),
            Self::English => format!("You spoke about this on {day}{with_whom}{others}."),
        }
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

    /// That more was written down of a limit than its choice, on the paper for the patient.
    pub fn summary_more_in_record_plain(self) -> &'static str {
        match self {
            Self::Dutch => {
                "Hierover staat meer in uw dossier, bijvoorbeeld wanneer het anders is. Vraag ons ernaar."
            }
            Self::English => {
                "There is more about this in your record, such as when it is different. Ask us about it."
            }
        }
    }

    /// That the palliative phase was marked, on the paper for the patient.
    pub fn summary_marked_plain(self, day: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Uw zorgverleners noemen dit de palliatieve fase (sinds {day}). De zorg is er dan vooral voor hoe u zich voelt, \
                 en voor wat u belangrijk vindt."
            ),
            Self::English => format!(
                "Your care providers call this the palliative phase (since {day}). Care is then above all about how you feel, and about \
                 what matters to you."
            ),
        }
    }

    /// An agreement for the patient: who does it and by when (empty where no day was agreed), from which earlier day it is,
    /// and whether its day is past.
    pub fn summary_agreement_plain(self, who: &str, due: &str, from: &str, is_past: bool) -> String {
        let mut told = Vec::new();
        match self {
            Self::Dutch => {
                told.push(format!("Dat doet {who}."));
                told.extend((!due.is_empty()).then(|| format!("Het is klaar op {due}, of eerder.")));
                told.extend((!from.is_empty()).then(|| format!("Afgesproken op {from}.")));
                told.extend(is_past.then(|| "Die dag is voorbij: vraag ernaar.".to_owned()));
            }
            Self::English => {
                told.push(format!("This is done by {who}."));
                told.extend((!due.is_empty()).then(|| format!("It is ready on {due}, or sooner.")));
                told.extend((!from.is_empty()).then(|| format!("Agreed on {from}.")));
                told.extend(is_past.then(|| "That day is past: ask about it.".to_owned()));
            }
        }
        told.join(" ")
    }

    /// Whom the patient calls when one of these things happens, by day and at other hours; `is_below` says that for those hours
    /// something else was written, which stands below.
    pub fn summary_call_plain(self, whom: &str, is_below: bool) -> String {
        match (self, is_below) {
            (Self::Dutch, true) => format!(
                "Gebeurt er iets van wat hier staat, en staat er niet bij wie u belt? Dan belt u overdag eerst uw {whom}. \
                 In de avond, de nacht en het weekend doet u wat hieronder staat."
            ),
            (Self::Dutch, false) => format!(
                "Gebeurt er iets van wat hier staat, en staat er niet bij wie u belt? Dan belt u overdag eerst uw {whom}. \
                 In de avond, de nacht en het weekend belt u de huisartsenpost."
            ),
            (Self::English, true) => format!(
                "If something happens that is on this sheet, and it does not say whom to call: by day, first call your \
                 {whom}. In the evening, at night and at the weekend do what is written below."
            ),
            (Self::English, false) => format!(
                "If something happens that is on this sheet, and it does not say whom to call: by day, first call your \
                 {whom}. In the evening, at night and at the weekend call the out-of-hours GP service."
            ),
        }
    }
}
