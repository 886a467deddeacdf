//! Seasons: what counts in them, and who may say so.

mod attacks;
mod made_up;
mod page;
mod rights;
mod seen;
mod stewards;

use ticket_pool::{
    domain::{
        event::EventForm,
        ids::{EventId, SeasonId},
        person::Role,
    },
    server::{
        auth::Actor,
        db::{
            requests,
            standings::{self, Whose},
        },
        services::{
            allocation::{self, Finalizing, Telling},
            event, person,
        },
    },
};

use crate::harness::{Town, board, event_form, finalizing, person_form};

/// The season that is there from the beginning; Otto and Olga keep it.
const GENERAL: SeasonId = SeasonId::new(1);

/// An organizer who keeps no season.
async fn carla(town: &Town) -> Actor {
    person::add(&town.site, &town.dana, &person_form("Carla", Role::Organizer)).await.unwrap();
    town.actor("Carla").await
}

/// The form of an event that is to count there.
fn in_season(season: &str) -> EventForm {
    EventForm { season: season.into(), limit: "10".into(), ..event_form("Sham") }
}

/// Closes an event as whoever runs it, gives these numbers, and finalizes it.
async fn finish(town: &Town, by: &Actor, number: EventId, gives: &[(&Actor, u32)], telling: Telling) {
    let site = &town.site;
    event::close(site, by, number).await.unwrap();
    let mut decisions = Vec::new();
    for (who, amount) in gives {
        decisions.push((town.request(number, who).await.id, Some(*amount)));
    }
    allocation::save(site, by, number, &board(town.event(number).await.board_version, &decisions)).await.unwrap();
    let version = town.event(number).await.board_version.to_string();
    let how = Finalizing { telling, ..finalizing(&version) };
    allocation::finalize(site, by, number, how).await.unwrap();
    assert_eq!(requests::of_event(site.db.read(), number).await.unwrap().len(), gives.len());
}

/// What a season remembers of someone: entries in the next draw, and thousandths of a ticket behind.
pub async fn remembered(town: &Town, season: SeasonId, who: &Actor) -> (u8, i64) {
    let all = standings::of_season(town.site.db.read(), (season, EventId::new(0)), Whose::Person(who.person));
    let standing = all.await.unwrap().get(&who.person).copied().unwrap_or_default().standing;
    (standing.slips().get(), standing.balance.get())
}
