//! Telling a locked file from others, and taking it apart: flattened and general JSON, and the compact form.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::{IV, Lock, SealError, Sealed, TAG, WRAPPED, base64, header};
use crate::exchange::limits::{Limits, is_too_deep};
use crate::exchange::read::decode;

/// Whether these bytes are a locked file, whatever it is called, with a byte order mark, with CRLF, laid out anew, or cut.
///
/// The names of its first members decide, so that a file of records is not read through for it.
pub fn is_sealed(bytes: &[u8]) -> bool {
    if bytes.len() > Limits::BYTES {
        return false;
    }
    let is_sealed = |text: String| {
        let text = bare(&text);
        if !text.starts_with('{') {
            return compact(text).is_some() || is_cut_compact(text);
        }
        let mut found = false;
        // Stops as soon as it knows, which the parser takes for a fault; so does a file that was cut.
        let _ = serde_json::Deserializer::from_str(text).deserialize_map(Look(&mut found));
        found
    };
    decode(bytes).is_ok_and(is_sealed)
}

/// The text without what may stand around it.
fn bare(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

/// Looks for the member that every JWE has and that no file of records has.
struct Look<'a>(&'a mut bool);

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            *self.0 = name == "ciphertext";
            if *self.0 || name == "records" {
                break;
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

/// A JWE as it stands.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Raw {
    protected: String,
    unprotected: Map<String, Value>,
    header: Map<String, Value>,
    encrypted_key: String,
    recipients: Vec<Recipient>,
    aad: Option<String>,
    iv: String,
    ciphertext: Option<String>,
    tag: String,
}

/// One for whom the key is wrapped.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Recipient {
    header: Map<String, Value>,
    encrypted_key: String,
}

impl Sealed {
    /// Takes a locked file apart.
    ///
    /// # Errors
    /// The first [`SealError`] found; never [`SealError::WrongPassphrase`] or [`SealError::Unsupported`].
    pub fn parse(bytes: &[u8]) -> Result<Self, SealError> {
        if bytes.len() > Limits::BYTES {
            return Err(SealError::TooLarge);
        }
        let text = decode(bytes).map_err(|_| SealError::Damaged)?;
        let mut raw = raw(bare(&text))?;
        if raw.recipients.len() > 1 {
            return Err(SealError::OtherWay);
        }
        if let Some(only) = raw.recipients.pop() {
            (raw.header, raw.encrypted_key) = (only.header, only.encrypted_key);
        }
        let header = header::united([header::protected(&raw.protected)?, raw.unprotected, raw.header])?;
        let (salt, rounds) = header::salt_and_rounds(&header)?;
        let lock = Lock { protected: raw.protected, aad: raw.aad, salt, rounds };
        let part = |text: &str, length: usize| {
            base64::decode(text).filter(|bytes| bytes.len() == length).ok_or(SealError::Damaged)
        };
        let mut contents = raw.ciphertext.as_deref().and_then(base64::decode).ok_or(SealError::Damaged)?;
        contents.extend(part(&raw.tag, TAG)?);
        Ok(Self { lock, key: part(&raw.encrypted_key, WRAPPED)?, iv: part(&raw.iv, IV)?, contents })
    }
}

fn raw(text: &str) -> Result<Raw, SealError> {
    if let Some([protected, encrypted_key, iv, ciphertext, tag]) = compact(text) {
        return Ok(Raw { protected, encrypted_key, iv, ciphertext: Some(ciphertext), tag, ..Raw::default() });
    }
    if is_cut_compact(text) {
        return Err(SealError::Truncated);
    }
    if is_too_deep(text) {
        return Err(SealError::Damaged);
    }
    serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => SealError::Truncated,
        _ => SealError::Damaged,
    })
}

/// Letters of the shortest header that names a method, a cipher, salt and rounds.
const SHORTEST: usize = 80;

/// Whether it begins in the compact form, with a header of an object whose first name has no space before it, and has too
/// few parts: it was cut, or only its beginning was looked at.
fn is_cut_compact(text: &str) -> bool {
    let parts = text.matches('.').count() + 1;
    text.starts_with("eyJ")
        && (2..5).contains(&parts)
        && text.find('.') >= Some(SHORTEST)
        && text.bytes().all(|byte| byte == b'.' || base64::is_letter(byte))
}

/// The five parts of the compact form, between full stops.
fn compact(text: &str) -> Option<[String; 5]> {
    // The header is an object, which in base64 begins so.
    if !text.starts_with("ey") || !text.bytes().all(|byte| byte == b'.' || base64::is_letter(byte)) {
        return None;
    }
    let parts: Vec<String> = text.split('.').map(str::to_owned).collect();
    parts.try_into().ok()
}
