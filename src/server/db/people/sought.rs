//! Who is found by a part of a name or of an address.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Select, sea_query::LikeExpr,
};

use super::Among;
use crate::{
    domain::{
        ids::PersonId,
        person::{searched_address, shown_address},
        visible::{composed, visible},
    },
    server::{
        db::entity::user,
        names::{self, Needle},
    },
};

/// Those of a list whose name or address contains `search`; an empty search finds all.
pub(super) async fn sought(
    c: &impl ConnectionTrait,
    search: &str,
    among: Among,
) -> Result<Select<user::Entity>, DbErr> {
    let query = match among {
        Among::Everybody => user::Entity::find(),
        Among::With(role) => user::Entity::find().filter(user::Column::Role.eq(role.as_str())),
        Among::Deactivated => user::Entity::find().filter(user::Column::Status.eq("inactive")),
    };
    if search.is_empty() {
        return Ok(query);
    }
    // No word of a search holds a sign that LIKE knows.
    let words = names::needles(search);
    let has = |way: &String| user::Column::SearchKey.contains(way);
    let any = |word: &Needle| word.ways.iter().fold(Condition::any(), |any, way| any.add(has(way)));
    let name = words.iter().fold(Condition::all(), |all, word| all.add(any(word)));
    let escaped = searched_address(search).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = LikeExpr::new(format!("%{escaped}%")).escape('\\');
    let mut either = Condition::any().add(user::Column::Email.like(like));
    if !search.is_ascii() {
        either = either.add(user::Column::Id.is_in(shown_with(c, search).await?));
    }
    Ok(query.filter(if words.is_empty() { either } else { either.add(name) }))
}

/// Whose address has this in it as people write it: a part of `münchen.example` is no part of how that is kept.
async fn shown_with(c: &impl ConnectionTrait, search: &str) -> Result<Vec<PersonId>, DbErr> {
    let part = composed(&visible(search).trim().to_lowercase());
    let in_ascii = user::Column::Email.contains("xn--");
    let kept = user::Entity::find().select_only().columns([user::Column::Id, user::Column::Email]).filter(in_ascii);
    let kept: Vec<(PersonId, String)> = kept.into_tuple().all(c).await?;
    Ok(kept.into_iter().filter(|(_, email)| shown_address(email).contains(&part)).map(|(id, _)| id).collect())
}
