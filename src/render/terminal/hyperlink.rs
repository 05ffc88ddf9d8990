//! Links that a terminal opens: OSC 8 (gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).

use std::fmt::Write;

/// The address of the file at an absolute `path` on `host`; where `host` is
/// empty, on this machine. Drives and shares of Windows are known by their
/// looks.
#[must_use]
pub fn file_address(path: &str, host: &str) -> String {
    // What `canonicalize` gives on Windows, and no address has.
    let path = path.strip_prefix(r"\\?\").unwrap_or(path);
    let is_drive = |bytes: &[u8]| bytes[0].is_ascii_alphabetic() && bytes[1] == b':';
    let mut address = String::from("file://");
    if let Some(share) = path.strip_prefix(r"\\") {
        push_encoded(&mut address, &share.replace('\\', "/"));
    } else if let Some(drive) = path.get(..2).filter(|start| is_drive(start.as_bytes())) {
        address.extend(["/", drive]);
        push_encoded(&mut address, &path[2..].replace('\\', "/"));
    } else {
        address.push_str(host);
        push_encoded(&mut address, path);
    }
    address
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

/// `text` as a link to a line of the file at `address`.
pub(super) fn link(address: Option<&str>, line: Option<u32>, text: &str) -> String {
    let Some(address) = address else {
        return text.to_owned();
    };
    // The line is a fragment: a program that does not know it opens the file all the same.
    let line = line.map(|line| format!("#{line}")).unwrap_or_default();
    format!("\u{1b}]8;;{address}{line}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
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
    fn a_link_has_its_line_and_no_columns() {
        let text = link(Some("file:///a"), Some(12), "¶5");
        assert_eq!(text, "\u{1b}]8;;file:///a#12\u{1b}\\¶5\u{1b}]8;;\u{1b}\\");
        assert_eq!(textwrap::core::display_width(&text), 2);
        assert_eq!(link(None, Some(12), "¶5"), "¶5");
    }
}
