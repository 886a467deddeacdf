use std::{env, panic::resume_unwind};

use tempfile::TempDir;
use ticket_pool::server::db::{Db, OpenError};

use super::{Town, cluster::Copy};

/// On which of the two a story is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Where a test's own database lies.
#[derive(Debug)]
enum Place {
    /// In a folder that vanishes with it.
    File(TempDir),
    Cluster(Copy),
}

/// Tells a story in a fresh town and clears it away, however it ended.
pub async fn run<S, F>(engine: Engine, story: S)
where
    S: FnOnce(Town) -> F + Send + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    if engine == Engine::Postgres && env::var("TICKET_POOL_TEST").is_ok_and(|only| only == "sqlite") {
        eprintln!("not told on PostgreSQL: TICKET_POOL_TEST=sqlite");
        return;
    }
    let place = Place::make(engine).await;
    let db = place.open().await.expect("the test's own database opens");
    let told = tokio::spawn(async { story(Town::found(db).await).await }).await;
    place.clear().await;
    if let Err(ended) = told {
        resume_unwind(ended.into_panic());
    }
}

impl Place {
    async fn make(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::File(tempfile::Builder::new().prefix("ticket-pool-").tempdir().unwrap()),
            Engine::Postgres => Self::Cluster(Copy::make(cluster()).await),
        }
    }

    async fn open(&self) -> Result<Db, OpenError> {
        match self {
            Self::File(folder) => Db::sqlite(&folder.path().join("tickets.db")).await,
            Self::Cluster(copy) => Db::postgres(&copy.url()).await,
        }
    }

    async fn clear(self) {
        match self {
            Self::File(folder) => folder.close().unwrap(),
            Self::Cluster(copy) => copy.remove().await,
        }
    }
}

/// The cluster that script/test starts.
fn cluster() -> String {
    env::var("TEST_DATABASE_URL").unwrap_or_else(|_| {
        panic!("TEST_DATABASE_URL names no PostgreSQL: run script/test, or set TICKET_POOL_TEST=sqlite to leave it out")
    })
}
