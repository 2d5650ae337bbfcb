//! The frame of a form's field: label above, help and remarks below.

use leptos::prelude::*;

use super::block::{p, parted};
use super::remark::Remark;

/// What stands around a control.
pub struct Frame {
    /// The id of the control. It points at what is below with `aria-describedby="{id}-below"`.
    pub id: String,
    /// The label.
    pub label: &'static str,
    /// A word after the label: "required", "can follow later".
    pub mark: Option<&'static str>,
    /// A sentence below.
    pub help: Option<&'static str>,
    /// What takes the place of the help once something was typed; it is not read out.
    pub progress: Option<Signal<Option<String>>>,
    /// What the rules say of what was entered.
    pub remarks: Signal<Vec<Remark>>,
    /// Whether the control is a set of choices: then the label is a legend.
    pub grouped: bool,
}

impl Frame {
    /// A frame with a label and nothing else.
    pub fn plain(id: impl Into<String>, label: &'static str) -> Self {
        let remarks = Signal::stored(Vec::new());
        Self { id: id.into(), label, mark: None, help: None, progress: None, remarks, grouped: false }
    }
}

/// Draws a field around its control.
pub fn field(frame: Frame, control: AnyView) -> AnyView {
    let Frame { id, label, mark, help, progress, remarks, grouped } = frame;
    let mark = mark.map(|mark| view! { <small>" ("{mark}")"</small> }.into_any());
    let remarks =
        move || remarks.get().into_iter().map(|remark| p(remark.tone.class(), remark.text)).collect::<Vec<_>>();
    let help = move || match progress {
        None => help.map(str::to_owned),
        Some(progress) => progress.get(),
    };
    let help = move || help().map(|help| p("help", help));
    let below = view! {
        <div class="below" id=format!("{id}-below")>
            {help}
            <div aria-live="polite">{remarks}</div>
        </div>
    }
    .into_any();
    if grouped {
        view! {
            <fieldset class="field" id=id>
                <legend>{parted(label)}{mark}</legend>
                {control}
                {below}
            </fieldset>
        }
        .into_any()
    } else {
        view! {
            <div class="field">
                <label for=id>{parted(label)}{mark}</label>
                {control}
                {below}
            </div>
        }
        .into_any()
    }
}
