//! What concerns several parts of the program at once.

use crate::checklist::print;
use crate::exchange::questionnaire::read;
use crate::linear::tests::walk::Walk;

/// Forms of other programs: the eight kinds that were written for this, and those that others published where a folder of them
/// is named in `PALLIUM_FORMS`.
#[test]
fn every_form_that_comes_in_is_walked_to_its_end_by_keys_and_by_lines() {
    let ours = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fhir/forms");
    let published = std::env::var_os("PALLIUM_FORMS").map(std::path::PathBuf::from);
    let mut walked = 0;
    for folder in std::iter::once(ours).chain(published) {
        let mut paths: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
            let Ok(form) = read(&text, Some("proef")) else { continue };
            // Each form gets other answers, and the same ones every time.
            let mut seed = u32::try_from(text.len()).unwrap();
            let bytes = std::iter::repeat_with(|| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                seed.to_be_bytes()[0]
            });
            let source = print(&form.checklist);
            let Some(mut walk) = Walk::begin(&source, bytes.take(120).collect()) else { continue };
            walk.finish();
            assert!(walk.agrees(), "{}", path.display());
            walked += 1;
        }
    }
    assert!(walked >= 8, "{walked}");
}
