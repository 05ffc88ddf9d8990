//! Runs the drawing instructions of a file and keeps its letters.
//!
//! With [`super::drawn_glyph`] the only module that knows the interpreter (hayro). It calls no clock: the
//! work is bounded by counts, so the same file gives the same answer on any
//! machine.

use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph as DrawnGlyph, GlyphRun};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};

use super::drawn_glyph::{self, Feet, PlainFonts, UNITS_PER_EM};
use super::field;
use super::glyph::{Glyph, Page, Purpose, Weight};
use super::text_string;

/// Drawing calls in one file. A dense page makes some hundred; a form that
/// draws itself over and over reaches this within a second or two.
const MAX_CALLS: usize = 600_000;

/// Glyphs in one file, some 500 pages of print; 32 bytes each.
const MAX_GLYPHS: usize = 2_000_000;

/// Glyphs that one `ActualText` may stand for; longer ones describe whole
/// passages, whose glyphs say the same with their places.
const MAX_REPLACED: usize = 16;

/// Unwinds from [`pages`] where a file draws more than [`MAX_CALLS`] or
/// [`MAX_GLYPHS`].
pub(super) struct Stopped;

/// The letters of each page.
///
/// # Panics
///
/// With [`Stopped`] when the file draws more than the budgets allow, with
/// anything else when it breaks the interpreter.
pub(super) fn pages(pdf: &Pdf) -> Vec<Page> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let fonts = (PlainFonts::of(pdf), Feet::default());
    let mut spent = (0, 0);
    (1..)
        .zip(pdf.pages().iter())
        .map(|(number, page)| {
            let mut draw = |turn: Turn| {
                let collector = draw_page(page, turn, spent, (&cache, &settings, &fonts));
                spent = (collector.calls, spent.1 + collector.page.glyphs.len());
                collector
            };
            let mut drawn = draw(Turn::default());
            if let Some(turn) = drawn.better_turn() {
                drawn = draw(turn);
            }
            drawn.page.number = number;
            drawn.page
        })
        .collect()
}

/// Draws one page turned by `turn`, after `spent` calls and glyphs.
fn draw_page<'a, 'p>(
    page: &PdfPage<'a>,
    Turn(quarters): Turn,
    spent: (usize, usize),
    (cache, settings, fonts): (
        &InterpreterCache<'a>,
        &InterpreterSettings,
        &'p (PlainFonts, Feet),
    ),
) -> Collector<'p> {
    let (width, height) = page.render_dimensions();
    let (wide, high) = (f64::from(width), f64::from(height));
    let upright = match quarters {
        0 => Affine::IDENTITY,
        1 => Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, wide]),
        2 => Affine::new([-1.0, 0.0, 0.0, -1.0, wide, high]),
        _ => Affine::new([0.0, 1.0, -1.0, 0.0, high, 0.0]),
    };
    let (width, height) = if quarters % 2 == 0 {
        (width, height)
    } else {
        (height, width)
    };
    let mut collector = Collector {
        page: Page {
            width,
            height,
            ..Page::default()
        },
        plain: &fonts.0,
        feet: &fonts.1,
        run: 0,
        marks: Vec::new(),
        turned: [0; 4],
        calls: spent.0,
        room: MAX_GLYPHS.saturating_sub(spent.1),
    };
    let transform = upright * page.initial_transform(true).to_kurbo();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut settings = settings.clone();
    if drawn_glyph::has_typed_words(page) {
        settings.render_content |= RenderContent::ANNOTATIONS;
    }
    let mut context = Context::new(transform, area, cache, page.xref(), settings);
    interpret_page(page, &mut context, &mut collector);
    field::add_values(page, transform, &mut collector.page);
    collector
}

/// Quarter turns clockwise by which the lines of a page run off the horizontal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Turn(usize);

/// Keeps the upright letters of one page.
struct Collector<'p> {
    page: Page,
    plain: &'p PlainFonts,
    feet: &'p Feet,
    /// Runs of glyphs drawn so far.
    run: u32,
    /// Open marked-content sequences, the innermost last.
    marks: Vec<Mark>,
    /// Glyphs by the quarter turns that their lines run off the horizontal.
    turned: [usize; 4],
    calls: usize,
    room: usize,
}

/// An open marked-content sequence.
struct Mark {
    purpose: Purpose,
    /// What its glyphs read as, if the file says so.
    actual_text: Option<String>,
    /// Its first glyph.
    start: usize,
}

impl Collector<'_> {
    /// The turn that most glyphs have, if it is not none.
    fn better_turn(&self) -> Option<Turn> {
        let most = (1..4).max_by_key(|&turn| self.turned[turn])?;
        (self.turned[most] > self.turned[0]).then_some(Turn(most))
    }

    fn count_call(&mut self) {
        self.calls += 1;
        if self.calls > MAX_CALLS || self.page.glyphs.len() > self.room {
            // The interpreter has no way to stop early; this unwinds without
            // the message of a panic.
            resume_unwind(Box::new(Stopped));
        }
    }

    fn place(&mut self, drawn: &DrawnGlyph<'_>, transform: Affine, weight: Weight) {
        let x_axis = drawn_glyph::direction(transform, Vec2::new(UNITS_PER_EM, 0.0));
        let y_axis = drawn_glyph::direction(transform, Vec2::new(0.0, UNITS_PER_EM));
        let turn = drawn_glyph::quarter_turns(x_axis);
        if let Some(turn) = turn {
            self.turned[turn] += 1;
        }
        let is_upright = turn == Some(0) && y_axis.y < 0.0;
        if turn.is_some() && !is_upright {
            self.page.turned += 1;
        }
        if !is_upright || !x_axis.x.is_finite() || !y_axis.y.is_finite() {
            return;
        }
        let origin = transform * Point::ZERO;
        let advance = f64::from(drawn_glyph::advance_width(drawn).unwrap_or(500.0)) / UNITS_PER_EM;
        let Some(read) = drawn_glyph::reads_as(drawn, self.plain) else {
            self.page.unmapped += 1;
            return;
        };
        let mut buffer = [0; 4];
        let text = read.text(&mut buffer);
        let (rise, share) = self.feet.superior(drawn, text);
        let glyph = Glyph {
            letter: ' ',
            start: single(origin.x),
            end: single(origin.x + advance.max(0.0) * x_axis.x),
            baseline: single(origin.y + rise * y_axis.y),
            size: single(share * y_axis.hypot()),
            weight,
            purpose: self.purpose(),
            run: self.run,
        };
        self.page.push(text, glyph);
    }

    fn purpose(&self) -> Purpose {
        if self
            .marks
            .iter()
            .any(|mark| mark.purpose == Purpose::Artifact)
        {
            Purpose::Artifact
        } else {
            Purpose::Content
        }
    }

    /// Lets the glyphs since `mark` read as the file says, spread over their width.
    fn replace(&mut self, mark: &Mark) {
        let Some(text) = &mark.actual_text else {
            return;
        };
        let Some([first, rest @ ..]) = self.page.glyphs.get(mark.start..) else {
            return;
        };
        let on_one_line = rest
            .iter()
            .all(|glyph| (glyph.baseline - first.baseline).abs() < 0.5 * first.size);
        if rest.len() >= MAX_REPLACED || !on_one_line {
            return;
        }
        let whole = Glyph {
            start: rest
                .iter()
                .fold(first.start, |start, glyph| start.min(glyph.start)),
            end: rest.iter().fold(first.end, |end, glyph| end.max(glyph.end)),
            ..*first
        };
        self.page.glyphs.truncate(mark.start);
        self.page.push(text, whole);
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.count_call();
        self.run += 1;
        let weight = run
            .glyphs()
            .first()
            .map_or(Weight::Regular, |glyph| drawn_glyph::weight(glyph));
        for glyph in run.glyphs() {
            self.place(glyph, props.transform * glyph.transform(), weight);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count_call();
        self.page.images += 1;
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count_call();
        self.marks.push(Mark {
            purpose: if tag == b"Artifact" {
                Purpose::Artifact
            } else {
                Purpose::Content
            },
            actual_text: properties
                .and_then(|properties| properties.get::<PdfString<'_>>(b"ActualText"))
                .map(|text| text_string::decode(text.as_bytes())),
            start: self.page.glyphs.len(),
        });
    }

    fn end_marked_content(&mut self) {
        if let Some(mark) = self.marks.pop() {
            self.replace(&mark);
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.count_call();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count_call();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count_call();
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// A coordinate in single precision, which places a letter on any page.
#[expect(
    clippy::cast_possible_truncation,
    reason = "coordinates need no more digits"
)]
pub(super) fn single(value: f64) -> f32 {
    value as f32
}
