//! Fields in conflict: how many, where each value was typed, and values that can be told apart though they are masked.

use super::Lang;
use crate::domain::Moment;

impl Lang {
    /// "3 isian yang berbeda di 2 KUBE".
    pub fn in_conflict(self, fields: usize, groups: usize) -> String {
        if groups == 0 {
            // Of records that belong to no group.
            return match (self, fields) {
                (Self::Id, _) => format!("{} isian yang berbeda", self.number(fields)),
                (Self::En, 1) => "1 value in conflict".to_owned(),
                (Self::En, _) => format!("{} values in conflict", self.number(fields)),
            };
        }
        let (fields_text, groups) = (self.number(fields), self.number(groups));
        match (self, fields) {
            (Self::Id, _) => format!("{fields_text} isian yang berbeda di {groups} KUBE"),
            (Self::En, 1) => format!("1 value in conflict in {groups} KUBE"),
            (Self::En, _) => format!("{fields_text} values in conflict in {groups} KUBE"),
        }
    }

    /// Where and when something was typed; `name` is whose device that is, as its files say.
    pub fn typed_by(self, here: bool, device: &str, name: Option<&str>, at: Moment) -> String {
        let when = self.moment(at);
        let place = match (here, self, name) {
            (true, ..) => self.texts().conflict_this_device.to_owned(),
            (false, Self::Id, name) => format!("di perangkat {}", name.unwrap_or(device)),
            (false, Self::En, Some(name)) => format!("on the device of {name}"),
            (false, Self::En, None) => format!("on device {device}"),
        };
        format!("{place}, {when}")
    }
}

/// What is shown of values that are nobody else's business, so that they can be told apart: masked, and whole at the places
/// where two that would look the same differ.
pub fn told_apart(whole: &[String], masked: &[String]) -> Vec<String> {
    let letters = |text: &String| text.chars().collect::<Vec<_>>();
    let (whole, shown): (Vec<_>, Vec<_>) = (whole.iter().map(letters).collect(), masked.iter().map(letters).collect());
    let told = |(place, own): (usize, &Vec<char>)| {
        let mut text = own.clone();
        for (other, theirs) in shown.iter().enumerate().filter(|(other, theirs)| *other != place && *theirs == own) {
            let (mine, yours) = (&whole[place], &whole[other]);
            // Where one is written otherwise than it is masked, no place of the one is a place of the other.
            if mine.len() != theirs.len() || yours.len() != theirs.len() {
                continue;
            }
            for (at, letter) in text.iter_mut().enumerate() {
                if mine[at] != yours[at] {
                    *letter = mine[at];
                }
            }
        }
        text.into_iter().collect()
    };
    shown.iter().enumerate().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::masked;

    fn apart(values: &[&str]) -> Vec<String> {
        let whole: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let shown: Vec<String> = whole.iter().map(|value| masked(value)).collect();
        told_apart(&whole, &shown)
    }

    #[test]
    fn two_numbers_that_differ_in_their_middle_show_where() {
        assert_eq!(apart(&["6472030506909001", "6472030506809001"]), ["6472••••••9•••01", "6472••••••8•••01"]);
        assert_eq!(apart(&["12345", "12346"]), ["••••5", "••••6"], "also one that is masked whole");
    }

    #[test]
    fn numbers_that_look_different_show_nothing_more() {
        assert_eq!(apart(&["6472030506909001", "6472030506909002"]), ["6472••••••••••01", "6472••••••••••02"]);
        assert_eq!(apart(&["123456789", "12345678"]), ["1234•••89", "1234••78"]);
    }

    #[test]
    fn of_three_each_differs_from_both_others() {
        let told = apart(&["6472030506909001", "6472030506809001", "6472030516909001"]);
        assert!(told[0] != told[1] && told[1] != told[2] && told[0] != told[2], "{told:?}");
    }

    #[test]
    fn a_value_is_told_with_whose_device_it_is_of() {
        let at = Moment { ms: 1_780_619_520_000, offset_minutes: 480 };
        assert_eq!(
            Lang::Id.typed_by(false, "000007", Some("Contoh Satu"), at),
            "di perangkat Contoh Satu, 5 Juni 2026 08.32"
        );
        assert_eq!(
            Lang::En.typed_by(false, "000007", Some("Contoh Satu"), at),
            "on the device of Contoh Satu, 5 June 2026 08:32"
        );
        assert_eq!(Lang::En.typed_by(false, "000007", None, at), "on device 000007, 5 June 2026 08:32");
        assert_eq!(Lang::En.typed_by(true, "000007", Some("Contoh"), at), "on this device, 5 June 2026 08:32");
        assert_eq!(Lang::En.in_conflict(1, 1), "1 value in conflict in 1 KUBE");
        assert_eq!(Lang::Id.in_conflict(2, 0), "2 isian yang berbeda");
        assert_eq!(Lang::Id.in_conflict(1234, 20), "1.234 isian yang berbeda di 20 KUBE");
    }
}
