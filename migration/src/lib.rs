//! The schema, one change a file, for SQLite and PostgreSQL alike.
//!
//! Rules that must never be broken stand here as constraints, so that no path around the services can break them:
//! one request a person and event, amounts not negative, tiers a set of numbers from 1 to a million, roles and statuses
//! from closed lists.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::{prelude::*, schema};

mod m0001_people;
mod m0002_signing_in;
mod m0003_events;
mod m0004_requests;
mod m0005_outbox;
mod m0006_audit_log;
mod m0007_form_drafts;
mod m0008_draws;
mod m0009_codes;
mod m0010_limits;
mod m0011_new_device;
mod m0012_audit_append_only;
mod m0013_account;
mod m0014_any_kind_of_message;
mod m0015_limit_by_lot;
mod m0016_ways_in;
mod m0018_told;
mod m0019_season_rights;
mod m0020_format_two;
mod m0021_randomness;
mod m0022_statements;
mod m0023_what_follows;
mod m0024_names;
mod m0025_creations;
mod m0026_language;
mod m0027_course;
mod m0028_place;
mod m0029_way;
mod m0030_what_goes_out;
mod m0031_bounces;
mod m0033_alarms;
mod m0034_failed_at;
mod m0035_after;
mod m0036_after_settings;
mod m0037_guests;
mod m0038_result_tickets;
mod m0039_hand_requests;
mod m0040_handouts;
mod m0041_since_result;

/// All migrations, oldest first.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_signing_in::Migration),
            Box::new(m0003_events::Migration),
            Box::new(m0004_requests::Migration),
            Box::new(m0005_outbox::Migration),
            Box::new(m0006_audit_log::Migration),
            Box::new(m0007_form_drafts::Migration),
            Box::new(m0008_draws::Migration),
            Box::new(m0009_codes::Migration),
            Box::new(m0010_limits::Migration),
            Box::new(m0011_new_device::Migration),
            Box::new(m0012_audit_append_only::Migration),
            Box::new(m0013_account::Migration),
            Box::new(m0014_any_kind_of_message::Migration),
            Box::new(m0015_limit_by_lot::Migration),
            Box::new(m0016_ways_in::Migration),
            Box::new(m0018_told::Migration),
            Box::new(m0019_season_rights::Migration),
            Box::new(m0020_format_two::Migration),
            Box::new(m0021_randomness::Migration),
            Box::new(m0022_statements::Migration),
            Box::new(m0023_what_follows::Migration),
            Box::new(m0024_names::Migration),
            Box::new(m0025_creations::Migration),
            Box::new(m0026_language::Migration),
            Box::new(m0027_course::Migration),
            Box::new(m0028_place::Migration),
            Box::new(m0029_way::Migration),
            Box::new(m0030_what_goes_out::Migration),
            Box::new(m0031_bounces::Migration),
            Box::new(m0033_alarms::Migration),
            Box::new(m0034_failed_at::Migration),
            Box::new(m0035_after::Migration),
            Box::new(m0036_after_settings::Migration),
            Box::new(m0038_result_tickets::Migration),
            Box::new(m0039_hand_requests::Migration),
            Box::new(m0040_handouts::Migration),
            Box::new(m0037_guests::Migration),
            Box::new(m0041_since_result::Migration),
        ]
    }
}

/// An instant, UTC.
fn instant(name: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone(name)
}

/// An instant that may not have come yet.
fn instant_null(name: &'static str) -> ColumnDef {
    schema::timestamp_with_time_zone_null(name)
}

/// A word from a closed list.
fn word(name: &'static str, accepted: &[&str]) -> ColumnDef {
    let list = accepted.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    let mut column = schema::string_len(name, 20);
    column.check(Expr::cust(format!("{name} IN ({list})")));
    column
}

/// A number that cannot be negative.
fn amount(name: &'static str) -> ColumnDef {
    let mut column = schema::integer(name);
    column.check(Expr::cust(format!("{name} >= 0")));
    column
}

/// A number that cannot be negative, or nothing.
fn amount_null(name: &'static str) -> ColumnDef {
    let mut column = schema::integer_null(name);
    column.check(Expr::cust(format!("{name} >= 0")));
    column
}

/// `from (column)` points at `to (id)`.
fn points_at(
    from: &'static str,
    column: &'static str,
    to: &'static str,
    on_delete: ForeignKeyAction,
) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("fk_{from}_{column}")).from(from, column).to(to, "id").on_delete(on_delete).take()
}

/// An index named after its table and columns.
fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for &column in columns {
        index.col(column);
    }
    index
}
