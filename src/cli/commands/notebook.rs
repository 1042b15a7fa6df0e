//! The notebook without a screen: the list of its meetings, and the minutes of one.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::{Effect, FileProblem, Listed, Msg, OpenMeeting};
use crate::checklist::{Library, RouteDefinition, shipped};
use crate::cli::commands::papers::Paper;
use crate::cli::console::numbers::Numbers;
use crate::cli::trouble::Trouble;
use crate::export::{DocumentFormat, Minutes};
use crate::meeting::{
    Meeting, MeetingId, MeetingKind, MeetingSummary, Names, Review, Viewpoint, terms, typed,
};
use crate::shell::{self, Outside};
use crate::store::{self, Notebook, RealFiles};
use crate::text;
use crate::text::same::{folded, has_beginning, has_words, plain_name};
use crate::words::Language;

/// So many signs of one word name somebody: a surname, and no initial.
pub(in crate::cli) const SURNAME: usize = 3;

/// The list of meetings, newest first, and the files that cannot be read.
///
/// # Errors
///
/// What is wrong with the notebook.
pub(in crate::cli) fn meetings(
    outside: &Outside,
    today: NaiveDate,
    language: Language,
) -> Result<String, Trouble> {
    let listed = listed(outside, language)?;
    let times = MeetingSummary::times(&listed.meetings);
    let numbers = Numbers::of(listed.meetings.iter().map(|summary| summary.id));
    let mut lines: Vec<[String; 4]> = listed
        .meetings
        .iter()
        .filter(|summary| !summary.holds_nothing())
        .map(|summary| line(summary, numbers.short(&summary.id), times.get(&summary.id), today, language))
        .collect();
    align(&mut lines);
    let mut text: String =
        lines.iter().map(|columns| format!("{}\n", columns.join("  ").trim_end())).collect();
    if listed.meetings.is_empty() {
        text = format!("{}\n", language.cli_no_meetings());
    }
    for FileProblem { message, .. } in &listed.problems {
        text.push_str(&format!("\n{}\n", message.get(language)));
    }
    Ok(text)
}

pub(in crate::cli) fn listed(outside: &Outside, language: Language) -> Result<Listed, Trouble> {
    match outside.perform(&Effect::ListMeetings) {
        Some(Msg::Listed(listed)) => Ok(in_language(*listed, outside, language)),
        Some(Msg::NotebookFailed(why)) => Err(Trouble::new(why.get(language))),
        _ => Ok(Listed::default()),
    }
}

/// Sessions are called as their cases are in the language of the program, where a case is known.
fn in_language(mut listed: Listed, outside: &Outside, language: Language) -> Listed {
    let mut sessions = listed.meetings.iter_mut().filter(|summary| summary.session).peekable();
    if sessions.peek().is_none() {
        return listed;
    }
    if let Some(Msg::LibraryRead(library)) = outside.perform(&Effect::LookAtLibrary) {
        for summary in sessions {
            if let Some(title) = library.title_of_case(&summary.group, language) {
                summary.group = title.to_owned();
            }
        }
    }
    listed
}

fn line(
    summary: &MeetingSummary,
    number: String,
    time: Option<&String>,
    today: NaiveDate,
    language: Language,
) -> [String; 4] {
    let mut state = vec![summary.kind_in_words(language).to_owned()];
    state.push(match summary.closed {
        true => language.meeting_closed().to_owned(),
        false if summary.kind == MeetingKind::Between => language.between_count(summary.patients),
        false if summary.session => language.session_fictional().to_lowercase(),
        false => language.discussed_of(summary.finished, summary.patients),
    });
    if summary.session && summary.closed {
        state.push(language.session_fictional().to_lowercase());
    } else if summary.fictional && !summary.session {
        state.push(language.meeting_fictional().to_owned());
    }
    // Without a word it would read as the hour at which people met.
    let other_day = summary.touched.map(|at| at.date()).filter(|day| *day != summary.date);
    let other_day = other_day.map(|day| typed::short_day(day, today, language)).unwrap_or_default();
    state.extend(time.map(|time| language.last_recorded(&other_day, time)));
    [
        number,
        summary.met(language, |day| typed::short_day(day, today, language)),
        terms::group(language, &summary.group).to_owned(),
        state.join(", "),
    ]
}

/// Fills each column up to its widest text.
fn align(lines: &mut [[String; 4]]) {
    for column in 0..4 {
        let texts = || lines.iter().filter_map(|line| line.get(column));
        let widest = texts().map(|text| text::width(text)).max().unwrap_or(0);
        for line in lines.iter_mut() {
            if let Some(text) = line.get_mut(column) {
                text.push_str(&" ".repeat(widest - text::width(text)));
            }
        }
    }
}

/// The minutes of one meeting, or of one patient in it; `which` is an identifier, its beginning, or the word for the
/// newest, `whom` a label or the place on the agenda.
///
/// # Errors
///
/// When there is no such meeting or patient, there are several, or the meeting cannot be read.
pub(in crate::cli) fn minutes(
    outside: &Outside,
    which: &str,
    whom: Option<&str>,
    format: DocumentFormat,
    language: Language,
) -> Result<Paper, Trouble> {
    let listed = listed(outside, language)?;
    let id = find(&listed, which, language)?;
    let said = |why: &crate::checklist::Localized| Trouble::new(why.get(language));
    let notebook = outside.notebook().map_err(|why| said(&why))?;
    let meeting = notebook.read(id).map_err(|problem| Trouble::new(problem.message(language)))?;
    let meeting = up_to_date(&notebook, meeting);
    let pinned = shell::outside::pinned(&notebook, &meeting);
    let one =
        whom.map(|whom| find_patient(&meeting, whom, language).map(|review| review.patient)).transpose()?;
    let everybody = || meeting.reviews.iter().map(|review| review.patient).collect();
    let patients = one.map_or_else(everybody, |one| vec![one]);
    let open = OpenMeeting::new(meeting.clone(), pinned);
    let routes = routes(&notebook, &open.record);
    let earlier = open.record.session.as_ref().and_then(|_| outside.earlier_session(&open.record));
    let minutes = Minutes {
        routes: routes.iter().map(|known| &known.route).collect(),
        earlier: earlier.as_ref(),
        fictional: is_fictional(notebook.folder()),
        names: names(&notebook, &open.record),
        ..Minutes::new(&open.record, open.checklists(), language)
    };
    let review = one.and_then(|one| open.record.review(one));
    let document = match review {
        None => minutes.whole_document(),
        Some(review) => minutes.patient_document(review),
    };
    let name = minutes.name(review);
    Ok(Paper { meeting: Some(meeting.clone()), ..Paper::new(&document, format, patients, &name) })
}

/// The meeting as it would be on the screen: what came along when it was made and was not touched may have ended since.
fn up_to_date(notebook: &Notebook, meeting: Meeting) -> Meeting {
    let viewpoint = Viewpoint::of(&meeting, shell::now().date());
    let register = shell::register_of(notebook, &viewpoint, &mut |_| {});
    register.ok().and_then(|register| register.brought_up_to_date(&meeting)).unwrap_or(meeting)
}

/// How the patients of a meeting are told apart from each other and from everybody else in the notebook.
pub(in crate::cli) fn names(notebook: &Notebook, meeting: &Meeting) -> Names {
    let viewpoint = Viewpoint::whole(shell::now().date());
    let register = shell::register_of(notebook, &viewpoint, &mut |_| {});
    Names::of(register.ok().map(Arc::new).as_ref(), Some(meeting))
}

/// The routes that tell in which order a patient is discussed: those that the meeting pinned, and then the shipped ones.
pub(in crate::cli) fn routes(notebook: &Notebook, meeting: &Meeting) -> Vec<Arc<RouteDefinition>> {
    let mut routes = shell::outside::pinned_routes(notebook, meeting);
    routes.extend(Library::new(shipped()).routes().cloned());
    routes
}

/// Whether somebody said that only fictional patients come into the notebook in `folder`.
pub(in crate::cli) fn is_fictional(folder: &Path) -> bool {
    matches!(store::fictional(&RealFiles, folder), Ok(Some(_)))
}

/// The patient who was meant: by label, by its beginning, or by the place on the agenda.
fn find_patient<'m>(meeting: &'m Meeting, typed: &str, language: Language) -> Result<&'m Review, Trouble> {
    let (wanted, searched) = (folded(typed), plain_name(typed));
    let called = |review: &&Review| terms::is_called(language, &review.label, &review.born, typed);
    let exactly: Vec<&Review> = meeting.reviews.iter().map(|review| &**review).filter(called).collect();
    // Whoever is shown as the same is named beside the one who was meant.
    let looks_like = |review: &&Review| {
        let is_alike = |one: &&Review| {
            terms::look_alike(language, (&one.label, &one.born), (&review.label, &review.born))
        };
        called(review) || exactly.iter().any(is_alike)
    };
    let exactly: Vec<&Review> = meeting.reviews.iter().map(|review| &**review).filter(looks_like).collect();
    let begins = |review: &&Review| {
        !searched.is_empty() && plain_name(&terms::patient(language, review)).starts_with(&searched)
    };
    let beginning: Vec<&Review> = meeting.reviews.iter().map(|review| &**review).filter(begins).collect();
    let place = wanted.parse::<usize>().ok().and_then(|place| meeting.reviews.get(place.checked_sub(1)?));
    // With the place on the agenda, by which one of several can be named.
    let listed = |among: &[&Review]| {
        let known = meeting.reviews.iter().enumerate();
        let known = known.filter(|(_, review)| among.iter().any(|one| one.patient == review.patient));
        let known = known.map(|(at, review)| format!("{} {}", at + 1, terms::patient(language, review)));
        clean_long(&known.collect::<Vec<_>>().join("; "))
    };
    let all: Vec<&Review> = meeting.reviews.iter().map(|review| &**review).collect();
    // A whole word within a label names somebody where nobody else has it.
    let words = |review: &Review| plain_name(&terms::patient(language, review));
    let is_named = |review: &&&Review| has_words(&words(review), &searched);
    let named: Vec<&Review> = all.iter().filter(is_named).copied().collect();
    let surname = match named.as_slice() {
        [one] if searched.chars().count() >= SURNAME => Some(*one),
        _ => None,
    };
    // The beginning of one names nobody, but leaves few to choose from.
    let has_word = |review: &&&Review| has_beginning(&words(review), &searched);
    let with_word: Vec<&Review> = all.iter().filter(has_word).copied().collect();
    let near = if with_word.is_empty() { &all } else { &with_word };
    match (exactly.as_slice(), place, beginning.as_slice(), surname) {
        ([one], ..) | ([], None, [one], _) => Ok(*one),
        ([], Some(one), ..) => Ok(one),
        ([], None, [], Some(one)) => Ok(one),
        ([], None, [], None) => Err(Trouble::new(language.cli_no_such_patient(&clean(typed), &listed(near)))),
        ([], ..) => Err(Trouble::new(language.cli_many_patients(&clean(typed), &listed(&beginning)))),
        _ => Err(Trouble::new(language.cli_many_patients(&clean(typed), &listed(&exactly)))),
    }
}

/// The meeting that was meant, also one that cannot be read and so stands in no list: by its whole identifier.
pub(in crate::cli) fn find_any(
    listed: &Listed,
    which: &str,
    language: Language,
) -> Result<MeetingId, Trouble> {
    find(listed, which, language).or_else(|trouble| which.trim().parse().map_err(|_| trouble))
}

/// The meeting that was meant.
pub(super) fn find(listed: &Listed, which: &str, language: Language) -> Result<MeetingId, Trouble> {
    let meetings = &listed.meetings;
    if [Language::Dutch, Language::English].iter().any(|language| language.cli_last() == which) {
        let unread = unread(listed, language);
        if !unread.is_empty() {
            return Err(Trouble::new(language.cli_last_is_unsure(&unread)));
        }
        return MeetingSummary::latest(meetings.iter().filter(|summary| !summary.holds_nothing()))
            .map(|last| last.id)
            .ok_or(Trouble::new(language.cli_no_meetings()));
    }
    let typed = which.to_lowercase();
    let mut found = meetings.iter().map(|summary| summary.id).filter(|id| id.to_string().starts_with(&typed));
    match (found.next(), found.count()) {
        (Some(id), 0) if !typed.is_empty() => Ok(id),
        (Some(_), more) if !typed.is_empty() => {
            Err(Trouble::new(language.cli_many_meetings(&clean(which), more + 1)))
        }
        _ => {
            // One that is there and cannot be read is another matter than one that is not there.
            let meant = |(id, _): &(MeetingId, &str)| !typed.is_empty() && id.to_string().starts_with(&typed);
            let why = not_read(listed, language).find(meant).map(|(_, why)| why.to_owned());
            Err(Trouble::new(why.unwrap_or_else(|| language.cli_no_such_meeting(&clean(which)))))
        }
    }
}

/// More files than this are counted, and named by `pallium meetings`.
const MOST_TOLD: usize = 5;

/// What is said of the meetings that cannot be read, and so stand in no list: any of them may be the newest.
fn unread(listed: &Listed, language: Language) -> String {
    let all: Vec<&str> = not_read(listed, language).map(|(_, why)| why).collect();
    let (first, more) = all.split_at(all.len().min(MOST_TOLD));
    let more = Some(language.and_more(more.len())).filter(|_| !more.is_empty());
    first.iter().copied().chain(more.as_deref()).collect::<Vec<_>>().join("\n")
}

/// The meetings that cannot be read, each with why.
fn not_read(listed: &Listed, language: Language) -> impl Iterator<Item = (MeetingId, &str)> {
    listed.problems.iter().filter_map(move |problem| {
        let name = problem.file.rsplit(['/', '\\']).next().unwrap_or_default();
        let id: MeetingId = name.strip_suffix(".toml")?.parse().ok()?;
        let is_known = listed.meetings.iter().any(|known| known.id == id);
        (!is_known).then(|| (id, problem.message.get(language)))
    })
}

fn clean(typed: &str) -> String {
    text::truncate(&text::visible_line(typed), 60, "...").into_owned()
}

fn clean_long(text: &str) -> String {
    text::visible_line(text).into_owned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::app::Settings;
    use crate::meeting::Id;
    use crate::shell::{Choices, Preferences};
    use crate::store::generate::{self, Size as Amount};

    fn outside(folder: &Path) -> Outside {
        let preferences = Preferences::new(Settings::default(), Choices::default());
        Outside::new(Some(folder.to_owned()), None, preferences)
    }

    fn summaries(bits: &[u128]) -> Vec<MeetingSummary> {
        let meeting = |bits: &u128| {
            Meeting::new(MeetingId(Id::from_bits(*bits)), MeetingKind::Patz, NaiveDate::default())
        };
        bits.iter().map(|bits| MeetingSummary::of(&meeting(bits))).collect()
    }

    #[test]
    fn a_meeting_by_its_beginning_or_as_the_last() {
        let known = summaries(&[0xab << 120, 0xac << 120, 0x1]);
        let mut listed = Listed { meetings: known.clone(), ..Listed::default() };
        let found = |which: &str| find(&listed, which, Language::Dutch);
        assert_eq!(found("ab").unwrap(), known[0].id);
        assert_eq!(found("AB").unwrap(), known[0].id);
        assert_eq!(found(&known[2].id.to_string()).unwrap(), known[2].id);
        assert_eq!(found("laatste").unwrap(), known[0].id);
        assert_eq!(found("last").unwrap(), known[0].id);
        // What was recorded between meetings and taken back again is the last of nothing.
        let mut emptied = known[0].clone();
        (emptied.id, emptied.kind, emptied.patients) =
            (MeetingId(Id::from_bits(9)), crate::meeting::MeetingKind::Between, 0);
        emptied.date += chrono::TimeDelta::days(1);
        let with_it = [known.clone(), vec![emptied]].concat();
        let with_it = Listed { meetings: with_it, ..Listed::default() };
        assert_eq!(find(&with_it, "laatste", Language::Dutch).unwrap(), known[0].id);
        assert!(found("a").unwrap_err().message.contains("2 bijeenkomsten"));
        assert!(found("").unwrap_err().message.contains("geen bijeenkomst"));
        assert!(found("zz\u{1b}").unwrap_err().message.contains("zz␛"));
        assert!(find(&Listed::default(), "laatste", Language::Dutch).is_err());
        // One that cannot be read may be the newest: no older one is taken for it, and it is named.
        let other = MeetingId(Id::from_bits(7));
        let problem = |file: String| FileProblem {
            message: crate::checklist::Localized { nl: format!("{file} is niet te lezen."), en: None },
            file,
            way_out: None,
        };
        listed.problems = vec![problem(format!("/n/meetings/{other}.toml"))];
        let told = find(&listed, "laatste", Language::Dutch).unwrap_err().message;
        assert!(told.contains(&other.to_string()) && told.contains("niet te lezen"), "{told}");
        assert_eq!(find(&listed, "ab", Language::Dutch).unwrap(), known[0].id);
        let told = find(&listed, &other.to_string(), Language::Dutch).unwrap_err().message;
        assert!(told.contains("niet te lezen") && !told.contains("geen bijeenkomst"), "{told}");
        // Of what is listed all the same, and of what is no meeting, nothing is unsure.
        listed.problems = vec![
            problem(format!("/n/meetings/{}.toml", known[1].id)),
            problem("/n/meetings/kopie.toml".to_owned()),
        ];
        assert_eq!(find(&listed, "laatste", Language::Dutch).unwrap(), known[0].id);
    }

    /// "Last" is what was worked on last, whichever of the two is a session with a case and whether the other is still open.
    #[test]
    fn the_last_of_a_day_is_a_meeting_or_a_session_by_when_it_was_worked_on() {
        use crate::checklist::Name;
        use crate::meeting::Session;
        for (minutes, session_is_last) in [(5, true), (-5, false)] {
            let folder = tempfile::tempdir().unwrap();
            let outside = outside(folder.path());
            let notebook = outside.notebook().unwrap();
            let now = shell::now();
            // An open meeting about patients in which nothing has a time: it counts from when it was saved.
            let patients = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, now.date());
            let mut practised = Meeting::new(MeetingId(Id::from_bits(2)), MeetingKind::Education, now.date());
            let mut session = Session::new(Name::new("casus"), "1".to_owned(), String::new(), true);
            session.touched = Some(now + chrono::TimeDelta::minutes(minutes));
            practised.session = Some(Box::new(session));
            for meeting in [&patients, &practised] {
                notebook.save(meeting, &[]).unwrap();
            }
            let listed = listed(&outside, Language::Dutch).unwrap();
            let last = find(&listed, "laatste", Language::Dutch).unwrap();
            assert_eq!(last == practised.id, session_is_last);
        }
    }

    #[test]
    fn of_patients_who_look_alike_only_those_are_told() {
        let mut known = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, NaiveDate::default());
        for (bits, label) in [(1, "Fictief Noord"), (2, "Fictief Z."), (3, "Fictief\u{a0}noord")] {
            let mut review = Review::new(crate::meeting::PatientId(Id::from_bits(bits)));
            review.label = label.to_owned();
            known.reviews.push(review.into());
        }
        let told = find_patient(&known, "fictief noord", Language::Dutch).unwrap_err().message;
        assert!(told.contains("1 Fictief Noord; 3 Fictief") && !told.contains("2 Fictief"), "{told}");
        assert!(find_patient(&known, "Fictief Z", Language::Dutch).is_ok());
        for (typed, told, untold) in [
            ("noord", "1 Fictief Noord; 3 Fictief", "2 Fictief"),
            ("Noo", "1 Fictief Noord; 3 Fictief", "2 Fictief"),
            ("z", "2 Fictief Z.", "1 Fictief"),
            ("zuid", "1 Fictief Noord; 2 Fictief Z.; 3 Fictief", "4"),
        ] {
            let words = find_patient(&known, typed, Language::Dutch).unwrap_err().message;
            assert!(words.contains(told) && !words.contains(untold), "{typed}: {words}");
        }
        // Points and spaces of initials make no difference, and neither does the first name where nobody else has the last.
        for (typed, bits) in [("fictief z", 2), ("FICTIEF  Z .", 2)] {
            let found = find_patient(&known, typed, Language::Dutch).map(|review| review.patient);
            assert_eq!(found, Ok(crate::meeting::PatientId(Id::from_bits(bits))), "{typed}");
        }
        for (bits, label) in [(4, "J.P. de Wit"), (5, "M. Vos")] {
            let mut review = Review::new(crate::meeting::PatientId(Id::from_bits(bits)));
            review.label = label.to_owned();
            known.reviews.push(review.into());
        }
        for (typed, bits) in
            [("m vos", 5), ("m.vos", 5), ("vos", 5), ("jp de wit", 4), ("wit", 4), ("de wit", 4)]
        {
            let found = find_patient(&known, typed, Language::Dutch).map(|review| review.patient);
            assert_eq!(found, Ok(crate::meeting::PatientId(Id::from_bits(bits))), "{typed}");
        }
        assert!(
            find_patient(&known, "vo", Language::Dutch).is_err(),
            "the beginning of a surname is too little"
        );
    }

    #[test]
    fn of_patients_who_are_shown_as_the_same_none_is_taken_in_silence() {
        let mut known = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, NaiveDate::default());
        for (bits, label, born) in
            [(1, "Fictief A.", "1938"), (2, "Fictief A. (1938)", ""), (3, "Fictief B.", "1950")]
        {
            let mut review = Review::new(crate::meeting::PatientId(Id::from_bits(bits)));
            (review.label, review.born) = (label.to_owned(), born.to_owned());
            known.reviews.push(review.into());
        }
        for typed in ["Fictief A. (1938)", "fictief a.", "Fictief\u{a0}A. (1938)"] {
            let told = find_patient(&known, typed, Language::Dutch).unwrap_err().message;
            assert!(told.contains("1 Fictief A. (1938); 2 Fictief A. (1938)"), "{typed}: {told}");
        }
        for (typed, bits) in [("Fictief B. (1950)", 3), ("Fictief B.", 3), ("1", 1), ("2", 2)] {
            let found = find_patient(&known, typed, Language::Dutch).map(|review| review.patient);
            assert_eq!(found, Ok(crate::meeting::PatientId(Id::from_bits(bits))), "{typed}");
        }
    }

    #[test]
    fn an_empty_notebook_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let text = meetings(&outside(folder.path()), NaiveDate::default(), Language::English).unwrap();
        assert_eq!(text, "There are no meetings yet.\n");
    }

    #[test]
    fn meetings_are_listed_and_shown_with_what_was_noted() {
        let folder = tempfile::tempdir().unwrap();
        let notebook = generate::notebook(folder.path(), 2, Amount::Small).unwrap();
        let outside = outside(folder.path());
        let list = meetings(&outside, NaiveDate::default(), Language::Dutch).unwrap();
        assert_eq!(list.lines().count(), 2, "{list}");
        let newest = generate::meeting(0, Amount::Small);
        assert!(list.starts_with(&newest.id.to_string().chars().take(8).collect::<String>()), "{list}");
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let of = |whom| {
            minutes(&outside, "laatste", whom, DocumentFormat::Text, Language::Dutch)
                .map(|paper| paper.leaf.text)
        };
        let whole = words(&of(None).unwrap());
        for review in &newest.reviews {
            assert!(whole.contains(&words(&review.own_words)) && whole.contains(&words(&review.question)));
            assert!(review.agreements.iter().all(|known| whole.contains(&words(&known.what))), "{whole}");
        }
        let second = words(&of(Some("2")).unwrap());
        assert!(second.starts_with(&newest.reviews[1].label), "{second}");
        assert!(!second.contains(&newest.reviews[0].own_words), "{second}");
        assert_eq!(of(Some(&newest.reviews[1].label)), of(Some("2")));
        let nobody = of(Some("zz\u{1b}")).unwrap_err().message;
        assert!(nobody.contains("zz␛") && nobody.contains(&newest.reviews[0].label), "{nobody}");
        // Looking takes nothing: another program can still hold the meeting.
        assert!(notebook.lock(newest.id).is_ok());
    }
}
