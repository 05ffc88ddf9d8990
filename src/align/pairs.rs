//! The one-to-one links found so far.

/// One-to-one links between paragraphs; each paragraph has at most one.
#[derive(Debug)]
pub(super) struct Pairs {
    after_of: Vec<Option<usize>>,
    before_of: Vec<Option<usize>>,
}

impl Pairs {
    /// No links between so many paragraphs.
    pub(super) fn new(before: usize, after: usize) -> Self {
        Self {
            after_of: vec![None; before],
            before_of: vec![None; after],
        }
    }

    /// The same with the sides exchanged.
    pub(super) fn turned(self) -> Self {
        Self {
            after_of: self.before_of,
            before_of: self.after_of,
        }
    }

    /// Links two paragraphs if both are free.
    pub(super) fn link(&mut self, before: usize, after: usize) {
        // Links are never taken back: what was found first is surer.
        if self.is_free(before, after) {
            self.after_of[before] = Some(after);
            self.before_of[after] = Some(before);
        }
    }

    /// The partner of a paragraph before; `None` when it is free or there is
    /// no such paragraph.
    pub(super) fn after_of(&self, before: usize) -> Option<usize> {
        self.after_of.get(before).copied().flatten()
    }

    /// The partner of a paragraph after; `None` when it is free or there is
    /// no such paragraph.
    pub(super) fn before_of(&self, after: usize) -> Option<usize> {
        self.before_of.get(after).copied().flatten()
    }

    /// Whether both paragraphs exist and have no partner.
    pub(super) fn is_free(&self, before: usize, after: usize) -> bool {
        self.after_of.get(before) == Some(&None) && self.before_of.get(after) == Some(&None)
    }

    /// Paragraphs before without a partner, ascending.
    pub(super) fn free_before(&self) -> impl Iterator<Item = usize> {
        free(&self.after_of)
    }

    /// Paragraphs after without a partner, ascending.
    pub(super) fn free_after(&self) -> impl Iterator<Item = usize> {
        free(&self.before_of)
    }

    /// All links, ascending by `before`.
    pub(super) fn links(&self) -> impl Iterator<Item = (usize, usize)> {
        let partners = self.after_of.iter().enumerate();
        partners.filter_map(|(before, after)| Some((before, (*after)?)))
    }

    /// Number of paragraphs before.
    pub(super) fn len_before(&self) -> usize {
        self.after_of.len()
    }

    /// Number of paragraphs after.
    pub(super) fn len_after(&self) -> usize {
        self.before_of.len()
    }
}

fn free(partners: &[Option<usize>]) -> impl Iterator<Item = usize> {
    let numbered = partners.iter().enumerate();
    numbered.filter_map(|(at, partner)| partner.is_none().then_some(at))
}
