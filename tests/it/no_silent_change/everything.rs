//! One property over everything an organizer or an admin can do to an event, in every state: what Bram knows changes only
//! with a letter to Bram.

use ticket_pool::{
    domain::{event::EventStatus, ids::EventId},
    server::{
        auth::Actor,
        db::{events, requests, seasons},
    },
};

use super::{
    acts::{MOVES, make},
    states::{STATES, in_state},
};
use crate::harness::Town;

/// What someone knows of an event: what they were told, what they asked for, what they are owed. A first result that is only
/// on the site takes nothing back of that. Who asks no more knows of their request alone.
async fn known(town: &Town, number: EventId, who: &Actor) -> String {
    let c = town.site.db.read();
    let event = events::find(c, number).await.unwrap().unwrap();
    let request = requests::find(c, number, who.person).await.unwrap().unwrap();
    let status = event.status_at(town.now());
    let shown = if status == EventStatus::Finalized { request.allocated } else { request.told };
    let theirs = format!(
        "{:?} {:?} {} {:?} {:?}",
        request.tiers,
        request.note,
        request.since,
        request.withdrawn_at.is_some(),
        if request.withdrawn_at.is_some() { request.told } else { request.told.and(shown) },
    );
    if request.withdrawn_at.is_some() {
        return theirs;
    }
    let season = match event.season() {
        Some(season) => seasons::name(c, season).await.unwrap(),
        None => String::new(),
    };
    let seen_by = (event.shows_before, event.shows_after);
    // Deleting what is canceled takes nothing more away.
    let gone = event.deleted_at.is_some() || status == EventStatus::Canceled;
    let stands = (gone, status == EventStatus::Open);
    format!("{} {:?} {} {season} {seen_by:?} {stands:?} | {theirs}", event.name, event.schedule, event.tickets)
}

/// How many letters to someone about an event were ever written.
async fn letters(town: &Town, number: EventId, who: &Actor) -> i64 {
    town.count("outbox", &format!("event_id = {number} AND user_id = {}", who.person)).await
}

both! {
    async fn what_someone_knows_changes_only_with_a_letter_to_them(town: Town) {
        let mut silent = Vec::new();
        let (mut told, mut refused) = (0, 0);
        for state in STATES {
            for this in MOVES {
                let number = in_state(&town, state).await;
                // They read what was told of it: what is taken back before it leaves is told to nobody.
                town.post().await;
                let before = (known(&town, number, &town.bram).await, letters(&town, number, &town.bram).await);
                let done = make(&town, number, this).await;
                let after = (known(&town, number, &town.bram).await, letters(&town, number, &town.bram).await);
                match (before.0 == after.0, before.1 == after.1) {
                    (false, true) => silent.push(format!("{state:?}, {this:?}: {} became {}", before.0, after.0)),
                    (false, false) => told += 1,
                    (true, _) => refused += u32::from(done.is_err()),
                }
            }
        }
        assert!(silent.is_empty(), "{} silent:\n{}", silent.len(), silent.join("\n"));
        assert!(told >= 60, "the moves do something: {told} told, {refused} refused");
    }
}
