//! Settings, from the environment and `.env`. Every problem is named at once, before anything starts.

mod drand;
mod mail;
mod proxies;
mod read;
mod secret_key;

use std::{net::SocketAddr, path::PathBuf};

pub use mail::{MailSettings, MailTransport, SesSettings};
pub use proxies::TrustedProxies;
pub use read::{SettingProblems, Source};
pub use secret_key::SecretKey;

use crate::domain::schedule::Zone;

/// Who may create events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoCreates {
    Organizers,
    Everyone,
}

/// What a sign-in link offers in a browser that did not ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginUnbound {
    /// A button.
    Button,
    /// A field for the code of the same mail: an email scanner that presses buttons gets nothing.
    Code,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// Where the data lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseAt {
    Sqlite(PathBuf),
    Postgres(String),
}

/// Everything the program is told from outside.
#[derive(Clone, Debug)]
pub struct Settings {
    pub app_name: String,
    /// Where people reach the site; without a slash at the end. Links are built from this alone.
    pub app_url: String,
    pub listen: SocketAddr,
    pub database: DatabaseAt,
    pub secret_key: SecretKey,
    /// `SECRET_KEY_PREVIOUS`: opens what was sealed before the key was changed.
    pub previous_key: Option<SecretKey>,
    pub mail: MailSettings,
    pub who_creates: WhoCreates,
    pub login_unbound: LoginUnbound,
    /// The networks whose forwarding headers are believed.
    pub trusted_proxies: TrustedProxies,
    /// The hosts of the public beacon drand, asked in this order; none: rounds are pasted.
    pub drand_hosts: Vec<String>,
    /// Where to report a vulnerability of this site: a `mailto:` or `https:` address.
    pub security_contact: Option<String>,
    /// The zone of new events.
    pub time_zone: Zone,
    pub log_format: LogFormat,
    /// The folder of style, script and wasm.
    pub site_root: PathBuf,
}

impl Settings {
    /// Reads all settings.
    ///
    /// # Errors
    /// Every problem, each with the variable, what was seen, and what is accepted.
    pub fn read(source: &Source) -> Result<Self, SettingProblems> {
        let mut read = source.reader();
        let app_url = read.parsed("APP_URL", "http://localhost:5000", "http:// or https:// and a host", app_url);
        let database = match read.secret("DATABASE_URL") {
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                DatabaseAt::Postgres(url)
            }
            Some(_) => {
                read.refuse("DATABASE_URL", "(not shown: it may hold a password)", "postgres://…");
                DatabaseAt::Sqlite(PathBuf::new())
            }
            None => DatabaseAt::Sqlite(read.or("DATABASE", "./tickets.db").into()),
        };
        let https = app_url.starts_with("https://");
        let secret_key = SecretKey::read(&mut read, &database, https);
        let previous_key = SecretKey::read_previous(&mut read, https);
        let mail = MailSettings::read(&mut read, https);
        for cookie in ["COOKIE_SECURE", "REMEMBER_COOKIE_SECURE"] {
            if let Some(seen) = read.text(cookie)
                && read::boolean(&seen) != Some(https)
            {
                read.refuse(cookie, &seen, &format!("{https}, as APP_URL says; or leave it out"));
            }
        }
        let settings = Self {
            app_name: read.parsed("APP_NAME", "Ticket Pool", "1 to 60 characters", |name| {
                crate::domain::typed::line(name, 60).ok()
            }),
            app_url,
            listen: read.parsed("LISTEN", "127.0.0.1:5000", "an address and a port such as 0.0.0.0:5000", |listen| {
                listen.parse().ok()
            }),
            database,
            secret_key,
            previous_key,
            mail,
            who_creates: read
                .choice("WHO_CREATES", &[("organizers", WhoCreates::Organizers), ("everyone", WhoCreates::Everyone)]),
            login_unbound: read
                .choice("LOGIN_UNBOUND", &[("button", LoginUnbound::Button), ("code", LoginUnbound::Code)]),
            trusted_proxies: TrustedProxies::read(&mut read),
            drand_hosts: drand::hosts(&mut read),
            security_contact: contact(&mut read),
            time_zone: read
                .parsed("TIME_ZONE", "UTC", "an IANA name such as Europe/London", |zone| Zone::parse(zone).ok()),
            log_format: read.choice("LOG_FORMAT", &[("text", LogFormat::Text), ("json", LogFormat::Json)]),
            site_root: read.or("LEPTOS_SITE_ROOT", "target/site").into(),
        };
        read.finish(settings)
    }

    /// Whether people reach the site by https: cookies are secure then.
    pub fn https(&self) -> bool {
        self.app_url.starts_with("https://")
    }

    /// Whether members may create events too.
    pub fn everyone_creates(&self) -> bool {
        self.who_creates == WhoCreates::Everyone
    }

    /// Scheme aside, what browsers name as `Host`.
    pub fn host(&self) -> &str {
        self.app_url.split_once("://").map_or(&self.app_url, |(_, host)| host)
    }

    /// The full address of one of our paths.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.app_url)
    }
}

/// A scheme and a host, perhaps a port, no path; as browsers name it: in small letters, without the usual port.
fn app_url(raw: &str) -> Option<String> {
    let url = raw.trim_end_matches('/').to_ascii_lowercase();
    let (scheme, host) = url.split_once("://").filter(|(scheme, _)| ["http", "https"].contains(scheme))?;
    let usual_port = if scheme == "https" { ":443" } else { ":80" };
    let host = host.strip_suffix(usual_port).unwrap_or(host);
    let plain = |b: u8| b.is_ascii_alphanumeric() || b".-:[]".contains(&b);
    (!host.is_empty() && host.bytes().all(plain)).then(|| format!("{scheme}://{host}"))
}

/// An email address or an `https:` or `mailto:` address, as `security.txt` wants it (RFC 9116, 2.5.3).
fn contact(read: &mut read::Reader<'_>) -> Option<String> {
    let seen = read.text("SECURITY_CONTACT")?;
    let plain = seen.bytes().all(|b| b.is_ascii_graphic());
    let contact = match crate::domain::person::Email::parse(&seen) {
        Ok(address) => Some(format!("mailto:{}", address.as_str())),
        Err(_) => (plain && (seen.starts_with("https://") || seen.starts_with("mailto:"))).then(|| seen.clone()),
    };
    if contact.is_none() {
        read.refuse("SECURITY_CONTACT", &seen, "a mail address, or an address that begins with https://");
    }
    contact
}

#[cfg(test)]
mod tests {
    use super::app_url;

    #[test]
    fn the_address_of_the_site_is_read_as_browsers_name_it() {
        for (raw, read) in [
            ("https://Tickets.Example.ORG:443/", Some("https://tickets.example.org")),
            ("http://localhost:80", Some("http://localhost")),
            ("https://example.org:80", Some("https://example.org:80")),
            ("HTTP://localhost:5000", Some("http://localhost:5000")),
            ("https://[2001:db8::1]:8443", Some("https://[2001:db8::1]:8443")),
            ("https://example.org/path", None),
            ("https://user@example.org", None),
            ("ftp://example.org", None),
            ("example.org", None),
            ("https://", None),
        ] {
            assert_eq!(app_url(raw).as_deref(), read, "{raw}");
        }
    }
}
