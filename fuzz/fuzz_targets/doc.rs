#![no_main]

use libfuzzer_sys::fuzz_target;
use verbale::model::Format;
use verbale_fuzz::read;

fuzz_target!(|bytes: &[u8]| read(Format::Doc, bytes));
