//! Amazon SES, API version 2.

mod failure;
#[cfg(test)]
mod tests;

use std::time::Duration;

use aws_config::{BehaviorVersion, Region, retry::RetryConfig, timeout::TimeoutConfig};
use aws_sdk_sesv2::{
    Client,
    config::Credentials,
    error::SdkError,
    operation::{get_account::GetAccountOutput, get_email_identity::GetEmailIdentityError},
    primitives::Blob,
    types::{Destination, EmailContent, RawMessage, SendQuota},
};
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};

use super::{Begun, Class, Health, LONGEST_SEND, Letter, Transport, TransportError, mime};
use crate::server::config::SesSettings;

/// How long a connection may take to stand.
const CONNECT: Duration = Duration::from_secs(5);
/// Idle connections are given up before the service closes them, so that no letter is written into a closing one.
const IDLE: Duration = Duration::from_secs(20);

/// Sends letters through SES.
#[derive(Debug)]
pub struct Ses {
    client: Client,
    sender: mime::Sender,
    configuration_set: Option<String>,
}

impl Ses {
    /// A client for these settings; without keys the usual AWS chain is asked when the first letter leaves.
    pub async fn open(settings: &SesSettings, app_name: &str, sender: &str) -> Self {
        Self::within(settings, app_name, sender, LONGEST_SEND).await
    }

    /// As [`Ses::open`], giving up after `longest`.
    pub(super) async fn within(settings: &SesSettings, app_name: &str, sender: &str, longest: Duration) -> Self {
        // Given explicitly: with ring the SDK has no client of its own.
        let http = aws_smithy_http_client::Builder::new()
            .pool_idle_timeout(IDLE)
            .tls_provider(Provider::Rustls(CryptoMode::Ring))
            .build_https();
        let mut loader = aws_config::defaults(BehaviorVersion::latest())
            .region(Region::new(settings.region.clone()))
            .http_client(http)
            .retry_config(RetryConfig::disabled())
            .timeout_config(TimeoutConfig::builder().connect_timeout(CONNECT).operation_timeout(longest).build());
        if let Some((id, key)) = &settings.keys {
            loader = loader.credentials_provider(Credentials::new(id, key, None, None, "settings"));
        }
        let mut config = aws_sdk_sesv2::config::Builder::from(&loader.load().await);
        if let Some(endpoint) = &settings.endpoint {
            config = config.endpoint_url(endpoint);
        }
        Self {
            client: Client::from_conf(config.build()),
            sender: mime::Sender::new(app_name, sender),
            configuration_set: settings.configuration_set.clone(),
        }
    }
}

/// What SES says of the account.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub sending: bool,
    /// Only verified addresses get mail.
    pub sandbox: bool,
    pub a_second: f64,
    pub a_day: u64,
    /// In the last 24 hours.
    pub sent: u64,
}

impl From<&GetAccountOutput> for Account {
    fn from(said: &GetAccountOutput) -> Self {
        let quota = said.send_quota();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "SES counts mails as fractions")]
        let whole = |count: f64| count.max(0.0) as u64;
        Self {
            sending: said.sending_enabled(),
            sandbox: !said.production_access_enabled(),
            a_second: quota.map_or(0.0, SendQuota::max_send_rate),
            a_day: quota.map_or(0, |quota| whole(quota.max24_hour_send())),
            sent: quota.map_or(0, |quota| whole(quota.sent_last24_hours())),
        }
    }
}

impl Ses {
    /// Asks how the account stands.
    ///
    /// # Errors
    /// Why SES does not say, for the admin who asks.
    pub async fn account(&self) -> Result<Account, String> {
        let said = self.client.get_account().send().await;
        said.map(|said| Account::from(&said)).map_err(|error| failure::of_asking(&error))
    }

    /// The same, for whoever waits for no answer. It is down when sending is paused, or the service does not answer. Keys
    /// that may send but not ask get no answer of use.
    pub async fn health(&self) -> Health {
        match self.client.get_account().send().await {
            Ok(said) => Health { down: !said.sending_enabled(), account: Some(Account::from(&said)) },
            Err(SdkError::ServiceError(answer)) => {
                Health { down: answer.raw().status().is_server_error(), account: None }
            }
            Err(_) => Health { down: true, account: None },
        }
    }

    /// Asks whether an address or a domain may send.
    ///
    /// # Errors
    /// Why SES does not say, for the admin who asks.
    pub async fn verified(&self, identity: &str) -> Result<bool, String> {
        match self.client.get_email_identity().email_identity(identity).send().await {
            Ok(said) => Ok(said.verified_for_sending_status()),
            Err(error) if error.as_service_error().is_some_and(GetEmailIdentityError::is_not_found_exception) => {
                Ok(false)
            }
            Err(error) => Err(failure::of_asking(&error)),
        }
    }
}

impl Transport for Ses {
    async fn begin(&self, letter: &Letter) -> Result<Begun<'_>, TransportError> {
        let message = mime::message(letter, &self.sender)?.formatted();
        let whole = RawMessage::builder().data(Blob::new(message)).build();
        let whole = whole.map_err(|_| TransportError::new(Class::Permanent, "The mail is incomplete."))?;
        let request = self
            .client
            .send_email()
            .destination(Destination::builder().to_addresses(&letter.to_address).build())
            .set_configuration_set_name(self.configuration_set.clone())
            .content(EmailContent::builder().raw(whole).build());
        Ok(Box::pin(async move {
            let sent = request.send().await.map_err(|error| failure::of(&error))?;
            Ok(sent.message_id().unwrap_or("ses").chars().take(200).collect())
        }))
    }
}
