//! JUnit XML: one test case a comparison, which fails with what fails the run.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::BytesText;

use crate::report::{Finding, FindingGroup, Findings, Level, TOOL};

/// Writes the findings as one test suite.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write(out: &mut dyn Write, findings: &Findings) -> io::Result<()> {
    let groups = &findings.groups;
    let failed = groups
        .iter()
        .filter(|group| of_level(group, Level::Error).next().is_some());
    let (tests, failures) = (groups.len().to_string(), failed.count().to_string());
    let counts = [
        ("name", TOOL.name),
        ("tests", tests.as_str()),
        ("failures", failures.as_str()),
    ];
    out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer
        .create_element("testsuites")
        .with_attributes(counts)
        .write_inner_content(|writer| {
            let suite = [("errors", "0"), ("skipped", "0"), ("time", "0")];
            writer
                .create_element("testsuite")
                .with_attributes(counts.into_iter().chain(suite))
                .write_inner_content(|writer| {
                    groups
                        .iter()
                        .try_for_each(|group| write_case(writer, group))
                })?;
            Ok(())
        })?;
    out.write_all(b"\n")
}

fn write_case<W: Write>(writer: &mut Writer<W>, group: &FindingGroup) -> io::Result<()> {
    let (name, class) = (plain(&group.title), plain(&group.comparison));
    let case = writer.create_element("testcase").with_attributes([
        ("name", name.as_str()),
        // The id of the comparison, by which servers follow a case from run to run.
        ("classname", class.as_str()),
        // No time is measured: the same input gives the same bytes.
        ("time", "0"),
    ]);
    // A case has one failure, so all that fails stands in it; the rest is output and fails nothing.
    let errors: Vec<String> = of_level(group, Level::Error).map(line).collect();
    let reported = of_level(group, Level::Warning).chain(of_level(group, Level::Note));
    let reported: Vec<String> = reported.map(line).collect();
    if errors.is_empty() && reported.is_empty() {
        case.write_empty()?;
        return Ok(());
    }
    case.write_inner_content(|writer| {
        if let Some(first) = errors.first() {
            let message = match errors.len() {
                1 => first.clone(),
                count => format!("{count} changes"),
            };
            writer
                .create_element("failure")
                .with_attributes([("message", message.as_str()), ("type", "change")])
                .write_text_content(BytesText::new(&errors.join("\n")))?;
        }
        if !reported.is_empty() {
            writer
                .create_element("system-out")
                .write_text_content(BytesText::new(&reported.join("\n")))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn of_level(group: &FindingGroup, level: Level) -> impl Iterator<Item = &Finding> {
    group
        .findings
        .iter()
        .filter(move |finding| finding.level == level)
}

/// *line 7: figure/increased: …*.
fn line(finding: &Finding) -> String {
    let place = match finding.line {
        Some(line) => format!("line {line}: "),
        None => String::new(),
    };
    plain(&format!(
        "{place}{}: {}",
        finding.rule.id(),
        finding.message
    ))
}

/// `text` with characters that XML forbids (1.0, §2.2) as control pictures.
fn plain(text: &str) -> String {
    let allowed = |c: char| match c {
        '\u{0}'..='\u{1f}' => char::from_u32(u32::from(c) + 0x2400).unwrap_or(c),
        '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c => c,
    };
    text.chars().map(allowed).collect()
}
