//! What people do, in few words.

use std::sync::Mutex;

use ::allocation::{Record, Rule};
use ticket_pool::{
    domain::{
        board::{BoardForm, key},
        draw::{DrawForm, rule_key},
        event::{EventForm, EventStatus},
        ids::{EventId, RequestId},
        person::{PersonForm, Role},
        request::RequestForm,
    },
    server::{
        auth::Actor,
        db::{events, requests},
        mail::{Begun, Letter, Transport, TransportError},
        services::{
            Done,
            allocation::{self, Finalizing, Saved, Telling},
            draw, event, request,
        },
        worker,
    },
};

use super::Town;

/// A match in two weeks with five tickets, four at most a request; requests close two days before. Its draws wait for
/// nothing.
pub fn event_form(name: &str) -> EventForm {
    EventForm {
        name: name.into(),
        starts: "2026-12-06T15:00".into(),
        zone: "Europe/London".into(),
        closes: "2026-12-04T18:00".into(),
        tickets: "5".into(),
        limit: "4".into(),
        randomness: "none".into(),
        ..EventForm::default()
    }
}

/// Someone whose address is their name.
pub fn person_form(name: &str, role: Role) -> PersonForm {
    PersonForm {
        name: name.into(),
        email: format!("{}@example.org", name.to_lowercase()),
        role: role.as_str().into(),
        active: "on".into(),
        version: "0".into(),
    }
}

/// A wish for these numbers, at this version of the request (0: the first).
pub fn wish(tiers: &[u32], version: i32) -> RequestForm {
    RequestForm {
        tiers: tiers.iter().map(u32::to_string).collect(),
        version: version.to_string(),
        ..RequestForm::default()
    }
}

/// A board that gives these numbers to these requests.
pub fn board(version: i32, decisions: &[(RequestId, Option<u32>)]) -> BoardForm {
    let given =
        |&(request, given): &(RequestId, Option<u32>)| (key(request), given.map(|n| n.to_string()).unwrap_or_default());
    BoardForm { version: version.to_string(), amount: decisions.iter().map(given).collect(), ..BoardForm::default() }
}

/// Finalizing from this version of the board, with a reason for whom it changes something.
pub fn finalizing(version: &str) -> Finalizing<'_> {
    Finalizing { version, why: "Counted again.", ..Finalizing::default() }
}

/// What each request of an event is given, in the order of names.
pub async fn amounts(town: &Town, event: EventId) -> Vec<Option<u32>> {
    let requests = requests::of_event(town.site.db.read(), event).await.unwrap();
    requests.iter().map(|request| request.allocated).collect()
}

impl Town {
    /// An event of Otto's with five tickets, open.
    pub async fn match_day(&self) -> EventId {
        event::create(&self.site, &self.otto, &event_form("Rovers v United")).await.unwrap()
    }

    /// The same at another time.
    pub async fn match_day_like(&self, starts: &str, closes: &str) -> EventId {
        let form = EventForm { starts: starts.into(), closes: closes.into(), ..event_form("Rovers v City") };
        event::create(&self.site, &self.otto, &form).await.unwrap()
    }

    /// Otto changes how many tickets there are.
    pub async fn set_tickets(&self, number: EventId, tickets: u32) {
        let version = self.event(number).await.version.to_string();
        let form = EventForm { tickets: tickets.to_string(), version, ..event_form("Rovers v United") };
        event::edit(&self.site, &self.otto, number, &form).await.unwrap();
    }

    /// Asks for oneself, first or again.
    pub async fn ask(&self, event: EventId, who: &Actor, tiers: &[u32]) -> Done {
        let before = requests::find(self.site.db.read(), event, who.person).await?;
        let version = before.map_or(0, |before| before.version);
        request::save(&self.site, who, event, who.person, &wish(tiers, version)).await
    }

    /// Otto's event, closed, for which Asha would take 4, or 2, and Bram 3, or 1.
    pub async fn closed_match(&self) -> EventId {
        self.closed_match_like(&event_form("Rovers v United")).await
    }

    /// The same, of an event like this one.
    pub async fn closed_match_like(&self, form: &EventForm) -> EventId {
        let event = event::create(&self.site, &self.otto, form).await.unwrap();
        self.ask(event, &self.asha, &[4, 2]).await.unwrap();
        self.ask(event, &self.bram, &[3, 1]).await.unwrap();
        self.close(event).await;
        event
    }

    /// The same, but Bram asked a minute after Asha.
    pub async fn closed_in_turn(&self) -> EventId {
        let event = self.match_day().await;
        self.ask(event, &self.asha, &[4, 2]).await.unwrap();
        self.wait(chrono::TimeDelta::minutes(1));
        self.ask(event, &self.bram, &[3, 1]).await.unwrap();
        self.close(event).await;
        event
    }

    /// Otto closes requests, and everyone has the letter that says so.
    pub async fn close(&self, event: EventId) {
        event::close(&self.site, &self.otto, event).await.unwrap();
        self.post().await;
    }

    /// As [`Town::closed_match`], allocated (2 to Asha, 3 to Bram) and finalized, everyone told.
    pub async fn finalized_match(&self) -> EventId {
        let event = self.closed_match().await;
        self.give(event, &[(&self.asha, Some(2)), (&self.bram, Some(3))]).await.unwrap();
        self.finalize(event, Telling::Changed).await.unwrap();
        event
    }

    /// Otto's draft at the board's present version.
    pub async fn give(&self, event: EventId, gives: &[(&Actor, Option<u32>)]) -> Done<Saved> {
        let mut numbers = Vec::new();
        for (who, given) in gives {
            numbers.push((self.request(event, who).await.id, *given));
        }
        allocation::save(&self.site, &self.otto, event, &board(self.event(event).await.board_version, &numbers)).await
    }

    /// Otto finalizes what he sees; says how many are told.
    pub async fn finalize(&self, event: EventId, telling: Telling) -> Done<usize> {
        let version = self.event(event).await.board_version.to_string();
        allocation::finalize(&self.site, &self.otto, event, Finalizing { telling, ..finalizing(&version) }).await
    }

    /// Otto draws by this rule at the board's present version; the reason is for a further draw.
    pub async fn draw(&self, event: EventId, rule: Rule, reason: &str) -> Done<u32> {
        let version = self.event(event).await.board_version.to_string();
        let form = DrawForm { version, rule: rule_key(rule), reason: reason.into(), ..DrawForm::default() };
        Ok(draw::make(&self.site, &self.otto, event, &form).await?.number())
    }

    /// Otto puts the draw on the board.
    pub async fn put_draw(&self, event: EventId) -> Done<i32> {
        let version = self.event(event).await.board_version.to_string();
        draw::put(&self.site, &self.otto, event, &version).await
    }

    /// A record of a draw, read, as Otto downloads it.
    pub async fn record(&self, event: EventId, number: i32) -> Record {
        let text = draw::record(&self.site, &self.otto, event, number).await.unwrap();
        Record::read_with(text.as_bytes(), &self.site.beacon.chain).unwrap()
    }

    /// An event as stored.
    pub async fn event(&self, number: EventId) -> events::Event {
        events::find(self.site.db.read(), number).await.unwrap().unwrap()
    }

    /// Where an event stands now.
    pub async fn status(&self, number: EventId) -> EventStatus {
        self.event(number).await.status_at(self.now())
    }

    /// Someone's request as stored.
    pub async fn request(&self, event: EventId, who: &Actor) -> requests::Request {
        requests::find(self.site.db.read(), event, who.person).await.unwrap().unwrap()
    }

    /// Sends all mail that waits, also what waits a little for what may follow.
    pub async fn post(&self) -> Vec<Letter> {
        let hurry = "UPDATE outbox SET due_at = created_at WHERE kind = 'event-changed' AND status = 'waiting'";
        self.force(hurry).await.unwrap();
        self.post_due().await
    }

    /// Sends the mail that is due.
    pub async fn post_due(&self) -> Vec<Letter> {
        let bag = Mailbag::default();
        while worker::deliver_due(&self.site, &bag).await.unwrap() > 0 {}
        bag.0.into_inner().unwrap()
    }
}

/// A transport that keeps every letter.
#[derive(Default)]
pub struct Mailbag(Mutex<Vec<Letter>>);

impl Transport for Mailbag {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let letter = letter.clone();
        Ok(Box::pin(async move {
            self.0.lock().unwrap().push(letter);
            Ok("kept".into())
        }))
    }
}
