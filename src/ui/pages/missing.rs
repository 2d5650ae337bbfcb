//! What is shown at an address that leads nowhere.

use leptos::prelude::*;

use crate::route::Route;
use crate::stats::Scope;
use crate::ui::state::use_texts;

#[component]
pub fn MissingPage() -> impl IntoView {
    let t = use_texts();
    view! {
        <div class="box">
            <p>{t.page_missing}</p>
            <a class="button" href=Route::Summary(Scope::All).to_string()>{t.to_summary}</a>
        </div>
    }
}
