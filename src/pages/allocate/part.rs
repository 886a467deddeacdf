//! A large board comes in parts: on a slow phone a tap on two thousand rows takes four times as long to show.

use catalog::board as say;
use leptos::prelude::*;

use crate::{components::rich, domain::board_view::Sort, server::services::allocation::Board};

/// The ways to the parts beside the one that is shown; each saves first. Nothing where the board is whole.
pub fn ways(board: &Board) -> impl IntoView + use<> {
    let step = |page: u64, label: &'static str| {
        view! { <button class="button quiet" name="then" value=format!("page-{page}")>{label}</button> }
    };
    let (page, pages, before) = (board.view.page, board.pages, board.before());
    let [first, last] = [board.rows.first(), board.rows.last()].map(|row| {
        let name = row.map(|row| row.request.name.clone()).unwrap_or_default();
        view! { <span class="user-text">{name}</span> }.into_any()
    });
    let (from, to, all) = (before + 1, before + board.rows.len() as u64, board.found);
    let by_name = board.view.sort == Sort::Name;
    (pages > 1).then(|| {
        let which = if by_name {
            rich([first, last], |[first, last]| say::part(from, to, all, first, last))
        } else {
            say::part_numbers(from, to, all).into_any()
        };
        view! {
            <div class="actions parts" role="group" aria-label=say::parts()>
                {(page > 1).then(|| step(page - 1, say::part_before()))}
                {(page < pages).then(|| step(page + 1, say::part_after()))}
                <p class="small muted">{which}</p>
            </div>
        }
    })
}
