//! Whose files have come, whose are old, and who has sent none.

use std::collections::BTreeSet;

use buku_kube::domain::{Id, RegionCode};
use buku_kube::exchange::{self, From, Header, Kind};
use buku_kube::kinds::{About, Group};
use buku_kube::registry::{Registry, commands};
use buku_kube::stats::{Coming, Coverage, CoverageRow, Owner};

use crate::invented::*;

const DAY: u64 = 24 * 60 * 60 * 1000;
const NOW: u64 = NOON + 100 * DAY;

fn file(book: &mut Registry, number: u8, of: u32, name: &str, days_ago: u64, kind: Kind, groups: &[(u8, u32)]) {
    let about = About {
        groups: Some(groups.iter().map(|(_, count)| count).sum()),
        regions: groups.iter().map(|(city, count)| (RegionCode::kaltim(*city), *count)).collect(),
        ..About::default()
    };
    let from = From { device: device(of).to_string(), name: name.into() };
    let header =
        Header { kind, id: id(number).to_string(), created_ms: NOW - days_ago * DAY, from, about, ..header(kind) };
    let records = exchange::with_receipt(book, &header, Vec::new());
    commands::import(book, records).unwrap();
}

fn group(book: &mut Registry, number: u64, region: &str, facilitator: &str) {
    let set = fields(&[("facilitator", facilitator.into()), ("name", "Contoh".into()), ("region", region.into())]);
    commands::save(book, Group::KIND, Id::v7(number, [9; 10]), at(1, 1), &[], set);
}

fn coverage(book: &Registry) -> Coverage {
    let keeper = Owner { devices: &own(), name: "contoh pemilik", came: &came(book) };
    Coverage::of(book, &keeper, NOW)
}

/// The device that keeps the book, and the one that it was before.
fn own() -> BTreeSet<String> {
    [1, 9].map(|number| device(number).to_string()).into()
}

/// The files that receipts tell of have all come here.
fn came(book: &Registry) -> BTreeSet<String> {
    book.sent_files().into_iter().map(|file| file.id).collect()
}

#[test]
fn a_file_that_others_only_tell_of_does_not_count_and_is_nobodys_last() {
    let mut book = Registry::new(today());
    file(&mut book, 1, 2, "Contoh Satu", 5, Kind::Full, &[(72, 12)]);
    let came = came(&book);
    file(&mut book, 2, 2, "Contoh Satu", 1, Kind::Full, &[(72, 900)]);
    file(&mut book, 3, 3, "Contoh Dua", 1, Kind::Full, &[(71, 3)]);
    let of = |came: &BTreeSet<String>| Coverage::of(&book, &Owner { devices: &own(), name: "", came }, NOW);
    let found = of(&came);
    let (city, senders) = (row(&found.cities, |city| *city == RegionCode::kaltim(72)), found.senders);
    assert_eq!((city.files, city.sent, city.last_ms), (1, Some(12), Some(NOW - 5 * DAY)));
    assert_eq!(senders.len(), 1);
    assert_eq!(of(&BTreeSet::new()).senders, []);
}

fn row<Who: Clone>(rows: &[CoverageRow<Who>], is: impl Fn(&Who) -> bool) -> CoverageRow<Who> {
    rows.iter().find(|row| is(&row.who)).unwrap().clone()
}

#[test]
fn what_this_browser_sent_under_a_mark_of_before_has_not_come_from_somebody_else() {
    let mut book = Registry::new(today());
    file(&mut book, 1, 9, "Contoh Pemilik", 1, Kind::Full, &[(72, 12)]);
    assert_eq!(coverage(&book).senders, []);
    file(&mut book, 2, 8, "Contoh Lain", 1, Kind::Full, &[(72, 12)]);
    assert_eq!(coverage(&book).senders.len(), 1);
}

#[test]
fn a_city_with_an_allocation_is_missing_until_a_file_names_it() {
    let mut book = Registry::new(today());
    let standing = |book: &Registry| coverage(book).cities.iter().map(|row| (row.who, row.coming)).collect::<Vec<_>>();
    let [balikpapan, samarinda, bontang] = [71, 72, 74].map(RegionCode::kaltim);
    let missing = [balikpapan, samarinda, bontang].map(|city| (city, Coming::Missing));
    assert_eq!(standing(&book), missing);
    file(&mut book, 1, 2, "Contoh Satu", 5, Kind::Full, &[(72, 12), (71, 3)]);
    file(&mut book, 2, 3, "Contoh Dua", 31, Kind::Full, &[(74, 4)]);
    let all = [(bontang, Coming::Old), (balikpapan, Coming::Fresh), (samarinda, Coming::Fresh)];
    assert_eq!(standing(&book), all, "the old ones first");
    let samarinda = row(&coverage(&book).cities, |city| *city == samarinda);
    assert_eq!((samarinda.files, samarinda.sent, samarinda.last_ms), (1, Some(12), Some(NOW - 5 * DAY)));
}

#[test]
fn thirty_days_are_not_old_yet_and_a_file_from_the_future_is_no_word_of_now() {
    let of = |days: u64| {
        let mut book = Registry::new(today());
        file(&mut book, 1, 2, "Contoh", days, Kind::Full, &[(72, 1)]);
        coverage(&book).senders[0].coming
    };
    assert_eq!([of(30), of(31)], [Coming::Fresh, Coming::Old]);
    let mut book = Registry::new(today());
    file(&mut book, 1, 2, "Contoh", 0, Kind::Full, &[(72, 1)]);
    let early = Coverage::of(&book, &Owner { devices: &own(), name: "", came: &came(&book) }, NOW - 90 * DAY);
    assert_eq!((early.senders[0].coming, early.senders[0].last_ms), (Coming::Old, None));
    let almost = Coverage::of(&book, &Owner { devices: &own(), name: "", came: &came(&book) }, NOW - DAY / 2);
    assert_eq!(almost.senders[0].coming, Coming::Fresh, "half a day ahead is a clock like any");
}

#[test]
fn a_facilitator_is_known_by_name_whatever_its_case_and_the_keeper_sends_nothing_to_himself() {
    let mut book = Registry::new(today());
    for (number, name) in [(1, "Contoh Satu"), (2, "CONTOH SATU"), (3, "Contoh Dua"), (4, "Contoh Pemilik")] {
        group(&mut book, number, "64.72.02.1003", name);
    }
    file(&mut book, 1, 2, "contoh satu", 2, Kind::Full, &[(72, 9)]);
    let found = coverage(&book);
    let told: Vec<_> =
        found.facilitators.iter().map(|row| (row.who.as_str(), row.here, row.sent, row.coming)).collect();
    assert_eq!(
        told,
        [
            ("Contoh Dua", 1, None, Coming::Missing),
            ("Contoh Satu", 2, Some(9), Coming::Fresh),
            ("Contoh Pemilik", 1, None, Coming::Own),
        ]
    );
    assert_eq!(found.count(Coming::Missing), [2, 1]);
}

#[test]
fn a_device_is_one_sender_by_its_last_name_and_only_whole_files_say_how_many_groups() {
    let mut book = Registry::new(today());
    file(&mut book, 1, 2, "Contoh Lama", 40, Kind::Full, &[(72, 8)]);
    file(&mut book, 2, 2, "Contoh Baru", 20, Kind::Full, &[(72, 10)]);
    file(&mut book, 3, 2, "", 3, Kind::Group, &[(72, 1)]);
    file(&mut book, 4, 1, "Contoh Pemilik", 1, Kind::Full, &[(72, 99)]);
    let found = coverage(&book);
    assert_eq!(found.senders.len(), 1, "this device's own files are not counted");
    let sender = &found.senders[0];
    assert_eq!((sender.who.name.as_str(), sender.files, sender.sent), ("Contoh Baru", 3, Some(10)));
    assert_eq!((sender.last_ms, sender.coming), (Some(NOW - 3 * DAY), Coming::Fresh));
    let samarinda = row(&found.cities, |city| *city == RegionCode::kaltim(72));
    assert_eq!((samarinda.files, samarinda.sent), (3, Some(10)));
}
