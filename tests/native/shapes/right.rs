//! Short names for what is right, for the shapes.

use serde_json::{Value, json};

use super::people::Person;
use crate::offices::expect::{Expect, Values};

pub const SIDODADI: &str = "64.72.03.1005";
pub const AIR_PUTIH: &str = "64.72.03.1004";
pub const RAWA_MAKMUR: &str = "64.72.01.1001";

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn values(values: Value) -> Values {
    serde_json::from_value(values).unwrap()
}

/// The KUBE is asked for; the rest is expected with "KUBE Contoh" given.
pub fn asks() -> Expect {
    Expect::AsksGroup("KUBE Contoh".to_owned())
}

pub fn groups(names: &[&str]) -> Expect {
    Expect::Groups(owned(names))
}

/// These people become members, and nobody else.
pub fn people_are(people: &[Person]) -> Expect {
    Expect::Members(people.iter().map(|person| person.name.clone()).collect())
}

pub fn members(names: &[&str]) -> Expect {
    Expect::Members(owned(names))
}

pub fn size(group: &str, count: usize) -> Expect {
    Expect::Size(group.to_owned(), count)
}

pub fn nobody(names: &[&str]) -> Expect {
    Expect::Nobody(owned(names))
}

pub fn member(name: &str, of: Value) -> Expect {
    Expect::Member(name.to_owned(), values(of))
}

pub fn each(of: Value) -> Expect {
    Expect::Each(values(of))
}

pub fn group(name: &str, of: Value) -> Expect {
    Expect::Group(name.to_owned(), values(of))
}

pub fn column(heading: &str, code: &str) -> Expect {
    Expect::Column(heading.to_owned(), code.to_owned())
}

pub fn not_taken(heading: &str) -> Expect {
    column(heading, "")
}

pub fn not(heading: &str, code: &str) -> Expect {
    Expect::NotColumn(heading.to_owned(), code.to_owned())
}

pub fn told(name: &str, heading: &str) -> Expect {
    Expect::Told(name.to_owned(), heading.to_owned())
}

pub fn whole(name: &str) -> Expect {
    Expect::Whole(name.to_owned())
}

pub fn sheet(name: &str) -> Expect {
    Expect::Sheet(name.to_owned())
}

pub fn title(of: Value) -> Expect {
    Expect::Title(values(of))
}

pub fn refused(words: &[&str]) -> Expect {
    Expect::Refused(owned(words))
}

/// Right either way.
pub fn either(ways: &[&[Expect]]) -> Expect {
    Expect::Either(ways.iter().map(|way| way.to_vec()).collect())
}

/// A value that is taken as it should be, or told.
pub fn taken_or_told(name: &str, heading: &str, of: Value) -> Expect {
    either(&[&[member(name, of)], &[told(name, heading)]])
}

/// Each person has what is invented of him: `nik`, `card`, `birth_date`, `sex`.
pub fn as_they_are(people: &[Person], keys: &[&str]) -> Vec<Expect> {
    let of = |person: &Person| {
        let all = json!({
            "nik": person.nik,
            "card": person.card,
            "birth_date": person.born.iso(),
            "sex": person.sex_of_book(),
        });
        let mut of = values(all);
        of.retain(|key, _| keys.contains(&key.as_str()));
        Expect::Member(person.name.clone(), of)
    };
    people.iter().map(of).collect()
}
