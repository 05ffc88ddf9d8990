//! Promises over any number of statements, a row a promise.
//!
//! A row follows the links of neighbouring statements of one delegation. A statement
//! that neither repeats a promise nor shows that it is gone leaves its cell empty.

use super::super::calendar::{last_day, whole_days};
use super::super::rows::series;
use super::super::words::Stems;
use super::gone::untraced;
use super::link_promises;
use super::side::{Side, weigh};
use crate::model::{
    Mood, Promise, PromiseCell, PromiseLink, PromiseRow, PromiseStep, Verdict, Vocabulary, Witness,
};

/// Finds the promises of `witnesses`, which share `vocabulary`: what matters most
/// first, then those that are said most often, then in the order of the texts.
#[must_use]
pub fn find_promises(witnesses: &[Witness], vocabulary: &Vocabulary) -> Vec<PromiseRow> {
    let mut rows = Vec::new();
    for statements in series(witnesses) {
        let first = rows.len();
        for (place, &at) in statements.iter().enumerate() {
            let before = place.checked_sub(1).map(|place| statements[place]);
            let links = match before {
                Some(before) => link_promises(&witnesses[before], &witnesses[at], vocabulary),
                None => Vec::new(),
            };
            follow(witnesses, &mut rows[first..], (before, at), &links);
            let linked = |index: u32| {
                let pairs = links.iter().filter(|link| link.before.is_some());
                pairs.into_iter().any(|link| link.after == Some(index))
            };
            for index in 0..witnesses[at].promises.len() {
                let index = narrow(index);
                // A promise that no statement said before begins a row; what others may do is none.
                let mood = witnesses[at].promises[index as usize].mood;
                if !linked(index) && mood != Mood::Permission {
                    rows.push(new_row(witnesses.len(), at, index));
                }
            }
        }
        report_silence(witnesses, &statements, &mut rows[first..], vocabulary);
    }
    rows.sort_by_key(|row| (weight(row), usize::MAX - said(row)));
    rows
}

fn new_row(width: usize, at: usize, promise: u32) -> PromiseRow {
    let mut cells = vec![None; width];
    cells[at] = Some(PromiseCell {
        promise: Some(promise),
        deed: None,
        step: PromiseStep::Made,
    });
    PromiseRow { cells }
}

/// Adds to the rows of the statement before what became of each in the one at `at`.
fn follow(
    witnesses: &[Witness],
    rows: &mut [PromiseRow],
    (before, at): (Option<usize>, usize),
    links: &[PromiseLink],
) {
    let Some(before) = before else { return };
    for row in rows {
        let Some(promise) = row.cells[before].and_then(|cell| cell.promise) else {
            continue;
        };
        let link = links.iter().find(|link| link.before == Some(promise));
        row.cells[at] = link.map(|link| PromiseCell {
            promise: link.after,
            deed: link.deed,
            step: step([&witnesses[before], &witnesses[at]], link),
        });
    }
}

/// Statements running that have to say a promise, for its absence to be a silence.
const RUNNING: usize = 3;

/// Tells which promises the last statement of a delegation leaves out, though the three
/// before it say them, and no sentence of it has a trace of them.
fn report_silence(
    witnesses: &[Witness],
    statements: &[usize],
    rows: &mut [PromiseRow],
    vocabulary: &Vocabulary,
) {
    let [.., before, last] = *statements else {
        return;
    };
    let running = statements.len().saturating_sub(RUNNING + 1)..statements.len() - 1;
    let running = &statements[running];
    let said = |row: &PromiseRow, at: usize| row.cells[at].and_then(|cell| cell.promise);
    let mut open = rows.iter_mut().filter(|row| {
        // Two statements that say it and a third that does not are no silence yet.
        let is_running =
            running.len() == RUNNING && running.iter().all(|&at| said(row, at).is_some());
        is_running && row.cells[last].is_none()
    });
    let Some(first) = open.next() else { return };
    let mut stems = Stems::of_acts(vocabulary, witnesses[before].document.metadata.language);
    let sides = [before, last].map(|at| Side::new(&witnesses[at], &mut stems));
    let rarity = weigh(&sides, stems.len());
    let is_untraced = untraced(&sides, &rarity);
    for row in std::iter::once(first).chain(open) {
        if said(row, before).is_some_and(&is_untraced) {
            row.cells[last] = Some(PromiseCell {
                promise: None,
                deed: None,
                step: PromiseStep::Silent,
            });
        }
    }
}

/// What became of a promise between two statements.
fn step(witnesses: [&Witness; 2], link: &PromiseLink) -> PromiseStep {
    match link.verdict {
        Verdict::Reversed => return PromiseStep::Reversed,
        Verdict::Softened => return PromiseStep::Softened,
        Verdict::Strengthened => return PromiseStep::Strengthened,
        Verdict::Dropped => return PromiseStep::Dropped,
        Verdict::Expired => return PromiseStep::Expired,
        Verdict::Met => return PromiseStep::Met,
        Verdict::Moved => return PromiseStep::Moved,
        _ => {}
    }
    let promise = |side: usize, at: Option<u32>| Some(&witnesses[side].promises[at? as usize]);
    let (old, new) = (promise(0, link.before), promise(1, link.after));
    let spoken = witnesses[1].document.metadata.date.as_ref();
    let spoken = spoken.and_then(|date| whole_days(&date.value));
    let due = |side: usize, promise: Option<&Promise>| promise?.due(witnesses[side]);
    match (due(0, old), due(1, new)) {
        // *By year-end* is a time, whatever the day of speaking.
        (Some(_), None) if new.is_some_and(|new| !is_timed(new)) => PromiseStep::Undated,
        // *By May 2022* → *by May 2023*; *by the end of May* is the same day as *by 31 May*.
        (Some(old), Some(new)) if last_day(&old) != last_day(&new) => PromiseStep::Moved,
        (_, Some(due)) => match (whole_days(&due), spoken) {
            (Some(due), Some(spoken)) if due.1 < spoken.0 => PromiseStep::Expired,
            _ => PromiseStep::Kept,
        },
        _ => PromiseStep::Kept,
    }
}

/// Whether a promise says by when; *as soon as we can* does not.
fn is_timed(promise: &Promise) -> bool {
    promise.deadline.is_some() || promise.counted.is_some()
}

/// What matters most of a row.
fn weight(row: &PromiseRow) -> PromiseStep {
    let steps = row.cells.iter().flatten().map(|cell| cell.step);
    steps.min().unwrap_or(PromiseStep::Made)
}

fn said(row: &PromiseRow) -> usize {
    row.cells.iter().flatten().count()
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("fewer promises than bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};

    /// The steps of each row of some statements of one delegation, by `/`.
    fn steps(texts: &[(&str, &str)]) -> Vec<String> {
        let mut vocabulary = Vocabulary::new();
        let witnesses: Vec<Witness> = texts
            .iter()
            .map(|(date, text)| {
                let options = LoadOptions {
                    date: Some((*date).to_owned()),
                    ..LoadOptions::default()
                };
                let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
                read_witness(document, &mut vocabulary)
            })
            .collect();
        let rows = find_promises(&witnesses, &vocabulary);
        let line = |row: &PromiseRow| {
            let cells = row.cells.iter();
            let cells: Vec<&str> = cells
                .map(|cell| cell.map_or("", |cell| cell.step.name()))
                .collect();
            cells.join("/")
        };
        rows.iter().map(line).collect()
    }

    #[test]
    fn a_promise_is_followed_from_year_to_year() {
        let reported = steps(&[
            ("2021-06-01", "We will clear every field by 2023."),
            ("2022-06-01", "We will clear every field by 2025."),
            ("2023-06-01", "We hope to clear every field by 2025."),
            ("2026-06-01", "We hope to clear every field by 2025."),
        ]);
        assert_eq!(reported, ["made/moved/softened/expired"]);
    }

    #[test]
    fn a_deadline_in_words_that_count_from_the_day_of_speaking_is_one() {
        let reported = steps(&[
            (
                "2021-02-01",
                "We will clear every field by the end of June 2021.",
            ),
            (
                "2021-04-27",
                "We will clear every field by the end of this quarter.",
            ),
            (
                "2021-05-20",
                "We will clear every field by the end of next month.",
            ),
            (
                "2021-06-20",
                "We will clear every field by the end of next year.",
            ),
            (
                "2022-06-20",
                "We will clear every field by the end of the year.",
            ),
            (
                "2023-01-20",
                "We will clear every field in the coming months.",
            ),
            ("2023-02-20", "We will clear every field."),
        ]);
        assert_eq!(reported, ["made/kept/kept/moved/kept/moved/kept"]);
    }

    #[test]
    fn a_deadline_that_nothing_stands_for_is_dropped() {
        let cases = [
            ("by June 2021", "."),
            ("by the end of the year", "."),
            ("by June 2021", " in the coming months."),
        ];
        for (due, later) in cases {
            let dated = format!("We will clear every field {due}.");
            let reported = steps(&[
                ("2021-02-01", dated.as_str()),
                ("2021-04-27", &format!("We will clear every field{later}")),
            ]);
            assert_eq!(reported, ["made/deadline_dropped"], "{due}");
        }
    }

    #[test]
    fn what_three_statements_running_say_and_the_last_does_not_is_a_silence() {
        let promise = "We will rebuild the old schools of the valley.";
        let other = "Nothing of what stood there was said again, of ships or of the sea.";
        let reported = |last: &str| {
            steps(&[
                ("2021-06-01", promise),
                ("2022-06-01", promise),
                ("2023-06-01", promise),
                ("2024-06-01", last),
            ])
        };
        assert_eq!(reported(other), ["made/kept/kept/silent"]);
        let trace = "The old schools of the valley are rebuilt by those who teach there.";
        assert_eq!(reported(trace), ["made/kept/kept/"]);
        let two = steps(&[
            ("2022-06-01", promise),
            ("2023-06-01", promise),
            ("2024-06-01", other),
        ]);
        assert_eq!(two, ["made/kept/"]);
    }

    #[test]
    fn what_is_not_said_again_leaves_its_cell_empty() {
        let reported = steps(&[
            ("2021-06-01", "We will clear every field."),
            ("2022-06-01", "We will rebuild the schools."),
        ]);
        assert_eq!(reported, ["made/", "/made"]);
    }

    #[test]
    fn a_promise_as_soon_as_we_can_has_no_time() {
        let is_timed_in = |text: &str| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            let read = read_witness(document.unwrap(), &mut Vocabulary::new());
            is_timed(&read.promises[0])
        };
        assert!(is_timed_in("We will clear every field by 2030."));
        assert!(!is_timed_in("We will clear every field as soon as we can."));
    }
}
