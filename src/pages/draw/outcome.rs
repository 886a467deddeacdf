use leptos::prelude::*;

use super::{
    order::drawn_of,
    place::{SET_BY_HAND, fate, override_of},
};
use crate::{
    server::{
        db::draws::Drawn,
        services::draw::{Cut, Place, Shown},
    },
    words,
};

/// What the viewer has in the end, and why; for whoever is not in the draw, how many got tickets.
pub fn outcome(shown: &Shown, drawn: &Drawn) -> impl IntoView + use<> {
    let Some(mine) = shown.places.iter().find(|place| place.mine) else {
        return view! { <p class="lead">{served(shown)}</p> }.into_any();
    };
    let of = drawn_of(shown);
    let class = if mine.kept > Some(0) { "panel gold" } else { "panel" };
    let next_time = counts_next_time(shown)
        .then(|| view! { <p>"You missed out this time; that counts in your favor next time."</p> });
    view! {
        <section class=class aria-label="Your result">
            <p class="outcome">{headline(mine, of, shown.cut)}</p>
            {next_time}
            <p class="small">{reason(mine, drawn, of)}</p>
            {override_of(mine).map(|text| view! { <p class="small user-text">{text}</p> })}
            <p class="small"><a href="#me">"See my place"</a></p>
        </section>
    }
    .into_any()
}

/// "23 of 60 people got tickets."
fn served(shown: &Shown) -> String {
    let got = shown.places.iter().filter(|place| place.kept > Some(0)).count();
    format!("{} of {} got tickets.", words::grouped(got as u64), words::people(shown.places.len() as u64))
}

/// What came of it, in one line.
fn headline(mine: &Place, of: usize, cut: Option<Cut>) -> String {
    match (mine.kept, mine.why) {
        (None, _) if mine.removed.is_some() => "The organizer removed your request.".to_owned(),
        (None, _) => "You withdrew your request.".to_owned(),
        (Some(0), _) if mine.drawn > 0 => words::none_now().to_owned(),
        (Some(0), Some(why)) => {
            let below = cut.filter(|cut| why.rank > cut.after);
            format!(
                "You: place\u{a0}{} of {}. {}",
                words::grouped(why.rank as u64),
                words::grouped(of as u64),
                ran_out(below)
            )
        }
        (Some(0), None) => "No tickets this time.".to_owned(),
        (Some(kept), _) => words::got(kept, &mine.accepted),
    }
}

/// Where tickets ran out before it was the turn of someone below.
fn ran_out(cut: Option<Cut>) -> String {
    let Some(cut) = cut else { return "No tickets this time.".to_owned() };
    let after = words::grouped(cut.after as u64);
    match (cut.none_left, cut.since) {
        (true, false) => format!("Tickets ran out at place\u{a0}{after}."),
        (true, true) => format!("In the draw, tickets ran out at place\u{a0}{after}."),
        (false, false) => format!("After place\u{a0}{after}, too few tickets were left."),
        (false, true) => format!("In the draw, too few tickets were left after place\u{a0}{after}."),
    }
}

/// Why, without what the line above says already.
fn reason(mine: &Place, drawn: &Drawn, of: usize) -> String {
    match fate(mine, drawn.rule.fill, of) {
        None => SET_BY_HAND.to_owned(),
        Some(fate) if mine.kept == Some(mine.drawn) && fate.given == 0 => match words::limit_of(&fate) {
            Some(limit) => format!("{limit} {}", words::because(&fate)),
            None => words::because(&fate),
        },
        Some(fate) if mine.kept == Some(mine.drawn) && fate.missed.is_none() => words::place_in_order(&fate),
        Some(fate) => words::fate(&fate),
    }
}

/// Whether the viewer got nothing of a short event that was drawn by season.
fn counts_next_time(shown: &Shown) -> bool {
    let by_season = shown.draws.last().is_some_and(|drawn| drawn.rule.order.uses_season());
    by_season && shown.past.is_some_and(|past| past.kept == 0 && past.counts())
}
