//! Asking once before something that cannot be undone.

use leptos::html::Dialog;
use leptos::prelude::*;

/// A button that opens a dialog; what it warns of happens only from there.
#[component]
pub fn Confirm(
    /// The word on the button that opens.
    open: &'static str,
    #[prop(into)] question: Signal<String>,
    explain: &'static str,
    confirm: &'static str,
    cancel: &'static str,
    on_confirm: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let show = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <button type="button" class="danger" on:click=show>{open}</button>
        <dialog node_ref=dialog aria-label=move || question.get()>
            <h2>{move || question.get()}</h2>
            <p>{explain}</p>
            <div class="actions">
                <button type="button" class="plain" on:click=move |_| close()>{cancel}</button>
                <button
                    type="button"
                    class="danger solid"
                    on:click=move |_| {
                        close();
                        on_confirm.run(());
                    }
                >
                    {confirm}
                </button>
            </div>
        </dialog>
    }
}
