//! Version 3: `kube 3 CRC32 HEAD` and a line feed, then the body. What version 2 has, and a list whose parts are packed each by itself.
//!
//! `HEAD` is `BYTES plain`, and the body JSON in ASCII; or `BYTES`, and the body JSON packed; or `BYTES,UNITS,MARK` for each part,
//! parted by `;`, and the body all parts packed, one after the other: `UNITS` is how many characters each takes. The parts, joined by
//! commas within brackets, are the JSON. `BYTES` is the length in UTF-8, `MARK` the [`fingerprint`] of the
//! part's JSON in hexadecimals, so that who writes it anew knows which parts are as they were.

use super::{Stored, checked, plain};
use crate::storage::fingerprint;
use crate::storage::pack::{LIMIT, unpack};
use crate::storage::seal::{PLAIN, StoredTextError};

/// A packed character in UTF-8: all lie between U+0800 and U+FFFF.
const UNIT_BYTES: usize = 3;

/// A part of a list that is packed by itself.
pub(in crate::storage) struct Part<'a> {
    /// The length of its JSON.
    bytes: usize,
    /// The fingerprint of its JSON.
    mark: u64,
    pub packed: &'a str,
}

impl Part<'_> {
    /// Whether this JSON is what it says.
    pub fn says(&self, json: &str) -> bool {
        self.bytes == json.len() && self.mark == fingerprint(json)
    }

    /// What it says.
    pub fn json(&self) -> Option<String> {
        unpack(self.packed, self.bytes)
    }
}

pub(super) fn read<'a>(sum: &str, rest: &'a str) -> Result<Stored<'a, 3>, StoredTextError> {
    let said = |(head, body): (&'a str, &'a str)| match head.strip_suffix(PLAIN) {
        Some(length) => plain(length, body),
        None if head.contains(',') => list(parts(head, body)?),
        None => Some(Stored(unpack(body, head.parse().ok()?)?.into())),
    };
    checked(3, sum, rest).and_then(said).ok_or(StoredTextError::Broken)
}

/// Reads a text that is plain; one that is packed is broken.
pub(super) fn read_plain<'a>(sum: &str, rest: &'a str) -> Result<Stored<'a, 3>, StoredTextError> {
    let said = |(head, body): (&'a str, &'a str)| plain(head.strip_suffix(PLAIN)?, body);
    checked(3, sum, rest).and_then(said).ok_or(StoredTextError::Broken)
}

/// The parts of a text, after its version; none of one that is whole.
pub(in crate::storage) fn parts_of<'a>(sum: &str, rest: &'a str) -> Option<Vec<Part<'a>>> {
    let (head, body) = checked(3, sum, rest)?;
    if head.contains(',') { parts(head, body) } else { None }
}

fn parts<'a>(head: &str, mut body: &'a str) -> Option<Vec<Part<'a>>> {
    let mut parts = Vec::new();
    for told in head.split(';') {
        let mut numbers = told.split(',');
        let (bytes, units, mark) = (numbers.next()?, numbers.next()?, numbers.next()?);
        let units: usize = units.parse().ok()?;
        let (packed, rest) = body.split_at_checked(units.checked_mul(UNIT_BYTES)?)?;
        parts.push(Part { bytes: bytes.parse().ok()?, mark: u64::from_str_radix(mark, 16).ok()?, packed });
        body = rest;
    }
    let is_within =
        parts.iter().try_fold(0_usize, |sum, part| sum.checked_add(part.bytes)).is_some_and(|sum| sum <= LIMIT);
    (body.is_empty() && is_within).then_some(parts)
}

fn list<'a>(parts: Vec<Part>) -> Option<Stored<'a, 3>> {
    let mut json = String::from("[");
    for part in parts {
        if json.len() > 1 {
            json.push(',');
        }
        json += &part.json()?;
    }
    Some(Stored((json + "]").into()))
}
