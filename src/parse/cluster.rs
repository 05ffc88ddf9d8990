//! Clusters: words that occur in the same company, as they lie in a model file.
//!
//! An open-addressed table of `slots` entries of three bytes: a fingerprint of
//! the word, never 0 but in an empty slot, and its cluster.

/// Bytes of an entry.
const ENTRY: usize = 3;

/// Which cluster a word belongs to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clusters<'a> {
    /// A power of two, or 0 for a model without clusters.
    slots: usize,
    entries: &'a [u8],
}

impl<'a> Clusters<'a> {
    /// The table at the start of `bytes` and what lies behind it; `None` when
    /// it is cut short or `slots` is no power of two.
    #[must_use]
    pub fn split_from(bytes: &'a [u8], slots: usize) -> Option<(Self, &'a [u8])> {
        let (entries, rest) = bytes.split_at_checked(slots.checked_mul(ENTRY)?)?;
        (slots == 0 || slots.is_power_of_two()).then_some((Self { slots, entries }, rest))
    }

    /// The cluster of a word, counted from 1; 0 for a word of none.
    pub(super) fn cluster(self, word: u64) -> u64 {
        let sought = fingerprint(word).to_le_bytes();
        // A full table would never end the search, so it goes round once at most.
        for step in 0..self.slots {
            let start = ((slot(word, self.slots) + step) & (self.slots - 1)) * ENTRY;
            let entry = &self.entries[start..start + ENTRY];
            if entry[..2] == sought {
                return u64::from(entry[2]) + 1;
            }
            if entry[..2] == [0, 0] {
                return 0;
            }
        }
        0
    }
}

/// The table of these words (by hash) and their clusters, as it stands in a
/// model file, and its number of slots.
#[must_use]
pub fn cluster_table(words: &[(u64, u8)]) -> (usize, Vec<u8>) {
    if words.is_empty() {
        return (0, Vec::new());
    }
    // A quarter of the slots stays empty at least, or a search would be long.
    let slots = (words.len() * 4 / 3).next_power_of_two();
    let mut entries = vec![0; slots * ENTRY];
    for &(word, cluster) in words {
        let mut at = slot(word, slots);
        while entries[at * ENTRY..at * ENTRY + 2] != [0, 0] {
            at = (at + 1) & (slots - 1);
        }
        let [low, high] = fingerprint(word).to_le_bytes();
        entries[at * ENTRY..(at + 1) * ENTRY].copy_from_slice(&[low, high, cluster]);
    }
    (slots, entries)
}

fn slot(word: u64, slots: usize) -> usize {
    let spread = word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
    usize::try_from(spread).unwrap_or(0) & (slots - 1)
}

fn fingerprint(word: u64) -> u16 {
    let [_, _, low, high, ..] = word.to_le_bytes();
    u16::from_le_bytes([low, high]).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_with_its_cluster() {
        let words: Vec<(u64, u8)> = (0..200_u8)
            .map(|at| (u64::from(at).wrapping_mul(0x9E37_79B9_7F4A_7C15), at))
            .collect();
        let (slots, bytes) = cluster_table(&words);
        let (clusters, rest) = Clusters::split_from(&bytes, slots).unwrap();
        assert!(rest.is_empty());
        for (word, cluster) in words {
            assert_eq!(clusters.cluster(word), u64::from(cluster) + 1);
        }
        assert_eq!(clusters.cluster(12_345), 0);
    }

    #[test]
    fn no_clusters_hold_no_word() {
        assert_eq!(cluster_table(&[]), (0, Vec::new()));
        assert_eq!(Clusters::default().cluster(1), 0);
    }

    #[test]
    fn a_full_table_ends_the_search() {
        let (clusters, _) = Clusters::split_from(&[1, 0, 0], 1).unwrap();
        assert_eq!(clusters.cluster(u64::MAX), 0);
    }

    #[test]
    fn slots_are_a_power_of_two() {
        assert!(Clusters::split_from(&[0; 9], 3).is_none());
    }
}
