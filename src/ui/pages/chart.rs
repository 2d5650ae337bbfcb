//! All charts on one page, and each by itself: to be read, sent as a picture, taken away as a picture or a table, and printed. The
//! address holds what is asked.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::RegionCode;
use crate::exchange::file_name;
use crate::figures::{of_breakdown, of_series, of_trend};
use crate::i18n::Lang;
use crate::route::Route;
use crate::scene::{Figure, csv, picture};
use crate::stats::{Breakdown, Covers, Measure, Poor, Question, Scope, Series, Trait, Trend};
use crate::ui::charts::drawn;
use crate::ui::lazy;
use crate::ui::parts::block::{a, button, div, live, p, text};
use crate::ui::state::{App, DashboardNumbers, Reading, use_app, use_lang, use_texts};
use crate::web::{self, Shareable};

/// How wide a picture is that leaves, in tenths of a pixel: read on a phone without turning it, and two columns wide on paper.
const WIDTH: i32 = 7_200;

#[component]
pub fn ChartPage(question: Question, place: Option<RegionCode>, scope: Scope) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let figure = Memo::new(move |_| figure(app, lang, question, place, scope));
    let across = across();
    move || match figure.get() {
        Some(figure) => vec![drawn(lang, &figure, question.code(), across), ways(lang, &figure)],
        None => vec![lazy::unread(app)],
    }
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
    vec![p("soft", of), div("column-part", Question::of_place(place).map(one).collect())]
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

/// The ways in which a chart leaves.
fn ways(lang: Lang, figure: &Figure) -> AnyView {
    let t = use_texts();
    // What it asks, in the language of the person who finds it in a folder.
    let title = StoredValue::new(figure.title.clone());
    let name = move |extension: &str| title.with_value(|title| file_name(title, &[], web::today(), extension));
    let (svg, [width, height]) = picture(lang, figure, WIDTH);
    let table = csv(figure);
    // What is shared has to be ready before the tap.
    let png = RwSignal::new_local(None::<web_sys::Blob>);
    let share = RwSignal::new_local(None::<Shareable>);
    let has_failed = RwSignal::new(false);
    let drawing = svg.clone();
    spawn_local(async move {
        let made = web::png(&drawing, [width / 10, height / 10]).await;
        // The page may be gone by now.
        let _ = has_failed.try_set(made.is_none());
        let _ = share.try_set(made.as_ref().and_then(|made| Shareable::picture(&name("png"), made)));
        let _ = png.try_set(made);
    });
    let send = move || {
        if let Some(share) = share.get_untracked() {
            spawn_local(async move {
                share.share().await;
            });
        }
    };
    let shares = move || share.with(Option::is_some).then(|| button("solid", t.chart_share, send));
    let dots = move || {
        let take = move || {
            png.with_untracked(|png| png.as_ref().map(|png| web::download(&name("png"), png)));
        };
        png.with(Option::is_some).then(|| button("plain", t.chart_png, take))
    };
    let lines = button("plain", t.chart_svg, move || {
        web::download_bytes(&name("svg"), svg.as_bytes(), "image/svg+xml");
    });
    let numbers = button("plain", t.chart_csv, move || {
        web::download_bytes(&name("csv"), table.as_bytes(), "text/csv");
    });
    let failed = live("status", "", move || has_failed.get().then(|| p("box", t.chart_not_made)).into_iter().collect());
    let print = button("plain", t.print, web::print);
    vec![failed, div("actions", vec![shares.into_any(), dots.into_any(), lines, numbers, print])].into_any()
}
