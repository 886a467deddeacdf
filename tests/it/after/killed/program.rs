//! The real program on the town's database.

use std::{
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::sleep,
};

use crate::harness::{Browser, SECRET_KEY, Town, cluster};

/// The program, running.
pub struct Program {
    child: Child,
    at: SocketAddr,
}

impl Program {
    /// Starts it, and waits until it answers.
    pub async fn start(town: &Town, folder: &Path) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = free.local_addr().unwrap();
        drop(free);
        let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
        command.arg("serve").current_dir(folder).env_clear().stdout(Stdio::null()).stderr(Stdio::null());
        let (name, place) = database(town).await;
        command.env(name, place).env("LISTEN", at.to_string()).env("APP_URL", &town.site.settings.app_url);
        command.env("SECRET_KEY", SECRET_KEY).env("DRAND_URLS", "none").env("LEPTOS_SITE_ROOT", "site");
        let mut program = Self { child: command.spawn().unwrap(), at };
        while program.ask("GET /healthz HTTP/1.1", "").await.is_none() {
            assert!(program.child.try_wait().unwrap().is_none(), "it ended by itself");
            sleep(Duration::from_millis(10)).await;
        }
        program
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Where it answers.
    pub fn door(&self, town: &Town) -> Door {
        Door { at: self.at, site: town.site.settings.app_url.clone() }
    }

    async fn ask(&self, first: &str, more: &str) -> Option<u16> {
        ask(self.at, &format!("{first}\r\nHost: {}\r\nConnection: close\r\n{more}\r\n", self.at)).await
    }
}

/// What forms are sent to; it may be gone.
#[derive(Clone)]
pub struct Door {
    at: SocketAddr,
    site: String,
}

impl Door {
    /// Sends a form as an island does. Whether it was done; `None`: no answer came.
    pub async fn post(&self, browser: &Browser, path: &str, fields: &[(&str, String)]) -> Option<bool> {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let cookies: Vec<String> = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let (host, site) = (self.site.rsplit('/').next().unwrap(), &self.site);
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: {site}\r\nAccept: application/json\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            cookies.join("; "),
            body.len()
        );
        Some(ask(self.at, &(head + &body)).await? == 200)
    }
}

/// The status of what comes back, if all of its head does.
async fn ask(at: SocketAddr, request: &str) -> Option<u16> {
    let mut connection = TcpStream::connect(at).await.ok()?;
    connection.write_all(request.as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    // Whoever is killed hangs up in the middle.
    let _ = connection.read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer);
    answer.split_once("\r\n\r\n")?.0.split(' ').nth(1)?.parse().ok()
}

/// The setting that names the town's database.
async fn database(town: &Town) -> (&'static str, String) {
    let db = &town.site.db;
    let (sql, column) = match db.backend() {
        DbBackend::Postgres => ("SELECT CAST(current_database() AS TEXT) AS place", "place"),
        _ => ("PRAGMA database_list", "file"),
    };
    let row = db.read().query_one_raw(Statement::from_string(db.backend(), sql)).await.unwrap().unwrap();
    let place: String = row.try_get("", column).unwrap();
    if db.backend() == DbBackend::Postgres {
        ("DATABASE_URL", format!("{}/{place}", cluster().rsplit_once('/').unwrap().0))
    } else {
        ("DATABASE", place)
    }
}
