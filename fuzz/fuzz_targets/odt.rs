#![no_main]

use libfuzzer_sys::fuzz_target;
use verbale::model::Format;
use verbale_fuzz::read_part;

fuzz_target!(|bytes: &[u8]| read_part(Format::Odt, "content.xml", bytes));
