//! The parts of an Office file and how they refer to one another (ECMA-376, part 2).

use super::archive::Archive;
use super::xml::{Step, Tag, Visitor, walk};
use crate::error::Result;

/// The name of the part that `target` means when written in `folder`.
pub(super) fn resolve(folder: &str, target: &str) -> String {
    // A slash in front counts from the root of the package.
    let Some(relative) = target.strip_prefix('/') else {
        let mut path: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
        for name in target.split('/') {
            match name {
                ".." => {
                    path.pop();
                }
                "." | "" => {}
                name => path.push(name),
            }
        }
        return path.join("/");
    };
    relative.to_owned()
}

/// The folder that a part stands in.
pub(super) fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The internal relations of a part: id, type and target.
#[derive(Default)]
pub(super) struct Relations(Vec<(String, String, String)>);

impl Relations {
    /// Those of `part`; none where the file names none. The empty name is the package.
    ///
    /// # Errors
    ///
    /// When their list is damaged.
    pub(super) fn of(archive: &Archive<'_>, part: &str) -> Result<Self> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let mut relations = Self::default();
        let name = resolve(folder, &format!("_rels/{file}.rels"));
        if let Some(xml) = archive.part(&name)? {
            walk(&xml, &mut relations).map_err(|flaw| archive.flaw(&name, &flaw.to_string()))?;
        }
        Ok(relations)
    }

    /// The target of the first relation whose type ends in `kind`: the rest of
    /// the type differs between the strict and the transitional format.
    pub(super) fn target(&self, kind: &str) -> Option<&str> {
        self.targets(&[kind]).next()
    }

    /// The targets of all relations of these kinds.
    pub(super) fn targets(&self, kinds: &[&str]) -> impl Iterator<Item = &str> {
        let is_kind = |name: &str| {
            let kind = name.rsplit('/').next();
            kind.is_some_and(|kind| kinds.contains(&kind))
        };
        let found = self.0.iter().filter(move |(_, name, _)| is_kind(name));
        found.map(|(_, _, target)| target.as_str())
    }

    /// The target of the relation with this id.
    pub(super) fn by_id(&self, id: &str) -> Option<&str> {
        let found = self.0.iter().find(|(own, ..)| own == id);
        found.map(|(_, _, target)| target.as_str())
    }
}

impl Visitor for Relations {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        // What stands outside of the file, a template or a web page, is never read.
        let is_external = tag
            .attribute("TargetMode")
            .is_some_and(|mode| mode == "External");
        let id = tag.attribute("Id").unwrap_or_default().into_owned();
        if let (Some(kind), Some(target), false) =
            (tag.attribute("Type"), tag.attribute("Target"), is_external)
        {
            self.0.push((id, kind.into_owned(), target.into_owned()));
        }
        Step::Into
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_named_from_its_folder_or_from_the_root() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "ppt/slides",
                "../notesSlides/n1.xml",
                "ppt/notesSlides/n1.xml",
            ),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("", "../../word/document.xml", "word/document.xml"),
        ] {
            assert_eq!(resolve(folder, target), part);
        }
    }
}
