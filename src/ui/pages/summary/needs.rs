//! What needs doing: each line leads to the groups it counts.

use leptos::prelude::*;

use crate::route::Route;
use crate::search::{Filter, Need, find};
use crate::ui::state::{use_book, use_lang, use_texts};

#[component]
pub fn Needs() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let lines = Memo::new(move |_| {
        let count = |need| book.registry.with(|registry| find(registry.dossiers(), &of(need)).len());
        let mut lines: Vec<(String, String)> = [
            (Need::Conflict, lang.in_conflict(count(Need::Conflict)), count(Need::Conflict)),
            (Need::Incomplete, lang.incomplete(count(Need::Incomplete)), count(Need::Incomplete)),
            (Need::NoPlace, lang.without_place(count(Need::NoPlace)), count(Need::NoPlace)),
        ]
        .into_iter()
        .filter(|(_, _, count)| *count > 0)
        .map(|(need, text, _)| (Route::Groups(of(need)).to_string(), text))
        .collect();
        let unsent = book.unsent();
        if unsent > 0 && !book.is_practice() {
            lines.push((Route::Files.to_string(), lang.unsent(unsent)));
        }
        lines
    });
    view! {
        <section class="needs">
            <h2>{t.needs_title}</h2>
            {move || match lines.get() {
                lines if lines.is_empty() => view! { <p class="soft">{t.needs_nothing}</p> }.into_any(),
                lines => {
                    let lines = lines.into_iter().map(|(href, text)| view! { <li><a href=href>{text}</a></li> }.into_any());
                    view! { <ul>{lines.collect_view()}</ul> }.into_any()
                }
            }}
        </section>
    }
}

fn of(need: Need) -> Filter {
    Filter { need: Some(need), ..Filter::default() }
}
