//! Runs the drawing instructions of a file and keeps its letters.
//!
//! With [`super::drawn_glyph`] the only module that knows the interpreter (hayro). It calls no clock: the
//! work is bounded by counts, so the same file gives the same answer on any
//! machine.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};

use hayro_interpret::font::{Glyph as DrawnGlyph, GlyphRun};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};

use super::catch_panics::catch_panics;
use super::drawn_glyph::{self, Feet, PlainFonts, UNITS_PER_EM};
use super::field;
use super::glyph::{Glyph, Page, Purpose, Weight};
use super::text_string;
use crate::parallel::{Sharing, share_out};

/// Drawing calls in one file. A dense page makes some hundred; a form that
/// draws itself over and over reaches this within a second or two.
const MAX_CALLS: usize = 600_000;

/// Glyphs in one file, some 500 pages of print; 32 bytes each.
const MAX_GLYPHS: usize = 2_000_000;

/// Glyphs that one `ActualText` may stand for; longer ones describe whole
/// passages, whose glyphs say the same with their places.
const MAX_REPLACED: usize = 16;

/// Most threads that draw: each has fonts of its own, and memory set aside for it.
pub(super) const MAX_THREADS: usize = 4;

/// How much longer than a byte of text one of drawing instructions takes.
const TEXT_PER_INSTRUCTION: usize = 8;

/// Unwinds from [`pages`] where a file draws more than [`MAX_CALLS`] or
/// [`MAX_GLYPHS`].
pub(super) struct Stopped;

/// The letters of each page, drawn on as many cores as pays.
///
/// # Panics
///
/// With [`Stopped`] when the file draws more than the budgets allow, with
/// anything else when it breaks the interpreter.
pub(super) fn pages(pdf: &Pdf) -> Vec<Page> {
    let (plain, spent) = (PlainFonts::of(pdf), Spent::default());
    let pages = pdf.pages();
    let sharing = Sharing {
        bytes: |at: usize| TEXT_PER_INSTRUCTION * pages[at].page_stream().unwrap_or_default().len(),
        most_cores: MAX_THREADS,
        tools: || Tools::new(&plain, &spent),
    };
    let parts = share_out(pages.len(), &sharing, |tools, part| {
        // A thread keeps its own silence.
        catch_panics(|| {
            part.map(|at| tools.draw(at, &pages[at]))
                .collect::<Vec<_>>()
        })
    });
    // What stops one part stops all, and is the better reason.
    let (drawn, mut causes): (Vec<_>, Vec<_>) = parts.into_iter().partition(Result::is_ok);
    causes.sort_by_key(|cause| cause.as_ref().is_err_and(|cause| !cause.is::<Stopped>()));
    if let Some(Err(cause)) = causes.into_iter().next() {
        resume_unwind(cause);
    }
    drawn.into_iter().flatten().flatten().collect()
}

/// What the pages drew so far, on all threads.
#[derive(Debug, Default)]
struct Spent {
    calls: AtomicUsize,
    glyphs: AtomicUsize,
}

/// What one thread draws pages with.
struct Tools<'a, 'p> {
    cache: InterpreterCache<'a>,
    settings: InterpreterSettings,
    feet: Feet,
    plain: &'p PlainFonts,
    spent: &'p Spent,
}

impl<'a, 'p> Tools<'a, 'p> {
    fn new(plain: &'p PlainFonts, spent: &'p Spent) -> Self {
        Self {
            cache: InterpreterCache::new(),
            settings: InterpreterSettings {
                render_content: RenderContent::PAGE,
                ..InterpreterSettings::default()
            },
            feet: Feet::default(),
            plain,
            spent,
        }
    }

    /// Draws the page at `at`, its lines upright.
    fn draw(&self, at: usize, page: &PdfPage<'a>) -> Page {
        // A wide table is often set across an upright page: most of its lines run up, and the page
        // is drawn once more, turned.
        let mut drawn = self.draw_turned(page, Turn::default());
        if let Some(turn) = drawn.better_turn() {
            drawn = self.draw_turned(page, turn);
        }
        drawn.page.number = u32::try_from(at + 1).unwrap_or(u32::MAX);
        drawn.page
    }

    /// Draws one page turned by `turn`.
    fn draw_turned(&self, page: &PdfPage<'a>, Turn(quarters): Turn) -> Collector<'_> {
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
            plain: self.plain,
            feet: &self.feet,
            run: 0,
            marks: Vec::new(),
            turned: [0; 4],
            calls: 0,
            spent: self.spent,
        };
        let transform = upright * page.initial_transform(true).to_kurbo();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut settings = self.settings.clone();
        if drawn_glyph::has_typed_words(page) {
            settings.render_content |= RenderContent::ANNOTATIONS;
        }
        let mut context = Context::new(transform, area, &self.cache, page.xref(), settings);
        interpret_page(page, &mut context, &mut collector);
        field::add_values(page, transform, &mut collector.page);
        collector.spend();
        collector
    }
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
    /// Drawing calls of this page.
    calls: usize,
    /// What the pages that are done drew.
    spent: &'p Spent,
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
        let calls = self.spent.calls.load(Ordering::Relaxed) + self.calls;
        let glyphs = self.spent.glyphs.load(Ordering::Relaxed) + self.page.glyphs.len();
        stop_beyond(calls, glyphs);
    }

    /// Adds what the page drew to what all did. Sums only grow, so whether they are too large
    /// in the end does not hang on which page was drawn first.
    fn spend(&self) {
        let (calls, glyphs) = (self.calls, self.page.glyphs.len());
        let all_calls = self.spent.calls.fetch_add(calls, Ordering::Relaxed) + calls;
        let all_glyphs = self.spent.glyphs.fetch_add(glyphs, Ordering::Relaxed) + glyphs;
        stop_beyond(all_calls, all_glyphs);
    }

    fn place(&mut self, drawn: &DrawnGlyph<'_>, transform: Affine, weight: Weight) {
        let x_axis = drawn_glyph::direction(transform, Vec2::new(UNITS_PER_EM, 0.0));
        let y_axis = drawn_glyph::direction(transform, Vec2::new(0.0, UNITS_PER_EM));
        let turn = drawn_glyph::quarter_turns(x_axis);
        if let Some(turn) = turn {
            self.turned[turn] += 1;
        }
        let is_upright = turn == Some(0) && y_axis.y < 0.0;
        // A *DRAFT* set aslant over the page is no line of it, and its loss is not told.
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
        // What is marked inside an artifact is part of it.
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
        // What `ActualText` (ISO 32000-1, 14.9.4) says of a ligature or a word. Of several lines it
        // would leave only one place for all their words.
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

/// Unwinds where more was drawn than the budgets allow: the interpreter has no way to stop
/// early, and this has no message of a panic.
fn stop_beyond(calls: usize, glyphs: usize) {
    if calls > MAX_CALLS || glyphs > MAX_GLYPHS {
        resume_unwind(Box::new(Stopped));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with a page for each of `contents`.
    fn file(contents: &[String]) -> Pdf {
        let kids: Vec<String> = (0..contents.len())
            .map(|at| format!("{} 0 R", 4 + 2 * at))
            .collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!(
                "<< /Type /Pages /Kids [{}] /Count {} >>",
                kids.join(" "),
                kids.len()
            ),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
        ];
        for (at, content) in contents.iter().enumerate() {
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents {} 0 R \
                 /Resources << /Font << /F1 3 0 R >> >> >>",
                5 + 2 * at
            ));
            let length = content.len();
            objects.push(format!(
                "<< /Length {length} >>\nstream\n{content}\nendstream"
            ));
        }
        let numbered = (1..).zip(objects);
        let objects: Vec<String> = numbered
            .map(|(number, object)| format!("{number} 0 obj\n{object}\nendobj\n"))
            .collect();
        let file = format!(
            "%PDF-1.7\n{}trailer\n<< /Root 1 0 R >>\n%%EOF\n",
            objects.concat()
        );
        Pdf::new(file.into_bytes()).ok().unwrap()
    }

    /// A page that says its number and is long enough to be shared out.
    fn long_page(number: usize) -> String {
        let remark = format!("% {}\n", "-".repeat(16 << 10));
        format!("{remark}BT /F1 10 Tf 50 300 Td (Page {number}) Tj ET")
    }

    #[test]
    fn pages_that_are_shared_out_come_in_their_order() {
        let contents: Vec<String> = (1..=48).map(long_page).collect();
        for (at, page) in pages(&file(&contents)).iter().enumerate() {
            let text: String = page.glyphs.iter().map(|glyph| glyph.letter).collect();
            assert_eq!(
                (page.number as usize, text),
                (at + 1, format!("Page {}", at + 1))
            );
        }
    }

    #[test]
    fn the_budget_is_one_for_all_pages() {
        let drawn = "0 0 1 1 re f ".repeat(MAX_CALLS / 40);
        let stops = |pages_drawn: usize| {
            let file = file(&vec![drawn.clone(); pages_drawn]);
            let result = catch_panics(|| pages(&file).len());
            result.is_err_and(|cause| cause.is::<Stopped>())
        };
        assert!(!stops(2));
        assert!(stops(42));
    }
}
