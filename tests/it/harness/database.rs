use std::{
    env,
    panic::resume_unwind,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;
use ticket_pool::server::db::Db;

use super::Town;

/// On which of the two a story is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Where a test's own database lies.
#[derive(Debug)]
pub enum Place {
    /// In a folder that vanishes with it.
    File(TempDir),
    /// In the cluster, under this name.
    Cluster { cluster: String, name: String },
    /// Nowhere: only SQLite was asked for.
    Nowhere,
}

/// Tells a story in a fresh town and clears it away, however it ended.
pub async fn run<S, F>(engine: Engine, story: S)
where
    S: FnOnce(Town) -> F + Send + 'static,
    F: Future<Output = ()> + Send + 'static,
{
    let place = Place::make(engine).await;
    if matches!(place, Place::Nowhere) {
        eprintln!("not told on PostgreSQL: TICKET_POOL_TEST=sqlite");
        return;
    }
    let told = match place.open().await {
        Ok(db) => tokio::spawn(async { story(Town::found(db).await).await }).await,
        Err(error) => panic!("the test's own database does not open: {error}"),
    };
    place.clear().await;
    if let Err(ended) = told {
        resume_unwind(ended.into_panic());
    }
}

impl Place {
    async fn make(engine: Engine) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        if engine == Engine::Sqlite {
            return Self::File(tempfile::Builder::new().prefix("ticket-pool-").tempdir().unwrap());
        }
        if env::var("TICKET_POOL_TEST").is_ok_and(|only| only == "sqlite") {
            return Self::Nowhere;
        }
        let cluster = env::var("TEST_DATABASE_URL").unwrap_or_else(|_| {
            panic!("TEST_DATABASE_URL names no PostgreSQL: run script/test, or set TICKET_POOL_TEST=sqlite to leave it out")
        });
        let name = format!("ticket_pool_test_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let connection = connect(&cluster).await;
        connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        connection.close().await.unwrap();
        Self::Cluster { cluster, name }
    }

    async fn open(&self) -> Result<Db, ticket_pool::server::db::OpenError> {
        match self {
            Self::File(folder) => Db::sqlite(&folder.path().join("tickets.db")).await,
            Self::Cluster { cluster, name } => {
                let (server, _) = cluster.rsplit_once('/').expect("postgres://…/name");
                Db::postgres(&format!("{server}/{name}")).await
            }
            Self::Nowhere => unreachable!("nothing is told nowhere"),
        }
    }

    async fn clear(self) {
        if let Self::Cluster { cluster, name } = self {
            let connection = connect(&cluster).await;
            connection.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("TEST_DATABASE_URL names a PostgreSQL that answers")
}
