//! The names under which things are kept.

use std::fmt;

use crate::domain::{FieldValue, Id};
use crate::kinds::KindId;
use crate::registry::Aggregate;

/// Everything of ours begins with this: an origin may be shared with other pages.
pub(super) const PREFIX: &str = "buku-kube/";

/// The key of the choices of this device, outside both books.
pub fn settings_key() -> String {
    format!("{PREFIX}settings")
}

/// The two books, which can never mix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Space {
    /// The real book.
    #[default]
    Book,
    /// Practice mode, with invented data.
    Practice,
}

impl Space {
    /// What its keys begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Book => "buku-kube/book/",
            Self::Practice => "buku-kube/practice/",
        }
    }
}

/// A form that may be left half typed. The form of what is new belongs to a window, since two may be filled in at one time; none stands
/// in what apps before kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKey {
    /// A new record of a kind, in this group if it is of a kind that belongs to one, in this window.
    New(KindId, Option<Id>, Option<Id>),
    /// A record that is there.
    Of(KindId, Id),
}

impl FormKey {
    /// Whether its record is not there yet.
    pub fn is_new(self) -> bool {
        matches!(self, Self::New(..))
    }

    /// The window that it is filled in in, where that is known.
    pub fn window(self) -> Option<Id> {
        match self {
            Self::New(_, _, window) => window,
            Self::Of(..) => None,
        }
    }

    /// The same form in a window; what is there already has one for all of them.
    #[must_use]
    pub fn in_window(self, window: Option<Id>) -> Self {
        match self {
            Self::New(kind, group, _) => Self::New(kind, group, window),
            Self::Of(..) => self,
        }
    }
}

/// A key within a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key<'a> {
    Aggregate(Aggregate),
    Meta,
    Form(FormKey),
    /// What the first screen said.
    Snapshot,
    /// To whom files went.
    Sent,
    /// That files are being taken in, since this millisecond.
    Begun(u64),
    /// What a file erased of the record of this id.
    Bin(&'a str),
    /// That the file of this id was taken in here, or sent from here.
    Came(&'a str),
    /// Who told of files that never came here.
    Told,
    /// What was put in place of something, and when.
    Epochs,
    /// The untouched text of a key that could not be read.
    Quarantine(&'a str),
}

const GROUP: &str = "group/";
const OWN: &str = "own/";
const REST: &str = "rest";
pub(super) const META: &str = "meta";
const SNAPSHOT: &str = "glance";
const SENT: &str = "sent";
pub(super) const BEGUN: &str = "begun/";
const TOLD: &str = "told";
pub(super) const BIN: &str = "bin/";
pub(super) const CAME: &str = "came/";
pub(super) const EPOCHS: &str = "epochs";
pub(super) const FORM: &str = "form/";
pub(super) const QUARANTINE: &str = "aside/";

/// The key, within the space, of a half-typed form.
pub fn form_key(form: FormKey) -> String {
    Key::Form(form).to_string()
}

/// Whether a half-typed form stands under a whole key.
pub fn is_form(name: &str) -> bool {
    let within = |space: Space| name.strip_prefix(space.prefix()).is_some_and(|key| key.starts_with(FORM));
    within(Space::Book) || within(Space::Practice)
}

/// What the keys of records begin with, but for the one key of those that are kept together.
pub const RECORD_PLACES: [&str; 2] = [GROUP, OWN];

/// Whether records stand under a key of a space.
pub(super) fn holds_records(key: &str) -> bool {
    key.starts_with(GROUP) || key.starts_with(OWN) || key == REST
}

/// Whether something stands under a key of a space that both copies hold beside the records: meta, a half-typed form, the note of
/// an import, what a file erased, what files came.
pub(super) fn stands_beside(key: &str) -> bool {
    key == META || key == TOLD || [FORM, BEGUN, BIN, CAME].iter().any(|place| key.starts_with(place))
}

/// The book that a whole key belongs to, and its key within the space.
pub fn within(name: &str) -> Option<(Space, &str)> {
    [Space::Book, Space::Practice].into_iter().find_map(|space| Some((space, name.strip_prefix(space.prefix())?)))
}

/// The aggregate whose records stand under a key of a space.
pub(super) fn aggregate_of(key: &str) -> Option<Aggregate> {
    let id = |place: &str| key.strip_prefix(place).and_then(|id| Id::parse(id).ok());
    match key {
        REST => Some(Aggregate::Shared),
        _ => id(GROUP).map(Aggregate::Group).or_else(|| id(OWN).map(Aggregate::Own)),
    }
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Aggregate(Aggregate::Group(id)) => write!(out, "{GROUP}{id}"),
            Self::Aggregate(Aggregate::Own(id)) => write!(out, "{OWN}{id}"),
            Self::Aggregate(Aggregate::Shared) => out.write_str(REST),
            Self::Meta => out.write_str(META),
            // As apps before kept it, which knew of no windows.
            Self::Form(FormKey::New(KindId::Group, None, None)) => write!(out, "{FORM}group"),
            Self::Form(FormKey::New(kind, group, window)) => {
                match group {
                    Some(group) => write!(out, "{FORM}{}-of/{group}", kind.name())?,
                    None => write!(out, "{FORM}new-{}", kind.name())?,
                }
                window.map_or(Ok(()), |window| write!(out, "/{window}"))
            }
            Self::Form(FormKey::Of(kind, id)) => write!(out, "{FORM}{}/{id}", kind.name()),
            Self::Snapshot => out.write_str(SNAPSHOT),
            Self::Sent => out.write_str(SENT),
            Self::Begun(at_ms) => write!(out, "{BEGUN}{at_ms:015}"),
            Self::Bin(id) => write!(out, "{BIN}{id}"),
            Self::Came(id) => write!(out, "{CAME}{id}"),
            Self::Told => out.write_str(TOLD),
            Self::Epochs => out.write_str(EPOCHS),
            Self::Quarantine(key) => write!(out, "{QUARANTINE}{key}"),
        }
    }
}
