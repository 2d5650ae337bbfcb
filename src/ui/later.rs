//! What the first screen does without: every other page, and everything that changes the book.
//!
//! The release keeps it in a wasm of its own, which is fetched as soon as the first screen stands; without `--cfg split`
//! it is all one. `across` holds the only ways over, so that whatever only they reach is in the second wasm: the shell and
//! the summary call [`page`] and [`dispatch`], and never what is behind them.

use std::time::Duration;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;

use across::{act, begin, draw, fetch};

use super::parts::block::{button, div, live, p};
use super::state::{Book, Intent, SecondCopy, use_first_texts};
use crate::route::Route;

/// How fetching goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetching {
    Going,
    Failed,
    Done,
}

/// How long to wait before fetching again what could not be fetched ahead.
const BREATH: Duration = Duration::from_secs(15);

/// Fetches it as soon as the first screen stands, so that it is there before a person asks for it, and begins to keep the
/// second copy, the files in a folder, and the page for when there is no network.
pub fn fetch_ahead(book: Book) {
    spawn_local(async move {
        if begin(book).await.is_err() {
            book.copy.set(SecondCopy::None);
            set_timeout(move || fetch_ahead(book), BREATH);
        }
    });
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

/// What stands in place of numbers that are known only once the records have been read.
pub fn unread(book: Book) -> AnyView {
    let t = use_first_texts();
    if book.copy.get() != SecondCopy::None {
        return live("status", "", move || vec![p("soft", t.page_coming)]);
    }
    let try_to = move || {
        book.copy.set(SecondCopy::Checking);
        fetch_ahead(book);
    };
    let again = move || button("plain", t.page_again, try_to);
    live("alert", "", move || vec![div("box error", vec![p("", t.page_not_fetched), again()])])
}

/// Does what a person wants, from a place that the first screen holds.
pub fn dispatch(book: Book, intent: Intent) {
    // Once its code is there, it is done within this call.
    spawn_local(async move {
        if act(book, intent).await.is_err() {
            book.say(book.lang().first_texts().page_not_fetched);
        }
    });
}

#[cfg(split)]
#[allow(unsafe_code)] // what the macro writes: an import that the split resolves
mod across {
    use leptos::prelude::AnyView;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use crate::route::Route;
    use crate::ui::state::{Book, Intent, use_book};
    use crate::ui::{backup, intake, pages};

    #[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch))]
    pub fn draw(route: Route) -> Result<AnyView, SplitLoaderError> {
        use_book().read_in();
        Ok(pages::page(&route))
    }

    #[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split)]
    pub fn begin(book: Book) -> Result<(), SplitLoaderError> {
        book.begin();
        backup::begin(book);
        intake::begin(book);
        Ok(())
    }

    #[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split)]
    pub fn act(book: Book, intent: Intent) -> Result<(), SplitLoaderError> {
        book.read_in();
        book.dispatch(intent);
        Ok(())
    }
}

/// The same, all in one wasm.
#[cfg(not(split))]
#[allow(clippy::unused_async)] // as the split has it
mod across {
    use leptos::prelude::AnyView;
    use leptos::wasm_split::SplitLoaderError;

    use crate::route::Route;
    use crate::ui::state::{Book, Intent, use_book};
    use crate::ui::{backup, intake, pages};

    pub async fn fetch() -> Result<(), SplitLoaderError> {
        Ok(())
    }

    pub async fn draw(route: Route) -> Result<AnyView, SplitLoaderError> {
        use_book().read_in();
        Ok(pages::page(&route))
    }

    pub async fn begin(book: Book) -> Result<(), SplitLoaderError> {
        book.begin();
        backup::begin(book);
        intake::begin(book);
        Ok(())
    }

    pub async fn act(book: Book, intent: Intent) -> Result<(), SplitLoaderError> {
        book.read_in();
        book.dispatch(intent);
        Ok(())
    }
}
