//! A table of an office as records: which column is what, what holds for all of it, and what becomes of each row.
//!
//! All on one page, so that each choice shows at once what it does to the rows. What it makes goes to the ordinary preview.

mod columns;
mod rows;
mod sheet;
mod whole;

use leptos::prelude::*;

use crate::domain::Id;
use crate::exchange::{File, From, Header, Kind, Plan};
use crate::history::Stamp;
use crate::lists::{Guess, Mapping, Planned, Sheet, Sureness, guess, plan, read};
use crate::route::Route;
use crate::ui::parts::block::{a, div, p, section, text};
use crate::ui::state::{Book, Incoming, Listed, use_book, use_list, use_texts};
use crate::web;

#[component]
pub fn ListPage() -> impl IntoView {
    let t = use_texts();
    // What was opened when the page was; it stays on screen while the page is left.
    match use_list().get_untracked() {
        Some(listed) => list(listed),
        None => vec![div("box", vec![p("", t.list_missing), a("button", &Route::Files, vec![text(t.place_files)])])],
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Work {
    sheets: StoredValue<Vec<Sheet>>,
    chosen: RwSignal<usize>,
    mapping: RwSignal<Mapping>,
    sure: RwSignal<Vec<Sureness>>,
}

impl Work {
    /// Reads the sheet that is chosen.
    fn sheet<T>(self, read: impl FnOnce(&Sheet) -> T) -> T {
        let chosen = self.chosen.get();
        self.sheets.with_value(|sheets| match sheets.get(chosen) {
            Some(sheet) => read(sheet),
            None => read(&Sheet::default()),
        })
    }

    /// Begins anew with what was guessed.
    fn begin(self, guess: Guess) {
        self.sure.set(guess.sure);
        self.mapping.set(guess.mapping);
    }

    /// What taking it in would come to; the ids and stamps are made up, since nothing is made yet.
    fn planned(self, book: Book) -> Planned {
        let mut count = 0;
        let mut id = || {
            count += 1;
            Id::v7(count, [0; 10])
        };
        self.plan(book, &mut id, &mut Stamp::none)
    }

    fn plan(self, book: Book, id: &mut dyn FnMut() -> Id, stamp: &mut dyn FnMut() -> Stamp) -> Planned {
        let reading = self.mapping.with(|mapping| self.sheet(|sheet| read(sheet, mapping, web::today())));
        book.registry.with(|registry| plan(registry, reading, id, stamp))
    }
}

fn list(listed: Listed) -> Vec<AnyView> {
    let (book, t) = (use_book(), use_texts());
    // The sheet with the most rows is the list; the others are covers and choices.
    let fullest = (0..listed.sheets.len()).rev().max_by_key(|at| listed.sheets.get(*at).map_or(0, |it| it.rows.len()));
    let chosen = fullest.unwrap_or_default();
    let guessed = listed.sheets.get(chosen).map(guess).unwrap_or_default();
    let work = Work {
        sheets: StoredValue::new(listed.sheets),
        chosen: RwSignal::new(chosen),
        mapping: RwSignal::new(guessed.mapping),
        sure: RwSignal::new(guessed.sure),
    };
    let planned = Memo::new(move |_| work.planned(book));
    vec![
        p("from", listed.name),
        section("list-sheet-title", t.list_sheet_title, sheet::sheet(work)),
        section("list-columns-title", t.list_columns_title, columns::columns(work)),
        section("list-whole-title", t.list_whole_title, whole::whole(work)),
        section("list-rows-title", t.list_rows_title, rows::rows(planned)),
        rows::outcome(planned, move || hand_over(book, work)),
    ]
}

/// Makes the records and shows what they would change.
fn hand_over(book: Book, work: Work) {
    let planned = untrack(|| work.plan(book, &mut web::random_id, &mut || book.stamp()));
    let header = Header {
        kind: Kind::Full,
        id: web::random_id().to_string(),
        created_ms: web::now_ms(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        from: From {
            device: book.device().to_string(),
            name: book.settings.with_untracked(|settings| settings.name.clone()),
        },
    };
    let file = File { header, records: planned.records };
    // Its ids are new and its changes are of this book: no id can stand for two kinds.
    if let Ok(plan) = book.registry.with_untracked(|registry| Plan::of(registry, &file.records)) {
        book.notice.set(None);
        book.incoming.set(Some(Incoming { file, plan }));
        web::go(&Route::Preview.to_string());
    }
}
