//! Where the rounds of the public beacon come from. What a host answers is verified, so no host is trusted.

use std::time::Duration;

use allocation::beacon::{Chain, QUICKNET, Round, Signature};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use tokio::task::spawn_blocking;
use ureq::Agent;

/// How long one host may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// A longer answer is none: a round takes some 250 bytes.
const LONGEST: u64 = 4_096;

/// A chain of rounds, and the hosts that are asked for them.
#[derive(Clone, Debug)]
pub struct Beacon {
    /// [`QUICKNET`] in every running site; a test has one of its own.
    pub chain: Chain,
    /// `DRAND_URLS`, asked one after the other; none: rounds are pasted.
    pub hosts: Vec<String>,
}

/// A round as drand publishes it (<https://docs.drand.love/dev-guide/API%20Documentation%20v1/public-round>). Further
/// keys are passed over.
#[derive(Debug, Deserialize)]
pub struct Published {
    pub round: u64,
    pub signature: String,
}

impl Beacon {
    /// The public beacon, by these hosts.
    pub fn public(hosts: Vec<String>) -> Self {
        Self { chain: QUICKNET, hosts }
    }

    /// When a round comes.
    pub fn instant(&self, round: Round) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.chain.instant(round)).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// Where anyone can look a round up.
    pub fn page(&self, round: Round) -> String {
        let host = self.hosts.first().map_or("https://api.drand.sh", String::as_str);
        format!("{host}/{}/public/{round}", self.chain.hash)
    }

    /// Asks for a round. The first signature that belongs to it is returned; `None`: nobody has it, or nobody can be
    /// reached.
    pub async fn fetch(&self, round: Round) -> Option<Signature> {
        let beacon = self.clone();
        let asked = spawn_blocking(move || beacon.ask(round)).await;
        asked.inspect_err(|error| tracing::error!(%error, "asking for a round broke off")).ok().flatten()
    }

    /// Asks for the latest round. The first that is verified is returned.
    pub async fn fetch_latest(&self) -> Option<Round> {
        let beacon = self.clone();
        let asked = spawn_blocking(move || beacon.ask_all("latest", |_| true)).await;
        asked.ok().flatten().map(|(round, _)| round)
    }

    fn ask(&self, round: Round) -> Option<Signature> {
        self.ask_all(&round.to_string(), |published| published == round).map(|(_, signature)| signature)
    }

    /// The first answer that holds: of a round that is wanted, with the signature of that round.
    fn ask_all(&self, what: &str, is_wanted: impl Fn(Round) -> bool) -> Option<(Round, Signature)> {
        let agent = agent();
        let ask = |host: &String| {
            let (round, signature) = self.answer(&agent, &format!("{host}/{}/public/{what}", self.chain.hash))?;
            if is_wanted(round) { Ok((round, signature)) } else { Err(format!("this is round {round}")) }
        };
        self.hosts.iter().find_map(|host| {
            let failed = |why: &String| tracing::warn!(%host, what, %why, "a beacon host did not give the round");
            ask(host).inspect_err(failed).ok()
        })
    }

    fn answer(&self, agent: &Agent, url: &str) -> Result<(Round, Signature), String> {
        let mut answer = agent.get(url).call().map_err(|error| error.to_string())?;
        let body =
            answer.body_mut().with_config().limit(LONGEST).read_to_string().map_err(|error| error.to_string())?;
        let published: Published = serde_json::from_str(&body).map_err(|error| error.to_string())?;
        let round = Round::new(published.round).ok_or("this is no round")?;
        let signature = Signature::parse(&published.signature).ok_or("this is no signature")?;
        self.chain.verify(round, &signature).map(|_| (round, signature)).map_err(|error| error.to_string())
    }
}

fn agent() -> Agent {
    let config = Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0);
    config.build().new_agent()
}
