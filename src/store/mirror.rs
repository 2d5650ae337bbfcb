//! Two copies of a book, made one: what is in the storage, and a mirror elsewhere with the same keys and the same sealed texts.
//!
//! By union of records, as everywhere, where both are of one epoch ([`Epochs`]). Where one is of a later, something was put in
//! place of what the other has: it is the base, and of the other only what was entered here since then is taken in. Relies on
//! the storage having been loaded. Reads the storage, writes nothing and does not know where the mirror is: to write is for the
//! caller, in this order:
//!
//! 1. [`Repository::reunite`], after [`Repository::load`] and whatever was entered since.
//! 2. If [`Reunion::newer`] holds anything: a newer app has been here, nothing may be written any more.
//! 3. [`Repository::quarantine`] each of [`Reunion::broken`]; a key whose text found no place is left alone in the mirror.
//! 4. [`Repository::save`] of [`Reunion::touched`], [`Repository::take_over`] of what stands beside.
//! 5. If all that was kept: [`Repository::save_epochs`] of [`Reunion::epochs`], the last in the storage.
//! 6. For each key of [`Reunion::behind`], the mirror gets [`Repository::text`], or forgets the key where there is none, and with
//!    them, all at once, the epochs. This does not depend on 4: what found no room in the storage stands in the mirror.
//!
//! Texts in quarantine (`aside/…`) in the mirror are taken in if they can be read, and otherwise left there; so is every other key
//! that is neither records nor meta nor a form.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::begun;
use super::epochs::{Epochs, Own, epochs_key};
use super::key::{EPOCHS, Key, META, QUARANTINE, aggregate_of, holds_records, stands_beside};
use super::meta::Meta;
use super::repository::{Quarantined, Repository, open_records, sealed};
use crate::history::{Device, Record};
use crate::registry::{Aggregate, Registry, Touched, commands};
use crate::storage::{Storage, StorageError, seal};

/// What two copies came to. Keys are whole, with the space's prefix, as in the mirror; in a [`Quarantined`] they are within it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reunion {
    /// What the mirror had and the registry had not, which it now has: these aggregates have to be saved.
    pub touched: Touched,
    /// Meta, half-typed forms and notes of imports that only the mirror has, as they stand there. Where both have one, the
    /// storage's stays, but of an import the one that is over; that a form was thrown away cannot be told from its loss, so it
    /// comes back.
    pub beside: Vec<(String, String)>,
    /// The mirror's meta, where the storage has none that can be read: so that a device keeps its name.
    pub meta: Option<Meta>,
    /// The keys that the mirror lacks, or holds in another text than it should.
    pub behind: Vec<String>,
    /// The keys, within the space, of texts in quarantine whose records the mirror has.
    pub healed: Vec<String>,
    /// Texts of the mirror by a newer app. They are left untouched.
    pub newer: Vec<Quarantined>,
    /// Texts of the mirror that cannot be read.
    pub broken: Vec<Quarantined>,
    /// The epochs of both copies, where one lacks some.
    pub epochs: Option<Epochs>,
    /// What the storage has and was taken away: keys beside the records.
    pub gone: Vec<String>,
    /// Whether everything of the storage was taken away, so that nothing of it may stay in memory.
    pub is_cleared: bool,
}

/// A book in memory, as it stands to its mirror.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The epochs of what was loaded.
    pub epochs: &'a Epochs,
    /// What was put in quarantine then.
    pub quarantine: &'a [Quarantined],
    /// Which changes are this browser's own.
    pub own: &'a Own,
}

/// A text of the mirror that the storage has not.
struct Other<'a> {
    name: &'a str,
    key: &'a str,
    text: &'a str,
    /// What stands in the storage instead.
    own: Option<String>,
}

impl<S: Storage> Repository<S> {
    /// Unites the registry with a mirror of this book. Where both copies have the same text, none is opened.
    ///
    /// # Errors
    /// [`StorageError`] when the browser gives no storage; the registry is then as it was.
    pub fn reunite(
        &self,
        registry: &mut Registry,
        side: Side,
        mirror: &[(String, String)],
    ) -> Result<Reunion, StorageError> {
        let prefix = self.space().prefix();
        let epochs_key = epochs_key(self.space());
        let theirs = mirror.iter().find(|(name, _)| *name == epochs_key).map(|(_, text)| text.as_str());
        let epochs = Epochs::read(theirs);
        let mut own = side.own.clone();
        own.devices.extend(devices_in(mirror, prefix));
        let age = |key: &str| Age::of(&epochs, side.epochs, key);

        let names = self.storage().keys(prefix)?;
        let mut is_there = vec![false; names.len()];
        let mut found = Reunion {
            is_cleared: side.epochs.is_cleared_by(&epochs) && !side.epochs.is_alone(&epochs),
            ..Reunion::default()
        };
        let mut others = Vec::new();
        // The aggregates that are as the mirror has them, since it is of a later epoch.
        let (mut overruled, mut unread) = (BTreeSet::new(), BTreeSet::new());
        for (name, text) in mirror {
            let Some(key) = name.strip_prefix(prefix).filter(|key| is_mirrored(key) || key.starts_with(QUARANTINE))
            else {
                continue;
            };
            if let Ok(place) = names.binary_search(name) {
                is_there[place] = true;
            }
            let own_text = self.storage().read(name)?;
            match age(key) {
                Age::Earlier => {
                    found.unite_since(registry, &own, side.epochs, key, text);
                    if own_text.as_ref() != Some(text) || aggregate_of(key).is_some() {
                        found.behind.push(name.clone());
                    }
                    continue;
                }
                Age::Later if opens(key, text) => {
                    overruled.extend(aggregate_of(key));
                    others.push(Other { name, key, text, own: None });
                    continue;
                }
                // Better too much than what nobody can read.
                Age::Later => unread.extend(aggregate_of(key)),
                Age::Same => {}
            }
            if own_text.as_ref() != Some(text) {
                others.push(Other { name, key, text, own: own_text });
            } else if is_quarantined(side.quarantine, key)
                && side.quarantine.iter().all(|quarantine| quarantine.text != *text)
            {
                found.healed.push(key.to_owned());
            }
        }
        for (name, is_there) in names.into_iter().zip(is_there) {
            let key = &name[prefix.len()..];
            if is_there || key == EPOCHS {
            } else if !holds_records(key) && (found.is_cleared || age(key) == Age::Later) {
                found.gone.push(name);
            } else if age(key) == Age::Later {
                overruled.extend(aggregate_of(key));
            } else if is_mirrored(key) {
                found.behind.push(name);
            }
        }
        // What is in memory only, too.
        let is_later = |aggregate: &Aggregate| age(&Key::Aggregate(*aggregate).to_string()) == Age::Later;
        overruled.extend(registry.aggregates().filter(|aggregate| is_later(aggregate) && !unread.contains(aggregate)));
        found.overrule(registry, &own, &epochs, overruled);
        let mut taken = Vec::new();
        for other in others {
            if let Some(records) = found.take_in(registry, &other) {
                if is_quarantined(side.quarantine, other.key) {
                    found.healed.push(other.key.to_owned());
                }
                taken.push((other, records));
            }
        }
        // Only now, since a member may have moved on from an aggregate that was compared before.
        for (other, records) in taken {
            let is_right = |aggregate| records.iter().eq(registry.records_at(aggregate));
            if aggregate_of(other.key).is_some_and(|aggregate| other.own.is_some() || !is_right(aggregate)) {
                found.behind.push(other.name.to_owned());
            }
        }
        let mut both = side.epochs.clone().together();
        both.unite(&epochs);
        found.epochs = (both != *side.epochs || both != epochs).then_some(both);
        Ok(found)
    }

    /// Writes what only the mirror had beside the records, and takes away what was taken away there.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn take_over(&self, reunion: &Reunion) -> Result<(), StorageError> {
        reunion.beside.iter().try_for_each(|(name, text)| self.storage().write(name, text))?;
        reunion.gone.iter().try_for_each(|name| self.storage().remove(name))
    }

    /// What the mirror should hold under a key; `None` when nothing. For records this is what the registry has, which may be
    /// more than the storage has room for.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn text(&self, registry: &Registry, name: &str) -> Result<Option<String>, StorageError> {
        let own = self.storage().read(name)?;
        let Some(aggregate) = name.strip_prefix(self.space().prefix()).and_then(aggregate_of) else { return Ok(own) };
        let records: Vec<&Record> = registry.records_at(aggregate).collect();
        // The storage's own text, where it says the same: two texts that are equal need not be opened at the next start.
        let says_the_same = |text: &str| open_records(text).is_ok_and(|own| own.iter().eq(records.iter().copied()));
        if own.as_deref().is_some_and(says_the_same) { Ok(own) } else { sealed(&records, own.as_deref()) }
    }
}

impl Reunion {
    /// Takes in what the mirror has of an earlier epoch and was entered since the later.
    fn unite_since(&mut self, registry: &mut Registry, own: &Own, epochs: &Epochs, key: &str, text: &str) {
        let records = if holds_records(key) { open_records(text).unwrap_or_default() } else { Vec::new() };
        let since = records.iter().filter_map(|record| own.since(epochs.of(key), record)).collect();
        // An id under two kinds cannot come from this app.
        if let Ok((touched, _)) = commands::import(registry, since) {
            self.touched.extend(touched);
        }
    }

    /// Leaves of these aggregates only what was entered since the mirror's epoch.
    fn overrule(&mut self, registry: &mut Registry, own: &Own, epochs: &Epochs, aggregates: BTreeSet<Aggregate>) {
        if aggregates.is_empty() {
            return;
        }
        let mut kept = Vec::new();
        for aggregate in registry.aggregates() {
            if aggregates.contains(&aggregate) {
                let epoch = epochs.of(&Key::Aggregate(aggregate).to_string());
                kept.extend(registry.records_at(aggregate).filter_map(|record| own.since(epoch, record)));
            } else {
                kept.extend(registry.records_at(aggregate).cloned());
            }
        }
        *registry = Registry::of(registry.today(), kept);
        for aggregate in aggregates {
            self.touched.extend(Touched::one(aggregate));
        }
    }

    /// Takes in a text of the mirror; gives back the records in it.
    fn take_in(&mut self, registry: &mut Registry, other: &Other) -> Option<Vec<Record>> {
        let quarantine = |newer| Quarantined { key: other.key.to_owned(), text: other.text.to_owned(), newer };
        let is_quarantined = other.key.starts_with(QUARANTINE);
        if stands_beside(other.key) {
            self.take_beside(other, quarantine);
            return None;
        }
        let newer = match open_records(other.text) {
            // An id under two kinds cannot come from this app.
            Ok(records) => match commands::import(registry, records.clone()) {
                Ok((touched, _)) => {
                    self.touched.extend(touched);
                    return Some(records);
                }
                Err(_) => None,
            },
            Err(newer) => newer,
        };
        match newer {
            _ if is_quarantined => {}
            Some(_) => self.newer.push(quarantine(newer)),
            None => {
                self.broken.push(quarantine(None));
                self.behind.push(other.name.to_owned());
            }
        }
        None
    }

    /// Meta or a form.
    fn take_beside(&mut self, other: &Other, quarantine: impl Fn(Option<u32>) -> Quarantined) {
        match seal::open(other.text) {
            Err(seal::StoredTextError::Newer { version }) => self.newer.push(quarantine(Some(version))),
            Err(seal::StoredTextError::Broken) => {
                self.broken.push(quarantine(None));
                self.behind.push(other.name.to_owned());
            }
            Ok(_) if other.own.as_ref().is_some_and(|own| begun::is_over(other.key, other.text, own)) => {
                self.beside.push((other.name.to_owned(), other.text.to_owned()));
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

/// Whether a text of this key was put in quarantine because it is broken, be it the first or a later one.
fn is_quarantined(quarantine: &[Quarantined], key: &str) -> bool {
    quarantine.iter().any(|quarantine| quarantine.newer.is_none() && quarantine.key.split('~').next() == Some(key))
}

/// How a key of the mirror stands to what was loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Age {
    Earlier,
    Same,
    Later,
}

impl Age {
    /// What was kept before the two copies were made one was kept on top of what stood in the storage, taken away or not, and not of
    /// what stands in the mirror. Nothing of either may be lost, so then the two are united. Two steps hold all the same: one that
    /// put all in place, and one of a storage that was one with the mirror, which missed it.
    fn of(mirror: &Epochs, loaded: &Epochs, key: &str) -> Self {
        let is_alone = loaded.is_alone(mirror) && loaded.floor_of(key) <= mirror.of(key);
        match mirror.of(key).cmp(&loaded.of(key)) {
            Ordering::Equal => Self::Same,
            Ordering::Less if is_alone && loaded.is_raised_alone(key) => Self::Same,
            Ordering::Less => Self::Earlier,
            Ordering::Greater if is_alone => Self::Same,
            Ordering::Greater => Self::Later,
        }
    }
}

/// Whether a text of the mirror can stand in place of another.
fn opens(key: &str, text: &str) -> bool {
    if holds_records(key) || key.starts_with(QUARANTINE) {
        open_records(text).is_ok()
    } else {
        seal::open(text).is_ok()
    }
}

/// The devices that the mirror's meta knows.
fn devices_in(mirror: &[(String, String)], prefix: &str) -> Vec<Device> {
    let text = mirror.iter().find(|(name, _)| name.strip_prefix(prefix) == Some(META)).map(|(_, text)| text);
    let json = text.and_then(|text| seal::open(text).ok());
    let meta = json.and_then(|json| serde_json::from_str::<Meta>(&json).ok());
    meta.iter().flat_map(Meta::devices).map(|(device, _)| device).collect()
}
