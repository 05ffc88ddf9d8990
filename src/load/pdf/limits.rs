//! Bounds what a file makes the interpreter unpack and draw.
//!
//! The interpreter (hayro) unpacks whole streams. So each stream of the file
//! is measured before it is opened, and what the pages draw, forms within
//! forms counted as often as they are drawn, before the first is drawn.

use std::collections::HashMap;

use hayro_interpret::hayro_syntax::Filter;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};

use super::decoded_len::{StreamFilter, unpacked_len};
use super::drawn_glyph::{annotations, has_typed_words};

/// Most bytes that one stream may unpack to: a page scanned in colour at 600
/// dots an inch takes 104 MB.
const MAX_STREAM: usize = 128 << 20;

/// Most bytes that all streams but images may unpack to.
const MAX_STREAMS: usize = 256 << 20;

/// Most bytes that the images may unpack to, which are measured but not drawn.
const MAX_IMAGES: usize = 1 << 30;

/// Most bytes of drawing instructions that the pages run; a dense page takes
/// some 100 KB.
const MAX_DRAWN: usize = 64 << 20;

/// Forms within forms; the interpreter draws none deeper.
const MAX_DEPTH: usize = 50;

/// How many bytes one byte of deflated data unpacks to at most (Deutsch, RFC
/// 1951: a copy of 258 bytes can take two bits).
const DEFLATE_RATIO: usize = 1032;

/// Bytes before a stream in which its dictionary is looked for.
const DICTIONARY: usize = 2_000;

/// The file unpacks to more than the bounds of this module, or draws more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooMuch;

/// Measures all streams that can be found in the bytes of a file. In one that
/// is encrypted they look like noise: what opens with the file, the objects
/// packed in streams, counts for the most it could be, the rest is left to
/// [`check_pages`].
pub(super) fn check_streams(bytes: &[u8]) -> Result<(), TooMuch> {
    let is_encrypted = is_encrypted(bytes);
    let (mut images, mut others) = (0, 0);
    let (mut at, mut end) = (0, 0);
    while let Some(found) = find(&bytes[at..], b"stream") {
        let start = at + found;
        at = start + b"stream".len();
        // `endstream` holds the word too.
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let before = &bytes[start.saturating_sub(DICTIONARY)..start];
        // Its own dictionary begins behind the last `obj`; what stands before is of another object.
        let names: Vec<Vec<u8>> = names(&before[rfind(before, b"obj").unwrap_or(0)..]).collect();
        let filters: Vec<StreamFilter> = names.iter().filter_map(|name| filter(name)).collect();
        // Plain bytes are no more than the file has; the other filters are of images, which are
        // not drawn.
        let Some(first) = filters.first() else {
            continue;
        };
        let mut data = without_line_end(&bytes[at..]);
        // Deflated data say where they end. The end of others is looked for, and once only: until
        // it is passed it ends all that begins before it.
        if *first != StreamFilter::Flate {
            if end < at {
                end = find(data, b"endstream").map_or(bytes.len(), |length| at + length);
            }
            data = &data[..data.len().min(end - at)];
        }
        let len = if is_encrypted && names.iter().any(|name| name == b"ObjStm") {
            DEFLATE_RATIO * find(data, b"endstream").unwrap_or(data.len())
        } else {
            unpacked_len(&filters, data, MAX_STREAM).ok_or(TooMuch)?
        };
        within(len, MAX_STREAM)?;
        // What is read counts too, or streams without an end would be read over and over.
        let read = if *first == StreamFilter::Flate {
            0
        } else {
            data.len()
        };
        if names.iter().any(|name| name == b"Image") {
            images = within(images + len + read, MAX_IMAGES)?;
        } else {
            others = within(others + len + read, MAX_STREAMS)?;
        }
    }
    Ok(())
}

fn without_line_end(data: &[u8]) -> &[u8] {
    // CR LF or LF stands between `stream` and its bytes (ISO 32000-1, 7.3.8.1).
    let data = data.strip_prefix(b"\r").unwrap_or(data);
    data.strip_prefix(b"\n").unwrap_or(data)
}

fn is_encrypted(bytes: &[u8]) -> bool {
    names(bytes).any(|name| name == b"Encrypt")
}

/// The names in a dictionary, escapes resolved.
fn names(dictionary: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let names = dictionary.split(|byte| *byte == b'/').skip(1);
    names.map(|name| {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b"/[]<>()".contains(byte);
        let end = name.iter().position(ends).unwrap_or(name.len());
        unescape(&name[..end])
    })
}

fn unescape(name: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(name.len());
    let mut rest = name;
    while let [first, tail @ ..] = rest {
        // `/Fl#61teDecode` is `/FlateDecode` (ISO 32000-1, 7.3.5).
        let code = std::str::from_utf8(tail.get(..2).unwrap_or_default())
            .ok()
            .filter(|_| *first == b'#')
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        plain.push(code.unwrap_or(*first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    plain
}

fn filter(name: &[u8]) -> Option<StreamFilter> {
    Some(match name {
        b"FlateDecode" | b"Fl" => StreamFilter::Flate,
        b"LZWDecode" | b"LZW" => StreamFilter::Lzw,
        b"RunLengthDecode" | b"RL" => StreamFilter::Runs,
        b"ASCII85Decode" | b"A85" => StreamFilter::Ascii85,
        b"ASCIIHexDecode" | b"AHx" => StreamFilter::Hex,
        _ => return None,
    })
}

/// Measures what all pages draw, and first the widths of the fonts and, if the
/// file is encrypted, all streams but images.
pub(super) fn check_pages(pdf: &Pdf) -> Result<(), TooMuch> {
    check_objects(pdf, is_encrypted(pdf.data().as_ref()))?;
    let mut scale = Scale::default();
    let mut sum = 0;
    for page in pdf.pages().iter() {
        sum += scale.page(page, MAX_DRAWN - sum)?;
    }
    Ok(())
}

fn check_objects(pdf: &Pdf, is_encrypted: bool) -> Result<(), TooMuch> {
    let mut sum = 0;
    for object in pdf.objects() {
        match object {
            Object::Stream(stream) if is_encrypted && !is_a(&stream, b"Image") => {
                sum = within(sum + unpacked(&stream)?, MAX_STREAMS)?;
            }
            Object::Dict(font) => check_widths(&font)?,
            _ => {}
        }
    }
    Ok(())
}

/// The characters of a font have numbers of two bytes (ISO 32000-1, 9.7.4.2).
const MAX_CHARACTER: f64 = 65_535.0;

/// Checks the widths of a font: a run of characters of one width is written as
/// its first and its last, and each of the run takes memory.
fn check_widths(font: &Dict<'_>) -> Result<(), TooMuch> {
    let is_beyond = |object: Object<'_>| match object {
        Object::Number(number) => number.as_f64() > MAX_CHARACTER,
        _ => false,
    };
    for key in [b"W".as_slice(), b"W2"] {
        let widths = font.get::<Array<'_>>(key);
        if widths.is_some_and(|widths| widths.iter::<Object<'_>>().any(is_beyond)) {
            return Err(TooMuch);
        }
    }
    Ok(())
}

fn is_a(stream: &Stream<'_>, subtype: &[u8]) -> bool {
    let named = stream.dict().get::<Name<'_>>(b"Subtype");
    named.is_some_and(|named| &*named == subtype)
}

/// What each form draws, forms inside it counted; `None` while it is measured.
#[derive(Default)]
struct Scale(HashMap<ObjectIdentifier, Option<usize>>);

impl Scale {
    fn page(&mut self, page: &Page<'_>, most: usize) -> Result<usize, TooMuch> {
        let contents = match page.raw().get::<Object<'_>>(b"Contents") {
            Some(Object::Stream(stream)) => unpacked(&stream)?,
            Some(Object::Array(parts)) => sum_of(&parts, most)?,
            _ => 0,
        };
        // Before the interpreter unpacks them, which nothing bounds.
        if contents > most {
            return Err(TooMuch);
        }
        let content = page.page_stream().unwrap_or_default();
        let mut sum = self.content(content, page.resources(), 0)?;
        if has_typed_words(page) {
            for annotation in annotations(page) {
                sum = within(sum + self.appearance(&annotation, page.resources())?, most)?;
            }
        }
        within(sum, most)
    }

    /// What an annotation draws, in the state of it that draws the most.
    fn appearance(
        &mut self,
        annotation: &Dict<'_>,
        resources: &Resources<'_>,
    ) -> Result<usize, TooMuch> {
        let shown = annotation.get::<Dict<'_>>(b"AP");
        match shown.and_then(|shown| shown.get::<Object<'_>>(b"N")) {
            Some(Object::Stream(form)) => self.form(&form, resources, 0),
            Some(Object::Dict(states)) => {
                let forms = states
                    .keys()
                    .filter_map(|name| states.get::<Stream<'_>>(name.as_ref()));
                let mut most = 0;
                for form in forms {
                    most = most.max(self.form(&form, resources, 0)?);
                }
                Ok(most)
            }
            _ => Ok(0),
        }
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<usize, TooMuch> {
        let mut sum = content.len();
        // Forms are drawn by `Do` (ISO 32000-1, 8.8): without it no instruction needs to be read.
        if depth >= MAX_DEPTH || find(content, b"Do").is_none() {
            return Ok(sum);
        }
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if let TypedInstruction::XObject(named) = instruction
                && let Some(form) = resources.get_x_object(named.0)
            {
                sum = within(sum + self.form(&form, resources, depth)?, MAX_DRAWN)?;
            }
        }
        Ok(sum)
    }

    /// What a form draws. One that draws itself would go on for ever.
    fn form(
        &mut self,
        form: &Stream<'_>,
        outer: &Resources<'_>,
        depth: usize,
    ) -> Result<usize, TooMuch> {
        if !is_a(form, b"Form") {
            return Ok(1);
        }
        match self.0.get(&form.obj_id()) {
            Some(known) => return known.ok_or(TooMuch),
            None => self.0.insert(form.obj_id(), None),
        };
        within(unpacked(form)?, MAX_DRAWN)?;
        let content = form.decoded_data().unwrap_or_default();
        let own = form
            .dict()
            .get::<Dict<'_>>(b"Resources")
            .map(Resources::new);
        // A form without resources may use those of what draws it (ISO 32000-1, 7.8.3).
        let sum = self.content(&content, own.as_ref().unwrap_or(outer), depth + 1)?;
        self.0.insert(form.obj_id(), Some(sum));
        Ok(sum)
    }
}

fn sum_of(parts: &Array<'_>, most: usize) -> Result<usize, TooMuch> {
    parts
        .iter::<Stream<'_>>()
        .try_fold(0, |sum, part| within(sum + unpacked(&part)?, most))
}

fn unpacked(stream: &Stream<'_>) -> Result<usize, TooMuch> {
    let filters: Vec<StreamFilter> = stream
        .filters()
        .iter()
        .filter_map(|filter| match filter {
            Filter::FlateDecode => Some(StreamFilter::Flate),
            Filter::LzwDecode => Some(StreamFilter::Lzw),
            Filter::RunLengthDecode => Some(StreamFilter::Runs),
            Filter::Ascii85Decode => Some(StreamFilter::Ascii85),
            Filter::AsciiHexDecode => Some(StreamFilter::Hex),
            _ => None,
        })
        .collect();
    unpacked_len(&filters, &stream.raw_data(), MAX_DRAWN).ok_or(TooMuch)
}

fn within(sum: usize, most: usize) -> Result<usize, TooMuch> {
    if sum > most { Err(TooMuch) } else { Ok(sum) }
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn rfind(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|window| window == word)
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec_zlib;

    use super::*;

    /// A file of these objects, numbered from 1; the first is the catalog.
    fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        for (number, object) in (1..).zip(objects) {
            bytes.extend(format!("{number} 0 obj\n").bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        bytes.extend(b"trailer << /Root 1 0 R >>\n%%EOF");
        bytes
    }

    fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
        let head = format!("<< {entries} /Length {} >>\nstream\n", data.len());
        [head.as_bytes(), data, b"\nendstream"].concat()
    }

    fn of_one_page(content: Vec<u8>, forms: Vec<Vec<u8>>) -> Vec<u8> {
        let named: Vec<String> = (5..5 + forms.len())
            .map(|number| format!("/F{number} {number} 0 R "))
            .collect();
        let named = named.concat();
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R \
             /Resources << /XObject << {named} >> >> >>"
        );
        let mut objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            page.into_bytes(),
            content,
        ];
        objects.extend(forms);
        pdf(&objects)
    }

    fn check(bytes: &[u8]) -> Result<(), TooMuch> {
        check_streams(bytes)?;
        check_pages(
            &Pdf::new(bytes.to_vec())
                .map_err(|_| ())
                .expect("a sound file"),
        )
    }

    fn form(content: &str) -> Vec<u8> {
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9]",
            content.as_bytes(),
        )
    }

    #[test]
    fn a_stream_that_unpacks_to_more_than_memory_is_refused_before_it_is_opened() {
        let bomb = compress_to_vec_zlib(&vec![b' '; MAX_STREAM + 1], 6);
        for filter in [
            "/Filter /FlateDecode",
            "/Filter [ /Fl ]",
            "/Filter /Flate#44ecode",
        ] {
            let bytes = of_one_page(stream(filter, &bomb), Vec::new());
            assert_eq!(check_streams(&bytes), Err(TooMuch), "{filter}");
        }
        let twice = compress_to_vec_zlib(&bomb, 6);
        let bytes = of_one_page(
            stream("/Filter [/FlateDecode /FlateDecode]", &twice),
            Vec::new(),
        );
        assert_eq!(check_streams(&bytes), Err(TooMuch));
    }

    #[test]
    fn encrypted_objects_count_for_the_most_that_they_could_unpack_to() {
        let noise = vec![0xA5; MAX_STREAMS / DEFLATE_RATIO + 1];
        let packed = stream("/Type /ObjStm /Filter /FlateDecode", &noise);
        let mut bytes = of_one_page(packed, Vec::new());
        assert_eq!(check_streams(&bytes), Ok(()));
        bytes.extend(b"\ntrailer << /Encr#79pt 9 0 R >>");
        assert_eq!(check_streams(&bytes), Err(TooMuch));
    }

    #[test]
    fn a_font_with_more_characters_than_there_can_be_is_refused() {
        let font = |widths: &str| {
            let font = format!("<< /Type /Font /Subtype /CIDFontType2 {widths} >>");
            of_one_page(stream("", b"0 0 m"), vec![font.into_bytes()])
        };
        assert_eq!(check(&font("/W [0 65535 500 7 [250 300]]")), Ok(()));
        for widths in ["/W [26 2147483647 790]", "/W2 [0 2147483647 1 2 3]"] {
            assert_eq!(check(&font(widths)), Err(TooMuch), "{widths}");
        }
    }

    #[test]
    fn forms_count_as_often_as_they_are_drawn() {
        let nested = |levels: usize| {
            let mut forms: Vec<Vec<u8>> = (6..6 + levels)
                .map(|next| form(&format!("/F{next} Do ").repeat(10)))
                .collect();
            forms.push(form("0 0 m 9 9 l S"));
            of_one_page(stream("", b"/F5 Do"), forms)
        };
        assert_eq!(check(&nested(3)), Ok(()));
        assert_eq!(check(&nested(9)), Err(TooMuch));
    }

    #[test]
    fn a_form_that_draws_itself_is_refused() {
        let bytes = of_one_page(stream("", b"/F5 Do"), vec![form("/F5 Do /F5 Do")]);
        assert_eq!(check(&bytes), Err(TooMuch));
    }
}
