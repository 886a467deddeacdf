//! What was typed into a form that could not be accepted.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, Query},
};

use super::entity::{form_draft, session};

use crate::domain::ids::{PersonId, SessionId};

/// A kept form: its name, what was typed (JSON), why it was refused (JSON).
#[derive(Clone, Debug)]
pub struct Kept {
    pub form: String,
    pub body: String,
    pub refusal: String,
}

/// Keeps a form under a random id. `session` is `None` for someone who is not signed in.
pub async fn insert(
    c: &impl ConnectionTrait,
    id: String,
    session: Option<SessionId>,
    kept: Kept,
    expires_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = form_draft::ActiveModel {
        id: Set(id),
        session_id: Set(session),
        form: Set(kept.form),
        body: Set(kept.body),
        refusal: Set(kept.refusal),
        expires_at: Set(expires_at),
    };
    form_draft::Entity::insert(row).exec_without_returning(c).await.map(|_| ())
}

/// The kept form, if it is the same session's and not too old.
pub async fn find(
    c: &impl ConnectionTrait,
    id: &str,
    session: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<Option<Kept>, DbErr> {
    let row = form_draft::Entity::find_by_id(id).filter(form_draft::Column::ExpiresAt.gt(now)).one(c).await?;
    let own = row.filter(|row| row.session_id == session);
    Ok(own.map(|row| Kept { form: row.form, body: row.body, refusal: row.refusal }))
}

/// Takes what someone typed in the session behind a cookie's hash over to their next, until an instant. One statement.
pub async fn follow(
    c: &impl ConnectionTrait,
    person: PersonId,
    (before, after): (&str, SessionId),
    (now, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), DbErr> {
    let own = session::Column::TokenHash.eq(before).and(session::Column::UserId.eq(person));
    let own = own.and(session::Column::ExpiresAt.gt(now));
    let own = Query::select().column(session::Column::Id).from(session::Entity).and_where(own).take();
    let change = form_draft::Entity::update_many()
        .col_expr(form_draft::Column::SessionId, Expr::value(after))
        .col_expr(form_draft::Column::ExpiresAt, Expr::value(until));
    let live = form_draft::Column::SessionId.in_subquery(own).and(form_draft::Column::ExpiresAt.gt(now));
    change.filter(live).exec(c).await.map(|_| ())
}

/// Removes what is too old.
pub async fn remove_expired(c: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), DbErr> {
    form_draft::Entity::delete_many().filter(form_draft::Column::ExpiresAt.lte(now)).exec(c).await?;
    Ok(())
}
