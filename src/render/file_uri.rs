//! Paths as URIs (RFC 3986, RFC 8089).

use std::fmt::Write;

/// The address of the file at an absolute `path` on `host`; where `host` is
/// empty, on this machine. Drives and shares of Windows are known by their
/// looks.
#[must_use]
pub fn file_address(path: &str, host: &str) -> String {
    // What `canonicalize` gives on Windows, and no address has.
    let path = path.strip_prefix(r"\\?\").unwrap_or(path);
    let mut address = String::from("file://");
    if let Some(share) = path.strip_prefix(r"\\") {
        push_encoded(&mut address, &share.replace('\\', "/"));
    } else if let Some(drive) = drive(path) {
        // The colon stays (RFC 8089, appendix E.2), or it would be a folder of that name.
        address.extend(["/", drive]);
        push_encoded(&mut address, &path[drive.len()..].replace('\\', "/"));
    } else {
        address.push_str(host);
        push_encoded(&mut address, path);
    }
    address
}

/// `path` as a relative reference, or a `file` URI where it is absolute.
pub(super) fn uri_reference(path: &str) -> String {
    if path.starts_with('/') || path.starts_with(r"\\") || drive(path).is_some() {
        return file_address(path, "");
    }
    let mut reference = String::new();
    push_encoded(&mut reference, path.trim_start_matches("./"));
    reference
}

/// The drive of an absolute path of Windows: *C:*. A file may be called *a:1.txt*.
fn drive(path: &str) -> Option<&str> {
    match path.as_bytes() {
        [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic() => Some(&path[..2]),
        _ => None,
    }
}

/// All but the unreserved characters of RFC 3986 and `/` as `%20`.
fn push_encoded(address: &mut String, path: &str) {
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                address.push(char::from(byte));
            }
            _ => write!(address, "%{byte:02X}").expect("a string takes all"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_addresses_whatever_their_letters() {
        let cases = [
            ("/srv/a.txt", "file://box/srv/a.txt"),
            ("/srv/é 1;#%.txt", "file://box/srv/%C3%A9%201%3B%23%25.txt"),
            ("/srv/a\\b\u{1b}\u{7}", "file://box/srv/a%5Cb%1B%07"),
            (r"C:\My files\a.txt", "file:///C:/My%20files/a.txt"),
            (r"\\?\C:\a.txt", "file:///C:/a.txt"),
            (r"\\server\share\a b", "file://server/share/a%20b"),
        ];
        for (path, address) in cases {
            assert_eq!(file_address(path, "box"), address);
        }
    }

    #[test]
    fn paths_are_uri_references() {
        let cases = [
            ("./notes/a b.txt", "notes/a%20b.txt"),
            ("é:1.txt", "%C3%A9%3A1.txt"),
            ("/srv/a.txt", "file:///srv/a.txt"),
            ("C:/a.txt", "file:///C:/a.txt"),
            (r"C:\notes\a b.txt", "file:///C:/notes/a%20b.txt"),
            ("a:1.txt", "a%3A1.txt"),
        ];
        for (path, expected) in cases {
            assert_eq!(uri_reference(path), expected);
        }
    }
}
