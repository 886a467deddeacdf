//! How the settings read, for admins to look at. What is secret is never among it.

use super::Done;
use crate::server::{
    auth::{Action, Actor},
    config::{DatabaseAt, LogFormat, LoginUnbound, MailTransport, Settings, WhoCreates},
    services::look,
    site::Site,
};

/// One variable, and what the program read; empty if there is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub name: &'static str,
    pub value: String,
}

/// All of them, by what they are about.
#[derive(Clone, Debug)]
pub struct Reading {
    pub site: Vec<Setting>,
    pub mail: Vec<Setting>,
    pub people: Vec<Setting>,
    pub machine: Vec<Setting>,
}

impl Reading {
    /// What someone wants to see before anything else: where the site is, whether mail leaves, where the data lies.
    pub fn in_short(self) -> Vec<Setting> {
        let all = [self.site, self.mail, self.machine].into_iter().flatten();
        let first = ["APP_NAME", "APP_URL", "TIME_ZONE", "MAIL_ENABLED", "MAIL_FROM", "DATABASE", "DATABASE_URL"];
        all.filter(|setting| first.contains(&setting.name)).collect()
    }
}

/// How the settings read, for an admin.
pub fn read(site: &Site, actor: &Actor) -> Done<Reading> {
    look::must(site, actor, Action::ReadSettings)?;
    Ok(reading(&site.settings))
}

/// The same without asking who looks: for the set-up page, whose link only the log knows.
pub fn reading(settings: &Settings) -> Reading {
    let set = |name, value: &str| Setting { name, value: value.to_owned() };
    Reading {
        site: vec![
            set("APP_NAME", &settings.app_name),
            set("APP_URL", &settings.app_url),
            set("TIME_ZONE", settings.time_zone.name()),
            set("SECURITY_CONTACT", settings.security_contact.as_deref().unwrap_or_default()),
        ],
        mail: mail(settings),
        people: vec![
            set(
                "WHO_CREATES",
                match settings.who_creates {
                    WhoCreates::Organizers => "organizers",
                    WhoCreates::Everyone => "everyone",
                },
            ),
            set(
                "LOGIN_UNBOUND",
                match settings.login_unbound {
                    LoginUnbound::Button => "button",
                    LoginUnbound::Code => "code",
                },
            ),
        ],
        machine: vec![
            database(&settings.database),
            set("BACKUP_DIR", &settings.backup_dir.as_ref().map(|dir| dir.display().to_string()).unwrap_or_default()),
            set("LISTEN", &settings.listen.to_string()),
            set(
                "METRICS_LISTEN",
                &settings.metrics_listen.map_or_else(|| "none".to_owned(), |listen| listen.to_string()),
            ),
            set("DRAND_URLS", &or_none(&settings.drand_hosts.join(", "))),
            set("TRUSTED_PROXIES", &settings.trusted_proxies.to_string()),
            set(
                "LOG_FORMAT",
                match settings.log_format {
                    LogFormat::Text => "text",
                    LogFormat::Json => "json",
                },
            ),
        ],
    }
}

fn or_none(list: &str) -> String {
    if list.is_empty() { "none".to_owned() } else { list.to_owned() }
}

fn mail(settings: &Settings) -> Vec<Setting> {
    let set = |name, value: &str| Setting { name, value: value.to_owned() };
    match &settings.mail.transport {
        MailTransport::Console => vec![set("MAIL_ENABLED", "false")],
        MailTransport::Ses(ses) => vec![
            set("MAIL_ENABLED", "true"),
            set("MAIL_TRANSPORT", "ses"),
            set("MAIL_FROM", &settings.mail.sender),
            set("AWS_REGION", &ses.region),
            set("SES_CONFIGURATION_SET", ses.configuration_set.as_deref().unwrap_or_default()),
            set("MAIL_RATE", &settings.mail.rate.map(|rate| rate.to_string()).unwrap_or_default()),
            set("SNS_TOPICS", &or_none(&settings.sns_topics.join(", "))),
        ],
        MailTransport::Smtp(relay) => vec![
            set("MAIL_ENABLED", "true"),
            set("MAIL_TRANSPORT", "smtp"),
            set("MAIL_FROM", &settings.mail.sender),
            set("SMTP_URL", &relay.shown()),
            set("MAIL_RATE", &settings.mail.rate.map(|rate| rate.to_string()).unwrap_or_default()),
        ],
    }
}

fn database(at: &DatabaseAt) -> Setting {
    match at {
        DatabaseAt::Sqlite(file) => Setting { name: "DATABASE", value: format!("SQLite, {}", file.display()) },
        DatabaseAt::Postgres(url) => Setting { name: "DATABASE_URL", value: format!("PostgreSQL, {}", place(url)) },
    }
}

/// Host and name out of the URL of a database: neither who signs in there, nor with what, nor what follows the name.
///
/// As URLs are read (RFC 3986, section 3.2): what stands before the path ends at the first of `/?#`, and in it the last
/// `@` ends who signs in.
fn place(url: &str) -> String {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit('@').next().unwrap_or_default();
    let name = path.strip_prefix('/').unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    let host = if host.is_empty() { "the host that DATABASE_URL names" } else { host };
    if name.is_empty() { host.to_owned() } else { format!("{name} at {host}") }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn of_a_database_elsewhere_only_host_and_name_are_shown() {
        for (url, shown) in [
            ("postgres://pool:s3cret@db.example.org:5432/tickets", "tickets at db.example.org:5432"),
            ("postgresql://pool:s3cret@p@db/tickets?password=s3cret&sslmode=require", "tickets at db"),
            ("postgres://db/tickets?user=pool&password=s3cret@x/y", "tickets at db"),
            ("postgres://pool:s3cret@[2001:db8::1]:5432/tickets#s3cret", "tickets at [2001:db8::1]:5432"),
            ("postgres://pool:s3cret@db", "db"),
            ("postgres://?host=/run/postgresql&password=s3cret", "the host that DATABASE_URL names"),
            ("postgres:///tickets?host=/run&password=s3cret", "tickets at the host that DATABASE_URL names"),
        ] {
            assert_eq!(place(url), shown, "{url}");
        }
    }
}
