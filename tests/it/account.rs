//! One's own account: another address, a zone, a language, what is stored about one.

mod address;
mod by_admin;
mod codes;
mod data;
mod ended;
mod languages;
mod races;
mod recently;
mod taken;
mod undo;
mod zones;

use ticket_pool::server::{auth::Actor, services::person};

use crate::{
    harness::{Answer, Browser, Town},
    signing_in::code_in,
};

/// Where one's address is changed: `ask`, `confirm`, `cancel`.
fn at(step: &str) -> String {
    format!("/api/account/address/{step}")
}

impl Town {
    /// Someone asks for another address: the code that came there, if an email did.
    pub async fn asks_for_address(&self, who: &Actor, new: &str) -> Option<String> {
        self.post().await;
        person::ask_address(&self.site, who, new).await.unwrap();
        let letters = self.post().await;
        letters.iter().find(|letter| letter.to_address == new).map(|letter| code_in(&letter.text))
    }

    /// The address someone has now.
    async fn address_of(&self, who: &Actor) -> String {
        let rows = self.rows(&format!("SELECT email FROM users WHERE id = {}", who.person)).await;
        rows[0]["email"].as_str().unwrap().to_owned()
    }

    /// Why the messages of a kind were not sent, the first written first.
    async fn skipped(&self, kind: &str) -> Vec<String> {
        let sql = format!("SELECT reason FROM outbox WHERE kind = '{kind}' AND status = 'skipped' ORDER BY id");
        self.rows(&sql).await.iter().map(|row| row["reason"].as_str().unwrap().to_owned()).collect()
    }
}

/// Asks for another address on the account page.
async fn ask(browser: &mut Browser, new: &str) -> Answer {
    browser.post(&at("ask"), &[("email", new)]).await
}

/// Enters a code on the account page that waits for one.
async fn confirm(browser: &mut Browser, new: &str, code: &str) -> Answer {
    browser.post(&at("confirm"), &[("email", new), ("code", code)]).await
}
