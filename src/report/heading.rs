//! Who speaks and when, as a reader would put it: *Marenia, 16 November 2021 → 22 November
//! 2022*. Names of files stand only where the statements do not tell themselves apart.

use super::calendar::date_text;
use super::document::DocumentRecord;

/// A meeting with a longer name stands in no head.
const LONGEST: usize = 90;

/// The head of two statements that are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The delegation and the meeting of both; empty where they have none in common.
    pub who: String,
    /// What tells each apart: its day, its delegation and day, or its name.
    pub sides: [String; 2],
}

impl Heading {
    /// The head of `before` and `after`.
    #[must_use]
    pub fn new(before: &DocumentRecord<'_>, after: &DocumentRecord<'_>) -> Self {
        let both = [before, after];
        let shared = before
            .delegation
            .filter(|_| before.delegation == after.delegation);
        let days = both.map(|document| document.date.map(date_text));
        let days = match days {
            // Two drafts of one day are told apart by their names.
            [Some(old), Some(new)] if old != new => Some([old, new]),
            _ => None,
        };
        let meeting = before.meeting.filter(|_| before.meeting == after.meeting);
        let meeting = meeting.filter(|meeting| meeting.chars().count() <= LONGEST);
        match (shared, days) {
            // Who and where once, and on the sides only what differs.
            (Some(delegation), Some(sides)) => Self {
                who: [Some(delegation), meeting]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" · "),
                sides,
            },
            _ => Self {
                who: String::new(),
                sides: apart(both),
            },
        }
    }

    /// *Marenia: 16 November 2021 → 22 November 2022*.
    #[must_use]
    pub fn line(&self) -> String {
        let [before, after] = &self.sides;
        format!("{}{before} → {after}", self.lead())
    }

    /// What stands before both sides.
    #[must_use]
    pub fn lead(&self) -> String {
        if self.who.is_empty() {
            String::new()
        } else {
            format!("{}: ", self.who)
        }
    }
}

/// *Angola, 2022* and *Armenia, 2022*; the names in this report where that is the same.
fn apart(both: [&DocumentRecord<'_>; 2]) -> [String; 2] {
    let [old, new] = both.map(|document| {
        let facts = [
            document.delegation.map(str::to_owned),
            document.date.map(date_text),
        ];
        facts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    // Half a head misleads: both sides have their facts, or both their names.
    if old.is_empty() || new.is_empty() || old == new {
        both.map(|document| document.id.to_owned())
    } else {
        [old, new]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{LoadOptions, load_bytes};

    fn heading(texts: [&str; 2]) -> String {
        let names = ["old", "new"].into_iter().zip(texts);
        let documents: Vec<_> = names
            .map(|(name, text)| load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap())
            .collect();
        let records: Vec<_> = documents.iter().map(DocumentRecord::new).collect();
        Heading::new(&records[0], &records[1]).line()
    }

    #[test]
    fn days_tell_the_statements_of_one_delegation_apart() {
        let day = |day: &str| format!("Statement of Denmark\nGeneva, {day}\n\nWe thank you.\n");
        let (first, second) = (day("14 June 2021"), day("13 June 2022"));
        assert_eq!(
            heading([&first, &second]),
            "Denmark: 14 June 2021 → 13 June 2022"
        );
        assert_eq!(heading([&first, &first]), "old → new");
    }

    #[test]
    fn files_are_named_where_nothing_is_known_of_them() {
        assert_eq!(heading(["We thank you.", "We thank all."]), "old → new");
    }
}
