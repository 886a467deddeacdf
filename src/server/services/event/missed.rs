use allocation::Standing;

use crate::server::{
    db::{events::Event, missed as kept, requests::Request},
    services::{
        Done,
        draw::{self, Behind},
    },
    site::Site,
};

/// Why someone got nothing of a finalized event, and what it means for them.
#[derive(Clone, Debug)]
pub struct Missed {
    /// Where they were in the draw; `None` where no draw decided it.
    pub behind: Option<Behind>,
    /// Where they stand by now in the event's season; `None` where nothing counts for them.
    pub standing: Option<Standing>,
}

/// The same for the viewer's own request; `None`: they have tickets. One statement for whoever has none.
///
/// A draw decided it only if it gave the request nothing and nobody set the number by hand, before the draw or after it.
pub(super) async fn missed(site: &Site, event: &Event, mine: &Request) -> Done<Option<Missed>> {
    if mine.allocated.unwrap_or(0) > 0 {
        return Ok(None);
    }
    let drawn = event.drawn_tickets.is_some() && mine.drawn == Some(0) && !mine.pinned && !mine.by_hand;
    let known = site.orders.of(event.id).filter(|_| drawn);
    let last = drawn.then(|| known.as_ref().map_or(0, |order| order.draw));
    let kept = kept::find(site.db.read(), event.id, mine.person, last).await?;
    let behind = match kept.draw {
        Some(last) => draw::behind(site, event, mine, (last, known)).await?,
        None => None,
    };
    Ok(Some(Missed { behind, standing: kept.standing.filter(|standing| standing.counting > 0) }))
}
