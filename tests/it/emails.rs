//! What goes out, and never too much: what people can turn off, what everyone is told, what the clock reminds of.

mod brought;
mod choices;
mod clock;
mod held_up;
mod invited;
mod moved;
mod one_tap;
mod overtaken;
mod quiet;
mod reminders;

use ticket_pool::{
    domain::{ids::EventId, message::Topic},
    server::{
        auth::{Actor, OffLink},
        db::people,
        mail::Letter,
        services::{event, remind::remind},
    },
};

use crate::harness::Town;

impl Town {
    /// Otto has everyone told of an event; the letters that leave.
    async fn invites(&self, event: EventId) -> Vec<Letter> {
        self.post().await;
        event::invite(&self.site, &self.otto, event).await.unwrap();
        self.post().await
    }

    /// The link at the foot of an email to someone.
    pub async fn off_link_of(&self, who: &Actor, topic: Topic) -> String {
        let person = people::find(self.site.db.read(), who.person).await.unwrap().unwrap();
        OffLink::new(person.id, &person.public_id, topic).token(&self.site.settings, &*self.site.chance)
    }

    /// The clock is looked at; the letters that leave.
    async fn reminds(&self) -> Vec<Letter> {
        remind(&self.site).await.unwrap();
        self.post().await
    }

    /// Why messages of a kind were not sent.
    async fn left_out(&self, kind: &str) -> Vec<String> {
        let sql = format!("SELECT reason FROM outbox WHERE kind = '{kind}' AND status = 'skipped' ORDER BY id");
        self.rows(&sql).await.iter().map(|row| row["reason"].as_str().unwrap().to_owned()).collect()
    }

    /// How many topics are turned off, by anyone.
    async fn turned_off(&self) -> i64 {
        self.count("emails_off", "1 = 1").await
    }
}

/// To whom letters go, in the order of their addresses.
fn receivers(letters: &[Letter]) -> Vec<&str> {
    let mut all: Vec<&str> = letters.iter().map(|letter| letter.to_address.as_str()).collect();
    all.sort_unstable();
    all
}

/// The token of the link at the foot of a letter.
fn token_in(letter: &Letter) -> String {
    let (_, rest) = letter.text.split_once("/emails/").expect("a link at the foot");
    rest.lines().next().unwrap().to_owned()
}
