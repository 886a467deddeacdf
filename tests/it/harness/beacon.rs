//! A public beacon of the tests' own, with a secret that everyone knows, and hosts that serve it by HTTP.

#[path = "../../../allocation/tests/signing/mod.rs"]
mod signing;

use std::sync::{Arc, OnceLock};

use ::allocation::beacon::{Chain, QUICKNET, Round, Signature};
use axum::{
    Router,
    extract::{Path, State},
    http::StatusCode,
    routing::get,
};
use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::EventId,
    server::{beacon::Beacon, db::draw_plans},
};
use tokio::net::TcpListener;

use super::Town;

/// As fast as the public one, from the same beginning.
fn secret() -> &'static signing::Beacon {
    static BEACON: OnceLock<signing::Beacon> = OnceLock::new();
    BEACON.get_or_init(|| signing::Beacon::new("a secret of the tests", QUICKNET.genesis, QUICKNET.period))
}

/// The chain whose rounds the towns take.
pub fn chain() -> Chain {
    secret().chain
}

/// What the beacon publishes for a round.
pub fn sign(round: Round) -> Signature {
    secret().sign(round)
}

/// How a host of the beacon answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// With the round, once it has come by the town's clock.
    Honest,
    /// The same by a clock that is an hour behind the town's: the town's is an hour ahead.
    AnHourLater,
    /// With the signature of the round before.
    Forging,
    /// With the round after, rightly signed.
    Ahead,
    /// With words.
    Babbling,
    /// With more than anyone reads.
    Endless,
    /// Not at all well.
    Broken,
    /// By sending people elsewhere.
    Elsewhere,
}

impl Town {
    /// The same town, whose site asks these hosts for rounds.
    pub async fn with_hosts(&self, hosts: &[Host]) -> Self {
        let mut addresses = Vec::new();
        for &host in hosts {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
            addresses.push(format!("http://{}", listener.local_addr().unwrap()));
            let app = Router::new().route("/{chain}/public/{round}", get(answer)).with_state((host, self.clone()));
            tokio::spawn(async move { axum::serve(listener, app).await });
        }
        let mut town = self.clone();
        town.site.beacon = Arc::new(Beacon { chain: chain(), hosts: addresses });
        town
    }

    /// The round that the draw of an event waits for.
    pub async fn awaited(&self, event: EventId) -> Round {
        draw_plans::waiting(self.site.db.read(), event).await.unwrap().unwrap().round
    }
}

async fn answer(
    State((host, town)): State<(Host, Town)>,
    Path((named, round)): Path<(String, u64)>,
) -> Result<String, StatusCode> {
    assert_eq!(named, chain().hash.to_string());
    let round = Round::new(round).unwrap();
    let other = |round: Round, by: i64| Round::new(round.get().checked_add_signed(by).unwrap()).unwrap();
    let published = |named: Round, signed: Round| {
        format!(r#"{{"round":{named},"randomness":"not looked at","signature":"{}"}}"#, sign(signed))
    };
    let late = if host == Host::AnHourLater { TimeDelta::hours(1) } else { TimeDelta::zero() };
    match host {
        Host::Honest | Host::AnHourLater if chain().instant(round) > (town.now() - late).timestamp_millis() => {
            Err(StatusCode::TOO_EARLY)
        }
        Host::Honest | Host::AnHourLater => Ok(published(round, round)),
        Host::Forging => Ok(published(round, other(round, -1))),
        Host::Ahead => Ok(published(other(round, 1), other(round, 1))),
        Host::Babbling => Ok("the round is 7".into()),
        Host::Endless => Ok(format!("{}{}", " ".repeat(5_000), published(round, round))),
        Host::Broken => Err(StatusCode::INTERNAL_SERVER_ERROR),
        Host::Elsewhere => Err(StatusCode::FOUND),
    }
}
