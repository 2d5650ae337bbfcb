//! Invented events: one of each sort now and then, in the year before the day of entry.

use super::choices::EventType;
use super::fields::Event;
use crate::domain::{Choice, Date, FieldValue};
use crate::kinds::FieldRef;

/// Invents an event.
pub fn invent(below: &mut dyn FnMut(u64) -> u64, today: Date) -> Vec<(FieldRef, String)> {
    let codes = EventType::CODES;
    let place = usize::try_from(below(codes.len() as u64)).unwrap_or(0);
    let starts = today.plus_days(-i64::try_from(below(365)).unwrap_or(0));
    let days = i64::try_from(below(3)).unwrap_or(0);
    let (women, men) = (below(20) + 5, below(20) + 5);
    vec![
        (Event::NAME, format!("Contoh kegiatan {}", below(90) + 10)),
        (Event::TYPE, codes[place].to_owned()),
        (Event::STARTS, starts.text()),
        (Event::ENDS, starts.plus_days(days).text()),
        (Event::ORGANISER, "Dinas Sosial Contoh".to_owned()),
        (Event::INVITED, (women + men + below(5)).to_string()),
        (Event::PRESENT, (women + men).to_string()),
        (Event::WOMEN, women.to_string()),
        (Event::MEN, men.to_string()),
        (Event::RESULT, "Contoh: semua pihak memahami program.".to_owned()),
    ]
}
