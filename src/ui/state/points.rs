//! Restore points: one before each step that typing cannot undo. Without a point, no such step.
//!
//! They are kept beside the second copy, in IndexedDB, and in localStorage where there is no IndexedDB or no room in it.
//! Relies on `web`; comes with the second wasm.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::Book;
use crate::order::by_text;
use crate::shelf::{Shelf, ShelfError};
use crate::store::{Cause, Point, PointTexts, Space};
use crate::web::database::{self, DatabaseError, Put, Table};
use crate::web::{self, LocalShelf};

/// So many points are kept of a book; the oldest go first, and earlier where the browser has no room.
const KEPT: usize = 10;

/// What the keys of points in localStorage begin with.
const HERE: &str = "buku-kube/point/";

/// All points of the book that is open, the latest first.
///
/// # Errors
/// [`DatabaseError`].
pub async fn all(book: Book) -> Result<Vec<Point>, DatabaseError> {
    let is_practice = book.space() == Space::Practice;
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

/// Makes a point, and only then takes the step. A book with nothing in it needs none. If no point can be made, that is said,
/// and nothing is done.
pub fn before(book: Book, cause: Cause, step: impl FnOnce() + 'static) {
    let Some(made) = point(book, cause) else {
        step();
        return;
    };
    spawn_local(async move {
        match keep(book, made).await {
            Ok(()) => step(),
            Err(DatabaseError) => book.say(book.lang().texts().point_failed),
        }
    });
}

/// Makes a point before the first text is written in a newer form than stands there, once.
pub async fn before_migration(book: Book) {
    let is_older = book.keeper.with_value(|keeper| keeper.store.is_older()).unwrap_or(false);
    let is_migration = |point: &Point| point.cause == Cause::Migration;
    if is_older && all(book).await.is_ok_and(|points| !points.iter().any(is_migration)) {
        // What is then written says the same in another form; so a browser without room does not keep anybody from typing.
        if let Some(made) = point(book, Cause::Migration) {
            let _ = keep(book, made).await;
        }
    }
}

/// Goes back to a point. The state before is a point, too.
pub fn go_back(book: Book, point: Point) {
    before(book, Cause::Restore, move || {
        spawn_local(async move {
            let there = database::read(Table::PointTexts, &key(&point)).await.ok().flatten();
            let there = there.and_then(|texts| serde_json::from_str(&texts.as_string()?).ok());
            match there.or_else(|| texts_here(&point)) {
                Some(texts) => book.go_back(&texts),
                None => book.say(book.lang().texts().point_unreadable),
            }
        });
    });
}

/// Deletes all points of both books from this browser.
pub fn forget_all(book: Book) {
    spawn_local(async move {
        let forgotten = match database::read_all(Table::Points, "").await {
            Ok(found) => database::write(&found.iter().flat_map(|(key, _)| gone(key)).collect::<Vec<_>>(), last).await,
            Err(error) => Err(error),
        };
        for name in points_here() {
            let _ = LocalShelf.remove(&name);
        }
        let texts = book.lang().texts();
        book.say(if forgotten.is_ok() { texts.points_forgotten } else { texts.point_failed });
        book.registry.notify();
    });
}

/// A point, or why none could be made.
type Made = Result<(Point, PointTexts), ShelfError>;

/// The point of this moment; `None` when there is nothing in the book.
fn point(book: Book, cause: Cause) -> Option<Made> {
    book.registry.with_untracked(|registry| {
        let made = || book.keeper.with_value(|keeper| keeper.store.point(registry, cause, web::now_ms()));
        (!registry.is_empty()).then(made)
    })
}

/// Keeps a point: in IndexedDB, else in localStorage.
async fn keep(book: Book, made: Made) -> Result<(), DatabaseError> {
    let (point, texts) = made.map_err(|_| DatabaseError)?;
    let (Ok(head), Ok(texts)) = (serde_json::to_string(&point), serde_json::to_string(&texts)) else {
        return Err(DatabaseError);
    };
    if let Err(DatabaseError) = keep_there(book, &point, &head, &texts).await {
        keep_here(&point, &format!("{head}\n{texts}"))?;
    }
    Ok(())
}

async fn keep_there(book: Book, point: &Point, head: &str, texts: &str) -> Result<(), DatabaseError> {
    let mut older = all(book).await?;
    let name = key(point);
    let new = [Put::text(Table::Points, &name, Some(head)), Put::text(Table::PointTexts, &name, Some(texts))];
    loop {
        let going = older.iter().skip(KEPT - 1).flat_map(|point| gone(&key(point)));
        let puts: Vec<Put> = going.chain(new.clone()).collect();
        match database::write(&puts, last).await {
            Ok(()) => return Ok(()),
            // Where there is no room, the oldest makes some.
            Err(error) => {
                let oldest = older.pop().ok_or(error)?;
                database::write(&gone(&key(&oldest)), last).await?;
            }
        }
    }
}

/// A point in localStorage: a line that says what it is, and what was in the book.
fn keep_here(point: &Point, text: &str) -> Result<(), DatabaseError> {
    let mut older = points_here();
    while LocalShelf.write(&format!("{HERE}{}", key(point)), text).is_err() {
        let oldest = older.next().ok_or(DatabaseError)?;
        LocalShelf.remove(&oldest).map_err(|_| DatabaseError)?;
    }
    Ok(())
}

/// The keys of the points in localStorage, the oldest first.
fn points_here() -> impl Iterator<Item = String> {
    LocalShelf.keys(HERE).unwrap_or_default().into_iter()
}

fn heads_here() -> impl Iterator<Item = Point> {
    let texts = points_here().filter_map(|name| LocalShelf.read(&name).ok().flatten());
    texts.filter_map(|text| serde_json::from_str(text.split_once('\n')?.0).ok())
}

fn texts_here(point: &Point) -> Option<PointTexts> {
    let text = LocalShelf.read(&format!("{HERE}{}", key(point))).ok()??;
    serde_json::from_str(text.split_once('\n')?.1).ok()
}

/// Points sort by their keys as they were made.
fn key(point: &Point) -> String {
    format!("{:015}", point.at_ms)
}

fn gone(key: &str) -> [Put; 2] {
    [Put::text(Table::Points, key, None), Put::text(Table::PointTexts, key, None)]
}

/// Points are never united.
fn last(_: &str, _: &str, text: String) -> String {
    text
}
