//! Times the stages on made-up statements: `cargo bench`.

mod made;

use divan::Bencher;
use verbale::align::{AlignOptions, align_paragraphs, collate_paragraphs, collate_words};
use verbale::diff::{Atoms, diff_tokens};
use verbale::extract::extract;
use verbale::model::{Document, Paragraph, Span, Token, Vocabulary, Witness};
use verbale::segment::segment;

use made::Random;

/// Words in a paragraph, as in real statements.
const PARAGRAPH: usize = 80;

/// Words of each witness.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// How a text differs from the one it was made from.
#[derive(Clone, Copy)]
enum Revision {
    /// The text itself.
    Original,
    /// One word in twenty is another.
    Edited,
    /// Other words throughout, from the same language.
    Rewritten,
}

fn document(words: usize, revision: Revision) -> Document {
    let mut random = Random(match revision {
        Revision::Rewritten => 0x5EED,
        _ => 0xF00D,
    });
    let mut changes = Random(0xCAFE);
    let mut document = Document::default();
    for _ in 0..words.div_ceil(PARAGRAPH) {
        let start = document.text.len();
        let words = (0..PARAGRAPH).map(|_| {
            let word = random.word();
            match revision {
                Revision::Edited if changes.below(20) == 0 => changes.word(),
                _ => word,
            }
        });
        let paragraph = words.collect::<Vec<_>>().join(" ");
        document.text.push_str(&paragraph);
        document.text.push_str(".\n");
        document.paragraphs.push(Paragraph {
            span: Span::new(start, document.text.len() - 1),
            ..Paragraph::default()
        });
    }
    document
}

fn read_witness(words: usize, revision: Revision, vocabulary: &mut Vocabulary) -> Witness {
    let document = document(words, revision);
    let segmented = segment(&document, vocabulary);
    Witness {
        document,
        segmented,
        ..Witness::default()
    }
}

#[divan::bench(args = SIZES)]
fn segment_words(bencher: Bencher, words: usize) {
    let document = document(words, Revision::Original);
    bencher.bench(|| segment(&document, &mut Vocabulary::new()));
}

#[divan::bench(args = SIZES)]
fn extract_figures(bencher: Bencher, words: usize) {
    let document = document(words, Revision::Original);
    let segmented = segment(&document, &mut Vocabulary::new());
    bencher.bench(|| extract(&document, &segmented));
}

fn align(bencher: Bencher, words: usize, revision: Revision) {
    let mut vocabulary = Vocabulary::new();
    let before = read_witness(words, Revision::Original, &mut vocabulary);
    let after = read_witness(words, revision, &mut vocabulary);
    bencher.bench(|| align_paragraphs(&before, &after, &vocabulary, &AlignOptions::default()));
}

#[divan::bench(args = SIZES)]
fn align_edited(bencher: Bencher, words: usize) {
    align(bencher, words, Revision::Edited);
}

#[divan::bench(args = SIZES)]
fn align_rewritten(bencher: Bencher, words: usize) {
    align(bencher, words, Revision::Rewritten);
}

#[divan::bench(args = [PARAGRAPH, 1_000, 10_000])]
fn diff_edited(bencher: Bencher, words: usize) {
    let mut vocabulary = Vocabulary::new();
    let before = read_witness(words, Revision::Original, &mut vocabulary);
    let after = read_witness(words, Revision::Edited, &mut vocabulary);
    let tokens = |witness: &Witness| -> Vec<Token> { witness.segmented.tokens.clone() };
    let (before, after) = (tokens(&before), tokens(&after));
    bencher.bench(|| diff_tokens(&before, &after, &vocabulary, Atoms::default()));
}

fn six_drafts(vocabulary: &mut Vocabulary) -> Vec<Witness> {
    let revisions = [Revision::Original, Revision::Edited].into_iter().cycle();
    revisions
        .take(6)
        .map(|revision| read_witness(2_000, revision, vocabulary))
        .collect()
}

#[divan::bench]
fn collate_six_by_paragraph(bencher: Bencher) {
    let mut vocabulary = Vocabulary::new();
    let witnesses = six_drafts(&mut vocabulary);
    bencher.bench(|| collate_paragraphs(&witnesses, &vocabulary, &AlignOptions::default()));
}

#[divan::bench]
fn collate_six_by_word(bencher: Bencher) {
    let mut vocabulary = Vocabulary::new();
    let witnesses = six_drafts(&mut vocabulary);
    bencher.bench(|| collate_words(&witnesses, &vocabulary, &AlignOptions::default()));
}
