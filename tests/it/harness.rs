//! A town for every test: a site on a database of its own, a clock that stands, and five people.

pub mod beacon;
mod browser;
mod cluster;
mod database;
mod doings;
mod tables;
mod town;

pub use browser::{Answer, Browser, encoded, form, multipart};
pub use cluster::Copy;
pub use database::{Engine, cluster, run, run_on};
pub use doings::{amounts, board, event_form, finalizing, person_form, wish};
pub use tables::DOMAIN;
pub use ticket_pool::server::mail::Letter;
pub use town::{SECRET_KEY, Town, refusal};

/// Tells each story twice: on SQLite and on PostgreSQL.
macro_rules! both {
    ($($(#[$about:meta])* async fn $name:ident($town:ident: Town) $story:block)+) => {$(
        $(#[$about])*
        async fn $name($town: $crate::harness::Town) $story

        mod $name {
            use $crate::harness::{Engine, run};

            #[test]
            fn sqlite() {
                run(Engine::Sqlite, |town| Box::pin(super::$name(town)));
            }

            #[test]
            fn postgres() {
                run(Engine::Postgres, |town| Box::pin(super::$name(town)));
            }
        }
    )+};
}
