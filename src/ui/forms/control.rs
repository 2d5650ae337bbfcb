//! How each field is entered, by what it can hold.

use crate::i18n::Lang;
use crate::kinds::{FieldRef, Flag, ValueType};
use crate::ui::parts::{Choice, Keyboard};

/// The control of a field.
pub enum Control {
    /// One line.
    Line(Keyboard),
    /// Many lines.
    Note,
    /// A list that opens.
    List(Vec<Choice>),
    /// Radio buttons side by side.
    Segments(Vec<Choice>),
    /// A region found by typing.
    Region,
}

/// The control of a field.
pub fn control(field: FieldRef, lang: Lang) -> Control {
    match field.value_type() {
        ValueType::Choice(choice) => {
            let choices = choice.words(lang).map(|(code, word)| Choice::new(code, word)).collect();
            if field.is(Flag::Segments) { Control::Segments(choices) } else { Control::List(choices) }
        }
        // The words that the field's own text reads back.
        ValueType::YesNo => {
            Control::Segments(vec![Choice::new("ya", lang.yes_no(true)), Choice::new("tidak", lang.yes_no(false))])
        }
        ValueType::RegionCode => Control::Region,
        ValueType::Note => Control::Note,
        ValueType::Phone => Control::Line(Keyboard::Phone),
        ValueType::Digits
        | ValueType::Rt
        | ValueType::Date
        | ValueType::Year
        | ValueType::Count
        | ValueType::Decile
        | ValueType::Dependants
        | ValueType::Rupiah
        | ValueType::Nik
        | ValueType::FamilyCard => Control::Line(Keyboard::Digits),
        ValueType::GroupName | ValueType::PersonName | ValueType::Line | ValueType::Id => Control::Line(Keyboard::Text),
    }
}

/// The help under a field.
pub fn help(field: FieldRef, lang: Lang) -> Option<&'static str> {
    let t = lang.texts();
    match field.value_type() {
        ValueType::RegionCode => Some(t.region_help),
        ValueType::Date if field.is(Flag::DateHelp) => Some(t.date_help),
        ValueType::Nik => Some(t.nik_help),
        _ => None,
    }
}

/// The word after a field's label.
pub fn mark(field: FieldRef, lang: Lang) -> Option<&'static str> {
    let t = lang.texts();
    if field.is(Flag::Optional) { Some(t.optional) } else { field.is(Flag::Required).then_some(t.required) }
}
