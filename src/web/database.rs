//! The browser's IndexedDB: the second copy of every text, and restore points.
//!
//! What a transaction has completed survives a killed browser at once, where localStorage is written out up to a minute
//! later; it is asked to be *strict*, so that what a disk was given is on it. Whatever never answers counts as failed after
//! [`PATIENCE`]. Reached by name (`object`): of the crates only one can ask for strict transactions, and it brings a runtime's
//! channels and seven macro crates for what are four kinds of request here. Deliberately absent: what the texts mean. Comes
//! with the second wasm.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::{Either, select};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::object::{call_now, get};
use super::page::pause;
use super::window;

const NAME: &str = "buku-kube";
const VERSION: u32 = 1;

/// How long the browser may take to open the database or to finish what is asked of it, before the app goes on without.
pub const PATIENCE: Duration = Duration::from_secs(6);

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
    /// How.
    pub how: How,
}

/// How something is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// In place of what stands there.
    Instead,
    /// As it is settled when what stands there is known.
    Settled,
    /// Every key that begins with this one is taken away.
    AllGone,
}

impl Put {
    /// A text in place of what stands there, or that there is none any more.
    pub fn text(table: Table, key: &str, text: Option<&str>) -> Self {
        Self { table, key: key.to_owned(), value: text.map(JsValue::from_str), how: How::Instead }
    }
}

/// The browser did not do it: it has no IndexedDB, denies it, has no room, or gives no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseError;

impl From<JsValue> for DatabaseError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

type Done<T> = Result<T, DatabaseError>;

thread_local! {
    static OPEN: RefCell<Option<JsValue>> = const { RefCell::new(None) };
    /// What was given up and has not answered yet. While there is any, nothing is asked: it would wait as long.
    static OVERDUE: Cell<usize> = const { Cell::new(0) };
    static ANSWERED: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls back when the browser has answered all that was given up.
pub fn on_late_answer(hear: impl Fn() + 'static) {
    ANSWERED.set(Some(Rc::new(hear)));
}

/// All keys that begin with `prefix`, in order, with their values.
///
/// # Errors
/// [`DatabaseError`].
pub async fn read_all(table: Table, prefix: &str) -> Done<Vec<(String, JsValue)>> {
    let range = beginning(prefix);
    patiently(async move {
        let store = store(&begin(&[table], false).await?, table)?;
        let range = range?;
        let keys = request(&call_now(&store, "getAllKeys", &[&range])?);
        let values = request(&call_now(&store, "getAll", &[&range])?);
        let (keys, values) = (Array::from(&keys.await?), Array::from(&values.await?));
        Ok(keys.iter().filter_map(|key| key.as_string()).zip(values.iter()).collect())
    })
    .await
}

/// The value under a key.
///
/// # Errors
/// [`DatabaseError`].
pub async fn read(table: Table, key: &str) -> Done<Option<JsValue>> {
    let key = JsValue::from_str(key);
    patiently(async move {
        let store = store(&begin(&[table], false).await?, table)?;
        let value = request(&call_now(&store, "get", &[&key])?).await?;
        Ok(Some(value).filter(|value| !value.is_undefined()))
    })
    .await
}

/// Does all of it or nothing, in this order, and answers when that is certain.
///
/// # Errors
/// [`DatabaseError`].
pub async fn write(puts: Vec<Put>) -> Done<()> {
    write_settled(puts, |_, _| None).await
}

/// The same. Of what is put [`How::Settled`], `settle` says what stands there in the end, given its place among the puts and what
/// stands there before: another tab may have put that there, and within the transaction nobody else writes.
///
/// # Errors
/// [`DatabaseError`].
pub async fn write_settled(
    puts: Vec<Put>,
    mut settle: impl FnMut(usize, Option<String>) -> Option<String> + 'static,
) -> Done<()> {
    patiently(async move {
        let transaction = begin(&Table::ALL, true).await?;
        let done = settled(&transaction, "oncomplete", &["onabort", "onerror"]);
        if let Err(error) = put_all(&transaction, &puts, &mut settle).await {
            // Else it would keep what came before.
            drop(call_now(&transaction, "abort", &[]));
            return Err(error);
        }
        done.await?;
        Ok(())
    })
    .await
}

async fn put_all(
    transaction: &JsValue,
    puts: &[Put],
    settle: &mut impl FnMut(usize, Option<String>) -> Option<String>,
) -> Done<()> {
    for (place, put) in puts.iter().enumerate() {
        let (store, key) = (store(transaction, put.table)?, JsValue::from_str(&put.key));
        let value = match put.how {
            How::AllGone => {
                drop(call_now(&store, "delete", &[&beginning(&put.key)?])?);
                continue;
            }
            How::Instead => put.value.clone(),
            How::Settled => {
                let there = request(&call_now(&store, "get", &[&key])?).await?.as_string();
                let value = settle(place, there.clone());
                if value == there {
                    continue;
                }
                value.map(JsValue::from)
            }
        };
        match value {
            Some(value) => drop(call_now(&store, "put", &[&value, &key])?),
            None => drop(call_now(&store, "delete", &[&key])?),
        }
    }
    Ok(())
}

/// Waits for an answer as long as there is patience. What answers later is done all the same, and its answer told of.
async fn patiently<T: 'static>(doing: impl Future<Output = Done<T>> + 'static) -> Done<T> {
    if OVERDUE.get() > 0 {
        return Err(DatabaseError);
    }
    match select(Box::pin(doing), pin!(pause(PATIENCE))).await {
        Either::Left((done, _)) => done,
        Either::Right(((), doing)) => {
            OVERDUE.set(OVERDUE.get() + 1);
            spawn_local(async move {
                drop(doing.await);
                OVERDUE.set(OVERDUE.get() - 1);
                if OVERDUE.get() == 0
                    && let Some(hear) = ANSWERED.with_borrow(Clone::clone)
                {
                    hear();
                }
            });
            Err(DatabaseError)
        }
    }
}

/// Begins a transaction; once more with a new connection, if the browser has closed the one there was.
async fn begin(tables: &[Table], writes: bool) -> Done<JsValue> {
    if let Some(open) = OPEN.with_borrow(Clone::clone)
        && let Ok(transaction) = begin_on(&open, tables, writes)
    {
        return Ok(transaction);
    }
    let fresh = connect().await?;
    OPEN.set(Some(fresh.clone()));
    Ok(begin_on(&fresh, tables, writes)?)
}

fn begin_on(open: &JsValue, tables: &[Table], writes: bool) -> Result<JsValue, JsValue> {
    let names: Array = tables.iter().map(|table| JsValue::from_str(table.name())).collect();
    let mode = if writes { "readwrite" } else { "readonly" };
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    call_now(open, "transaction", &[&names, &mode.into(), &options])
}

async fn connect() -> Done<JsValue> {
    let window = window().ok_or(DatabaseError)?;
    let factory = get(&window, "indexedDB");
    let opening = call_now(&factory, "open", &[&NAME.into(), &VERSION.into()])?;
    let upgrade = Closure::once_into_js({
        let opening = opening.clone();
        move || {
            let open = get(&opening, "result");
            for table in Table::ALL {
                // One that is there already is left as it is.
                drop(call_now(&open, "createObjectStore", &[&table.name().into()]));
            }
        }
    });
    Reflect::set(&opening, &"onupgradeneeded".into(), &upgrade)?;
    let open = request(&opening).await?;
    // Another window wants a newer database: it must not wait for this one, which goes on without a second copy.
    let close = Closure::once_into_js({
        let open = open.clone();
        move || drop(call_now(&open, "close", &[]))
    });
    Reflect::set(&open, &"onversionchange".into(), &close)?;
    Ok(open)
}

fn store(transaction: &JsValue, table: Table) -> Result<JsValue, JsValue> {
    call_now(transaction, "objectStore", &[&table.name().into()])
}

/// The range of all keys that begin so.
fn beginning(prefix: &str) -> Result<JsValue, DatabaseError> {
    let window = window().ok_or(DatabaseError)?;
    let ranges = get(&window, "IDBKeyRange");
    Ok(call_now(&ranges, "bound", &[&prefix.into(), &format!("{prefix}\u{ffff}").into()])?)
}

/// What a request comes to. Its events are heard from now on.
fn request(request: &JsValue) -> impl Future<Output = Done<JsValue>> + use<> {
    let (done, request) = (settled(request, "onsuccess", &["onerror"]), request.clone());
    async move {
        done.await?;
        Ok(get(&request, "result"))
    }
}

/// Answers at the first of these events, which are heard from now on.
fn settled(target: &JsValue, good: &str, bad: &[&str]) -> JsFuture {
    let promise = Promise::new(&mut |done, failed| {
        let _ = Reflect::set(target, &good.into(), &done);
        for event in bad {
            let _ = Reflect::set(target, &(*event).into(), &failed);
        }
    });
    JsFuture::from(promise)
}
