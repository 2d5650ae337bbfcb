//! When and where a change was made, as 18 characters that sort.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Crockford's base 32 in lower case: its characters sort as their values do, and none is mistaken for another.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The value of each character, [`NONE`] for those outside the alphabet: a book has a stamp for each change.
static VALUES: [u8; 128] = values();
const NONE: u8 = 32;

const fn values() -> [u8; 128] {
    let mut values = [NONE; 128];
    let mut value = 0;
    while value < NONE {
        values[ALPHABET[value as usize] as usize] = value;
        value += 1;
    }
    values
}

const TIME_CHARS: usize = 10;
const COUNTER_CHARS: usize = 2;
const DEVICE_CHARS: usize = 6;
const CHARS: usize = TIME_CHARS + COUNTER_CHARS + DEVICE_CHARS;

/// One browser profile, drawn at random once: 30 bits, written as six characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Device(u32);

impl Device {
    /// Makes a device of random bits; what exceeds 30 bits is dropped.
    pub fn from_random(bits: u32) -> Self {
        Self(bits & ((1 << (5 * DEVICE_CHARS)) - 1))
    }

    /// Reads the six characters.
    ///
    /// # Errors
    /// [`StampError`] when the text has another length or a character outside the alphabet.
    pub fn parse(text: &str) -> Result<Self, StampError> {
        let bytes = text.as_bytes();
        if bytes.len() != DEVICE_CHARS {
            return Err(StampError);
        }
        u32::try_from(decode(bytes)?).map(Self).map_err(|_| StampError)
    }
}

impl fmt::Display for Device {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        encode(u64::from(self.0), DEVICE_CHARS, out)
    }
}

/// The stamp of a change: time, counter and device. Its order is the order of its characters.
///
/// Text: 10 characters of milliseconds since 1970 (50 bits), 2 of counter (10 bits), 6 of device (30 bits).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    ms: u64,
    counter: u16,
    device: Device,
}

/// The text is not a stamp: another length, or a character outside the alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StampError;

impl Stamp {
    /// The last millisecond that fits.
    pub const MAX_MS: u64 = (1 << (5 * TIME_CHARS)) - 1;
    /// The last counter that fits.
    pub const MAX_COUNTER: u16 = (1 << (5 * COUNTER_CHARS)) - 1;

    /// Makes a stamp; time and counter are held to their ranges.
    pub fn new(ms: u64, counter: u16, device: Device) -> Self {
        Self { ms: ms.min(Self::MAX_MS), counter: counter.min(Self::MAX_COUNTER), device }
    }

    /// The stamp of a record without changes: before every other.
    pub fn none() -> Self {
        Self { ms: 0, counter: 0, device: Device(0) }
    }

    /// Milliseconds since 1970, by the clock of the device that made it.
    pub fn ms(self) -> u64 {
        self.ms
    }

    /// Tells apart the changes of one device in one millisecond.
    pub fn counter(self) -> u16 {
        self.counter
    }

    /// The device that made it.
    pub fn device(self) -> Device {
        self.device
    }

    /// Reads the 18 characters.
    ///
    /// # Errors
    /// [`StampError`] when the text has another length or a character outside the alphabet.
    pub fn parse(text: &str) -> Result<Self, StampError> {
        let bytes = text.as_bytes();
        if bytes.len() != CHARS {
            return Err(StampError);
        }
        let (ms, rest) = bytes.split_at(TIME_CHARS);
        let (counter, device) = rest.split_at(COUNTER_CHARS);
        Ok(Self {
            ms: decode(ms)?,
            counter: u16::try_from(decode(counter)?).map_err(|_| StampError)?,
            device: Device(u32::try_from(decode(device)?).map_err(|_| StampError)?),
        })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        encode(self.ms, TIME_CHARS, out)?;
        encode(u64::from(self.counter), COUNTER_CHARS, out)?;
        encode(u64::from(self.device.0), DEVICE_CHARS, out)
    }
}

impl Serialize for Stamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(|_| serde::de::Error::custom("not a stamp"))
    }
}

fn encode(value: u64, chars: usize, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write;
    for place in (0..chars).rev() {
        let digit = (value >> (5 * place)) & 31;
        out.write_char(char::from(ALPHABET[usize::try_from(digit).unwrap_or(0)]))?;
    }
    Ok(())
}

fn decode(bytes: &[u8]) -> Result<u64, StampError> {
    let mut value = 0;
    for byte in bytes {
        let digit = VALUES.get(usize::from(*byte)).filter(|value| **value != NONE).ok_or(StampError)?;
        value = (value << 5) | u64::from(*digit);
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(ms: u64, counter: u16, device: u32) -> Stamp {
        Stamp::new(ms, counter, Device::from_random(device))
    }

    #[test]
    fn text_has_18_characters_and_reads_back() {
        for one in [stamp(0, 0, 0), stamp(1_780_000_000_000, 7, 123_456), stamp(u64::MAX, u16::MAX, u32::MAX)] {
            let text = one.to_string();
            assert_eq!(text.len(), 18);
            assert_eq!(Stamp::parse(&text), Ok(one));
        }
    }

    #[test]
    fn texts_sort_as_stamps_do() {
        let mut stamps = [stamp(5, 0, 9), stamp(5, 1, 0), stamp(4, 1023, 9), stamp(32, 0, 0), stamp(5, 0, 8)];
        let mut texts: Vec<String> = stamps.iter().map(Stamp::to_string).collect();
        stamps.sort();
        texts.sort();
        assert_eq!(texts, stamps.iter().map(Stamp::to_string).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_no_stamp_is_refused() {
        for text in ["", "0", "0000000000000000000", "00000000000000000U", "00000000000000000i", "0000000000é000000"] {
            assert_eq!(Stamp::parse(text), Err(StampError), "{text}");
        }
    }
}
