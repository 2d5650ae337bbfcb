//! One field of a form, drawn by its control.

use leptos::prelude::*;

use super::control::{Control, control, help, mark};
use super::form::Form;
use crate::domain::RegionCode;
use crate::i18n::Label;
use crate::kinds::{FieldRef, Flag, KindId, ValueType};
use crate::lang::Text;
use crate::ui::parts::block::h2;
use crate::ui::parts::{self, Frame, Line, Remark, Tone, line, note, region_picker, segments, select};
use crate::ui::state::{use_lang, use_texts};

/// The id of a field's control in the page.
pub(super) fn dom_id(field: FieldRef) -> String {
    format!("field-{}", field.key())
}

/// Draws some fields, one under the other.
pub fn rows(form: Form, fields: &[FieldRef], near: Option<RegionCode>) -> Vec<AnyView> {
    fields.iter().map(|field| row(form, *field, near, None)).collect()
}

/// Draws what a form asks for further down, under its headings.
pub fn sections(form: Form, kind: KindId, near: Option<RegionCode>) -> Vec<AnyView> {
    let (lang, headings) = (use_lang(), kind.words().sections);
    let section = |(heading, fields): (&Text, &&[FieldRef])| {
        let mut parts = vec![h2("", heading.label(lang))];
        parts.extend(rows(form, fields, near));
        parts
    };
    headings.iter().zip(kind.row().sections).flat_map(section).collect()
}

/// Draws one field. `near` is where places are looked for first; `tells` what a value tells, as a remark.
pub fn row(form: Form, field: FieldRef, near: Option<RegionCode>, tells: Option<Signal<Option<Remark>>>) -> AnyView {
    let lang = use_lang();
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
    let frame = Frame {
        id,
        label: field.label(lang),
        mark: mark(field, lang),
        help: help(field, lang),
        progress: progress(field, value, remarks),
        remarks,
        grouped: false,
    };
    framed(field, frame, Bound { value, near, invalid, put, leave, choose })
}

/// Draws the control of one field that belongs to no form; `label` stands above it, and what is said of it below. `put` is
/// called with each change.
pub fn lone(
    field: FieldRef,
    (id, label): (String, &'static str),
    value: Signal<String>,
    remarks: Signal<Vec<Remark>>,
    near: Option<RegionCode>,
    put: Callback<String>,
) -> AnyView {
    let invalid = Signal::derive(move || remarks.with(|remarks| !remarks.is_empty()));
    let (help, progress) = (help(field, use_lang()), progress(field, value, remarks));
    let frame = Frame { id, label, mark: None, help, progress, remarks, grouped: false };
    framed(field, frame, Bound { value, near, invalid, put, leave: Callback::new(|()| {}), choose: put })
}

/// Of a number of sixteen digits how many stand there, until something else is said of it.
fn progress(field: FieldRef, value: Signal<String>, remarks: Signal<Vec<Remark>>) -> Option<Signal<Option<String>>> {
    let (lang, none_yet) = (use_lang(), help(field, use_lang()));
    let sentence = move || {
        if remarks.with(|remarks| !remarks.is_empty()) {
            return None;
        }
        match value.with(|text| text.chars().filter(char::is_ascii_digit).count()) {
            0 => none_yet.map(str::to_owned),
            digits => (digits != 16).then(|| lang.of_sixteen(digits)),
        }
    };
    matches!(field.value_type(), ValueType::Nik | ValueType::FamilyCard).then(|| Signal::derive(sentence))
}

/// What a control shows and calls.
#[derive(Clone, Copy)]
struct Bound {
    value: Signal<String>,
    near: Option<RegionCode>,
    invalid: Signal<bool>,
    put: Callback<String>,
    leave: Callback<()>,
    choose: Callback<String>,
}

fn framed(field: FieldRef, frame: Frame, bound: Bound) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let Bound { value, near, invalid, put, leave, choose } = bound;
    let (id, required) = (frame.id.clone(), field.is(Flag::Required));
    let control = control(field, lang);
    let grouped = matches!(control, Control::Segments(_));
    let control = match control {
        Control::Line(keyboard) => {
            line(Line { id, value, on_input: put, on_leave: leave, keyboard, invalid, required })
        }
        Control::Note => note(id, value, put, leave),
        Control::List(choices) => select(id, value, choices, t.not_chosen, choose),
        Control::Segments(choices) => segments(&id, value, choices, choose),
        Control::Region => region_picker(id, lang, value, near, choose),
    };
    parts::field(Frame { grouped, ..frame }, control)
}
