use std::borrow::Cow;

use unic_langid::LanguageIdentifier;

/// A language that the site speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    English,
    German,
    French,
    /// English with signs around every sentence and about 40 % longer, to find what is not in the catalog and what does not
    /// fit; it is `en-XA`, as CLDR calls such a language. Only what was not built for use speaks it.
    Pseudo,
}

tokio::task_local! {
    static READER: Language;
}

impl Language {
    pub(crate) const COUNT: usize = 4;
    /// Its tag (RFC 5646), as HTML and HTTP name it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Pseudo => "en-XA",
        }
    }

    /// Whether its clocks count to twelve, twice a day (CLDR, `hourCycle`).
    pub const fn has_twelve_hours(self) -> bool {
        matches!(self, Self::English | Self::Pseudo)
    }

    /// What it is called by those who speak it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Pseudo => "⟦English⟧",
        }
    }

    /// Those that someone can choose.
    pub fn spoken() -> impl Iterator<Item = Self> {
        Self::offered().iter().copied().filter(|&language| language != Self::Pseudo)
    }

    /// The one with this tag; `None`: it is not spoken here.
    pub fn read(tag: &str) -> Option<Self> {
        Self::offered().iter().copied().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The index of what it reads.
    pub(crate) const fn source(self) -> usize {
        match self {
            Self::English | Self::Pseudo => 0,
            Self::German => 1,
            Self::French => 2,
        }
    }

    /// As its plurals are looked up.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }

    pub(crate) fn transform(self) -> Option<fn(&str) -> Cow<'_, str>> {
        (self == Self::Pseudo).then_some(longer)
    }

    /// Those that a browser is answered in; what was not built for use speaks the pseudo-language as well.
    const fn offered() -> &'static [Self] {
        const ALL: [Language; Language::COUNT] =
            [Language::English, Language::German, Language::French, Language::Pseudo];
        if cfg!(debug_assertions) { &ALL } else { &[Language::English, Language::German, Language::French] }
    }
}

/// A text that is told from one that was not in the catalog, and is longer.
fn longer(text: &str) -> Cow<'_, str> {
    if text.trim().is_empty() {
        return text.into();
    }
    let letters = text.chars().count();
    format!("⟦{text}{}⟧", "~".repeat((letters * 2).div_ceil(5).saturating_sub(2))).into()
}

/// The language of whoever reads what is said here.
pub fn current() -> Language {
    READER.try_with(|language| *language).unwrap_or_default()
}

/// Answers someone in their language.
pub async fn to_reader<F: Future>(language: Language, answer: F) -> F::Output {
    READER.scope(language, answer).await
}

/// Says something in a language, to whoever reads it later.
pub fn said_in<T>(language: Language, say: impl FnOnce() -> T) -> T {
    READER.sync_scope(language, say)
}

/// The language a browser asks for by `Accept-Language` (RFC 9110, section 12.5.4): of those it accepts, the one it prefers
/// that is spoken here, be it by a wider name (RFC 4647, section 3.4). English where there is none.
pub fn of_browser(accepts: &str) -> Language {
    preferred(accepts, Language::offered())
}

fn preferred(accepts: &str, spoken: &[Language]) -> Language {
    let weighed = |range: &str| {
        let (tag, quality) = range.split_once(';').unwrap_or((range, "q=1"));
        let quality: f32 = quality.trim().strip_prefix("q=")?.parse().ok()?;
        (quality > 0.0).then(|| (quality, tag.trim().to_owned()))
    };
    let mut ranges: Vec<(f32, String)> = accepts.split(',').filter_map(weighed).collect();
    ranges.sort_by(|one, other| other.0.total_cmp(&one.0));
    let spoken = |tag: &str| spoken.iter().copied().find(|one| one.tag().eq_ignore_ascii_case(tag));
    let found = ranges.iter().find_map(|(_, tag)| spoken(tag).or_else(|| spoken(tag.split('-').next().unwrap_or(tag))));
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Language, preferred};

    #[test]
    fn a_browser_is_answered_in_the_first_of_its_languages_that_is_spoken_here() {
        for (accepts, language) in [
            ("", Language::English),
            ("de", Language::German),
            ("de-AT,de;q=0.9,en;q=0.8", Language::German),
            ("fr-CA", Language::French),
            ("ja,fr;q=0.5", Language::French),
            ("ja", Language::English),
            ("en-GB,en;q=0.9,de;q=0.8", Language::English),
            ("de;q=0.1,en;q=0.9", Language::English),
            ("*", Language::English),
            ("DE", Language::German),
            ("<script>,;;q=,,", Language::English),
            ("en-XA", Language::Pseudo),
        ] {
            let all = [Language::English, Language::German, Language::French, Language::Pseudo];
            assert_eq!(preferred(accepts, &all), language, "{accepts}");
        }
    }
}
