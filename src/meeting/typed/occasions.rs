//! What a day is for: occasions that are named before it or behind it, and what is done on it.

/// Words before a day that say what it is the day of: "MDO 11 dec", "bij huisbezoek van 24 november", "voor zijn verjaardag 12-12".
pub(super) const OCCASIONS: &[&str] = &[
    "bij|op|in|tijdens|via|per|at|on|by|during|voor|before? de|het|the|een|a|zijn|haar|hun|ons|his|her|their|our? volgend|volgende|eerstvolgend|eerstvolgende|komend|komende|next? home|telefonisch|phone? mdo|mdt|patz|overleg|vergadering|meeting|poli|polikliniek|clinic|spreekuur|controle|check|checkup|evaluatie|evalueren|herbeoordeling|herbeoordelen|review|verjaardag|birthday|huisbezoek|visite|bezoek|visit|tel|telefoon|telefonisch|phone|telephone|call|gebeld|gezien|seen|spoke|spoken|thuis|afdeling|ward|dienst|contact|consult|gesprek|afspraak|appointment van|of|op|on|dd?",
];

/// Words before a day that is not sure.
pub(super) const PERHAPS: &[&str] = &[
    "waarschijnlijk|wsl|ws|vermoedelijk|mogelijk|misschien|wellicht|probably|possibly|maybe|perhaps|likely",
];

/// The same behind it.
pub(super) const PERHAPS_BEHIND: &[&str] = &[
    "onder voorbehoud",
    "ov|ovb|tentative|provisional|waarschijnlijk|misschien",
    "to be confirmed",
    "subject to change",
];

/// What is done on a day, behind it; nothing else may be said then but words.
pub(super) const DONE_THEN: &[&str] = &[
    "bellen|terugbellen|nabellen|opbellen|evalueren|evaluatie|controle|controleren|checken|herbeoordelen|herbeoordeling|bespreken|langs|langsgaan|huisbezoek|visite|poli|polikliniek|spreekuur|overleg|overleggen|mdo|patz|gesprek|afspraak|telefoon|tel|contact|bezoek|besproken|gesproken|gebeld|gezien",
    "call|phone|ring|review|clinic|visit|meeting|mdt|check|recheck|reassess|discuss|appointment|seen|spoke|discussed",
    "in|op|at de|the? clinic|poli|polikliniek|spreekuur|mdo|mdt",
];
