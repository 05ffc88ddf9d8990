//! Looks for bytes in all of a text: without an early end the compiler makes
//! vector instructions of it.

/// Whether one of `bytes` is what is sought.
pub(super) fn has_byte(bytes: &[u8], is_sought: impl Fn(u8) -> bool) -> bool {
    let bytes = bytes.iter();
    bytes.fold(false, |found, byte| found | is_sought(*byte))
}

/// Whether two of `bytes` that stand `apart` are what is sought.
pub(super) fn has_pair(bytes: &[u8], apart: usize, is_sought: impl Fn(u8, u8) -> bool) -> bool {
    let pairs = bytes.iter().zip(bytes.get(apart..).unwrap_or_default());
    pairs.fold(false, |found, (one, other)| found | is_sought(*one, *other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for at in 0..70 {
            let mut bytes = [b'a'; 70];
            bytes[at] = b'b';
            assert!(has_byte(&bytes, |byte| byte == b'b'));
            let pair = |one, other| (one, other) == (b'a', b'b');
            assert_eq!(has_pair(&bytes, 2, pair), at >= 2);
        }
        assert!(!has_pair(b"a", 2, |_, _| true));
    }
}
