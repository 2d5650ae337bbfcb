//! Tones, one after the other. Comes with the second wasm: everything is called by name.
//!
//! One voice that changes its height, and how loud it is at each moment: so a second of it costs the device nothing. Deliberately
//! absent: what the tones stand for.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::object::{begin, call_now, get};
use super::window;

/// How loud a tone is.
const LOUD: f64 = 0.25;

/// How long it takes a tone to come and to go, in seconds: without it each begins with a click.
const SOFT: f64 = 0.015;

/// What sounds now. It is silent when this is dropped.
pub struct Sound(JsValue);

impl Drop for Sound {
    fn drop(&mut self) {
        begin(&self.0, "close", &[]);
    }
}

/// Plays tones: how high each is in tenths of a hertz (0 is a click), when it begins and how long it lasts, in milliseconds. To be called
/// straight from a tap or a key; `None` in a browser without sound.
pub fn play(tones: impl Iterator<Item = [u32; 3]>) -> Option<Sound> {
    let make: Function = get(&window()?.into(), "AudioContext").dyn_into().ok()?;
    let sound = Sound(Reflect::construct(&make, &Array::new()).ok()?);
    let context = &sound.0;
    let voice = call_now(context, "createOscillator", &[]).ok()?;
    let loud = call_now(context, "createGain", &[]).ok()?;
    call_now(&voice, "connect", &[&loud]).ok()?;
    call_now(&loud, "connect", &[&get(context, "destination")]).ok()?;
    let (height, volume) = (get(&voice, "frequency"), get(&loud, "gain"));
    let first = get(context, "currentTime").as_f64()? + 0.1;
    let set = |what: &JsValue, method: &str, value: f64, at: f64| {
        let _ = call_now(what, method, &[&value.into(), &at.into()]);
    };
    set(&volume, "setValueAtTime", 0.0, first - 0.1);
    let mut end = first;
    for [tenths, start, length] in tones {
        let from = first + f64::from(start) / 1000.0;
        end = from + f64::from(length) / 1000.0;
        if tenths == 0 {
            // Full and gone at once: a click.
            set(&volume, "setValueAtTime", LOUD, from);
            set(&volume, "setValueAtTime", 0.0, end);
            continue;
        }
        set(&height, "setValueAtTime", f64::from(tenths) / 10.0, from);
        set(&volume, "setValueAtTime", 0.0, from);
        set(&volume, "linearRampToValueAtTime", LOUD, from + SOFT);
        set(&volume, "setValueAtTime", LOUD, end - SOFT);
        set(&volume, "linearRampToValueAtTime", 0.0, end);
    }
    call_now(&voice, "start", &[]).ok()?;
    call_now(&voice, "stop", &[&end.into()]).ok()?;
    // Safari begins silent.
    begin(context, "resume", &[]);
    Some(sound)
}
