//! Locked files: which are known for what they are, which are refused and in what words, what other programs write.

use buku_kube::exchange::sealed::{LEAST_ROUNDS, MOST_ROUNDS, ROUNDS};
use buku_kube::exchange::{Limits, SealError, Sealed, is_sealed};
use buku_kube::i18n::Lang;
use serde_json::{Value, json};

const FLATTENED: &str = include_str!("../fixtures/sealed/jose-flattened.json");
const WITH_AAD: &str = include_str!("../fixtures/sealed/jose-flattened-aad.json");
const GENERAL: &str = include_str!("../fixtures/sealed/jose-general.json");
const COMPACT: &str = include_str!("../fixtures/sealed/jose-compact.txt");
const OWN: &str = include_str!("../fixtures/sealed/own.json");
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64 for addresses, by a reference that knows no chunks: a string of bits, six at a time.
fn base64(text: &str) -> String {
    let bits = text.bytes().map(|byte| format!("{byte:08b}")).collect::<Vec<_>>().concat();
    let six = |bits: &[u8]| format!("{:0<6}", std::str::from_utf8(bits).unwrap());
    let index = |bits: &[u8]| usize::from_str_radix(&six(bits), 2).unwrap();
    bits.as_bytes().chunks(6).map(|bits| char::from(LETTERS[index(bits)])).collect()
}

fn header() -> Value {
    json!({ "alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "p2s": "AAAAAAAAAAA", "p2c": 600_000 })
}

/// A JWE with this header; what is encrypted is nothing that opens.
fn jwe(header: &Value) -> Value {
    json!({
        "protected": base64(&header.to_string()),
        "encrypted_key": "A".repeat(54),
        "iv": "A".repeat(16),
        "tag": "A".repeat(22),
        "ciphertext": "AAAA",
    })
}

/// A JWE with one member of its header put in place of another, or taken out where it is null.
fn with_header(name: &str, value: Value) -> Value {
    let mut header = header();
    match value {
        Value::Null => drop(header.as_object_mut().unwrap().remove(name)),
        value => header[name] = value,
    }
    jwe(&header)
}

/// A JWE with one of its members put in place of another, or taken out where it is null.
fn with(name: &str, value: Value) -> Value {
    let mut jwe = jwe(&header());
    match value {
        Value::Null => drop(jwe.as_object_mut().unwrap().remove(name)),
        value => jwe[name] = value,
    }
    jwe
}

fn parse(jwe: &Value) -> Result<Sealed, SealError> {
    Sealed::parse(jwe.to_string().as_bytes())
}

#[test]
fn what_another_program_locked_is_taken_apart() {
    let table = [
        (FLATTENED, 2048, [b"PBES2-HS512+A256KW\0".as_slice(), &[9; 24]].concat()),
        (COMPACT, 1000, [b"PBES2-HS512+A256KW\0".as_slice(), &[1; 8]].concat()),
    ];
    for (text, rounds, salt) in table {
        assert!(is_sealed(text.as_bytes()));
        let sealed = Sealed::parse(text.as_bytes()).unwrap();
        assert_eq!((sealed.lock.rounds(), sealed.lock.salt_input()), (rounds, salt));
    }
    assert_eq!(Sealed::parse(WITH_AAD.as_bytes()).unwrap().lock.rounds(), 5000);
    let aad = Sealed::parse(WITH_AAD.as_bytes()).unwrap().lock.additional_data();
    let outer: Value = serde_json::from_str(WITH_AAD).unwrap();
    let expected = format!("{}.{}", outer["protected"].as_str().unwrap(), base64("beside"));
    assert_eq!(String::from_utf8(aad).unwrap(), expected);
    assert!(Sealed::parse(GENERAL.as_bytes()).is_ok(), "one receiver, and a header in three places");
}

#[test]
fn a_file_of_ours_from_before_is_read_and_written_the_same() {
    let sealed = Sealed::parse(OWN.as_bytes()).unwrap();
    assert_eq!(sealed.lock.rounds(), ROUNDS);
    assert_eq!(sealed.text(), OWN);
}

#[test]
fn a_locked_file_is_known_however_it_is_laid_out() {
    let pretty = serde_json::to_string_pretty(&serde_json::from_str::<Value>(OWN).unwrap()).unwrap();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(OWN.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let laid_out = [
        OWN.as_bytes().to_vec(),
        format!("\u{feff}{OWN}").into_bytes(),
        OWN.replace('\n', "\r\n").into_bytes(),
        format!("\n\n  {OWN}  \n").into_bytes(),
        pretty.into_bytes(),
        utf16,
    ];
    for bytes in laid_out {
        assert!(is_sealed(&bytes));
        assert_eq!(Sealed::parse(&bytes), Sealed::parse(OWN.as_bytes()));
    }
    assert!(is_sealed(format!("{}\n", COMPACT.trim()).as_bytes()));
}

#[test]
fn no_other_file_is_taken_for_a_locked_one() {
    for entry in std::fs::read_dir("tests/fixtures/bad").unwrap().chain(std::fs::read_dir("tests/fixtures/v1").unwrap())
    {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        let locked = name == "encrypted-newer.json" || name.starts_with("locked-");
        assert_eq!(is_sealed(&std::fs::read(&path).unwrap()), locked, "{}", path.display());
    }
    for text in [
        "",
        "{}",
        "a.b.c.d.e",
        "eyJ.b.c.d",
        "eyJ.b.c.d.e.f",
        "eyJ.b c.c.d.e",
        "[\"ciphertext\"]",
        r#"{"payload":"AA","protected":"AA","signature":"AA"}"#,
        r#"{"records":[],"ciphertext":"AA"}"#,
        r#"{"a":{"ciphertext":"AA"}}"#,
    ] {
        assert!(!is_sealed(text.as_bytes()), "{text}");
    }
}

#[test]
fn the_compact_form_is_known_by_its_beginning_and_is_cut_until_its_last_part() {
    let whole = COMPACT.trim_end();
    let (first, last) = (whole.find('.').unwrap() + 1, whole.rfind('.').unwrap());
    for end in first..=last {
        assert!(is_sealed(&whole.as_bytes()[..end]), "{end}");
        assert_eq!(Sealed::parse(&whole.as_bytes()[..end]), Err(SealError::Truncated), "{end}");
    }
    assert!(!is_sealed(&whole.as_bytes()[..first - 1]), "a header alone is any text");
}

#[test]
fn a_file_that_was_cut_is_told_so_at_every_place_where_it_is_known() {
    let known = OWN.find("\"ciphertext\":").unwrap() + "\"ciphertext\"".len();
    for end in known..OWN.trim_end().len() {
        let cut = &OWN.as_bytes()[..end];
        assert!(is_sealed(cut), "{end}");
        assert_eq!(Sealed::parse(cut), Err(SealError::Truncated), "{end}");
    }
}

#[test]
fn each_bad_jwe_has_its_reason() {
    let deep = (0..300).fold(json!(1), |inner, _| json!([inner]));
    let table = [
        (with_header("alg", json!("PBES2-HS256+A128KW")), SealError::OtherWay),
        (with_header("alg", json!("RSA-OAEP")), SealError::OtherWay),
        (with_header("alg", json!("dir")), SealError::OtherWay),
        (with_header("alg", Value::Null), SealError::OtherWay),
        (with_header("enc", json!("A128GCM")), SealError::OtherWay),
        (with_header("enc", json!("A256CBC-HS512")), SealError::OtherWay),
        (with_header("zip", json!("DEF")), SealError::OtherWay),
        (with_header("crit", json!(["exp"])), SealError::OtherWay),
        (with_header("p2c", json!(LEAST_ROUNDS - 1)), SealError::Rounds),
        (with_header("p2c", json!(MOST_ROUNDS + 1)), SealError::Rounds),
        (with_header("p2c", json!(u64::MAX)), SealError::Rounds),
        (with_header("p2c", json!(0)), SealError::Rounds),
        (with_header("p2c", json!(-600_000)), SealError::Damaged),
        (with_header("p2c", json!("600000")), SealError::Damaged),
        (with_header("p2c", Value::Null), SealError::Damaged),
        (with_header("p2s", Value::Null), SealError::Damaged),
        (with_header("p2s", json!("AAAAAAAAAA")), SealError::Damaged),
        (with_header("p2s", json!("A".repeat(800))), SealError::Damaged),
        (with_header("p2s", json!("AAAA AAAA A")), SealError::Damaged),
        (with_header("x", json!("x".repeat(4000))), SealError::Damaged),
        (with_header("x", deep.clone()), SealError::Damaged),
        (with("protected", json!("AAAA")), SealError::Damaged),
        (with("protected", json!(base64("[1]"))), SealError::Damaged),
        (with("protected", json!(5)), SealError::Damaged),
        (with("protected", Value::Null), SealError::OtherWay),
        (with("unprotected", json!({ "alg": "PBES2-HS512+A256KW" })), SealError::Damaged),
        (with("encrypted_key", Value::Null), SealError::Damaged),
        (with("encrypted_key", json!("AAAA")), SealError::Damaged),
        (with("iv", Value::Null), SealError::Damaged),
        (with("iv", json!("A".repeat(22))), SealError::Damaged),
        (with("tag", Value::Null), SealError::Damaged),
        (with("tag", json!("AAAA")), SealError::Damaged),
        (with("ciphertext", json!("A")), SealError::Damaged),
        (with("ciphertext", json!("AA==")), SealError::Damaged),
        (with("ciphertext", json!(null)), SealError::Damaged),
        (with("ciphertext", deep), SealError::Damaged),
        (with("recipients", json!([{}, {}])), SealError::OtherWay),
        (with("recipients", json!([{}])), SealError::Damaged),
    ];
    for (jwe, expected) in table {
        // Taken out, it is no JWE at all, and nobody comes to parse it; here it is asked all the same.
        assert_eq!(parse(&jwe), Err(expected), "{jwe}");
    }
    for rounds in [LEAST_ROUNDS, MOST_ROUNDS] {
        assert!(parse(&with_header("p2c", json!(rounds))).is_ok(), "both bounds are within");
    }
    assert!(parse(&jwe(&header())).is_ok(), "what the table changes is good before");
    assert!(parse(&with("unknown", json!({ "any": ["thing"] }))).is_ok(), "RFC 7516, 7.2.1: other members are ignored");
}

#[test]
fn a_file_over_the_limit_is_not_looked_at() {
    let large = vec![b'{'; Limits::BYTES + 1];
    assert!(!is_sealed(&large));
    assert_eq!(Sealed::parse(&large), Err(SealError::TooLarge));
}

#[test]
fn the_file_that_a_newer_app_locked_in_another_way_is_told_so() {
    let bytes = std::fs::read("tests/fixtures/bad/encrypted-newer.json").unwrap();
    assert_eq!(Sealed::parse(&bytes), Err(SealError::OtherWay));
}

#[test]
fn each_reason_is_said_in_plain_words() {
    let table = [
        (
            SealError::WrongPassphrase,
            "Kata sandi tidak cocok; tidak ada yang diubah. Periksa tiap kata dan urutannya, lalu coba lagi.",
            "The passphrase does not fit; nothing was changed. Check each word and their order, and try again.",
        ),
        (
            SealError::Damaged,
            "Berkas terkunci ini rusak atau berubah sejak dikirim. Minta pengirim mengirim ulang.",
            "This locked file is damaged or has changed since it was sent. Ask the sender to send it again.",
        ),
        (
            SealError::Truncated,
            "Berkas ini terpotong di tengah. Minta pengirim mengirim ulang seluruhnya.",
            "This file stops in the middle. Ask the sender to send all of it again.",
        ),
    ];
    for (error, id, en) in table {
        assert_eq!(Lang::ALL.map(|lang| lang.seal_error(error)), [id, en]);
    }
}
