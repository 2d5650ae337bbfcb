//! The name of a file: what a person would call it, in letters that every file system takes, and no number of a person.
//!
//! Deliberately absent: the words, which the language has (`i18n/doors.rs`).

use crate::domain::Date;
use crate::history::Device;

/// So many letters of one part are enough to know it by.
const LONGEST: usize = 40;

/// As many digits as this in a row are somebody's number.
const NUMBER: usize = 6;

/// `KUBE Samarinda - perubahan - 2026-11-28.json`: what it is of, the other parts as far as they say anything, the day.
///
/// `.txt` for the share sheet, since Chrome on Android refuses `.json`; `.json` for a download.
pub fn file_name(of: &str, parts: &[&str], day: Date, extension: &str) -> String {
    let of = plain(of);
    let is_called_so = of.get(..4).is_some_and(|first| first.eq_ignore_ascii_case("kube"));
    let mut name = if is_called_so { of } else { format!("KUBE {of}").trim_end().to_owned() };
    for part in parts.iter().map(|part| plain(part)).filter(|part| !part.is_empty()) {
        name.push_str(" - ");
        name.push_str(&part);
    }
    format!("{name} - {}.{extension}", day.iso())
}

/// `KUBE - 2026-06-05 - 7k3m2q.json`: the day's file of one device in a chosen folder. It names the device, so that two that
/// write to one folder never write over each other, and nothing else, so that a day has one file.
pub fn day_file_name(device: Device, day: Date) -> String {
    format!("KUBE - {} - {device}.json", day.iso())
}

/// Letters, digits and single spaces. What is no part of a word ends it, an apostrophe only goes; a long number is nobody's business.
fn plain(text: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for letter in text.chars() {
        match letter {
            '\'' | '’' | '`' => {}
            _ if letter.is_ascii_alphanumeric() => {
                if let Some(word) = words.last_mut() {
                    word.push(letter);
                }
            }
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    // A number may be written in groups: words of digits that follow each other are one.
    let is_digits = |word: &String| word.chars().all(|letter| letter.is_ascii_digit());
    let words: Vec<String> = words
        .chunk_by(|one, next| is_digits(one) && is_digits(next))
        .filter(|run| digits(run) < NUMBER)
        .flatten()
        .cloned()
        .collect();
    let mut name = String::new();
    for word in words {
        let space = usize::from(!name.is_empty());
        if name.len() + space + word.len() > LONGEST {
            let room = LONGEST.saturating_sub(name.len() + space);
            if name.is_empty() {
                name.extend(word.chars().take(room));
            }
            break;
        }
        if space == 1 {
            name.push(' ');
        }
        name.push_str(&word);
    }
    name
}

fn digits(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().filter(char::is_ascii_digit).count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(of: &str, parts: &[&str]) -> String {
        file_name(of, parts, Date::new(2026, 6, 5).unwrap(), "json")
    }

    #[test]
    fn a_name_says_what_it_is_of_and_the_day() {
        assert_eq!(named("Samarinda", &["perubahan", ""]), "KUBE Samarinda - perubahan - 2026-06-05.json");
        assert_eq!(
            named("Kaltim", &["rekap", "Bu Rina, TKSK"]),
            "KUBE Kaltim - rekap - Bu Rina TKSK - 2026-06-05.json"
        );
        assert_eq!(named("Kube Mawar Indah", &[]), "Kube Mawar Indah - 2026-06-05.json", "not KUBE twice");
        assert_eq!(named("", &["rekap"]), "KUBE - rekap - 2026-06-05.json");
    }

    #[test]
    fn no_sign_that_a_file_system_or_a_screen_takes_for_more() {
        assert_eq!(named("../a\\b:c*?\"<>|", &[]), "KUBE a b c - 2026-06-05.json");
        assert_eq!(named("lap\u{202e}nosj", &["Ma'ruf\n\u{0}"]), "KUBE lap nosj - Maruf - 2026-06-05.json");
        let long = named(&"Bunga ".repeat(30), &[&"x".repeat(300)]);
        assert!(long.len() < 120 && long.starts_with("KUBE Bunga Bunga") && long.contains("xxxx"), "{long}");
    }

    #[test]
    fn a_number_of_a_person_is_left_out() {
        assert_eq!(named("Mawar 6472034506909001", &["0812-3456-7890"]), "KUBE Mawar - 2026-06-05.json");
        assert_eq!(named("Mawar 3", &["6472 03a4506909001 Rina"]), "KUBE Mawar 3 - 6472 Rina - 2026-06-05.json");
    }

    #[test]
    fn two_devices_have_two_files_of_a_day() {
        let day = Date::new(2026, 6, 5).unwrap();
        let name = |number| day_file_name(Device::from_random(number), day);
        assert_eq!([name(5), name(6)], ["KUBE - 2026-06-05 - 000005.json", "KUBE - 2026-06-05 - 000006.json"]);
    }
}
