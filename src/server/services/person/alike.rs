//! Names that look like an admin's: they are told to admins, not refused, since two people may share a name.

use std::collections::{HashMap, HashSet};

use sea_orm::ConnectionTrait;
use serde_json::Value;

use super::permit_managing;
use crate::{
    domain::{
        ids::PersonId,
        person::{PersonDetails, Role},
    },
    server::{
        auth::Actor,
        db::people::{self, Among, Person},
        names::looks,
        services::Done,
        site::Site,
    },
};

/// How the names of active admins look.
#[derive(Debug, Default)]
pub(super) struct AdminNames(HashMap<String, HashSet<PersonId>>);

impl AdminNames {
    /// One statement.
    pub(super) async fn read(c: &impl ConnectionTrait) -> Done<Self> {
        let admins = people::list(c, "", Among::With(Role::Admin)).await?;
        let mut names: HashMap<String, HashSet<PersonId>> = HashMap::new();
        for admin in admins.into_iter().filter(|admin| admin.active) {
            for look in looks(&admin.name) {
                names.entry(look).or_default().insert(admin.id);
            }
        }
        Ok(Self(names))
    }

    /// Whether the name of someone who is no admin looks like that of one.
    pub(super) fn resemble(&self, details: &PersonDetails, own: PersonId) -> bool {
        details.role != Role::Admin && self.have(&details.name, own)
    }

    /// `own`: an admin until now may keep their name.
    fn have(&self, name: &str, own: PersonId) -> bool {
        looks(name).iter().filter_map(|look| self.0.get(look)).flatten().any(|&admin| admin != own)
    }
}

/// What is noted of someone, and of how their name looks.
pub(super) fn noting_look(mut noted: Value, like_an_admin: bool) -> Value {
    if like_an_admin {
        noted["looks like an admin"] = true.into();
    }
    noted
}

/// Which of these people, admins aside, have names that look like an admin's. One statement.
pub async fn like_admins(site: &Site, actor: &Actor, people: &[Person]) -> Done<HashSet<PersonId>> {
    permit_managing(site, actor)?;
    let names = AdminNames::read(site.db.read()).await?;
    let alike = |person: &&Person| person.role != Role::Admin && names.have(&person.name, person.id);
    Ok(people.iter().filter(alike).map(|person| person.id).collect())
}
