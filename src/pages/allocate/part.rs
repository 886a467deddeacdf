//! A large board comes in parts: on a slow phone a tap on two thousand rows takes four times as long to show.

use leptos::prelude::*;

use crate::{
    domain::board::ROWS_SHOWN,
    pages::page_number,
    server::{http::Visit, services::allocation::BoardRow},
    words,
};

/// The rows that are shown of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// From 1.
    pub page: usize,
    pages: usize,
    rows: usize,
}

impl Part {
    /// The part that the query asks for; the last one for a number beyond.
    pub fn of(rows: &[BoardRow], visit: &Visit) -> Self {
        let pages = rows.len().div_ceil(ROWS_SHOWN).max(1);
        let page = usize::try_from(page_number(visit)).unwrap_or(1).min(pages);
        Self { page, pages, rows: rows.len() }
    }

    /// The places of the rows that are shown.
    pub fn shown(self) -> std::ops::Range<usize> {
        let first = (self.page - 1) * ROWS_SHOWN;
        first..(first + ROWS_SHOWN).min(self.rows)
    }

    /// The ways to the parts beside this one; each saves first. Nothing where the board is whole.
    pub fn ways(self, rows: &[BoardRow]) -> impl IntoView + use<> {
        let step = |page: usize, label: &'static str| {
            view! { <button class="button quiet" name="then" value=format!("page-{page}")>{label}</button> }
        };
        let shown = self.shown();
        let name = |place: usize| rows.get(place).map(|row| row.request.name.clone()).unwrap_or_default();
        let (first, last) = (name(shown.start), name(shown.end.saturating_sub(1)));
        let number = |count: usize| words::grouped(count as u64);
        (self.pages > 1).then(|| {
            let which = format!("{}–{} of {}: ", number(shown.start + 1), number(shown.end), number(self.rows));
            view! {
                <div class="actions parts" role="group" aria-label="Parts of the board">
                    {(self.page > 1).then(|| step(self.page - 1, "Save, then those before"))}
                    {(self.page < self.pages).then(|| step(self.page + 1, "Save, then the next"))}
                    <p class="small muted">{which}<span class="user-text">{first}</span>" to "<span class="user-text">{last}</span></p>
                </div>
            }
        })
    }
}
