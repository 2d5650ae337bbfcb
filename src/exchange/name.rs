//! The name of a file: what and when, and nobody's name.

use super::file::Kind;
use crate::domain::{Date, RegionCode};

/// `kube-6472-full-2026-06-05.txt`: the region the file is of (64 for the province), what it holds, the day.
///
/// `.txt` for the share sheet, since Chrome on Android refuses `.json`; `.json` for a download.
pub fn file_name(region: Option<RegionCode>, kind: Kind, day: Date, extension: &str) -> String {
    let region: String = region.map_or_else(|| "64".to_owned(), |code| code.to_string().replace('.', ""));
    format!("kube-{region}-{}-{}.{extension}", kind.code(), day.iso())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_region_kind_and_day() {
        let day = Date::new(2026, 6, 5).unwrap();
        assert_eq!(file_name(Some(RegionCode::kaltim(72)), Kind::Full, day, "txt"), "kube-6472-full-2026-06-05.txt");
        assert_eq!(file_name(None, Kind::Full, day, "json"), "kube-64-full-2026-06-05.json");
    }
}
