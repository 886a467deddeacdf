//! Why PostgreSQL cannot be used, asked before a pool tries again and again.

use std::{io, str::FromStr, time::Duration};

use sea_orm::{
    DbErr,
    sqlx::{
        ConnectOptions, Connection, Error,
        postgres::{PgConnectOptions, PgConnection},
    },
};

use super::sqlx;

/// How long PostgreSQL is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whether a site can be kept in a database: in UTF-8, where something can be written, by a role that may make tables. (From
/// PostgreSQL 15 on, only the owner of a database may make any in `public`.)
async fn fits(connection: &mut PgConnection) -> Result<Result<(), String>, Error> {
    // Whose the tables are is asked of the catalog: a role without rights to their schema does not see them.
    let asked = "SELECT current_user::text, current_schema()::text, current_setting('server_encoding'), \
                 coalesce(has_schema_privilege(current_schema(), 'CREATE'), false), \
                 current_setting('transaction_read_only') = 'on', \
                 (SELECT tableowner::text FROM pg_tables WHERE tablename = 'seaql_migrations' \
                  AND schemaname = coalesce(current_schema()::text, 'public'))";
    let (user, schema, encoding, may, read_only, owner): (String, Option<String>, String, bool, bool, Option<String>) =
        sea_orm::sqlx::query_as(asked).fetch_one(connection).await?;
    let schema = schema.unwrap_or_else(|| "public".to_owned());
    if encoding != "UTF8" {
        return Ok(Err(format!(
            "this database keeps text in {encoding}, which has no room for every name; make one with: CREATE DATABASE … \
             ENCODING 'UTF8' TEMPLATE template0"
        )));
    }
    if read_only {
        return Ok(Err("nothing can be written there: it is a standby, or default_transaction_read_only is on; set \
                       DATABASE_URL to the server that takes writes"
            .to_owned()));
    }
    if let (false, Some(owner)) = (may, owner) {
        return Ok(Err(format!(
            "the tables in the schema {schema} belong to the role {owner}, and the role {user} may not change them; name \
             {owner} in DATABASE_URL"
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
pub async fn reach(url: &str) -> Result<(), String> {
    let options = PgConnectOptions::from_str(url).map_err(|_| "DATABASE_URL cannot be read".to_owned())?;
    let place = place(&options);
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
        // A web server or a proxy, say: PostgreSQL answers the question for TLS with one letter of two.
        Ok(Err(Error::Protocol(said))) if said.contains("SSLRequest") => {
            Err(format!("what answers at {place} is no PostgreSQL; is that the right host and port?"))
        }
        Ok(Err(error)) => Err(format!("PostgreSQL at {place}: {error}")),
        Err(_) => Err(format!("PostgreSQL at {place} did not answer within {} seconds", PATIENCE.as_secs())),
    }
}

/// What PostgreSQL said later on, with where it is and without the password.
pub(super) fn said(url: &str, error: &DbErr) -> String {
    let place = PgConnectOptions::from_str(url).map_or_else(|_| "DATABASE_URL".to_owned(), |options| place(&options));
    match sqlx(error) {
        Some(Error::Database(said)) => format!("PostgreSQL at {place} says: {}", said.message()),
        Some(other) => format!("PostgreSQL at {place}: {other}"),
        None => format!("PostgreSQL at {place}: {error}"),
    }
}

/// Host and port, or the socket.
fn place(options: &PgConnectOptions) -> String {
    match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    }
}
