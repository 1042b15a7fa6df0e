//! Which column of a table is what, by its heading.

use crate::exchange::sheet::{Row, Sheet};
use crate::text::same::plain;
use crate::words::Language;

/// What a column of the register is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The label of the patient.
    Label,
    /// The year of birth.
    Born,
    /// The group.
    Group,
    /// The colour.
    Colour,
    /// The central care provider by name.
    CentralCarer,
    /// Whether a conversation about the plan was held.
    Plan,
    /// When that was.
    PlanOn,
    /// When the patient is to be discussed again.
    NextReview,
    /// Whether the patient has died.
    Deceased,
    /// What follows from what was recorded in meetings, and is taken over from nowhere else.
    Follows,
}

/// Fewer rows than this stand above the headings: a title, a date, an empty row.
const ABOVE: usize = 20;

impl Field {
    /// Its name in the register, in both languages.
    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Label => language.csv_patient(),
            Self::Born => language.csv_born(),
            Self::Group => language.column_group(),
            Self::Colour => language.column_colour(),
            Self::CentralCarer => language.column_central_carer(),
            Self::Plan => language.csv_plan(),
            Self::PlanOn => language.csv_plan_on(),
            Self::NextReview => language.csv_next_review(),
            Self::Deceased => language.csv_deceased(),
            Self::Follows => "",
        }
    }

    /// What else people write above it.
    const fn others(self) -> &'static [&'static str] {
        match self {
            Self::Label => &[
                "aanduiding",
                "naam",
                "initialen",
                "naam patient",
                "patientnaam",
                "client",
                "bewoner",
                "label",
                "name",
                "initials",
            ],
            Self::Born => &[
                "geboortejaar",
                "geb. jaar",
                "geb.jaar",
                "geb",
                "geb.",
                "jaar van geboorte",
                "geboortedatum",
                "geb. datum",
                "geb.datum",
                "year of birth",
                "date of birth",
                "birth year",
            ],
            Self::Group => &["patz-groep", "patz groep", "team"],
            Self::Colour => &["kleurcode", "code kleur", "urgentie", "color", "colour code"],
            Self::CentralCarer => &["czv", "centrale zorgverl.", "central carer", "central caregiver"],
            Self::Plan => {
                &["pzp", "plan", "acp", "pzp-gesprek", "pzp gesprek", "pzp gevoerd", "pzp-gesprek gevoerd"]
            }
            Self::PlanOn => &[
                "pzp op",
                "datum pzp",
                "pzp datum",
                "pzp-gesprek op",
                "datum pzp-gesprek",
                "pzp van",
                "acp on",
                "date of acp",
            ],
            Self::NextReview => &[
                "weer bespreken",
                "weer op",
                "weer bespreken op",
                "opnieuw bespreken op",
                "volgende bespreking",
                "again on",
            ],
            Self::Deceased => &["gestorven", "deceased"],
            Self::Follows => &[
                "kleur daarvoor",
                "colour before",
                "palliatieve fase gemarkeerd",
                "palliative phase marked",
                "gemarkeerd",
                "stervensfase",
                "dying phase",
                "nabesproken",
                "looked back on",
                "besproken",
                "discussed",
                "laatst besproken",
                "open afspraken",
                "open agreements",
                "afspraken over tijd",
                "agreements overdue",
                "voorgesteld voor",
                "proposed for",
                "verzonnen",
                "invented",
                "fictional",
                "nummer",
                "number",
            ],
        }
    }

    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Label,
        Self::Born,
        Self::Group,
        Self::Colour,
        Self::CentralCarer,
        Self::Plan,
        Self::PlanOn,
        Self::NextReview,
        Self::Deceased,
        Self::Follows,
    ];

    fn names(self) -> impl Iterator<Item = String> {
        let own = [Language::Dutch, Language::English].map(|language| self.name(language));
        own.into_iter().chain(self.others().iter().copied()).map(of_heading).filter(|name| !name.is_empty())
    }

    /// The field that a heading names.
    fn named(heading: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.names().any(|name| name == heading))
    }

    /// The field that a heading may mean, which is asked: a word of it is a name of the field.
    fn meant(heading: &str) -> Option<Self> {
        let words: Vec<&str> = heading.split(|sign: char| !sign.is_alphanumeric()).collect();
        let fields = Self::ALL.into_iter().filter(|field| *field != Self::Follows);
        fields.into_iter().find(|field| {
            field
                .names()
                .any(|name| words.contains(&name.as_str()) || name.len() > 4 && heading.contains(&name))
        })
    }
}

/// A heading as it is compared: without accents, capitals, and the signs behind it.
fn of_heading(heading: &str) -> String {
    plain(heading).trim_matches(|sign: char| matches!(sign, ':' | '*' | '?' | '.' | ' ')).to_owned()
}

/// A column that was not recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The sheet.
    pub sheet: String,
    /// The number of its row.
    pub row: u32,
    /// The column, from zero on.
    pub at: u32,
    /// What stands above it.
    pub heading: String,
    /// What it may be.
    pub meant: Option<Field>,
    /// Whether another column was that already.
    pub is_double: bool,
}

/// The headings of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headings {
    /// The number of the row in which they stand.
    pub row: u32,
    /// What each column is.
    pub fields: Vec<(u32, Field)>,
    /// Those that are not recognised.
    pub unknown: Vec<Column>,
}

impl Headings {
    /// The headings of a sheet; none where no row of its beginning names the patients.
    pub fn of(sheet: &Sheet) -> Option<Self> {
        let rows = sheet.rows.iter().take(ABOVE).map(|row| Self::of_row(sheet, row));
        // Above the headings may stand "Patiënten van Noord": the row with most of them it is.
        let named = rows.filter(|found| found.fields.iter().any(|(_, field)| *field == Field::Label));
        named.fold(None, |best: Option<Self>, found| match best {
            Some(best) if best.fields.len() >= found.fields.len() => Some(best),
            _ => Some(found),
        })
    }

    fn of_row(sheet: &Sheet, row: &Row) -> Self {
        let mut found = Self { row: row.number, ..Self::default() };
        for (at, cell) in &row.cells {
            let heading = cell.text();
            let folded = of_heading(&heading);
            let named = Field::named(&folded);
            let known = |field: Field, found: &Self| {
                field != Field::Follows && found.fields.iter().any(|(_, other)| *other == field)
            };
            match named {
                Some(field) if !known(field, &found) => found.fields.push((*at, field)),
                _ => found.unknown.push(Column {
                    sheet: sheet.name.clone(),
                    row: row.number,
                    at: *at,
                    is_double: named.is_some(),
                    meant: named.is_none().then(|| Field::meant(&folded)).flatten(),
                    heading,
                }),
            }
        }
        // What may be meant by a heading is no question where another column is that.
        let fields = found.fields.clone();
        for column in &mut found.unknown {
            column.meant = column.meant.filter(|meant| !fields.iter().any(|(_, field)| field == meant));
        }
        found
    }

    /// Takes a column for what somebody said that it is.
    pub fn take(&mut self, at: u32, field: Field) {
        self.unknown.retain(|column| column.at != at);
        self.fields.push((at, field));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::read_csv;

    fn headings(text: &str) -> Headings {
        Headings::of(&read_csv(text.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn columns_are_found_by_their_heading_in_any_order() {
        let found =
            headings("Register Noord\n\nKleur:;Opmerking;GEBOORTEJAAR;Patiënt\nrood;;1938;Fictief B.\n");
        assert_eq!(found.row, 3);
        assert_eq!(found.fields, [(0, Field::Colour), (2, Field::Born), (3, Field::Label)]);
        assert_eq!(found.unknown.iter().map(|one| one.heading.as_str()).collect::<Vec<_>>(), ["Opmerking"]);
        assert_eq!(found.unknown[0].meant, None);
    }

    #[test]
    fn what_is_unclear_may_be_something_and_what_is_double_is_not_taken() {
        let found = headings("Naam;Kleur (urgentie);Naam;Overleden op;Datum\nx;;;;\n");
        assert_eq!(found.fields, [(0, Field::Label)]);
        let unknown: Vec<_> = found.unknown.iter().map(|one| (one.at, one.meant, one.is_double)).collect();
        let expected = [
            (1, Some(Field::Colour), false),
            (2, None, true),
            (3, Some(Field::Deceased), false),
            (4, None, false),
        ];
        assert_eq!(unknown, expected);
        assert!(Headings::of(&read_csv(b"a;b\n1;2\n").unwrap()).is_none());
    }
}
