//! What was understood of a document, on the terminal.

use super::escape::escape;
use super::wrap::{Screen, push_text};
use crate::report::{DocumentRecord, NoticeRecord};

/// Lays out the facts about one document, each with its origin, and what was
/// mended or guessed.
#[must_use]
pub fn document(
    record: &DocumentRecord<'_>,
    notices: &[NoticeRecord<'_>],
    screen: Screen,
) -> String {
    let origins = &record.origins;
    let facts = [
        ("delegation", record.delegation, origins.delegation),
        ("speaker", record.speaker, origins.speaker),
        ("meeting", record.meeting, origins.meeting),
        ("session", record.session, origins.session),
        ("date", record.date, origins.date),
        ("place", record.place, origins.place),
        ("title", record.title, origins.title),
        (
            "language",
            Some(record.language.code()),
            Some(origins.language),
        ),
    ];
    let mut out = format!("{}\n", screen.style.heading(&escape(record.id)));
    for (name, value, origin) in facts {
        let origin = origin
            .map(|origin| format!("  ({})", origin.name()))
            .unwrap_or_default();
        push_fact(
            &mut out,
            name,
            &format!(
                "{}{}",
                escape(value.unwrap_or("–")),
                screen.style.dim(&origin)
            ),
        );
    }
    push_fact(&mut out, "format", record.format.extension());
    push_fact(&mut out, "paragraphs", &record.paragraphs.to_string());
    for notice in notices {
        push_text(
            &mut out,
            &format!("notice: {} [{}]", notice.message, notice.code.name()),
            screen,
            2,
        );
    }
    out
}

fn push_fact(out: &mut String, name: &str, value: &str) {
    out.extend([
        "  ",
        name,
        // The longest name, *delegation*, and two blanks.
        &" ".repeat(12_usize.saturating_sub(name.len())),
        value,
        "\n",
    ]);
}
