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
    let list = if backend == DbBackend::Postgres { "json_agg" } else { "json_group_array" };
    let array = array(backend);
    let sql = format!("SELECT CAST({list}({array}({columns})) AS text) AS list FROM ({sql}) t");
    let Some(row) = c.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await? else {
        return Ok(Vec::new());
    };
    // Of no rows PostgreSQL makes no list.
    let Some(text) = row.try_get_by_index::<Option<String>>(0)? else { return Ok(Vec::new()) };
    read(columns, &text)
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
