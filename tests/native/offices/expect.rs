//! What is expected of a list, in terms of an office and not of the code. Each form is checked by itself, and says what it found.

use std::collections::BTreeMap;

use buku_kube::domain::FieldValue;
use buku_kube::lists::{Outcome, Reason, Target};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::way::{Group, List, Read, open, plain, plain_group, tells};

/// Values by the keys of a file; `null` is that there is none.
pub type Values = BTreeMap<String, Value>;

/// One thing that is right.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expect {
    /// The sheet that is shown first.
    Sheet(String),
    /// No column names the groups: nobody is taken until a person gives this name; all else is expected after that.
    AsksGroup(String),
    /// These groups are made and no other, each as often as it stands here.
    Groups(Vec<String>),
    /// These people become members and nobody else.
    Members(Vec<String>),
    /// So many people become members of the group.
    Size(String, usize),
    /// No member, officer or group is called so.
    Nobody(Vec<String>),
    /// A member has these values.
    Member(String, Values),
    /// Every member has these values.
    Each(Values),
    /// A group has these values.
    Group(String, Values),
    /// The column under this heading is taken for this; empty for "not taken".
    Column(String, String),
    /// It is taken for anything but this.
    NotColumn(String, String),
    /// Of the row of this name the page tells something: of the column of this heading, or of any if it is empty.
    Told(String, String),
    /// The row of this name is taken whole.
    Whole(String),
    /// What the title says of all rows: `region`, `programme`, `year`, `group`.
    Title(Values),
    /// The file is refused by a sentence with all of these; one of several words is parted by `|`.
    Refused(Vec<String>),
    /// All of one of these is right.
    Either(Vec<Vec<Expect>>),
}

/// A list as it came: opened and read, or refused with a sentence.
enum Came {
    Read(Box<List>, Box<Read>),
    Refused(String),
}

/// What is not as expected of the file; empty if all is.
pub fn check(name: &str, bytes: &[u8], expected: &[Expect]) -> Vec<String> {
    let mut wrong = Vec::new();
    let came = match open(name, bytes) {
        Err(sentence) => Came::Refused(sentence),
        Ok(mut list) => {
            let mut mapping = list.mapping();
            let mut read = list.read(mapping.clone());
            for expect in expected {
                if let Expect::AsksGroup(given) = expect {
                    wrong.extend(asks_group(&read));
                    mapping.whole.group.clone_from(given);
                    read = list.read(mapping.clone());
                }
            }
            Came::Read(Box::new(list), Box::new(read))
        }
    };
    wrong.extend(expected.iter().filter_map(|expect| expect.wrong(&came)));
    wrong
}

/// Nobody is taken for want of a group, and nothing is made a group.
fn asks_group(read: &Read) -> Option<String> {
    let is_asked = read.rows.iter().any(|row| row.left_out == Some(Reason::NoGroup));
    let made: Vec<_> = read.groups.iter().map(named).collect();
    (!is_asked || !made.is_empty()).then(|| format!("the KUBE is not asked for; made: {made:?}"))
}

fn named(group: &Group) -> String {
    text(&group.fields, "name")
}

fn text(fields: &Map<String, Value>, key: &str) -> String {
    fields.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn differing(fields: &Map<String, Value>, values: &Values) -> Option<String> {
    let is = |key: &str, value: &Value| {
        let own = fields.get(key).filter(|own| !own.is_null());
        match (own, value) {
            (None, Value::Null) => true,
            (Some(Value::String(own)), Value::String(value)) if key == "name" => plain(own) == plain(value),
            (own, value) => own == Some(value),
        }
    };
    let wrong: Vec<String> = values
        .iter()
        .filter(|(key, value)| !is(key, value))
        .map(|(key, value)| format!("{key} is {}, not {value}", fields.get(key).unwrap_or(&Value::Null)))
        .collect();
    (!wrong.is_empty()).then(|| wrong.join(", "))
}

fn sorted(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

impl Expect {
    /// What is wrong; `None` if it is as expected.
    fn wrong(&self, came: &Came) -> Option<String> {
        let (list, read) = match (came, self) {
            (_, Self::Either(ways)) => {
                let wrong: Vec<String> = ways
                    .iter()
                    .map(|way| way.iter().filter_map(|expect| expect.wrong(came)).collect::<Vec<_>>().join("; "))
                    .collect();
                return wrong.iter().all(|wrong| !wrong.is_empty()).then(|| wrong.join(" | "));
            }
            (Came::Refused(sentence), Self::Refused(words)) => {
                let has = |word: &String| word.split('|').any(|word| plain(sentence).contains(&plain(word)));
                return (!words.iter().all(has)).then(|| format!("refused without {words:?}: {sentence}"));
            }
            (Came::Refused(sentence), _) => return Some(format!("refused: {sentence}")),
            (Came::Read(..), Self::Refused(_)) => return Some("opened, and not refused".to_owned()),
            (Came::Read(list, read), _) => (list, read),
        };
        match self {
            Self::Sheet(name) => (list.sheet() != name).then(|| format!("shows the sheet {:?}", list.sheet())),
            Self::Groups(names) => {
                let made = sorted(read.groups.iter().map(|group| plain_group(&named(group))));
                let wanted = sorted(names.iter().map(|name| plain_group(name)));
                (made != wanted).then(|| format!("groups {made:?}, not {wanted:?}"))
            }
            Self::Members(names) => {
                let made = sorted(read.members().map(|(member, _)| plain(&text(member, "name"))));
                let wanted = sorted(names.iter().map(|name| plain(name)));
                (made != wanted).then(|| format!("members {made:?}, not {wanted:?}{}", left_out(read)))
            }
            Self::Size(group, count) => {
                let found = read.groups.iter().find(|own| plain_group(&named(own)) == plain_group(group));
                let size = found.map(|group| group.members.len());
                (size != Some(*count)).then(|| format!("{group} has {size:?} members, not {count}"))
            }
            Self::Nobody(names) => {
                let made = read.members().map(|(member, _)| text(member, "name"));
                let made: Vec<String> = made.chain(read.groups.iter().map(named)).map(|name| plain(&name)).collect();
                let found: Vec<_> = names.iter().filter(|name| made.contains(&plain(name))).collect();
                (!found.is_empty()).then(|| format!("{found:?} became members or groups"))
            }
            Self::Member(name, values) => {
                let found = read.members().find(|(member, _)| plain(&text(member, "name")) == plain(name));
                match found {
                    None => Some(format!("{name} is no member{}", left_out(read))),
                    Some((member, _)) => differing(member, values).map(|wrong| format!("{name}: {wrong}")),
                }
            }
            Self::Each(values) => {
                let wrong: Vec<String> = read
                    .members()
                    .filter_map(|(member, _)| {
                        differing(member, values).map(|wrong| text(member, "name") + ": " + &wrong)
                    })
                    .collect();
                (!wrong.is_empty()).then(|| wrong.join("; "))
            }
            Self::Group(name, values) => {
                match read.groups.iter().find(|group| plain_group(&named(group)) == plain_group(name)) {
                    None => Some(format!("{name} is no group")),
                    Some(group) => differing(&group.fields, values).map(|wrong| format!("{name}: {wrong}")),
                }
            }
            Self::Column(heading, code) => {
                let targets: Vec<Target> = list.columns(heading).into_iter().map(|at| list.target(at)).collect();
                let wanted = Target::from_code(code);
                (targets.is_empty() || !targets.contains(&wanted))
                    .then(|| format!("{heading:?} is {targets:?}, not {code:?}; there are {}", shown(list)))
            }
            Self::NotColumn(heading, code) => {
                let columns = list.columns(heading);
                let is_it = columns.iter().any(|at| list.target(*at) == Target::from_code(code));
                (columns.is_empty() || is_it)
                    .then(|| format!("{heading:?} is taken for {code:?}; there are {}", shown(list)))
            }
            Self::Told(name, heading) => match read.row(name) {
                None => Some(format!("no row is called {name}; there are {:?}", names_of(read))),
                Some(row) if tells(list, row, heading) => None,
                Some(row) => {
                    Some(format!("{name}: nothing is told of {heading:?}, it is {:?}: {:?}", row.outcome, row.problems))
                }
            },
            Self::Whole(name) => match read.row(name) {
                None => Some(format!("no row is called {name}; there are {:?}", names_of(read))),
                Some(row) if row.outcome == Outcome::Whole => None,
                Some(row) => Some(format!("{name} is {:?}: {:?} {:?}", row.outcome, row.left_out, row.problems)),
            },
            Self::Title(values) => {
                let whole = &list.opened.guessed.guess.mapping.whole;
                let said = json!({
                    "region": whole.region.map(|region| region.text()),
                    "programme": whole.programme.map(buku_kube::domain::Programme::code),
                    "year": whole.year.map(buku_kube::domain::Year::get),
                    "group": Some(&whole.group).filter(|group| !group.is_empty()),
                });
                let Value::Object(said) = said else { panic!() };
                differing(&said, values).map(|wrong| format!("of the whole: {wrong}"))
            }
            Self::AsksGroup(_) | Self::Refused(_) | Self::Either(_) => None,
        }
    }
}

fn names_of(read: &Read) -> Vec<&str> {
    read.rows.iter().map(|row| row.name.as_str()).collect()
}

fn shown(list: &List) -> String {
    let one = |at: usize| format!("{} → {}", list.heading(at), list.target(at).code());
    (0..list.opened.guessed.columns.len()).map(one).collect::<Vec<_>>().join(", ")
}

fn left_out(read: &Read) -> String {
    let rows = read.rows.iter().filter_map(|row| Some(format!("{} {:?}", row.name, row.left_out.as_ref()?)));
    let rows: Vec<String> = rows.collect();
    if rows.is_empty() { String::new() } else { format!("; left out: {}", rows.join(", ")) }
}
