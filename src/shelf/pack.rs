//! Packing: bytes to a text of 15-bit characters, by deflate behind a dictionary.
//!
//! Relies on `deflate` and `inflate`. The dictionary is what records look like before anything is filled in, what is seldom
//! used first; it belongs to the form for ever: other bytes in it would make every stored text unreadable. Deliberately
//! absent: version and checksum, which are the seal's.

use super::deflate::deflate;
use super::inflate::inflate;

const DICTIONARY: &[u8] = include_bytes!("dictionary.txt");

/// The most that is packed and unpacked, in bytes: no text on a shelf may eat the memory. A group with ten members takes
/// 5,000.
pub(super) const LIMIT: usize = 4 * 1024 * 1024;

/// Packs a text; `None` when it is larger than [`LIMIT`].
pub(super) fn pack(text: &str) -> Option<String> {
    let whole = || [DICTIONARY, text.as_bytes()].concat();
    (text.len() <= LIMIT).then(|| deflate(&whole(), DICTIONARY.len()))
}

/// Unpacks a text of so many bytes; `None` when it is anything else.
pub(super) fn unpack(packed: &str, length: usize) -> Option<String> {
    if length > LIMIT {
        return None;
    }
    String::from_utf8(inflate(packed, DICTIONARY, length)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_dictionary_is_the_one_that_all_texts_were_packed_with() {
        let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(DICTIONARY);
        assert_eq!((DICTIONARY.len(), sum), (2259, 0xa48d_fec8));
    }

    proptest! {
        #[test]
        fn what_is_packed_unpacks_again(text in ".{0,300}", times in 0_usize..300) {
            let text = text.repeat(times);
            let packed = pack(&text).unwrap();
            let known = |unit| ('\u{3400}'..='\u{b3ff}').contains(&unit);
            prop_assert!(packed.chars().all(known));
            prop_assert_eq!(unpack(&packed, text.len()), Some(text));
        }

        #[test]
        fn whatever_stands_there_unpacks_to_the_length_that_is_asked_or_to_nothing(
            packed in "[\u{3400}-\u{b3ff}]{0,300}",
            length in 0_usize..3_000,
        ) {
            prop_assert!(unpack(&packed, length).is_none_or(|text| text.len() == length));
        }
    }

    #[test]
    fn nothing_larger_than_the_limit_is_packed_or_unpacked() {
        let text = "a".repeat(LIMIT + 1);
        assert_eq!(pack(&text), None);
        let packed = pack(&text[1..]).unwrap();
        assert_eq!(unpack(&packed, LIMIT).map(|text| text.len()), Some(LIMIT));
        assert_eq!(unpack(&packed, LIMIT + 1), None);
        assert_eq!(unpack(&packed, 1000), None, "it stops at the length that it was told");
    }
}
