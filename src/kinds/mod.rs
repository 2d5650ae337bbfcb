//! The kinds of record: each a folder with its fields, rules and words, and one list of all.
//!
//! Reading order: a [`ValueType`] is what stands in a field; a [`FieldDef`] is a row of a kind's table, and a [`FieldRef`] names it;
//! a [`Kind`] is such a table and what is true of all its records. What works over any kind (forms, previews, conflicts, histories,
//! sheets, erasing, merging) reads these rows and knows no kind by name. Deliberately absent: histories and storage.

mod choice;
#[cfg(not(target_arch = "wasm32"))]
mod docs;
mod field;
mod heading;
mod kind;
mod matching;
mod record;
mod rule;
mod serial;
#[cfg(feature = "conformance")]
mod spoilt;
mod value;

mod event;
mod group;
mod member;
mod recap;
mod receipt;
mod ruling;
mod visit;

use crate::domain::Date;

pub use choice::ChoiceType;
#[cfg(not(target_arch = "wasm32"))]
pub use docs::Docs;
pub use field::{FieldDef, FieldRef, Flag, Privacy};
pub use heading::{Heading, ListSource};
pub use kind::{Belongs, Kind, Names, Severity, Words, kind_of};
pub use matching::{NameRef, Traits};
pub use rule::{Rule, Values};
#[cfg(feature = "conformance")]
pub use spoilt::Spoilt;
pub use value::{Typed, ValueType};

pub use group::{GroupProblem, check_composition, check_group};
pub use member::{MemberProblem, check_member};
pub use receipt::About;
pub use visit::Condition;

impl KindId {
    /// Whether the first version of the app knew it. To an app of then a later kind is an unknown one, and both have to come to the same
    /// book: so of a later kind no id is asked for, and it gives way to these.
    pub fn is_of_first_version(self) -> bool {
        self <= Self::Receipt
    }

    /// The kinds that people type and that belong to nothing but themselves: each has a page, a sheet, a list in a preview.
    pub fn alone() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| kind.row().is_typed && kind.row().belongs == Belongs::Own)
    }

    /// The kinds that people type and that belong to a group, all but its members: each is a tab of the group's page, a sheet, a
    /// list in a preview.
    pub fn in_groups() -> impl Iterator<Item = Self> {
        let is_in = |kind: &Self| {
            let row = kind.row();
            row.is_typed && row.belongs == Belongs::Group && *kind != Self::Member
        };
        Self::ALL.iter().copied().filter(is_in)
    }
}

/// Invents a record, as the texts of a form on this day: numbers under a bound come from the function.
pub type Invent = fn(&mut dyn FnMut(u64) -> u64, Date) -> Vec<(FieldRef, String)>;

/// The field that names the group a record belongs to, in every kind that belongs to one, also in kinds of a newer version.
pub const GROUP_KEY: &str = "group";

/// The list of all kinds: a kind is a word here and the folder of that name.
macro_rules! kinds {
    ($( $room:ident $Kind:ident, )*) => {
        $( pub use $room::$Kind; )*

        /// A kind of record that this version knows, in the order of the list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum KindId { $(
            #[doc = concat!("`", stringify!($room), "`.")]
            $Kind,
        )* }

        impl KindId {
            /// All of them.
            pub const ALL: &'static [Self] = &[ $( Self::$Kind, )* ];

            /// The row of the kind.
            pub fn row(self) -> &'static Kind {
                #[cfg(feature = "conformance")]
                if let Some(spoilt) = spoilt::of(self) {
                    return spoilt.row;
                }
                match self { $( Self::$Kind => &$room::KIND, )* }
            }

            /// What its records belong to, without a look at its row: the first screen links none.
            pub fn belongs(self) -> Belongs {
                #[cfg(feature = "conformance")]
                if let Some(spoilt) = spoilt::of(self) {
                    return spoilt.row.belongs;
                }
                match self { $( Self::$Kind => $room::BELONGS, )* }
            }

            /// What the kind is called.
            pub fn names(self) -> &'static Names {
                #[cfg(feature = "conformance")]
                if let Some(spoilt) = spoilt::of(self) {
                    return spoilt.names;
                }
                match self { $( Self::$Kind => &$room::NAMES, )* }
            }

            /// The words of the kind.
            pub fn words(self) -> &'static Words {
                #[cfg(feature = "conformance")]
                if let Some(spoilt) = spoilt::of(self) {
                    return spoilt.words;
                }
                match self { $( Self::$Kind => &$room::WORDS, )* }
            }

            /// The kind as it stands in a record.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$Kind => $Kind::KIND, )* }
            }

            /// How records of the kind are invented, where that is said by the kind alone.
            pub fn invent(self) -> Option<Invent> {
                #[cfg(feature = "conformance")]
                if let Some(spoilt) = spoilt::of(self) {
                    return spoilt.invent;
                }
                match self { $( Self::$Kind => $room::INVENT, )* }
            }

            /// The words above the columns of a list that mean a field of the kind.
            pub fn headings(self) -> &'static [Heading] {
                match self { $( Self::$Kind => $room::HEADINGS, )* }
            }

            /// What the kind and each of its fields is, in English.
            #[cfg(not(target_arch = "wasm32"))]
            pub fn docs(self) -> &'static Docs {
                match self { $( Self::$Kind => &$Kind::DOCS, )* }
            }

            /// The kind of this name, without a look at its row.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.name() == name)
            }
        }
    };
}

kinds! { group Group, member Member, ruling Ruling, recap Recap, receipt Receipt, visit Visit, event Event, }
