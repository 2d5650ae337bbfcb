//! A file with what is in the book now, made by the import worker.
//!
//! Deliberately absent: choosing what goes in, and how it leaves.

use leptos::prelude::*;

use super::app::App;
use super::import_client::ImportClient;
use crate::domain::{Id, RegionCode};
use crate::exchange::{From, Header, Kind, SealError, Totals, about, receipt, write};
use crate::history::{Record, Stamp};
use crate::i18n::FileOf;
use crate::import_worker::Contents;
use crate::registry::{Aggregate, Dossier, Registry};
use crate::store::{Marks, Sitting};
use crate::web;

/// What file is wanted.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Its kind.
    pub kind: Kind,
    /// The group that it is of, when it is of one.
    pub group: Option<Id>,
    /// For whom; may be empty.
    pub to: String,
}

/// The names and the text of a file that is ready to leave.
#[derive(Clone)]
pub struct Prepared {
    /// Its name for the share sheet; has to end in `.txt`.
    pub name_txt: String,
    /// Its name for a download.
    pub name_json: String,
    /// Its content.
    pub text: String,
}

/// A file that is ready to leave.
#[derive(Clone)]
pub struct Ready {
    /// Its names and its text.
    pub file: Prepared,
    /// Whether it is locked.
    pub is_locked: bool,
    /// What is to be noted once it has left.
    pub note: SentNote,
}

/// What is noted of a file that has left.
#[derive(Clone, Debug)]
pub struct SentNote {
    /// Of which sitting it is.
    pub of: Sitting,
    /// The stamp up to which it holds everything, if it does.
    pub at: Option<Stamp>,
    /// Its receipt, where it went to somebody.
    pub receipt: Option<Record>,
    /// Who got it, and what of the book that one has now.
    pub has: Option<(String, Marks)>,
}

/// Why no file was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendError {
    /// The passphrase is too easy to guess.
    Weak,
    /// It could not be locked.
    Seal(SealError),
    /// The import worker gave no answer.
    Unanswered,
}

impl Wish {
    /// What it would hold.
    pub fn totals(&self, app: App, registry: &Registry) -> Totals {
        let aggregates = self.aggregates(app, registry);
        Totals::of(dossiers(registry, aggregates.as_deref()))
    }

    /// Makes it, under a passphrase if one is given.
    ///
    /// # Errors
    /// [`SendError`].
    pub async fn make(self, app: App, passphrase: Option<String>) -> Result<Ready, SendError> {
        // Before anything is waited for, so that all is of one moment.
        let (of, at) = (app.sitting(), app.stamp());
        let (header, contents, marks, file_of) = app.registry.with_untracked(|registry| {
            let aggregates = self.aggregates(app, registry);
            let header = header(app, self.kind, registry, aggregates.as_deref(), &self.to);
            let marks = match &aggregates {
                Some(aggregates) => Marks::of(registry, aggregates.iter().copied()),
                None => Marks::of(registry, registry.aggregates()),
            };
            let of = self.of(app, registry, aggregates.as_deref());
            (header, contents(self.kind, aggregates), marks, of)
        });
        let text = ImportClient::of(app).make(&header, contents).await.ok_or(SendError::Unanswered)?;
        let (text, is_locked) = match passphrase {
            Some(passphrase) => (web::seal(&text, &passphrase).await.map_err(SendError::Seal)?, true),
            None => (text, false),
        };
        let name = |extension| app.lang().file_name(self.kind, &file_of, &header.from.name, web::today(), extension);
        let holds_all = matches!(self.kind, Kind::Full | Kind::Delta);
        let note = SentNote {
            of,
            // "Changes only" holds everything together with what the receiver has.
            at: holds_all.then_some(at),
            receipt: receipt(&header),
            has: (self.kind != Kind::Recap).then_some((self.to, marks)),
        };
        Ok(Ready { file: Prepared { name_txt: name("txt"), name_json: name("json"), text }, is_locked, note })
    }

    /// What the file is of, for its name.
    fn of(&self, app: App, registry: &Registry, aggregates: Option<&[Aggregate]>) -> FileOf {
        match self.group {
            Some(group) => FileOf::Group(app.lang().group_name(registry.dossier(group).map(|it| &it.group.value))),
            None => FileOf::Area(region_of(dossiers(registry, aggregates))),
        }
    }

    /// The aggregates that go in; `None` for all.
    fn aggregates(&self, app: App, registry: &Registry) -> Option<Vec<Aggregate>> {
        match (self.kind, self.group) {
            (_, Some(group)) => Some(vec![Aggregate::Group(group)]),
            (Kind::Delta, None) => app.receivers().of(&self.to).map(|receiver| receiver.lacks(registry)),
            _ => None,
        }
    }
}

/// The text of a file with the whole book, at once and by the page itself: for when the page is being put away.
pub(super) fn whole(app: App) -> String {
    app.registry.with_untracked(|registry| write(&header(app, Kind::Full, registry, None, ""), registry.records()))
}

fn header(app: App, kind: Kind, registry: &Registry, aggregates: Option<&[Aggregate]>, to: &str) -> Header {
    Header {
        kind,
        id: web::random_id().to_string(),
        created_ms: web::now_ms(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        from: From {
            device: app.device().to_string(),
            name: app.settings.with_untracked(|settings| settings.name.clone()),
        },
        about: about(dossiers(registry, aggregates), to),
    }
}

fn contents(kind: Kind, aggregates: Option<Vec<Aggregate>>) -> Contents {
    match (kind, aggregates) {
        (Kind::Recap, _) => Contents::Recap,
        (_, None) => Contents::All,
        (_, Some(aggregates)) => {
            let (mut groups, mut own, mut rest) = (Vec::new(), Vec::new(), false);
            for aggregate in aggregates {
                match aggregate {
                    Aggregate::Group(id) => groups.push(id),
                    Aggregate::Own(id) => own.push(id),
                    Aggregate::Shared => rest = true,
                }
            }
            Contents::Some { groups, own, rest }
        }
    }
}

fn dossiers<'a>(registry: &'a Registry, aggregates: Option<&'a [Aggregate]>) -> impl Iterator<Item = &'a Dossier> {
    registry
        .dossiers()
        .filter(move |dossier| aggregates.is_none_or(|aggregates| aggregates.contains(&Aggregate::Group(dossier.id))))
}

/// The city or kabupaten that all groups of the file lie in, when they lie in one.
fn region_of<'a>(dossiers: impl Iterator<Item = &'a Dossier>) -> Option<RegionCode> {
    let mut regions = dossiers.map(|dossier| dossier.group.value.region.and_then(RegionCode::kabkota));
    let first = regions.next()??;
    regions.all(|other| other == Some(first)).then_some(first)
}
