//! The text of a file with what is in the book now.
//!
//! Deliberately absent: its name, and how it leaves.

use leptos::prelude::*;

use crate::domain::Id;
use crate::exchange::{From, Header, Kind, write};
use crate::ui::state::Book;
use crate::web;

/// The whole book, or one group.
pub fn text(book: Book, group: Option<Id>) -> String {
    let header = Header {
        kind: if group.is_some() { Kind::Group } else { Kind::Full },
        id: web::random_id().to_string(),
        created_ms: web::now_ms(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        from: From {
            device: book.device().to_string(),
            name: book.settings.with_untracked(|settings| settings.name.clone()),
        },
    };
    book.registry.with_untracked(|registry| match group {
        Some(id) => write(&header, registry.records_to_send(&[id]).into_iter()),
        None => write(&header, registry.records()),
    })
}
