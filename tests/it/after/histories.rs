//! Made-up histories of what becomes of tickets: after every step the ledger leads to what the database says, and there are never
//! more tickets than there are.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    ops::Range,
};

use allocation::{Label, after::Ledger};
use chrono::TimeDelta;
use ticket_pool::{
    domain::{ids::EventId, person::Role},
    server::{
        auth::Actor,
        chance::{Chance, SeededChance},
        db::{
            after::{self, Holding, OfferStatus},
            settle::Recount,
        },
        services::{
            after::{self as service, Answer},
            allocation::Telling,
            draft::forms::GiveForm,
            draw::event_label,
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
const WISHES: [&[u32]; 6] = [&[4, 2], &[3, 1], &[2], &[4, 3, 2, 1], &[1], &[3, 2]];

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

    /// What is not as it should be.
    async fn wrong(&self) -> Vec<String> {
        let (town, event) = (&self.town, self.event);
        let c = town.site.db.read();
        let now = town.event(event).await;
        let mut wrong = Vec::new();
        let held = now.demand.given;
        if held + u64::from(now.after.offered + now.after.on_table) > u64::from(now.tickets) {
            wrong.push(format!("{held} held, {:?} of {}", now.after, now.tickets));
        }
        let mut ledger = Ledger::new(&event_label(&now).unwrap(), Some(&town.record(event, 1).await.draw));
        let mut people: BTreeMap<Label, _> = BTreeMap::new();
        for stored in after::entries(c, event, 1).await.unwrap() {
            if let (Some(label), Some(person)) = (&stored.entry.fields.label, stored.person) {
                people.insert(label.clone(), person);
            }
            if let Err(why) = ledger.replay(stored.entry) {
                wrong.push(format!("the ledger: {why}"));
            }
        }
        let course = ledger.course();
        if course.is_running() && (course.offered(), course.table()) != (now.after.offered, now.after.on_table) {
            wrong.push(format!("offered, on the table: {:?}", now.after));
        }
        let mut open = BTreeSet::new();
        for (label, holder) in course.people() {
            let person = people[label];
            let allocated = format!(
                "SELECT CAST(COALESCE(allocated, 0) AS BIGINT) FROM requests WHERE event_id = {event} AND user_id = {person}"
            );
            if town.number(&allocated).await != i64::from(holder.held) {
                wrong.push(format!("{person} has another number than {}", holder.held));
            }
            let kept = after::of_person(c, event, person).await.unwrap();
            let expected = Holding {
                given: holder.given,
                accepted: holder.accepted,
                returned: holder.returned,
                passed: holder.passed,
                late: holder.late,
                handed: holder.handed,
                received: holder.received,
            };
            if course.is_running() && kept != Some(expected) {
                wrong.push(format!("{person}: {kept:?}, not {expected:?}"));
            }
            open.extend(holder.offer.map(|offer| (person, offer.number, offer.until)));
        }
        let offers = town.all_offers(event).await;
        let stand: BTreeSet<_> = offers
            .iter()
            .filter(|offer| offer.status == OfferStatus::Open)
            .map(|offer| (offer.person, offer.number, offer.until.timestamp_millis()))
            .collect();
        if stand != open {
            wrong.push(format!("open offers: {stand:?}, not {open:?}"));
        }
        for offer in offers {
            let named = format!(
                "SELECT COUNT(*) FROM request_tiers t JOIN requests r ON r.id = t.request_id \
                 WHERE r.event_id = {event} AND r.user_id = {} AND t.amount = {}",
                offer.person, offer.would_have
            );
            if town.number(&named).await != 1 {
                wrong.push(format!("{} was offered what they never named: {}", offer.person, offer.would_have));
            }
        }
        wrong
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
                let wrong = history.wrong().await;
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
