//! Settings, from the environment and `.env`. Every problem is named at once, before anything starts.

mod database;
mod drand;
mod env_file;
mod mail;
mod proxies;
mod read;
mod secret_key;
mod smtp;
mod sns;

use std::{
    net::{AddrParseError, SocketAddr},
    path::PathBuf,
};

pub use database::DatabaseAt;
pub use mail::{MailSettings, MailTransport, SesSettings};
pub use proxies::TrustedProxies;
pub use read::{SettingProblems, Source};
pub use secret_key::SecretKey;
pub use smtp::{SmtpLogin, SmtpSecurity, SmtpSettings};

use url::{Host, Url};

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

/// Everything the program is told from outside.
#[derive(Clone, Debug)]
pub struct Settings {
    pub app_name: String,
    /// Where people reach the site; without a slash at the end. Links are built from this alone.
    pub app_url: String,
    pub listen: SocketAddr,
    /// `METRICS_LISTEN`: where figures are read by programs that watch sites; `None`: nowhere.
    pub metrics_listen: Option<SocketAddr>,
    pub database: DatabaseAt,
    /// `BACKUP_DIR`: the folder of the database's daily copies; `None`: none are made by itself.
    pub backup_dir: Option<PathBuf>,
    pub secret_key: SecretKey,
    /// `SECRET_KEY_PREVIOUS`: opens what was sealed before the key was changed.
    pub previous_key: Option<SecretKey>,
    pub mail: MailSettings,
    /// `SNS_TOPICS`: the topics of Amazon SNS whose messages about emails are believed.
    pub sns_topics: Vec<String>,
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
    /// Names that are set and that nothing here reads, such as `app_name`.
    pub unread: Vec<String>,
}

/// Only shells read `~`: to a program it is the name of a folder.
fn backup_dir(read: &mut read::Reader<'_>) -> Option<PathBuf> {
    let seen = read.text("BACKUP_DIR")?;
    if seen == "~" || seen.starts_with("~/") {
        read.refuse("BACKUP_DIR", &seen, "the path of a folder, written out, such as /home/me/backups");
    }
    Some(seen.into())
}

/// What the site may be called.
const NAME_ACCEPTED: &str =
    "1 to 60 characters in one line, of them a letter or a digit, and no tab or other control character";

impl Settings {
    /// Reads all settings.
    ///
    /// # Errors
    /// Every problem, each with the variable, what was seen, and what is accepted.
    pub fn read(source: &Source) -> Result<Self, SettingProblems> {
        let mut read = source.reader();
        let app_url = read.parsed("APP_URL", "http://localhost:5000", APP_URL, app_url);
        let database = DatabaseAt::read(&mut read);
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
            app_name: read
                .parsed("APP_NAME", "Ticket Pool", NAME_ACCEPTED, |name| crate::domain::typed::line(name, 60).ok()),
            app_url,
            listen: read.parsed("LISTEN", "127.0.0.1:5000", "an address and a port such as 0.0.0.0:5000", |listen| {
                listen.parse().ok()
            }),
            metrics_listen: read.parsed("METRICS_LISTEN", "none", METRICS_LISTEN, |raw| metrics_listen(raw).ok()),
            database,
            backup_dir: backup_dir(&mut read),
            secret_key,
            previous_key,
            mail,
            sns_topics: sns::topics(&mut read),
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
            unread: read.unread(),
        };
        if settings.metrics_listen == Some(settings.listen) {
            read.refuse("METRICS_LISTEN", &settings.listen.to_string(), METRICS_LISTEN);
        }
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

const METRICS_LISTEN: &str = "an address and a port that is not LISTEN's, such as 127.0.0.1:9090, or none";

/// None, or one; an error where it is neither.
fn metrics_listen(raw: &str) -> Result<Option<SocketAddr>, AddrParseError> {
    if raw == "none" { Ok(None) } else { raw.parse().map(Some) }
}

const APP_URL: &str = "http:// or https:// and a host, perhaps a port from 1 to 65535, nothing behind it, such as \
     https://tickets.example.org";

/// A scheme and a host, perhaps a port, no path; as browsers name it: in small letters, without the usual port, a host with
/// other letters in its ASCII form (IDNA, UTS 46).
fn app_url(raw: &str) -> Option<String> {
    let (scheme, rest) = raw.split_once("://")?;
    if rest.trim_end_matches('/').contains(['/', '\\', '?', '#', '@', '%'])
        || raw.contains(|c: char| c.is_ascii_control())
    {
        return None;
    }
    let url = Url::parse(raw.trim_end_matches('/')).ok()?;
    let right = ["http", "https"].contains(&url.scheme()) && url.scheme().eq_ignore_ascii_case(scheme);
    let host = url.host_str().filter(|_| right && url.host().is_some_and(|host| is_name_or_address(&host, rest)))?;
    match url.port() {
        Some(0) => None,
        Some(port) => Some(format!("{}://{host}:{port}", url.scheme())),
        None => Some(format!("{}://{host}", url.scheme())),
    }
}

/// Whether a host can be one: a name of labels of letters, digits, `-` and `_` (RFC 1123, 2.1; RFC 1035, 2.3.4), or an IP address
/// as it is written, not a number that happens to be read as one.
fn is_name_or_address(host: &Host<&str>, written: &str) -> bool {
    let letter = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    let label = |label: &str| {
        (1..=63).contains(&label.len()) && label.bytes().all(letter) && !label.starts_with('-') && !label.ends_with('-')
    };
    match host {
        Host::Domain(name) => name.strip_suffix('.').unwrap_or(name).split('.').all(label),
        Host::Ipv4(address) => written.split(['/', ':']).next() == Some(&address.to_string()),
        Host::Ipv6(_) => true,
    }
}

/// An email address or an `https:` or `mailto:` address, as `security.txt` wants it (RFC 9116, 2.5.3).
fn contact(read: &mut read::Reader<'_>) -> Option<String> {
    let seen = read.text("SECURITY_CONTACT")?;
    let unbroken = !seen.chars().any(|c| c.is_whitespace() || c.is_control());
    let is_one = |url: &Url| match url.scheme() {
        "https" => url.has_host(),
        "mailto" => url.path().contains('@'),
        _ => false,
    };
    let contact = match crate::domain::person::Email::parse(&seen) {
        Ok(address) => Some(format!("mailto:{}", address.as_str())),
        // As it goes over the wire: a name with umlauts in Punycode.
        Err(_) => Url::parse(&seen).ok().filter(|url| unbroken && is_one(url)).map(String::from),
    };
    if contact.is_none() {
        read.refuse("SECURITY_CONTACT", &seen, "an email address, or an address that begins with https://");
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
            ("https://tickets.exämple.org", Some("https://tickets.xn--exmple-cua.org")),
            ("https://TICKETS.EXÄMPLE.ORG:8443/", Some("https://tickets.xn--exmple-cua.org:8443")),
            ("http://192.168.1.20:5000", Some("http://192.168.1.20:5000")),
            ("http://example.org:99999", None),
            ("http://example.org:0", None),
            ("http://example.org:port", None),
            ("http://::1:5000", None),
            ("http://[[", None),
            ("http://[::1", None),
            ("http://[::1]x", None),
            ("http://[localhost]", None),
            ("http://exa mple.org", None),
            ("http://256.1.1.1", None),
            ("http://:5000", None),
            ("https:example.org", None),
            ("https:/example.org", None),
            ("https://example.org?x", None),
            ("https://example.org#x", None),
            ("https://example.org\\path", None),
            ("https://ex%61mple.org", None),
            ("https://example..org", None),
            ("http://$HOST", None),
            ("http://{host}", None),
            ("https://*.example.org", None),
            ("http://tickets,example.org", None),
            ("http://tickets.example.org!", None),
            ("http://-bad.example", None),
            ("http://.example.org", None),
            ("http://1.2.3", None),
            ("http://123456789", None),
            ("http://my_host.local", Some("http://my_host.local")),
        ] {
            assert_eq!(app_url(raw).as_deref(), read, "{raw}");
        }
    }
}
