use allocation::Fill;
use catalog::draw as say;
use leptos::prelude::*;

use crate::{
    server::services::draw::Place,
    words::{self, Fate},
};

/// One line of a draw: whose, what they got, what was left after it, why, and what was changed by hand.
pub fn place(place: &Place, fill: Fill, (of, tickets): (usize, u32)) -> impl IntoView + use<> {
    let class = match (place.mine, place.why.is_some()) {
        (true, _) => Some("me"),
        (false, true) => None,
        (false, false) => Some("by-hand"),
    };
    let rank = place.why.map_or_else(|| "–".to_owned(), |why| words::number(why.rank));
    let who = match (&place.name, place.mine) {
        (Some(name), true) => Some(say::name_you(name.as_str())),
        (Some(name), false) => Some(name.clone()),
        (None, mine) => mine.then(|| say::you().to_owned()),
    };
    let who = who.map(|who| view! { <span class="user-text">{who}</span>" " });
    let number = match place.kept {
        None if place.removed.is_some() => say::removed().to_owned(),
        None => say::withdrew().to_owned(),
        Some(kept) => say::tickets(kept),
    };
    let id = place.mine.then_some("me");
    view! {
        <li class=class id=id>
            <span class="num">{rank}</span>
            <span>{who}<code class="user-text">{place.label.clone()}</code></span>
            <span class="num">{number}{left_bar(place.left(fill), tickets)}</span>
            <small class="why">{why(place, fill, of)}</small>
            {override_of(place).map(|text| view! { <small class="why user-text">{text}</small> })}
        </li>
    }
}

/// What was left after someone's turn, as a bar that grows shorter from place to place.
fn left_bar(left: Option<u32>, tickets: u32) -> Option<impl IntoView + use<>> {
    let left = left?;
    let width = u64::from(left) * 48 / u64::from(tickets.max(1));
    let label = say::left_of(left, tickets);
    Some(view! {
        <svg class="left" viewBox="0 0 48 6" role="img" aria-label=label>
            <rect class="all" width="48" height="6" rx="3"/>
            <rect width=width height="6" rx="3"/>
        </svg>
    })
}

/// Why, in words. The place stands beside it.
fn why(place: &Place, fill: Fill, of: usize) -> String {
    let asked = say::requested(words::amounts(&place.accepted));
    let (limit, why) = match fate(place, fill, of) {
        None => (None, say::set_by_hand().to_owned()),
        Some(fate) => (words::limit_of(&fate), words::because(&fate)),
    };
    let left = place.left(fill).filter(|_| place.drawn > 0).map(say::left);
    [Some(asked), limit, Some(why), left].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the draw says of a place; `None`: it was set by hand before.
pub fn fate(place: &Place, fill: Fill, of: usize) -> Option<Fate<'_>> {
    place.why.map(|why| Fate {
        rank: why.rank,
        of,
        fill,
        given: why.given,
        accepted: &place.accepted,
        limit: why.limit,
        missed: why.missed.map(|missed| (missed.amount, missed.left)),
    })
}

/// What was changed by hand, or given out further.
pub fn override_of(place: &Place) -> Option<String> {
    match place.kept {
        None => Some(match &place.removed {
            Some(reason) => say::removed_after(reason.as_str()),
            None => say::withdrew_after(place.drawn),
        }),
        _ if place.why.is_none() => (!place.reason.is_empty()).then(|| say::set_by_hand_reason(place.reason.as_str())),
        Some(kept) if place.moved => Some(say::then_moved(place.drawn, kept)),
        Some(kept) if kept == place.drawn => None,
        Some(kept) if place.reason.is_empty() => Some(say::then_further(place.drawn, kept)),
        Some(_) => Some(say::then_by_hand(place.drawn, place.reason.as_str())),
    }
}
