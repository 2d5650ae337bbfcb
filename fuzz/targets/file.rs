//! The fuzzer's way to the reader of files.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| buku_kube_fuzz::file(bytes));
