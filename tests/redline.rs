//! The redline that is written in the file of the text after.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;

use proptest::prelude::*;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveWriter};
use verbale::align::AlignOptions;
use verbale::compare::{compare, read_witness};
use verbale::load::{LoadOptions, Tracked, load_bytes};
use verbale::model::{Document, Vocabulary};
use verbale::render::docx::{Revision, edit};
use verbale::report::{ComparisonRecord, Redline};

const BEFORE: &str = "fixtures/redline/before.docx";
const AFTER: &str = "fixtures/redline/after.docx";
const MAIN: &str = "word/document.xml";

fn read(name: &str, bytes: &[u8], tracked: Tracked) -> Document {
    let options = LoadOptions {
        tracked,
        keeps_original: true,
        ..LoadOptions::default()
    };
    load_bytes(name, bytes, &options).expect("it can be read")
}

/// The redline of two files, in the file of the second.
fn redline((old_name, old): (&str, &[u8]), new: &[u8]) -> Option<Vec<u8>> {
    let mut vocabulary = Vocabulary::new();
    let documents = [
        read(old_name, old, Tracked::Accept),
        read("new.docx", new, Tracked::Accept),
    ];
    let [old, new] = documents.map(|document| read_witness(document, &mut vocabulary));
    let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
    let record = ComparisonRecord::new(&old, &new, &found);
    let redline = Redline::new(&old, &new, &found, &record.changes).with_brief(&record.brief);
    let revision = Revision {
        author: "Desk",
        date: None,
    };
    edit(&redline, revision)
}

fn of_files(old: &str, new: &str) -> Vec<u8> {
    let [before, after] = [old, new].map(|path| fs::read(path).expect("a fixture can be read"));
    redline((old, &before), &after).expect("it can be edited")
}

/// The parts of a file, as they are unpacked.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let archive = ZipArchive::from_slice(bytes).expect("it is an archive");
    let mut entries = archive.entries();
    let mut parts = BTreeMap::new();
    while let Some(record) = entries.next_entry().expect("an entry") {
        let name = String::from_utf8_lossy(record.file_path().as_ref()).into_owned();
        let entry = archive.get_entry(record.wayfinder()).expect("an entry");
        let content = if record.compression_method() == CompressionMethod::STORE {
            entry.data().to_vec()
        } else {
            miniz_oxide::inflate::decompress_to_vec(entry.data()).expect("it unpacks")
        };
        parts.insert(name, content);
    }
    parts
}

fn part(bytes: &[u8], name: &str) -> String {
    String::from_utf8(parts(bytes)[name].clone()).expect("XML is UTF-8 here")
}

fn assert_holds_both_texts(redline: &[u8], old: &str, new: &str) {
    for (tracked, text) in [(Tracked::Reject, old), (Tracked::Accept, new)] {
        let told = read("redline.docx", redline, tracked).text;
        assert_eq!(told, text, "{tracked:?}");
    }
}

#[test]
fn both_texts_can_be_had_from_it() {
    let pairs = [
        (BEFORE, AFTER),
        (AFTER, BEFORE),
        ("fixtures/documents/statement.docx", AFTER),
        (AFTER, "fixtures/documents/statement.docx"),
        ("fixtures/documents/statement.html", BEFORE),
        (AFTER, AFTER),
    ];
    for (old, new) in pairs {
        let texts = [old, new].map(|path| {
            let bytes = fs::read(path).expect("a fixture can be read");
            read(path, &bytes, Tracked::Accept).text
        });
        assert_holds_both_texts(&of_files(old, new), &texts[0], &texts[1]);
    }
}

#[test]
fn what_is_not_edited_stays_to_the_byte() {
    let old = parts(&fs::read(AFTER).expect("a fixture can be read"));
    let new = parts(&of_files(BEFORE, AFTER));
    let names = |parts: &BTreeMap<String, Vec<u8>>| parts.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&old), names(&new));
    let changed: Vec<&str> = old
        .iter()
        .filter(|(name, content)| new[*name] != **content)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(changed, ["word/comments.xml", MAIN, "word/footnotes.xml"]);
    // Nothing is marked in a text that did not change.
    let same = parts(&of_files(AFTER, AFTER));
    assert_eq!(same[MAIN], old[MAIN]);
}

#[test]
fn changes_are_those_of_word() {
    let xml = part(&of_files(BEFORE, AFTER), MAIN);
    for (told, what) in [
        (
            "<w:delText xml:space=\"preserve\">1,180</w:delText>",
            "words that went",
        ),
        (
            "<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">nearly</w:t></w:r></w:ins>",
            "words that came, in their own looks",
        ),
        ("<w:cantSplit w:val=\"off\"/><w:del ", "a row that went"),
        ("<w:cantSplit w:val=\"off\"/><w:ins ", "a row that came"),
        (
            "</w:numPr><w:rPr><w:ins ",
            "the end of a paragraph that came",
        ),
        (
            "<w:footnoteReference w:id=\"3\"/></w:r><w:r><w:t xml:space=\"preserve\">, and its rules are short.</w:t></w:r></w:ins>",
            "the reference to a new note",
        ),
        (
            "<w:hyperlink r:id=\"rIdLink\" w:history=\"1\"><w:r>",
            "a link",
        ),
    ] {
        assert!(xml.contains(told), "{what}: {xml}");
    }
    let notes = part(&of_files(BEFORE, AFTER), "word/footnotes.xml");
    assert!(
        notes.contains("<w:delText xml:space=\"preserve\">March 2021</w:delText>"),
        "{notes}"
    );
}

#[test]
fn a_paragraph_that_moved_is_a_move_with_edits_in_it() {
    let xml = part(&of_files(BEFORE, AFTER), MAIN);
    let names = |mark: &str| -> Vec<String> {
        let start = format!("<w:{mark}RangeStart ");
        let starts = xml.split(&start).skip(1);
        let names = starts.filter_map(|rest| rest.split("w:name=\"").nth(1)?.split('"').next());
        names.map(str::to_owned).collect()
    };
    assert_eq!(names("moveFrom"), names("moveTo"));
    assert_eq!(names("moveTo").len(), 1);
    // Words that went stand where the paragraph was: no change stands in another one.
    let gone = "<w:delText xml:space=\"preserve\">the hour</w:delText></w:r></w:del><w:moveFrom ";
    assert!(xml.contains(gone), "{xml}");
    assert!(
        xml.contains("<w:t xml:space=\"preserve\">ten minutes</w:t></w:r></w:ins>"),
        "{xml}"
    );
}

#[test]
fn no_two_changes_or_comments_have_one_id() {
    let redline = of_files(BEFORE, AFTER);
    let mut ids = BTreeSet::new();
    for name in [MAIN, "word/footnotes.xml"] {
        let xml = part(&redline, name);
        for tag in [
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "moveFromRangeStart",
            "moveToRangeStart",
            "commentRangeStart",
            "bookmarkStart",
        ] {
            for rest in xml.split(&format!("<w:{tag} ")).skip(1) {
                let id = rest
                    .split("w:id=\"")
                    .nth(1)
                    .and_then(|rest| rest.split('"').next());
                assert!(
                    ids.insert(id.expect("it has an id").to_owned()),
                    "{tag} {rest:.60}"
                );
            }
        }
    }
}

#[test]
fn comments_stand_beside_those_of_the_file() {
    let comments = part(&of_files(BEFORE, AFTER), "word/comments.xml");
    assert!(comments.contains("Is the register open to all?"));
    assert!(
        comments.contains("1,180 km² → 1,240 km². +60 square kilometres (+5 %)"),
        "{comments}"
    );
    assert!(
        comments.contains("by 2024 → by 2026. deadline moved"),
        "{comments}"
    );
}

#[test]
fn a_file_without_comments_gets_them() {
    let redline = of_files(AFTER, BEFORE);
    let comments = part(&redline, "word/comments.xml");
    assert!(
        comments.starts_with("<?xml") && comments.contains("1,240 km² → 1,180 km²"),
        "{comments}"
    );
    let relations = part(&redline, "word/_rels/document.xml.rels");
    assert!(
        relations.contains("relationships/comments\" Target=\"comments.xml\"/>"),
        "{relations}"
    );
    let types = part(&redline, "[Content_Types].xml");
    assert!(types.contains("PartName=\"/word/comments.xml\""), "{types}");
}

#[test]
fn changes_that_were_tracked_before_are_settled() {
    let tracked = of_files(BEFORE, AFTER);
    let [before, after] = [BEFORE, AFTER].map(|path| {
        let bytes = fs::read(path).expect("a fixture can be read");
        (read(path, &bytes, Tracked::Accept).text, bytes)
    });
    let again = redline(("before.docx", &before.1), &tracked).expect("it can be edited");
    assert_holds_both_texts(&again, &before.0, &after.0);
    let settled = redline(("after.docx", &after.1), &tracked).expect("it can be edited");
    assert!(!part(&settled, MAIN).contains("<w:del "));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    assert_eq!(of_files(BEFORE, AFTER), of_files(BEFORE, AFTER));
}

#[test]
fn changes_have_the_date_on_which_the_file_was_saved() {
    let saved = "<x><dcterms:modified>2022-05-03T09:00:00Z</dcterms:modified></x>";
    let body = paragraph("We thank all.");
    let file = package(&[(MAIN, &document(&body)), ("docProps/core.xml", saved)]);
    let redline = redline(("old.txt", b"We thank some."), &file).expect("it can be edited");
    assert!(part(&redline, MAIN).contains("w:author=\"Desk\" w:date=\"2022-05-03T09:00:00Z\""));
}

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A file of some parts, with the lists that every file has.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let lists = [
        ("[Content_Types].xml", "<Types></Types>"),
        (
            "_rels/.rels",
            "<R><Relationship Type=\"x/officeDocument\" Target=\"word/document.xml\"/></R>",
        ),
    ];
    let mut bytes = Vec::new();
    let mut archive = ZipArchiveWriter::new(&mut bytes);
    for (name, text) in lists.iter().chain(parts) {
        let builder = archive
            .new_file(name)
            .compression_method(CompressionMethod::STORE);
        let (mut entry, config) = builder.start().expect("an entry");
        let mut data = config.wrap(&mut entry);
        data.write_all(text.as_bytes()).expect("memory takes all");
        let (_, descriptor) = data.finish().expect("memory takes all");
        entry.finish(descriptor).expect("memory takes all");
    }
    archive.finish().expect("memory takes all");
    bytes
}

/// The main part with `body`, edited against an old text.
fn edited(old: &str, body: &str) -> String {
    let file = package(&[(MAIN, &document(body))]);
    let redline = redline(("old.txt", old.as_bytes()), &file).expect("it can be edited");
    let new = read("new.docx", &file, Tracked::Accept).text;
    let old = read("old.txt", old.as_bytes(), Tracked::Accept).text;
    assert_holds_both_texts(&redline, &old, &new);
    part(&redline, MAIN)
}

#[test]
fn a_field_is_never_torn() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">The report of our own board says on page </w:t></w:r>{}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>{}\
         <w:r><w:t xml:space=\"preserve\">12 of the first</w:t></w:r>{}<w:r><w:t xml:space=\"preserve\"> part that it is long.</w:t></w:r></w:p>",
        mark("begin"),
        mark("separate"),
        mark("end")
    );
    let xml = edited(
        "The report of our own board says on page 12 of the second part that it is long.",
        &body,
    );
    assert!(
        xml.contains(&mark("begin")) && xml.contains(&format!("</w:ins>{}", mark("end"))),
        "{xml}"
    );
}

#[test]
fn the_end_of_a_paragraph_that_is_gone_divides_links_and_formats() {
    let body = "<w:p w:x=\"1\"><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:hyperlink w:anchor=\"a\"><w:r><w:rPr><w:i/></w:rPr>\
        <w:t>Our teams cleared the valley and the road beside it. We thank the donors for all of the help.</w:t></w:r></w:hyperlink></w:p>";
    let old = "Our teams cleared the valley and the road beside it.\n\nWe thank the donors for all of the help.";
    let xml = edited(old, body);
    assert!(
        xml.contains("<w:pPr><w:jc w:val=\"both\"/><w:rPr><w:del "),
        "{xml}"
    );
    assert_eq!(
        xml.matches("<w:hyperlink w:anchor=\"a\">").count(),
        2,
        "{xml}"
    );
    assert_eq!(xml.matches("<w:rPr><w:i/></w:rPr>").count(), 3, "{xml}");
}

#[test]
fn a_paragraph_that_is_gone_at_the_end_leaves_none_behind() {
    let body = [
        paragraph("We cleared the fields of the valley."),
        paragraph("We thank the donors."),
    ]
    .concat();
    let old = "We cleared the fields of the valley.\n\nWe thank the donors.\n\nNobody else said anything on this day.";
    let xml = edited(old, &body);
    let last = xml.rsplit("<w:p>").next().expect("it has paragraphs");
    assert!(!last.contains("<w:rPr><w:del "), "{xml}");
    assert!(xml.contains("<w:p><w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"Desk\"/></w:rPr></w:pPr><w:r><w:t>We thank"), "{xml}");
}

#[test]
fn a_box_stays_where_its_anchor_is_new() {
    let boxed = "<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>Water that is measured is kept.</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>";
    let body = format!(
        "<w:p>{boxed}<w:r><w:t>Nobody had said so much before on any river of the lowlands.</w:t></w:r></w:p>"
    );
    edited("Water that is measured is kept.", &body);
}

#[test]
fn what_is_gone_between_two_lines_of_a_paragraph_comes_back_between_them() {
    let body = "<w:p><w:r><w:t>We cleared the fields of the valley.</w:t><w:br/><w:br/><w:t>We thank the donors.</w:t></w:r></w:p>";
    let old = "We cleared the fields of the valley.\n\nNobody else said anything on this day.\n\nWe thank the donors.";
    let xml = edited(old, body);
    assert_eq!(xml.matches("<w:p>").count(), 1, "{xml}");
}

#[test]
fn a_note_that_took_the_place_of_another_one_keeps_its_reference() {
    let note = |text: &str| {
        made_file_of(&format!(
            "<w:footnote w:id=\"1\">{}</w:footnote>",
            paragraph(text)
        ))
    };
    let [old, new] = ["Counted by hand in the north.", "The board met in spring."].map(note);
    let edited = redline(("old.docx", &old), &new).expect("it can be edited");
    let [old, new] = [old, new].map(|file| read("side.docx", &file, Tracked::Accept).text);
    assert_holds_both_texts(&edited, &old, &new);
    let xml = part(&edited, MAIN);
    assert!(!xml.contains("<w:ins "), "{xml}");
}

/// A file of one sentence with some notes.
fn made_file_of(notes: &str) -> Vec<u8> {
    let body = format!(
        "<w:p>{}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        made_run(SENTENCES[0], "")
    );
    package(&[
        (MAIN, &document(&body)),
        (
            "word/footnotes.xml",
            &format!("<w:footnotes>{notes}</w:footnotes>"),
        ),
        ("word/_rels/document.xml.rels", FOOTNOTES),
    ])
}

const FOOTNOTES: &str = "<R><Relationship Type=\"x/footnotes\" Target=\"footnotes.xml\"/></R>";

#[test]
fn a_text_without_the_prefix_of_its_elements_is_not_edited() {
    let file = package(&[(
        MAIN,
        "<document xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><body><p><r><t>We thank all.</t></r></p></body></document>",
    )]);
    assert_eq!(redline(("old.txt", b"We thank some."), &file), None);
    let read = read("new.docx", &file, Tracked::Accept);
    let notice = &read.notices[0].message;
    assert!(
        notice.starts_with("the file itself is not kept for a redline"),
        "{notice}"
    );
}

const SENTENCES: [&str; 8] = [
    "Our teams cleared 40 hectares of land in the valley.",
    "All of it is farmed again, and the road is open.",
    "Partners in the region gave training to twelve new teams.",
    "We ask every state that keeps old maps to hand them over.",
    "R&amp;D took 5 % of the budget of 2.5 million euros.",
    "The survey goes on in the north until the end of 2025.",
    "Nobody was hurt in the past year.",
    "We thank the donors &lt;all of them&gt; for their trust.",
];

/// What a paragraph of a made-up file is.
#[derive(Debug, Clone)]
enum Made {
    /// Sentences, each a run that is cut at a byte and set in bold from there.
    Prose(Vec<(usize, usize)>),
    /// Two sentences with line breaks between them.
    Lines(usize, usize, usize),
    Row(usize, usize),
    /// A sentence with another one in a note to it.
    Noted(usize, usize),
    /// A sentence in a link, with another one in a box.
    Boxed(usize, usize),
    Empty,
}

fn made() -> impl Strategy<Value = Made> {
    let sentence = 0..SENTENCES.len();
    prop_oneof![
        5 => prop::collection::vec((sentence.clone(), 0_usize..30), 1..3).prop_map(Made::Prose),
        1 => (sentence.clone(), sentence.clone(), 1_usize..3).prop_map(|(one, other, breaks)| Made::Lines(one, other, breaks)),
        1 => (sentence.clone(), sentence.clone()).prop_map(|(one, other)| Made::Row(one, other)),
        1 => (sentence.clone(), sentence.clone()).prop_map(|(one, other)| Made::Noted(one, other)),
        1 => (sentence.clone(), sentence).prop_map(|(one, other)| Made::Boxed(one, other)),
        1 => Just(Made::Empty),
    ]
}

fn made_run(text: &str, look: &str) -> String {
    format!("<w:r>{look}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn made_body(made: &[Made]) -> String {
    let mut body = String::new();
    for (at, one) in made.iter().enumerate() {
        match one {
            Made::Prose(sentences) => {
                body.push_str("<w:p><w:pPr><w:keepNext/></w:pPr>");
                for (sentence, cut) in sentences {
                    let text = SENTENCES[*sentence];
                    let cut = if text.contains('&') { 0 } else { *cut };
                    body.push_str(&made_run(&text[..cut], ""));
                    body.push_str(&made_run(
                        &format!("{} ", &text[cut..]),
                        "<w:rPr><w:b/></w:rPr>",
                    ));
                }
                body.push_str("</w:p>");
            }
            Made::Lines(one, other, breaks) => {
                let breaks = "<w:br/>".repeat(*breaks);
                body.extend(["<w:p><w:r><w:t>", SENTENCES[*one], "</w:t>", &breaks]);
                body.extend(["<w:t>", SENTENCES[*other], "</w:t></w:r></w:p>"]);
            }
            Made::Row(one, other) => {
                let cell = |text: &str| format!("<w:tc><w:tcPr/>{}</w:tc>", paragraph(text));
                let row = format!(
                    "<w:tr>{}{}</w:tr>",
                    cell(SENTENCES[*one]),
                    cell(SENTENCES[*other])
                );
                let is_row = |made: Option<&Made>| matches!(made, Some(Made::Row(..)));
                let is_first = !is_row(at.checked_sub(1).and_then(|at| made.get(at)));
                body.push_str(if is_first { "<w:tbl>" } else { "" });
                body.push_str(&row);
                body.push_str(if is_row(made.get(at + 1)) {
                    ""
                } else {
                    "</w:tbl>"
                });
            }
            Made::Noted(one, _) => {
                let reference = format!("<w:r><w:footnoteReference w:id=\"{at}\"/></w:r>");
                body.extend([
                    "<w:p>",
                    &made_run(SENTENCES[*one], ""),
                    &reference,
                    "</w:p>",
                ]);
            }
            Made::Boxed(one, other) => {
                let link = format!(
                    "<w:hyperlink>{}</w:hyperlink>",
                    made_run(SENTENCES[*one], "")
                );
                let boxed = paragraph(SENTENCES[*other]);
                body.extend(["<w:p>", &link, "<w:r><w:pict><w:txbxContent>", &boxed]);
                body.push_str("</w:txbxContent></w:pict></w:r></w:p>");
            }
            Made::Empty => body.push_str("<w:p/>"),
        }
    }
    body + &paragraph("I thank you.")
}

/// A file of made-up paragraphs, with its notes.
fn made_file(made: &[Made]) -> Vec<u8> {
    let mut notes = String::new();
    for (at, one) in made.iter().enumerate() {
        if let Made::Noted(_, other) = one {
            let id = format!("<w:footnote w:id=\"{at}\">");
            notes.extend([&id, &paragraph(SENTENCES[*other]), "</w:footnote>"]);
        }
    }
    let notes = format!("<w:footnotes>{notes}</w:footnotes>");
    package(&[
        (MAIN, &document(&made_body(made))),
        ("word/footnotes.xml", &notes),
        ("word/_rels/document.xml.rels", FOOTNOTES),
    ])
}

/// The words of a text, whatever parts its paragraphs and cells.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .filter(|word| *word != "|")
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_two_files_can_be_had_from_their_redline(
        old in prop::collection::vec(made(), 0..7),
        new in prop::collection::vec(made(), 0..7),
    ) {
        let [old, new] = [old, new].map(|made| made_file(&made));
        let edited = redline(("old.docx", &old), &new).expect("it can be edited");
        for (tracked, side) in [(Tracked::Reject, &old), (Tracked::Accept, &new)] {
            let told = read("redline.docx", &edited, tracked).text;
            let text = read("side.docx", side, Tracked::Accept).text;
            prop_assert_eq!(words(&told), words(&text), "{:?}", tracked);
        }
    }
}

#[test]
fn pictures_that_the_new_file_lacks_are_counted() {
    let folder = common::Folder::new();
    let drawn = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:t>We thank some.</w:t></w:r></w:p>";
    let file = |body: &str| package(&[(MAIN, &document(body))]);
    folder.write("old.docx", file(drawn));
    folder.write("new.docx", file(&paragraph("We thank all.")));
    let told = folder
        .line("diff old.docx new.docx -o redline.docx")
        .stderr();
    assert!(
        told.contains("1 picture is gone, which the redline does not show"),
        "{told}"
    );
    let told = folder.line("diff old.docx old.docx -o same.docx").stderr();
    assert!(!told.contains("gone"), "{told}");
}
