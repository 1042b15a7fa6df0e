//! What a network gets of a group.

use super::*;
use crate::export::{Counted, MirrorMeeting, MirrorPatient, MirrorSource};
use crate::meeting::{Caveats, Id, MeetingId, PatientId};
use crate::words::Language;

fn source(group: &str, patients: &[Counted]) -> MirrorSource {
    let id = MeetingId(Id::from_bits(1));
    let meeting = MirrorMeeting {
        id,
        date: NaiveDate::default(),
        day_unknown: false,
        group: group.to_owned(),
        bottlenecks: "over iemand".to_owned(),
        learning_needs: String::new(),
    };
    let patient = |(number, counted): (u128, &Counted)| MirrorPatient {
        patient: PatientId(Id::from_bits(number)),
        discussed: vec![id],
        counted: *counted,
    };
    MirrorSource {
        meetings: vec![meeting],
        patients: (0..).zip(patients).map(patient).collect(),
        formerly: Default::default(),
        of_invented: Vec::new(),
        invented: 0,
        caveats: Caveats::default(),
    }
}

fn rows(group: &str, patients: &[Counted]) -> Vec<RegionalRow> {
    let source = source(group, patients);
    let (from, to) = (None, NaiveDate::default());
    let mirror = Mirror { language: Language::Dutch, source: &source, group, from, to, fictional: false };
    mirror.regional(to)
}

#[test]
fn every_group_has_the_same_rows_and_nothing_that_was_typed_but_its_name() {
    let few = rows("=1+1;\u{202e}x", &[Counted::default(); 4]);
    let many = rows("Noord", &[Counted { marked: true, ..Counted::default() }; 12]);
    let measures = |rows: &[RegionalRow]| -> Vec<(&str, Option<i64>)> {
        rows.iter().map(|row| (row.measure, row.days_from)).collect()
    };
    assert_eq!(measures(&few), measures(&many));
    assert_eq!(few.len(), 17);
    let (unread, counts) = few.split_last().unwrap();
    assert!(counts.iter().all(|row| row.hidden && row.value.is_none()), "{few:?}");
    assert_eq!((unread.measure, unread.value, unread.hidden), ("meetings_unread", Some(0), false));
    assert_eq!(many[0].value, Some(12));
    assert!(many[1].hidden, "all are marked, so that nobody is left");
    let csv = regional_csv(&few);
    let lines: Vec<&str> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines[0], COLUMNS.join(","));
    assert!(lines[1].starts_with("pallium-counts,1,\"'=1+1;"), "{csv}");
    assert!(!csv.contains("over iemand") && !csv.contains('\u{202e}'));
    for (line, row) in regional_lines(&few).lines().zip(&few) {
        let read: serde_json::Value = serde_json::from_str(line).unwrap();
        let keys: Vec<&str> = COLUMNS.to_vec();
        assert!(keys.iter().all(|key| read.get(key).is_some()), "{line}");
        assert_eq!(read.as_object().unwrap().len(), keys.len());
        assert_eq!(read["measure"], row.measure);
        assert!(!line.contains('\u{202e}'));
    }
}

#[test]
fn every_column_and_measure_is_told_of() {
    let told = include_str!("../../../docs/regio.md");
    for column in COLUMNS {
        assert!(told.contains(&format!("| `{column}` |")), "{column}");
    }
    for row in rows("Noord", &[]) {
        assert!(told.contains(&format!("| `{}` |", row.measure)), "{}", row.measure);
    }
}
