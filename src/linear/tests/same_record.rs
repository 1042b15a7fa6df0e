//! The main job done once with keys and once with lines: the same record.

use super::table::Table;
use crate::app::tests::Stage;
use crate::meeting::Given;

/// A whole discussion of one patient with the checklist `markering`, by keys.
fn by_keys() -> Stage {
    let mut stage = Stage::new(80, 24);
    stage.to("new").keys("<Enter>").to("group").keys("PaTz Noord");
    stage.to("add-participant").keys("<Enter>M. Vos");
    stage.to("role:recorder").keys("<Enter>").to("discipline:district-nurse").keys("<Enter><Esc>");
    stage.to("add-participant").keys("<Enter>A. de Wit");
    stage.to("role:chair").keys("<Enter>").to("discipline:general").keys("<Enter><Esc><Esc>");
    stage.to("add-patient").keys("<Enter>Mw. J.").to("born").keys("1941");
    stage.to("question").keys("Hoe lang kan dit thuis nog?");
    stage.to("brought-by").keys("<Enter>").to("person").keys("<Enter>").to("informed:no").keys("<Enter>");
    stage.to("discuss").keys("<Enter>");
    stage.to("own-words").keys("Zo lang mogelijk in mijn eigen huis, met de hond.");
    stage.to("notes").keys("twee keer gevallen<Enter>dochter raakt uitgeput");
    stage.to("walk:markering").keys("<Enter>");
    stage.to("option:markering/aanleiding=aandoening").keys("<Enter>");
    stage.to("option:markering/aanleiding=kwetsbaarheid").keys("<Enter>");
    stage.to("answer:markering/diagnose").keys("hartfalen NYHA IV");
    stage.to("option:markering/duidelijk=no").keys("<Enter><Tab>");
    stage.to("option:markering/surprise-question=nee").keys("<Enter>");
    stage.to("by:markering/surprise-question").keys("<Enter>").to("person").keys("<Down><Enter>");
    stage.to("note:markering/surprise-question").keys("Twee opnames sinds augustus.<Tab>");
    stage.to("option:markering/tweede-surprise-question=ken-niet").keys("<Enter><Tab>");
    stage.to("option:markering/vragen-patient=yes").keys("<Enter>");
    stage.to("not:markering/vragen-naasten=not-discussed").keys("<Enter>");
    stage.to("answer:markering/welke-vragen").keys("Word ik nog beter?<C-n>Hoe lang nog?<Tab>");
    stage.to("option:markering/dimensies=lichamelijk").keys("<Enter>");
    stage.to("option:markering/dimensies=sociaal").keys("<Enter>");
    stage.to("answer:markering/verandering").keys("valt af<Tab>");
    stage.to("judge:markeren").keys("<Enter>");
    stage.to("reason").keys("Gaat in drie maanden duidelijk achteruit.");
    stage.to("involved").keys("<Enter>").to("person").keys("<Enter><Down><Enter><Esc>");
    stage.to("dissent").keys("Te vroeg volgens een van ons.");
    stage.keys("<F4>gesprek met dochter").to("owner").keys("<Enter>").to("person").keys("<Enter>");
    stage.to("due").keys("vrijdag<Esc><Esc>").to("finish").keys("<Enter>").to("confirmed").keys("<Enter>");
    stage
}

/// The same, by lines.
pub fn by_lines() -> Table {
    let mut table = Table::new();
    table.row("new", "");
    table.row("group", "PaTz Noord");
    table.row("add-participant", "");
    table.row("name", "M. Vos");
    table.row("role:recorder", "");
    table.row("discipline:district-nurse", "");
    table.line("terug");
    table.row("add-participant", "");
    table.row("name", "");
    table.line("A. de Wit");
    table.row("role:chair", "");
    table.row("discipline:general", "");
    table.line("terug");
    table.line("back");
    table.row("add-patient", "");
    table.row("label", "Mw. J.");
    table.row("born", "1941");
    table.row("question", "Hoe lang kan dit thuis nog?");
    table.row("brought-by", "");
    table.row("person", "");
    table.row("informed:no", "");
    table.row("discuss", "");
    table.row("own-words", "Zo lang mogelijk in mijn eigen huis, met de hond.");
    table.row("notes", "");
    table.line("twee keer gevallen");
    table.line("dochter raakt uitgeput");
    table.line("");
    table.row("walk:markering", "");
    table.row("option:markering/aanleiding=aandoening", "");
    table.row("option:markering/aanleiding=kwetsbaarheid", "");
    table.row("answer:markering/diagnose", "hartfalen NYHA IV");
    table.row("option:markering/duidelijk=no", "");
    table.line("verder");
    table.row("option:markering/surprise-question=nee", "");
    table.row("by:markering/surprise-question", "");
    let second =
        table.dialogue.said().unwrap().rows().filter(|row| row.as_str().starts_with("person")).nth(1);
    let second = second.unwrap().as_str().to_owned();
    table.row(&second, "");
    table.row("note:markering/surprise-question", "Twee opnames sinds augustus.");
    table.line("verder");
    table.row("option:markering/tweede-surprise-question=ken-niet", "");
    table.line("verder");
    table.row("option:markering/vragen-patient=yes", "");
    table.row("not:markering/vragen-naasten=not-discussed", "");
    table.row("answer:markering/welke-vragen", "");
    table.line("Word ik nog beter?");
    table.line("Hoe lang nog?");
    table.line("/verder");
    table.row("option:markering/dimensies=lichamelijk", "");
    table.row("option:markering/dimensies=sociaal", "");
    table.row("answer:markering/verandering", "valt af");
    table.line("verder");
    table.row("judge:markeren", "");
    table.row("reason", "Gaat in drie maanden duidelijk achteruit.");
    table.row("involved", "");
    table.row("person", "");
    table.row(&second, "");
    table.line("terug");
    table.row("dissent", "Te vroeg volgens een van ons.");
    table.line("afspraak");
    table.row("what", "gesprek met dochter");
    table.row("owner", "");
    table.row("person", "");
    table.row("due", "vrijdag");
    table.line("terug");
    table.line("terug");
    table.row("finish", "");
    table.row("confirmed", "");
    table
}

#[test]
fn keys_and_lines_leave_the_same_record() {
    let stage = by_keys();
    let table = by_lines();
    let record = stage.meeting();
    let review = &record.reviews[0];
    assert_eq!(review.answers.len(), 10, "{:#?}", review.answers);
    assert_eq!(review.judgements.values().next().unwrap().involved.len(), 2);
    assert_eq!(review.agreements[0].due, "27-11-2026");
    assert!(review.details.finished.is_some() && review.agreements[0].confirmed.is_some());
    assert!(review.answers.values().all(|answer| answer.given != Some(Given::Text(String::new()))));
    assert_eq!(table.meeting(), record);
    assert_eq!(table.model.screen(), stage.model.screen());
}
