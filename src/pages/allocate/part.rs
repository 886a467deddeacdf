//! A large board comes in parts: on a slow phone a tap on two thousand rows takes four times as long to show.

use leptos::prelude::*;

use crate::{server::services::allocation::Board, words};

/// The ways to the parts beside the one that is shown; each saves first. Nothing where the board is whole.
pub fn ways(board: &Board) -> impl IntoView + use<> {
    let step = |page: u64, label: &'static str| {
        view! { <button class="button quiet" name="then" value=format!("page-{page}")>{label}</button> }
    };
    let (page, pages, before) = (board.page, board.pages, board.before());
    let [first, last] =
        [board.rows.first(), board.rows.last()].map(|row| row.map(|row| row.request.name.clone()).unwrap_or_default());
    let (from, to) = (words::grouped(before + 1), words::grouped(before + board.rows.len() as u64));
    let which = format!("{from}–{to} of {}: ", words::grouped(board.event.demand.people));
    (pages > 1).then(|| {
        view! {
            <div class="actions parts" role="group" aria-label="Parts of the board">
                {(page > 1).then(|| step(page - 1, "Save, then those before"))}
                {(page < pages).then(|| step(page + 1, "Save, then the next"))}
                <p class="small muted">{which}<span class="user-text">{first}</span>" to "<span class="user-text">{last}</span></p>
            </div>
        }
    })
}
