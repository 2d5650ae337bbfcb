//! The clock on the wall here: the calendar day and the time as the browser's zone has them.
//!
//! What is ignored holds in one zone only; `cargo xtask test timezones` starts the browser in each and runs it.

use buku_kube::domain::Date;
use buku_kube::exchange::parse_rfc3339;
use buku_kube::i18n::Lang;
use buku_kube::web;
use wasm_bindgen_test::wasm_bindgen_test;

/// The zone that the browser takes itself to be in.
fn zone() -> String {
    let options = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new()).resolved_options();
    js_sys::Reflect::get(&options, &"timeZone".into()).unwrap().as_string().unwrap()
}

/// Fails unless the browser is in this zone and shows each moment, in UTC, so.
fn shows(expected: &str, table: &[(&str, &str)]) {
    assert_eq!(zone(), expected);
    for (utc, here) in table {
        assert_eq!(Lang::En.moment(web::local(parse_rfc3339(utc).unwrap())), *here, "{utc}");
    }
}

#[wasm_bindgen_test]
#[ignore = "holds in its zone only"]
fn asia_makassar() {
    shows(
        "Asia/Makassar",
        &[
            ("2026-06-05T15:59:00Z", "5 June 2026 23:59"),
            ("2026-06-05T16:01:00Z", "6 June 2026 00:01"),
            ("2026-12-31T15:59:00Z", "31 December 2026 23:59"),
            ("2026-12-31T16:01:00Z", "1 January 2027 00:01"),
        ],
    );
}

#[wasm_bindgen_test]
#[ignore = "holds in its zone only"]
fn america_los_angeles() {
    shows(
        "America/Los_Angeles",
        &[
            ("2026-03-08T07:59:00Z", "7 March 2026 23:59"),
            ("2026-03-08T08:01:00Z", "8 March 2026 00:01"),
            ("2026-03-08T09:59:00Z", "8 March 2026 01:59"),
            ("2026-03-08T10:00:00Z", "8 March 2026 03:00"),
            ("2026-03-09T06:59:00Z", "8 March 2026 23:59"),
            ("2026-03-09T07:01:00Z", "9 March 2026 00:01"),
            ("2026-11-01T08:59:00Z", "1 November 2026 01:59"),
            ("2026-11-01T09:00:00Z", "1 November 2026 01:00"),
            ("2026-11-02T07:59:00Z", "1 November 2026 23:59"),
            ("2026-11-02T08:01:00Z", "2 November 2026 00:01"),
        ],
    );
}

#[wasm_bindgen_test]
#[ignore = "holds in its zone only"]
fn pacific_auckland() {
    shows(
        "Pacific/Auckland",
        &[
            ("2026-04-04T10:59:00Z", "4 April 2026 23:59"),
            ("2026-04-04T11:01:00Z", "5 April 2026 00:01"),
            ("2026-04-04T13:59:00Z", "5 April 2026 02:59"),
            ("2026-04-04T14:00:00Z", "5 April 2026 02:00"),
            ("2026-04-05T11:59:00Z", "5 April 2026 23:59"),
            ("2026-04-05T12:01:00Z", "6 April 2026 00:01"),
            ("2026-09-26T11:59:00Z", "26 September 2026 23:59"),
            ("2026-09-26T14:00:00Z", "27 September 2026 03:00"),
            ("2026-09-27T10:59:00Z", "27 September 2026 23:59"),
            ("2026-09-27T11:01:00Z", "28 September 2026 00:01"),
        ],
    );
}

/// The calendar day by the browser's own reckoning.
fn day_of(date: &js_sys::Date) -> Date {
    Date::new(i32::try_from(date.get_full_year()).unwrap(), date.get_month() + 1, date.get_date()).unwrap()
}

#[wasm_bindgen_test]
fn a_moment_is_what_the_browser_makes_of_it_through_two_years_of_hours() {
    let begin = parse_rfc3339("2026-01-01T00:00:00Z").unwrap() / 60_000;
    for hour in 0..2 * 365 * 24 {
        for minute in [1, 59] {
            let minutes = begin + hour * 60 + minute;
            let date = js_sys::Date::new(&(f64::from(u32::try_from(minutes).unwrap()) * 60_000.0).into());
            let here = web::local(minutes * 60_000);
            assert_eq!(here.date(), day_of(&date), "{minutes}");
            assert_eq!(here.minutes(), i64::from(date.get_hours() * 60 + date.get_minutes()), "{minutes}");
        }
    }
}

#[wasm_bindgen_test]
fn today_is_the_day_here() {
    let before = day_of(&js_sys::Date::new_0());
    let today = web::today();
    let after = day_of(&js_sys::Date::new_0());
    assert!((before..=after).contains(&today), "{} is not {}", today.iso(), before.iso());
}
