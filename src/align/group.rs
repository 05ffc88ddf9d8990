//! Attaches free paragraphs to the links beside them: split, merged, regrouped.

use std::rc::Rc;

use super::bag::Bag;
use super::pairs::Pairs;
use super::term_weights::TermWeights;
use super::text::{Text, narrow};

/// Paragraphs that correspond; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    /// Ascending.
    pub(super) before: Vec<u32>,
    /// Ascending.
    pub(super) after: Vec<u32>,
    /// Whether it stands in the order of the others; false when a side is empty.
    pub(super) keeps_order: bool,
}

impl Group {
    /// A group of which nothing is known but its members.
    fn new(before: Vec<u32>, after: Vec<u32>) -> Self {
        Self {
            before,
            after,
            keeps_order: false,
        }
    }

    /// The same with the sides exchanged.
    pub(super) fn turned(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            ..self
        }
    }
}

/// Least share of the weight of a free paragraph's words that the other side
/// of the group has too.
const MIN_SHARE: f64 = 0.35;

/// Least similarity of a free paragraph to the other side of the group.
const MIN_SIMILARITY: f64 = 0.12;

/// By how much the two sides of a group must get more alike.
const MIN_GAIN: f64 = 0.02;

/// Most rounds of attaching; each takes at most one paragraph more into a group.
const MAX_ROUNDS: usize = 16;

/// Index of the side before and of the side after in arrays of two.
const BEFORE: usize = 0;
const AFTER: usize = 1;

/// A free paragraph that may join the group of a neighbour.
#[derive(Debug)]
struct Attachment {
    side: usize,
    paragraph: usize,
    group: usize,
    bag: Rc<Bag>,
    /// By how much the two sides of the group get more alike.
    gain: f64,
}

/// A group that may grow.
#[derive(Debug)]
struct Growing {
    paragraphs: [Vec<u32>; 2],
    /// Since the last round; at first all have.
    has_grown: bool,
    /// `None` when it was not looked at yet, or when both sides are the same text.
    sides: Option<Box<Sides>>,
}

/// The two sides of a group, each put together.
#[derive(Debug)]
struct Sides {
    bags: [Rc<Bag>; 2],
    similarity: f64,
}

/// The groups that the links grow into; free paragraphs that belong to none
/// are alone in theirs.
///
/// A free paragraph joins the group of a paragraph beside it when the other
/// side of the group has its words, and the two sides get more alike by it.
pub(super) fn attach_leftovers(
    pairs: &Pairs,
    texts: [&Text; 2],
    term_weights: &mut TermWeights,
) -> Vec<Group> {
    // What did not grow in the last round has nothing new to offer.
    let mut grouping = Grouping::new(pairs, texts);
    for _ in 0..MAX_ROUNDS {
        let attachments = grouping.attachments(term_weights);
        if attachments.is_empty() {
            break;
        }
        grouping.attach(attachments);
    }
    grouping.finish()
}

struct Grouping<'a> {
    texts: [&'a Text; 2],
    groups: Vec<Growing>,
    /// By side and paragraph: its group.
    group_of: [Vec<Option<usize>>; 2],
}

impl<'a> Grouping<'a> {
    fn new(pairs: &Pairs, texts: [&'a Text; 2]) -> Self {
        let mut grouping = Self {
            texts,
            groups: Vec::new(),
            group_of: texts.map(|text| vec![None; text.len()]),
        };
        for (before, after) in pairs.links() {
            grouping.group_of[BEFORE][before] = Some(grouping.groups.len());
            grouping.group_of[AFTER][after] = Some(grouping.groups.len());
            grouping.groups.push(Growing {
                paragraphs: [vec![narrow(before)], vec![narrow(after)]],
                has_grown: true,
                sides: None,
            });
        }
        grouping
    }

    /// What free paragraphs may join, most gain first.
    fn attachments(&mut self, term_weights: &mut TermWeights) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        for side in [BEFORE, AFTER] {
            for paragraph in 0..self.texts[side].len() {
                if self.group_of[side][paragraph].is_some() {
                    continue;
                }
                let above = paragraph
                    .checked_sub(1)
                    .and_then(|at| self.group_of[side][at]);
                let below = self.group_of[side].get(paragraph + 1).copied().flatten();
                // Half of a paragraph that was split stands right above or below the other half.
                let beside = above.into_iter().chain(below.filter(|_| below != above));
                let beside: Vec<usize> = beside.filter(|&group| self.may_grow(group)).collect();
                if beside.is_empty() {
                    continue;
                }
                let bag = term_weights.bag(side, paragraph);
                for group in beside {
                    let gain = self.gain(side, &bag, group, term_weights);
                    attachments.extend(gain.map(|gain| Attachment {
                        side,
                        paragraph,
                        group,
                        bag: Rc::clone(&bag),
                        gain,
                    }));
                }
            }
        }
        attachments.sort_by(|x, y| y.gain.total_cmp(&x.gain));
        attachments
    }

    fn may_grow(&self, group: usize) -> bool {
        // The same text on both sides is whole: nothing more belongs to it.
        self.groups[group].has_grown && !self.is_equal(group)
    }

    /// By how much the two sides of a group get more alike with a bag more on
    /// one side; `None` when they do not, or have too little of it.
    fn gain(
        &mut self,
        side: usize,
        bag: &Bag,
        group: usize,
        term_weights: &mut TermWeights,
    ) -> Option<f64> {
        let sides = self.sides(group, term_weights);
        let other = &sides.bags[1 - side];
        // A new sentence of thanks beside a long paragraph has few of its words.
        if bag.share_in(other) < MIN_SHARE || bag.similarity(other) < MIN_SIMILARITY {
            return None;
        }
        // *A B* → *A*, *B*: with *B* the side after is more like the one before.
        let gain = sides.bags[side].join(bag).similarity(other) - sides.similarity;
        (gain > MIN_GAIN).then_some(gain)
    }

    fn is_equal(&self, group: usize) -> bool {
        match &self.groups[group].paragraphs.each_ref().map(Vec::as_slice) {
            [[before], [after]] => {
                let [before, after] = [*before as usize, *after as usize];
                self.texts[BEFORE].paragraph(before) == self.texts[AFTER].paragraph(after)
            }
            _ => false,
        }
    }

    fn sides(&mut self, group: usize, term_weights: &mut TermWeights) -> &Sides {
        let Growing {
            paragraphs, sides, ..
        } = &mut self.groups[group];
        sides.get_or_insert_with(|| {
            let bag = |side: usize| term_weights.bag(side, paragraphs[side][0] as usize);
            Box::new(Sides::new([BEFORE, AFTER].map(bag)))
        })
    }

    /// Takes each group's best attachment.
    fn attach(&mut self, attachments: Vec<Attachment>) {
        for group in &mut self.groups {
            group.has_grown = false;
        }
        for Attachment {
            side,
            paragraph,
            group,
            bag,
            ..
        } in attachments
        {
            if self.groups[group].has_grown || self.group_of[side][paragraph].is_some() {
                continue;
            }
            self.group_of[side][paragraph] = Some(group);
            let Growing {
                paragraphs,
                has_grown,
                sides,
            } = &mut self.groups[group];
            *has_grown = true;
            paragraphs[side].push(narrow(paragraph));
            if let Some(mut old) = sides.take() {
                old.bags[side] = Rc::new(old.bags[side].join(&bag));
                *sides = Some(Box::new(Sides::new(old.bags)));
            }
        }
    }

    fn finish(self) -> Vec<Group> {
        let linked = self.groups.into_iter().map(|mut group| {
            group
                .paragraphs
                .iter_mut()
                .for_each(|side| side.sort_unstable());
            let [before, after] = group.paragraphs;
            Group::new(before, after)
        });
        let alone = |side: usize| {
            let numbered = self.group_of[side].iter().enumerate();
            numbered
                .filter(|(_, group)| group.is_none())
                .map(|(at, _)| vec![narrow(at)])
        };
        let removed = alone(BEFORE).map(|before| Group::new(before, Vec::new()));
        let added = alone(AFTER).map(|after| Group::new(Vec::new(), after));
        linked.chain(removed).chain(added).collect()
    }
}

impl Sides {
    fn new(bags: [Rc<Bag>; 2]) -> Self {
        let similarity = bags[BEFORE].similarity(&bags[AFTER]);
        Self { bags, similarity }
    }
}
