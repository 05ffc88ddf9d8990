//! The language of a statement.

/// A language by its ISO 639-1 code. Figures are read in the first seven.
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
    /// `de`: compared, but figures are read by digits alone.
    German,
    /// Any other: compared, but figures are read by digits alone.
    Other,
}

impl Language {
    /// The language of an ISO 639-1 code, with or without a region
    /// (`pt`, `pt-BR`, `zh_Hans`); [`Language::Other`] for one that is not listed.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code
            .split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
            .as_str()
        {
            "en" => Self::English,
            "fr" => Self::French,
            "es" => Self::Spanish,
            "pt" => Self::Portuguese,
            "ru" => Self::Russian,
            "ar" => Self::Arabic,
            "zh" => Self::Chinese,
            "de" => Self::German,
            _ => Self::Other,
        }
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
