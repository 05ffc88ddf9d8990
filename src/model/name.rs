//! Closed sets in the output: by their names.

/// Writes closed sets by what their `name` says, or another function that is named.
macro_rules! serialize_by_name {
    ($($set:ty),+ $(,)?) => { $crate::model::serialize_by_name!(name: $($set),+); };
    ($name:ident: $($set:ty),+) => {$(
        impl serde::Serialize for $set {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.$name())
            }
        }
    )+};
}

pub(crate) use serialize_by_name;

use super::{
    Bound, ChangeMode, Dimension, Direction, EditOp, FigureKind, FigureRole, Format, Language,
    Mood, NoticeCode, Origin, PromiseStep, Relation, ReuseKind, Role, RowRelation, StanceKind,
    Strength, Verdict,
};

serialize_by_name!(
    Bound,
    ChangeMode,
    Dimension,
    Direction,
    EditOp,
    FigureKind,
    FigureRole,
    Mood,
    NoticeCode,
    Origin,
    PromiseStep,
    Relation,
    ReuseKind,
    Role,
    RowRelation,
    StanceKind,
    Strength,
    Verdict,
);
serialize_by_name!(extension: Format);
serialize_by_name!(code: Language);
