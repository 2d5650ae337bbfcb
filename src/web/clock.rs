//! The clock on the wall.

use crate::domain::{Date, Moment};

/// Milliseconds since 1970, UTC.
#[allow(clippy::disallowed_methods, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn now_ms() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// A moment as the clock here shows it.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
pub fn local(ms: u64) -> Moment {
    let offset = js_sys::Date::new(&(ms as f64).into()).get_timezone_offset();
    Moment { ms, offset_minutes: -(offset as i32) }
}

/// Today's calendar date here.
pub fn today() -> Date {
    local(now_ms()).date()
}
