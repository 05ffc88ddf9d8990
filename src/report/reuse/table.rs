//! The shared passages of some statements: what somebody took over first, each with the
//! other places that have it; quotations and formulas counted.

use hashbrown::HashMap;

use crate::model::{ReuseKind, SharedPassage, Witness};
use crate::report::address::Addresses;
use crate::report::digest::{Detail, paragraph_place};
use crate::report::document::DocumentRecord;
use crate::report::id::Ids;
use crate::report::wording::{Mark, Piece};

use super::record::{ReuseRecord, ReuseSide};

/// The most passages of a kind that are listed, unless all are.
const MAX_LISTED: usize = 20;

/// Bytes of a document that are looked up together.
const STRIDE: u32 = 64;

/// Words at the start and at the end of a long passage without a change that are shown.
const HEAD_WORDS: usize = 40;
const TAIL_WORDS: usize = 12;

/// The passages that some statements share.
#[derive(Debug, Clone)]
pub struct ReuseTable<'a> {
    /// The statements.
    pub documents: Vec<DocumentRecord<'a>>,
    /// Each passage with two of its places, in the order of the later statement.
    pub records: Vec<ReuseRecord<'a>>,
}

/// The passages of a kind, the longest first.
#[derive(Debug, Clone)]
pub struct ReuseGroup<'t> {
    /// What they are.
    pub kind: ReuseKind,
    /// *12 passages of another delegation*.
    pub heading: String,
    /// Those that are listed.
    pub entries: Vec<ReuseEntry<'t>>,
    /// *5 more (--show all)*; empty where all are listed.
    pub unlisted: String,
}

/// A passage of a later statement, with the earlier places that have it.
#[derive(Debug, Clone)]
pub struct ReuseEntry<'t> {
    /// The record's id.
    pub id: &'t str,
    /// *mar-2022 (Marenia, 2022) ¶4 ← sol-2021 (Solvia, 2021) ¶2*.
    pub places: String,
    /// *24 words, 92 % alike*.
    pub likeness: String,
    /// *also sol-2020 (Solvia, 2020) ¶3*; empty where no other place has it.
    pub also: String,
    /// The words as they became those of the later statement.
    pub pieces: Vec<Piece<'t>>,
    /// *↑ people killed · 140 → 200 · +60*, a line each.
    pub changes: Vec<String>,
}

impl<'a> ReuseTable<'a> {
    /// The table of `passages`, which were found in `witnesses`.
    #[must_use]
    pub fn new(witnesses: &'a [Witness], passages: &'a [SharedPassage]) -> Self {
        let documents = witnesses.iter().map(|witness| &witness.document);
        let addresses: Vec<Addresses<'a>> = documents.clone().map(Addresses::new).collect();
        let mut ids = Ids::default();
        let record =
            |passage: &'a SharedPassage| ReuseRecord::new(witnesses, &addresses, passage, &mut ids);
        Self {
            records: passages.iter().map(record).collect(),
            documents: documents.map(DocumentRecord::new).collect(),
        }
    }

    /// The passages as a person reads them. What is quoted, and what everybody says, is
    /// counted unless all is asked for.
    #[must_use]
    pub fn groups(&self, detail: Detail) -> Vec<ReuseGroup<'_>> {
        let groups = ReuseKind::ALL.into_iter().map(|kind| {
            let clusters = self.clusters(kind);
            let most = match detail {
                Detail::All => usize::MAX,
                Detail::Summary if kind.is_news() => MAX_LISTED,
                Detail::Summary => 0,
            };
            let listed = clusters.iter().take(most);
            let left = clusters.len().saturating_sub(most);
            ReuseGroup {
                kind,
                heading: heading(kind, clusters.len()),
                entries: listed.map(|cluster| entry(cluster)).collect(),
                unlisted: match left {
                    0 => String::new(),
                    _ if most == 0 => "listed with --show all".to_owned(),
                    left => format!("{left} more (--show all)"),
                },
            }
        });
        groups.filter(|group| !group.heading.is_empty()).collect()
    }

    /// The records of a kind, those of one stretch of a later statement together: first the
    /// one that is told, then the others. Those with most words come first.
    fn clusters(&self, kind: ReuseKind) -> Vec<Vec<&ReuseRecord<'a>>> {
        let mut records: Vec<&ReuseRecord<'a>> =
            self.records.iter().filter(|one| one.kind == kind).collect();
        // A delegation repeats its last statement, and copies the first that has the words.
        if kind == ReuseKind::Repeated {
            records.reverse();
        }
        // The longest first: the others are the same passage, cut shorter.
        records.sort_by_key(|one| std::cmp::Reverse(one.words));
        let mut clusters: Vec<Vec<&ReuseRecord<'a>>> = Vec::new();
        // By a stretch of a document: the clusters whose first passage covers it.
        let mut known: HashMap<(&str, u32), Vec<usize>> = HashMap::new();
        for record in records {
            let document = record.after.document;
            let [start, end] = record.after.span.byte;
            // Who has more than half of a passage has its middle.
            let middle = start.midpoint(end) / STRIDE;
            let near = known.get(&(document, middle)).into_iter().flatten();
            let same = near.copied().find(|at| is_within(record, clusters[*at][0]));
            if let Some(at) = same {
                clusters[at].push(record);
            } else {
                for stride in start / STRIDE..=end / STRIDE {
                    known
                        .entry((document, stride))
                        .or_default()
                        .push(clusters.len());
                }
                clusters.push(vec![record]);
            }
        }
        clusters
    }
}

/// The first of a cluster, with the other places.
fn entry<'t>(cluster: &[&'t ReuseRecord<'_>]) -> ReuseEntry<'t> {
    let record = cluster[0];
    let arrow = if record.is_ordered { '←' } else { '↔' };
    let mut others: Vec<String> = cluster[1..]
        .iter()
        .map(|other| place(&other.before))
        .collect();
    // One place may hold two parts of the passage.
    others.dedup();
    ReuseEntry {
        id: &record.id,
        places: format!("{} {arrow} {}", place(&record.after), place(&record.before)),
        likeness: likeness(record),
        also: match others.as_slice() {
            [] => String::new(),
            others => format!("also {}", others.join(", ")),
        },
        pieces: shortened(&record.pieces),
        changes: record.reported(),
    }
}

/// Whether most of the words of a passage of a later statement stand in another one.
fn is_within(record: &ReuseRecord<'_>, other: &ReuseRecord<'_>) -> bool {
    let [one, two] = [record, other].map(|record| record.after.span.byte);
    let (start, end) = (one[0].max(two[0]), one[1].min(two[1]));
    2 * end.saturating_sub(start) > one[1] - one[0]
}

/// *mar-2022 (Marenia, 2022) ¶4*.
fn place(side: &ReuseSide<'_>) -> String {
    let facts: Vec<&str> = side.delegation.into_iter().chain(side.date).collect();
    let at = paragraph_place(side.paragraphs[0], side.place);
    match facts.as_slice() {
        [] => format!("{} {at}", side.document),
        facts => format!("{} ({}) {at}", side.document, facts.join(", ")),
    }
}

fn likeness(record: &ReuseRecord<'_>) -> String {
    let words = record.words;
    if record.kind == ReuseKind::Formula {
        format!("{words} words")
    } else if record.edits.is_empty() {
        format!("{words} words, word for word")
    } else {
        format!("{words} words, {:.0} % alike", record.similarity * 100.0)
    }
}

/// *12 passages of another delegation*; empty for none.
fn heading(kind: ReuseKind, count: usize) -> String {
    let noun = match kind {
        ReuseKind::Copied => [
            "passage of another delegation",
            "passages of another delegation",
        ],
        ReuseKind::Repeated => [
            "passage that a delegation says again",
            "passages that a delegation says again",
        ],
        ReuseKind::Quotation => ["quotation", "quotations"],
        ReuseKind::Formula => [
            "formula: thanks, titles, what many say",
            "formulas: thanks, titles, what many say",
        ],
    };
    match count {
        0 => String::new(),
        1 => format!("1 {}", noun[0]),
        count => format!("{count} {}", noun[1]),
    }
}

/// The words of a passage, what did not change cut where it is long.
fn shortened<'a>(pieces: &[Piece<'a>]) -> Vec<Piece<'a>> {
    pieces.iter().flat_map(short).collect()
}

fn short<'a>(piece: &Piece<'a>) -> Vec<Piece<'a>> {
    let blanks = |text: &'a str| text.match_indices(' ').map(|(at, _)| at);
    let head = blanks(piece.text).nth(HEAD_WORDS - 1);
    let tail = blanks(piece.text).nth_back(TAIL_WORDS - 1);
    match (head, tail) {
        (Some(head), Some(tail)) if piece.mark == Mark::Same && head < tail => vec![
            Piece::same(&piece.text[..head], piece.spaced),
            Piece::same("…", true),
            Piece::same(piece.text[tail..].trim_start(), true),
        ],
        _ => vec![piece.clone()],
    }
}
