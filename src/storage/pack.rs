//! Packing: bytes to a text of 15-bit characters, by deflate behind a dictionary.
//!
//! Relies on `miniz_oxide` to pack, and on `inflate` to unpack. The dictionary is what records look like before anything is
//! filled in, what is seldom used first; it belongs to the form for ever: other bytes in it would make every stored text
//! unreadable. Deliberately absent: version and checksum, which are the seal's.

use miniz_oxide::deflate::core::{
    CompressionStrategy, CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};

use super::inflate::{BITS, FIRST, inflate};

const DICTIONARY: &[u8] = include_bytes!("dictionary.txt");

/// The most that is packed and unpacked, in bytes: no text in a storage may eat the memory. A group with ten members takes
/// 5,000.
pub(super) const LIMIT: usize = 4 * 1024 * 1024;

/// Packs a text; `None` when it is larger than [`LIMIT`].
pub(super) fn pack(text: &str) -> Option<String> {
    (text.len() <= LIMIT).then(|| to_units(&deflate(text.as_bytes(), DICTIONARY)))
}

/// How hard repeats are looked for, of 10: what zlib does unless told otherwise.
const LEVEL: i32 = 6;

/// Packs bytes behind a dictionary. The packer has no word for that: so the dictionary is packed before them, up to the end of a
/// byte, and what that gave is thrown away. Repeats reach back into it all the same.
fn deflate(bytes: &[u8], dictionary: &[u8]) -> Vec<u8> {
    let raw = create_comp_flags_from_zip_params(LEVEL, -15, CompressionStrategy::Default as i32);
    let mut packer = CompressorOxide::new(raw);
    compress_to_output(&mut packer, dictionary, TDEFLFlush::Sync, |_| true);
    let mut out = Vec::new();
    compress_to_output(&mut packer, bytes, TDEFLFlush::Finish, |part| {
        out.extend_from_slice(part);
        true
    });
    out
}

/// Bytes as characters of 15 bits, the lowest first.
fn to_units(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / BITS * 3 + 3);
    let (mut held, mut count) = (0, 0);
    let mut put = |held: u32| text.extend(char::from_u32(FIRST + held % (1 << BITS)));
    for byte in bytes {
        held |= u32::from(*byte) << count;
        count += 8;
        if count >= BITS {
            put(held);
            held >>= BITS;
            count -= BITS;
        }
    }
    if count > 0 {
        put(held);
    }
    text
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
    fn repeats_reach_back_into_the_dictionary() {
        let text = std::str::from_utf8(&DICTIONARY[DICTIONARY.len() - 200..]).unwrap();
        assert!(pack(text).unwrap().chars().count() < 20);
    }

    #[test]
    fn the_edges_of_the_format_hold() {
        // Each letter twice as often as the one before: a tree deeper than the format allows.
        let spread: String = (0..18_u8).map(|at| char::from(b'a' + at).to_string().repeat(1 << at)).collect();
        let far = ["Mawar Berduri", &"0123456789abcdef".repeat(2_050), "Mawar Berduri"].concat();
        for text in [String::new(), "a".to_owned(), "a".repeat(100_000), spread, far] {
            assert_eq!(unpack(&pack(&text).unwrap(), text.len()), Some(text));
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
