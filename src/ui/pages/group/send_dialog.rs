//! Sending just this group.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::domain::Id;
use crate::ui::pages::files::SendPanel;
use crate::ui::state::use_texts;

#[component]
pub fn SendDialog(id: Id) -> impl IntoView {
    let t = use_texts();
    let dialog = NodeRef::<Dialog>::new();
    let open = RwSignal::new(false);
    view! {
            <button
                type="button"
                class="plain"
                on:click=move |_| {
                    open.set(true);
                    if let Some(dialog) = dialog.get_untracked() {
                        let _ = dialog.show_modal();
                    }
                }
            >
                {t.send_this_group}
            </button>
            <dialog node_ref=dialog aria-label=t.send_this_group on:close=move |_| open.set(false)>
                {move || (open.get()).then(|| view! {
                    <SendPanel group=Some(id) />
    }.into_any())}
                <form method="dialog">
                    <button class="link">{t.close}</button>
                </form>
            </dialog>
        }
}
