//! A pdf that was made to harm ends in one line and the status of trouble.

mod common;

use common::Folder;

/// A file of these objects, numbered from 1; the first is the catalog.
fn pdf(objects: &[String]) -> Vec<u8> {
    let numbered = (1..).zip(objects);
    let objects = numbered.map(|(number, object)| format!("{number} 0 obj\n{object}\nendobj\n"));
    let objects: Vec<String> = objects.collect();
    let text = format!(
        "%PDF-1.7\n{}trailer << /Root 1 0 R >>\n%%EOF",
        objects.concat()
    );
    text.into_bytes()
}

fn stream(entries: &str, data: &str) -> String {
    format!(
        "<< {entries} /Length {} >>\nstream\n{data}\nendstream",
        data.len()
    )
}

/// A page that shows a word in a font of two-byte characters.
fn page(content: &str, font: &str, more: &[String]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> /ColorSpace << /C1 8 0 R >> >> >>"
            .to_owned(),
        stream("", content),
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
            .to_owned(),
        format!("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A {font} /FontDescriptor 7 0 R >>"),
        "<< /Type /FontDescriptor /FontName /A /Flags 4 >>".to_owned(),
    ];
    objects.extend(more.iter().cloned());
    pdf(&objects)
}

const WORD: &str = "BT /F1 12 Tf 50 700 Td <00410042> Tj ET";

#[test]
fn each_harm_ends_in_one_line_and_the_status_of_trouble() {
    let function = |depth: usize| {
        let body = "{".repeat(depth) + " pop 0 0 0 " + &"}".repeat(depth);
        stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", &body)
    };
    let space = "[/Separation /S /DeviceRGB 9 0 R]".to_owned();
    let predictor =
        "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 255 >>";
    let cases = [
        ("widths", page(WORD, "/W [26 2147483647 790]", &[])),
        ("heights", page(WORD, "/W2 [0 2147483647 1 2 3]", &[])),
        (
            "stack",
            page(
                &format!("/C1 cs 0.5 scn {WORD}"),
                "",
                &[space, function(100_000)],
            ),
        ),
        (
            "predictor",
            pdf(&[
                "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>".to_owned(),
                stream(predictor, "x"),
            ]),
        ),
        ("noise", b"%PDF-1.7\n\xff\xfe\x00".to_vec()),
    ];
    let folder = Folder::with_statements();
    for (name, bytes) in cases {
        folder.write("x.pdf", bytes);
        let run = folder.line("text x.pdf");
        assert_eq!(run.status(), Some(2), "{name}: {}", run.stderr());
        let message = run.stderr();
        assert!(message.starts_with("verbale: x.pdf: "), "{name}: {message}");
        assert_eq!(message.lines().count(), 1, "{name}: {message}");
        let run = folder.line("figures a.txt x.pdf");
        assert_eq!(run.status(), Some(2), "{name}");
        assert!(run.stdout().contains("140"), "{name}: {}", run.stdout());
    }
}

#[test]
fn a_sound_pdf_is_read_as_it_is_in_one_process() {
    let folder = Folder::new();
    let run = folder.run(&[
        "text",
        &format!(
            "{}/fixtures/documents/typst-spaced.pdf",
            env!("CARGO_MANIFEST_DIR")
        ),
    ]);
    assert_eq!(run.status(), Some(0), "{}", run.stderr());
    let bytes = std::fs::read("fixtures/documents/typst-spaced.pdf").expect("a fixture is there");
    let options = verbale::load::LoadOptions::default();
    let document =
        verbale::load::load_bytes("a.pdf", &bytes, &options).expect("a fixture is sound");
    assert_eq!(run.stdout().trim_end(), document.text);
}
