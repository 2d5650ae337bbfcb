//! RFC 3339 in UTC, to the second, by `chrono`. Deliberately absent: fractions and offsets, which would write one time in two ways.

use chrono::{DateTime, SecondsFormat};

/// The end of the last year that a [`Date`](crate::domain::Date) can have: 2200-12-31T23:59:59Z.
const LAST_MS: u64 = 7_289_654_399_000;

/// `2026-06-05T00:12:00Z` of milliseconds since 1970; of what is later than the year 2200 its end.
pub fn rfc3339(ms: u64) -> String {
    let at = i64::try_from(ms.min(LAST_MS)).ok().and_then(DateTime::from_timestamp_millis);
    at.unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Reads what [`rfc3339`] writes; `None` for anything else.
pub fn parse_rfc3339(text: &str) -> Option<u64> {
    let ms = u64::try_from(DateTime::parse_from_rfc3339(text).ok()?.timestamp_millis()).ok()?;
    (rfc3339(ms) == text).then_some(ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_back() {
        for ms in [0, 1_780_619_520_000, 951_782_399_000] {
            assert_eq!(parse_rfc3339(&rfc3339(ms)), Some(ms));
        }
        assert_eq!(rfc3339(1_780_619_520_000), "2026-06-05T00:32:00Z");
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            "2026-06-05",
            "2026-06-05T25:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-06-05T00:00:00",
            "2026-06-05T0:0:0Z",
            "2026-06-05T00:00:00+00:00",
            "2026-06-05T08:00:00+08:00",
            "2026-06-05T00:00:00.000Z",
            "2026-06-05t00:00:00z",
            "2026-06-05 00:00:00Z",
            "2026-06-05T23:59:60Z",
            "1969-12-31T23:59:59Z",
            "2201-01-01T00:00:00Z",
        ] {
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_after_the_last_year_is_written_as_the_end_of_that_year() {
        assert_eq!([LAST_MS, LAST_MS + 1, u64::MAX].map(rfc3339), ["2200-12-31T23:59:59Z"; 3]);
        assert_eq!(parse_rfc3339("2200-12-31T23:59:59Z"), Some(LAST_MS));
    }
}
