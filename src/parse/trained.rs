//! A trained model as it lies in its file.
//!
//! The file is a header, the clusters and three tables of weights (parts of
//! speech, moves, relations). Numbers are little-endian; nothing is unpacked.

use super::cluster::Clusters;
use super::label::{self, RELATIONS};
use super::table::Table;
use super::{arc_features, tag};

/// What a model file starts with: a mark, its version and the inventories that
/// it was trained for. A model of other templates would be read as noise.
pub const MARK: [u8; 16] = [
    b'v',
    b'e',
    b'r',
    b'b',
    b'a',
    b'l',
    b'e',
    b' ',
    b's',
    b'y',
    1,
    narrow(tag::PARTS.len()),
    narrow(RELATIONS.len()),
    narrow(tag::TEMPLATE_COUNT),
    narrow(arc_features::TEMPLATE_COUNT),
    narrow(label::TEMPLATE_COUNT),
];

#[allow(
    clippy::cast_possible_truncation,
    reason = "the assertion is checked when the constant is made"
)]
const fn narrow(count: usize) -> u8 {
    assert!(count <= u8::MAX as usize, "an inventory fits a byte");
    count as u8
}

/// The tables of a model, borrowed from its file.
#[derive(Debug, Clone, Copy)]
pub struct Trained<'a> {
    pub(super) clusters: Clusters<'a>,
    pub(super) parts: Table<'a, { tag::PARTS.len() }>,
    pub(super) moves: Table<'a, 3>,
    pub(super) relations: Table<'a, { RELATIONS.len() }>,
}

impl<'a> Trained<'a> {
    /// The model in `file`; `None` when it is cut short or was trained for
    /// other inventories.
    #[must_use]
    pub fn read(file: &'a [u8]) -> Option<Self> {
        let (mark, rest) = file.split_first_chunk()?;
        let (sizes, rest) = rest.split_first_chunk::<16>()?;
        let size = |at: usize| {
            let bytes = *sizes[at * 4..].first_chunk()?;
            usize::try_from(u32::from_le_bytes(bytes)).ok()
        };
        let (clusters, rest) = Clusters::split_from(rest, size(0)?)?;
        let (parts, rest) = Table::split_from(rest, size(1)?)?;
        let (moves, rest) = Table::split_from(rest, size(2)?)?;
        let (relations, rest) = Table::split_from(rest, size(3)?)?;
        (*mark == MARK && rest.is_empty()).then_some(Self {
            clusters,
            parts,
            moves,
            relations,
        })
    }
}
