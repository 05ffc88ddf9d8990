//! What holds for any statements.

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::prelude::*;
use verbale::align::{AlignOptions, align_paragraphs};
use verbale::compare::{Readings, compare, read_witness, read_witness_of_words};
use verbale::extract::{Terms, extract};
use verbale::load::{LoadOptions, load_bytes};
use verbale::model::{
    EditOp, Figure, Language, ParagraphParts, Relation, Segmented, Vocabulary, Witness,
};
use verbale::report::{ComparisonRecord, Spelling};
use verbale::segment::segment;

const SENTENCES: &[&str] = &[
    "Since 2015, more than 480 people have been killed or injured by mines.",
    "Our deminers cleared 312 hectares, destroying 410 anti-vehicle and 2,350 anti-personnel mines.",
    "The Government’s own budget was 1,250,000 euros in 2021.",
    "One in five survivors lives more than 50 kilometres from the nearest clinic.",
    "We intend to be free of mines by 2027.",
    "Mr. President,",
    "The rate stands at 3.25 per cent – half a point below last year’s.",
    "Kəlbəcər district: 12 to 15 square metres a day.",
    "نشكر الدول المانحة على دعمها.",
    "我们感谢各捐助国的支持。",
    "Thank you.",
    "810\u{202f}000 mines were destroyed; \u{ad}none remains.",
    "a",
    "…",
];

fn statement() -> impl Strategy<Value = String> {
    let paragraph = prop::collection::vec(prop::sample::select(SENTENCES), 1..4);
    prop::collection::vec(paragraph, 1..9).prop_map(|paragraphs| {
        paragraphs
            .iter()
            .map(|sentences| sentences.join(" "))
            .collect::<Vec<_>>()
            .join("\n\n")
    })
}

/// The languages of figures, each with words of numbers, marks and what they count.
const NUMBER_WORDS: &str = include_str!("../fixtures/figures/number-words.txt");

/// A language by its code, and a line of its number words in any order.
fn number_line() -> impl Strategy<Value = (&'static str, String)> {
    let languages: Vec<(&str, Vec<&str>)> = NUMBER_WORDS
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(code, words)| (code, words.split(" | ").collect()))
        .collect();
    prop::sample::select(languages).prop_flat_map(|(code, words)| {
        let word = (
            prop::sample::select(words),
            prop::sample::select(&[" ", " ", " ", ""]),
        );
        let line = prop::collection::vec(word, 1..12);
        line.prop_map(move |words| {
            let words = words.into_iter().flat_map(|(word, gap)| [word, gap]);
            (code, words.collect())
        })
    })
}

fn read(text: &str, vocabulary: &mut Vocabulary) -> Witness {
    read_in(None, text, vocabulary)
}

fn read_in(language: Option<&str>, text: &str, vocabulary: &mut Vocabulary) -> Witness {
    let options = LoadOptions {
        language: language.map(Language::from_code),
        ..LoadOptions::default()
    };
    let document = load_bytes("statement.txt", text.as_bytes(), &options).expect("text loads");
    read_witness(document, vocabulary)
}

/// Reads without trees: they say what is measured and promised, and no law of links, edits
/// and moves asks for either.
fn read_without_trees(text: &str, vocabulary: &mut Vocabulary) -> Witness {
    let document = load_bytes("statement.txt", text.as_bytes(), &LoadOptions::default());
    let document = document.expect("text loads");
    let segmented = segment(&document, vocabulary);
    let figures = extract(&document, &segmented).figures;
    Witness {
        document,
        segmented,
        figures,
        ..Witness::default()
    }
}

/// Figures stand in reading order, cut at characters, and allow what they say.
fn assert_sound(witness: &Witness) {
    let text = &witness.document.text;
    let mut end = 0;
    for figure in &witness.figures {
        assert!(figure.span.start >= end, "{text}");
        assert!(!figure.span.of(text).trim().is_empty(), "{text}");
        assert!(figure.span.contains(figure.numeral), "{text}");
        let ends = figure.low.zip(figure.high);
        assert!(ends.is_none_or(|(low, high)| low <= high), "{text}");
        end = figure.span.end;
    }
}

/// `before` and `after` with what was found between them, handed to `check`.
fn with_record(
    before: &str,
    after: &str,
    read: fn(&str, &mut Vocabulary) -> Witness,
    check: impl FnOnce(&Witness, &Witness, &ComparisonRecord<'_>),
) {
    let mut vocabulary = Vocabulary::new();
    let pair = [read(before, &mut vocabulary), read(after, &mut vocabulary)];
    let found = compare(&pair[0], &pair[1], &vocabulary, &AlignOptions::default());
    check(
        &pair[0],
        &pair[1],
        &ComparisonRecord::new(&pair[0], &pair[1], &found),
    );
}

/// The paragraphs with these numbers, joined by one blank, as characters.
fn joined(witness: &Witness, paragraphs: &[u32]) -> Vec<char> {
    let document = &witness.document;
    let text = |&at: &u32| document.paragraphs[at as usize].span.of(&document.text);
    paragraphs
        .iter()
        .map(text)
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .collect()
}

/// Relation and paragraphs of each link.
type Links = Vec<(Relation, Vec<u32>, Vec<u32>)>;

/// The links between two statements, ascending: words alone decide on them.
fn links(before: &str, after: &str) -> Links {
    let mut vocabulary = Vocabulary::new();
    let pair = [before, after].map(|text| {
        let document = load_bytes("statement.txt", text.as_bytes(), &LoadOptions::default());
        read_witness_of_words(document.expect("text loads"), &mut vocabulary)
    });
    let found = align_paragraphs(&pair[0], &pair[1], &vocabulary, &AlignOptions::default());
    let links = found.links.into_iter();
    let mut links: Links = links
        .map(|link| (link.relation, link.before, link.after))
        .collect();
    links.sort();
    links
}

/// What the links would be with the sides exchanged.
fn mirrored(links: &Links) -> Links {
    let mirror = |relation| match relation {
        Relation::Added => Relation::Removed,
        Relation::Removed => Relation::Added,
        Relation::Split => Relation::Merged,
        Relation::Merged => Relation::Split,
        same => same,
    };
    let turned = links.iter().cloned();
    let mut turned: Links = turned
        .map(|(relation, before, after)| (mirror(relation), after, before))
        .collect();
    turned.sort();
    turned
}

/// Each edit of two statements holds to the letter: what is equal is the same, and
/// the text before with all else replaced is the text after.
fn assert_edits(before: &str, after: &str) {
    with_record(before, after, read_without_trees, |old, new, record| {
        for link in record
            .alignment
            .iter()
            .filter(|link| !link.edits.is_empty())
        {
            let (old, new) = (joined(old, link.before), joined(new, link.after));
            let mut applied = String::new();
            let mut at = [0, 0];
            for edit in &link.edits {
                assert_eq!([edit.before[0], edit.after[0]], at, "edits abut");
                at = [edit.before[1], edit.after[1]];
                let slice = |text: &[char], [start, end]: [u32; 2]| -> String {
                    text[start as usize..end as usize].iter().collect()
                };
                let (gone, come) = (slice(&old, edit.before), slice(&new, edit.after));
                match edit.op {
                    EditOp::Equal => {
                        assert_eq!(gone, come);
                        applied += &gone;
                    }
                    _ => applied += &come,
                }
                if edit.kind == Some(Spelling::Case) {
                    assert_eq!(gone.to_lowercase(), come.to_lowercase());
                } else if edit.kind == Some(Spelling::Blank) {
                    assert!((gone + &come).trim().is_empty());
                }
            }
            assert_eq!([at[0] as usize, at[1] as usize], [old.len(), new.len()]);
            assert_eq!(applied, new.iter().collect::<String>());
        }
    });
}

/// `text` with some of its words in capitals, other quotation marks and blanks.
fn respelled(text: &str, every: usize) -> String {
    let words = text
        .split(' ')
        .enumerate()
        .map(|(at, word)| match at % every {
            0 => word.to_uppercase(),
            1 => word.replace('’', "'").replace('–', "-") + "\u{a0}",
            _ => word.to_owned(),
        });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_number_with_nothing_behind_its_more_is_read() {
    let lines = [
        "One more thanks to all.",
        "There was one fewer.",
        "We have one fewer",
        "1 more mines",
    ];
    for line in lines {
        let witness = read(line, &mut Vocabulary::new());
        assert_sound(&witness);
    }
}

#[test]
fn of_two_exchanged_paragraphs_the_same_one_moved_whichever_side_comes_first() {
    let before = format!("{}\n\n{} {}", SENTENCES[4], SENTENCES[0], SENTENCES[9]);
    let after = format!("{}\n\n{}", SENTENCES[9], SENTENCES[4]);
    assert_eq!(links(&before, &after), mirrored(&links(&after, &before)));
}

#[test]
fn a_text_has_the_same_figures_whether_its_words_are_known_or_not() {
    for language in ["ar", "de", "es", "fr", "pt", "ru", "zh"] {
        let options = LoadOptions {
            language: Some(Language::from_code(language)),
            ..LoadOptions::default()
        };
        let path = format!("fixtures/statements/languages/{language}-2022.txt");
        let text = std::fs::read_to_string(path).expect("it is text");
        assert_same_figures(&text, &options);
    }
    let english = include_str!("../fixtures/figures/english.tsv");
    let sentences = english.lines().filter_map(|line| line.strip_prefix("# "));
    let sentences: Vec<&str> = sentences.collect();
    assert_same_figures(&sentences.join("\n"), &LoadOptions::default());
}

/// Reads sentences, each a paragraph, with and without their words.
fn assert_same_figures(text: &str, options: &LoadOptions) {
    let sentences: Vec<&str> = text.split_inclusive(['.', '。', '\n']).collect();
    let text = sentences.join("\n\n");
    let document = load_bytes("a.txt", text.as_bytes(), options).expect("it is text");
    let unknown = Segmented {
        paragraphs: vec![ParagraphParts::default(); document.paragraphs.len()],
        ..Segmented::default()
    };
    let read = extract(&document, &unknown).figures;
    let spans = |figures: Vec<Figure>| -> Vec<_> {
        let figures = figures.into_iter();
        figures
            .map(|figure| (figure.span, figure.value, figure.unit))
            .collect()
    };
    let known = read_witness(document, &mut Vocabulary::new()).figures;
    assert!(known.len() > 10, "{text}");
    assert_eq!(spans(known), spans(read));
}

proptest! {
    #[test]
    fn a_statement_equals_itself(text in statement()) {
        with_record(&text, &text, read, |_, _, record| {
            assert!(!record.summary.differs);
            assert!(record.changes.is_empty(), "{:?}", record.changes);
        });
    }

    #[test]
    fn each_paragraph_is_in_exactly_one_link(before in statement(), after in statement()) {
        with_record(&before, &after, read_without_trees, |old, new, record| {
            for (side, count) in [(0, old.document.paragraphs.len()), (1, new.document.paragraphs.len())] {
                let links = record.alignment.iter().flat_map(|link| if side == 0 { link.before } else { link.after });
                let mut numbers: Vec<u32> = links.copied().collect();
                numbers.sort_unstable();
                assert!(numbers.iter().copied().eq(0..u32::try_from(count).unwrap()));
            }
        });
    }

    #[test]
    fn the_edits_turn_before_into_after(before in statement(), after in statement()) {
        assert_edits(&before, &after);
    }

    #[test]
    fn edits_tell_other_spellings_apart(text in statement(), every in 1..7_usize) {
        let other = respelled(&text, every).replace("hectares", "acres").replace("2021", "2022");
        assert_edits(&text, &other);
        assert_edits(&other, &text);
    }

    #[test]
    fn a_statement_reads_the_same_behind_another(before in statement(), after in statement()) {
        let terms = Terms::default();
        let (mut readings, mut vocabulary) = (Readings::new(&terms), Vocabulary::new());
        let alone = [&before, &after].map(|text| {
            let witness = read(text, &mut vocabulary);
            readings.read(witness.document.clone());
            witness
        });
        prop_assert_eq!(readings.finish().0, alone);
    }

    // Links alone: which words are marked in a pair may depend on the side.
    #[test]
    fn a_sentence_moves_once_and_whole(before in statement(), after in statement()) {
        let mut vocabulary = Vocabulary::new();
        let [old, new] = [&before, &after].map(|text| read_without_trees(text, &mut vocabulary));
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let sentences = |witness: &Witness, paragraph: u32| -> Vec<Range<usize>> {
            witness.segmented.paragraph_sentences(paragraph as usize).collect()
        };
        let mut seen = (BTreeSet::new(), BTreeSet::new());
        for sentence in &found.moves {
            let whole = |range: &Range<u32>| range.start as usize..range.end as usize;
            let (from, to) = (whole(&sentence.before), whole(&sentence.after));
            let [earlier, later] = sentence.paragraphs;
            prop_assert!(sentences(&old, earlier).contains(&from));
            prop_assert!(sentences(&new, later).contains(&to));
            prop_assert!(seen.0.insert(from.start) && seen.1.insert(to.start));
        }
    }

    #[test]
    fn swapping_the_sides_mirrors_the_links(before in statement(), after in statement()) {
        let (there, back) = (links(&before, &after), links(&after, &before));
        prop_assert_eq!(&there, &mirrored(&back), "{:?} {:?}", before, after);
    }

    #[test]
    fn spans_of_figures_cut_at_characters_and_never_overlap(text in statement()) {
        assert_sound(&read(&text, &mut Vocabulary::new()));
    }
}

/// Lines are short and their faults are rare: more of them are tried.
fn many_lines() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.saturating_mul(8),
        ..usual
    }
}

proptest! {
    #![proptest_config(many_lines())]

    #[test]
    fn any_line_of_number_words_is_read((language, line) in number_line()) {
        assert_sound(&read_in(Some(language), &line, &mut Vocabulary::new()));
    }
}
