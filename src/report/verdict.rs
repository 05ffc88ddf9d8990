//! Verdicts in the output: by their names.

use std::collections::BTreeMap;

use serde::Serializer;

use crate::model::Verdict;

/// Serializes a verdict as its name.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) fn by_name<S: Serializer>(verdict: &Verdict, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(verdict.name())
}

/// Serializes counts under the names of their verdicts, in the order of these.
pub(super) fn counts<S: Serializer>(
    counts: &BTreeMap<Verdict, usize>,
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_map(
        counts
            .iter()
            .map(|(verdict, count)| (verdict.name(), count)),
    )
}
