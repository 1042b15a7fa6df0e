//! Pictures of the screens of the demonstration, for README and handbook: the same ones every day.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveTime;

use crate::app::{self, Listed, Model, Msg, Opened, Pictured, Screen, Settings, Size, StepPage};
use crate::checklist::{Library, Name, shipped};
use crate::cli::trouble::{Trouble, reason_at, shown};
use crate::meeting::{
    Meeting, MeetingDigest, MeetingSummary, Occurrences, PatientId, Register, Viewpoint, one_by_one,
};
use crate::store::demo::{Fictional, WRITTEN_ON, fictional};
use crate::store::{RealFiles, put_whole};
use crate::view::{self, Theme};

const NORMAL: Size = Size::new(80, 24);
const BEAMER: Size = Size::new(60, 18);
const WIDE: Size = Size::new(120, 30);

/// A screen, by the name of its picture.
#[derive(Clone, Copy)]
enum Shown {
    Start,
    Agenda,
    Patient,
    Question,
    Judgement,
    Overview,
    Register,
    Course,
}

/// The pictures that README and handbook show.
const PICTURES: [(&str, Shown, Size); 11] = [
    ("start", Shown::Start, NORMAL),
    ("agenda", Shown::Agenda, NORMAL),
    ("patient", Shown::Patient, NORMAL),
    ("patient-60x18", Shown::Patient, BEAMER),
    ("question", Shown::Question, NORMAL),
    ("question-60x18", Shown::Question, BEAMER),
    ("judgement", Shown::Judgement, NORMAL),
    ("overview", Shown::Overview, NORMAL),
    ("agenda-120x30", Shown::Agenda, WIDE),
    ("register-120x30", Shown::Register, WIDE),
    ("course", Shown::Course, Size { width: 80, height: 44 }),
];

/// Draws the pictures and puts them in `folder`, each as a whole, over those of an earlier time.
///
/// # Errors
///
/// What went wrong with the disk.
pub(in crate::cli) fn write(folder: &Path, settings: Settings) -> Result<(), Trouble> {
    let language = settings.language;
    let not_made = |path: &Path, error: &std::io::Error| {
        Trouble::new(language.cli_not_made(&shown(path), &reason_at(path, error, language)))
    };
    for (name, picture) in pictures(settings)? {
        put_whole(&RealFiles, folder, &name, picture.as_bytes())
            .map_err(|(path, error)| not_made(&path, &error))?;
    }
    Ok(())
}

/// Every picture by the name of its file.
fn pictures(settings: Settings) -> Result<Vec<(String, String)>, Trouble> {
    let meetings =
        fictional(WRITTEN_ON).map_err(|problem| Trouble::new(problem.message(settings.language)))?;
    let drawn = PICTURES.iter().map(|(name, shown, size)| {
        let model = model(&meetings, settings, *shown, *size);
        let picture = view::svg(&model.layout(), &Theme::named(settings.theme));
        (format!("{name}.svg"), picture)
    });
    Ok(drawn.collect())
}

/// The program on this screen, three minutes past two on the day around which the records are written.
fn model(meetings: &[Fictional], settings: Settings, shown: Shown, size: Size) -> Pictured {
    let now = WRITTEN_ON.and_time(NaiveTime::from_hms_opt(14, 3, 0).unwrap_or_default());
    let mut model: Pictured = Model::new(settings, size, now, "~/Pallium".to_owned()).into();
    let mut tell = |msg| {
        // Nothing is saved or asked for: there is no notebook behind this.
        app::update(&mut model, now, msg);
    };
    tell(Msg::LibraryRead(Arc::new(Library::new(shipped()))));
    let newest_first = meetings.iter().rev().map(|one| MeetingSummary::of(&one.meeting));
    tell(Msg::Listed(Box::new(Listed { meetings: newest_first.collect(), ..Listed::default() })));
    let Some(today) = meetings.last() else { return model };
    let screen = screen(&today.meeting, shown);
    let all: Vec<Meeting> = meetings.iter().map(|one| one.meeting.clone()).collect();
    if !matches!(screen, Screen::Start | Screen::Register | Screen::Course(_)) {
        let Fictional { meeting, definitions } = today.clone();
        let viewpoint = Viewpoint::of(&meeting, now.date());
        tell(Msg::Opened(Box::new(Opened::new(meeting, definitions))));
        tell(Msg::Register(Register::of(&viewpoint, &all).into()));
    } else {
        tell(Msg::Register(Register::of(&Viewpoint::whole(now.date()), &all).into()));
    }
    model.path.go(&screen);
    app::update(&mut model, now, Msg::Resized(size));
    if let Screen::Course(patient) = screen {
        let mut occurrences = Occurrences::default();
        all.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
        let read = one_by_one(|id| all.iter().find(|meeting| meeting.id == id).cloned());
        let course = occurrences.course(patient, read);
        model.asked.course = Some(patient);
        app::update(&mut model, now, Msg::Course(Box::new(course)));
    }
    if matches!(shown, Shown::Patient) {
        // From the top, as who reads about the program would.
        app::update(&mut model, now, Msg::First);
    }
    model
}

fn screen(meeting: &Meeting, shown: Shown) -> Screen {
    let patient = |label: &str| -> PatientId {
        let found = meeting.reviews.iter().find(|review| review.label == label);
        found.map_or(PatientId(crate::meeting::Id::from_bits(0)), |review| review.patient)
    };
    let marking =
        |page| Screen::Step { patient: patient("Fictief A."), checklist: Name::new("markering"), page };
    match shown {
        Shown::Start => Screen::Start,
        Shown::Agenda => Screen::Meeting,
        Shown::Patient => Screen::Patient(patient("Fictief A.")),
        Shown::Question => marking(StepPage::Group(Name::new("surprise"))),
        Shown::Judgement => marking(StepPage::Judgement),
        Shown::Overview => Screen::Overview(patient("Fictief B.")),
        Shown::Register => Screen::Register,
        Shown::Course => Screen::Course(patient("Fictief A.")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::words::Language;

    fn repository() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    #[test]
    fn the_pictures_in_the_repository_are_those_of_this_version() {
        let folder = repository().join("docs/screens");
        let kept: BTreeMap<String, String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "svg"))
            .map(|path| {
                let text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
                (path.file_name().unwrap().to_str().unwrap().to_owned(), text)
            })
            .collect();
        let drawn: BTreeMap<String, String> = pictures(Settings::default()).unwrap().into_iter().collect();
        assert!(kept.keys().eq(drawn.keys()), "docs/screens holds {:?}", kept.keys());
        let changed: Vec<&String> = drawn.keys().filter(|name| kept[*name] != drawn[*name]).collect();
        let advice = "look at them after `cargo run --locked -- screenshots docs/screens --lang nl`";
        assert!(changed.is_empty(), "{changed:?} changed; {advice}");
    }

    #[test]
    fn the_handbook_shows_every_picture_and_the_readme_one() {
        let read = |name: &str| std::fs::read_to_string(repository().join(name)).unwrap();
        let handbook = read("docs/handboek.md");
        for (name, ..) in PICTURES {
            assert!(handbook.contains(&format!("](screens/{name}.svg)")), "{name}");
        }
        assert_eq!(read("README.md").matches("](docs/screens/").count(), 1);
    }

    #[test]
    fn pictures_are_of_the_screens_that_they_name() {
        for (name, _, size) in PICTURES {
            let meetings = fictional(WRITTEN_ON).unwrap();
            let shown = PICTURES.iter().find(|one| one.0 == name).unwrap().1;
            let model = model(&meetings, Settings::default(), shown, size);
            let text = view::text(&model.layout());
            let found = match shown {
                Shown::Start => "Verder met PaTz Voorbeeld",
                Shown::Agenda => "Fictief E.",
                Shown::Patient => "Hoe lang kan dit thuis nog?",
                Shown::Question => "verbazen",
                Shown::Judgement => "oordeel van het team",
                Shown::Overview | Shown::Register => "Fictief B.",
                Shown::Course => "In de tijd",
            };
            assert!(text.contains(found), "{name}\n{text}");
        }
    }

    #[test]
    fn pictures_go_into_a_new_folder() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("nieuw");
        write(&inside, Settings { language: Language::English, ..Settings::default() }).unwrap();
        assert_eq!(std::fs::read_dir(&inside).unwrap().count(), PICTURES.len());
        assert!(write(&inside.join("start.svg"), Settings::default()).is_err());
    }
}
