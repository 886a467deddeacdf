//! Signing in by mailed link, sessions, and who may still come in.

mod admins;
mod at_the_door;
pub mod codes;
mod devices;
mod limits;
mod links;
mod scanners;
mod sent_by_admin;
mod sessions;
mod set_up;
mod unbound;

use ticket_pool::{
    domain::person::Email,
    server::{
        auth::{Actor, Client, Secret},
        services::{
            Done,
            set_up::command_link,
            sign_in::{self, Browser, LinkAsked, SignedIn},
        },
    },
};

use crate::harness::Town;

/// The token in the link of an email.
pub fn token_in(text: &str) -> String {
    let (_, rest) = text.split_once("/sign-in/link/").expect("a link in the mail");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

/// The code on a line of its own in an email: `1234 5678`.
pub fn code_in(text: &str) -> String {
    let digits = |line: &str| line.bytes().filter(u8::is_ascii_digit).count();
    let code = text.lines().find(|line| line.len() == 9 && digits(line) == 8 && line.as_bytes()[4] == b' ');
    code.expect("a code in the mail").to_owned()
}

/// A browser that has never been here, at an address.
pub fn browser_at(address: &str) -> Browser {
    Browser { client: Client::of(address.parse().unwrap()), ..Browser::default() }
}

/// What came with one email, and the browser's binding.
pub struct Pair {
    pub asked: LinkAsked,
    pub token: String,
    pub code: String,
}

impl Pair {
    /// The browser that asked.
    pub fn asker(&self) -> Browser {
        Browser { binding: Some(self.asked.binding.clone()), ..Browser::default() }
    }
}

impl Town {
    /// Someone asks for a link and gets it by email: their browser's binding, and the token.
    pub async fn mailed_link(&self, who: &Actor) -> (LinkAsked, String) {
        let pair = self.mailed_pair(who, &Browser::default()).await;
        (pair.asked, pair.token)
    }

    /// Someone asks with a browser and gets link and code by email.
    pub async fn mailed_pair(&self, who: &Actor, browser: &Browser) -> Pair {
        self.post().await;
        let asked = sign_in::ask(&self.site, &who.email, "/", browser).await.unwrap();
        let letters = self.post().await;
        let letter = letters.iter().rfind(|letter| letter.to_address == who.email).expect("a letter");
        Pair { asked, token: token_in(&letter.text), code: code_in(&letter.text) }
    }

    /// Presses the button behind a link, in a browser that has never been here.
    pub async fn redeem(&self, token: &str) -> Done<SignedIn> {
        sign_in::redeem(&self.site, token, "", &Browser::default()).await
    }

    /// A session of someone's.
    pub async fn session_of(&self, who: &Actor) -> Secret {
        let token = command_link(&self.site, &Email::parse(&who.email).unwrap()).await.unwrap();
        let session = self.redeem(token.expose()).await.unwrap().session;
        self.leave_out_command_notices().await;
        session
    }

    /// Who the site takes the holder of a session for.
    pub async fn holder(&self, session: &Secret) -> Option<Actor> {
        sign_in::identify(&self.site, session, &Client::default()).await.unwrap()
    }
}
