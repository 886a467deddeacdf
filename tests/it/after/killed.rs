//! The real program, killed while people give tickets back, answer, and take: nothing that was answered is lost, nothing is offered
//! twice. `script/faults` does this a hundred times.

mod moments;
mod program;

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use ticket_pool::{
    domain::{event::EventForm, ids::EventId},
    server::{
        auth::Actor,
        chance::{Chance, SeededChance},
        clock::{Clock, StandingClock, SystemClock},
        db::after::OfferStatus,
        services::event,
    },
};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

use self::{
    moments::{Moment, happened},
    program::{Door, Program},
};
use super::histories::WISHES;
use crate::harness::{Browser, Town, event_form};

/// How often it is killed; `TICKET_POOL_KILLS` says another number.
fn kills() -> usize {
    std::env::var("TICKET_POOL_KILLS").map_or(4, |kills| kills.parse().unwrap())
}

/// What someone did at the moment it was killed.
struct Told {
    /// The entry of the ledger that it would make; they have made no such before.
    trace: String,
    /// Whether they were told that it is done; `None`: nobody answered.
    said: Option<bool>,
}

/// What came of all rounds.
#[derive(Default)]
struct Tally {
    done: usize,
    refused: usize,
    cut_off: usize,
    /// Of those cut off, the ones that were done nevertheless.
    done_unsaid: usize,
    lost: usize,
    twice: usize,
    not_whole: Vec<String>,
    entries: i64,
    offers: i64,
}

/// One who takes part: who they are, and the browser they are signed in with.
type Guest = (Actor, Browser);

/// An event that began some days ago: everyone was told what they have, some have given back, something is offered or lies on the
/// table. What nobody answered by now is due as soon as the program starts.
async fn some_days_in(town: &mut Town, chance: &SeededChance, people: &[Guest]) -> EventId {
    let now = SystemClock.now();
    let past = now - TimeDelta::hours(i64::try_from(below(chance, 90)).unwrap()) - TimeDelta::hours(1);
    town.clock = Arc::new(StandingClock::at(past));
    town.site.clock = town.clock.clone();
    let local = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M").to_string();
    let (starts, closes) = (local(now + TimeDelta::days(14)), local(now + TimeDelta::days(12)));
    let tickets = (4 + below(chance, 7)).to_string();
    let form = EventForm { starts, closes, tickets, ..event_form("Rovers v United") };
    let event = event::create(&town.site, &town.otto, &form).await.unwrap();
    let asks: Vec<(&Actor, &[u32])> =
        people.iter().map(|(who, _)| (who, WISHES[below(chance, WISHES.len())])).collect();
    town.settle_in_turn(event, &asks).await;
    for (who, _) in people {
        let held = town.request(event, who).await.allocated.unwrap_or(0);
        if held > 0 && below(chance, 3) == 0 {
            town.returned(event, who, held).await;
        }
    }
    event
}

fn below(chance: &SeededChance, count: usize) -> usize {
    let [low, high, ..] = chance.bytes();
    usize::from(u16::from_le_bytes([low, high])) % count
}

/// A form that someone is about to send: what it would make, whose browser, where to, and what is in it.
type Sent = (String, Browser, &'static str, Vec<(&'static str, String)>);

/// Everyone does something at once.
async fn all_at_once(
    town: &Town,
    event: EventId,
    people: &[Guest],
    door: &Door,
    chance: &SeededChance,
) -> JoinSet<Told> {
    let mut forms: Vec<Sent> = Vec::new();
    let now = town.event(event).await;
    for (who, browser) in people {
        let held = town.request(event, who).await.allocated.unwrap_or(0);
        let offer = town.offered(event, who).await.filter(|offer| offer.status == OfferStatus::Open);
        let of_event = ("event", event.to_string());
        let (what, path, fields) = match offer {
            Some(offer) => {
                let how = if below(chance, 3) == 0 { "decline" } else { "take" };
                (how, "/api/after/answer", vec![of_event, ("offer", offer.id.to_string()), ("how", how.to_owned())])
            }
            None if now.after.on_table > 0 && held < 4 && below(chance, 2) == 0 => {
                ("claim", "/api/after/claim", vec![of_event, ("number", "1".to_owned())])
            }
            None if held > 0
                && town
                    .count("holdings", &format!("event_id = {event} AND user_id = {} AND returned > 0", who.person))
                    .await
                    == 0 =>
            {
                let number = (1 + below(chance, usize::try_from(held).unwrap())).to_string();
                ("return", "/api/after/give-back", vec![of_event, ("number", number)])
            }
            None => continue,
        };
        let trace = format!("event_id = {event} AND user_id = {} AND what = '{what}'", who.person);
        forms.push((trace, browser.clone(), path, fields));
    }
    let mut all = JoinSet::new();
    for (trace, browser, path, fields) in forms {
        let door = door.clone();
        all.spawn(async move {
            let said = door.post(&browser, path, &fields).await;
            Told { trace, said }
        });
    }
    all
}

/// Lets the minute go by of all that is given back, and waits until nothing is due.
async fn nothing_is_due(town: &Town, event: EventId) {
    let began = Instant::now();
    a_minute_goes_by(town, event).await;
    let due = format!("SELECT COUNT(*) FROM events WHERE id = {event} AND after_due_at <= created_at");
    while town.number(&due).await + town.count("returns", &format!("event_id = {event}")).await > 0 {
        assert!(began.elapsed() < Duration::from_mins(1), "what is due does not happen");
        sleep(Duration::from_millis(20)).await;
    }
}

/// Makes everything due that is given back, and has the event looked at.
async fn a_minute_goes_by(town: &Town, event: EventId) {
    town.force(&format!("UPDATE returns SET settles_at = made_at WHERE event_id = {event}")).await.unwrap();
    town.force(&format!("UPDATE events SET after_due_at = created_at WHERE id = {event}")).await.unwrap();
}

impl Tally {
    /// Looks at what is stored, and at what people were told.
    async fn count(&mut self, town: &Town, event: EventId, told: &[Told]) {
        self.not_whole.extend(town.not_whole(event).await);
        for Told { trace, said } in told {
            let found = town.count("after_entries", trace).await;
            match said {
                Some(true) => self.done += 1,
                Some(false) => self.refused += 1,
                None => self.cut_off += 1,
            }
            self.lost += usize::from(*said == Some(true) && found == 0);
            self.done_unsaid += usize::from(said.is_none() && found == 1);
            self.twice += usize::from(found > 1);
        }
        self.entries += town.count("after_entries", &format!("event_id = {event}")).await;
        self.offers += town.count("offers", &format!("event_id = {event}")).await;
    }

    fn row(&self, database: &str, rounds: usize) -> String {
        format!(
            "| {database} | {rounds} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            self.done,
            self.refused,
            self.cut_off,
            self.done_unsaid,
            self.entries,
            self.offers,
            self.lost,
            self.twice,
            self.not_whole.len()
        )
    }
}

const HEADS: &str =
    "| Database | Kills | Done | Refused | Cut off | of these done | Entries | Offers | Lost | Twice | Not whole |";

both! {
    async fn killed_at_any_moment_it_loses_no_return_and_offers_nothing_twice(town: Town) {
        let mut town = town;
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
        let now = SystemClock.now();
        town.clock = Arc::new(StandingClock::at(now));
        town.site.clock = town.clock.clone();
        let mut people = Vec::new();
        for name in ["Cleo", "Dev", "Eli", "Fay", "Gus", "Hana"] {
            let who = town.newcomer(name).await;
            people.push((who.clone(), town.browser_of(&who).await));
        }
        let chance = SeededChance::new(23);
        let mut tally = Tally::default();
        for round in 0..kills() {
            let moment = Moment::ALL[round / 2 % Moment::ALL.len()];
            let event = some_days_in(&mut town, &chance, &people).await;
            let luck = f64::from(u32::try_from(below(&chance, 1_000)).unwrap()) / 1_000.0;
            let mut program = Program::start(&town, folder.path()).await;
            let told = if round % 2 == 0 {
                // While people do something.
                moment.prepare(&town).await;
                let before = happened(&town).await;
                let all = all_at_once(&town, event, &people, &program.door(&town), &chance).await;
                moment.come(&town, before, luck).await;
                program.kill();
                all.join_all().await
            } else {
                // While what they did has its consequences.
                let told = all_at_once(&town, event, &people, &program.door(&town), &chance).await.join_all().await;
                program.kill();
                moment.prepare(&town).await;
                a_minute_goes_by(&town, event).await;
                let before = happened(&town).await;
                program = Program::start(&town, folder.path()).await;
                moment.come(&town, before, luck).await;
                program.kill();
                told
            };
            moment.clear(&town).await;
            program = Program::start(&town, folder.path()).await;
            nothing_is_due(&town, event).await;
            tally.count(&town, event, &told).await;
            program.kill();
            assert!(tally.not_whole.is_empty(), "round {round}, {moment:?}: {}", tally.not_whole.join("\n"));
        }
        println!("{HEADS}\n|---|{}", "---:|".repeat(10));
        println!("{}", tally.row(&format!("{:?}", town.site.db.backend()), kills()));
        assert_eq!((tally.lost, tally.twice), (0, 0));
        assert!(tally.done + tally.cut_off > 0, "they do something");
    }
}
