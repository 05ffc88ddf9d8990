//! `verbale schema`.

use std::io::{self, Write};
use std::path::PathBuf;

use verbale::{Error, Result};

use super::Outcome;
use super::args::SchemaArgs;

/// Each record with its JSON Schema.
const SCHEMAS: &[(&str, &str)] = &[
    ("report", include_str!("../../docs/schema/report.json")),
    ("document", include_str!("../../docs/schema/document.json")),
    (
        "paragraph",
        include_str!("../../docs/schema/paragraph.json"),
    ),
    ("figure", include_str!("../../docs/schema/figure.json")),
    (
        "comparison",
        include_str!("../../docs/schema/comparison.json"),
    ),
    (
        "collation",
        include_str!("../../docs/schema/collation.json"),
    ),
    ("measure", include_str!("../../docs/schema/measure.json")),
    ("notice", include_str!("../../docs/schema/notice.json")),
    ("error", include_str!("../../docs/schema/error.json")),
];

pub(super) fn run(args: &SchemaArgs) -> Result<Outcome> {
    let names = || SCHEMAS.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let text = match &args.name {
        None => names().join("\n") + "\n",
        Some(wanted) => match SCHEMAS.iter().find(|(name, _)| name == wanted) {
            Some((_, schema)) => (*schema).to_owned(),
            None => {
                return Err(Error::Usage {
                    problem: format!("no record is called `{wanted}`"),
                    remedy: format!("choose one of {}", names().join(", ")),
                });
            }
        },
    };
    io::stdout()
        .write_all(text.as_bytes())
        .map_err(|source| Error::Io {
            path: PathBuf::from("standard output"),
            action: "write",
            source,
        })?;
    Ok(Outcome::Nothing)
}
