//! What a new site has already.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};

use crate::domain::message::{Delivery, Kind};

/// What there is, as far as it says how the site came along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstSteps {
    /// Whether an email that someone sent themselves to try it went out.
    pub tested_email: bool,
    /// Whether there is more than one person.
    pub has_people: bool,
    /// Whether there is an event that is not in the trash.
    pub has_event: bool,
}

#[derive(FromQueryResult)]
struct Row {
    tests: i64,
    people: i64,
    events: i64,
}

/// One statement, whatever the number of rows.
pub async fn read(c: &impl ConnectionTrait) -> Result<FirstSteps, DbErr> {
    let sql = "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM outbox WHERE kind = $1 AND status = $2 LIMIT 1) o) AS tests, \
         (SELECT COUNT(*) FROM (SELECT 1 FROM users LIMIT 2) u) AS people, \
         (SELECT COUNT(*) FROM (SELECT 1 FROM events WHERE deleted_at IS NULL LIMIT 1) e) AS events";
    let values = [Kind::Test.as_str().into(), Delivery::Sent.as_str().into()];
    let statement = Statement::from_sql_and_values(c.get_database_backend(), sql, values);
    let row = Row::find_by_statement(statement).one(c).await?.unwrap_or(Row { tests: 0, people: 0, events: 0 });
    Ok(FirstSteps { tested_email: row.tests > 0, has_people: row.people > 1, has_event: row.events > 0 })
}
