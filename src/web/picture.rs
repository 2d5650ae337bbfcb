//! A picture in dots of one in lines: the browser draws the SVG onto a canvas, twice as fine as it is read. Comes with the second wasm.
//!
//! The SVG goes in as a `data:` address, which the policy of the page allows for pictures; one of a `blob:` it refuses.

use js_sys::{Promise, encode_uri_component};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::window;

/// So many dots stand for a pixel, so that letters stay sharp on a phone and on paper.
const FINE: i32 = 2;

/// The PNG of an SVG of this size in pixels; `None` where the browser draws none.
pub async fn png(svg: &str, [width, height]: [i32; 2]) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    let [wide, high] = [width, height].map(|length| length.saturating_mul(FINE));
    canvas.set_width(u32::try_from(wide).ok()?);
    canvas.set_height(u32::try_from(high).ok()?);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let [wide, high] = [f64::from(wide), f64::from(high)];
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high).ok()?;
    let made = Promise::new(&mut |done, _| {
        let hear = Closure::once_into_js(move |blob: wasm_bindgen::JsValue| {
            let _ = done.call1(&wasm_bindgen::JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob(hear.unchecked_ref());
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
