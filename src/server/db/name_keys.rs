//! What is stored beside a name, so that lists of people are sorted and searched by the database.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, UpdateMany,
    sea_query::Expr,
};

use super::{Db, entity::user};
use crate::{
    domain::{ids::PersonId, visible::composed},
    server::names::{KEYS, Keys},
};

/// A row that has a name with its keys, and nothing else yet.
pub(super) fn named(name: &str) -> user::ActiveModel {
    let name = composed(name);
    let Keys { sort, search } = Keys::of(&name);
    user::ActiveModel {
        name: Set(name),
        sort_key: Set(sort),
        search_key: Set(search),
        name_keys: Set(KEYS),
        ..Default::default()
    }
}

/// A change that gives a name with its keys.
pub(super) fn rename(change: UpdateMany<user::Entity>, name: &str) -> UpdateMany<user::Entity> {
    let name = composed(name);
    let Keys { sort, search } = Keys::of(&name);
    change
        .col_expr(user::Column::Name, Expr::value(name))
        .col_expr(user::Column::SortKey, Expr::value(sort))
        .col_expr(user::Column::SearchKey, Expr::value(search))
        .col_expr(user::Column::NameKeys, Expr::value(KEYS))
}

/// Makes the keys that are not yet made, or were made by other rules. Nothing, as a rule: one statement.
pub(super) async fn make_missing(db: &Db) -> Result<(), DbErr> {
    if missing(db.read()).await?.is_empty() {
        return Ok(());
    }
    let tx = db.write_tx().await?;
    for (id, name) in missing(&tx).await? {
        let change = rename(user::Entity::update_many(), &name).filter(user::Column::Id.eq(id));
        change.exec(&tx).await?;
    }
    tx.end().await
}

async fn missing(c: &impl ConnectionTrait) -> Result<Vec<(PersonId, String)>, DbErr> {
    let others = user::Entity::find().filter(user::Column::NameKeys.ne(KEYS));
    others.select_only().columns([user::Column::Id, user::Column::Name]).into_tuple().all(c).await
}
