//! What is said of a chart that changed, and of one that is heard.

use super::Lang;

impl Lang {
    /// A title and what it finds, for who hears it: a question needs no colon.
    pub fn chart_told(title: &str, finding: &str) -> String {
        let between = if title.ends_with(['?', '.', '!']) { "" } else { ":" };
        format!("{title}{between} {finding}")
    }

    /// What the tones of a chart stand for.
    pub fn chart_plays(self, names: &[&str]) -> String {
        let names = names.join(", ");
        match self {
            Self::Id => format!("Nada dari {names}. Makin besar angkanya, makin tinggi nadanya."),
            Self::En => format!("Tones of {names}. The greater the number, the higher the tone."),
        }
    }

    /// What is heard now: the first and the last number of what has this name.
    pub fn chart_heard(self, name: &str, [first, last]: &[String; 2]) -> String {
        match self {
            Self::Id => format!("{name}: dari {first} ke {last}."),
            Self::En => format!("{name}: from {first} to {last}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_question_is_told_without_a_colon() {
        assert_eq!(Lang::chart_told("Berapa?", "Tujuh."), "Berapa? Tujuh.");
        assert_eq!(Lang::chart_told("KUBE per kota", "Tujuh."), "KUBE per kota: Tujuh.");
    }

    #[test]
    fn what_is_heard_is_told_with_both_ends() {
        let ends = ["11,04%".to_owned(), "5,14%".to_owned()];
        assert_eq!(Lang::Id.chart_heard("Kaltim", &ends), "Kaltim: dari 11,04% ke 5,14%.");
        assert_eq!(Lang::En.chart_heard("Kaltim", &ends), "Kaltim: from 11,04% to 5,14%.");
        assert!(Lang::Id.chart_plays(&["Kaltim", "Indonesia"]).starts_with("Nada dari Kaltim, Indonesia."));
    }
}
