//! Connections: SQLite with one writer and read-only readers, PostgreSQL with one pool.

mod found;

use std::{
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use chrono::{DateTime, Utc};
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult,
    QueryResult, Statement, TransactionOptions, TransactionTrait,
};

pub(super) use self::found::read_only;
use self::found::{known_only, migrate, ours_only};
use super::{
    backup,
    place::Place,
    trouble,
    writer::{Turn, Writer},
};
use crate::domain::ids::{EventId, SeasonId};
use crate::server::{config::DatabaseAt, owner_only};

/// The advisory lock of PostgreSQL that whoever migrates holds: "ticketpo" in ASCII.
const MIGRATING: i64 = 0x7469_636b_6574_706f;

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    writer: DatabaseConnection,
    /// On SQLite: who writes, one after the other.
    turns: Option<Writer>,
    /// On SQLite: where its file was opened.
    pub(super) place: Option<Place>,
    readers: DatabaseConnection,
    statements: Arc<AtomicU64>,
}

/// A transaction that may write. Dropped without [`WriteTx::commit`], it leaves no trace.
#[derive(Debug)]
pub struct WriteTx {
    inner: DatabaseTransaction,
    turn: Option<Box<Turn>>,
    /// The events it holds: whoever changes one or its requests holds it.
    touched: Mutex<Vec<Touched>>,
}

/// An event that a transaction holds, and the season in which it counted before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Touched {
    pub(super) event: EventId,
    pub(super) counted_in: Option<SeasonId>,
}

/// Why a database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file holds the original program's tables and not ours.
    #[error(
        "{0} is a database of the original Ticket Pool. It is left untouched. Give DATABASE another name (such as \
         ./ticket-pool.db) and bring the old data over with: ticket-pool import-legacy {0}"
    )]
    Legacy(String),
    /// The file holds tables of another program and not ours.
    #[error(
        "{file} holds tables of another program ({tables}). It is left untouched. Give DATABASE another name, such as \
         ./tickets.db: the site keeps its data in a file of its own"
    )]
    Foreign { file: String, tables: String },
    /// The schema is newer than this program.
    #[error("the database was written by a newer version ({0} is unknown here); start that version or a later one")]
    Newer(String),
    /// The schema has to change, and the copy that is made before cannot be.
    #[error(
        "the schema has to be brought up to date, and the copy that is made before could not be: {0}. Nothing was changed"
    )]
    NoCopy(String),
    /// Nothing can be kept there, or nobody answers: why, and what to do.
    #[error("the database cannot be opened: {0}")]
    Trouble(String),
    /// Anything the database itself says.
    #[error("the database cannot be opened: {0}")]
    Db(#[from] DbErr),
}

impl Db {
    /// What the database's own clock says; SQLite has none.
    pub async fn clock(&self) -> Result<Option<DateTime<Utc>>, DbErr> {
        if self.backend() != DbBackend::Postgres {
            return Ok(None);
        }
        let now = Statement::from_string(DbBackend::Postgres, "SELECT now()");
        let row = self.readers.query_one_raw(now).await?;
        row.map(|row| row.try_get_by_index(0)).transpose()
    }

    /// Opens an SQLite file, making it if it is not there, and brings its schema up to date. Only its owner reads it, and what
    /// SQLite puts beside it.
    ///
    /// # Errors
    /// Refuses, without writing a byte, a file that belongs to the original program, or to another.
    pub async fn sqlite(file: &Path) -> Result<Self, OpenError> {
        if let Some(trouble) = trouble::of_file(file) {
            return Err(OpenError::Trouble(trouble));
        }
        if file.exists() {
            ours_only(file).await?;
        }
        keep_from_others(file);
        let options = |mode: &str, most: u32| {
            let (read_only, file) = (mode == "ro", file.to_owned());
            let mut options = ConnectOptions::new(format!("sqlite://database?mode={mode}"));
            options.max_connections(most).min_connections(1).sqlx_logging(false).test_before_acquire(false);
            options.acquire_timeout(Duration::from_secs(10)).map_sqlx_sqlite_opts(move |sqlite| {
                let sqlite = sqlite.filename(&file).foreign_keys(true).busy_timeout(Duration::from_secs(5));
                let sqlite = if read_only { sqlite } else { sqlite.pragma("journal_mode", "WAL") };
                sqlite.pragma("synchronous", "FULL")
            });
            options
        };
        // As many as can read at once.
        let readers = std::thread::available_parallelism().map_or(4, |cores| cores.get().max(2));
        let readers = u32::try_from(readers).unwrap_or(4);
        let statements = Arc::default();
        let writer = counted(connected(options("rwc", 1)).await?, &statements);
        backup::before_migrating(&writer, file).await.map_err(OpenError::NoCopy)?;
        migrate(&writer).await?;
        let readers = counted(connected(options("ro", readers)).await?, &statements);
        let turns = Some(Writer::new(writer.clone()));
        Ok(Self { writer, turns, place: Place::of(file), readers, statements })
    }

    /// Connects to PostgreSQL and brings its schema up to date. Other programs may have tables there too.
    pub async fn postgres(url: &str) -> Result<Self, OpenError> {
        trouble::reach(url).await.map_err(OpenError::Trouble)?;
        let mut options = ConnectOptions::new(url);
        options.max_connections(16).sqlx_logging(false).test_before_acquire(false);
        options.acquire_timeout(Duration::from_secs(10)).connect_timeout(Duration::from_secs(10));
        options.map_sqlx_postgres_opts(|pg| pg.options([("lock_timeout", "3s")]));
        let statements = Arc::default();
        // Of several that start at once one migrates and the others wait. The lock is its session's, which ends here.
        let mut alone = options.clone();
        let migrating = connected(alone.max_connections(1).to_owned()).await?;
        let lock = format!("SELECT pg_advisory_lock({MIGRATING})");
        migrating.execute_unprepared("SET lock_timeout = 0").await?;
        migrating.execute_unprepared(&lock).await?;
        migrate(&migrating).await?;
        migrating.close().await?;
        let pool = counted(connected(options).await?, &statements);
        Ok(Self { writer: pool.clone(), turns: None, place: None, readers: pool, statements })
    }

    /// The migrations that opening this database would run, by name. Writes nothing.
    pub async fn pending_migrations(at: &DatabaseAt) -> Result<Vec<String>, OpenError> {
        Self::pending(at).await.map_err(|error| error.at(at))
    }

    async fn pending(at: &DatabaseAt) -> Result<Vec<String>, OpenError> {
        let all = || Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
        let options = match at {
            DatabaseAt::Sqlite(file) if !file.exists() => return Ok(all()),
            DatabaseAt::Sqlite(file) => {
                ours_only(file).await?;
                read_only(file, false)
            }
            DatabaseAt::Postgres(url) => {
                trouble::reach(url).await.map_err(OpenError::Trouble)?;
                ConnectOptions::new(url).max_connections(1).sqlx_logging(false).to_owned()
            }
        };
        let connection = connected(options).await?;
        known_only(&connection).await?;
        let Ok(pending) = Migrator::get_pending_migrations_read_only(&connection).await else { return Ok(all()) };
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }

    /// For reading.
    pub fn read(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// Starts a transaction that may write. On SQLite it waits for its turn, and cannot fail half-way for a lock.
    pub async fn write_tx(&self) -> Result<WriteTx, DbErr> {
        self.tx(false).await
    }

    /// The same for something short that cannot wait: on SQLite its turn comes before that of others, and what it writes stays
    /// without waiting for what they write.
    pub async fn urgent_tx(&self) -> Result<WriteTx, DbErr> {
        self.tx(true).await
    }

    async fn tx(&self, is_urgent: bool) -> Result<WriteTx, DbErr> {
        let (inner, turn) = match &self.turns {
            Some(writer) => {
                let (inner, turn) = Box::pin(writer.begin(is_urgent)).await?;
                (inner, Some(Box::new(turn)))
            }
            None => (self.writer.begin_with_options(TransactionOptions::default()).await?, None),
        };
        Ok(WriteTx { inner, turn, touched: Mutex::default() })
    }

    /// Closes all connections; on SQLite this also brings the write-ahead log into the file.
    pub async fn close(&self) -> Result<(), DbErr> {
        self.readers.close_by_ref().await?;
        self.writer.close_by_ref().await
    }

    /// How many statements were sent since the start, transaction control aside.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Which engine this is.
    pub fn backend(&self) -> DbBackend {
        self.writer.get_database_backend()
    }
}

impl WriteTx {
    /// The events it held until now, each time those since the last.
    pub(super) fn take_touched(&self) -> Vec<Touched> {
        std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes everything written stay, and nothing else: [`super::settle`] brings up to date what follows from it.
    pub(super) async fn end(self) -> Result<(), DbErr> {
        match self.turn {
            Some(turn) => Box::pin(turn.commit(self.inner)).await,
            None => self.inner.commit().await,
        }
    }

    /// Notes an event that is held.
    pub(super) fn touch(&self, event: Touched) {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).push(event);
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for WriteTx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}

/// Counts every statement of a connection.
fn counted(mut connection: DatabaseConnection, statements: &Arc<AtomicU64>) -> DatabaseConnection {
    let statements = Arc::clone(statements);
    connection.set_metric_callback(move |_| {
        statements.fetch_add(1, Ordering::Relaxed);
    });
    connection
}

/// Makes the file, or takes it and what lies beside it from others. SQLite makes `-wal` and `-shm` with the mode of the file
/// itself. A file that cannot be made is for SQLite to complain about.
fn keep_from_others(file: &Path) {
    let _there_already = owner_only::make(file);
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        owner_only::tighten(Path::new(&name));
    }
}

/// Connects. What waits for that is large, and would make everything large that waits for it: it stands on the heap.
pub(super) async fn connected(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    Box::pin(Database::connect(options)).await
}
