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
    let you = place.mine.then_some("You ");
    let name = place.name.clone().map(|name| view! { " "<span class="user-text">{name}</span> });
    let number = match place.kept {
        None if place.removed.is_some() => "removed".to_owned(),
        None => "withdrawn".to_owned(),
        Some(kept) => words::tickets(kept),
    };
    let id = place.mine.then_some("me");
    view! {
        <li class=class id=id>
            <span>
                {you}<code>{place.label.clone()}</code>{name}
                <small class="why">{why(place, fill, of)}</small>
                {override_of(place).map(|text| view! { <small class="why user-text">{text}</small> })}
            </span>
            <span class="num">{number}</span>
        </li>
    }
}

/// Why, in words.
pub fn why(place: &Place, fill: Fill, of: usize) -> String {
    let asked =
        format!("Asked for {}.", place.accepted.iter().map(ToString::to_string).collect::<Vec<_>>().join(", else "));
    let fate = match place.why {
        None => return format!("{asked} Decided by hand before the draw."),
        Some(why) => words::fate(&Fate {
            rank: why.rank,
            of,
            fill,
            given: why.given,
            accepted: &place.accepted,
            limit: why.limit,
            missed: why.missed.map(|missed| (missed.amount, missed.left)),
        }),
    };
    format!("{asked} {fate}")
}

/// What was changed by hand, or given out further.
fn override_of(place: &Place) -> Option<String> {
    match place.kept {
        _ if place.why.is_none() => (!place.reason.is_empty()).then(|| format!("By hand: {}", place.reason)),
        None if place.removed.is_some() => {
            let reason = place.removed.as_deref().unwrap_or_default();
            Some(format!("Removed by the organizer after the draw: {reason}"))
        }
        None => Some(format!("Withdrew after the draw and gave {} back.", place.drawn)),
        Some(kept) if kept == place.drawn => None,
        Some(kept) if place.reason.is_empty() => {
            Some(format!("Drawn {}; then {kept}, given out further in the same order.", place.drawn))
        }
        Some(_) => Some(format!("Drawn {}; by hand: {}", place.drawn, place.reason)),
    }
}
