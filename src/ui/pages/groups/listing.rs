//! The list of groups, wherever it stands: what is looked for, what is found, and so much of it as is shown.

use leptos::prelude::*;

use super::row::{Row, says_why, shown};
use crate::domain::Id;
use crate::route::Route;
use crate::search::{Filter, Query, arrange, find};
use crate::ui::pages::long_list::{LongList, PAGE, search_field_with};
use crate::ui::parts::block::{a, live, p, text};
use crate::ui::state::{App, Desk, Duplicates, use_app, use_lang, use_texts};

/// A group that was found, and the place of the member who matched.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The group.
    pub id: Id,
    member: Option<usize>,
}

/// The list. Copied freely.
#[derive(Clone, Copy)]
pub struct Listing {
    app: App,
    rows: LongList,
    found: Memo<Vec<Found>>,
    narrow: Callback<Filter>,
}

/// The groups as they are looked for now, in their order.
fn found(app: App) -> Vec<Found> {
    let (desk, lang) = (Desk::of(app), app.lang());
    app.registry.with(|registry| {
        let (query, filter) = (app.words.with(|words| Query::new(words)), desk.filter.get());
        let hits = find(registry.dossiers(), &query, &filter);
        let hits = arrange(hits, filter.further().order, |dossier, by| shown(dossier, by, lang));
        hits.iter().map(|hit| Found { id: hit.dossier.id, member: hit.member }).collect()
    })
}

/// The group that stands next to one in the list, after it or before; the first where it is no longer there.
pub fn next_to(app: App, id: Id, is_forward: bool) -> Option<Id> {
    let all: Vec<Id> = found(app).iter().map(|found| found.id).collect();
    let next = match all.iter().position(|other| *other == id) {
        None => all.first(),
        Some(place) if is_forward => all.get(place + 1),
        Some(place) => place.checked_sub(1).and_then(|place| all.get(place)),
    };
    next.copied()
}

impl Listing {
    /// That of the page that is being drawn; `narrow` is called with what it is narrowed to.
    pub fn new(narrow: Callback<Filter>) -> Self {
        let app = use_app();
        Self { app, rows: LongList::new(), found: Memo::new(move |_| found(app)), narrow }
    }

    /// What it is narrowed to.
    pub fn filter(self) -> Filter {
        Desk::of(self.app).filter.get()
    }

    /// Narrows it.
    pub fn narrow(self, filter: Filter) {
        self.rows.begin_anew();
        self.narrow.run(filter);
    }

    /// Shows so many rows that a group is among them, where it was found.
    pub fn reach(self, id: Id) {
        if let Some(place) = self.found.with_untracked(|found| found.iter().position(|found| found.id == id)) {
            self.rows.reach(place);
        }
    }

    /// The field that searches it.
    pub fn field(self) -> AnyView {
        let inside = use_lang().desk().search_inside.to_owned();
        let search = move |text: String| {
            self.app.search_for(text);
            self.rows.begin_anew();
        };
        search_field_with(use_texts().groups_search.to_owned(), inside, self.app.words.into(), search)
    }

    /// How many were found, and what is to be decided in them; `on_paper` heads what is printed.
    pub fn told(self, on_paper: fn(&Filter, &str) -> String) -> AnyView {
        let (app, lang, t) = (self.app, use_lang(), use_texts());
        live("status", "found", move || {
            let count = self.found.with(Vec::len);
            app.registry.with(|registry| {
                if registry.group_count() == 0 {
                    // Nothing was looked for in vain: there is nothing yet.
                    return vec![p("box", t.groups_empty)];
                }
                let mut parts = vec![p("note", lang.found(count, registry.group_count()))];
                if self.rows.prints() {
                    parts.insert(0, p("paper", on_paper(&self.filter(), &app.words.get())));
                }
                let conflicts = self.found.with(|found| {
                    let counts = found.iter().filter_map(|found| Some(registry.dossier(found.id)?.conflict_count()));
                    counts.filter(|count| *count > 0).collect::<Vec<_>>()
                });
                if !conflicts.is_empty() {
                    let all = lang.in_conflict(conflicts.iter().sum(), conflicts.len());
                    parts.push(a("go", &Route::Conflicts, vec![text(all)]));
                }
                if count == 0 {
                    parts.push(p("box", t.groups_none_found));
                }
                parts
            })
        })
    }

    /// The rows, a page of them after the other, within `around`; and the way to more.
    pub fn rows(self, around: impl Fn(AnyView) -> AnyView + Send + 'static, draw: fn(&Row) -> AnyView) -> AnyView {
        let has_any = Memo::new(move |_| self.found.with(|found| !found.is_empty()));
        let count = move || self.found.with(Vec::len);
        let pages = move || 0..self.rows.pages(count());
        let rows = move || {
            let pages = || view! { <For each=pages key=|page| *page children=move |page| self.page(page, draw) /> };
            has_any.get().then(|| around(pages().into_any()))
        };
        vec![rows.into_any(), (move || self.rows.more(count())).into_any()].into_any()
    }

    /// One page of rows. It is drawn anew by itself: who goes further down a long list waits for no row above.
    fn page(self, page: usize, draw: fn(&Row) -> AnyView) -> AnyView {
        let (app, lang) = (self.app, use_lang());
        let duplicates = Duplicates::of(app);
        let rows = move || {
            let (query, says_why) = (app.words.with(|words| Query::new(words)), says_why(&self.filter()));
            app.registry.with(|registry| {
                self.found.with(|found| {
                    let found = found.iter().skip(page * PAGE).take(PAGE);
                    let row = |found: &Found| {
                        let dossier = registry.dossier(found.id)?;
                        Some(draw(&Row { dossier, member: found.member, query: &query, says_why, duplicates, lang }))
                    };
                    found.filter_map(row).collect::<Vec<_>>()
                })
            })
        };
        rows.into_any()
    }
}
