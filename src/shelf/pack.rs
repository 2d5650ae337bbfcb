//! Packing: bytes to a text of 15-bit characters, by deflate behind a dictionary.
//!
//! Relies on `miniz_oxide` to pack and on `inflate` to unpack. The dictionary is what records look like before anything is
//! filled in, what is seldom used first; it belongs to the form for ever: other bytes in it would make every stored text
//! unreadable. Deliberately absent: version and checksum, which are the seal's.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};

use super::inflate::{BITS, FIRST, inflate};

const DICTIONARY: &[u8] = include_bytes!("dictionary.txt");

/// The most that is packed and unpacked, in bytes: no text on a shelf may eat the memory. A group with ten members takes
/// 5,000.
pub(super) const LIMIT: usize = 16 * 1024 * 1024;

/// Packs a text; `None` when it is larger than [`LIMIT`].
pub(super) fn pack(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    if bytes.len() > LIMIT {
        return None;
    }
    // What nobody wants is the dictionary itself: it goes in first, up to the end of a byte, and what came out is written over.
    let mut packer = CompressorOxide::new(create_comp_flags_from_zip_params(6, -15, 0));
    let mut out = vec![0; bytes.len() + DICTIONARY.len() + 64];
    compress(&mut packer, DICTIONARY, &mut out, TDEFLFlush::Sync);
    let (status, _, length) = compress(&mut packer, bytes, &mut out, TDEFLFlush::Finish);
    (status == TDEFLStatus::Done).then(|| to_units(&out[..length]))
}

/// Unpacks a text of so many bytes; `None` when it is anything else.
pub(super) fn unpack(packed: &str, length: usize) -> Option<String> {
    if length > LIMIT {
        return None;
    }
    String::from_utf8(inflate(packed, DICTIONARY, length)?).ok()
}

/// 15 bits to a character, the lowest first; the last one is filled up with zeros.
pub(super) fn to_units(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / BITS * 3 + 3);
    let (mut held, mut count) = (0, 0);
    let mut put = |bits: u32| text.extend(char::from_u32(FIRST + bits));
    for byte in bytes {
        held |= u32::from(*byte) << count;
        count += 8;
        if count >= BITS {
            put(held & 0x7fff);
            held >>= BITS;
            count -= BITS;
        }
    }
    if count > 0 {
        put(held);
    }
    text
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
