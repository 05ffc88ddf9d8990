//! Measures what packed bytes unpack to, without keeping it.

use std::borrow::Cow;

use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Bytes of the window of deflate.
const WINDOW: usize = 32 << 10;

/// Most codes in a table of LZW.
const LZW_CODES: usize = 4096;

/// A way to pack or to write bytes that changes their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StreamFilter {
    /// Deflate, with or without the header of zlib.
    Flate,
    /// LZW of 9 to 12 bits.
    Lzw,
    /// Runs of one byte.
    Runs,
    /// Bytes as printable characters, four as five.
    Ascii85,
    /// Bytes as hexadecimal digits.
    Hex,
}

/// How many bytes `data` unpacks to, counted no further than a little above
/// `most`; `None` for bytes that are packed twice, which no program does.
pub(super) fn unpacked_len(filters: &[StreamFilter], data: &[u8], most: usize) -> Option<usize> {
    let is_packed =
        |filter: &&StreamFilter| !matches!(filter, StreamFilter::Ascii85 | StreamFilter::Hex);
    if filters.iter().filter(is_packed).count() > 1 || filters.len() > 2 {
        return None;
    }
    let (plain, filter) = match filters {
        [] => return Some(data.len()),
        [only] => (Cow::Borrowed(data), *only),
        [StreamFilter::Ascii85, second, ..] => (Cow::Owned(ascii85(data)), *second),
        [StreamFilter::Hex, second, ..] => (Cow::Owned(hex(data)), *second),
        // Characters that were packed.
        [packed, written, ..] => {
            let len = once_unpacked_len(*packed, data, most);
            return Some(len.saturating_mul(most_bytes_per_character(*written)));
        }
    };
    Some(once_unpacked_len(filter, &plain, most))
}

fn once_unpacked_len(filter: StreamFilter, data: &[u8], most: usize) -> usize {
    match filter {
        StreamFilter::Flate => inflated_len(data, most),
        StreamFilter::Lzw => lzw_len(data, most),
        // Two bytes stand for 128 at most (ISO 32000-1, 7.4.5).
        StreamFilter::Runs => data.len() * 64,
        StreamFilter::Ascii85 | StreamFilter::Hex => data.len() * most_bytes_per_character(filter),
    }
}

/// How many bytes one printable character stands for at most: `z` for four.
fn most_bytes_per_character(filter: StreamFilter) -> usize {
    match filter {
        StreamFilter::Hex => 1,
        _ => 4,
    }
}

fn inflated_len(data: &[u8], most: usize) -> usize {
    // RFC 1950, 2.2: method 8, and both bytes as one number a multiple of 31.
    let is_zlib = matches!(data, [method, flags, ..]
        if method & 15 == 8 && (u16::from(*method) << 8 | u16::from(*flags)) % 31 == 0);
    let header = if is_zlib {
        TINFL_FLAG_PARSE_ZLIB_HEADER
    } else {
        0
    };
    let mut state = DecompressorOxide::new();
    let mut window = vec![0; WINDOW];
    let (mut read, mut written) = (0, 0);
    while written <= most {
        let flags = header | TINFL_FLAG_HAS_MORE_INPUT;
        let at = written % WINDOW;
        let (status, taken, given) = decompress(&mut state, &data[read..], &mut window, at, flags);
        read += taken;
        written += given;
        if status != miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
            break;
        }
    }
    written
}

/// A code stands for one byte more than the code before it in the table, so
/// the lengths alone tell the sum.
fn lzw_len(data: &[u8], most: usize) -> usize {
    let fresh = || vec![1_usize; 258];
    let (mut lengths, mut last) = (fresh(), None);
    let (mut bits, mut held, mut sum) = (0_u32, 0_u32, 0_usize);
    for byte in data {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        // Codes grow by a bit one code early: `EarlyChange` is 1 unless a file says otherwise (ISO
        // 32000-1, 7.4.4.3).
        let width = match lengths.len() {
            ..511 => 9,
            511..1023 => 10,
            1023..2047 => 11,
            _ => 12,
        };
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits) as usize & ((1 << width) - 1);
        match code {
            // 256 clears the table, 257 ends the data (ISO 32000-1, 7.4.4.2).
            256 => (lengths, last) = (fresh(), None),
            257 => break,
            _ => {
                // A code may be used before the table has it: it is the last one and its first byte
                // again.
                let length = lengths
                    .get(code)
                    .copied()
                    .or(last.map(|last: usize| last + 1));
                let length = length.unwrap_or(1);
                if let Some(last) = last.filter(|_| lengths.len() < LZW_CODES) {
                    lengths.push(last + 1);
                }
                last = Some(length);
                sum += length;
            }
        }
        if sum > most {
            break;
        }
    }
    sum
}

fn ascii85(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(data.len());
    let mut group = [84_u32; 5];
    let mut filled = 0;
    let mut flush = |group: &mut [u32; 5], filled: &mut usize| {
        let word = group.iter().fold(0_u32, |word, digit| {
            word.wrapping_mul(85).wrapping_add(*digit)
        });
        bytes.extend(&word.to_be_bytes()[..filled.saturating_sub(1)]);
        (*group, *filled) = ([84; 5], 0);
    };
    for byte in data {
        match byte {
            b'!'..=b'u' => {
                group[filled] = u32::from(byte - b'!');
                filled += 1;
            }
            // Four bytes of zero; `~` ends the data (ISO 32000-1, 7.4.3).
            b'z' => (group, filled) = ([0; 5], 5),
            b'~' => break,
            _ => {}
        }
        if filled == 5 {
            flush(&mut group, &mut filled);
        }
    }
    flush(&mut group, &mut filled);
    bytes
}

fn hex(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    digits
        .chunks(2)
        // A last digit without a second has a 0 behind it (ISO 32000-1, 7.4.2).
        .map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0))
        .collect()
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

    use super::*;

    #[test]
    fn the_length_is_that_of_the_plain_bytes() {
        let plain = b"we cleared 12 fields ".repeat(5_000);
        let len = |filters: &[StreamFilter], data: &[u8]| unpacked_len(filters, data, 1 << 20);
        let zlib = compress_to_vec_zlib(&plain, 6);
        assert_eq!(len(&[StreamFilter::Flate], &zlib), Some(plain.len()));
        let raw = compress_to_vec(&plain, 6);
        assert_eq!(len(&[StreamFilter::Flate], &raw), Some(plain.len()));
        assert_eq!(len(&[], &plain), Some(plain.len()));
        let digits: Vec<String> = zlib.iter().map(|byte| format!("{byte:02x}")).collect();
        let digits = digits.concat();
        assert_eq!(
            len(&[StreamFilter::Hex, StreamFilter::Flate], digits.as_bytes()),
            Some(plain.len())
        );
    }

    #[test]
    fn characters_that_were_packed_stand_for_no_more_than_four_bytes_each() {
        let len = |written: StreamFilter, text: &[u8]| {
            let packed = compress_to_vec_zlib(text, 6);
            unpacked_len(&[StreamFilter::Flate, written], &packed, 1 << 20)
        };
        assert_eq!(
            len(StreamFilter::Ascii85, b"87cURD]j7BEbo80~>"),
            Some(4 * 17)
        );
        assert_eq!(len(StreamFilter::Hex, b"48 65 6C>"), Some(9));
        let bomb = vec![b'z'; 4 << 20];
        assert!(len(StreamFilter::Ascii85, &bomb).unwrap() > 1 << 20);
    }

    #[test]
    fn counting_stops_above_the_limit() {
        let bomb = compress_to_vec_zlib(&vec![0; 50 << 20], 6);
        let len = unpacked_len(&[StreamFilter::Flate], &bomb, 1 << 20).unwrap();
        assert!(len > 1 << 20 && len < 2 << 20, "{len}");
    }

    #[test]
    fn bytes_packed_twice_are_refused() {
        assert_eq!(
            unpacked_len(&[StreamFilter::Flate, StreamFilter::Flate], b"x", 9),
            None
        );
        assert_eq!(
            unpacked_len(&[StreamFilter::Lzw, StreamFilter::Flate], b"x", 9),
            None
        );
    }

    #[test]
    fn codes_of_lzw_stand_for_ever_longer_rows() {
        // The example of the specification: 45 45 45 45 45 65 45 45 45 66.
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(
            unpacked_len(&[StreamFilter::Lzw], &packed, 1 << 20),
            Some(10)
        );
    }

    #[test]
    fn printable_characters_give_back_their_bytes() {
        assert_eq!(ascii85(b"87cURD]j7BEbo80~>"), b"Hello world!");
        assert_eq!(ascii85(b"z!!~>"), [0, 0, 0, 0, 0]);
        assert_eq!(hex(b"48 65 6C>ff"), b"Hel");
    }
}
