//! `verbale explain`: what a name in a report says, or all about one change.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use verbale::report::{
    ChangeRecord, FigureRecord, KINDS, Meaning, RELATIONS, SideRecord, VERDICTS,
};
use verbale::{Error, Result, plain};

use super::Outcome;
use super::args::{Against, ReadingArgs};
use super::diff::{compare_pairs, pairs, records};
use super::read_errors::ReadErrors;
use super::reading::{load_all, refuse_second_stdin, witnesses};
use super::shell::print;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  verbale explain restated\n  verbale explain chg-1f0c22ab 2021.txt 2022.txt"
)]
pub(super) struct ExplainArgs {
    /// A kind, a verdict, a relation, or the id of a change; without one, all names
    #[arg(value_name = "NAME|ID")]
    pub(super) name: Option<String>,
    /// The statements that the change is between
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
}

/// The tables of names with their headings.
const TABLES: [(&str, &[Meaning]); 3] = [
    ("kind of change", KINDS),
    ("verdict on a figure", VERDICTS),
    ("relation of paragraphs", RELATIONS),
];

pub(super) fn run(args: &ExplainArgs) -> Result<Outcome> {
    let text = match args.name.as_deref() {
        None => all_names(),
        // No kind, verdict or relation begins so.
        Some(id) if id.starts_with("chg-") => explain_change(id, args)?,
        Some(name) => explain_name(name)?,
    };
    print(plain::lines(&text).as_bytes())
}

fn all_names() -> String {
    let mut out = String::new();
    for (heading, table) in TABLES {
        out.extend([heading, "\n"]);
        for meaning in table {
            writeln!(out, "  {:14} {}", meaning.name, meaning.text).expect("a string takes all");
        }
    }
    out
}

/// `figure`, `increased` or, as in SARIF, `figure/increased`.
fn explain_name(name: &str) -> Result<String> {
    let mut out = String::new();
    // SARIF joins a kind and its verdict by a slash, `--fail-on` by a colon.
    for part in name.split(['/', ':']) {
        let before = out.len();
        for (heading, table) in TABLES {
            for meaning in table.iter().filter(|meaning| meaning.name == part) {
                writeln!(out, "{part} ({heading}): {}", meaning.text).expect("a string takes all");
            }
        }
        if out.len() == before {
            return Err(Error::Usage {
                problem: format!("nothing in a report is called `{part}`"),
                remedy: "`verbale explain` lists the names".to_owned(),
            });
        }
    }
    Ok(out)
}

fn explain_change(id: &str, args: &ExplainArgs) -> Result<String> {
    if args.files.len() < 2 {
        return Err(Error::Usage {
            problem: format!("`{id}` is a change between two statements"),
            remedy: format!("name them: verbale explain {id} OLD NEW"),
        });
    }
    refuse_second_stdin(&args.files)?;
    let mut errors = ReadErrors::default();
    let documents = load_all(&args.files, &args.reading, None, &mut errors);
    let (witnesses, vocabulary) = witnesses(documents, &args.reading, None)?;
    let pairs = pairs(Against::Previous, witnesses.len());
    let comparisons = compare_pairs(&witnesses, &vocabulary, pairs, None);
    let records = records(&witnesses, &comparisons);
    let changes = records.iter().flat_map(|record| &record.changes);
    let found: Vec<String> = changes
        .filter(|change| change.id == id)
        .map(describe)
        .collect();
    if found.is_empty() {
        return Err(Error::Usage {
            problem: format!("these statements have no change `{id}`"),
            remedy: "ids are in the output of -f json".to_owned(),
        });
    }
    Ok(found.join("\n"))
}

fn describe(change: &ChangeRecord<'_>) -> String {
    let mut out = format!(
        "{}: {}, {}\n",
        change.id,
        change.kind.name(),
        change.verdict.name()
    );
    let mut push = |name: &str, value: &str| {
        // A passage may span lines; here each value is one.
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(out, "  {name:12} {value}").expect("a string takes all");
    };
    if let Some(measure) = &change.measure {
        push("measure", measure);
    }
    if let Some(delta) = &change.delta {
        push("difference", &delta.text);
    }
    push("confidence", &change.confidence.to_string());
    if let Some(reason) = change.reason {
        push("because", reason.sentence());
    }
    let sides = [
        (
            "before",
            &change.before,
            &change.before_text,
            &change.paragraphs.before,
        ),
        (
            "after",
            &change.after,
            &change.after_text,
            &change.paragraphs.after,
        ),
    ];
    for (side, figure, text, paragraphs) in sides {
        push(side, text.as_deref().unwrap_or("–"));
        let numbers: Vec<String> = paragraphs.iter().map(|at| format!("¶{}", at + 1)).collect();
        push("  paragraph", &numbers.join(" "));
        if let Some(figure) = figure.as_ref().and_then(SideRecord::figure) {
            push("  read as", &reading(figure));
        }
        if let Some(said) = figure {
            push("  quote", &said.quote().to_string());
        }
    }
    out
}

/// *40 hectare, exact, 40 to 40*.
fn reading(figure: &FigureRecord<'_>) -> String {
    let or_dash = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let value = figure.value.as_deref().or(figure.date);
    let mut parts = vec![format!(
        "{} {}",
        value.unwrap_or("–"),
        figure.unit.unwrap_or_default()
    )];
    parts.push(figure.bound.name().to_owned());
    if figure.approximate {
        parts.push("approximate".to_owned());
    }
    if figure.low.is_some() || figure.high.is_some() {
        parts.push(format!(
            "{} to {}",
            or_dash(&figure.low),
            or_dash(&figure.high)
        ));
    }
    // A bare number has no unit, whose blank would stand before the comma.
    parts.join(", ").replace(" ,", ",")
}
