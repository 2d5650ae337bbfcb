//! A worker with a wasm of its own, for what would keep the page from answering.
//!
//! `page/worker.js` is the other side; the page names it in a `meta` element. Deliberately absent: what is asked and answered.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::object::{get, text};
use super::window;

/// A worker, as long as it is kept; it ends in the middle of its work when dropped.
pub struct WebWorker {
    worker: JsValue,
    waiting: Rc<RefCell<Waiting>>,
    is_there: Rc<Cell<bool>>,
    next: Cell<u32>,
    _hear: Closure<dyn FnMut(JsValue)>,
}

/// Hears how many are done, of how many, and of what.
type Hears = Rc<dyn Fn(u32, u32, &str)>;

type Waiting = BTreeMap<u32, Asked>;

/// What was asked and is not answered yet.
struct Asked {
    answer: Function,
    refuse: Function,
    hears: Hears,
}

/// What crosses beside the question.
#[derive(Default)]
pub struct Transfer {
    /// Texts, one after the other.
    pub texts: Array,
    /// Files.
    pub blobs: Array,
}

/// An answer: its text, and bytes beside it.
pub struct Answered {
    /// The text.
    pub text: String,
    /// The bytes, where there are any.
    pub bytes: Option<Uint8Array>,
}

/// The worker is not there, cannot be fetched, or has broken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerError;

impl WebWorker {
    /// Starts the worker of this name; `None` where the page has none.
    pub fn start(name: &str) -> Option<Self> {
        let document = window()?.document()?;
        let address = document.query_selector(&format!("meta[name=worker-{name}]")).ok()??.get_attribute("content")?;
        let constructor: Function = get(&js_sys::global(), "Worker").dyn_into().ok()?;
        let worker = Reflect::construct(&constructor, &Array::of1(&address.into())).ok()?;
        let (waiting, is_there) = (Rc::<RefCell<Waiting>>::default(), Rc::<Cell<bool>>::default());
        let hear = {
            let (waiting, is_there) = (waiting.clone(), is_there.clone());
            Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| heard(&waiting, &is_there, &event))
        };
        for event in ["onmessage", "onerror", "onmessageerror"] {
            Reflect::set(&worker, &event.into(), hear.as_ref()).ok()?;
        }
        Some(Self { worker, waiting, is_there, next: Cell::new(0), _hear: hear })
    }

    /// Asks; `progress` hears how many are done, of how many, and of what.
    ///
    /// # Errors
    /// [`WorkerError`].
    pub async fn ask(
        &self,
        ask: &str,
        beside: &Transfer,
        progress: impl Fn(u32, u32, &str) + 'static,
    ) -> Result<Answered, WorkerError> {
        let id = self.next.replace(self.next.get().wrapping_add(1));
        let message = Object::new();
        for (name, value) in [
            ("id", id.into()),
            ("ask", ask.into()),
            ("texts", beside.texts.clone().into()),
            ("blobs", beside.blobs.clone().into()),
        ] {
            let _ = Reflect::set(&message, &name.into(), &value);
        }
        let hears: Hears = Rc::new(progress);
        let promise = Promise::new(&mut |answer, refuse| {
            self.waiting.borrow_mut().insert(id, Asked { answer, refuse, hears: hears.clone() });
        });
        if let Ok(post) = get(&self.worker, "postMessage").dyn_into::<Function>()
            && post.call1(&self.worker, &message).is_err()
        {
            refuse_all(&self.waiting);
        }
        let answered = JsFuture::from(promise).await.map_err(|_| WorkerError)?;
        Ok(Answered {
            text: text(&answered, "answer").ok_or(WorkerError)?,
            bytes: get(&answered, "bytes").dyn_into().ok(),
        })
    }
}

impl WebWorker {
    /// Whether it has come whole and begun to work: one that could not be fetched has nothing to say of what it was asked.
    pub fn is_there(&self) -> bool {
        self.is_there.get()
    }

    /// Ends it in the middle of whatever it is at; what was asked is not answered any more.
    pub fn end(&self) {
        if let Ok(end) = get(&self.worker, "terminate").dyn_into::<Function>() {
            let _ = end.call0(&self.worker);
        }
        refuse_all(&self.waiting);
    }
}

impl Drop for WebWorker {
    fn drop(&mut self) {
        self.end();
    }
}

fn heard(waiting: &RefCell<Waiting>, is_there: &Cell<bool>, event: &JsValue) {
    let data = get(event, "data");
    let number = |name: &str| get(&data, name).as_f64();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // small counts, both sides ours
    let whole = |name: &str| number(name).map(|number| number as u32);
    let Some(id) = whole("id") else {
        // The worker could not be fetched, or broke down outside of any question.
        refuse_all(waiting);
        return;
    };
    is_there.set(is_there.get() || !get(&data, "missing").is_truthy());
    if let (Some(done), Some(of)) = (whole("done"), whole("of")) {
        let hears = waiting.borrow().get(&id).map(|asked| asked.hears.clone());
        // Of nothing: it has begun.
        if let Some(hears) = hears.filter(|_| of > 0) {
            hears(done, of, &text(&data, "stage").unwrap_or_default());
        }
        return;
    }
    let Some(asked) = waiting.borrow_mut().remove(&id) else { return };
    let settle = if get(&data, "failed").is_truthy() { asked.refuse } else { asked.answer };
    let _ = settle.call1(&JsValue::NULL, &data);
}

fn refuse_all(waiting: &RefCell<Waiting>) {
    for asked in std::mem::take(&mut *waiting.borrow_mut()).into_values() {
        let _ = asked.refuse.call0(&JsValue::NULL);
    }
}
