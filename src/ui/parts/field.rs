//! The frame of a form's field: label above, help and remarks below.

use leptos::prelude::*;

use super::remark::Remark;

/// Draws a field around its control.
///
/// The control has `id`, and points at the help and the remarks with `aria-describedby="{id}-below"`.
#[component]
pub fn FieldFrame(
    /// The id of the control.
    id: String,
    label: &'static str,
    /// A word after the label: "required", "can follow later".
    #[prop(optional_no_strip)]
    mark: Option<&'static str>,
    #[prop(optional_no_strip)] help: Option<&'static str>,
    #[prop(into)] remarks: Signal<Vec<Remark>>,
    /// Whether the control is a set of choices: then the label is a legend.
    #[prop(optional)]
    grouped: bool,
    children: Children,
) -> impl IntoView {
    let below = format!("{id}-below");
    let mark = mark.map(|mark| view! { <small>" ("{mark}")"</small> }.into_any());
    let after = view! {
        <div class="below" id=below>
            {help.map(|help| view! { <p class="help">{help}</p> }.into_any())}
            <div aria-live="polite">
                {move || {
                    remarks.get().into_iter().map(|remark| view! { <p class=remark.tone.class()>{remark.text}</p> }.into_any()).collect_view()
                }}
            </div>
        </div>
    }.into_any();
    if grouped {
        view! {
            <fieldset class="field" id=id>
                <legend>{label}{mark}</legend>
                {children()}
                {after}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field">
                <label for=id>{label}{mark}</label>
                {children()}
                {after}
            </div>
        }
        .into_any()
    }
}
