//! Signing in by mailed link, sessions, and who may still come in.

mod admins;
mod at_the_door;
mod links;
mod sessions;
mod set_up;

use ticket_pool::{
    domain::person::Email,
    server::{
        auth::{Actor, Secret},
        services::{
            Done,
            set_up::command_link,
            sign_in::{self, Asked, Browser, SignedIn},
        },
    },
};

use crate::harness::Town;

/// The token in the link of a mail.
fn token_in(text: &str) -> String {
    let (_, rest) = text.split_once("/sign-in/link/").expect("a link in the mail");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

impl Town {
    /// Somebody asks for a link and gets it by mail: their browser's binding, and the token.
    async fn mailed_link(&self, who: &Actor) -> (Asked, String) {
        self.post().await;
        let asked = sign_in::ask(&self.site, &who.email, "/").await.unwrap();
        let letters = self.post().await;
        let letter = letters.iter().rfind(|letter| letter.to_address == who.email).expect("a letter");
        (asked, token_in(&letter.text))
    }

    /// Presses the button behind a link, in a browser that has never been here.
    async fn redeem(&self, token: &str) -> Done<SignedIn> {
        sign_in::redeem(&self.site, token, Browser::default()).await
    }

    /// A session of somebody's.
    async fn session_of(&self, who: &Actor) -> Secret {
        let token = command_link(&self.site, &Email::parse(&who.email).unwrap()).await.unwrap();
        self.redeem(token.expose()).await.unwrap().session
    }

    /// Who the site takes the holder of a session for.
    async fn holder(&self, session: &Secret) -> Option<Actor> {
        sign_in::identify(&self.site, session).await.unwrap()
    }
}
