//! The books that are measured: the programme, and four and ten times as much, sealed as the app keeps them.
//!
//! Each is a file of JSON: the texts by their keys, the file to be taken in, and the aggregates as plain JSON for the floor.
//! Relies on the app's own store over a storage in memory. Deliberately absent: opening a browser to write them.
use super::folder;
use crate::sample;
use buku_kube::domain::Date;
use buku_kube::history::Record;
use buku_kube::registry::{Registry, commands};
use buku_kube::sample::{Sample, sample as invented, sample_of_five_years};
use buku_kube::storage::{MemoryStorage, Storage};
use buku_kube::store::{Repository, Space};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::PathBuf;

/// The names of the books.
pub const NAMES: [&str; 4] = ["1x", "4x", "10x", FIVE_YEARS];

/// The programme with five years of months, visits and aids.
pub const FIVE_YEARS: &str = "5y";

/// The programme: 949 groups and 7,959 households.
const PROGRAMME: (usize, usize) = (949, 7_959);

const SEED: u64 = 1;

/// Bytes of plain JSON that find room in localStorage.
const PLAIN: usize = 4_700_000;

/// Writes those that are asked for, and answers the folder.
pub fn make(only: Option<&str>) -> Result<PathBuf, String> {
    let folder = folder();
    let trouble = |error| format!("{} cannot be written ({error}); free space there.", folder.display());
    fs::create_dir_all(&folder).map_err(trouble)?;
    for (name, times) in NAMES.into_iter().zip([1, 4, 10, 1]) {
        if only.is_none_or(|only| only == name) {
            let wanted = Sample { groups: PROGRAMME.0 * times, members: PROGRAMME.1 * times, seed: SEED };
            let invent = if name == FIVE_YEARS { sample_of_five_years } else { invented };
            fs::write(folder.join(format!("{name}.json")), book(wanted, invent(wanted))?.to_string())
                .map_err(trouble)?;
            fs::write(folder.join(format!("{name}.file")), sample::file_of(&invent(wanted))).map_err(trouble)?;
        }
    }
    Ok(folder)
}

fn book(wanted: Sample, records: Vec<Record>) -> Result<Value, String> {
    let no_book = || "the invented book could not be made".to_owned();
    let mut registry = Registry::new(Date::new(2014, 6, 30).ok_or_else(no_book)?);
    let (mut touched, _) = commands::import(&mut registry, records).map_err(|_| no_book())?;
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    store.save(&registry, &mut touched).map_err(|_| no_book())?;
    let mut texts = Map::new();
    for key in store.storage().keys("").map_err(|_| no_book())? {
        let text = store.storage().read(&key).map_err(|_| no_book())?;
        texts.insert(key, text.into());
    }
    // The floor reads the programme as often as the book holds it: no more of it finds room in localStorage as plain JSON.
    let mut room = PLAIN;
    let plain: Vec<String> = registry
        .aggregates()
        .take(PROGRAMME.0)
        .filter_map(|aggregate| serde_json::to_string(&registry.records_at(aggregate).collect::<Vec<_>>()).ok())
        .take_while(|text| {
            let fits = text.len() <= room;
            room = room.saturating_sub(text.len());
            fits
        })
        .collect();
    Ok(json!({ "groups": wanted.groups, "times": wanted.groups / PROGRAMME.0, "texts": texts, "plain": plain }))
}
