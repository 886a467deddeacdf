//! Why a database cannot be opened, in words that say what to do.

use std::{
    fs::OpenOptions,
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

use sea_orm::{
    DbErr, RuntimeErr,
    sqlx::{
        ConnectOptions, Connection, Error,
        postgres::{PgConnectOptions, PgConnection},
    },
};

/// How long PostgreSQL is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Why this process cannot keep an SQLite file there; `None`: it can, as far as the system says. Where it can, nothing is made.
pub fn of_file(file: &Path) -> Option<String> {
    why_not(file, "set DATABASE to a file")
}

/// Why this process cannot write a copy there; `None`: it can.
pub fn of_copy(file: &Path) -> Option<String> {
    why_not(file, "name a file")
}

/// `instead` is what to do about it, as far as the word "file".
fn why_not(file: &Path, instead: &str) -> Option<String> {
    let shown = file.display();
    if file.is_dir() {
        return Some(format!("{shown} is a folder; {instead}"));
    }
    if file.exists() && !file.is_file() {
        return Some(format!("{shown} is a device or a pipe; {instead}"));
    }
    if file.exists()
        && let Err(error) = OpenOptions::new().read(true).write(true).open(file)
    {
        return Some(said(&error, &shown.to_string(), instead));
    }
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    // SQLite keeps its log beside the file, so the folder must be writable too.
    let mut probe = file.as_os_str().to_owned();
    probe.push("-probe");
    match OpenOptions::new().write(true).create(true).truncate(false).open(&probe) {
        Ok(_) => {
            let _gone = std::fs::remove_file(&probe);
            None
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Some(format!("there is no folder {}; make it, or {instead} elsewhere", folder.display()))
        }
        Err(error) => Some(said(&error, &format!("the folder {} (for {shown})", folder.display()), instead)),
    }
}

fn said(error: &io::Error, place: &str, instead: &str) -> String {
    let user = std::fs::metadata("/proc/self").map_or_else(|_| "this user".into(), |me| format!("user {}", me.uid()));
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            format!("{user} may not read and write {place}; give it to that user (chown), or {instead} elsewhere")
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            format!("{place} is on a file system that is read-only; {instead} elsewhere")
        }
        io::ErrorKind::StorageFull => format!("there is no space left for {place}"),
        _ => format!("{user} cannot write {place}: {error}"),
    }
}

/// What SQLite says, and what can be done about it. Its primary result codes stand at <https://www.sqlite.org/rescode.html>.
pub fn of_sqlite(error: &DbErr) -> String {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return error.to_string();
    };
    let Error::Database(said) = &**error else { return error.to_string() };
    let code = said.code().and_then(|code| code.parse::<u32>().ok()).unwrap_or_default();
    let what = match code & 0xff {
        5 | 6 => "another program is writing to it; end that program, or wait, and try again",
        8 => "it can only be read",
        10 => "the disk failed while it was read or written",
        11 => "it is damaged; take an older copy, or save what can be saved with: sqlite3 FILE .recover",
        13 => "the disk is full",
        14 => "it, its folder, or a file beside it cannot be opened; may this user read and write there?",
        26 => "it is no SQLite database, or an encrypted one",
        _ => return said.message().to_owned(),
    };
    format!("{what} (SQLite: {})", said.message())
}

/// Whether a site can be kept in a database: in UTF-8, and where there are no tables yet, by a role that may make some. (From
/// PostgreSQL 15 on, only the owner of a database may make any in `public`.)
async fn fits(connection: &mut PgConnection) -> Result<Result<(), String>, Error> {
    let asked = "SELECT current_user::text, current_schema()::text, current_setting('server_encoding'), \
                 to_regclass('seaql_migrations') IS NOT NULL \
                 OR coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)";
    let (user, schema, encoding, may): (String, Option<String>, String, bool) =
        sea_orm::sqlx::query_as(asked).fetch_one(connection).await?;
    let schema = schema.unwrap_or_else(|| "public".to_owned());
    if encoding != "UTF8" {
        return Ok(Err(format!(
            "this database keeps text in {encoding}, which has no room for every name; make one with: CREATE DATABASE … \
             ENCODING 'UTF8' TEMPLATE template0"
        )));
    }
    if !may {
        return Ok(Err(format!(
            "the role {user} may not make tables in the schema {schema}; let it, as an administrator of the database: GRANT \
             CREATE ON SCHEMA {schema} TO {user}"
        )));
    }
    Ok(Ok(()))
}

/// Connects to PostgreSQL once, to say soon and in words why it cannot be done: a pool tries again until its time is over.
///
/// # Errors
/// Why not, with host and port, without the password.
pub(super) async fn reach(url: &str) -> Result<(), String> {
    let options = PgConnectOptions::from_str(url).map_err(|_| "DATABASE_URL cannot be read".to_owned())?;
    let place = match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    };
    let options = options.disable_statement_logging();
    match tokio::time::timeout(PATIENCE, PgConnection::connect_with(&options)).await {
        Ok(Ok(mut connection)) => {
            let fits = fits(&mut connection).await.unwrap_or_else(|error| Err(error.to_string()));
            let closed = connection.close().await.map_err(|error| error.to_string());
            fits.and(closed).map_err(|why| format!("PostgreSQL at {place}: {why}"))
        }
        Ok(Err(Error::Io(error))) if error.kind() == io::ErrorKind::ConnectionRefused => Err(format!(
            "PostgreSQL at {place} refused the connection; is it running, and is that the right host and port?"
        )),
        Ok(Err(Error::Io(error))) => Err(format!("PostgreSQL at {place} cannot be reached: {error}")),
        Ok(Err(Error::Database(error))) => Err(format!("PostgreSQL at {place} says: {}", error.message())),
        Ok(Err(error)) => Err(format!("PostgreSQL at {place}: {error}")),
        Err(_) => Err(format!("PostgreSQL at {place} did not answer within {} seconds", PATIENCE.as_secs())),
    }
}
