//! Choosing between the values of a field, and taking the choice back.

use leptos::prelude::*;
use serde_json::Value;

use super::app::App;
use super::notice::{Notice, Offer};
use super::reply::Reply;
use crate::domain::Id;
use crate::kinds::FieldRef;
use crate::registry::commands;

/// Notes a choice, and offers to take it back.
pub(super) fn decide(app: App, id: Id, field: FieldRef, value: Value) -> Reply {
    let mut choice = commands::Undo::default();
    app.change(|registry, stamp| {
        let (touched, undo) = commands::decide(registry, id, stamp(), field, value);
        choice = undo;
        touched
    });
    app.session.update_value(|session| session.choice = choice);
    let text = app.lang().texts().decided.to_owned();
    Reply { say: Some(Notice { text, offer: Some(Offer::TakeBackChoice) }), ..Reply::silent() }
}

/// Takes the last choice back: the field is in conflict again, unless somebody has gone on from the choice.
pub(super) fn undo(app: App) -> Reply {
    let choice = app.session.try_update_value(|session| std::mem::take(&mut session.choice)).unwrap_or_default();
    let mut choice = commands::Imports::of((), choice);
    let taken_back = app.write.registry.try_update(|registry| commands::undo_import(registry, &mut choice, 0));
    let Some(taken_back) = taken_back else { return Reply::silent() };
    app.keep_instead(taken_back.touched);
    let texts = app.lang().texts();
    Reply::said(if taken_back.kept == 0 { texts.conflict_taken_back } else { texts.conflict_not_taken_back })
}
