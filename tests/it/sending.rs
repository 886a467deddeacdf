//! Mail that goes out, whatever happens to the way, to the pace, or to whoever sends it.

mod killed;
mod late_sign_in;
mod outages;
mod pace;
mod rate;
mod relay;
mod ses;
mod several;
mod smtp;

use ticket_pool::{
    domain::{ids::PersonId, message::Kind},
    server::db::outbox::{self, NewMessage},
};

use crate::harness::Town;

impl Town {
    /// Writes so many messages of the same content to someone, that nobody sits there and waits for.
    async fn write_to(&self, person: PersonId, name: &str, messages: usize) {
        let message = |number| NewMessage {
            kind: Kind::Test,
            waited_for: false,
            dedupe_key: format!("{name}:{number}"),
            person: Some(person),
            event: None,
            attempt: None,
            payload: serde_json::json!({}),
            due_at: None,
        };
        let tx = self.site.db.write_tx().await.unwrap();
        outbox::insert(&tx, (0..messages).map(message), self.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// How many messages stand like this.
    async fn standing(&self, status: &str) -> i64 {
        self.count("outbox", &format!("status = '{status}'")).await
    }
}
