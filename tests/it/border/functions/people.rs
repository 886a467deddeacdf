use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Email,
    server::{
        auth::Secret,
        db::{people, setup_links},
        services::set_up,
    },
};

use super::{Call, Form, Stage, Who, fields};
use crate::{harness::Browser, signing_in::code_in};

impl Stage {
    pub(super) async fn about_people(&self, call: Call, who: Who) -> Form {
        let town = &self.town;
        let bram = town.bram.person.to_string();
        match call {
            Call::Rename => fields(&[("name", "Somebody else")]),
            Call::EndOneDevice => fields(&[("device", &self.other_device(who).await)]),
            Call::EndOtherDevices | Call::EndAllDevices => Form::new(),
            Call::AddPerson => {
                let address = format!("cleo{}@example.org", town.count("users", "1 = 1").await);
                fields(&[("name", "Cleo"), ("email", &address), ("role", "member")])
            }
            Call::EditPerson => {
                let now = people::find(town.site.db.read(), town.bram.person).await.unwrap().unwrap();
                let version = now.version.to_string();
                let details =
                    [("name", "Abraham"), ("email", "bram@example.org"), ("role", "member"), ("active", "on")];
                [fields(&[("person", &bram), ("version", &version)]), fields(&details)].concat()
            }
            Call::LookAtImport | Call::ImportPeople => {
                let rows = format!("Cleo,cleo{}@example.org", town.count("users", "1 = 1").await);
                fields(&[("rows", &rows), ("welcome", "on")])
            }
            Call::SignSomebodyOut | Call::SendLink => fields(&[("person", &bram)]),
            Call::TestMessage => fields(&[("page", "settings")]),
            Call::SetAlarms => fields(&[("on", "on")]),
            Call::SendAllAgain => {
                self.failed_message().await;
                fields(&[("reason", "no such mailbox")])
            }
            _ => fields(&[("message", &self.failed_message().await)]),
        }
    }

    /// The session of another browser of theirs.
    async fn other_device(&self, who: Who) -> String {
        let Some(actor) = self.actor(who) else { return "1".to_owned() };
        self.town.browser_of(actor).await;
        let latest = format!("SELECT id FROM sessions WHERE user_id = {} ORDER BY id DESC LIMIT 1", actor.person);
        self.town.rows(&latest).await[0]["id"].to_string()
    }

    /// A message about an event that Otto and Carla run.
    async fn failed_message(&self) -> String {
        let number = self.shared(self.town.finalized_match().await).await;
        let of_event = format!("SELECT id FROM outbox WHERE event_id = {number} ORDER BY id LIMIT 1");
        let first = self.town.rows(&of_event).await[0]["id"].to_string();
        let fails = format!("UPDATE outbox SET status = 'failed', reason = 'no such mailbox' WHERE id = {first}");
        self.town.force(&fails).await.unwrap();
        first
    }

    pub(super) async fn at_the_door(&self, call: Call, browser: &mut Browser) -> Form {
        match call {
            Call::SetUp => {
                let token = self.setup_link().await;
                fields(&[("token", &token), ("name", "Fay"), ("email", "fay@example.org")])
            }
            Call::AskForLink => fields(&[("email", "asha@example.org"), ("next", "/events")]),
            Call::RedeemCode => fields(&[("code", &self.mailed_code(browser).await)]),
            Call::RedeemLink => {
                let bram = Email::parse("bram@example.org").unwrap();
                let token = set_up::command_link(&self.town.site, &bram).await.unwrap();
                fields(&[("token", token.expose())])
            }
            Call::ChooseEmailsBehind => {
                let token = self.off_link().await;
                fields(&[("token", &token), ("kind", "coming-up"), ("season", "1"), ("on", "")])
            }
            Call::UndoAddress => fields(&[("token", &self.way_back().await)]),
            _ => Form::new(),
        }
    }

    /// A code of Bram's that this browser asked for.
    async fn mailed_code(&self, browser: &mut Browser) -> String {
        self.town.post().await;
        let asked = browser.post("/api/sign-in/ask", &[("email", "bram@example.org")]).await;
        assert_eq!(asked.location(), "/sign-in/check-mail");
        let letters = self.town.post().await;
        code_in(&letters.iter().rfind(|letter| letter.to_address == "bram@example.org").unwrap().text)
    }

    /// A link that only an empty town would get.
    async fn setup_link(&self) -> String {
        let (site, now) = (&self.town.site, self.town.now());
        let token = Secret::new(&*site.chance);
        let tx = site.db.write_tx().await.unwrap();
        setup_links::replace(&tx, token.hash(), now, now + TimeDelta::minutes(30)).await.unwrap();
        tx.commit().await.unwrap();
        token.expose().to_owned()
    }
}
