//! Locking and opening files with a passphrase, by the browser's own cipher (WebCrypto).
//!
//! Reaches it by the global object and not by `window`, so that it works in a worker as in a page. The form of a locked file is
//! `exchange::sealed`. Deliberately absent: a cipher of our own where the browser gives none, which it does not on addresses
//! that are not secure; and any keeping of passphrases.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::object::{call, get};
use crate::exchange::passphrase::{self, canonical};
use crate::exchange::sealed::{IV, Lock, SALT, SealError, Sealed};

/// What a key may be used for that wraps others.
const WRAPPING: [&str; 2] = ["wrapKey", "unwrapKey"];
/// What the key of a file may be used for.
const CIPHERING: [&str; 2] = ["encrypt", "decrypt"];

/// Whether this browser locks and opens files here.
pub fn has_cipher() -> bool {
    !subtle().is_undefined()
}

/// A passphrase drawn by chance.
///
/// # Errors
/// [`SealError::Unsupported`]: without real chance none is suggested.
pub fn suggest_passphrase() -> Result<String, SealError> {
    let bytes = random::<{ passphrase::WORDS * 2 }>()?;
    let mut pairs = bytes.chunks_exact(2);
    Ok(passphrase::suggest(std::array::from_fn(|_| match pairs.next() {
        Some([one, two]) => u16::from_be_bytes([*one, *two]),
        _ => 0,
    })))
}

/// The form of a passphrase that locks, of what was typed.
pub fn passphrase(typed: &str) -> String {
    canonical(&String::from(js_sys::JsString::from(typed).normalize("NFKC")))
}

/// The text of a file that holds `plain` and opens with the passphrase. Takes seconds on a cheap phone, beside the page.
///
/// # Errors
/// [`SealError::Unsupported`].
pub async fn seal(plain: &str, typed: &str) -> Result<String, SealError> {
    let lock = Lock::new(random::<SALT>()?);
    let iv = random::<IV>()?;
    let refused = |_| SealError::Unsupported;
    let subtle = subtle();
    let wrapper = wrapper(&lock, &passphrase(typed)).await.map_err(refused)?;
    let method = object(&[("name", &"AES-GCM".into()), ("length", &256.into())]);
    let key = call(&subtle, "generateKey", &[&method, &true.into(), &uses(CIPHERING)]).await.map_err(refused)?;
    let hidden = call(&subtle, "wrapKey", &[&"raw".into(), &key, &wrapper, &"AES-KW".into()]).await.map_err(refused)?;
    let plain = Uint8Array::from(plain.as_bytes());
    let contents = call(&subtle, "encrypt", &[&gcm(&iv, &lock), &key, &plain]).await.map_err(refused)?;
    Ok(Sealed { lock, key: bytes(&hidden), iv: iv.to_vec(), contents: bytes(&contents) }.text())
}

/// What is in a locked file. Takes as long as locking it did, and as long again for a passphrase that is not in the form that
/// locks and does not fit in it: then it is tried as it was typed, since other programs lock with any text.
///
/// # Errors
/// [`SealError::WrongPassphrase`], [`SealError::Damaged`] when what was encrypted has changed, [`SealError::Unsupported`].
pub async fn open(sealed: &Sealed, typed: &str) -> Result<Vec<u8>, SealError> {
    if !has_cipher() {
        return Err(SealError::Unsupported);
    }
    let written = passphrase(typed);
    let mut key = unwrap(sealed, &written).await;
    if key == Err(SealError::WrongPassphrase) && written != typed {
        key = unwrap(sealed, typed).await;
    }
    let contents = Uint8Array::from(sealed.contents.as_slice());
    let plain = call(&subtle(), "decrypt", &[&gcm(&sealed.iv, &sealed.lock), &key?, &contents]).await;
    plain.map(|plain| bytes(&plain)).map_err(|_| SealError::Damaged)
}

/// The key of a file. A passphrase that does not fit and a wrapped key that was changed look the same.
async fn unwrap(sealed: &Sealed, passphrase: &str) -> Result<JsValue, SealError> {
    let wrapper = wrapper(&sealed.lock, passphrase).await.map_err(|_| SealError::Unsupported)?;
    let key = Uint8Array::from(sealed.key.as_slice());
    let arguments: [&JsValue; 7] =
        [&"raw".into(), &key, &wrapper, &"AES-KW".into(), &"AES-GCM".into(), &false.into(), &uses(CIPHERING)];
    call(&subtle(), "unwrapKey", &arguments).await.map_err(|_| SealError::WrongPassphrase)
}

/// The key that wraps, of a passphrase (PBKDF2 with SHA-512): what takes the time.
async fn wrapper(lock: &Lock, passphrase: &str) -> Result<JsValue, JsValue> {
    let subtle = subtle();
    let letters = Uint8Array::from(passphrase.as_bytes());
    let method: JsValue = "PBKDF2".into();
    let base = [&"raw".into(), letters.as_ref(), &method, &false.into(), &uses(["deriveKey"])];
    let base = call(&subtle, "importKey", &base).await?;
    let salt = Uint8Array::from(lock.salt_input().as_slice());
    let how = object(&[
        ("name", &method),
        ("hash", &"SHA-512".into()),
        ("salt", &salt),
        ("iterations", &lock.rounds().into()),
    ]);
    let what = object(&[("name", &"AES-KW".into()), ("length", &256.into())]);
    call(&subtle, "deriveKey", &[&how, &base, &what, &false.into(), &uses(WRAPPING)]).await
}

fn gcm(iv: &[u8], lock: &Lock) -> JsValue {
    let (iv, beside) = (Uint8Array::from(iv), Uint8Array::from(lock.additional_data().as_slice()));
    object(&[("name", &"AES-GCM".into()), ("iv", &iv), ("additionalData", &beside), ("tagLength", &128.into())])
}

fn crypto() -> JsValue {
    get(&js_sys::global(), "crypto")
}

/// `crypto.subtle`; `undefined` where the address is not secure.
fn subtle() -> JsValue {
    get(&crypto(), "subtle")
}

/// Bytes by chance, and nothing in place of them.
fn random<const N: usize>() -> Result<[u8; N], SealError> {
    let array = Uint8Array::new_with_length(u32::try_from(N).unwrap_or(0));
    let crypto = crypto();
    get(&crypto, "getRandomValues")
        .dyn_into::<Function>()
        .and_then(|fill| Reflect::apply(&fill, &crypto, &Array::of1(&array)))
        .map_err(|_| SealError::Unsupported)?;
    let mut bytes = [0; N];
    array.copy_to(&mut bytes);
    Ok(bytes)
}

fn object(members: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn uses<const N: usize>(names: [&str; N]) -> JsValue {
    names.iter().map(|name| JsValue::from(*name)).collect::<Array>().into()
}

/// The bytes of an `ArrayBuffer`.
fn bytes(buffer: &JsValue) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}
