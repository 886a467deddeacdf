//! Who uses tickets. Whoever sends the form has some, for an event that asks for names and begins in an hour.

use chrono::TimeDelta;
use ticket_pool::domain::ids::EventId;

use super::{Call, Form, Stage, Who, tickets::about};
use crate::harness::Town;

impl Stage {
    pub(super) async fn about_guests(&self, call: Call, who: Who) -> Form {
        let bram = &self.town.bram;
        let person = bram.person.to_string();
        match call {
            Call::NameGuests => {
                let theirs = self.actor(who).unwrap_or(&self.town.asha);
                let event = asking(&self.town, self.given(&[theirs]).await).await;
                about(event, &[("name[t1]", "Mira"), ("note[t1]", "vegetarian")])
            }
            Call::NameGuestsOfBram => {
                let event = asking(&self.town, self.given(&[bram]).await).await;
                about(event, &[("person", &person), ("name[t1]", "Mira"), ("note[t1]", "vegetarian")])
            }
            Call::NoteCame => {
                let event = soon(&self.town, self.given(&[bram]).await).await;
                about(event, &[("person", &person), ("number", "1")])
            }
            other => panic!("{other:?} is not about guests"),
        }
    }
}

/// The event asks for the names of guests.
async fn asking(town: &Town, event: EventId) -> EventId {
    town.force(&format!("UPDATE events SET guests = 'optional' WHERE id = {event}")).await.unwrap();
    event
}

/// The event begins in an hour.
async fn soon(town: &Town, event: EventId) -> EventId {
    let starts_at = (town.now() + TimeDelta::hours(1)).format("%Y-%m-%d %H:%M:%S+00:00");
    town.force(&format!("UPDATE events SET starts_at = '{starts_at}', closes_at = NULL WHERE id = {event}"))
        .await
        .unwrap();
    event
}
