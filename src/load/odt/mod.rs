//! Reads OpenDocument texts (ISO/IEC 26300).
//!
//! Read: the text with its tables, text boxes and notes; headers and footers
//! apart, without their fields. Left out: comments, hidden text, automatic numbers, indexes and the table of
//! contents. Links are never followed.

mod changes;
mod running_headers;
mod styles;
mod text;

use super::archive::Archive;
use super::block::{Input, Properties, Source};
use super::encoding;
use super::properties::read_properties;
use super::tracked::Revisions;
use super::xml::{Visitor, XmlError, walk};
use crate::error::Result;
use changes::Changes;
use running_headers::RunningHeaders;
use styles::Styles;
use text::Reader;

/// Reads the blocks and properties of an OpenDocument text.
///
/// # Errors
///
/// When the file is damaged, passes the bounds of its archive, or has open
/// tracked changes where the options forbid them.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let archive = Archive::open(input)?;
    archive.refuse_locked()?;
    let content = archive.required("content.xml")?;
    // First, since what a paragraph is for stands in its style.
    let styles = styles(&archive, &content)?;
    let mut changes = Changes::new(Revisions::new(input.options.tracked));
    walk_part(&archive, "content.xml", &content, &mut changes)?;
    // What a mark of a change means is declared before the body, so another walk has found it.
    let mut reader = Reader::new(&styles, &changes);
    walk_part(&archive, "content.xml", &content, &mut reader)?;
    Ok(Source {
        blocks: reader.finish(),
        properties: properties(&archive)?,
        running_headers: Some(running_headers(&archive)?),
        notices: changes.revisions().settle(input)?.into_iter().collect(),
        ..Source::default()
    })
}

/// Reads the blocks and properties of an OpenDocument text in one XML file.
///
/// # Errors
///
/// As for [`read`], and when the bytes are no text.
pub(super) fn read_flat(input: &Input<'_>) -> Result<Source> {
    let (text, notices) = encoding::decode(input)?;
    let xml = text.trim_start_matches('\u{feff}');
    let flawed = |flaw: XmlError| {
        input.unreadable(
            format!("broken XML ({flaw})"),
            "open it in a word processor and save it again",
        )
    };
    let mut styles = Styles::default();
    walk(xml, &mut styles).map_err(flawed)?;
    let mut changes = Changes::new(Revisions::new(input.options.tracked));
    walk(xml, &mut changes).map_err(flawed)?;
    let mut reader = Reader::new(&styles, &changes);
    walk(xml, &mut reader).map_err(flawed)?;
    let mut running_headers = RunningHeaders::default();
    walk(xml, &mut running_headers).map_err(flawed)?;
    let tracked = changes.revisions().settle(input)?;
    Ok(Source {
        blocks: reader.finish(),
        properties: read_properties(xml).map_err(flawed)?,
        running_headers: Some(running_headers.lines),
        notices: notices.into_iter().chain(tracked).collect(),
        ..Source::default()
    })
}

/// The common styles and those of the content.
fn styles(archive: &Archive<'_>, content: &str) -> Result<Styles> {
    let mut styles = Styles::default();
    if let Some(xml) = archive.part("styles.xml")? {
        walk_part(archive, "styles.xml", &xml, &mut styles)?;
    }
    walk_part(archive, "content.xml", content, &mut styles)?;
    Ok(styles)
}

/// The lines of the headers and footers.
fn running_headers(archive: &Archive<'_>) -> Result<Vec<String>> {
    let mut running_headers = RunningHeaders::default();
    if let Some(xml) = archive.part("styles.xml")? {
        walk_part(archive, "styles.xml", &xml, &mut running_headers)?;
    }
    Ok(running_headers.lines)
}

fn properties(archive: &Archive<'_>) -> Result<Properties> {
    let Some(xml) = archive.part("meta.xml")? else {
        return Ok(Properties::default());
    };
    read_properties(&xml).map_err(|flaw| archive.flaw("meta.xml", &flaw.to_string()))
}

fn walk_part(
    archive: &Archive<'_>,
    name: &str,
    xml: &str,
    visitor: &mut impl Visitor,
) -> Result<()> {
    walk(xml, visitor).map_err(|flaw| archive.flaw(name, &flaw.to_string()))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rawzip::CompressionMethod;

    use super::super::archive::tests::zip;
    use super::super::block::tests::read_bytes;
    use super::*;
    use crate::load::{LoadOptions, Tracked};
    use crate::model::Role;

    fn read_with(tracked: Tracked, body: &str) -> Source {
        let content = format!(
            "<office:document-content><office:body>{body}</office:body></office:document-content>"
        );
        let styles = r#"<s><style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style></s>"#;
        let bytes = zip(
            &[("content.xml", &content), ("styles.xml", styles)],
            CompressionMethod::STORE,
        );
        let options = LoadOptions {
            tracked,
            ..LoadOptions::default()
        };
        let input = Input {
            path: Path::new("x.odt"),
            bytes: &bytes,
            options: &options,
        };
        read(&input).unwrap()
    }

    fn texts(body: &str) -> Vec<String> {
        let source = read_with(Tracked::Accept, body);
        source.blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn headers_and_footers_are_kept_apart_without_the_number_of_the_page() {
        let styles = "<s><style:master-page><style:header><text:p>Draft</text:p></style:header>\
            <style:footer><text:p>Fee: 15 euros, page <text:page-number>7</text:page-number></text:p></style:footer></style:master-page></s>";
        let content = "<c><text:p>We met.</text:p></c>";
        let bytes = zip(
            &[("content.xml", content), ("styles.xml", styles)],
            CompressionMethod::STORE,
        );
        let source = read_bytes(read, "x.odt", &bytes);
        assert_eq!(source.blocks.len(), 1);
        assert_eq!(
            source.running_headers.unwrap(),
            ["Draft", "Fee: 15 euros, page"]
        );
    }

    #[test]
    fn a_locked_file_is_called_so() {
        let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
        let parts = [
            ("content.xml", "\u{1}\u{2}"),
            ("META-INF/manifest.xml", manifest),
        ];
        let bytes = zip(&parts, CompressionMethod::STORE);
        let options = LoadOptions::default();
        let input = Input {
            path: Path::new("x.odt"),
            bytes: &bytes,
            options: &options,
        };
        let error = read(&input).unwrap_err().to_string();
        assert!(
            error.contains("locked with a password; open it with its password"),
            "{error}"
        );
    }

    #[test]
    fn a_flat_file_has_the_words_of_its_body_alone() {
        let xml = "<?xml version='1.0'?><office:document><office:meta><dc:title>Losses</dc:title></office:meta>\
            <office:styles><style:style style:name='H'/></office:styles><office:master-styles><style:header><text:p>Draft</text:p></style:header></office:master-styles>\
            <office:body><office:text><text:h>Winter</text:h><text:p>Four boats<text:s/>sank.</text:p></office:text></office:body></office:document>";
        let source = read_bytes(read_flat, "x.fodt", xml.as_bytes());
        let texts = source.texts();
        assert_eq!(texts, ["Winter", "Four boats sank."]);
        assert_eq!(source.properties.title.as_deref(), Some("Losses"));
    }

    const TRACKED: &str = "<text:tracked-changes><text:changed-region text:id='a'><text:insertion><office:change-info>\
        <dc:creator>X</dc:creator></office:change-info></text:insertion></text:changed-region>\
        <text:changed-region text:id='b'><text:deletion><office:change-info><text:p>why</text:p></office:change-info>\
        <text:p>90</text:p></text:deletion></text:changed-region>\
        <text:changed-region text:id='c'><text:deletion><text:p/><text:p/></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p>Some <text:change text:change-id='b'/><text:change-start text:change-id='a'/>120<text:change-end text:change-id='a'/>\
        <text:change text:change-id='c'/> vessels sailed.</text:p>";

    #[test]
    fn tracked_changes_are_accepted_or_rejected() {
        let accepted = read_with(Tracked::Accept, TRACKED);
        assert_eq!(accepted.blocks[0].text, "Some 120 vessels sailed.");
        assert_eq!(
            accepted.notices[0].message,
            "tracked changes accepted: 1 insertion, 2 deletions"
        );
        let rejected = read_with(Tracked::Reject, TRACKED);
        assert_eq!(rejected.blocks[0].text, "Some 90");
        assert_eq!(rejected.blocks[1].text, "vessels sailed.");
    }

    #[test]
    fn a_note_leaves_no_mark_and_a_picture_no_title() {
        let body = "<text:p>Stocks<text:note><text:note-citation>1</text:note-citation><text:note-body>\
            <text:p>As of May.</text:p></text:note-body></text:note> fell<draw:frame><svg:title>Chart</svg:title></draw:frame>.</text:p>";
        let blocks = read_with(Tracked::Accept, body).blocks;
        assert_eq!(
            (blocks[0].text.as_str(), blocks[0].role),
            ("Stocks fell.", Role::Body)
        );
        assert_eq!(
            (blocks[1].text.as_str(), blocks[1].role),
            ("As of May.", Role::Note)
        );
        assert_eq!(blocks.len(), 2);
    }

    #[test]
    fn lists_tables_headings_and_exponents_are_told_apart() {
        let body = "<text:h>Plan</text:h><text:list><text:list-item><text:p>survey<text:s text:c='3'/>12 km\
            <text:span text:style-name='Up'>2</text:span></text:p></text:list-item></text:list>\
            <table:table><table:table-row><table:table-cell><text:p>2020</text:p></table:table-cell>\
            <table:table-cell><text:p>14</text:p></table:table-cell></table:table-row></table:table>";
        let blocks = read_with(Tracked::Accept, body).blocks;
        let read: Vec<_> = blocks
            .iter()
            .map(|block| (block.text.as_str(), block.role))
            .collect();
        assert_eq!(
            read,
            [
                ("Plan", Role::Heading),
                ("survey 12 km²", Role::ListItem),
                ("2020 | 14", Role::TableRow)
            ]
        );
    }

    #[test]
    fn a_table_of_contents_is_left_out() {
        let body = "<text:table-of-content><text:index-body><text:p>Plan 3</text:p></text:index-body></text:table-of-content>\
            <text:p>Words</text:p>";
        assert_eq!(texts(body), ["Words"]);
    }

    #[test]
    fn a_flat_file_has_the_headers_that_the_packed_one_has() {
        let xml = "<?xml version='1.0'?><office:document><office:master-styles><style:header><text:p>Draft of \
            <text:ruby><text:ruby-base>Kita</text:ruby-base><text:ruby-text>kee-ta</text:ruby-text></text:ruby></text:p></style:header>\
            </office:master-styles><office:body><office:text><text:p>Four boats sank.</text:p></office:text></office:body></office:document>";
        let source = read_bytes(read_flat, "x.fodt", xml.as_bytes());
        assert_eq!(source.texts(), ["Four boats sank."]);
        assert_eq!(source.running_headers.unwrap(), ["Draft of Kita"]);
    }
}
