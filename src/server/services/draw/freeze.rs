use std::collections::{HashMap, HashSet};

use allocation::{Format, RequestList};
use chrono::{DateTime, Utc};

use super::{
    commit, must_not_wait, request_list,
    season::{continued, list_with_season, standing, standings},
};
use crate::{
    domain::{
        draw::RandomnessSource,
        ids::{PersonId, RequestId},
    },
    server::{
        auth::Actor,
        beacon::Beacon,
        db::{
            decisions,
            events::Event,
            held::Held,
            memory::{self, Ledger},
            request_lists::{self, FrozenList},
            requests::{self, Request},
            standings::Whose,
        },
        mail::messages::{ClosedFacts, ClosedMessage},
        services::{Act, Done, Fault, mail::event_facts, statements::NewStatement},
    },
};

/// Requests as they were frozen, and the list of them that a draw takes.
pub struct Frozen {
    pub requests: Vec<Request>,
    /// What the season says of them; empty in format 1.
    ledger: Ledger,
}

impl Frozen {
    /// The list as a draw takes it: what was decided by hand is pinned.
    ///
    /// # Errors
    /// More decided by hand than there is.
    pub fn list(&self, event: &Held) -> Done<RequestList> {
        listed(event, &self.requests, &self.ledger)
    }

    /// The list as it is published: what is decided by hand is not in it, and need not fit for it.
    fn published(&self, event: &Held) -> Done<RequestList> {
        let undecided: Vec<Request> =
            self.requests.iter().map(|request| Request { allocated: None, ..request.clone() }).collect();
        listed(event, &undecided, &self.ledger)
    }
}

fn listed(event: &Held, requests: &[Request], ledger: &Ledger) -> Done<RequestList> {
    match event.draw_format {
        Format::One => request_list(event, requests),
        Format::Two => list_with_season(event, requests, ledger),
    }
}

/// Freezes the list at the close: what the season says of everyone, and the digests, which are published. Everyone who asked
/// is told. `by` closed them; `None`: the closing time did.
pub async fn freeze_anew(act: &mut Act<'_>, event: &Held, by: Option<&Actor>) -> Done<Frozen> {
    let frozen = publish(act, event, by.map(|by| by.person), true).await?;
    tell(act, event, by, &frozen).await?;
    Ok(frozen)
}

/// Freezes the list again after an organizer changed something in it: what was frozen of others stays. Publishes digests
/// only if they are others than the last.
///
/// # Errors
/// A draw that waits: its list is settled.
pub async fn freeze(act: &mut Act<'_>, event: &Held, by: Option<PersonId>) -> Done<Frozen> {
    must_not_wait(event)?;
    publish(act, event, by, false).await
}

async fn publish(act: &mut Act<'_>, event: &Held, by: Option<PersonId>, anew: bool) -> Done<Frozen> {
    if event.commitment.is_none() {
        commit(act, event.id, &event.public_id).await?;
    }
    let mut requests = requests::of_event(&act.tx, event.id).await?;
    let ledger = ledger(act, event, &requests, anew).await?;
    stand(act, event, (&mut requests, &ledger), anew).await?;
    let frozen = Frozen { requests, ledger };
    let published = frozen.published(event)?;
    let list = FrozenList {
        digest: published.digest(),
        further: published.season_digest().map(|season| (season, published.ranks_digest())),
        tickets: event.tickets,
        requests: u32::try_from(frozen.requests.len()).unwrap_or(u32::MAX),
        at: act.now,
        by,
    };
    let before = request_lists::of_event(&act.tx, event.id).await?;
    let same = |last: &FrozenList| (last.digest, last.further) == (list.digest, list.further);
    if anew || !before.last().is_some_and(same) {
        let season = (event.draw_format == Format::Two).then(|| memory::write(&frozen.ledger));
        request_lists::insert(&act.tx, event, &list, season).await?;
        act.state(NewStatement::close(event, &list, &act.site.beacon.chain));
    }
    Ok(frozen)
}

/// What the season says: of those whose requests are frozen already what it said then.
async fn ledger(act: &Act<'_>, event: &Held, requests: &[Request], anew: bool) -> Done<Ledger> {
    if event.draw_format == Format::One {
        return Ok(Ledger::new());
    }
    let kept = if anew { None } else { request_lists::season(&act.tx, event.id).await? };
    let kept = kept.map(|text| memory::read(&text).ok_or(Fault::KeptSeason { event: event.id })).transpose()?;
    let frozen: HashSet<PersonId> =
        requests.iter().filter(|request| request.frozen.is_some()).map(|request| request.person).collect();
    if let Some(kept) = kept.clone().filter(|_| frozen.len() == requests.len()) {
        return Ok(kept);
    }
    let now = memory::ledger_of(&act.tx, (event.season(), event.id)).await?;
    Ok(match kept {
        Some(kept) => continued(kept, now, &frozen),
        None => now,
    })
}

/// Puts what the season says onto requests, and stores it.
async fn stand(act: &Act<'_>, event: &Held, (requests, ledger): (&mut [Request], &Ledger), anew: bool) -> Done {
    let to_freeze = |request: &Request| anew || request.frozen.is_none();
    if !requests.iter().any(to_freeze) {
        return Ok(());
    }
    let of_season = match event.draw_format {
        Format::One => standings(&act.tx, event, Whose::Requesters).await?,
        Format::Two => HashMap::default(),
    };
    let mut frozen: Vec<(RequestId, allocation::Slips, allocation::Exact)> = Vec::new();
    for request in requests.iter_mut().filter(|request| to_freeze(request)) {
        let standing = match event.draw_format {
            Format::One => of_season.get(&request.person).copied().unwrap_or_default().standing,
            Format::Two => standing(ledger, request.person),
        };
        request.frozen = Some((standing.slips(), standing.balance));
        frozen.push((request.id, standing.slips(), standing.balance));
    }
    decisions::freeze(&act.tx, event, &frozen).await?;
    Ok(())
}

/// Has everyone told what was frozen of them.
async fn tell(act: &mut Act<'_>, event: &Held, by: Option<&Actor>, frozen: &Frozen) -> Done {
    let list = frozen.published(event)?;
    let facts = ClosedFacts {
        event: event_facts(&act.tx, event, act.now).await?,
        accepted: Vec::new(),
        line: String::new(),
        digest: list.digest().to_string(),
        requests: u32::try_from(frozen.requests.len()).unwrap_or(u32::MAX),
        tickets: event.tickets,
        by: by.map(|by| by.name.clone()),
        season: list.season_digest().filter(|_| event.season().is_some()).map(|digest| digest.to_string()),
        round: named_round(event, &act.site.beacon),
    };
    for (request, entry) in frozen.requests.iter().zip(list.requests()).filter(|(request, _)| request.person_active) {
        let accepted = request.tiers.amounts().to_vec();
        let facts = ClosedFacts { accepted, line: list.line(entry), ..facts.clone() };
        act.tell(request.person, &ClosedMessage { version: event.version, facts });
    }
    Ok(())
}

/// The round that is named for the draws of an event, and when it comes; `None` where no beacon decides them.
fn named_round(event: &Event, beacon: &Beacon) -> Option<(u64, DateTime<Utc>)> {
    let round = event.named_round(&beacon.chain);
    (event.randomness == RandomnessSource::Drand).then(|| (round.get(), beacon.instant(round)))
}
