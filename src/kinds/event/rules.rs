//! The rules of an event, each with its source. Rules that need more than one record are not here.

use super::fields::Event;
use crate::domain::{Count, Date};
use crate::kinds::{Rule, Severity, Values};
use crate::lang::Text;

static NO_NAME: Rule = Rule {
    severity: Severity::Error,
    is_gap: true,
    field: Some(Event::NAME),
    says: Text::new("Isi nama kegiatan.", "Enter the name of the event."),
    source: "programme notes A6: nama W",
};
static NO_DATE: Rule = Rule {
    severity: Severity::Warning,
    is_gap: true,
    field: Some(Event::STARTS),
    says: Text::new("Tanggal mulai belum diisi.", "The first day is not filled in."),
    source: "programme notes A6: mulai W",
};
static ENDS_BEFORE: Rule = Rule {
    severity: Severity::Warning,
    is_gap: false,
    field: Some(Event::ENDS),
    says: Text::new("Tanggal selesai sebelum tanggal mulai.", "The last day is before the first."),
    source: "programme notes A6: selesai < mulai",
};
static MORE_CAME: Rule = Rule {
    severity: Severity::Warning,
    is_gap: false,
    field: Some(Event::PRESENT),
    says: Text::new("Yang hadir lebih banyak daripada yang diundang.", "More came than were invited."),
    source: "programme notes A6: hadir > peserta",
};
static MORE_THAN_ALL: Rule = Rule {
    severity: Severity::Warning,
    is_gap: false,
    field: Some(Event::MEN),
    says: Text::new("Perempuan dan laki-laki lebih banyak daripada yang hadir.", "Women and men are more than came."),
    source: "programme notes A6: L, P",
};

/// Which rules an event breaks.
pub fn check(values: Values, _today: Date) -> Vec<&'static Rule> {
    let event = Event::read(|key| values(key)).0;
    let number = |count: Option<Count>| count.map(Count::get);
    let (present, women, men) = (number(event.present), number(event.women), number(event.men));
    let of_both = women.unwrap_or(0) + men.unwrap_or(0);
    let is_before = event.starts.zip(event.ends).is_some_and(|(starts, ends)| ends < starts);
    Rule::broken([
        (event.name.is_none(), &NO_NAME),
        (event.starts.is_none(), &NO_DATE),
        (is_before, &ENDS_BEFORE),
        (present.zip(number(event.invited)).is_some_and(|(present, invited)| present > invited), &MORE_CAME),
        (present.is_some_and(|present| of_both > present), &MORE_THAN_ALL),
    ])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::*;

    fn broken(set: &Value) -> Vec<&'static Rule> {
        let values: BTreeMap<String, Value> = set.as_object().unwrap().clone().into_iter().collect();
        check(&|key| values.get(key), Date::new(2026, 6, 5).unwrap())
    }

    #[test]
    fn an_event_needs_a_name_and_a_day() {
        assert_eq!(broken(&json!({ "name": "Bimtek", "starts": "2014-06-05" })), [] as [&Rule; 0]);
        assert_eq!(broken(&json!({})), [&NO_NAME, &NO_DATE]);
    }

    #[test]
    fn days_and_numbers_have_to_go_together() {
        let with = |more: Value| {
            let mut all = json!({ "name": "Bimtek", "starts": "2014-06-05" });
            all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            broken(&all)
        };
        assert_eq!(with(json!({ "ends": "2014-06-04" })), [&ENDS_BEFORE]);
        assert_eq!(with(json!({ "ends": "2014-06-05", "present": 32 })), [] as [&Rule; 0]);
        assert_eq!(with(json!({ "invited": 32, "present": 33 })), [&MORE_CAME]);
        assert_eq!(with(json!({ "present": 32, "women": 20, "men": 13 })), [&MORE_THAN_ALL]);
    }
}
