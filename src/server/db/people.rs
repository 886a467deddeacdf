//! People.

mod sought;

use std::collections::{HashMap, HashSet};

use catalog::Language;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr,
};

use self::sought::sought;
use super::{
    at_once, corrupt,
    entity::{request, user},
    name_keys,
    reach::{self, Failing},
};
use crate::{
    domain::{
        ids::{EventId, PersonId},
        person::{Email, PersonDetails, Role},
        schedule::Zone,
    },
    server::names::{self, Keys},
};

/// Of whom a list is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Among {
    #[default]
    Everybody,
    /// Active or not.
    With(Role),
    Deactivated,
}

impl Among {
    /// All lists, the longest first.
    pub const ALL: [Self; 5] = [
        Self::Everybody,
        Self::With(Role::Admin),
        Self::With(Role::Organizer),
        Self::With(Role::Member),
        Self::Deactivated,
    ];

    /// The word used in URLs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Everybody => "",
            Self::With(role) => role.as_str(),
            Self::Deactivated => "inactive",
        }
    }

    /// Reads [`Among::as_str`] back; a word that is not ours leaves nobody out.
    pub fn read(word: &str) -> Self {
        Self::ALL.into_iter().find(|among| among.as_str() == word).unwrap_or_default()
    }
}

/// A person as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    /// Random, never changes, never shown: what a draw's labels are made of.
    pub public_id: String,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub active: bool,
    pub version: i32,
    pub created_at: DateTime<Utc>,
    /// Where they are, if they have said so.
    pub zone: Option<Zone>,
    /// In which language they read, if they have said so.
    pub language: Option<Language>,
    /// Since when emails do not get to their address, and why.
    pub failing: Option<(DateTime<Utc>, Failing)>,
    /// When they last called an email of this site unwanted.
    pub complained_at: Option<DateTime<Utc>>,
    /// How often they were signed out everywhere: browsers that knew them before do so no longer.
    pub known_epoch: i32,
}

impl TryFrom<user::Model> for Person {
    type Error = DbErr;

    fn try_from(row: user::Model) -> Result<Self, DbErr> {
        Ok(Self {
            role: Role::parse(&row.role).map_err(|_| corrupt("users", row.id))?,
            id: row.id,
            public_id: row.public_id,
            name: row.name,
            email: row.email,
            active: row.status == "active",
            version: row.version,
            created_at: row.created_at,
            known_epoch: row.known_epoch,
            failing: row.failing_since.zip(row.failing_why.and_then(|why| why.parse().ok())),
            complained_at: row.complained_at,
            zone: row.zone.and_then(|name| Zone::parse(&name).ok()),
            language: row.language.and_then(|tag| Language::read(&tag)),
        })
    }
}

const fn status(active: bool) -> &'static str {
    if active { "active" } else { "inactive" }
}

/// The person with this id.
pub async fn find(c: &impl ConnectionTrait, id: PersonId) -> Result<Option<Person>, DbErr> {
    user::Entity::find_by_id(id).one(c).await?.map(Person::try_from).transpose()
}

/// The person with this address.
pub async fn find_by_email(c: &impl ConnectionTrait, email: &Email) -> Result<Option<Person>, DbErr> {
    let row = user::Entity::find().filter(user::Column::Email.eq(email.as_str())).one(c).await?;
    row.map(Person::try_from).transpose()
}

/// People whose name or address contains `search`, by name. An empty search finds all.
pub async fn list(c: &impl ConnectionTrait, search: &str, among: Among) -> Result<Vec<Person>, DbErr> {
    by_name(c, sought(c, search, among).await?).await
}

/// The same, at most `most` after the first `skip`.
pub async fn page(
    c: &impl ConnectionTrait,
    (search, among): (&str, Among),
    (skip, most): (u64, u64),
) -> Result<Vec<Person>, DbErr> {
    by_name(c, sought(c, search, among).await?.offset(skip).limit(most)).await
}

/// How many these are.
pub async fn count_of(c: &impl ConnectionTrait, search: &str, among: Among) -> Result<u64, DbErr> {
    sought(c, search, among).await?.count(c).await
}

/// Active people whose name or address contains `search`, by name: the first `most`.
pub async fn search_active(c: &impl ConnectionTrait, search: &str, most: u64) -> Result<Vec<Person>, DbErr> {
    let active = sought(c, search, Among::Everybody).await?.filter(user::Column::Status.eq("active"));
    by_name(c, active.limit(most)).await
}

/// Active people, by name: all, or those who are more than members; the first `most`.
pub async fn list_active(c: &impl ConnectionTrait, members: bool, most: u64) -> Result<Vec<Person>, DbErr> {
    let active = user::Entity::find().filter(user::Column::Status.eq("active"));
    let active = if members { active } else { active.filter(user::Column::Role.ne(Role::Member.as_str())) };
    by_name(c, active.limit(most)).await
}

/// Active people who ask for an event, by name: the first `most`.
pub async fn list_requesters(c: &impl ConnectionTrait, event: EventId, most: u64) -> Result<Vec<Person>, DbErr> {
    let asks = request::Column::EventId.eq(event).and(request::Column::WithdrawnAt.is_null());
    let asks = request::Entity::find().filter(asks).select_only().column(request::Column::UserId).into_query();
    let those = user::Column::Status.eq("active").and(user::Column::Id.in_subquery(asks));
    by_name(c, user::Entity::find().filter(those).limit(most)).await
}

async fn by_name(c: &impl ConnectionTrait, query: Select<user::Entity>) -> Result<Vec<Person>, DbErr> {
    let query = query.order_by_asc(user::Column::SortKey).order_by_asc(user::Column::Id);
    let rows = at_once::models(c, user::COLUMNS, query).await?;
    rows.into_iter().map(Person::try_from).collect()
}

/// The one active person with this address, or with this name where only one has it: letter by letter, but for small and
/// capital ones and how an accent is written.
pub async fn find_exactly(c: &impl ConnectionTrait, typed: &str) -> Result<Option<Person>, DbErr> {
    let named = match Email::parse(typed) {
        Ok(email) => user::Column::Email.eq(email.as_str()),
        Err(_) => user::Column::SearchKey.eq(Keys::of(typed).search),
    };
    let found = user::Entity::find().filter(named.and(user::Column::Status.eq("active"))).all(c).await?;
    let by_address = Email::parse(typed).is_ok();
    let found: Vec<_> = found.into_iter().filter(|row| by_address || names::is_same(&row.name, typed)).collect();
    match <[user::Model; 1]>::try_from(found) {
        Ok([one]) => Person::try_from(one).map(Some),
        Err(_) => Ok(None),
    }
}

/// The names of people, by their ids.
pub async fn names(
    c: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, String>, DbErr> {
    let wanted: HashSet<PersonId> = ids.into_iter().collect();
    let rows = user::Entity::find().filter(user::Column::Id.is_in(wanted)).all(c).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The names and addresses of people, by their ids.
pub async fn names_and_addresses(
    c: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, (String, String)>, DbErr> {
    let wanted: HashSet<PersonId> = ids.into_iter().collect();
    let columns = [user::Column::Id, user::Column::Name, user::Column::Email];
    let those = user::Entity::find().select_only().columns(columns).filter(user::Column::Id.is_in(wanted));
    let rows: Vec<(PersonId, String, String)> = those.into_tuple().all(c).await?;
    Ok(rows.into_iter().map(|(id, name, email)| (id, (name, email))).collect())
}

/// How many people there are.
pub async fn count(c: &impl ConnectionTrait) -> Result<u64, DbErr> {
    user::Entity::find().count(c).await
}

/// How many active admins there are.
pub async fn count_active_admins(c: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let admins = user::Column::Role.eq("admin").and(user::Column::Status.eq("active"));
    user::Entity::find().filter(admins).count(c).await
}

/// Locks the rows of all active admins on PostgreSQL, so that two cannot remove each other at once. SQLite has one
/// writer and needs no lock.
pub async fn lock_admins(c: &impl ConnectionTrait) -> Result<(), DbErr> {
    if c.get_database_backend() == sea_orm::DbBackend::Postgres {
        c.execute_unprepared("SELECT id FROM users WHERE role = 'admin' ORDER BY id FOR UPDATE").await?;
    }
    Ok(())
}

/// Locks a person's row on PostgreSQL, for what must not happen beside a change of their ways in: whoever signs in and whoever
/// ends everything wait for each other. SQLite has one writer and needs no lock.
pub async fn lock(c: &impl ConnectionTrait, id: PersonId) -> Result<(), DbErr> {
    if c.get_database_backend() == sea_orm::DbBackend::Postgres {
        c.execute_unprepared(&format!("SELECT id FROM users WHERE id = {id} FOR NO KEY UPDATE")).await?;
    }
    Ok(())
}

/// Adds a person and returns their id. The address must be free.
pub async fn insert(
    c: &impl ConnectionTrait,
    details: &PersonDetails,
    public_id: String,
    now: DateTime<Utc>,
) -> Result<PersonId, DbErr> {
    let row = user::ActiveModel {
        public_id: Set(public_id),
        email: Set(details.email.as_str().to_owned()),
        role: Set(details.role.as_str().to_owned()),
        status: Set(status(details.active).to_owned()),
        version: Set(0),
        created_at: Set(now),
        ..name_keys::named(&details.name)
    };
    Ok(row.insert(c).await?.id)
}

/// Changes a person if they are still at `version`; says whether they were.
pub async fn update(
    c: &impl ConnectionTrait,
    id: PersonId,
    version: i32,
    details: &PersonDetails,
) -> Result<bool, DbErr> {
    let change = name_keys::rename(user::Entity::update_many(), &details.name)
        .col_expr(user::Column::Email, Expr::value(details.email.as_str()))
        .col_expr(user::Column::FailingSince, reach::unless_moved(user::Column::FailingSince, &details.email))
        .col_expr(user::Column::FailingWhy, reach::unless_moved(user::Column::FailingWhy, &details.email))
        .col_expr(user::Column::Role, Expr::value(details.role.as_str()))
        .col_expr(user::Column::Status, Expr::value(status(details.active)))
        .col_expr(user::Column::Version, Expr::col(user::Column::Version).add(1))
        .filter(user::Column::Id.eq(id).and(user::Column::Version.eq(version)));
    Ok(change.exec(c).await?.rows_affected == 1)
}

/// How often whoever has this address was signed out everywhere; 0 where nobody has it.
pub async fn known_epoch(c: &impl ConnectionTrait, email: &str) -> Result<i32, DbErr> {
    let row = user::Entity::find().filter(user::Column::Email.eq(email)).one(c).await?;
    Ok(row.map_or(0, |row| row.known_epoch))
}

/// Has every browser forget that it knew someone.
pub async fn forget_browsers(c: &impl ConnectionTrait, id: PersonId) -> Result<(), DbErr> {
    let change = user::Entity::update_many()
        .col_expr(user::Column::KnownEpoch, Expr::col(user::Column::KnownEpoch).add(1))
        .filter(user::Column::Id.eq(id));
    change.exec(c).await.map(|_| ())
}

/// Says in which zone someone is; `None`: they do not say.
pub async fn set_zone(c: &impl ConnectionTrait, id: PersonId, zone: Option<Zone>) -> Result<(), DbErr> {
    let zone = Expr::value(zone.map(|zone| zone.name().to_owned()));
    let change = user::Entity::update_many().col_expr(user::Column::Zone, zone);
    change.filter(user::Column::Id.eq(id)).exec(c).await.map(|_| ())
}

/// Says in which language someone reads; `None`: in that of their browser.
pub async fn set_language(c: &impl ConnectionTrait, id: PersonId, language: Option<Language>) -> Result<(), DbErr> {
    let language = Expr::value(language.map(|language| language.tag().to_owned()));
    let change = user::Entity::update_many().col_expr(user::Column::Language, language);
    change.filter(user::Column::Id.eq(id)).exec(c).await.map(|_| ())
}
