//! Prints how many words are marked for each word that was edited:
//! `cargo bench --bench noise`, or `-- BEFORE AFTER EDITED` for a pair of files
//! between which so many words were deleted and inserted.

mod made;

use std::ops::Range;
use std::path::Path;

use verbale::align::AlignOptions;
use verbale::compare::{compare, read_witness};
use verbale::load::{LoadOptions, load};
use verbale::model::{
    Document, EditOp, Paragraph, Relation, Span, Token, TokenClass, Vocabulary, Witness,
};

use made::Random;

/// Words of each made-up text.
const WORDS: usize = 100_000;

/// Words in a paragraph: as in most statements, and as in lines that were never joined.
const SHAPES: [usize; 2] = [80, 9];

/// The most noise that is let pass.
const MAX_NOISE: f64 = 1.2;

type Paragraphs = Vec<Vec<String>>;

fn main() {
    let named: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    match &named[..] {
        [before, after, edited] => {
            let edited = edited.parse().expect("EDITED is a count of words");
            let read = |path| load(Path::new(path), &LoadOptions::default()).expect("a statement");
            print("the pair", read(before), read(after), edited);
        }
        _ => made_up(),
    }
}

fn made_up() {
    for words in SHAPES {
        let before = text(words);
        let (after, edited) = revise(&before);
        let name = format!("paragraphs of {words} words");
        let noise = print(&name, document(&before), document(&after), edited);
        assert!(noise <= MAX_NOISE, "above {MAX_NOISE}");
    }
}

/// Prints and returns the noise of a pair.
#[allow(clippy::print_stdout, reason = "a bench tells its result")]
#[allow(clippy::cast_precision_loss, reason = "counts of words are small")]
fn print(name: &str, before: Document, after: Document, edited: usize) -> f64 {
    let marked = marked(before, after);
    let noise = marked as f64 / edited as f64;
    println!("{name}: {marked} words marked, {edited} edited, noise {noise:.3}");
    noise
}

/// Words that are marked as deleted or inserted, punctuation apart.
fn marked(before: Document, after: Document) -> usize {
    let mut vocabulary = Vocabulary::new();
    let [before, after] = [before, after].map(|document| read_witness(document, &mut vocabulary));
    let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
    let is_word = |token: &&Token| vocabulary.class(token.key) != TokenClass::Mark;
    let count = |tokens: &[Token]| tokens.iter().filter(is_word).count();
    let links = found.alignment.links.iter().map(|link| {
        let tokens = [tokens(&before, &link.before), tokens(&after, &link.after)];
        if matches!(link.relation, Relation::Added | Relation::Removed) {
            return tokens.iter().map(|tokens| count(tokens)).sum();
        }
        let changes = link.edits.iter().filter(|edit| edit.op != EditOp::Equal);
        let cut = |side: usize, range: &Range<u32>| {
            count(&tokens[side][range.start as usize..range.end as usize])
        };
        changes
            .map(|edit| cut(0, &edit.before) + cut(1, &edit.after))
            .sum::<usize>()
    });
    links.sum()
}

/// The tokens of some paragraphs, end to end.
fn tokens(witness: &Witness, paragraphs: &[u32]) -> Vec<Token> {
    let each = paragraphs.iter();
    each.flat_map(|&at| witness.segmented.paragraph_tokens(at as usize).to_vec())
        .collect()
}

fn text(words: usize) -> Paragraphs {
    let mut random = Random(0xF00D);
    let paragraphs = 0..WORDS / words;
    paragraphs
        .map(|_| (0..words).map(|_| random.word()).collect())
        .collect()
}

/// The text after its revision, and how many words were deleted and inserted:
/// 5 in 100 edited, then 3 paragraphs in 100 moved, 1 split and 1 merged.
fn revise(before: &Paragraphs) -> (Paragraphs, usize) {
    let mut random = Random(0xCAFE);
    let mut edited = 0;
    let edit = |words: &Vec<String>| edit(words, &mut random, &mut edited);
    let mut after: Paragraphs = before.iter().map(edit).collect();
    after.retain(|words| !words.is_empty());
    let mut below = |bound: usize| random.position(bound);
    for _ in 0..after.len() * 3 / 100 {
        let moved = after.remove(below(after.len()));
        after.insert(below(after.len() + 1), moved);
    }
    for _ in 0..after.len() / 100 {
        let at = below(after.len());
        let rest = after[at].len() / 2;
        let rest = after[at].split_off(rest);
        after.insert(at + 1, rest);
        let at = below(after.len() - 1);
        let next = after.remove(at + 1);
        after[at].extend(next);
    }
    after.retain(|words| !words.is_empty());
    (after, edited)
}

/// Deletes, inserts or replaces runs of one to three words.
fn edit(words: &[String], random: &mut Random, edited: &mut usize) -> Vec<String> {
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let (mut gone, mut new) = (0, 0);
        if random.below(40) == 0 {
            let run = random.position(3) + 1;
            let kind = random.below(5);
            gone = if kind == 4 {
                0
            } else {
                run.min(words.len() - at)
            };
            new = if kind == 3 { 0 } else { run };
        }
        *edited += gone + new;
        out.extend((0..new).map(|_| random.word()));
        at += gone;
        if gone == 0 {
            out.push(words[at].clone());
            at += 1;
        }
    }
    out
}

fn document(paragraphs: &Paragraphs) -> Document {
    let mut document = Document::default();
    for words in paragraphs {
        let start = document.text.len();
        document.text.push_str(&words.join(" "));
        let span = Span::new(start, document.text.len());
        document.text.push('\n');
        document.paragraphs.push(Paragraph {
            span,
            ..Paragraph::default()
        });
    }
    document
}
