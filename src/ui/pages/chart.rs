//! All charts on one page, and each by itself: to be read, sent as a picture, taken away as a picture or a table, and printed. The
//! address holds what is asked.

use leptos::prelude::*;

use crate::domain::RegionCode;
use crate::figures::{of_breakdown, of_series, of_trend};
use crate::i18n::Lang;
use crate::route::Route;
use crate::scene::{Figure, Form};
use crate::stats::{Breakdown, Covers, Measure, Poor, Question, Scope, Series, Trait, Trend};
use crate::ui::charts::{Frame, drawn, drawn_in, told, ways};
use crate::ui::lazy;
use crate::ui::parts::block::{a, div, p, text};
use crate::ui::state::{App, DashboardNumbers, Desk, Intent, Reading, use_app, use_lang};
use crate::web;

/// The word of the arrangement for patterns beside colours.
const PATTERNS: &str = "patterns";

#[component]
pub fn ChartPage(question: Question, place: Option<RegionCode>, scope: Scope) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let figure = Memo::new(move |_| figure(app, lang, question, place, scope));
    let across = across();
    let (told, frame) = (told_of(app), Frame::new(question.code()));
    let turn = move || app.dispatch(Intent::Arrange(PATTERNS.to_owned()));
    let is_there = Memo::new(move |_| figure.with(Option::is_some));
    // It is asked for only where there is one.
    let now = Signal::derive(move || figure.get().unwrap_or_else(|| Figure::new(Form::Bars)));
    let ways = move || now.with(|figure| ways(lang, figure, frame, turn));
    let chart = move || {
        if is_there.get() { vec![drawn_in(lang, now, frame, across), ways.into_any()] } else { vec![lazy::unread(app)] }
    };
    (told, chart)
}

/// All charts that the book answers, one below the other, each with the way to itself.
#[component]
pub fn ChartsPage(place: Option<RegionCode>, scope: Scope) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let across = across();
    let one = move |question: Question| {
        let figure = Memo::new(move |_| figure(app, lang, question, place, scope));
        let chart = move || figure.get().map(|figure| drawn(lang, &figure, question.code(), across));
        let alone = a("go", &Route::Chart(question.code(), place, scope), vec![text(lang.texts().chart_take)]);
        div("column-part", vec![chart.into_any(), alone])
    };
    let of = [place.map(|place| lang.city(Some(place))), Some(lang.scope(scope, None))];
    let of = of.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let told = told_of(app);
    vec![told, p("soft", of), div("column-part", Question::of_place(place).map(one).collect())]
}

/// What a question comes to; `None` until the book has been read.
fn figure(app: App, lang: Lang, question: Question, place: Option<RegionCode>, scope: Scope) -> Option<Figure> {
    let figure = match question {
        Question::Poor => return Some(trend(lang, &[Poor::Kaltim, Poor::Indonesia])),
        Question::PoorByPlace => return Some(trend(lang, &[Poor::Urban, Poor::Rural])),
        Question::Groups => counted(app, lang, place, scope, Measure::Groups)?,
        Question::Households => counted(app, lang, place, scope, Measure::Households)?,
        _ => answers(app, lang, question.asks()?, place, scope)?,
    };
    Some(match place {
        Some(place) => figure.in_place(&lang.city(Some(place))),
        None => figure,
    })
}

/// A count of the answers of groups or members.
fn answers(app: App, lang: Lang, of: Trait, place: Option<RegionCode>, scope: Scope) -> Option<Figure> {
    let numbers = app.numbers(place, scope)?;
    app.reading.with(|reading| matches!(reading, Reading::Done)).then(|| {
        app.registry.with(|registry| {
            let counted = Breakdown::count(of, registry.dossiers(), scope, place, registry.today());
            of_breakdown(lang, &counted, covers(&numbers))
        })
    })
}

/// Whose records are in a chart.
fn covers(numbers: &DashboardNumbers) -> Covers {
    let last = numbers.covered.last_ms.map(|last| web::local(last).date());
    Covers { groups: numbers.per_city.total.groups, senders: numbers.covered.senders, last }
}

/// What the charts of a page have in common: the place where changes are told, and whether there are patterns on this device.
pub fn told_of(app: App) -> AnyView {
    let desk = Desk::of(app);
    told(Signal::derive(move || desk.differs(PATTERNS)))
}

/// How wide the page is, as the window is turned and drawn wider.
pub fn across() -> Signal<i32> {
    let (across, set) = signal(web::across());
    StoredValue::new_local(web::on_resize(move || set.set(web::across())));
    // What stands at the edges of the page.
    Signal::derive(move || across.get() - 32)
}

/// The rates of some of those that were published.
pub fn trend(lang: Lang, whose: &[Poor]) -> Figure {
    of_trend(lang, &Trend::of(whose))
}

/// A count of this book, city by city.
fn counted(app: App, lang: Lang, place: Option<RegionCode>, scope: Scope, measure: Measure) -> Option<Figure> {
    let numbers = app.numbers(place, scope)?;
    Some(of_series(lang, &Series::per_city(&numbers.per_city, measure, scope, covers(&numbers))))
}
