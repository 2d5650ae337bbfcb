//! Searching the whole programme: what stands first for what people type, with slips of the finger among it.

use buku_kube::sample::{Sample, sample};
use buku_kube::search::{Filter, Query, find};

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
