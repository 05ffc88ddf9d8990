//! Reads little-endian numbers and tables of positions; what is out of bounds is `None`.

/// The unsigned 16-bit number at byte `at`.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

/// The unsigned 32-bit number at byte `at`.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// The `len` bytes from byte `at` on.
pub(super) fn slice(bytes: &[u8], at: usize, len: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(len)?)
}

/// A *PLC* (MS-DOC 2.2.2): positions in ascending order, one more than there are stretches
/// between them, then the data of each stretch, all of one length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plc<'a> {
    bytes: &'a [u8],
    stretches: usize,
    data_len: usize,
}

impl<'a> Plc<'a> {
    /// The table in `bytes` with data of `data_len` bytes a stretch.
    pub(super) fn new(bytes: &'a [u8], data_len: usize) -> Self {
        // One position more than data: the last one ends the last stretch.
        let stretches = bytes.len().saturating_sub(4) / (4 + data_len);
        Self {
            bytes,
            stretches,
            data_len,
        }
    }

    /// How many stretches there are.
    pub(super) fn len(&self) -> usize {
        self.stretches
    }

    /// Where stretch `nth` begins; after the last one, where that ends.
    pub(super) fn position(&self, nth: usize) -> Option<u32> {
        if nth > self.stretches {
            return None;
        }
        u32_at(self.bytes, nth * 4)
    }

    /// Where all stretches begin.
    pub(super) fn starts(&self) -> impl Iterator<Item = u32> + use<'a> {
        let table = *self;
        (0..self.stretches).filter_map(move |nth| table.position(nth))
    }

    /// The data of stretch `nth`.
    pub(super) fn data(&self, nth: usize) -> Option<&'a [u8]> {
        let start = (self.stretches + 1) * 4 + nth.checked_mul(self.data_len)?;
        slice(self.bytes, start, self.data_len)
    }

    /// The stretch that holds `position`; `None` before the first and after the last.
    pub(super) fn find(&self, position: u32) -> Option<usize> {
        let (mut low, mut high) = (0, self.stretches + 1);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.position(middle)? <= position {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.checked_sub(1).filter(|nth| *nth < self.stretches)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stretch_of_a_position_ends_before_the_next() {
        let bytes = [0, 0, 0, 0, 5, 0, 0, 0, 9, 0, 0, 0, b'a', b'b'];
        let table = Plc::new(&bytes, 1);
        assert_eq!(table.len(), 2);
        let found = |position| table.find(position).and_then(|nth| table.data(nth));
        assert_eq!(found(4), Some(&b"a"[..]));
        assert_eq!(found(5), Some(&b"b"[..]));
        assert_eq!(found(9), None);
        assert_eq!(Plc::new(&[], 1).find(0), None);
    }
}
