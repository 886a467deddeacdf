use catalog::season as say;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::{
    day,
    share::{apart, leaf, range},
    times,
};
use crate::{
    paths,
    server::{
        db::season_people::Told,
        services::season::{Everyone, Overview},
    },
};

/// What each of the latest events gave each of the people who are listed: a table that is its own picture. Only where there is
/// room for it; on a phone the dots beside the names stand for it.
pub(super) fn grid(seen: &Overview, now: DateTime<Utc>) -> AnyView {
    match &seen.everyone {
        Some(everyone) if !seen.latest.is_empty() && !everyone.people.is_empty() => {
            whole(seen, everyone, now).into_any()
        }
        _ => ().into_any(),
    }
}

fn whole(seen: &Overview, everyone: &Everyone, now: DateTime<Utc>) -> impl IntoView + use<> {
    let events: Vec<_> = seen.latest.iter().filter_map(|id| seen.events.iter().find(|event| event.id == *id)).collect();
    let heads = events.iter().map(|event| {
        let title = format!("{}, {}", event.name, say::demand(times(event)));
        view! { <th scope="col"><a class="user-text" href=paths::event(event.id) title=title>{day(event, now)}</a></th> }
    });
    let heads = heads.collect_view();
    let apart = apart(&everyone.people, everyone.lists);
    let rows = everyone.listed().iter().map(|person| {
        let cells = events.iter().map(|event| {
            let (class, text) = mark(seen.told.get(&(person.id, event.id)).copied());
            view! { <td class=class>{text}</td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row"><span class="user-text">{apart.named(&person.name, &person.email)}</span></th>{cells}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="chart panel desk-only" aria-labelledby="grid">
            <h2 id="grid">{say::grid()}</h2>
            <p class="small muted">{say::grid_reads()}</p>
            <p class="small muted">{range(everyone)}</p>
            <table class="matrix">
                <thead><tr><th scope="col">{say::person()}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {leaf(seen, everyone)}
        </section>
    }
}

/// How a cell looks, and what it says.
fn mark(told: Option<Told>) -> (&'static str, String) {
    match told {
        None => ("", "–".to_owned()),
        Some(Told { got: 0, .. }) => ("out", "0".to_owned()),
        Some(Told { wanted, got }) if got >= wanted => ("first", catalog::number(got.into())),
        Some(Told { got, .. }) => ("other", catalog::number(got.into())),
    }
}
