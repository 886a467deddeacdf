//! After the result: tickets come back and go to whose turn it is.

mod again;
mod answering;
mod at_once;
mod by_hand;
mod clocks;
mod condition;
mod counting;
mod door;
mod ending;
mod erasing;
mod giving;
pub mod guests;
mod hand_on;
mod hand_on_at_once;
mod hand_on_confirmed;
mod hand_on_counts;
mod hand_on_told;
mod handouts;
mod histories;
mod honest;
mod killed;
mod languages;
mod line;
mod links;
mod overlapping;
mod own_data;
mod recalling;
mod reopening;
mod returning;
mod scanners;
mod season;
mod settings;
mod standing_still;
mod statements;
mod summary;
mod table;
mod tickets;
mod told;
mod unused;
mod whole;

use allocation::{Fill, Order, Rule};
use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::EventId,
    server::{
        auth::Actor,
        db::after::{self, Offer, OfferStatus},
        services::{after as service, allocation::Telling},
    },
};

use crate::harness::Town;

/// First come, first served, each as much as they want: everyone knows who is next.
const IN_TURN: Rule = Rule { order: Order::FirstCome, fill: Fill::Straight };

impl Town {
    /// Five tickets: Asha, who came first, has 4 of 4 or 2; Bram, who came second, 1 of 3 or 1; Olga, who came last, none of 2.
    /// Everyone was told.
    pub async fn settled_match(&self) -> EventId {
        let event = self.match_day().await;
        self.settle_in_turn(event, &[(&self.asha, &[4, 2]), (&self.bram, &[3, 1]), (&self.olga, &[2])]).await;
        event
    }

    /// They ask in this order, first come, first served; everyone is told.
    async fn settle_in_turn(&self, event: EventId, asks: &[(&Actor, &[u32])]) {
        for (who, tiers) in asks {
            self.ask(event, who, tiers).await.unwrap();
            self.wait(TimeDelta::minutes(1));
        }
        self.close(event).await;
        self.draw(event, IN_TURN, "").await.unwrap();
        self.put_draw(event).await.unwrap();
        self.finalize(event, Telling::Changed).await.unwrap();
        self.post().await;
    }

    /// Someone gives so many back, and the minute to undo it goes by.
    pub async fn returned(&self, event: EventId, who: &Actor, number: u32) {
        service::give_back(&self.site, who, (event, who.person), (&number.to_string(), "", "")).await.unwrap();
        self.wait(service::UNDO);
        service::catch_up(&self.site).await.unwrap();
    }

    /// What is offered to someone.
    async fn offered(&self, event: EventId, who: &Actor) -> Option<Offer> {
        let offers = after::offers_of(self.site.db.read(), event, Some(who.person)).await.unwrap();
        offers.into_iter().find(|offer| offer.status == OfferStatus::Open)
    }

    /// Everything that was ever offered for an event, oldest first.
    async fn all_offers(&self, event: EventId) -> Vec<Offer> {
        after::offers_of(self.site.db.read(), event, None).await.unwrap()
    }

    /// What Asha, Bram, and Olga have.
    async fn held(&self, event: EventId) -> [u32; 3] {
        let mut held = [0; 3];
        for (held, who) in held.iter_mut().zip([&self.asha, &self.bram, &self.olga]) {
            *held = self.request(event, who).await.allocated.unwrap();
        }
        held
    }
}
