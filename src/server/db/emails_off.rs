//! What emails people do not want: a row for each topic that someone turned off, in one season or in all.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{OnConflict, SimpleExpr},
};

use super::entity::email_off::{ActiveModel, Column, Entity};
use crate::domain::{
    ids::{PersonId, SeasonId},
    message::Topic,
};

/// Everything that someone turned off: a topic and the season, or no season for all. A word of another version is left out.
pub async fn of_person(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<(Topic, Option<SeasonId>)>, DbErr> {
    let rows = Entity::find().filter(Column::UserId.eq(person)).all(c).await?;
    Ok(rows.into_iter().filter_map(|row| Some((Topic::parse(&row.topic)?, row.pool_id))).collect())
}

/// Whether someone turned a topic off altogether, or in the season that a message is about.
pub async fn is_off(
    c: &impl ConnectionTrait,
    person: PersonId,
    topic: Topic,
    season: Option<SeasonId>,
) -> Result<bool, DbErr> {
    let off = of_person(c, person).await?;
    Ok(off.iter().any(|&(other, of)| other == topic && (of.is_none() || of == season)))
}

/// Turns a topic off or on, in one season or in all. What is so already stays.
pub async fn set(
    c: &impl ConnectionTrait,
    person: PersonId,
    (topic, season): (Topic, Option<SeasonId>),
    on: bool,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if on {
        return Entity::delete_many().filter(is(person, topic, season)).exec(c).await.map(|_| ());
    }
    let row = ActiveModel {
        user_id: Set(person),
        topic: Set(topic.as_str().to_owned()),
        pool_id: Set(season),
        since: Set(now),
        ..Default::default()
    };
    Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(c)
        .await
        .map(|_| ())
}

fn is(person: PersonId, topic: Topic, season: Option<SeasonId>) -> SimpleExpr {
    let of = match season {
        Some(season) => Column::PoolId.eq(season),
        None => Column::PoolId.is_null(),
    };
    Column::UserId.eq(person).and(Column::Topic.eq(topic.as_str())).and(of)
}

/// SQL: whether the person of the row `person` turned the topic `$2` off, in the season of the event `$1` or in all.
pub(super) const IS_OFF_FOR: &str = "EXISTS (SELECT 1 FROM emails_off f JOIN events fe ON fe.id = $1 \
    WHERE f.user_id = u.id AND f.topic = $2 AND (f.pool_id IS NULL OR (fe.in_season AND f.pool_id = fe.pool_id)))";
