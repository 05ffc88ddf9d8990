//! The language of a statement.

/// A language by its ISO 639-1 code. Figures are read in those that have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// `en`
    #[default]
    English,
    /// `fr`
    French,
    /// `es`
    Spanish,
    /// `pt`
    Portuguese,
    /// `ru`
    Russian,
    /// `ar`
    Arabic,
    /// `zh`
    Chinese,
    /// `de`
    German,
    /// Any other: compared, but figures are read by digits alone.
    Other,
}

impl Language {
    /// The languages that have a name here.
    pub const ALL: [Self; 8] = [
        Self::English,
        Self::French,
        Self::Spanish,
        Self::Portuguese,
        Self::Russian,
        Self::Arabic,
        Self::Chinese,
        Self::German,
    ];

    /// The language of an ISO 639-1 code, with or without a region
    /// (`pt`, `pt-BR`, `zh_Hans`); [`Language::Other`] for one that is not listed.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        let named = Self::ALL.into_iter();
        let mut meant = named.filter(|language| language.code().eq_ignore_ascii_case(primary));
        meant.next().unwrap_or(Self::Other)
    }

    /// The ISO 639-1 code; `und` (undetermined, ISO 639-2) for [`Language::Other`].
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
            Self::Russian => "ru",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::German => "de",
            Self::Other => "und",
        }
    }
}
