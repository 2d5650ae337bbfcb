//! Deflate (RFC 1951), the packing half: bytes behind a dictionary, into one block with codes of its own, as 15-bit units.
//!
//! The counterpart of `inflate`, small for the same reason: 11.4 kB is what `miniz_oxide`'s weighs. Deliberately absent: stored
//! blocks and the fixed code, which texts of some hundred bytes and more never gain by, and several blocks to a text.

use super::inflate::{BITS, FIRST, ORDER};

/// The farthest a repeat reaches back, and the longest it is.
const WINDOW: usize = 32_768;
const LONGEST: usize = 258;
/// So many earlier places with the same three bytes are looked at.
const TRIES: usize = 64;
const HASHES: usize = 1 << 12;

/// Bits put one after another, the lowest of each character first.
#[derive(Default)]
struct Units {
    text: String,
    held: usize,
    count: usize,
}

impl Units {
    /// At most 15 bits.
    fn put(&mut self, bits: usize, count: usize) {
        self.held |= bits << self.count;
        self.count += count;
        if self.count >= BITS {
            self.push();
            self.count -= BITS;
        }
    }

    fn push(&mut self) {
        let unit = u32::try_from(self.held & ((1 << BITS) - 1)).unwrap_or(0);
        self.text.extend(char::from_u32(FIRST + unit));
        self.held >>= BITS;
    }
}

/// A Huffman code: how many bits each symbol takes, and which, the first to be written lowest.
struct Code {
    lengths: Vec<usize>,
    bits: Vec<usize>,
}

impl Code {
    /// The code of symbols that come so often, none longer than `limit`, over no fewer than `least` symbols.
    fn of(mut counts: Vec<usize>, limit: usize, least: usize) -> Self {
        // A code of one symbol is a case of its own for every reader.
        counts[0] = counts[0].max(1);
        counts[1] = counts[1].max(1);
        let mut lengths = depths(&counts);
        while lengths.iter().any(|length| *length > limit) {
            for count in counts.iter_mut().filter(|count| **count > 0) {
                *count = *count / 2 + 1;
            }
            lengths = depths(&counts);
        }
        while lengths.len() > least && lengths.last() == Some(&0) {
            lengths.pop();
        }
        let mut bits = vec![0; lengths.len()];
        let mut next = 0;
        for length in 1..=limit {
            next <<= 1;
            for (symbol, _) in lengths.iter().enumerate().filter(|(_, own)| **own == length) {
                bits[symbol] = (0..length).fold(0, |turned, bit| turned << 1 | next >> bit & 1);
                next += 1;
            }
        }
        Self { lengths, bits }
    }

    fn put(&self, out: &mut Units, symbol: usize) {
        out.put(self.bits[symbol], self.lengths[symbol]);
    }
}

/// How deep each symbol is in a tree in which the two rarest are joined again and again.
fn depths(counts: &[usize]) -> Vec<usize> {
    // Weights, and where each was joined; joints stand after all that they join.
    let mut nodes: Vec<(usize, usize)> = counts.iter().map(|count| (*count, 0)).collect();
    loop {
        let (mut least, mut second) = (None, None);
        for (place, _) in nodes.iter().enumerate().filter(|(_, (weight, joint))| *weight > 0 && *joint == 0) {
            let lighter = |other: Option<usize>| other.is_none_or(|other| nodes[place].0 < nodes[other].0);
            if lighter(least) {
                (least, second) = (Some(place), least);
            } else if lighter(second) {
                second = Some(place);
            }
        }
        let (Some(one), Some(other)) = (least, second) else { break };
        let joint = nodes.len();
        nodes.push((nodes[one].0 + nodes[other].0, 0));
        nodes[one].1 = joint;
        nodes[other].1 = joint;
    }
    let mut depths = vec![0; nodes.len()];
    for place in (0..nodes.len()).rev() {
        let parent = nodes[place].1;
        if parent > 0 {
            depths[place] = depths[parent] + 1;
        }
    }
    depths.truncate(counts.len());
    depths
}

/// Packs what stands in `data` from `start` on; what is before it is the dictionary.
pub(super) fn deflate(data: &[u8], start: usize) -> String {
    let tokens = tokens(data, start);
    let (mut literals, mut distances) = (vec![0; 286], vec![0; 30]);
    literals[256] = 1;
    for (count, back) in &tokens {
        literals[literal(*count, *back).0] += 1;
        if *back > 0 {
            distances[step(back - 1, 2).0] += 1;
        }
    }
    let (literals, distances) = (Code::of(literals, 15, 257), Code::of(distances, 15, 1));
    let mut out = Units::default();
    put_codes(&mut out, &literals.lengths, &distances.lengths);
    for (count, back) in tokens {
        let (symbol, extra, bits) = literal(count, back);
        literals.put(&mut out, symbol);
        out.put(bits, extra);
        if back > 0 {
            let (symbol, extra, bits) = step(back - 1, 2);
            distances.put(&mut out, symbol);
            out.put(bits, extra);
        }
    }
    literals.put(&mut out, 256);
    if out.count > 0 {
        out.push();
    }
    out.text
}

/// The head of a block that is the last: the lengths of both codes, themselves packed.
fn put_codes(out: &mut Units, literals: &[usize], distances: &[usize]) {
    let lengths = [literals, distances].concat();
    // Symbols with the number and the value of their extra bits.
    let mut packed = Vec::new();
    let mut at = 0;
    while at < lengths.len() {
        let length = lengths[at];
        let run = lengths[at..].iter().take_while(|other| **other == length).count();
        let (symbol, extra, base, taken) = match (length, run) {
            (0, 11..) => (18, 7, 11, run.min(138)),
            (0, 3..) => (17, 3, 3, run),
            (_, 4..) => {
                packed.push((length, 0, 0));
                at += 1;
                (16, 2, 3, (run - 1).min(6))
            }
            _ => (length, 0, 1, 1),
        };
        packed.push((symbol, extra, taken - base));
        at += taken;
    }
    let mut counts = vec![0; 19];
    for (symbol, _, _) in &packed {
        counts[*symbol] += 1;
    }
    let code = Code::of(counts, 7, 19);
    out.put(0b101, 3);
    out.put(literals.len() - 257, 5);
    out.put(distances.len() - 1, 5);
    out.put(ORDER.len() - 4, 4);
    for symbol in ORDER {
        out.put(code.lengths[symbol], 3);
    }
    for (symbol, extra, bits) in packed {
        code.put(out, symbol);
        out.put(bits, extra);
    }
}

/// The text as literals, which are `(byte, 0)`, and repeats: so many bytes, from so far back.
fn tokens(data: &[u8], start: usize) -> Vec<(usize, usize)> {
    // For each hash the last place, for each place the one before with the same hash; both plus one.
    let (mut last, mut before) = (vec![0; HASHES], vec![0; data.len()]);
    let mut tokens = Vec::new();
    let mut known = 0;
    let mut repeat_at = |at: usize| {
        while known < at {
            if let Some(hash) = hash(data, known) {
                before[known] = std::mem::replace(&mut last[hash], known + 1);
            }
            known += 1;
        }
        let mut best = (0, 0);
        let mut place = hash(data, at).map_or(0, |hash| last[hash]);
        for _ in 0..TRIES {
            if place == 0 || at + 1 - place > WINDOW {
                break;
            }
            let same = data[at..].iter().zip(&data[place - 1..]).take(LONGEST).take_while(|(one, other)| one == other);
            let (count, back) = (same.count(), at + 1 - place);
            // Three bytes from far away take more room than they are worth.
            if count > best.0 && (count > 3 || count == 3 && back <= 4096) {
                best = (count, back);
            }
            place = before[place - 1];
        }
        best
    };
    let mut at = start;
    let mut repeat = repeat_at(at);
    while at < data.len() {
        // A longer repeat one byte on is worth a literal.
        let next = if at + 1 < data.len() && repeat.0 < 32 { repeat_at(at + 1) } else { (0, 0) };
        if repeat.0 == 0 || next.0 > repeat.0 {
            tokens.push((usize::from(data[at]), 0));
            at += 1;
            repeat = next;
        } else {
            tokens.push(repeat);
            at += repeat.0;
            repeat = repeat_at(at);
        }
    }
    tokens
}

fn hash(data: &[u8], at: usize) -> Option<usize> {
    let [one, two, three] = data.get(at..at + 3)? else { return None };
    Some((usize::from(*one) << 6 ^ usize::from(*two) << 3 ^ usize::from(*three)) % HASHES)
}

/// The symbol of a literal or of a repeat's length, with the number and the value of its extra bits.
fn literal(count: usize, back: usize) -> (usize, usize, usize) {
    match count {
        _ if back == 0 => (count, 0, 0),
        LONGEST => (285, 0, 0),
        _ => {
            let (symbol, extra, bits) = step(count - 3, 4);
            (257 + symbol, extra, bits)
        }
    }
}

/// The step of a value on a scale as in `inflate::value`, with the number and the value of its extra bits.
fn step(value: usize, run: usize) -> (usize, usize, usize) {
    let mut extra = 0;
    while value >> extra >= 2 * run {
        extra += 1;
    }
    (run * extra + (value >> extra), extra, value & ((1 << extra) - 1))
}

#[cfg(test)]
mod tests {
    use miniz_oxide::inflate::TINFLStatus;
    use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
    use proptest::prelude::*;

    use super::*;
    use crate::shelf::inflate::inflate;

    fn to_bytes(text: &str) -> Vec<u8> {
        let units = text.chars().map(|unit| u32::from(unit) - FIRST);
        let bits: Vec<u8> = units.flat_map(|unit| (0..BITS).map(move |bit| u8::from(unit >> bit & 1 == 1))).collect();
        bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |byte, bit| byte << 1 | bit)).collect()
    }

    /// What another reader of deflate makes of it.
    fn read_elsewhere(packed: &str, dictionary: &[u8], length: usize) -> Option<Vec<u8>> {
        let mut out = [dictionary, &vec![0; length]].concat();
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let mut reader = DecompressorOxide::new();
        let (status, _, written) = decompress(&mut reader, &to_bytes(packed), &mut out, dictionary.len(), flags);
        (status == TINFLStatus::Done && written == length).then(|| out.split_off(dictionary.len()))
    }

    fn unpacks(dictionary: &[u8], data: &[u8]) -> bool {
        let packed = deflate(&[dictionary, data].concat(), dictionary.len());
        inflate(&packed, dictionary, data.len()).as_deref() == Some(data)
            && read_elsewhere(&packed, dictionary, data.len()).as_deref() == Some(data)
    }

    proptest! {
        #[test]
        fn we_and_another_reader_unpack_what_is_packed(
            dictionary in proptest::collection::vec(0_u8..20, 0..600),
            pieces in proptest::collection::vec((0_u8..=255, 1_usize..400, 1_usize..40), 0..12),
            seed in 0_usize..256,
        ) {
            // Runs of few letters and of many, repeated near and far, the dictionary among them.
            let mut data = dictionary.clone();
            for (most, length, times) in pieces {
                let piece: Vec<u8> = (0..length)
                    .map(|at| u8::try_from((at * at * 31 + at * seed + length) % (usize::from(most) + 1)).unwrap())
                    .collect();
                data.extend(piece.repeat(times));
            }
            prop_assert!(unpacks(&dictionary, &data));
        }
    }

    #[test]
    fn the_edges_of_the_format_hold() {
        let spread = |count: usize| -> Vec<u8> {
            // Each symbol twice as often as the one before: a tree deeper than the format allows.
            (0..count).flat_map(|symbol| vec![u8::try_from(symbol).unwrap(); 1 << symbol]).collect()
        };
        let far =
            [b"Mawar Berduri".to_vec(), (0..=255).cycle().take(WINDOW).collect(), b"Mawar Berduri".to_vec()].concat();
        for data in [vec![], vec![7], vec![0; 100_000], (0..=255).collect(), spread(18), far] {
            assert!(unpacks(b"", &data) && unpacks(b"Mawar", &data), "{} bytes", data.len());
        }
    }
}
