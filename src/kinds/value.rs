//! What a field can hold, once for each type of value and not once for each field.
//!
//! Whoever works over fields asks the type: reading and editing text here, how it is entered in `ui::forms`, how it is shown in
//! `i18n`, what a spreadsheet takes it for in `sheets`. Each is one match over [`ValueType`], so that a new type is forgotten nowhere.

use serde_json::Value;

use super::choice::ChoiceType;
use crate::domain::{
    Choice, Count, Date, Decile, Dependants, Digits, FamilyCard, Fault, FieldValue, GroupName, Id, Line, Nik, Note,
    PersonName, Phone, RegionCode, Rt, Rupiah, Year, YesNo,
};
use crate::lang::Label;

/// A domain type that stands in fields.
pub trait Typed: FieldValue {
    /// Its row.
    const TYPE: ValueType;
}

/// The row of each closed list that has words.
trait Row {
    const ROW: ChoiceType;
}

impl<T: Choice + Label> Row for T {
    const ROW: ChoiceType = ChoiceType::of::<T>();
}

impl<T: Choice + Label + 'static> Typed for T {
    const TYPE: ValueType = ValueType::Choice(&<T as Row>::ROW);
}

/// Declares the types of values, all but the closed lists.
macro_rules! value_types {
    ($( $(#[$doc:meta])* $Type:ident, )*) => {
        /// The type of the values of a field.
        #[derive(Clone, Copy, Debug)]
        pub enum ValueType {
            $( $(#[$doc])* $Type, )*
            /// One of a closed list.
            Choice(&'static ChoiceType),
        }

        $( impl Typed for $Type { const TYPE: ValueType = ValueType::$Type; } )*

        impl ValueType {
            /// Reads what a person typed into the stored form; empty text clears the field.
            ///
            /// # Errors
            /// The [`Fault`] to show under the field.
            pub fn parse(self, text: &str) -> Result<Value, Fault> {
                match text.trim() {
                    "" => Ok(Value::Null),
                    text => match self {
                        $( Self::$Type => $Type::parse(text).map(|value| value.to_json()), )*
                        Self::Choice(choice) => choice.parse(text),
                    }
                }
            }

            /// The text a person edits; empty for a cleared field or a value this version cannot read.
            pub fn text(self, value: &Value) -> String {
                match self {
                    $( Self::$Type => $Type::from_json(value).map(|value| value.text()).unwrap_or_default(), )*
                    Self::Choice(choice) => choice.text(value).to_owned(),
                }
            }

            /// Whether a stored value can stand in the field; see [`super::FieldRef::check`].
            ///
            /// # Errors
            /// The [`Fault`] that makes the value useless.
            pub fn check(self, value: &Value) -> Result<(), Fault> {
                if value.is_null() {
                    return Ok(());
                }
                match self {
                    $( Self::$Type => $Type::from_json(value).map(drop), )*
                    // A newer version has more choices.
                    Self::Choice(_) => if value.is_string() { Ok(()) } else { Err(Fault::WrongType) },
                }
            }
        }
    };
}

value_types! {
    /// The name of a group.
    GroupName,
    /// The name of a person.
    PersonName,
    /// One line of text.
    Line,
    /// Many lines of text.
    Note,
    /// A number that is a name and no amount: of an account, a postcode.
    Digits,
    /// The number of an RT or RW.
    Rt,
    /// A place by its code.
    RegionCode,
    /// A day.
    Date,
    /// A budget year.
    Year,
    /// A count of people or households.
    Count,
    /// A welfare decile.
    Decile,
    /// How many depend on a person.
    Dependants,
    /// Yes or no.
    YesNo,
    /// An amount of money.
    Rupiah,
    /// A national id number.
    Nik,
    /// The number of a family card.
    FamilyCard,
    /// A phone number.
    Phone,
    /// The id of another record: it moves with a merge, and is shown by the name of what it names.
    Id,
}
