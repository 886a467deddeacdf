use catalog::Language;
use chrono::{DateTime, Utc};

use super::Client;
use crate::domain::{
    ids::{PersonId, SessionId},
    person::Role,
    schedule::Zone,
};

/// A signed-in person, read from the database at every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person's number.
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// Where they are, if they have said so.
    pub zone: Option<Zone>,
    /// In which language they read, if they have said so.
    pub language: Option<Language>,
    /// The session's number, to which drafts of forms are bound.
    pub session: SessionId,
    /// When that session began.
    pub signed_in_at: DateTime<Utc>,
    /// From where this request comes.
    pub client: Client,
}

impl Actor {
    /// Whether this is an admin.
    pub fn is_admin(&self) -> bool {
        self.role == Role::Admin
    }

    /// The zone in which times that belong to no event are shown to them: their own, or else the site's.
    pub fn zone_or(&self, of_site: Zone) -> Zone {
        self.zone.unwrap_or(of_site)
    }
}
