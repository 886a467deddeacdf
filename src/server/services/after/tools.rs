use std::collections::HashSet;

use allocation::Tiers;

use crate::{
    domain::ids::PersonId,
    server::{
        auth::{Action, Actor},
        db::{
            after::{self, Offer, OfferStatus},
            events::Event,
            requests::{self, Named},
        },
        services::{Done, look},
        site::Site,
    },
};

/// What those who run an event can do by hand to a result that stands.
#[derive(Clone, Debug)]
pub struct Tools {
    /// Tickets that people have, that nobody has and that are offered to nobody, and the free ones among these, which are not on the
    /// open table either.
    pub held: u32,
    pub left: u32,
    pub free: u32,
    /// Whether what comes back is offered in the order of a draw.
    pub in_order: bool,
    /// What is offered, oldest first, each with whose it is.
    pub offers: Vec<(Offer, Named)>,
    /// Whether whoever looks may read addresses.
    pub lists: bool,
    /// Everyone with a request who can sign in, by name.
    pub people: Vec<Named>,
    /// Where there is no order: who has less than they wanted and would take something of what is free, with how many that would be.
    /// Those with the fewest tickets first, then by name; not those who said no or gave something back.
    pub next: Vec<(Named, u32)>,
}

/// The same, read: two statements; one more where there is no order.
pub async fn tools(site: &Site, actor: &Actor, event: &Event) -> Done<Tools> {
    let c = site.db.read();
    let asked = requests::named(c, event.id, true).await?;
    let mut offers = after::offers_of(c, event.id, None).await?;
    // What was offered before the event was reopened is over.
    offers.retain(|offer| event.finalized_at.is_some_and(|since| offer.offered_at >= since));
    let held = u32::try_from(event.demand.given).unwrap_or(u32::MAX);
    let left = event.tickets.saturating_sub(held).saturating_sub(event.after.offered);
    let free = left.saturating_sub(event.after.on_table);
    let in_order = event.drawn_tickets.is_some();
    let next = if in_order || free == 0 {
        Vec::new()
    } else {
        let gave: Vec<PersonId> = after::who_gave(c, event.id).await?;
        let asked_already = offers.iter().filter(|offer| offer.status != OfferStatus::Taken).map(|offer| offer.person);
        next_by_hand(&asked, &asked_already.chain(gave).collect(), free)
    };
    let open = offers.into_iter().filter(|offer| offer.status == OfferStatus::Open);
    let whose = |offer: &Offer| asked.iter().find(|one| one.person == offer.person).cloned();
    let offers = open.filter_map(|offer| whose(&offer).map(|named| (offer, named))).collect();
    let people = asked.into_iter().filter(|one| one.person_active).collect();
    let lists = look::may(site, actor, Action::ListPeople);
    Ok(Tools { held, left, free, in_order, offers, lists, people, next })
}

fn next_by_hand(asked: &[Named], but: &HashSet<PersonId>, free: u32) -> Vec<(Named, u32)> {
    let waits = asked.iter().filter(|one| one.person_active && one.asked && !but.contains(&one.person));
    let fitting = waits.filter_map(|one| Some((one.clone(), fits(&one.tiers, one.allocated.unwrap_or(0), free)?)));
    let mut next: Vec<_> = fitting.collect();
    next.sort_by_key(|(one, _)| one.allocated.unwrap_or(0));
    next
}

/// How many more of what is free someone would take who has so many: up to the largest number they accept that this is enough for.
/// `None`: it is not enough for any.
pub(super) fn fits(tiers: &Tiers, held: u32, free: u32) -> Option<u32> {
    let more = tiers.amounts().iter().filter_map(|amount| amount.checked_sub(held));
    more.filter(|&more| (1..=free).contains(&more)).max()
}
