//! Stable names for what a report lists.

use hashbrown::HashMap;

use super::change_kind::ChangeKind;

/// Gives each change, figure and measure a name that depends on what it says,
/// not on where it stands: a paragraph inserted above leaves it as it is.
#[derive(Debug, Default)]
pub(super) struct Ids {
    seen: HashMap<u64, u32>,
}

/// What a name is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Id {
    hash: u64,
    /// How many of the same parts there are so far.
    count: u32,
}

impl Ids {
    /// `prefix` with eight hexadecimal digits of the hash of `parts`; the
    /// second and later ones of the same parts are numbered from 2.
    pub(super) fn name(&mut self, prefix: &str, parts: &[&str]) -> String {
        self.next(parts).name(prefix)
    }

    /// The name of a change: its kind, what it is of, and the words of both sides.
    pub(super) fn of_change(
        &mut self,
        kind: ChangeKind,
        measure: Option<&str>,
        sides: [&Option<String>; 2],
    ) -> String {
        let [before, after] = sides.map(|words| words.as_deref().unwrap_or_default());
        self.name(
            "chg",
            &[kind.name(), measure.unwrap_or_default(), before, after],
        )
    }

    /// What the next name of `parts` is made of, for where few are written.
    pub(super) fn next(&mut self, parts: &[&str]) -> Id {
        let hash = fnv1a(parts);
        let count = self.seen.entry(hash).or_default();
        *count += 1;
        Id {
            hash,
            count: *count,
        }
    }
}

impl Id {
    pub(super) fn name(self, prefix: &str) -> String {
        // Both halves of the hash: eight digits are short enough to be typed.
        let digits = self.hash ^ (self.hash >> 32);
        let digits = digits & 0xffff_ffff;
        match self.count {
            1 => format!("{prefix}-{digits:08x}"),
            again => format!("{prefix}-{digits:08x}-{again}"),
        }
    }
}

/// FNV-1a with 64 bits (draft-eastlake-fnv), each part ended by a byte that no
/// text has.
fn fnv1a(parts: &[&str]) -> u64 {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(BASIS, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn the_same_parts_are_numbered() {
        let mut ids = Ids::default();
        let first = ids.name("fig", &["mine", "cleared"]);
        assert_eq!(ids.name("fig", &["mine", "cleared"]), format!("{first}-2"));
        assert_ne!(ids.name("fig", &["minecleared"]), first);
    }
}
