//! How each field is entered.

use crate::domain::{
    AnyField, Area, Business, ConsentWay, GroupField, Kinship, Marital, MemberField, Programme, Role, Schooling, Sex,
    Stage, Status, WelfareData,
};
use crate::i18n::{Label, Lang};
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
pub fn control(field: AnyField, lang: Lang) -> Control {
    match field {
        AnyField::Group(field) => group_control(field, lang),
        AnyField::Member(field) => member_control(field, lang),
        // Nobody types a ruling.
        AnyField::Ruling(_) => Control::Line(Keyboard::Text),
    }
}

/// The help under a field.
pub fn help(field: AnyField, lang: Lang) -> Option<&'static str> {
    let t = lang.texts();
    match field {
        AnyField::Group(GroupField::Region) | AnyField::Member(MemberField::Region) => Some(t.region_help),
        AnyField::Group(GroupField::Formed | GroupField::DecreeDate) | AnyField::Member(MemberField::BirthDate) => {
            Some(t.date_help)
        }
        AnyField::Member(MemberField::Nik) => Some(t.nik_help),
        _ => None,
    }
}

/// The word after a field's label.
pub fn mark(field: AnyField, lang: Lang) -> Option<&'static str> {
    let t = lang.texts();
    match field {
        AnyField::Member(MemberField::Nik | MemberField::Card) => Some(t.optional),
        _ => field.is_required().then_some(t.required),
    }
}

fn group_control(field: GroupField, lang: Lang) -> Control {
    use GroupField as G;
    match field {
        G::Business => list(Business::ALL, Business::code, lang),
        G::Area => list(Area::ALL, Area::code, lang),
        G::Programme => list(Programme::ALL, Programme::code, lang),
        G::Status => list(Status::ALL, Status::code, lang),
        G::Stage => list(Stage::ALL, Stage::code, lang),
        G::Region => Control::Region,
        G::Note => Control::Note,
        G::Rt | G::Rw | G::Postcode | G::Year | G::Formed | G::DecreeDate | G::Account => {
            Control::Line(Keyboard::Digits)
        }
        G::Name
        | G::BusinessName
        | G::Address
        | G::Coordinates
        | G::Facilitator
        | G::Decree
        | G::Bank
        | G::AccountHolder
        | G::SameAs => Control::Line(Keyboard::Text),
    }
}

fn member_control(field: MemberField, lang: Lang) -> Control {
    use MemberField as M;
    match field {
        M::Sex => segments(Sex::ALL, Sex::code, lang),
        M::Role => list(Role::ALL, Role::code, lang),
        M::Kinship => list(Kinship::ALL, Kinship::code, lang),
        M::Marital => list(Marital::ALL, Marital::code, lang),
        M::Schooling => list(Schooling::ALL, Schooling::code, lang),
        M::WelfareData => list(WelfareData::ALL, WelfareData::code, lang),
        M::ConsentWay => list(ConsentWay::ALL, ConsentWay::code, lang),
        // The words that the field's own text reads back.
        M::Disability => {
            Control::Segments(vec![Choice::new("ya", lang.yes_no(true)), Choice::new("tidak", lang.yes_no(false))])
        }
        M::Region => Control::Region,
        M::Phone => Control::Line(Keyboard::Phone),
        M::Nik
        | M::BirthDate
        | M::Rt
        | M::Rw
        | M::Card
        | M::Dependants
        | M::IncomeBefore
        | M::IncomeAfter
        | M::Decile
        | M::WelfareChecked
        | M::Joined
        | M::Left
        | M::ConsentDate => Control::Line(Keyboard::Digits),
        M::Group | M::Name | M::BirthPlace | M::Address | M::Occupation | M::LeaveReason | M::SameAs => {
            Control::Line(Keyboard::Text)
        }
    }
}

fn list<T: Label + Copy>(all: &[T], code: fn(T) -> &'static str, lang: Lang) -> Control {
    Control::List(choices(all, code, lang))
}

fn segments<T: Label + Copy>(all: &[T], code: fn(T) -> &'static str, lang: Lang) -> Control {
    Control::Segments(choices(all, code, lang))
}

fn choices<T: Label + Copy>(all: &[T], code: fn(T) -> &'static str, lang: Lang) -> Vec<Choice> {
    all.iter().map(|choice| Choice::new(code(*choice), choice.label(lang))).collect()
}
