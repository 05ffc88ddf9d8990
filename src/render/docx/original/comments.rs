//! Puts comments beside those of the file.

use std::collections::BTreeMap;

use super::{Original, Revision, namespace, prefixed};
use crate::render::docx::escape::escape;

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONS: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// Adds the part with the comments, or adds them to the one that is there, and to the
/// lists of the file; nothing where there are none. `None` where a list is not as it
/// should be.
pub(super) fn add(
    original: &Original,
    comments: &[(u32, String)],
    revision: Revision<'_>,
    edited: &mut BTreeMap<String, String>,
) -> Option<()> {
    if comments.is_empty() {
        return Some(());
    }
    if let Some(known) = &original.comments {
        let prefix = root(&known.xml)?.prefix;
        let xml = written(original, comments, revision, prefix);
        edited.insert(known.name.clone(), append(&known.xml, &xml)?);
        return Some(());
    }
    let main = original.parts.first()?;
    let prefix = main.prefix.as_str();
    let space = namespace(&main.xml, prefix)?;
    let (folder, _) = main.name.rsplit_once('/').unwrap_or(("", ""));
    let file = free_name(original, folder);
    let name = if folder.is_empty() {
        file.clone()
    } else {
        format!("{folder}/{file}")
    };
    let xml = written(original, comments, revision, prefix);
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let element = prefix.trim_end_matches(':');
    edited.insert(
        name.clone(),
        format!(
            "{declaration}<{prefix}comments xmlns:{element}=\"{space}\">{xml}</{prefix}comments>\n"
        ),
    );
    let relations = match original.relations.xml.as_str() {
        "" => format!(
            "{declaration}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
        ),
        known => known.to_owned(),
    };
    // Strict files (ISO/IEC 29500-1) have names of their own for all relations.
    let kind = if space.contains("purl.oclc.org") {
        STRICT_RELATIONS
    } else {
        RELATIONS
    };
    let id = free_id(&relations);
    let prefix = root(&relations)?.prefix;
    let relation =
        format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}/comments\" Target=\"{file}\"/>");
    edited.insert(
        original.relations.name.clone(),
        append(&relations, &relation)?,
    );
    let prefix = root(&original.types.xml)?.prefix;
    let part = format!("<{prefix}Override PartName=\"/{name}\" ContentType=\"{TYPE}\"/>");
    edited.insert(
        original.types.name.clone(),
        append(&original.types.xml, &part)?,
    );
    Some(())
}

/// The comments as XML.
fn written(
    original: &Original,
    comments: &[(u32, String)],
    revision: Revision<'_>,
    prefix: &str,
) -> String {
    let attributes = prefixed(revision, prefix);
    let style = if original.has_comment_styles {
        format!("<{prefix}pPr><{prefix}pStyle {prefix}val=\"CommentText\"/></{prefix}pPr>")
    } else {
        String::new()
    };
    let one = |(id, text): &(u32, String)| {
        format!(
            "<{prefix}comment {prefix}id=\"{id}\" {attributes} {prefix}initials=\"v\"><{prefix}p>{style}\
             <{prefix}r><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}r></{prefix}p></{prefix}comment>",
            escape(text)
        )
    };
    comments.iter().map(one).collect()
}

/// A name for the comments that no part has.
fn free_name(original: &Original, folder: &str) -> String {
    let taken = |file: &str| {
        let name = format!("{folder}/{file}");
        let name = name.trim_start_matches('/').as_bytes();
        original
            .file
            // Names stand unpacked in the archive. One that is met elsewhere in its bytes costs no
            // more than a number.
            .windows(name.len())
            .any(|window| window == name)
    };
    let mut names = (1..).map(|nth| match nth {
        1 => "comments.xml".to_owned(),
        nth => format!("comments{nth}.xml"),
    });
    names.find(|file| !taken(file)).unwrap_or_default()
}

/// An id that no relation has.
fn free_id(relations: &str) -> String {
    let mut ids = (1..).map(|nth| format!("rId{nth}"));
    let is_free = |id: &String| {
        // In quotation marks, or *rId1* would be found in *rId12*.
        !relations.contains(&format!("\"{id}\"")) && !relations.contains(&format!("'{id}'"))
    };
    ids.find(is_free).unwrap_or_default()
}

/// The root of a part.
struct Root<'x> {
    /// Its start tag without `<` and `>`.
    tag: &'x str,
    /// Where the tag stands, brackets included.
    start: usize,
    /// What stands before its name, with the colon.
    prefix: &'x str,
    name: &'x str,
}

fn root(xml: &str) -> Option<Root<'_>> {
    let mut start = 0;
    loop {
        start += xml[start..].find('<')?;
        let rest = &xml[start..];
        // A declaration, comments and processing instructions may come before the root.
        let end = match rest {
            _ if rest.starts_with("<!--") => rest.find("-->")?,
            _ if rest.starts_with("<?") || rest.starts_with("<!") => rest.find('>')?,
            _ => break,
        };
        start += end;
    }
    let tag = &xml[start + 1..start + xml[start..].find('>')?];
    let name = tag.split([' ', '\t', '\r', '\n', '/']).next()?;
    let prefix = name.find(':').map_or("", |colon| &name[..=colon]);
    Some(Root {
        tag,
        start,
        prefix,
        name,
    })
}

/// `xml` with `child` as the last in its root.
fn append(xml: &str, child: &str) -> Option<String> {
    let root = root(xml)?;
    // A list without entries may be one empty tag.
    if let Some(tag) = root.tag.strip_suffix('/') {
        let head = &xml[..root.start];
        return Some(format!("{head}<{tag}>{child}</{}>", root.name));
    }
    // From the end, where only blanks and comments may follow.
    let end = xml.rfind(&format!("</{}", root.name))?;
    Some([&xml[..end], child, &xml[end..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_is_the_last_of_its_root() {
        for (xml, grown) in [
            (
                "<?xml version='1.0'?><!-- <b> --><x:a b='1'><c/></x:a>",
                "<?xml version='1.0'?><!-- <b> --><x:a b='1'><c/>+</x:a>",
            ),
            ("<a b='1'/>", "<a b='1'>+</a>"),
        ] {
            assert_eq!(append(xml, "+").as_deref(), Some(grown));
        }
        assert_eq!(append("no element", "+"), None);
    }

    #[test]
    fn a_new_relation_has_an_id_of_its_own() {
        assert_eq!(free_id("<r Id=\"rId1\"/><r Id='rId2'/>"), "rId3");
    }
}
