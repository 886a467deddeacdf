use std::collections::HashMap;

use crate::{
    domain::{
        event::EventStatus,
        ids::{EventId, PersonId},
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            door::{self, Holder},
            events::Event,
            guests::{self, ByTicket},
        },
        names::{Keys, Needle, needles},
        services::{Done, event, look},
        site::Site,
    },
};

/// The list for the door.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that is so of it or not")]
pub struct Door {
    pub event: Event,
    /// What is shown of it, by name.
    pub expected: Vec<Expected>,
    /// What all of it comes to.
    pub totals: Totals,
    /// Whether who came can be noted now.
    pub is_open: bool,
    /// Whether names of guests can be changed now, for those who run the event.
    pub takes_names: bool,
    /// Whether there is no name of a guest any more, since the event has long been over.
    pub names_removed: bool,
    /// Whether whoever looks may read addresses.
    pub lists: bool,
}

/// Someone who has tickets, with whom they name.
#[derive(Clone, Debug)]
pub struct Expected {
    pub holder: Holder,
    pub guests: ByTicket,
}

/// What the list for the door comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub people: u64,
    pub tickets: u64,
    /// Tickets that were used.
    pub came: u64,
    /// Tickets that were not.
    pub unused: u64,
    /// Tickets of which nobody said.
    pub unsaid: u64,
}

impl Totals {
    fn of(expected: &[Expected]) -> Self {
        let mut totals = Self::default();
        for Expected { holder, .. } in expected {
            let held = u64::from(holder.held);
            totals.people += 1;
            totals.tickets += held;
            match holder.came.map(u64::from) {
                Some(came) => {
                    totals.came += came;
                    totals.unused += held.saturating_sub(came);
                }
                None => totals.unsaid += held,
            }
        }
        totals
    }
}

impl Expected {
    /// Whether every word that is looked for is in the holder's name, or in that of one guest.
    fn is_found(&self, words: &[Needle]) -> bool {
        let has = |name: &str| {
            let key = Keys::of(name).search;
            words.iter().all(|word| word.is_in(&key))
        };
        has(&self.holder.name) || self.guests.values().any(|guest| has(&guest.name))
    }
}

/// Who is expected at a final event, for who runs it: everyone with tickets, or those in whose name, or in the name of whose
/// guest, `search` is. Three statements.
///
/// # Errors
/// An event that is not theirs, or not final.
pub async fn door(site: &Site, actor: &Actor, id: EventId, search: &str) -> Done<Door> {
    let event = event::find_to_edit(site, actor, id).await?;
    let (c, now) = (site.db.read(), site.now());
    match event.status_at(now) {
        EventStatus::Finalized => {}
        EventStatus::Canceled => return Err(Obstacle::Canceled.into()),
        EventStatus::Open | EventStatus::Closed => return Err(Obstacle::NotFinalized.into()),
    }
    let over = event.door_closes_at() <= now;
    let mut guests = if over { HashMap::new() } else { guests::of_event(c, id).await? };
    let mut of = |person: PersonId| guests.remove(&person).unwrap_or_default();
    let holders = door::holders(c, id).await?;
    let mut expected: Vec<Expected> =
        holders.into_iter().map(|holder| Expected { guests: of(holder.person), holder }).collect();
    let totals = Totals::of(&expected);
    let words = needles(search);
    expected.retain(|one| one.is_found(&words));
    Ok(Door {
        is_open: event.door_is_open(now),
        takes_names: event.asks_for_guests() && !over,
        names_removed: event.asks_for_guests() && over,
        lists: look::may(site, actor, Action::ListPeople),
        event,
        expected,
        totals,
    })
}
