use allocation::Fill;
use leptos::prelude::*;

use crate::{
    server::services::draw::Place,
    words::{self, Fate},
};

/// One line of a draw: whose, what they got, why, and what was changed by hand.
pub fn place(place: &Place, fill: Fill, of: usize) -> impl IntoView + use<> {
    let class = match (place.mine, place.why.is_some()) {
        (true, _) => Some("me"),
        (false, true) => None,
        (false, false) => Some("by-hand"),
    };
    let rank = place.why.map_or_else(|| "–".to_owned(), |why| words::grouped(why.rank as u64));
    let who = match (&place.name, place.mine) {
        (Some(name), true) => Some(format!("{name} (you) ")),
        (Some(name), false) => Some(format!("{name} ")),
        (None, mine) => mine.then(|| "You ".to_owned()),
    };
    let who = who.map(|who| view! { <span class="user-text">{who}</span> });
    let number = match place.kept {
        None if place.removed.is_some() => "removed".to_owned(),
        None => "withdrew".to_owned(),
        Some(kept) => words::tickets(kept),
    };
    let id = place.mine.then_some("me");
    view! {
        <li class=class id=id>
            <span class="num">{rank}</span>
            <span>{who}<code>{place.label.clone()}</code></span>
            <span class="num">{number}</span>
            <small class="why">{why(place, fill, of)}</small>
            {override_of(place).map(|text| view! { <small class="why user-text">{text}</small> })}
        </li>
    }
}

/// Why, in words. The place stands beside it.
fn why(place: &Place, fill: Fill, of: usize) -> String {
    let asked = format!(
        "Requested {}.",
        place.accepted.iter().map(|&amount| words::grouped(amount.into())).collect::<Vec<_>>().join(", or ")
    );
    let (limit, why) = match fate(place, fill, of) {
        None => (None, SET_BY_HAND.to_owned()),
        Some(fate) => (words::limit_of(&fate), words::because(&fate)),
    };
    let left = place.left(fill).filter(|_| place.drawn > 0);
    let left = left.map(|left| format!("{} left.", words::grouped(left.into())));
    [Some(asked), limit, Some(why), left].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Said of those whom no draw decided.
pub const SET_BY_HAND: &str = "Set by hand before the draw.";

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
        None if place.removed.is_some() => {
            let reason = place.removed.as_deref().unwrap_or_default();
            Some(format!("Removed by the organizer after the draw: {reason}"))
        }
        None => Some(format!("Withdrew after the draw and returned {}.", place.drawn)),
        _ if place.why.is_none() => (!place.reason.is_empty()).then(|| format!("Set by hand: {}", place.reason)),
        Some(kept) if kept == place.drawn => None,
        Some(kept) if place.reason.is_empty() => {
            Some(format!("Drew {}, then {kept} when leftover tickets were assigned in the same order.", place.drawn))
        }
        Some(_) => Some(format!("Drew {}; set by hand: {}", place.drawn, place.reason)),
    }
}
