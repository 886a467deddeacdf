use catalog::draw as say;
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
        EventStatus::Canceled => Some(say::only_organizers()),
        EventStatus::Open | EventStatus::Closed => Some(say::only_organizers_yet()),
    };
    let draft = draft.map(|text| view! { <p class="note small">{text}</p> });
    let line = |at: usize| shown.cut.filter(|cut| cut.after == at + 1).map(cut_line);
    let first = shown.places.iter().take(MOST_PLACES).enumerate();
    let mine_later = shown.places.iter().enumerate().skip(MOST_PLACES).filter(|(_, place)| place.mine);
    let rows = first
        .chain(mine_later)
        .map(|(at, one)| view! { {place(one, fill, (of, drawn.tickets))}{line(at)} })
        .collect_view();
    let rest = shown.places.len().saturating_sub(MOST_PLACES);
    let more = (rest > 0).then(|| view! { <p class="small muted">{say::more(rest)}</p> });
    view! {
        <section>
            <div class="head"><h2>{say::order()}</h2><span class="count num">{words::number(shown.places.len())}</span></div>
            {method(drawn.rule)}
            {draft}
            <ol class="places" data-draw=format!("{}-{}", shown.event.id, drawn.number)>{rows}</ol>
            {more}
            <p class="small muted">{say::left_over(shown.left)}</p>
        </section>
    }
}

/// How many had a place in the order.
pub fn drawn_of(shown: &Shown) -> usize {
    shown.places.iter().filter(|place| place.why.is_some()).count()
}

fn cut_line(cut: Cut) -> impl IntoView {
    let says = match (cut.none_left, cut.since) {
        (true, false) => say::ran_out(),
        (true, true) => say::ran_out_draw(),
        (false, false) => say::too_few(),
        (false, true) => say::too_few_draw(),
    };
    view! { <li class="cut">{says}</li> }
}
