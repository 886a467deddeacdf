use std::path::PathBuf;

mod parameters;

use url::Url;

use super::read::Reader;
use parameters::without_ignored;

/// Where the data lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseAt {
    Sqlite(PathBuf),
    /// An address of PostgreSQL that [`url`] reads, with its password.
    Postgres(String),
}

const ACCEPTED: &str = "postgres://user:password@host/name, where # ? / @ : % in the password are written %23 %3F %2F %40 \
     %3A %25. For an SQLite file leave it out and set DATABASE to the file's path";

/// How a connection is encrypted, as PostgreSQL names it (PostgreSQL 18, section 32.1.2).
const MODES: [&str; 6] = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

const MODES_ACCEPTED: &str = "an address whose sslmode is disable, allow, prefer, require, verify-ca, or verify-full";

impl DatabaseAt {
    /// `DATABASE_URL`, else `DATABASE`. The URL is never shown: whatever is wrong with it may be a part of its password.
    pub(super) fn read(read: &mut Reader<'_>) -> Self {
        if let Some(url) = read.secret("DATABASE_URL") {
            let url = without_ignored(url);
            if !is_postgres(&url) {
                read.refuse("DATABASE_URL", &url, ACCEPTED);
            } else if let Some(name) = parameters::unknown(&url) {
                read.refuse("DATABASE_URL", &url, &format!("an address that does not say {name} behind its ?"));
            } else if !has_known_mode(&url) {
                read.refuse("DATABASE_URL", &url, MODES_ACCEPTED);
            }
            return Self::Postgres(with_plain_address(url));
        }
        let file = read.or("DATABASE", "./tickets.db");
        if !is_path(&file) {
            let accepted = "the path of a file, such as /data/tickets.db; for PostgreSQL set DATABASE_URL";
            read.refuse("DATABASE", &file, accepted);
        }
        Self::Sqlite(file.into())
    }
}

/// Whether it is the path of a file, rather than an address or a word that SQLite takes for something else.
fn is_path(raw: &str) -> bool {
    let lower = raw.to_ascii_lowercase();
    !raw.contains("://")
        && raw != ":memory:"
        && !["sqlite:", "file:", "postgres:"].iter().any(|other| lower.starts_with(other))
}

/// Whether all of it can be read as an address of PostgreSQL: a password with a `#`, `/` or `?` that is not encoded ends the
/// host too early, and what is left of it would be shown as something else.
fn is_postgres(raw: &str) -> bool {
    let Ok(url) = Url::parse(raw) else { return false };
    let in_query = url.query_pairs().any(|(name, _)| name == "host");
    ["postgres", "postgresql"].contains(&url.scheme())
        && (in_query || url.host_str().is_some_and(|host| !host.is_empty()))
        && url.port() != Some(0)
        && url.fragment().is_none()
        && !url.path().trim_start_matches('/').contains(['/', '@'])
        && (parameters::unknown(raw).is_some() || parameters::are_known(&url))
}

fn has_known_mode(raw: &str) -> bool {
    let Ok(url) = Url::parse(raw) else { return false };
    let known = |mode: &str| MODES.iter().any(|known| mode.eq_ignore_ascii_case(known));
    url.query_pairs().all(|(name, value)| !matches!(&*name, "sslmode" | "ssl-mode") || known(&value))
}

/// The driver looks up a host as it stands, and an address of IPv6 stands in brackets: so it is said again without.
fn with_plain_address(raw: String) -> String {
    let Ok(mut url) = Url::parse(&raw) else { return raw };
    let says = url.query_pairs().any(|(name, _)| matches!(&*name, "host" | "hostaddr"));
    let host = url.host_str().and_then(|host| host.strip_prefix('[')?.strip_suffix(']')).map(str::to_owned);
    match host {
        Some(address) if !says => {
            url.query_pairs_mut().append_pair("hostaddr", &address);
            url.into()
        }
        _ => raw,
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::sqlx::postgres::PgConnectOptions;

    use super::{has_known_mode, is_path, is_postgres, with_plain_address};

    #[test]
    fn an_address_of_ipv6_is_found() {
        for (url, host) in [
            ("postgres://tickets:p%23s@[::1]:5433/x", "::1"),
            ("postgres://[2001:db8::7]/x?sslmode=require", "2001:db8::7"),
            ("postgres://db.example.org/x", "db.example.org"),
            ("postgres://127.0.0.1/x", "127.0.0.1"),
        ] {
            let read: PgConnectOptions = with_plain_address(url.to_owned()).parse().unwrap();
            assert_eq!(read.get_host(), host, "{url}");
        }
        let read: PgConnectOptions = with_plain_address("postgres://t:p%23s@[::1]:5433/x".to_owned()).parse().unwrap();
        assert_eq!((read.get_port(), read.get_username(), read.get_database()), (5433, "t", Some("x")));
    }

    #[test]
    fn how_a_connection_is_encrypted_is_one_of_six_words() {
        for fine in ["postgres://h/x", "postgres://h/x?sslmode=require", "postgres://h/x?ssl-mode=Verify-Full"] {
            assert!(has_known_mode(fine), "{fine}");
        }
        for wrong in
            ["postgres://h/x?sslmode=bogus", "postgres://h/x?sslmode=", "postgres://h/x?sslmode=require&ssl-mode=on"]
        {
            assert!(!has_known_mode(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_file_is_named_by_its_path() {
        for path in ["./tickets.db", "/data/tickets.db", "C:tickets.db", "with space/ä?.db", "files.db"] {
            assert!(is_path(path), "{path}");
        }
        for other in
            ["postgres://tickets:hush@db/x", "sqlite:///data/t.db", "sqlite:t.db", "file:t.db?mode=ro", ":memory:"]
        {
            assert!(!is_path(other), "{other}");
        }
    }

    #[test]
    fn an_address_is_read_as_a_whole_or_not_at_all() {
        for fine in [
            "postgres://tickets:hush@db.example.org/tickets",
            "postgresql://tickets@localhost:5433/tickets?sslmode=require",
            "postgres://tickets:p%23s%3Fs%40x%2F@127.0.0.1:1/x",
            "postgres://tickets:$&*()!~;,'@[::1]/x",
            "postgres:///tickets?host=/var/run/postgresql&user=tickets",
            "postgres://localhost",
            "postgres://tickets:p@ss@localhost/x",
        ] {
            assert!(is_postgres(fine), "{fine}");
        }
        for wrong in [
            "postgres://tickets:p#s?s@127.0.0.1:1/x",
            "postgres://tickets:12#34@127.0.0.1:1/x",
            "postgres://tickets:12?34@127.0.0.1/x",
            "postgres://tickets:12/34@127.0.0.1/x",
            "postgres://tickets:pa ss/word@127.0.0.1/x",
            "postgres://tickets:hush@127.0.0.1:99999/x",
            "postgres://tickets:hush@/x",
            "postgres://tickets:hush@host/x#y",
            "postgres://tickets:hush@host/x?hush",
            "postgres:tickets",
            "postgres://",
            "sqlite:///tickets.db",
            "mysql://root:hush@host/x",
            "tickets:hush@host/x",
            "",
        ] {
            assert!(!is_postgres(wrong), "{wrong}");
        }
    }
}
