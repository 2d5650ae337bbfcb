//! Bytes as text: UTF-8 and UTF-16 with and without a byte order mark, else Windows-1252, which Excel still writes.

/// What Windows-1252 has from 0x80 to 0x9f; the other bytes are Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text; `None` if the bytes are none.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if is_wide(bytes, 1) => utf16(bytes, u16::from_le_bytes),
        _ if is_wide(bytes, 0) => utf16(bytes, u16::from_be_bytes),
        _ => {
            std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|byte| windows(*byte)).collect(), str::to_owned)
        }
    };
    let unprintable = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{fffd}');
    let strange = text.chars().take(4_096).filter(|c| unprintable(*c)).count();
    // One byte that was damaged on the way does not make a list unreadable, a picture has one in eight.
    if strange > text.chars().take(4_096).count() / 50 { None } else { Some(text) }
}

/// Whether most of the bytes at odd (or at even) places are 0, as those of Latin letters in UTF-16 are.
fn is_wide(bytes: &[u8], at: usize) -> bool {
    let sample = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = sample.len() / 2;
    pairs > 1 && zeros(at) * 10 > pairs * 7 && zeros(1 - at) * 10 < pairs
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
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
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(&(0..=255).collect::<Vec<u8>>()), None);
        assert_eq!(decode(&[0; 64]), None);
    }
}
