//! A town for every test: a site on a database of its own, a clock that stands, and five people.

mod browser;
mod cluster;
mod database;
mod doings;
mod tables;
mod town;

pub use browser::{Answer, Browser, form};
pub use database::{Engine, run};
pub use doings::{amounts, board, event_form, person_form, wish};
pub use tables::DOMAIN;
pub use town::{Town, refusal};

/// Tells each story twice: on SQLite and on PostgreSQL.
macro_rules! both {
    ($($(#[$about:meta])* async fn $name:ident($town:ident: Town) $story:block)+) => {$(
        $(#[$about])*
        async fn $name($town: $crate::harness::Town) $story

        mod $name {
            use $crate::harness::{Engine, run};

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn sqlite() {
                run(Engine::Sqlite, super::$name).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn postgres() {
                run(Engine::Postgres, super::$name).await;
            }
        }
    )+};
}
