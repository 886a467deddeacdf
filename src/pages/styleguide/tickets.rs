use allocation::Tiers;
use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;

use super::sample;
use crate::{
    components::{Dots, Meter, Stub, Ticket, cover},
    domain::{
        event::{EventStatus, Visibility},
        ids::{EventId, SeasonId},
        schedule::{Schedule, Zone},
    },
    server::db::summaries::{Mine, Summary},
    words,
};

/// Sunday, November 22, 2026, noon UTC.
const NOON: i64 = 1_795_348_800;

pub fn tickets() -> impl IntoView {
    let now = DateTime::from_timestamp(NOON, 0).unwrap_or_default();
    let asked = |given: Option<u32>| mine(given);
    let states = [
        event("Rovers v United", EventStatus::Open, (14, 9), None, now),
        event("Requests close today", EventStatus::Open, (14, 0), None, now),
        event("Asked already", EventStatus::Open, (14, 9), asked(None), now),
        event("Waiting for the draw", EventStatus::Closed, (14, -1), asked(None), now),
        Summary { runs: true, ..event("Ready to allocate", EventStatus::Closed, (14, -1), None, now) },
        event("Got the first choice", EventStatus::Finalized, (5, -4), asked(Some(4)), now),
        event("Got another number", EventStatus::Finalized, (5, -4), asked(Some(2)), now),
        event("Went without", EventStatus::Finalized, (-5, -9), asked(Some(0)), now),
        event("Does not take place", EventStatus::Canceled, (5, -4), asked(None), now),
        event(
            "Maximiliane Wolkenstein-Trostburg liest aus ihrem Gesamtwerk, dritter Abend שלום",
            EventStatus::Open,
            (400, 300),
            None,
            now,
        ),
    ];
    let elsewhere = Zone(chrono_tz::Asia::Kolkata);
    let zone_of = |event: &Summary| if event.mine.is_some() { event.schedule.zone } else { elsewhere };
    let cards = states.map(|event| {
        let zone = zone_of(&event);
        view! { <Ticket event=event now=now zone=zone/> }
    });
    sample("Tickets", view! { <div class="grid">{cards.into_iter().collect_view()}</div> })
}

/// The pictures of events: a color a season, a pattern a name.
pub fn covers() -> impl IntoView {
    let names = ["Rovers v United", "Finals", "Lions vs. Bears", "India v Australia", "Händel: Messiah", "Nutcracker"];
    let covers = (0..).zip(names).map(|(season, name)| cover(name, Some(SeasonId::new(season))));
    sample("Covers", view! { <div class="stack">{covers.collect_view()}</div> })
}

/// A result: the ticket of whoever has one, and why there is none.
pub fn results() -> impl IntoView {
    let at = DateTime::from_timestamp(NOON, 0).unwrap_or_default() + TimeDelta::days(14);
    let zone = Zone(chrono_tz::Europe::London);
    sample(
        "Results",
        view! {
            <article class="ticket needs won">
                <Stub at=at zone=zone><span class="admits num">{catalog::event::admits(2)}</span></Stub>
                <div class="body">
                    <p class="outcome num">"You got 2 tickets."</p>
                    <p class="small muted"><b class="user-text">"Rovers v United"</b><br/>{words::when(at, zone)}</p>
                    <p class="note user-text lines">"Pick them up at the desk."</p>
                </div>
            </article>
            <div class="panel">
                <p class="outcome num">"No tickets this time."</p>
                <p>"You were #5 of 5. Tickets ran out at #4."</p>
                <svg class="cutline" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="all" y="2" width="100" height="8"></rect>
                    <rect class="got" y="2" width="80" height="8"></rect>
                    <line x1="80" x2="80" y2="12"></line>
                    <rect class="me" x="90" width="1.5" height="12"></rect>
                </svg>
            </div>
        },
    )
}

pub fn meters() -> impl IntoView {
    let bars = [(0, 40), (12, 40), (40, 40), (96, 40), (100_000, 1)];
    let bars = bars.map(|(requested, tickets)| {
        view! { <Meter requested=requested tickets=tickets/><Meter requested=requested tickets=tickets tall=true/> }
    });
    sample(
        "Demand against supply",
        view! {
            <div class="panel stack">
                {bars.into_iter().collect_view()}
                <p><Dots got=vec![true, false, true, true, false]/></p>
            </div>
        },
    )
}

fn mine(allocated: Option<u32>) -> Option<Mine> {
    Tiers::from_set([4, 2]).ok().map(|tiers| Mine {
        tiers,
        asked: true,
        allocated,
        told: allocated,
        reason: String::new(),
        moved: false,
        offered: None,
        unnamed: None,
    })
}

fn event(
    name: &str,
    status: EventStatus,
    (days, closes): (i64, i64),
    mine: Option<Mine>,
    now: DateTime<Utc>,
) -> Summary {
    let closes_at = now + TimeDelta::days(closes) + TimeDelta::hours(6);
    Summary {
        id: EventId::new(1),
        name: name.to_owned(),
        season: Some("General".to_owned()),
        schedule: Schedule {
            starts_at: now + TimeDelta::days(days) + TimeDelta::hours(7),
            closes_at: Some(closes_at),
            zone: Zone(chrono_tz::Europe::London),
        },
        status,
        tickets: 40,
        finalized_at: None,
        shows_before: Visibility::Numbers,
        was_finalized: status == EventStatus::Finalized,
        runs: false,
        people: 41,
        requested: 96,
        allocated: 36,
        undecided: 3,
        handings: 0,
        mine,
    }
}
