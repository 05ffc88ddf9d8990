//! Joins paragraphs whose ends are gone with the next ones.

use std::ops::Range;

use super::settle::Cut;
use super::text::revision;
use crate::load::tracked::{Revisions, Tracked};
use crate::load::xml::{Step, Tag, Visitor};

/// A paragraph while its neighbours are looked for.
#[derive(Clone, Default)]
struct Paragraph {
    start_tag: Range<usize>,
    end_tag: Range<usize>,
    properties: Option<Range<usize>>,
    /// The mark that says that its end is gone.
    lost: Option<Range<usize>>,
}

/// Joins paragraphs whose ends are gone with the next ones.
pub(super) struct Joiner<'x> {
    xml: &'x str,
    revisions: Revisions,
    place: Range<usize>,
    /// Names of open elements, and where they start.
    open: Vec<(String, Range<usize>)>,
    paragraphs: Vec<Paragraph>,
    /// Of each element that may hold paragraphs: those that go on in the next one.
    waiting: Vec<Vec<Paragraph>>,
    cuts: Vec<Cut>,
}

impl<'x> Joiner<'x> {
    pub(super) fn new(xml: &'x str, tracked: Tracked) -> Self {
        Self {
            xml,
            revisions: Revisions::new(tracked),
            place: 0..0,
            open: Vec::new(),
            paragraphs: Vec::new(),
            waiting: vec![Vec::new()],
            cuts: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> Vec<Cut> {
        while let Some(waiting) = self.waiting.pop() {
            self.settle_alone(waiting);
        }
        self.cuts
    }

    /// Nothing follows that these could go on in: they end as before.
    fn settle_alone(&mut self, mut waiting: Vec<Paragraph>) {
        if let Some(last) = waiting.pop() {
            self.join(waiting, &last);
            self.cuts
                .extend(last.lost.map(|mark| (mark, String::new())));
        }
    }

    /// Joins paragraphs with the one that they go on in.
    fn join(&mut self, waiting: Vec<Paragraph>, last: &Paragraph) {
        let properties = last.properties.clone().unwrap_or_default();
        let mark = last.lost.clone().unwrap_or_default();
        let kept = |range: Range<usize>| self.xml.get(range).unwrap_or_default();
        // The joined paragraph looks as the last does, without the mark of an end that is gone.
        let looks = if mark.is_empty() {
            kept(properties.clone()).to_owned()
        } else {
            [
                kept(properties.start..mark.start),
                kept(mark.end..properties.end),
            ]
            .concat()
        };
        let count = waiting.len();
        for (at, one) in waiting.into_iter().enumerate() {
            if at > 0 {
                self.cuts.push((one.start_tag.clone(), String::new()));
            }
            let own = one
                .properties
                .unwrap_or(one.start_tag.end..one.start_tag.end);
            let looks = if at == 0 {
                looks.clone()
            } else {
                String::new()
            };
            self.cuts.push((own, looks));
            self.cuts.push((one.end_tag, String::new()));
        }
        if count > 0 {
            self.cuts.push((last.start_tag.clone(), String::new()));
            self.cuts
                .extend(last.properties.clone().map(|own| (own, String::new())));
        }
    }

    fn is_in(&self, names: [&str; 2]) -> bool {
        let mut open = self.open.iter().rev();
        names
            .iter()
            .all(|name| open.next().is_some_and(|(open, _)| open == name))
    }
}

impl Visitor for Joiner<'_> {
    fn at(&mut self, place: Range<usize>) {
        self.place = place;
    }

    fn open(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "p" => self.paragraphs.push(Paragraph {
                start_tag: self.place.clone(),
                ..Paragraph::default()
            }),
            // Ends are joined inside of one cell, box or note, never across its border.
            "tc" | "txbxContent" | "footnote" | "endnote" => self.waiting.push(Vec::new()),
            // No paragraph goes on behind a table.
            "tbl" => {
                let waiting = self.waiting.last_mut().map(std::mem::take);
                self.settle_alone(waiting.unwrap_or_default());
            }
            name => {
                if let Some(revision) = revision(name)
                    && self.is_in(["rPr", "pPr"])
                    && !self.revisions.shows(revision)
                    && let Some(paragraph) = self.paragraphs.last_mut()
                {
                    paragraph.lost = Some(self.place.clone());
                }
            }
        }
        self.open.push((tag.name().to_owned(), self.place.clone()));
        Step::Into
    }

    fn close(&mut self, name: &str) {
        let Some((_, start)) = self.open.pop() else {
            return;
        };
        match name {
            "pPr" if self.open.last().is_some_and(|(name, _)| name == "p") => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.properties = Some(start.start..self.place.end);
                }
            }
            "p" => {
                let Some(mut paragraph) = self.paragraphs.pop() else {
                    return;
                };
                paragraph.end_tag = self.place.clone();
                let Some(waiting) = self.waiting.last_mut() else {
                    return;
                };
                if paragraph.lost.is_some() && !paragraph.end_tag.is_empty() {
                    waiting.push(paragraph);
                } else {
                    let waiting = std::mem::take(waiting);
                    if !waiting.is_empty() && paragraph.end_tag.is_empty() {
                        // An end without content of its own: one tag.
                        self.settle_alone(waiting);
                    } else {
                        self.join(waiting, &paragraph);
                    }
                }
            }
            "tc" | "txbxContent" | "footnote" | "endnote" => {
                if let Some(waiting) = self.waiting.pop() {
                    self.settle_alone(waiting);
                }
            }
            _ => {}
        }
    }
}
