//! The four figures at the top.

use leptos::prelude::*;

use crate::stats::PerCity;
use crate::ui::state::{use_lang, use_texts};

#[component]
pub fn Figures(numbers: Memo<PerCity>) -> impl IntoView {
    let (lang, t) = (use_lang(), use_texts());
    let figure = |word: &'static str, value: Signal<(String, String)>| {
        view! {
            <div>
                <dt>{word}</dt>
                <dd>
                    {move || value.get().0}
                    " "
                    <small>{move || value.get().1}</small>
                </dd>
            </div>
        }
        .into_any()
    };
    let total = move || numbers.with(|numbers| numbers.total);
    let groups = Signal::derive(move || (lang.number(total().groups), lang.of_allocated(total().groups_allocated)));
    let households =
        Signal::derive(move || (lang.number(total().households), lang.of_allocated(total().households_allocated)));
    let per_group = Signal::derive(move || {
        let hundredths = numbers.with(PerCity::hundredths_per_group);
        (hundredths.map_or_else(|| "–".to_owned(), |value| lang.hundredths(value)), String::new())
    });
    let active = Signal::derive(move || (lang.number(total().active), String::new()));
    view! {
        <dl class="figures">
            {figure(t.figure_groups, groups)}
            {figure(t.figure_households, households)}
            {figure(t.figure_per_group, per_group)}
            {figure(t.figure_active, active)}
        </dl>
    }
}
