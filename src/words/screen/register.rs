//! What the screens say of earlier meetings, and of the order of the agenda.

use crate::words::language::{Language, sentences};

sentences! {
    /// A row.
    add_patient_new => "Nieuwe patiënt", "New patient";
    /// Heading.
    add_patient_earlier => "Van eerdere bijeenkomsten", "From earlier meetings";
    /// Heading.
    add_patient_other_groups => "Van andere groepen", "From other groups";
    /// While earlier meetings are being read.
    add_patient_reading => "Eerdere bijeenkomsten worden gelezen.", "Earlier meetings are being read.";
    /// In the corner, while earlier meetings are being read and a page tells half of what is known.
    earlier_being_read => "eerdere bijeenkomsten worden gelezen", "earlier meetings are being read";
    /// A patient who was only on an agenda.
    not_discussed_yet => "nog niet besproken", "not discussed yet";
    /// A row of the agenda, and the title of what it opens.
    open_agreements_title => "Open afspraken", "Open agreements";
    /// A row of the end of a meeting.
    open_agreements_of_earlier => "Afspraken van eerder", "Earlier agreements";
    /// Heading.
    open_agreements_of_today => "Van vandaag", "Made today";
    /// What can be done with them.
    open_agreements_what =>
        "Loop ze na: gedaan, een nieuwe datum, of vervallen.",
        "Go through them: done, a new date, or dropped.";
    /// None is open any more.
    open_agreements_none =>
        "Er staat geen afspraak van eerder meer open. Nieuwe afspraken maakt u bij een patiënt, met F4.",
        "No earlier agreement is open any more. New agreements are made with a patient, with F4.";
    /// A row.
    agreements_to_agenda => "Terug naar de agenda", "Back to the agenda";
    /// State of a patient who died and was not looked back on.
    patient_to_look_back_on => "nog nabespreken", "to look back on";
    /// Nobody else.
    nobody_else => "niemand anders", "nobody else";
    /// The way to everything that was recorded of a patient.
    patient_course => "Verloop over alle bijeenkomsten", "Course over all meetings";
    /// An agreement that was dealt with after it came along.
    agreement_ended_meanwhile => "INTUSSEN AFGEHANDELD", "DEALT WITH MEANWHILE";
    /// State of a patient who is not on the agenda.
    patient_agreements_only => "alleen een afspraak", "only an agreement";
    /// A row of the first screen.
    start_between => "Tussentijds vastleggen", "Record between meetings";
    /// What can be recorded between meetings.
    start_between_hint => "overleden, kleur, afspraak", "died, colour, agreement";
    /// What a record between meetings is.
    between_what =>
        "Wat er tussen twee bijeenkomsten gebeurde. Het staat vanaf vandaag in het register.",
        "What happened between two meetings. It is in the register from today on.";
    /// A row.
    between_patient => "Patiënt kiezen of toevoegen", "Choose or add a patient";
    /// A row.
    between_close => "Klaar: tussentijds vastgelegd", "Done: recorded between meetings";
    /// A row, and the title of what it opens.
    profile_same_person => "Dezelfde persoon als", "The same person as";
    /// What choosing somebody means.
    same_person_what =>
        "Kies met wie deze patiënt één persoon is: dan horen beide verlopen bij elkaar. Dat is later terug te draaien.",
        "Choose with whom this patient is one person: both courses belong together then. This can be undone later.";
    /// A row.
    same_person_own => "Toch een eigen patiënt", "A separate patient, not the same person";
    /// A field of an agreement that was done.
    agreement_outcome => "Wat kwam eruit", "What came of it";
    /// A field of an agreement that was dropped.
    agreement_why_dropped => "Waarom vervallen", "Why dropped";
    /// A row of the first screen.
    start_register => "Register van patiënten", "Register of patients";
    /// Title.
    register_title => "Register", "Register";
    /// Nobody is known yet.
    register_empty =>
        "Er is nog niemand besproken. Het register vult zich vanzelf: zet patiënten op de agenda van een bijeenkomst.",
        "Nobody was discussed yet. The register fills by itself: put patients on the agenda of a meeting.";
    /// Nobody fits what is shown.
    register_nobody => "Niemand.", "Nobody.";
    /// What to do then.
    register_other =>
        "Kies hierboven een andere groep, of toon iedereen.",
        "Choose another group above, or show everybody.";
    /// Label of which group is shown.
    column_group_long => "Groep", "Group";
    /// All groups are shown.
    all_groups => "alle groepen", "all groups";
    /// Label of which patients are shown.
    register_shown => "Toon", "Show";
    /// Label of what comes first.
    register_first => "Eerst", "First";
    /// Title.
    course_title => "Verloop", "Course";
    /// Nothing was recorded of a patient.
    course_empty =>
        "Van deze patiënt is nog niets vastgelegd. Het verloop vult zich met elke bespreking.",
        "Nothing has been recorded about this patient yet. The course fills with each discussion.";
    /// Heading.
    course_stands => "Wat staat", "As it stands now";
    /// Nothing stands.
    course_nothing_stands => "Er staat nog niets.", "Nothing recorded yet.";
    /// Heading.
    course_open_agreements => "Open afspraken", "Open agreements";
    /// Heading.
    course_in_time => "In de tijd", "Over time";
    /// A meeting in which the patient was not discussed.
    course_not_discussed => "niet besproken", "not discussed";
    /// A meeting that changed nothing.
    course_nothing_changed => "niets veranderd", "nothing changed";
    /// It was corrected that somebody had died.
    fact_not_deceased => "toch niet overleden: gecorrigeerd", "not deceased after all: corrected";
    /// Two patients are two after all.
    fact_own_identity => "toch niet dezelfde als een andere patiënt", "not the same as another patient after all";
    /// Nobody held the conversation about the plan yet.
    no_plan => "nog geen", "none yet";
    /// There is a plan, of which the day was not recorded.
    plan_without_day => "ja", "yes";
    /// Why somebody is proposed for the agenda.
    reason_deceased => "overleden, nabespreken", "died, to look back on";
    /// Why somebody is proposed for the agenda.
    reason_colour => "andere kleur", "other colour";
    /// Why somebody is proposed for the agenda.
    reason_missed => "vorige keer niet aan toe gekomen", "not reached last time";
    /// Why somebody is proposed for the agenda.
    reason_postponed => "vorige keer uitgesteld", "postponed last time";
    /// Why somebody is proposed.
    reason_put_off => "hier later op terugkomen", "come back to this later";
    /// Why somebody is proposed for the agenda.
    reason_new => "nieuw voorgesteld", "newly proposed";
    /// Why somebody is proposed for the agenda.
    reason_agreement => "afspraak over tijd", "agreement overdue";
    /// Heading of a column.
    column_colour => "kleur", "colour";
    /// Heading of a column.
    column_phase => "fase", "phase";
    /// Heading of a column.
    column_question => "vraag", "question";
    /// Heading of a column.
    column_why => "waarom", "why";
    /// Heading of a column.
    column_central_carer => "centrale zorgverlener", "central care provider";
    /// Heading of a column.
    column_plan => "plan (PZP)", "plan (PZP)";
    /// Heading of what the program proposes for the agenda.
    proposal_title => "Voorstel voor de agenda", "Proposal for the agenda";
    /// What the proposal is.
    proposal_what =>
        "Een voorstel, meer niet: neem het over en verander het, of kies zelf.",
        "A proposal and no more: take it over and change it, or choose yourself.";
    /// State of a patient.
    patient_deceased => "overleden", "died";
    /// State of a patient.
    patient_postponed => "uitgesteld", "postponed";
    /// How far: put off, although something was written down today.
    patient_postponed_with_text => "uitgesteld, tekst", "postponed, text";

    /// A key.
    key_move => "eerder of later", "earlier or later";
    /// A row.
    profile_up => "Eerder bespreken", "Discuss earlier";
    /// A row.
    profile_down => "Later bespreken", "Discuss later";
    /// A row.
    profile_postpone => "Naar een volgende bijeenkomst", "Move to a later meeting";
    /// A row.
    profile_deceased => "Overleden", "Died";
    /// Heading of the rows about the agenda.
    profile_agenda => "Op de agenda", "On the agenda";
}

impl Language {
    /// Which patients are shown, by the name of the filter.
    pub fn register_filter(self, name: &str) -> &'static str {
        match (self, name) {
            (Self::Dutch, "in-palliative-phase") => "in de palliatieve fase",
            (Self::Dutch, "dying") => "in de stervensfase",
            (Self::Dutch, "no-central-carer") => "zonder centrale zorgverlener",
            (Self::Dutch, "no-plan") => "zonder plan (PZP)",
            (Self::Dutch, "due") => "opnieuw te bespreken",
            (Self::Dutch, "agreement-overdue") => "afspraak over tijd",
            (Self::Dutch, "not-looked-back") => "overleden, niet nabesproken",
            (Self::Dutch, _) => "alle patiënten",
            (Self::English, "in-palliative-phase") => "in the palliative phase",
            (Self::English, "dying") => "in the dying phase",
            (Self::English, "no-central-carer") => "without a central care provider",
            (Self::English, "no-plan") => "without a plan (PZP)",
            (Self::English, "due") => "to be discussed again",
            (Self::English, "agreement-overdue") => "agreement overdue",
            (Self::English, "not-looked-back") => "died, not looked back on",
            (Self::English, _) => "all patients",
        }
    }

    /// What comes first, by the name of the order.
    pub fn register_order(self, name: &str) -> &'static str {
        match (self, name) {
            (Self::Dutch, "label") => "op naam",
            (Self::Dutch, "discussed") => "langst niet besproken",
            (Self::Dutch, "next-review") => "eerst opnieuw te bespreken",
            (Self::Dutch, _) => "wat dringt",
            (Self::English, "label") => "by name",
            (Self::English, "discussed") => "discussed longest ago",
            (Self::English, "next-review") => "to be discussed again soonest",
            (Self::English, _) => "most pressing",
        }
    }

    /// How many patients there are.
    pub fn patients_count(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 patiënt".to_owned(),
            (Self::Dutch, _) => format!("{count} patiënten"),
            (Self::English, 1) => "1 patient".to_owned(),
            (Self::English, _) => format!("{count} patients"),
        }
    }

    /// The colours one after the other.
    pub fn colour_over_time(self, colours: &str) -> String {
        match self {
            Self::Dutch => format!("Kleur: {colours}"),
            Self::English => format!("Colour: {colours}"),
        }
    }

    /// Since when a value stands, and when it was confirmed last.
    pub fn confirmed_on(self, since: &str, last: &str) -> String {
        match self {
            Self::Dutch => format!("{since}, bevestigd {last}"),
            Self::English => format!("{since}, confirmed {last}"),
        }
    }

    /// The palliative phase was marked on a day.
    pub fn phase_marked(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("gemarkeerd {day}"),
            Self::English => format!("marked {day}"),
        }
    }

    /// The dying phase was judged to have begun on a day.
    pub fn phase_dying(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("stervensfase {day}"),
            Self::English => format!("dying phase {day}"),
        }
    }

    /// The palliative phase was marked, and judging again was put off since.
    pub fn phase_marked_again(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("gemarkeerd? {day}"),
            Self::English => format!("marked? {day}"),
        }
    }

    /// The dying phase was judged to have begun, so long ago that it is to be judged again.
    pub fn phase_dying_again(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("stervensfase? {day}"),
            Self::English => format!("dying phase? {day}"),
        }
    }

    /// Why somebody is proposed whose dying phase is to be judged again, where the phase itself stands beside it.
    pub const fn reason_dying_again(self) -> &'static str {
        match self {
            Self::Dutch => "stervensfase opnieuw beoordelen",
            Self::English => "judge the dying phase again",
        }
    }

    /// The patient died, and the team has not looked back.
    pub fn not_looked_back(self, died: &str) -> String {
        match self {
            Self::Dutch => format!("{died}, niet nabesproken"),
            Self::English => format!("{died}, not looked back on"),
        }
    }

    /// How many agreements are open, and how many of those are past their day.
    pub fn open_and_overdue(self, open: usize, overdue: usize) -> String {
        match self {
            Self::Dutch => format!("{open}, {overdue} over tijd"),
            Self::English => format!("{open}, {overdue} overdue"),
        }
    }

    /// That agreements are open.
    pub fn agreements_are_open(self, open: &str) -> String {
        match self {
            Self::Dutch => format!("open afspraken: {open}"),
            Self::English => format!("open agreements: {open}"),
        }
    }

    /// Who the central care provider is.
    pub fn central_carer_is(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("centrale zorgverlener: {name}"),
            Self::English => format!("central care provider: {name}"),
        }
    }

    /// Whether there is a plan.
    pub fn plan_is(self, plan: &str) -> String {
        match self {
            Self::Dutch => format!("plan (PZP): {plan}"),
            Self::English => format!("plan (PZP): {plan}"),
        }
    }

    /// Why somebody is proposed for the agenda: the day to discuss again has come.
    pub fn reason_due(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("weer bespreken {day}"),
            Self::English => format!("discuss again {day}"),
        }
    }

    /// Why somebody is proposed for the agenda: the day to discuss again comes soon.
    pub fn reason_due_soon(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("bespreken uiterlijk {day}"),
            Self::English => format!("discuss by {day}"),
        }
    }

    /// How many patients stay off an agenda since they are invented and those of the meeting are not, or the reverse.
    pub fn add_patient_kept_apart(self, invented: bool, count: usize) -> String {
        match (self, invented, count) {
            (Self::Dutch, false, 1) => "1 verzonnen patiënt staat hier niet bij.".to_owned(),
            (Self::Dutch, false, _) => format!("{count} verzonnen patiënten staan hier niet bij."),
            (Self::Dutch, true, 1) => {
                "Dit is een bijeenkomst met verzonnen patiënten; 1 echte patiënt staat hier niet bij."
                    .to_owned()
            }
            (Self::Dutch, true, _) => format!(
                "Dit is een bijeenkomst met verzonnen patiënten; {count} echte patiënten staan hier niet bij."
            ),
            (Self::English, false, 1) => "1 fictional patient is not among them.".to_owned(),
            (Self::English, false, _) => format!("{count} fictional patients are not among them."),
            (Self::English, true, 1) => {
                "This is a meeting with fictional patients; 1 real patient is not among them.".to_owned()
            }
            (Self::English, true, _) => {
                format!(
                    "This is a meeting with fictional patients; {count} real patients are not among them."
                )
            }
        }
    }

    /// Somebody is on the agenda under two identities that were made one.
    pub fn agenda_has_one_twice(self, patient: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{patient} staat hier twee keer en is één persoon. Bespreek die bij één van de twee, en haal de ander van de agenda."
            ),
            Self::English => {
                format!(
                    "{patient} is here twice and is one person. Discuss one of the two, and take the other off the agenda."
                )
            }
        }
    }

    /// Takes over the patients with a reason.
    pub fn take_proposal(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "Op de agenda zetten: de ene patiënt met een reden".to_owned(),
            (Self::Dutch, _) => format!("Op de agenda zetten: de {count} patiënten met een reden"),
            (Self::English, 1) => "Put on the agenda: the one patient with a reason".to_owned(),
            (Self::English, _) => format!("Put on the agenda: the {count} patients with a reason"),
        }
    }

    /// Takes over all patients of the group.
    pub fn take_all_patients(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "Op de agenda zetten: de enige patiënt van de groep".to_owned(),
            (Self::Dutch, _) => format!("Op de agenda zetten: alle {count} patiënten van de groep"),
            (Self::English, 1) => "Put on the agenda: the only patient of the group".to_owned(),
            (Self::English, _) => format!("Put on the agenda: all {count} patients of the group"),
        }
    }

    /// That a patient died, with the day where that was noted.
    pub fn died_on(self, day: &str) -> String {
        match (self, day) {
            (Self::Dutch, "") => "Overleden; de dag is nog niet genoteerd".to_owned(),
            (Self::Dutch, day) => format!("Overleden op {day}"),
            (Self::English, "") => "Died; the day is not noted yet".to_owned(),
            (Self::English, day) => format!("Died on {day}"),
        }
    }

    /// So many patients came on the agenda at once.
    pub fn proposal_taken(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 patiënt op de agenda gezet".to_owned(),
            (Self::Dutch, _) => format!("{count} patiënten op de agenda gezet"),
            (Self::English, 1) => "1 patient put on the agenda".to_owned(),
            (Self::English, _) => format!("{count} patients put on the agenda"),
        }
    }

    /// When a patient was last discussed.
    pub fn last_discussed(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("besproken {day}"),
            Self::English => format!("discussed {day}"),
        }
    }

    /// When a patient is to be discussed again.
    pub fn next_review_on(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("opnieuw bespreken {day}"),
            Self::English => format!("discuss again {day}"),
        }
    }

    /// How many agreements are open.
    pub fn agreements_open(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 afspraak open".to_owned(),
            (Self::Dutch, _) => format!("{count} afspraken open"),
            (Self::English, 1) => "1 agreement open".to_owned(),
            (Self::English, _) => format!("{count} agreements open"),
        }
    }

    /// When a group met last.
    pub fn last_time(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("vorige keer {day}"),
            Self::English => format!("last time {day}"),
        }
    }

    /// A role went from one participant to another.
    pub fn role_moved(self, role: &str, before: &str) -> String {
        match self {
            Self::Dutch => format!("De rol {role} was van {before}, en is dat niet meer."),
            Self::English => format!("The role {role} was that of {before}, and no longer is."),
        }
    }

    /// The people of the last meeting of this group were put in.
    pub fn participants_taken_over(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("Deelnemers overgenomen van {day}; pas aan wie er vandaag is."),
            Self::English => format!("Participants taken over from {day}; adjust who is here today."),
        }
    }
}
