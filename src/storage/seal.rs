//! A text with its version and checksum, so that a torn or rotten one is known for what it is.
//!
//! Form: `kube VERSION CRC32 `, then whatever the version has it (`stored`). From version 2 on the checksum is of all the
//! rest of the text, version included, and it has to stay so in every version to come: that is how a text of a newer app is
//! told from one whose version rotted. Writing is of the present version only.

use std::borrow::Cow;
use std::fmt::Write;

use crc::{CRC_32_ISO_HDLC, Crc, Table};

use super::fingerprint;
use super::pack::{LIMIT, pack};
use super::stored::{self, Part, parts_of};

/// The version of the stored form that this app writes.
pub const VERSION: u32 = 3;

/// What stands in the header of a text that is not packed.
pub(super) const PLAIN: &str = " plain";

/// A table of 1 kB: the faster ones weigh 8 kB on the first visit and save a few milliseconds.
const CRC32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Why a stored text cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredTextError {
    /// No such header, or not what the header says.
    Broken,
    /// Written by a newer app.
    Newer {
        /// Its version of the stored form.
        version: u32,
    },
}

/// Seals a body, packed; one that is too large to be packed is sealed plain.
pub fn seal(json: &str) -> String {
    match pack(json) {
        Some(packed) => headed(&format!("{}\n{packed}", json.len())),
        None => seal_plain(json),
    }
}

/// Seals a list, given in parts: each is some of its elements in JSON, parted by commas. A part that stands as it is in the text
/// before, `standing`, is taken over from there: packing is what a save takes its time for.
pub fn seal_list(parts: &[String], standing: Option<&str>) -> String {
    let whole = || format!("[{}]", parts.join(","));
    if parts.len() < 2 {
        return seal(&whole());
    }
    let standing = standing.and_then(parts_in).unwrap_or_default();
    let is_small = parts.iter().map(String::len).sum::<usize>() <= LIMIT;
    let rest = is_small.then(|| rest_of_list(parts, &standing)).flatten();
    rest.map_or_else(|| seal_plain(&whole()), |rest| headed(&rest))
}

/// Of a text whose list stands in parts, what the parts say that are none of `known`, a list each; `None` of any other text.
pub fn lists_beside(text: &str, known: &[String]) -> Option<Vec<String>> {
    let parts = parts_in(text)?;
    let is_known = |part: &Part| known.iter().any(|json| part.says(json));
    parts.iter().filter(|part| !is_known(part)).map(|part| Some(format!("[{}]", part.json()?))).collect()
}

/// What stands after the checksum; `None` where a part is too large to be packed.
fn rest_of_list(parts: &[String], standing: &[Part]) -> Option<String> {
    let (mut head, mut body) = (String::new(), String::new());
    for json in parts {
        let from = body.len();
        match standing.iter().find(|part| part.says(json)) {
            Some(part) => body += part.packed,
            None => body += &pack(json)?,
        }
        let parting = if head.is_empty() { "" } else { ";" };
        let (bytes, units, mark) = (json.len(), body[from..].chars().count(), fingerprint(json));
        let _ = write!(head, "{parting}{bytes},{units},{mark:x}");
    }
    Some(format!("{head}\n{body}"))
}

/// The parts of a text of the present version that is whole.
fn parts_in(text: &str) -> Option<Vec<Part<'_>>> {
    let (version, sum, rest) = parts(text)?;
    if version == VERSION { parts_of(sum, rest) } else { None }
}

/// Seals a small body that may be needed before there is a packer, in ASCII: characters beyond it in JSON strings are
/// written as escapes.
pub fn seal_plain(json: &str) -> String {
    let body = to_ascii(json);
    headed(&format!("{}{PLAIN}\n{body}", body.len()))
}

/// Opens a sealed text of any version.
///
/// # Errors
/// [`StoredTextError`] when it is broken or of a newer version.
pub fn open(text: &str) -> Result<Cow<'_, str>, StoredTextError> {
    open_by(text, stored::read)
}

/// Opens a text of any version that was sealed plain. What reads no other texts has no need of the unpacker: it stays out of the first
/// wasm by this.
///
/// # Errors
/// [`StoredTextError`] when it is packed, broken or of a newer version.
pub fn open_plain(text: &str) -> Result<Cow<'_, str>, StoredTextError> {
    open_by(text, stored::read_plain)
}

/// How what stands after the header is read, by version and checksum.
type Read<'a> = fn(u32, &str, &'a str) -> Result<Cow<'a, str>, StoredTextError>;

fn open_by<'a>(text: &'a str, read: Read<'a>) -> Result<Cow<'a, str>, StoredTextError> {
    let (version, sum, rest) = parts(text).ok_or(StoredTextError::Broken)?;
    if version <= VERSION {
        read(version, sum, rest)
    } else if sum == sum_from(version, rest) {
        Err(StoredTextError::Newer { version })
    } else {
        Err(StoredTextError::Broken)
    }
}

/// Whether a text is of an older form than this app writes.
pub fn is_older(text: &str) -> bool {
    parts(text).is_some_and(|(version, ..)| version < VERSION)
}

/// Whether a text, of which only the beginning may be there, says that it is of a form that this app reads.
pub fn is_known(head: &str) -> bool {
    parts(head).is_some_and(|(version, ..)| version <= VERSION)
}

/// Version, checksum and rest.
fn parts(text: &str) -> Option<(u32, &str, &str)> {
    let (version, rest) = text.strip_prefix("kube ")?.split_once(' ')?;
    let (sum, rest) = rest.split_once(' ')?;
    Some((version.parse().ok()?, sum, rest))
}

fn headed(rest: &str) -> String {
    format!("kube {VERSION} {} {rest}", sum_from(VERSION, rest))
}

/// The checksum of the pieces as one, as it stands in the header.
pub(super) fn sum_of(pieces: &[&str]) -> String {
    let mut digest = CRC32.digest();
    for piece in pieces {
        digest.update(piece.as_bytes());
    }
    format!("{:08x}", digest.finalize())
}

/// The checksum from version 2 on.
pub(super) fn sum_from(version: u32, rest: &str) -> String {
    sum_of(&["kube ", &version.to_string(), " ", rest])
}

/// JSON with every character beyond ASCII as `\uXXXX`; such characters stand only inside strings.
fn to_ascii(json: &str) -> String {
    if json.is_ascii() {
        return json.to_owned();
    }
    let mut out = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if character.is_ascii() {
            out.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = "[{\"id\":\"0197412c-5a00-7000-8000-000000000000\",\"kind\":\"group\",\"changes\":[]}]";

    #[test]
    fn what_is_sealed_opens_again() {
        for text in [seal(JSON), seal_plain(JSON)] {
            assert_eq!(open(&text).as_deref(), Ok(JSON));
        }
        assert!(seal(JSON).chars().count() < seal_plain(JSON).len() / 2);
    }

    #[test]
    fn a_plain_text_opens_without_the_unpacker_and_a_packed_one_does_not() {
        let of_version_1 = format!("kube 1 {} {}\n{JSON}", sum_of(&[JSON]), JSON.len());
        for text in [seal_plain(JSON), of_version_1] {
            assert_eq!(open_plain(&text).as_deref(), Ok(JSON));
        }
        assert_eq!(open_plain(&seal(JSON)), Err(StoredTextError::Broken));
        let newer = format!("kube 4 {} {JSON}", sum_from(4, JSON));
        assert_eq!(open_plain(&newer), Err(StoredTextError::Newer { version: 4 }));
    }

    #[test]
    fn a_plain_text_is_ascii_and_reads_as_the_same_json() {
        let text = seal_plain("{\"name\":\"Bu \u{e9} \u{1f33e}\"}");
        assert!(text.is_ascii());
        let value: serde_json::Value = serde_json::from_str(&open(&text).unwrap()).unwrap();
        assert_eq!(value["name"], "Bu \u{e9} \u{1f33e}");
    }

    #[test]
    fn every_truncation_and_every_flipped_bit_is_noticed_and_taken_for_nothing_else() {
        let of_version_1 = format!("kube 1 {} {}\n{JSON}", sum_of(&[JSON]), JSON.len());
        assert_eq!(open(&of_version_1).as_deref(), Ok(JSON));
        let in_parts = seal_list(&["{\"id\":1}".to_owned(), "{\"id\":2},{\"id\":3}".to_owned()], None);
        assert_eq!(open(&in_parts).as_deref(), Ok("[{\"id\":1},{\"id\":2},{\"id\":3}]"));
        for text in [seal(JSON), seal_plain(JSON), of_version_1, in_parts] {
            let units: Vec<u16> = text.encode_utf16().collect();
            for end in 0..units.len() {
                assert_eq!(open(&String::from_utf16(&units[..end]).unwrap()), Err(StoredTextError::Broken), "{end}");
            }
            for place in 0..units.len() {
                for bit in 0..16 {
                    let mut units = units.clone();
                    units[place] ^= 1 << bit;
                    // What is no UTF-16 any more comes from the browser with a replacement character.
                    assert_eq!(open(&String::from_utf16_lossy(&units)), Err(StoredTextError::Broken), "{place} {bit}");
                }
            }
        }
    }

    #[test]
    fn a_newer_version_is_told_apart_from_a_broken_text() {
        let rest = "whatever it will be";
        let newer = format!("kube 4 {} {rest}", sum_from(4, rest));
        assert_eq!(open(&newer), Err(StoredTextError::Newer { version: 4 }));
        assert_eq!(open(&newer.replace("kube 4", "kube 7")), Err(StoredTextError::Broken));
        assert_eq!(open("something else"), Err(StoredTextError::Broken));
        assert_eq!(open(&format!("kube 0 {} {rest}", sum_from(0, rest))), Err(StoredTextError::Broken));
    }

    /// The parts of a list, one for each number.
    fn list(numbers: &[u32]) -> Vec<String> {
        numbers.iter().map(|number| format!("{{\"id\":\"{number}\",\"name\":\"Contoh {}\"}}", number * 7)).collect()
    }

    #[test]
    fn a_part_that_is_as_it_was_is_taken_over_and_the_text_is_what_it_would_be_anew() {
        let before = seal_list(&list(&[1, 2, 3, 4]), None);
        for now in [vec![1, 2, 3, 4], vec![1, 9, 3, 4], vec![2, 3, 4], vec![1, 2, 3, 4, 5], vec![4, 1], vec![7, 8]] {
            let anew = seal_list(&list(&now), None);
            assert_eq!(seal_list(&list(&now), Some(&before)), anew, "{now:?}");
            assert_eq!(open(&anew).unwrap(), format!("[{}]", list(&now).join(",")), "{now:?}");
        }
    }

    #[test]
    fn nothing_is_taken_over_from_a_text_that_rotted_or_is_of_another_version() {
        let parts = list(&[1, 2, 3]);
        let whole = seal_list(&parts, None);
        // The packed part is another, though its mark still says the same.
        let (head, body) = whole.split_once('\n').unwrap();
        let rotten = format!("{head}\n{}", body.replace(body.chars().next_back().unwrap(), "\u{3401}"));
        for before in [rotten, whole.replace("kube 3", "kube 2"), "kube 3 00000000 ".to_owned(), String::new()] {
            assert_eq!(seal_list(&parts, Some(&before)), whole, "{before}");
        }
    }

    #[test]
    fn a_list_too_large_to_be_packed_is_plain() {
        let parts = ["1".repeat(LIMIT / 2), "1".repeat(LIMIT / 2 + 1)];
        let text = seal_list(&parts, None);
        assert!(text.is_ascii());
        assert_eq!(open(&text).unwrap().len(), LIMIT + 4);
    }
}
