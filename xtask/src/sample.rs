//! `sample`: a file of invented data, as large as one likes; the same numbers and seed make the same bytes.
//!
//! Deliberately absent: the making of the data, which is `buku_kube::sample`.
use buku_kube::domain::Id;
use buku_kube::exchange::{From, Header, Kind, write};
use buku_kube::history::{Device, Record};
use buku_kube::kinds::About;
use buku_kube::sample::{Sample, sample, sample_of_five_years};
use std::io::Write as _;
use std::path::PathBuf;
use std::{fs, io};

const USAGE: &str = "`sample` takes `--groups N --members M --seed S [--five-years] [--out FILE]`.";

/// What a person asks for.
#[derive(Debug, PartialEq, Eq)]
struct Wish {
    groups: usize,
    /// Of all groups together.
    members: usize,
    seed: u64,
    /// With five years of months, visits and aids.
    has_years: bool,
    /// Standard output if there is none.
    out: Option<PathBuf>,
}

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let Wish { groups, members, seed, has_years, out } = parse(args)?;
    if groups == 0 || groups > Sample::MAX_GROUPS || members > Sample::MAX_MEMBERS {
        let (groups, members) = (Sample::MAX_GROUPS, Sample::MAX_MEMBERS);
        return Err(format!("`sample` makes 1 to {groups} groups and up to {members} members."));
    }
    let invent = if has_years { sample_of_five_years } else { sample };
    let text = file_of(&invent(Sample { groups, members, seed }));
    match out {
        Some(path) => {
            fs::write(&path, &text).map_err(|error| format!("{} cannot be written: {error}.", path.display()))?;
            eprintln!("{}: {groups} groups, {members} members, {} bytes.", path.display(), text.len());
            Ok(())
        }
        None => {
            io::stdout().write_all(text.as_bytes()).map_err(|error| format!("The file cannot be printed: {error}."))
        }
    }
}

/// The text of a file of these records.
pub fn file_of(records: &[Record]) -> String {
    let header = Header {
        kind: Kind::Full,
        id: Id::v7(WRITTEN_MS, [0; 10]).to_string(),
        created_ms: WRITTEN_MS,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        from: From { device: Device::from_random(0).to_string(), name: "Contoh".to_owned() },
        about: About::default(),
    };
    write(&header, records.iter())
}

/// The moment that stands in the file: 30 June 2014, 8:00 in Samarinda. Not the clock's, or the bytes would differ.
const WRITTEN_MS: u64 = 1_404_086_400_000;

fn parse(args: &[String]) -> Result<Wish, String> {
    let (mut groups, mut members, mut seed, mut has_years, mut out) = (None, None, None, false, None);
    let mut rest = args.iter();
    while let Some(flag) = rest.next() {
        if flag == "--five-years" {
            has_years = true;
            continue;
        }
        let value = rest.next().ok_or(USAGE)?;
        match flag.as_str() {
            "--groups" => groups = Some(number(value)?),
            "--members" => members = Some(number(value)?),
            "--seed" => seed = Some(number(value)?),
            "--out" => out = Some(PathBuf::from(value)),
            _ => return Err(USAGE.to_owned()),
        }
    }
    match (groups, members, seed) {
        (Some(groups), Some(members), Some(seed)) => Ok(Wish { groups, members, seed, has_years, out }),
        _ => Err(USAGE.to_owned()),
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("`{text}` is not a number; {USAGE}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn flags_come_in_any_order() {
        let wish = Wish { groups: 949, members: 8, seed: 1, has_years: true, out: Some(PathBuf::from("a.json")) };
        assert_eq!(parse(&words("--seed 1 --out a.json --five-years --members 8 --groups 949")), Ok(wish));
    }

    #[test]
    fn a_missing_or_strange_flag_is_told() {
        for wrong in ["", "--groups 1 --members 2", "--groups 1 --members 2 --seed", "--groups x --members 2 --seed 3"]
        {
            assert!(parse(&words(wrong)).is_err(), "{wrong}");
        }
    }
}
