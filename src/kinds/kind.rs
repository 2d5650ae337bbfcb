//! A kind of record, as a row; and its words, apart from it, so that a part of the app without words links none.

use super::rule::{Rule, Values};
use super::{FieldDef, FieldRef, KindId};
use crate::domain::Date;
use crate::lang::{Label, Lang, Text};

/// Which aggregate the records of a kind are stored, sent and erased with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// Each is a group, with all that belongs to it.
    Itself,
    /// To the group that its field `group` names.
    Group,
    /// To nothing but itself, such as an event: each record is stored, sent and erased alone.
    Own,
    /// To no group: with all others of that sort.
    Shared,
}

/// How grave it is when a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Shown, never in the way.
    Warning,
    /// Keeps the form from being saved.
    Error,
}

/// What is true of all records of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Which it is.
    pub id: KindId,
    /// The kind as it stands in a record.
    pub name: &'static str,
    /// What its records belong to.
    pub belongs: Belongs,
    /// Whether people type its records in a form.
    pub is_typed: bool,
    /// Whether a record's id is made of what it is about, and so is the same wherever it is made.
    pub is_derived: bool,
    /// Its fields, in the order of a form.
    pub fields: &'static [FieldDef],
    /// What a form asks for at once.
    pub basics: &'static [FieldRef],
    /// What it asks for further down, under the headings of [`Words::sections`].
    pub sections: &'static [&'static [FieldRef]],
    /// What tells a record of it from others: its name, its day.
    pub title: &'static [FieldRef],
    /// The day that a record is of: the form of a new one begins with today, and the latest is listed first.
    pub dated: Option<FieldRef>,
    /// Which rules a record's own values break. A kind whose rules need more than that has a function of its own.
    pub check: fn(Values, Date) -> Vec<&'static Rule>,
}

/// What a kind is called: apart from its other words, since the first screen needs no more.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// One record of it.
    pub one: Text,
    /// All of them, as a tab and a sheet are called.
    pub many: Text,
    /// The title over the form of a new one.
    pub new: Text,
    /// The title over the form of one that is there.
    pub edit: Text,
}

/// What people read of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The name of each field, in the order of the fields.
    pub fields: &'static [Text],
    /// The heading over each of [`Kind::sections`].
    pub sections: &'static [Text],
    /// What the button says that adds one.
    pub add: Text,
    /// What stands where there is none yet.
    pub none: Text,
    /// What the button says that deletes one, and what is said before it.
    pub erase: Text,
    /// What deleting does.
    pub erase_explain: Text,
}

impl Kind {
    /// Its fields, in the order of a form.
    pub fn fields(&self) -> impl DoubleEndedIterator<Item = FieldRef> + use<> {
        let id = self.id;
        (0..self.fields.len()).map(move |at| FieldRef::new(id, u8::try_from(at).unwrap_or(u8::MAX)))
    }

    /// The field of this name.
    pub fn field(&self, key: &str) -> Option<FieldRef> {
        self.fields().find(|field| field.key() == key)
    }
}

/// The kind of this name; `None` of one that this version does not know.
pub fn kind_of(name: &str) -> Option<&'static Kind> {
    KindId::ALL.iter().map(|id| id.row()).find(|kind| kind.name == name)
}

impl Label for FieldRef {
    fn label(&self, lang: Lang) -> &'static str {
        self.kind().words().fields[self.at()].label(lang)
    }
}

/// The names of the fields of a kind, one for each, or it does not compile.
macro_rules! field_names {
    ($Record:ident { $( $CONST:ident = $id:literal | $en:literal, )* }) => {{
        use $crate::lang::Text;

        const NAMES: [Text; super::$Record::FIELDS.len()] = {
            let mut names = [Text::NONE; super::$Record::FIELDS.len()];
            $( names[super::$Record::$CONST.at()] = Text::new($id, $en); )*
            let mut at = 0;
            while at < names.len() {
                // A field without a name stops the build here.
                let () = [()][names[at].is_missing() as usize];
                at += 1;
            }
            names
        };
        &NAMES
    }};
}
pub(crate) use field_names;
