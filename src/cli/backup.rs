use std::path::Path;

use super::Ended;
use crate::server::{
    config::DatabaseAt,
    db::{Db, said_by_sqlite, why_no_copy},
    site::Site,
};

/// Writes a copy of the SQLite database while the site may be running, and opens it to see that it is whole.
///
/// The key of sealed secrets is not in it: it stands in a file or a setting of its own, and has to be kept as well.
pub async fn run(site: &Site, file: &Path) -> Ended {
    let shown = file.display();
    let DatabaseAt::Sqlite(database) = &site.settings.database else {
        return Err(
            "backup is for SQLite; for PostgreSQL use pg_dump. Keep SECRET_KEY as well: it is not in a dump, and \
                    without it no event can be drawn any more."
                .into(),
        );
    };
    if file.exists() {
        return Err(format!("{shown} is there already; give another name"));
    }
    if let Some(why) = why_no_copy(file) {
        return Err(why);
    }
    site.db.backup(file).await.map_err(|error| format!("{shown}: {}", said_by_sqlite(&error)))?;
    let whole = Db::is_whole(file).await.map_err(|error| format!("{shown}: {}", said_by_sqlite(&error)))?;
    if !whole {
        return Err(format!("{shown}: the copy is not whole; try again"));
    }
    println!("{shown} is a whole copy.");
    let beside = database.with_extension("key");
    let key = if beside.exists() { format!("{}", beside.display()) } else { "the setting SECRET_KEY".to_owned() };
    eprintln!(
        "SECRET_KEY is not in it. Keep {key} as well, apart from the copy: without it no event can be drawn any more."
    );
    Ok(())
}
