//! Two patients of one label and year of birth on the lists of the screen: by their numbers each can be chosen.

use super::register::{at_agenda, day, id, stamp};
use crate::app::{Msg, Screen};
use crate::meeting::{Agreement, AgreementId, PatientId, Register, Review, Viewpoint};

/// The patients, by the first digits of their identities.
const NUMBERS: [(u128, &str); 2] = [(0x3f2a, "3f2a"), (0x81c4, "81c4")];

#[test]
fn two_of_one_label_and_year_are_told_apart_on_every_list() {
    let mut stage = at_agenda();
    for (bits, _) in NUMBERS {
        let mut review = Review::new(PatientId(id(bits << 112)));
        review.label = "Fictief van Zonnebloem-Dubbel".to_owned();
        review.born = "1938".to_owned();
        review.details.finished = Some(stamp(day(9, 13)));
        review.agreements.push(Agreement {
            what: "bellen".to_owned(),
            ..Agreement::new(AgreementId(id(bits)), stamp(day(9, 13)))
        });
        stage.earlier[0].reviews.push(review.into());
    }
    stage.ask_register();
    let see = |stage: &super::Stage, what: &str| {
        let text = stage.text();
        for (_, number) in NUMBERS {
            assert!(text.contains(number), "{what}: no {number} in\n{text}");
        }
    };
    see(&stage, "who is proposed");
    stage.to("add-patient").keys("<Enter>zonnebloem");
    see(&stage, "who may come on the agenda");
    for (bits, _) in NUMBERS {
        stage.model.path.go(&Screen::AddPatient);
        stage.to(&format!("earlier:{}", id(bits << 112))).keys("<Enter>");
    }
    stage.model.path.go(&Screen::Meeting);
    see(&stage, "the agenda");
    stage.model.path.go(&Screen::OpenAgreements);
    see(&stage, "open agreements");
    let whole = Viewpoint::whole(stage.now.date());
    let register = Register::of(&whole, &stage.earlier);
    stage.model.path.go(&Screen::Register);
    stage.send(Msg::Register(register.into()));
    stage.keys("zonnebloem");
    see(&stage, "the register");
}
