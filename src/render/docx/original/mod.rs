//! A redline written in the file of the text after.
//!
//! Input: the redline and the file, with the positions of its words. Output: the file
//! with native tracked changes and comments; what was not edited stays to the byte.
//! Accepting all gives the text after, rejecting all the text before. Changes that
//! were tracked in the file are settled as the text was read, as Word compares.

mod comment_range;
mod comments;
mod container;
mod deleted;
mod edits;
mod insertion_point;
mod marks;
mod package;
mod plan;
mod position;
mod rows;
mod run_slice;
mod words;
mod xml_writer;

use std::collections::BTreeMap;

use super::Revision;
use super::change::Change;
use super::escape::attributes;
use crate::report::{Original, Redline};
use edits::{Edits, Ids};
use marks::Splice;
pub(super) use package::put;
use plan::{Plan, plan};
use xml_writer::XmlWriter;

/// The file with the redline in it; `None` where there is no file, or it is built in a
/// way that cannot be edited. Where no date is given, changes have that on which the
/// file was last saved.
#[must_use]
pub fn edit(redline: &Redline<'_>, revision: Revision<'_>) -> Option<Vec<u8>> {
    let kept = redline.kept?;
    let original = kept.original;
    let revision = Revision {
        // The day of the file, and not of the run: the same files give the same bytes.
        date: revision.date.or(original.modified.as_deref()),
        ..revision
    };
    let Plan {
        edits,
        comments,
        mut ids,
    } = plan(redline, kept, revision)?;
    // Parts in which changes were tracked are written as they were read, though no edit falls in
    // them.
    let settled = original.settled.iter();
    let mut edited: BTreeMap<String, String> = settled
        .map(|part| (part.name.clone(), part.xml.clone()))
        .collect();
    for (at, part) in original.parts.iter().enumerate() {
        let writer = XmlWriter {
            part,
            attributes: &prefixed(revision, &part.prefix),
        };
        let splices = splices(writer, at, &edits, &mut ids)?;
        let was_settled = part.is_settled;
        if !splices.is_empty() || was_settled {
            edited.insert(part.name.clone(), apply(&part.xml, splices)?);
        }
    }
    comments::add(original, &comments, revision, &mut edited)?;
    let mut bytes = Vec::new();
    package::write(&mut bytes, &original.file, edited).ok()?;
    Some(bytes)
}

/// Who made a change, and when, as attributes with a prefix.
fn prefixed(revision: Revision<'_>, prefix: &str) -> String {
    attributes(revision, prefix)
}

/// All edits of a part.
fn splices(
    writer: XmlWriter<'_>,
    part: usize,
    edits: &Edits,
    ids: &mut Ids<'_>,
) -> Option<Vec<Splice>> {
    let mut splices = Vec::new();
    for (file_paragraph, paragraph) in &edits.paragraphs {
        if file_paragraph.0 == part {
            let known = &writer.part.paragraphs[file_paragraph.1];
            splices.extend(marks::write(writer, known, paragraph, ids)?);
        }
    }
    for (file_paragraph, change) in &edits.rows {
        if file_paragraph.0 == part {
            splices.push(rows::mark(
                writer,
                &writer.part.rows[file_paragraph.1],
                *change,
                ids,
            ));
        }
    }
    let blocks = edits
        .blocks
        .iter()
        .filter(|(file_paragraph, ..)| *file_paragraph == part);
    splices.extend(blocks.map(|(_, at, xml)| (*at..*at, xml.clone())));
    // Stable: what stands at one position stays in the order in which it was put there.
    splices.sort_by_key(|(range, _)| range.start);
    Some(splices)
}

/// A part with its edits; `None` where two of them overlap.
fn apply(xml: &str, splices: Vec<Splice>) -> Option<String> {
    let mut out = String::with_capacity(xml.len() + splices.len() * 64);
    let mut done = 0;
    for (range, new) in splices {
        // `None` where an edit begins before the last one ended.
        out.push_str(xml.get(done..range.start)?);
        out.push_str(&new);
        done = range.end;
    }
    out.push_str(xml.get(done..)?);
    Some(out)
}

/// What becomes of something, unless nothing does.
fn some(change: Change) -> Option<Change> {
    (change != Change::None).then_some(change)
}

/// The namespace that a prefix stands for in the root of a part.
fn namespace<'x>(xml: &'x str, prefix: &str) -> Option<&'x str> {
    let name = format!("xmlns:{}=", prefix.trim_end_matches(':'));
    // Prefixes are free: files of other programs than Word may have any.
    let rest = &xml[xml.find(&name)? + name.len()..];
    let quote = rest.chars().next()?;
    rest[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_edited_where_it_says_and_nowhere_else() {
        let splices = vec![(1..1, "x".to_owned()), (2..4, "y".to_owned())];
        assert_eq!(apply("abcdef", splices).as_deref(), Some("axbyef"));
        let overlap = vec![(1..4, String::new()), (2..3, String::new())];
        assert_eq!(apply("abcdef", overlap), None);
    }
}
