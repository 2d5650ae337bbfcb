//! RFC 3339 in UTC, to the second.

use crate::domain::Date;

const DAY_MS: u64 = 86_400_000;

/// `2026-06-05T00:12:00Z` of milliseconds since 1970.
pub fn rfc3339(ms: u64) -> String {
    let day = Date::from_unix_days(i64::try_from(ms / DAY_MS).unwrap_or(0));
    let seconds = ms % DAY_MS / 1000;
    format!("{}T{:02}:{:02}:{:02}Z", day.iso(), seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Reads what [`rfc3339`] writes; `None` for anything else.
pub fn parse_rfc3339(text: &str) -> Option<u64> {
    let (day, time) = text.strip_suffix('Z')?.split_once('T')?;
    let days = u64::try_from(Date::from_iso(day).ok()?.unix_days()).ok()?;
    let mut parts = time.split(':').map(|part| part.parse::<u64>().ok().filter(|_| part.len() == 2));
    let mut part = |max: u64| parts.next().flatten().filter(|part| *part <= max);
    let (hours, minutes, seconds) = (part(23)?, part(59)?, part(59)?);
    (parts.next().is_none()).then_some(days * DAY_MS + (hours * 3600 + minutes * 60 + seconds) * 1000)
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
        ] {
            assert_eq!(parse_rfc3339(text), None, "{text}");
        }
    }
}
