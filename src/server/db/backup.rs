//! Copies of an SQLite file.

use std::path::Path;

use sea_orm::{ConnectOptions, ConnectionTrait, DbBackend, DbErr, Statement};

use super::{Db, connect::connected};
use crate::server::owner_only;

impl Db {
    /// Writes a copy as one consistent file that only its owner reads, while others read and write (`VACUUM INTO` a file that
    /// is empty).
    ///
    /// # Errors
    /// A file that is there already, a folder that is not; what SQLite says.
    pub async fn backup(&self, file: &Path) -> Result<(), DbErr> {
        owner_only::make(file).map_err(|error| DbErr::Custom(error.to_string()))?;
        let copied = self.copy_into(file).await;
        if copied.is_err() {
            let _empty = std::fs::remove_file(file);
        }
        copied
    }

    async fn copy_into(&self, file: &Path) -> Result<(), DbErr> {
        let name = file.to_str().ok_or_else(|| DbErr::Type("the name is not UTF-8".into()))?;
        let into = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO $1", [name.into()]);
        self.read().execute_raw(into).await.map(|_| ())
    }

    /// Whether an SQLite file is whole (`PRAGMA integrity_check`).
    pub async fn is_whole(file: &Path) -> Result<bool, DbErr> {
        let file = file.to_owned();
        let mut options = ConnectOptions::new("sqlite://database?mode=ro");
        options.max_connections(1).sqlx_logging(false);
        options.map_sqlx_sqlite_opts(move |sqlite| sqlite.filename(&file).immutable(true));
        let connection = connected(options).await?;
        let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
        let said = connection.query_one_raw(check).await?.map(|row| row.try_get_by_index::<String>(0)).transpose()?;
        connection.close().await?;
        Ok(said.as_deref() == Some("ok"))
    }
}
