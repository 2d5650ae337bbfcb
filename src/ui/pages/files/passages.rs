//! The files that left this device, and those of others that came to it, as their receipts tell.

use leptos::prelude::*;

use crate::registry::{Registry, SentFile};
use crate::route::Route;
use crate::stats::Sender;
use crate::ui::parts::block::{a, button, div, h3, p, section, span, text, ul};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

/// How many are listed at first.
const FEW: usize = 5;

/// How many more with each "more".
const MORE: usize = 20;

/// Both lists, and the way to who has sent and who has not.
pub fn passages() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let files = Memo::new(move |_| book.registry.with(Registry::sent_files));
    let device = book.device();
    let sent = move |file: &SentFile| (file.device == device).then(|| lang.file_to(&file.receipt.about.to));
    let received = move |file: &SentFile| {
        let sender = Sender { device: file.device.to_string(), name: file.receipt.name.clone() };
        (file.device != device).then(|| lang.sender(&sender))
    };
    let parts = vec![
        p("soft", t.passages_text),
        h3(t.passages_sent),
        list(files, t.passages_none_sent, sent),
        h3(t.passages_received),
        list(files, t.passages_none_received, received),
        a("button", &Route::Coverage, vec![text(t.coverage_open)]),
    ];
    section("passages", t.passages_title, parts)
}

/// The files that `who` has a word for.
fn list(
    files: Memo<Vec<SentFile>>,
    none: &'static str,
    who: impl Fn(&SentFile) -> Option<String> + Copy + Send + Sync + 'static,
) -> AnyView {
    let lang = use_lang();
    let shown = RwSignal::new(FEW);
    let list = move || {
        files.with(|files| {
            let told: Vec<(&SentFile, String)> = files.iter().filter_map(|file| Some((file, who(file)?))).collect();
            if told.is_empty() {
                return vec![p("", none)];
            }
            let rest = told.len().saturating_sub(shown.get());
            let line = |(file, who): (&SentFile, String)| {
                let about = [lang.moment(web::local(file.ms)), lang.file_held(&file.receipt)].join(" · ");
                div("item", vec![span("", who), span("soft", about)])
            };
            let mut parts = vec![ul("items", told.into_iter().take(shown.get()).map(line).collect())];
            if rest > 0 {
                parts.push(button("link", lang.and_more(rest), move || shown.update(|shown| *shown += MORE)));
            }
            parts
        })
    };
    list.into_any()
}
