//! Where papers cannot be saved or made: a clear sentence, an exit code, and nothing half written; with the real program.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

use crate::support::commands::Place;
use crate::support::disk::{Disk, is_root, left_out, names};
use chrono::TimeDelta;
use pallium::meeting::{
    Answer, Given, Id, Meeting, MeetingId, MeetingKind, PatientId, Review, Stamp, colour_question,
};
use pallium::store::{Notebook, RealFiles, demo};

/// Every command that makes a paper, each with the format in which it weighs most.
const PAPERS: [&[&str]; 8] = [
    &["minutes", "last", "--format", "html"],
    &["summary", "Fictief B.", "--for", "dossier", "--format", "html"],
    &["agreements", "--format", "html"],
    &["register", "--format", "html"],
    &["register", "--format", "csv"],
    &["patient", "Fictief B.", "--format", "markdown"],
    &["prepare", "--format", "html"],
    &["mirror", "--format", "html"],
];

/// The demonstration as a notebook of the user.
fn demonstration() -> Place {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    for known in demo::fictional(pallium::shell::now().date()).unwrap() {
        let texts: Vec<_> =
            known.definitions.iter().map(|one| (one.hash.to_string(), one.source.clone())).collect();
        notebook.save(&known.meeting, &texts).unwrap();
    }
    place
}

/// Every paper is refused in this folder for this reason, and leaves what was there.
#[track_caller]
fn refused_in(place: &Place, folder: &str, reason: &str) {
    let before = names(&place.path(folder));
    for paper in PAPERS {
        let file = format!("{folder}/uit.txt");
        for to in [file.as_str(), folder] {
            let ended = place.run(&[paper, &["-o", to, "--yes"]].concat(), &[]);
            assert_eq!((ended.code, ended.said.as_str()), (Some(1), ""), "{paper:?}: {}", ended.complained);
            let told = ended.complained.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains(folder) && told.contains(reason), "{paper:?}: {told}");
            assert_eq!(names(&place.path(folder)), before, "{paper:?}: nothing is half written");
        }
    }
}

#[test]
fn a_disk_that_is_full_holds_no_half_paper_and_a_whole_one_when_there_is_room() {
    let place = demonstration();
    let Some(disk) = Disk::at(place.path("vol"), "size=64k") else {
        return left_out("no disk can be mounted here");
    };
    let filler = disk.fill();
    refused_in(&place, "vol", "geen ruimte meer op de schijf");
    // Room for a part is no room.
    fs::File::options().write(true).open(&filler).unwrap().set_len(64 * 1024 - 4096 * 3).unwrap();
    let ended = place.run(&["minutes", "last", "--format", "html", "-o", "vol/uit.html", "--yes"], &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.complained);
    assert_eq!(names(&place.path("vol")), ["filler"]);
    fs::remove_file(&filler).unwrap();
    place.done(&["minutes", "last", "--format", "html", "-o", "vol/uit.html", "--yes"], &[]);
    assert_eq!(names(&place.path("vol")), ["uit.html"]);
    let known = fs::metadata(place.path("vol/uit.html")).unwrap();
    assert_eq!(known.permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_folder_that_may_only_be_read_is_said_and_stays_as_it_is() {
    let place = demonstration();
    if is_root() {
        let Some(disk) = Disk::at(place.path("vast"), "size=64k") else {
            return left_out("no disk can be mounted here");
        };
        fs::write(place.path("vast/van-een-ander.txt"), "blijft").unwrap();
        disk.remount("ro");
        refused_in(&place, "vast", "mag alleen gelezen worden");
        return;
    }
    let folder = place.path("vast");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    refused_in(&place, "vast", "geen toestemming");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_folder_that_is_gone_or_a_file_is_said() {
    let place = demonstration();
    fs::write(place.path("bestand"), "van een ander").unwrap();
    for (to, named) in
        [("weg/uit.txt", "weg/uit.txt"), ("bestand/uit.txt", "bestand/uit.txt"), ("bestand", "bestand")]
    {
        for paper in PAPERS {
            let ended = place.run(&[paper, &["-o", to, "--yes"]].concat(), &[]);
            assert_eq!((ended.code, ended.said.as_str()), (Some(1), ""), "{paper:?} {to}");
            assert!(ended.complained.contains(named), "{paper:?} {to}: {}", ended.complained);
        }
    }
    assert!(!place.path("weg").exists());
    assert_eq!(fs::read_to_string(place.path("bestand")).unwrap(), "van een ander");
}

#[test]
fn a_locked_notebook_gives_no_paper_without_its_passphrase() {
    let place = demonstration().with_passphrases();
    let passphrase = "een lange zin die niemand raadt 7";
    place.done(&["protect"], &[passphrase, passphrase]);
    for paper in PAPERS {
        let ended = place.run(&[paper, &["-o", "uit.txt", "--yes"]].concat(), &["iets anders"]);
        assert_eq!((ended.code, ended.said.as_str()), (Some(1), ""), "{paper:?}: {}", ended.complained);
        assert!(
            ended.complained.contains("wachtzin") || ended.complained.contains("wachtwoord"),
            "{}",
            ended.complained
        );
        assert!(!ended.complained.contains("Fictief"), "{}", ended.complained);
        assert!(!place.path("uit.txt").exists(), "{paper:?}");
    }
    for paper in PAPERS {
        place.done(&[paper, &["-o", "uit.txt", "--yes"]].concat(), &[passphrase]);
        let written = fs::read_to_string(place.path("uit.txt")).unwrap();
        assert!(written.len() > 200, "{paper:?}: {written}");
        fs::remove_file(place.path("uit.txt")).unwrap();
    }
}

/// A meeting in which one patient of this label got a colour.
fn with_label(number: u128, label: &str) -> Meeting {
    let day = pallium::shell::now().date() - TimeDelta::days(3);
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, day);
    meeting.details.group = "../Zuid\\NUL".to_owned();
    let mut review = Review::new(PatientId(Id::from_bits(number << 120)));
    review.label = label.to_owned();
    let stamp = Stamp { by: None, at: day.and_hms_opt(14, 0, 0).unwrap() };
    review.answers.insert(colour_question(), Answer::given(Given::Choice("rood".into()), stamp));
    meeting.reviews.push(review.into());
    meeting
}

#[test]
fn a_label_that_is_a_way_or_a_device_names_a_plain_file_in_the_folder() {
    for (number, label, part) in [
        (1, "../../weg/B.", "weg-b"),
        (2, "/etc/passwd", "etc-passwd"),
        (3, "C:\\Users\\NUL", "c-users-nul"),
        (4, "CON", "con"),
        (5, "aux.txt", "aux-txt"),
        (6, ".verborgen", "verborgen"),
        (7, "-o", "o"),
    ] {
        let place = Place::empty();
        let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
        notebook.save(&with_label(number, label), &[]).unwrap();
        fs::create_dir_all(place.path("diep/map")).unwrap();
        // By the beginning of its id, since a label may look like an option.
        let id = format!("0{number}000000");
        for paper in
            [&["summary", &id, "--for", "dossier"][..], &["patient", &id], &["minutes", "last"], &["prepare"]]
        {
            place.done(&[paper, &["-o", "diep/map", "--yes"]].concat(), &[]);
        }
        let names = names(&place.path("diep/map"));
        assert_eq!(names.len(), 4, "{label}: {names:?}");
        assert_eq!(
            names.iter().filter(|name| name.contains(&format!("-{part}-"))).count(),
            2,
            "{label}: {names:?}"
        );
        let is_plain = |name: &String| {
            let stem = name.split(['.', '-']).next().unwrap_or_default();
            !["con", "nul", "aux", "prn"].contains(&stem) && !name.starts_with('.') && name.ends_with(".txt")
        };
        assert!(names.iter().all(is_plain), "{label}: {names:?}");
        assert_eq!(self::names(&place.path("diep")), ["map"]);
    }
}

#[test]
fn a_patient_of_whom_nothing_was_recorded_gets_a_paper_that_says_so() {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    let mut meeting = with_label(1, "Fictief leeg");
    let mut review = Review::new(PatientId(Id::from_bits(1 << 120)));
    review.label = "Fictief leeg".to_owned();
    meeting.reviews = vec![review.into()];
    notebook.save(&meeting, &[]).unwrap();
    let text = place.done(&["summary", "Fictief leeg", "--for", "dossier"], &[]);
    assert!(text.contains("nog niets vastgelegd"), "{text}");
    let refused = place.run(&["summary", "Fictief leeg", "--for", "patient", "-o", "uit.txt"], &[]);
    assert_eq!(refused.code, Some(1), "{}", refused.complained);
    assert!(!place.path("uit.txt").exists());
    for (reader, asked, code, told) in [
        ("hap", "marking", 1, "Voor de huisartsenpost is er niets bij te vragen"),
        (
            "social",
            "cpr,marking",
            1,
            "\"marking\" is er niet bij te vragen voor sociaal domein en vrijwilligers. Wel: dying, cpr.",
        ),
        ("social", "alles", 2, "--with"),
    ] {
        let ended = place.run(&["summary", "Fictief leeg", "--for", reader, "--with", asked], &[]);
        let complained = ended.complained.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!((ended.code, ended.said.as_str()), (Some(code), ""), "{complained}");
        assert!(complained.contains(told), "{complained}");
    }
    for paper in [&["patient", "Fictief leeg"][..], &["minutes", "last"], &["prepare"], &["agreements"]] {
        assert!(
            place.done(paper, &[]).lines().filter(|line| !line.trim().is_empty()).count() > 2,
            "{paper:?}"
        );
    }
}

#[test]
fn a_record_of_an_older_program_makes_papers_and_one_of_no_format_is_named() {
    let place = demonstration();
    // As the first program wrote it: nothing but what it knew.
    let day = pallium::shell::now().date() - TimeDelta::days(100);
    let id = MeetingId(Id::from_bits(9));
    let old = |format: u32| {
        format!(
            "format = {format}\nid = \"{id}\"\n\n[details]\nkind = \"patz\"\ndate = \"{day}\"\ngroup = \"Oud\"\n\n\
             [[review]]\npatient = \"{}\"\nlabel = \"Fictief oud\"\nquestion = \"Hoe verder?\"\n\n# end\n",
            PatientId(Id::from_bits(9 << 120))
        )
    };
    let path = place.notebook().join(format!("meetings/{id}.toml"));
    fs::write(&path, old(1)).unwrap();
    let minutes = place.done(&["minutes", &id.to_string()], &[]);
    assert!(minutes.contains("Fictief oud") && minutes.contains("Hoe verder?"), "{minutes}");
    assert!(place.done(&["register"], &[]).contains("Fictief oud"));
    place.done(&["summary", "Fictief oud", "--for", "dossier"], &[]);
    for format in [0, 2] {
        fs::write(&path, old(format)).unwrap();
        let ended = place.run(&["minutes", &id.to_string(), "-o", "uit.txt", "--yes"], &[]);
        assert_eq!((ended.code, ended.said.as_str()), (Some(1), ""), "{}", ended.complained);
        assert!(ended.complained.contains(&id.to_string()), "{}", ended.complained);
        assert!(!place.path("uit.txt").exists());
        let register = place.run(&["register"], &[]);
        assert_eq!(register.code, Some(0), "the rest is used");
        assert!(register.said.contains("Fictief B.") && !register.said.contains("Fictief oud"));
        assert!(register.complained.contains("kon niet gelezen worden"), "{}", register.complained);
        assert_eq!(fs::read_to_string(&path).unwrap(), old(format), "what cannot be read stays");
    }
}
