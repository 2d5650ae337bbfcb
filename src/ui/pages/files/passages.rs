//! The files that left this device, those of others that came to it, and those that others only tell of.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::registry::{Registry, SentFile};
use crate::route::Route;
use crate::stats::Sender;
use crate::ui::parts::block::{a, button, div, h3, p, section, span, text, ul};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

/// How many are listed at first.
const FEW: usize = 5;

/// How many more with each "more".
const MORE: usize = 20;

/// A file, and who sent it or for whom it was.
type Passage = (SentFile, String);

/// The lists, and the way to who has sent and who has not.
pub fn passages() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let files = Memo::new(move |_| {
        let mut files = app.registry.with(Registry::sent_files);
        app.came.with(|came| files.retain(|file| came.contains(&file.id)));
        files
    });
    let of = move |is_own: bool, who: fn(Lang, &SentFile) -> String| {
        Signal::derive(move || {
            files.with(|files| {
                let of = files.iter().filter(|file| app.is_own(file.device) == is_own);
                of.map(|file| (file.clone(), who(lang, file))).collect()
            })
        })
    };
    let parts = vec![
        p("soft", t.passages_text),
        h3(t.passages_sent),
        list(of(true, |lang, file| lang.file_to(&file.receipt.about.to)), t.passages_none_sent),
        h3(t.passages_received),
        list(of(false, sender), t.passages_none_received),
        told(),
        a("button", &Route::Coverage, vec![text(t.coverage_open)]),
    ];
    section("passages", t.passages_title, parts)
}

/// The files that others only tell of; nothing where there are none.
pub fn told() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let files: Memo<Vec<Passage>> = Memo::new(move |_| {
        let files = app.told_files().into_iter();
        files.map(|(file, by)| (file.clone(), lang.told_by(&sender(lang, &file), by.as_deref()))).collect()
    });
    let is_any = Memo::new(move |_| files.with(|files| !files.is_empty()));
    let shown = move || {
        is_any.get().then(|| vec![h3(t.passages_told), p("soft", t.passages_told_text), list(files.into(), "")])
    };
    shown.into_any()
}

fn sender(lang: Lang, file: &SentFile) -> String {
    lang.sender(&Sender { device: file.device.to_string(), name: file.receipt.name.clone() })
}

/// These files, the latest first; `none` where there are none.
fn list(files: Signal<Vec<Passage>>, none: &'static str) -> AnyView {
    let lang = use_lang();
    let shown = RwSignal::new(FEW);
    let list = move || {
        files.with(|files| {
            if files.is_empty() {
                return vec![p("", none)];
            }
            let rest = files.len().saturating_sub(shown.get());
            let line = |(file, who): &Passage| {
                let about = [lang.moment(web::local(file.ms)), lang.file_held(&file.receipt)].join(" · ");
                div("item", vec![span("", who.clone()), span("soft", about)])
            };
            let mut parts = vec![ul("items", files.iter().take(shown.get()).map(line).collect())];
            if rest > 0 {
                parts.push(button("link", lang.and_more(rest), move || shown.update(|shown| *shown += MORE)));
            }
            parts
        })
    };
    list.into_any()
}
