//! Each layer imports only what the table of layers allows.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A layer (a folder or file under `src/`) and the layers it may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("plain", &[]),
    ("error", &["plain"]),
    ("parallel", &[]),
    ("model", &["error"]),
    ("language", &["model"]),
    ("load", &["model", "error", "parallel", "plain", "language"]),
    ("segment", &["model", "error", "language"]),
    ("parse", &["model", "error", "language"]),
    ("extract", &["model", "error", "parallel", "language"]),
    ("align", &["model", "error", "parallel"]),
    ("measure", &["model", "error", "language"]),
    ("diff", &["model", "error"]),
    (
        "compare",
        &[
            "model", "error", "parallel", "load", "segment", "parse", "extract", "align",
            "measure", "diff",
        ],
    ),
    ("report", &["model", "error", "plain", "language"]),
    ("render", &["report", "plain"]),
    (
        "api",
        &[
            "model", "error", "load", "extract", "align", "compare", "report", "render",
        ],
    ),
];

/// Crates that belong to one layer alone.
const CONFINED: &[(&str, &str)] = &[("clap", "cli"), ("clap", "main")];

#[test]
fn layers_import_only_what_the_table_allows() {
    let mut offences = Vec::new();
    for (layer, allowed) in LAYERS {
        for file in files_of(layer) {
            let source = fs::read_to_string(&file).expect("a listed file can be read");
            for import in crate_imports(&source) {
                if import != *layer && !allowed.contains(&import.as_str()) {
                    offences.push(format!("{} imports {import}", file.display()));
                }
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn every_module_is_a_layer() {
    let known: BTreeSet<&str> = LAYERS
        .iter()
        .map(|(layer, _)| *layer)
        .chain(["cli", "lib", "main"])
        .collect();
    for entry in fs::read_dir("src")
        .expect("the tests run at the root")
        .flatten()
    {
        let path = entry.path();
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("ASCII names")
            .to_owned();
        assert!(known.contains(name.as_str()), "`{name}` is in no layer");
    }
}

#[test]
fn clap_is_known_to_the_command_line_alone() {
    for (layer, _) in LAYERS {
        for file in files_of(layer) {
            let source = fs::read_to_string(&file).expect("a listed file can be read");
            for (name, home) in CONFINED {
                let used = source.contains(&format!("use {name}::")) && layer != home;
                assert!(!used, "{} uses {name}", file.display());
            }
        }
    }
}

/// The top-level modules that `source` names behind `crate::`, tests apart.
fn crate_imports(source: &str) -> BTreeSet<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let mut found = BTreeSet::new();
    for line in lines {
        for rest in line.split("crate::").skip(1) {
            let name: String = rest
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect();
            let module = if name == "Error" || name == "Result" {
                "error".to_owned()
            } else {
                name
            };
            if !module.is_empty() {
                found.insert(module);
            }
        }
    }
    found
}

/// The files of a layer, whether it is a file or a folder.
fn files_of(layer: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let single = Path::new("src").join(format!("{layer}.rs"));
    if single.exists() {
        files.push(single);
    }
    collect(&Path::new("src").join(layer), &mut files);
    assert!(!files.is_empty(), "the layer `{layer}` has no files");
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
