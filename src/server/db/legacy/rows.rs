use std::collections::HashMap;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, Statement};

use super::{
    Number, Original, Place, Table, has,
    text::{Encoding, read, read_flag},
};

/// A row, as text.
pub(super) struct Row {
    pub place: Place,
    values: HashMap<&'static str, String>,
}

impl Row {
    /// What stands in a column; `None`: NULL.
    pub fn take(&mut self, column: &str) -> Option<String> {
        self.values.remove(column)
    }
}

/// Reads all rows of a table with those of its columns that are `there`, and notes what is not, and what is no text.
pub(super) async fn rows(
    c: &DatabaseConnection,
    table: &Table,
    there: &[String],
    encoding: Encoding,
    original: &mut Original,
) -> Result<Vec<Row>, DbErr> {
    if there.is_empty() {
        original.missing.push(format!("table {}", table.name));
        return Ok(Vec::new());
    }
    let (columns, missing): (Vec<&'static str>, Vec<_>) = table.columns.iter().partition(|column| has(there, column));
    original.missing.extend(missing.iter().map(|column| format!("column {}.{column}", table.name)));
    let values = columns.iter().map(|column| format!(", typeof(\"{column}\"), CAST(\"{column}\" AS BLOB)"));
    let (row, name) = (row_number(c, table.name).await?, table.name);
    let sql = format!("SELECT {row}{} FROM {name}", values.collect::<String>());
    let found = c.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    let mut rows = Vec::with_capacity(found.len());
    for (place, found) in (1..).zip(&found) {
        rows.push(row_of(found, place, (table.name, &columns), encoding, original)?);
    }
    Ok(rows)
}

/// How SQLite's own number of a row is asked for. Views and some tables have none.
async fn row_number(c: &DatabaseConnection, table: &str) -> Result<&'static str, DbErr> {
    let sql = format!(
        "SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND name = '{table}' COLLATE NOCASE \
         AND type = 'table' AND wr = 0"
    );
    let found = c.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    let has_one = found.map(|row| row.try_get_by_index::<i64>(0)).transpose()? == Some(1);
    Ok(if has_one { "CAST(_rowid_ AS INTEGER)" } else { "NULL" })
}

fn row_of(
    found: &QueryResult,
    counted: i64,
    (table, columns): (&'static str, &[&'static str]),
    encoding: Encoding,
    original: &mut Original,
) -> Result<Row, DbErr> {
    let row = found.try_get_by_index::<Option<i64>>(0)?.unwrap_or(counted);
    let mut place = Place { table, row, id: Number::default() };
    let mut values = HashMap::with_capacity(columns.len());
    let mut misread = Vec::new();
    for (index, &column) in columns.iter().enumerate() {
        let Some(bytes) = found.try_get_by_index::<Option<Vec<u8>>>(2 * index + 2)? else { continue };
        let is_blob = found.try_get_by_index::<String>(2 * index + 1)? == "blob";
        let read = if column.starts_with("is_") { read_flag } else { read };
        let (text, how) = read(bytes, is_blob, encoding);
        misread.extend(how.map(|how| (column, how)));
        values.extend(text.map(|text| (column, text)));
    }
    place.id = Number::read(values.remove("id"));
    original.misread.extend(misread.into_iter().map(|(column, how)| how.at(&place, column)));
    Ok(Row { place, values })
}
