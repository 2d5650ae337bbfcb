//! What must not be overlooked: practice mode, a failure to save, a new version.

use leptos::prelude::*;

use crate::route::Route;
use crate::storage::StorageError;
use crate::ui::lazy;
use crate::ui::parts::block::{a, button, div, live, p, text as text_of};
use crate::ui::state::{Intent, Saving, SecondCopy, use_app, use_first_texts, use_lang};
use crate::web;

pub fn banners() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_first_texts());
    let practice = move || {
        let leave = move || lazy::dispatch(app, Intent::Practise(false));
        app.is_practice().then(|| {
            view! {
                <div class="banner practice" role="region" aria-label=t.practice_title>
                    {a("link", &Route::Practice, vec![text_of(t.practice_banner)])}
                    {button("link", t.practice_leave, leave)}
                </div>
            }
            .into_any()
        })
    };
    let new_version = live("status", "", move || {
        let Some(news) = app.news.get() else { return Vec::new() };
        let renew = || button("link", t.new_version_use, move || lazy::dispatch(app, Intent::Renew));
        vec![div("banner new-version", vec![p("", news.text), renew()])]
    });
    let cut = live("alert", "", move || {
        let Some(text) = app.warning.get() else { return Vec::new() };
        vec![div("banner failure", vec![p("", text), a("link", &Route::Files, vec![text_of(t.place_files)])])]
    });
    let failure = live("alert", "", move || {
        let again = || button("link", t.try_again, move || lazy::dispatch(app, Intent::SaveAgain));
        let (text, mut buttons) = match app.saving.get() {
            Saving::Kept => return Vec::new(),
            Saving::Outdated => (t.outdated_text, vec![button("link", t.reload, web::reload)]),
            Saving::InCopy => (t.in_copy_text, vec![again()]),
            Saving::Failed(error) => (lang.storage_error(error), vec![again()]),
        };
        let has_room_elsewhere = app.copy.get() == SecondCopy::Kept;
        if has_room_elsewhere && matches!(app.saving.get(), Saving::Failed(StorageError::Full | StorageError::Denied)) {
            buttons.push(button("link", t.go_on_in_copy, move || lazy::dispatch(app, Intent::GoOnInCopy)));
        }
        buttons.insert(0, p("", text));
        vec![div("banner failure", buttons)]
    });
    view! {
        {practice}
        {failure}
        {cut}
        {new_version}
    }
    .into_any()
}
