//! What must not be overlooked: practice mode, a failure to save.

use leptos::prelude::*;

use crate::ui::later;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::{Intent, Saving, use_book, use_lang, use_texts};

pub fn banners() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
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
    let failure = live("alert", "", move || match book.saving.get() {
        Saving::Kept => Vec::new(),
        Saving::Failed(error) => {
            let again = move || later::dispatch(book, Intent::SaveAgain);
            vec![div("banner failure", vec![p("", lang.shelf_error(error)), button("link", t.try_again, again)])]
        }
    });
    view! {
        {practice}
        {failure}
    }
    .into_any()
}
