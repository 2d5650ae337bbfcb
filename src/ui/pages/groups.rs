//! All groups: search as one types, filters, the list.

use leptos::prelude::*;

use crate::domain::{FieldValue, RegionCode, Status, Year, region};
use crate::i18n::{Label, Lang};
use crate::route::{Route, Tab};
use crate::search::{Filter, Hit, Need, find};
use crate::ui::parts::icon::{Icon, Sign};
use crate::ui::parts::{Choice, FieldFrame, Select, Tag, Tone};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

/// How many groups are listed at first, and with each "more".
const PAGE: usize = 50;

#[component]
pub fn GroupsPage(filter: Filter) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let filter = RwSignal::new(filter);
    let shown = RwSignal::new(PAGE);
    let narrow = move |change: &dyn Fn(&mut Filter)| {
        filter.update(change);
        shown.set(PAGE);
        // The address follows, so that "back" and a copied link find the same list.
        web::replace_address(&Route::Groups(filter.get_untracked()).to_string());
    };
    let list = Memo::new(move |_| {
        book.registry.with(|registry| {
            let hits = filter.with(|filter| find(registry.dossiers(), filter));
            let lines: Vec<Line> = hits.iter().take(shown.get()).map(|hit| Line::of(hit, lang)).collect();
            (hits.len(), registry.group_count(), lines)
        })
    });
    let more = move || list.with(|(found, _, lines)| *found > lines.len());

    view! {
            <search class="search">
                <input
                    type="search"
                    aria-label=t.groups_search
                    placeholder=t.groups_search
                    autocomplete="off"
                    prop:value=move || filter.with(|filter| filter.words.clone())
                    on:input:target=move |event| {
                        let words = event.target().value();
                        narrow(&|filter| filter.words.clone_from(&words));
                    }
                />
                <details class="filters" prop:open=filter.with_untracked(|filter| *filter != Filter { words: filter.words.clone(), ..Filter::default() })>
                    <summary>{t.groups_filters}</summary>
                    <div class="grid">
                        {filters(filter, Callback::new(move |change: Filter| {
                            narrow(&|filter| *filter = Filter { words: filter.words.clone(), ..change.clone() });
                        }))}
                    </div>
                    <button type="button" class="link" on:click=move |_| narrow(&|filter| *filter = Filter::default())>{t.filter_clear}</button>
                </details>
            </search>
            <p class="note" role="status">{move || list.with(|(found, all, _)| lang.found(*found, *all))}</p>
            <ul class="items">
                {move || list.with(|(_, _, lines)| lines.iter().map(Line::view).collect_view())}
            </ul>
            {move || (list.with(|(found, _, _)| *found == 0)).then(|| view! {
                <p class="box">{t.groups_none_found}</p>
    }.into_any())}
            {move || (more()).then(|| view! {
                <button type="button" class="plain wide" on:click=move |_| shown.update(|shown| *shown += PAGE)>{t.groups_more}</button>
    }.into_any())}
            <div class="thumb">
                <a class="button solid" href=Route::NewGroup.to_string()>
                    <Icon sign=Sign::Add />
                    {t.add_group}
                </a>
            </div>
        }
}

fn filters(filter: RwSignal<Filter>, on_change: Callback<Filter>) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let part =
        move |id: &'static str, label, choices, empty, value: fn(&Filter) -> String, put: fn(&mut Filter, &str)| {
            let value = Signal::derive(move || filter.with(value));
            let choose = Callback::new(move |code: String| {
                let mut changed = filter.get_untracked();
                put(&mut changed, &code);
                on_change.run(changed);
            });
            view! {
                <FieldFrame id=id.to_owned() label remarks=Vec::new()>
                    <Select id=id.to_owned() value choices empty on_choose=choose />
                </FieldFrame>
            }
            .into_any()
        };
    let regions =
        region::kabupaten_kota().map(|region| Choice::new(region.code.to_string(), region.short_name())).collect();
    let mut years: Vec<Year> = book
        .registry
        .with_untracked(|registry| registry.dossiers().filter_map(|dossier| dossier.group.value.year).collect());
    years.sort_unstable();
    years.dedup();
    let years = years.into_iter().rev().map(|year| Choice::new(year.text(), year.text())).collect();
    let statuses = Status::ALL.iter().map(|status| Choice::new(status.code(), status.label(lang))).collect();
    let needs = Need::ALL.iter().map(|need| Choice::new(need.code(), need.label(lang))).collect();
    view! {
        {part(
            "filter-region",
            t.filter_region,
            regions,
            t.filter_all_regions,
            |filter| filter.region.map(|region| region.to_string()).unwrap_or_default(),
            |filter, code| filter.region = RegionCode::parse(code).ok(),
        )}
        {part(
            "filter-year",
            t.filter_year,
            years,
            t.filter_all_years,
            |filter| filter.year.map(|year| year.text()).unwrap_or_default(),
            |filter, code| filter.year = Year::parse(code).ok(),
        )}
        {part(
            "filter-status",
            t.filter_status,
            statuses,
            t.filter_all_statuses,
            |filter| filter.status.map(|status| status.code().to_owned()).unwrap_or_default(),
            |filter, code| filter.status = Status::from_code(code),
        )}
        {part(
            "filter-need",
            t.filter_need,
            needs,
            t.filter_all_needs,
            |filter| filter.need.map(|need| need.code().to_owned()).unwrap_or_default(),
            |filter, code| filter.need = Need::from_code(code),
        )}
    }
    .into_any()
}

/// One group of the list, as text.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    href: String,
    name: String,
    about: String,
    place: String,
    member: Option<String>,
    tag: Option<(bool, String)>,
}

impl Line {
    fn of(hit: &Hit, lang: Lang) -> Self {
        let (dossier, t) = (hit.dossier, lang.texts());
        let group = &dossier.group.value;
        let business = group.business.map(|business| business.label(lang).to_owned());
        let about: Vec<String> = business.into_iter().chain([lang.members(dossier.present)]).collect();
        let member = hit.member.and_then(|place| dossier.members.get(place));
        let tag = if dossier.conflict_count() > 0 {
            Some((true, Need::Conflict.label(lang).to_owned()))
        } else if group.status.is_some_and(|status| status != Status::Active) {
            group.status.map(|status| (false, status.label(lang).to_owned()))
        } else {
            group.stage.map(|stage| (false, stage.label(lang).to_owned()))
        };
        Self {
            href: Route::Group(dossier.id, Tab::Members).to_string(),
            name: group.name.as_ref().map_or_else(|| t.unnamed_group.to_owned(), ToString::to_string),
            about: about.join(" · "),
            place: group
                .region
                .and_then(region::find)
                .map_or_else(|| t.chart_unplaced.to_owned(), |region| lang.place(region)),
            member: member.and_then(|member| member.value.name.as_ref()).map(ToString::to_string),
            tag,
        }
    }

    fn view(&self) -> AnyView {
        let (line, t) = (self.clone(), use_texts());
        view! {
            <li>
                <a class="item" href=line.href>
                    <span class="line">
                        <b>{line.name}</b>
                        {line.tag.map(|(grave, text)| {
                            let tone = if grave { Tone::Warning } else { Tone::Fine };
                            view! { <Tag tone=Some(tone) text /> }.into_any()
                        })}
                    </span>
                    <span class="soft">{line.about}</span>
                    <span class="soft">{line.place}</span>
                    {line.member.map(|name| view! { <span class="soft">{t.tab_members} ": " <mark>{name}</mark></span> }.into_any())}
                </a>
            </li>
        }.into_any()
    }
}
