//! Reads binary Word files of Word 97 to 2003 (MS-DOC).
//!
//! Read: the main text with its tables and text boxes, then the foot- and endnotes it refers
//! to; headers and footers apart, without their fields. Left out: comments, hidden text, field
//! codes, automatic numbers and tables of contents. Files that were saved in pieces (*fast
//! save*) are read in their order. Pictures and embedded objects are passed over.

mod binary;
mod compound;
mod fib;
mod file;
mod formatting;
mod paragraph;
mod pieces;
mod run;
#[cfg(test)]
mod sketch;
mod sprm;
mod style;
mod summary;
mod text;

use super::block::{DAMAGED, Input, LOCKED, Source, UNLOCK};
use super::container;
use super::tracked::Revisions;
use crate::error::{Error, Result};
use crate::model::{Notice, NoticeCode};
use compound::Compound;
use fib::{Fib, Refusal};
use file::{File, Streams};
use text::Reader;

/// What to do about a file of an older Word.
const SAVE_ANEW: &str =
    "open it and save it as .docx, or `soffice --headless --convert-to docx FILE`";

/// The stream that holds what a file says of itself.
const SUMMARY: &str = "\u{5}SummaryInformation";

/// Reads the blocks and properties of a binary Word file.
///
/// # Errors
///
/// When the file is older than Word 97, protected, damaged or no Word file, or has open
/// tracked changes where the options forbid them.
pub(super) fn read(input: &Input<'_>) -> Result<Source> {
    let damaged = || input.unreadable("a damaged Word file", DAMAGED);
    let mut compound = Compound::open(input.bytes).ok_or_else(damaged)?;
    if !compound.has("WordDocument") {
        return Err(container::refuse_compound(input));
    }
    let mut streams = Streams {
        main: compound.stream("WordDocument").ok_or_else(damaged)?,
        ..Streams::default()
    };
    let tables = Fib::read(&streams.main).map(|fib| fib.table_stream());
    let tables = tables.map_err(|refusal| refuse(refusal, input))?;
    streams.tables = compound.stream(tables).ok_or_else(damaged)?;
    streams.data = compound.stream("Data").unwrap_or_default();
    let fib = Fib::read(&streams.main).map_err(|refusal| refuse(refusal, input))?;
    let file = File::open(fib, &streams).ok_or_else(damaged)?;
    let mut reader = Reader::new(&file, Revisions::new(input.options.tracked));
    let (blocks, is_open) = reader.read_text();
    let headers = reader.read_headers();
    let tracked = reader.revisions().settle(input)?;
    let cut_off = file
        .is_cut_off()
        .then_some("the file is cut off; its end may be missing");
    let open = is_open.then_some("a field does not end; words after it may be missing");
    let flaws = cut_off.into_iter().chain(open).map(|message| Notice {
        code: NoticeCode::Reading,
        span: None,
        message: message.to_owned(),
    });
    let summary = compound.stream(SUMMARY).unwrap_or_default();
    Ok(Source {
        blocks,
        properties: summary::read(&summary),
        running_headers: Some(headers),
        notices: tracked.into_iter().chain(flaws).collect(),
        original: None,
    })
}

fn refuse(refusal: Refusal, input: &Input) -> Error {
    match refusal {
        Refusal::Old => input.unreadable("a file of Word 6 or 95", SAVE_ANEW),
        Refusal::Locked => input.unreadable(LOCKED, UNLOCK),
        Refusal::Damaged => input.unreadable("a damaged Word file", DAMAGED),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::fib::{Story, Table};
    use super::sketch::{Run, Sketch, positions};
    use super::*;
    use crate::load::{LoadOptions, Tracked};
    use crate::model::Role;

    const HIDDEN: &[u8] = &[0x3c, 0x08, 1];
    const RAISED: &[u8] = &[0x48, 0x2a, 1];
    const INSERTED: &[u8] = &[0x01, 0x08, 1];
    const DELETED: &[u8] = &[0x00, 0x08, 1];

    /// Style 0 and the modifiers of a cell, a row, a cell and a row inside a cell.
    const CELL: &[u8] = &[0, 0, 0x16, 0x24, 1];
    const ROW: &[u8] = &[0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1];
    const INNER_CELL: &[u8] = &[0, 0, 0x49, 0x66, 2, 0, 0, 0, 0x4b, 0x24, 1];
    const INNER_ROW: &[u8] = &[0, 0, 0x49, 0x66, 2, 0, 0, 0, 0x4c, 0x24, 1];

    fn read_with(tracked: Tracked, bytes: &[u8]) -> Result<Source> {
        let options = LoadOptions {
            tracked,
            ..LoadOptions::default()
        };
        read(&Input {
            path: Path::new("x.doc"),
            bytes,
            options: &options,
        })
    }

    fn read_sketch(sketch: &Sketch) -> Source {
        read_with(Tracked::Accept, &sketch.build()).unwrap()
    }

    /// The paragraphs of a text of these runs.
    fn texts(runs: &[Run], paragraphs: &[(usize, &[u8])]) -> Vec<String> {
        let source = read_sketch(&Sketch {
            stories: &[(Story::Text, runs)],
            paragraphs,
            ..Sketch::default()
        });
        source.blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn hidden_words_are_left_out_and_exponents_stand_above_the_line() {
        let runs: &[Run] = &[
            ("About 12", &[]),
            ("DRAFT", HIDDEN),
            (" km", &[]),
            ("2", RAISED),
            (" of co\u{1f}ast, non\u{1e}stop\r", &[]),
        ];
        assert_eq!(texts(runs, &[]), ["About 12 km² of coast, non-stop"]);
    }

    #[test]
    fn a_field_shows_its_result_and_not_the_code_with_the_fields_in_it() {
        let text = "On \u{13}IF \u{13}DATE\u{14}9\u{15}\u{14}12\u{15} pages\u{13}XE index\u{15}.\r";
        assert_eq!(texts(&[(text, &[])], &[]), ["On 12 pages."]);
    }

    #[test]
    fn cells_are_joined_by_row_and_a_table_in_a_cell_keeps_its_rows() {
        let text = "Year\u{7}Mines\u{7}\u{7}2020\u{7}14\u{7}\u{7}After\r";
        let paragraphs = [
            (0, CELL),
            (1, CELL),
            (2, ROW),
            (3, CELL),
            (4, CELL),
            (5, ROW),
        ];
        let rows = texts(&[(text, &[])], &paragraphs);
        assert_eq!(rows, ["Year | Mines", "2020 | 14", "After"]);
        let nested = "2020\r14\r\rBeside\u{7}\u{7}";
        let paragraphs = [
            (0, INNER_CELL),
            (1, INNER_CELL),
            (2, INNER_ROW),
            (3, CELL),
            (4, ROW),
        ];
        assert_eq!(
            texts(&[(nested, &[])], &paragraphs),
            ["2020 | 14", "Beside"]
        );
    }

    #[test]
    fn lines_pages_and_sections_break_as_they_do_on_paper() {
        let source = read_sketch(&Sketch {
            stories: &[(Story::Text, &[("One\u{b}two\u{c}three\u{c}Four\r", &[])])],
            tables: &[(Table::Sections, positions(&[0, 14, 19], &[0; 24]))],
            ..Sketch::default()
        });
        assert_eq!(source.texts(), ["One\ntwo\nthree", "Four"]);
    }

    #[test]
    fn tracked_changes_are_accepted_or_rejected_and_counted_once() {
        let runs: &[Run] = &[
            ("Some ", &[]),
            ("9", DELETED),
            ("0 boats\r", &[0x00, 0x08, 1, 0x48, 0x2a, 0]),
            ("120", INSERTED),
            (" vessels.\r", &[]),
        ];
        let bytes = Sketch {
            stories: &[(Story::Text, runs)],
            ..Sketch::default()
        }
        .build();
        let accepted = read_with(Tracked::Accept, &bytes).unwrap();
        assert_eq!(accepted.texts(), ["Some 120 vessels."]);
        let told = &accepted.notices[0].message;
        assert_eq!(told, "tracked changes accepted: 1 insertion, 1 deletion");
        let rejected = read_with(Tracked::Reject, &bytes).unwrap();
        assert_eq!(rejected.texts(), ["Some 90 boats", "vessels."]);
        let error = read_with(Tracked::Error, &bytes).unwrap_err().to_string();
        assert!(error.contains("open tracked changes"), "{error}");
    }

    #[test]
    fn notes_come_last_in_the_order_of_their_marks_and_headers_stand_apart() {
        let source = read_sketch(&Sketch {
            stories: &[
                (Story::Text, &[("Stocks\u{2} fell\u{2}.\r", &[])]),
                (Story::Footnotes, &[("\u{2} Foot.\r", &[])]),
                (
                    Story::Headers,
                    &[("\u{3}\rHead \u{13}PAGE\u{14}7\u{15}\r", &[])],
                ),
                (Story::Endnotes, &[("\u{2} End.\r", &[])]),
            ],
            tables: &[
                (Table::FootnoteMarks, positions(&[12, 15], &[0; 2])),
                (Table::Footnotes, positions(&[0, 8], &[])),
                (Table::EndnoteMarks, positions(&[6, 15], &[0; 2])),
                (Table::Endnotes, positions(&[0, 7], &[])),
                (Table::Headers, positions(&[0, 2, 2, 2, 2, 2, 2, 16], &[])),
            ],
            ..Sketch::default()
        });
        assert_eq!(source.texts(), ["Stocks fell.", "End.", "Foot."]);
        assert_eq!(source.blocks[1].role, Role::Note);
        assert_eq!(source.running_headers, Some(vec!["Head".to_owned()]));
    }

    #[test]
    fn a_text_box_is_read_before_the_paragraph_of_its_anchor() {
        let shape = |at: usize, len: usize| {
            let mut data = vec![0; len];
            data[at] = 9;
            data
        };
        let source = read_sketch(&Sketch {
            stories: &[
                (Story::Text, &[("First.\rAn\u{8}chor.\r", &[])]),
                (Story::Boxes, &[("Boxed\r", &[])]),
            ],
            tables: &[
                (Table::Anchors, positions(&[9, 16], &shape(0, 26))),
                (Table::Boxes, positions(&[0, 6], &shape(14, 22))),
            ],
            ..Sketch::default()
        });
        assert_eq!(source.texts(), ["First.", "Boxed", "Anchor."]);
    }

    #[test]
    fn a_code_of_a_symbol_font_is_the_character_that_it_shows() {
        let font = [&[39 + 14][..], &[0; 39], b"S\0y\0m\0b\0o\0l\0\0\0"].concat();
        let source = read_sketch(&Sketch {
            stories: &[(
                Story::Text,
                &[("(", &[0x09, 0x6a, 0, 0, 0xb3, 0xf0]), (" 5 km\r", &[])],
            )],
            tables: &[(Table::Fonts, [&[1, 0, 0, 0][..], &font].concat())],
            ..Sketch::default()
        });
        assert_eq!(source.texts(), ["≥ 5 km"]);
    }

    #[test]
    fn a_list_item_is_one_and_a_heading_stays_one_in_a_list() {
        let source = read_sketch(&Sketch {
            stories: &[(Story::Text, &[("One\rTwo\rThree\r", &[])])],
            paragraphs: &[
                (0, &[0, 0, 0x0b, 0x46, 3, 0]),
                (1, &[0, 0, 0x40, 0x26, 1, 0x0b, 0x46, 3, 0]),
            ],
            ..Sketch::default()
        });
        let roles: Vec<Role> = source.blocks.iter().map(|block| block.role).collect();
        assert_eq!(roles, [Role::ListItem, Role::Heading, Role::Body]);
    }

    #[test]
    fn lines_of_a_field_of_contents_are_left_out_and_others_of_their_style_stay() {
        let contents = [19, 0, 0xff, 0xf1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let styles = [&[4, 0, 1, 0, 10, 0, 14, 0][..], &contents].concat();
        let text = "\u{13}TOC\u{14}Costs\t3\rTrade\t4\r\u{15}\rThe diagram would be shown.\r";
        let source = read_sketch(&Sketch {
            stories: &[(Story::Text, &[(text, &[])])],
            tables: &[(Table::Styles, styles)],
            ..Sketch::default()
        });
        assert_eq!(source.texts(), ["The diagram would be shown."]);
    }

    #[test]
    fn parts_that_share_their_characters_are_not_read_again_and_again() {
        let marks: Vec<usize> = (0..=500).map(|_| 1).collect();
        let texts: Vec<usize> = (0..=1000)
            .map(|nth| if nth % 2 == 0 { 0 } else { 9 })
            .collect();
        let source = read_sketch(&Sketch {
            stories: &[
                (Story::Text, &[("A\u{2}.\r", &[])]),
                (Story::Footnotes, &[("\u{2} Foot.\r\r", &[])]),
            ],
            tables: &[
                (Table::FootnoteMarks, positions(&marks, &[0; 1000])),
                (Table::Footnotes, positions(&texts, &[])),
            ],
            ..Sketch::default()
        });
        assert_eq!(source.texts(), ["A.", "Foot."]);
    }

    #[test]
    fn what_may_be_missing_is_said() {
        let open = read_sketch(&Sketch {
            stories: &[(Story::Text, &[("We \u{13}met.\r", &[])])],
            ..Sketch::default()
        });
        assert_eq!(open.texts(), ["We"]);
        assert!(open.notices[0].message.contains("a field does not end"));
        let cut_off = read_sketch(&Sketch {
            stories: &[(Story::Text, &[("We met.\r", &[])])],
            missing: 3,
            ..Sketch::default()
        });
        assert_eq!(cut_off.texts(), ["We met."]);
        assert!(cut_off.notices[0].message.contains("cut off"));
    }

    /// A file with all that is read.
    fn full() -> Vec<u8> {
        Sketch {
            stories: &[
                (
                    Story::Text,
                    &[
                        ("One\u{2} \u{13}PAGE\u{14}9\u{15}\u{8}\r", HIDDEN),
                        ("2020\u{7}14\u{7}\u{7}", RAISED),
                        ("(", &[0x09, 0x6a, 0, 0, 0xb3, 0xf0]),
                        ("End\u{c}\r", DELETED),
                    ],
                ),
                (Story::Footnotes, &[("\u{2} Foot.\r", &[])]),
                (Story::Headers, &[("\u{3}\rHead\r", &[])]),
                (Story::Boxes, &[("Boxed\r", &[])]),
            ],
            paragraphs: &[(1, CELL), (2, CELL), (3, ROW)],
            tables: &[
                (Table::FootnoteMarks, positions(&[3, 20], &[0; 2])),
                (Table::Footnotes, positions(&[0, 8], &[])),
                (Table::Headers, positions(&[0, 2, 2, 2, 2, 2, 2, 7], &[])),
                (Table::Anchors, positions(&[11, 12], &[9; 26])),
                (Table::Boxes, positions(&[0, 6], &[9; 22])),
                (Table::Sections, positions(&[0, 20], &[0; 12])),
                (
                    Table::Styles,
                    vec![4, 0, 1, 0, 10, 0, 6, 0, 1, 0, 1, 0, 2, 0],
                ),
                (Table::Fonts, vec![1, 0, 0, 0, 45, 0, 0, 0]),
            ],
            ..Sketch::default()
        }
        .build()
    }

    proptest! {
        #[test]
        fn any_damage_gives_a_document_or_an_error(
            damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
        ) {
            let mut bytes = full();
            for (at, byte) in damage {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            let _ = read_with(Tracked::Accept, &bytes);
        }
    }

    #[test]
    fn a_file_that_is_not_read_is_refused_with_a_remedy() {
        let locked = Sketch {
            stories: &[(Story::Text, &[("We met.\r", &[])])],
            flags: 0x0100,
            ..Sketch::default()
        }
        .build();
        let mut old = locked.clone();
        let magic = old.windows(4).position(|at| at == [0xec, 0xa5, 0xc1, 0]);
        old[magic.unwrap()] = 0xdc;
        let damaged = &locked[..locked.len() / 2];
        for (bytes, said) in [
            (
                &locked[..],
                "locked with a password; open it with its password",
            ),
            (&old, "a file of Word 6 or 95; open it and save it as .docx"),
            (damaged, "a damaged Word file; open it in a word processor"),
        ] {
            let error = read_with(Tracked::Accept, bytes).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
