//! Databases in a PostgreSQL cluster, each a copy of one where the town was founded.

use std::{
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, FromQueryResult, Statement};
use ticket_pool::server::db::Db;
use tokio::sync::OnceCell;

use super::Town;

/// The name of this run's first database, which is copied. What the run makes is called by it.
static FIRST: OnceCell<String> = OnceCell::const_new();

/// A database of one test.
#[derive(Debug)]
pub struct Copy {
    /// The cluster, by the address of the database everyone starts from.
    cluster: String,
    /// To that database.
    connection: DatabaseConnection,
    name: String,
}

#[derive(FromQueryResult)]
struct Found {
    word: String,
}

impl Copy {
    /// Makes one.
    pub async fn make(cluster: String) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(1);
        let connection = connect(&cluster).await;
        let first = FIRST.get_or_init(|| first(&cluster, &connection)).await;
        let name = format!("{first}_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        connection.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {first}")).await.unwrap();
        Self { cluster, connection, name }
    }

    /// Makes one that is empty.
    pub async fn empty(cluster: String) -> Self {
        let copy = Self::make(cluster).await;
        remove(&copy.connection, &copy.name).await;
        copy.connection.execute_unprepared(&format!("CREATE DATABASE {}", copy.name)).await.unwrap();
        copy
    }

    /// Its address.
    pub fn url(&self) -> String {
        beside(&self.cluster, &self.name)
    }

    /// Removes it, whoever is still connected.
    pub async fn remove(self) {
        remove(&self.connection, &self.name).await;
        self.connection.close().await.unwrap();
    }
}

/// Founds the town. Nobody clears its database away at the end of a run, so the next run removes what is a day old.
async fn first(cluster: &str, connection: &DatabaseConnection) -> String {
    let old = "SELECT datname AS word FROM pg_database WHERE datname ~ '^ticket_pool_[0-9]+_[0-9]+(_[0-9]+)?$' \
               AND split_part(datname, '_', 3)::bigint < extract(epoch FROM now() - interval '1 day')";
    for name in words(connection, old).await {
        remove(connection, &name).await;
    }
    let now = words(connection, "SELECT floor(extract(epoch FROM now()))::text AS word").await.concat();
    let name = format!("ticket_pool_{now}_{}", process::id());
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
    let db = Db::postgres(&beside(cluster, &name)).await.unwrap();
    Town::found(&db).await;
    db.close().await.unwrap();
    name
}

async fn words(connection: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let found = Found::find_by_statement(statement).all(connection).await.unwrap();
    found.into_iter().map(|found| found.word).collect()
}

async fn remove(connection: &DatabaseConnection, name: &str) {
    connection.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await.unwrap();
}

/// Another database of the same cluster.
fn beside(cluster: &str, name: &str) -> String {
    let (server, _) = cluster.rsplit_once('/').expect("postgres://…/name");
    format!("{server}/{name}")
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Box::pin(Database::connect(options)).await.expect("TEST_DATABASE_URL names a PostgreSQL that answers")
}
