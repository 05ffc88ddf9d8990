//! Reads e-mail messages (RFC 5322, MIME).
//!
//! Read: the plain text of the message, or its HTML where it has no other.
//! Left out: attachments, forwarded messages and the signature after `-- `.

use mail_parser::{Message, MessageParser, MessagePart, PartType};

use super::block::{Input, Properties, Source};
use super::bounds::check_lines;
use super::{html, text};
use crate::error::Result;
use crate::model::Format;

/// The line that separates a message from its signature (RFC 3676, 4.3).
const SIGNATURE: &str = "\n-- \n";

/// Reads the blocks of a message; subject, sender and date are its properties.
///
/// # Errors
///
/// When there is no message, or none with text in it.
pub(super) fn read(input: &Input) -> Result<Source> {
    let message = MessageParser::default().parse(input.bytes);
    let Some(message) = message.filter(|message| !message.parts.is_empty()) else {
        return Err(input.unreadable("no e-mail message", "check the file's format"));
    };
    let Some(body) = message.text_bodies().next() else {
        return Err(input.unreadable(
            "a message without text",
            "save its attachment and name that",
        ));
    };
    let source = read_body(body, input)?;
    Ok(Source {
        properties: properties(&message),
        ..source
    })
}

fn read_body(body: &MessagePart<'_>, input: &Input) -> Result<Source> {
    match &body.body {
        PartType::Html(page) => {
            let bytes = page.as_bytes();
            // Counted once more: packed as base64, a message has few lines.
            check_lines(&Input { bytes, ..*input }, Format::Html)?;
            html::read_page(input, page)
        }
        PartType::Text(said) => {
            // Lines of a message end in CRLF (RFC 5322, 2.1).
            let said = said.replace("\r\n", "\n");
            let said = said.split(SIGNATURE).next().unwrap_or_default();
            let bytes = said.as_bytes();
            let input = Input { bytes, ..*input };
            check_lines(&input, Format::Text)?;
            text::read(&input)
        }
        _ => Ok(Source::default()),
    }
}

fn properties(message: &Message<'_>) -> Properties {
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|sender| sender.name.as_ref().or(sender.address.as_ref()));
    let date = message.date().filter(|date| date.is_valid());
    Properties {
        title: message.subject().map(str::to_owned),
        author: name.map(ToString::to_string),
        date: date.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        ..Properties::default()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::LoadOptions;

    fn read_message(message: &str) -> Result<Source> {
        read(&Input {
            path: Path::new("x.eml"),
            bytes: message.as_bytes(),
            options: &LoadOptions::default(),
        })
    }

    fn texts(source: &Source) -> Vec<&str> {
        source
            .blocks
            .iter()
            .map(|block| block.text.as_str())
            .collect()
    }

    const HEAD: &str = "From: Press Office <press@example.org>\r\nSubject: =?utf-8?Q?D=C3=A9claration?=\r\n\
        Date: Tue, 22 Jun 2021 10:00:00 +0200\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn plain_text_is_decoded_and_the_signature_is_left_out() {
        let message = format!(
            "{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
             Nous avons d=C3=A9pollu=C3=A9 12=C2=A0km=C2=B2.\r\n\r\nMerci.\r\n--=20\r\nPress Office\r\n"
        );
        let source = read_message(&message).unwrap();
        assert_eq!(
            texts(&source),
            ["Nous avons dépollué 12\u{a0}km².", "Merci."]
        );
        assert_eq!(source.properties.title.as_deref(), Some("Déclaration"));
        assert_eq!(source.properties.author.as_deref(), Some("Press Office"));
        assert_eq!(source.properties.date.as_deref(), Some("2021-06-22"));
    }

    #[test]
    fn a_message_in_html_alone_is_read_as_a_page() {
        let message = format!(
            "{HEAD}Content-Type: text/html\r\n\r\n<p>We cleared<br>12 fields.</p><p>Thank you.</p>"
        );
        assert_eq!(
            texts(&read_message(&message).unwrap()),
            ["We cleared\n12 fields.", "Thank you."]
        );
    }

    #[test]
    fn a_message_of_attachments_is_an_error_with_a_remedy() {
        let message = format!("{HEAD}Content-Type: application/pdf\r\n\r\n%PDF");
        let error = read_message(&message).unwrap_err().to_string();
        assert!(
            error.contains("without text; save its attachment"),
            "{error}"
        );
    }
}
