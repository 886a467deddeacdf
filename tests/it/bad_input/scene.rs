use ticket_pool::{
    domain::ids::EventId,
    server::{
        auth::{Actor, Secret},
        db::setup_links,
        services::{allocation::Telling, event},
    },
};

use crate::harness::{Browser, Town, event_form};

/// Events in every state, and someone who is gone.
pub struct Scene {
    pub town: Town,
    /// Asha asks for 2 or 1 of it.
    pub open: EventId,
    /// Asha would take 4 or 2, Bram 3 or 1; nothing is decided.
    pub closed: EventId,
    /// The same, all decided.
    pub ready: EventId,
    pub finalized: EventId,
    pub cancelled: EventId,
    /// Open, with a limit of 1,000 a request.
    pub hall: EventId,
    pub gone: Actor,
    /// A set-up link that could still be used.
    pub set_up: String,
    browsers: [Browser; 6],
}

/// Who sends a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Nobody,
    Dana,
    Otto,
    Olga,
    Asha,
    Bram,
}

impl Scene {
    pub async fn set(town: Town) -> Self {
        let gone = town.newcomer("Gone").await;
        town.change(&gone, ticket_pool::domain::person::Role::Member, false).await;
        town.force("INSERT INTO pools (name, created_at) VALUES ('Cup', '2026-11-22 12:00:00+00:00')").await.unwrap();
        let open = town.match_day().await;
        town.ask(open, &town.asha, &[2, 1]).await.unwrap();
        let (closed, ready, cancelled) =
            (town.closed_match().await, town.closed_match().await, town.closed_match().await);
        town.give(ready, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        event::cancel(&town.site, &town.otto, cancelled).await.unwrap();
        let finalized = town.closed_match().await;
        town.give(finalized, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        town.finalize(finalized, Telling::Changed).await.unwrap();
        let mut form = event_form("Hall");
        form.limit = "1000".into();
        let hall = event::create(&town.site, &town.otto, &form).await.unwrap();
        let set_up = offer_set_up(&town).await;
        let browsers = [
            town.browser(),
            town.browser_of(&town.dana).await,
            town.browser_of(&town.otto).await,
            town.browser_of(&town.olga).await,
            town.browser_of(&town.asha).await,
            town.browser_of(&town.bram).await,
        ];
        Self { town, open, closed, ready, finalized, cancelled, hall, gone, set_up, browsers }
    }

    /// Their browser.
    pub fn browser(&self, who: Who) -> Browser {
        self.browsers[who as usize].clone()
    }
}

/// A link that only an empty town would get.
async fn offer_set_up(town: &Town) -> String {
    let token = Secret::new(&*town.site.chance);
    let tx = town.site.db.write_tx().await.unwrap();
    setup_links::replace(&tx, token.hash(), town.now(), town.now() + chrono::TimeDelta::minutes(30)).await.unwrap();
    tx.commit().await.unwrap();
    token.expose().to_owned()
}
