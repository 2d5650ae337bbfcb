//! What stands behind the path of an address: a place, a programme and year, what a list is narrowed to.
//!
//! What an address has that this version does not know is passed over.

use std::fmt::{self, Write};

use crate::domain::{FieldValue, Programme, RegionCode, Status, Year, region};
use crate::search::{Filter, More, Need};
use crate::stats::Scope;

/// Where and of what something is counted, behind its path.
pub(super) fn write_counted(out: &mut impl Write, path: &str, place: Option<RegionCode>, scope: Scope) -> fmt::Result {
    write!(out, "#/{path}")?;
    let mut mark = '?';
    if let Some(place) = place {
        write!(out, "?region={place}")?;
        mark = '&';
    }
    if scope == Scope::All { Ok(()) } else { write!(out, "{mark}scope={}", scope.code()) }
}

/// A place in the app with a word behind its path, and of what it is asked.
pub(super) fn write_asked(out: &mut impl Write, path: &str, word: &str, query: &str) -> fmt::Result {
    let before = |mark: &'static str, text: &str| if text.is_empty() { "" } else { mark };
    write!(out, "#/{path}{}{word}{}{query}", before("/", word), before("?", query))
}

/// The city or kabupaten that it names.
pub(super) fn place_of(query: &str) -> Option<RegionCode> {
    value_of(query, "region").and_then(|code| city_of(&code))
}

/// What is counted.
pub(super) fn scope_of(query: &str) -> Scope {
    value_of(query, "scope").and_then(|code| Scope::from_code(&code)).unwrap_or_default()
}

/// A city or kabupaten of Kaltim.
fn city_of(code: &str) -> Option<RegionCode> {
    let code = RegionCode::parse(code).ok()?;
    region::kabupaten_kota().map(|region| region.code).find(|city| *city == code)
}

/// What a list is narrowed to.
pub(super) fn read_filter(query: &str) -> Filter {
    let value = |name| value_of(query, name);
    Filter {
        region: value("region").and_then(|code| RegionCode::parse(&code).ok()),
        programme: value("programme").and_then(|code| Programme::from_code(&code)),
        year: value("year").and_then(|year| Year::parse(&year).ok()),
        status: value("status").and_then(|code| Status::from_code(&code)),
        need: value("need").and_then(|code| Need::from_code(&code)),
        more: More::of_query(query),
    }
}

/// The list that is narrowed so.
pub(super) fn write_filter(out: &mut impl Write, filter: &Filter) -> fmt::Result {
    out.write_str("#/groups")?;
    let values = [
        ("region", filter.region.map(|region| region.to_string())),
        ("programme", filter.programme.map(|programme| programme.code().to_owned())),
        ("year", filter.year.map(|year| year.to_string())),
        ("status", filter.status.map(|status| status.code().to_owned())),
        ("need", filter.need.map(|need| need.code().to_owned())),
    ];
    let mut mark = '?';
    for (name, value) in values {
        if let Some(value) = value {
            write!(out, "{mark}{name}={value}")?;
            mark = '&';
        }
    }
    match filter.more.as_str() {
        "" => Ok(()),
        more => write!(out, "{mark}{more}"),
    }
}

fn value_of(query: &str, name: &str) -> Option<String> {
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).map(str::to_owned)
}
