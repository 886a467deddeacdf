//! What an admin reads when there is a database that cannot be used.

use std::{
    fs::{self, Permissions},
    io::{BufRead, BufReader, Read, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::Stdio,
    thread,
};

use sea_orm::{ConnectionTrait, Database};

use super::{folder, program, refused, said};

const KEY: &str = "0123456789abcdef0123456789abcdef";

#[tokio::test]
async fn postgresql_in_which_no_site_can_be_kept_says_why() {
    if std::env::var("TICKET_POOL_TEST").is_ok_and(|only| only == "sqlite") {
        return;
    }
    let cluster = std::env::var("TEST_DATABASE_URL").unwrap();
    let connection = Box::pin(Database::connect(&cluster)).await.unwrap();
    let name = format!("ticket_pool_start_{}", std::process::id());
    let all = [
        format!("DROP DATABASE IF EXISTS {name}"),
        format!("CREATE DATABASE {name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"),
        format!("CREATE DATABASE {name}_new"),
        format!("CREATE DATABASE {name}_standby"),
        format!("ALTER DATABASE {name}_standby SET default_transaction_read_only = on"),
        format!("CREATE ROLE {name} LOGIN PASSWORD 'hush'"),
    ];
    for sql in all {
        connection.execute_unprepared(&sql).await.unwrap();
    }
    let mut url = url::Url::parse(&cluster).unwrap();
    url.set_path(&name);
    let start = |url: &str| {
        let settings = [("DATABASE_URL", url), ("SECRET_KEY", KEY)];
        refused(program(folder().path(), &["migrate"], &settings))
    };
    let latin = start(url.as_str());
    url.set_path(&format!("{name}_new"));
    url.set_username(&name).unwrap();
    url.set_password(Some("hush")).unwrap();
    let newcomer = start(url.as_str());
    // The same once the tables are there, and are somebody else's.
    let mut others = url::Url::parse(&cluster).unwrap();
    others.set_path(&format!("{name}_new"));
    let settings = [("DATABASE_URL", others.as_str()), ("SECRET_KEY", KEY)];
    let made = program(folder().path(), &["migrate"], &settings).output().unwrap();
    assert!(made.status.success(), "{}", said(&made));
    let stranger = start(url.as_str());
    let mut standby = url::Url::parse(&cluster).unwrap();
    standby.set_path(&format!("{name}_standby"));
    let standby = start(standby.as_str());
    for sql in [
        format!("DROP DATABASE {name}"),
        format!("DROP DATABASE {name}_new"),
        format!("DROP DATABASE {name}_standby"),
        format!("DROP ROLE {name}"),
    ] {
        connection.execute_unprepared(&sql).await.unwrap();
    }
    assert!(latin.contains("this database keeps text in LATIN1") && latin.contains("ENCODING 'UTF8'"), "{latin}");
    let why = format!("the role {name} may not make tables in the schema public");
    assert!(
        newcomer.contains(&why) && newcomer.contains(&format!("GRANT CREATE ON SCHEMA public TO {name}")),
        "{newcomer}"
    );
    assert!(!newcomer.contains("hush"), "{newcomer}");
    assert!(stranger.contains("the tables in the schema public belong to the role"), "{stranger}");
    assert!(stranger.contains("PostgreSQL at ") && !stranger.contains("line "), "{stranger}");
    assert!(standby.contains("nothing can be written there: it is a standby"), "{standby}");
}

#[test]
fn what_is_no_database_is_named() {
    let folder = folder();
    fs::write(folder.path().join("notes.db"), "Dear diary, this is no database at all. ".repeat(50)).unwrap();
    for args in [&["migrate"][..], &["serve"], &["doctor"], &["login-link", "ann@example.org"]] {
        let said = refused(program(folder.path(), args, &[("DATABASE", "notes.db")]));
        assert!(said.contains("notes.db: it is no SQLite database"), "{args:?}: {said}");
        assert!(!said.contains("Query Error"), "{args:?}: {said}");
    }
}

/// A web server where PostgreSQL should be.
#[test]
fn what_is_no_postgresql_is_told_by_its_place() {
    let web = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = web.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in web.incoming() {
            let mut stream = stream.unwrap();
            let _asked = stream.read(&mut [0; 100]);
            let _answered = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    });
    let url = format!("postgres://tickets:hush@127.0.0.1:{port}/tickets");
    let said = refused(program(folder().path(), &["migrate"], &[("DATABASE_URL", &url), ("SECRET_KEY", KEY)]));
    assert!(said.contains(&format!("what answers at 127.0.0.1:{port} is no PostgreSQL")), "{said}");
    assert!(!said.contains("hush") && !said.contains("sqlx"), "{said}");
}

#[test]
fn a_key_that_is_somebody_elses_is_named_with_the_user_and_what_to_do() {
    let folder = folder();
    let made = program(folder.path(), &["migrate"], &[("DATABASE", "club.db")]).output().unwrap();
    assert!(made.status.success(), "{}", said(&made));
    // Root reads everything: what runs is a copy, as someone who owns the database and not its key.
    if !fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0) {
        fs::set_permissions(folder.path().join("club.key"), Permissions::from_mode(0o000)).unwrap();
        let said = refused(program(folder.path(), &["recount"], &[("DATABASE", "club.db")]));
        assert!(said.contains("may not read and write club.key"), "{said}");
        return;
    }
    fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
    let command = super::as_nobody(folder.path(), &["recount"], "club.db");
    std::os::unix::fs::chown(folder.path().join("club.db"), Some(super::NOBODY), Some(super::NOBODY)).unwrap();
    let said = refused(command);
    assert!(said.contains("user 65534 may not read and write club.key; give it to that user (chown)"), "{said}");
}

#[test]
fn a_command_about_what_is_there_makes_no_database() {
    let folder = folder();
    for (args, undone) in [
        (&["backup", "copy.db"][..], "Nothing was copied."),
        (&["login-link", "ann@example.org"], "No link was made."),
        (&["revoke-sessions", "ann@example.org"], "Nobody was signed out."),
        (&["recount"], "Nothing was counted."),
        (&["witness"], "Nothing was read."),
        (&["hold-emails"], "No email was held."),
    ] {
        for database in ["none.db", "no/such/folder/club.db"] {
            let said = refused(program(folder.path(), args, &[("DATABASE", database)]));
            let told = format!("there is no database {database}; is DATABASE right? {undone}");
            assert_eq!(said.trim_end(), told, "{args:?}");
        }
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
}

/// Does something in an SQLite file, which is made if it is not there.
async fn within(file: &Path, sql: &str) {
    let connection = Box::pin(Database::connect(format!("sqlite://{}?mode=rwc", file.display()))).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn a_file_of_another_program_is_named_and_left_as_it_is() {
    let folder = folder();
    for (name, tables, told) in [
        ("blog.db", &["posts"][..], "holds tables of another program (posts)"),
        ("shop.db", &["carts", "users"], "holds tables of another program (carts, users)"),
        ("large.db", &["a", "\"b\u{1b}[31m\"", "c", "d"], "holds tables of another program (a, b[31m, c, …)"),
    ] {
        let file = folder.path().join(name);
        for table in tables {
            within(&file, &format!("CREATE TABLE {table} (id INTEGER PRIMARY KEY AUTOINCREMENT)")).await;
        }
        let before = fs::read(&file).unwrap();
        for args in [&["migrate"][..], &["migrate", "--dry-run"], &["serve"], &["doctor"]] {
            let said = refused(program(folder.path(), args, &[("DATABASE", name)]));
            assert!(said.contains(told) && said.contains("Give DATABASE another name"), "{args:?}: {said}");
        }
        assert!(fs::read(&file).unwrap() == before, "{name} is as it was");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left beside them");
    // Empty, or of what copies it: it is ours.
    within(&folder.path().join("new.db"), "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)").await;
    let made = program(folder.path(), &["migrate"], &[("DATABASE", "new.db")]).output().unwrap();
    assert!(made.status.success(), "{}", said(&made));
}

#[tokio::test]
async fn a_database_that_fails_is_not_taken_for_an_address_that_nobody_has() {
    let folder = folder();
    let init = ["init", "--email", "dana@example.org", "--name", "Dana"];
    let made = program(folder.path(), &init, &[]).output().unwrap();
    assert!(made.status.success(), "{}", said(&made));
    let full = "CREATE TRIGGER full BEFORE INSERT ON audit_log BEGIN SELECT RAISE(FAIL, 'disk is full'); END";
    within(&folder.path().join("tickets.db"), full).await;
    for (word, nobody) in [
        ("login-link", "nobody active has the address eve@example.org"),
        ("revoke-sessions", "nobody has the address eve@example.org"),
    ] {
        let told = refused(program(folder.path(), &[word, "dana@example.org"], &[]));
        assert!(told.contains("tickets.db: disk is full"), "{word}: {told}");
        assert!(!told.contains("nobody"), "{word}: {told}");
        let told = refused(program(folder.path(), &[word, "eve@example.org"], &[]));
        assert!(told.contains(nobody) && !told.contains("full"), "{word}: {told}");
    }
}

#[test]
fn a_key_that_was_lost_is_named_by_its_file() {
    let folder = folder();
    fs::create_dir_all(folder.path().join("site/pkg")).unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (url, listen) = (format!("http://localhost:{port}"), format!("127.0.0.1:{port}"));
    let settings =
        [("DATABASE", "club.db"), ("LEPTOS_SITE_ROOT", "site"), ("APP_URL", url.as_str()), ("LISTEN", listen.as_str())];
    let made = program(folder.path(), &["seed-demo"], &settings).output().unwrap();
    assert!(made.status.success(), "{}", said(&made));
    fs::remove_file(folder.path().join("club.key")).unwrap();
    let mut serve = program(folder.path(), &["serve"], &settings);
    let mut site = serve.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(site.stdout.take().unwrap()).lines().map_while(Result::ok);
    let is_up = lines.any(|line| line.starts_with("Sign in at"));
    site.kill().unwrap();
    let told = String::from_utf8(site.wait_with_output().unwrap().stderr).unwrap();
    assert!(is_up && told.contains("SECRET_KEY (or club.key, where it is not set) was changed: "), "{told}");
    assert!(told.contains("Put the old one back, or give it as SECRET_KEY_PREVIOUS"), "{told}");
}
