//! Where the data is, how full that is, and what could not be read.

use leptos::prelude::*;

use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web::{self, LocalShelf};

/// What a group of ten takes, in UTF-16 units, before there are enough groups to measure it by.
const USUAL_GROUP: usize = 4_500;

#[component]
pub fn Storage() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let room = move || {
        let groups = book.registry.with(crate::registry::Registry::group_count);
        let used = book.units();
        let each = if groups < 10 { USUAL_GROUP } else { used / groups };
        let left = LocalShelf::UNITS.saturating_sub(used) / each.max(1);
        lang.room((used * 100).div_ceil(LocalShelf::UNITS), left)
    };
    view! {
        <section class="panel" aria-labelledby="where">
            <h2 id="where">{t.where_title}</h2>
            <p>{t.where_text}</p>
            <h3>{t.storage_title}</h3>
            <p>{room}</p>
        </section>
        {move || {
            let aside = book.aside.get();
            (!aside.is_empty()).then(|| {
                let items = aside
                    .into_iter()
                    .map(|one| {
                        let name = format!("{}.txt", one.key.replace('/', "-"));
                        view! {
                            <li class="item">
                                <span>{one.key}</span>
                                <button type="button" class="link" on:click=move |_| {
                                    web::download(&name, &one.text);
                                }>{t.send_download}</button>
                            </li>
                        }.into_any()
                    })
                    .collect_view();
                view! {
                    <section class="panel box warning" aria-labelledby="aside">
                        <h2 id="aside">{t.aside_title}</h2>
                        <p>{t.aside_text}</p>
                        <ul class="items">{items}</ul>
                    </section>
                }.into_any()
            })
        }}
    }
}
