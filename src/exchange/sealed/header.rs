//! What the header of a JWE asks for, and whether it is what we do.

use serde_json::{Map, Value};

use super::{ALG, ENC, LEAST_ROUNDS, MOST_ROUNDS, SealError, base64};

/// Letters of a protected header; ours has 170.
const LONGEST: usize = 4_096;
/// Bytes of salt.
const SALT: std::ops::RangeInclusive<usize> = 8..=512;

/// The protected header, which is JSON in base64; nothing in it where there is none.
pub(super) fn protected(text: &str) -> Result<Map<String, Value>, SealError> {
    if text.is_empty() {
        return Ok(Map::new());
    }
    if text.len() > LONGEST {
        return Err(SealError::Damaged);
    }
    let bytes = base64::decode(text).ok_or(SealError::Damaged)?;
    serde_json::from_slice(&bytes).map_err(|_| SealError::Damaged)
}

/// One header of the three that may be given; the same name must not stand in two (RFC 7516, section 7.2.1).
pub(super) fn united(parts: [Map<String, Value>; 3]) -> Result<Map<String, Value>, SealError> {
    let mut all = Map::new();
    for (name, value) in parts.into_iter().flatten() {
        if all.insert(name, value).is_some() {
            return Err(SealError::Damaged);
        }
    }
    Ok(all)
}

/// Salt and rounds, if the method is ours. What has to be understood (`crit`) and what would have to be unpacked (`zip`) is
/// another method.
pub(super) fn salt_and_rounds(header: &Map<String, Value>) -> Result<(Vec<u8>, u32), SealError> {
    let text = |name: &str| header.get(name).and_then(Value::as_str);
    if text("alg") != Some(ALG) || text("enc") != Some(ENC) || header.contains_key("crit") || header.contains_key("zip")
    {
        return Err(SealError::OtherWay);
    }
    let salt = text("p2s").and_then(base64::decode).filter(|salt| SALT.contains(&salt.len()));
    let rounds = header.get("p2c").and_then(Value::as_u64).ok_or(SealError::Damaged)?;
    let rounds = u32::try_from(rounds).ok().filter(|rounds| (LEAST_ROUNDS..=MOST_ROUNDS).contains(rounds));
    Ok((salt.ok_or(SealError::Damaged)?, rounds.ok_or(SealError::Rounds)?))
}
