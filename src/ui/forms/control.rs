//! How each field is entered.

use crate::domain::{
    Area, Business, ConsentWay, Field, GroupField, Kinship, Marital, MemberField, Programme, Role, Schooling, Sex,
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

/// A field that a form can show.
pub trait FormField: Field + Label {
    /// Its control.
    fn control(self, lang: Lang) -> Control;

    /// The help under it.
    fn help(self, lang: Lang) -> Option<&'static str>;

    /// The word after its label.
    fn mark(self, lang: Lang) -> Option<&'static str>;

    /// Whether the record is useless without it.
    fn is_required(self) -> bool;
}

impl FormField for GroupField {
    fn control(self, lang: Lang) -> Control {
        match self {
            Self::Business => list(Business::ALL, Business::code, lang),
            Self::Area => list(Area::ALL, Area::code, lang),
            Self::Programme => list(Programme::ALL, Programme::code, lang),
            Self::Status => list(Status::ALL, Status::code, lang),
            Self::Stage => list(Stage::ALL, Stage::code, lang),
            Self::Region => Control::Region,
            Self::Note => Control::Note,
            Self::Rt | Self::Rw | Self::Postcode | Self::Year | Self::Formed | Self::DecreeDate | Self::Account => {
                Control::Line(Keyboard::Digits)
            }
            Self::Name
            | Self::BusinessName
            | Self::Address
            | Self::Coordinates
            | Self::Facilitator
            | Self::Decree
            | Self::Bank
            | Self::AccountHolder => Control::Line(Keyboard::Text),
        }
    }

    fn help(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Region => Some(lang.texts().region_help),
            Self::Formed | Self::DecreeDate => Some(lang.texts().date_help),
            _ => None,
        }
    }

    fn mark(self, lang: Lang) -> Option<&'static str> {
        self.is_required().then_some(lang.texts().required)
    }

    fn is_required(self) -> bool {
        self == Self::Name
    }
}

impl FormField for MemberField {
    fn control(self, lang: Lang) -> Control {
        match self {
            Self::Sex => segments(Sex::ALL, Sex::code, lang),
            Self::Role => list(Role::ALL, Role::code, lang),
            Self::Kinship => list(Kinship::ALL, Kinship::code, lang),
            Self::Marital => list(Marital::ALL, Marital::code, lang),
            Self::Schooling => list(Schooling::ALL, Schooling::code, lang),
            Self::WelfareData => list(WelfareData::ALL, WelfareData::code, lang),
            Self::ConsentWay => list(ConsentWay::ALL, ConsentWay::code, lang),
            Self::Disability => {
                // The words that the field's own text reads back.
                Control::Segments(vec![Choice::new("ya", lang.yes_no(true)), Choice::new("tidak", lang.yes_no(false))])
            }
            Self::Region => Control::Region,
            Self::Phone => Control::Line(Keyboard::Phone),
            Self::Nik
            | Self::BirthDate
            | Self::Rt
            | Self::Rw
            | Self::Card
            | Self::Dependants
            | Self::IncomeBefore
            | Self::IncomeAfter
            | Self::Decile
            | Self::WelfareChecked
            | Self::Joined
            | Self::Left
            | Self::ConsentDate => Control::Line(Keyboard::Digits),
            Self::Group | Self::Name | Self::BirthPlace | Self::Address | Self::Occupation | Self::LeaveReason => {
                Control::Line(Keyboard::Text)
            }
        }
    }

    fn help(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Nik => Some(lang.texts().nik_help),
            Self::Region => Some(lang.texts().region_help),
            Self::BirthDate => Some(lang.texts().date_help),
            _ => None,
        }
    }

    fn mark(self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Nik | Self::Card => Some(lang.texts().optional),
            _ => self.is_required().then_some(lang.texts().required),
        }
    }

    fn is_required(self) -> bool {
        self == Self::Name
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
