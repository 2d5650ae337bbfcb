//! The file that goes with the practice book: written as every file is, and looked at as one that came.
//!
//! Only while the practice book is open, so that nothing of it comes near the real one.

use leptos::prelude::*;

use super::app::App;
use super::inbox::Inbox;
use crate::exchange::{From, Header, Kind, about, write};
use crate::registry::Registry;
use crate::sample::{PracticeFile, practice};
use crate::web::{self, IncomingFile};

/// Looks at it.
pub(super) fn inspect(app: App) {
    if !untrack(|| app.is_practice()) {
        return;
    }
    let file = practice().file;
    let name = format!("{}.json", app.lang().texts().practice_file);
    if let Some(content) = web::blob(&text(&file), "application/json") {
        Inbox::of(app).take(vec![IncomingFile::new(&name, content)]);
    }
}

/// Its text: the whole book of a colleague's, who knows three groups.
fn text(file: &PracticeFile) -> String {
    let known = Registry::of(web::today(), file.records.clone());
    let header = Header {
        kind: Kind::Full,
        id: file.id.to_string(),
        created_ms: file.made_ms,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        from: From { device: file.device.to_string(), name: file.sender.clone() },
        about: about(known.dossiers(), ""),
    };
    write(&header, file.records.iter())
}
