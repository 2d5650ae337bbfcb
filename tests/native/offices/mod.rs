//! Lists of offices and what is right for each: how they go through the app, how that is said, and which are not right yet.

pub mod expect;
pub mod way;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Holds that each case is right but those of `not_yet`, and that these are not: a case that is mended has to leave it.
pub fn hold<'a>(cases: impl Iterator<Item = (&'a str, Box<dyn Fn() -> Vec<String> + 'a>)>, not_yet: &[(&str, &str)]) {
    let (mut wrong, mut left) = (Vec::new(), not_yet.to_vec());
    for (id, check) in cases {
        let found = catch_unwind(AssertUnwindSafe(&*check)).unwrap_or_else(|_| vec!["it panics".to_owned()]);
        let known = left.iter().position(|(known, _)| *known == id).map(|at| left.swap_remove(at));
        match (found.is_empty(), known) {
            (true, None) => {}
            (false, Some(_)) => println!("{id}, not yet:\n    {}", found.join("\n    ")),
            (true, Some(_)) => wrong.push(format!("{id} is right now: take it out of NOT_YET")),
            (false, None) => wrong.push(format!("{id}:\n    {}", found.join("\n    "))),
        }
    }
    wrong.extend(left.iter().map(|(id, _)| format!("{id} of NOT_YET is no case")));
    assert!(wrong.is_empty(), "{} of the lists:\n{}", wrong.len(), wrong.join("\n"));
}
