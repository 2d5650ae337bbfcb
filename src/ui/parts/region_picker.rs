//! Finding a kelurahan or desa by typing.
//!
//! A combobox with a listbox (ARIA 1.2): arrows walk, Enter takes, Escape closes, a tap takes.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::block::p;
use crate::domain::{FieldValue, Level, Region, RegionCode, region};
use crate::i18n::Lang;

const SHOWN: usize = 12;

/// Draws the picker; `value` is the dotted code of the region, empty when none is chosen, `near` the city or kabupaten whose
/// places come first to mind.
pub fn region_picker(
    id: String,
    lang: Lang,
    value: Signal<String>,
    near: Option<RegionCode>,
    on_choose: Callback<String>,
) -> AnyView {
    let t = lang.texts();
    let typed = RwSignal::new(None::<String>);
    let marked = RwSignal::new(0_usize);
    let chosen = move || {
        let code = value.get();
        let known = RegionCode::parse(&code).ok().and_then(region::find);
        known.map_or(code, |region| lang.short_place(region))
    };
    let text = move || typed.get().unwrap_or_else(&chosen);
    let found =
        Memo::new(move |_| typed.get().filter(|text| text.trim().chars().count() > 1).map(|text| search(&text, near)));
    let open = move || found.with(Option::is_some);

    let take = move |region: Region| {
        typed.set(None);
        on_choose.run(region.code.to_string());
    };
    // What was typed is never dropped without a word: the one place it can mean is taken, else the form says what is missing.
    let leave = move || {
        let Some(text) = typed.get_untracked().filter(|text| !text.trim().is_empty()) else { return typed.set(None) };
        if let [only] = found.get_untracked().unwrap_or_default()[..] {
            take(only);
        } else {
            typed.set(None);
            on_choose.run(text);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let count = found.with(|found| found.as_ref().map_or(0, Vec::len));
        match event.key().as_str() {
            "ArrowDown" if count > 0 => marked.update(|place| *place = (*place + 1) % count),
            "ArrowUp" if count > 0 => marked.update(|place| *place = (*place + count - 1) % count),
            "Enter" if typed.with_untracked(Option::is_some) => {
                let chosen = |found: &Option<Vec<Region>>| found.as_ref()?.get(marked.get_untracked()).copied();
                if let Some(region) = found.with(chosen) {
                    take(region);
                }
            }
            "Escape" => typed.set(None),
            _ => return,
        }
        event.prevent_default();
    };

    let list = format!("{id}-list");
    let option = {
        let id = id.clone();
        move |(place, region): (usize, Region)| {
            view! {
                <li
                    role="option"
                    id=format!("{id}-option-{place}")
                    aria-selected=move || if marked.get() == place { "true" } else { "false" }
                    // before the blur of the input takes the list away
                    on:mousedown=move |event| {
                        event.prevent_default();
                        take(region);
                    }
                >
                    {lang.place(region)}
                </li>
            }
            .into_any()
        }
    };
    let options = move || found.get().unwrap_or_default().into_iter().enumerate().map(&option).collect::<Vec<_>>();
    let none = move || {
        let nothing = found.with(|found| found.as_ref().is_some_and(Vec::is_empty));
        nothing.then(|| p("remark warning", t.region_none))
    };
    let active = {
        let id = id.clone();
        move || open().then(|| format!("{id}-option-{}", marked.get()))
    };
    let on_input = move |text: String| {
        marked.set(0);
        if text.trim().is_empty() {
            on_choose.run(String::new());
        }
        typed.set(Some(text));
    };
    view! {
        <div class="combobox">
            <input
                type="text"
                aria-describedby=format!("{id}-below")
                id=id
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-controls=list.clone()
                aria-expanded=move || if open() { "true" } else { "false" }
                aria-activedescendant=active
                prop:value=text
                on:input:target=move |event| on_input(event.target().value())
                on:focus:target=move |event| event.target().select()
                on:blur=move |_| leave()
                on:keydown=on_key
            />
            <ul class="options" id=list role="listbox" aria-label=t.region_help hidden=move || !open()>
                {options}
            </ul>
            {none}
        </div>
    }
    .into_any()
}

/// Villages first, those nearby before the others; a kecamatan or a city also, for lists that know no better.
fn search(text: &str, near: Option<RegionCode>) -> Vec<Region> {
    let mut found = Vec::new();
    let levels: [fn(Level) -> bool; 2] = [Level::is_village, |level| level.is_district() || level.is_kabkota()];
    for within in near.map(Some).into_iter().chain([None]) {
        for level in levels {
            for region in region::search(text, level, within, SHOWN) {
                if !found.contains(&region) {
                    found.push(region);
                }
            }
        }
    }
    found.truncate(SHOWN);
    found
}
