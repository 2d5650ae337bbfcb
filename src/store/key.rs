//! The names under which things are kept.

use std::fmt;

use crate::domain::{FieldValue, Id};
use crate::registry::Home;

/// Everything of ours begins with this: an origin may be shared with other pages.
pub(super) const PREFIX: &str = "buku-kube/";

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

/// A form that may be left half typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKey {
    /// A new group.
    NewGroup,
    /// A group that is there.
    Group(Id),
    /// A new member of a group.
    NewMember(Id),
    /// A member that is there.
    Member(Id),
}

impl FormKey {
    /// Whether its record is not there yet.
    pub fn is_new(self) -> bool {
        matches!(self, Self::NewGroup | Self::NewMember(_))
    }
}

/// A key within a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key<'a> {
    Home(Home),
    Meta,
    Form(FormKey),
    /// What the first screen said.
    Glance,
    /// To whom files went.
    Sent,
    /// The untouched text of a key that could not be read.
    Aside(&'a str),
}

const GROUP: &str = "group/";
const REST: &str = "rest";
pub(super) const META: &str = "meta";
const GLANCE: &str = "glance";
const SENT: &str = "sent";
pub(super) const FORM: &str = "form/";
pub(super) const ASIDE: &str = "aside/";

/// Whether a half-typed form stands under a whole key.
pub fn is_form(name: &str) -> bool {
    let within = |space: Space| name.strip_prefix(space.prefix()).is_some_and(|key| key.starts_with(FORM));
    within(Space::Book) || within(Space::Practice)
}

/// Whether records stand under a key of a space.
pub(super) fn holds_records(key: &str) -> bool {
    key.starts_with(GROUP) || key == REST
}

/// Whether meta or a half-typed form stands under a key of a space.
pub(super) fn stands_beside(key: &str) -> bool {
    key == META || key.starts_with(FORM)
}

/// The home whose records stand under a key of a space.
pub(super) fn home_of(key: &str) -> Option<Home> {
    match key.strip_prefix(GROUP) {
        Some(id) => Some(Home::Group(Id::parse(id).ok()?)),
        None => (key == REST).then_some(Home::Rest),
    }
}

impl fmt::Display for Key<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home(Home::Group(id)) => write!(out, "{GROUP}{id}"),
            Self::Home(Home::Rest) => out.write_str(REST),
            Self::Meta => out.write_str(META),
            Self::Form(FormKey::NewGroup) => write!(out, "{FORM}group"),
            Self::Form(FormKey::Group(id)) => write!(out, "{FORM}group/{id}"),
            Self::Form(FormKey::NewMember(group)) => write!(out, "{FORM}member-of/{group}"),
            Self::Form(FormKey::Member(id)) => write!(out, "{FORM}member/{id}"),
            Self::Glance => out.write_str(GLANCE),
            Self::Sent => out.write_str(SENT),
            Self::Aside(key) => write!(out, "{ASIDE}{key}"),
        }
    }
}
