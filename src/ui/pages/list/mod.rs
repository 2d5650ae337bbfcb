//! A table of an office as records: which column is what, what holds for all of it, and what becomes of each row.
//!
//! All on one page, so that each choice shows at once what it does to the rows. What it makes goes to the ordinary preview.

mod columns;
mod rows;
mod sheet;
mod whole;

use leptos::prelude::*;

use crate::domain::{About, Id};
use crate::exchange::{From, Header, Kind, write};
use crate::history::Stamp;
use crate::lists::{Guess, Mapping, Planned, Sheet, Sureness, guess, plan, read};
use crate::route::Route;
use crate::ui::pages::files::progress;
use crate::ui::parts::block::{a, div, live, p, section, text};
use crate::ui::state::{Book, Intake, Listed, desk, open_list, use_book, use_texts};
use crate::web::{self, Arrived};

#[component]
pub fn ListPage() -> impl IntoView {
    let t = use_texts();
    // What was opened when the page was; it stays on screen while the page is left.
    match open_list().get_untracked() {
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
    let name = StoredValue::new(listed.name.clone());
    desk::prepare();
    let planned = Memo::new(move |_| work.planned(book));
    vec![
        p("from", listed.name),
        section("list-sheet-title", t.list_sheet_title, sheet::sheet(work)),
        section("list-columns-title", t.list_columns_title, columns::columns(work)),
        section("list-whole-title", t.list_whole_title, whole::whole(work)),
        section("list-rows-title", t.list_rows_title, rows::rows(planned)),
        rows::outcome(planned, move || intake(book), move || name.with_value(|name| hand_over(book, work, name))),
    ]
}

/// Makes the records, as a file's text: it is looked at, shown and taken in as any other.
fn hand_over(book: Book, work: Work, name: &str) {
    let planned = untrack(|| work.plan(book, &mut web::random_id, &mut || book.stamp()));
    let header = Header {
        kind: Kind::Delta,
        // No UUID, so that it has no receipt: nobody sent it.
        id: format!("list {}", web::random_id()),
        created_ms: web::now_ms(),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        from: From {
            device: book.device().to_string(),
            name: book.settings.with_untracked(|settings| settings.name.clone()),
        },
        about: About::default(),
    };
    if let Some(mut arrived) = Arrived::of_text(&write(&header, planned.records.iter())) {
        name.clone_into(&mut arrived.name);
        book.look_at(vec![arrived]);
    }
}

/// How far looking at it is, where that takes time, and why it failed.
fn intake(book: Book) -> AnyView {
    let is_at_work = Memo::new(move |_| matches!(book.intake.get(), Intake::Looking(_)));
    let refusal = move || progress::refusal(&book.intake.get());
    let parts = vec![
        live("alert", "", move || refusal().map(|sentence| p("box error", sentence)).into_iter().collect()),
        (move || is_at_work.get().then(|| progress::progress(book))).into_any(),
    ];
    div("", parts)
}
