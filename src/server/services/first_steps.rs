//! What an admin of a new site still has to do: it follows from what is there.

use super::{Done, look};
use crate::server::{
    auth::{Action, Actor},
    db::first_steps,
    site::Site,
};

/// What is done already. There is an admin: the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    pub email: EmailStep,
    pub people: bool,
    pub event: bool,
}

/// How far it is known that emails arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailStep {
    /// None leave: they are printed where the program runs.
    Off,
    Untested,
    /// A test email was handed over.
    Tested,
}

impl Steps {
    /// How many there are, the first admin's account among them.
    pub const ALL: usize = 4;

    /// How many are done, the first admin's account among them.
    pub fn done(&self) -> usize {
        1 + [self.email == EmailStep::Tested, self.people, self.event].into_iter().filter(|done| *done).count()
    }

    /// Whether there is nothing left to say. Someone may want no emails, so that is no reason to go on asking.
    pub fn are_taken(&self) -> bool {
        self.people && self.event && self.email != EmailStep::Untested
    }
}

/// What is done of the first steps, for an admin. One statement.
pub async fn read(site: &Site, actor: &Actor) -> Done<Steps> {
    look::must(site, actor, Action::ReadSettings)?;
    let found = first_steps::read(site.db.read()).await?;
    let email = match (site.settings.mail.transport.sends(), found.tested_email) {
        (false, _) => EmailStep::Off,
        (true, false) => EmailStep::Untested,
        (true, true) => EmailStep::Tested,
    };
    Ok(Steps { email, people: found.has_people, event: found.has_event })
}
