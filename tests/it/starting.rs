//! What an admin reads when the program cannot start, and settings as people have them.

mod databases;
mod files;

use std::{
    fs::{self, Permissions},
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::Path,
    process::{Command, Output},
    time::{Duration, Instant},
};

/// Whoever owns nothing.
const NOBODY: u32 = 65_534;

/// The program with these words, in a folder, with these settings alone.
fn program(folder: &Path, args: &[&str], settings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command.args(args).current_dir(folder).env_clear().env("DRAND_URLS", "none").envs(settings.iter().copied());
    command
}

/// What it said, of either kind.
fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// What it said when it could not.
#[track_caller]
fn refused(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    said(&output)
}

/// The same as whoever owns nothing, where root runs it. The program lies where only root looks: what runs is a copy.
fn as_nobody(folder: &Path, args: &[&str], database: &str) -> Command {
    let copy = folder.join("ticket-pool");
    fs::copy(env!("CARGO_BIN_EXE_ticket-pool"), &copy).unwrap();
    let mut command = Command::new(&copy);
    command.args(args).current_dir(folder).env_clear().env("DRAND_URLS", "none").env("DATABASE", database);
    command.uid(NOBODY).gid(NOBODY);
    command
}

/// A folder that everyone may enter.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    folder
}

#[test]
fn a_folder_that_is_not_ours_is_named_with_the_user_and_what_to_do() {
    let folder = folder();
    let shut = folder.path().join("shut");
    fs::create_dir(&shut).unwrap();
    fs::set_permissions(&shut, Permissions::from_mode(0o555)).unwrap();
    let file = shut.join("tickets.db");
    for word in ["migrate", "serve"] {
        let mut command = program(folder.path(), &[word], &[("DATABASE", file.to_str().unwrap())]);
        // Root may do everything: it is someone else who tries.
        let as_root = fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0);
        if as_root {
            command = as_nobody(folder.path(), &[word], file.to_str().unwrap());
        }
        let said = refused(command);
        assert!(said.contains(shut.to_str().unwrap()) && said.contains("may not read and write"), "{word}: {said}");
        assert!(!as_root || said.contains("user 65534"), "{word}: {said}");
        assert!(said.contains("set DATABASE to a file elsewhere") && !said.contains("code"), "{word}: {said}");
    }
}

#[test]
fn a_place_where_no_file_can_be_is_named() {
    let folder = folder();
    fs::write(folder.path().join("a file"), "").unwrap();
    for (database, says) in [
        ("no/such/folder/tickets.db", "there is no folder no/such/folder; make it"),
        ("a file/tickets.db", "a file"),
        (".", ". is a folder; set DATABASE to a file"),
    ] {
        for word in ["migrate", "serve"] {
            let said = refused(program(folder.path(), &[word], &[("DATABASE", database)]));
            assert!(said.contains(says) && !said.contains("code"), "{word} {database}: {said}");
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
}

#[test]
fn a_folder_of_backups_that_can_be_none_is_named() {
    let folder = folder();
    for (dir, says) in [("~/backups", "BACKUP_DIR is “~/backups”"), ("~", "written out")] {
        let said = refused(program(folder.path(), &["migrate"], &[("BACKUP_DIR", dir)]));
        assert!(said.contains(says) && !said.contains("os error"), "{dir}: {said}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is made");
}

#[test]
fn with_https_and_no_mail_it_says_that_mail_is_not_set() {
    let said = refused(program(folder().path(), &["migrate"], &[("APP_URL", "https://tickets.example.org")]));
    assert!(said.contains("MAIL_ENABLED is not set; accepted: true, since APP_URL is https"), "{said}");
}

#[test]
fn a_file_of_settings_that_cannot_be_read_says_what_to_do() {
    let folder = folder();
    let file = folder.path().join(".env");
    fs::create_dir(&file).unwrap();
    assert!(
        refused(program(folder.path(), &["migrate"], &[])).contains(".env is a folder; put the settings into a file")
    );
    // Root may read everything: it is someone else who tries.
    if fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0) {
        fs::remove_dir(&file).unwrap();
        fs::write(&file, "APP_NAME=fine").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        let said = refused(as_nobody(folder.path(), &["migrate"], "t.db"));
        assert!(said.contains(".env may not be read by user 65534; give it to that user (chown)"), "{said}");
    }
}

#[test]
fn a_folder_that_may_not_be_entered_is_named_rather_than_a_file_in_it() {
    // Root may enter every folder: it is someone else who tries, from where root has gone.
    if !fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0) {
        return;
    }
    let (open, shut) = (folder(), tempfile::tempdir().unwrap());
    fs::set_permissions(shut.path(), Permissions::from_mode(0o700)).unwrap();
    let copy = open.path().join("ticket-pool");
    fs::copy(env!("CARGO_BIN_EXE_ticket-pool"), &copy).unwrap();
    let (user, group) = (format!("--reuid={NOBODY}"), format!("--regid={NOBODY}"));
    let mut command = Command::new("setpriv");
    command.args([&user, &group, "--clear-groups", copy.to_str().unwrap(), "migrate"]);
    command.current_dir(shut.path()).env_clear().env("PATH", "/usr/bin:/bin").env("DATABASE", "t.db");
    let said = refused(command);
    let why = format!("user 65534 may not enter {}, where .env may be", shut.path().display());
    assert!(said.contains(&why) && !said.contains(".env may not be read"), "{said}");
}

#[test]
fn a_file_may_have_any_name() {
    let folder = folder();
    for name in ["what?.db", "100%20 sure.db", "a#b&c=d.db", "sub folder/Zoë’s.db", "'quoted'.db", "mode=ro.db"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let settings = [("DATABASE", path.to_str().unwrap())];
        for args in [&["migrate"][..], &["migrate", "--dry-run"], &["recount"], &["backup", "copy?.db"]] {
            let output = program(folder.path(), args, &settings).output().unwrap();
            assert!(output.status.success(), "{name} {args:?}: {}", said(&output));
        }
        let doctor = said(&program(folder.path(), &["doctor"], &settings).output().unwrap());
        assert!(doctor.contains("the schema is up to date"), "{name}: {doctor}");
        assert!(path.is_file(), "{name}");
        fs::remove_file(folder.path().join("copy?.db")).unwrap();
    }
}

#[test]
fn postgresql_that_is_down_is_told_soon_with_its_host_and_without_the_password() {
    let folder = folder();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let url = format!("postgres://tickets:hush-hush@127.0.0.1:{port}/tickets");
    let key = "0123456789abcdef0123456789abcdef";
    for args in [&["migrate"][..], &["serve"], &["migrate", "--dry-run"], &["doctor"]] {
        let begun = Instant::now();
        let said = refused(program(folder.path(), args, &[("DATABASE_URL", &url), ("SECRET_KEY", key)]));
        assert!(said.contains(&format!("127.0.0.1:{port} refused the connection")), "{args:?}: {said}");
        assert!(!said.contains("hush") && begun.elapsed() < Duration::from_secs(8), "{args:?}: {said}");
    }
    // One that takes the connection and says nothing.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = silent.local_addr().unwrap().port();
    let url = format!("postgres://tickets:hush-hush@127.0.0.1:{port}/tickets");
    let said = refused(program(folder.path(), &["migrate"], &[("DATABASE_URL", &url), ("SECRET_KEY", key)]));
    assert!(said.contains("did not answer within 3 seconds") && !said.contains("hush"), "{said}");
}

#[test]
fn no_secret_is_shown_when_a_setting_is_refused() {
    for (name, value) in [
        ("DATABASE_URL", "postgres://tickets:hush#hush?s@127.0.0.1:1/x"),
        ("DATABASE_URL", "postgres://tickets:12?hush@127.0.0.1:1/x"),
        ("DATABASE_URL", "mysql://tickets:hush@127.0.0.1/x"),
        ("SECRET_KEY", "hush"),
        ("SECRET_KEY_PREVIOUS", "hush"),
        ("APP_URL", "https://admin:hush@example.org"),
        ("DRAND_URLS", "https://admin:hush@example.org"),
        ("DATABASE", "postgres://tickets:hush@127.0.0.1:1/x"),
        ("SECRET_KEY_FILE", "hush"),
        ("SECRET_KEY_PREVIOUS_FILE", "hush/hush"),
        ("AWS_SECRET_ACCESS_KEY_FILE", "hush+hush=="),
        ("DATABASE_URL_FILE", "hush"),
        ("SMTP_URL", "smtps://tickets:hush@smtp..example.org"),
        ("SMTP_URL", "smtps://tickets:hush@smtp.example.org?tls=hush"),
        ("SMTP_URL", "hush"),
        ("SMTP_URL_FILE", "smtps://tickets:hush@smtp.example.org"),
    ] {
        let folder = folder();
        let said = refused(program(folder.path(), &["migrate"], &[(name, value)]));
        assert!(said.contains(name) && said.contains("(not shown)") && said.contains("accepted: "), "{name}: {said}");
        assert!(!said.contains("hush"), "{name}: {said}");
        fs::write(folder.path().join(".env"), format!("# mine\n{name}='{value}'\n")).unwrap();
        let mut command = program(folder.path(), &["migrate"], &[]);
        command.env_remove("DRAND_URLS");
        let said = refused(command);
        assert!(said.contains(&format!("{name} (.env, line 2) is (not shown)")) && !said.contains("hush"), "{said}");
    }
}

#[test]
fn a_file_of_settings_is_read_as_people_write_it() {
    let folder = folder();
    let file = "\u{feff}# The club\r\nexport APP_NAME=Rovers O'Brien & $Co # of 2026\r\nDATABASE=./my tickets.db\r\n\
                TIME_ZONE = 'Europe/London'\r\n";
    fs::write(folder.path().join(".env"), file).unwrap();
    let output = program(folder.path(), &["migrate"], &[]).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.path().join("my tickets.db").is_file());

    fs::write(folder.path().join(".env"), "APP_NAME=fine\nSECRET_KEY=\"hush\nTIME_ZONE=UTC\nMAIL_ENABLED=perhaps\n")
        .unwrap();
    let told = refused(program(folder.path(), &["migrate"], &[]));
    assert!(told.contains(".env, line 2 (not shown): SECRET_KEY") && !told.contains("hush"), "{told}");

    fs::write(folder.path().join(".env"), "APP_NAME=fine\rMAIL_ENABLED=perhaps\r").unwrap();
    let told = refused(program(folder.path(), &["migrate"], &[]));
    assert!(told.contains("MAIL_ENABLED (.env, line 2) is “perhaps”"), "{told}");

    fs::write(folder.path().join(".env"), "APP_NAME=“Rovers Club”\n").unwrap();
    let told = refused(program(folder.path(), &["migrate"], &[]));
    assert!(told.contains(".env, line 1 (not shown): APP_NAME: it begins with a curly quote"), "{told}");

    fs::write(folder.path().join(".env"), "APP_NAME=fine\nMAIL_ENABLED=perhaps\n").unwrap();
    let told = refused(program(folder.path(), &["migrate"], &[]));
    assert!(told.contains("MAIL_ENABLED (.env, line 2) is “perhaps”; accepted: true, false"), "{told}");
}

#[test]
fn a_setting_that_is_not_utf_8_is_named() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder();
    let mut command = program(folder.path(), &["migrate"], &[]);
    command.env("APP_NAME", std::ffi::OsStr::from_bytes(b"caf\xe9"));
    assert!(refused(command).contains("APP_NAME in the environment is not UTF-8"));
}

#[test]
fn a_place_where_the_site_cannot_listen_says_why() {
    let folder = folder();
    fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
    let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = other.local_addr().unwrap().to_string();
    let listening =
        format!("LISTEN is {taken}: another program listens at {taken} already; stop it, or choose another port");
    for (listen, why) in [
        (taken.as_str(), listening.as_str()),
        ("192.0.2.1:5000", "LISTEN is 192.0.2.1:5000: 192.0.2.1 is not an address of this machine"),
    ] {
        let settings = [("DATABASE", "club.db"), ("LEPTOS_SITE_ROOT", "site"), ("LISTEN", listen)];
        let said = refused(program(folder.path(), &["serve"], &settings));
        assert!(said.contains(why), "{said}");
    }
}
