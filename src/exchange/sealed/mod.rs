//! A file locked with a passphrase: its form, not its cipher.
//!
//! It is a JWE (RFC 7516) with `PBES2-HS512+A256KW` and `A256GCM`, written in flattened JSON: a passphrase makes a key (PBKDF2), this
//! wraps a key drawn for the file (AES key wrap), and that one encrypts it. So any JOSE library opens it. It tells nothing of what is
//! in it but its length. Beside the members of the RFC stand `format` and `version`, which a reader of JWE has to ignore (section
//! 7.2.1); an app from before files were locked finds there that a newer one wrote it. May rely on reading a text of bytes
//! (`read`). Deliberately absent: the cipher itself, which is the browser's (`web/cipher.rs`), since a slow one of our own would
//! mean fewer rounds; compression, which other libraries have dropped (`zip`); public keys.

mod base64;
mod header;
mod read;

pub use read::is_sealed;

use serde_json::json;

use super::file::FORMAT;

/// How the passphrase wraps the key of the file (RFC 7518, section 4.8).
pub(super) const ALG: &str = "PBES2-HS512+A256KW";
/// How the file is encrypted (RFC 7518, section 5.3).
pub(super) const ENC: &str = "A256GCM";
/// The version that stands beside the JWE: 1 knows no locked files, and says of this that a newer app wrote it.
const VERSION: u64 = 2;

/// Rounds of PBKDF2 in files that are written.
///
/// OWASP's Password Storage Cheat Sheet asks for 210,000 with HMAC-SHA-512 and 600,000 with HMAC-SHA-256 (figures of December 2022). JOSE
/// offers the former with a key of 256 bits; the count is that of the latter, nearly three times what is asked, since a file
/// that was sent stays with a messenger for ever.
pub const ROUNDS: u32 = 600_000;
/// Fewer are not opened: the least that RFC 7518 (section 4.8.1.2) recommends.
pub const LEAST_ROUNDS: u32 = 1_000;
/// More are not tried: a cheap phone would stand still for minutes, and a file must not be able to do that.
pub const MOST_ROUNDS: u32 = 10_000_000;

/// Bytes of salt in files that are written; RFC 7518 (section 4.8.1.1) asks for 8 or more.
pub const SALT: usize = 16;
/// Bytes of the number used once for AES-GCM.
pub const IV: usize = 12;
/// Bytes of the proof that the contents are whole.
pub const TAG: usize = 16;
/// Bytes of a wrapped key of 32.
const WRAPPED: usize = 40;

/// Why a locked file is not opened, or a file not locked. `i18n` has the one sentence for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// Larger than [`Limits::BYTES`](super::Limits::BYTES).
    TooLarge,
    /// It stops in the middle.
    Truncated,
    /// A part is missing, of another length, or not what was written.
    Damaged,
    /// Locked by another method, or for several receivers.
    OtherWay,
    /// Fewer rounds than [`LEAST_ROUNDS`] or more than [`MOST_ROUNDS`].
    Rounds,
    /// The passphrase does not unwrap the key.
    WrongPassphrase,
    /// This browser has no cipher here: the page did not come by a secure address.
    Unsupported,
}

/// What a passphrase is turned into a key with, and what is signed beside the contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The protected header, as it stands: it is part of what is signed.
    protected: String,
    /// Further data that is signed, as it stands; other libraries may write some.
    aad: Option<String>,
    salt: Vec<u8>,
    rounds: u32,
}

impl Lock {
    /// A new one, with salt drawn by chance.
    pub fn new(salt: [u8; SALT]) -> Self {
        let header = json!({ "alg": ALG, "enc": ENC, "p2s": base64::encode(&salt), "p2c": ROUNDS, "cty": "json" });
        Self {
            protected: base64::encode(header.to_string().as_bytes()),
            aad: None,
            salt: salt.to_vec(),
            rounds: ROUNDS,
        }
    }

    /// Rounds of PBKDF2.
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    /// The salt of PBKDF2: the method, a zero, and what stands in the file.
    pub fn salt_input(&self) -> Vec<u8> {
        salt_input(ALG, &self.salt)
    }

    /// What AES-GCM signs beside the contents (RFC 7516, section 5.1, step 14).
    pub fn additional_data(&self) -> Vec<u8> {
        match &self.aad {
            Some(aad) => format!("{}.{aad}", self.protected).into_bytes(),
            None => self.protected.clone().into_bytes(),
        }
    }
}

/// RFC 7518, section 4.8.1.1.
fn salt_input(alg: &str, salt: &[u8]) -> Vec<u8> {
    [alg.as_bytes(), &[0], salt].concat()
}

/// A locked file, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// What the passphrase is turned into a key with.
    pub lock: Lock,
    /// The key of the file, wrapped.
    pub key: Vec<u8>,
    /// The number used once.
    pub iv: Vec<u8>,
    /// The contents, and after them the proof that they are whole, as WebCrypto gives and takes them.
    pub contents: Vec<u8>,
}

impl Sealed {
    /// The text of the file, a part a line, the contents last: so a file that was cut is known for what it is.
    pub fn text(&self) -> String {
        let (contents, tag) = self.contents.split_at(self.contents.len().saturating_sub(TAG));
        let parts = [
            ("protected", self.lock.protected.clone()),
            ("encrypted_key", base64::encode(&self.key)),
            ("iv", base64::encode(&self.iv)),
            ("tag", base64::encode(tag)),
            ("ciphertext", base64::encode(contents)),
        ];
        let mut text = format!("{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION}");
        for (name, value) in parts {
            text.push_str(",\n\"");
            text.push_str(name);
            text.push_str("\": \"");
            text.push_str(&value);
            text.push('"');
        }
        text.push_str("\n}\n");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{ReadError, is_sealed, read as read_file};

    fn sealed() -> Sealed {
        Sealed {
            lock: Lock::new([7; SALT]),
            key: vec![1; WRAPPED],
            iv: vec![2; IV],
            contents: [vec![3; 100], vec![4; TAG]].concat(),
        }
    }

    #[test]
    fn what_is_written_reads_the_same() {
        let text = sealed().text();
        assert!(is_sealed(text.as_bytes()));
        assert_eq!(Sealed::parse(text.as_bytes()), Ok(sealed()));
    }

    #[test]
    fn the_salt_is_that_of_the_rfc() {
        // RFC 7517, appendix C.4: the same construction for its own method, byte for byte.
        let salt = [217, 96, 147, 112, 150, 117, 70, 247, 127, 8, 155, 137, 174, 42, 80, 215];
        let expected = [
            80, 66, 69, 83, 50, 45, 72, 83, 50, 53, 54, 43, 65, 49, 50, 56, 75, 87, 0, 217, 96, 147, 112, 150, 117, 70,
            247, 127, 8, 155, 137, 174, 42, 80, 215,
        ];
        assert_eq!(salt_input("PBES2-HS256+A128KW", &salt), expected);
        assert_eq!(base64::encode(&salt), "2WCTcJZ1Rvd_CJuJripQ1w");
        let ours = Lock::new(salt).salt_input();
        assert_eq!(ours, [b"PBES2-HS512+A256KW\0".as_slice(), &salt].concat());
    }

    #[test]
    fn the_header_says_how_and_nothing_of_what() {
        let lock = Lock::new([0; SALT]);
        let header = String::from_utf8(base64::decode(&lock.protected).unwrap()).unwrap();
        let header: serde_json::Value = serde_json::from_str(&header).unwrap();
        let expected = json!({
            "alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "p2s": "AAAAAAAAAAAAAAAAAAAAAA", "p2c": 600_000, "cty": "json",
        });
        assert_eq!(header, expected);
        assert_eq!(lock.additional_data(), lock.protected.as_bytes());
    }

    #[test]
    fn a_locked_file_holds_no_other_member() {
        let text: serde_json::Value = serde_json::from_str(&sealed().text()).unwrap();
        let names: Vec<&str> = text.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names.len(), 7);
        for name in ["format", "version", "protected", "encrypted_key", "iv", "tag", "ciphertext"] {
            assert!(names.contains(&name), "{name}");
        }
    }

    #[test]
    fn a_reader_of_open_files_says_that_a_newer_app_wrote_it() {
        assert_eq!(read_file(sealed().text().as_bytes()), Err(ReadError::Newer));
    }

    #[test]
    fn rounds_that_are_written_are_rounds_that_are_read() {
        const { assert!(LEAST_ROUNDS <= ROUNDS && ROUNDS <= MOST_ROUNDS && ROUNDS >= 600_000) };
    }
}
