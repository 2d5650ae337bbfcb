//! Random bytes from the browser's `crypto`.

use crate::domain::Id;
use crate::history::{Clock, Device};

use super::{now_ms, window};

/// A new id: the time now and ten random bytes (UUID v7).
pub fn random_id() -> Id {
    Id::v7(now_ms(), bytes())
}

/// A new device.
pub fn random_device() -> Device {
    let [one, two, three, four, ..] = bytes::<4>();
    Device::from_random(u32::from_be_bytes([one, two, three, four]))
}

/// A lane for a clock, to begin with.
pub(super) fn lane() -> u16 {
    let [byte] = bytes();
    u16::from(byte) % Clock::LANES
}

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let filled = window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !filled {
        // A browser without `crypto` is older than any that runs this app; `Math.random` is still better than zeros.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 255.99…, cut to a byte
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
    bytes
}
