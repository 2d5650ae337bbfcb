//! Choosing between the values of a field, and taking the choice back.

use leptos::prelude::*;
use serde_json::Value;

use super::book::Book;
use super::notice::{Notice, Offer};
use crate::domain::{AnyField, Id};
use crate::registry::commands;
use crate::web::{self, Manner};

/// Notes a choice, and offers to take it back.
pub fn decide(book: Book, id: Id, field: AnyField, value: Value) {
    let mut choice = commands::Undo::default();
    book.change(|registry, stamp| {
        let (touched, undo) = commands::decide(registry, id, stamp(), field, value);
        choice = undo;
        touched
    });
    book.keeper.update_value(|keeper| keeper.choice = choice);
    let text = book.lang().texts().decided.to_owned();
    book.notice.set(Some(Notice { text, offer: Some(Offer::TakeBackChoice) }));
}

/// Takes the last choice back: the field is in conflict again, unless somebody has gone on from the choice.
pub fn take_back(book: Book) {
    let choice = book.keeper.try_update_value(|keeper| std::mem::take(&mut keeper.choice)).unwrap_or_default();
    let mut choice = commands::Imports::of((), choice);
    let taken_back = book.registry.try_update(|registry| commands::take_back(registry, &mut choice, 0));
    if let Some(taken_back) = taken_back {
        web::in_manner(Manner::Instead, || book.keep(taken_back.touched));
        let texts = book.lang().texts();
        book.say(if taken_back.kept == 0 { texts.conflict_taken_back } else { texts.conflict_not_taken_back });
    }
}
