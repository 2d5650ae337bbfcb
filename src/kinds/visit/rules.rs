//! The rules of a visit, each with its source. Rules that need more than one visit are not here.

use super::choices::Condition;
use super::fields::Visit;
use crate::domain::Date;
use crate::kinds::{Rule, Severity, Values};
use crate::lang::Text;

static NO_DATE: Rule = Rule {
    severity: Severity::Error,
    is_gap: true,
    field: Some(Visit::DATE),
    says: Text::new("Isi tanggal kunjungan.", "Enter the date of the visit."),
    source: "programme notes A3: tanggal W",
};
static AHEAD: Rule = Rule {
    severity: Severity::Warning,
    is_gap: false,
    field: Some(Visit::DATE),
    says: Text::new("Tanggal kunjungan melewati tanggal hari ini.", "The date of the visit lies in the future."),
    source: "programme notes A3: tanggal ≤ hari ini",
};
static OVERDUE: Rule = Rule {
    severity: Severity::Warning,
    is_gap: false,
    field: Some(Visit::DUE),
    says: Text::new("Tenggat tindak lanjut sudah lewat.", "The follow-up is overdue."),
    source: "programme notes A3: tenggat over",
};
static NO_REASON: Rule = Rule {
    severity: Severity::Warning,
    is_gap: true,
    field: Some(Visit::FINDINGS),
    says: Text::new("Usaha tidak berjalan: tulis sebabnya di temuan.", "The business is not running: write why."),
    source: "programme notes A4: sebab tidak aktif",
};

/// Which rules a visit breaks.
pub fn check(values: Values, today: Date) -> Vec<&'static Rule> {
    let visit = Visit::read(|key| values(key)).0;
    let is_overdue = visit.due.is_some_and(|due| due < today) && visit.done.is_none();
    let is_unexplained = visit.condition.is_some_and(|it| it != Condition::Running) && visit.findings.is_none();
    Rule::broken([
        (visit.date.is_none(), &NO_DATE),
        (visit.date.is_some_and(|date| date > today), &AHEAD),
        (is_overdue, &OVERDUE),
        (is_unexplained, &NO_REASON),
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
    fn a_visit_of_today_is_whole_and_one_without_a_day_is_none() {
        assert_eq!(broken(&json!({ "date": "2026-06-05", "condition": "running" })), [] as [&Rule; 0]);
        assert_eq!(broken(&json!({})), [&NO_DATE]);
        assert_eq!(broken(&json!({ "date": "2026-06-06" })), [&AHEAD]);
    }

    #[test]
    fn a_follow_up_is_overdue_until_it_is_done_and_a_business_that_stands_still_needs_a_reason() {
        let due = json!({ "date": "2026-05-01", "due": "2026-06-01" });
        assert_eq!(broken(&due), [&OVERDUE]);
        assert_eq!(
            broken(&json!({ "date": "2026-05-01", "due": "2026-06-01", "done": "2026-06-02" })),
            [] as [&Rule; 0]
        );
        assert_eq!(broken(&json!({ "date": "2026-05-01", "condition": "paused" })), [&NO_REASON]);
    }
}
