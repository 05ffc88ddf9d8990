//! The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta,
//! 2011), with the root behind the last word and one root alone.

use super::feature::Feature;
use super::sentence::Sentence;
use super::table::Weigh;

/// One step of the parser, in the order of a row's weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// The first word of the buffer goes onto the stack.
    Shift,
    /// The top of the stack depends on the first word of the buffer.
    Left,
    /// The top of the stack depends on the word below it.
    Right,
}

/// All moves.
pub const MOVES: [Move; 3] = [Move::Shift, Move::Left, Move::Right];

/// Stack, buffer and arcs of a sentence that is being parsed.
#[derive(Debug, Clone)]
pub struct Configuration {
    stack: Vec<usize>,
    /// First word of the buffer; the number of words when only the root is left.
    front: usize,
    heads: Vec<usize>,
    children: Vec<Children>,
}

/// The outermost two dependents on each side, the outer one first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Children {
    pub(super) left: [Option<usize>; 2],
    pub(super) right: [Option<usize>; 2],
    pub(super) left_count: u8,
    pub(super) right_count: u8,
}

impl Configuration {
    /// All of `len` words in the buffer. The head `len` is the root.
    #[must_use]
    pub fn start(len: usize) -> Self {
        Self {
            stack: Vec::new(),
            front: 0,
            // All words hang from the root until they are attached.
            heads: vec![len; len],
            children: vec![Children::default(); len + 1],
        }
    }

    /// Whether every word has its head.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.front == self.len() && self.stack.is_empty()
    }

    /// Which of [`MOVES`] may be made. At least one, until all is done.
    #[must_use]
    pub fn legal(&self) -> [bool; 3] {
        let words_left = self.front < self.len();
        let left = match self.stack.len() {
            0 => false,
            1 => true,
            // The root takes one word, the last on the stack.
            _ => words_left,
        };
        [words_left, left, self.stack.len() >= 2]
    }

    /// Makes a move that is legal.
    pub fn make(&mut self, step: Move) {
        match step {
            Move::Shift => {
                self.stack.push(self.front);
                self.front += 1;
            }
            Move::Left => self.attach_top_to(self.front),
            Move::Right => {
                if let Some(below) = self.stack_word(1) {
                    self.attach_top_to(below);
                }
            }
        }
    }

    fn attach_top_to(&mut self, head: usize) {
        let Some(top) = self.stack.pop() else { return };
        self.heads[top] = head;
        let children = &mut self.children[head];
        let (outer, count) = if top < head {
            (&mut children.left, &mut children.left_count)
        } else {
            (&mut children.right, &mut children.right_count)
        };
        // Words are attached from the inside out, so the newest dependent is the outermost.
        *outer = [Some(top), outer[0]];
        // A list may have more than 255 items; to the features all such counts are alike.
        *count = count.saturating_add(1);
    }

    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// First word of the buffer; the number of words when only the root is left.
    #[must_use]
    pub fn front(&self) -> usize {
        self.front
    }

    /// The words on the stack, the top last.
    #[must_use]
    pub fn stack(&self) -> &[usize] {
        &self.stack
    }

    /// The word `depth` below the top of the stack.
    pub(super) fn stack_word(&self, depth: usize) -> Option<usize> {
        self.stack.iter().rev().nth(depth).copied()
    }

    /// The word `ahead` of the first of the buffer, or the root behind the last.
    pub(super) fn buffer_word(&self, ahead: usize) -> Option<usize> {
        let word = self.front + ahead;
        (word <= self.len()).then_some(word)
    }

    /// The outermost dependents of a word so far.
    pub(super) fn children(&self, word: Option<usize>) -> Children {
        word.map_or_else(Children::default, |word| self.children[word])
    }

    /// The head of each word, the number of words for the root.
    #[must_use]
    pub fn into_heads(self) -> Vec<usize> {
        self.heads
    }

    /// The legal move of greatest weight, the first among equals.
    #[must_use]
    pub fn best_move(&self, weights: [f32; 3]) -> Move {
        let legal = self.legal();
        let mut best: Option<usize> = None;
        for choice in 0..MOVES.len() {
            // Of equal weights the first wins, so that the same bytes give the same tree.
            if legal[choice] && best.is_none_or(|best| weights[choice] > weights[best]) {
                best = Some(choice);
            }
        }
        MOVES[best.unwrap_or(0)]
    }

    /// The only legal move, where there is one alone: nothing is weighed there.
    #[must_use]
    pub fn forced(&self) -> Option<Move> {
        let legal = self.legal();
        let mut moves = MOVES.into_iter().filter(|&step| legal[step as usize]);
        let only = moves.next();
        moves.next().map_or(only, |_| None)
    }
}

/// The head of each word, the number of words for the root; `watch` sees the
/// features of each decision.
pub fn heads(
    sentence: Sentence<'_>,
    weights: &impl Weigh<3>,
    mut watch: impl FnMut(&[Feature]),
) -> Vec<usize> {
    let mut state = Configuration::start(sentence.len());
    while !state.is_done() {
        // Where one move alone is legal, neither features nor weights are read.
        let step = state.forced().unwrap_or_else(|| {
            let features = super::arc_features::features(&state, sentence);
            watch(&features);
            state.best_move(weights.weigh(&features))
        });
        state.make(step);
    }
    state.into_heads()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The heads that a sequence of moves gives, each made where it is legal.
    fn heads_by(len: usize, wishes: &[usize]) -> Vec<usize> {
        let mut state = Configuration::start(len);
        let mut wishes = wishes.iter().cycle();
        while !state.is_done() {
            let mut weights = [0.0; 3];
            weights[wishes.next().copied().unwrap_or(0) % 3] = 1.0;
            let step = state.best_move(weights);
            state.make(step);
        }
        state.into_heads()
    }

    #[test]
    fn moves_build_arcs() {
        let mut state = Configuration::start(3);
        for step in [
            Move::Shift,
            Move::Left,
            Move::Shift,
            Move::Shift,
            Move::Right,
        ] {
            assert!(state.legal()[step as usize], "{step:?}");
            state.make(step);
        }
        assert_eq!(state.forced(), Some(Move::Left));
        state.make(Move::Left);
        assert!(state.is_done());
        assert_eq!(state.into_heads(), [1, 3, 1]);
    }

    #[test]
    fn the_first_legal_move_wins_among_equals() {
        let state = Configuration::start(2);
        assert_eq!(state.best_move([0.0; 3]), Move::Shift);
    }

    proptest! {
        #[test]
        fn any_moves_give_a_projective_tree(
            len in 1..12_usize,
            wishes in prop::collection::vec(0..3_usize, 1..30),
        ) {
            let heads = heads_by(len, &wishes);
            prop_assert_eq!(heads.iter().filter(|&&head| head == len).count(), 1);
            for (word, &head) in heads.iter().enumerate() {
                let mut above = word;
                for _ in 0..len {
                    above = if above == len { len } else { heads[above] };
                }
                prop_assert_eq!(above, len, "a cycle over {}", word);
                for (other, &other_head) in heads.iter().enumerate() {
                    let (start, end) = (word.min(head), word.max(head));
                    let inside = |at: usize| start < at && at < end;
                    let outside = |at: usize| at < start || end < at;
                    let crosses = inside(other) && outside(other_head)
                        || outside(other) && inside(other_head);
                    prop_assert!(!crosses, "{:?}", heads);
                }
            }
        }
    }
}
