//! Deflate (RFC 1951), the unpacking half: out of 15-bit units, behind a dictionary, into a bounded length.
//!
//! The whole of the format and nothing else, because it weighs on the first visit: 2.7 kB, where `miniz_oxide`'s weighs 6.7.
//! It never panics and never makes more than it was told; what it is given has passed a checksum. Deliberately absent: packing
//! (`pack`), and a complaint about codes that no packer writes, which only lead to another text.

use std::str::Chars;

/// The first character that stands for 15 bits, here all zero. The 32,768 from it on are letters and syllables of CJK, Yi,
/// Hangul and some neighbours: no surrogate, no control character, none that turns the direction of writing.
pub(super) const FIRST: u32 = 0x3400;
/// Bits of a character.
pub(super) const BITS: usize = 15;

/// The order in which the lengths of the code of lengths stand.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// Bits of a text, the lowest of each character first.
struct Bits<'a> {
    units: Chars<'a>,
    held: usize,
    count: usize,
    read: usize,
}

impl Bits<'_> {
    /// Holds at least so many bits, at most 16. A character that stands for no bits ends the text.
    fn hold(&mut self, wanted: usize) -> Option<()> {
        while self.count < wanted {
            let unit = usize::try_from(u32::from(self.units.next()?).wrapping_sub(FIRST)).ok()?;
            if unit >> BITS != 0 {
                self.units = "".chars();
                return None;
            }
            self.held |= unit << self.count;
            self.count += BITS;
            self.read += BITS;
        }
        Some(())
    }

    fn take(&mut self, wanted: usize) -> Option<usize> {
        self.hold(wanted)?;
        let bits = self.held & ((1 << wanted) - 1);
        self.held >>= wanted;
        self.count -= wanted;
        Some(bits)
    }

    /// Goes to the next byte.
    fn align(&mut self) -> Option<usize> {
        let used = self.read - self.count;
        self.take(used.next_multiple_of(8) - used)
    }
}

/// A Huffman code: how many symbols there are of each length, and the symbols in the order of their codes.
struct Code {
    counts: [usize; 16],
    symbols: Vec<usize>,
    /// Length and symbol of each code of up to [`SHORT`] bits, by all bits that may stand there; 0 where a longer one begins.
    short: [u16; 1 << SHORT],
}

/// The bits of a code that are looked up at once. Nearly all are as short.
const SHORT: usize = 9;

impl Code {
    fn of(lengths: &[usize]) -> Self {
        let (mut counts, mut symbols) = ([0; 16], vec![0; lengths.len()]);
        for length in lengths {
            counts[*length] += 1;
        }
        counts[0] = 0;
        let mut end = 0;
        let mut places = counts.map(|count| {
            end += count;
            end - count
        });
        for (symbol, length) in lengths.iter().enumerate().filter(|(_, length)| **length > 0) {
            symbols[places[*length]] = symbol;
            places[*length] += 1;
        }
        let mut code = Self { counts, symbols, short: [0; 1 << SHORT] };
        code.fill();
        code
    }

    /// Writes down what each run of [`SHORT`] bits begins with.
    fn fill(&mut self) {
        let (mut code, mut index) = (0_usize, 0);
        for length in 1..=SHORT {
            for _ in 0..self.counts[length] {
                // More codes than bits can tell apart are no code; what they say is found out bit by bit.
                let (Some(symbol), true) = (self.symbols.get(index), code >> length == 0) else { return };
                let first = code.reverse_bits() >> (usize::BITS as usize - length);
                let entry = u16::try_from(symbol << 4 | length).unwrap_or(0);
                self.short[first..].iter_mut().step_by(1 << length).for_each(|place| *place = entry);
                (code, index) = (code + 1, index + 1);
            }
            code <<= 1;
        }
    }

    fn next(&self, bits: &mut Bits) -> Option<usize> {
        // Near the end there may be fewer bits than that.
        let _ = bits.hold(SHORT);
        let entry = usize::from(self.short[bits.held & ((1 << SHORT) - 1)]);
        let length = entry & 15;
        if length > 0 && length <= bits.count {
            bits.take(length)?;
            return Some(entry >> 4);
        }
        let (mut code, mut first, mut index) = (0, 0, 0);
        for count in &self.counts[1..] {
            code += bits.take(1)?;
            if code < first + count {
                return self.symbols.get(index + code.checked_sub(first)?).copied();
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}

/// Unpacks into exactly `length` bytes; `None` when it is anything else.
pub(super) fn inflate(packed: &str, dictionary: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut bits = Bits { units: packed.chars(), held: 0, count: 0, read: 0 };
    let end = dictionary.len() + length;
    let mut out = Vec::with_capacity(end);
    out.extend_from_slice(dictionary);
    let mut last = false;
    while !last {
        last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => {
                bits.align()?;
                let count = bits.take(16)?;
                if bits.take(16)? != !count & 0xffff || out.len() + count > end {
                    return None;
                }
                for _ in 0..count {
                    out.push(u8::try_from(bits.take(8)?).ok()?);
                }
            }
            1 => {
                let lengths = [[8; 144].as_slice(), &[9; 112], &[7; 24], &[8; 8], &[5; 30]].concat();
                block(&mut bits, &mut out, end, &lengths, 288)?;
            }
            2 => {
                let (literals, distances) = (bits.take(5)? + 257, bits.take(5)? + 1);
                let lengths = lengths(&mut bits, literals + distances)?;
                block(&mut bits, &mut out, end, &lengths, literals)?;
            }
            _ => return None,
        }
    }
    (out.len() == end).then(|| out.split_off(dictionary.len()))
}

/// The lengths of a block's two codes, which are packed themselves.
fn lengths(bits: &mut Bits, wanted: usize) -> Option<Vec<usize>> {
    let mut own = [0; 19];
    let count = bits.take(4)? + 4;
    for place in ORDER.get(..count)? {
        own[*place] = bits.take(3)?;
    }
    let code = Code::of(&own);
    let mut lengths = Vec::with_capacity(wanted);
    while lengths.len() < wanted {
        let (length, times) = match code.next(bits)? {
            16 => (*lengths.last()?, bits.take(2)? + 3),
            17 => (0, bits.take(3)? + 3),
            18 => (0, bits.take(7)? + 11),
            length => (length, 1),
        };
        lengths.extend(std::iter::repeat_n(length, times));
    }
    (lengths.len() == wanted).then_some(lengths)
}

/// A block of literals and of repeats: so many bytes, from so far back.
fn block(bits: &mut Bits, out: &mut Vec<u8>, end: usize, lengths: &[usize], literals: usize) -> Option<()> {
    let (literal, distance) = (Code::of(&lengths[..literals]), Code::of(&lengths[literals..]));
    loop {
        match literal.next(bits)? {
            256 => return Some(()),
            symbol @ 0..256 if out.len() < end => out.push(u8::try_from(symbol).ok()?),
            symbol @ 257..286 => {
                let count = match symbol - 257 {
                    28 => 258,
                    step => 3 + value(bits, step, 4)?,
                };
                let back = distance.next(bits)?;
                let back = 1 + value(bits, back, 2)?;
                if back > out.len() || out.len() + count > end {
                    return None;
                }
                let start = out.len() - back;
                if back >= count {
                    out.extend_from_within(start..start + count);
                } else {
                    (start..start + count).for_each(|place| out.push(out[place]));
                }
            }
            _ => return None,
        }
    }
}

/// The value of a step of a scale on which, but for the first two runs, each run of `run` steps is twice as coarse.
fn value(bits: &mut Bits, step: usize, run: usize) -> Option<usize> {
    if step < 2 * run {
        return Some(step);
    }
    let extra = step / run - 1;
    Some(((run + step % run) << extra) + bits.take(extra)?)
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::core::{
        CompressionStrategy, CompressorOxide, TDEFLFlush, compress, create_comp_flags_from_zip_params,
    };
    use proptest::prelude::*;

    use super::*;

    fn to_units(bytes: &[u8]) -> String {
        let bits: Vec<u32> = bytes.iter().flat_map(|byte| (0..8).map(move |bit| u32::from(byte >> bit & 1))).collect();
        let units = bits.chunks(BITS).map(|unit| unit.iter().rev().fold(0, |unit, bit| unit << 1 | bit));
        units.map(|unit| char::from_u32(FIRST + unit).unwrap()).collect()
    }

    /// Blocks of every sort: stored at level 0, with the fixed code, with codes of their own; several by flushing between.
    fn packed(pieces: &[Vec<u8>], level: i32, strategy: CompressionStrategy) -> String {
        let mut packer = CompressorOxide::new(create_comp_flags_from_zip_params(level, -15, strategy as i32));
        let mut out = vec![0; pieces.iter().map(Vec::len).sum::<usize>() * 2 + 1000];
        let mut length = 0;
        for piece in pieces {
            length += compress(&mut packer, piece, &mut out[length..], TDEFLFlush::Sync).2;
        }
        length += compress(&mut packer, &[], &mut out[length..], TDEFLFlush::Finish).2;
        to_units(&out[..length])
    }

    fn pieces() -> impl Strategy<Value = Vec<Vec<u8>>> {
        // Few letters make repeats, many make literals.
        let piece = (1_u8..=255, 0_usize..2_000).prop_flat_map(|(most, length)| {
            proptest::collection::vec(0..=most, length).prop_map(|piece| piece.repeat(3))
        });
        proptest::collection::vec(piece, 0..5)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn whatever_another_packer_packed_unpacks_to_the_same(pieces in pieces(), level in 0_i32..=9) {
            for strategy in [CompressionStrategy::Default, CompressionStrategy::Fixed, CompressionStrategy::HuffmanOnly] {
                let whole = pieces.concat();
                let text = packed(&pieces, level, strategy);
                prop_assert_eq!(inflate(&text, b"", whole.len() + 1), None);
                prop_assert!(whole.is_empty() || inflate(&text, b"", whole.len() - 1).is_none());
                prop_assert_eq!(inflate(&text, b"", whole.len()), Some(whole));
            }
        }
    }

    #[test]
    fn a_character_that_stands_for_no_bits_is_refused() {
        let text = packed(&[b"Mawar".to_vec()], 6, CompressionStrategy::Default);
        for wrong in ['a', '\u{33ff}', '\u{b400}', '\u{1f33e}'] {
            let text: String = std::iter::once(wrong).chain(text.chars().skip(1)).collect();
            assert_eq!(inflate(&text, b"", 5), None, "{wrong:?}");
        }
        assert_eq!(inflate(&text, b"", 5), Some(b"Mawar".to_vec()));
    }
}
