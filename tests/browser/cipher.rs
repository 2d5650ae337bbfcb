//! Locking and opening by the browser's cipher; another program's files are in `tests/fixtures/sealed`.

use buku_kube::exchange::{SealError, Sealed, is_sealed};
use buku_kube::web;
use wasm_bindgen_test::wasm_bindgen_test;

const PASSPHRASE: &str = "kopi pagi hangat";
const PLAIN: &[u8] = include_bytes!("../fixtures/v1/group.json");

async fn open(text: &str, typed: &str) -> Result<Vec<u8>, SealError> {
    web::open(&Sealed::parse(text.as_bytes()).unwrap(), typed).await
}

#[wasm_bindgen_test]
async fn what_was_locked_opens_with_its_passphrase_and_with_no_other() {
    let plain = "{\"nama\": \"Contoh Melati \u{e9}\"}";
    let text = web::seal(plain, PASSPHRASE).await.unwrap();
    assert!(is_sealed(text.as_bytes()) && !text.contains("Melati"));
    for typed in [PASSPHRASE, " Kopi-Pagi-Hangat ", "KOPI, PAGI, HANGAT.", "\u{ff2b}opi pagi hangat"] {
        assert_eq!(open(&text, typed).await.as_deref(), Ok(plain.as_bytes()), "{typed}");
    }
    for typed in ["kopi hangat pagi", "kopi pagi", "", "kopipagihangat"] {
        assert_eq!(open(&text, typed).await, Err(SealError::WrongPassphrase), "{typed}");
    }
    assert_ne!(web::seal(plain, PASSPHRASE).await.unwrap(), text, "salt, key and number are drawn anew");
}

#[wasm_bindgen_test]
async fn what_another_program_locked_opens() {
    for text in [
        include_str!("../fixtures/sealed/jose-flattened.json"),
        include_str!("../fixtures/sealed/jose-flattened-aad.json"),
        include_str!("../fixtures/sealed/jose-general.json"),
        include_str!("../fixtures/sealed/jose-compact.txt"),
        include_str!("../fixtures/sealed/own.json"),
    ] {
        assert_eq!(open(text, PASSPHRASE).await.as_deref(), Ok(PLAIN));
    }
}

#[wasm_bindgen_test]
async fn a_passphrase_that_another_program_took_as_it_is_opens_too() {
    let text = include_str!("../fixtures/sealed/jose-as-typed.json");
    assert_eq!(open(text, "Kopi-Pagi").await.as_deref(), Ok(PLAIN));
    assert_eq!(open(text, "kopi pagi").await, Err(SealError::WrongPassphrase));
}

#[wasm_bindgen_test]
async fn a_changed_part_is_told_from_a_wrong_passphrase() {
    let mut sealed = Sealed::parse(include_bytes!("../fixtures/sealed/jose-flattened.json")).unwrap();
    sealed.contents[5] ^= 1;
    assert_eq!(web::open(&sealed, PASSPHRASE).await, Err(SealError::Damaged));
    sealed.contents[5] ^= 1;
    sealed.iv[0] ^= 1;
    assert_eq!(web::open(&sealed, PASSPHRASE).await, Err(SealError::Damaged));
    sealed.iv[0] ^= 1;
    assert_eq!(web::open(&sealed, PASSPHRASE).await.as_deref(), Ok(PLAIN));
    sealed.key[0] ^= 1;
    assert_eq!(web::open(&sealed, PASSPHRASE).await, Err(SealError::WrongPassphrase));
}

#[wasm_bindgen_test]
fn suggestions_differ_and_are_six_words() {
    let [one, other] = [web::suggest_passphrase().unwrap(), web::suggest_passphrase().unwrap()];
    assert_ne!(one, other);
    assert_eq!((one.split(' ').count(), web::passphrase(&one)), (6, one));
}
