use catalog::admin as say;
use leptos::prelude::*;

use super::number;
use crate::{components::chart::spark, server::services::dashboard::Dashboard, words};

/// The four numbers to begin with.
pub(super) fn tiles(seen: &Dashboard) -> impl IntoView + use<> {
    let counts = &seen.counts;
    let tickets = seen.seasons.iter().find(|season| season.tickets > 0).map(|season| {
        view! {
            <div class="stat">
                <b>{number(season.given)}</b>
                <span class="user-text">{say::tickets(season.tickets, words::season_name(season.season.name.clone()))}</span>
            </div>
        }
    });
    let sent: Vec<u64> = counts.days.iter().map(|day| day.sent).collect();
    let mails = if counts.failed > 0 { say::mails_failed(counts.failed) } else { say::mails().to_owned() };
    view! {
        <div class="panel stats chart">
            <div class="stat"><b>{number(counts.people)}</b><span>{say::active()}</span>{spark(&counts.by_week)}</div>
            <div class="stat"><b>{number(counts.requests)}</b><span>{say::requests()}</span></div>
            {tickets}
            <div class="stat"><b>{number(counts.sent)}</b><span>{mails}</span>{spark(&sent)}</div>
        </div>
    }
}
