#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use verbale::load::LoadOptions;
use verbale::load::jsonl::Rows;

fuzz_target!(|bytes: &[u8]| {
    for row in Rows::new(bytes, Path::new("fuzz.jsonl"), LoadOptions::default()) {
        let _ = row;
    }
});
