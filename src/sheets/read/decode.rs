//! Bytes as text: UTF-8 and UTF-16 with and without a byte order mark, else Windows-1252, which Excel still writes.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a text is looked at.
const SAMPLE: usize = 4_096;

/// The text; `None` if the bytes are none.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let (coding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (coding_of(bytes), 0));
    let (text, _) = coding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    // The signs that part values in old exchange formats, and the end of a file in DOS, are no damage.
    let unprintable = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{19}' | '\u{1b}' | '\u{fffd}');
    let strange = text.chars().take(SAMPLE).filter(|c| unprintable(*c)).count();
    // One byte that was damaged on the way does not make a list unreadable, a picture has one in eight.
    if strange > text.chars().take(SAMPLE).count() / 50 { None } else { Some(text.into_owned()) }
}

fn coding_of(bytes: &[u8]) -> &'static Encoding {
    if is_wide(bytes, 1) {
        UTF_16LE
    } else if is_wide(bytes, 0) {
        UTF_16BE
    } else if is_mostly_utf8(bytes) {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Whether more letters of several bytes are right than wrong: one damaged byte does not make all others Windows letters.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > 2 * wrong
}

/// Whether most of the bytes at odd (or at even) places are 0, as those of Latin letters in UTF-16 are.
fn is_wide(bytes: &[u8], at: usize) -> bool {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = sample.len() / 2;
    pairs > 1 && zeros(at) * 10 > pairs * 7 && zeros(1 - at) * 10 < pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_the_same_in_each_coding() {
        let text = "Nama;Rp\r\nContoh Né;’5’";
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let (little, big) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        let codings = [
            text.as_bytes().to_vec(),
            [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat(),
            [&[0xff, 0xfe], &little[..]].concat(),
            [&[0xfe, 0xff], &big[..]].concat(),
            little,
            big,
            b"Nama;Rp\r\nContoh N\xe9;\x925\x92".to_vec(),
        ];
        for bytes in codings {
            assert_eq!(decode(&bytes).as_deref(), Some(text), "{bytes:?}");
        }
    }

    #[test]
    fn one_damaged_letter_does_not_change_the_others() {
        let text = "é é é é \u{fffd}";
        let bytes = [
            text.trim_end_matches('\u{fffd}').as_bytes(),
            b"\xc3 Nama;NIK;Alamat dan lain-lain, cukup panjang untuk satu huruf",
        ]
        .concat();
        assert!(decode(&bytes).is_some_and(|read| read.starts_with(text)));
    }

    #[test]
    fn separators_of_old_formats_and_the_end_of_dos_are_text() {
        assert_eq!(
            decode(b"a\x1f1\x1f2\nb\x1f3\x1f4\n\x1a").as_deref(),
            Some("a\u{1f}1\u{1f}2\nb\u{1f}3\u{1f}4\n\u{1a}")
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(&(0..=255).collect::<Vec<u8>>()), None);
        assert_eq!(decode(&[0; 64]), None);
    }
}
