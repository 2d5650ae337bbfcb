//! A picture in dots of one in lines: the browser draws the SVG onto a canvas, twice as fine as it is read. Comes with the second wasm.
//!
//! The SVG goes in as a `data:` address, which the policy of the page allows for pictures; one of a `blob:` it refuses.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::object::{call_now, get};
use super::window;

/// So many dots stand for a pixel, so that letters stay sharp on a phone and on paper.
const FINE: i32 = 2;

/// The PNG of an SVG of this size in pixels; `None` where the browser draws none.
///
/// Everything is called by its name: glue for each call would come with the first visit.
pub async fn png(svg: &str, [width, height]: [i32; 2]) -> Option<Blob> {
    let window: JsValue = window()?.into();
    let make: Function = get(&window, "Image").dyn_into().ok()?;
    let image = Reflect::construct(&make, &Array::new()).ok()?;
    let drawing = call_now(&window, "encodeURIComponent", &[&svg.into()]).ok()?.as_string()?;
    put(&image, "src", &format!("data:image/svg+xml;charset=utf-8,{drawing}").into())?;
    JsFuture::from(call_now(&image, "decode", &[]).ok()?.dyn_into::<Promise>().ok()?).await.ok()?;
    let canvas = call_now(&get(&window, "document"), "createElement", &[&"canvas".into()]).ok()?;
    let [wide, high] = [width, height].map(|length| JsValue::from(length.saturating_mul(FINE)));
    put(&canvas, "width", &wide)?;
    put(&canvas, "height", &high)?;
    let context = call_now(&canvas, "getContext", &[&"2d".into()]).ok()?;
    call_now(&context, "drawImage", &[&image, &0.into(), &0.into(), &wide, &high]).ok()?;
    let dots = Promise::new(&mut |done, _| {
        let hear = Closure::once_into_js(move |blob: JsValue| {
            let _ = done.call1(&JsValue::NULL, &blob);
        });
        let _ = call_now(&canvas, "toBlob", &[&hear]);
    });
    JsFuture::from(dots).await.ok()?.dyn_into().ok()
}

/// A picture as a file of this name.
pub(super) fn file(name: &str, content: &Blob) -> Option<File> {
    let make: Function = get(&window()?.into(), "File").dyn_into().ok()?;
    let options = Object::new();
    put(&options, "type", &"image/png".into())?;
    Reflect::construct(&make, &Array::of3(&Array::of1(content), &name.into(), &options)).ok()?.dyn_into().ok()
}

fn put(object: &JsValue, name: &str, value: &JsValue) -> Option<()> {
    Reflect::set(object, &name.into(), value).ok().map(|_| ())
}
