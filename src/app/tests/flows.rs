//! What a nurse does, key by key, and what stands in the record afterwards.

use super::Stage;

/// From the first screen to a judgement with an agreement, printed on the way when `--nocapture` is given.
#[test]
fn look() {
    for (width, height) in [(80, 24), (60, 18)] {
        let mut stage = Stage::new(width, height);
        let mut show = |stage: &Stage, what: &str| println!("=== {what} {width}x{height}\n{}", stage.text());
        show(&stage, "start");
        stage.to("new").keys("<Enter>");
        show(&stage, "details");
        stage
            .keys("PaTz Noord")
            .to("add-participant")
            .keys("<Enter>M. Vos")
            .to("role:notulist")
            .keys("<Enter>")
            .to("discipline:district-nurse")
            .keys("<Enter><Esc>");
        stage.to("add-participant").keys("<Enter>A. de Wit").to("discipline:general").keys("<Enter>");
        show(&stage, "participant");
        stage.keys("<Esc>");
        show(&stage, "details filled");
        stage.keys("<Esc>");
        show(&stage, "agenda");
        stage.to("add-patient").keys("<Enter>Mw. J.<Down>1941<Down>Hoe lang kan dit thuis nog?");
        show(&stage, "profile");
        stage.to("discuss").keys("<Enter>");
        show(&stage, "patient");
        stage.keys("Zo lang mogelijk in mijn eigen huis, met de hond.");
        show(&stage, "patient words");
        stage.to("walk").keys("<Enter>");
        for step in 0..8 {
            show(&stage, &format!("step {step}"));
            if step == 1 {
                stage.keys("<Enter>");
                show(&stage, "answered");
            }
            stage.keys("<Tab>");
        }
        stage.to("walk").keys("<Enter><Left>");
        for _ in 0..8 {
            stage.keys("<Right>");
        }
        show(&stage, "back");
        stage.keys("<F4>gesprek met dochter<Down>");
        show(&stage, "agreement");
        stage.keys("<Enter>");
        show(&stage, "owner");
        stage.keys("<Enter><Down>vrijdag<Down>");
        show(&stage, "due");
        stage.keys("<F5>");
        show(&stage, "overview");
        stage.keys("<F1>");
        show(&stage, "help");
    }
}
