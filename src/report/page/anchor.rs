//! Names of the places on a page.

use std::collections::BTreeSet;

use super::PageInput;
use crate::model::Relation;
use crate::report::redline::{Redline, RedlineRow, RowKind};

/// Hands out names, each once.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    taken: BTreeSet<String>,
}

impl Anchors {
    /// `name`, or `name` numbered from 2 where it is taken.
    pub(super) fn take(&mut self, name: &str) -> String {
        let numbered = (2..).map(|count| format!("{name}-{count}"));
        // Two sections may tell one change, whose id depends on its words alone; an anchor may
        // stand once (HTML, on the attribute `id`).
        let free = std::iter::once(name.to_owned())
            .chain(numbered)
            .find(|name| !self.taken.contains(name))
            .expect("there is no end of numbers");
        self.taken.insert(free.clone());
        free
    }
}

/// Where on the page the paragraphs of a comparison stand.
#[derive(Debug)]
pub(super) struct Places {
    /// The anchor of each row of the redline.
    pub(super) rows: Vec<String>,
    /// The row of each paragraph before.
    pub(super) before: Vec<usize>,
    /// The row of each paragraph after.
    pub(super) after: Vec<usize>,
}

impl Places {
    /// Names all rows of `redline`; `changes` are the anchors of the changes.
    pub(super) fn new(
        redline: &Redline<'_>,
        input: PageInput<'_>,
        changes: &[String],
        anchors: &mut Anchors,
    ) -> Self {
        let mut of_links = changes_of_links(input);
        let name = |row: &RedlineRow<'_>| {
            let change = of_links[row.link].map(|change| changes[change].as_str());
            match change {
                Some(change) if row.kind == RowKind::MovedFrom => {
                    anchors.take(&format!("{change}-from"))
                }
                Some(change) => {
                    // The first row of a link bears the name; a paragraph that was split has
                    // several.
                    of_links[row.link] = None;
                    change.to_owned()
                }
                None => {
                    let first = row.after.first().map_or(0, |at| at + 1);
                    anchors.take(&format!("text-{}-{first}", input.after + 1))
                }
            }
        };
        Self {
            rows: redline.rows.iter().map(name).collect(),
            before: rows_of(redline, |row| &row.before),
            after: rows_of(redline, |row| &row.after),
        }
    }

    /// The anchor of the row that holds paragraph `at` of the text before.
    pub(super) fn of_before(&self, at: u32) -> String {
        self.rows[self.before[at as usize]].clone()
    }

    /// The anchor of the row that holds paragraph `at` of the text after.
    pub(super) fn of_after(&self, at: u32) -> String {
        self.rows[self.after[at as usize]].clone()
    }
}

/// The wording change of each link that has one.
fn changes_of_links(input: PageInput<'_>) -> Vec<Option<usize>> {
    let wording = input.record.changes.iter().enumerate();
    let mut wording = wording
        .filter(|(_, change)| change.verdict.fact().is_none())
        .map(|(at, _)| at);
    let links = input.comparison.alignment.links.iter();
    links
        .map(|link| match link.relation {
            Relation::Equal => None,
            _ => wording.next(),
        })
        .collect()
}

/// The row of each paragraph of one side.
fn rows_of(
    redline: &Redline<'_>,
    side: impl for<'r> Fn(&'r RedlineRow<'_>) -> &'r Vec<u32>,
) -> Vec<usize> {
    let each = redline.rows.iter().enumerate();
    each.flat_map(|(at, row)| side(row).iter().map(move |_| at))
        .collect()
}
