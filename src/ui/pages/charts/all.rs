//! All charts of a subject, of what is asked of, one below the other.

use leptos::prelude::*;

use super::compare::COMPARE;
use super::filters::filters;
use super::{chart_route, column};
use crate::route::Route;
use crate::search::kept;
use crate::stats::{Asked, Question, Topic};
use crate::ui::parts::block::{a, div, text};
use crate::ui::state::{use_lang, use_texts};

pub fn charts_page(asked: &Asked) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let questions: Vec<Question> = Question::of(asked).collect();
    let has = |topic: &Topic| questions.iter().any(|question| question.topic() == *topic);
    let topics: Vec<Topic> = Topic::ALL.into_iter().filter(has).collect();
    let shown = asked.topic.filter(|topic| topics.contains(topic)).or(topics.first().copied());
    let tab = |topic: Topic| {
        let to = chart_route(None, &Asked { topic: Some(topic), ..asked.clone() });
        let is_current = (shown == Some(topic)).then_some("true");
        view! { <a href=to.to_string() aria-current=is_current>{lang.topic(topic)}</a> }.into_any()
    };
    let tabs: Vec<AnyView> = topics.iter().copied().map(tab).collect();
    let of_topic = questions.into_iter().filter(|question| Some(question.topic()) == shown).collect();
    let compare = Route::Chart(COMPARE, kept(&Asked { topic: None, ..asked.clone() }.query()));
    let place = asked.place.map(|place| a("go", &Route::area(place, asked.scope), vec![text(t.area_page)]));
    let ways = [Some(a("go", &compare, vec![text(t.compare_areas)])), place];
    let nav = view! { <nav class="topics" aria-label=t.chart_topics>{tabs}</nav> }.into_any();
    vec![filters(asked, ""), div("ways-on", ways.into_iter().flatten().collect()), nav, column(of_topic, asked)]
        .into_any()
}
