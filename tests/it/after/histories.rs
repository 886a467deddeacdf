//! Made-up histories of what becomes of tickets: after every step the ledger leads to what the database says, and there are never
//! more tickets than there are.

use std::{fmt::Write, ops::Range};

use chrono::TimeDelta;
use ticket_pool::{
    domain::{ids::EventId, person::Role},
    server::{
        auth::Actor,
        chance::{Chance, SeededChance},
        db::{after::OfferStatus, settle::Recount},
        services::{
            after::{self as service, Answer},
            allocation::Telling,
            draft::forms::GiveForm,
            event, recount,
        },
    },
};

use crate::harness::Town;

/// Which histories are made up; `TICKET_POOL_HISTORIES` names others, as for the seasons in `kept`.
fn histories() -> Range<u64> {
    let named = std::env::var("TICKET_POOL_HISTORIES").unwrap_or_else(|_| "12".to_owned());
    let (from, to) = named.split_once("..").unwrap_or(("0", &named));
    from.parse().unwrap()..to.parse().unwrap()
}

/// What people ask for.
pub const WISHES: [&[u32]; 6] = [&[4, 2], &[3, 1], &[2], &[4, 3, 2, 1], &[1], &[3, 2]];

struct History {
    town: Town,
    chance: SeededChance,
    event: EventId,
    people: Vec<Actor>,
    story: String,
}

impl History {
    fn below(&self, count: usize) -> usize {
        let [low, high, ..] = self.chance.bytes();
        usize::from(u16::from_le_bytes([low, high])) % count
    }

    async fn begin(town: &Town, seed: u64, people: &[Actor]) -> Self {
        let chance = SeededChance::new(seed);
        let event = town.match_day().await;
        let history = Self { town: town.clone(), chance, event, people: people.to_vec(), story: String::new() };
        town.set_tickets(event, u32::try_from(2 + history.below(9)).unwrap()).await;
        let asks: Vec<(&Actor, &[u32])> =
            history.people.iter().map(|who| (who, WISHES[history.below(WISHES.len())])).collect();
        town.settle_in_turn(event, &asks).await;
        history
    }

    /// Something happens, or is refused.
    async fn step(&mut self) {
        let (site, event) = (self.town.site.clone(), self.event);
        let who = self.people[self.below(self.people.len())].clone();
        let held = self.town.request(event, &who).await.allocated.unwrap_or(0);
        let number = (1 + self.below(4)).min(held.max(1) as usize).to_string();
        let what = self.below(18);
        let done = match what {
            0..=2 => service::give_back(&site, &who, (event, who.person), (&number, "", "")).await.is_ok(),
            3 => service::take_back(&site, &who, event, who.person).await.is_ok(),
            4..=6 => {
                let how = if self.below(3) == 0 { Answer::Decline } else { Answer::Take };
                let offers = self.town.all_offers(event).await;
                match offers.iter().find(|offer| offer.status == OfferStatus::Open) {
                    Some(offer) => {
                        let theirs = self.people.iter().find(|who| who.person == offer.person).unwrap();
                        service::answer(&site, theirs, offer.id, how).await.is_ok()
                    }
                    None => false,
                }
            }
            7 | 15 | 16 => service::claim(&site, &who, event, ("1", "")).await.is_ok(),
            8 if self.below(4) == 0 => {
                event::reopen(&site, &self.town.otto, event).await.is_ok()
                    && self.town.finalize(event, Telling::Changed).await.is_ok()
            }
            9 if self.below(3) == 0 => {
                let active = self.below(2) == 0;
                self.town.change(&who, Role::Member, active).await;
                active
            }
            12 => {
                let offers = self.town.all_offers(event).await;
                match offers.iter().find(|offer| offer.status == OfferStatus::Open) {
                    Some(offer) => service::recall(&site, &self.town.otto, (event, offer.id), "Needed.").await.is_ok(),
                    None => false,
                }
            }
            13 => {
                let form =
                    GiveForm { person: who.person.to_string(), number, reason: "Helps.".into(), ..GiveForm::default() };
                let seen = self.town.event(event).await.after.sequence.to_string();
                service::give(&site, &self.town.otto, event, (&form, &seen)).await.is_ok()
            }
            14 if self.below(2) == 0 => {
                let tickets = self.town.event(event).await.tickets + u32::try_from(self.below(5)).unwrap();
                let tickets = tickets.saturating_sub(2).to_string();
                service::set_tickets(&site, &self.town.otto, event, &tickets).await.is_ok()
            }
            _ => {
                let minutes = [1, 1, 1, 30, 240, 1_440][self.below(6)];
                self.town.wait(TimeDelta::minutes(minutes));
                service::catch_up(&site).await.unwrap() > 0
            }
        };
        writeln!(self.story, "{what} {} {held} {done}", who.name).unwrap();
    }
}

both! {
    async fn made_up_histories_lead_to_what_the_ledger_says(town: Town) {
        let mut people = vec![town.asha.clone(), town.bram.clone()];
        for name in ["Cleo", "Dev", "Eli", "Fay"] {
            people.push(town.newcomer(name).await);
        }
        let (mut taken, mut claimed) = (0, 0);
        let noon = town.now();
        for seed in histories() {
            let mut history = History::begin(&town, seed, &people).await;
            for _ in 0..30 {
                history.step().await;
                let wrong = town.not_whole(history.event).await;
                assert!(wrong.is_empty(), "history {seed}: {}\n{}", wrong.join("\n"), history.story);
            }
            taken += town.count("after_entries", "what = 'take'").await;
            claimed += town.count("after_entries", "what = 'claim'").await;
            assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default(), "history {seed}\n{}", history.story);
            for who in &people {
                town.change(who, Role::Member, true).await;
            }
            for table in ["outbox", "events"] {
                town.force(&format!("DELETE FROM {table}")).await.unwrap();
            }
            recount::run(&town.site).await.unwrap();
            town.wait(noon - town.now());
        }
        assert!(taken > 3 && claimed > 0, "they do something: {taken} taken, {claimed} from the table");
    }
}
