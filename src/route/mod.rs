//! Addresses: `Route` <-> `#/…`. One parser, one printer, tested as a table.
//!
//! The hash works on any static host, in any sub-folder and offline, without rewrites.

mod query;

use std::fmt;

use crate::domain::{FieldValue, Id, RegionCode};
use crate::kinds::{Belongs, KindId};
use crate::search::{Filter, kept};
use crate::stats::Scope;
use query::{place_of, read_filter, scope_of, write_asked, write_counted, write_filter};

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The figures and charts.
    Dashboard(Scope),
    /// The same of one city or kabupaten.
    City(RegionCode, Scope),
    /// Choosing the city or kabupaten that one works in.
    ChooseCity,
    /// The figures of the programme that were published.
    Programme,
    /// Charts to be read, sent and printed: the one that answers the question of this word, or all of them where it is empty. Behind
    /// the word stands of what it is asked, as the address has it; the page reads both.
    Chart(&'static str, &'static str),
    /// All that is known of an area, whose code is read by the page; and of what it is asked.
    Area(&'static str, &'static str),
    /// What there is to practise on.
    Practice,
    /// All groups, narrowed by a filter.
    Groups(Filter),
    /// The form for a new group.
    NewGroup,
    /// A group's page.
    Group(Id, Tab),
    /// The form for a group's profile.
    EditGroup(Id),
    /// The form for a new record of a kind, and the group that it will be in, if it is of a kind that is.
    New(KindId, Option<Id>),
    /// A person to read: the group, and the member of it.
    Member(Id, Id),
    /// The form for a record of a kind: the group that it is in, if any, and its id.
    Edit(KindId, Option<Id>, Id),
    /// All records of a kind that belongs to nothing but itself, such as events.
    All(KindId),
    /// Sending and opening.
    Files,
    /// The preview of an opened file.
    Preview,
    /// The columns and rows of an opened table.
    List,
    /// Whose files have come, and whose are missing.
    Coverage,
    /// All fields in conflict.
    Conflicts,
    /// All suspected duplicates, or two records side by side.
    Duplicates(Option<(Id, Id)>),
    /// What files erased, and how it comes back.
    Bin,
    /// Language, practice mode, about.
    More,
    /// Where the data is, and what can be brought back.
    Storage,
    /// No such place.
    Missing,
}

/// A part of a group's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The members.
    #[default]
    Members,
    /// Its records of another kind.
    Of(KindId),
    /// The group's own values.
    Profile,
    /// What was changed, when and where.
    History,
}

impl Tab {
    /// The tab on which the records of a kind stand.
    pub fn of(kind: KindId) -> Self {
        match kind {
            KindId::Member => Self::Members,
            kind => Self::Of(kind),
        }
    }

    /// What stands behind the group in an address; nothing for its members.
    fn word(self) -> &'static str {
        match self {
            Self::Members => "",
            Self::Of(kind) => kind.name(),
            Self::Profile => "profile",
            Self::History => "history",
        }
    }
}

/// What a kind is called in an address.
fn word_of(kind: KindId) -> &'static str {
    match kind {
        KindId::Member => "members",
        KindId::Event => "events",
        kind => kind.name(),
    }
}

/// The kind of this word, of those that belong to a group and that people see.
fn kind_in_group(word: &str) -> Option<KindId> {
    let is_in = |kind: &KindId| kind.belongs() == Belongs::Group && *kind != KindId::Recap;
    KindId::ALL.iter().copied().filter(is_in).find(|kind| word_of(*kind) == word)
}

/// The kind of this word, of those that belong to nothing but themselves.
fn kind_alone(word: &str) -> Option<KindId> {
    KindId::ALL.iter().copied().filter(|kind| kind.belongs() == Belongs::Own).find(|kind| word_of(*kind) == word)
}

impl Route {
    /// Reads the hash of an address, with or without its `#`.
    pub fn parse(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Self::of_parts(&parts, query).unwrap_or(Self::Missing)
    }

    fn of_parts(parts: &[&str], query: &str) -> Option<Self> {
        let id = |text: &str| Id::parse(text).ok();
        Some(match parts {
            [] => Self::summary(place_of(query), scope_of(query)),
            ["charts"] => Self::Chart("", kept(query)),
            ["charts", question] => Self::Chart(kept(question), kept(query)),
            ["areas", area] => Self::Area(kept(area), kept(query)),
            ["city"] => Self::ChooseCity,
            ["programme"] => Self::Programme,
            ["practice"] => Self::Practice,
            ["groups"] => Self::Groups(read_filter(query)),
            ["groups", "new"] => Self::NewGroup,
            ["groups", group] => Self::Group(id(group)?, Tab::Members),
            ["groups", group, "profile"] => Self::Group(id(group)?, Tab::Profile),
            ["groups", group, "history"] => Self::Group(id(group)?, Tab::History),
            ["groups", group, "edit"] => Self::EditGroup(id(group)?),
            ["groups", group, kind] => Self::Group(id(group)?, Tab::of(kind_in_group(kind)?)),
            ["groups", group, kind, "new"] => Self::New(kind_in_group(kind)?, Some(id(group)?)),
            ["groups", group, "members", member] => Self::Member(id(group)?, id(member)?),
            ["groups", group, "members", member, "edit"] => Self::Edit(KindId::Member, Some(id(group)?), id(member)?),
            ["groups", group, kind, record] => Self::Edit(kind_in_group(kind)?, Some(id(group)?), id(record)?),
            ["files"] => Self::Files,
            ["files", "check"] => Self::Preview,
            ["files", "list"] => Self::List,
            ["files", "coverage"] => Self::Coverage,
            ["conflicts"] => Self::Conflicts,
            ["duplicates"] => Self::Duplicates(None),
            ["duplicates", one, other] => Self::Duplicates(Some((id(one)?, id(other)?))),
            ["erased"] => Self::Bin,
            ["more"] => Self::More,
            ["more", "storage"] => Self::Storage,
            [kind] => Self::All(kind_alone(kind)?),
            [kind, "new"] => Self::New(kind_alone(kind)?, None),
            [kind, record] => Self::Edit(kind_alone(kind)?, None, id(record)?),
            _ => return None,
        })
    }

    /// The figures and charts, of the province or of a city.
    pub fn summary(city: Option<RegionCode>, scope: Scope) -> Self {
        city.map_or(Self::Dashboard(scope), |city| Self::City(city, scope))
    }

    /// All charts of the province or of a city, or the one that answers the question of this word.
    pub fn charts(word: &'static str, place: Option<RegionCode>, scope: Scope) -> Self {
        let mut address = String::new();
        let _ = write_counted(&mut address, "", place, scope);
        Self::Chart(word, kept(address.trim_start_matches("#/?").trim_start_matches("#/")))
    }

    /// The page of an area.
    pub fn area(area: RegionCode, scope: Scope) -> Self {
        let Self::Chart(_, query) = Self::charts("", None, scope) else { return Self::Missing };
        Self::Area(kept(&area.to_string()), query)
    }

    /// Where the records of a kind are listed: on the page of their group, or on one of their own.
    pub fn list_of(kind: KindId, group: Option<Id>) -> Self {
        group.map_or(Self::All(kind), |group| Self::Group(group, Tab::of(kind)))
    }

    /// Whether it is the same page, whatever its list is narrowed to and whichever part of it is open.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Groups(_), Self::Groups(_))
            | (Self::Dashboard(_) | Self::City(..), Self::Dashboard(_) | Self::City(..)) => true,
            (Self::Group(one, _), Self::Group(other, _)) => one == other,
            (Self::Chart(one, _), Self::Chart(other, _)) | (Self::Area(one, _), Self::Area(other, _)) => one == other,
            _ => self == other,
        }
    }

    /// Where "back" leads: the page this one was opened from by its nature. The five places have none.
    pub fn parent(&self) -> Option<Self> {
        match self {
            Self::NewGroup | Self::Group(..) | Self::Conflicts => Some(Self::Groups(Filter::default())),
            Self::EditGroup(group) => Some(Self::Group(*group, Tab::Profile)),
            Self::Member(group, _) => Some(Self::Group(*group, Tab::Members)),
            Self::Edit(KindId::Member, Some(group), member) => Some(Self::Member(*group, *member)),
            Self::New(kind, group) | Self::Edit(kind, group, _) => Some(Self::list_of(*kind, *group)),
            Self::Preview | Self::Coverage | Self::List => Some(Self::Files),
            Self::Storage | Self::Programme => Some(Self::More),
            Self::Bin => Some(Self::Storage),
            Self::Duplicates(Some(_)) => Some(Self::Duplicates(None)),
            Self::Chart("", query) => Some(Self::summary(place_of(query), scope_of(query))),
            Self::Chart(_, query) => Some(Self::Chart("", query)),
            Self::Area(_, query) => Some(Self::Dashboard(scope_of(query))),
            Self::Missing | Self::Duplicates(None) | Self::ChooseCity | Self::Practice => {
                Some(Self::Dashboard(Scope::All))
            }
            Self::Dashboard(_) | Self::City(..) | Self::Groups(_) | Self::All(_) | Self::Files | Self::More => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => out.write_str("#/"),
            Self::Dashboard(scope) => write_counted(out, "", None, *scope),
            Self::City(city, scope) => write_counted(out, "", Some(*city), *scope),
            Self::Chart(word, query) => write_asked(out, "charts", word, query),
            Self::Area(area, query) => write_asked(out, "areas", area, query),
            Self::ChooseCity => out.write_str("#/city"),
            Self::Programme => out.write_str("#/programme"),
            Self::Practice => out.write_str("#/practice"),
            Self::Groups(filter) => write_filter(out, filter),
            Self::NewGroup => out.write_str("#/groups/new"),
            Self::Group(group, Tab::Members) => write!(out, "#/groups/{group}"),
            Self::Group(group, tab) => write!(out, "#/groups/{group}/{}", tab.word()),
            Self::EditGroup(group) => write!(out, "#/groups/{group}/edit"),
            Self::New(kind, Some(group)) => write!(out, "#/groups/{group}/{}/new", word_of(*kind)),
            Self::New(kind, None) => write!(out, "#/{}/new", word_of(*kind)),
            Self::Member(group, member) => write!(out, "#/groups/{group}/members/{member}"),
            Self::Edit(KindId::Member, Some(group), member) => write!(out, "#/groups/{group}/members/{member}/edit"),
            Self::Edit(kind, Some(group), record) => write!(out, "#/groups/{group}/{}/{record}", word_of(*kind)),
            Self::Edit(kind, None, record) => write!(out, "#/{}/{record}", word_of(*kind)),
            Self::All(kind) => write!(out, "#/{}", word_of(*kind)),
            Self::Files => out.write_str("#/files"),
            Self::Preview => out.write_str("#/files/check"),
            Self::List => out.write_str("#/files/list"),
            Self::Coverage => out.write_str("#/files/coverage"),
            Self::Conflicts => out.write_str("#/conflicts"),
            Self::Duplicates(None) => out.write_str("#/duplicates"),
            Self::Duplicates(Some((one, other))) => write!(out, "#/duplicates/{one}/{other}"),
            Self::Bin => out.write_str("#/erased"),
            Self::More => out.write_str("#/more"),
            Self::Storage => out.write_str("#/more/storage"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Programme, Stage, Status, Year};
    use crate::search::{By, More, Need, Order};

    #[test]
    fn every_route_reads_back_from_its_address() {
        let (group, member) = (Id::v7(1, [1; 10]), Id::v7(2, [2; 10]));
        let filter = Filter {
            region: Some(RegionCode::kaltim(72)),
            programme: Some(Programme::Pkp),
            year: Some(Year::literal(2014)),
            status: Some(Status::Active),
            need: Some(Need::Conflict),
            more: More::default(),
        };
        let further = filter.with(|further| {
            further.facilitator = Some("Contoh & Bu Rina".to_owned());
            further.order = Order { by: By::Members, is_turned: true };
        });
        let only = Filter::default().with(|further| further.stage = Some(Stage::Growing));
        let routes = [
            Route::Dashboard(Scope::All),
            Route::Dashboard(Scope::offered(&[])[1]),
            Route::City(RegionCode::kaltim(72), Scope::All),
            Route::City(RegionCode::kaltim(72), Scope::offered(&[])[1]),
            Route::ChooseCity,
            Route::Programme,
            Route::charts("poor", None, Scope::All),
            Route::charts("households", Some(RegionCode::kaltim(72)), Scope::offered(&[])[1]),
            Route::charts("age", Some(RegionCode::kaltim(72)), Scope::All),
            Route::charts("", None, Scope::offered(&[])[1]),
            Route::Chart("size", "areas=64.72,64.71&order=value"),
            Route::area(RegionCode::kaltim(72), Scope::offered(&[])[1]),
            Route::Area("64.72.03", ""),
            Route::Practice,
            Route::Groups(Filter::default()),
            Route::Groups(filter),
            Route::Groups(further),
            Route::Groups(only),
            Route::NewGroup,
            Route::Group(group, Tab::Members),
            Route::Group(group, Tab::Profile),
            Route::Group(group, Tab::History),
            Route::EditGroup(group),
            Route::New(KindId::Member, Some(group)),
            Route::Member(group, member),
            Route::Edit(KindId::Member, Some(group), member),
            Route::All(KindId::Event),
            Route::New(KindId::Event, None),
            Route::Edit(KindId::Event, None, member),
            Route::Files,
            Route::Preview,
            Route::List,
            Route::Coverage,
            Route::Conflicts,
            Route::Duplicates(None),
            Route::Duplicates(Some((group, member))),
            Route::Bin,
            Route::More,
            Route::Storage,
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn an_address_of_an_earlier_version_narrows_as_it_did() {
        let parsed = Route::parse("#/groups?region=64.72&programme=pkp&year=2014&status=active&need=incomplete");
        let filter = Filter {
            region: Some(RegionCode::kaltim(72)),
            programme: Some(Programme::Pkp),
            year: Some(Year::literal(2014)),
            status: Some(Status::Active),
            need: Some(Need::Incomplete),
            more: More::default(),
        };
        assert_eq!(parsed, Route::Groups(filter));
        assert_eq!(parsed.to_string(), "#/groups?region=64.72&programme=pkp&year=2014&status=active&need=incomplete");
    }

    #[test]
    fn an_empty_address_is_the_summary_and_an_unknown_one_is_missing() {
        for hash in ["", "#", "#/", "#//"] {
            assert_eq!(Route::parse(hash), Route::Dashboard(Scope::All), "{hash}");
        }
        // An address of before there were cities, and one of a city that is none.
        assert_eq!(Route::parse("#/?scope=pkp-2014"), Route::Dashboard(Scope::offered(&[])[1]));
        for city in ["64", "64.72.03", "65.71", "x"] {
            assert_eq!(Route::parse(&format!("#/?region={city}")), Route::Dashboard(Scope::All), "{city}");
        }
        for hash in ["#/nowhere", "#/visit", "#/groups/not-an-id", "#/groups/new/more", "#main"] {
            assert_eq!(Route::parse(hash), Route::Missing, "{hash}");
        }
        assert_eq!(Route::parse("#/groups?year=20x4&region=%zz"), Route::Groups(Filter::default()));
    }
}
