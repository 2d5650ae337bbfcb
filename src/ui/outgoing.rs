//! A file with what is in the book now, made by the desk.
//!
//! Deliberately absent: choosing what goes in, and how it leaves.

use leptos::prelude::*;

use crate::desk::Contents;
use crate::domain::{Id, RegionCode};
use crate::exchange::{From, Header, Kind, SealError, Totals, about, file_name, receipt, write};
use crate::history::{Record, Stamp};
use crate::registry::{Dossier, Home, Registry};
use crate::store::Marks;
use crate::ui::state::{Book, desk};
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
    pub note: Left,
}

/// What is noted of a file that has left.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// The stamp up to which it holds everything, if it does.
    pub at: Option<Stamp>,
    /// Its receipt, where it went to somebody.
    pub receipt: Option<Record>,
    /// Who got it, and what of the book that one has now.
    pub has: Option<(String, Marks)>,
}

/// Why no file was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The passphrase is too easy to guess.
    Weak,
    /// It could not be locked.
    Seal(SealError),
    /// The desk gave no answer.
    Unanswered,
}

impl Wish {
    /// What it would hold.
    pub fn totals(&self, book: Book, registry: &Registry) -> Totals {
        let homes = self.homes(book, registry);
        Totals::of(dossiers(registry, homes.as_deref()))
    }

    /// Makes it, under a passphrase if one is given.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn make(self, book: Book, passphrase: Option<String>) -> Result<Ready, Trouble> {
        // Before anything is waited for, so that all is of one moment.
        let at = book.stamp();
        let (header, contents, marks, region) = book.registry.with_untracked(|registry| {
            let homes = self.homes(book, registry);
            let header = header(book, self.kind, registry, homes.as_deref(), &self.to);
            let marks = match &homes {
                Some(homes) => Marks::of(registry, homes.iter().copied()),
                None => Marks::of(registry, registry.homes()),
            };
            let region = region_of(dossiers(registry, homes.as_deref()));
            (header, contents(self.kind, homes), marks, region)
        });
        let text = desk::make(book, &header, contents).await.ok_or(Trouble::Unanswered)?;
        let (text, is_locked) = match passphrase {
            Some(passphrase) => (web::seal(&text, &passphrase).await.map_err(Trouble::Seal)?, true),
            None => (text, false),
        };
        let name = |extension| file_name(region, self.kind, web::today(), extension);
        let holds_all = matches!(self.kind, Kind::Full | Kind::Delta);
        let note = Left {
            // "Changes only" holds everything together with what the receiver has.
            at: holds_all.then_some(at),
            receipt: receipt(&header),
            has: (self.kind != Kind::Recap).then_some((self.to, marks)),
        };
        Ok(Ready { file: Prepared { name_txt: name("txt"), name_json: name("json"), text }, is_locked, note })
    }

    /// The homes that go in; `None` for all.
    fn homes(&self, book: Book, registry: &Registry) -> Option<Vec<Home>> {
        match (self.kind, self.group) {
            (_, Some(group)) => Some(vec![Home::Group(group)]),
            (Kind::Delta, None) => book.receivers().of(&self.to).map(|receiver| receiver.lacks(registry)),
            _ => None,
        }
    }
}

/// The text of a file with the whole book, at once and by the page itself: for when the page is being put away.
pub fn whole(book: Book) -> String {
    book.registry.with_untracked(|registry| write(&header(book, Kind::Full, registry, None, ""), registry.records()))
}

fn header(book: Book, kind: Kind, registry: &Registry, homes: Option<&[Home]>, to: &str) -> Header {
    Header {
        kind,
        id: web::random_id().to_string(),
        created_ms: web::now_ms(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        from: From {
            device: book.device().to_string(),
            name: book.settings.with_untracked(|settings| settings.name.clone()),
        },
        about: about(dossiers(registry, homes), to),
    }
}

fn contents(kind: Kind, homes: Option<Vec<Home>>) -> Contents {
    match (kind, homes) {
        (Kind::Recap, _) => Contents::Recap,
        (_, None) => Contents::All,
        (_, Some(homes)) => Contents::Some {
            rest: homes.contains(&Home::Rest),
            groups: homes
                .into_iter()
                .filter_map(|home| if let Home::Group(id) = home { Some(id) } else { None })
                .collect(),
        },
    }
}

fn dossiers<'a>(registry: &'a Registry, homes: Option<&'a [Home]>) -> impl Iterator<Item = &'a Dossier> {
    registry.dossiers().filter(move |dossier| homes.is_none_or(|homes| homes.contains(&Home::Group(dossier.id))))
}

/// The city or kabupaten that all groups of the file lie in, when they lie in one.
fn region_of<'a>(dossiers: impl Iterator<Item = &'a Dossier>) -> Option<RegionCode> {
    let mut regions = dossiers.map(|dossier| dossier.group.value.region.and_then(RegionCode::kabkota));
    let first = regions.next()??;
    regions.all(|other| other == Some(first)).then_some(first)
}
