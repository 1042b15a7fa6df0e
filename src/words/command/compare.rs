//! The words for what differs between two versions of a checklist.

use crate::words::language::{Language, sentences};

sentences! {
    /// A part of a checklist.
    part_checklist => "de checklist zelf", "the checklist itself";
    /// A part of a checklist.
    part_source => "bron", "source";
    /// A part of a checklist.
    part_group => "groep", "group";
    /// A part of a checklist.
    part_item => "vraag", "item";
    /// A part of a checklist.
    part_option => "optie", "option";
    /// A part of a checklist.
    part_indication => "zin", "sentence";
    /// A part of a checklist.
    part_judgement => "oordeel", "judgement";
    /// A part of a checklist.
    part_agreement => "afspraak", "agreement";
    /// What of a part differs.
    aspect_title => "titel", "title";
    /// What of a part differs.
    aspect_purpose => "doel", "purpose";
    /// What of a part differs.
    aspect_text => "tekst", "text";
    /// What of a part differs.
    aspect_label => "kort label", "short label";
    /// What of a part differs.
    aspect_help => "uitleg", "help";
    /// What of a part differs.
    aspect_type => "soort", "type";
    /// What of a part differs.
    aspect_condition => "voorwaarde", "condition";
    /// What of a part differs.
    aspect_minimum => "laagste waarde", "lowest value";
    /// What of a part differs.
    aspect_maximum => "hoogste waarde", "highest value";
    /// What of a part differs.
    aspect_low => "betekenis van de laagste", "meaning of the lowest";
    /// What of a part differs.
    aspect_high => "betekenis van de hoogste", "meaning of the highest";
    /// What of a part differs.
    aspect_unit => "eenheid", "unit";
    /// What of a part differs.
    aspect_looks => "vóór of na vandaag", "before or after today";
    /// What of a part differs.
    aspect_ask => "wie antwoordt", "who answers";
    /// What of a part differs.
    aspect_audience => "wie het mag lezen", "who may read it";
    /// What of a part differs.
    aspect_states => "antwoorden zonder inhoud", "answers without content";
    /// What of a part differs.
    aspect_discussed => "besproken door, op en met", "discussed by, on and with";
    /// What of a part differs.
    aspect_earliest => "vroegste dag", "earliest day";
    /// What of a part differs.
    aspect_latest => "laatste dag", "latest day";
    /// What of a part differs.
    aspect_time => "met tijdstip", "with its time";
    /// What of a part differs.
    aspect_prefix => "nummer", "number";
    /// What of a part differs.
    aspect_link_id => "naam in een vragenlijst van elders", "name in a form from elsewhere";
    /// What of a part differs.
    aspect_needs_note => "alleen met een toelichting", "only with an explanation";
    /// What of a part differs.
    aspect_exclusive => "gaat met geen ander antwoord samen", "excludes every other answer";
    /// What of a part differs.
    aspect_leaves_open => "laat de vraag open", "leaves the question open";
    /// What of a part differs.
    aspect_code => "code", "code";
    /// What of a part differs.
    aspect_source => "bron", "source";
    /// What of a part differs.
    aspect_standing => "blijft staan tot iemand het verandert", "stands until somebody changes it";
    /// What of a part differs.
    aspect_judge_again_after => "na hoeveel dagen opnieuw beoordelen", "after how many days to judge again";
    /// What of a part differs.
    aspect_repeats => "vaker in te vullen", "can be repeated";
    /// What of a part differs.
    aspect_about => "over wie", "about whom";
    /// What of a part differs.
    aspect_year => "jaar", "year";
    /// What of a part differs.
    aspect_status => "status", "status";
    /// What of a part differs.
    aspect_address => "vindplaats", "address";
    /// What of a part differs.
    aspect_evidence => "bevinding", "evidence";
    /// What of a part differs.
    aspect_involve => "wie erbij hoort", "who should take part";
    /// A part that is there in the later version only.
    change_added => "erbij", "added";
    /// A part that is there in the earlier version only.
    change_removed => "weg", "removed";
    /// A part that stands elsewhere.
    change_moved => "verplaatst", "moved";
    /// Parts in another order.
    change_reordered => "andere volgorde", "another order";
    /// Before what stood there.
    change_from => "was", "was";
    /// Before what stands there.
    change_to => "nu", "now";
    /// Nothing stands there.
    value_absent => "niets", "nothing";
    /// The English form of a text.
    value_english => "Engels", "English";

    /// The shipped version is as it was.
    diff_shipped_same =>
        "De meegeleverde versie is niet veranderd sinds u die van u maakte.",
        "The shipped version has not changed since you made yours.";
    /// Heading.
    diff_own => "Wat u zelf hebt veranderd:", "What you changed yourself:";
    /// The own version has the same in it.
    diff_own_same => "U hebt zelf niets veranderd.", "You changed nothing yourself.";
    /// The text that an own version was made from is not kept.
    diff_no_basis =>
        "De meegeleverde tekst waarvan u uitging, is er niet meer. Daarom staat hier het verschil tussen uw versie en de meegeleverde van nu; wat u zelf veranderde en wat nieuw is, staat door elkaar.",
        "The shipped text that you started from was not kept. So this is the difference between your version and the currently shipped one; what you changed yourself and what is new are shown together.";
    /// Nothing differs.
    diff_none => "Er is geen verschil.", "There is no difference.";
    /// Heading above differences from own to shipped.
    diff_own_to_shipped => "Van uw versie naar de meegeleverde:", "From your version to the shipped one:";
    /// Beside a difference that the own version has too.
    diff_taken => "staat al zo in uw versie", "is already like this in your version";
    /// Beside a difference that the own version made in another way.
    diff_conflict => "let op: dit veranderde u zelf ook", "note: you changed this as well";
}

/// Sentences with parameters. Names and versions come in clean.
impl Language {
    /// There is no own version to compare.
    pub fn diff_no_own(self, id: &str) -> String {
        match self {
            Self::Dutch => format!("U hebt geen eigen versie van \"{id}\"; de meegeleverde is in gebruik."),
            Self::English => {
                format!("You have no version of \"{id}\" of your own; the shipped one is in use.")
            }
        }
    }

    /// An own checklist has nothing to be compared with.
    pub fn diff_not_based(self, id: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{id}\" is niet van een meegeleverde checklist gemaakt (er staat geen based_on in); er is niets om mee te vergelijken."
            ),
            Self::English => format!(
                "\"{id}\" was not made from a shipped checklist (there is no based_on in it); there is nothing to compare it with."
            ),
        }
    }

    /// The shipped checklist is not shipped any more.
    pub fn diff_origin_gone(self, id: &str, origin: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{id}\" is gemaakt van \"{origin}\", en die levert deze Pallium niet mee; er is niets om mee te vergelijken."
            ),
            Self::English => format!(
                "\"{id}\" was made from \"{origin}\", which this Pallium does not ship; there is nothing to compare it with."
            ),
        }
    }

    /// A route is not compared.
    pub fn diff_route(self, id: &str) -> String {
        match self {
            Self::Dutch => format!("\"{id}\" is een route; alleen checklists worden vergeleken."),
            Self::English => format!("\"{id}\" is a route; only checklists are compared."),
        }
    }

    /// What is compared.
    pub fn diff_compared(self, id: &str, version: &str, origin: &str, used: &str, shipped: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Uw versie: {id} {version}, gemaakt van {origin} {used}. Meegeleverd is nu: {origin} {shipped}."
            ),
            Self::English => format!(
                "Your version: {id} {version}, made from {origin} {used}. Shipped now: {origin} {shipped}."
            ),
        }
    }

    /// Heading: what the newer shipped version changes.
    pub fn diff_shipped(self, from: &str, to: &str) -> String {
        match self {
            Self::Dutch => format!("Wat de meegeleverde versie verandert (van {from} naar {to}):"),
            Self::English => format!("What the shipped version changes (from {from} to {to}):"),
        }
    }

    /// How to take something over.
    pub fn diff_take_over(self, id: &str, shipped: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Neem over wat u wilt met \"pallium checklist edit {id}\". Zet daarna de versie in based_on op \"{shipped}\"; dan geldt dit als gezien."
            ),
            Self::English => format!(
                "Copy what you want with \"pallium checklist edit {id}\". Then set the version in based_on to \"{shipped}\"; this then counts as seen."
            ),
        }
    }
}
