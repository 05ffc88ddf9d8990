//! Reads treebanks in CoNLL-U.

use std::error::Error;
use std::fs;
use std::path::Path;

use verbale::model::{Dependency, PartOfSpeech};
use verbale::parse::training::PARTS;

/// What becomes of words written as one (Portuguese *do* is *de* and *o*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contractions {
    /// Each word stands for itself.
    Apart,
    /// They are one word, with the head and the part of speech of the one
    /// whose head lies outside.
    Whole,
}

/// A sentence as its treebank analyses it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gold {
    pub(crate) words: Vec<String>,
    pub(crate) lemmas: Vec<String>,
    /// Whether the treebank calls the word misspelt.
    pub(crate) misspelt: Vec<bool>,
    pub(crate) parts: Vec<PartOfSpeech>,
    /// The number of words for the root.
    pub(crate) heads: Vec<usize>,
    pub(crate) relations: Vec<Dependency>,
    /// Whether the treebank says that no space stands before the word: those
    /// within a contraction, and about a hyphen.
    pub(crate) glued: Vec<bool>,
}

/// A line of a treebank.
#[derive(Debug, Clone)]
struct Row {
    word: String,
    lemma: String,
    misspelt: bool,
    part: PartOfSpeech,
    /// Counted from 1; 0 for the root.
    head: usize,
    relation: Dependency,
    /// Within a word or a range, by its part of speech in the treebank's own set.
    is_hyphen: bool,
    glued: bool,
}

/// Words from `first` to `last`, counted from 1, that are written as one.
struct Merged {
    first: usize,
    last: usize,
    word: String,
}

/// What of a treebank is read, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) contractions: Contractions,
    /// Documents whose names start so are left out.
    pub(crate) leave_out: Option<&'a str>,
}

/// Reads the sentences of a file.
pub(crate) fn read(path: &Path, reading: Reading<'_>) -> Result<Vec<Gold>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut is_left_out = false;
    let blocks = text.split("\n\n").filter(|block| {
        if let (Some(name), Some(prefix)) = (document(block), reading.leave_out) {
            is_left_out = name.starts_with(prefix);
        }
        !is_left_out
    });
    let blocks = blocks.map(|block| sentence(block, reading.contractions));
    let sentences: Option<Vec<Gold>> = blocks.collect();
    let mut sentences = sentences.ok_or_else(|| format!("{}: not CoNLL-U", path.display()))?;
    sentences.retain(|sentence| !sentence.words.is_empty());
    Ok(sentences)
}

/// The name of the document that starts with a sentence.
fn document(block: &str) -> Option<&str> {
    block
        .lines()
        .find_map(|line| line.strip_prefix("# newdoc id = "))
}

fn sentence(block: &str, contractions: Contractions) -> Option<Gold> {
    let mut rows: Vec<Row> = Vec::new();
    let mut merged: Vec<Merged> = Vec::new();
    for line in block
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let fields: Vec<&str> = line.split('\t').collect();
        let id = *fields.first()?;
        if let Some((first, last)) = id.split_once('-') {
            let (first, last) = (first.parse().ok()?, last.parse().ok()?);
            let word = (*fields.get(1)?).to_owned();
            merged.push(Merged { first, last, word });
        } else if !id.contains('.') {
            rows.push(row(&fields)?);
        }
    }
    let whole = |merged: &Merged| {
        0 < merged.first && merged.first <= merged.last && merged.last <= rows.len()
    };
    if !merged.iter().all(whole) || rows.iter().any(|row| row.head > rows.len()) {
        return None;
    }
    match contractions {
        Contractions::Apart => glue(&mut rows, &merged),
        Contractions::Whole => rows = join(&rows, &merged),
    }
    Some(gold(rows))
}

fn row(fields: &[&str]) -> Option<Row> {
    Some(Row {
        word: as_written(fields.get(1)?).to_owned(),
        lemma: (*fields.get(2)?).to_owned(),
        misspelt: fields.get(5)?.contains("Typo=Yes"),
        part: part(fields.get(3)?),
        head: fields.get(6)?.parse().ok()?,
        relation: relation(fields.get(7)?),
        is_hyphen: *fields.get(4)? == "HYPH" || *fields.get(4)? == "SYM" && *fields.get(1)? == "-",
        glued: false,
    })
}

/// A word as the author wrote it: some treebanks keep the quotation marks of
/// an older encoding.
fn as_written(word: &str) -> &str {
    match word {
        "``" | "''" | "&#39;&#39;" => "\"",
        word => word,
    }
}

/// Marks the words that no space stands before.
fn glue(rows: &mut [Row], merged: &[Merged]) {
    for at in 1..rows.len() {
        rows[at].glued = rows[at].is_hyphen || rows[at - 1].is_hyphen;
    }
    for Merged { first, last, .. } in merged {
        for row in &mut rows[*first..*last] {
            row.glued = true;
        }
    }
}

/// Joins the words that are written as one.
fn join(rows: &[Row], merged: &[Merged]) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::new();
    // Position in the joined sentence of each word, both counted from 1.
    let mut place = vec![0; rows.len() + 1];
    let mut at = 1;
    while at <= rows.len() {
        let merged = merged.iter().find(|merged| merged.first == at);
        let last = merged.map_or(at, |merged| merged.last);
        let outward = (at..=last).find(|&word| !(at..=last).contains(&rows[word - 1].head));
        let mut row = rows[outward.unwrap_or(at) - 1].clone();
        if let Some(merged) = merged {
            row.word.clone_from(&merged.word);
        }
        joined.push(row);
        place[at..=last].fill(joined.len());
        at = last + 1;
    }
    for row in &mut joined {
        row.head = place[row.head];
    }
    joined
}

fn gold(rows: Vec<Row>) -> Gold {
    let root = rows.len();
    let mut gold = Gold::default();
    for row in rows {
        gold.words.push(row.word);
        gold.lemmas.push(row.lemma);
        gold.misspelt.push(row.misspelt);
        gold.parts.push(row.part);
        gold.heads.push(row.head.checked_sub(1).unwrap_or(root));
        gold.relations.push(row.relation);
        gold.glued.push(row.glued);
    }
    gold
}

/// The names of [`PARTS`] in the treebanks.
const PART_NAMES: [&str; PARTS.len()] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
];

fn part(name: &str) -> PartOfSpeech {
    let known = PART_NAMES.iter().position(|&known| known == name);
    known.map_or(PartOfSpeech::Other, |at| PARTS[at])
}

/// The relation of a name, rare ones joined.
fn relation(name: &str) -> Dependency {
    match name {
        "acl:relcl" => return Dependency::AclRelcl,
        "aux:pass" => return Dependency::AuxPass,
        "compound:prt" => return Dependency::CompoundPrt,
        "nmod:poss" => return Dependency::NmodPoss,
        "nsubj:pass" => return Dependency::NsubjPass,
        "nmod:tmod" | "nmod:npmod" | "nmod:unmarked" => return Dependency::NmodUnmarked,
        "obl:tmod" | "obl:npmod" | "obl:unmarked" => return Dependency::OblUnmarked,
        _ => (),
    }
    match name.split(':').next().unwrap_or_default() {
        "root" => Dependency::Root,
        "acl" => Dependency::Acl,
        "advcl" => Dependency::Advcl,
        "advmod" => Dependency::Advmod,
        "amod" => Dependency::Amod,
        "appos" => Dependency::Appos,
        "aux" => Dependency::Aux,
        "case" => Dependency::Case,
        "cc" => Dependency::Cc,
        "ccomp" | "csubj" => Dependency::Ccomp,
        "compound" => Dependency::Compound,
        "conj" => Dependency::Conj,
        "cop" => Dependency::Cop,
        "det" => Dependency::Det,
        "expl" => Dependency::Expl,
        "fixed" => Dependency::Fixed,
        "flat" => Dependency::Flat,
        "iobj" => Dependency::Iobj,
        "mark" => Dependency::Mark,
        "nmod" => Dependency::Nmod,
        "nsubj" => Dependency::Nsubj,
        "nummod" => Dependency::Nummod,
        "obj" => Dependency::Obj,
        "obl" => Dependency::Obl,
        "parataxis" => Dependency::Parataxis,
        "punct" => Dependency::Punct,
        "xcomp" => Dependency::Xcomp,
        _ => Dependency::Dep,
    }
}
