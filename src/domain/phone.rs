//! Phone numbers: Indonesian mobile and landline numbers, and those of other countries.
//!
//! Relies on the Indonesian shapes only (mobile numbers start with 08); which operator or town a number belongs to is no
//! concern. A shared or a changed number is normal here, so a phone identifies nobody.

use std::fmt;

use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;
use super::typed::as_number;

/// A phone number with its country.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(
    /// The international digits without `+`; no country code starts with 0.
    u64,
);

impl Phone {
    /// `0812-••••-7890`, of a landline or a foreign number the first four signs and the last two digits.
    pub fn masked(self) -> String {
        let shown = self.text();
        let shown_at_end = if self.mobile().is_some() { shown.len() - 9 } else { 2 };
        let hidden = 4..shown.len() - shown_at_end;
        let mask = |(at, c): (usize, char)| if c != '-' && hidden.contains(&at) { '•' } else { c };
        shown.char_indices().map(mask).collect()
    }

    /// The number as a telephone dials it from anywhere: `+6281234567890`.
    pub fn dialled(self) -> String {
        ["+", &self.0.to_string()].concat()
    }

    /// The digits by which WhatsApp knows it, `6281234567890`; nothing of an Indonesian landline, which seldom has it.
    pub fn on_whatsapp(self) -> Option<String> {
        (self.mobile().is_some() || self.national().is_none()).then(|| self.0.to_string())
    }

    /// The digits as dialled within Indonesia, `081234567890`.
    fn national(self) -> Option<String> {
        Some(["0", self.0.to_string().strip_prefix("62")?].concat())
    }

    /// The same, of a mobile number only.
    fn mobile(self) -> Option<String> {
        self.national().filter(|digits| digits.starts_with("08"))
    }
}

/// `0812-3456-7890`, `0541-123456`; from abroad `+60123456789`.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// Masked: a panic or a log must not tell a number.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl FieldValue for Phone {
    /// Reads `0812…`, `812…`, `62812…`, `+62812…`, `0541…` and `+60…`; spaces, dots, dashes and brackets may stand anywhere.
    fn parse(text: &str) -> Result<Self, Fault> {
        let mut digits = String::with_capacity(16);
        for c in as_number(text).chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() => digits.push(c),
                '.' | '-' | '(' | ')' | '\u{2010}'..='\u{2015}' => {}
                c if c.is_whitespace() => {}
                _ => return Err(Fault::NotAPhone),
            }
        }
        if let Some(rest) = digits.strip_prefix("+62").or_else(|| digits.strip_prefix("62")) {
            // People write +62 (0)812 too.
            indonesian(rest.strip_prefix('0').unwrap_or(rest))
        } else if let Some(rest) = digits.strip_prefix('+') {
            let fits = (8..=15).contains(&rest.len()) && !rest.starts_with('0');
            if fits { number(rest) } else { Err(Fault::NotAPhone) }
        } else if digits.starts_with('8') {
            indonesian(&digits)
        } else {
            indonesian(digits.strip_prefix('0').ok_or(Fault::NotAPhone)?)
        }
    }

    fn text(&self) -> String {
        let Some(national) = self.national() else {
            return ["+", &self.0.to_string()].concat();
        };
        let (head, tail) = national.split_at(area_digits(&national));
        match tail.split_at_checked(4) {
            Some((middle, end)) if head.starts_with("08") => [head, middle, end].join("-"),
            _ => [head, tail].join("-"),
        }
    }

    fn from_json(value: &Value) -> Result<Self, Fault> {
        let text = value.as_str().ok_or(Fault::WrongType)?;
        let digits = text.strip_prefix('+').ok_or(Fault::NotAPhone)?;
        let phone = Self::parse(text)?;
        if phone.0.to_string() == digits { Ok(phone) } else { Err(Fault::NotAPhone) }
    }

    fn to_json(&self) -> Value {
        Value::String(["+", &self.0.to_string()].concat())
    }
}

/// A number of Indonesia from its digits after the 0: mobile 10 to 13 digits with the 0, landline 8 to 13.
fn indonesian(rest: &str) -> Result<Phone, Fault> {
    let fits = match rest.bytes().next() {
        Some(b'8') => (9..=12).contains(&rest.len()),
        Some(b'2'..=b'9') => (7..=12).contains(&rest.len()),
        _ => false,
    };
    if fits { number(&["62", rest].concat()) } else { Err(Fault::NotAPhone) }
}

fn number(digits: &str) -> Result<Phone, Fault> {
    digits.parse().map(Phone).map_err(|_| Fault::NotAPhone)
}

/// How many digits stand before the first dash: the area code, of a mobile number the first four.
fn area_digits(national: &str) -> usize {
    // Jakarta, Bandung, Semarang, Surabaya, Medan: the only area codes of three digits.
    if ["021", "022", "024", "031", "061"].iter().any(|area| national.starts_with(area)) { 3 } else { 4 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    fn phone(text: &str) -> Phone {
        Phone::parse(text).unwrap()
    }

    #[test]
    fn a_mobile_number_is_read_however_it_is_written() {
        for text in [
            "081234567890",
            "81234567890",
            "6281234567890",
            "+6281234567890",
            "0812-3456-7890",
            "0812 3456 7890",
            "(0812) 3456.7890",
            "+62 812-3456-7890",
            "+62 (0)812 3456 7890",
            "62-0812-3456-7890",
        ] {
            assert_eq!(phone(text).to_string(), "0812-3456-7890", "{text}");
        }
    }

    #[test]
    fn landlines_and_other_countries_are_phones_too() {
        for (text, shown, stored) in [
            ("0541-123456", "0541-123456", "+62541123456"),
            ("(021) 1234567", "021-1234567", "+62211234567"),
            ("+62 541 123456", "0541-123456", "+62541123456"),
            ("+60 12-345 6789", "+60123456789", "+60123456789"),
            ("+1 (555) 010-9999", "+15550109999", "+15550109999"),
        ] {
            assert_eq!(phone(text).to_string(), shown);
            assert_eq!(phone(text).to_json(), Value::from(stored));
            laws::hold(&phone(text));
        }
    }

    #[test]
    fn a_mobile_number_is_called_and_written_to_and_a_landline_called() {
        for (text, dialled, whatsapp) in [
            ("0812-3456-7890", "+6281234567890", Some("6281234567890")),
            ("0541-123456", "+62541123456", None),
            ("+60 12-345 6789", "+60123456789", Some("60123456789")),
        ] {
            assert_eq!((phone(text).dialled().as_str(), phone(text).on_whatsapp().as_deref()), (dialled, whatsapp));
        }
    }

    #[test]
    fn too_few_or_too_many_digits_are_no_phone() {
        for text in [
            "",
            "+",
            "-",
            "0",
            "08123456",
            "081234567",
            "08123456789012",
            "0541123",
            "05411234567890",
            "541123456",
            "0112345678",
            "00628123456789",
            "+1234567",
            "+1234567890123456",
            "+0812345678",
            "++62812345678",
            "62+81234567890",
            "0812x34567890",
            "0812/34567890",
            "tidak ada",
        ] {
            assert_eq!(Phone::parse(text), Err(Fault::NotAPhone), "{text}");
        }
        assert_eq!(phone("0812345678").to_string(), "0812-3456-78");
        assert_eq!(phone("0812345678901").to_string(), "0812-3456-78901");
    }

    #[test]
    fn a_phone_is_masked_in_the_middle() {
        for (text, masked) in [
            ("081234567890", "0812-••••-7890"),
            ("0812345678", "0812-••••-78"),
            ("0541123456", "0541-••••56"),
            ("02112345", "021-•••45"),
            ("+60123456789", "+601••••••89"),
        ] {
            assert_eq!(phone(text).masked(), masked);
        }
        assert_eq!(format!("{:?}", phone("081234567890")), "0812-••••-7890");
    }

    #[test]
    fn the_stored_form_is_international_and_nothing_else() {
        assert_eq!(phone("0812-3456-7890").to_json(), Value::from("+6281234567890"));
        for text in ["081234567890", "6281234567890", "+62 81234567890", "+62081234567890", "+62", ""] {
            assert_eq!(Phone::from_json(&text.into()), Err(Fault::NotAPhone), "{text}");
        }
        laws::refuse_other_types(&phone("081234567890"));
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_laws_hold_for_every_phone(text in "(08|8|62|\\+62|0|\\+)[ 0-9().-]{6,16}|\\PC{0,16}") {
            if let Ok(phone) = Phone::parse(&text) {
                laws::hold(&phone);
                assert!(phone.masked().contains('•'));
            }
        }
    }
}
