//! Loading and saving.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::key::{ASIDE, FormKey, Key, PREFIX, Space, holds_records, home_of, stands_beside};
use super::settings::Settings;
use crate::domain::Date;
use crate::history::{Device, Record, Stamp};
use crate::registry::{Home, Registry, Touched};
use crate::shelf::{Shelf, ShelfError, seal, units};

/// The keeper of one book on one shelf.
#[derive(Clone, Debug)]
pub struct Store<S> {
    shelf: S,
    space: Space,
    /// What was written of each home.
    wrote: Arc<Mutex<BTreeMap<Home, Wrote>>>,
}

/// A home as it was written, by marks: of its changes ([`Registry::mark_at`]) and of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wrote {
    changes: u64,
    text: u64,
}

/// What stands beside the records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// This browser's device.
    device: String,
    /// The stamp of the last file with everything that left this device; what it holds is sent.
    pub sent: Option<Stamp>,
}

impl Meta {
    /// The meta of a book that is opened for the first time.
    pub fn new(device: Device) -> Self {
        Self { device: device.to_string(), sent: None }
    }

    /// This browser's device.
    pub fn device(&self) -> Option<Device> {
        Device::parse(&self.device).ok()
    }
}

/// A text that could not be read. It is kept as it was, under a key of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
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
    /// All that could not be read, now and before.
    pub aside: Vec<SetAside>,
    /// Whether a newer app has been here. Its texts are left where they are, and nothing may be written.
    pub newer: bool,
}

/// A text is of a newer app than this one, which must stop writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Newer;

impl<S: Shelf> Store<S> {
    /// The store of a book on a shelf.
    pub fn new(shelf: S, space: Space) -> Self {
        Self { shelf, space, wrote: Arc::default() }
    }

    /// The store of the other book on the same shelf.
    #[must_use]
    pub fn beside(&self, space: Space) -> Self
    where
        S: Clone,
    {
        Self::new(self.shelf.clone(), space)
    }

    /// The shelf underneath.
    pub fn shelf(&self) -> &S {
        &self.shelf
    }

    /// Which book this is.
    pub fn space(&self) -> Space {
        self.space
    }

    /// Reads everything. Writes nothing but copies of what cannot be read.
    ///
    /// # Errors
    /// [`ShelfError`] when the browser gives no storage.
    pub fn load(&self, today: Date) -> Result<Loaded, ShelfError> {
        let prefix = self.space.prefix();
        let (mut aside, mut is_newer) = (Vec::new(), false);
        let (mut records, mut rescued) = (Vec::new(), Vec::new());
        for name in self.shelf.keys(prefix)? {
            let key = &name[prefix.len()..];
            let Some(text) = self.shelf.read(&name)? else { continue };
            if let Some(original) = key.strip_prefix(ASIDE) {
                // What an older app could not read, this one may.
                match open_records(&text) {
                    Ok(found) => rescued.extend(found),
                    Err(newer) => aside.push(SetAside { key: original.to_owned(), text, newer }),
                }
            } else if holds_records(key) {
                match open_records(&text) {
                    Ok(found) => records.extend(found),
                    Err(Some(_)) => is_newer = true,
                    Err(newer) => {
                        let found = SetAside { key: key.to_owned(), text, newer };
                        // Its key is freed only once the copy stands.
                        if self.set_aside(&found).is_ok() {
                            let _ = self.shelf.remove(&name);
                        }
                        aside.push(found);
                    }
                }
            } else if stands_beside(key) {
                is_newer |= matches!(seal::open(&text), Err(seal::SealError::Newer { .. }));
            }
        }
        records.extend(rescued);
        // Two keys can hold one record, when a member moved between groups and the app was killed in between.
        let registry = Registry::of(today, records);
        let meta = self.read_json(Key::Meta)?;
        Ok(Loaded { registry, meta, aside, newer: is_newer })
    }

    /// The home of a key that another tab has written, and the records in it; `None` when it is no key of this book's
    /// records, or cannot be read.
    ///
    /// # Errors
    /// [`Newer`] when a newer app wrote it.
    pub fn written(&self, name: &str, text: &str) -> Result<Option<(Home, Vec<Record>)>, Newer> {
        let Some(home) = name.strip_prefix(self.space.prefix()).and_then(home_of) else { return Ok(None) };
        match open_records(text) {
            Ok(records) => Ok(Some((home, records))),
            Err(Some(_)) => Err(Newer),
            Err(None) => Ok(None),
        }
    }

    /// The same of what stands under the key of a home now.
    ///
    /// # Errors
    /// [`Newer`] when a newer app wrote it.
    pub fn standing(&self, home: Home) -> Result<Option<(Home, Vec<Record>)>, Newer> {
        let name = self.name(Key::Home(home));
        self.shelf.read(&name).ok().flatten().map_or(Ok(None), |text| self.written(&name, &text))
    }

    /// Writes the homes that a command touched.
    ///
    /// # Errors
    /// The first [`ShelfError`]; the homes not yet written are the ones left in `touched`.
    pub fn save(&self, registry: &Registry, touched: &mut Touched) -> Result<(), ShelfError> {
        let mut failed = None;
        for home in touched.gained() {
            match self.save_home(registry, home, touched) {
                Ok(()) => touched.saved(home),
                // One group that finds no room must not keep a smaller one, or a deletion, from being saved.
                Err(error) => failed = failed.or(Some(error)),
            }
        }
        if let Some(error) = failed {
            return Err(error);
        }
        for home in touched.lost() {
            self.save_home(registry, home, touched)?;
            touched.saved(home);
        }
        Ok(())
    }

    /// The texts of all homes as the registry has them. Of a home that has not been changed since it was read (`marks` are of that
    /// moment), or since it was written here, the text that stands there will do; else it is made anew, and plain. What stands there
    /// may be another tab's: of what was written here it must be that very text.
    pub fn texts(&self, registry: &Registry, marks: &BTreeMap<Home, u64>) -> Vec<String> {
        let wrote = self.wrote();
        let text = |home: Home| {
            let changes = registry.mark_at(home);
            let is_as_read = marks.get(&home) == Some(&changes);
            let wrote = wrote.get(&home).filter(|wrote| wrote.changes == changes);
            let standing =
                (is_as_read || wrote.is_some()).then(|| self.shelf.read(&self.name(Key::Home(home))).ok().flatten());
            let is_ours = |text: &String| is_as_read || wrote.is_some_and(|wrote| wrote.text == mark(text));
            standing.flatten().filter(is_ours).or_else(|| {
                let json = serde_json::to_string(&registry.records_at(home).collect::<Vec<_>>()).ok()?;
                Some(seal::seal_plain(&json))
            })
        };
        registry.homes().filter_map(text).collect()
    }

    fn wrote(&self) -> MutexGuard<'_, BTreeMap<Home, Wrote>> {
        self.wrote.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn save_home(&self, registry: &Registry, home: Home, touched: &Touched) -> Result<(), ShelfError> {
        self.wrote().remove(&home);
        let leaving: Vec<&Record> = touched.leaving(home).filter_map(|id| registry.record(id)).collect();
        let records: Vec<&Record> = registry.records_at(home).chain(leaving.iter().copied()).collect();
        let name = self.name(Key::Home(home));
        let Some(text) = sealed(&records)? else { return self.shelf.remove(&name) };
        self.shelf.write(&name, &text)?;
        if leaving.is_empty() {
            let wrote = Wrote { changes: registry.mark_at(home), text: mark(&text) };
            self.wrote().insert(home, wrote);
        }
        Ok(())
    }

    /// Writes meta.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn save_meta(&self, meta: &Meta) -> Result<(), ShelfError> {
        self.write_json(Key::Meta, meta)
    }

    /// Keeps a copy of a text that cannot be read, under a key of its own; the same text is kept once.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn set_aside(&self, aside: &SetAside) -> Result<(), ShelfError> {
        let others = (2..).map(|number| format!("{}~{number}", aside.key));
        for place in std::iter::once(aside.key.clone()).chain(others) {
            let place = self.name(Key::Aside(&place));
            match self.shelf.read(&place)? {
                Some(other) if other == aside.text => break,
                Some(_) => {}
                None => return self.shelf.write(&place, &aside.text),
            }
        }
        Ok(())
    }

    /// The half-typed form of this key.
    pub fn form(&self, form: FormKey) -> Option<Value> {
        self.read_json(Key::Form(form)).ok().flatten()
    }

    /// Keeps a half-typed form.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn keep_form(&self, form: FormKey, draft: &Value) -> Result<(), ShelfError> {
        self.write_json(Key::Form(form), draft)
    }

    /// Throws a half-typed form away.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn drop_form(&self, form: FormKey) -> Result<(), ShelfError> {
        self.shelf.remove(&self.name(Key::Form(form)))
    }

    /// Removes everything of this book, set-aside texts too.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn clear(&self) -> Result<(), ShelfError> {
        self.shelf.keys(self.space.prefix())?.iter().try_for_each(|key| self.shelf.remove(key))
    }

    /// The choices of this device.
    pub fn settings(&self) -> Settings {
        let text = self.shelf.read(&settings_key()).ok().flatten();
        text.and_then(|text| serde_json::from_str(&seal::open(&text).ok()?).ok()).unwrap_or_default()
    }

    /// Keeps the choices of this device.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), ShelfError> {
        let json = serde_json::to_string(settings).map_err(|_| ShelfError::NotKept)?;
        self.shelf.write(&settings_key(), &seal::seal_plain(&json))
    }

    /// How many UTF-16 units everything of ours takes, keys and texts.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf.
    pub fn units(&self) -> Result<usize, ShelfError> {
        let keys = self.shelf.keys(PREFIX)?;
        keys.iter().map(|key| Ok(units(key) + self.shelf.read(key)?.map_or(0, |text| units(&text)))).sum()
    }

    pub(super) fn name(&self, key: Key) -> String {
        format!("{}{key}", self.space.prefix())
    }

    pub(super) fn read_json<T: for<'de> Deserialize<'de>>(&self, key: Key) -> Result<Option<T>, ShelfError> {
        let text = self.shelf.read(&self.name(key))?;
        Ok(text.and_then(|text| serde_json::from_str(&seal::open(&text).ok()?).ok()))
    }

    pub(super) fn write_json(&self, key: Key, value: &impl Serialize) -> Result<(), ShelfError> {
        let json = serde_json::to_string(value).map_err(|_| ShelfError::NotKept)?;
        self.shelf.write(&self.name(key), &seal::seal_plain(&json))
    }
}

fn settings_key() -> String {
    format!("{PREFIX}settings")
}

fn mark(text: &str) -> u64 {
    let mut mark = DefaultHasher::new();
    text.hash(&mut mark);
    mark.finish()
}

/// The text of a home with these records; `None` without any.
pub(super) fn sealed(records: &[&Record]) -> Result<Option<String>, ShelfError> {
    if records.is_empty() {
        return Ok(None);
    }
    let json = serde_json::to_string(records).map_err(|_| ShelfError::NotKept)?;
    Ok(Some(seal::seal(&json)))
}

/// The records in the text of a home; `None` when it is broken, or of a newer app.
pub fn records_in(text: &str) -> Option<Vec<Record>> {
    open_records(text).ok()
}

/// The records of a key, or why they cannot be read: the version of a newer app, or nothing when the text is broken.
pub(super) fn open_records(text: &str) -> Result<Vec<Record>, Option<u32>> {
    match seal::open(text) {
        Ok(json) => serde_json::from_str(&json).map_err(|_| None),
        Err(seal::SealError::Newer { version }) => Err(Some(version)),
        Err(seal::SealError::Broken) => Err(None),
    }
}
