//! Names that nobody can take for real.

const DIGITS: [&str; 10] = ["Nol", "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan"];

const FLOWERS: [&str; 20] = [
    "Mawar",
    "Melati",
    "Anggrek",
    "Kenanga",
    "Cempaka",
    "Dahlia",
    "Teratai",
    "Flamboyan",
    "Kamboja",
    "Bougenvil",
    "Seroja",
    "Tulip",
    "Sakura",
    "Lavender",
    "Asoka",
    "Alamanda",
    "Krisan",
    "Soka",
    "Wijaya",
    "Aster",
];

/// "Contoh Tiga Lima" for 35.
pub(super) fn person_name(number: usize) -> String {
    let mut name = String::from("Contoh");
    for digit in number.to_string().bytes() {
        name.push(' ');
        name.push_str(DIGITS[usize::from(digit - b'0')]);
    }
    name
}

/// "Contoh Mawar", "Contoh Mawar 2"…
pub(super) fn group_name(index: usize) -> String {
    let flower = FLOWERS[index % FLOWERS.len()];
    match index / FLOWERS.len() {
        0 => format!("Contoh {flower}"),
        round => format!("Contoh {flower} {}", round + 1),
    }
}
