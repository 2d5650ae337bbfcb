//! `sample`: a file of invented data, as large as one likes.
//!
//! Deliberately absent, for now: the making, which is `buku_kube::sample`; this verb reads what is wished.
use std::path::PathBuf;

const USAGE: &str = "`sample` takes `--groups N --members M --seed S [--out FILE]`.";

/// What a person asks for.
#[derive(Debug, PartialEq, Eq)]
struct Wish {
    groups: usize,
    /// Of all groups together.
    members: usize,
    seed: u64,
    /// Standard output if there is none.
    out: Option<PathBuf>,
}

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let Wish { groups, members, seed, out } = parse(args)?;
    let place = out.map_or_else(|| "standard output".to_owned(), |path| path.display().to_string());
    Err(format!(
        "{groups} groups with {members} members in all, seed {seed}, to {place}: the verb is not joined to `buku_kube::sample` yet."
    ))
}

fn parse(args: &[String]) -> Result<Wish, String> {
    let (mut groups, mut members, mut seed, mut out) = (None, None, None, None);
    let mut rest = args.iter();
    while let Some(flag) = rest.next() {
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
        (Some(groups), Some(members), Some(seed)) => Ok(Wish { groups, members, seed, out }),
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
        let wish = Wish { groups: 949, members: 8, seed: 1, out: Some(PathBuf::from("a.json")) };
        assert_eq!(parse(&words("--seed 1 --out a.json --members 8 --groups 949")), Ok(wish));
    }

    #[test]
    fn a_missing_or_strange_flag_is_told() {
        for wrong in ["", "--groups 1 --members 2", "--groups 1 --members 2 --seed", "--groups x --members 2 --seed 3"]
        {
            assert!(parse(&words(wrong)).is_err(), "{wrong}");
        }
    }
}
