#![no_main]

use libfuzzer_sys::fuzz_target;
use verbale_fuzz::read_number_words;

fuzz_target!(|bytes: &[u8]| read_number_words(bytes));
