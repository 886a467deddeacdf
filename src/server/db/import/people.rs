use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::CHUNK;
use crate::{
    domain::{ids::PersonId, person::Role},
    server::db::{entity::user, name_keys},
};

/// A person to write. The address is kept as given, lower-cased: a former system may have let in what ours would not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    pub public_id: String,
    pub name: String,
    /// Lower-cased, and nobody else's.
    pub email: String,
    pub role: Role,
    pub active: bool,
    pub created_at: DateTime<Utc>,
}

/// Writes people and returns their ids by address.
pub async fn insert_people(
    c: &impl ConnectionTrait,
    people: impl IntoIterator<Item = NewPerson>,
) -> Result<HashMap<String, PersonId>, DbErr> {
    let row = |person: NewPerson| user::ActiveModel {
        public_id: Set(person.public_id),
        email: Set(person.email),
        role: Set(person.role.as_str().to_owned()),
        status: Set(if person.active { "active" } else { "inactive" }.to_owned()),
        version: Set(0),
        created_at: Set(person.created_at),
        ..name_keys::named(&person.name)
    };
    let rows: Vec<_> = people.into_iter().map(row).collect();
    let mut ids = HashMap::with_capacity(rows.len());
    for some in rows.chunks(CHUNK) {
        user::Entity::insert_many(some.to_vec()).exec_without_returning(c).await?;
        let addresses = some.iter().filter_map(|row| row.email.try_as_ref().cloned());
        let written = user::Entity::find()
            .select_only()
            .columns([user::Column::Email, user::Column::Id])
            .filter(user::Column::Email.is_in(addresses));
        ids.extend(written.into_tuple::<(String, PersonId)>().all(c).await?);
    }
    Ok(ids)
}
