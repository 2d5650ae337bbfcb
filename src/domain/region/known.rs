//! Which codes the list has, and the names of the kabupaten and kota: all that rules and figures need.
//!
//! Apart from the list, because its 22 kB of names come with the second wasm. Relies on the list's digits, which are read
//! while compiling. Deliberately absent: every other name.

use super::code::{Level, RegionCode};
use super::{LIST, Region};

/// The kabupaten and kota: first the three cities of the programme, largest share first, then the kabupaten by code.
const KABUPATEN_KOTA: [(u8, &str); 10] = [
    (72, "Kota Samarinda"),
    (71, "Kota Balikpapan"),
    (74, "Kota Bontang"),
    (1, "Kabupaten Paser"),
    (2, "Kabupaten Kutai Kartanegara"),
    (3, "Kabupaten Berau"),
    (7, "Kabupaten Kutai Barat"),
    (8, "Kabupaten Kutai Timur"),
    (9, "Kabupaten Penajam Paser Utara"),
    (11, "Kabupaten Mahakam Ulu"),
];

/// The ten kabupaten and kota: first the three cities of the programme, largest share first, then the kabupaten by code.
pub fn kabupaten_kota() -> impl Iterator<Item = Region> {
    KABUPATEN_KOTA.into_iter().map(|(number, name)| {
        let code = RegionCode::kaltim(number);
        Region { code, name, level: code.level() }
    })
}

/// Whether the list has this code.
pub fn is_known(code: RegionCode) -> bool {
    if code.level() == Level::Province {
        return code == RegionCode::KALTIM;
    }
    // Without this, 64.01.00 would be the same digits as 64.01.
    if code.last_digits() == 0 {
        return false;
    }
    let Some(key) = code.filled().checked_sub(RegionCode::KALTIM.filled()) else { return false };
    let run = RUNS.partition_point(|run| u64::from(run.first) <= key).checked_sub(1).and_then(|at| RUNS.get(at));
    run.is_some_and(|run| key - u64::from(run.first) < u64::from(run.length))
}

/// Codes that follow one another, as the eight digits behind the province's.
#[derive(Clone, Copy)]
struct Run {
    first: u32,
    length: u16,
}

static RUNS: [Run; count_runs()] = runs();

const fn count_runs() -> usize {
    read(&mut [])
}

const fn runs() -> [Run; count_runs()] {
    let mut runs = [Run { first: 0, length: 0 }; count_runs()];
    read(&mut runs);
    runs
}

/// Reads the digits at the start of each line into runs, as many as there is room for; the answer is how many there are.
const fn read(runs: &mut [Run]) -> usize {
    let list = LIST.as_bytes();
    let (mut count, mut next, mut at) = (0, 0, 0);
    while at < list.len() {
        let (mut key, mut digits) = (0, 0);
        while at < list.len() && list[at].is_ascii_digit() {
            key = key * 10 + (list[at] - b'0') as u32;
            digits += 1;
            at += 1;
        }
        while at < list.len() && list[at] != b'\n' {
            at += 1;
        }
        at += 1;
        if digits == 0 {
            continue;
        }
        key *= 10_u32.pow(8 - digits);
        if count == 0 || key != next {
            count += 1;
        }
        if count <= runs.len() {
            let run = &mut runs[count - 1];
            if run.length == 0 {
                run.first = key;
            }
            run.length += 1;
        }
        next = key + 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::{find, table};
    use super::*;

    #[test]
    fn what_is_known_is_what_the_list_has() {
        let mut known = 0;
        for district in 0..10_000 {
            let last = (1_001..1_100).chain(2_001..2_100);
            let villages = last.filter_map(|last| RegionCode::from_number(64_0000_0000 + district * 10_000 + last, 10));
            for code in villages.chain(RegionCode::from_number(640_000 + district, 6)) {
                assert_eq!(is_known(code), find(code).is_some(), "{code}");
                known += usize::from(is_known(code));
            }
        }
        let above = (0..100).filter_map(|number| RegionCode::from_number(number, 2));
        for code in above.chain((0..10_000).filter_map(|number| RegionCode::from_number(number, 4))) {
            assert_eq!(is_known(code), find(code).is_some(), "{code}");
            known += usize::from(is_known(code));
        }
        assert_eq!(known, table().rows.len());
    }

    #[test]
    fn the_names_are_those_of_the_list() {
        assert_eq!(kabupaten_kota().count(), 10);
        for region in kabupaten_kota() {
            assert_eq!(find(region.code), Some(region));
        }
    }
}
