//! Reads presentations of `PowerPoint` (Office Open XML, ECMA-376).
//!
//! Read: the words of each slide that is shown, its tables, then what the speaker
//! noted to it. Left out: numbers and dates of slides, masters, comments. A block
//! bears the number of its slide as its page.

use super::archive::Archive;
use super::block::{Block, Input, Properties, Source};
use super::flow::{Flow, Frame};
use super::opc::{Relations, folder, resolve};
use super::properties::read_properties;
use super::spans::MAX_COLUMNS;
use super::xml::{Step, Tag, Visitor, walk};
use crate::error::Result;
use crate::model::Role;

/// Reads the slides of a presentation.
///
/// # Errors
///
/// When the file is damaged or passes the bounds of its archive.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let archive = Archive::open(input)?;
    let root = Relations::of(&archive, "")?;
    let main = resolve(
        "",
        root.target("officeDocument")
            .unwrap_or("ppt/presentation.xml"),
    );
    let relations = Relations::of(&archive, &main)?;
    let mut order = Order::default();
    walk_part(&archive, &main, &mut order)?;
    let (mut blocks, mut notes) = (Vec::new(), Vec::new());
    for (number, id) in (1..).zip(&order.0) {
        let Some(target) = relations.by_id(id) else {
            continue;
        };
        let part = resolve(folder(&main), target);
        let mut slide = Slide::default();
        walk_part(&archive, &part, &mut slide)?;
        if slide.is_hidden {
            continue;
        }
        blocks.extend(numbered(slide.flow.finish(), number));
        let own = Relations::of(&archive, &part)?;
        if let Some(target) = own.target("notesSlide") {
            let mut said = Slide::default();
            walk_part(&archive, &resolve(folder(&part), target), &mut said)?;
            let said = numbered(said.flow.finish(), number);
            notes.extend(said.map(|block| Block {
                role: Role::Note,
                ..block
            }));
        }
    }
    blocks.extend(notes);
    Ok(Source {
        blocks,
        properties: match archive.part("docProps/core.xml")? {
            Some(xml) => read_properties(&xml)
                .map_err(|flaw| archive.flaw("docProps/core.xml", &flaw.to_string()))?,
            None => Properties::default(),
        },
        ..Source::default()
    })
}

fn numbered(blocks: Vec<Block>, slide: u32) -> impl Iterator<Item = Block> {
    blocks.into_iter().map(move |mut block| {
        block.place.page = Some(slide);
        block.place.number = None;
        block
    })
}

fn walk_part(archive: &Archive<'_>, name: &str, visitor: &mut impl Visitor) -> Result<()> {
    let xml = archive.required(name)?;
    walk(&xml, visitor).map_err(|flaw| archive.flaw(name, &flaw.to_string()))
}

/// The relations of the slides in order.
#[derive(Default)]
struct Order(Vec<String>);

impl Visitor for Order {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        // Each has a number of its own too, which comes first and is no relation.
        if tag.name() == "sldId"
            && let Some(id) = tag.prefixed("id")
        {
            self.0.push(id.into_owned());
        }
        Step::Into
    }
}

/// Reads the words of a slide.
#[derive(Default)]
struct Slide {
    flow: Flow,
    is_hidden: bool,
    is_in_text: bool,
    /// What the open shape is for.
    shape: Shape,
    /// Columns that the open cell takes beside its own.
    empty_cells: usize,
}

/// What a shape of a slide is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shape {
    #[default]
    Text,
    Title,
    /// A slide's number, date or footer.
    RunningHeaders,
}

impl Visitor for Slide {
    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "sld" => self.is_hidden = tag.attribute("show").is_some_and(|show| show == "0"),
            "sp" => self.shape = Shape::Text,
            "ph" => {
                self.shape = match tag.attribute("type").as_deref() {
                    Some("title" | "ctrTitle") => Shape::Title,
                    Some("sldNum" | "dt" | "ftr" | "hdr") => Shape::RunningHeaders,
                    _ => Shape::Text,
                }
            }
            "txBody" if self.shape == Shape::RunningHeaders => return Step::Skip,
            // Fields are the number and the date; a fallback repeats the choice before it.
            "fld" | "Fallback" => return Step::Skip,
            "p" => self.flow.open_paragraph(match self.shape {
                Shape::Title => Role::Heading,
                _ => Role::Body,
            }),
            "br" => self.flow.line_break(),
            "t" => self.is_in_text = true,
            "tr" => self.flow.open(Frame::Row),
            "tc" => {
                let count = |name: &str| tag.attribute(name).and_then(|count| count.parse().ok());
                self.empty_cells = count("gridSpan").unwrap_or(1).clamp(1, MAX_COLUMNS) - 1;
                // A cell that another one spans stands there too.
                if tag.attribute("hMerge").is_some() {
                    return Step::Skip;
                }
                self.flow.open_cell();
            }
            _ => {}
        }
        Step::Into
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.is_in_text = false,
            "p" => self.flow.close_paragraph(),
            "tc" => {
                for _ in 0..std::mem::take(&mut self.empty_cells) {
                    self.flow.open_cell();
                }
            }
            "tr" => self.flow.close(Frame::Row),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_in_text {
            self.flow.text(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use rawzip::CompressionMethod;

    use super::super::archive::tests::zip;
    use super::super::block::tests::read_bytes;
    use super::*;

    fn read_parts(parts: &[(&str, &str)]) -> Source {
        read_bytes(read, "x.pptx", zip(parts, CompressionMethod::STORE))
    }

    #[test]
    fn slides_come_in_order_with_their_tables_and_the_speakers_notes_last() {
        let text = |text: &str| format!("<a:p><a:r><a:t>{text}</a:t></a:r></a:p>");
        let second = format!(
            "<p:sld><p:sp><p:nvPr><p:ph type='title'/></p:nvPr><p:txBody>{}</p:txBody></p:sp>\
             <p:sp><p:nvPr><p:ph type='sldNum'/></p:nvPr><p:txBody>{}</p:txBody></p:sp>\
             <a:tbl><a:tr><a:tc>{}</a:tc><a:tc>{}</a:tc></a:tr></a:tbl></p:sld>",
            text("Losses"),
            text("2"),
            text("Boats"),
            text("4")
        );
        let first = format!(
            "<p:sld><p:sp><p:txBody>{}</p:txBody></p:sp></p:sld>",
            text("We met.")
        );
        let hidden = format!(
            "<p:sld show='0'><p:sp><p:txBody>{}</p:txBody></p:sp></p:sld>",
            text("No")
        );
        let notes = format!(
            "<p:notes><p:sp><p:txBody>{}</p:txBody></p:sp></p:notes>",
            text("Speak slowly.")
        );
        let parts = [
            (
                "ppt/presentation.xml",
                "<p><p:sldIdLst><p:sldId id='256' r:id='r2'/><p:sldId id='257' r:id='r3'/><p:sldId id='258' r:id='r1'/></p:sldIdLst></p>",
            ),
            (
                "ppt/_rels/presentation.xml.rels",
                "<R><Relationship Id='r1' Type='x/slide' Target='slides/s1.xml'/><Relationship Id='r2' Type='x/slide' Target='slides/s2.xml'/><Relationship Id='r3' Type='x/slide' Target='slides/s3.xml'/></R>",
            ),
            ("ppt/slides/s1.xml", second.as_str()),
            ("ppt/slides/s2.xml", &first),
            ("ppt/slides/s3.xml", &hidden),
            (
                "ppt/slides/_rels/s2.xml.rels",
                "<R><Relationship Id='r1' Type='x/notesSlide' Target='../notesSlides/n1.xml'/></R>",
            ),
            ("ppt/notesSlides/n1.xml", &notes),
        ];
        let source = read_parts(&parts);
        let told: Vec<(&str, Role, Option<u32>)> = source
            .blocks
            .iter()
            .map(|block| (block.text.as_str(), block.role, block.place.page))
            .collect();
        assert_eq!(
            told,
            [
                ("We met.", Role::Body, Some(1)),
                ("Losses", Role::Heading, Some(3)),
                ("Boats | 4", Role::TableRow, Some(3)),
                ("Speak slowly.", Role::Note, Some(1)),
            ]
        );
    }
}
