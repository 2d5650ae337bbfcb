//! What recaps say of a group: the numbers of one that counts, and what one says beside the records.

use leptos::prelude::*;

use crate::domain::Count;
use crate::kinds::Recap;
use crate::registry::{Counted, Dossier, Told};
use crate::ui::parts::block::{div, dl, p, text};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

/// More recaps that contradict than these are not told one by one.
const FEW: usize = 3;

/// What is said above the page; nothing where no recap says anything that the page does not.
pub fn recap(dossier: &Dossier) -> Option<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let told = dossier.news_of_recaps()?;
    if !told.counts {
        // A recap of what this book lacks, whose numbers are others than those of the members here.
        return Some(div("box", [p("", said(&told.best))].into_iter().chain(against(told)).collect()));
    }
    let words = if told.is_alone { t.recap_alone } else { t.recap_newer };
    let as_of = told.best.recap.as_of.map(|day| p("soft", lang.as_of(day)));
    let numbers = numbers(&told.best.recap).into_iter().filter_map(|(label, count)| {
        let count = count?.get();
        Some((label.to_owned(), text(lang.number(count as usize))))
    });
    let mut parts: Vec<AnyView> = vec![p("", words)];
    parts.extend(as_of);
    parts.push(dl("facts", numbers.collect()));
    parts.extend(against(told));
    Some(div("box", parts))
}

/// Other recaps with other numbers.
fn against(told: &Told) -> Vec<AnyView> {
    let t = use_texts();
    let lines = told.against.iter().take(FEW).map(|other| p("", said(other)));
    let first = (!told.against.is_empty()).then(|| p("", t.recaps_contradict));
    first.into_iter().chain(lines).collect()
}

/// "Rekap 5 Juni 2026 dari Contoh Satu: 10 KK."
fn said(one: &Counted) -> String {
    let (app, lang) = (use_app(), use_lang());
    let device = one.at.device();
    let name = app.registry.with_untracked(|registry| app.came.with_untracked(|came| registry.name_of(device, came)));
    let day = one.recap.as_of.unwrap_or_else(|| web::local(one.at.ms()).date());
    let households = one.recap.households.map_or(0, |count| count.get() as usize);
    lang.recap_says(day, name.unwrap_or_else(|| device.to_string()), households)
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
