//! The database: connections, transactions, and one file of queries a resource.
//!
//! Entities stay in here. What leaves are records whose fields are typed by `domain`.

mod at_once;
mod connect;
mod entity;
mod name_keys;
mod place;
mod trouble;
mod writer;

pub mod address_changes;
pub mod address_undos;
pub mod after;
pub mod alarms;
pub mod asked;
pub mod attempts;
pub mod attention;
pub mod audit;
mod backup;
pub mod commitments;
pub mod counters;
pub mod course;
pub mod creations;
pub mod decisions;
pub mod door;
pub mod drafts;
pub mod draw_plans;
pub mod draws;
pub mod emails_off;
pub mod events;
pub mod figures;
pub mod first_steps;
pub mod guests;
pub mod handouts;
pub mod happened;
pub mod held;
pub mod import;
pub mod invited;
pub mod legacy;
pub mod limits;
pub mod looks;
pub mod memory;
pub mod memory_one;
pub mod messages;
pub mod missed;
pub mod organizers;
pub mod outbox;
pub mod overview;
pub mod own_data;
pub mod people;
pub mod reach;
pub mod reminders;
pub mod request_lists;
pub mod requests;
pub mod restored;
mod rounds;
pub mod season_events;
pub mod season_people;
pub mod seasons;
pub mod seen_season;
pub mod sessions;
pub mod settle;
pub mod setup_links;
pub mod sign_in;
pub mod sns_messages;
pub mod standings;
pub mod statements;
pub mod stewards;
pub mod summaries;
pub mod watched;
pub mod ways;

pub use connect::{Db, OpenError, WriteTx};
pub use place::Unkept;
pub use restored::Ours;
pub use sea_orm::{ConnectionTrait, DbErr};
pub use trouble::{of_copy as why_no_copy, of_file as why_not_kept, of_sqlite as said_by_sqlite};

/// A row holds a word that its column's constraint forbids.
fn corrupt(table: &'static str, id: impl std::fmt::Display) -> DbErr {
    DbErr::Type(format!("{table} {id} holds a value outside its constraint"))
}
