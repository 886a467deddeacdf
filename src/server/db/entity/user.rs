//! A person.

use sea_orm::entity::prelude::*;
use serde::Deserialize;

use crate::domain::ids::PersonId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Deserialize)]
#[sea_orm(table_name = "users")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PersonId,
    pub public_id: String,
    pub name: String,
    pub email: String,
    pub role: String,
    pub status: String,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub zone: Option<String>,
    pub known_epoch: i32,
    #[serde(default)]
    pub language: Option<String>,
    /// Since when emails do not get to the address.
    #[serde(default)]
    pub failing_since: Option<DateTimeUtc>,
    /// [`crate::server::db::reach::Failing`].
    #[serde(default)]
    pub failing_why: Option<String>,
    /// When they last called an email of this site unwanted.
    #[serde(default)]
    pub complained_at: Option<DateTimeUtc>,
    /// An admin who does not want alarms by email.
    #[serde(default)]
    pub alarms_off: bool,
    /// [`crate::server::names::Keys::sort`].
    #[serde(default)]
    pub sort_key: String,
    /// [`crate::server::names::Keys::search`].
    #[serde(default)]
    pub search_key: String,
    /// [`crate::server::names::KEYS`] of these two.
    #[serde(default)]
    pub name_keys: i16,
}

/// As the fields stand; the keys are for the database alone.
pub const COLUMNS: &str = "id, public_id, name, email, role, status, version, created_at, zone, known_epoch, language, \
    failing_since, failing_why, complained_at";

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
