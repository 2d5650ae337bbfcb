//! Invented visits: one in the three months before the day of entry, now and then of a business that stands still.

use super::choices::{Condition, Place, Purpose};
use super::fields::Visit;
use crate::domain::{Choice, Date, FieldValue};
use crate::kinds::FieldRef;

/// Invents a visit of a group.
pub fn invent(below: &mut dyn FnMut(u64) -> u64, today: Date) -> Vec<(FieldRef, String)> {
    let mut one = |codes: &[&str]| codes[usize::try_from(below(codes.len() as u64)).unwrap_or(0)].to_owned();
    let (purpose, place) = (one(Purpose::CODES), one(Place::CODES));
    let is_running = below(10) > 0;
    let condition = if is_running { Condition::Running } else { Condition::Paused };
    let findings =
        if is_running { "Contoh: buku kas diisi, usaha berjalan." } else { "Contoh: alat rusak, usaha terhenti." };
    let back = i64::try_from(below(90)).unwrap_or(0);
    vec![
        (Visit::DATE, today.plus_days(-back).text()),
        (Visit::PURPOSE, purpose),
        (Visit::PLACE, place),
        (Visit::CONDITION, condition.code().to_owned()),
        (Visit::FINDINGS, findings.to_owned()),
    ]
}
