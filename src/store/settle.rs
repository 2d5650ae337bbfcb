//! What the mirror keeps under a key, of what stands there and what is put: decided inside the transaction that writes it, since
//! another tab may have put something there meanwhile.
//!
//! Relies on the caller to begin each transaction with the epochs of every book that it writes to ([`Settler::look`]).
//! Deliberately absent: the mirror itself.

use super::epochs::{Epoch, Epochs, Own};
use super::key::{EPOCHS, Space, aggregate_of, settings_key, within};
use super::repository::{open_records, sealed};
use super::settings::Settings;
use crate::history::Record;
use crate::registry::unite;
use crate::storage::seal;

/// How a text goes with what others have under its key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WriteMode {
    /// United with it, and told to the other tabs: a change.
    #[default]
    Merge,
    /// In its place, and the other tabs have to read anew: something was taken back.
    Replace,
    /// In its place, since what stands there is in it already. Nobody needs to be told.
    Repair,
}

/// Something that is put into the mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The text; `None` takes the key away.
    pub text: Option<String>,
    /// Whether it is united with what stands there, or put in its place.
    pub unite: bool,
    /// The epoch that its writer knew of this key.
    pub epoch: Epoch,
}

/// Decides for one transaction.
#[derive(Clone, Debug, Default)]
pub struct Settler {
    epochs: Vec<(Space, Epochs)>,
    own: Own,
    /// Whether something was put in place that the writer did not know of: it has to look at the mirror anew.
    pub is_overtaken: bool,
}

impl Settler {
    /// For what is written by this browser.
    pub fn new(own: Own) -> Self {
        Self { own, ..Self::default() }
    }

    /// Takes note of the epochs that stand in the mirror.
    pub fn look(&mut self, space: Space, there: Option<&str>) {
        self.epochs.push((space, Epochs::read(there)));
    }

    /// What stands under a key afterwards; `None` when nothing.
    pub fn settle(&mut self, name: &str, there: Option<&str>, offer: Offer) -> Option<String> {
        let is_newer = |there: &str| matches!(seal::open(there), Err(seal::StoredTextError::Newer { .. }));
        if offer.unite && there.is_some_and(is_newer) {
            return there.map(str::to_owned);
        }
        if name == settings_key() {
            return later(there, offer.text);
        }
        let Some((space, key)) = within(name) else { return offer.text };
        if key == EPOCHS {
            let mut both = Epochs::read(there);
            both.unite(&Epochs::read(offer.text.as_deref()));
            return Some(both.text());
        }
        let known = self.epochs.iter().find(|(of, _)| *of == space);
        let epoch = known.map(|(_, epochs)| epochs.of(key)).unwrap_or_default();
        if offer.epoch < epoch {
            self.is_overtaken = true;
            let since = |text: &String| self.since(epoch, text);
            let since = offer.text.as_ref().filter(|_| aggregate_of(key).is_some()).and_then(since);
            return match (there, since) {
                (Some(there), Some(since)) => Some(united(name, there, since)),
                (there, since) => since.or_else(|| there.map(str::to_owned)),
            };
        }
        match (there, offer.text) {
            (Some(there), Some(text)) if offer.unite && there != text => Some(united(name, there, text)),
            (_, text) => text,
        }
    }

    /// What of a text of an earlier epoch was entered here since.
    fn since(&self, epoch: Epoch, text: &str) -> Option<String> {
        let records = open_records(text).ok()?;
        let since: Vec<Record> = records.iter().filter_map(|record| self.own.since(epoch, record)).collect();
        sealed(&since.iter().collect::<Vec<_>>(), None).ok().flatten()
    }
}

/// One text of two for a key of the mirror: what stands there, and what is put. Records are united; of anything else the
/// text that is put stays, but never over one of a newer app.
pub fn united(name: &str, there: &str, text: String) -> String {
    if matches!(seal::open(there), Err(seal::StoredTextError::Newer { .. })) {
        return there.to_owned();
    }
    let is_aggregate = within(name).and_then(|(_, key)| aggregate_of(key)).is_some();
    let (true, Ok(old), Ok(new)) = (is_aggregate, open_records(there), open_records(&text)) else { return text };
    let mut both = new.clone();
    for old in old {
        match both.iter_mut().find(|record| record.id() == old.id()) {
            // Of another kind under this id the same one stays as in the registry.
            Some(record) => drop(unite(record, old)),
            None => both.push(old),
        }
    }
    if both == new {
        text
    } else {
        sealed(&both.iter().collect::<Vec<_>>(), Some(there)).ok().flatten().unwrap_or(text)
    }
}

/// The choices of this device that were made later.
fn later(there: Option<&str>, text: Option<String>) -> Option<String> {
    let standing = there.and_then(Settings::read);
    let put = text.as_deref().and_then(Settings::read);
    match (standing, put) {
        (Some(standing), Some(put)) if standing.is_later(&put) => there.map(str::to_owned),
        _ => text,
    }
}
