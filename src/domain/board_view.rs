//! Which rows of a board are shown, and in which order: what its URL says.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// The longest text that is looked for, in characters.
const MAX_SEARCH: usize = 100;

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Sort {
    #[default]
    Name,
    /// Who is furthest behind their fair share of the season comes first.
    Behind,
    /// Who asked first comes first.
    Since,
}

/// Whose rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum Show {
    #[default]
    All,
    Undecided,
    /// Who wrote a note.
    Notes,
    /// Who is given a number outside theirs, or another than was drawn.
    Overrides,
}

/// What is looked for on a board, and the part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardView {
    /// From 1.
    pub page: u64,
    pub search: String,
    pub sort: Sort,
    pub show: Show,
}

impl Default for BoardView {
    fn default() -> Self {
        Self { page: 1, search: String::new(), sort: Sort::default(), show: Show::default() }
    }
}

impl BoardView {
    /// The first part of what is looked for. What is none of these is the default.
    pub fn of(search: &str, sort: &str, show: &str) -> Self {
        Self {
            page: 1,
            search: search.trim().chars().take(MAX_SEARCH).collect(),
            sort: sort.parse().unwrap_or_default(),
            show: show.parse().unwrap_or_default(),
        }
    }

    /// Reads a query; what is garbled in it is the default.
    pub fn read(query: &str) -> Self {
        let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
        let of =
            |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap_or_default();
        let page = of("page").parse().unwrap_or(1).max(1);
        Self { page, ..Self::of(of("q"), of("sort"), of("show")) }
    }

    /// The query that reads as this; empty for the first part of everyone by name.
    pub fn query(&self) -> String {
        let page = (self.page > 1).then(|| ("page", self.page.to_string()));
        let search = (!self.search.is_empty()).then(|| ("q", self.search.clone()));
        let sort = (self.sort != Sort::default()).then(|| ("sort", self.sort.into_str().to_owned()));
        let show = (self.show != Show::default()).then(|| ("show", self.show.into_str().to_owned()));
        let pairs: Vec<_> = [search, sort, show, page].into_iter().flatten().collect();
        serde_urlencoded::to_string(pairs).unwrap_or_default()
    }

    /// Whether everyone is shown by name, in parts.
    pub fn is_plain(&self) -> bool {
        self.is_whole() && self.sort == Sort::default()
    }

    /// Whether nobody is left out.
    pub fn is_whole(&self) -> bool {
        self.search.is_empty() && self.show == Show::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{BoardView, Show, Sort};

    #[test]
    fn a_view_is_read_as_it_was_written_and_garbled_text_is_everyone_by_name() {
        let view = BoardView { page: 3, search: "Zoë & Bo".into(), sort: Sort::Behind, show: Show::Undecided };
        assert_eq!(view.query(), "q=Zo%C3%AB+%26+Bo&sort=behind&show=undecided&page=3");
        assert_eq!(BoardView::read(&view.query()), view);
        for garbled in ["", "page=0", "page=x&sort=up&show=%FF", "&&=&", "show=Undecided"] {
            assert_eq!(BoardView::read(garbled), BoardView::default(), "{garbled}");
        }
        assert_eq!(BoardView::default().query(), "");
        assert_eq!(BoardView::of(&"é".repeat(300), "", "").search.chars().count(), 100);
    }
}
