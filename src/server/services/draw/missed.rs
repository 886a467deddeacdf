use std::{collections::HashSet, sync::Arc};

use allocation::{Fill, Reason};

use super::{
    cut::{Cut, cut},
    event_label, label,
    places::{Viewer, beside, places, read},
};
use crate::{
    domain::ids::EventId,
    server::{
        db::{
            events::Event,
            missed::{LastDraw, Record},
            requests::Request,
        },
        orders::{Order, Without},
        services::{Done, Fault},
        site::Site,
    },
};

/// Where someone was in the order of a draw that gave them nothing. Nothing is known of others.
#[derive(Clone, Debug)]
pub struct Behind {
    pub accepted: Vec<u32>,
    pub why: Reason,
    /// Their rank, from 1.
    pub rank: usize,
    /// How many had one.
    pub of: usize,
    pub fill: Fill,
    /// Where tickets ran out, if that was above them. What was given out after the draw is not looked at.
    pub cut: Option<Cut>,
}

/// Where a request was in the last draw of its event; `None` where that draw did not decide it. Computed from the record, as the
/// draw's page is, and kept for whoever looks next: `known` is what was kept. No statement.
///
/// # Errors
/// A record that cannot be read.
pub(in crate::server::services) async fn behind(
    site: &Site,
    event: &Event,
    mine: &Request,
    (last, known): (LastDraw, Option<Arc<Order>>),
) -> Done<Option<Behind>> {
    let stands_for = event_label(event)?;
    let mine = label(&stands_for, mine).to_string();
    let order = match (last.record, known) {
        (Record::Known, Some(known)) => known,
        (Record::Known, None) => return Ok(None),
        (Record::Read(record), _) => {
            let (id, chain) = (event.id, site.beacon.chain);
            let computed = move || order_of(id, last.number, &record, &chain);
            site.orders.keep(beside(computed).await??)
        }
    };
    Ok(seat(&order, &mine))
}

fn seat(order: &Arc<Order>, mine: &str) -> Option<Behind> {
    let Without { accepted, why } = order.without.get(mine)?;
    let cut = order.ran_out.map(|(after, none_left)| Cut { after, none_left, since: false });
    Some(Behind {
        accepted: accepted.clone(),
        why: *why,
        rank: why.rank,
        of: order.of,
        fill: order.fill,
        cut: cut.filter(|cut| why.rank > cut.after),
    })
}

fn order_of(event: EventId, number: u32, record: &str, chain: &allocation::beacon::Chain) -> Result<Order, Fault> {
    let draw = read(event, record, chain)?;
    let viewer = Viewer { label: None, runs: false, finalized: true, moved: HashSet::new() };
    let (_, all) = places(&draw, &[], &viewer, draw.list().event());
    let fill = draw.rule().fill;
    let ran_out = cut(&all, fill, draw.list().tickets()).map(|cut| (cut.after, cut.none_left));
    let of = all.iter().filter(|place| place.why.is_some()).count();
    let without = all.into_iter().filter(|place| place.drawn == 0);
    let without =
        without.filter_map(|place| Some((place.label, Without { accepted: place.accepted, why: place.why? })));
    Ok(Order { event, draw: number, fill, of, ran_out, without: without.collect() })
}
