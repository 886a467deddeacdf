use leptos::prelude::*;

use super::{method, place::place};
use crate::{
    domain::event::EventStatus,
    server::{
        db::draws::Drawn,
        services::draw::{Cut, Shown},
    },
    words,
};

/// More lines than this are in the record only.
const MOST_PLACES: usize = 400;

/// Everyone in the order of the last draw, with a line where tickets ran out.
pub fn order(shown: &Shown, drawn: &Drawn) -> impl IntoView + use<> {
    let of = drawn_of(shown);
    let fill = drawn.rule.fill;
    let draft = match shown.status {
        EventStatus::Finalized => None,
        EventStatus::Canceled => Some("Only organizers can see this list."),
        EventStatus::Open | EventStatus::Closed => {
            Some("Only organizers can see this list until the event is finalized.")
        }
    };
    let draft = draft.map(|text| view! { <p class="note small">{text}</p> });
    let line = |at: usize| shown.cut.filter(|cut| cut.after == at + 1).map(cut_line);
    let first = shown.places.iter().take(MOST_PLACES).enumerate();
    let mine_later = shown.places.iter().enumerate().skip(MOST_PLACES).filter(|(_, place)| place.mine);
    let rows = first.chain(mine_later).map(|(at, one)| view! { {place(one, fill, of)}{line(at)} }).collect_view();
    let rest = shown.places.len().saturating_sub(MOST_PLACES);
    let more = (rest > 0).then(
        || view! { <p class="small muted">{format!("{} more in the draw record.", words::grouped(rest as u64))}</p> },
    );
    let left = words::tickets(shown.left);
    view! {
        <section>
            <div class="head"><h2>"Draw order"</h2><span class="count num">{shown.places.len()}</span></div>
            {method(drawn.rule)}
            {draft}
            <ol class="places">{rows}</ol>
            {more}
            <p class="small muted">{format!("{left} left over after the draw.")}</p>
        </section>
    }
}

/// How many had a place in the order.
pub fn drawn_of(shown: &Shown) -> usize {
    shown.places.iter().filter(|place| place.why.is_some()).count()
}

fn cut_line(cut: Cut) -> impl IntoView {
    let says = match (cut.none_left, cut.since) {
        (true, false) => "Tickets ran out here",
        (true, true) => "In the draw, tickets ran out here",
        (false, false) => "Too few tickets left from here on",
        (false, true) => "In the draw, too few tickets left from here on",
    };
    view! { <li class="cut">{says}</li> }
}
