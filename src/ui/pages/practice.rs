//! What there is to practise on: four exercises, each with the way to it and how much of it is left.

use leptos::prelude::*;

use crate::registry::{Dossier, Registry};
use crate::route::{Route, Tab};
use crate::sample::practice;
use crate::ui::parts::block::{a, button, div, h2, ol, p, text};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{Duplicates, Intent, use_app, use_lang, use_texts};

#[component]
pub fn PracticePage() -> impl IntoView {
    let (app, t) = (use_app(), use_texts());
    Duplicates::of(app).watch(true);
    move || {
        if app.is_practice() {
            let afresh = button("link", t.practice_reset, move || app.dispatch(Intent::PractiseAfresh));
            vec![p("", t.exercises_text), exercises(), div("actions", vec![afresh])]
        } else {
            let enter = button("solid", t.practice_enter, move || app.dispatch(Intent::Practise(true)));
            vec![p("", t.practice_text), div("actions", vec![enter])]
        }
    }
}

fn exercises() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    // What to look for does not change; how it stands does.
    let made = practice();
    let (incomplete, new_group) = (made.incomplete, made.file.new_group);
    let pairs = Memo::new(move |_| Duplicates::of(app).with(|it| it.map(|it| it.pairs.len())));
    let is_complete = |dossier: &Dossier| !dossier.is_incomplete();
    let left = Memo::new(move |_| {
        app.registry.with(|registry: &Registry| {
            let disputed: usize = registry.dossiers().map(Dossier::conflict_count).sum();
            let is_open = registry.dossier(incomplete).is_some_and(|dossier| !is_complete(dossier));
            let is_new = registry.dossier(new_group).is_none();
            [disputed, usize::from(is_new), usize::from(is_open)]
        })
    });
    let state = move |left: Option<usize>| match left {
        None => tag(None, t.duplicates_searching),
        Some(0) => tag(Some(Tone::Fine), t.exercise_done),
        Some(left) => tag(None, lang.exercise_left(left)),
    };
    let way = |to: Route, word| a("button", &to, vec![text(word)]);
    let look = button("plain", t.exercise_file_go, move || app.dispatch(Intent::InspectPractice));
    let exercise = |title, told, how: AnyView, way| {
        div("exercise", vec![div("line", vec![h2("", title), how]), p("", told), div("actions", vec![way])])
    };
    ol(
        "exercises",
        vec![
            exercise(
                t.duplicates_title,
                t.exercise_pairs,
                (move || state(pairs.get())).into_any(),
                way(Route::Duplicates(None), t.exercise_pairs_go),
            ),
            exercise(
                t.conflicts_title,
                t.exercise_conflict,
                (move || state(Some(left.get()[0]))).into_any(),
                way(Route::Conflicts, t.exercise_conflict_go),
            ),
            exercise(t.exercise_file_title, t.exercise_file, (move || state(Some(left.get()[1]))).into_any(), look),
            exercise(
                t.exercise_gap_title,
                t.exercise_gap,
                (move || state(Some(left.get()[2]))).into_any(),
                way(Route::Group(incomplete, Tab::Members), t.exercise_gap_go),
            ),
        ],
    )
}
