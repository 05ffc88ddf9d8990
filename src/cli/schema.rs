//! `verbale schema`.

use verbale::{Error, Result};

use super::Outcome;
use super::args::SchemaArgs;
use super::shell::print;

/// Each record with its JSON Schema.
/// They are compiled in, so that a program has those of its own version.
const SCHEMAS: &[(&str, &str)] = &[
    ("report", include_str!("../../docs/schema/report.json")),
    ("document", include_str!("../../docs/schema/document.json")),
    (
        "paragraph",
        include_str!("../../docs/schema/paragraph.json"),
    ),
    ("figure", include_str!("../../docs/schema/figure.json")),
    ("promise", include_str!("../../docs/schema/promise.json")),
    ("deed", include_str!("../../docs/schema/deed.json")),
    ("stance", include_str!("../../docs/schema/stance.json")),
    (
        "promise_row",
        include_str!("../../docs/schema/promise_row.json"),
    ),
    (
        "comparison",
        include_str!("../../docs/schema/comparison.json"),
    ),
    (
        "collation",
        include_str!("../../docs/schema/collation.json"),
    ),
    ("measure", include_str!("../../docs/schema/measure.json")),
    ("cell", include_str!("../../docs/schema/cell.json")),
    ("matrix", include_str!("../../docs/schema/matrix.json")),
    ("reuse", include_str!("../../docs/schema/reuse.json")),
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
    print(text.as_bytes())
}
