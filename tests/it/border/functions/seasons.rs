use ticket_pool::{
    domain::{ids::SeasonId, person::Role},
    server::services::{person, season},
};

use super::{Call, Form, Stage, fields};
use crate::harness::person_form;

impl Stage {
    /// About the season "General" and an organizer who is new every time.
    pub(super) async fn about_a_season(&self, call: Call) -> Form {
        let town = &self.town;
        let name = format!("Cleo{}", town.count("users", "1 = 1").await);
        person::add(&town.site, &town.dana, &person_form(&name, Role::Organizer)).await.unwrap();
        let cleo = town.actor(&name).await;
        if call == Call::AddSteward {
            return fields(&[("season", "1"), ("email", &cleo.email)]);
        }
        season::add_steward(&town.site, &town.dana, SeasonId::new(1), &cleo.email).await.unwrap();
        fields(&[("season", "1"), ("person", &cleo.person.to_string())])
    }
}
