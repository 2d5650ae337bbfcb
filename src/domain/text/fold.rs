//! Texts made equal for comparing and searching.
//!
//! Folded text is never shown and never stored. Deliberately absent: likeness by sound or by typing errors.

/// `text` in lower case without accents and punctuation, its words parted by one space.
///
/// An apostrophe vanishes (`Nur'aini` is `nuraini`); other punctuation parts words (`S.Sos` is `s sos`). Letters beyond the
/// common Latin ones stay as they are.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut apart = false;
    for c in text.chars().map(lower) {
        match plain(c) {
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '\u{300}'..='\u{36f}' => {}
            c if c.is_alphanumeric() => {
                if apart && !out.is_empty() {
                    out.push(' ');
                }
                apart = false;
                out.push(c);
            }
            _ => apart = true,
        }
    }
    out
}

/// The small letter, of the Latin letters of Europe; the whole of Unicode would weigh 6 kB more on the first visit.
fn lower(c: char) -> char {
    let code = u32::from(c);
    let step = match c {
        'À'..='Ö' | 'Ø'..='Þ' => 32,
        'Ÿ' => return 'ÿ',
        // Capital and small letters by turns, from an even or from an odd number on.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' if code.is_multiple_of(2) => 1,
        'Ĺ'..='ň' | 'Ź'..='ž' if !code.is_multiple_of(2) => 1,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(code + step).unwrap_or(c)
}

/// The letter under the accent, of the accents that Latin keyboards offer.
fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' => 'a',
        'ç' => 'c',
        'è'..='ë' | 'ē' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        _ => c,
    }
}

/// What stands before a name, letters only.
const BEFORE: &str = "\
    h hj hjh haji hajjah kh ust ustadz ustadzah prof dr drg drh drs dra ir bapak bpk pak ibu bu sdr sdri \
    tn ny nn alm almh almarhum almarhumah";

/// What stands behind a name, letters only: degrees, and some of [`BEFORE`] that lists put there.
const BEHIND: &str = "\
    amd amdkeb amdkep amk ba bsc ma map mba mh mhum mkes mkom mm mpd mpdi msc msi msos mt ns phd sag sap \
    se sei sh shi shum shut sik sikom sip skeb skep skom skm sp spd spdi spi spt spsi ssi ssn ssos ssosi \
    sst sstp st sth sthi stp str h hj drs dra ir bapak ibu alm almh almarhum almarhumah";

/// A person's name without titles and punctuation, with the usual abbreviations of Muhammad and Abdul written out.
pub(super) fn fold_name(name: &str) -> String {
    let lower: String = name.chars().map(lower).collect();
    let mut words: Vec<&str> = lower.split(|c: char| c.is_whitespace() || c == ',').collect();
    words.retain(|word| !letters(word).is_empty());
    drop_before(&mut words);
    drop_behind(&mut words);
    let folded = fold(&words.join(" "));
    let parts: Vec<&str> = folded.split(' ').collect();
    let written_out: Vec<&str> =
        parts.iter().enumerate().map(|(at, part)| write_out(part, at + 1 == parts.len())).collect();
    written_out.join(" ")
}

/// Drops degrees and titles at the end, also in two words (`S. Sos.`), but never the whole name.
fn drop_behind(words: &mut Vec<&str>) {
    loop {
        let titles = match words.as_slice() {
            [_, .., last] if is_in(BEHIND, &letters(last)) => 1,
            [_, .., one, two] if is_in(BEHIND, &[letters(one), letters(two)].concat()) => 2,
            _ => return,
        };
        words.truncate(words.len() - titles);
    }
}

/// Drops the titles at the start, also where one sticks to the name (`Hj.Siti`), but never the whole name.
fn drop_before(words: &mut Vec<&str>) {
    while let Some(first) = words.first().copied() {
        match first.split_once('.') {
            Some((title, rest)) if !letters(rest).is_empty() && is_in(BEFORE, title) => words[0] = rest,
            _ if words.len() > 1 && is_in(BEFORE, &letters(first)) => {
                words.remove(0);
            }
            _ => break,
        }
    }
}

/// The word in full; a single M is Muhammad unless it is the end of the name.
fn write_out(word: &str, last: bool) -> &str {
    match word {
        "m" if !last => "muhammad",
        "muh" | "moh" | "mohd" | "muhd" | "mhd" | "moch" | "much" | "muhamad" | "mohamad" | "mohammad" | "mochamad"
        | "mochammad" | "muchamad" | "muchammad" => "muhammad",
        "abd" => "abdul",
        _ => word,
    }
}

/// Whether `word` is one of `words`.
fn is_in(words: &str, word: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// The letters and digits of a word.
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leaves_letters_digits_and_single_spaces() {
        for (text, folded) in [
            ("  Nur'aini  ", "nuraini"),
            ("Nur’Aini", "nuraini"),
            ("Jl. P. Antasari, Gg.5", "jl p antasari gg 5"),
            ("laki-laki", "laki laki"),
            ("José ÉMILE Ñu", "jose emile nu"),
            ("Jose\u{301}", "jose"),
            ("Łódź 李", "łodź 李"),
            ("--", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn names_are_compared_without_titles() {
        for name in [
            "Siti Aminah",
            "SITI AMINAH",
            "Hj. Siti Aminah",
            "Hj Siti Aminah",
            "Hj.Siti Aminah",
            "Ibu Hj. Siti Aminah, S.Sos.",
            "Dra. Hj. Siti Aminah S.E., M.Si",
            "Siti Aminah A.Md",
            "Siti Aminah, S. Pd.",
            "dr. Siti Aminah",
            "Siti  Aminah (alm)",
            "Siti-Aminah",
            "Ir.Hj.Siti Aminah",
        ] {
            assert_eq!(fold_name(name), "siti aminah", "{name}");
        }
    }

    #[test]
    fn muhammad_and_abdul_are_written_out() {
        for name in [
            "Muh. Yusuf",
            "Moh Yusuf",
            "M. Yusuf",
            "M Yusuf",
            "Muh.Yusuf",
            "H. M. Yusuf",
            "H.M.Yusuf",
            "Mohammad Yusuf",
        ] {
            assert_eq!(fold_name(name), "muhammad yusuf", "{name}");
        }
        assert_eq!(fold_name("Abd. Rahman"), "abdul rahman");
        assert_eq!(fold_name("Andi M."), "andi m");
        assert_eq!(fold_name("Andi M. Yusuf"), "andi muhammad yusuf");
    }

    #[test]
    fn a_name_is_never_folded_away() {
        for (name, folded) in [
            ("Suharto", "suharto"),
            ("Haji", "haji"),
            ("Ibu Se", "se"),
            ("Hj. H.", "h"),
            ("Andi Daeng", "andi daeng"),
            ("-", ""),
        ] {
            assert_eq!(fold_name(name), folded, "{name}");
        }
    }
}
