//! The question before a record is deleted for good: what goes, and what restore points still have of it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::Label;
use crate::kinds::KindId;
use crate::ui::parts::block::{button, div, h2, p};
use crate::ui::parts::{Words, dialog_button};
use crate::ui::state::{points, use_app, use_lang, use_texts};

/// What is said before a record of a kind is deleted.
pub fn erase_words(kind: KindId) -> Words {
    let (lang, t, words) = (use_lang(), use_texts(), kind.words());
    Words {
        open: words.erase.label(lang).to_owned(),
        explain: words.erase_explain.label(lang),
        confirm: t.erase_confirm,
        cancel: t.cancel,
    }
}

/// A button that asks. `on_confirm` hears whether the restore points go, too.
pub fn erasing(
    words: Words,
    question: impl Fn() -> String + Send + Sync + 'static,
    on_confirm: impl Fn(bool) + Send + Sync + 'static,
) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let (question, on_confirm) = (Arc::new(question), Arc::new(on_confirm));
    let title = question.clone();
    let contents = move |close: Callback<()>| {
        let on_confirm = on_confirm.clone();
        let (count, with_points) = (RwSignal::new(0), RwSignal::new(false));
        spawn_local(async move {
            // The dialog may be gone before the answer comes.
            let _ = count.try_set(points::all(app).await.map_or(0, |points| points.len()));
        });
        let points = move || {
            (count.get() > 0).then(|| {
                view! {
                    <p>{lang.points_still_hold(count.get())}</p>
                    <label class="choice">
                        <input
                            type="checkbox"
                            prop:checked=with_points
                            on:change:target=move |event| with_points.set(event.target().checked())
                        />
                        {lang.points_go_too(count.get())}
                    </label>
                }
            })
        };
        let go_on = move || {
            let with_points = with_points.get_untracked();
            close.run(());
            on_confirm(with_points);
        };
        vec![
            h2("", untrack(|| question())),
            p("", words.explain),
            points.into_any(),
            div(
                "actions",
                vec![
                    button("plain", words.cancel, move || close.run(())),
                    button("danger solid", words.confirm, go_on),
                ],
            ),
        ]
    };
    dialog_button("danger", words.open, move || title(), contents)
}
