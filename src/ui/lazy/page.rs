//! Drawing a page whose code comes with the second wasm.
//!
//! By itself, since pages dispatch across as well: this file knows the pages, and none of them knows it.

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;

use across::{draw, fetch};

use crate::route::Route;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::use_first_texts;

/// How fetching goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetching {
    Going,
    Failed,
    Done,
}

/// A page, at once when its code is there, else as soon as it has come.
pub fn page(route: Route) -> AnyView {
    if let Some(Ok(page)) = draw(route.clone()).now_or_never() {
        return page;
    }
    let t = use_first_texts();
    let fetching = RwSignal::new(Fetching::Going);
    let try_to = move || {
        fetching.set(Fetching::Going);
        spawn_local(async move {
            let fetched = fetch().await;
            fetching.set(if fetched.is_ok() { Fetching::Done } else { Fetching::Failed });
        });
    };
    try_to();
    let page = move || match fetching.get() {
        Fetching::Done => draw(route.clone()).now_or_never().and_then(Result::ok),
        Fetching::Going => Some(live("status", "", move || vec![p("soft", t.page_coming)])),
        Fetching::Failed => {
            let again = move || button("plain", t.page_again, try_to);
            Some(live("alert", "", move || vec![div("box error", vec![p("", t.page_not_fetched), again()])]))
        }
    };
    page.into_any()
}

#[cfg(split)]
#[allow(unsafe_code)] // what the macro writes: an import that the split resolves
mod across {
    use leptos::prelude::AnyView;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use crate::route::Route;
    use crate::ui::pages;
    use crate::ui::state::use_app;

    #[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch))]
    pub fn draw(route: Route) -> Result<AnyView, SplitLoaderError> {
        pages::set_up();
        use_app().read_in();
        Ok(pages::page(&route))
    }
}

/// The same, all in one wasm.
#[cfg(not(split))]
#[allow(clippy::unused_async)] // as the split has it
mod across {
    use leptos::prelude::AnyView;
    use leptos::wasm_split::SplitLoaderError;

    use crate::route::Route;
    use crate::ui::pages;
    use crate::ui::state::use_app;

    pub async fn fetch() -> Result<(), SplitLoaderError> {
        Ok(())
    }

    pub async fn draw(route: Route) -> Result<AnyView, SplitLoaderError> {
        pages::set_up();
        use_app().read_in();
        Ok(pages::page(&route))
    }
}
