//! Lists as offices have them, which an earlier release read wrongly or refused: `tests/fixtures/lists_real/cases.json` says of each
//! what is right, and each goes the whole way of the app with the first guess as it stands.

use serde::Deserialize;

use crate::offices::expect::{Expect, check};
use crate::offices::hold;

/// Cases that are not right yet, with the reason; empty but while one is being mended.
const NOT_YET: &[(&str, &str)] = &[];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    file: String,
    #[allow(dead_code)] // for whoever reads it
    what: String,
    expect: Vec<Expect>,
}

#[test]
fn each_case_comes_to_what_is_right() {
    let folder = std::path::Path::new("tests/fixtures/lists_real");
    let cases: Vec<Case> = serde_json::from_str(&std::fs::read_to_string(folder.join("cases.json")).unwrap()).unwrap();
    assert_eq!(cases.len(), 49);
    let checks = cases.iter().map(|case| {
        let bytes = std::fs::read(folder.join(&case.file)).unwrap();
        let check: Box<dyn Fn() -> Vec<String>> = Box::new(move || check(&case.file, &bytes, &case.expect));
        (case.id.as_str(), check)
    });
    hold(checks, NOT_YET);
}
