//! Restore points: one before each step that typing cannot undo. Without a point, no such step.
//!
//! Bounded by number and by bytes. They are kept beside the second copy, in IndexedDB, and in localStorage where there is no IndexedDB or no room in it.
//! Relies on `web`; comes with the second wasm.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::app::App;
use crate::order::by_text;
use crate::storage::{Storage, StorageError};
use crate::store::{Cause, Point, PointTexts, Space};
use crate::web::database::{self, DatabaseError, Put, Table};
use crate::web::{self, BrowserStorage};

/// So many points are kept of a book; the oldest go first, and earlier where the browser has no room.
const KEPT: usize = 10;

/// And so much room they may take together, in UTF-16 units, of which each takes two bytes: nine times the programme. The latest
/// is kept whatever it takes.
const ROOM: usize = 4_000_000;

/// What the keys of points in localStorage begin with.
const HERE: &str = "buku-kube/point/";

/// All points of the book that is open, the latest first.
///
/// # Errors
/// [`DatabaseError`].
pub async fn all(app: App) -> Result<Vec<Point>, DatabaseError> {
    all_of(app.space() == Space::Practice).await
}

/// All points of one of the two books.
async fn all_of(is_practice: bool) -> Result<Vec<Point>, DatabaseError> {
    let there = database::read_all(Table::Points, "").await;
    let here: Vec<Point> = heads_here().collect();
    // With points in localStorage there is something to show, whatever IndexedDB says.
    let there = if here.is_empty() { there? } else { there.unwrap_or_default() };
    let there = there.into_iter().filter_map(|(_, value)| serde_json::from_str(&value.as_string()?).ok());
    let points = there.chain(here).filter(|point: &Point| point.practice == is_practice);
    let mut points = by_text(points.collect(), key);
    points.reverse();
    Ok(points)
}

/// Makes a point of the book as it is now. One with nothing in it needs none.
///
/// # Errors
/// [`DatabaseError`]: there is none, and the step must not be taken.
pub(super) async fn make(app: App, cause: Cause) -> Result<(), DatabaseError> {
    match point(app, cause) {
        Some(made) => keep(made).await,
        None => Ok(()),
    }
}

/// Makes a point before the first text is written in a newer form than stands there, once.
pub(super) async fn before_migration(app: App) {
    let is_older = app.session.with_value(|session| session.store.is_older()).unwrap_or(false);
    let is_migration = |point: &Point| point.cause == Cause::Migration;
    if is_older && all(app).await.is_ok_and(|points| !points.iter().any(is_migration)) {
        // What is then written says the same in another form; so a browser without room does not keep anybody from typing.
        if let Some(made) = point(app, Cause::Migration) {
            let _ = keep(made).await;
        }
    }
}

/// What was in the book at a point; `None` where it cannot be read.
pub(super) async fn texts(point: &Point) -> Option<PointTexts> {
    let there = database::read(Table::PointTexts, &key(point)).await.ok().flatten();
    let there = there.and_then(|texts| serde_json::from_str(&texts.as_string()?).ok());
    there.or_else(|| texts_here(point))
}

/// Deletes all points of both books from this browser, and says so.
pub(super) fn forget_all(app: App) {
    spawn_local(async move {
        let forgotten = forget(&[true, false]).await;
        let texts = app.lang().texts();
        app.say(if forgotten.is_ok() { texts.points_forgotten } else { texts.points_not_forgotten });
        app.write.registry.notify();
    });
}

/// Deletes the points of the book that is open, which hold what was just erased; says something only if that failed.
pub(super) fn forget_these(app: App) {
    spawn_local(async move {
        if forget(&[app.space() == Space::Practice]).await.is_err() {
            app.say(app.lang().texts().points_not_forgotten);
        }
        app.write.registry.notify();
    });
}

/// After everything was deleted: the points of practice go, too, and how many of the book stay is said.
pub(super) fn after_clearing(app: App) {
    spawn_local(async move {
        let _ = forget(&[true]).await;
        let left = all(app).await.map_or(0, |points| points.len());
        app.say(app.lang().cleared(left));
        app.write.registry.notify();
    });
}

async fn forget(practice: &[bool]) -> Result<(), DatabaseError> {
    let is_of = |point: &Point| practice.contains(&point.practice);
    for name in points_here() {
        let head = BrowserStorage.read(&name).ok().flatten();
        let point = head.and_then(|text| serde_json::from_str(text.split_once('\n')?.0).ok());
        // One that cannot be read is nobody's.
        if point.as_ref().is_none_or(is_of) {
            BrowserStorage.remove(&name).map_err(|_| DatabaseError)?;
        }
    }
    let there = database::read_all(Table::Points, "").await?;
    let point = |value: &JsValue| serde_json::from_str(&value.as_string()?).ok();
    let going = there.iter().filter(|(_, value)| point(value).as_ref().is_none_or(is_of));
    database::write(going.flat_map(|(key, _)| gone(key)).collect()).await
}

/// A point, or why none could be made.
type Made = Result<(Point, PointTexts), StorageError>;

/// The point of this moment; `None` when there is nothing in the book.
fn point(app: App, cause: Cause) -> Option<Made> {
    app.registry.with_untracked(|registry| {
        let made = || app.session.with_value(|session| session.store.point(registry, cause, web::now_ms()));
        (!registry.is_empty()).then(made)
    })
}

/// Keeps a point: in IndexedDB, else in localStorage.
async fn keep(made: Made) -> Result<(), DatabaseError> {
    let (point, texts) = made.map_err(|_| DatabaseError)?;
    let (Ok(head), Ok(texts)) = (serde_json::to_string(&point), serde_json::to_string(&texts)) else {
        return Err(DatabaseError);
    };
    if let Err(DatabaseError) = keep_there(&point, &head, &texts).await {
        keep_here(&point, &format!("{head}\n{texts}"))?;
    }
    Ok(())
}

async fn keep_there(point: &Point, head: &str, texts: &str) -> Result<(), DatabaseError> {
    let mut older = all_of(point.practice).await?;
    let name = key(point);
    let new = [Put::text(Table::Points, &name, Some(head)), Put::text(Table::PointTexts, &name, Some(texts))];
    loop {
        let going = older.iter().skip(kept_of(point, &older)).flat_map(|point| gone(&key(point)));
        let puts: Vec<Put> = going.chain(new.clone()).collect();
        match database::write(puts).await {
            Ok(()) => return Ok(()),
            // Where there is no room, the oldest makes some.
            Err(error) => {
                let oldest = older.pop().ok_or(error)?;
                database::write(gone(&key(&oldest)).into()).await?;
            }
        }
    }
}

/// How many of the older points, the latest first, have room beside a new one.
fn kept_of(new: &Point, older: &[Point]) -> usize {
    let mut used = new.units;
    let has_room = |point: &&Point| {
        used += point.units;
        used <= ROOM
    };
    older.iter().take(KEPT - 1).take_while(has_room).count()
}

/// A point in localStorage: a line that says what it is, and what was in the book.
fn keep_here(point: &Point, text: &str) -> Result<(), DatabaseError> {
    let mut older = points_here();
    while BrowserStorage.write(&format!("{HERE}{}", key(point)), text).is_err() {
        let oldest = older.next().ok_or(DatabaseError)?;
        BrowserStorage.remove(&oldest).map_err(|_| DatabaseError)?;
    }
    Ok(())
}

/// The keys of the points in localStorage, the oldest first.
fn points_here() -> impl Iterator<Item = String> {
    BrowserStorage.keys(HERE).unwrap_or_default().into_iter()
}

fn heads_here() -> impl Iterator<Item = Point> {
    let texts = points_here().filter_map(|name| BrowserStorage.read(&name).ok().flatten());
    texts.filter_map(|text| serde_json::from_str(text.split_once('\n')?.0).ok())
}

fn texts_here(point: &Point) -> Option<PointTexts> {
    let text = BrowserStorage.read(&format!("{HERE}{}", key(point))).ok()??;
    serde_json::from_str(text.split_once('\n')?.1).ok()
}

/// Points sort by their keys as they were made.
fn key(point: &Point) -> String {
    format!("{:015}", point.at_ms)
}

fn gone(key: &str) -> [Put; 2] {
    [Put::text(Table::Points, key, None), Put::text(Table::PointTexts, key, None)]
}
