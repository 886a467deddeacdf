//! What an address of PostgreSQL says behind its `?`.

use url::Url;

/// What the driver knows. Of another it would say in the log what it is.
const KNOWN: [&str; 18] = [
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "options",
];

/// What hosts of databases write into their addresses for other drivers, and what changes nothing here: how long to wait, what
/// to keep alive, how a pool is made (PostgreSQL 18, section 32.1.2; Neon, Supabase, Vercel, Prisma, Aiven, Render).
const IGNORED: [&str; 33] = [
    "channel_binding",
    "connect_timeout",
    "keepalives",
    "keepalives_idle",
    "keepalives_interval",
    "keepalives_count",
    "tcp_user_timeout",
    "target_session_attrs",
    "load_balance_hosts",
    "gssencmode",
    "krbsrvname",
    "gsslib",
    "gssdelegation",
    "client_encoding",
    "fallback_application_name",
    "sslcompression",
    "sslnegotiation",
    "sslsni",
    "min_protocol_version",
    "max_protocol_version",
    "pgbouncer",
    "connection_limit",
    "pool_timeout",
    "pool_mode",
    "pool_size",
    "pool",
    "max_conns",
    "statement_cache_size",
    "prepared_statements",
    "uselibpqcompat",
    "supa",
    "workaround",
    "charset",
];

fn is_known(name: &str) -> bool {
    KNOWN.contains(&name) || name.starts_with("options[")
}

/// Whether what does not concern the driver would change nothing.
fn is_ignored(name: &str, value: &str) -> bool {
    IGNORED.contains(&name) || (name == "schema" && value == "public")
}

/// An address without what changes nothing here; `ssl=true` is `sslmode=require`, as PostgreSQL itself reads it.
pub(super) fn without_ignored(raw: String) -> String {
    let Ok(mut url) = Url::parse(&raw) else { return raw };
    let said: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let concerns = |(name, value): &(String, String)| !is_ignored(name, value) && name != "ssl";
    if said.iter().all(concerns) {
        return raw;
    }
    let mut left: Vec<(String, String)> = said.iter().filter(|one| concerns(one)).cloned().collect();
    match said.iter().find(|(name, _)| name == "ssl") {
        Some((_, value)) if ["true", "1", "require"].contains(&value.as_str()) => {
            let is_said = left.iter().any(|(name, _)| matches!(name.as_str(), "sslmode" | "ssl-mode"));
            left.extend((!is_said).then(|| ("sslmode".to_owned(), "require".to_owned())));
        }
        Some(other) => left.push(other.clone()),
        None => {}
    }
    url.set_query(None);
    if !left.is_empty() {
        url.query_pairs_mut().extend_pairs(left);
    }
    url.into()
}

/// Whether the driver knows all of it.
pub(super) fn are_known(url: &Url) -> bool {
    url.query_pairs().all(|(name, _)| is_known(&name))
}

/// The first that is not known, where it is surely the name of one and no part of a password.
pub(super) fn unknown(raw: &str) -> Option<String> {
    let url = Url::parse(raw).ok()?;
    let (before, query) = raw.split_once('?')?;
    let surely = before.contains('@') && !query.contains(['@', '/', ':', '#']);
    let is_name = |name: &str| {
        (2..=40).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'_' | b'-'))
    };
    let mut unknown = url.query_pairs().filter(|(name, _)| !is_known(name));
    let (name, value) = unknown.next()?;
    (surely && is_name(&name) && !value.is_empty()).then(|| name.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{unknown, without_ignored};

    #[test]
    fn addresses_as_hosts_give_them_are_taken() {
        for (given, taken) in [
            ("postgresql://u:p@h/x?sslmode=require&channel_binding=require", "postgresql://u:p@h/x?sslmode=require"),
            ("postgres://u:p@h/x?connect_timeout=10", "postgres://u:p@h/x"),
            ("postgres://u:p%3F@h:6543/x?pgbouncer=true&connection_limit=1", "postgres://u:p%3F@h:6543/x"),
            ("postgres://u:p@h/x?schema=public&sslmode=require", "postgres://u:p@h/x?sslmode=require"),
            ("postgres://u:p@h/x?ssl=true", "postgres://u:p@h/x?sslmode=require"),
            ("postgres://u:p@h/x?ssl=true&sslmode=verify-full", "postgres://u:p@h/x?sslmode=verify-full"),
            ("postgres://u:p@ss@h/x?options=a%20b", "postgres://u:p@ss@h/x?options=a%20b"),
        ] {
            assert_eq!(without_ignored(given.to_owned()), taken);
            assert_eq!(unknown(taken), None, "{taken}");
        }
    }

    #[test]
    fn what_is_not_known_is_named_unless_it_may_be_a_part_of_a_password() {
        for (url, name) in [
            ("postgres://u:p@h/x?sslmodus=require", Some("sslmodus")),
            ("postgres://u:p@h/x?sslmode=require&schema=club", Some("schema")),
            ("postgres://u:p@h/x?ssl=false", Some("ssl")),
            ("postgres://u:p@h/x?currentSchema=club", Some("currentSchema")),
            ("postgres://u:p@h/x?sslcrl=crl", Some("sslcrl")),
            ("postgres://u:12?ab=34@h/x", None),
            ("postgres://u:p@1?hush=4@h/x", None),
            ("postgres://u:p@h/x?hush", None),
        ] {
            assert_eq!(unknown(url).as_deref(), name, "{url}");
        }
    }
}
