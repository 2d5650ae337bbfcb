//! The last act of a person, and taking it back: an edit, an addition, a deletion, a choice between values.
//!
//! Held in memory alone, and only as long as the message stands that offers it: what was deleted on purpose is then gone for good.

use leptos::prelude::*;
use serde_json::Value;

use super::app::App;
use super::last_act::{LastAct, Said};
use super::notice::{Notice, Offer};
use super::reply::Reply;
use crate::domain::Id;
use crate::history::Stamp;
use crate::kinds::FieldRef;
use crate::registry::{Registry, Touched, commands};

/// Of a choice between values.
const OF_A_CHOICE: Said = Said { taken_back: |t| t.conflict_taken_back, stays: |t| t.conflict_not_taken_back };

/// Of anything else.
const OF_AN_ACT: Said = Said { taken_back: |t| t.undone, stays: |t| t.not_undone };

impl App {
    /// Carries out a command that changes these records and no others, keeps what it touched, and remembers how it is taken back.
    pub(super) fn change_noted(
        self,
        ids: impl FnOnce(&Registry) -> Vec<String>,
        command: impl FnOnce(&mut Registry, &mut dyn FnMut() -> Stamp) -> Touched,
    ) {
        let mut undo = commands::Undo::default();
        self.change(|registry, stamp| {
            let ids = ids(registry);
            let (touched, noted) = commands::noted(registry, &ids, |registry| command(registry, stamp));
            undo = noted;
            touched
        });
        self.remember(undo, OF_AN_ACT);
    }

    fn remember(self, undo: commands::Undo, said: Said) {
        self.session.update_value(|session| session.last = LastAct { undo, said: Some(said) });
    }
}

/// A message that offers to take the last act back.
pub(super) fn offered(text: String) -> Reply {
    Reply { say: Some(Notice { text, offer: Some(Offer::UndoLast) }), ..Reply::silent() }
}

/// Notes a choice, and offers to take it back.
pub(super) fn decide(app: App, id: Id, field: FieldRef, value: Value) -> Reply {
    let mut choice = commands::Undo::default();
    app.change(|registry, stamp| {
        let (touched, undo) = commands::decide(registry, id, stamp(), field, value);
        choice = undo;
        touched
    });
    app.remember(choice, OF_A_CHOICE);
    offered(app.lang().texts().decided.to_owned())
}

/// Gives a field the value again that it had before, as a change of now.
pub(super) fn restore(app: App, id: Id, field: FieldRef, value: Value) -> Reply {
    app.change_noted(
        |_| vec![id.to_string()],
        |registry, stamp| commands::decide(registry, id, stamp(), field, value).0,
    );
    offered(app.lang().restored(field))
}

/// Takes the last act back, unless somebody has gone on from it.
pub(super) fn undo(app: App) -> Reply {
    let last = app.session.try_update_value(|session| std::mem::take(&mut session.last)).unwrap_or_default();
    let Some(said) = last.said else { return Reply::silent() };
    let mut act = commands::Imports::of((), last.undo);
    let taken_back = app.write.registry.try_update(|registry| commands::undo_import(registry, &mut act, 0));
    let Some(taken_back) = taken_back else { return Reply::silent() };
    app.keep_instead(taken_back.touched);
    let say = if taken_back.kept == 0 { said.taken_back } else { said.stays };
    Reply::said(say(app.lang().texts()))
}
