//! What becomes of tickets after the result. Whoever sends the form has something to give back, or is offered something.

use ::allocation::{Fill, Order, Rule};
use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::EventId,
    server::{
        auth::{Actor, OfferLink},
        db::{
            after::{self, Offer, OfferStatus},
            people,
        },
        services::{after as service, allocation::Telling, draft::forms::HandOnForm},
    },
};

use super::{Call, Form, Stage, Who, fields};

/// First come, first served, each as much as they want.
const IN_TURN: Rule = Rule { order: Order::FirstCome, fill: Fill::Straight };

impl Stage {
    pub(super) async fn about_tickets(&self, call: Call, who: Who) -> Form {
        let (asha, bram) = (&self.town.asha, &self.town.bram);
        let theirs = self.actor(who).unwrap_or(asha);
        let person = bram.person.to_string();
        match call {
            Call::SetAfter => {
                let event = self.shared(self.town.match_day().await).await;
                let version = self.town.event(event).await.version.to_string();
                let typed = [("version", &*version), ("hand_on", "free"), ("guests", "optional")];
                about(event, &typed)
            }
            Call::HandOut => {
                let event = self.shared(self.town.finalized_match().await).await;
                let whose = format!("line-{}", asha.person);
                about(event, &[(&*whose, "Row 5, seats 1–4")])
            }
            Call::GiveBack => about(self.given(&[theirs]).await, &[("number", "1")]),
            Call::GiveBackOfBram => {
                let event = self.given(&[bram]).await;
                about(event, &[("person", &person), ("number", "1"), ("reason", "Bram is ill.")])
            }
            Call::KeepTickets => about(self.giving_back(theirs, theirs).await, &[]),
            Call::KeepOfBram => about(self.giving_back(&self.town.otto, bram).await, &[("person", &person)]),
            Call::AnswerOffer => {
                let offer = self.offer_to(theirs, bram).await;
                about(offer.event, &[("offer", &offer.id.to_string()), ("how", "take")])
            }
            Call::AnswerOfferBehind => fields(&[("token", &self.offer_link().await), ("how", "take"), ("shown", "0")]),
            Call::ClaimTickets => {
                // Nobody is in line: what Bram gives back is there for whoever comes first.
                let event = self.given(&[bram]).await;
                self.gave_back(event, bram).await;
                about(event, &[("number", "1")])
            }
            Call::RecallOffer => {
                let offer = self.offer_to(bram, asha).await;
                about(offer.event, &[("offer", &offer.id.to_string()), ("reason", "The seats are needed.")])
            }
            Call::GiveTickets => {
                let fields = [("person", &*person), ("number", "1"), ("reason", "He helps."), ("seen", "0")];
                about(self.given(&[bram]).await, &fields)
            }
            Call::OfferByHand => {
                let asha = asha.person.to_string();
                about(self.free_by_hand().await, &[("person", &*asha), ("reason", "She asked first.")])
            }
            Call::OpenTable => about(self.free_by_hand().await, &[]),
            Call::SetTickets => about(self.given(&[bram]).await, &[("tickets", "6")]),
            other => panic!("{other:?} is not about tickets"),
        }
    }

    /// Handing on: whoever sends the form has something to hand on, or runs the event on which Bram asks to.
    pub(super) async fn about_handing_on(&self, call: Call, who: Who) -> Form {
        let (asha, bram) = (&self.town.asha, &self.town.bram);
        let theirs = self.actor(who).unwrap_or(asha);
        let person = bram.person.to_string();
        match call {
            Call::HandOn => {
                let event = self.handable(theirs, "free").await;
                about(event, &[("number", "1"), ("email", &bram.email), ("line", "Have fun!")])
            }
            Call::KeepHanding => about(self.handing(theirs, bram).await, &[]),
            Call::ConfirmHanding => about(self.handing(bram, asha).await, &[("person", &person)]),
            Call::DeclineHanding => {
                let event = self.handing(bram, asha).await;
                about(event, &[("person", &person), ("reason", "Names are printed.")])
            }
            other => panic!("{other:?} is not about handing on"),
        }
    }

    /// An event for which someone has tickets that can be handed on.
    async fn handable(&self, whose: &Actor, how: &str) -> EventId {
        let event = self.given(&[whose]).await;
        self.town.force(&format!("UPDATE events SET hand_on = '{how}' WHERE id = {event}")).await.unwrap();
        // The same people try it again and again here.
        self.town.force("DELETE FROM limits").await.unwrap();
        event
    }

    /// An event for which someone asks to hand one on.
    async fn handing(&self, from: &Actor, to: &Actor) -> EventId {
        let event = self.handable(from, "confirm").await;
        let typed =
            HandOnForm { number: "1".into(), email: to.email.clone(), line: String::new(), once: String::new() };
        service::hand_on(&self.town.site, from, event, &typed).await.unwrap();
        event
    }

    /// An event of Otto's and Carla's that was drawn: who comes first has 4 of its 5 tickets; who comes second has 1, and would
    /// take 3.
    pub(super) async fn given(&self, people: &[&Actor]) -> EventId {
        let town = &self.town;
        let event = self.shared(town.match_day().await).await;
        for (who, tiers) in people.iter().zip([&[4][..], &[3, 1]]) {
            town.ask(event, who, tiers).await.unwrap();
            town.wait(TimeDelta::minutes(1));
        }
        town.close(event).await;
        town.draw(event, IN_TURN, "").await.unwrap();
        town.put_draw(event).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        event
    }

    /// An event for which someone gives back two, and could still take that back.
    async fn giving_back(&self, by: &Actor, who: &Actor) -> EventId {
        let event = self.given(&[who]).await;
        service::give_back(&self.town.site, by, (event, who.person), ("2", "By phone.", "")).await.unwrap();
        event
    }

    /// An event of Otto's and Carla's that was allocated by hand, to which Bram gave two tickets back.
    async fn free_by_hand(&self) -> EventId {
        let event = self.shared(self.town.finalized_match().await).await;
        self.gave_back(event, &self.town.bram).await;
        event
    }

    /// Two of someone's tickets are given back for good.
    async fn gave_back(&self, event: EventId, who: &Actor) {
        service::give_back(&self.town.site, who, (event, who.person), ("2", "", "")).await.unwrap();
        self.town.wait(service::UNDO);
        service::catch_up(&self.town.site).await.unwrap();
    }

    /// Two tickets that `giver` gave back are offered to someone.
    async fn offer_to(&self, who: &Actor, giver: &Actor) -> Offer {
        let event = self.given(&[giver, who]).await;
        self.gave_back(event, giver).await;
        let offers = after::offers_of(self.town.site.db.read(), event, Some(who.person)).await.unwrap();
        offers.into_iter().find(|offer| offer.status == OfferStatus::Open).unwrap()
    }

    /// What the link of an offer to Bram holds.
    async fn offer_link(&self) -> String {
        let (site, bram) = (&self.town.site, &self.town.bram);
        let offer = self.offer_to(bram, &self.town.asha).await;
        let person = people::find(site.db.read(), bram.person).await.unwrap().unwrap();
        OfferLink::new(offer.id, person.id, &person.public_id).token(&site.settings, &*site.chance)
    }
}

pub(super) fn about(event: EventId, more: &[(&str, &str)]) -> Form {
    [fields(&[("event", &event.to_string())]), fields(more)].concat()
}
