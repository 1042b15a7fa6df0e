//! What looking back needs of each meeting: it is what the records say, costs no second reading, and may go at any time.

use std::fs;
use std::sync::Arc;

use super::tampering::World;
use super::{Counting, Place, meeting, noted, settle};
use crate::meeting::{Id, Meeting, MeetingDigest, PatientId, Register, Review, Viewpoint};
use crate::store::generate::{self, Size};
use crate::store::{Holder, Notebook};

fn filled(count: usize) -> Place {
    let place = Place::new();
    generate::notebook(place.path(), count, Size::Small).unwrap();
    settle(place.path());
    place
}

fn counted(place: &Place) -> (Arc<Counting>, Notebook) {
    let disk = Arc::new(Counting::default());
    (disk.clone(), Notebook::existing(place.path(), disk))
}

fn meetings_read(disk: &Counting, place: &Place) -> usize {
    let read = disk.read_more_than(0);
    read.iter()
        .filter(|(path, _)| path.starts_with(place.path().join("meetings")))
        .map(|(_, count)| count)
        .sum()
}

fn digests(notebook: &Notebook) -> Vec<MeetingDigest> {
    let mut found = Vec::new();
    notebook.digests(&mut |digest| found.push(digest.clone())).unwrap();
    found
}

fn by_id(mut digests: Vec<MeetingDigest>) -> Vec<MeetingDigest> {
    digests.sort_by_key(|digest| digest.id);
    digests
}

fn of_records(place: &Place, count: usize) -> Vec<MeetingDigest> {
    let read = |number| place.open().read(generate::meeting(number, Size::Small).id).unwrap();
    by_id((0..count).map(|number| MeetingDigest::of(&read(number))).collect())
}

#[test]
fn each_meeting_is_read_once_and_again_when_it_changed() {
    let place = filled(60);
    let (disk, notebook) = counted(&place);
    assert_eq!(by_id(digests(&notebook)), of_records(&place, 60));
    assert_eq!(meetings_read(&disk, &place), 60);
    let (disk, notebook) = counted(&place);
    assert_eq!(by_id(digests(&notebook)), of_records(&place, 60));
    assert_eq!(meetings_read(&disk, &place), 0);
    // One that changed, and one that is gone: of the others nothing is read, and one year is written.
    let mut changed = place.open().load(generate::meeting(3, Size::Small).id).unwrap();
    changed.review_mut(changed.reviews[0].patient).unwrap().label = "Fictief Anders".to_owned();
    let writer = place.open();
    writer.load(changed.id).unwrap();
    writer.save(&changed, &[]).unwrap();
    fs::remove_file(place.open().path(generate::meeting(59, Size::Small).id)).unwrap();
    settle(place.path());
    let (disk, notebook) = counted(&place);
    let found = digests(&notebook);
    assert_eq!((found.len(), meetings_read(&disk, &place)), (59, 1));
    assert!(found.iter().any(|digest| *digest == MeetingDigest::of(&changed)));
    assert_eq!(meetings_read(&counted(&place).0, &place), 0);
}

#[test]
fn what_is_deleted_comes_back_and_what_is_wrong_is_not_believed() {
    let place = filled(20);
    let right = by_id(digests(&place.open()));
    let index = place.path().join("index");
    let year = index.join("digests-2026.json");
    let whole = fs::read_to_string(&year).unwrap();
    let signed = |json: &str| format!("{}\n{json}", crate::store::disk::digest::Digest::of(json.as_bytes()));
    let json = whole.split_once('\n').unwrap().1;
    for wrong in [
        String::new(),
        whole.replace("Fictief 1\"", "Fictief 9\""),
        signed(&json.replace("\"format\":15", "\"format\":16")),
        signed(&json.replace("Fictief 1\"", "Fictief\\u001b[2J\"")),
        signed(&json.replace("Fictief 1\"", "Fictief\u{202e}\"")),
        signed(&json.replace("\"date\":\"2026", "\"date\":\"2025")),
    ] {
        assert_ne!(wrong, whole);
        fs::write(&year, &wrong).unwrap();
        assert_eq!(by_id(digests(&place.open())), right);
        assert_eq!(fs::read_to_string(&year).unwrap(), whole, "it is made anew");
    }
    fs::remove_dir_all(&index).unwrap();
    assert_eq!(by_id(digests(&place.open())), right, "also without a place for it");
}

#[test]
fn nothing_of_a_patient_stays_when_it_is_forgotten() {
    let place = Place::new();
    let notebook = generate::notebook(place.path(), 4, Size::Small).unwrap();
    settle(place.path());
    let patient = generate::meeting(0, Size::Small).reviews[0].patient;
    digests(&notebook);
    let of_patient = |text: String| text.contains(&patient.to_string());
    let files = || fs::read_dir(place.path().join("index")).unwrap().map(|entry| entry.unwrap().path());
    assert!(files().any(|path| of_patient(fs::read_to_string(path).unwrap())));
    assert!(notebook.forget(patient, &Holder::default()).unwrap().is_whole());
    assert!(!files().any(|path| of_patient(fs::read_to_string(path).unwrap())));
    settle(place.path());
    let left = digests(&place.open());
    assert!(left.iter().flat_map(|digest| &digest.reviews).all(|review| review.patient != patient));
}

/// Who can write to the folder puts a meeting back with the digests of that day: they are not taken for today's.
#[test]
fn digests_of_an_earlier_day_are_not_believed() {
    let world = World::new();
    let with_patient = |label: &str| {
        let mut review = Review::new(PatientId(Id::from_bits(7)));
        review.label = label.to_owned();
        Meeting { reviews: vec![review.into()], ..noted(&meeting(1), "eerste") }
    };
    let save = |meeting: &Meeting| {
        let notebook = world.open();
        notebook.load(meeting.id).unwrap();
        notebook.save(meeting, &[]).unwrap();
        notebook.witness().unwrap();
        settle(world.place.path());
        digests(&world.open())
    };
    save(&with_patient("vroeger"));
    let year = world.path("index/digests-2026.json");
    let earlier = fs::read(&year).unwrap();
    assert!(age::decrypt(&world.keys.identity(), &earlier).is_ok(), "it is sealed");
    save(&with_patient("vandaag"));
    fs::write(&year, &earlier).unwrap();
    // Size and time of the record are those of the earlier day.
    let label = |digests: Vec<MeetingDigest>| digests[0].reviews[0].label.clone();
    assert_eq!(label(digests(&world.open())), "vandaag");
}

/// Looking back by digests tells the same as by records, and reads only those in which the patients of today were discussed.
#[test]
fn a_register_by_digests_is_the_one_by_records() {
    let place = filled(30);
    let notebook = place.open();
    let found = digests(&notebook);
    let records: Vec<Meeting> =
        (0..30).map(|number| notebook.read(generate::meeting(number, Size::Small).id).unwrap()).collect();
    let today = Viewpoint::of(&records[0], records[0].details.date);
    let mut read = 0;
    let each = |take: &mut dyn FnMut(&MeetingDigest)| found.iter().for_each(take);
    let register = Register::folded(&today, each, |ids| {
        read += ids.len();
        notebook.read_several(ids)
    });
    assert_eq!(register, Register::of(&today, &records));
    assert!(!register.standing.is_empty());
    assert!(read <= records.len(), "{read} records were read");
}

#[test]
fn what_a_terminal_would_obey_is_not_believed_wherever_it_stands() {
    let place = filled(3);
    digests(&place.open());
    let path = fs::read_dir(place.path().join("index")).unwrap().map(|entry| entry.unwrap().path());
    let path = path.into_iter().find(|path| path.to_string_lossy().contains("digests-")).unwrap();
    let (_, json) =
        fs::read_to_string(&path).unwrap().split_once('\n').map(|(_, json)| ((), json.to_owned())).unwrap();
    let written = |json: &str| {
        fs::write(&path, format!("{}\n{json}", crate::store::disk::digest::Digest::of(json.as_bytes())))
            .unwrap();
        let (disk, notebook) = counted(&place);
        digests(&notebook);
        meetings_read(&disk, &place)
    };
    let label = json.find("\"label\":\"").unwrap() + "\"label\":\"".len();
    for (instead, is_believed) in [
        ("", true),
        ("één ", true),
        ("\\\"", true),
        ("\\u001b", false),
        ("\u{202E}", false),
        // On the quotation mark before it, it would be an ordinary letter.
        ("\u{301}", false),
    ] {
        let (before, after) = json.split_at(label);
        let read = written(&format!("{before}{instead}{after}"));
        assert_eq!(read == 0, is_believed, "{instead:?}: {read} read");
    }
}
