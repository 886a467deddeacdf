use super::{
    read::{Reader, boolean},
    smtp::SmtpSettings,
};
use crate::domain::person::Email;

/// How mail leaves.
#[derive(Clone, Debug)]
pub struct MailSettings {
    pub transport: MailTransport,
    /// The sender's address.
    pub sender: String,
    /// `MAIL_RATE`: how many mails a second the other side takes at most, where it does not say that itself.
    pub rate: Option<f64>,
}

/// The ways mail can leave.
#[derive(Clone, Debug)]
pub enum MailTransport {
    /// Printed where the program runs, for development.
    Console,
    /// Amazon SES, API version 2.
    Ses(SesSettings),
    /// A relay.
    Smtp(SmtpSettings),
}

impl MailTransport {
    /// Whether emails reach anybody, rather than being printed.
    pub const fn sends(&self) -> bool {
        !matches!(self, Self::Console)
    }

    /// What `MAIL_TRANSPORT` calls it; `console` where mail is printed.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Console => "console",
            Self::Ses(_) => "ses",
            Self::Smtp(_) => "smtp",
        }
    }
}

/// What SES needs. Without keys the usual AWS chain decides (role, profile, container).
#[derive(Clone, Debug)]
pub struct SesSettings {
    pub region: String,
    /// Key id and secret key.
    pub keys: Option<(String, String)>,
    pub configuration_set: Option<String>,
    /// Another endpoint than Amazon's, as `AWS_ENDPOINT_URL_SESV2` names it for every AWS program.
    pub endpoint: Option<String>,
}

/// Which way is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Ses,
    Smtp,
}

/// The sender where none is set: of SES, which does not send for it, and of what is printed.
const NOBODY: &str = "noreply@example.com";

const SENDER: &str = "the email address that messages come from, such as tickets@example.org";

impl MailSettings {
    /// Whoever names a relay wants mail to leave through it, unless something else is said.
    pub(super) fn read(read: &mut Reader<'_>, https: bool) -> Self {
        let named = ["SMTP_URL", "SMTP_URL_FILE"].iter().any(|name| read.text(name).is_some());
        let relay = SmtpSettings::read(read);
        let (enabled, way) = if named { ("true", [SMTP, SES]) } else { ("false", [SES, SMTP]) };
        let enabled = read.parsed("MAIL_ENABLED", enabled, "true, false", boolean);
        if https && !enabled {
            let seen = read.text("MAIL_ENABLED").unwrap_or_default();
            read.refuse("MAIL_ENABLED", &seen, "true, since APP_URL is https: nobody could sign in otherwise");
        }
        let way = read.choice("MAIL_TRANSPORT", &way);
        let ses = SesSettings::read(read);
        let login = relay.as_ref().and_then(|relay| Some(relay.login.as_ref()?.user.clone()));
        let sender = sender(read, login.filter(|_| way == Way::Smtp));
        let transport = match (enabled, way, relay) {
            (false, ..) => MailTransport::Console,
            (true, Way::Ses, _) => MailTransport::Ses(ses),
            (true, Way::Smtp, Some(relay)) => {
                if sender.is_none() && ["MAIL_FROM", "SES_SENDER_EMAIL"].iter().all(|name| read.text(name).is_none()) {
                    read.refuse("MAIL_FROM", "", SENDER);
                }
                MailTransport::Smtp(relay)
            }
            (true, Way::Smtp, None) => {
                if !named {
                    read.refuse("SMTP_URL", "", super::smtp::ACCEPTED);
                }
                MailTransport::Console
            }
        };
        Self { transport, sender: sender.unwrap_or_else(|| NOBODY.to_owned()), rate: rate(read) }
    }
}

const SES: (&str, Way) = ("ses", Way::Ses);
const SMTP: (&str, Way) = ("smtp", Way::Smtp);

/// Who mail comes from: `MAIL_FROM`, or `SES_SENDER_EMAIL` as it was called before; else the user of the relay, where that is an
/// address.
fn sender(read: &mut Reader<'_>, user: Option<String>) -> Option<String> {
    let address = |address: &str| Email::parse(address).ok().map(|address| address.as_str().to_owned());
    let mut named = |name| {
        let seen = read.text(name)?;
        let sender = address(&seen);
        if sender.is_none() {
            read.refuse(name, &seen, SENDER);
        }
        Some((seen, sender))
    };
    match (named("MAIL_FROM"), named("SES_SENDER_EMAIL")) {
        (Some((_, from)), Some((seen, older))) => {
            if from.is_some() && older.is_some() && from != older {
                read.refuse(
                    "SES_SENDER_EMAIL",
                    &seen,
                    "the same as MAIL_FROM, which is its newer name; or leave it out",
                );
            }
            from
        }
        (Some((_, from)), None) | (None, Some((_, from))) => from,
        (None, None) => user.as_deref().and_then(address),
    }
}

impl SesSettings {
    fn read(read: &mut Reader<'_>) -> Self {
        Self {
            region: read.or("AWS_REGION", "us-east-1"),
            keys: match (read.secret("AWS_ACCESS_KEY_ID"), read.secret("AWS_SECRET_ACCESS_KEY")) {
                (Some(id), Some(key)) => Some((id, key)),
                (None, None) => None,
                (Some(_), None) => {
                    read.refuse("AWS_SECRET_ACCESS_KEY", "", "the secret that belongs to AWS_ACCESS_KEY_ID");
                    None
                }
                (None, Some(_)) => {
                    read.refuse("AWS_ACCESS_KEY_ID", "", "the id that belongs to AWS_SECRET_ACCESS_KEY");
                    None
                }
            },
            configuration_set: read.text("SES_CONFIGURATION_SET"),
            endpoint: read.text("AWS_ENDPOINT_URL_SESV2"),
        }
    }
}

/// So many mails a second; no fewer than one in a hundred seconds, no more than any service takes.
fn rate(read: &mut Reader<'_>) -> Option<f64> {
    let seen = read.text("MAIL_RATE")?;
    let rate = seen.parse().ok().filter(|rate| (0.01..=10_000.0).contains(rate));
    if rate.is_none() {
        read.refuse("MAIL_RATE", &seen, "mails a second, such as 10 or 0.5");
    }
    rate
}
