//! The browser's IndexedDB, by way of rexie: the second copy of every text.
//!
//! What a transaction has completed survives a killed browser at once, where localStorage is written out up to a minute
//! later. Relies on nothing of ours. Deliberately absent: what the texts mean. Comes with the second wasm.

use std::cell::RefCell;
use std::rc::Rc;

use rexie::{KeyRange, ObjectStore, Rexie, RexieBuilder, Store, Transaction, TransactionMode, TransactionResult};
use wasm_bindgen::JsValue;

const NAME: &str = "buku-kube";
const VERSION: u32 = 1;

/// What is kept in it. A new one needs a new [`VERSION`]; none is ever taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The second copy: the keys and texts of localStorage.
    Texts,
    /// Restore points, by the millisecond at which they were made: what each is.
    Points,
    /// And what was in the book then.
    PointTexts,
    /// What the browser lets a page keep but not write down, such as a chosen folder.
    Handles,
}

impl Table {
    const ALL: [Self; 4] = [Self::Texts, Self::Points, Self::PointTexts, Self::Handles];

    fn name(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Points => "points",
            Self::PointTexts => "point-texts",
            Self::Handles => "handles",
        }
    }
}

/// One thing to do in a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Put {
    /// Where.
    pub table: Table,
    /// Under which key.
    pub key: String,
    /// What; nothing takes the key away.
    pub value: Option<JsValue>,
    /// Whether it is united with the text that stands there; else it takes its place.
    pub unite: bool,
}

impl Put {
    /// A text in place of what stands there, or that there is none any more.
    pub fn text(table: Table, key: &str, text: Option<&str>) -> Self {
        Self { table, key: key.to_owned(), value: text.map(JsValue::from_str), unite: false }
    }
}

/// The browser did not do it: it has no IndexedDB, denies it, or has no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseError;

impl From<rexie::Error> for DatabaseError {
    fn from(_: rexie::Error) -> Self {
        Self
    }
}

type Done<T> = Result<T, DatabaseError>;

thread_local! {
    static OPEN: RefCell<Option<Rc<Rexie>>> = const { RefCell::new(None) };
}

/// All keys that begin with `prefix`, in order, with their values.
///
/// # Errors
/// [`DatabaseError`].
pub async fn read_all(table: Table, prefix: &str) -> Done<Vec<(String, JsValue)>> {
    let transaction = begin(&[table], TransactionMode::ReadOnly).await?;
    let store = transaction.store(table.name())?;
    let range =
        || KeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into(), None, None).map_err(|_| DatabaseError);
    let keys = store.get_all_keys(Some(range()?), None).await?;
    let values = store.get_all(Some(range()?), None).await?;
    Ok(keys.into_iter().filter_map(|key| key.as_string()).zip(values).collect())
}

/// The value under a key.
///
/// # Errors
/// [`DatabaseError`].
pub async fn read(table: Table, key: &str) -> Done<Option<JsValue>> {
    let transaction = begin(&[table], TransactionMode::ReadOnly).await?;
    Ok(transaction.store(table.name())?.get(key.into()).await?)
}

/// Does all of it or nothing, and answers when that is certain.
///
/// Where a text stands that is to be united, `unite` makes one of both (key, what stands there, what is put): another tab may have put
/// it there since, and within the transaction nobody else writes.
///
/// # Errors
/// [`DatabaseError`].
pub async fn write(puts: &[Put], unite: impl Fn(&str, &str, String) -> String) -> Done<()> {
    let transaction = begin(&Table::ALL, TransactionMode::ReadWrite).await?;
    for put in puts {
        let store = transaction.store(put.table.name())?;
        match &put.value {
            None => store.delete(put.key.as_str().into()).await?,
            Some(value) => put_one(&store, put, value, &unite).await?,
        }
    }
    match transaction.done().await? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(DatabaseError),
    }
}

async fn put_one(store: &Store, put: &Put, value: &JsValue, unite: &impl Fn(&str, &str, String) -> String) -> Done<()> {
    let key = JsValue::from_str(&put.key);
    let there = if put.unite { store.get(key.clone()).await?.and_then(|there| there.as_string()) } else { None };
    match (there, value.as_string()) {
        (Some(there), Some(text)) if there == text => {}
        (Some(there), Some(text)) => drop(store.put(&unite(&put.key, &there, text).into(), Some(&key)).await?),
        _ => drop(store.put(value, Some(&key)).await?),
    }
    Ok(())
}

/// Begins a transaction; once more with a new connection, if the browser has closed the one there was.
async fn begin(tables: &[Table], mode: TransactionMode) -> Done<Transaction> {
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    if let Some(open) = OPEN.with_borrow(Clone::clone)
        && let Ok(transaction) = open.transaction(&names, mode)
    {
        return Ok(transaction);
    }
    let fresh = Rc::new(connect().await?);
    OPEN.set(Some(fresh.clone()));
    Ok(fresh.transaction(&names, mode)?)
}

async fn connect() -> Done<Rexie> {
    let tables = Table::ALL.into_iter().map(|table| ObjectStore::new(table.name()));
    let builder = Rexie::builder(NAME).version(VERSION);
    Ok(tables.fold(builder, RexieBuilder::add_object_store).build().await?)
}
