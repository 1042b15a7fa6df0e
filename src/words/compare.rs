//! The words for what differs between two versions of a checklist.

use super::sentences;

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
    aspect_ask => "wie antwoordt", "who answers";
    /// What of a part differs.
    aspect_audience => "wie het mag lezen", "who may read it";
    /// What of a part differs.
    aspect_states => "antwoorden zonder inhoud", "answers without content";
    /// What of a part differs.
    aspect_code => "code", "code";
    /// What of a part differs.
    aspect_source => "bron", "source";
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
    aspect_involve => "wie erbij hoort", "who belongs there";
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
}
