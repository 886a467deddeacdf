//! What organizers hand out to those who have tickets: a line, and a PDF.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Statement,
    sea_query::OnConflict,
};

use super::{
    WriteTx, corrupt,
    entity::{handout, handout_file},
    events::column,
    held::Held,
};
use crate::domain::ids::{EventId, PersonId};

/// What someone was handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handout {
    pub person: PersonId,
    /// Such as "Row 5, seats 1–4"; empty: none.
    pub line: String,
    /// How many tickets they had then.
    pub number: u32,
    pub file: Option<FileFacts>,
}

/// A file, without what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFacts {
    pub name: String,
    /// Octets.
    pub size: u32,
}

impl TryFrom<handout::Model> for Handout {
    type Error = DbErr;

    fn try_from(row: handout::Model) -> Result<Self, DbErr> {
        let wrong = || corrupt("handouts", row.user_id);
        let size = u32::try_from(row.file_size).map_err(|_| wrong())?;
        let number = u32::try_from(row.number).map_err(|_| wrong())?;
        let file = row.file_name.map(|name| FileFacts { name, size });
        Ok(Self { person: row.user_id, line: row.line, number, file })
    }
}

/// All of an event, in no order.
pub async fn of_event(c: &impl ConnectionTrait, event: EventId) -> Result<Vec<Handout>, DbErr> {
    let rows = handout::Entity::find().filter(handout::Column::EventId.eq(event)).all(c).await?;
    rows.into_iter().map(Handout::try_from).collect()
}

/// What one person was handed out.
pub async fn of_person(c: &impl ConnectionTrait, event: EventId, person: PersonId) -> Result<Option<Handout>, DbErr> {
    handout::Entity::find_by_id((event, person)).one(c).await?.map(Handout::try_from).transpose()
}

/// Everything that one person was handed out, by event.
pub async fn all_of(c: &impl ConnectionTrait, person: PersonId) -> Result<Vec<(EventId, Handout)>, DbErr> {
    let rows = handout::Entity::find().filter(handout::Column::UserId.eq(person)).all(c).await?;
    rows.into_iter().map(|row| Ok((row.event_id, Handout::try_from(row)?))).collect()
}

/// What is in a file.
pub async fn content(c: &impl ConnectionTrait, event: EventId, person: PersonId) -> Result<Option<Vec<u8>>, DbErr> {
    let file = handout_file::Entity::find_by_id((event, person)).select_only().column(handout_file::Column::Content);
    file.into_tuple().one(c).await
}

/// Keeps what someone is handed out. Nothing of it is left where it is empty.
pub async fn keep(tx: &WriteTx, event: &Held, new: &Handout, now: DateTime<Utc>) -> Result<(), DbErr> {
    use handout::Column;
    let key = (event.id, new.person);
    if new.line.is_empty() && new.file.is_none() {
        return handout::Entity::delete_by_id(key).exec(tx).await.map(|_| ());
    }
    let row = handout::ActiveModel {
        event_id: Set(event.id),
        user_id: Set(new.person),
        line: Set(new.line.clone()),
        number: Set(column(new.number)),
        file_name: Set(new.file.as_ref().map(|file| file.name.clone())),
        file_size: Set(column(new.file.as_ref().map_or(0, |file| file.size))),
        updated_at: Set(now),
    };
    let again = OnConflict::columns([Column::EventId, Column::UserId])
        .update_columns([Column::Line, Column::Number, Column::FileName, Column::FileSize, Column::UpdatedAt])
        .to_owned();
    handout::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.map(|_| ())
}

/// Keeps a file in place of the one before; `None`: there is none now.
pub async fn keep_file(tx: &WriteTx, event: &Held, person: PersonId, content: Option<&[u8]>) -> Result<(), DbErr> {
    handout_file::Entity::delete_by_id((event.id, person)).exec(tx).await?;
    let Some(content) = content else { return Ok(()) };
    let row =
        handout_file::ActiveModel { event_id: Set(event.id), user_id: Set(person), content: Set(content.to_vec()) };
    handout_file::Entity::insert(row).exec_without_returning(tx).await.map(|_| ())
}

/// Removes what was handed out for events that were over before then: that ended, or began where no end is known. Says of how many
/// people.
pub async fn forget(tx: &WriteTx, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let mut gone = 0;
    for table in ["handout_files", "handouts"] {
        let sql = format!(
            "DELETE FROM {table} WHERE event_id IN (SELECT id FROM events WHERE COALESCE(ends_at, starts_at) <= $1)"
        );
        let done = tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, [before.into()]));
        gone = done.await?.rows_affected();
    }
    Ok(gone)
}
