//! Two copies of a book, made one: what is on the shelf, and a mirror elsewhere with the same keys and the same sealed texts.
//!
//! By union of records, as everywhere; never by which copy is newer. Relies on the shelf having been loaded. Reads the shelf,
//! writes nothing and does not know where the mirror is: to write is for the caller, in this order:
//!
//! 1. [`Store::reunite`], after [`Store::load`] and whatever was entered since.
//! 2. If [`Reunion::newer`] holds anything: a newer app has been here, nothing may be written any more.
//! 3. [`Store::set_aside`] each of [`Reunion::broken`]; a key whose text found no place is left alone in the mirror.
//! 4. [`Store::save`] of [`Reunion::touched`], [`Store::take_over`] of [`Reunion::beside`].
//! 5. For each key of [`Reunion::behind`], the mirror gets [`Store::text`], or forgets the key where there is none. This does
//!    not depend on 4: what found no room on the shelf stands in the mirror.
//!
//! Set-aside texts (`aside/…`) in the mirror are taken in if they can be read, and otherwise left there; so is every other key
//! that is neither records nor meta nor a form.

use super::book::{Meta, SetAside, Store, open_records, sealed};
use super::key::{ASIDE, META, Space, holds_records, home_of, stands_beside};
use crate::history::Record;
use crate::registry::{Registry, Touched, commands};
use crate::shelf::{Shelf, ShelfError, seal};

/// What two copies came to. Keys are whole, with the space's prefix, as in the mirror; in a [`SetAside`] they are within it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reunion {
    /// What the mirror had and the registry had not, which it now has: these homes have to be saved.
    pub touched: Touched,
    /// Meta and half-typed forms that only the mirror has, as they stand there. Where both have one, the shelf's stays; that
    /// a form was thrown away cannot be told from its loss, so it comes back.
    pub beside: Vec<(String, String)>,
    /// The mirror's meta, where the shelf has none that can be read: so that a device keeps its name.
    pub meta: Option<Meta>,
    /// The keys that the mirror lacks, or holds in another text than it should.
    pub behind: Vec<String>,
    /// The keys, within the space, of set-aside texts whose records the mirror has.
    pub healed: Vec<String>,
    /// Texts of the mirror by a newer app. They are left untouched.
    pub newer: Vec<SetAside>,
    /// Texts of the mirror that cannot be read.
    pub broken: Vec<SetAside>,
}

/// A text of the mirror that the shelf has not.
struct Other<'a> {
    name: &'a str,
    key: &'a str,
    text: &'a str,
    /// What stands on the shelf instead.
    own: Option<String>,
}

impl<S: Shelf> Store<S> {
    /// Unites the registry with a mirror of this book; `aside` is what loading set aside. Where both copies have the same
    /// text, none is opened.
    ///
    /// # Errors
    /// [`ShelfError`] when the browser gives no storage; the registry is then as it was.
    pub fn reunite(
        &self,
        registry: &mut Registry,
        aside: &[SetAside],
        mirror: &[(String, String)],
    ) -> Result<Reunion, ShelfError> {
        let prefix = self.space().prefix();
        let names = self.shelf().keys(prefix)?;
        let mut is_there = vec![false; names.len()];
        let mut found = Reunion::default();
        let mut others = Vec::new();
        for (name, text) in mirror {
            let Some(key) = name.strip_prefix(prefix).filter(|key| is_mirrored(key) || key.starts_with(ASIDE)) else {
                continue;
            };
            if let Ok(place) = names.binary_search(name) {
                is_there[place] = true;
            }
            let own = self.shelf().read(name)?;
            if own.as_ref() != Some(text) {
                others.push(Other { name, key, text, own });
            } else if is_aside(aside, key) && aside.iter().all(|aside| aside.text != *text) {
                found.healed.push(key.to_owned());
            }
        }
        for (name, is_there) in names.into_iter().zip(is_there) {
            if !is_there && is_mirrored(&name[prefix.len()..]) {
                found.behind.push(name);
            }
        }
        let mut taken = Vec::new();
        for other in others {
            if let Some(records) = found.take_in(registry, &other) {
                if is_aside(aside, other.key) {
                    found.healed.push(other.key.to_owned());
                }
                taken.push((other, records));
            }
        }
        // Only now, since a member may have moved on from a home that was compared before.
        for (other, records) in taken {
            let is_right = |home| records.iter().eq(registry.records_at(home));
            if home_of(other.key).is_some_and(|home| other.own.is_some() || !is_right(home)) {
                found.behind.push(other.name.to_owned());
            }
        }
        Ok(found)
    }

    /// Writes what only the mirror had beside the records.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn take_over(&self, reunion: &Reunion) -> Result<(), ShelfError> {
        reunion.beside.iter().try_for_each(|(name, text)| self.shelf().write(name, text))
    }

    /// What the mirror should hold under a key; `None` when nothing. For records this is what the registry has, which may be
    /// more than the shelf has room for.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn text(&self, registry: &Registry, name: &str) -> Result<Option<String>, ShelfError> {
        let own = self.shelf().read(name)?;
        let Some(home) = name.strip_prefix(self.space().prefix()).and_then(home_of) else { return Ok(own) };
        let records: Vec<&Record> = registry.records_at(home).collect();
        // The shelf's own text, where it says the same: two texts that are equal need not be opened at the next start.
        let says_the_same = |text: &str| open_records(text).is_ok_and(|own| own.iter().eq(records.iter().copied()));
        if own.as_deref().is_some_and(says_the_same) { Ok(own) } else { sealed(&records) }
    }
}

/// One text of two for a key of the mirror: what stands there, and what is put. Records are united; of anything else the
/// text that is put stays, but never over one of a newer app.
pub fn united(name: &str, there: &str, text: String) -> String {
    if matches!(seal::open(there), Err(seal::SealError::Newer { .. })) {
        return there.to_owned();
    }
    let key = [Space::Book, Space::Practice].into_iter().find_map(|space| name.strip_prefix(space.prefix()));
    let (Some(_), Ok(old), Ok(new)) = (key.and_then(home_of), open_records(there), open_records(&text)) else {
        return text;
    };
    let mut both = new.clone();
    for old in old {
        match both.iter_mut().find(|record| record.id() == old.id()) {
            // Another kind under this id cannot come from this app.
            Some(record) => drop(record.unite(old)),
            None => both.push(old),
        }
    }
    if both == new { text } else { sealed(&both.iter().collect::<Vec<_>>()).ok().flatten().unwrap_or(text) }
}

impl Reunion {
    /// Takes in a text of the mirror; gives back the records in it.
    fn take_in(&mut self, registry: &mut Registry, other: &Other) -> Option<Vec<Record>> {
        let set_aside = |newer| SetAside { key: other.key.to_owned(), text: other.text.to_owned(), newer };
        let is_aside = other.key.starts_with(ASIDE);
        if stands_beside(other.key) {
            self.take_beside(other, set_aside);
            return None;
        }
        let newer = match open_records(other.text) {
            // An id under two kinds cannot come from this app.
            Ok(records) => match commands::take_in(registry, records.clone()) {
                Ok((touched, _)) => {
                    self.touched.extend(touched);
                    return Some(records);
                }
                Err(_) => None,
            },
            Err(newer) => newer,
        };
        match newer {
            _ if is_aside => {}
            Some(_) => self.newer.push(set_aside(newer)),
            None => {
                self.broken.push(set_aside(None));
                self.behind.push(other.name.to_owned());
            }
        }
        None
    }

    /// Meta or a form.
    fn take_beside(&mut self, other: &Other, set_aside: impl Fn(Option<u32>) -> SetAside) {
        match seal::open(other.text) {
            Err(seal::SealError::Newer { version }) => self.newer.push(set_aside(Some(version))),
            Err(seal::SealError::Broken) => {
                self.broken.push(set_aside(None));
                self.behind.push(other.name.to_owned());
            }
            Ok(_) if other.own.as_ref().is_some_and(|own| seal::open(own).is_ok()) => {
                self.behind.push(other.name.to_owned());
            }
            Ok(json) => {
                if other.key == META {
                    self.meta = serde_json::from_str(&json).ok();
                }
                self.beside.push((other.name.to_owned(), other.text.to_owned()));
            }
        }
    }
}

/// Whether both copies hold this key. Whatever else stands beside, in one or the other, is left alone.
fn is_mirrored(key: &str) -> bool {
    holds_records(key) || stands_beside(key)
}

/// Whether a text of this key was set aside because it is broken, be it the first or a later one.
fn is_aside(aside: &[SetAside], key: &str) -> bool {
    aside.iter().any(|aside| aside.newer.is_none() && aside.key.split('~').next() == Some(key))
}
