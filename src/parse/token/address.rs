//! Addresses of the web and of mail, which stay whole.

/// Bytes of the longest address that is looked for.
/// Every token asks for an address: in a text without blanks the search would go to its end each
/// time.
const MAX_LEN: usize = 500;

/// Length of the address at the start of `text`, up to white space, without
/// the punctuation of the sentence behind it; `None` where there is none.
pub(super) fn address_len(text: &str) -> Option<usize> {
    let near = &text[..text.floor_char_boundary(MAX_LEN)];
    let chunk = near.split(char::is_whitespace).next()?;
    // *(see https://example.org/a).*: brackets and stops that follow are the sentence's.
    let address = chunk.trim_end_matches(|char: char| ".,;:!?)]}>\"'”’»".contains(char));
    let is_mail = address
        .split_once('@')
        .is_some_and(|(name, host)| is_name(name) && host.contains('.') && is_name(host));
    let is_page = address.starts_with("www.")
        || address
            .split_once("://")
            .is_some_and(|(scheme, _)| is_name(scheme));
    (is_page || is_mail).then_some(address.len())
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|char| char.is_alphanumeric() || ".-_+%".contains(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_before_its_sign() {
        assert!(is_name("ana.velde") && is_name("https"));
        assert!(!is_name("") && !is_name("a/b"));
    }
}
