//! What must not be overlooked: practice mode, a failure to save, a new version.

use leptos::prelude::*;

use crate::shelf::ShelfError;
use crate::ui::later;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::{Intent, Saving, SecondCopy, use_book, use_first_texts, use_lang};
use crate::web;

pub fn banners() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_first_texts());
    let practice = move || {
        let leave = move || later::dispatch(book, Intent::Practise(false));
        book.is_practice().then(|| {
            view! {
                <div class="banner practice" role="region" aria-label=t.practice_title>
                    {p("", t.practice_banner)}
                    {button("link", t.practice_leave, leave)}
                </div>
            }
            .into_any()
        })
    };
    let new_version = live("status", "", move || {
        let Some(news) = book.news.get() else { return Vec::new() };
        let renew = || button("link", t.new_version_use, move || later::dispatch(book, Intent::Renew));
        vec![div("banner new-version", vec![p("", news.text), renew()])]
    });
    let failure = live("alert", "", move || {
        let again = || button("link", t.try_again, move || later::dispatch(book, Intent::SaveAgain));
        let (text, mut buttons) = match book.saving.get() {
            Saving::Kept => return Vec::new(),
            Saving::Outdated => (t.outdated_text, vec![button("link", t.reload, web::reload)]),
            Saving::InCopy => (t.in_copy_text, vec![again()]),
            Saving::Failed(error) => (lang.shelf_error(error), vec![again()]),
        };
        let has_room_elsewhere = book.copy.get() == SecondCopy::Kept;
        if has_room_elsewhere && matches!(book.saving.get(), Saving::Failed(ShelfError::Full | ShelfError::Denied)) {
            buttons.push(button("link", t.go_on_in_copy, move || later::dispatch(book, Intent::GoOnInCopy)));
        }
        buttons.insert(0, p("", text));
        vec![div("banner failure", buttons)]
    });
    view! {
        {practice}
        {failure}
        {new_version}
    }
    .into_any()
}
