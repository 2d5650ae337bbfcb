//! A file with what is in the book now.
//!
//! Deliberately absent: its name, and how it leaves.

use leptos::prelude::*;

use crate::domain::Id;
use crate::exchange::{From, Header, Kind, about, receipt, write};
use crate::history::Record;
use crate::registry::{Dossier, Home};
use crate::ui::state::Book;
use crate::web;

/// A file that is about to leave.
pub struct Outgoing {
    /// Its text.
    pub text: String,
    /// What is to be noted once it has left.
    pub receipt: Option<Record>,
}

/// The whole book, or one group.
pub fn outgoing(book: Book, group: Option<Id>) -> Outgoing {
    let is_in = |dossier: &&Dossier| group.is_none_or(|group| dossier.id == group);
    book.registry.with_untracked(|registry| {
        let header = Header {
            kind: if group.is_some() { Kind::Group } else { Kind::Full },
            id: web::random_id().to_string(),
            created_ms: web::now_ms(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            from: From {
                device: book.device().to_string(),
                name: book.settings.with_untracked(|settings| settings.name.clone()),
            },
            about: about(registry.dossiers().filter(is_in), ""),
        };
        let text = match group {
            Some(id) => write(&header, registry.records_at(Home::Group(id))),
            None => write(&header, registry.records()),
        };
        Outgoing { text, receipt: receipt(&header) }
    })
}
