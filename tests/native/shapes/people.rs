//! Invented people, numbered: whoever has a number has always the same name, NIK, family card and day of birth.
//!
//! The NIK are valid in form and say sex and birth date; their serials begin with 9, as in all that the project invents.

use buku_kube::domain::Date;

const NUMBERS: [&str; 10] = ["Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan", "Sembilan", "Sepuluh"];

/// A person.
#[derive(Clone, Debug)]
pub struct Person {
    /// From 1.
    pub at: usize,
    pub name: String,
    pub nik: String,
    pub card: String,
    pub born: Date,
    pub is_male: bool,
}

/// The person of a number from 1 to 99.
pub fn person(at: usize) -> Person {
    let is_male = at.is_multiple_of(3);
    let small = i32::try_from(at).unwrap();
    let (day, month) = (u32::try_from(13 + at % 15).unwrap(), u32::try_from(1 + at % 12).unwrap());
    let born = Date::new(1970 + small % 25, month, day).unwrap();
    let in_nik = if is_male { day } else { day + 40 };
    let (tens, ones) = ((at - 1) / 10, (at - 1) % 10);
    let name = match tens {
        0 => format!("Contoh {}", NUMBERS[ones]),
        _ => format!("Contoh {} {}", NUMBERS[tens - 1], NUMBERS[ones]),
    };
    Person {
        at,
        name,
        nik: format!("647203{in_nik:02}{month:02}{:02}9{at:03}", born.year() % 100),
        card: format!("6472030101109{at:03}"),
        born,
        is_male,
    }
}

/// The first so many.
pub fn people(count: usize) -> Vec<Person> {
    (1..=count).map(person).collect()
}

/// A row for each of these.
pub fn rows<R>(people: &[Person], row: impl Fn(&Person) -> R) -> Vec<R> {
    people.iter().map(row).collect()
}

impl Person {
    /// `L` or `P`.
    pub fn lp(&self) -> &'static str {
        if self.is_male { "L" } else { "P" }
    }

    /// `LAKI-LAKI` or `PEREMPUAN`.
    pub fn sex(&self) -> &'static str {
        if self.is_male { "LAKI-LAKI" } else { "PEREMPUAN" }
    }

    /// 1 or 2, as the systems have it.
    pub fn sex_code(&self) -> i32 {
        if self.is_male { 1 } else { 2 }
    }

    /// The code of the book.
    pub fn sex_of_book(&self) -> &'static str {
        if self.is_male { "male" } else { "female" }
    }

    /// `25-06-1985`.
    pub fn dmy(&self, between: &str) -> String {
        format!("{:02}{between}{:02}{between}{}", self.born.day(), self.born.month(), self.born.year())
    }
}
