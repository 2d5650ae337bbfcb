//! A group of which a recap is here: its numbers, and that there is no more.

use leptos::prelude::*;

use crate::domain::{Count, Recap};
use crate::registry::Dossier;
use crate::ui::parts::block::{div, dl, p, text};
use crate::ui::state::{use_lang, use_texts};

/// What is said above the page, where a recap counts; nothing where none does.
pub fn recap(dossier: &Dossier) -> Option<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let recap = dossier.recap.as_ref()?;
    let told = if dossier.is_recap_alone() { t.recap_alone } else { t.recap_newer };
    let as_of = recap.as_of.map(|day| p("soft", lang.as_of(day)));
    let numbers = numbers(recap).into_iter().filter_map(|(label, count)| {
        let count = count?.get();
        Some((label.to_owned(), text(lang.number(count as usize))))
    });
    Some(div("box", [Some(p("", told)), as_of, Some(dl("facts", numbers.collect()))].into_iter().flatten().collect()))
}

fn numbers(recap: &Recap) -> [(&'static str, Option<Count>); 15] {
    let t = use_texts();
    [
        (t.recap_members, recap.members),
        (t.recap_households, recap.households),
        (t.recap_women, recap.women),
        (t.recap_men, recap.men),
        (t.recap_under_18, recap.age_under_18),
        (t.recap_18_29, recap.age_18_29),
        (t.recap_30_39, recap.age_30_39),
        (t.recap_40_49, recap.age_40_49),
        (t.recap_50_59, recap.age_50_59),
        (t.recap_60_up, recap.age_60_up),
        (t.recap_dtsen, recap.dtsen),
        (t.recap_dtks, recap.dtks),
        (t.recap_bdt, recap.bdt),
        (t.recap_absent, recap.absent),
        (t.recap_poorest_four, recap.poorest_four),
    ]
}
