//! What holds for the whole sheet: the region, the programme, the year, the one group, the order in dates.

use leptos::prelude::*;

use super::work::Work;
use crate::domain::{FieldValue, Programme, RegionCode, Year};
use crate::i18n::Label;
use crate::kinds::Group;
use crate::lists::{Mapping, Target};
use crate::ui::parts::block::div;
use crate::ui::parts::{Choice, Frame, Keyboard, Line, field, line, region_picker, segments, select};
use crate::ui::state::{use_lang, use_texts};
use crate::web;

/// The first year of the programme's five, 2010 to 2014.
const FIRST_YEAR: i32 = 2010;

const MONTH: &str = "month";
const DAY: &str = "day";

pub fn whole(work: Work) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let value = |read: fn(&Mapping) -> String| Signal::derive(move || work.mapping.with(read));
    let put = |write: fn(&mut Mapping, &str)| {
        Callback::new(move |text: String| work.mapping.update(|mapping| write(mapping, &text)))
    };
    let region = region_picker(
        "list-region".to_owned(),
        lang,
        value(|mapping| mapping.whole.region.map(|region| region.text()).unwrap_or_default()),
        None,
        put(|mapping, code| mapping.whole.region = RegionCode::parse(code).ok()),
    );
    let programmes = Programme::ALL.iter().map(|programme| Choice::new(programme.code(), programme.label(lang)));
    let programme = select(
        "list-programme".to_owned(),
        value(|mapping| mapping.whole.programme.map(|programme| programme.code().to_owned()).unwrap_or_default()),
        programmes.collect(),
        t.not_chosen,
        put(|mapping, code| mapping.whole.programme = Programme::from_code(code)),
    );
    let guessed = work.mapping.with_untracked(|mapping| mapping.whole.year.map(|year| i32::from(year.get())));
    let first = guessed.map_or(FIRST_YEAR, |year| year.min(FIRST_YEAR));
    let years = (first..=web::today().year() + 1).rev().map(|year| Choice::new(year.to_string(), year.to_string()));
    let year = select(
        "list-year".to_owned(),
        value(|mapping| mapping.whole.year.map(|year| year.text()).unwrap_or_default()),
        years.collect(),
        t.not_chosen,
        put(|mapping, code| mapping.whole.year = Year::parse(code).ok()),
    );
    let order = segments(
        "list-dates",
        value(|mapping| if mapping.month_first { MONTH } else { DAY }.to_owned()),
        vec![Choice::new(DAY, t.list_day_first), Choice::new(MONTH, t.list_month_first)],
        put(|mapping, code| mapping.month_first = code == MONTH),
    );
    let money = vec![
        field(Frame::plain("list-programme", Group::PROGRAMME.label(lang)), programme),
        field(Frame::plain("list-year", Group::YEAR.label(lang)), year),
    ];
    vec![
        group(work),
        field(Frame::plain("list-region", t.list_region), region),
        div("grid", money),
        field(Frame { grouped: true, ..Frame::plain("list-dates", t.list_dates) }, order),
    ]
}

/// The name of the one group, where no column has it.
fn group(work: Work) -> AnyView {
    let t = use_texts();
    // Drawn anew with another guess.
    let has_group = Memo::new(move |_| work.mapping.with(|mapping| mapping.has(Target::Field(Group::NAME))));
    let name = move || {
        work.columns.track();
        let has_group = has_group.get();
        let typed = RwSignal::new(work.mapping.with_untracked(|mapping| mapping.whole.group.clone()));
        let name = Line {
            id: "list-group".to_owned(),
            value: typed.into(),
            on_input: Callback::new(move |text| typed.set(text)),
            // The rows are read anew when the field is left, and not with each letter.
            on_leave: Callback::new(move |()| {
                work.mapping.update(|mapping| mapping.whole.group = typed.get_untracked());
            }),
            keyboard: Keyboard::Text,
            invalid: Signal::stored(false),
            required: false,
        };
        (!has_group).then(|| field(Frame::plain("list-group", t.list_group), line(name)))
    };
    name.into_any()
}
