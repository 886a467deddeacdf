use std::collections::HashMap;

use super::{commit, request_list};
use crate::{
    domain::ids::{PersonId, RequestId},
    server::{
        db::{
            decisions,
            held::Held,
            request_lists::{self, FrozenList},
            requests::{self, Request},
            seasons::{self, Season, Whose},
        },
        services::{Act, Done},
    },
};

/// Freezes the list at the close: what the season says of everyone, and the digest, which is published. Returns the
/// requests as frozen. `by` closed them; `None`: the closing time did.
pub async fn freeze_anew(act: &Act<'_>, event: &Held, by: Option<PersonId>) -> Done<Vec<Request>> {
    publish(act, event, by, true).await
}

/// Freezes the list again after an organizer changed something in it: what was frozen of others stays. Publishes a digest
/// only if it is another than the last.
pub async fn freeze(act: &Act<'_>, event: &Held, by: Option<PersonId>) -> Done<Vec<Request>> {
    publish(act, event, by, false).await
}

async fn publish(act: &Act<'_>, event: &Held, by: Option<PersonId>, anew: bool) -> Done<Vec<Request>> {
    if event.commitment.is_none() {
        commit(act.site, &act.tx, event.id, &event.public_id).await?;
    }
    let mut requests = requests::of_event(&act.tx, event.id).await?;
    let to_freeze = |request: &Request| anew || request.frozen.is_none();
    if requests.iter().any(to_freeze) {
        let seasons = seasons::of_pool(&act.tx, (event.pool, event.id), Whose::Requesters).await?;
        decisions::freeze(&act.tx, event, &stand(&mut requests, &seasons, to_freeze)).await?;
    }
    // Pins are not in the digest, and need not fit for it.
    let unpinned: Vec<Request> =
        requests.iter().map(|request| Request { allocated: None, ..request.clone() }).collect();
    let list = FrozenList {
        digest: request_list(event, &unpinned)?.digest(),
        tickets: event.tickets,
        requests: u32::try_from(requests.len()).unwrap_or(u32::MAX),
        at: act.now,
        by,
    };
    let published = request_lists::of_event(&act.tx, event.id).await?;
    if anew || published.last().map(|last| last.digest) != Some(list.digest) {
        request_lists::insert(&act.tx, event, &list).await?;
    }
    Ok(requests)
}

/// Puts what the season says onto requests; returns what is to be stored.
fn stand(
    requests: &mut [Request],
    seasons: &HashMap<PersonId, Season>,
    to_freeze: impl Fn(&Request) -> bool,
) -> Vec<(RequestId, allocation::Slips, allocation::Exact)> {
    let mut frozen = Vec::new();
    for request in requests.iter_mut().filter(|request| to_freeze(request)) {
        let standing = seasons.get(&request.person).copied().unwrap_or_default().standing;
        request.frozen = Some((standing.slips(), standing.balance));
        frozen.push((request.id, standing.slips(), standing.balance));
    }
    frozen
}
