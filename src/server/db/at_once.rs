//! Lists in one piece. A driver hands over rows one by one, and each of their values by itself: for a list of sixty that
//! takes longer than finding them. So the database writes the list as JSON, and it is read in one go.

use std::fmt;

use sea_orm::{ConnectionTrait, DbBackend, DbErr, EntityTrait, QueryTrait, Select, Statement, Value};
use serde::{
    Deserializer,
    de::{DeserializeOwned, Error, Visitor},
};

/// The rows of a query, in its order: `columns` are the names of its columns, separated by commas, as `T` has its fields.
pub(super) async fn all<T: DeserializeOwned>(
    c: &impl ConnectionTrait,
    columns: &str,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<T>, DbErr> {
    let backend = c.get_database_backend();
    let sql = format!("SELECT {} AS list", list_as_text(backend, columns, sql));
    let Some(row) = c.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await? else {
        return Ok(Vec::new());
    };
    // Of no rows PostgreSQL makes no list.
    let Some(text) = row.try_get_by_index::<Option<String>>(0)? else { return Ok(Vec::new()) };
    read(columns, &text)
}

/// SQL for the rows of a query as a text, to stand in another statement; of no rows PostgreSQL makes nothing.
pub(super) fn list_as_text(backend: DbBackend, columns: &str, sql: &str) -> String {
    let list = if backend == DbBackend::Postgres { "json_agg" } else { "json_group_array" };
    format!("(SELECT CAST({list}({}({columns})) AS text) FROM ({sql}) t)", array(backend))
}

/// Several lists by one statement, each as [`list_as_text`] has it: what [`read`] reads.
pub(super) async fn lists<const LISTS: usize>(
    c: &impl ConnectionTrait,
    lists: [(&str, &str); LISTS],
    values: impl IntoIterator<Item = Value>,
) -> Result<[String; LISTS], DbErr> {
    let backend = c.get_database_backend();
    let columns: Vec<String> = lists.iter().map(|(columns, sql)| list_as_text(backend, columns, sql)).collect();
    let named = columns.iter().enumerate().map(|(place, list)| format!("{list} AS list_{place}"));
    let sql = format!("SELECT {}", named.collect::<Vec<_>>().join(", "));
    let row = c.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    let mut texts = std::array::from_fn(|_| "[]".to_owned());
    if let Some(row) = row {
        for (place, text) in texts.iter_mut().enumerate() {
            if let Some(list) = row.try_get_by_index::<Option<String>>(place)? {
                *text = list;
            }
        }
    }
    Ok(texts)
}

/// SQL for the day (UTC) of an instant: `2026-12-06`.
pub(super) fn day(backend: DbBackend, instant: &str) -> String {
    match backend {
        DbBackend::Postgres => format!("to_char({instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD')"),
        _ => format!("substr({instant}, 1, 10)"),
    }
}

/// SQL for the one row of a query as a text, to stand in another statement.
pub(super) fn one_as_text(backend: DbBackend, columns: &str, sql: &str) -> String {
    format!("(SELECT CAST({}({columns}) AS text) FROM ({sql}) t)", array(backend))
}

const fn array(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "json_build_array",
        _ => "json_array",
    }
}

/// A row from [`one_as_text`], or a whole list.
pub(super) fn read<T: DeserializeOwned>(columns: &str, text: &str) -> Result<T, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Type(format!("{columns}: {error}")))
}

/// The rows of an entity's query.
pub(super) async fn models<E: EntityTrait>(
    c: &impl ConnectionTrait,
    columns: &str,
    query: Select<E>,
) -> Result<Vec<E::Model>, DbErr>
where
    E::Model: DeserializeOwned,
{
    let Statement { sql, values, .. } = query.build(c.get_database_backend());
    all(c, columns, &sql, values.map(|values| values.0).unwrap_or_default()).await
}

/// Reads a flag, which SQLite has as 0 or 1.
pub(super) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    struct Flag;

    impl Visitor<'_> for Flag {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("true, false, 0 or 1")
        }

        fn visit_bool<E>(self, flag: bool) -> Result<bool, E> {
            Ok(flag)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<bool, E> {
            match number {
                0 => Ok(false),
                1 => Ok(true),
                other => Err(E::custom(format_args!("{other} is no flag"))),
            }
        }
    }

    from.deserialize_any(Flag)
}
