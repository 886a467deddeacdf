use std::{
    env,
    fs::{self, OpenOptions},
    io::Write,
    panic::resume_unwind,
    pin::Pin,
    thread,
    time::Instant,
};

use tempfile::TempDir;
use ticket_pool::server::db::{Db, OpenError};
use tokio::{runtime::Builder, sync::OnceCell};

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

/// The file of a town where nothing has happened yet: founded once, then copied for each test.
static TEMPLATE: OnceCell<Vec<u8>> = OnceCell::const_new();

/// What a test does in its town. A plain function that boxes what it gives back: the runtime around a story is then
/// compiled once, and not for each of a thousand stories.
pub type Story = fn(Town) -> Pin<Box<dyn Future<Output = ()> + Send>>;

/// Tells a story in a fresh town and clears it away, however it ended.
pub fn run(engine: Engine, story: Story) {
    run_on(Builder::new_multi_thread().worker_threads(4), engine, story);
}

/// The same on threads of its own making.
pub fn run_on(threads: &mut Builder, engine: Engine, story: Story) {
    if engine == Engine::Postgres && env::var("TICKET_POOL_TEST").is_ok_and(|only| only == "sqlite") {
        eprintln!("not told on PostgreSQL: TICKET_POOL_TEST=sqlite");
        return;
    }
    let began = Instant::now();
    let runtime = threads.enable_all().build().unwrap();
    let told = runtime.block_on(async {
        let place = Place::make(engine).await;
        let db = place.open().await.expect("the test's own database opens");
        let told = tokio::spawn(async move { story(Town::of(db).await).await }).await;
        place.clear().await;
        told
    });
    drop(runtime);
    note(began);
    if let Err(ended) = told {
        resume_unwind(ended.into_panic());
    }
}

/// Notes how long the test took in the file that script/test names, which shows the slowest.
fn note(began: Instant) {
    let Ok(file) = env::var("TICKET_POOL_TEST_TIMES") else { return };
    let line = format!("{:.2} {}\n", began.elapsed().as_secs_f64(), thread::current().name().unwrap_or("?"));
    OpenOptions::new().append(true).create(true).open(file).unwrap().write_all(line.as_bytes()).unwrap();
}

impl Place {
    async fn make(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::Builder::new().prefix("ticket-pool-").tempdir().unwrap();
                fs::write(folder.path().join("tickets.db"), TEMPLATE.get_or_init(template).await).unwrap();
                Self::File(folder)
            }
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

async fn template() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("template.db");
    let db = Db::sqlite(&file).await.unwrap();
    Town::found(&db).await;
    db.close().await.unwrap();
    fs::read(file).unwrap()
}

/// The cluster that script/test starts.
pub fn cluster() -> String {
    env::var("TEST_DATABASE_URL").unwrap_or_else(|_| {
        panic!("TEST_DATABASE_URL names no PostgreSQL: run script/test, or set TICKET_POOL_TEST=sqlite to leave it out")
    })
}
