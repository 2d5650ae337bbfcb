//! A list of which one page is fetched at a time, of all that there is or of one kind.
//!
//! Deliberately absent: where it is fetched, which the one who makes it says.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::block::{b, button, p, ul};
use crate::i18n::Lang;

/// Some of a kind, or of all, from a place on, and how many there are of these.
type Fetched<T> = Pin<Box<dyn Future<Output = (Vec<T>, usize)>>>;

type Source<K, T> = dyn Fn(Option<K>, usize) -> Fetched<T> + Send + Sync;

/// A list of `T` of the kinds `K`.
pub struct Paged<K: 'static, T: 'static> {
    chosen: RwSignal<Option<K>>,
    shown: RwSignal<Vec<T>>,
    /// How many there are of these; `None` before the first answer.
    of: RwSignal<Option<usize>>,
    source: StoredValue<Arc<Source<K, T>>>,
}

impl<K, T> Clone for Paged<K, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, T> Copy for Paged<K, T> {}

impl<K: Copy + PartialEq + Send + Sync, T: Send + Sync> Paged<K, T> {
    /// A list of nothing yet; `get` answers a page from a place on.
    pub fn new<F: Future<Output = (Vec<T>, usize)> + 'static>(
        get: impl Fn(Option<K>, usize) -> F + Send + Sync + 'static,
    ) -> Self {
        Self {
            chosen: RwSignal::new(None),
            shown: RwSignal::new(Vec::new()),
            of: RwSignal::new(None),
            source: StoredValue::new(Arc::new(move |kind, from| Box::pin(get(kind, from)))),
        }
    }

    /// Fetches from a place on; what was before it stays.
    pub fn fetch(self, from: usize) {
        let (kind, Some(get)) = (self.chosen.get_untracked(), self.source.try_get_value()) else { return };
        spawn_local(async move {
            let (more, all) = get(kind, from).await;
            // Another choice may have been made meanwhile, and the page may be gone.
            if self.chosen.try_get_untracked() == Some(kind) {
                self.of.set(Some(all));
                self.shown.update(|shown| {
                    shown.truncate(from);
                    shown.extend(more);
                });
            }
        });
    }

    /// A button that shows those of one kind only, and when it is pressed again all.
    pub fn chip(self, kind: K, word: &'static str, count: impl Fn() -> String + Send + 'static) -> AnyView {
        let pressed = move || if self.chosen.get() == Some(kind) { "true" } else { "false" };
        let choose = move |_| {
            self.chosen.update(|chosen| *chosen = if *chosen == Some(kind) { None } else { Some(kind) });
            self.fetch(0);
        };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=choose>
                {word} " " {move || b(count())}
            </button>
        }
        .into_any()
    }

    /// What has been fetched, each drawn by `one`, and the way to more; `none` where there is nothing of the kind.
    pub fn list(self, lang: Lang, none: &'static str, one: impl Fn(&T) -> AnyView) -> Vec<AnyView> {
        let mut parts = vec![ul("cards", self.shown.with(|shown| shown.iter().map(one).collect()))];
        let (shown, all) = (self.shown.with(Vec::len), self.of.get());
        if all == Some(0) {
            parts.push(p("soft", none));
        }
        if let Some(rest) = all.and_then(|all| all.checked_sub(shown)).filter(|rest| *rest > 0 && shown > 0) {
            parts.push(button("plain wide", lang.and_more(rest), move || self.fetch(shown)));
        }
        parts
    }
}
