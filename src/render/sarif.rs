//! SARIF 2.1.0 (OASIS), for code scanning.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use crate::report::{
    Finding, FindingGroup, Findings, KINDS, Level, Meaning, RELATIONS, TOOL, VERDICTS,
};

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    short_description: Message<'static>,
    full_description: Message<'static>,
}

#[derive(Serialize)]
struct Message<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Message<'a>,
    locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "verbaleChange/v1")]
    change: String,
}

/// Writes the findings as one run.
///
/// # Errors
///
/// When `out` cannot be written.
pub fn write(out: &mut dyn Write, findings: &Findings) -> io::Result<()> {
    let groups = findings.groups.iter();
    let results = groups.flat_map(|group| {
        let result = move |finding| result(group, finding);
        group.findings.iter().map(result)
    });
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: TOOL.name,
                    version: TOOL.version,
                    rules: rules(findings),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

/// The rules that the findings name, in order.
fn rules(findings: &Findings) -> Vec<Descriptor<'_>> {
    let all = findings.groups.iter().flat_map(|group| &group.findings);
    let ids: BTreeSet<&str> = all.map(|finding| finding.rule.as_str()).collect();
    ids.into_iter().map(descriptor).collect()
}

/// `figure/increased` with what its verdict says, and what its kind is.
fn descriptor(id: &str) -> Descriptor<'_> {
    let (kind, verdict) = id.split_once('/').unwrap_or((id, id));
    if kind == "notice" {
        let text = "Something that was seen and is not compared.";
        return Descriptor {
            id,
            short_description: Message { text },
            full_description: Message { text },
        };
    }
    let text = |table: &'static [Meaning], name: &str| {
        let found = table.iter().find(|meaning| meaning.name == name);
        Message {
            text: found.map_or("A change.", |meaning| meaning.text),
        }
    };
    let of_paragraphs = ["wording", "move", "added", "removed"].contains(&kind);
    let verdicts = if of_paragraphs { RELATIONS } else { VERDICTS };
    Descriptor {
        id,
        short_description: text(verdicts, verdict),
        full_description: text(KINDS, kind),
    }
}

fn result<'a>(group: &FindingGroup, finding: &'a Finding) -> Outcome<'a> {
    let location = |path: &String| Location {
        physical_location: PhysicalLocation {
            artifact_location: Artifact { uri: uri(path) },
            region: finding.line.map(|start_line| Region { start_line }),
        },
    };
    Outcome {
        rule_id: &finding.rule,
        level: match finding.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        },
        message: Message {
            text: &finding.message,
        },
        locations: group.path.iter().map(location).collect(),
        partial_fingerprints: Fingerprints {
            change: format!("{}:{}", group.comparison, finding.id),
        },
    }
}

/// `path` as a relative reference, or a `file` URI where it is absolute (RFC
/// 3986, RFC 8089).
fn uri(path: &str) -> String {
    let mut out = String::new();
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    if path.starts_with('/') {
        out.push_str("file://");
    } else if is_drive {
        out.push_str("file:///");
    }
    for byte in path.trim_start_matches("./").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte.into());
            }
            _ => write!(out, "%{byte:02X}").expect("a string takes all"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_uri_references() {
        let cases = [
            ("./notes/a b.txt", "notes/a%20b.txt"),
            ("é:1.txt", "%C3%A9%3A1.txt"),
            ("/srv/a.txt", "file:///srv/a.txt"),
            ("C:/a.txt", "file:///C%3A/a.txt"),
        ];
        for (path, expected) in cases {
            assert_eq!(uri(path), expected);
        }
    }
}
