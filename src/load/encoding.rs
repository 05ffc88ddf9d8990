//! Turns the bytes of a text file into characters.
//!
//! In this order: byte order mark, UTF-16 without one, ISO-2022-JP by its escapes,
//! valid UTF-8, UTF-8 with a few broken bytes, the code page that `chardetng` finds
//! most likely, or Mac Roman where its letters fit better between the others. What had been
//! decoded wrongly before it was saved is mended (`misread`).

use std::borrow::Cow;
use std::ops::BitOr;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE};

use super::block::Input;
use super::misread::{self, Mended};
use crate::error::Result;
use crate::model::{Notice, NoticeCode};

/// Share of control characters above which bytes are no text: one in this many.
const CONTROLS_ONE_IN: usize = 50;

/// The characters of `input` with the notices on how they were read; those that were
/// decoded wrongly before the file was saved are mended.
///
/// # Errors
///
/// When the bytes are no text in any encoding.
pub(super) fn decode<'a>(input: &Input<'a>) -> Result<(Cow<'a, str>, Vec<Notice>)> {
    decode_and(input, mended)
}

/// As [`decode`], with the characters that the bytes have.
///
/// # Errors
///
/// As for [`decode`].
pub(super) fn decode_as_given<'a>(input: &Input<'a>) -> Result<(Cow<'a, str>, Vec<Notice>)> {
    decode_and(input, |text| (text, None))
}

/// A text without characters that were decoded wrongly, with a notice if it had any.
pub(super) fn mended(text: Cow<'_, str>) -> (Cow<'_, str>, Option<Notice>) {
    match misread::mend(&text) {
        Some(Mended { text, count }) => {
            let message = format!(
                "characters of UTF-8 that had been read as Windows-1252 were mended at {count} places"
            );
            (text.into(), Some(notice(NoticeCode::Reading, message)))
        }
        None => (text, None),
    }
}

fn decode_and<'a>(
    input: &Input<'a>,
    mend: impl FnOnce(Cow<'a, str>) -> (Cow<'a, str>, Option<Notice>),
) -> Result<(Cow<'a, str>, Vec<Notice>)> {
    let guess = guess_encoding(input.bytes);
    let (text, _, replaced) = guess.encoding.decode(input.bytes);
    // First, since what was misread is full of control characters.
    let (text, mended) = mend(text);
    if !is_text(&text) {
        return Err(input.unreadable(
            "the bytes are no text",
            "name a text file, or convert it to .txt (UTF-8)",
        ));
    }
    let mut notices = Vec::new();
    if guess.is_guessed {
        notices.push(notice(
            NoticeCode::GuessedEncoding,
            format!("read as {}, guessed from the bytes", guess.encoding.name()),
        ));
    }
    if replaced {
        notices.push(notice(
            NoticeCode::ReplacedBytes,
            format!(
                "bytes that {} cannot hold were replaced by \u{FFFD}",
                guess.encoding.name()
            ),
        ));
    }
    notices.extend(mended);
    Ok((text, notices))
}

/// The first characters of `bytes`, good enough to look for markup.
pub(super) fn glance(bytes: &[u8]) -> Cow<'_, str> {
    let head = &bytes[..bytes.len().min(2048)];
    guess_encoding(head).encoding.decode(head).0
}

fn notice(code: NoticeCode, message: String) -> Notice {
    Notice {
        code,
        span: None,
        message,
    }
}

struct Guess {
    encoding: &'static Encoding,
    /// Neither a mark nor valid UTF-8 says so.
    is_guessed: bool,
}

fn guess_encoding(bytes: &[u8]) -> Guess {
    let sure = |encoding| Guess {
        encoding,
        is_guessed: false,
    };
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return sure(encoding);
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return Guess {
            encoding,
            is_guessed: true,
        };
    }
    if JAPANESE_ESCAPES.iter().any(|escape| has(bytes, escape)) {
        return Guess {
            encoding: ISO_2022_JP,
            is_guessed: true,
        };
    }
    if is_mostly_utf_8(bytes) {
        return sure(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let likely = detector.guess(None, Utf8Detection::Deny);
    let is_mac = likely.is_single_byte() && is_mac_roman(bytes, likely);
    Guess {
        encoding: if is_mac { MACINTOSH } else { likely },
        is_guessed: true,
    }
}

/// How ISO-2022-JP turns to its two-byte characters (RFC 1468).
const JAPANESE_ESCAPES: [&[u8]; 2] = [b"\x1b$B", b"\x1b$@"];

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    wanted.first().is_some_and(|first| bytes.contains(first))
        && bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Bytes beyond ASCII that are looked at to tell Mac Roman.
const MAC_SAMPLE: usize = 400;

/// Whether the bytes beyond ASCII fit in as Mac Roman, and better than as `likely`:
/// as small letters and apostrophes inside words, as quotes and dashes around them.
fn is_mac_roman(bytes: &[u8], likely: &'static Encoding) -> bool {
    let fitting = |encoding: &'static Encoding| {
        let (text, _, _) = encoding.decode(bytes);
        let letters: Vec<char> = text.chars().collect();
        let at = (0..letters.len())
            .filter(|&at| !letters[at].is_ascii())
            .take(MAC_SAMPLE);
        let (mut fit, mut all) = (0, 0);
        for at in at {
            let beside = [at.checked_sub(1), Some(at + 1)].map(|at| letters.get(at?).copied());
            fit += usize::from(fits(letters[at], beside));
            all += 1;
        }
        (fit, all)
    };
    let (mac, all) = fitting(MACINTOSH);
    // Small letters inside of words speak for a code page, signs inside of words against it.
    mac * 10 >= all * 8 && mac > fitting(likely).0
}

/// Whether a character reads on between the ones before and behind it.
fn fits(c: char, beside: [Option<char>; 2]) -> bool {
    let is_in_word = |test: fn(char) -> bool| beside.into_iter().flatten().any(test);
    match c {
        '’' | '‘' | '“' | '”' | '«' | '»' | '–' | '—' | '…' | '\u{a0}' | '€' | '°' => {
            true
        }
        _ if c.is_lowercase() => is_in_word(char::is_alphabetic),
        _ => false,
    }
}

/// UTF-16 shows by zero bytes on one side only: blanks, digits and line ends
/// have them in every script.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let mut zeros = [0_usize; 2];
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        zeros[at % 2] += 1;
    }
    let encoding = match zeros {
        // Latin letters have a zero in one half of each unit, always the same.
        [0, odd] if odd > 0 => UTF_16LE,
        [even, 0] if even > 0 => UTF_16BE,
        _ => return None,
    };
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    (!broken && is_text(&text)).then_some(encoding)
}

/// Whether the multi-byte sequences of `bytes` are UTF-8 but for one in ten: a
/// file that was cut or patched is not another code page.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0, 0);
    if str::from_utf8(bytes).is_ok() {
        return true;
    }
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // One byte that was cut in a long text of UTF-8 does not make it Latin-1.
    broken * 10 <= sound
}

/// Whether `text` is for reading: no NUL and hardly a control character.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches, many bytes are looked at together"
)]
fn is_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_control = |byte: u8| byte.is_ascii_control() & !(b'\t'..=b'\r').contains(&byte);
    // U+0080 to U+009F but for U+0085, which is a line end.
    let is_late_control =
        |lead: u8, byte: u8| (lead == 0xc2) & (0x80..=0x9f).contains(&byte) & (byte != 0x85);
    let early = bytes.iter().map(|&byte| is_control(byte));
    let next = bytes.get(1..).unwrap_or_default();
    let late = bytes
        .iter()
        .zip(next)
        .map(|(&lead, &byte)| is_late_control(lead, byte));
    // Most texts have none, which is seen without branches, many bytes at once.
    let any_early = early.clone().fold(false, BitOr::bitor);
    let any_late = late.clone().fold(false, BitOr::bitor);
    if !any_early && !any_late {
        return true;
    }
    let controls = early.chain(late).filter(|&is_control| is_control).count();
    !bytes.contains(&0) && controls * CONTROLS_ONE_IN <= text.len()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;
    use crate::load::LoadOptions;

    fn decoded(bytes: &[u8]) -> Result<(String, Vec<Notice>)> {
        let options = LoadOptions::default();
        let read = decode(&Input {
            path: Path::new("a.txt"),
            bytes,
            options: &options,
        });
        read.map(|(text, notices)| (text.into_owned(), notices))
    }

    fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn utf_8_is_read_with_and_without_a_mark() {
        for bytes in ["Kəlbəcər, 5 ha", "\u{FEFF}Kəlbəcər, 5 ha"] {
            let (text, notices) = decoded(bytes.as_bytes()).unwrap();
            assert_eq!(text, "Kəlbəcər, 5 ha");
            assert!(notices.is_empty());
        }
    }

    #[test]
    fn the_code_page_of_the_macintosh_is_told_from_that_of_windows() {
        let said = "L’année dernière, « nous » avons dépollué 12 champs à côté de la forêt.";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(said);
        let (text, notices) = decoded(&bytes).unwrap();
        assert_eq!(
            (text.as_str(), notices[0].message.contains("windows-1252")),
            (said, true)
        );
        let mac: Vec<u8> = said
            .chars()
            .flat_map(|c| match c {
                '’' => vec![0xd5],
                '«' => vec![0xc7],
                '»' => vec![0xc8],
                'é' => vec![0x8e],
                'è' => vec![0x8f],
                'à' => vec![0x88],
                'ô' => vec![0x99],
                'ê' => vec![0x90],
                c => c.to_string().into_bytes(),
            })
            .collect();
        let (text, notices) = decoded(&mac).unwrap();
        assert_eq!(text, said);
        assert!(notices[0].message.contains("macintosh"), "{notices:?}");
    }

    #[test]
    fn japanese_mail_is_read_by_its_escapes() {
        let (text, notices) = decoded(b"\x1b$BCOMk\x1b(B 12").unwrap();
        assert_eq!(text, "地雷 12");
        assert_eq!(notices.len(), 1);
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        let said = "Заявление: 12 стран.\n";
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let (text, notices) = decoded(&utf_16(said, to_bytes)).unwrap();
            assert_eq!(text, said);
            assert_eq!(notices[0].code, NoticeCode::GuessedEncoding);
            let marked = utf_16(&format!("\u{FEFF}{said}"), to_bytes);
            assert_eq!(decoded(&marked).unwrap(), (said.into(), vec![]));
        }
    }

    #[test]
    fn legacy_code_pages_are_guessed_and_named() {
        let said = "Заявление делегации: мы очистили двенадцать полей.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(said);
        let (text, notices) = decoded(&bytes).unwrap();
        assert_eq!(text, said);
        assert!(notices[0].message.contains("windows-1251"));
    }

    #[test]
    fn one_broken_byte_does_not_turn_utf_8_into_a_code_page() {
        let mut bytes = "Déclaration de la délégation à l'Assemblée générale, à Genève été"
            .as_bytes()
            .to_vec();
        bytes.push(0xC3);
        let (text, notices) = decoded(&bytes).unwrap();
        assert!(text.starts_with("Déclaration"));
        assert_eq!(notices[0].code, NoticeCode::ReplacedBytes);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let noise: Vec<u8> = (0..=255).cycle().take(4096).collect();
        for bytes in [&noise[..], b"a\0b\0\0c", b"\x01\x02\x03\x04"] {
            assert!(decoded(bytes).is_err());
        }
    }

    /// What a text becomes whose UTF-8 is taken for Windows-1252, and for Latin-1.
    fn misread(text: &str) -> [String; 2] {
        let (windows, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes());
        [windows.into_owned(), text.bytes().map(char::from).collect()]
    }

    #[test]
    fn utf_8_that_was_taken_for_a_code_page_is_mended() {
        for said in [
            "Shops open 3–4 May. It’s “a loss” of 12 boats… or £5 — no more.",
            "La Marénie a dépollué 1 200 champs à l’été 2021 : « c’est peu », dit-on.",
            "DÉCLARATION DE LA MARÉNIE — À GENÈVE",
            "Nós limpamos a região: 3–4 de maio, às 5h. “É a manhã.”",
            "Die Flächen sind geräumt – für 4 € je m².",
            "Мы очистили 12 полей и 3 колодца – к маю.",
            "我们清理了十二个地区，“谢谢”。",
            "أزلنا ١٢ لغما – في أيار.",
        ] {
            for misread in misread(said) {
                let (text, notices) = decoded(misread.as_bytes()).unwrap();
                assert_eq!(text, said);
                assert_eq!(notices.len(), 1, "{said}");
                assert_eq!(notices[0].code, NoticeCode::Reading);
            }
        }
    }

    #[test]
    fn a_part_that_was_taken_for_a_code_page_is_mended_in_a_sound_text() {
        let sound = "« La société a dépollué la région\u{a0}» l’été…» AMANH\u{c3}» é\u{a0}» Spaß…”";
        let (text, _) = decoded(format!("{sound} 3â€“4 May, Ã©tÃ© 5â‚¬").as_bytes()).unwrap();
        assert_eq!(text, format!("{sound} 3–4 May, été 5€"));
    }

    #[test]
    fn letters_that_other_languages_have_stay() {
        for said in [
            "“AMANH\u{c3}”, disse: Ã é letra; «MANH\u{c3}».",
            "Le « café… » et le café…” ferment\u{a0}: voilà\u{a0}».",
            "Nos équipes ont dépollué douze champs dans les trois provinces de la côte, et les écoles \
             ont rouvert à la fin du mois de mai\u{a0}: l\u{92}\u{e9}t\u{e9}\u{85}\u{94} La loi ne dit rien \
             des autres, de loin les plus nombreux, ni de ceux qui vivent en ville.",
            "Â quem? Â» Âncora, MÂNCIO, hâ€",
        ] {
            let read = decoded(said.as_bytes()).unwrap();
            assert_eq!(read, (said.to_owned(), vec![]));
        }
    }

    proptest! {
        #[test]
        fn a_text_without_signs_that_belong_together_stays(
            said in "[a-zA-ZÀ-ÿ0-9 .,;\u{a0}«»“”‘’‚„†‡•…–—‰‹›™ŠšŒœŽžŸƒˆ˜¡¿§°²³½\n]{0,80}"
        ) {
            let (text, _) = decoded(said.as_bytes()).unwrap();
            prop_assert_eq!(text, said);
        }

        #[test]
        fn a_letter_with_marks_behind_it_stays_beside_what_was_misread(
            said in "([a-zà-ÿ]{1,6}[”’»…–—.,\u{a0}]{0,2} ){1,9}"
        ) {
            let (text, _) = decoded(format!("{said}3â€“4").as_bytes()).unwrap();
            prop_assert_eq!(text, format!("{said}3–4"));
        }

        #[test]
        fn what_was_misread_is_as_it_was(said in "([a-zà-ÿ]{1,8}[ ’–…]){1,9}– [à-ÿ]") {
            for misread in misread(&said) {
                let (text, _) = decoded(misread.as_bytes()).unwrap();
                prop_assert_eq!(&text, &said);
            }
        }
    }
}
