use ticket_pool::{
    domain::message::Topic,
    server::{
        auth::{Actor, OffLink},
        db::people,
        services::person,
    },
};

use super::{Call, Form, Stage, Who, fields};
use crate::signing_in::code_in;

impl Stage {
    /// What someone changes about their own account. A change of address is under way where one is confirmed or canceled.
    pub(super) async fn about_the_account(&self, call: Call, who: Who) -> Form {
        let new = format!("{who:?}.elsewhere@example.org").to_lowercase();
        match call {
            Call::AskForAddress => fields(&[("email", &new)]),
            Call::CancelAddress => {
                self.mailed_address_code(who, &new).await;
                Form::new()
            }
            Call::ConfirmAddress => {
                let code = self.mailed_address_code(who, &new).await;
                fields(&[("email", &new), ("code", &code)])
            }
            Call::SetLanguage => fields(&[("language", "de")]),
            Call::ChooseEmails => fields(&[("kind", "closing-soon"), ("season", "1"), ("on", "")]),
            _ => fields(&[("zone", "Asia/Kolkata")]),
        }
    }

    /// The code that came to a new address of theirs.
    async fn mailed_address_code(&self, who: Who, new: &str) -> String {
        let Some(actor) = self.actor(who) else { return "1234 5678".to_owned() };
        self.town.post().await;
        // Others let time go by: that is asked only of who signed in a short while ago.
        let actor = Actor { signed_in_at: self.town.now(), ..actor.clone() };
        person::ask_address(&self.town.site, &actor, new).await.unwrap();
        let letters = self.town.post().await;
        code_in(&letters.iter().find(|letter| letter.to_address == new).unwrap().text)
    }

    /// The link at the foot of an email to someone new.
    pub(super) async fn off_link(&self) -> String {
        let town = &self.town;
        let name = format!("Una{}", town.count("users", "1 = 1").await);
        let una = town.newcomer(&name).await;
        let person = people::find(town.site.db.read(), una.person).await.unwrap().unwrap();
        OffLink::new(person.id, &person.public_id, Topic::NewEvent).token(&town.site.settings, &*town.site.chance)
    }

    /// A link that takes a change of address back, of someone new.
    pub(super) async fn way_back(&self) -> String {
        let town = &self.town;
        let name = format!("Uma{}", town.count("address_undos", "1 = 1").await);
        let (uma, new) = (town.newcomer(&name).await, format!("{name}@example.net").to_lowercase());
        town.post().await;
        person::ask_address(&town.site, &uma, &new).await.unwrap();
        let letters = town.post().await;
        let code = code_in(&letters.iter().find(|letter| letter.to_address == new).unwrap().text);
        person::confirm_address(&town.site, &uma, &code).await.unwrap();
        let letters = town.post().await;
        let letter = letters.iter().find(|letter| letter.to_address == uma.email).unwrap();
        let (_, rest) = letter.text.split_once("/undo-address/").unwrap();
        rest.lines().next().unwrap().to_owned()
    }
}
