//! How many more groups the browser has room for.

use leptos::prelude::*;

use super::app::App;
use crate::registry::Registry;
use crate::web::BrowserStorage;

/// What a group of ten takes, in UTF-16 units, before there are enough groups to measure it by.
const USUAL_GROUP: usize = 510;

/// So many groups measure what one takes.
const ENOUGH: usize = 10;

/// How many more groups there is room for.
pub fn groups_left(app: App) -> usize {
    let (groups, used) = (app.registry.with(Registry::group_count), app.units());
    let each = if groups < ENOUGH { USUAL_GROUP } else { used / groups };
    BrowserStorage::room().saturating_sub(used) / each.max(1)
}
