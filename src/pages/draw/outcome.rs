use catalog::draw as say;
use leptos::prelude::*;

use super::{
    order::drawn_of,
    place::{fate, override_of},
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
    let next_time = (!mine.moved && counts_next_time(shown)).then(|| view! { <p>{say::next_time()}</p> });
    view! {
        <section class=class aria-label=say::your_result()>
            <p class="outcome">{headline(mine, of, shown.cut)}</p>
            {next_time}
            <p class="small">{reason(mine, drawn, of)}</p>
            {override_of(mine).map(|text| view! { <p class="small user-text">{text}</p> })}
            <p class="small"><a href="#me">{say::see_my_place()}</a></p>
        </section>
    }
    .into_any()
}

/// "23 of 60 people got tickets." What they gave back or took since does not count.
fn served(shown: &Shown) -> String {
    let got = |place: &&Place| if place.moved { place.drawn > 0 } else { place.kept > Some(0) };
    let got = shown.places.iter().filter(got).count();
    say::served(got, shown.places.len())
}

/// What came of it, in one line.
fn headline(mine: &Place, of: usize, cut: Option<Cut>) -> String {
    match (mine.kept, mine.why) {
        (None, _) if mine.removed.is_some() => say::you_removed().to_owned(),
        (None, _) => say::you_withdrew().to_owned(),
        (Some(kept), _) if mine.moved => catalog::after::have(kept),
        (Some(0), _) if mine.taken_back => words::none_now().to_owned(),
        (Some(0), _) if mine.drawn > 0 => say::you_none().to_owned(),
        (Some(0), Some(why)) => at_place(why.rank, of, cut.filter(|cut| why.rank > cut.after)),
        (Some(0), None) => say::you_none().to_owned(),
        (Some(kept), _) => words::got(kept, &mine.accepted),
    }
}

/// Someone's place, and where tickets ran out before it was their turn.
fn at_place(rank: usize, of: usize, cut: Option<Cut>) -> String {
    let Some(cut) = cut else { return say::your_place(rank, of) };
    match (cut.none_left, cut.since) {
        (true, false) => say::your_place_ran_out(rank, of, cut.after),
        (true, true) => say::your_place_ran_out_draw(rank, of, cut.after),
        (false, false) => say::your_place_too_few(rank, of, cut.after),
        (false, true) => say::your_place_too_few_draw(rank, of, cut.after),
    }
}

/// Why, without what the line above says already.
fn reason(mine: &Place, drawn: &Drawn, of: usize) -> String {
    match fate(mine, drawn.rule.fill, of) {
        None => say::set_by_hand().to_owned(),
        Some(fate) if mine.kept == Some(mine.drawn) && fate.given == 0 => match words::limit_of(&fate) {
            Some(limit) => format!("{limit} {}", words::because(&fate)),
            None => words::because(&fate),
        },
        // What the draw gave stands in the next line, where it is not what they have.
        Some(fate) if fate.given > 0 && (mine.kept != Some(mine.drawn) || fate.missed.is_none()) => {
            words::place_in_order(&fate)
        }
        Some(fate) => words::fate(&fate),
    }
}

/// Whether the viewer got nothing of a short event that was drawn by season.
fn counts_next_time(shown: &Shown) -> bool {
    let by_season = shown.draws.last().is_some_and(|drawn| drawn.rule.order.uses_season());
    by_season && shown.past.is_some_and(|past| past.kept == 0 && past.counts())
}
