//! Keeps the file of a document, with the places of its words, so that a redline can
//! be written in it.
//!
//! The words are read a second time, with their places. Where they are not the same
//! as before, or the file cannot be edited, it is not kept and a notice says why.

use std::collections::BTreeSet;

use super::settle::settle;
use super::styles::Styles;
use super::text::Reader;
use super::trace::Tracer;
use super::{NOTES, Package};
use crate::error::Result;
use crate::load::block::{Block, Input, Source};
use crate::load::opc::{folder, resolve};
use crate::load::tracked::{Revisions, Tracked};
use crate::load::xml::{Step, Tag, Visitor, walk};
use crate::model::{NamedXml, Notice, NoticeCode, Original};

/// Where the types of all parts are listed.
const TYPES: &str = "[Content_Types].xml";

/// Puts the file into `source`, or a notice that says why it is not kept.
pub(super) fn keep(package: &Package<'_>, styles: &Styles, input: &Input<'_>, source: &mut Source) {
    let why = match trace(package, styles, input) {
        Ok(Some((mut original, blocks))) if is_same(&blocks, &source.blocks) => {
            for (block, traced) in source.blocks.iter_mut().zip(blocks) {
                block.ink = traced.ink;
            }
            original.modified.clone_from(&source.properties.modified);
            source.original = Some(Box::new(original));
            return;
        }
        Ok(_) => "it is built in a way that is not edited here".to_owned(),
        Err(error) => error.to_string(),
    };
    source.notices.push(Notice {
        code: NoticeCode::Reading,
        span: None,
        message: format!("the file itself is not kept for a redline: {why}"),
    });
}

/// Whether both have the same words; places count paragraphs that are settled away.
fn is_same(traced: &[Block], read: &[Block]) -> bool {
    let words = |block: &Block| (block.role, block.text.clone());
    traced.iter().map(words).eq(read.iter().map(words))
}

/// The file with its places, and its blocks; `None` where it cannot be edited.
fn trace(
    package: &Package<'_>,
    styles: &Styles,
    input: &Input<'_>,
) -> Result<Option<(Original, Vec<Block>)>> {
    let mut reader = Reader::new(styles, Revisions::new(input.options.tracked));
    let tracked = input.options.tracked;
    let mut parts = Vec::new();
    let mut is_whole = true;
    let mut next = 0;
    let blocks = package.text(&mut reader, |name, reader| {
        let read = package.archive.required(name)?;
        let settled = settle(&read, tracked).map_err(|flaw| package.flaw(name, &flaw))?;
        let is_settled = settled.is_some();
        let xml = settled.unwrap_or(read);
        let notes = NOTES
            .into_iter()
            .find(|kind| package.related(kind).as_deref() == Some(name));
        let mut tracer = Tracer::new(reader, (name, xml.clone()), notes, next);
        walk(&xml, &mut tracer).map_err(|flaw| package.flaw(name, &flaw))?;
        match tracer.finish() {
            Some(mut part) => {
                part.is_settled = is_settled;
                // Sources are counted on from part to part, so that one number names a place in the
                // file.
                next = part.sources.end;
                is_whole &= !part.prefix.is_empty() && is_utf8(&part.xml);
                parts.push(part);
            }
            None => is_whole = false,
        }
        Ok(())
    })?;
    if !is_whole {
        return Ok(None);
    }
    let comments = package.related("comments").map(|name| named(package, name));
    let relations = folder_relations(&package.main);
    let mut original = Original {
        file: package.archive.bytes().to_vec(),
        parts,
        ink: Vec::new(),
        settled: settled_running_headers(package, tracked)?,
        types: named(package, TYPES.to_owned())?,
        relations: named(package, relations)?,
        comments: comments.transpose()?.filter(|part| !part.xml.is_empty()),
        modified: None,
        ids: BTreeSet::new(),
        has_comment_styles: has_comment_styles(package)?,
    };
    // Under the name of a document, Word opens neither one with macros nor a template.
    let is_other = |kind: &str| original.types.xml.contains(kind);
    if is_other("macroEnabled") || is_other("template.main+xml") {
        return Ok(None);
    }
    let Some(ids) = ids(&original) else {
        return Ok(None);
    };
    original.ids = ids;
    Ok(Some((original, blocks)))
}

/// The headers and footers that changes were tracked in, with these settled.
fn settled_running_headers(package: &Package<'_>, tracked: Tracked) -> Result<Vec<NamedXml>> {
    let mut parts = Vec::new();
    for target in package.relations.targets(&["header", "footer"]) {
        let NamedXml { name, xml } = named(package, resolve(folder(&package.main), target))?;
        let settled = settle(&xml, tracked).map_err(|flaw| package.flaw(&name, &flaw))?;
        parts.extend(settled.map(|xml| NamedXml { name, xml }));
    }
    Ok(parts)
}

/// The part at a name; without text where there is none.
fn named(package: &Package<'_>, name: String) -> Result<NamedXml> {
    let xml = package.archive.part(&name)?.unwrap_or_default();
    Ok(NamedXml { name, xml })
}

/// Where the relations of a part are listed.
fn folder_relations(part: &str) -> String {
    let file = part.rsplit('/').next().unwrap_or_default();
    resolve(folder(part), &format!("_rels/{file}.rels"))
}

fn has_comment_styles(package: &Package<'_>) -> Result<bool> {
    let Some(name) = package.related("styles") else {
        return Ok(false);
    };
    let styles = package.archive.part(&name)?.unwrap_or_default();
    // A style that the file has not would be an error in Word.
    let has = |id: &str| styles.contains(&format!("styleId=\"{id}\""));
    Ok(has("CommentText") && has("CommentReference"))
}

/// Whether a part says nothing else than that it is UTF-8.
fn is_utf8(xml: &str) -> bool {
    let declaration = xml
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split("?>").next());
    let declaration = declaration.unwrap_or_default().to_ascii_lowercase();
    !declaration.contains("encoding") || declaration.contains("utf-8")
}

/// The ids of all that is marked in the text and in the comments; `None` where the
/// comments are broken.
fn ids(original: &Original) -> Option<BTreeSet<u32>> {
    let mut ids = Ids(BTreeSet::new());
    let texts = original.parts.iter().map(|part| &part.xml);
    for xml in texts.chain(original.comments.iter().map(|part| &part.xml)) {
        walk(xml, &mut ids).ok()?;
    }
    Some(ids.0)
}

struct Ids(BTreeSet<u32>);

impl Visitor for Ids {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        if let Some(id) = tag.attribute("id").and_then(|id| id.parse().ok()) {
            self.0.insert(id);
        }
        Step::Into
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_without_an_encoding_is_in_utf_8() {
        assert!(is_utf8("<w:document/>") && is_utf8("<?xml version='1.0' encoding='UTF-8'?><a/>"));
        assert!(!is_utf8(
            "<?xml version='1.0' encoding='windows-1252'?><a/>"
        ));
    }

    #[test]
    fn blocks_are_the_same_by_words_and_role() {
        let block = |text: &str| Block {
            text: text.to_owned(),
            ..Block::default()
        };
        assert!(is_same(&[block("wells")], &[block("wells")]));
        assert!(!is_same(&[block("wells")], &[block("roads")]) && !is_same(&[block("wells")], &[]));
    }
}
