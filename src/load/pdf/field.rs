//! Reads what was typed into the fields of a form that the file does not draw.
//!
//! A field says its value; how it looks may be left to the viewer (`NeedAppearances`). The
//! value is placed where the viewer would draw it, in letters of a usual width.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::kurbo::{Affine, Point};

use super::drawn_glyph::annotations;
use super::glyph::{Glyph, Page, Purpose, Weight, narrow};
use super::interpret::single;
use super::text_string;

/// The largest type that a viewer sets a value in, in points.
const MAX_SIZE: f64 = 10.0;

/// The type size as a share of the height of a field of one line.
const FILL: f64 = 0.7;

/// The usual width of a letter, as a share of the size.
const WIDTH: f32 = 0.5;

/// From one line of a value to the next, as a multiple of the size.
const LEADING: f64 = 1.2;

/// Most letters of one field that are read.
const MAX_LETTERS: usize = 4_000;

/// The bit of an annotation that is not shown (ISO 32000-2, table 167).
const HIDDEN: i32 = 1 << 1;

/// Adds the values of the fields of `from` that are not drawn to `page`.
pub(super) fn add_values(from: &PdfPage<'_>, transform: Affine, page: &mut Page) {
    let fields = annotations(from).filter(|field| is_undrawn(field));
    // Far above the runs that a page draws, so that a value joins none of them.
    for (run, field) in (u32::MAX / 2..).zip(fields) {
        if let (Some(value), Some([left, bottom, _, top])) = (value(&field), corners(&field)) {
            let size = MAX_SIZE.min(FILL * (top - bottom));
            let lines = value
                .split(['\r', '\n'])
                .filter(|line| !line.trim().is_empty());
            for (nth, line) in lines.enumerate() {
                let down = size * (1.0 + LEADING * f64::from(narrow(nth)));
                let place = transform * Point::new(left, top - down);
                set(line, place, (single(size), run), page);
            }
        }
    }
}

/// Whether an annotation is a field for text or a choice without a look of its own.
fn is_undrawn(field: &Dict<'_>) -> bool {
    let is_widget = field
        .get::<Name<'_>>(b"Subtype")
        .is_some_and(|kind| kind.as_ref() == b"Widget");
    // What has a look is drawn with the page, and would be read twice.
    let is_drawn = field
        .get::<Dict<'_>>(b"AP")
        .is_some_and(|looks| looks.get::<Stream<'_>>(b"N").is_some());
    let is_hidden = field
        .get::<i32>(b"F")
        .is_some_and(|flags| flags & HIDDEN != 0);
    let is_text = match inherited(field, b"FT") {
        Some(Object::Name(kind)) => matches!(kind.as_ref(), b"Tx" | b"Ch"),
        _ => false,
    };
    is_widget && is_text && !is_drawn && !is_hidden
}

/// The value of a field, which the one that it is a part of may hold.
fn value(field: &Dict<'_>) -> Option<String> {
    let Some(Object::String(value)) = inherited(field, b"V") else {
        return None;
    };
    let value = text_string::decode(value.as_bytes());
    Some(value.chars().take(MAX_LETTERS).collect())
}

/// An entry of a field, or of the one that it is a part of.
fn inherited<'a>(field: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    let parent = || field.get::<Dict<'a>>(b"Parent")?.get::<Object<'a>>(key);
    field.get::<Object<'a>>(key).or_else(parent)
}

/// Left, bottom, right and top of a field.
fn corners(field: &Dict<'_>) -> Option<[f64; 4]> {
    let corners: Vec<f64> = field.get::<Array<'_>>(b"Rect")?.iter::<f64>().collect();
    // Any two opposite corners (ISO 32000-1, 7.9.5).
    let [x, y, other_x, other_y] = corners[..] else {
        return None;
    };
    Some([
        x.min(other_x),
        y.min(other_y),
        x.max(other_x),
        y.max(other_y),
    ])
}

fn set(line: &str, place: Point, (size, run): (f32, u32), page: &mut Page) {
    for (at, letter) in line
        .chars()
        .filter(|letter| !letter.is_control())
        .enumerate()
    {
        let start = single(place.x) + WIDTH * size * narrow(at);
        let glyph = Glyph {
            letter: ' ',
            start,
            end: start + WIDTH * size,
            baseline: single(place.y),
            size,
            weight: Weight::Regular,
            purpose: Purpose::Content,
            run,
        };
        page.push(letter.encode_utf8(&mut [0; 4]), glyph);
    }
}
