//! The plain blocks that pages are built of.
//!
//! Functions, not components: an element written out in a page costs some 500 bytes of wasm, a call of one of these 50, and the
//! first visit has to come through one bar of signal.

use leptos::prelude::*;

use crate::route::Route;

/// A paragraph.
pub fn p(class: &'static str, text: impl Into<String>) -> AnyView {
    fn draw(class: &'static str, text: &str) -> AnyView {
        view! { <p class=class>{parted(text)}</p> }.into_any()
    }
    draw(class, &text.into())
}

/// A piece of a line.
pub fn span(class: &'static str, text: impl Into<String>) -> AnyView {
    fn draw(class: &'static str, text: String) -> AnyView {
        view! { <span class=class>{text}</span> }.into_any()
    }
    draw(class, text.into())
}

/// A piece of a line that carries weight.
pub fn b(text: impl Into<String>) -> AnyView {
    fn draw(text: String) -> AnyView {
        view! { <b>{text}</b> }.into_any()
    }
    draw(text.into())
}

/// A heading of the second level; `id` for what is labelled by it, or nothing.
pub fn h2(id: &'static str, text: impl Into<String>) -> AnyView {
    fn draw(id: &'static str, text: &str) -> AnyView {
        view! { <h2 id=(!id.is_empty()).then_some(id)>{parted(text)}</h2> }.into_any()
    }
    draw(id, &text.into())
}

/// A heading of the third level.
pub fn h3(text: impl Into<String>) -> AnyView {
    fn draw(text: String) -> AnyView {
        view! { <h3>{text}</h3> }.into_any()
    }
    draw(text.into())
}

/// Things that stand together.
pub fn div(class: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <div class=class>{children}</div> }.into_any()
}

/// Something that a screen reader reads out when it changes: at once (`alert`) or when there is time (`status`).
pub fn live(role: &'static str, class: &'static str, children: impl Fn() -> Vec<AnyView> + Send + 'static) -> AnyView {
    type Children = Box<dyn Fn() -> Vec<AnyView> + Send>;
    fn draw(role: &'static str, class: &'static str, children: Children) -> AnyView {
        view! { <div role=role class=class>{children}</div> }.into_any()
    }
    draw(role, class, Box::new(children))
}

/// A part of a page under a heading.
pub fn section(id: &'static str, title: &'static str, children: Vec<AnyView>) -> AnyView {
    view! {
        <section class="panel" aria-labelledby=id>
            {h2(id, title)}
            {children}
        </section>
    }
    .into_any()
}

/// A list.
pub fn ul(class: &'static str, items: Vec<AnyView>) -> AnyView {
    view! { <ul class=class>{items.into_iter().map(li).collect::<Vec<_>>()}</ul> }.into_any()
}

/// A list whose order counts.
pub fn ol(class: &'static str, items: Vec<AnyView>) -> AnyView {
    view! { <ol class=class>{items.into_iter().map(li).collect::<Vec<_>>()}</ol> }.into_any()
}

fn li(item: AnyView) -> AnyView {
    view! { <li>{item}</li> }.into_any()
}

/// A name and what it stands for, in a list of such.
pub fn dl(class: &'static str, pairs: Vec<(String, AnyView)>) -> AnyView {
    fn pair((name, value): (String, AnyView)) -> AnyView {
        view! {
            <div>
                <dt>{parted(&name)}</dt>
                <dd>{value}</dd>
            </div>
        }
        .into_any()
    }
    view! { <dl class=class>{pairs.into_iter().map(pair).collect::<Vec<_>>()}</dl> }.into_any()
}

/// A text that may go on in the next line after a slash, as in "kelurahan/desa/kampung".
pub fn parted(text: &str) -> Vec<AnyView> {
    let mut pieces = Vec::new();
    for piece in text.split_inclusive('/') {
        if !pieces.is_empty() {
            pieces.push(view! { <wbr /> }.into_any());
        }
        pieces.push(piece.to_owned().into_any());
    }
    pieces
}

/// What opens when asked to.
pub fn details(class: &'static str, open: bool, summary: impl Into<String>, children: Vec<AnyView>) -> AnyView {
    fn draw(class: &'static str, open: bool, summary: &str, children: Vec<AnyView>) -> AnyView {
        view! {
            <details class=class open=open>
                <summary>{parted(summary)}</summary>
                {div("inside", children)}
            </details>
        }
        .into_any()
    }
    draw(class, open, &summary.into(), children)
}

/// A link to a place in the app.
pub fn a(class: &'static str, to: &Route, children: Vec<AnyView>) -> AnyView {
    view! { <a class=class href=to.to_string()>{children}</a> }.into_any()
}

/// Text by itself.
pub fn text(text: impl Into<String>) -> AnyView {
    fn draw(text: String) -> AnyView {
        text.into_any()
    }
    draw(text.into())
}

/// A button. The word is a label, not a sentence: `solid` for the main action, `plain` beside it, `link` for the least.
pub fn button(class: &'static str, word: impl Into<String>, on_tap: impl Fn() + 'static) -> AnyView {
    fn draw(class: &'static str, word: String, on_tap: Box<dyn Fn()>) -> AnyView {
        view! {
            <button type="button" class=class on:click=move |_| on_tap()>
                {word}
            </button>
        }
        .into_any()
    }
    draw(class, word.into(), Box::new(on_tap))
}

/// The button that sends a form.
pub fn submit(word: &'static str) -> AnyView {
    view! {
        <button type="submit" class="solid">
            {word}
        </button>
    }
    .into_any()
}
