//! A whole meeting as it is heard line by line, kept to be read as by somebody who sees nothing.

use super::table::Table;
use crate::app::Settings;
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

fn kept(language: Language, name: &str) {
    let path = format!("{}/src/linear/tests/{name}", env!("CARGO_MANIFEST_DIR"));
    let heard = meeting(language);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &heard).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == heard, "read it, and keep it with UPDATE=1:\n{heard}");
}

#[test]
fn a_meeting_in_dutch() {
    kept(Language::Dutch, "transcript.nl.txt");
}

#[test]
fn a_meeting_in_english() {
    kept(Language::English, "transcript.en.txt");
}
