//! Searching the whole programme: what stands first for what people type, with slips of the finger among it; and what it is narrowed to
//! and ordered by.

use buku_kube::domain::{Id, RegionCode};
use buku_kube::history::{Change, Record};
use buku_kube::kinds::{Group, Severity};
use buku_kube::registry::{Dossier, Registry};
use buku_kube::sample::{Sample, sample};
use buku_kube::search::{By, Filter, Order, Query, arrange, find};
use serde_json::json;

use crate::invented::*;

/// What is typed, and the name of the group that stands first.
const QUERIES: [(&str, &str); 40] = [
    ("Contoh Anggrek 3", "Contoh Anggrek 3"),
    ("anggrek 3", "Contoh Anggrek 3"),
    ("anggrek", "Contoh Anggrek"),
    ("ANGGREK 10", "Contoh Anggrek 10"),
    ("mawar 2", "Contoh Mawar 2"),
    ("krisan 15", "Contoh Krisan 15"),
    ("wijaya 37", "Contoh Wijaya 37"),
    ("aster 47", "Contoh Aster 47"),
    ("samarinda ulu menjahit", "Contoh Bougenvil 5"),
    ("menjahit", "Contoh Alamanda 44"),
    ("sewing", "Contoh Alamanda 44"),
    ("bontang", "Contoh Asoka"),
    ("sidodadi", "Contoh Kenanga 43"),
    ("sidodai", "Contoh Kenanga 43"),
    ("sidodadi krisan", ""),
    ("contoh dua nol dua dua", "Contoh Melati 13"),
    ("6474015810949001", "Contoh Melati 13"),
    ("64740158109", "Contoh Melati 13"),
    ("dua nol dua dua", "Contoh Melati 13"),
    ("tiga dua seroja", "Contoh Seroja 16"),
    ("anggrke 29", "Contoh Anggrek 29"),
    ("anggre 29", "Contoh Anggrek 29"),
    ("krisn 15", "Contoh Krisan 15"),
    ("balikpapn", "Contoh Alamanda"),
    ("samarinda seberang", "Contoh Aster 27"),
    ("loa bakung", "Contoh Aster 22"),
    ("tulip 21 bontang", "Contoh Tulip 21"),
    ("kamboja 4", "Contoh Kamboja 4"),
    ("kamboja 40", "Contoh Kamboja 40"),
    ("bengkel", "Contoh Alamanda 4"),
    ("bengkel balikpapan", "Contoh Alamanda 4"),
    ("pesta", "Contoh Alamanda 9"),
    ("laundry", "Contoh Alamanda 18"),
    ("binatu", "Contoh Alamanda 18"),
    ("dahlia 21 binatu", "Contoh Dahlia 21"),
    ("seroja 25 daur", "Contoh Seroja 25"),
    ("ternak", "Contoh Alamanda"),
    ("wijaya 8 ternak", "Contoh Wijaya 8"),
    ("mahakam ulu", ""),
    ("melaiti 13", "Contoh Melati 13"),
];

#[test]
fn what_people_type_finds_what_they_mean_first() {
    let book = registry(sample(Sample { groups: 949, members: 7_959, seed: 1 }));
    let mut wrong = Vec::new();
    for (typed, expected) in QUERIES {
        let hits = find(book.dossiers(), &Query::new(typed), &Filter::default());
        let first = hits.first().map(|hit| hit.dossier.group.value.name.as_ref().map(ToString::to_string));
        let first = first.flatten().unwrap_or_default();
        println!("{typed:?}: {first} of {}, {:?}", hits.len(), hits.first().map(|hit| hit.rank));
        wrong.extend((first != expected).then(|| format!("{typed}: {first}, not {expected}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The whole programme, narrowed and ordered; the words of a column are its codes.
fn listed(book: &Registry, filter: Filter) -> Vec<Dossier> {
    let hits = find(book.dossiers(), &Query::default(), &filter);
    let shown = |dossier: &Dossier, by: By| {
        let group = &dossier.group.value;
        match by {
            By::Facilitator => group.facilitator.as_ref().map(ToString::to_string),
            By::Place => group.region.map(|region| region.to_string()),
            _ => None,
        }
    };
    let hits = arrange(hits, filter.further().order, |dossier, by| shown(dossier, by).unwrap_or_default());
    hits.iter().map(|hit| hit.dossier.clone()).collect()
}

fn ordered(by: By, is_turned: bool) -> Filter {
    Filter::default().with(|further| further.order = Order { by, is_turned })
}

#[test]
fn a_list_stands_by_name_by_newest_by_need_and_by_a_column_and_the_other_way_round() {
    let book = registry(sample(Sample { groups: 120, members: 900, seed: 5 }));
    let names = |list: &[Dossier]| -> Vec<String> {
        list.iter().map(|one| one.group.value.name.as_ref().map(ToString::to_string).unwrap_or_default()).collect()
    };
    let by_name = names(&listed(&book, Filter::default()));
    assert_eq!(by_name.len(), 120);
    let place = |name: &str| by_name.iter().position(|other| other == name);
    assert!(place("Contoh Anggrek 2") < place("Contoh Anggrek 3"), "{by_name:?}");
    let turned: Vec<String> = by_name.iter().rev().cloned().collect();
    assert_eq!(names(&listed(&book, ordered(By::Name, true))), turned);

    let newest = listed(&book, ordered(By::Newest, false));
    assert!(newest.is_sorted_by(|one, next| one.group.first >= next.group.first) && newest.len() == 120);
    let oldest = listed(&book, ordered(By::Newest, true));
    assert!(oldest.is_sorted_by(|one, next| one.group.first <= next.group.first));

    let fewest = listed(&book, ordered(By::Members, false));
    assert!(fewest.is_sorted_by_key(|one| one.present) && fewest[0].present < fewest[119].present);
    let by_facilitator = listed(&book, ordered(By::Facilitator, false));
    assert!(by_facilitator.is_sorted_by_key(|one| one.group.value.facilitator.clone().map(|name| name.folded())));

    // Each is at least as much in need as the next: by errors, then conflicts, then what is not filled in.
    let errors = |one: &Dossier| {
        let of_group = one.group.problems.iter().chain(&one.composition).map(|problem| problem.severity());
        let of_members = one.members.iter().flat_map(|member| &member.problems).map(|problem| problem.severity());
        let all: Vec<Severity> = of_group.chain(of_members).collect();
        let wrong = all.iter().filter(|severity| **severity == Severity::Error).count();
        (wrong, one.conflict_count(), all.len() - wrong)
    };
    let needing = listed(&book, ordered(By::Needing, false));
    assert!(
        needing.is_sorted_by(|one, next| errors(one) >= errors(next)) && errors(&needing[0]) > errors(&needing[119])
    );
}

#[test]
fn what_a_column_says_nothing_of_stands_last_either_way_round() {
    let record = |number: u8, place: Option<&str>| {
        let name = ("name", json!(format!("Contoh {number}")));
        let set =
            fields(&place.map_or_else(|| vec![name.clone()], |place| vec![name.clone(), ("region", json!(place))]));
        let change = Change::set(at(u64::from(number), 1), Vec::new(), set);
        Record::new(id(number).to_string(), "group", vec![change])
    };
    let book = registry([record(1, None), record(2, Some("64.74")), record(3, Some("64.72"))]);
    let order = |is_turned: bool| -> Vec<Id> {
        listed(&book, ordered(By::Place, is_turned)).iter().map(|dossier| dossier.id).collect()
    };
    assert_eq!(order(false), [id(3), id(2), id(1)]);
    assert_eq!(order(true), [id(2), id(3), id(1)]);
}

#[test]
fn a_list_is_narrowed_to_a_kecamatan_a_stage_and_a_pendamping_whatever_the_capitals() {
    let book = registry(sample(Sample { groups: 300, members: 900, seed: 5 }));
    let all = listed(&book, Filter::default());
    let model = all.iter().find(|dossier| dossier.group.value.region.and_then(RegionCode::district).is_some()).unwrap();
    let group = &model.group.value;
    let (stage, name) = (group.stage.unwrap(), group.facilitator.as_ref().unwrap().to_string());
    let count = |filter: Filter, is_of: &dyn Fn(&Group) -> bool| {
        let found = listed(&book, filter);
        let expected = all.iter().filter(|dossier| is_of(&dossier.group.value)).count();
        assert!(found.iter().all(|dossier| is_of(&dossier.group.value)) && found.len() == expected && expected > 0);
        assert!(expected < all.len());
    };
    let of_stage = |group: &Group| group.stage == Some(stage);
    let of_name = |group: &Group| group.facilitator.as_ref().is_some_and(|other| other.to_string() == name);
    count(Filter::default().with(|further| further.stage = Some(stage)), &of_stage);
    count(Filter::default().with(|further| further.facilitator = Some(name.to_uppercase())), &of_name);
    let both = Filter::default().with(|further| {
        further.stage = Some(stage);
        further.facilitator = Some(name.clone());
    });
    count(both, &|group| of_stage(group) && of_name(group));
    let district = group.region.and_then(RegionCode::district);
    let in_district = |group: &Group| group.region.and_then(RegionCode::district) == district;
    count(Filter { region: district, ..Filter::default() }, &in_district);
}
