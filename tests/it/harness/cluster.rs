//! Databases in a PostgreSQL cluster, each a copy of one that has the schema.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use migration::{Migrator, MigratorTrait};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};

/// A database of one test.
#[derive(Debug)]
pub struct Copy {
    /// The cluster, by the address of the database everyone starts from.
    cluster: String,
    name: String,
}

impl Copy {
    /// Makes one.
    pub async fn make(cluster: String) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("ticket_pool_test_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let connection = connect(&cluster).await;
        let template = template(&cluster, &connection).await;
        connection.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.unwrap();
        connection.close().await.unwrap();
        Self { cluster, name }
    }

    /// Its address.
    pub fn url(&self) -> String {
        beside(&self.cluster, &self.name)
    }

    /// Removes it, whoever is still connected.
    pub async fn remove(self) {
        let connection = connect(&self.cluster).await;
        connection.execute_unprepared(&format!("DROP DATABASE {} WITH (FORCE)", self.name)).await.unwrap();
        connection.close().await.unwrap();
    }
}

/// The database that is copied: migrated once for each state of the schema, and kept in the cluster for the next run.
/// It gets its name last, so a half-made one is never taken for it.
async fn template(cluster: &str, connection: &DatabaseConnection) -> String {
    let name = format!("ticket_pool_template_{:016x}", schema());
    connection.execute_unprepared("SELECT pg_advisory_lock(4711)").await.unwrap();
    let there = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    let there = Statement::from_string(connection.get_database_backend(), there);
    if connection.query_one_raw(there).await.unwrap().is_none() {
        let unfinished = format!("{name}_unfinished");
        connection.execute_unprepared(&format!("DROP DATABASE IF EXISTS {unfinished}")).await.unwrap();
        connection.execute_unprepared(&format!("CREATE DATABASE {unfinished}")).await.unwrap();
        let new = connect(&beside(cluster, &unfinished)).await;
        Migrator::up(&new, None).await.unwrap();
        new.close().await.unwrap();
        connection.execute_unprepared(&format!("ALTER DATABASE {unfinished} RENAME TO {name}")).await.unwrap();
    }
    connection.execute_unprepared("SELECT pg_advisory_unlock(4711)").await.unwrap();
    name
}

/// What the migrations say, as a number.
fn schema() -> u64 {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migration/src");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read_to_string(file).unwrap().hash(&mut hasher);
    }
    hasher.finish()
}

/// Another database of the same cluster.
fn beside(cluster: &str, name: &str) -> String {
    let (server, _) = cluster.rsplit_once('/').expect("postgres://…/name");
    format!("{server}/{name}")
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("TEST_DATABASE_URL names a PostgreSQL that answers")
}
