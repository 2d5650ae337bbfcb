//! A text with its version and checksum, so that a torn or rotten one is known for what it is.
//!
//! Form: `kube VERSION CRC32 LENGTH` and a line feed, then the body. All ASCII.

use std::fmt::Write;

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The version of the stored form that this app writes.
pub const VERSION: u32 = 1;

/// A table of 1 kB: the faster ones weigh 8 kB on the first visit and save a few milliseconds.
const CRC32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// Why a stored text cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// No such header, or the body is shorter, longer or other than the header says.
    Broken,
    /// Written by a newer app.
    Newer {
        /// Its version of the stored form.
        version: u32,
    },
}

/// Seals a body; characters beyond ASCII in JSON strings are written as escapes.
pub fn seal(json: &str) -> String {
    let body = to_ascii(json);
    let mut text = String::with_capacity(body.len() + 32);
    let _ = writeln!(text, "kube {VERSION} {:08x} {}", CRC32.checksum(body.as_bytes()), body.len());
    text.push_str(&body);
    text
}

/// Opens a sealed text.
///
/// # Errors
/// [`SealError`] when it is broken or of a newer version.
pub fn open(text: &str) -> Result<&str, SealError> {
    let (header, body) = text.split_once('\n').ok_or(SealError::Broken)?;
    let mut words = header.split(' ');
    let mut word = || words.next().ok_or(SealError::Broken);
    if word()? != "kube" {
        return Err(SealError::Broken);
    }
    let version: u32 = word()?.parse().map_err(|_| SealError::Broken)?;
    if version > VERSION {
        return Err(SealError::Newer { version });
    }
    let sum = u32::from_str_radix(word()?, 16).map_err(|_| SealError::Broken)?;
    let length: usize = word()?.parse().map_err(|_| SealError::Broken)?;
    let whole = body.len() == length && CRC32.checksum(body.as_bytes()) == sum;
    if whole { Ok(body) } else { Err(SealError::Broken) }
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

    #[test]
    fn what_is_sealed_opens_again() {
        assert_eq!(open(&seal("{\"a\":1}")), Ok("{\"a\":1}"));
    }

    #[test]
    fn the_text_is_ascii_and_reads_as_the_same_json() {
        let text = seal("{\"name\":\"Bu \u{e9} \u{1f33e}\"}");
        assert!(text.is_ascii());
        let value: serde_json::Value = serde_json::from_str(open(&text).unwrap()).unwrap();
        assert_eq!(value["name"], "Bu \u{e9} \u{1f33e}");
    }

    #[test]
    fn every_truncation_and_every_flipped_bit_of_the_body_is_noticed() {
        let text = seal("{\"name\":\"Mawar Berduri\"}");
        for end in 0..text.len() {
            assert_eq!(open(&text[..end]), Err(SealError::Broken), "{end}");
        }
        let start = text.find('\n').unwrap() + 1;
        for place in start..text.len() {
            for bit in 0..7 {
                let mut bytes = text.clone().into_bytes();
                bytes[place] ^= 1 << bit;
                assert_eq!(open(std::str::from_utf8(&bytes).unwrap()), Err(SealError::Broken), "{place} {bit}");
            }
        }
    }

    #[test]
    fn a_newer_version_is_told_apart_from_a_broken_text() {
        assert_eq!(open("kube 2 00000000 0\n"), Err(SealError::Newer { version: 2 }));
        assert_eq!(open("something else"), Err(SealError::Broken));
    }
}
