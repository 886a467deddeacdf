use super::read::{Reader, boolean};
use crate::domain::person::Email;

/// How mail leaves.
#[derive(Clone, Debug)]
pub struct MailSettings {
    pub transport: MailTransport,
    /// The sender's address.
    pub sender: String,
}

/// The ways mail can leave.
#[derive(Clone, Debug)]
pub enum MailTransport {
    /// Printed where the program runs, for development.
    Console,
    /// Amazon SES, API version 2.
    Ses(SesSettings),
}

impl MailTransport {
    /// Whether emails reach anybody, rather than being printed.
    pub const fn sends(&self) -> bool {
        matches!(self, Self::Ses(_))
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

impl MailSettings {
    pub(super) fn read(read: &mut Reader<'_>, https: bool) -> Self {
        let enabled = read.parsed("MAIL_ENABLED", "false", "true, false", boolean);
        if https && !enabled {
            read.refuse("MAIL_ENABLED", "false", "true, since APP_URL is https: nobody could sign in otherwise");
        }
        let sender = read.parsed("SES_SENDER_EMAIL", "noreply@example.com", "a mail address", |address| {
            Email::parse(address).ok().map(|address| address.as_str().to_owned())
        });
        read.parsed("MAIL_TRANSPORT", "ses", "ses", |transport| (transport == "ses").then_some(()));
        let ses = SesSettings {
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
        };
        let transport = if enabled { MailTransport::Ses(ses) } else { MailTransport::Console };
        Self { transport, sender }
    }
}
