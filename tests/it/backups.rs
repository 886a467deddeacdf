//! Copies of the database: made every day and before its schema changes, and put back.

mod before_migrating;
mod daily;
mod restore;
mod shown;

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DbBackend, Statement};

const KEY: &str = "0123456789abcdef0123456789abcdef";

/// The program with these words, in a folder, with the settings it has without any.
fn program(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.args(args).current_dir(folder).env_clear().env("DRAND_URLS", "none");
    command
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
fn done(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    said(&output)
}

#[track_caller]
fn refused(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    said(&output)
}

/// What a script says for which the folder `disk` has so many KiB and no more: a disk of its own, which only it sees. The program
/// is its `$0`.
#[track_caller]
fn on_a_small_disk(folder: &Path, kib: u64, script: &str) -> String {
    fs::create_dir_all(folder.join("disk")).unwrap();
    let script = format!("mount -t tmpfs -o size={kib}k none disk || exit; {script}");
    let mut small = Command::new("unshare");
    small.args(["--map-root-user", "--mount", "sh", "-c", &script, env!("CARGO_BIN_EXE_ticket-pool")]);
    said(&small.current_dir(folder).env("DRAND_URLS", "none").output().unwrap())
}

/// Someone's file.
fn make(file: &Path) {
    fs::write(file, "mine").unwrap();
    fs::set_permissions(file, fs::Permissions::from_mode(0o600)).unwrap();
}

/// The names in a folder; each file that the program made there is its owner's alone.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap()).collect();
    names.sort_by_key(std::fs::DirEntry::file_name);
    let ours = |name: &str| name.starts_with("tickets") || name.starts_with(".copying");
    for file in names.iter().filter(|file| ours(file.file_name().to_str().unwrap())) {
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.path().display());
    }
    names.into_iter().map(|file| file.file_name().into_string().unwrap()).collect()
}

/// Has SQLite do something with a file, and returns the first value it answers with.
async fn sql(file: &Path, sql: &str) -> Option<String> {
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let connection = Box::pin(Database::connect(ConnectOptions::new(url).max_connections(1).to_owned())).await.unwrap();
    let row = connection.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
    let value = row.and_then(|row| row.try_get_by_index::<Option<String>>(0).unwrap());
    connection.close().await.unwrap();
    value
}
