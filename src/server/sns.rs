//! Messages of Amazon SNS, which tells by them what became of emails that left through Amazon SES. Whoever knows the address they
//! are sent to can send one, so nothing of a message is believed that its signature does not vouch for
//! (<https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html>).

mod address;
mod certificate;
mod envelope;

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use rustls_pki_types::{CertificateDer, TrustAnchor};
use tokio::task::spawn_blocking;
use ureq::Agent;

use self::{address::Address, certificate::Chain};

pub use envelope::{Envelope, Kind};

/// The oldest message that is believed.
const OLDEST: TimeDelta = TimeDelta::hours(1);
/// How far the clock of whoever sends it may be ahead.
const AHEAD: TimeDelta = TimeDelta::minutes(5);
/// How long a certificate is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// A longer certificate is none.
const LONGEST: u64 = 65_536;
/// How many certificates are fetched within an hour: those of forged messages are not fetched without end.
const FETCHES: usize = 20;

/// Gets what is at an address, or says why it cannot.
pub type Fetch = dyn Fn(&str) -> Result<Vec<u8>, String> + Send + Sync;

/// Why a message is not believed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotBelieved {
    #[error("it is no message of SNS")]
    Garbled,
    #[error("its signature is of another version than 2")]
    Version,
    #[error("its topic is not listed in SNS_TOPICS")]
    Topic,
    #[error("it is more than an hour old, or of a time to come")]
    Age,
    #[error("its addresses are not those of SNS")]
    Address,
    #[error("its certificate is not one of SNS: {0}")]
    Certificate(String),
    #[error("its signature is another's")]
    Signature,
    /// Not its fault: it may come again.
    #[error("its certificate could not be fetched: {0}")]
    Unreachable(String),
}

/// Whom to believe, and the certificates that were fetched.
pub struct Sns {
    anchors: Vec<TrustAnchor<'static>>,
    fetch: Arc<Fetch>,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    chains: HashMap<String, Arc<Chain>>,
    fetched: VecDeque<DateTime<Utc>>,
}

impl std::fmt::Debug for Sns {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sns").finish_non_exhaustive()
    }
}

impl Sns {
    /// As every running site: certificates of SNS, vouched for by an authority that browsers trust, fetched from where they are.
    pub fn public() -> Self {
        Self::trusting(webpki_roots::TLS_SERVER_ROOTS.to_vec(), Arc::new(get))
    }

    /// Trusting other authorities, and getting certificates by other means: a test has its own.
    pub fn trusting(anchors: Vec<TrustAnchor<'static>>, fetch: Arc<Fetch>) -> Self {
        Self { anchors, fetch, kept: Mutex::default() }
    }

    /// The message that a body holds, if SNS signed it for one of these topics within the last hour. What costs most comes last:
    /// nothing is fetched for a message that is wrong in another way.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub async fn verify(&self, body: &[u8], topics: &[String], now: DateTime<Utc>) -> Result<Envelope, NotBelieved> {
        let envelope = Envelope::read(body).ok_or(NotBelieved::Garbled)?;
        if envelope.version != "2" {
            return Err(NotBelieved::Version);
        }
        if !topics.contains(&envelope.topic) {
            return Err(NotBelieved::Topic);
        }
        if now - envelope.at > OLDEST || envelope.at - now > AHEAD {
            return Err(NotBelieved::Age);
        }
        let certificate = Address::of_certificate(&envelope.certificate).ok_or(NotBelieved::Address)?;
        if envelope.subscribe.as_deref().is_some_and(|at| Address::of_subscription(at).is_none()) {
            return Err(NotBelieved::Address);
        }
        let chain = self.chain(&certificate, now).await?;
        let holds = chain.verify(envelope.signed(), &envelope.signature, &certificate, &self.anchors, now);
        holds.map(|()| envelope)
    }

    /// Confirms that the topic's messages are wanted.
    ///
    /// # Errors
    /// Why SNS could not be told.
    pub async fn subscribe(&self, envelope: &Envelope) -> Result<(), NotBelieved> {
        let at = envelope.subscribe.as_deref().and_then(Address::of_subscription).ok_or(NotBelieved::Address)?;
        self.get(at.url).await.map(|_| ())
    }

    /// The certificate at an address, with those that vouch for it: fetched once.
    async fn chain(&self, at: &Address, now: DateTime<Utc>) -> Result<Arc<Chain>, NotBelieved> {
        if let Some(chain) = self.kept().chains.get(&at.url) {
            return Ok(Arc::clone(chain));
        }
        self.may_fetch(now)?;
        let file = self.get(at.url.clone()).await?;
        let mut chain = Chain::read(&file).map_err(NotBelieved::Certificate)?;
        // SNS gives its own certificate alone; that names where the one is that vouches for it.
        if let Some(issuer) = chain.issuer_at() {
            self.may_fetch(now)?;
            chain.add(CertificateDer::from(self.get(issuer).await?));
        }
        chain.is_of_sns(at, &self.anchors, now)?;
        let chain = Arc::new(chain);
        self.kept().chains.insert(at.url.clone(), Arc::clone(&chain));
        Ok(chain)
    }

    fn may_fetch(&self, now: DateTime<Utc>) -> Result<(), NotBelieved> {
        let mut kept = self.kept();
        kept.fetched.retain(|at| now - *at < TimeDelta::hours(1));
        if kept.fetched.len() >= FETCHES {
            return Err(NotBelieved::Unreachable("too many were fetched within the hour".into()));
        }
        kept.fetched.push_back(now);
        Ok(())
    }

    async fn get(&self, url: String) -> Result<Vec<u8>, NotBelieved> {
        let fetch = Arc::clone(&self.fetch);
        let got = spawn_blocking(move || fetch(&url)).await.map_err(|error| error.to_string()).and_then(|got| got);
        got.map_err(NotBelieved::Unreachable)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gets what is at an address, without being led elsewhere.
fn get(url: &str) -> Result<Vec<u8>, String> {
    let config = Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0);
    let mut answer = config.build().new_agent().get(url).call().map_err(|error| error.to_string())?;
    answer.body_mut().with_config().limit(LONGEST).read_to_vec().map_err(|error| error.to_string())
}
