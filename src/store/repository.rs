//! Loading and saving.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::epochs::Epochs;
use super::key::{EPOCHS, FormKey, Key, PREFIX, QUARANTINE, Space, aggregate_of, holds_records, stands_beside};
use super::meta::Meta;
use crate::domain::{Date, FieldValue, Id};
use crate::history::Record;
use crate::registry::{Aggregate, Registry, Touched};
use crate::storage::{Storage, StorageError, fingerprint, seal, units};

/// One book in a storage.
#[derive(Clone, Debug)]
pub struct Repository<S> {
    storage: S,
    space: Space,
    /// What was written of each aggregate.
    wrote: Arc<Mutex<BTreeMap<Aggregate, Wrote>>>,
}

/// An aggregate as it was written, by marks: of its changes ([`Registry::mark_at`]) and of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wrote {
    changes: u64,
    text: u64,
}

/// A text that could not be read. It is kept as it was, under a key of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The key it stood under.
    pub key: String,
    /// The text, untouched.
    pub text: String,
    /// The version of a newer app that wrote it; otherwise it is broken.
    pub newer: Option<u32>,
}

/// A book as it was found.
#[derive(Debug)]
pub struct Loaded {
    /// All that could be read.
    pub registry: Registry,
    /// Meta, where there was any.
    pub meta: Option<Meta>,
    /// Records that stand under the key of another aggregate than their own: an app of before did not know what they belong to. The next
    /// save puts them in their place.
    pub misplaced: Touched,
    /// All that could not be read, now and before.
    pub quarantine: Vec<Quarantined>,
    /// What was put in place of something, and when.
    pub epochs: Epochs,
    /// Whether a newer app has been here. Its texts are left where they are, and nothing may be written.
    pub newer: bool,
}

/// A text is of a newer app than this one, which must stop writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newer;

impl<S: Storage> Repository<S> {
    /// The store of a book in a storage.
    pub fn new(storage: S, space: Space) -> Self {
        Self { storage, space, wrote: Arc::default() }
    }

    /// The store of the other book on the same storage.
    #[must_use]
    pub fn beside(&self, space: Space) -> Self
    where
        S: Clone,
    {
        Self::new(self.storage.clone(), space)
    }

    /// The same store by way of another storage on the same keys, as when it is written in another mode.
    #[must_use]
    pub fn through(&self, way: S) -> Self {
        Self { storage: way, space: self.space, wrote: self.wrote.clone() }
    }

    /// The storage underneath.
    pub fn storage(&self) -> &S {
        &self.storage
    }

    /// Which book this is.
    pub fn space(&self) -> Space {
        self.space
    }

    /// Reads everything. Writes nothing but copies of what cannot be read.
    ///
    /// # Errors
    /// [`StorageError`] when the browser gives no storage.
    pub fn load(&self, today: Date) -> Result<Loaded, StorageError> {
        let prefix = self.space.prefix();
        let (mut quarantine, mut is_newer) = (Vec::new(), false);
        let (mut records, mut rescued) = (Vec::new(), Vec::new());
        let mut misplaced = Touched::default();
        for name in self.storage.keys(prefix)? {
            let key = &name[prefix.len()..];
            let Some(text) = self.storage.read(&name)? else { continue };
            if let Some(original) = key.strip_prefix(QUARANTINE) {
                // What an older app could not read, this one may.
                match open_records(&text) {
                    Ok(found) => rescued.extend(found),
                    Err(newer) => quarantine.push(Quarantined { key: original.to_owned(), text, newer }),
                }
            } else if holds_records(key) {
                match open_records(&text) {
                    Ok(found) => {
                        if let Some(here) = aggregate_of(key).filter(|here| !matches!(here, Aggregate::Group(_))) {
                            let strangers = found.iter().filter(|record| Aggregate::of(record) != here);
                            strangers.for_each(|record| misplaced.extend(Touched::moved(here, record)));
                        }
                        records.extend(found);
                    }
                    Err(Some(_)) => is_newer = true,
                    Err(newer) => {
                        let found = Quarantined { key: key.to_owned(), text, newer };
                        // Its key is freed only once the copy stands.
                        if self.quarantine(&found).is_ok() {
                            let _ = self.storage.remove(&name);
                        }
                        quarantine.push(found);
                    }
                }
            } else if stands_beside(key) || key == EPOCHS {
                is_newer |= matches!(seal::open(&text), Err(seal::StoredTextError::Newer { .. }));
            }
        }
        records.extend(rescued);
        // Two keys can hold one record, when a member moved between groups and the app was killed in between.
        let registry = Registry::of(today, records);
        let meta = self.read_json(Key::Meta)?;
        Ok(Loaded { registry, meta, misplaced, quarantine, epochs: self.epochs(), newer: is_newer })
    }

    /// The aggregate of a key that another tab has written, and the records in it; `None` when it is no key of this book's
    /// records, or cannot be read.
    ///
    /// # Errors
    /// [`Newer`] when a newer app wrote it.
    pub fn written(&self, name: &str, text: &str) -> Result<Option<(Aggregate, Vec<Record>)>, Newer> {
        let Some(aggregate) = name.strip_prefix(self.space.prefix()).and_then(aggregate_of) else { return Ok(None) };
        match open_records(text) {
            Ok(records) => Ok(Some((aggregate, records))),
            Err(Some(_)) => Err(Newer),
            Err(None) => Ok(None),
        }
    }

    /// The same of what stands under the key of an aggregate now. Of a long list only the parts that say something else than the
    /// registry are opened.
    ///
    /// # Errors
    /// [`Newer`] when a newer app wrote it.
    pub fn stored(&self, registry: &Registry, aggregate: Aggregate) -> Result<Option<(Aggregate, Vec<Record>)>, Newer> {
        let name = self.name(Key::Aggregate(aggregate));
        let Some(text) = self.storage.read(&name).ok().flatten() else { return Ok(None) };
        let ours: Vec<&Record> = registry.records_at(aggregate).collect();
        let known = if ours.len() > WHOLE { in_parts(&ours).ok() } else { None };
        let others = known.and_then(|known| seal::lists_beside(&text, &known));
        let read = |lists: Vec<String>| -> Option<Vec<Record>> {
            let mut records = Vec::new();
            for list in lists {
                records.extend(serde_json::from_str::<Vec<Record>>(&list).ok()?);
            }
            Some(records)
        };
        match others.and_then(read) {
            Some(records) => Ok(Some((aggregate, records))),
            None => self.written(&name, &text),
        }
    }

    /// Writes the aggregates that a command touched.
    ///
    /// # Errors
    /// The first [`StorageError`]; the aggregates not yet written are the ones left in `touched`.
    pub fn save(&self, registry: &Registry, touched: &mut Touched) -> Result<(), StorageError> {
        let mut failed = None;
        for aggregate in touched.gained() {
            match self.save_aggregate(registry, aggregate, touched) {
                Ok(()) => touched.saved(aggregate),
                // One group that finds no room must not keep a smaller one, or a deletion, from being saved.
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        if let Some(error) = failed {
            return Err(error);
        }
        for aggregate in touched.lost() {
            self.save_aggregate(registry, aggregate, touched)?;
            touched.saved(aggregate);
        }
        Ok(())
    }

    /// The texts of all aggregates as the registry has them. Of an aggregate that has not been changed since it was read (`marks` are of that
    /// moment), or since it was written here, the text that stands there will do; else it is made anew, and plain. What stands there
    /// may be another tab's: of what was written here it must be that very text.
    pub fn texts(&self, registry: &Registry, marks: &BTreeMap<Aggregate, u64>) -> Vec<String> {
        let wrote = self.wrote();
        let text = |aggregate: Aggregate| {
            let changes = registry.mark_at(aggregate);
            let is_as_read = marks.get(&aggregate) == Some(&changes);
            let wrote = wrote.get(&aggregate).filter(|wrote| wrote.changes == changes);
            let standing = (is_as_read || wrote.is_some())
                .then(|| self.storage.read(&self.name(Key::Aggregate(aggregate))).ok().flatten());
            let is_ours = |text: &String| is_as_read || wrote.is_some_and(|wrote| wrote.text == fingerprint(text));
            standing.flatten().filter(is_ours).or_else(|| {
                let json = serde_json::to_string(&registry.records_at(aggregate).collect::<Vec<_>>()).ok()?;
                Some(seal::seal_plain(&json))
            })
        };
        registry.aggregates().filter_map(text).collect()
    }

    fn wrote(&self) -> MutexGuard<'_, BTreeMap<Aggregate, Wrote>> {
        self.wrote.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn save_aggregate(&self, registry: &Registry, aggregate: Aggregate, touched: &Touched) -> Result<(), StorageError> {
        self.wrote().remove(&aggregate);
        let leaving: Vec<&Record> = touched.leaving(aggregate).filter_map(|id| registry.record(id)).collect();
        let records: Vec<&Record> = registry.records_at(aggregate).chain(leaving.iter().copied()).collect();
        let name = self.name(Key::Aggregate(aggregate));
        // What stands there is of use where there are parts only.
        let standing = if records.len() > WHOLE { self.storage.read(&name)? } else { None };
        let Some(text) = sealed(&records, standing.as_deref())? else { return self.storage.remove(&name) };
        self.storage.write(&name, &text)?;
        if leaving.is_empty() {
            let wrote = Wrote { changes: registry.mark_at(aggregate), text: fingerprint(&text) };
            self.wrote().insert(aggregate, wrote);
        }
        Ok(())
    }

    /// Writes meta.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn save_meta(&self, meta: &Meta) -> Result<(), StorageError> {
        self.write_json(Key::Meta, meta)
    }

    /// Keeps a copy of a text that cannot be read, under a key of its own; the same text is kept once.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn quarantine(&self, quarantine: &Quarantined) -> Result<(), StorageError> {
        let others = (2..).map(|number| format!("{}~{number}", quarantine.key));
        for place in std::iter::once(quarantine.key.clone()).chain(others) {
            let place = self.name(Key::Quarantine(&place));
            match self.storage.read(&place)? {
                Some(other) if other == quarantine.text => break,
                Some(_) => {}
                None => return self.storage.write(&place, &quarantine.text),
            }
        }
        Ok(())
    }

    /// Drops the texts in quarantine of these keys, which have been healed: a broken text of a person who was erased since must
    /// not stay.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn drop_quarantined(&self, keys: &[String]) -> Result<(), StorageError> {
        let prefix = self.name(Key::Quarantine(""));
        let is_of = |name: &String| keys.iter().any(|key| name[prefix.len()..].split('~').next() == Some(key));
        self.storage.keys(&prefix)?.iter().filter(|name| is_of(name)).try_for_each(|name| self.storage.remove(name))
    }

    /// The half-typed form of this key.
    pub fn form(&self, form: FormKey) -> Option<Value> {
        self.read_json(Key::Form(form)).ok().flatten()
    }

    /// The keys under which this form is kept, in whatever window it was filled in.
    pub fn forms_like(&self, form: FormKey) -> Vec<FormKey> {
        let nowhere = form.in_window(None);
        // A window's id is as long as any.
        let some = self.name(Key::Form(form.in_window(Some(Id::v7(0, [0; 10])))));
        let prefix = &some[..some.rfind('/').map_or(0, |end| end + 1)];
        let names = if form.is_new() { self.storage.keys(prefix).unwrap_or_default() } else { Vec::new() };
        let windows = names.iter().filter_map(|name| Id::parse(&name[prefix.len()..]).ok());
        let all = windows.map(|window| form.in_window(Some(window))).chain([nowhere]);
        all.filter(|key| self.form(*key).is_some()).collect()
    }

    /// Keeps a half-typed form.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn keep_form(&self, form: FormKey, draft: &Value) -> Result<(), StorageError> {
        self.write_json(Key::Form(form), draft)
    }

    /// Throws a half-typed form away.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn drop_form(&self, form: FormKey) -> Result<(), StorageError> {
        self.storage.remove(&self.name(Key::Form(form)))
    }

    /// Removes everything of this book, texts in quarantine too. What was taken away before stays told until the new epochs stand:
    /// else whoever is killed in between would get it back from the other copy.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn clear(&self) -> Result<(), StorageError> {
        let epochs = self.name(Key::Epochs);
        let keys = self.storage.keys(self.space.prefix())?;
        keys.iter().filter(|key| **key != epochs).try_for_each(|key| self.storage.remove(key))
    }

    /// How many UTF-16 units everything of ours takes, keys and texts.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn units(&self) -> Result<usize, StorageError> {
        let keys = self.storage.keys(PREFIX)?;
        keys.iter().map(|key| Ok(units(key) + self.storage.read(key)?.map_or(0, |text| units(&text)))).sum()
    }

    pub(super) fn name(&self, key: Key) -> String {
        format!("{}{key}", self.space.prefix())
    }

    pub(super) fn read_json<T: for<'de> Deserialize<'de>>(&self, key: Key) -> Result<Option<T>, StorageError> {
        let text = self.storage.read(&self.name(key))?;
        Ok(text.and_then(|text| serde_json::from_str(&seal::open_plain(&text).ok()?).ok()))
    }

    pub(super) fn write_json(&self, key: Key, value: &impl Serialize) -> Result<(), StorageError> {
        let json = serde_json::to_string(value).map_err(|_| StorageError::NotKept)?;
        self.storage.write(&self.name(key), &seal::seal_plain(&json))
    }
}

/// So many records are packed as one: a group with its members, some visits and aids. Together they take less room.
const WHOLE: usize = 24;

/// Of more records one in so many, by its id, ends a part: so a record that is added or changed changes no part but its own.
const ONE_IN: u64 = 16;

/// The text of an aggregate with these records; `None` without any. Parts that stand in the text before are not packed again.
pub(super) fn sealed(records: &[&Record], standing: Option<&str>) -> Result<Option<String>, StorageError> {
    let parts = in_parts(records)?;
    Ok((!parts.is_empty()).then(|| seal::seal_list(&parts, standing)))
}

/// The parts in which records are packed, as JSON without brackets.
fn in_parts(records: &[&Record]) -> Result<Vec<String>, StorageError> {
    let mut parts: Vec<String> = Vec::new();
    let mut is_open = false;
    for record in records {
        let json = serde_json::to_string(record).map_err(|_| StorageError::NotKept)?;
        match parts.last_mut().filter(|_| is_open) {
            Some(part) => {
                part.push(',');
                *part += &json;
            }
            None => parts.push(json),
        }
        is_open = records.len() <= WHOLE || !fingerprint(record.id()).is_multiple_of(ONE_IN);
    }
    Ok(parts)
}

/// The records in the text of an aggregate; `None` when it is broken, or of a newer app.
pub fn records_in(text: &str) -> Option<Vec<Record>> {
    open_records(text).ok()
}

/// The same, and how many bytes of JSON they are.
pub fn records_and_bytes_in(text: &str) -> Option<(Vec<Record>, usize)> {
    let json = seal::open(text).ok()?;
    Some((serde_json::from_str(&json).ok()?, json.len()))
}

/// The records of a key, or why they cannot be read: the version of a newer app, or nothing when the text is broken.
pub(super) fn open_records(text: &str) -> Result<Vec<Record>, Option<u32>> {
    match seal::open(text) {
        Ok(json) => serde_json::from_str(&json).map_err(|_| None),
        Err(seal::StoredTextError::Newer { version }) => Err(Some(version)),
        Err(seal::StoredTextError::Broken) => Err(None),
    }
}
