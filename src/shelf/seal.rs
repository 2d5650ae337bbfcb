//! A text with its version and checksum, so that a torn or rotten one is known for what it is.
//!
//! Form: `kube VERSION CRC32 `, then whatever the version has it (`stored`). From version 2 on the checksum is of all the
//! rest of the text, version included, and it has to stay so in every version to come: that is how a text of a newer app is
//! told from one whose version rotted. Writing is of the present version only.

use std::borrow::Cow;
use std::fmt::Write;

use crc::{CRC_32_ISO_HDLC, Crc, Table};

use super::pack::pack;
use super::stored;

/// The version of the stored form that this app writes.
pub const VERSION: u32 = 2;

/// What stands in the header of a text that is not packed.
pub(super) const PLAIN: &str = " plain";

/// A table of 1 kB: the faster ones weigh 8 kB on the first visit and save a few milliseconds.
const CRC32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Why a stored text cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
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

/// Seals a small body that may be needed before there is a packer, in ASCII: characters beyond it in JSON strings are
/// written as escapes.
pub fn seal_plain(json: &str) -> String {
    let body = to_ascii(json);
    headed(&format!("{}{PLAIN}\n{body}", body.len()))
}

/// Opens a sealed text of any version.
///
/// # Errors
/// [`SealError`] when it is broken or of a newer version.
pub fn open(text: &str) -> Result<Cow<'_, str>, SealError> {
    let (version, sum, rest) = parts(text).ok_or(SealError::Broken)?;
    if version <= VERSION {
        stored::read(version, sum, rest)
    } else if sum == sum_from(version, rest) {
        Err(SealError::Newer { version })
    } else {
        Err(SealError::Broken)
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
        for text in [seal(JSON), seal_plain(JSON), of_version_1] {
            let units: Vec<u16> = text.encode_utf16().collect();
            for end in 0..units.len() {
                assert_eq!(open(&String::from_utf16(&units[..end]).unwrap()), Err(SealError::Broken), "{end}");
            }
            for place in 0..units.len() {
                for bit in 0..16 {
                    let mut units = units.clone();
                    units[place] ^= 1 << bit;
                    // What is no UTF-16 any more comes from the browser with a replacement character.
                    assert_eq!(open(&String::from_utf16_lossy(&units)), Err(SealError::Broken), "{place} {bit}");
                }
            }
        }
    }

    #[test]
    fn a_newer_version_is_told_apart_from_a_broken_text() {
        let rest = "whatever it will be";
        let newer = format!("kube 3 {} {rest}", sum_from(3, rest));
        assert_eq!(open(&newer), Err(SealError::Newer { version: 3 }));
        assert_eq!(open(&newer.replace("kube 3", "kube 7")), Err(SealError::Broken));
        assert_eq!(open("something else"), Err(SealError::Broken));
        assert_eq!(open(&format!("kube 0 {} {rest}", sum_from(0, rest))), Err(SealError::Broken));
    }
}
