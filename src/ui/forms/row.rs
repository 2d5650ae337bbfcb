//! One field of a form, drawn by its control.

use leptos::prelude::*;

use super::control::{Control, control, help, mark};
use super::form::Form;
use crate::domain::{AnyField, RegionCode};
use crate::i18n::Label;
use crate::ui::parts::{self, Frame, Line, Remark, Tone, line, note, region_picker, segments, select};
use crate::ui::state::{use_lang, use_texts};

/// The id of a field's control in the page.
pub(super) fn dom_id(field: AnyField) -> String {
    format!("field-{}", field.key())
}

/// Draws some fields, one under the other.
pub fn rows<F: Into<AnyField> + Copy>(form: Form, fields: &[F], near: Option<RegionCode>) -> Vec<AnyView> {
    fields.iter().map(|field| row(form, (*field).into(), near, None)).collect()
}

/// Draws one field. `near` is where places are looked for first; `tells` what a value tells, as a remark.
pub fn row(form: Form, field: AnyField, near: Option<RegionCode>, tells: Option<Signal<Option<Remark>>>) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let id = dom_id(field);
    let value = form.text(field);
    let own = form.remarks(field);
    let remarks = Signal::derive(move || {
        let mut remarks = own.get();
        remarks.extend(tells.and_then(|tells| tells.get()));
        remarks
    });
    let put = Callback::new(move |text| form.put(field, text));
    let leave = Callback::new(move |()| form.leave(field));
    let choose = Callback::new(move |text| {
        form.put(field, text);
        form.leave(field);
    });
    let invalid = Signal::derive(move || own.with(|own| own.iter().any(|remark| remark.tone == Tone::Error)));
    let control = control(field, lang);
    let grouped = matches!(control, Control::Segments(_));
    let required = field.is_required();
    let control = match control {
        Control::Line(keyboard) => {
            line(Line { id: id.clone(), value, on_input: put, on_leave: leave, keyboard, invalid, required })
        }
        Control::Note => note(id.clone(), value, put, leave),
        Control::List(choices) => select(id.clone(), value, choices, t.not_chosen, choose),
        Control::Segments(choices) => segments(&id, value, choices, choose),
        Control::Region => region_picker(id.clone(), lang, value, near, choose),
    };
    let label = field.label(lang);
    let frame = Frame { id, label, mark: mark(field, lang), help: help(field, lang), remarks, grouped };
    parts::field(frame, control)
}
