//! The name of a file: what and when, and nobody's name.

use super::file::Kind;
use crate::domain::{Date, RegionCode};
use crate::history::Device;

/// `kube-6472-full-2026-06-05.txt`: the region the file is of (64 for the province), what it holds, the day.
///
/// `.txt` for the share sheet, since Chrome on Android refuses `.json`; `.json` for a download.
pub fn file_name(region: Option<RegionCode>, kind: Kind, day: Date, extension: &str) -> String {
    let region: String = region.map_or_else(|| "64".to_owned(), |code| code.to_string().replace('.', ""));
    format!("kube-{region}-{}-{}.{extension}", kind.code(), day.iso())
}

/// `kube-full-2026-06-05-7k3m2q.json`: the day's file of one device in a chosen folder. It names the device, so that two that
/// write to one folder never write over each other, and no region, so that a day has one file.
pub fn day_file_name(device: Device, day: Date) -> String {
    format!("kube-{}-{}-{device}.json", Kind::Full.code(), day.iso())
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

    #[test]
    fn two_devices_have_two_files_of_a_day() {
        let day = Date::new(2026, 6, 5).unwrap();
        let name = |number| day_file_name(Device::from_random(number), day);
        assert_eq!([name(5), name(6)], ["kube-full-2026-06-05-000005.json", "kube-full-2026-06-05-000006.json"]);
    }
}
