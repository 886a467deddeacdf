use catalog::{decimal, season as say};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::{day, tenths};
use crate::{
    components::{Dots, chart::table},
    paths,
    server::{db::season_people::SeasonPerson, services::season::Overview},
};

/// The viewer's own numbers: how it went, what counts next time, and their latest events.
pub(super) fn own(seen: &Overview, now: DateTime<Utc>) -> AnyView {
    if seen.count == 0 {
        return ().into_any();
    }
    let Some(person) = &seen.own else {
        let organizes = seen.everyone.is_some();
        return (!organizes).then(|| view! { <p class="muted">{say::own_nothing()}</p> }).into_any();
    };
    let so_far = person.so_far;
    let rows = seen.latest.iter().rev().filter_map(|id| {
        let told = seen.told.get(&(person.id, *id))?;
        let event = seen.events.iter().find(|event| event.id == *id)?;
        let name = view! { <a class="user-text" href=paths::event(*id)>{event.name.clone()}</a> };
        let numbers = [told.wanted, told.got].map(|number| catalog::number(number.into()).into_any());
        let [wanted, got] = numbers;
        Some([name.into_any(), day(event, now).into_any(), wanted, got])
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::event(), say::date(), say::wanted(), say::got()];
    view! {
        <section class="chart panel" aria-labelledby="own">
            <h2 id="own">{say::own()}</h2>
            <p class="num"><b>{say::own_went(so_far.asked, so_far.got)}</b></p>
            <p><Dots got=person.recent.clone()/></p>
            <p class="num">{standing(person)}</p>
            {(person.unused > 0).then(|| view! { <p class="small muted num">{say::own_not_used(person.unused, person.noted)}</p> })}
            {table(titles, rows)}
        </section>
    }
    .into_any()
}

/// How far ahead or behind they are, and what that does next time.
fn standing(person: &SeasonPerson) -> String {
    let standing = person.so_far.standing;
    let entries = u64::from(standing.slips().get());
    let behind = standing.balance.get();
    let (first, next) = match (tenths(behind), behind > 0) {
        (0, _) => (say::own_even().to_owned(), say::own_next_plain(entries)),
        (by, true) => (say::own_behind(decimal(by)), say::own_next(entries)),
        (by, false) => (say::own_ahead(decimal(by)), say::own_next_plain(entries)),
    };
    format!("{first} {next}")
}
