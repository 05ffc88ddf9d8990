//! Reads Word documents (Office Open XML, ECMA-376).
//!
//! Read: the main text with its tables and text boxes, then the foot- and
//! endnotes it refers to; headers and footers apart, without their fields.
//! Left out: comments, hidden text, field codes, automatic numbers and tables of contents. Links and external
//! parts are never followed.

mod join;
mod original;
mod settle;
mod styles;
mod text;
mod trace;

use std::collections::BTreeMap;

use super::archive::Archive;
use super::block::{Block, Input, Properties, Source};
use super::opc::{Relations, folder, resolve};
use super::properties::read_properties;
use super::tracked::Revisions;
use super::xml::{Visitor, XmlError, walk};
use crate::error::Result;
use crate::model::Role;
use styles::Styles;
use text::Reader;

/// Reads the blocks and properties of a Word document.
///
/// # Errors
///
/// When the file is damaged, passes the bounds of its archive, or has open
/// tracked changes where the options forbid them.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let archive = Archive::open(input)?;
    let package = Package::open(&archive)?;
    let styles = package.styles()?;
    let mut reader = Reader::new(&styles, Revisions::new(input.options.tracked));
    // The order of the fields is that of the reading: the headers come after the text, for which
    // fields count, and the changes when all is read.
    let mut source = Source {
        blocks: package.text(&mut reader, |name, reader| package.walk(name, reader))?,
        running_headers: Some(package.running_headers(&mut reader)?),
        properties: package.properties()?,
        notices: reader.revisions().settle(input)?.into_iter().collect(),
        original: None,
    };
    if input.options.keeps_original {
        original::keep(&package, &styles, input, &mut source);
    }
    Ok(source)
}

/// The kinds of parts with notes.
const NOTES: [&str; 2] = ["footnotes", "endnotes"];

/// A note as the text refers to it: `footnotes` or `endnotes`, and its id.
type NoteId = (&'static str, String);

/// The parts of a document and how they are named in this file.
struct Package<'a> {
    archive: &'a Archive<'a>,
    /// Name of the main part.
    main: String,
    /// What the main part refers to.
    relations: Relations,
}

impl<'a> Package<'a> {
    fn open(archive: &'a Archive<'a>) -> Result<Self> {
        let mut package = Self {
            archive,
            main: "word/document.xml".to_owned(),
            relations: Relations::default(),
        };
        let root = Relations::of(archive, "")?;
        // The main part may have any name; the relations of the package say which (ECMA-376, part
        // 2).
        if let Some(target) = root.target("officeDocument") {
            package.main = resolve("", target);
        }
        package.relations = Relations::of(archive, &package.main)?;
        Ok(package)
    }

    /// The part that the main part relates to as `kind`.
    fn related(&self, kind: &str) -> Option<String> {
        let target = self.relations.target(kind)?;
        Some(resolve(folder(&self.main), target))
    }

    fn styles(&self) -> Result<Styles> {
        let mut styles = Styles::default();
        if let Some(name) = self.related("styles") {
            self.walk_optional(&name, &mut styles)?;
        }
        Ok(styles)
    }

    /// The main text, then the notes it refers to; `walk` has the reader read a part.
    fn text<'s>(
        &self,
        reader: &mut Reader<'s>,
        mut walk: impl FnMut(&str, &mut Reader<'s>) -> Result<()>,
    ) -> Result<Vec<Block>> {
        walk(&self.main, reader)?;
        let blocks = reader.take_blocks();
        let cited = reader.take_cited();
        let mut notes = self.notes(reader, walk)?;
        // In the order of their marks; notes that nothing refers to, as separators are, stay out.
        let cited = cited.iter().filter_map(|id| notes.remove(id)).flatten();
        Ok(blocks.into_iter().chain(cited).collect())
    }

    fn notes<'s>(
        &self,
        reader: &mut Reader<'s>,
        mut walk: impl FnMut(&str, &mut Reader<'s>) -> Result<()>,
    ) -> Result<BTreeMap<NoteId, Vec<Block>>> {
        let mut notes = BTreeMap::new();
        for kind in NOTES {
            let name = self.related(kind);
            if let Some(name) = name.filter(|name| self.archive.has(name)) {
                walk(&name, reader)?;
            }
            for (id, mut blocks) in reader.take_notes() {
                for block in &mut blocks {
                    block.role = Role::Note;
                    block.place.number = None;
                }
                // Foot- and endnotes count their ids apart.
                notes.insert((kind, id), blocks);
            }
        }
        Ok(notes)
    }

    /// The lines of the headers and footers, in the order of the relations.
    fn running_headers(&self, reader: &mut Reader<'_>) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        reader.leave_out_fields();
        for target in self.relations.targets(&["header", "footer"]) {
            self.walk_optional(&resolve(folder(&self.main), target), reader)?;
            lines.extend(reader.take_blocks().into_iter().map(|block| block.text));
        }
        Ok(lines)
    }

    fn properties(&self) -> Result<Properties> {
        const CORE: &str = "docProps/core.xml";
        let Some(xml) = self.archive.part(CORE)? else {
            return Ok(Properties::default());
        };
        read_properties(&xml).map_err(|flaw| self.flaw(CORE, &flaw))
    }

    fn walk(&self, name: &str, visitor: &mut impl Visitor) -> Result<()> {
        let xml = self.archive.required(name)?;
        walk(&xml, visitor).map_err(|flaw| self.flaw(name, &flaw))
    }

    fn walk_optional(&self, name: &str, visitor: &mut impl Visitor) -> Result<()> {
        let Some(xml) = self.archive.part(name)? else {
            return Ok(());
        };
        walk(&xml, visitor).map_err(|flaw| self.flaw(name, &flaw))
    }

    fn flaw(&self, name: &str, flaw: &XmlError) -> crate::Error {
        self.archive.flaw(name, &flaw.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use rawzip::CompressionMethod;

    use super::super::archive::tests::zip;
    use super::super::block::tests::read_bytes;
    use super::*;
    use crate::load::{LoadOptions, Tracked};

    const RELATIONS: &str = r#"<Relationships>
        <Relationship Type="x/styles" Target="styles.xml"/><Relationship Type="x/footnotes" Target="/word/footnotes.xml"/>
        <Relationship Type="x/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>"#;

    fn read_with(tracked: Tracked, body: &str) -> Result<Source> {
        let document = format!("<w:document><w:body>{body}</w:body></w:document>");
        let parts = [
            (
                "_rels/.rels",
                r#"<R><Relationship Type="x/officeDocument" Target="word/main.xml"/></R>"#,
            ),
            ("word/main.xml", &document),
            ("word/_rels/main.xml.rels", RELATIONS),
            (
                "word/styles.xml",
                r#"<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>"#,
            ),
            (
                "word/footnotes.xml",
                "<w:footnotes><w:footnote w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
              <w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> As of May.</w:t></w:r></w:p></w:footnote></w:footnotes>",
            ),
            ("docProps/core.xml", "<c><dc:title>Remarks</dc:title></c>"),
        ];
        let bytes = zip(&parts, CompressionMethod::STORE);
        let options = LoadOptions {
            tracked,
            ..LoadOptions::default()
        };
        let input = Input {
            path: Path::new("x.docx"),
            bytes: &bytes,
            options: &options,
        };
        read(&input)
    }

    fn texts(body: &str) -> Vec<String> {
        let source = read_with(Tracked::Accept, body).unwrap();
        source.blocks.into_iter().map(|block| block.text).collect()
    }

    const TRACKED: &str = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Some </w:t></w:r>\
        <w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins><w:r><w:t>120</w:t></w:r></w:ins></w:p>\
        <w:p><w:r><w:t> vessels sailed.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>Old row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

    #[test]
    fn tracked_changes_are_accepted_and_counted() {
        let source = read_with(Tracked::Accept, TRACKED).unwrap();
        assert_eq!(source.blocks.len(), 1);
        assert_eq!(source.blocks[0].text, "Some 120 vessels sailed.");
        assert_eq!(
            source.notices[0].message,
            "tracked changes accepted: 1 insertion, 3 deletions"
        );
    }

    #[test]
    fn tracked_changes_are_rejected_when_asked() {
        let source = read_with(Tracked::Reject, TRACKED).unwrap();
        let texts: Vec<_> = source.texts();
        assert_eq!(texts, ["Some 90", "vessels sailed.", "Old row"]);
    }

    #[test]
    fn tracked_changes_are_an_error_where_they_may_not_be_open() {
        let error = read_with(Tracked::Error, TRACKED).unwrap_err().to_string();
        assert!(
            error.contains("open tracked changes (1 insertion, 3 deletions); accept or reject"),
            "{error}"
        );
        assert!(read_with(Tracked::Error, "<w:p/>").is_ok());
    }

    #[test]
    fn an_old_property_is_not_taken_for_the_present_one() {
        let body = "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Shown</w:t></w:r></w:p>";
        assert_eq!(texts(body), ["Shown"]);
    }

    #[test]
    fn notes_come_last_without_their_marks() {
        let body = "<w:p><w:pPr><w:pStyle w:val='H1'/></w:pPr><w:r><w:t>Stocks</w:t><w:footnoteReference w:id='7'/></w:r></w:p>\
            <w:p><w:r><w:t>They fell.</w:t></w:r></w:p>";
        let source = read_with(Tracked::Accept, body).unwrap();
        let read: Vec<_> = source
            .blocks
            .iter()
            .map(|block| (block.text.as_str(), block.role, block.place.number))
            .collect();
        assert_eq!(read[0], ("Stocks", Role::Heading, Some(1)));
        assert_eq!(read[1], ("They fell.", Role::Body, Some(2)));
        assert_eq!(read[2], ("As of May.", Role::Note, None));
        assert_eq!(source.properties.title.as_deref(), Some("Remarks"));
    }

    #[test]
    fn a_footer_is_kept_apart_without_the_number_of_its_page() {
        let parts = [
            (
                "word/document.xml",
                "<w:document><w:p><w:r><w:t>We met.</w:t></w:r></w:p></w:document>",
            ),
            (
                "word/_rels/document.xml.rels",
                r#"<R><Relationship Type="x/footer" Target="footer1.xml"/></R>"#,
            ),
            (
                "word/footer1.xml",
                "<w:ftr><w:p><w:r><w:t>Fee: 15 euros</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>\
                 <w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>\
                 <w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>\
                 <w:fldSimple w:instr='NUMPAGES'><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p></w:ftr>",
            ),
        ];
        let bytes = zip(&parts, CompressionMethod::STORE);
        let source = read_bytes(read, "x.docx", &bytes);
        assert_eq!(source.blocks.len(), 1);
        assert_eq!(
            source.running_headers,
            Some(vec!["Fee: 15 euros".to_owned()])
        );
    }

    #[test]
    fn a_fraction_of_a_formula_is_no_number_of_two_digits() {
        let body = "<w:p><w:r><w:t xml:space='preserve'>at least 2</w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>\
            <m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath><w:r><w:t xml:space='preserve'> of 10</w:t></w:r>\
            <m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara></w:p>";
        assert_eq!(texts(body), ["at least 2 1/2 of 10 10⁶"]);
    }

    #[test]
    fn the_code_of_a_field_is_left_out_with_the_fields_in_it() {
        let body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>IF </w:instrText>\
            <w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='separate'/><w:t>9</w:t><w:fldChar w:fldCharType='end'/>\
            <w:fldChar w:fldCharType='separate'/><w:t>12</w:t><w:fldChar w:fldCharType='end'/><w:t> pages</w:t></w:r></w:p>";
        assert_eq!(texts(body), ["12 pages"]);
    }

    #[test]
    fn lines_of_a_field_of_contents_are_left_out_and_others_of_their_style_stay() {
        let line = |inner: &str| {
            format!("<w:p><w:pPr><w:pStyle w:val='T1'/></w:pPr><w:r>{inner}</w:r></w:p>")
        };
        let mark = |kind: &str| format!("<w:fldChar w:fldCharType='{kind}'/>");
        let first = format!(
            "{}<w:instrText>TOC</w:instrText>{}<w:t>Costs</w:t><w:tab/><w:t>3</w:t>",
            mark("begin"),
            mark("separate")
        );
        let body = [
            line(&first),
            line("<w:t>Trade</w:t><w:tab/><w:t>4</w:t>"),
            format!("<w:p><w:r>{}</w:r></w:p>", mark("end")),
            line("<w:t>The diagram would be shown.</w:t>"),
        ];
        assert_eq!(texts(&body.concat()), ["The diagram would be shown."]);
    }

    #[test]
    fn a_text_box_is_read_once_and_apart_from_its_anchor() {
        let boxed = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>";
        let body = format!(
            "<w:p><w:r><w:t>An</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{boxed}</mc:Choice>\
             <mc:Fallback>{boxed}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>chor</w:t></w:r></w:p>"
        );
        assert_eq!(texts(&body), ["Boxed", "Anchor"]);
    }

    #[test]
    fn symbols_hyphens_and_exponents_are_read() {
        let body = "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t xml:space='preserve'> 5 km</w:t></w:r>\
            <w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>\
            <w:r><w:t xml:space='preserve'> of co</w:t><w:softHyphen/><w:t>ast, non</w:t><w:noBreakHyphen/><w:t>stop</w:t></w:r></w:p>";
        assert_eq!(texts(body), ["≥ 5 km² of coast, non-stop"]);
    }

    #[test]
    fn a_damaged_part_is_named_with_its_place() {
        let error = read_with(Tracked::Accept, "<w:p><w:r></w:p>")
            .unwrap_err()
            .to_string();
        assert!(error.starts_with("x.docx: word/main.xml: byte "), "{error}");
    }
}
