//! A session with a fictional case in the real program: to its end, through a crash, beside another one, and in secret.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs;
use std::path::{Path, PathBuf};

use pallium::meeting::{Meeting, Session};

use crate::support::lines::Lines;
use crate::support::pallium::{notebook, only_meeting, pallium};
use crate::support::person::Person;
use crate::support::session::{CASE, MANY, NL, all_scenes, begun, play, printed, shows};
use crate::support::terminal::{Signal, Terminal};

const PAPER: &str = "Verzonnen casus. Hoort in geen dossier.";

/// Closes the session, which asks first.
fn close(person: &Person) {
    person.to(NL.session_end()).press("<Enter>").to(NL.session_end());
    person.press("<Enter>").terminal.wait_for(NL.session_closed());
}

fn session(meeting: &Meeting) -> &Session {
    meeting.session.as_ref().unwrap()
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_case_is_played_to_its_end_and_its_report() {
    for (rows, cols) in [(24, 80), (18, 60)] {
        let options = pallium().size(rows, cols);
        let person = begun(&options, "Beginnen; onderweg");
        person.to(NL.session_first_scene()).press("<Enter>");
        play(&person, all_scenes);
        person.write(NL.export_learning_needs(), "praten over sterven");
        person.open(NL.ending_minutes(), PAPER);
        // A key that comes too soon behind Esc would be one key with it.
        person.press("<Esc>").terminal.wait_for(NL.ending_minutes());
        close(&person);
        person.quit(NL);
        let meeting = only_meeting(&options.notebook());
        assert!(meeting.reviews.is_empty() && meeting.details.closed.is_some(), "{meeting:?}");
        assert!(session(&meeting).scenes.values().all(|played| played.ended && played.second.shown));
        let report = printed(&options, &["minutes", "laatste"]);
        assert!(report.trim_start().starts_with(PAPER) && report.trim_end().ends_with(PAPER), "{report}");
        for said in ["artsen: 3", "verpleegkundigen: 5", "omdat wij haar kennen", "praten over sterven"] {
            assert!(report.contains(said), "{said}\n{report}");
        }
        // Nothing of it is about anybody.
        assert!(!printed(&options, &["register"]).contains("A."));
        assert!(!printed(&options, &["mirror"]).contains(CASE));
        assert!(!printed(&options, &["find", "kennen"]).contains("kennen,"));
        let kept = printed(&options, &["retention", "--older-than", "1m", "--yes"]);
        assert!(only_meeting(&options.notebook()) == meeting, "{kept}");
    }
}

#[test]
fn a_case_is_played_by_lines_through_a_pipe() {
    let options = pallium();
    crate::support::pallium::for_fictional_patients(&options.notebook());
    let mut lines = Lines::start(&options);
    for row in [NL.session_practise(), CASE, "Beginnen; onderweg"] {
        lines.open(row);
    }
    // Physicians and nurses.
    lines.say("1 3");
    lines.say("2 5");
    lines.open(NL.session_first_scene());
    let mut ended = 0;
    for _ in 0..MANY {
        let page = lines.say("herhaal");
        let has = |text: &str| page.iter().any(|line| line.contains(text));
        if has(NL.session_overview(true)) {
            break;
        }
        assert!(has("Verzonnen casus"), "{page:#?}");
        if has(NL.session_scene_done()) {
            lines.open(NL.session_scene_done());
            ended += 1;
            continue;
        }
        if has(NL.session_count_hands()) {
            lines.say("1 8");
        } else if has(NL.session_show()) {
            let shown = lines.open(NL.session_show());
            assert!(shown.iter().any(|line| line.ends_with(": 8")), "{shown:#?}");
        } else if has(". Reden") {
            let reason = Lines::number(&page, "Reden").unwrap();
            lines.say(&format!("{reason} omdat wij haar kennen"));
        }
        lines.say("verder");
    }
    assert_eq!(ended, 3);
    lines.open(NL.session_end());
    lines.open(NL.session_end());
    lines.end();
    let report = printed(&options, &["minutes", "laatste"]);
    assert_eq!(report.matches("omdat wij haar kennen").count(), 3, "{report}");
    assert!(report.contains("Tweede ronde: ") && report.contains("verpleegkundigen: 5"), "{report}");
}

#[test]
fn a_crash_in_the_middle_of_a_scene_loses_nothing() {
    let options = pallium();
    let person = begun(&options, "Beginnen; onderweg");
    person.to(NL.session_first_scene()).press("<Enter>");
    play(&person, |person| shows(person, "2. ") && shows(person, NL.session_count_hands()));
    person.type_text("4").press("<Tab>");
    // On to the second round, where nothing is filled in.
    play(&person, |person| shows(person, NL.session_vote_again()));
    person.terminal.wait_for(&format!("{} ", NL.saved()));
    person.terminal.signal(Signal::Kill);
    assert_eq!(person.terminal.wait_exit().signal(), Some("Killed"));
    let before = only_meeting(&options.notebook());
    assert_eq!(session(&before).scenes.values().filter(|played| played.ended).count(), 1);

    let person = Person::start(&options, NL, "Verder met Mevrouw A.");
    person.open("Verder met Mevrouw A.", "Enter opent een scène");
    // The focus is where the group stopped.
    assert!(person.row().unwrap().starts_with("2. "), "{:?}", person.row());
    person.press("<Enter>").terminal.wait_for(NL.session_vote_again());
    play(&person, all_scenes);
    person.quit(NL);
    let after = only_meeting(&options.notebook());
    assert!(session(&after).scenes.values().all(|played| played.ended));
}

#[test]
fn two_sessions_at_once_do_not_touch_each_other() {
    let options = pallium();
    let one = begun(&options, "Beginnen; onderweg");
    one.press("<Down>").terminal.wait_for(&format!("{} ", NL.saved()));
    // A second program begins a session of its own, and only looks at the first one.
    let other = begun(&options, "Beginnen; onderweg");
    other.press("<Down>").terminal.wait_for(&format!("{} ", NL.saved()));
    one.to(NL.session_first_scene()).press("<Enter>");
    play(&one, |person| shows(person, NL.session_count_hands()));
    one.type_text("7").press("<Down>").terminal.wait_for(&format!("{} ", NL.saved()));
    other.to(NL.session_first_scene()).press("<Enter>");
    play(&other, |person| shows(person, NL.session_count_hands()));
    other.type_text("2").press("<Down>").terminal.wait_for(&format!("{} ", NL.saved()));
    other.press("<Tab>").to(NL.session_show()).press("<Enter>");
    // What goes on next door is not the time before.
    assert!(!shows(&other, "Vorige keer"), "{}", other.terminal.screen());
    one.quit(NL);
    other.quit(NL);
    let notebook = notebook(&options.notebook());
    let listing = notebook.list().unwrap();
    assert_eq!((listing.summaries.len(), listing.problems.len()), (2, 0));
    let counts = listing.summaries.iter().map(|summary| {
        let meeting = notebook.read(summary.id).unwrap();
        session(&meeting).scenes.values().flat_map(|played| played.first.counts.values().cloned()).collect()
    });
    let mut counts: Vec<Vec<String>> = counts.collect();
    counts.sort();
    assert_eq!(counts, [["2"], ["7"]]);
}

#[test]
fn the_session_before_stands_beside_the_next_one() {
    let options = pallium();
    let person = begun(&options, "Beginnen; onderweg");
    person.to(NL.session_first_scene()).press("<Enter>");
    play(&person, |person| shows(person, NL.session_count_hands()));
    person.type_text("3").press("<Tab>").press("<Esc>");
    close(&person);
    person.quit(NL);
    let person = begun(&options, "Beginnen; onderweg");
    person.to(NL.session_first_scene()).press("<Enter>");
    play(&person, |person| shows(person, NL.session_count_hands()));
    person.type_text("5").press("<Tab>");
    assert!(!shows(&person, "Vorige keer"), "{}", person.terminal.screen());
    person.to(NL.session_show()).press("<Enter>").terminal.wait_for("Vorige keer");
    person.quit(NL);
    // Of one day, the one that is not closed is the second.
    let summaries = notebook(&options.notebook()).list().unwrap().summaries;
    let second = summaries.iter().find(|summary| !summary.closed).unwrap().id.to_string();
    assert!(printed(&options, &["minutes", &second]).contains("Vorige keer"));
}

#[test]
fn nothing_of_a_secret_vote_is_anywhere_before_the_trainer_shows_it() {
    let options = pallium();
    let recording = options.home().join("opname");
    let options = options.arg("--record").arg(&recording);
    let person = begun(&options, "Beginnen; onderweg");
    person.to(NL.session_first_scene()).press("<Enter>");
    play(&person, |person| shows(person, NL.session_count_hands()));
    person.to(NL.session_mask()).press("<Enter>").terminal.wait_for("Geef het toetsenbord door");
    let before = person.terminal.screen();
    // Three people choose the second option.
    for vote in 1..=3 {
        person.type_text("2").terminal.wait_for(NL.session_chosen());
        person.press("<Enter>").terminal.wait_for(&format!("{vote} stem"));
    }
    person.terminal.wait_for(&format!("{} ", NL.saved()));
    let without = |screen: &str| -> Vec<String> {
        let of_options = |line: &&str| line.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
        screen
            .lines()
            .skip(1)
            .filter(of_options)
            .filter(|line| !line.contains("stem"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(without(&before).len(), 3, "{before}");
    assert_eq!(without(&person.terminal.screen()), without(&before));
    let told = |files: &[PathBuf]| {
        let holds = |path: &&PathBuf| {
            let content = text_in(path);
            content.contains("surprise-question/") || path.to_string_lossy().contains("surprise")
        };
        files.iter().filter(holds).cloned().collect::<Vec<_>>()
    };
    let written = files(options.home());
    assert!(written.contains(&recording), "{written:?}");
    assert_eq!(told(&written), Vec::<PathBuf>::new());
    // The trainer asks: now it is told, and kept.
    person.press("<Tab>");
    assert!(!shows(&person, "█"), "{}", person.terminal.screen());
    person
        .to(NL.session_show())
        .press("<Enter>")
        .terminal
        .wait_for("█")
        .wait_for(&format!("{} ", NL.saved()));
    person.quit(NL);
    let meeting = only_meeting(&options.notebook());
    let counts: Vec<_> = session(&meeting).scenes.values().flat_map(|played| &played.first.counts).collect();
    assert_eq!(counts.len(), 1, "{counts:?}");
    assert_eq!(counts[0].1, "3");
    let told = fs::read_to_string(&recording).unwrap();
    assert!(!told.contains("surprise-question/ja") && !told.contains("surprise-question/nee"), "{told}");
}

/// Somebody who types lines at a terminal.
struct Typist {
    terminal: Terminal,
    fences: usize,
}

impl Typist {
    /// Types a line; gives what came on the screen until it was answered.
    fn say(&mut self, line: &str) -> String {
        self.fences += 1;
        let fence = (9000 + self.fences).to_string();
        let before = self.terminal.raw_output().len();
        // Where votes come in, a number that is none is said to nobody; where none does anything, the page says so already.
        self.terminal.send(format!("{line}\r{fence}\r").as_bytes()).wait_output(before, |came| {
            came.contains(&NL.linear_no_row(&fence))
                || came.contains(NL.linear_no_such_vote())
                || came.matches(NL.session_by_words()).count() > 1
        });
        String::from_utf8_lossy(&self.terminal.raw_output()[before..]).replace(&fence, "")
    }

    /// The number of a row.
    fn number(&mut self, name: &str) -> String {
        let page: Vec<String> = self.say("herhaal").lines().map(|line| line.trim_end().to_owned()).collect();
        Lines::number(&page, name).unwrap_or_else(|| panic!("no row {name}: {page:#?}"))
    }

    fn open(&mut self, name: &str) -> String {
        let number = self.number(name);
        self.say(&number)
    }
}

/// At a terminal that somebody reads line by line: what is typed is not shown, and no vote tells more than another.
#[test]
fn in_lines_a_secret_vote_is_seen_nowhere_and_the_echo_comes_back() {
    for ends in [false, true] {
        let options = pallium().size(60, 120).env("PALLIUM_LANG", "nl").arg("--plain").behind_shell();
        crate::support::pallium::for_fictional_patients(&options.notebook());
        let mut typist = Typist { terminal: Terminal::start(&options), fences: 0 };
        typist.terminal.wait_for(NL.session_practise());
        for row in [NL.session_practise(), CASE, "Beginnen; onderweg"] {
            typist.open(row);
        }
        typist.say("1 3");
        typist.say("2 5");
        typist.open(NL.session_first_scene());
        assert!(typist.say("verder").contains("verder"), "what is typed is shown");
        let mask = typist.number(NL.session_mask());
        typist.terminal.send(format!("{mask}\r").as_bytes()).wait_for("typ het nummer van een keuze");
        let options_of = ["Nee, het zou mij niet", "Ja, het zou mij"].map(|option| typist.number(option));
        let heard = |said: String| {
            // That it was saved is said in between, whenever that is.
            let of_vote = |line: &&str| !line.is_empty() && !line.contains(NL.saved());
            let lines = said.lines().filter(of_vote).map(str::to_owned);
            lines.collect::<Vec<_>>().join("\n")
        };
        let votes = [0, 1, 0].map(|vote: usize| heard(typist.say(&options_of[vote])));
        for (vote, number) in votes.iter().zip(1..) {
            let counted = if number == 1 { "1 stem".to_owned() } else { format!("{number} stemmen") };
            let others = vote.replacen(&counted, "1 stem", 1);
            assert_eq!(others, votes[0], "no vote tells more than another");
            assert!(vote.starts_with(&format!("{counted}, 8 mensen")), "{vote}");
        }
        let written = files(options.home());
        let told = |path: &PathBuf| text_in(path).contains("surprise-question/");
        assert!(!written.iter().any(told), "nothing of a vote is on the disk");
        if ends {
            // Whoever ends the program in the middle gets a terminal that shows what is typed.
            typist.terminal.signal(Signal::Interrupt);
            typist.terminal.wait_exit();
            typist.terminal.assert_restored();
            continue;
        }
        typist.say("verder");
        let shown = typist.say("toon");
        assert!(
            shown.contains("niet verbazen: 2") && shown.contains("Ja, het zou mij verbazen: 1"),
            "{shown}"
        );
        assert!(typist.say("verder").contains("verder"), "what is typed is shown again");
        typist.terminal.send(b"afsluiten\r");
        assert!(typist.terminal.wait_exit().success());
        typist.terminal.assert_restored();
        let meeting = only_meeting(&options.notebook());
        let counts: Vec<_> =
            session(&meeting).scenes.values().flat_map(|played| &played.first.counts).collect();
        assert_eq!(counts.iter().map(|(_, count)| count.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    }
}

#[test]
fn a_case_that_breaks_or_goes_changes_nothing_of_a_session() {
    let options = pallium();
    let folder = options.notebook().join("checklists").join("casussen");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("eigen-casus.toml");
    let shipped = include_str!("../../checklists/casussen/mevrouw-a.toml");
    let own = shipped.replace("id = \"mevrouw-a\"", "id = \"eigen-casus\"").replace(CASE, "Eigen casus");
    fs::write(&file, &own).unwrap();
    let person = Person::start(&options, NL, NL.session_practise());
    person
        .open(NL.session_practise(), "Kies een casus")
        .open("Eigen casus", "Beginnen")
        .open("Beginnen; onderweg", "Aantallen zijn genoeg");
    person.to(NL.session_first_scene()).press("<Enter>");
    let story = person.terminal.screen();
    let page = |screen: &str| screen.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    for change in [Some("format = 1\nkapot"), None] {
        match change {
            Some(text) => fs::write(&file, text).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        // Coming back to the window looks at the files.
        person.terminal.send(b"\x1b[I").wait_settled_with(NL.session_next());
        assert_eq!(page(&person.terminal.screen()), page(&story));
    }
    play(&person, |person| shows(person, "2. "));
    person.quit(NL);
    // Days later, without its file.
    let person = Person::start(&options, NL, NL.start_quit());
    person.open(&NL.start_continue("Eigen casus"), "Enter opent een scène");
    play_from_here(&person);
    person.quit(NL);
    assert!(session(&only_meeting(&options.notebook())).scenes.values().all(|played| played.ended));
}

fn play_from_here(person: &Person) {
    person.press("<Enter>");
    play(person, all_scenes);
}

#[test]
fn a_trainer_who_stops_halfway_keeps_what_was_to_be_kept() {
    for (begin, is_kept) in [("Beginnen; onderweg", true), ("Beginnen zonder op te slaan", false)] {
        let options = pallium();
        let person = begun(&options, begin);
        person.to(NL.session_first_scene()).press("<Enter>");
        play(&person, |person| shows(person, NL.session_count_hands()));
        person.type_text("6");
        if is_kept {
            person.quit(NL);
        } else {
            // Once is not enough where everything would be gone.
            person.terminal.send(b"\x11").wait_for("nog een keer").send(b"\x11");
            assert!(person.terminal.wait_exit().success());
        }
        let listing = notebook(&options.notebook()).list().unwrap();
        assert_eq!(listing.summaries.len(), usize::from(is_kept), "{begin}");
        let whole: String = files(&options.notebook()).iter().map(|path| text_in(path)).collect();
        assert_eq!(whole.contains("mevrouw-a"), is_kept);
    }
}

/// What stands in a file; nothing where it was just put in the place of another.
fn text_in(path: &Path) -> String {
    fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
}

/// What a session leaves on the disk, names too, goes with it: from the screen, and by a command.
#[test]
fn a_saved_session_is_deleted_with_all_that_was_kept_of_it() {
    for by_command in [false, true] {
        let options = pallium();
        let person = begun(&options, "Beginnen; onderweg");
        person.write(NL.session_names(), "Wilhelmina Zonderland").press("<Esc>");
        close(&person);
        let holds = || {
            let of = |path: &PathBuf| text_in(path).contains("Zonderland");
            files(options.home()).into_iter().filter(of).count()
        };
        assert!(holds() > 0);
        if by_command {
            person.quit(NL);
            let list = printed(&options, &["meetings"]);
            let id = list.split_whitespace().next().unwrap();
            let told = printed(&options, &["forget", "--session", id, "--yes"]);
            for said in [CASE, id, "Reservekopie"] {
                assert!(told.contains(said), "{said}\n{told}");
            }
        } else {
            person
                .open(NL.session_practise(), "Kies een casus")
                .open(NL.session_kept_title(), "Kies een sessie");
            person.open(CASE, NL.session_kept_back());
            // The first row is the way back.
            assert!(person.row().unwrap().contains(NL.session_kept_back()), "{:?}", person.row());
            person.to(NL.session_delete()).press("<Enter>").terminal.wait_for("De sessie is verwijderd");
            assert!(shows(&person, NL.session_kept_none()), "{}", person.terminal.screen());
            person.quit(NL);
        }
        assert_eq!(holds(), 0, "by command: {by_command}");
        assert!(notebook(&options.notebook()).list().unwrap().summaries.is_empty());
        let log = printed(&options, &["log"]);
        assert!(log.contains("verwijderd"), "{log}");
    }
}
