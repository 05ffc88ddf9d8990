//! SARIF 2.1.0 (OASIS), for code scanning.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::file_uri::uri_reference;
use crate::report::{Finding, FindingGroup, FindingRule, Findings, Level, TOOL};

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
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: String,
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
    rule_id: String,
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

/// The rules that the findings name, in the order of their ids, each with what its verdict
/// says, and what its kind is.
fn rules(findings: &Findings) -> Vec<Descriptor> {
    let all = findings.groups.iter().flat_map(|group| &group.findings);
    let rules: BTreeMap<String, FindingRule> = all
        .map(|finding| (finding.rule.id(), finding.rule))
        .collect();
    let descriptor = |(id, rule): (String, FindingRule)| {
        let [short, full] = rule.meanings();
        Descriptor {
            id,
            short_description: Message { text: short },
            full_description: Message { text: full },
        }
    };
    rules.into_iter().map(descriptor).collect()
}

fn result<'a>(group: &FindingGroup, finding: &'a Finding) -> Outcome<'a> {
    let location = |path: &String| Location {
        physical_location: PhysicalLocation {
            artifact_location: Artifact {
                uri: uri_reference(path),
            },
            region: finding.line.map(|start_line| Region { start_line }),
        },
    };
    Outcome {
        rule_id: finding.rule.id(),
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
            // By what it says, so that code scanning knows a finding again when its line has
            // changed.
            change: format!("{}:{}", group.comparison, finding.id),
        },
    }
}
