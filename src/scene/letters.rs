//! How wide words are, and where a line of them ends: by a table of the widths of a common sans serif.
//!
//! The widths are those of Helvetica, which Arial and Liberation Sans share, in thousandths of the size (Adobe's font metrics). Bold
//! letters are taken for a tenth wider. Letters that are not in the table are taken for wide ones.

/// The widths of the signs from the space to the tilde.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// What any other letter is taken for.
const OTHER: u16 = 722;

/// How wide words of a size are, in the unit of the size.
pub fn width(text: &str, size: i32, is_bold: bool) -> i32 {
    let of = |letter: char| {
        let place = u32::from(letter).checked_sub(32).and_then(|place| usize::try_from(place).ok());
        i32::from(place.and_then(|place| WIDTHS.get(place)).copied().unwrap_or(OTHER))
    };
    let thousandths: i32 = text.chars().map(of).sum();
    let width = thousandths.saturating_mul(size) / 1000;
    if is_bold { width + width / 10 } else { width }
}

/// The lines of a text that are no wider than this; a word that is wider has a line of its own.
pub fn wrap(text: &str, size: i32, is_bold: bool, widest: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, is_bold) <= widest => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_wide_as_their_letters() {
        assert_eq!(width("Samarinda", 1000, false), 667 + 556 + 833 + 556 + 333 + 222 + 556 + 556 + 556);
        assert_eq!(width("", 140, false), 0);
        assert!(width("KUBE", 140, true) > width("KUBE", 140, false));
        assert_eq!(width("–", 1000, false), 722, "a letter that is not in the table");
    }

    #[test]
    fn no_line_is_wider_than_it_may_be_and_no_word_is_lost() {
        let text = "Penduduk miskin di Kalimantan Timur dan Indonesia";
        for widest in [600, 900, 2000, 9000] {
            let lines = wrap(text, 140, false, widest);
            assert_eq!(lines.join(" "), text);
            for line in lines {
                assert!(width(&line, 140, false) <= widest || !line.contains(' '), "{line}");
            }
        }
        assert!(wrap("  ", 140, false, 100).is_empty());
    }
}
