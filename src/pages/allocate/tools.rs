//! Finding people on the board. The fields stand in the board's own form: what was chosen is saved before others are shown.

use catalog::board as say;
use leptos::prelude::*;
use strum::VariantArray;

use crate::{
    domain::board_view::{BoardView, Show, Sort},
    server::services::allocation::Board,
};

/// A board of fewer is seen at a glance.
const MANY: u64 = 8;

/// What can be looked for, and how many are shown of how many.
pub fn tools(board: &Board) -> impl IntoView + use<> {
    let people = board.event.demand.people;
    let view = board.view.clone();
    if people <= MANY && view == BoardView::default() {
        return None;
    }
    let sorts = Sort::VARIANTS.iter().map(|&sort| {
        view! { <option value=sort.into_str() selected=sort == view.sort>{sort_word(sort)}</option> }
    });
    let shows = Show::VARIANTS.iter().map(|&show| {
        view! { <option value=show.into_str() selected=show == view.show>{show_word(show, board)}</option> }
    });
    let found = (!view.is_whole()).then(|| {
        view! {
            <p class="small muted" role="status">
                {say::found(board.found, people)}" "
                <button class="button quiet small" name="then" value="show-all">{say::clear()}</button>
            </p>
        }
    });
    Some(view! {
        <div class="tools" role="group" aria-label=say::tools()>
            <button class="button quiet" name="then" value="show">{say::apply()}</button>
            <div>
                <label for="search">{say::search()}</label>
                <input id="search" type="search" name="search" value=view.search.clone() maxlength="100" dir="auto" autocomplete="off"/>
            </div>
            <div><label for="sort">{say::sort()}</label><select id="sort" name="sort">{sorts.collect_view()}</select></div>
            <div><label for="show">{say::show()}</label><select id="show" name="show">{shows.collect_view()}</select></div>
        </div>
        {found}
    })
}

fn sort_word(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => say::sort_name(),
        Sort::Behind => say::sort_behind(),
        Sort::Since => say::sort_since(),
    }
}

/// What is shown, with how many that are where it is known.
fn show_word(show: Show, board: &Board) -> String {
    let (word, count) = match show {
        Show::All => (say::show_all(), Some(board.event.demand.people)),
        Show::Undecided => (say::show_undecided(), Some(board.event.demand.undecided)),
        Show::Notes => (say::show_notes(), board.counts.map(|counts| counts.notes)),
        Show::Overrides => (say::show_overrides(), board.counts.map(|counts| counts.overrides)),
    };
    count.map_or_else(|| word.to_owned(), |count| say::show_counted(word, count))
}
