//! A date is a day of the calendar: the one entered is the one shown and written, whatever the zone.
//!
//! Run natively, and once more in the browser (`tests/browser/main.rs`): `cargo xtask test timezones` does both in three zones.

use buku_kube::domain::{Date, FieldValue, Id, Moment};
use buku_kube::exchange::{self, From, Header, Kind};
use buku_kube::history::{Device, Stamp};
use buku_kube::i18n::Lang;
use buku_kube::kinds::{About, FieldRef, Group, Member};
use buku_kube::registry::{Draft, Registry, commands};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// As typed, as it is shown in a form, as it is written, and in words: the ends of years and of February, and days on
/// which clocks are changed.
const DAYS: [(&str, &str, &str, &str); 8] = [
    ("5 Juni 1990", "05/06/1990", "1990-06-05", "5 June 1990"),
    ("1-1-1970", "01/01/1970", "1970-01-01", "1 January 1970"),
    ("31.12.1969", "31/12/1969", "1969-12-31", "31 December 1969"),
    ("29 2 2000", "29/02/2000", "2000-02-29", "29 February 2000"),
    ("08/03/2026", "08/03/2026", "2026-03-08", "8 March 2026"),
    ("05042026", "05/04/2026", "2026-04-05", "5 April 2026"),
    ("2026-09-27", "27/09/2026", "2026-09-27", "27 September 2026"),
    ("1/11/2026", "01/11/2026", "2026-11-01", "1 November 2026"),
];

fn today() -> Date {
    Date::from_iso("2026-12-31").unwrap()
}

/// Types a date into a new form, saves it, and opens it again here and on the device that gets the file.
fn kept(kind: &'static str, field: FieldRef, (typed, shown, written, said): (&str, &str, &str, &str)) {
    let (id, at) = (Id::v7(1, [1; 10]), Stamp::new(1_780_000_000_000, 0, Device::from_random(1)));
    let mut draft = Draft::new(kind, id);
    draft.put(field, typed);
    let mut registry = Registry::new(today());
    commands::save(&mut registry, kind, id, at, draft.seen(), draft.changes().unwrap());

    let header = Header {
        kind: Kind::Full,
        id: id.to_string(),
        created_ms: 0,
        app: String::new(),
        from: From::default(),
        about: About::default(),
    };
    let text = exchange::write(&header, registry.records());
    assert!(text.contains(&format!("\"{}\":\"{written}\"", field.key())), "{text}");
    let read = exchange::read(text.as_bytes()).unwrap();
    for record in registry.records().chain(&read.records) {
        let fold = record.fold();
        assert_eq!(Draft::open(kind, id, &fold).text(field), shown);
        let date = Date::from_json(fold.value(field.key()).unwrap()).unwrap();
        assert_eq!(Lang::En.date(date), said);
    }
}

#[test]
fn a_date_entered_is_the_date_shown_and_written() {
    for day in DAYS {
        kept(Member::KIND, Member::BIRTH_DATE, day);
        kept(Group::KIND, Group::FORMED, day);
    }
}

#[test]
fn the_date_that_a_nik_tells_is_its_own() {
    let nik = buku_kube::domain::Nik::parse("6472034506909001").unwrap();
    assert_eq!(nik.birth_date(today(), None).map(Date::iso).as_deref(), Some("1990-06-05"));
}

#[test]
fn a_day_begins_at_midnight_of_the_clock_on_the_wall() {
    let noon = i64::try_from(exchange::parse_rfc3339("2026-06-05T12:00:00Z").unwrap()).unwrap();
    for offset_minutes in (-12 * 60..=14 * 60).step_by(15) {
        let midnight = noon + (12 * 60 - i64::from(offset_minutes)) * 60_000;
        let moment = |ms: i64| Moment { ms: u64::try_from(ms).unwrap(), offset_minutes };
        let (before, after) = (moment(midnight - 1), moment(midnight));
        assert_eq!((before.date().iso().as_str(), before.minutes()), ("2026-06-05", 1439), "{offset_minutes}");
        assert_eq!((after.date().iso().as_str(), after.minutes()), ("2026-06-06", 0), "{offset_minutes}");
    }
}
