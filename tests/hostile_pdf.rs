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

/// Forty pages of a hundred lines each.
#[cfg(target_os = "linux")]
fn many_pages() -> Vec<String> {
    const PAGES: usize = 40;
    let line = |at: usize| {
        let height = 780 - 7 * at;
        format!(
            "BT /F1 6 Tf 50 {height} Td (We cleared the fields of the north with dogs.) Tj ET\n"
        )
    };
    let lines: String = (0..100).map(line).collect();
    let kids: Vec<String> = (5..5 + PAGES).map(|page| format!("{page} 0 R")).collect();
    let kids = kids.join(" ");
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R \
                /Resources << /Font << /F1 4 0 R >> >> >>";
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {PAGES} >>"),
        stream("", &lines),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    objects.extend(std::iter::repeat_n(page.to_owned(), PAGES));
    objects
}

#[test]
#[cfg(target_os = "linux")]
fn the_process_that_reads_a_pdf_is_bounded() {
    use std::io::Write;
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    // More text than a pipe holds: it waits for a reader, its limits set.
    let bytes = pdf(&many_pages());
    let mut child = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .arg("read-pdf")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("a pipe");
    input.write_all(&bytes).expect("it reads");
    drop(input);
    let limits = |name: &str| {
        let text = std::fs::read_to_string(format!("/proc/{}/limits", child.id()));
        let line = text.unwrap_or_default();
        let line = line.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.split_whitespace().next().map(str::to_owned))
    };
    // What three more threads set aside, which they hardly use, comes on top.
    let memory = (512 << 20) + 3 * (72 << 20) + 2 * bytes.len();
    let patience = Instant::now() + Duration::from_secs(20);
    while limits("Max address space") != Some(memory.to_string()) && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(5));
    }
    let seconds = if cfg!(debug_assertions) { "100" } else { "10" };
    assert_eq!(limits("Max address space"), Some(memory.to_string()));
    assert_eq!(limits("Max cpu time").as_deref(), Some(seconds));
    assert_eq!(limits("Max core file size").as_deref(), Some("0"));
    child.kill().expect("it can be ended");
    child.wait().expect("it ends");
}
