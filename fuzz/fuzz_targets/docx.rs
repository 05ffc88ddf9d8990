//! Any bytes read as docx load or give an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::Format;

fuzz_target!(|bytes: &[u8]| {
    let options = LoadOptions {
        format: Some(Format::Docx),
        ..LoadOptions::default()
    };
    let _ = load_bytes("fuzz.docx", bytes, &options);
});
