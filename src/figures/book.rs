//! What figures are made of, and what several of them say alike.

use crate::domain::{RegionCode, region};
use crate::i18n::Lang;
use crate::registry::Registry;
use crate::route::Route;
use crate::search::Filter;
use crate::stats::Covers;

/// What is counted.
#[derive(Clone, Copy)]
pub struct Book<'a> {
    /// The records.
    pub registry: &'a Registry,
    /// Whose they are.
    pub covers: Covers,
}

/// What an area is called: "Samarinda", "Kec. Samarinda Ulu"; or that none is known.
pub fn area_name(lang: Lang, area: Option<RegionCode>) -> String {
    match area.and_then(region::find) {
        Some(region) if region.level.is_kabkota() => region.short_name().to_owned(),
        Some(region) => lang.region_name(region),
        None => lang.city(None),
    }
}

/// The address of a list of groups.
pub(super) fn list(filter: Option<Filter>) -> Option<String> {
    filter.map(|filter| Route::Groups(filter).to_string())
}

/// Numbers and their like in rows.
pub(super) fn count(count: usize) -> Option<i64> {
    i64::try_from(count).ok()
}
