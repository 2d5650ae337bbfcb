//! The message at the foot of the screen, with what it offers.

use leptos::prelude::*;

use crate::ui::state::{Intent, Offer, use_book, use_texts};

#[component]
pub fn Notices() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || {
                book.notice.get().map(|notice| {
                    view! {
                        <div class="notice">
                            <p>{notice.text}</p>
                            {notice.offer.map(|Offer::TakeBack| {
                                view! {
                                    <button class="link" on:click=move |_| book.dispatch(Intent::TakeBack)>{t.undo}</button>
                                }.into_any()
                            })}
                            <button class="link" on:click=move |_| book.notice.set(None)>{t.close}</button>
                        </div>
                    }.into_any()
                })
            }}
        </div>
    }
}
