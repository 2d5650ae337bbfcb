//! One list of the files that left this device and those of others that came to it; and those that others only tell of.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::registry::{Registry, SentFile};
use crate::route::Route;
use crate::stats::Sender;
use crate::ui::parts::block::{a, button, details, div, h3, p, section, span, text, ul};
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

/// How many are listed at first.
const FEW: usize = 4;

/// How many more with each "more".
const MORE: usize = 20;

/// A file, who sent it or for whom it was, and which way it went; of one that is only told of there is no way.
#[derive(Clone, PartialEq)]
struct Passage {
    file: SentFile,
    who: String,
    is_own: Option<bool>,
}

/// The list, and the way to who has sent and who has not.
pub fn passages() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let files = Memo::new(move |_| {
        let mut files = app.registry.with(Registry::sent_files);
        app.came.with(|came| files.retain(|file| came.contains(&file.id)));
        files.into_iter().map(|file| passage(file, |file| app.is_own(file.device), lang)).collect::<Vec<_>>()
    });
    let told = told_files();
    let is_told = Memo::new(move |_| told.with(Vec::len));
    // In few words: how they differ from those that came is said on the page of who has sent.
    let told = move || {
        let parts = || vec![p("soft", t.passages_told_text), list(told.into(), "")];
        (is_told.get() > 0).then(|| details("", false, t.passages_told, parts()))
    };
    let parts = vec![
        list(files.into(), t.passages_none),
        told.into_any(),
        a("go", &Route::Coverage, vec![text(t.coverage_open)]),
    ];
    section("passages", t.passages_title, parts)
}

fn passage(file: SentFile, is_own: impl Fn(&SentFile) -> bool, lang: Lang) -> Passage {
    let is_own = is_own(&file);
    let who = if is_own {
        lang.went_to(&file.receipt.about.to)
    } else {
        lang.came_from(&file.receipt.name, &file.device.to_string())
    };
    Passage { file, who, is_own: Some(is_own) }
}

/// The files that others only tell of; nothing where there are none.
pub fn told() -> AnyView {
    let t = use_texts();
    let files = told_files();
    let is_any = Memo::new(move |_| files.with(|files| !files.is_empty()));
    let shown = move || {
        is_any.get().then(|| vec![h3(t.passages_told), p("soft", t.passages_told_text), list(files.into(), "")])
    };
    shown.into_any()
}

fn told_files() -> Memo<Vec<Passage>> {
    let (app, lang) = (use_app(), use_lang());
    Memo::new(move |_| {
        let told = |(file, by): (SentFile, Option<String>)| {
            let sender = Sender { device: file.device.to_string(), name: file.receipt.name.clone() };
            Passage { who: lang.told_by(&lang.sender(&sender), by.as_deref()), file, is_own: None }
        };
        app.told_files().into_iter().map(told).collect()
    })
}

/// These files, the latest first; `none` where there are none.
fn list(files: Signal<Vec<Passage>>, none: &'static str) -> AnyView {
    let lang = use_lang();
    let shown = RwSignal::new(FEW);
    let list = move || {
        files.with(|files| {
            if files.is_empty() {
                return vec![p("soft", none)];
            }
            let rest = files.len().saturating_sub(shown.get());
            let mut parts =
                vec![ul("items", files.iter().take(shown.get()).map(|passage| line(passage, lang)).collect())];
            if rest > 0 {
                parts.push(button("link", lang.and_more(rest), move || shown.update(|shown| *shown += MORE)));
            }
            parts
        })
    };
    list.into_any()
}

fn line(Passage { file, who, is_own }: &Passage, lang: Lang) -> AnyView {
    let about = [lang.moment(web::local(file.ms)), lang.file_held(&file.receipt)].join(" · ");
    let words = div("item", vec![span("", who.clone()), span("soft", about)]);
    match is_own {
        None => words,
        Some(is_own) => div("passage", vec![icon(if *is_own { Sign::Unsent } else { Sign::Came }), words]),
    }
}
