//! Where the text of an RTF group goes, by the control word that opens it.

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into the statement.
    Text,
    /// Nowhere, with all groups inside.
    Skipped,
    /// Nowhere, but a `\ud` group inside has the same text in Unicode.
    Superseded,
    /// Into the document properties.
    Info,
    /// Into the title of the properties.
    Title,
    /// Into the author of the properties.
    Author,
    /// Nowhere, but the fonts in it say how bytes are read.
    Fonts,
    /// Nowhere, but the styles in it say what paragraphs are for.
    Styles,
    /// Nowhere, but a number or a bullet in it makes a list item.
    ListMark,
}

/// What a control word at the start of a group makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Its text goes somewhere else.
    To(Destination),
    /// It is a footnote or endnote.
    Note,
    /// It is a text box.
    Box,
    /// It is read like the group around it, in spite of a `\*`.
    Kept,
}

/// What the control word `name` makes of its group; `None` when it is no
/// destination that is known here (after `\*` the group is then skipped).
pub(super) fn opening(name: &str) -> Option<Opening> {
    use Destination::{Author, Fonts, Info, ListMark, Skipped, Styles, Superseded, Text, Title};
    Some(match name {
        "footnote" => Opening::Note,
        "shptxt" | "dptxbxtext" => Opening::Box,
        // All three begin with `\*`, and hold the words of a shape and the ends of inner rows.
        "shpinst" | "do" | "nesttableprops" => Opening::Kept,
        // `{\upr{old words}{\*\ud{the same in Unicode}}}`
        "ud" => Opening::To(Text),
        "upr" => Opening::To(Superseded),
        "info" => Opening::To(Info),
        "title" => Opening::To(Title),
        "author" => Opening::To(Author),
        "fonttbl" => Opening::To(Fonts),
        "stylesheet" => Opening::To(Styles),
        "listtext" | "pntext" => Opening::To(ListMark),
        // `\nonshppict`, `\shprslt` and `\nonesttables` hold for old readers what stands beside
        // them anew.
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
        | "footerf" | "colortbl" | "filetbl" | "listtable" | "listoverridetable" | "revtbl"
        | "rsidtbl" | "pgdsctbl" | "pict" | "nonshppict" | "shprslt" | "sp" | "fldinst" | "xe"
        | "tc" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn"
        | "annotation" | "atnid" | "atnauthor" | "bkmkstart" | "bkmkend" | "objdata"
        | "nonesttables" | "themedata" | "datastore" | "private" => Opening::To(Skipped),
        _ => return None,
    })
}

/// The character that a control word stands for.
pub(super) fn character(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" => "\t",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "qmspace" => "\u{2005}",
        _ => return None,
    })
}
