//! `schema`: the published schema of the file, made of a frame and of what the kinds of record say of themselves.
//!
//! The frame (`schema.frame.json`) has what is true of every file, and names the places of what is made. Deliberately absent: what a
//! value of a type is allowed to be, which the frame says once and the reader of files checks (`exchange::read`).
use crate::paths;
use buku_kube::kinds::{FieldRef, KindId, Privacy, ValueType};
use buku_kube::lang::{Label, Lang};
use serde_json::json;
use std::fs;

const FRAME: &str = include_str!("schema.frame.json");

/// Where it is published, from the repository's root.
const PUBLISHED: &str = "public/schema/kube-1.schema.json";

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    if let Some(stray) = args.first() {
        return Err(format!("`schema` takes no `{stray}`."));
    }
    let file = paths::root().join(PUBLISHED);
    fs::write(&file, schema()).map_err(|error| format!("{} cannot be written ({error}).", file.display()))
}

/// The whole schema.
fn schema() -> String {
    let made = [
        ("\"@persons\"", persons()),
        ("@kinds", listed()),
        ("[\"@rules\"]", block(8, "[", KindId::ALL.iter().map(|kind| rule(*kind)), "      ]")),
        ("    \"@fields\": {},\n", described().map(fields).collect()),
    ];
    made.iter().fold(FRAME.to_owned(), |schema, (place, text)| schema.replace(place, text))
}

/// The kinds whose fields are described one by one. A receipt's stand in the frame, since it is made of a file's header.
fn described() -> impl Iterator<Item = KindId> {
    KindId::ALL.iter().copied().filter(|kind| *kind != KindId::Receipt)
}

/// The kinds that no recap may hold, with quotes.
fn persons() -> String {
    let mut names: Vec<&str> = KindId::ALL
        .iter()
        .filter(|kind| ![KindId::Group, KindId::Recap].contains(kind))
        .map(|kind| kind.name())
        .collect();
    names.sort_unstable();
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}

/// The names of all kinds, as in a sentence.
fn listed() -> String {
    let names: Vec<&str> = KindId::ALL.iter().map(|kind| kind.name()).collect();
    match names.split_last() {
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// What a record of a kind has to be.
fn rule(kind: KindId) -> String {
    let name = kind.name();
    let has_uuid = kind.is_of_first_version() && kind != KindId::Receipt;
    let id = if has_uuid { "\"id\": { \"$ref\": \"#/$defs/uuid\" }, " } else { "" };
    format!(
        "{{\n          \"if\": {{ \"type\": \"object\", \"properties\": {{ \"kind\": {{ \"const\": \"{name}\" }} }} }},\n          \
         \"then\": {{ \"type\": \"object\", \"properties\": {{ {id}\"changes\": {{ \"type\": \"array\", \"items\": {{ \"type\": \
         \"object\", \"properties\": {{ \"set\": {{ \"$ref\": \"#/$defs/{name}\" }} }} }} }} }} }}\n        }}"
    )
}

/// What a change can set on a record of a kind.
fn fields(kind: KindId) -> String {
    let docs = kind.docs();
    let is_personal = kind.row().fields().any(|field| field.privacy() != Privacy::Open);
    let personal = if is_personal { " Holds personal data (UU 27/2022)." } else { "" };
    let describes = format!(
        "{}{personal} Each field may be missing; null clears it; fields not named here come from newer versions.",
        docs.record()
    );
    let title = format!("Fields: {}", kind.names().one.label(Lang::En));
    let fields = kind.row().fields().map(|field| field_of(field, &docs.field(field.at())));
    format!(
        "    \"{}\": {{\n      \"title\": {},\n      \"description\": {},\n      \"type\": \"object\",\n      \"properties\": {}\n    }},\n",
        kind.name(),
        json!(title),
        json!(describes),
        block(8, "{", fields, "      }"),
    )
}

fn field_of(field: FieldRef, describes: &str) -> String {
    format!(
        "{}: {{ \"title\": {}, \"description\": {}, {} }}",
        json!(field.key()),
        json!(field.label(Lang::En)),
        json!(describes),
        value(field.value_type())
    )
}

/// The members that say what a value of this type is.
fn value(of: ValueType) -> String {
    let named = |name: &str| format!("\"$ref\": \"#/$defs/{name}\"");
    let whole =
        |least: u32, most: u32| format!("\"type\": [\"integer\", \"null\"], \"minimum\": {least}, \"maximum\": {most}");
    match of {
        ValueType::GroupName | ValueType::PersonName => named("line80"),
        ValueType::Line | ValueType::Digits => named("line120"),
        ValueType::Note => "\"type\": [\"string\", \"null\"], \"minLength\": 1".to_owned(),
        ValueType::Rt => named("rt"),
        ValueType::RegionCode => named("region"),
        ValueType::Date => named("date"),
        ValueType::Year => whole(1990, 2100),
        ValueType::Count => named("count"),
        ValueType::Decile => whole(1, 10),
        ValueType::Dependants => whole(0, 30),
        ValueType::YesNo => "\"type\": [\"boolean\", \"null\"]".to_owned(),
        ValueType::Rupiah => named("rupiah"),
        ValueType::Nik | ValueType::FamilyCard => named("sixteenDigits"),
        ValueType::Phone => {
            format!("\"type\": [\"string\", \"null\"], \"pattern\": {}", json!("^\\+[1-9][0-9]{7,14}$"))
        }
        ValueType::Id => named("uuidOrNull"),
        // A newer version has more of them.
        ValueType::Choice(choice) => {
            format!("\"anyOf\": [{{ \"enum\": {} }}, {{ \"type\": [\"string\", \"null\"] }}]", json!(choice.codes))
        }
    }
}

/// Members or items, one a line.
fn block(indent: usize, opens: &str, lines: impl Iterator<Item = String>, closes: &str) -> String {
    let lines: Vec<String> = lines.map(|line| format!("{}{line}", " ".repeat(indent))).collect();
    format!("{opens}\n{}\n{closes}", lines.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schema_is_what_the_kinds_say() {
        let published = fs::read_to_string(paths::root().join(PUBLISHED)).unwrap();
        assert!(published == schema(), "run `cargo xtask schema`, and look at what it changed");
    }

    #[test]
    fn nothing_is_left_of_the_places_in_the_frame() {
        assert!(FRAME.contains("\"@") && !schema().contains("\"@"));
        serde_json::from_str::<serde_json::Value>(&schema()).unwrap();
    }

    #[test]
    fn every_kind_and_field_says_what_it_is() {
        for kind in described() {
            assert!(kind.docs().record().ends_with('.'), "{kind:?}");
            for field in kind.row().fields() {
                assert!(kind.docs().field(field.at()).ends_with('.'), "{field:?}");
            }
        }
    }
}
