//! What lies on the disk is its owner's alone, whatever the umask is.

use std::{
    fs::{self, Permissions},
    io::{BufRead, BufReader},
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Stdio},
};

/// The program with an umask that lets others read what it makes, in a folder of its own.
fn program(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "umask 022; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_ticket-pool")]).args(args);
    command.env_clear().env("LEPTOS_SITE_ROOT", folder.join("site")).current_dir(folder);
    command
}

/// The files of a folder with their modes.
fn modes(folder: &Path) -> Vec<(String, u32)> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap()).filter(|file| file.path().is_file());
    let mode = |file: &fs::DirEntry| file.metadata().unwrap().permissions().mode() & 0o777;
    let mut modes: Vec<_> = files.map(|file| (file.file_name().into_string().unwrap(), mode(&file))).collect();
    modes.sort();
    modes
}

/// Of these files each is read and written by its owner, and by nobody else.
#[track_caller]
fn owned(folder: &Path, files: &[&str]) {
    let expected: Vec<_> = files.iter().map(|&name| (name.to_owned(), 0o600)).collect();
    assert_eq!(modes(folder), expected);
}

#[test]
fn nobody_else_on_the_machine_reads_the_database_its_log_a_copy_or_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir_all(folder.join("site/pkg")).unwrap();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut serve = program(folder, &["serve"]);
    serve.env("APP_URL", format!("http://localhost:{port}")).env("LISTEN", format!("127.0.0.1:{port}"));
    let mut site = serve.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    // It is up once it shows the set-up link.
    let said =
        BufReader::new(site.stdout.take().unwrap()).lines().map_while(Result::ok).find(|line| line.contains("set-up/"));
    let while_it_runs = modes(folder);
    let copied = program(folder, &["backup", "copy.db"]).output().unwrap();
    let with_a_copy = modes(folder);
    Command::new("kill").arg(site.id().to_string()).status().unwrap();
    site.wait().unwrap();
    assert!(said.is_some());
    let all = |names: &[&str]| names.iter().map(|&name| (name.to_owned(), 0o600)).collect::<Vec<_>>();
    assert_eq!(
        while_it_runs,
        all(&["tickets.db", "tickets.db-running", "tickets.db-shm", "tickets.db-wal", "tickets.key"])
    );
    assert!(copied.status.success(), "{copied:?}");
    assert_eq!(
        with_a_copy,
        all(&["copy.db", "tickets.db", "tickets.db-running", "tickets.db-shm", "tickets.db-wal", "tickets.key"])
    );
}

#[test]
fn what_an_earlier_version_left_open_to_others_is_taken_from_them_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(program(folder, &["migrate"]).output().unwrap().status.success());
    for file in ["tickets.db", "tickets.key"] {
        fs::set_permissions(folder.join(file), Permissions::from_mode(0o644)).unwrap();
    }
    assert!(program(folder, &["migrate"]).output().unwrap().status.success());
    owned(folder, &["tickets.db", "tickets.key"]);
}

#[test]
fn a_copy_that_fails_leaves_nothing_and_one_that_is_there_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    assert!(program(folder, &["migrate"]).output().unwrap().status.success());
    fs::write(folder.join("copy.db"), "mine").unwrap();
    assert!(!program(folder, &["backup", "copy.db"]).output().unwrap().status.success());
    assert_eq!(fs::read_to_string(folder.join("copy.db")).unwrap(), "mine");
}
