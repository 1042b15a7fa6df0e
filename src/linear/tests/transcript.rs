//! A whole meeting as it is heard line by line, kept to be read as by somebody who sees nothing.

use super::table::Table;
use crate::app::tests::register::{earlier, id};
use crate::app::{Listed, Msg, ScenePage, Screen, Settings};
use crate::meeting::MeetingSummary;
use crate::words::Language;

fn meeting(language: Language) -> String {
    let mut table = Table::with(Settings { language, ..Settings::default() }, Vec::new());
    table.echo = true;
    let (back, next) = match language {
        Language::Dutch => ("terug", "verder"),
        Language::English => ("back", "next"),
    };
    let t = &mut table;
    t.row("new", "");
    t.row("group", "PaTz Voorbeeld");
    t.row("date", "22-11");
    t.row("planned", "60");
    for (name, role, discipline) in
        [("M. Vos", "recorder", "district-nurse"), ("A. de Wit", "chair", "general-practitioner")]
    {
        t.row("add-participant", "");
        t.row("name", name);
        t.row(&format!("role:{role}"), "");
        t.row(&format!("discipline:{discipline}"), "");
        t.line(back);
    }
    t.line(back);
    for (label, born, question) in [
        ("Fictief A.", "1941", "Hoe lang kan dit thuis nog?"),
        ("Fictief B.", "38", "Wil hij nog naar het ziekenhuis?"),
    ] {
        t.row("add-patient", "");
        t.row("label", label);
        t.row("born", born);
        t.row("question", question);
        t.line(back);
    }
    let first = format!("patient:{}", t.meeting().reviews[0].patient);
    t.row(&first, "");
    t.row("answer:kort/wat-veranderd", "");
    t.line("Twee keer gevallen.");
    t.line("Dochter raakt uitgeput.");
    t.line("");
    t.row("answer:kort/scenario@1", "Benauwd in de nacht");
    t.row("answer:kort/kleur", "3");
    t.row("agree", "");
    t.row("what", "Gesprek met dochter");
    t.row("owner", "");
    t.row("person", "");
    t.row("due", "vrijdag over een week");
    t.line(back);
    t.row("profile", "");
    t.row("route:volledig", "");
    t.row("discuss", "");
    t.row("walk:markering", "");
    t.line(next);
    t.line("?");
    for _ in 0..12 {
        if t.model.page().rows().any(|row| row.id.as_str().starts_with("judge:")) {
            break;
        }
        t.line(next);
    }
    t.row("judge:", "");
    t.row("reason", "Gaat achteruit; wil hier zelf over praten.");
    t.line("hulp");
    t.line("ongedaan");
    t.line(back);
    t.line("klaar");
    t.row("confirmed", "");
    t.row("ending", "");
    t.row("bottlenecks", "Noodmedicatie in het weekend.");
    t.row("close", "");
    t.row("closing", "");
    format!("{}\n", t.said.join("\n"))
}

/// A session with a case: the first scene by profession, the second by hands, and the report.
fn session(language: Language) -> String {
    let mut table = Table::with(Settings { language, ..Settings::default() }, Vec::new());
    table.echo = true;
    let (next, show) = match language {
        Language::Dutch => ("verder", "toon"),
        Language::English => ("next", "show"),
    };
    let t = &mut table;
    t.row("cases", "");
    t.row("case:mevrouw-a", "");
    t.row("begin-kept", "");
    t.row("people:nurses", "5");
    t.row("people:volunteers", "5");
    t.line(next);
    t.line(next);
    t.row("apart", "");
    t.row("mask", "");
    for vote in [1, 2, 4, 4, 5, 1, 1, 4, 4, 2] {
        t.line(&vote.to_string());
    }
    t.line(next);
    t.line(show);
    for _ in 0..3 {
        t.line(next);
    }
    for vote in [1, 1, 4, 4, 4, 1, 1, 4, 4, 2] {
        t.line(&vote.to_string());
    }
    t.line(next);
    t.line(show);
    t.line(next);
    while !matches!(*t.model.screen(), Screen::Scene(_, ScenePage::Outcome)) {
        if t.model.page().rows().any(|row| row.id.as_str().starts_with("judge:")) {
            t.row("judge:", "");
            t.row("reason", "Zij merken het allemaal.");
        }
        let skips = t.model.page().rows().any(|row| row.id.as_str() == "skip");
        if skips {
            t.row("skip", "")
        } else {
            t.line(next)
        };
    }
    t.row("ended", "");
    t.line(next);
    for (row, count) in [("option:vervolg/", "6"), ("option:vervolg/", "x")] {
        t.row(row, count);
    }
    t.line(match language {
        Language::Dutch => "terug",
        Language::English => "back",
    });
    t.row("minutes", "");
    format!("{}\n", t.said.join("\n"))
}

/// The register, the course of a patient and the papers about that patient, after a few meetings.
fn looked_up(language: Language) -> String {
    let mut table = Table::with(Settings { language, ..Settings::default() }, Vec::new());
    table.earlier = earlier();
    let meetings = table.earlier.iter().map(MeetingSummary::of).collect();
    table.fact(Msg::Listed(Box::new(Listed { meetings, ..Listed::default() })));
    table.said.clear();
    table.echo = true;
    let (back, paper) = match language {
        Language::Dutch => ("terug", "papier"),
        Language::English => ("back", "paper"),
    };
    let t = &mut table;
    t.line("?");
    t.row("register", "");
    t.row(&format!("patient:{}", id(13)), "");
    t.line(paper);
    for line in [back, back, paper, back, back] {
        t.line(line);
    }
    t.row("meetings", "");
    format!("{}\n", t.said.join("\n"))
}

fn kept(heard: &str, name: &str) {
    let path = format!("{}/src/linear/tests/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, heard).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == heard, "read it, and keep it with UPDATE=1:\n{heard}");
}

#[test]
fn a_meeting_in_dutch() {
    kept(&meeting(Language::Dutch), "transcript.nl.txt");
}

#[test]
fn a_meeting_in_english() {
    kept(&meeting(Language::English), "transcript.en.txt");
}

#[test]
fn a_session_in_both_languages() {
    kept(&session(Language::Dutch), "transcript-session.nl.txt");
    kept(&session(Language::English), "transcript-session.en.txt");
}

#[test]
fn the_register_a_course_and_papers_in_both_languages() {
    kept(&looked_up(Language::Dutch), "transcript-register.nl.txt");
    kept(&looked_up(Language::English), "transcript-register.en.txt");
}
